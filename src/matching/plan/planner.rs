//! Asks for the plan, keeps it, and tells it.

use super::groups::{Gap, Together};
use super::index::Index;
use super::pairs::{Judge, Judged, Watch, weight};
use super::question::Question;
use super::settled::{Settled, Settlement, Unkept, WhyUnkept, in_order};
use crate::domain::Id;
use crate::domain::detail::{PlacementDetail, VolunteerDetail};
use crate::domain::span::Span;
use crate::matching::assignment::{Graph, Solver};
use crate::matching::candidates::Candidate;
use crate::matching::eligibility::{Finding, Past, Reason, Terms};
use crate::matching::fit::tier;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

/// A volunteer and the placement that the plan gives them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Match {
    /// The person.
    pub volunteer: Id,
    /// The placement.
    pub placement: Id,
    /// First and last day of the mission.
    pub days: Span,
    /// 0 to 100.
    pub fit: u8,
    /// How many questions are open before the person can be proposed.
    pub questions: usize,
    /// That the office has settled it, if it has.
    pub settled: Option<Settlement>,
}

/// What a plan is worth, in the order in which it counts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Total {
    /// Places that pins and holds fill.
    pub settled: usize,
    /// Places filled, by urgency from 6, the most urgent, to 1.
    pub by_urgency: BTreeMap<u8, usize>,
    /// Places filled in all.
    pub filled: usize,
    /// Free places there are.
    pub places: usize,
    /// The sum of the fit.
    pub fit: u64,
}

/// The plan of the whole office.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Plan {
    /// Who goes where, by placement and then by volunteer.
    pub matches: Vec<Match>,
    /// Pins and holds that cannot be kept.
    pub unkept: Vec<Unkept>,
    /// Placements with places that stay empty, and how many.
    pub empty: Vec<(Id, usize)>,
    /// How many people the rules allow for some placement, and the plan gives none.
    pub left_out: usize,
    /// How many people no placement is possible for.
    pub impossible: usize,
    /// How many pairs the rules allow.
    pub pairs: usize,
    /// What it is worth.
    pub total: Total,
    /// How far it may be from the best, where couples and teams leave that open.
    pub gap: Gap,
    /// Whether it is proved that no plan is better; the prices are checked each time.
    pub proved: bool,
}

/// Finds the plan, and answers what is asked of it.
#[derive(Debug, Clone)]
pub struct Planner {
    pub(super) question: Question,
    /// By number, in the order of ids, as the lists of the question are.
    pub(super) people: HashMap<Id, u32>,
    pub(super) posts: HashMap<Id, u32>,
    pub(super) past: Arc<Past>,
    pub(super) terms: Vec<Terms>,
    pub(super) index: Index,
    pub(super) settled: Vec<Settled>,
    pub(super) unkept: Vec<Unkept>,
    pub(super) solver: Solver,
    pub(super) together: Together,
}

impl Planner {
    /// Judges all pairs that come in question and finds the best plan. Nothing where `watch` stopped it.
    pub fn new(mut question: Question, watch: Watch<'_>) -> Option<Self> {
        question.people.sort_by_key(|person| person.volunteer.id);
        question.people.dedup_by_key(|person| person.volunteer.id);
        question.placements.sort_by_key(|placement| placement.placement.id);
        question.placements.dedup_by_key(|placement| placement.placement.id);
        let people: HashMap<Id, u32> = numbers(question.people.iter().map(|person| person.volunteer.id));
        let posts: HashMap<Id, u32> = numbers(question.placements.iter().map(|placement| placement.placement.id));
        let past = Arc::new(question.past());
        let person = |id| Some(&question.people[*people.get(&id)? as usize]);
        let terms: Vec<Terms> =
            question.placements.iter().map(|placement| question.terms(placement, &past, person)).collect();
        let index = Index::new(&question.people, &terms);
        let found = judge(&question).of_all(&terms, &question.people, &index, watch)?;
        let solver = Solver::solve_unless(graph(&question, &terms, found), &|| !watch(terms.len(), terms.len()))?;
        let (settled, unkept) = (Vec::new(), Vec::new());
        let mut planner = Self {
            question,
            people,
            posts,
            past,
            terms,
            index,
            settled,
            unkept,
            solver,
            together: Together::default(),
        };
        planner.settle();
        Some(planner)
    }

