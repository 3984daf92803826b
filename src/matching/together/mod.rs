//! The best plan in which those who go together are not parted, and places that are filled together are not left half
//! empty.
//!
//! In numbers only: a [`Party`] is a couple with the pairs of posts that both may take, or one person whose partner is
//! settled elsewhere; a team is a post whose places are all taken or none. What may be taken with what, who they are and
//! why is the asker's matter.
//!
//! The solver knows neither, so parties are out of its plan and are given their places by hand, teams are closed or made
//! whole, and what the rest is worth then is exact. Nothing is better than that plan plus what each party alone would gain
//! ([`gains`]: the fewer places are left, the less each gains, so old gains stay bounds), nor better than all places and
//! people at any prices ([`prices`]). What is not settled by these bounds is tried ([`branch`]), the best first, until
//! nothing is left or the effort allowed is spent: then the best plan found is told with what may still be above it.

mod branch;
mod gains;
mod prices;
mod search;
#[cfg(test)]
mod tests;
mod ways;

use super::assignment::{Mark, Solver};
use branch::Node;
use search::Search;
use std::rc::Rc;
pub use ways::Ways;

/// A way for a party to go: the post of the one, and that of the other if there is another.
pub type Way = (u32, Option<u32>);

/// People who go together or not at all: two, or one who is bound by something else to certain posts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Who, by number. Nobody is in two parties.
    pub people: (u32, Option<u32>),
    /// Ways to go; of those worth the same, the first is preferred.
    pub ways: Vec<Way>,
}

impl Party {
    /// Who goes where, this way.
    pub fn seats(&self, way: Way) -> impl Iterator<Item = (u32, u32)> + use<> {
        std::iter::once((self.people.0, way.0)).chain(self.people.1.zip(way.1))
    }

    fn members(&self) -> impl Iterator<Item = u32> + use<> {
        std::iter::once(self.people.0).chain(self.people.1)
    }
}

fn posts(way: Way) -> impl Iterator<Item = u32> {
    std::iter::once(way.0).chain(way.1)
}

/// What a plan must keep to, beside what the solver knows.
#[derive(Clone, Copy)]
pub struct Conditions<'a> {
    /// People who go together.
    pub parties: &'a [Party],
    /// Posts of which all places are taken or none; of those alike, the first are looked at first.
    pub teams: &'a [u32],
    /// Whether a way of a party, by number, is open to it. Asked once at most for each way that [`Ways`] do not know, and only for those that matter.
    pub may: &'a dyn Fn(usize, Way) -> bool,
}

/// How much may be tried.
#[derive(Clone, Copy)]
pub struct Effort<'a> {
    /// How often a part of the plan may be mended to see what it would be worth. A first plan is always found.
    pub tries: usize,
    /// Says that it is enough; also asked only after the first plan.
    pub stop: &'a dyn Fn() -> bool,
}

/// The best plan found, as what is to be done for it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// Where each party goes.
    pub ways: Vec<Option<Way>>,
    /// Where those go who belong to no party.
    pub others: Vec<(u32, u32)>,
    /// Teams that stay empty.
    pub closed: Vec<u32>,
    /// Teams that are filled.
    pub whole: Vec<u32>,
    /// Points of the whole plan.
    pub total: i64,
    /// No plan has more points than this.
    pub bound: i64,
    /// How much was tried.
    pub tries: usize,
}

impl Found {
    /// Whether no plan is better.
    pub fn is_proved(&self) -> bool {
        self.bound == self.total
    }

    /// Who of the parties goes where.
    pub fn seated<'a>(&'a self, parties: &'a [Party]) -> impl Iterator<Item = (u32, u32)> + 'a {
        let at = parties.iter().zip(&self.ways).filter_map(|(party, way)| Some((party, (*way)?)));
        at.flat_map(|(party, way)| party.seats(way))
    }

    /// Who goes where, parties and others.
    pub fn pairs<'a>(&'a self, parties: &'a [Party]) -> impl Iterator<Item = (u32, u32)> + 'a {
        self.seated(parties).chain(self.others.iter().copied())
    }
}

