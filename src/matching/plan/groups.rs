//! People who go together or not at all: couples in one country at the same time, teams of one placement.
//!
//! The plan without these conditions is the bound: nothing can be better. From it, in an order that does not depend on
//! rows, each team that is not whole and each couple that is parted is taken out; then each is offered its places again,
//! the couples their best two, and stays where the plan gains. What is left of the distance to the bound is told.

use super::costs::split;
use super::pairs::weight;
use super::planner::Planner;
use crate::domain::Id;
use crate::matching::assignment::Move;
use serde::Serialize;
use std::collections::HashSet;

/// How many placements of each of two people are tried together.
const TRIED: usize = 12;

/// How far the plan is from the best that could be, were nobody bound to others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Gap {
    /// Couples that are planned for, and placements that are filled by a team or not at all.
    pub couples: usize,
    /// See above.
    pub teams: usize,
    /// Urgency that at most is lost by keeping them together.
    pub urgency: i64,
    /// Fit that at most is lost.
    pub fit: i64,
}

/// Two people who travel together and both serve, by number.
pub(super) type Couple = (u32, u32);

/// What was taken out of the plan for the sake of couples and teams, to be put back before the next edit.
#[derive(Debug, Clone, Default)]
pub(super) struct Together {
    pub(super) couples: Vec<Couple>,
    /// Teams that stay empty.
    closed: Vec<u32>,
    /// People out of the solver: couples that are placed by hand or not at all.
    out: Vec<u32>,
    /// Couples that are placed: each at a placement.
    pub(super) seated: Vec<[(u32, u32); 2]>,
    pub(super) bound: i64,
}

impl Together {
    /// Where a couple's place was given to somebody.
    pub(super) fn seat_of(&self, volunteer: u32) -> Option<u32> {
        self.seated.iter().flatten().find(|(one, _)| *one == volunteer).map(|(_, post)| *post)
    }

    /// With whom somebody travels.
    pub(super) fn partner(&self, volunteer: u32) -> Option<u32> {
        let of = |(one, other): &Couple| match volunteer {
            both if both == *one => Some(*other),
            both if both == *other => Some(*one),
            _ => None,
        };
        self.couples.iter().find_map(of)
    }

    /// Whether a placement is a team that stays empty.
    pub(super) fn is_closed(&self, post: u32) -> bool {
        self.closed.contains(&post)
    }
}

impl Planner {
    /// Takes back all that was done for couples and teams.
    pub(super) fn part(&mut self) {
        let together = std::mem::take(&mut self.together);
        for volunteer in together.out {
            self.solver.set_withdrawn(volunteer, false);
        }
        let posts = together.closed.into_iter().chain(together.seated.iter().flatten().map(|(_, post)| *post));
        for post in posts.collect::<Vec<_>>() {
            self.solver.set_capacity(post, self.left_places(post));
        }
    }

    /// Makes the plan one in which couples and teams are together or not at all.
    pub(super) fn bring_together(&mut self) {
        self.together.couples = self.couples();
        self.together.bound = self.solver.total();
        let teams: Vec<u32> = (0..self.terms.len() as u32)
            .filter(|post| self.terms[*post as usize].placement.together && self.solver.graph().capacity(*post) > 1)
            .collect();
        for couple in self.together.couples.clone() {
            for volunteer in [couple.0, couple.1] {
                self.solver.set_withdrawn(volunteer, true);
                self.together.out.push(volunteer);
            }
        }
        self.close_broken(&teams);
        for couple in self.together.couples.clone() {
            self.seat(couple, &teams);
        }
        for post in std::mem::take(&mut self.together.closed) {
            self.reopen(post, &teams);
        }
    }

    /// Closes teams that are neither whole nor empty, until there are none: the least urgent first.
    fn close_broken(&mut self, teams: &[u32]) {
        loop {
            let broken = teams.iter().copied().filter(|post| self.is_broken(*post));
            let Some(worst) = broken.min_by_key(|post| (self.tier(*post), self.placement(*post))) else { break };
            self.solver.set_capacity(worst, 0);
            self.together.closed.push(worst);
        }
    }

    fn is_broken(&self, post: u32) -> bool {
        let there = self.solver.volunteers_of(post).len() as u32;
        there > 0 && there < self.solver.graph().capacity(post)
    }

    /// Opens a closed team again, if the plan gains and no team breaks by it.
    fn reopen(&mut self, post: u32, teams: &[u32]) {
        let moves = self.solver.set_capacity(post, self.left_places(post));
        if self.gained(&moves) <= 0 || teams.iter().any(|post| self.is_broken(*post)) {
            self.solver.set_capacity(post, 0);
            self.together.closed.push(post);
        }
    }

    /// What the plan has gained by moves, in weights.
    fn gained(&self, moves: &[Move]) -> i64 {
        let weight = |volunteer, post: Option<u32>| {
            post.and_then(|post| self.solver.graph().weight(volunteer, post)).map_or(0, i64::from)
        };
        moves.iter().map(|moved| weight(moved.volunteer, moved.to) - weight(moved.volunteer, moved.from)).sum()
    }

