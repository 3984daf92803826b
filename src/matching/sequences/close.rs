//! Proving the plan best, or finding the one that is, where that is small enough.
//!
//! What a plan better than the one there is cannot hold is left out: a candidate with which, at these prices, even the
//! best missions around it leave the bound no higher than the plan. What is left falls apart into people who share no
//! post that could be too small; each part has its own prices, and its bound is whole. Where a part does not close so, it
//! is tried with and without a candidate on which its people and its places do not agree (branch and bound).

use super::budget::Budget;
use super::exchange::{by_prices, everybody, improve};
use super::prices::{Bound, Descent, SCALE, choose, gain};
use super::problem::{Candidate, Problem, Routes};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Moves the prices so often, or until they prove that nothing is worth more than `enough`.
pub(super) fn descend(
    problem: &Problem,
    best: &mut Bound,
    descent: &mut Descent,
    steps: usize,
    enough: i64,
    budget: &mut Budget<'_>,
) {
    let mut last = best.clone();
    for _ in 0..steps {
        if best.points() <= enough || descent.is_spent() || !budget.is_left() {
            break;
        }
        descent.step(problem, &mut last, best, enough);
        budget.steps += 1;
        budget.look(problem, 1);
    }
}

/// Steps for each part of the problem before it is divided further.
const STEPS: usize = 80;

/// Exchanges for each part.
const EXCHANGES: u64 = 40;

/// With more candidates than this, asking for one of them would only be the first of too many questions.
const SMALL: usize = 4000;

/// So many questions one within the other, and no more: each takes a piece of the stack.
const DEEPEST: u32 = 100;

/// Finds a plan worth more than `beat`, or proves that there is none: gives points that no plan exceeds, unless they are
/// fewer than `beat`. `routes` becomes the best plan found.
pub(super) fn close(
    problem: &Problem,
    routes: &mut Routes,
    mut bound: Bound,
    beat: i64,
    budget: &mut Budget<'_>,
) -> i64 {
    let goal = |routes: &Routes| routes.value.max(beat);
    let mut descent = Descent::new(&bound);
    loop {
        descend(problem, &mut bound, &mut descent, STEPS, goal(routes), budget);
        for mut other in [routes.clone(), by_prices(problem, &bound.prices)] {
            if bound.points() > goal(routes) && budget.is_left() {
                improve(problem, &mut other, EXCHANGES, budget);
                if other.value > routes.value {
                    *routes = other;
                }
            }
        }
        if bound.points() <= goal(routes) || !budget.is_left() {
            return bound.points();
        }
        let parts = parts(problem, routes, &bound, goal(routes));
        let kept: usize = parts.iter().map(|part| part.problem.count()).sum();
        // Unless a good part of it went, another look at the same leads nowhere.
        if parts.len() > 1 || kept * 10 <= problem.count() * 9 {
            return divide(routes, &bound, parts, budget).max(goal(routes)).min(bound.points());
        }
        if problem.count() <= SMALL && budget.depth < DEEPEST {
            budget.depth += 1;
            let proved = branch(problem, routes, &bound, beat, budget);
            budget.depth -= 1;
            return proved.min(bound.points());
        }
    }
}

/// Closes each part by itself: points that no plan of all parts exceeds.
fn divide(routes: &mut Routes, bound: &Bound, parts: Vec<Part>, budget: &mut Budget<'_>) -> i64 {
    let mut proved = 0_i64;
    for part in parts {
        let mut inner = part.routes(routes);
        let value = inner.value;
        let prices = part.posts.iter().map(|(post, _)| bound.prices[*post as usize]).collect();
        let start = Bound::new(&part.problem, prices);
        proved += if start.points() <= value {
            value
        } else {
            close(&part.problem, &mut inner, start, value, budget).max(inner.value)
        };
        if inner.value > value {
            part.give_back(routes, inner);
        }
    }
    proved
}

/// People who share posts that could be too small for them, with all that a better plan could hold.
struct Part {
    people: Vec<u32>,
    /// By number, with the places.
    posts: Vec<(u32, u32)>,
    problem: Problem,
}

