//! What another choice would cost the whole plan, and who would move.

use super::pairs::weight;
use super::planner::Planner;
use super::resolve::Pair;
use crate::domain::Id;
use crate::domain::detail::VolunteerDetail;
use crate::matching::assignment::{Move, Regret, tiers};
use crate::matching::candidates::Candidate;
use serde::Serialize;
use std::collections::HashSet;

/// What the whole plan loses by a choice. Below zero where it would gain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cost {
    /// Places that would stay empty.
    pub places: i64,
    /// Urgency lost: of two places, the one that is filled may be less urgent than the one that is not.
    pub urgency: i64,
    /// Fit lost, in the points of the fit.
    pub fit: i64,
    /// Whether it is exactly that; else that at most: couples and teams may find a better way, which was not looked for to
    /// the end.
    pub exact: bool,
    /// Who would go elsewhere, as a chain: after each move whoever makes room for it.
    pub moves: Vec<Moved>,
}

/// A volunteer who would go elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Moved {
    /// The person.
    pub volunteer: Id,
    /// The placement before.
    pub from: Option<Id>,
    /// The placement then.
    pub to: Option<Id>,
}

/// A person who could go to a placement, beside what the plan does.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Choice {
    /// The placement.
    pub placement: Id,
    /// The person with findings and lines.
    #[serde(flatten)]
    pub candidate: Candidate,
    /// Where the plan sends the person now.
    pub planned: Option<Id>,
    /// What the plan loses by this choice: nothing where it is the plan's own, not known where pins leave no room for it.
    pub cost: Option<Cost>,
}

/// All that is said of one person and one placement.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explanation {
    /// Whether the rules allow the pair.
    pub allowed: bool,
    /// The pair, what each rule and criterion says of it, and what it would cost. A pair that the rules do not allow is
    /// counted as if they were set aside.
    #[serde(flatten)]
    pub choice: Choice,
    /// What the plan loses if it may not have this pair, where it does.
    pub without: Option<Cost>,
}

impl Planner {
    /// The best people for a placement, so many at most, each with what the plan loses by it. The best fit first.
    pub fn choices(&mut self, placement: Id, most: usize) -> Vec<Choice> {
        let Some(&post) = self.posts.get(&placement) else { return Vec::new() };
        let mut people: Vec<(i32, u32)> =
            self.solver.graph().volunteers_of(post).iter().map(|edge| (-edge.weight, edge.other)).collect();
        people.sort_unstable();
        people.truncate(most);
        self.choices_among(people.into_iter().map(|(weight, volunteer)| Pair { volunteer, post, weight: -weight }))
    }

    /// The best placements for a person, so many at most: the best fit first.
    pub fn choices_of(&mut self, volunteer: Id, most: usize) -> Vec<Choice> {
        let Some(&volunteer) = self.people.get(&volunteer) else { return Vec::new() };
        let mut posts: Vec<(i32, u32, i32)> = self
            .solver
            .graph()
            .posts_of(volunteer)
            .iter()
            .map(|edge| (-(edge.weight & 0xFF), edge.other, edge.weight))
            .collect();
        posts.sort_unstable();
        posts.truncate(most);
        self.choices_among(posts.into_iter().map(|(_, post, weight)| Pair { volunteer, post, weight }))
    }

    fn choices_among(&mut self, pairs: impl Iterator<Item = Pair>) -> Vec<Choice> {
        let pairs: Vec<Pair> = pairs.collect();
        let costs = self.costs_of(&pairs);
        let choice = |(pair, cost): (&Pair, Option<Cost>)| Choice { cost, ..self.choice_without_cost(*pair) };
        pairs.iter().zip(costs).map(choice).collect()
    }

    /// What the plan loses if a person goes to a placement, as if pinned there. A pair that the rules do not allow counts
    /// as if they were set aside for it. Nothing where pins leave no room for it.
    pub fn regret(&mut self, volunteer: Id, placement: Id) -> Option<Cost> {
        let (volunteer, post) = (*self.people.get(&volunteer)?, *self.posts.get(&placement)?);
        let weight = match self.solver.graph().weight(volunteer, post) {
            Some(weight) => weight,
            None => weight(self.tier(post), self.judged(volunteer, post).fit),
        };
        self.costs_of(&[Pair { volunteer, post, weight }]).pop().flatten()
    }

