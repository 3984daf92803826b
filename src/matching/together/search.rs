//! Where the search stands: what is decided, what the plan is worth by it, and the way back.

use super::ways::OfParty;
use super::{Conditions, Effort, Found, Way, Ways, posts};
use crate::matching::assignment::{Mark, Solver};

/// What is decided about a team.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Team {
    /// The post is no team.
    None,
    /// Nothing.
    Open,
    /// It stays empty.
    Closed,
    /// It is to be filled; parties that are not decided may still go there.
    Due,
    /// It is filled, and no more parties go there.
    Whole,
}

/// A change of what is decided, as it was before.
#[derive(Debug, Clone, Copy)]
enum Before {
    At(usize, Option<usize>),
    Banned(usize),
    Team(u32, Team),
}

/// A place in the search that can be gone back to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Saved {
    mark: Mark,
    value: i64,
    decided: usize,
}

pub(super) struct Search<'a> {
    pub solver: &'a mut Solver,
    pub conditions: Conditions<'a>,
    effort: Effort<'a>,
    ways: &'a mut Ways,
    /// The way that each party goes.
    pub at: Vec<Option<usize>>,
    /// Ways that each party may not go, as branches have it. Of few parties any.
    banned: Vec<Vec<usize>>,
    teams: Vec<Team>,
    decided: Vec<Before>,
    /// Points of the plan with what is decided.
    pub value: i64,
    best: Option<Found>,
    /// The highest bound of what was left untried.
    untried: i64,
    tries: usize,
    /// Whether any plan will do.
    pub hurried: bool,
}

impl<'a> Search<'a> {
    /// In a plan of so many points without the people of the parties.
    pub(super) fn new(
        solver: &'a mut Solver,
        conditions: Conditions<'a>,
        ways: &'a mut Ways,
        effort: Effort<'a>,
        value: i64,
    ) -> Self {
        let mut teams = vec![Team::None; solver.graph().posts()];
        for &post in conditions.teams {
            teams[post as usize] = Team::Open;
        }
        Self {
            conditions,
            effort,
            at: vec![None; conditions.parties.len()],
            banned: conditions.parties.iter().map(|_| Vec::new()).collect(),
            ways,
            teams,
            decided: Vec::new(),
            value,
            best: None,
            untried: i64::MIN,
            tries: 0,
            hurried: false,
            solver,
        }
    }

    /// What was found, where nothing is better than `limit`.
    pub(super) fn finish(mut self, limit: i64) -> Found {
        if self.best.is_none() {
            // There always is a plan: all parties out and all teams closed.
            self.conditions.teams.iter().for_each(|&post| self.close(post));
            self.keep();
        }
        let untried = self.untried.min(limit);
        let best = self.best.unwrap_or_default();
        Found { bound: untried.max(best.total), tries: self.tries, ..best }
    }

    /// Points of the best plan so far.
    pub(super) fn best(&self) -> i64 {
        self.best.as_ref().map_or(i64::MIN, |found| found.total)
    }

    pub(super) fn has_plan(&self) -> bool {
        self.best.is_some()
    }

    /// Whether the effort is spent; never before there is a plan.
    pub(super) fn is_spent(&self) -> bool {
        self.has_plan() && (self.tries >= self.effort.tries || (self.effort.stop)())
    }

    /// How much may still be tried.
    pub(super) fn left(&self) -> usize {
        self.effort.tries.saturating_sub(self.tries)
    }

    pub(super) fn count(&mut self, tries: usize) {
        self.tries += tries;
    }

    /// Notes that something as good as this may be left untried.
    pub(super) fn leave_untried(&mut self, bound: i64) {
        self.untried = self.untried.max(bound);
    }

    /// Keeps the plan as it is, if it is the best so far. No party without a place would gain, and no team is broken.
    pub(super) fn keep(&mut self) {
        if self.has_plan() && self.value <= self.best() {
            return;
        }
        // Left alone, a team may be broken by the next edit.
        let of = |whole: bool| -> Vec<u32> {
            let has = |post: &u32| !self.solver.has_room(*post) && self.team(*post) != Team::Closed;
            self.conditions.teams.iter().copied().filter(|post| has(post) == whole).collect()
        };
        let parties = self.conditions.parties.iter().zip(&self.at);
        self.best = Some(Found {
            ways: parties.map(|(party, at)| at.map(|way| party.ways[way])).collect(),
            others: self.solver.seats().collect(),
            closed: of(false),
            whole: of(true),
            total: self.value,
            bound: self.value,
            tries: self.tries,
        });
    }

    pub(super) fn save(&self) -> Saved {
        Saved { mark: self.solver.mark(), value: self.value, decided: self.decided.len() }
    }