impl Part {
    /// Its part of a plan.
    fn routes(&self, routes: &Routes) -> Routes {
        let mut inner = Routes::none(&self.problem);
        for (inside, person) in (0..).zip(&self.people) {
            let route = routes.of[*person as usize].iter();
            let route = route.filter_map(|one| {
                let post = self.posts.binary_search_by_key(&one.post, |(post, _)| *post).ok()?;
                Some(Candidate { post: post as u32, ..*one })
            });
            inner.set(inside, route.collect());
        }
        inner
    }

    fn give_back(&self, routes: &mut Routes, inner: Routes) {
        // All at once: in between, a post might have too few places.
        for person in &self.people {
            routes.set(*person, Vec::new());
        }
        for (person, route) in self.people.iter().zip(inner.of) {
            let route = route.into_iter().map(|one| Candidate { post: self.posts[one.post as usize].0, ..one });
            routes.set(*person, route.collect());
        }
    }
}

/// What is left of the problem for a plan worth more than `goal`, in the parts into which it falls.
fn parts(problem: &Problem, routes: &Routes, bound: &Bound, goal: i64) -> Vec<Part> {
    let mut kept: Vec<Vec<bool>> = Vec::with_capacity(problem.people() as usize);
    let mut sharers: Vec<Vec<u32>> = vec![Vec::new(); problem.capacities().len()];
    // More than this of the bound may not be lost.
    let room = bound.scaled - (i128::from(goal) + 1) * i128::from(SCALE);
    let mut through = Through::default();
    for person in 0..problem.people() {
        through.look(problem, person, &bound.prices);
        let own = &routes.of[person as usize];
        let row = problem.of(person);
        let keeps = (0..row.len()).map(|place| through.lost(place) <= room || own.contains(&row[place]));
        let keeps: Vec<bool> = keeps.collect();
        for (one, _) in row.iter().zip(&keeps).filter(|(_, keeps)| **keeps) {
            let sharers = &mut sharers[one.post as usize];
            if sharers.last() != Some(&person) {
                sharers.push(person);
            }
        }
        kept.push(keeps);
    }
    let mut group: Vec<u32> = (0..problem.people()).collect();
    for (sharers, places) in sharers.iter().zip(problem.capacities()) {
        if sharers.len() > *places as usize {
            for pair in sharers.windows(2) {
                let (one, other) = (root(&mut group, pair[0]), root(&mut group, pair[1]));
                group[one.max(other) as usize] = one.min(other);
            }
        }
    }
    let mut people: Vec<(u32, u32)> = (0..problem.people())
        .filter(|person| kept[*person as usize].contains(&true))
        .map(|person| (root(&mut group, person), person))
        .collect();
    people.sort_unstable();
    let part = |some: &[(u32, u32)]| {
        let people: Vec<u32> = some.iter().map(|(_, person)| *person).collect();
        let keeps = |person: u32, place: usize, _: &Candidate| kept[person as usize][place];
        // A post at which there are more places than people in this part needs no more than one for each.
        let mut sharers: BTreeMap<u32, u32> = BTreeMap::new();
        for person in &people {
            let row = problem.of(*person).iter().zip(&kept[*person as usize]);
            let mut named: Vec<u32> = row.filter(|(_, keeps)| **keeps).map(|(one, _)| one.post).collect();
            named.sort_unstable();
            named.dedup();
            named.into_iter().for_each(|post| *sharers.entry(post).or_default() += 1);
        }
        let posts: Vec<(u32, u32)> =
            sharers.into_iter().map(|(post, count)| (post, count.min(problem.capacities()[post as usize]))).collect();
        let problem = problem.part(&people, &posts, keeps);
        Part { people, posts, problem }
    };
    people.chunk_by(|one, other| one.0 == other.0).map(part).collect()
}

fn root(group: &mut [u32], mut person: u32) -> u32 {
    while group[person as usize] != person {
        group[person as usize] = group[group[person as usize] as usize];
        person = group[person as usize];
    }
    person
}

/// For each of a person's candidates, the best missions in turn that hold it.
#[derive(Default)]
struct Through {
    best: Vec<i64>,
    /// What the best of the last so many are worth, by the first day.
    after: Vec<i64>,
    by_first: Vec<usize>,
    whole: i64,
    with: Vec<i64>,
}

