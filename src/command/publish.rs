//! All data for reporting tools elsewhere.

use super::arguments::ExportData;
use super::failure::Failure;
use super::open;
use crate::exchange::publish::export_files;
use std::io::Write;

pub(super) fn export_data(asked: &ExportData, out: &mut dyn Write) -> Result<(), Failure> {
    let personal = asked.personal.personal();
    let written = export_files(&open(&asked.file)?, &asked.dir, personal)?;
    let (tables, rows) = (written.tables, written.rows);
    writeln!(
        out,
        "{tables} tables with {rows} rows written to {}, personal: {}",
        asked.dir.display(),
        personal.code()
    )?;
    Ok(())
}
