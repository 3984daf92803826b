//! Who could go to a placement: ranked, with what speaks for and against each, and how many people each rule left.

use super::arguments::{Candidates as Asked, RankedFormat};
use super::failure::Failure;
use super::{open, table};
use crate::domain::{Id, Kind};
use crate::exchange::candidates::candidates as look;
use crate::matching::Candidate;
use crate::matching::candidates::{Candidates, Step};
use chrono::NaiveDate;
use serde::Serialize;
use std::io::Write;

pub(super) fn candidates(asked: &Asked, out: &mut dyn Write) -> Result<(), Failure> {
    let mut office = open(&asked.file)?;
    let id = office.resolve(Kind::Placement, &asked.placement)?;
    let name = office.name_of(Kind::Placement, id)?;
    let reference = office.placement(id)?.placement.reference;
    let found = look(&mut office, id)?;
    match asked.format {
        RankedFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, &Answer::of(&found, reference, name, asked.limit))?;
            writeln!(out)?;
            Ok(())
        }
        RankedFormat::Table => Ok(write(&found, &name, asked.limit, out)?),
    }
}

/// What scripts get.
#[derive(Serialize)]
struct Answer<'a> {
    placement: Id,
    placement_reference: String,
    placement_name: String,
    today: NaiveDate,
    people: usize,
    funnel: Vec<Left<'a>>,
    fitting_count: usize,
    fitting: Vec<Ranked<'a>>,
    nearest_count: usize,
    nearest: Vec<Ranked<'a>>,
}

impl<'a> Answer<'a> {
    fn of(found: &'a Candidates, reference: String, name: String, most: usize) -> Self {
        let ranked = |some: &'a [Candidate]| some.iter().take(most).map(Ranked::of).collect();
        Self {
            placement: found.placement,
            placement_reference: reference,
            placement_name: name,
            today: found.today,
            people: found.pool,
            funnel: funnel(found).collect(),
            fitting_count: found.fitting_count,
            fitting: ranked(&found.fitting),
            nearest_count: found.nearest_count,
            nearest: ranked(&found.nearest),
        }
    }
}

/// What a rule left of those whom the rules before it left.
#[derive(Serialize)]
struct Left<'a> {
    #[serde(flatten)]
    step: &'a Step,
    fell_out: usize,
}

fn funnel(found: &Candidates) -> impl Iterator<Item = Left<'_>> {
    let before = std::iter::once(found.pool).chain(found.funnel.iter().map(|step| step.left));
    found.funnel.iter().zip(before).map(|(step, before)| Left { step, fell_out: before.saturating_sub(step.left) })
}

/// A candidate with the sentences that a person reads.
#[derive(Serialize)]
struct Ranked<'a> {
    #[serde(flatten)]
    candidate: &'a Candidate,
    reason_for: Option<String>,
    reason_against: Option<String>,
    questions: Vec<String>,
    failed: Vec<String>,
}

impl<'a> Ranked<'a> {
    fn of(candidate: &'a Candidate) -> Self {
        Self {
            candidate,
            reason_for: candidate.reason_for().map(ToString::to_string),
            reason_against: candidate.reason_against().map(|against| against.to_string()),
            questions: candidate.questions().map(ToString::to_string).collect(),
            failed: candidate.failed().map(ToString::to_string).collect(),
        }
    }
}

fn write(found: &Candidates, name: &str, most: usize, out: &mut dyn Write) -> std::io::Result<()> {
    writeln!(out, "{}", table::one_line(name))?;
    writeln!(out, "\n{:>6}  looked at", found.pool)?;
    let mut before = found.pool;
    for Left { step, fell_out } in funnel(found).filter(|left| left.fell_out > 0) {
        before -= fell_out;
        let alone = match step.only_this {
            0 => String::new(),
            count => format!(", {count} by nothing else"),
        };
        writeln!(out, "{before:>6}  left after {}: {fell_out} fell out{alone}", step.rule)?;
    }
    let fit = if found.fitting_count == 1 { "fits" } else { "fit" };
    part(out, &format!("{} {fit}", found.fitting_count), &found.fitting, most, |candidate| {
        candidate.reason_against().map(|against| against.to_string()).unwrap_or_default()
    })?;
    if found.nearest.is_empty() {
        return Ok(());
    }
    let nearly = if found.nearest_count == 1 { "nearly fits" } else { "nearly fit" };
    part(out, &format!("{} {nearly}", found.nearest_count), &found.nearest, most, |candidate| {
        candidate.failed().map(ToString::to_string).collect::<Vec<_>>().join("; ")
    })
}

/// Some candidates under a heading, with what `against` says of each.
fn part(
    out: &mut dyn Write,
    heading: &str,
    some: &[Candidate],
    most: usize,
    against: impl Fn(&Candidate) -> String,
) -> std::io::Result<()> {
    let shown = some.len().min(most);
    writeln!(out, "\n{heading}{}", if shown < some.len() { format!(", the best {shown}:") } else { String::new() })?;
    if shown == 0 {
        return Ok(());
    }
    let columns = ["fit", "reference", "name", "first day", "weeks", "for", "against"].map(str::to_owned);
    let rows: Vec<Vec<String>> = some
        .iter()
        .take(shown)
        .map(|candidate| {
            vec![
                candidate.fit.to_string(),
                candidate.reference.clone(),
                candidate.name.clone(),
                candidate.days.first.to_string(),
                candidate.days.weeks().to_string(),
                candidate.reason_for().map(ToString::to_string).unwrap_or_default(),
                against(candidate),
            ]
        })
        .collect();
    table::write(out, &columns, &rows)
}
