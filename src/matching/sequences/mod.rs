//! Several missions one after the other for one person, with rest between: a plan, a bound that is proved, and the gap.
//!
//! In numbers alone: people with what each could do and when, posts with places ([`Problem`]). To find the best of such
//! plans is hard in general, unlike the assignment of one mission to each. So prices give a bound that no plan exceeds
//! ([`prices`]), and a plan that is often within a hair of it ([`exchange`]); where that is small enough, what no better
//! plan can hold is left out until nothing is left to look for ([`close`]). Plan, bound and gap are always told as such.

mod budget;
mod close;
mod exchange;
mod prices;
mod problem;
#[cfg(test)]
mod tests;

pub use prices::{Bound, SCALE};
pub use problem::{Candidate, Problem};

use budget::Budget;
use close::close;
use prices::Descent;
use problem::Routes;

/// Hears how far the search has come (done, of), and says whether to go on.
pub type Watch<'a> = &'a (dyn Fn(usize, usize) -> bool + Sync);

/// The plan that was found and what is proved of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sequences {
    /// Of each person the missions, by the first day.
    pub missions: Vec<Vec<Candidate>>,
    /// The points of all of them.
    pub value: i64,
    /// Points that no plan exceeds.
    pub bound: i64,
    /// How often prices were moved and looked at.
    pub steps: usize,
    /// Whether the plan is proved best.
    pub closed: bool,
}

/// Looks at each candidate in all.
const LOOKS: usize = 600;

/// Looks that small problems have in all.
const LEAST: usize = 100_000_000;

/// Times that prices are moved for a while and a plan is made of them, before the problem is divided.
const STAGES: usize = 6;

/// Steps in each of them.
const STEPS: usize = 50;

/// Exchanges in each of them, at most.
const EXCHANGES: u64 = 8;

/// Finds a plan, a bound, and where it is small enough the proof that no plan is better. Where `watch` stops it, what was
/// found by then: plan and bound always hold.
pub fn solve(problem: &Problem, watch: Watch<'_>) -> Sequences {
    let mut budget = Budget::new((problem.count() * LOOKS).max(LEAST), watch);
    let (mut routes, mut bound) = start(problem, &mut budget);
    let mut descent = Descent::new(&bound);
    for _ in 0..STAGES {
        close::descend(problem, &mut bound, &mut descent, STEPS, routes.value, &mut budget);
        if bound.points() <= routes.value || !budget.is_left() {
            break;
        }
        let mut other = exchange::by_prices(problem, &bound.prices);
        exchange::improve(problem, &mut other, EXCHANGES, &mut budget);
        if other.value > routes.value {
            routes = other;
        }
    }
    let mut proved = bound.points();
    if proved > routes.value && budget.is_left() {
        proved = proved.min(close(problem, &mut routes, bound, i64::MIN, &mut budget));
    }
    // What was left out cannot be in a better plan.
    let bound = proved.max(routes.value);
    let closed = bound == routes.value;
    Sequences { value: routes.value, bound, closed, steps: budget.steps, missions: routes.of }
}

/// Points that no plan exceeds, where one of so many is known: the bound alone, without looking for a better plan.
pub fn bound(problem: &Problem, value: i64, watch: Watch<'_>) -> i64 {
    let mut budget = Budget::new((problem.count() * LOOKS).max(LEAST), watch);
    let (_, mut bound) = start(problem, &mut budget);
    let mut descent = Descent::new(&bound);
    close::descend(problem, &mut bound, &mut descent, STAGES * STEPS, value, &mut budget);
    bound.points().max(value)
}

/// One mission each, exactly, and its prices.
fn start(problem: &Problem, budget: &mut Budget<'_>) -> (Routes, Bound) {
    let mut routes = Routes::none(problem);
    let Some(solver) = exchange::exchange(problem, &mut routes, 0, &|| budget.is_stopped()) else {
        return (routes, Bound::new(problem, Vec::new()));
    };
    let prices = (0..problem.capacities().len() as u32).map(|post| solver.price(post) * SCALE).collect();
    exchange::fill(problem, &mut routes);
    (routes, Bound::new(problem, prices))
}
