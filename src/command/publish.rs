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

#[cfg(feature = "postgres")]
pub(super) fn publish(asked: &super::arguments::Publish, out: &mut dyn Write) -> Result<(), Failure> {
    use crate::exchange::publish::{Mirrored, Server, publish_to_server};
    let personal = asked.personal.personal();
    // As other programs that speak to such a server take it: an address on the command line is seen by everybody.
    let password = std::env::var("PGPASSWORD").ok().filter(|password| !password.is_empty());
    let server = Server { url: &asked.postgres, password, schema: &asked.schema };
    let Mirrored { new, changed, gone } = publish_to_server(&open(&asked.file)?, &server, personal)?;
    let (schema, personal) = (&asked.schema, personal.code());
    writeln!(
        out,
        "published to the schema {schema}, personal: {personal}; rows: {new} new, {changed} changed, {gone} gone"
    )?;
    Ok(())
}
