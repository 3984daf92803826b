//! What another choice would cost a plan with couples and teams: found by planning again with it.
//!
//! Where nobody is bound to anybody, the solver tells it at once. Otherwise each choice is first tried with all couples and
//! teams left as they are, which costs that at most, and then, as long as there is time, planned for anew.

use super::costs::Cost;
use super::groups::{Bound, Couple, Days, Together};
use super::planner::{Planner, judge};
use crate::matching::assignment::{Force, Move, Regret, chained};
use crate::matching::together::{self, Apart, Applied, Effort, Found, Party, Root, Ways};

/// A person at a placement, by number, with what that is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) volunteer: u32,
    pub(super) post: u32,
    pub(super) weight: i32,
}

/// A plan other than the planner's.
struct Other {
    found: Found,
    pairs: Seated,
    /// Points of what is forced, which the rest does not know.
    forced: i64,
}

/// Couples and their ways, where they are others than the plan's.
type OtherBound = Option<(Vec<Couple>, Vec<Party>)>;

/// Who goes where in a plan, by volunteer.
struct Seated(Vec<(u32, u32)>);

impl Seated {
    fn new(pairs: impl Iterator<Item = (u32, u32)>) -> Self {
        let mut pairs: Vec<(u32, u32)> = pairs.collect();
        pairs.sort_unstable();
        Self(pairs)
    }

    fn post_of(&self, volunteer: u32) -> Option<u32> {
        let at = self.0.binary_search_by_key(&volunteer, |&(volunteer, _)| volunteer).ok()?;
        Some(self.0[at].1)
    }

    /// Who goes elsewhere in another plan, by volunteer.
    fn moves_to(&self, other: &Self) -> Vec<Move> {
        let gone = self.0.iter().map(|&(volunteer, post)| (volunteer, Some(post), other.post_of(volunteer)));
        let come = other.0.iter().map(|&(volunteer, post)| (volunteer, self.post_of(volunteer), Some(post)));
        let come = come.filter(|(_, from, _)| from.is_none());
        let moves = gone.chain(come).filter(|(_, from, to)| from != to);
        let mut moves: Vec<Move> = moves.map(|(volunteer, from, to)| Move { volunteer, from, to }).collect();
        moves.sort_unstable_by_key(|moved| moved.volunteer);
        moves
    }
}

impl Planner {
    /// What the plan loses by each of these, each for itself.
    pub(super) fn costs_of(&mut self, pairs: &[Pair]) -> Vec<Option<Cost>> {
        let mut costs: Vec<Option<Cost>> = pairs.iter().map(|pair| self.cost_as_it_is(*pair)).collect();
        let is_open = |cost: &Option<Cost>| cost.as_ref().is_none_or(|cost| !cost.exact);
        if self.together.is_empty() || !costs.iter().any(is_open) {
            return costs;
        }
        let before = self.seated_now();
        let apart = self.apart();
        let (mut tries, most) = (0, 5 * self.at_once());
        for (cost, pair) in costs.iter_mut().zip(pairs) {
            if !is_open(cost) || tries >= most {
                continue;
            }
            let Some(other) = self.plan_with(*pair, &apart.root) else { continue };
            tries += other.found.tries;
            let found = self.cost_of(&before, &other);
            let is_less = |known: &Cost| (found.urgency, found.fit) < (known.urgency, known.fit);
            if found.exact || cost.as_ref().is_none_or(is_less) {
                *cost = Some(found);
            }
        }
        apart.take_back(&mut self.solver);
        self.put_together();
        costs
    }

    /// What the plan loses at most by a pair: with all couples and teams as they are, where it has nothing to do with them.
    fn cost_as_it_is(&mut self, pair: Pair) -> Option<Cost> {
        let Pair { volunteer, post, weight } = pair;
        if self.planned_post(volunteer) == Some(post) {
            return Some(self.cost(&Regret { loss: 0, moves: Vec::new() }, true));
        }
        if self.together.partner(volunteer).is_some() || self.together.teams.contains(&post) {
            return None;
        }
        let regret = self.solver.regret_of(Force::Pair(volunteer, post, weight))?;
        // By what the rules allow anyway, a plan that is proved cannot gain.
        let is_allowed = self.solver.graph().weight(volunteer, post) == Some(weight);
        let is_nothing = regret.loss == 0 && is_allowed && self.together.found.is_proved();
        Some(self.cost(&regret, is_nothing || self.together.is_empty()))
    }

    /// What the plan loses if it may not have a pair; nothing where it does not have it, or the office has settled it.
    pub(super) fn cost_without(&mut self, volunteer: u32, post: u32) -> Option<Cost> {
        let is_seated = self.together.seat_of(volunteer) == Some(post);
        if !is_seated && self.solver.post_of(volunteer) != Some(post) {
            return None;
        }
        if self.together.is_empty() {
            let regret = self.solver.regret_of(Force::NotPair(volunteer, post))?;
            return Some(self.cost(&regret, true));
        }
        let before = self.seated_now();
        self.take_apart();
        let other = if is_seated {
            let mut parties = self.together.parties.clone();
            for party in &mut parties {
                let ways = std::mem::take(&mut party.ways).into_iter();
                party.ways = ways.filter(|way| party.seats(*way).all(|seat| seat != (volunteer, post))).collect();
            }
            self.plan_of(Some((self.together.couples.clone(), parties)), None, None)
        } else {
            let weight = self.solver.graph().weight(volunteer, post);
            self.solver.set_weight(volunteer, post, None);
            let other = self.plan_of(None, None, None);
            self.solver.set_weight(volunteer, post, weight);
            other
        };
        let cost = self.cost_of(&before, &other);
        self.put_together();
        Some(cost)
    }

