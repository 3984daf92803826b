//! Why a place stays empty, and why a person has none.

use super::costs::Cost;
use super::planner::Planner;
use crate::domain::Id;
use crate::matching::assignment::{self, Force};
use crate::matching::candidates::{Candidates, Collector};
use crate::matching::eligibility::{Finding, Rule};
use serde::Serialize;
use std::collections::BTreeMap;

/// A placement with places that stay empty.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EmptyPlace {
    /// The placement.
    pub placement: Id,
    /// How many people the rules allow.
    pub eligible: usize,
    /// Why nobody is there.
    pub why: WhyEmpty,
}

/// Why a place stays empty.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum WhyEmpty {
    /// The rules allow nobody; what each rule leaves, and who comes nearest.
    Nobody {
        /// The funnel of the placement.
        candidates: Box<Candidates>,
    },
    /// These placements, this one among them, have more places than there are people for any of them.
    TooFew {
        /// The placements.
        placements: Vec<Id>,
        /// All who could go to any of them.
        people: Vec<Id>,
        /// Places of these placements that nothing has settled.
        places: u64,
    },
    /// It could be filled, but the rest of the plan would lose more.
    Costs {
        /// What.
        cost: Cost,
    },
}

/// A person whom the plan gives no place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LeftOut {
    /// The person.
    pub volunteer: Id,
    /// Why.
    pub why: WhyLeftOut,
}

/// Why the plan gives a person no place.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum WhyLeftOut {
    /// The rules allow no placement: how many placements each rule was the first to rule out, and the placement that
    /// comes nearest with what is against it.
    NoPlacement {
        /// Placements by the first rule that fails.
        rules: BTreeMap<Rule, usize>,
        /// The placement against which least is said.
        nearest: Option<Id>,
        /// What is said against it.
        against: Vec<Finding>,
    },
    /// Others fit better: the placement where it would cost the plan least.
    Outbid {
        /// That placement.
        placement: Id,
        /// What it would cost.
        cost: Cost,
    },
    /// Pins and holds have all the places that are possible.
    Settled,
}

impl Planner {
    /// Why a placement has empty places; nothing where it has none.
    pub fn why_empty(&mut self, placement: Id) -> Option<EmptyPlace> {
        let &post = self.posts.get(&placement)?;
        let why = match self.solver.why_empty(post)? {
            assignment::WhyEmpty::NoCandidate => WhyEmpty::Nobody { candidates: Box::new(self.funnel_of(post)) },
            assignment::WhyEmpty::TooFew { posts, people, places } => WhyEmpty::TooFew {
                placements: posts.into_iter().map(|post| self.placement(post)).collect(),
                people: people.into_iter().map(|volunteer| self.volunteer(volunteer)).collect(),
                places,
            },
            assignment::WhyEmpty::Loses(loss) => {
                let cost = self.cost(assignment::Regret { loss, moves: Vec::new() });
                WhyEmpty::Costs { cost }
            }
        };
        Some(EmptyPlace { placement, eligible: self.eligible(placement), why })
    }

    /// The people for a placement rule by rule, those who fit and those who nearly do. Looks at everybody.
    pub fn funnel(&self, placement: Id) -> Option<Candidates> {
        self.posts.get(&placement).map(|post| self.funnel_of(*post))
    }

    fn funnel_of(&self, post: u32) -> Candidates {
        let mut collector = Collector::of(self.terms[post as usize].clone())
            .with_countries(self.question.countries.clone())
            .with_weights(self.question.matching.weights);
        self.question.people.iter().for_each(|person| collector.push(person));
        collector.finish()
    }

    /// Why a person has no place in the plan; nothing for whoever has one.
    pub fn why_left_out(&mut self, volunteer: Id) -> Option<LeftOut> {
        let &number = self.people.get(&volunteer)?;
        let why = match self.solver.why_unplaced(number)? {
            assignment::WhyUnplaced::NoPost => self.no_placement(number),
            assignment::WhyUnplaced::Outbid(post, _) => {
                let weight = self.solver.graph().weight(number, post)?;
                let regret = self.solver.regret_of(Force::Pair(number, post, weight))?;
                WhyLeftOut::Outbid { placement: self.placement(post), cost: self.cost(regret) }
            }
            assignment::WhyUnplaced::NoPlaces => WhyLeftOut::Settled,
        };
        Some(LeftOut { volunteer, why })
    }

    fn no_placement(&self, volunteer: u32) -> WhyLeftOut {
        let mut rules = BTreeMap::new();
        let mut nearest: Option<(usize, u8, u32, Vec<Finding>)> = None;
        for post in 0..self.terms.len() as u32 {
            let judged = self.judged(volunteer, post);
            let against: Vec<Finding> = judged.findings.into_iter().filter(Finding::decides_against).collect();
            if let Some(first) = against.first() {
                *rules.entry(first.rule).or_default() += 1;
            }
            let is_nearer = nearest.as_ref().is_none_or(|(count, fit, ..)| {
                (against.len(), 100 - judged.fit.min(100)) < (*count, 100 - (*fit).min(100))
            });
            if is_nearer {
                nearest = Some((against.len(), judged.fit, post, against));
            }
        }
        let placement = nearest.as_ref().map(|(_, _, post, _)| self.placement(*post));
        WhyLeftOut::NoPlacement { rules, nearest: placement, against: nearest.map(|near| near.3).unwrap_or_default() }
    }
}
