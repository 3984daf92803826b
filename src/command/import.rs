//! Bringing a sheet in: what its rows become, what is left out, and why.

use super::arguments::{Format, Import};
use super::failure::Failure;
use super::{complain, open, table, target};
use crate::exchange::spreadsheet::mapping::ColumnMapping;
use crate::exchange::spreadsheet::{self, Counts, Holdings, ImportPlan, Mapping, Session, SheetError, Workbook};
use crate::exchange::write::write_whole;
use crate::store::{OfficeFile, Progress};
use serde_json::{Value, json};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Rows and texts shown one by one; the rest is counted.
const SHOWN: usize = 20;

pub(super) fn import(asked: &Import, out: &mut dyn Write) -> Result<(), Failure> {
    for path in asked.rejected.iter().chain(&asked.write_map) {
        target::spare(path, &[&asked.file, &asked.sheet_file])?;
    }
    let given = asked.map.as_deref().map(|path| read_mapping(asked, path)).transpose()?;
    let mut office = open(&asked.file)?;
    let session = begin(asked, given.as_ref(), &office)?;
    if let Some(path) = &asked.write_map {
        let json = serde_json::to_vec_pretty(session.mapping())?;
        write_whole(path, &json).map_err(SheetError::from)?;
    }
    if let Some(question) = session.questions().into_iter().next() {
        return Err(Failure::Question(question.to_string()));
    }
    let plan = session.plan(&Holdings::load(&office, session.kind())?, &Progress::default())?;
    // Written before anything changes: whoever has the counts can have the rows.
    if let Some(path) = &asked.rejected {
        spreadsheet::write_rejected(&plan, path)?;
    }
    let counts = plan.counts();
    let mut backup = None;
    if !asked.dry_run {
        spreadsheet::import(&mut office, &session, &Progress::default())?;
        if counts.new + counts.updated > 0 {
            backup = office.backups()?.into_iter().map(|backup| backup.path).next();
        }
    }
    match asked.format {
        Format::Text => report(asked, &plan, &counts, backup.as_deref(), out),
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &as_json(asked, &plan, &counts, backup))?;
            writeln!(out)?;
            Ok(())
        }
    }
}

/// The mapping of a file written before, if it is one of this kind of row.
fn read_mapping(asked: &Import, path: &Path) -> Result<Mapping, Failure> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| Failure::Unreadable { path: path.to_owned(), why: error.to_string() })?;
    Mapping::read(&text, asked.kind).map_err(|why| Failure::Mapping { path: path.to_owned(), why })
}

/// Opens the sheet with the mapping given, else the one remembered, else a guess.
fn begin(asked: &Import, given: Option<&Mapping>, office: &OfficeFile) -> Result<Session, Failure> {
    let (limits, today) = (office.office()?.limits, office.today());
    let workbook = Workbook::open(&asked.sheet_file)?;
    let mut session = Session::open(workbook, asked.kind, asked.sheet.as_deref(), &limits, today)?;
    match given {
        Some(mapping) => {
            session.use_mapping(mapping)?;
            let lost =
                |column: &&ColumnMapping| column.field.as_deref().is_some_and(|field| !session.mapping().feeds(field));
            for missing in mapping.columns.iter().filter(lost) {
                complain(
                    format!("warning: {} has no column \"{}\"", session.file(), missing.head),
                    "columns are named in the mapping as in the file",
                );
            }
        }
        None => drop(session.recall(office)?),
    }
    for notice in session.notices() {
        complain(format!("warning: {notice}"), "");
    }
    Ok(session)
}

fn report(
    asked: &Import,
    plan: &ImportPlan,
    counts: &Counts,
    backup: Option<&Path>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let would = if asked.dry_run { ", nothing was changed" } else { "" };
    writeln!(out, "{} rows in {}{would}", counts.rows, plan.file)?;
    let lines = [
        (counts.new, "new"),
        (counts.updated, "updated"),
        (counts.unchanged, "unchanged"),
        (counts.rejected, "rejected"),
    ];
    for (count, what) in lines {
        writeln!(out, "{count:>8} {what}")?;
    }
    if !plan.new_organisations.is_empty() {
        writeln!(out, "{:>8} organisations made for them", plan.new_organisations.len())?;
    }
    if !plan.columns_not_imported.is_empty() {
        writeln!(out, "columns not imported: {}", table::one_line(&plan.columns_not_imported.join(", ")))?;
    }
    some(out, "did not fit", plan.left_out.iter().map(ToString::to_string), plan.left_out.len(), "")?;
    let rejected = plan.rejected().map(|(row, reason)| format!("row {}: {reason}", row.number));
    let rest = if asked.rejected.is_some() { "" } else { ", --rejected OUT.csv writes them all" };
    some(out, "rejected", rejected, counts.rejected, rest)?;
    if let Some(path) = &asked.rejected {
        writeln!(out, "rejected rows written to {}", path.display())?;
    }
    if let Some(backup) = backup {
        writeln!(out, "backup from before: {}", backup.display())?;
    }
    Ok(())
}

/// The first lines of many, and how many more there are.
fn some(
    out: &mut dyn Write,
    heading: &str,
    lines: impl Iterator<Item = String>,
    count: usize,
    rest: &str,
) -> Result<(), Failure> {
    if count > 0 {
        writeln!(out, "{heading}:")?;
    }
    for line in lines.take(SHOWN) {
        writeln!(out, "  {}", table::one_line(&line))?;
    }
    if count > SHOWN {
        writeln!(out, "  and {} more{rest}", count - SHOWN)?;
    }
    Ok(())
}

fn as_json(asked: &Import, plan: &ImportPlan, counts: &Counts, backup: Option<PathBuf>) -> Value {
    let left_out = plan.left_out.iter().map(|left| {
        json!({
            "column": left.head,
            "text": left.text,
            "reason": left.why.to_string(),
            "kept_in": left.kept_in,
            "rows": left.count,
        })
    });
    let rejected = plan.rejected().map(|(row, reason)| json!({ "row": row.number, "reason": reason.to_string() }));
    let organisations = plan.new_organisations.iter().map(|organisation| &organisation.name);
    json!({
        "file": plan.file,
        "kind": plan.kind,
        "dry_run": asked.dry_run,
        "counts": counts,
        "new_organisations": organisations.collect::<Vec<_>>(),
        "columns_not_imported": plan.columns_not_imported,
        "left_out": left_out.collect::<Vec<_>>(),
        "rejected": rejected.collect::<Vec<_>>(),
        "backup": backup,
    })
}
