//! What belongs to this copy of the file alone and has no history: counters, remembered mappings, the window's choices.

use super::{OfficeFile, StoreError};
use rusqlite::{Connection, OptionalExtension as _};

pub(crate) fn get(connection: &Connection, key: &str) -> Result<Option<String>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT value FROM local WHERE key = ?1")?;
    Ok(statement.query_row([key], |row| row.get(0)).optional()?)
}

pub(crate) fn set(connection: &Connection, key: &str, value: &str) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached("INSERT OR REPLACE INTO local (key, value) VALUES (?1, ?2)")?;
    statement.execute([key, value])?;
    Ok(())
}

/// A counter; 0 where it has not begun.
pub(crate) fn number(connection: &Connection, key: &str) -> Result<i64, StoreError> {
    Ok(get(connection, key)?.and_then(|text| text.parse().ok()).unwrap_or_default())
}

impl OfficeFile {
    /// A remembered setting of this copy of the file.
    pub fn remembered(&self, key: &str) -> Result<Option<String>, StoreError> {
        get(&self.connection, &format!("remembered.{key}"))
    }

    /// Remembers a setting of this copy of the file. It has no history and stays in this copy.
    pub fn remember(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        self.check_still_there()?;
        set(&self.connection, &format!("remembered.{key}"), value)
    }
}