/// Finds the best plan. The solver, in whose plan the people of the parties are, is left as it was.
/// What is learned of the ways is kept for the next search.
pub fn find(solver: &mut Solver, conditions: Conditions<'_>, ways: &mut Ways, effort: Effort<'_>) -> Found {
    let apart = Apart::new(solver, conditions.parties);
    let found = find_from(&apart.root, solver, conditions, ways, effort);
    apart.take_back(solver);
    found
}

/// Where a search begins: a plan without the people of the parties.
#[derive(Debug, Clone)]
pub struct Root {
    /// Points of that plan.
    pub value: i64,
    /// No plan with the parties is better than this.
    pub limit: i64,
    /// What each party gains at most, where that is known.
    pub gains: Option<Rc<Vec<i64>>>,
}

/// The people of the parties taken out of a solver's plan, so that several plans can be found from there.
#[derive(Debug, Clone)]
pub struct Apart {
    /// Where it begins.
    pub root: Root,
    mark: Mark,
}

impl Apart {
    /// Takes them out.
    pub fn new(solver: &mut Solver, parties: &[Party]) -> Self {
        let limit = solver.total();
        let mark = solver.mark();
        for person in parties.iter().flat_map(Party::members) {
            solver.try_withdrawn(person);
        }
        Self { root: Root { value: limit + solver.gained_since(mark), limit, gains: None }, mark }
    }

    /// Looks what each party gains at most: also after places, or people without one, are taken out too.
    pub fn look_for_gains(&mut self, solver: &mut Solver, conditions: Conditions<'_>, ways: &mut Ways) {
        let effort = Effort { tries: 0, stop: &|| true };
        self.root.gains = Some(Rc::new(Search::new(solver, conditions, ways, effort, self.root.value).gains()));
    }

    /// Puts them back.
    pub fn take_back(self, solver: &mut Solver) {
        solver.undo(self.mark);
    }
}

/// The same where the people of the parties are out of the solver's plan ([`Apart`]), and maybe others.
pub fn find_from(
    root: &Root,
    solver: &mut Solver,
    conditions: Conditions<'_>,
    ways: &mut Ways,
    effort: Effort<'_>,
) -> Found {
    let mark = solver.mark();
    let mut search = Search::new(solver, conditions, ways, effort, root.value);
    search.close_hopeless();
    let gains = root.gains.clone().unwrap_or_else(|| Rc::new(search.gains()));
    let node = Node { limit: root.limit, gains: Some(gains), prices: None };
    search.first(&node);
    search.all(&node);
    let found = search.finish(root.limit);
    solver.undo(mark);
    found
}

/// What was done to a solver for a plan, to be taken back before it is edited.
#[derive(Debug, Clone, Default)]
pub struct Applied {
    people: Vec<u32>,
    whole: Vec<u32>,
    capacities: Vec<(u32, u32)>,
}

impl Applied {
    /// Gives the solver the plan: parties and the places they take are out of it, teams are closed or whole.
    pub fn apply(found: &Found, parties: &[Party], solver: &mut Solver) -> Self {
        let mut applied = Self::default();
        for person in parties.iter().flat_map(Party::members) {
            solver.set_withdrawn(person, true);
            applied.people.push(person);
        }
        let taken = found.ways.iter().flatten().flat_map(|&way| posts(way));
        let less = taken.map(|post| (post, 1)).chain(found.closed.iter().map(|&post| (post, u32::MAX)));
        for (post, less) in less {
            let before = solver.graph().capacity(post);
            applied.capacities.push((post, before));
            solver.set_capacity(post, before.saturating_sub(less));
        }
        for &post in &found.whole {
            solver.set_whole(post, true);
            applied.whole.push(post);
        }
        applied
    }

    /// Gives the solver back what was taken from it.
    pub fn take_back(self, solver: &mut Solver) {
        for post in self.whole {
            solver.set_whole(post, false);
        }
        for (post, before) in self.capacities.into_iter().rev() {
            solver.set_capacity(post, before);
        }
        for person in self.people {
            solver.set_withdrawn(person, false);
        }
    }
}