    /// The plan as it is now.
    pub fn plan(&self) -> Plan {
        let matches = self.matches();
        let mut total = Total { settled: self.settled.len(), ..Total::default() };
        let mut taken = vec![0; self.terms.len()];
        for found in &matches {
            let post = self.posts[&found.placement];
            taken[post as usize] += 1;
            *total.by_urgency.entry(self.tier(post)).or_default() += 1;
            total.filled += 1;
            total.fit += u64::from(found.fit);
        }
        let mut empty = Vec::new();
        for (placement, taken) in self.question.placements.iter().zip(&taken) {
            let free = usize::from(placement.free_places());
            total.places += free;
            if free > *taken {
                empty.push((placement.placement.id, free - taken));
            }
        }
        let gap = self.gap();
        let (mut left_out, mut impossible) = (0, 0);
        for (_, possible) in self.unplanned() {
            if possible == 0 {
                impossible += 1;
            } else {
                left_out += 1;
            }
        }
        Plan {
            matches,
            unkept: self.unkept.clone(),
            empty,
            left_out,
            impossible,
            pairs: self.solver.graph().pairs(),
            total,
            proved: self.solver.prove().is_ok() && self.together.found.is_proved(),
            gap,
        }
    }

    /// Who goes where, by placement and then by volunteer, in the order of ids.
    pub fn matches(&self) -> Vec<Match> {
        let mut pairs: Vec<(u32, u32, Option<Settlement>)> =
            self.solver.pairs().map(|(volunteer, post)| (post, volunteer, None)).collect();
        pairs.extend(self.settled.iter().map(|settled| (settled.post, settled.volunteer, Some(settled.settlement))));
        pairs.extend(self.together.seated().map(|(volunteer, post)| (post, volunteer, None)));
        pairs.sort_by_key(|(post, volunteer, _)| (*post, *volunteer));
        pairs
            .into_iter()
            .map(|(post, volunteer, settled)| {
                let Judged { days, fit, findings, .. } = self.judged(volunteer, post);
                let questions = findings.iter().filter(|finding| finding.is_open_question()).count();
                Match {
                    volunteer: self.volunteer(volunteer),
                    placement: self.placement(post),
                    days,
                    fit,
                    questions,
                    settled,
                }
            })
            .collect()
    }

    /// What is asked, with the edits since.
    pub fn question(&self) -> &Question {
        &self.question
    }

    /// How urgent a placement is, 6 for the most urgent to 1; nothing for one that is not to be filled.
    pub fn urgency(&self, placement: Id) -> Option<u8> {
        self.posts.get(&placement).map(|post| self.tier(*post))
    }

    /// How many people the rules allow for a placement.
    pub fn eligible(&self, placement: Id) -> usize {
        self.posts.get(&placement).map_or(0, |post| self.solver.graph().volunteers_of(*post).len())
    }

    /// A person beside a placement, with all findings and lines, whether they fit or not.
    pub(super) fn candidate(&self, volunteer: u32, post: u32) -> Candidate {
        let Judged { days, fit, findings, criteria } = self.judged(volunteer, post);
        let person = &self.person(volunteer).volunteer;
        Candidate {
            volunteer: person.id,
            reference: person.reference.clone(),
            name: person.full_name.clone(),
            fit,
            days,
            findings,
            criteria,
        }
    }

    pub(super) fn judged(&self, volunteer: u32, post: u32) -> Judged {
        judge(&self.question).all(&self.terms[post as usize], self.person(volunteer))
    }

    pub(super) fn person(&self, number: u32) -> &VolunteerDetail {
        &self.question.people[number as usize]
    }

    pub(super) fn volunteer(&self, number: u32) -> Id {
        self.person(number).volunteer.id
    }

    pub(super) fn placement(&self, number: u32) -> Id {
        self.terms[number as usize].placement.id
    }

    pub(super) fn tier(&self, post: u32) -> u8 {
        tier(&self.terms[post as usize].placement, self.question.today)
    }

