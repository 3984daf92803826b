//! What is asked: who could do what and when, and how many places there are.

use rayon::prelude::*;
use std::collections::HashMap;

/// Something that a person could do: a post on certain days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// The post, by number.
    pub post: u32,
    /// Points.
    pub weight: i32,
    /// The first day, counted from any day.
    pub first: i32,
    /// The last day, which belongs to it.
    pub last: i32,
}

impl Candidate {
    /// Whether one person could do both, with so many days of rest between.
    pub fn leaves_room_for(&self, other: &Self, rest: i32) -> bool {
        let is_after = |one: &Self, other: &Self| i64::from(one.first) > i64::from(other.last) + i64::from(rest);
        self.post != other.post && (is_after(self, other) || is_after(other, self))
    }
}

/// People with what each could do, and posts with their places.
#[derive(Debug, Clone)]
pub struct Problem {
    /// Where each person's candidates begin; one more than people.
    starts: Vec<u32>,
    /// By person, and of a person by the last day.
    candidates: Vec<Candidate>,
    /// How many of the person's candidates are over, rest and all, before this one begins.
    before: Vec<u32>,
    capacities: Vec<u32>,
    rest: i32,
}

impl Problem {
    /// People by number, each with what they could do, in any order; the places of each post; days of rest between two
    /// missions.
    ///
    /// A person serves at a post once: several candidates for one post are other days for the same, and must be such that
    /// no two of them could follow each other. Of those that could, the later is left out, as is whatever has no points,
    /// no days, or names no post.
    pub fn new(people: Vec<Vec<Candidate>>, capacities: Vec<u32>, rest: u32) -> Self {
        let rest = i32::try_from(rest).unwrap_or(i32::MAX);
        let row = |mut row: Vec<Candidate>| {
            let has_places = |post: u32| capacities.get(post as usize).is_some_and(|places| *places > 0);
            row.retain(|one| has_places(one.post) && one.weight > 0 && one.first <= one.last);
            row.sort_unstable_by_key(|one| (one.post, one.first, one.last, -one.weight));
            let mut kept: Vec<Candidate> = Vec::with_capacity(row.len());
            for one in row {
                let same = kept.iter().rev().take_while(|other| other.post == one.post);
                let follows = |other: &Candidate| i64::from(one.first) > i64::from(other.last) + i64::from(rest);
                if !same.clone().any(follows) {
                    kept.push(one);
                }
            }
            kept.sort_unstable_by_key(|one| (one.last, one.first, one.post, one.weight));
            kept
        };
        let rows: Vec<Vec<Candidate>> = people.into_par_iter().map(row).collect();
        Self::of_rows(&rows, capacities, rest)
    }

    /// Of rows that are in order already.
    fn of_rows(rows: &[Vec<Candidate>], capacities: Vec<u32>, rest: i32) -> Self {
        let count = rows.iter().map(Vec::len).sum();
        let mut starts = Vec::with_capacity(rows.len() + 1);
        let (mut candidates, mut before) = (Vec::with_capacity(count), Vec::with_capacity(count));
        for row in rows {
            starts.push(candidates.len() as u32);
            let over = |one: &Candidate| {
                row.partition_point(|other| i64::from(other.last) + i64::from(rest) < i64::from(one.first)) as u32
            };
            before.extend(row.iter().map(over));
            candidates.extend_from_slice(row);
        }
        starts.push(candidates.len() as u32);
        Self { starts, candidates, before, capacities, rest }
    }

    /// A part of it: some people, with what is kept of what they could do, and the places of some posts; each numbered
    /// anew by its place in the list. Every candidate kept is of one of the posts.
    pub(super) fn part(
        &self,
        people: &[u32],
        posts: &[(u32, u32)],
        keeps: impl Fn(u32, usize, &Candidate) -> bool,
    ) -> Self {
        let number: HashMap<u32, u32> = posts.iter().map(|(post, _)| *post).zip(0..).collect();
        let rows: Vec<Vec<Candidate>> = people
            .iter()
            .map(|&person| {
                let kept = self.of(person).iter().enumerate().filter(|(place, one)| keeps(person, *place, one));
                kept.filter_map(|(_, one)| Some(Candidate { post: *number.get(&one.post)?, ..*one })).collect()
            })
            .collect();
        Self::of_rows(&rows, posts.iter().map(|(_, places)| *places).collect(), self.rest)
    }

    /// The same with other points, of which those that are none are left out.
    pub fn with_weights(&self, weight: impl Fn(i32) -> i32) -> Self {
        let rows: Vec<Vec<Candidate>> = (0..self.people())
            .map(|person| {
                let other = self.of(person).iter().map(|one| Candidate { weight: weight(one.weight), ..*one });
                other.filter(|one| one.weight > 0).collect()
            })
            .collect();
        Self::of_rows(&rows, self.capacities.clone(), self.rest)
    }

    /// How many people there are.
    pub fn people(&self) -> u32 {
        self.starts.len() as u32 - 1
    }

    /// How many candidates there are in all.
    pub fn count(&self) -> usize {
        self.candidates.len()
    }

    /// What a person could do, by the last day.
    pub fn of(&self, person: u32) -> &[Candidate] {
        &self.candidates[self.range(person)]
    }

    /// For each of those, how many are over before it begins.
    pub(super) fn before(&self, person: u32) -> &[u32] {
        &self.before[self.range(person)]
    }

    fn range(&self, person: u32) -> std::ops::Range<usize> {
        self.starts[person as usize] as usize..self.starts[person as usize + 1] as usize
    }

    /// The places of each post.
    pub fn capacities(&self) -> &[u32] {
        &self.capacities
    }

    /// Days of rest.
    pub fn rest(&self) -> i32 {
        self.rest
    }
}

/// Who does what: for each person missions without overlap, rest and all, at each post no more than its places.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Routes {
    /// Of each person, by the first day.
    pub(super) of: Vec<Vec<Candidate>>,
    /// Places that are left of each post.
    pub(super) left: Vec<u32>,
    pub(super) value: i64,
}

impl Routes {
    /// Nobody does anything.
    pub(super) fn none(problem: &Problem) -> Self {
        Self { of: vec![Vec::new(); problem.people() as usize], left: problem.capacities.clone(), value: 0 }
    }

    /// Gives a person other missions; the caller has seen that there are places.
    pub(super) fn set(&mut self, person: u32, route: Vec<Candidate>) {
        for one in &self.of[person as usize] {
            self.left[one.post as usize] += 1;
            self.value -= i64::from(one.weight);
        }
        for one in &route {
            self.left[one.post as usize] -= 1;
            self.value += i64::from(one.weight);
        }
        self.of[person as usize] = route;
    }
}
