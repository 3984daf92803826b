//! The data as files for programs: a CSV file for each table, and `schema.json`, which says what is in them.

use super::folder::Making;
use super::values::{columns, values};
use super::{Described, Personal, PublishError, Published, TABLES};
use crate::exchange::write::NotWritten;
use crate::store::OfficeFile;
use crate::store::publish::ErasedPeople;
use serde_json::{Value, json};
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

const SCHEMA: &str = "schema.json";

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exported {
    /// How many tables, each in a file of its own.
    pub tables: usize,
    /// How many rows in all of them.
    pub rows: usize,
}

/// Writes all tables into a folder, which is then there whole, or as it was before. An earlier export in its place is
/// replaced; a folder with anything else in it is refused.
///
/// The files are for programs: UTF-8 without a byte order mark, RFC 4180, a head line, ISO dates, `true` and `false`,
/// nothing for what is not known; texts stand as they are, without the apostrophe that lists for spreadsheet programs
/// have before a sign such as `=`.
pub fn export_files(office: &OfficeFile, folder: &Path, personal: Personal) -> Result<Exported, PublishError> {
    let making = Making::begin(folder, is_ours)?;
    let erased = office.erased_people()?;
    let mut exported = Exported { tables: 0, rows: 0 };
    let mut described = Vec::new();
    for table in TABLES {
        let rows = write_table(office, table, &erased, personal, &making)?;
        described.push(describe(table, rows, personal));
        exported.tables += 1;
        exported.rows += rows;
    }
    let schema = json!({
        "made_by": concat!("Sojourn ", env!("CARGO_PKG_VERSION")),
        "office": office.office()?.name,
        "as_of": office.today(),
        "personal": personal.code(),
        "format": "CSV (RFC 4180), UTF-8, with a head line; an empty field is not known or not given",
        "tables": described,
    });
    let path = making.file(SCHEMA);
    let failed = |error: std::io::Error| NotWritten::new(&path, error);
    let mut file = BufWriter::new(File::create(&path).map_err(failed)?);
    serde_json::to_writer_pretty(&mut file, &schema).map_err(|error| failed(error.into()))?;
    writeln!(file).map_err(failed)?;
    on_disk(file).map_err(failed)?;
    making.finish()?;
    Ok(exported)
}

fn is_ours(name: &str) -> bool {
    name == SCHEMA || TABLES.iter().any(|table| name == file_name(table))
}

fn file_name(table: &Published) -> String {
    format!("{}.csv", table.name)
}

fn write_table(
    office: &OfficeFile,
    table: &Published,
    erased: &ErasedPeople,
    personal: Personal,
    making: &Making,
) -> Result<usize, PublishError> {
    let path = making.file(&file_name(table));
    let failed = |error: csv::Error| NotWritten::new(&path, error);
    let file = BufWriter::new(File::create(&path).map_err(|error| NotWritten::new(&path, error))?);
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(file);
    let columns = columns(table);
    let are_given: Vec<bool> = columns.iter().map(|column| personal.gives(column.privacy)).collect();
    let given = columns.iter().filter(|column| personal.gives(column.privacy));
    writer.write_record(given.map(|column| column.name)).map_err(failed)?;
    let mut rows = 0;
    office.each_kept_row::<PublishError>(table.name, erased, |row| {
        let values = values(table, &row, personal)?;
        let given = values.iter().zip(&are_given).filter(|(_, is_given)| **is_given);
        writer.write_record(given.map(|(value, _)| value.to_string())).map_err(failed)?;
        rows += 1;
        Ok(())
    })?;
    let file = writer.into_inner().map_err(|error| NotWritten::new(&path, error.into_error()))?;
    on_disk(file).map_err(|error| NotWritten::new(&path, error))?;
    Ok(rows)
}

/// The folder must not take its place with files that the power could still take away.
fn on_disk(file: BufWriter<File>) -> std::io::Result<()> {
    file.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all()
}

fn describe(table: &Published, rows: usize, personal: Personal) -> Value {
    let (given, left_out): (Vec<&Described>, Vec<&Described>) =
        columns(table).into_iter().partition(|column| personal.gives(column.privacy));
    let given: Vec<Value> = given
        .iter()
        .map(|column| {
            json!({
                "name": column.name,
                "type": column.kind.code(),
                "personal": column.privacy.code(),
                "meaning": column.meaning,
            })
        })
        .collect();
    let left_out: Vec<&str> = left_out.iter().map(|column| column.name).collect();
    json!({
        "name": table.name,
        "file": file_name(table),
        "rows": rows,
        "meaning": table.meaning,
        "columns": given,
        "left_out": left_out,
    })
}