    /// Keeps pins and holds, and gives the solver what they leave: their people are out of it, and so are their places.
    pub(super) fn settle(&mut self) {
        self.part();
        let (settled, unkept) = self.find_settled();
        let before: HashSet<u32> = self.settled.iter().map(|settled| settled.volunteer).collect();
        let now: HashSet<u32> = settled.iter().map(|settled| settled.volunteer).collect();
        for volunteer in before.difference(&now) {
            self.solver.set_withdrawn(*volunteer, false);
        }
        for (post, places) in (0..).zip(self.left_by(&settled)) {
            if self.solver.graph().capacity(post) != places {
                self.solver.set_capacity(post, places);
            }
        }
        for volunteer in now.difference(&before) {
            self.solver.set_withdrawn(*volunteer, true);
        }
        (self.settled, self.unkept) = (settled, unkept);
        self.bring_together();
    }

    /// Places of each placement that what is settled leaves.
    pub(super) fn left_by(&self, settled: &[Settled]) -> Vec<u32> {
        let mut left: Vec<u32> =
            self.question.placements.iter().map(|placement| placement.free_places().into()).collect();
        for settled in settled {
            left[settled.post as usize] = left[settled.post as usize].saturating_sub(1);
        }
        left
    }

    fn find_settled(&self) -> (Vec<Settled>, Vec<Unkept>) {
        let (mut settled, mut unkept) = (Vec::new(), Vec::new());
        let mut at: HashMap<u32, u32> = HashMap::new();
        let mut left: Vec<u16> = self.question.placements.iter().map(PlacementDetail::free_places).collect();
        for decision in in_order(self.past.all_decisions().map(|(decision, _)| decision)) {
            let (Some(&volunteer), Some(&post)) = (self.people.get(&decision.volunteer), self.posts.get(&decision.of))
            else {
                continue;
            };
            let findings = self.judged(volunteer, post).findings;
            // Of two holds of one person the order decides, not each against the other.
            let elsewhere = |finding: &Finding| matches!(finding.reason, Reason::HeldElsewhere { .. });
            let decides = |finding: &Finding| finding.decides_against() && !elsewhere(finding);
            let against: Vec<Finding> = findings.into_iter().filter(decides).collect();
            let may_override = !decision.reason.is_empty() && !against.iter().any(Finding::is_final);
            let why = if let Some(other) = at.get(&volunteer) {
                Some(WhyUnkept::Elsewhere { placement: self.placement(*other) })
            } else if left[post as usize] == 0 {
                Some(WhyUnkept::NoPlace)
            } else if !against.is_empty() && !may_override {
                Some(WhyUnkept::Rules { findings: against.clone() })
            } else {
                None
            };
            match why {
                Some(why) => unkept.push(Unkept {
                    volunteer: decision.volunteer,
                    placement: decision.of,
                    kind: decision.kind,
                    why,
                }),
                None => {
                    at.insert(volunteer, post);
                    left[post as usize] -= 1;
                    let overrides = !against.is_empty();
                    let settlement = Settlement { kind: decision.kind, until: decision.until, overrides };
                    settled.push(Settled { volunteer, post, settlement });
                }
            }
        }
        (settled, unkept)
    }
}

pub(super) fn judge(question: &Question) -> Judge<'_> {
    Judge {
        weights: &question.matching.weights,
        countries: &question.countries,
        plan_unknowns: question.matching.rules.plan_unknowns,
    }
}

/// The pairs for the solver, with both halves of each id as its key: they tell people from people, and are always the same.
pub(super) fn graph(question: &Question, terms: &[Terms], found: Vec<Vec<(u32, u8)>>) -> Graph {
    let key = |id: &Id| id.bytes().iter().fold(0_u64, |key, byte| key.rotate_left(8) ^ u64::from(*byte));
    let people = question.people.iter().map(|person| key(&person.volunteer.id)).collect();
    let posts = terms.iter().map(|terms| key(&terms.placement.id)).collect();
    let places = question.placements.iter().map(|placement| placement.free_places().into()).collect();
    let mut pairs = Vec::with_capacity(found.iter().map(Vec::len).sum());
    for ((post, terms), found) in (0..).zip(terms).zip(found) {
        let tier = tier(&terms.placement, question.today);
        pairs.extend(found.into_iter().map(|(volunteer, fit)| (volunteer, post, weight(tier, fit))));
    }
    Graph::new(people, posts, places, &pairs)
}

fn numbers(ids: impl Iterator<Item = Id>) -> HashMap<Id, u32> {
    ids.zip(0..).collect()
}
