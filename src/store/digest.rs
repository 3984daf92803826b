//! A digest of the shared data: the same in two files that hold the same rows, whatever the order in which they came.

use super::records::TABLES;
use super::{OfficeFile, StoreError};
use rusqlite::types::ValueRef;

impl OfficeFile {
    /// BLAKE3 over all rows of all records, removed ones included, by table and id; in hexadecimal digits.
    pub fn digest(&self) -> Result<String, StoreError> {
        let mut hasher = blake3::Hasher::new();
        for table in TABLES {
            hasher.update(&table.number.to_le_bytes());
            let sql = format!("SELECT id, gone, {} FROM \"{}\" ORDER BY id", table.columns(), table.name);
            let mut statement = self.connection.prepare_cached(&sql)?;
            let columns = statement.column_count();
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                for at in 0..columns {
                    // Each value with its kind and length, so that no two rows read the same.
                    match row.get_ref(at)? {
                        ValueRef::Null => hasher.update(&[0]),
                        ValueRef::Integer(integer) => hasher.update(&[1]).update(&integer.to_le_bytes()),
                        ValueRef::Real(real) => hasher.update(&[2]).update(&real.to_le_bytes()),
                        ValueRef::Text(text) => hasher.update(&[3]).update(&text.len().to_le_bytes()).update(text),
                        ValueRef::Blob(blob) => hasher.update(&[4]).update(&blob.len().to_le_bytes()).update(blob),
                    };
                }
            }
        }
        Ok(hasher.finalize().to_hex().to_string())
    }
}
