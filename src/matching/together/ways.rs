//! What is known of the ways of parties whatever is decided: kept from one search to the next.

use super::{Party, Way, posts};
use crate::matching::assignment::Graph;
use std::collections::HashMap;
use std::sync::Arc;

/// Whether a way is open to its party.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    NotAsked,
    Yes,
    No,
}

/// A party, by number, with some of its ways.
pub(super) type OfParty = (usize, Vec<usize>);

/// Points of each way of each party, and which ways are open. Holds as long as neither parties nor pairs change.
#[derive(Debug, Clone, Default)]
pub struct Ways {
    points: Vec<Vec<i64>>,
    open: Vec<Vec<Open>>,
    to: HashMap<u32, Arc<Vec<OfParty>>>,
}

impl Ways {
    /// For parties whose pairs are those of a graph. A pair that is not there is no way.
    pub fn new(graph: &Graph, parties: &[Party]) -> Self {
        let of = |(person, post): (u32, u32)| graph.weight(person, post).map(i64::from);
        let all = parties.iter().map(|party| party.ways.iter().map(|&way| party.seats(way).map(of).sum()).collect());
        let all: Vec<Vec<Option<i64>>> = all.collect();
        let open = |points: &Option<i64>| if points.is_some() { Open::NotAsked } else { Open::No };
        Self {
            points: all.iter().map(|ways| ways.iter().map(|points| points.unwrap_or(0)).collect()).collect(),
            open: all.iter().map(|ways| ways.iter().map(open).collect()).collect(),
            to: HashMap::new(),
        }
    }

    pub(super) fn count(&self, party: usize) -> usize {
        self.points[party].len()
    }

    pub(super) fn points(&self, party: usize, way: usize) -> i64 {
        self.points[party][way]
    }

    /// The parties that a post is on the way of, with these ways; looked for once.
    pub(super) fn to(&mut self, post: u32, parties: &[Party]) -> Arc<Vec<OfParty>> {
        let there = |way: Way| posts(way).any(|at| at == post);
        let of = |(number, party): (usize, &Party)| {
            let ways: Vec<usize> = (0..party.ways.len()).filter(|&way| there(party.ways[way])).collect();
            (!ways.is_empty()).then_some((number, ways))
        };
        let found = || Arc::new(parties.iter().enumerate().filter_map(of).collect());
        self.to.entry(post).or_insert_with(found).clone()
    }

    /// Whether it is known that a way is not open.
    pub(super) fn is_shut(&self, party: usize, way: usize) -> bool {
        self.open[party][way] == Open::No
    }

    /// Whether a way is open, which is asked once.
    pub(super) fn may(&mut self, party: usize, way: usize, seats: Way, may: &dyn Fn(usize, Way) -> bool) -> bool {
        let open = &mut self.open[party][way];
        if *open == Open::NotAsked {
            *open = if may(party, seats) { Open::Yes } else { Open::No };
        }
        *open == Open::Yes
    }
}
