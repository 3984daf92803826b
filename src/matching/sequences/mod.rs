//! Several missions one after the other for one person, with rest between: a plan, a bound that is proved, and the gap.
//!
//! In numbers alone: people with what each could do and when, posts with places ([`Problem`]). To find the best of such
//! plans is hard in general, unlike the assignment of one mission to each. So prices give a bound that no plan exceeds
//! ([`prices`]), and a plan that is often within a hair of it ([`exchange`]); where that is small enough, what no better
//! plan can hold is left out until nothing is left to look for ([`close`]). Plan, bound and gap are always told as such.

mod close;
mod exchange;
mod prices;
mod problem;
#[cfg(test)]
mod tests;

pub use prices::{Bound, SCALE};
pub use problem::{Candidate, Problem};

use close::{Budget, close};
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

/// Looks at each candidate, at most, before the prices of the whole problem are left as they are.
const LOOKS: usize = 600;

/// Looks that small problems have in all.
const LEAST: usize = 20_000_000;

/// Finds a plan, a bound, and where it is small enough the proof that no plan is better. Where `watch` stops it, what was
/// found by then: plan and bound always hold.
pub fn solve(problem: &Problem, watch: Watch<'_>) -> Sequences {
    let most = (problem.count() * LOOKS).max(LEAST);
    let mut budget = Budget { looked: 0, most, steps: 0, watch, stopped: false };
    let (mut routes, mut bound) = start(problem, &budget);
    let mut descent = Descent::new(&bound);
    for _ in 0..6 {
        let before = bound.scaled;
        if !close::descend(problem, &mut bound, &mut descent, 50, routes.value, &mut budget) || bound.points() <= routes.value {
            break;
        }
        let mut other = exchange::by_prices(problem, &bound.prices);
        exchange::improve(problem, &mut other, 6, &|| !watch(0, most));
        budget.look(problem, 40);
        if std::env::var("SEQ").is_ok() { eprintln!("stage: bound {:.3} value {} other {} steps {}", bound.scaled as f64 / 1024.0, routes.value, other.value, budget.steps); }
        if other.value > routes.value {
            routes = other;
        }
        if bound.scaled == before { break; }
    }
    let mut proved = bound.points();
    if proved > routes.value && !budget.stopped {
        proved = proved.min(close(problem, &mut routes, bound, i64::MIN, &mut budget)).max(routes.value);
    }
    Sequences { value: routes.value, bound: proved, closed: proved == routes.value, steps: budget.steps, missions: routes.of }
}

/// One mission each, exactly, and its prices; then whatever can be had beside.
fn start(problem: &Problem, budget: &Budget<'_>) -> (Routes, Bound) {
    let stop = || !(budget.watch)(0, budget.most);
    let mut routes = Routes::none(problem);
    let Some(solver) = exchange::exchange(problem, &mut routes, 0, &stop) else {
        return (routes, Bound::new(problem, Vec::new()));
    };
    let prices = (0..problem.capacities().len() as u32).map(|post| solver.price(post) * SCALE).collect();
    exchange::improve(problem, &mut routes, 6, &stop);
    (routes, Bound::new(problem, prices))
}