    /// Everything that is said of a person and a placement. Nothing where either is not part of the question.
    pub fn explain(&mut self, volunteer: Id, placement: Id) -> Option<Explanation> {
        let (number, post) = (*self.people.get(&volunteer)?, *self.posts.get(&placement)?);
        let pair = Pair { volunteer: number, post, weight: 0 };
        let choice = Choice { cost: self.regret(volunteer, placement), ..self.choice_without_cost(pair) };
        Some(Explanation {
            allowed: self.solver.graph().weight(number, post).is_some(),
            choice,
            without: self.cost_without(number, post),
        })
    }

    /// A person beside a placement, with all findings and lines. Nothing where either is not part of the question.
    pub fn beside(&self, volunteer: Id, placement: Id) -> Option<Candidate> {
        Some(self.candidate(*self.people.get(&volunteer)?, *self.posts.get(&placement)?))
    }

    /// Where the plan sends a person.
    pub fn planned(&self, volunteer: Id) -> Option<Id> {
        self.planned_by_number(*self.people.get(&volunteer)?)
    }

    /// Those whom the plan gives no place, each with how many placements the rules allow.
    pub fn unplanned(&self) -> impl Iterator<Item = (&VolunteerDetail, usize)> {
        let settled = self.settled.iter().map(|settled| settled.volunteer);
        let gone: HashSet<u32> = settled.chain(self.together.seated().map(|(volunteer, _)| volunteer)).collect();
        let numbered = (0_u32..).zip(&self.question.people);
        let left = numbered.filter(move |(number, _)| !gone.contains(number) && self.solver.post_of(*number).is_none());
        left.map(|(number, person)| (person, self.solver.graph().posts_of(number).len()))
    }

    pub(super) fn planned_by_number(&self, volunteer: u32) -> Option<Id> {
        self.planned_post(volunteer).map(|post| self.placement(post))
    }

    pub(super) fn planned_post(&self, volunteer: u32) -> Option<u32> {
        let settled = self.settled.iter().find(|settled| settled.volunteer == volunteer).map(|settled| settled.post);
        let seated = || self.together.seat_of(volunteer);
        settled.or_else(seated).or_else(|| self.solver.post_of(volunteer))
    }

    fn choice_without_cost(&self, pair: Pair) -> Choice {
        Choice {
            placement: self.placement(pair.post),
            candidate: self.candidate(pair.volunteer, pair.post),
            planned: self.planned_by_number(pair.volunteer),
            cost: None,
        }
    }

    /// What is lost, in words' terms.
    pub(super) fn cost(&self, regret: &Regret, exact: bool) -> Cost {
        let count =
            |end: fn(&Move) -> Option<u32>| regret.moves.iter().filter(|moved| end(moved).is_some()).count() as i64;
        let places = count(|moved| moved.from) - count(|moved| moved.to);
        let (urgency, fit) = split(regret.loss);
        Cost { places, urgency, fit, exact, moves: self.moved(&regret.moves) }
    }

    pub(super) fn moved(&self, moves: &[Move]) -> Vec<Moved> {
        let place = |post: Option<u32>| post.map(|post| self.placement(post));
        let moved = |moved: &Move| Moved {
            volunteer: self.volunteer(moved.volunteer),
            from: place(moved.from),
            to: place(moved.to),
        };
        moves.iter().map(moved).collect()
    }
}

/// Urgency and fit of a sum of weights. They are in one number, and either may be lost while the other is gained.
pub(super) fn split(sum: i64) -> (i64, i64) {
    let urgency = (sum + (1 << (tiers::TIER_SHIFT - 1))) >> tiers::TIER_SHIFT;
    (urgency, sum - (urgency << tiers::TIER_SHIFT))
}