    fn take_apart(&mut self) {
        std::mem::take(&mut self.together.applied).take_back(&mut self.solver);
    }

    /// Takes couples out of the plan, to plan many times from there.
    fn apart(&mut self) -> Apart {
        self.take_apart();
        let Together { couples, parties, teams, ways, .. } = &mut self.together;
        let days = Days::new(judge(&self.question), &self.terms, &self.question.people);
        let mut apart = Apart::new(&mut self.solver, parties);
        let solver = &mut self.solver;
        Bound { couples, parties, teams, ways }
            .with(&days, |conditions, ways| apart.look_for_gains(solver, conditions, ways));
        apart
    }

    fn put_together(&mut self) {
        self.together.applied = Applied::apply(&self.together.found, &self.together.parties, &mut self.solver);
    }

    /// The best plan where somebody is settled at a placement, with all couples out of the solver's. Nothing where pins
    /// leave no room for it.
    fn plan_with(&mut self, pair: Pair, apart: &Root) -> Option<Other> {
        let places = self.solver.graph().capacity(pair.post);
        if self.settled.iter().any(|settled| settled.volunteer == pair.volunteer) || places == 0 {
            return None;
        }
        let bound = self.together.partner(pair.volunteer).is_some().then(|| self.bound_with(pair));
        // Who has no place without the couples has none with them, so that nobody gains by who is missing (Shapley 1962:
        // places and people are complements); and by a place less everybody only gains less.
        let is_idle = bound.is_none() && self.solver.post_of(pair.volunteer).is_none();
        let mark = self.solver.mark();
        self.solver.try_withdrawn(pair.volunteer);
        self.solver.try_capacity(pair.post, places - 1);
        let root = Root {
            value: apart.value + self.solver.gained_since(mark),
            limit: i64::MAX,
            gains: apart.gains.clone().filter(|_| is_idle),
        };
        let other = self.plan_of(bound, Some(pair), Some(&root));
        self.solver.undo(mark);
        Some(other)
    }

    /// Couples and their ways where one of them is settled at a placement: the other is bound to it.
    fn bound_with(&self, pair: Pair) -> (Vec<Couple>, Vec<Party>) {
        let known = self.together.couples.iter().zip(&self.together.parties);
        let of = |(couple, party): (&Couple, &Party)| {
            let free = match *couple {
                Couple { one, settled: Some(_), .. } if one == pair.volunteer => return None,
                Couple { one, other, .. } if one == pair.volunteer => other,
                Couple { one, other, settled: None } if other == pair.volunteer => one,
                _ => return Some((*couple, party.clone())),
            };
            let couple = Couple { one: free, other: pair.volunteer, settled: Some(pair.post) };
            Some((couple, self.party(couple)))
        };
        known.filter_map(of).unzip()
    }

    /// The best plan, from a root where the couples are out of the solver's plan; without one they are in it.
    fn plan_of(&mut self, other: OtherBound, forced: Option<Pair>, root: Option<&Root>) -> Other {
        let teams = self.teams(forced.map(|pair| pair.post));
        let days = Days::new(judge(&self.question), &self.terms, &self.question.people);
        let effort = Effort { tries: self.at_once(), stop: &|| false };
        let mut other = other.map(|(couples, parties)| {
            let ways = Ways::new(self.solver.graph(), &parties);
            (couples, parties, ways)
        });
        let together = &mut self.together;
        let (couples, parties, ways) = match &mut other {
            Some((couples, parties, ways)) => (&*couples, &*parties, ways),
            None => (&together.couples, &together.parties, &mut together.ways),
        };
        let solver = &mut self.solver;
        let found = Bound { couples, parties, teams: &teams, ways }.with(&days, |conditions, ways| match root {
            Some(root) => together::find_from(root, solver, conditions, ways, effort),
            None => together::find(solver, conditions, ways, effort),
        });
        let pairs = found.pairs(parties).chain(forced.map(|pair| (pair.volunteer, pair.post)));
        let pairs = Seated::new(pairs);
        Other { found, pairs, forced: forced.map_or(0, |pair| i64::from(pair.weight)) }
    }

    /// Who goes where in the plan, but for those who are settled.
    fn seated_now(&self) -> Seated {
        Seated::new(self.together.found.pairs(&self.together.parties))
    }

    /// What the plan loses by another, and who goes elsewhere.
    fn cost_of(&self, before: &Seated, other: &Other) -> Cost {
        let known = &self.together.found;
        let moves = chained(before.moves_to(&other.pairs).into_iter());
        let loss = known.total - other.found.total - other.forced;
        self.cost(&Regret { loss, moves }, known.is_proved() && other.found.is_proved())
    }
}
