//! A bare assignment instance: the optimum, how long it took, and its proof checked.

use super::arguments::{RankedFormat, Solve};
use super::failure::Failure;
use crate::exchange::instance::{Objective, read};
use crate::matching::assignment::Solver;
use crate::matching::proof::Flaw;
use crate::matching::sequences::{self, Sequences};
use crate::matching::together::{Conditions, Effort, Ways, find};
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
    if asked.sequences {
        return sequences(asked, objective, out);
    }
    let began = Instant::now();
    let instance = read(&asked.instance)?;
    let graph = instance.graph(objective)?;
    let read_ms = began.elapsed().as_secs_f64() * 1e3;
    let began = Instant::now();
    let mut solver = Solver::solve(graph);
    let parties = if asked.couples { instance.parties() } else { Vec::new() };
    let found = asked.couples.then(|| {
        let conditions = Conditions { parties: &parties, teams: &[], may: &|_, _| true };
        let mut ways = Ways::new(solver.graph(), &parties);
        find(&mut solver, conditions, &mut ways, Effort { tries: TRIES, stop: &|| false })
    });
    let solve_ms = began.elapsed().as_secs_f64() * 1e3;
    let proof = solver.prove();
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
        proved: proof.is_ok() && found.is_none_or(|found| found.is_proved()),
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
                let Self { value, matched, volunteers, posts, pairs, read_ms, solve_ms, .. } = self;
                writeln!(out, "{volunteers} volunteers, {posts} posts, {pairs} pairs: read in {read_ms:.2} ms")?;
                let proof = match (self.proved, self.bound) {
                    (true, _) => "proved best".to_owned(),
                    (false, Some(bound)) => format!("at most {} below the best", bound - value),
                    (false, None) => "not proved".to_owned(),
                };
                writeln!(out, "value {value}, {matched} matched, {proof}: solved in {solve_ms:.2} ms")?;
            }
        }
        Ok(proof.map(drop)?)
    }
}

/// What scripts get of several missions in turn. Times are in milliseconds.
#[derive(Serialize)]
struct InTurn {
    value: i64,
    bound: i64,
    gap: i64,
    missions: usize,
    people: usize,
    steps: usize,
    closed: bool,
    read_ms: f64,
    solve_ms: f64,
}

fn sequences(asked: &Solve, objective: Objective, out: &mut dyn Write) -> Result<(), Failure> {
    let began = Instant::now();
    let problem = read(&asked.instance)?.sequences(objective, asked.rest_weeks)?;
    let read_ms = began.elapsed().as_secs_f64() * 1e3;
    let began = Instant::now();
    let Sequences { missions, value, bound, steps, closed } = sequences::solve(&problem, &|_, _| true);
    let solve_ms = began.elapsed().as_secs_f64() * 1e3;
    let count = missions.iter().map(Vec::len).sum();
    let people = missions.iter().filter(|missions| !missions.is_empty()).count();
    let gap = bound - value;
    let answer = InTurn { value, bound, gap, missions: count, people, steps, closed, read_ms, solve_ms };
    if let RankedFormat::Json = asked.format {
        serde_json::to_writer_pretty(&mut *out, &answer)?;
        writeln!(out)?;
        return Ok(());
    }
    let (all, posts) = (problem.people(), problem.capacities().len());
    writeln!(out, "{all} volunteers, {posts} posts, {} pairs: read in {read_ms:.2} ms", problem.count())?;
    let proof = match gap {
        0 => "proved best".to_owned(),
        _ => format!("no plan exceeds {bound}, {:.4} % more", 100.0 * gap as f64 / value.max(1) as f64),
    };
    writeln!(out, "value {value}, {count} missions of {people} people, {proof}: solved in {solve_ms:.2} ms")?;
    Ok(())
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
            bound: None,
            proved: false,
        };
        let mut out = Vec::new();
        let told = answer.tell(Err(Flaw::LeftOut(1)), RankedFormat::Table, &mut out);
        assert!(String::from_utf8_lossy(&out).contains("value 7, 1 matched, not proved"));
        assert_eq!(told.map_err(|failure| failure.status()), Err(1));
    }
}
