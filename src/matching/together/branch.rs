//! What the bounds leave open is tried: a team closed or filled, a party in each of its places or in none of them.

use super::posts;
use super::prices::Prices;
use super::search::{Search, Team};
use std::cmp::Reverse;
use std::rc::Rc;

/// What is known where a branch begins.
#[derive(Clone)]
pub(super) struct Node {
    /// Nothing below is better than this.
    pub limit: i64,
    /// What each party gains at most, unless a team was filled since.
    pub gains: Option<Vec<i64>>,
    /// Prices that bound what is below.
    pub prices: Option<Rc<Prices>>,
}

impl Search<'_> {
    /// Finds a first plan: always the branch that looks best.
    pub(super) fn first(&mut self, root: &Node) {
        let saved = self.save();
        self.hurried = true;
        self.explore(root);
        self.hurried = false;
        self.undo(saved);
    }

    /// Finds the best plan, as far as the effort goes.
    pub(super) fn all(&mut self, root: &Node) {
        if self.best() >= root.limit {
            return;
        }
        let gains = self.gains();
        let limit = root.limit.min(self.value + gains.iter().sum::<i64>());
        let open = limit > self.best() && gains.iter().any(|&gain| gain > 0);
        let prices = open.then(|| Prices::find(self, &gains)).flatten().map(Rc::new);
        self.explore(&Node { limit, gains: Some(gains), prices });
    }

    fn explore(&mut self, node: &Node) {
        if self.hurried && self.has_plan() {
            return;
        }
        let mut bound = node.limit;
        if let Some(gains) = &node.gains {
            bound = bound.min(self.value + gains.iter().sum::<i64>());
        }
        if let Some(prices) = &node.prices {
            bound = bound.min(prices.bound(self));
        }
        if bound <= self.best() {
            return;
        }
        if self.is_spent() {
            return self.leave_untried(bound);
        }
        let node = Node { limit: bound, ..node.clone() };
        match self.team_to_decide() {
            Some(post) => self.decide_team(post, node),
            None => self.decide_party(node),
        }
    }

    /// A team that must be filled, or one that is neither whole nor empty.
    fn team_to_decide(&self) -> Option<u32> {
        let teams = || self.conditions.teams.iter().copied();
        let is_broken =
            |post: &u32| self.team(*post) == Team::Open && self.solver.taken(*post) > 0 && self.solver.has_room(*post);
        teams().find(|&post| self.team(post) == Team::Due).or_else(|| teams().find(is_broken))
    }

    fn decide_team(&mut self, post: u32, node: Node) {
        if self.team(post) == Team::Due {
            return self.fill_team(post, node);
        }
        let saved = self.save();
        self.close(post);
        let closed = self.value;
        self.undo(saved);
        let filled = self.fill(post).then_some(self.value);
        self.undo(saved);
        let close_first = filled.is_none_or(|filled| filled < closed);
        for close in [close_first, !close_first] {
            if close {
                self.close(post);
                self.explore(&node);
            } else {
                self.set_team(post, Team::Due);
                self.fill_team(post, node.clone());
            }
            self.undo(saved);
        }
    }

    /// A team that is to be filled: by others alone, or with parties that could go there.
    fn fill_team(&mut self, post: u32, node: Node) {
        let parties = 0..self.conditions.parties.len();
        let there = |search: &Self, party: usize, way: usize| posts(search.way(party, way)).any(|at| at == post);
        let of = |party: usize| -> (usize, Vec<usize>) {
            (party, self.ways(party).filter(|&way| there(self, party, way)).collect())
        };
        let near: Vec<(usize, Vec<usize>)> = parties.map(of).filter(|(_, ways)| !ways.is_empty()).collect();
        let saved = self.save();
        near.iter().for_each(|(party, ways)| self.ban(*party, ways));
        if self.fill(post) {
            self.explore(&Node { gains: None, ..node.clone() });
        }
        self.undo(saved);
        for (party, ways) in &near {
            self.try_ways(*party, ways, &node);
            self.ban(*party, ways);
        }
    }

    /// Tries a party at each of these, the best first.
    fn try_ways(&mut self, party: usize, ways: &[usize], node: &Node) {
        let saved = self.save();
        let node = Node { gains: node.gains.clone().map(|gains| without(gains, party)), ..node.clone() };
        // What gains less is of no use.
        let least = match &node.gains {
            Some(others) if self.has_plan() => self.best() - self.value - others.iter().sum::<i64>(),
            _ => i64::MIN / 2,
        };
        for (_, way) in self.ranked(party, least, |way| ways.contains(&way)) {
            if self.seat(party, way) {
                self.explore(&node);
            }
            self.undo(saved);
        }
    }

    fn decide_party(&mut self, node: Node) {
        let (mut gains, mut fresh) = match node.gains {
            Some(gains) => (gains, vec![false; self.conditions.parties.len()]),
            None => (self.gains(), vec![true; self.conditions.parties.len()]),
        };
        let mut limit = node.limit;
        let prices = match node.prices {
            Some(prices) if !self.hurried => {
                let prices = prices.improved(self);
                limit = limit.min(prices.bound(self));
                Some(Rc::new(prices))
            }
            _ => None,
        };
        // A party that gains something, by a gain that holds now: those of before can only be too high.
        let party = loop {
            limit = limit.min(self.value + gains.iter().sum::<i64>());
            if limit <= self.best() {
                return;
            }
            let some = (0..gains.len()).filter(|&party| gains[party] > 0);
            let doubt = |party: usize| prices.as_ref().map_or(0, |prices| -prices.doubt(self, party));
            let first = some.max_by_key(|&party| (doubt(party), gains[party], Reverse(party)));
            let Some(first) = first else { return self.keep() };
            if fresh[first] {
                break first;
            }
            gains[first] = self.gain(first).min(gains[first]);
            fresh[first] = true;
        };
        let others = gains.iter().sum::<i64>() - gains[party];
        let least = if self.has_plan() { (self.best() - self.value - others).max(0) } else { 0 };
        let saved = self.save();
        let mut ways = self.ranked(party, least, |_| true);
        if let Some(prices) = &prices {
            ways.sort_by_key(|&(_, way)| prices.loss(self, party, way));
        }
        // What gains nothing may gain again where a team is filled; the others have had their turn.
        let had: Vec<usize> = self.promising(party, 0).into_iter().map(|(_, way)| way).collect();
        let node = Node { limit, gains: Some(without(gains, party)), prices };
        for (_, way) in ways {
            if self.seat(party, way) {
                self.explore(&node);
            }
            self.undo(saved);
        }
        self.ban(party, &had);
        self.explore(&node);
    }
}

fn without(mut gains: Vec<i64>, party: usize) -> Vec<i64> {
    gains[party] = 0;
    gains
}
