//! Who goes where so that the whole is best: a maximum-weight assignment, exact and proved.
//!
//! Each volunteer takes one place at most, each post so many, and the sum of points is the highest there is. The solver
//! keeps prices: what each person is worth to the plan, and what one more place of each post would be. They prove the plan
//! ([`Solver::prove`]), and they are why an edit costs microseconds: only what the edit breaks is mended.
//!
//! Approximate prices first ([`start`], [`auction`], [`tiers`]), then each thing that is wrong is taken away by one
//! bounded search ([`repair`]; Mills-Tettey, Stentz and Dias 2007 for edits). Edits are in [`edit`], what a plan would lose
//! by being forced in [`regret`], edits that are tried and taken back in [`trial`], why a place is empty or a person without one in [`why`].
//!
//! Of several plans worth the same, always the same one is found: below the points, each pair counts a tie-break from the
//! keys of its two sides ([`value`]). So it depends neither on the order of rows nor on earlier edits.

mod auction;
mod edit;
mod graph;
mod regret;
mod repair;
mod start;
mod state;
#[cfg(test)]
mod tests;
pub mod tiers;
mod trial;
mod value;
mod why;

pub use edit::{Move, chained};
pub use graph::{Edge, Graph};
pub use regret::{Force, Regret};
pub use trial::Mark;
pub(super) use value::mixed;
pub use why::{WhyEmpty, WhyUnplaced};

use super::proof::{self, Flaw, Posts};
use repair::Search;
use state::{NOBODY, State};
use value::points;

/// The best plan, with its prices, ready for edits and questions.
#[derive(Debug, Clone)]
pub struct Solver {
    graph: Graph,
    state: State,
    search: Search,
}

impl Solver {
    /// Finds the best plan.
    pub fn solve(graph: Graph) -> Self {
        // Never stopped, there is always a plan.
        Self::solve_unless(graph, &|| false).unwrap_or_else(|| unreachable!("nothing stops it"))
    }

    /// Finds the best plan unless it is stopped, which is asked many times a millisecond.
    pub fn solve_unless(graph: Graph, stop: &dyn Fn() -> bool) -> Option<Self> {
        let mut search = Search::default();
        let mut state = start::solve(&graph, &mut search, stop)?;
        state.recording = true;
        let solver = Self { graph, state, search };
        debug_assert_eq!(solver.prove(), Ok(i128::from(solver.total())));
        Some(solver)
    }

    /// What it was asked to solve, with the edits since.
    pub fn graph(&self) -> &Graph {
        &self.graph
    }

    /// The sum of the points of the plan.
    pub fn total(&self) -> i64 {
        self.seats().filter_map(|(volunteer, post)| self.graph.weight(volunteer, post)).map(i64::from).sum()
    }

    /// The pairs of the plan by post, those of a post in any order: quicker where there are many more people than posts.
    pub fn seats(&self) -> impl Iterator<Item = (u32, u32)> {
        (0..).zip(&self.state.held).flat_map(|(post, held)| held.iter().map(move |&volunteer| (volunteer, post)))
    }

    /// The pairs of the plan, by volunteer.
    pub fn pairs(&self) -> impl Iterator<Item = (u32, u32)> {
        (0..)
            .zip(&self.state.people)
            .filter(|(_, person)| person.at != NOBODY)
            .map(|(number, person)| (number, person.at))
    }

    /// Where a volunteer goes.
    pub fn post_of(&self, volunteer: u32) -> Option<u32> {
        Some(self.state.people[volunteer as usize].at).filter(|&post| post != NOBODY)
    }

    /// Who goes to a post, by number.
    pub fn volunteers_of(&self, post: u32) -> Vec<u32> {
        let mut held = self.state.held[post as usize].clone();
        held.sort_unstable();
        held
    }

    /// Whether a volunteer is withdrawn.
    pub fn is_withdrawn(&self, volunteer: u32) -> bool {
        self.state.people[volunteer as usize].withdrawn
    }

    /// A price of the proof in points: what a volunteer is worth to the plan, at least. Prices, unlike the plan, may
    /// depend on earlier edits where several prove it.
    pub fn worth(&self, volunteer: u32) -> i64 {
        let person = &self.state.people[volunteer as usize];
        if person.withdrawn { 0 } else { points(person.worth) }
    }

    /// A price of the proof in points: what one place of a post is worth to the plan, at least.
    pub fn price(&self, post: u32) -> i64 {
        let place = &self.state.places[post as usize];
        // Nothing is asked for places that are not there.
        points(place.price)
    }

    /// Checks the plan by its prices; gives the total of both.
    pub fn prove(&self) -> Result<i128, Flaw> {
        let people = 0..self.graph.volunteers() as u32;
        let posts = 0..self.graph.posts() as u32;
        let pairs = people.clone().filter(|&volunteer| !self.is_withdrawn(volunteer)).flat_map(|volunteer| {
            self.graph.posts_of(volunteer).iter().map(move |edge| (volunteer, edge.other, edge.weight))
        });
        let capacities: Vec<u32> = posts.clone().map(|post| self.graph.capacity(post)).collect();
        let plan: Vec<Option<u32>> = people.clone().map(|volunteer| self.post_of(volunteer)).collect();
        let worth: Vec<i64> = people.map(|volunteer| self.worth(volunteer)).collect();
        let price: Vec<i64> = posts.map(|post| self.price(post)).collect();
        let whole = &self.state.whole;
        proof::check(pairs, &Posts { capacities: &capacities, price: &price, whole }, &plan, &worth)
    }
}
