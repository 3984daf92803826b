//! Edits that are tried and taken back, one within another.

use super::Solver;
use super::state::NOBODY;

/// A plan that can be gone back to, until the next edit that stays.
#[derive(Debug, Clone, Copy)]
pub struct Mark(usize);

impl Solver {
    /// The plan as it is now.
    pub fn mark(&self) -> Mark {
        Mark(self.state.mark())
    }

    /// Goes back to a plan.
    pub fn undo(&mut self, mark: Mark) {
        self.state.undo(mark.0);
    }

    /// What the plan has gained since a mark, in points.
    pub fn gained_since(&self, mark: Mark) -> i64 {
        let weight = |volunteer, post| match post {
            NOBODY => 0,
            post => self.graph.weight(volunteer, post).map_or(0, i64::from),
        };
        let moved = self.state.moved_since(mark.0).into_iter();
        moved.map(|(volunteer, from, to)| weight(volunteer, to) - weight(volunteer, from)).sum()
    }

    /// Takes a volunteer out, until it is taken back.
    pub fn try_withdrawn(&mut self, volunteer: u32) {
        self.take_out(volunteer);
    }

    /// Gives a post so many places, until it is taken back.
    pub fn try_capacity(&mut self, post: u32, capacity: u32) {
        self.resize(post, capacity);
    }

    /// Has all places of a post taken, until it is taken back. Where they cannot be, it is left [`Solver::has_room`].
    pub fn try_whole(&mut self, post: u32) {
        self.make_whole(post);
    }

    /// How many places a post has in what is tried.
    pub fn tried_capacity(&self, post: u32) -> u32 {
        self.state.places[post as usize].capacity
    }

    /// How many people a post has.
    pub fn taken(&self, post: u32) -> u32 {
        self.state.places[post as usize].taken
    }

    /// Whether a place of a post is empty.
    pub fn has_room(&self, post: u32) -> bool {
        self.state.places[post as usize].has_room()
    }
}
