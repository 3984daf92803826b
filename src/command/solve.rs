//! A bare assignment instance: the optimum, how long it took, and its proof checked.

use super::arguments::{RankedFormat, Solve};
use super::failure::Failure;
use crate::exchange::instance::{Objective, read};
use crate::matching::assignment::Solver;
use crate::matching::together::{Conditions, Effort, find};
use serde::Serialize;
use std::io::Write;
use std::time::Instant;

/// What scripts get. Times are in milliseconds.
#[derive(Serialize)]
struct Answer {
    value: i64,
    matched: usize,
    volunteers: usize,
    posts: usize,
    pairs: usize,
    read_ms: f64,
    solve_ms: f64,
    /// No plan is worth more.
    #[serde(skip_serializing_if = "Option::is_none")]
    bound: Option<i64>,
    proved: bool,
}

/// How much is tried for couples: enough for all published instances of 10,000 volunteers.
const TRIES: usize = 1_000_000;

pub(super) fn solve(asked: &Solve, out: &mut dyn Write) -> Result<(), Failure> {
    let objective = if asked.lex { Objective::Lexicographic } else { Objective::Fit };
    let began = Instant::now();
    let instance = read(&asked.instance)?;
    let graph = instance.graph(objective)?;
    let read_ms = began.elapsed().as_secs_f64() * 1e3;
    let began = Instant::now();
    let mut solver = Solver::solve(graph);
    let parties = if asked.couples { instance.parties() } else { Vec::new() };
    let found = asked.couples.then(|| {
        let conditions = Conditions { parties: &parties, teams: &[], may: &|_, _| true };
        find(&mut solver, conditions, Effort { tries: TRIES, stop: &|| false })
    });
    let solve_ms = began.elapsed().as_secs_f64() * 1e3;
    let pairs: Vec<(u32, u32)> = match &found {
        Some(found) => found.pairs(&parties).collect(),
        None => solver.pairs().collect(),
    };
    let answer = Answer {
        value: instance.value(pairs.iter().copied(), objective),
        matched: pairs.len(),
        volunteers: instance.volunteers,
        posts: instance.capacities.len(),
        pairs: instance.pairs.len(),
        read_ms,
        solve_ms,
        bound: found.as_ref().map(|found| found.bound),
        proved: solver.prove().is_ok() && found.is_none_or(|found| found.is_proved()),
    };
    match asked.format {
        RankedFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, &answer).map_err(std::io::Error::from)?;
            writeln!(out)?;
        }
        RankedFormat::Table => {
            let Answer { value, matched, volunteers, posts, pairs, .. } = answer;
            writeln!(out, "{volunteers} volunteers, {posts} posts, {pairs} pairs: read in {read_ms:.2} ms")?;
            let proof = match (answer.proved, answer.bound) {
                (true, _) => "proved best".to_owned(),
                (false, Some(bound)) => format!("at most {} below the best", bound - value),
                (false, None) => "not proved".to_owned(),
            };
            writeln!(out, "value {value}, {matched} matched, {proof}: solved in {solve_ms:.2} ms")?;
        }
    }
    Ok(())
}
