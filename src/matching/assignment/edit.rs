//! Edits: the plan is mended from the last one.

use super::Solver;
use super::repair::{fill_all, seat, seat_if_worth};
use super::state::NOBODY;
use super::value::value;

/// A volunteer who goes elsewhere than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// Who.
    pub volunteer: u32,
    /// The post before.
    pub from: Option<u32>,
    /// The post now.
    pub to: Option<u32>,
}

impl Solver {
    /// Allows a pair, changes its points, or with nothing forbids it; gives who moves.
    pub fn set_weight(&mut self, volunteer: u32, post: u32, weight: Option<i32>) -> Vec<Move> {
        self.graph.set_weight(volunteer, post, weight);
        self.weight_changed(volunteer, post, weight);
        self.committed()
    }

    /// Changes how many places a post has; gives who moves.
    pub fn set_capacity(&mut self, post: u32, capacity: u32) -> Vec<Move> {
        self.graph.set_capacity(post, capacity);
        self.resize(post, capacity);
        self.committed()
    }

    /// Takes a volunteer out of the plan, or back in; gives who moves.
    pub fn set_withdrawn(&mut self, volunteer: u32, withdrawn: bool) -> Vec<Move> {
        match withdrawn {
            true => self.take_out(volunteer),
            false => self.take_in(volunteer),
        }
        self.committed()
    }

    /// Says whether all places of a post must be taken, whatever that costs the rest; gives who moves. Where they cannot
    /// be, [`Solver::prove`] tells.
    pub fn set_whole(&mut self, post: u32, whole: bool) -> Vec<Move> {
        match whole {
            true => self.make_whole(post),
            false => self.let_be(post),
        }
        self.committed()
    }

    /// Mends the plan after the points of a pair have changed.
    pub(super) fn weight_changed(&mut self, volunteer: u32, post: u32, weight: Option<i32>) {
        let (person, place) = (self.state.people[volunteer as usize], self.state.places[post as usize]);
        if person.withdrawn {
            return;
        }
        let gain = weight.map(|weight| value(weight, person.key, place.key) - place.price);
        if person.at != post && gain.is_none_or(|gain| gain <= person.worth) {
            return;
        }
        let worth = self.state.best_gain(&self.graph, volunteer);
        self.state.set_worth(volunteer, worth);
        if person.at == post && gain == Some(worth) {
            return;
        }
        self.state.leave(volunteer);
        seat_if_worth(&self.graph, &mut self.state, &mut self.search, volunteer);
        if person.at != NOBODY {
            fill_all(&self.graph, &mut self.state, &mut self.search, person.at);
        }
    }

    /// Gives a post so many places.
    pub(super) fn resize(&mut self, post: u32, capacity: u32) {
        self.state.set_capacity(post, capacity);
        while self.state.places[post as usize].taken > capacity {
            let held = &self.state.held[post as usize];
            // Whoever is worth least has the least to lose.
            let Some(&least) = held.iter().min_by_key(|&&held| self.state.people[held as usize].worth) else { break };
            self.state.leave(least);
            if self.state.people[least as usize].worth > 0 {
                seat(&self.graph, &mut self.state, &mut self.search, least);
            }
        }
        fill_all(&self.graph, &mut self.state, &mut self.search, post);
    }

    /// Has all places of a post taken, if they can be.
    pub(super) fn make_whole(&mut self, post: u32) {
        self.state.set_whole(post, true);
        fill_all(&self.graph, &mut self.state, &mut self.search, post);
    }

    /// A post need not be whole any more: whoever is there against the good of the plan may go.
    fn let_be(&mut self, post: u32) {
        self.state.set_whole(post, false);
        if self.state.places[post as usize].price >= 0 {
            return;
        }
        self.state.set_price(post, 0);
        let there = self.state.held[post as usize].clone();
        for &held in &there {
            self.state.leave(held);
            self.state.set_worth(held, self.state.best_gain(&self.graph, held));
        }
        for held in there {
            seat_if_worth(&self.graph, &mut self.state, &mut self.search, held);
        }
    }

    pub(super) fn take_out(&mut self, volunteer: u32) {
        let post = self.state.people[volunteer as usize].at;
        self.state.set_withdrawn(volunteer, true);
        self.state.set_worth(volunteer, 0);
        if post != NOBODY {
            self.state.leave(volunteer);
            fill_all(&self.graph, &mut self.state, &mut self.search, post);
        }
    }

    fn take_in(&mut self, volunteer: u32) {
        if !self.is_withdrawn(volunteer) {
            return;
        }
        let worth = self.state.best_gain(&self.graph, volunteer);
        self.state.set_withdrawn(volunteer, false);
        self.state.set_worth(volunteer, worth);
        seat_if_worth(&self.graph, &mut self.state, &mut self.search, volunteer);
    }

    /// Keeps what was done; gives who moved.
    fn committed(&mut self) -> Vec<Move> {
        let moves = self.moves_since(0);
        self.state.forget();
        debug_assert_eq!(self.prove(), Ok(i128::from(self.total())));
        moves
    }

    /// Who is elsewhere than at a mark, as chains.
    pub(super) fn moves_since(&self, mark: usize) -> Vec<Move> {
        let some = |post| Some(post).filter(|&post| post != NOBODY);
        let moved = self.state.moved_since(mark);
        chained(moved.into_iter().map(|(volunteer, from, to)| Move { volunteer, from: some(from), to: some(to) }))
    }
}

/// Moves as chains: after each, whoever makes room for it, or else takes the place that it leaves.
pub fn chained(moves: impl Iterator<Item = Move>) -> Vec<Move> {
    let mut left: Vec<Move> = moves.collect();
    let mut chain: Vec<Move> = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let next = chain.last().and_then(|last| {
            let makes_room = left.iter().position(|next| next.from.is_some() && next.from == last.to);
            makes_room.or_else(|| left.iter().position(|next| next.to.is_some() && next.to == last.from))
        });
        // A chain begins with somebody who had no post, if there is one.
        let first = || left.iter().position(|next| next.from.is_none()).unwrap_or(0);
        chain.push(left.remove(next.unwrap_or_else(first)));
    }
    chain
}
