//! Lists: searched, sorted, as a table, CSV or JSON.

use super::arguments::{List, ListFormat, Listable};
use super::failure::Failure;
use super::listed::Listed;
use super::{open, table};
use crate::domain::Id;
use crate::exchange::spreadsheet::guard::guard;
use crate::store::lists::{Listing, MissionRow, OrganisationRow, PlacementRow, PracticeRow, Query, VolunteerRow};
use crate::store::{OfficeFile, Record as _};
use serde::Serialize;
use std::collections::HashMap;
use std::io::Write;

pub(super) fn list(asked: &List, out: &mut dyn Write) -> Result<(), Failure> {
    match asked.kind {
        Listable::Volunteers => list_of::<VolunteerRow>(asked, out),
        Listable::Organisations => list_of::<OrganisationRow>(asked, out),
        Listable::Placements => list_of::<PlacementRow>(asked, out),
        Listable::Missions => list_of::<MissionRow>(asked, out),
        Listable::Practices => list_of::<PracticeRow>(asked, out),
    }
}

fn list_of<R: Listed>(asked: &List, out: &mut dyn Write) -> Result<(), Failure> {
    let sort = match &asked.sort {
        None => R::SORTS[0].1,
        Some(column) => sort_by::<R>(asked, column)?,
    };
    let mut office = open(&asked.file)?;
    let search = asked.search.clone().unwrap_or_default();
    let listing =
        office.list(&Query::<R> { search, filter: R::Filter::default(), sort, descending: asked.descending })?;
    let most = asked.limit.unwrap_or(usize::MAX);
    match asked.format {
        ListFormat::Table => write_table(asked, &listing, most, out),
        ListFormat::Csv => write_csv(&listing, most, out),
        ListFormat::Json => write_json(&office, &listing, most, out),
    }
}

fn sort_by<R: Listed>(asked: &List, column: &str) -> Result<R::Sort, Failure> {
    let found = R::SORTS.iter().find(|(name, _)| *name == column);
    found.map(|(_, sort)| *sort).ok_or_else(|| Failure::Sort {
        kind: asked.kind.kind(),
        column: column.to_owned(),
        known: R::SORTS.iter().map(|(name, _)| *name).collect(),
    })
}

fn write_table<R: Listed>(asked: &List, listing: &Listing<R>, most: usize, out: &mut dyn Write) -> Result<(), Failure> {
    let heading: Vec<String> = R::COLUMNS.iter().map(|name| name.replace('_', " ")).collect();
    let rows: Vec<Vec<String>> = listing.iter().take(most).map(Listed::cells).collect();
    table::write(out, &heading, &rows)?;
    let (shown, all, kind) = (rows.len(), listing.rows.len(), asked.kind.kind());
    let ending = if all == 1 { "" } else { "s" };
    if shown == all {
        writeln!(out, "{all} {kind}{ending}")?;
    } else {
        writeln!(out, "{shown} of {all} {kind}{ending}")?;
    }
    Ok(())
}

fn write_csv<R: Listed>(listing: &Listing<R>, most: usize, out: &mut dyn Write) -> Result<(), Failure> {
    let mut csv = csv::Writer::from_writer(out);
    csv.write_record(std::iter::once("id").chain(R::COLUMNS.iter().copied()))?;
    for row in listing.iter().take(most) {
        csv.write_record(
            std::iter::once(row.id().to_string()).chain(row.cells().iter().map(|cell| guard(cell).into_owned())),
        )?;
    }
    csv.flush()?;
    Ok(())
}

/// A record with what the list knows of others.
#[derive(Serialize)]
struct Line<'a, T, More> {
    #[serde(flatten)]
    record: &'a T,
    #[serde(flatten)]
    more: More,
}

fn write_json<R: Listed>(
    office: &OfficeFile,
    listing: &Listing<R>,
    most: usize,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let records: HashMap<Id, R::Record> =
        office.all::<R::Record>()?.into_iter().map(|record| (record.id(), record)).collect();
    write!(out, "[")?;
    let mut between = "\n";
    for row in listing.iter().take(most) {
        if let Some(record) = records.get(&row.id()) {
            write!(out, "{between}")?;
            serde_json::to_writer(&mut *out, &Line { record, more: row.more() })?;
            between = ",\n";
        }
    }
    writeln!(out, "\n]")?;
    Ok(())
}