impl Through {
    fn look(&mut self, problem: &Problem, person: u32, prices: &[i64]) {
        let (row, before) = (problem.of(person), problem.before(person));
        self.whole = choose(row, before, prices, &mut self.best);
        self.by_first.clear();
        self.by_first.extend(0..row.len());
        self.by_first.sort_unstable_by_key(|place| row[*place].first);
        self.after.clear();
        self.after.resize(row.len() + 1, 0);
        self.with.clear();
        self.with.resize(row.len(), 0);
        for (number, &place) in self.by_first.iter().enumerate().rev() {
            let one = &row[place];
            let over = i64::from(one.last) + i64::from(problem.rest());
            let next = self.by_first.partition_point(|other| i64::from(row[*other].first) <= over);
            let onwards = gain(one, prices) + self.after[next];
            self.after[number] = self.after[number + 1].max(onwards);
            self.with[place] = self.best[before[place] as usize] + onwards;
        }
    }

    /// How much is lost by holding a candidate.
    fn lost(&self, place: usize) -> i128 {
        i128::from(self.whole - self.with[place])
    }
}

/// With and without a candidate: points that no plan exceeds unless they are fewer than `beat`.
fn branch(problem: &Problem, routes: &mut Routes, bound: &Bound, beat: i64, budget: &mut Budget<'_>) -> i64 {
    let Some((person, chosen)) = disputed(problem, bound) else {
        // What everybody would choose is a plan, and worth the bound.
        *routes = everybody(problem, &bound.prices);
        return bound.points();
    };
    let places = |less: u32| -> Vec<(u32, u32)> {
        let all = (0..).zip(problem.capacities());
        all.map(|(post, places)| (post, places - if post == chosen.post { less } else { 0 })).collect()
    };
    let people: Vec<u32> = (0..problem.people()).collect();
    let mut proved = i64::MIN;
    for with in [true, false] {
        let is_last = with && problem.capacities()[chosen.post as usize] == 1;
        let keeps = |one: u32, _: usize, candidate: &Candidate| match (one == person, with) {
            (false, _) => !(is_last && candidate.post == chosen.post),
            (true, true) => candidate.leaves_room_for(&chosen, problem.rest()),
            (true, false) => *candidate != chosen,
        };
        let (less, points) = if with { (1, i64::from(chosen.weight)) } else { (0, 0) };
        let part = problem.part(&people, &places(less), keeps);
        let start = Bound::new(&part, bound.prices.clone());
        let beat = routes.value.max(beat) - points;
        let mut found = by_prices(&part, &start.prices);
        let inner = if start.points() <= beat { start.points() } else { close(&part, &mut found, start, beat, budget) };
        if found.value + points > routes.value {
            if with {
                found.of[person as usize].push(chosen);
                found.of[person as usize].sort_unstable_by_key(|one| one.first);
            }
            let mut better = Routes::none(problem);
            found.of.into_iter().zip(0..).for_each(|(route, person)| better.set(person, route));
            *routes = better;
        }
        proved = proved.max(inner + points);
        if !budget.is_left() {
            return bound.points();
        }
    }
    proved
}

/// Whom to ask first, and about what: at the post at which most is at stake, as more people want it than it has places or
/// fewer, whoever has it and would lose most without it, or where nobody has, whoever comes nearest.
fn disputed(problem: &Problem, bound: &Bound) -> Option<(u32, Candidate)> {
    let stake = |post: u32| {
        let (wanted, places) = (bound.wanted[post as usize], problem.capacities()[post as usize]);
        let price = bound.prices[post as usize].max(i64::from(wanted > places));
        (i64::from(wanted.abs_diff(places)) * price, Reverse(post))
    };
    let posts = 0..problem.capacities().len() as u32;
    let (_, Reverse(post)) = posts.map(stake).filter(|stake| stake.0 > 0).max()?;
    let mut prices = bound.prices.clone();
    prices[post as usize] = i64::MAX / 4;
    let (mut through, mut best) = (Through::default(), Vec::new());
    let mut found: Option<((i64, Reverse<u32>), Candidate)> = None;
    for person in 0..problem.people() {
        let row = problem.of(person);
        let places = (0..row.len()).filter(|place| row[*place].post == post);
        let Some(_) = places.clone().next() else { continue };
        through.look(problem, person, &bound.prices);
        let without = choose(row, problem.before(person), &prices, &mut best);
        for place in places {
            let rank = (through.with[place] - without, Reverse(person));
            if found.is_none_or(|(most, _)| rank > most) {
                found = Some((rank, row[place]));
            }
        }
    }
    found.map(|((_, Reverse(person)), one)| (person, one))
}
