//! Undo, redo, and what was done.

use super::arguments::{Format, History, Undo};
use super::failure::Failure;
use super::{open, table};
use crate::domain::{Id, Kind};
use crate::store::{Changes, EditState, OfficeFile, Op, StoreError};
use std::io::Write;

pub(super) fn undo(asked: &Undo, out: &mut dyn Write) -> Result<(), Failure> {
    step(asked, "undone", OfficeFile::undo, out)
}

pub(super) fn redo(asked: &Undo, out: &mut dyn Write) -> Result<(), Failure> {
    step(asked, "redone", OfficeFile::redo, out)
}

fn step(
    asked: &Undo,
    word: &str,
    step: impl Fn(&mut OfficeFile) -> Result<(Op, Changes), StoreError>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let mut office = open(&asked.file)?;
    for done in 0..asked.steps {
        match step(&mut office) {
            Ok((op, _)) => writeln!(out, "{word}: {op}")?,
            Err(error) if done == 0 => return Err(error.into()),
            Err(why) => return Err(Failure::FewerSteps { done, asked: asked.steps, why }),
        }
    }
    Ok(())
}

const WHEN: &str = "%Y-%m-%d %H:%M:%S";

pub(super) fn history(asked: &History, out: &mut dyn Write) -> Result<(), Failure> {
    let office = open(&asked.file)?;
    let most = asked.limit.unwrap_or(usize::MAX);
    let (heading, rows) = match &asked.record {
        Some(wanted) => {
            let (kind, id) = record(&office, wanted)?;
            let mut cells = office.history_of(kind, id)?;
            cells.truncate(most);
            if asked.format == Format::Json {
                return json(&cells, out);
            }
            let rows = cells
                .into_iter()
                .map(|cell| {
                    let (when, field) = (cell.at.format(WHEN).to_string(), cell.field.replace('_', " "));
                    vec![cell.edit.to_string(), when, cell.author, field, cell.from, cell.to]
                })
                .collect::<Vec<_>>();
            (vec!["edit", "when (UTC)", "who", "field", "from", "to"], rows)
        }
        None => {
            let entries = office.history(most, None)?;
            if asked.format == Format::Json {
                return json(&entries, out);
            }
            let rows = entries
                .into_iter()
                .map(|entry| {
                    let state = if entry.state == EditState::Undone { " (undone)" } else { "" };
                    let (when, what) = (entry.at.format(WHEN).to_string(), format!("{}{state}", entry.op));
                    vec![entry.number.to_string(), when, entry.author, what]
                })
                .collect::<Vec<_>>();
            (vec!["edit", "when (UTC)", "who", "what"], rows)
        }
    };
    let heading: Vec<String> = heading.into_iter().map(str::to_owned).collect();
    table::write(out, &heading, &rows)?;
    Ok(())
}

fn json(values: &impl serde::Serialize, out: &mut dyn Write) -> Result<(), Failure> {
    serde_json::to_writer_pretty(&mut *out, values)?;
    writeln!(out)?;
    Ok(())
}

/// The record of an id or short reference, whatever its kind.
fn record(office: &OfficeFile, wanted: &str) -> Result<(Kind, Id), Failure> {
    for kind in [Kind::Volunteer, Kind::Organisation, Kind::Placement, Kind::Mission, Kind::Practice] {
        match office.resolve(kind, wanted) {
            Ok(id) => return Ok((kind, id)),
            Err(StoreError::NoRecord { .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Failure::NoRecord(wanted.to_owned()))
}