    /// Gives a couple its best two places in one country with days in common, if the plan gains by it.
    fn seat(&mut self, (one, other): Couple, teams: &[u32]) {
        let best = |planner: &Self, volunteer| {
            let mut posts: Vec<(i32, u32)> =
                planner.solver.graph().posts_of(volunteer).iter().map(|edge| (-edge.weight, edge.other)).collect();
            posts.sort_unstable();
            posts.into_iter().map(|(weight, post)| (post, -weight)).collect::<Vec<_>>()
        };
        let (first, second) = (best(self, one), best(self, other));
        let mut tried: Vec<(i32, u32, u32)> = Vec::new();
        for &(post, weight) in &first {
            let country = self.terms[post as usize].placement.country;
            let near = second.iter().filter(|(near, _)| {
                let there = self.terms[*near as usize].placement.country;
                (country.is_some() && there == country) || *near == post
            });
            tried.extend(near.take(TRIED).map(|(near, more)| (-weight.saturating_add(*more), post, *near)));
        }
        tried.sort_unstable();
        tried.truncate(TRIED * TRIED);
        let mut found: Option<(i64, u32, u32)> = None;
        for (weight, post, near) in tried {
            let best = found.map_or(0, |(best, ..)| best);
            // A place less costs the rest of the plan its price at least.
            let most = i64::from(-weight) - self.solver.price(post) - self.solver.price(near);
            let overlap = || self.judged(one, post).days.overlaps(self.judged(other, near).days);
            if most <= best || teams.contains(&post) || teams.contains(&near) || !overlap() {
                continue;
            }
            let Some(lost) = self.take(post, near) else { continue };
            let gained = i64::from(-weight) - lost;
            if gained > best && !teams.iter().any(|post| self.is_broken(*post)) {
                found = Some((gained, post, near));
            }
            self.give_back(post, near);
        }
        if let Some((_, post, near)) = found
            && self.take(post, near).is_some()
        {
            self.together.seated.push([(one, post), (other, near)]);
        }
    }

    /// Takes a place of each of two placements out of the solver, if they have them; gives what the rest loses by it.
    fn take(&mut self, post: u32, near: u32) -> Option<i64> {
        let places = |planner: &Self, post| planner.solver.graph().capacity(post);
        let needed = if post == near { 2 } else { 1 };
        if places(self, post) < needed || places(self, near) < needed {
            return None;
        }
        let mut lost = 0;
        for post in [post, near] {
            let moves = self.solver.set_capacity(post, places(self, post) - 1);
            lost -= self.gained(&moves);
        }
        Some(lost)
    }

    fn give_back(&mut self, post: u32, near: u32) {
        for post in [post, near] {
            self.solver.set_capacity(post, self.solver.graph().capacity(post) + 1);
        }
    }

    /// Places of a placement that nothing has settled.
    pub(super) fn left_places(&self, post: u32) -> u32 {
        let settled = self.settled.iter().filter(|settled| settled.post == post).count();
        u32::from(self.question.placements[post as usize].free_places()).saturating_sub(settled as u32)
    }

    /// Couples of whom both are there, neither is settled, and at least one could go somewhere; in the order of ids.
    fn couples(&self) -> Vec<Couple> {
        let number = |id: Id| self.people.get(&id).copied();
        let partner = |volunteer: u32| self.person(volunteer).volunteer.travels_with.and_then(number);
        let mut couples: Vec<Couple> = (0..self.question.people.len() as u32)
            .filter_map(|one| partner(one).map(|other| (one.min(other), one.max(other))))
            .filter(|(one, other)| one != other && !self.is_settled(*one) && !self.is_settled(*other))
            .collect();
        couples.sort_unstable();
        couples.dedup();
        // Whoever is named by several travels with the first.
        let mut taken = HashSet::new();
        couples.retain(|(one, other)| {
            !taken.contains(one) && !taken.contains(other) && taken.insert(*one) && taken.insert(*other)
        });
        couples
    }

    fn is_settled(&self, volunteer: u32) -> bool {
        self.settled.iter().any(|settled| settled.volunteer == volunteer)
    }

    /// How far the plan is from its bound.
    pub(super) fn gap(&self) -> Gap {
        let seated = self.together.seated.iter().flatten();
        let by_hand: i64 = seated
            .map(|(volunteer, post)| {
                let fit = self.judged(*volunteer, *post).fit;
                i64::from(weight(self.tier(*post), fit))
            })
            .sum();
        let loss = self.together.bound - self.solver.total() - by_hand;
        let (urgency, fit) = split(loss);
        let teams = self.terms.iter().filter(|terms| terms.placement.together && terms.placement.places > 1).count();
        Gap { couples: self.together.couples.len(), teams, urgency, fit }
    }
}
