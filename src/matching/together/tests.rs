//! Thousands of tiny instances, each against all the plans that there are.

use super::*;
use crate::matching::assignment::{Graph, tiers};

/// A small generator of numbers (SplitMix64), the same on every machine.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % u64::from(limit)) as u32
    }
}

/// An instance small enough to try everything.
#[derive(Debug, Clone)]
struct Tiny {
    capacities: Vec<u32>,
    weights: Vec<Vec<Option<i32>>>,
    parties: Vec<Party>,
    /// Ways that look possible and are not.
    shut: Vec<(usize, Way)>,
    teams: Vec<u32>,
}

impl Tiny {
    fn any(chance: &mut Chance, urgent: bool) -> Self {
        let (volunteers, posts) = (chance.below(7), 1 + chance.below(5));
        let weight = |chance: &mut Chance, post: u32| {
            let fit = chance.below(10) as i32;
            if urgent { tiers::weight((post % 3) as u8, fit as u16) } else { fit - 1 }
        };
        let weights: Vec<Vec<Option<i32>>> = (0..volunteers)
            .map(|_| (0..posts).map(|post| (chance.below(5) < 3).then(|| weight(chance, post))).collect())
            .collect();
        let capacities: Vec<u32> = (0..posts).map(|_| chance.below(4)).collect();
        let teams = (0..posts).filter(|&post| capacities[post as usize] > 1 && chance.below(3) == 0).collect();
        let countries: Vec<u32> = (0..posts).map(|_| chance.below(3)).collect();
        let (mut parties, mut shut) = (Vec::new(), Vec::new());
        let mut next = 0;
        while next < volunteers && parties.len() < 3 && chance.below(4) > 0 {
            let other = (chance.below(5) > 0 && next + 1 < volunteers).then_some(next + 1);
            let mut ways: Vec<Way> = Vec::new();
            for one in 0..posts {
                match other {
                    None if chance.below(2) == 0 => ways.push((one, None)),
                    None => {}
                    Some(_) => {
                        let near = (0..posts).filter(|&near| countries[near as usize] == countries[one as usize]);
                        ways.extend(near.map(|near| (one, Some(near))));
                    }
                }
            }
            shut.extend(ways.iter().filter(|_| chance.below(6) == 0).map(|&way| (parties.len(), way)));
            parties.push(Party { people: (next, other), ways });
            next += 1 + u32::from(other.is_some());
        }
        Self { capacities, weights, parties, shut, teams }
    }

    fn graph(&self) -> Graph {
        let row = |(volunteer, row): (u32, &Vec<Option<i32>>)| -> Vec<(u32, u32, i32)> {
            (0..).zip(row).filter_map(|(post, weight)| weight.map(|weight| (volunteer, post, weight))).collect()
        };
        let pairs: Vec<(u32, u32, i32)> = (0..).zip(&self.weights).flat_map(row).collect();
        let keys = Graph::keys_by_number;
        Graph::new(keys(self.weights.len()), keys(self.capacities.len()), self.capacities.clone(), &pairs)
    }

    fn find(&self, solver: &mut Solver, tries: usize) -> Found {
        let may = |party: usize, way: Way| !self.shut.contains(&(party, way));
        let conditions = Conditions { parties: &self.parties, teams: &self.teams, may: &may };
        let mut ways = Ways::new(solver.graph(), &self.parties);
        find(solver, conditions, &mut ways, Effort { tries, stop: &|| false })
    }

    /// The best of all plans, person by person.
    fn best(&self) -> i64 {
        self.best_from(&mut Vec::new(), &mut self.capacities.clone()).unwrap_or_default()
    }

    fn best_from(&self, plan: &mut Vec<Option<u32>>, left: &mut [u32]) -> Option<i64> {
        let Some(row) = self.weights.get(plan.len()) else { return self.worth(plan) };
        plan.push(None);
        let mut best = self.best_from(plan, left);
        plan.pop();
        for (post, weight) in (0..).zip(row) {
            if weight.is_some() && left[post as usize] > 0 {
                left[post as usize] -= 1;
                plan.push(Some(post));
                best = best.max(self.best_from(plan, left));
                plan.pop();
                left[post as usize] += 1;
            }
        }
        best
    }

    /// What a plan is worth; nothing where it parts a couple or breaks a team.
    fn worth(&self, plan: &[Option<u32>]) -> Option<i64> {
        let at = |person: u32| plan[person as usize];
        for (number, party) in self.parties.iter().enumerate() {
            let (one, other) = (at(party.people.0), party.people.1.map(at));
            let goes = one.is_some() || other.flatten().is_some();
            let way = one.map(|one| (one, other.flatten()));
            if goes && !way.is_some_and(|way| party.ways.contains(&way) && !self.shut.contains(&(number, way))) {
                return None;
            }
        }
        for &team in &self.teams {
            let there = plan.iter().filter(|post| **post == Some(team)).count() as u32;
            if there > 0 && there < self.capacities[team as usize] {
                return None;
            }
        }
        let points = |(row, post): (&Vec<Option<i32>>, &Option<u32>)| post.and_then(|post| row[post as usize]);
        Some(self.weights.iter().zip(plan).filter_map(points).map(i64::from).sum())
    }
}

