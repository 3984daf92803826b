//! The versions of the office file, from an empty database to the newest.

use super::StoreError;
use rusqlite::Connection;
use std::path::Path;

/// Marks a database as an office file: "SOJN".
pub(crate) const APPLICATION_ID: i64 = 0x534f_4a4e;

/// Each step takes a file from one version to the next; the first makes it.
const STEPS: &[&str] = &[
    include_str!("schema/0001.sql"),
    include_str!("schema/0002.sql"),
    include_str!("schema/0003.sql"),
    include_str!("schema/0004.sql"),
    include_str!("schema/0005.sql"),
];

/// The version that this program writes.
pub(crate) const VERSION: i64 = STEPS.len() as i64;

/// Refuses what is not an office file, or one from a newer program.
pub(crate) fn check_version(connection: &Connection, path: &Path) -> Result<i64, StoreError> {
    let pragma = |name: &str| -> Result<i64, StoreError> {
        connection
            .pragma_query_value(None, name, |row| row.get(0))
            .map_err(|error| StoreError::of_database(error, path))
    };
    if pragma("application_id")? != APPLICATION_ID {
        return Err(StoreError::NotAnOfficeFile(path.to_owned()));
    }
    let found = pragma("user_version")?;
    if found > VERSION {
        return Err(StoreError::Newer { path: path.to_owned(), found, known: VERSION });
    }
    Ok(found)
}

/// Brings a database from a version to the newest, in one transaction.
pub(crate) fn migrate(connection: &Connection, from: i64) -> Result<(), StoreError> {
    let steps = STEPS.get(usize::try_from(from).unwrap_or_default()..).unwrap_or_default();
    if steps.is_empty() {
        return Ok(());
    }
    let transaction = connection.unchecked_transaction()?;
    for step in steps {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", VERSION)?;
    transaction.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::store::records::TABLES;

    #[test]
    fn every_cell_has_its_columns() {
        let connection = Connection::open_in_memory().unwrap();
        migrate(&connection, 0).unwrap();
        for table in TABLES {
            let sql = format!("SELECT id, gone, made_replica, made_seq, {} FROM \"{}\"", table.columns(), table.name);
            connection.prepare(&sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
            let columns: i64 = connection
                .query_row("SELECT count(*) FROM pragma_table_info(?1)", [table.name], |row| row.get(0))
                .unwrap();
            let in_cells: usize = table.cells.iter().map(|cell| cell.columns.len()).sum();
            assert_eq!(columns, i64::try_from(in_cells + 5).unwrap(), "{}", table.name);
        }
    }
}
