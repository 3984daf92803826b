//! A bare assignment instance: the optimum, how long it took, and its proof checked.

use super::arguments::{RankedFormat, Solve};
use super::failure::Failure;
use crate::exchange::instance::{Objective, read};
use crate::matching::assignment::Solver;
use crate::matching::sequences::{self, Sequences};
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
    if asked.sequences {
        return sequences(asked, objective, out);
    }
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
        serde_json::to_writer_pretty(&mut *out, &answer).map_err(std::io::Error::from)?;
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
