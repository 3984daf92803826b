//! A bare assignment instance: the optimum, how long it took, and its proof checked.

use super::arguments::{RankedFormat, Solve};
use super::failure::Failure;
use crate::exchange::instance::{Objective, read};
use crate::matching::assignment::Solver;
use crate::matching::proof::Flaw;
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
    let proof = solver.prove();
    let answer = Answer {
        value: instance.value(solver.pairs(), objective),
        matched: solver.pairs().count(),
        volunteers: instance.volunteers,
        posts: instance.capacities.len(),
        pairs: instance.pairs.len(),
        read_ms,
        solve_ms,
        proved: proof.is_ok(),
    };
    answer.tell(proof, asked.format, out)
}

impl Answer {
    /// Writes it. What is not proved is told all the same, and is a failure.
    fn tell(&self, proof: Result<i128, Flaw>, format: RankedFormat, out: &mut dyn Write) -> Result<(), Failure> {
        match format {
            RankedFormat::Json => {
                serde_json::to_writer_pretty(&mut *out, self)?;
                writeln!(out)?;
            }
            RankedFormat::Table => {
                let Self { value, matched, volunteers, posts, pairs, read_ms, solve_ms, proved } = self;
                writeln!(out, "{volunteers} volunteers, {posts} posts, {pairs} pairs: read in {read_ms:.2} ms")?;
                let proof = if *proved { "proved best" } else { "not proved" };
                writeln!(out, "value {value}, {matched} matched, {proof}: solved in {solve_ms:.2} ms")?;
            }
        }
        Ok(proof.map(drop)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_that_is_not_proved_is_told_and_fails() {
        let answer = Answer {
            value: 7,
            matched: 1,
            volunteers: 2,
            posts: 1,
            pairs: 2,
            read_ms: 0.0,
            solve_ms: 0.0,
            proved: false,
        };
        let mut out = Vec::new();
        let told = answer.tell(Err(Flaw::LeftOut(1)), RankedFormat::Table, &mut out);
        assert!(String::from_utf8_lossy(&out).contains("value 7, 1 matched, not proved"));
        assert_eq!(told.map_err(|failure| failure.status()), Err(1));
    }
}
