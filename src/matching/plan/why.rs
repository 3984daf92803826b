//! Why a place stays empty, and why a person has none.

use super::costs::Cost;
use super::planner::Planner;
use crate::domain::Id;
use crate::domain::detail::VolunteerDetail;
use crate::matching::assignment::{self, Force};
use crate::matching::candidates::{Candidates, Collector};
use crate::matching::eligibility::{Finding, Rule};
use rayon::prelude::*;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How many people are looked at by one core at a time for a funnel.
const SOME: usize = 4096;

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
        /// What it would cost to fill this one and leave another empty, and who would move; nothing where all who could
        /// come are there.
        instead: Option<Cost>,
    },
    /// It is a team, filled together or not at all, and there are not enough people for all of it.
    Team,
    /// It could be filled, but the rest of the plan would lose more.
    Costs {
        /// What, and who would move.
        cost: Cost,
    },
}

impl WhyEmpty {
    /// What filling the place would cost, where it can be filled.
    pub fn cost(&self) -> Option<&Cost> {
        match self {
            Self::TooFew { instead, .. } => instead.as_ref(),
            Self::Costs { cost } => Some(cost),
            Self::Nobody { .. } | Self::Team => None,
        }
    }
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
    /// The rules allow no placement ([`Planner::nearest_placement`] tells the one that comes nearest).
    NoPlacement {
        /// How many placements each rule was the first to rule out.
        rules: BTreeMap<Rule, usize>,
    },
    /// Others fit better: the placement where it would cost the plan least.
    Outbid {
        /// That placement.
        placement: Id,
        /// What it would cost.
        cost: Cost,
    },
    /// There are no two places for this person and the one they travel with.
    Couple {
        /// With whom.
        with: Id,
    },
    /// Pins and holds have all the places that are possible.
    Settled,
}

impl Planner {
    /// Why a placement has empty places; nothing where it has none.
    pub fn why_empty(&mut self, placement: Id) -> Option<EmptyPlace> {
        let &post = self.posts.get(&placement)?;
        if self.together.is_closed(post) && self.eligible(placement) > 0 {
            return Some(EmptyPlace { placement, eligible: self.eligible(placement), why: WhyEmpty::Team });
        }
        let why = match self.solver.why_empty(post)? {
            assignment::WhyEmpty::NoCandidate => WhyEmpty::Nobody { candidates: Box::new(self.funnel_of(post)) },
            assignment::WhyEmpty::TooFew { posts, people, places, instead } => WhyEmpty::TooFew {
                placements: posts.into_iter().map(|post| self.placement(post)).collect(),
                people: people.into_iter().map(|volunteer| self.volunteer(volunteer)).collect(),
                places,
                instead: instead.map(|regret| self.cost(&regret, self.together.is_empty())),
            },
            assignment::WhyEmpty::Loses(regret) => {
                WhyEmpty::Costs { cost: self.cost(&regret, self.together.is_empty()) }
            }
        };
        Some(EmptyPlace { placement, eligible: self.eligible(placement), why })
    }

    /// The people for a placement rule by rule, those who fit and those who nearly do. Looks at everybody.
    pub fn funnel(&self, placement: Id) -> Option<Candidates> {
        self.posts.get(&placement).map(|post| self.funnel_of(*post))
    }

    fn funnel_of(&self, post: u32) -> Candidates {
        let nobody = || {
            Collector::of(self.terms[post as usize].clone())
                .with_countries(self.question.countries.clone())
                .with_weights(self.question.matching.weights)
        };
        let of_some = |some: &[VolunteerDetail]| {
            let mut collector = nobody();
            some.iter().for_each(|person| collector.push(person));
            collector
        };
        self.question.people.par_chunks(SOME).map(of_some).reduce(nobody, Collector::with).finish()
    }

    /// Why a person has no place in the plan; nothing for whoever has one.
    pub fn why_left_out(&mut self, volunteer: Id) -> Option<LeftOut> {
        let &number = self.people.get(&volunteer)?;
        self.left_out(number, |planner| planner.first_rules(number))
    }

    /// Why each of those without a place in the plan has none, in the order of ids.
    pub fn all_left_out(&mut self) -> Vec<LeftOut> {
        let all = 0..self.question.people.len() as u32;
        // What the rules say takes longest, and needs no solver.
        let rules = |number: u32| self.solver.graph().posts_of(number).is_empty().then(|| self.first_rules(number));
        let rules: Vec<Option<BTreeMap<Rule, usize>>> = all.clone().into_par_iter().map(rules).collect();
        all.zip(rules).filter_map(|(number, rules)| self.left_out(number, |_| rules.unwrap_or_default())).collect()
    }

    /// Why a person has no place; `rules` tells what kept out one for whom there is no placement.
    fn left_out(&mut self, number: u32, rules: impl FnOnce(&Self) -> BTreeMap<Rule, usize>) -> Option<LeftOut> {
        let volunteer = self.volunteer(number);
        if let Some(with) = self.together.partner(number) {
            let why = WhyLeftOut::Couple { with: self.volunteer(with) };
            return self.together.seat_of(number).is_none().then_some(LeftOut { volunteer, why });
        }
        let why = match self.solver.why_unplaced(number)? {
            assignment::WhyUnplaced::NoPost => WhyLeftOut::NoPlacement { rules: rules(self) },
            assignment::WhyUnplaced::Outbid(post, _) => {
                let weight = self.solver.graph().weight(number, post)?;
                let regret = self.solver.regret_of(Force::Pair(number, post, weight))?;
                let cost = self.cost(&regret, self.together.is_empty());
                WhyLeftOut::Outbid { placement: self.placement(post), cost }
            }
            assignment::WhyUnplaced::NoPlaces => WhyLeftOut::Settled,
        };
        Some(LeftOut { volunteer, why })
    }

    /// The placement against which the rules say least of a person, and of those the one that fits best, with what they
    /// say. Nothing where there is no placement, or the person is not part of the question.
    pub fn nearest_placement(&self, volunteer: Id) -> Option<(Id, Vec<Finding>)> {
        let &volunteer = self.people.get(&volunteer)?;
        let against = |post: u32| {
            let judged = self.judged(volunteer, post);
            let against: Vec<Finding> = judged.findings.into_iter().filter(Finding::decides_against).collect();
            (against.len(), Reverse(judged.fit), post, against)
        };
        let nearest =
            (0..self.terms.len() as u32).map(against).min_by_key(|(count, fit, post, _)| (*count, *fit, *post));
        nearest.map(|(_, _, post, against)| (self.placement(post), against))
    }

    fn first_rules(&self, volunteer: u32) -> BTreeMap<Rule, usize> {
        let mut rules = BTreeMap::new();
        let mut findings = Vec::new();
        let go_on = |findings: &[Finding]| !findings.iter().any(Finding::decides_against);
        for terms in &self.terms {
            terms.judge_while(self.person(volunteer), &mut findings, go_on);
            let decides = findings.iter().find(|finding| finding.decides_against());
            // Where nothing fails, a question keeps the pair out: the office does not plan while it is open.
            if let Some(first) = decides.or_else(|| findings.iter().find(|finding| finding.is_open_question())) {
                *rules.entry(first.rule).or_default() += 1;
            }
        }
        rules
    }
}
