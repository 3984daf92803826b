//! What a party would gain, alone, in the plan as it is: exact, by taking its places out of the plan and putting them back.
//!
//! What one place more is worth only rises as places are taken (the value of a set of places in an assignment is
//! submodular), so a gain stays a bound however many others are given places, and however many posts are closed; not once
//! a team is filled by force, which may leave room elsewhere.

use super::posts;
use super::search::Search;

impl Search<'_> {
    /// The most that each party without a place would gain alone; 0 for the others and for who would not gain.
    pub(super) fn gains(&mut self) -> Vec<i64> {
        // What is tried for one is taken back before the next: the prices are the same for all.
        let prices: Vec<i64> = (0..self.solver.graph().posts() as u32).map(|post| self.solver.price(post)).collect();
        let parties = 0..self.conditions.parties.len();
        let best = |party: usize| {
            let promising = self.promising_at(party, 0, |post| prices[post as usize]);
            self.best_of(party, promising)
        };
        parties.map(best).collect()
    }

    /// The most that a party without a place would gain alone, at least 0.
    pub(super) fn gain(&mut self, party: usize) -> i64 {
        let promising = self.promising(party, 0);
        self.best_of(party, promising)
    }

    fn best_of(&mut self, party: usize, promising: Vec<(i64, usize)>) -> i64 {
        let mut best = 0;
        for (most, way) in promising {
            if most <= best {
                break;
            }
            best = self.gain_of(party, way).map_or(best, |gain| gain.max(best));
        }
        best
    }

    /// The ways of a party that gain more than that, the best first; of those, in a hurry, at least the best.
    pub(super) fn ranked(&mut self, party: usize, least: i64, which: impl Fn(usize) -> bool) -> Vec<(i64, usize)> {
        let mut found: Vec<(i64, usize)> = Vec::new();
        for (most, way) in self.promising(party, least) {
            if self.hurried && found.iter().any(|&(gain, _)| gain >= most) {
                break;
            }
            if which(way)
                && let Some(gain) = self.gain_of(party, way)
                && gain > least
            {
                found.push((gain, way));
            }
        }
        found.sort_unstable_by_key(|&(gain, way)| (std::cmp::Reverse(gain), way));
        found
    }

    /// Ways of a party that may gain more than that, with what they gain at most: the highest first. At the prices of the
    /// day, a place less costs the rest of the plan its price at least.
    pub(super) fn promising(&self, party: usize, least: i64) -> Vec<(i64, usize)> {
        self.promising_at(party, least, |post| self.solver.price(post))
    }

    fn promising_at(&self, party: usize, least: i64, price: impl Fn(u32) -> i64) -> Vec<(i64, usize)> {
        let most = |way: usize| {
            let price: i64 = posts(self.way(party, way)).map(&price).sum();
            (self.points(party, way) - price, way)
        };
        let mut ways: Vec<(i64, usize)> = self.ways(party).map(most).filter(|&(most, _)| most > least).collect();
        ways.sort_unstable_by_key(|&(most, way)| (std::cmp::Reverse(most), way));
        ways
    }

    fn gain_of(&mut self, party: usize, way: usize) -> Option<i64> {
        if !self.may(party, way) {
            return None;
        }
        let saved = self.save();
        let lost = self.take(self.way(party, way));
        self.undo(saved);
        lost.map(|lost| self.points(party, way) - lost)
    }
}
