//! What the bounds leave open is tried: a team closed or filled, a party in each of its places or in none of them.
//!
//! Depth first, since what is tried is done to one plan and taken back. The branches of a place in the search share
//! nothing, and together they are all that is possible there, but for what a bound excludes.

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
    pub gains: Option<Rc<Vec<i64>>>,
    /// Prices that bound what is below.
    pub prices: Option<Rc<Prices>>,
}

/// A decision.
enum Step {
    /// A party goes this way.
    Seat(usize, usize),
    /// A party goes none of these ways.
    Ban(usize, Vec<usize>),
    /// A team stays empty.
    Close(u32),
    /// A team is to be filled.
    Due(u32),
    /// A team is filled without any more parties.
    Fill(u32),
}

struct Branch {
    steps: Vec<Step>,
    node: Node,
}

impl Search<'_> {
    /// Finds a first plan: always the branch that looks best.
    pub(super) fn first(&mut self, root: &Node) {
        self.hurried = true;
        self.try_all(root.clone());
        self.hurried = false;
    }

    /// Finds the best plan, as far as the effort goes.
    pub(super) fn all(&mut self, root: &Node) {
        if self.best() >= root.limit {
            return;
        }
        let limit_by = |search: &Self, gains: &[i64]| root.limit.min(search.value + gains.iter().sum::<i64>());
        // Gains of before can only be too high: where they prove the plan, there is no need to look again.
        if root.gains.as_ref().is_some_and(|gains| limit_by(self, gains) <= self.best()) {
            return;
        }
        let gains = self.gains();
        let limit = limit_by(self, &gains);
        let open = limit > self.best() && gains.iter().any(|&gain| gain > 0);
        let prices = open.then(|| Prices::find(self, &gains)).flatten().map(Rc::new);
        self.try_all(Node { limit, gains: Some(Rc::new(gains)), prices });
    }

    fn try_all(&mut self, root: Node) {
        let start = self.save();
        let mut open = vec![(start, vec![Branch { steps: Vec::new(), node: root }].into_iter())];
        while let Some((saved, branches)) = open.last_mut()
            && !(self.hurried && self.has_plan())
        {
            self.undo(*saved);
            let Some(branch) = branches.next() else {
                open.pop();
                continue;
            };
            if branch.steps.iter().all(|step| self.go(step)) {
                let below = self.branches(branch.node);
                open.push((self.save(), below.into_iter()));
            }
        }
        self.undo(start);
    }

    /// Does what a branch decides; whether that can be.
    fn go(&mut self, step: &Step) -> bool {
        match step {
            Step::Seat(party, way) => return self.seat(*party, *way),
            Step::Fill(post) => return self.fill(*post),
            Step::Ban(party, ways) => self.ban(*party, ways),
            Step::Close(post) => self.close(*post),
            Step::Due(post) => self.set_team(*post, Team::Due),
        }
        true
    }

    /// What is to be tried from here; nothing where that is known, or known to be no better than what was found.
    fn branches(&mut self, mut node: Node) -> Vec<Branch> {
        if let Some(gains) = &node.gains {
            node.limit = node.limit.min(self.value + gains.iter().sum::<i64>());
        }
        if let Some(prices) = &node.prices {
            node.limit = node.limit.min(prices.bound(self));
        }
        if node.limit <= self.best() {
            return Vec::new();
        }
        if self.is_spent() {
            self.leave_untried(node.limit);
            return Vec::new();
        }
        match self.team_to_decide() {
            Some(post) if self.team(post) == Team::Due => self.fill_team(post, node),
            Some(post) => self.decide_team(post, &node),
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

    fn decide_team(&mut self, post: u32, node: &Node) -> Vec<Branch> {
        let saved = self.save();
        self.close(post);
        let closed = self.value;
        self.undo(saved);
        let filled = self.fill(post).then_some(self.value);
        self.undo(saved);
        let mut branches = [Step::Due(post), Step::Close(post)];
        if filled.is_none_or(|filled| filled < closed) {
            branches.reverse();
        }
        branches.into_iter().map(|step| Branch { steps: vec![step], node: node.clone() }).collect()
    }

    /// A team that is to be filled: by others alone, or with parties that could go there.
    fn fill_team(&mut self, post: u32, node: Node) -> Vec<Branch> {
        let near = self.ways_to(post);
        let bans = |count: usize| near[..count].iter().map(|(party, ways)| Step::Ban(*party, ways.clone()));
        let alone = bans(near.len()).chain([Step::Fill(post)]).collect();
        let mut branches = vec![Branch { steps: alone, node: Node { gains: None, ..node.clone() } }];
        for (count, (party, ways)) in near.iter().enumerate() {
            let node = Node { gains: node.gains.as_ref().map(|gains| without(gains, *party)), ..node.clone() };
            // What gains less is of no use.
            let least = match &node.gains {
                Some(others) if self.has_plan() => self.best() - self.value - others.iter().sum::<i64>(),
                _ => i64::MIN / 2,
            };
            for (_, way) in self.ranked(*party, least, |way| ways.contains(&way)) {
                let steps = bans(count).chain([Step::Seat(*party, way)]).collect();
                branches.push(Branch { steps, node: node.clone() });
            }
        }
        branches
    }

    fn decide_party(&mut self, node: Node) -> Vec<Branch> {
        let (mut gains, mut fresh) = match node.gains {
            Some(gains) => (Rc::unwrap_or_clone(gains), vec![false; self.conditions.parties.len()]),
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
        let doubt = |party: usize| prices.as_ref().map_or(0, |prices| prices.doubt(self, party));
        let doubts: Vec<i64> = (0..gains.len()).map(doubt).collect();
        // The party whose two best ways are nearest to each other, since there a decision moves the bound most; among
        // those that gain something, by a gain that holds now: those of before can only be too high.
        let party = loop {
            limit = limit.min(self.value + gains.iter().sum::<i64>());
            if limit <= self.best() {
                return Vec::new();
            }
            let some = (0..gains.len()).filter(|&party| gains[party] > 0);
            let first = some.max_by_key(|&party| (Reverse(doubts[party]), gains[party], Reverse(party)));
            let Some(first) = first else {
                self.keep();
                return Vec::new();
            };
            if fresh[first] {
                break first;
            }
            gains[first] = self.gain(first).min(gains[first]);
            fresh[first] = true;
        };
        let others = gains.iter().sum::<i64>() - gains[party];
        let least = if self.has_plan() { (self.best() - self.value - others).max(0) } else { 0 };
        let mut ways = self.ranked(party, least, |_| true);
        if let Some(prices) = &prices {
            ways.sort_by_key(|&(_, way)| prices.loss(self, party, way));
        }
        // What gains nothing may gain again where a team is filled; the others have had their turn.
        let had = self.promising(party, 0).into_iter().map(|(_, way)| way).collect();
        let node = Node { limit, gains: Some(without(&gains, party)), prices };
        let seats = ways.into_iter().map(|(_, way)| Step::Seat(party, way));
        let steps = seats.chain([Step::Ban(party, had)]);
        steps.map(|step| Branch { steps: vec![step], node: node.clone() }).collect()
    }
}

fn without(gains: &[i64], party: usize) -> Rc<Vec<i64>> {
    let mut gains = gains.to_vec();
    gains[party] = 0;
    Rc::new(gains)
}
