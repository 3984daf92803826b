//! What changed from one plan to the next.

use super::costs::Moved;
use super::planner::Plan;
use crate::domain::Id;
use serde::Serialize;
use std::collections::BTreeMap;

/// What a plan has that the one before had not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// More places filled; below zero where fewer are.
    pub filled: i64,
    /// More fit in all; below zero where it is less.
    pub fit: i64,
    /// Who goes elsewhere than before, by id.
    pub moves: Vec<Moved>,
}

/// Compares a plan with the one before.
pub fn compare(before: &Plan, after: &Plan) -> Comparison {
    let by_person = |plan: &Plan| -> BTreeMap<Id, Id> {
        plan.matches.iter().map(|found| (found.volunteer, found.placement)).collect()
    };
    let (old, new) = (by_person(before), by_person(after));
    let mut people: Vec<Id> = old.keys().chain(new.keys()).copied().collect();
    people.sort_unstable();
    people.dedup();
    let moves = people
        .into_iter()
        .map(|volunteer| Moved { volunteer, from: old.get(&volunteer).copied(), to: new.get(&volunteer).copied() })
        .filter(|moved| moved.from != moved.to)
        .collect();
    let difference = |after: u64, before: u64| after as i64 - before as i64;
    Comparison {
        filled: difference(after.total.filled as u64, before.total.filled as u64),
        fit: difference(after.total.fit, before.total.fit),
        moves,
    }
}
