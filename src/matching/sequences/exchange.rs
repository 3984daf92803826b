//! Plans from prices, and better plans from plans.
//!
//! A plan is made by letting people choose one after the other, whoever gains most first, among the places that are left.
//! It becomes better by *exchange*: everybody puts at most one of their missions at disposal, and all of those are
//! assigned anew at once, together with the places that are empty. With what each keeps, this is the assignment of one
//! mission to each person, which [`assignment`](crate::matching::assignment) solves exactly; so the plan never gets worse,
//! and every chain of moves in which each person changes one mission is found.

use super::budget::Budget;
use super::prices::{choose, each_chosen};
use super::problem::{Candidate, Problem, Routes};
use crate::matching::assignment::{Graph, Solver, mixed};

/// People choose their missions after their prices, whoever gains most first, while there are places; then once more
/// without prices, so that no place stays empty that somebody could have.
pub(super) fn by_prices(problem: &Problem, prices: &[i64]) -> Routes {
    let mut routes = Routes::none(problem);
    let mut best = Vec::new();
    let gains = (0..problem.people()).map(|person| {
        (std::cmp::Reverse(choose(problem.of(person), problem.before(person), prices, &mut best)), person)
    });
    let mut order: Vec<(std::cmp::Reverse<i64>, u32)> = gains.collect();
    order.sort_unstable();
    for (_, person) in &order {
        choose_again(problem, &mut routes, *person, prices);
    }
    fill(problem, &mut routes);
    routes
}

/// What everybody would choose at these prices; the caller has seen that there are places.
pub(super) fn everybody(problem: &Problem, prices: &[i64]) -> Routes {
    let mut routes = Routes::none(problem);
    (0..problem.people()).for_each(|person| choose_again(problem, &mut routes, person, prices));
    routes
}

/// Everybody chooses again among their own places and those that are left, at no price.
pub(super) fn fill(problem: &Problem, routes: &mut Routes) {
    let free = vec![0; problem.capacities().len()];
    for person in 0..problem.people() {
        let before = routes.value;
        let kept = routes.of[person as usize].clone();
        choose_again(problem, routes, person, &free);
        if routes.value <= before {
            routes.set(person, kept);
        }
    }
}

fn choose_again(problem: &Problem, routes: &mut Routes, person: u32, prices: &[i64]) {
    routes.set(person, Vec::new());
    let (row, before) = (problem.of(person), problem.before(person));
    // Without points nothing is chosen, whatever the price.
    let with_places: Vec<Candidate> = row
        .iter()
        .map(|one| if routes.left[one.post as usize] > 0 { *one } else { Candidate { weight: 0, ..*one } })
        .collect();
    let mut best = Vec::new();
    choose(&with_places, before, prices, &mut best);
    let mut route = Vec::new();
    each_chosen(before, &best, |place| route.push(row[place]));
    route.reverse();
    routes.set(person, route);
}

/// One exchange; `round` says which mission each puts at disposal. Gives the assignment; nothing where it was
/// stopped.
pub(super) fn exchange(problem: &Problem, routes: &mut Routes, round: u64, stop: &dyn Fn() -> bool) -> Option<Solver> {
    let mut kept: Vec<Vec<Candidate>> = Vec::with_capacity(problem.people() as usize);
    let mut pairs: Vec<(u32, u32, i32)> = Vec::new();
    let mut capacities = problem.capacities().to_vec();
    for person in 0..problem.people() {
        let mut keeps = routes.of[person as usize].clone();
        // Every second time some keep all that they have.
        let choices = keeps.len() as u64 + round % 2;
        if !keeps.is_empty() {
            let given = mixed(u64::from(person) ^ (round << 32)) % choices;
            if (given as usize) < keeps.len() {
                keeps.remove(given as usize);
            }
        }
        keeps.iter().for_each(|one| capacities[one.post as usize] -= 1);
        let row = problem.of(person).iter();
        let fits = row.filter(|one| keeps.iter().all(|other| one.leaves_room_for(other, problem.rest())));
        // Ordered by weight, the best of several days of one post comes last and counts.
        let from = pairs.len();
        pairs.extend(fits.map(|one| (person, one.post, one.weight)));
        pairs[from..].sort_unstable_by_key(|(_, post, weight)| (*post, *weight));
        kept.push(keeps);
    }
    let (people, posts) = (problem.people() as usize, capacities.len());
    let graph = Graph::new(Graph::keys_by_number(people), Graph::keys_by_number(posts), capacities, &pairs);
    let solver = Solver::solve_unless(graph, stop)?;
    let mut better = Routes::none(problem);
    for (person, mut route) in (0..).zip(kept) {
        if let Some(post) = solver.post_of(person) {
            let row = problem.of(person).iter();
            let fits = row.filter(|one| one.post == post);
            let fits = fits.filter(|one| route.iter().all(|other| one.leaves_room_for(other, problem.rest())));
            if let Some(best) = fits.max_by_key(|one| one.weight) {
                route.push(*best);
                route.sort_unstable_by_key(|one| one.first);
            }
        }
        better.set(person, route);
    }
    if better.value > routes.value {
        *routes = better;
    }
    Some(solver)
}

/// Looks at all candidates that an exchange takes as long as.
const LOOKS: usize = 8;

/// Exchanges until several in a row gain nothing, at most so many.
pub(super) fn improve(problem: &Problem, routes: &mut Routes, most: u64, budget: &mut Budget<'_>) {
    let mut in_vain = 0;
    for _ in 0..most {
        let before = routes.value;
        budget.exchanges += 1;
        if exchange(problem, routes, budget.exchanges, &|| budget.is_stopped()).is_none() {
            return;
        }
        fill(problem, routes);
        budget.look(problem, LOOKS);
        in_vain = if routes.value > before { 0 } else { in_vain + 1 };
        if in_vain >= 4 || !budget.is_left() {
            return;
        }
    }
}
