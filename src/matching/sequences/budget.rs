//! How much may be looked at: counted in candidates, not in time, so that the same is found on every machine.

use super::Watch;
use super::problem::Problem;

/// What is left to be looked at.
pub(super) struct Budget<'a> {
    looked: usize,
    most: usize,
    watch: Watch<'a>,
    stopped: bool,
    /// How often prices were moved.
    pub(super) steps: usize,
    /// How many exchanges there were.
    pub(super) exchanges: u64,
    /// Questions that are open, one within the other.
    pub(super) depth: u32,
}

impl<'a> Budget<'a> {
    pub(super) fn new(most: usize, watch: Watch<'a>) -> Self {
        Self { looked: 0, most, watch, stopped: false, steps: 0, exchanges: 0, depth: 0 }
    }

    /// Counts so many looks at all candidates.
    pub(super) fn look(&mut self, problem: &Problem, times: usize) {
        self.looked += times * (problem.count() + problem.capacities().len());
        self.stopped |= self.is_stopped();
    }

    /// Whether somebody has stopped it.
    pub(super) fn is_stopped(&self) -> bool {
        self.stopped || !(self.watch)(self.looked.min(self.most), self.most)
    }

    /// Whether there is anything left.
    pub(super) fn is_left(&self) -> bool {
        !self.stopped && self.looked < self.most
    }
}