    pub(super) fn undo(&mut self, saved: Saved) {
        self.solver.undo(saved.mark);
        self.value = saved.value;
        while self.decided.len() > saved.decided
            && let Some(before) = self.decided.pop()
        {
            match before {
                Before::At(party, at) => self.at[party] = at,
                Before::Banned(party) => drop(self.banned[party].pop()),
                Before::Team(post, team) => self.teams[post as usize] = team,
            }
        }
    }

    pub(super) fn way(&self, party: usize, way: usize) -> Way {
        self.conditions.parties[party].ways[way]
    }

    pub(super) fn points(&self, party: usize, way: usize) -> i64 {
        self.ways.points(party, way)
    }

    pub(super) fn team(&self, post: u32) -> Team {
        self.teams[post as usize]
    }

    /// Ways that a party without a place may still go, but for what only `may` knows.
    pub(super) fn ways(&self, party: usize) -> impl Iterator<Item = usize> {
        let ways = 0..if self.at[party].is_some() { 0 } else { self.ways.count(party) };
        ways.filter(move |&way| self.is_open(party, way))
    }

    /// The same ways, of all parties, that lead to a post.
    pub(super) fn ways_to(&mut self, post: u32) -> Vec<OfParty> {
        let all = self.ways.to(post, self.conditions.parties);
        let left = all.iter().filter(|(party, _)| self.at[*party].is_none());
        let open = left.map(|(party, ways)| {
            (*party, ways.iter().copied().filter(|&way| self.is_open(*party, way)).collect::<Vec<_>>())
        });
        open.filter(|(_, ways)| !ways.is_empty()).collect()
    }

    fn is_open(&self, party: usize, way: usize) -> bool {
        !self.ways.is_shut(party, way) && !self.banned[party].contains(&way)
    }

    /// Whether a way is open to a party.
    pub(super) fn may(&mut self, party: usize, way: usize) -> bool {
        self.ways.may(party, way, self.way(party, way), self.conditions.may)
    }

    /// Forbids a party these ways.
    pub(super) fn ban(&mut self, party: usize, ways: &[usize]) {
        for &way in ways {
            if !self.banned[party].contains(&way) {
                self.banned[party].push(way);
                self.decided.push(Before::Banned(party));
            }
        }
    }

    pub(super) fn set_team(&mut self, post: u32, team: Team) {
        let before = std::mem::replace(&mut self.teams[post as usize], team);
        self.decided.push(Before::Team(post, before));
    }

    /// Takes the places of a way out of the plan; what the rest loses by it, nothing where it cannot be.
    pub(super) fn take(&mut self, way: Way) -> Option<i64> {
        self.tries += 1;
        let mark = self.solver.mark();
        for post in posts(way) {
            let places = self.solver.tried_capacity(post);
            // A team that is whole has those that it was made whole with.
            if places == 0 || self.team(post) == Team::Whole {
                return None;
            }
            self.solver.try_capacity(post, places - 1);
        }
        // No team that is whole can be broken by it: those who lose their places are only freer to go there.
        Some(-self.solver.gained_since(mark))
    }

    /// What the plan would lose with one place of a post less.
    pub(super) fn worth_of_place(&mut self, post: u32) -> i64 {
        let places = self.solver.tried_capacity(post);
        if places == 0 || self.solver.has_room(post) {
            return 0;
        }
        self.tries += 1;
        let mark = self.solver.mark();
        self.solver.try_capacity(post, places - 1);
        let lost = -self.solver.gained_since(mark);
        self.solver.undo(mark);
        lost
    }

    /// Gives a party its places, and says whether that can be.
    pub(super) fn seat(&mut self, party: usize, way: usize) -> bool {
        let Some(lost) = self.take(self.way(party, way)) else { return false };
        self.value += self.points(party, way) - lost;
        for post in posts(self.way(party, way)) {
            if self.team(post) == Team::Open {
                self.set_team(post, Team::Due);
            }
        }
        self.decided.push(Before::At(party, self.at[party]));
        self.at[party] = Some(way);
        true
    }

    /// Leaves a team empty.
    pub(super) fn close(&mut self, post: u32) {
        self.tries += 1;
        let mark = self.solver.mark();
        self.solver.try_capacity(post, 0);
        self.value += self.solver.gained_since(mark);
        self.set_team(post, Team::Closed);
    }

    /// Leaves teams empty that have fewer people than places.
    pub(super) fn close_hopeless(&mut self) {
        for &post in self.conditions.teams {
            if self.solver.graph().volunteers_of(post).len() < self.solver.tried_capacity(post) as usize {
                self.close(post);
            }
        }
    }

    /// Fills a team, and says whether that can be.
    pub(super) fn fill(&mut self, post: u32) -> bool {
        self.tries += 1;
        let mark = self.solver.mark();
        self.solver.try_whole(post);
        self.value += self.solver.gained_since(mark);
        self.set_team(post, Team::Whole);
        !self.solver.has_room(post)
    }
}