fn tinies(seed: u64, count: usize, urgent: bool, mut work: impl FnMut(Tiny)) {
    let mut chance = Chance(seed);
    (0..count).for_each(|_| work(Tiny::any(&mut chance, urgent)));
}

/// The plan of a solver that was given what was found.
fn applied(tiny: &Tiny, found: &Found, solver: &mut Solver) -> Vec<Option<u32>> {
    let applied = Applied::apply(found, &tiny.parties, solver);
    let mut plan: Vec<Option<u32>> = (0..tiny.weights.len() as u32).map(|person| solver.post_of(person)).collect();
    for (party, way) in tiny.parties.iter().zip(&found.ways) {
        plan[party.people.0 as usize] = way.map(|way| way.0);
        if let Some(other) = party.people.1 {
            plan[other as usize] = way.and_then(|way| way.1);
        }
    }
    assert!(solver.prove().is_ok());
    applied.take_back(solver);
    plan
}

fn is_best(tiny: &Tiny) {
    let mut solver = Solver::solve(tiny.graph());
    let found = tiny.find(&mut solver, usize::MAX);
    assert_eq!((found.total, found.is_proved()), (tiny.best(), true), "{found:?} {tiny:?}");
    assert!(found.total <= solver.total(), "nothing is better than a plan that keeps to nothing");
}

#[test]
fn the_best_of_all_plans_is_found_and_proved() {
    tinies(7, 50_000, false, |tiny| is_best(&tiny));
}

#[test]
fn the_best_of_all_plans_is_found_where_the_urgent_comes_first() {
    tinies(8, 50_000, true, |tiny| is_best(&tiny));
}

#[test]
fn what_was_found_can_be_applied_and_taken_back() {
    tinies(9, 10_000, false, |tiny| {
        let mut solver = Solver::solve(tiny.graph());
        let before: Vec<(u32, u32)> = solver.pairs().collect();
        let found = tiny.find(&mut solver, usize::MAX);
        let plan = applied(&tiny, &found, &mut solver);
        assert_eq!(tiny.worth(&plan), Some(found.total), "{found:?} {tiny:?}");
        let mut pairs: Vec<(u32, u32)> = found.pairs(&tiny.parties).collect();
        pairs.sort_unstable();
        assert_eq!(pairs, (0..).zip(plan).filter_map(|(who, at)| Some((who, at?))).collect::<Vec<_>>());
        assert_eq!(solver.pairs().collect::<Vec<_>>(), before, "{tiny:?}");
        assert_eq!(solver.prove(), Ok(i128::from(solver.total())));
    });
}

#[test]
fn with_little_effort_there_is_a_plan_and_a_bound_that_holds() {
    let mut open = 0;
    tinies(10, 10_000, false, |tiny| {
        let mut solver = Solver::solve(tiny.graph());
        let found = tiny.find(&mut solver, 0);
        let best = tiny.best();
        assert!(found.total <= best && best <= found.bound, "{found:?} {best} {tiny:?}");
        assert_eq!(tiny.worth(&applied(&tiny, &found, &mut solver)), Some(found.total), "{found:?} {tiny:?}");
        open += usize::from(!found.is_proved());
    });
    assert!(open > 0, "some are not closed");
}

#[test]
fn gains_known_before_hold_where_a_place_and_somebody_without_one_are_gone() {
    let mut tried = 0;
    tinies(11, 20_000, false, |tiny| {
        let mut solver = Solver::solve(tiny.graph());
        let may = |party: usize, way: Way| !tiny.shut.contains(&(party, way));
        let conditions = Conditions { parties: &tiny.parties, teams: &tiny.teams, may: &may };
        let mut ways = Ways::new(solver.graph(), &tiny.parties);
        let mut apart = Apart::new(&mut solver, &tiny.parties);
        apart.look_for_gains(&mut solver, conditions, &mut ways);
        for person in 0..tiny.weights.len() as u32 {
            if solver.is_withdrawn(person) || solver.post_of(person).is_some() {
                continue;
            }
            for post in (0..tiny.capacities.len() as u32).filter(|&post| tiny.capacities[post as usize] > 0) {
                let mark = solver.mark();
                solver.try_withdrawn(person);
                solver.try_capacity(post, tiny.capacities[post as usize] - 1);
                let value = apart.root.value + solver.gained_since(mark);
                let known = Root { value, limit: i64::MAX, gains: apart.root.gains.clone() };
                let effort = Effort { tries: usize::MAX, stop: &|| false };
                let quick = find_from(&known, &mut solver, conditions, &mut ways, effort);
                let slow = find_from(&Root { gains: None, ..known }, &mut solver, conditions, &mut ways, effort);
                assert_eq!((quick.total, quick.is_proved()), (slow.total, true), "{person} {post} {tiny:?}");
                solver.undo(mark);
                tried += 1;
            }
        }
        apart.take_back(&mut solver);
        assert_eq!(solver.prove(), Ok(i128::from(solver.total())));
    });
    assert!(tried > 1_000, "{tried}");
}
