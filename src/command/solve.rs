//! A bare assignment instance: the optimum, how long it took, and its proof checked.

use super::arguments::{RankedFormat, Solve};
use super::failure::Failure;
use crate::exchange::instance::{Objective, read};
use crate::matching::assignment::Solver;
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
    proved: bool,
}

pub(super) fn solve(asked: &Solve, out: &mut dyn Write) -> Result<(), Failure> {
    let objective = if asked.lex { Objective::Lexicographic } else { Objective::Fit };
    let began = Instant::now();
    let instance = read(&asked.instance)?;
    let graph = instance.graph(objective)?;
    let read_ms = began.elapsed().as_secs_f64() * 1e3;
    let began = Instant::now();
    let solver = Solver::solve(graph);
    let solve_ms = began.elapsed().as_secs_f64() * 1e3;
    let answer = Answer {
        value: instance.value(solver.pairs(), objective),
        matched: solver.pairs().count(),
        volunteers: instance.volunteers,
        posts: instance.capacities.len(),
        pairs: instance.pairs.len(),
        read_ms,
        solve_ms,
        proved: solver.prove().is_ok(),
    };
    match asked.format {
        RankedFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, &answer).map_err(std::io::Error::from)?;
            writeln!(out)?;
        }
        RankedFormat::Table => {
            let Answer { value, matched, volunteers, posts, pairs, .. } = answer;
            writeln!(out, "{volunteers} volunteers, {posts} posts, {pairs} pairs: read in {read_ms:.2} ms")?;
            let proof = if answer.proved { "proved best" } else { "not proved" };
            writeln!(out, "value {value}, {matched} matched, {proof}: solved in {solve_ms:.2} ms")?;
        }
    }
    Ok(())
}
