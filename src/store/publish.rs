//! What those who publish the data must know of the tables here, and the rows as they are kept.

use super::erase::erased_people;
use super::records::TABLES;
use super::scalar::Scalar;
use super::{OfficeFile, StoreError};
use crate::domain::Id;
use std::collections::HashSet;

/// The name and the columns, besides the id, of each table whose rows have a history, in the order of the file.
pub fn tables() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    TABLES.iter().map(|table| (table.name, table.cells.iter().flat_map(|cell| cell.columns).copied().collect()))
}

/// A value as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// Nothing.
    Nothing,
    /// A whole number.
    Number(i64),
    /// Words, a code, a date or JSON.
    Text(String),
    /// The id of a row.
    Id(Id),
}

/// A row as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptRow {
    /// Its id.
    pub id: Id,
    /// The values of the columns that [`tables`] names, in that order.
    pub values: Vec<Kept>,
    /// Whether it is about a person who was erased.
    pub is_of_erased: bool,
}

/// The people who were erased, those merged into them, and their missions.
#[derive(Debug)]
pub struct ErasedPeople(HashSet<Id>);

/// The columns that say whom a row is about; others, such as `travels_with`, only name somebody beside.
const WHOM: [&str; 2] = ["of", "volunteer"];

impl OfficeFile {
    /// The people who were erased, to be asked for once for all tables.
    pub fn erased_people(&self) -> Result<ErasedPeople, StoreError> {
        Ok(ErasedPeople(erased_people(&self.connection)?))
    }

    /// Hands every row of a table that was not removed to `each`, in the order in which they came into the file; one is
    /// held at a time. Fails where there is no such table, and where `each` does.
    pub fn each_kept_row<E: From<StoreError>>(
        &self,
        table: &str,
        erased: &ErasedPeople,
        mut each: impl FnMut(KeptRow) -> Result<(), E>,
    ) -> Result<(), E> {
        let known = TABLES.iter().find(|known| known.name == table);
        let table = known.ok_or_else(|| StoreError::Damaged(format!("there is no table {table}")))?;
        let columns = table.cells.iter().flat_map(|cell| cell.columns);
        let whom: Vec<usize> =
            columns.enumerate().filter(|(_, column)| WHOM.contains(column)).map(|(at, _)| at).collect();
        let sql = format!("SELECT id, {} FROM \"{}\" WHERE gone = 0 ORDER BY no", table.columns(), table.name);
        let mut statement = self.connection.prepare_cached(&sql).map_err(StoreError::from)?;
        let width = statement.column_count() - 1;
        let mut rows = statement.query([]).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            let read = || -> rusqlite::Result<(Id, Vec<Kept>)> {
                let values = (1..=width).map(|at| row.get_ref(at).map(|value| kept(Scalar::from_ref(value))));
                Ok((Id::from_bytes(row.get(0)?), values.collect::<Result<_, _>>()?))
            };
            let (id, values) = read().map_err(StoreError::from)?;
            let names_erased = |at: &usize| matches!(values.get(*at), Some(Kept::Id(id)) if erased.0.contains(id));
            let is_of_erased = erased.0.contains(&id) || whom.iter().any(names_erased);
            each(KeptRow { id, values, is_of_erased })?;
        }
        Ok(())
    }
}

fn kept(value: Scalar) -> Kept {
    match value.as_id() {
        Some(id) => Kept::Id(id),
        None => match value {
            Scalar::Integer(number) => Kept::Number(number),
            Scalar::Text(text) => Kept::Text(text),
            // Bytes that are no id say nothing to anybody.
            Scalar::Null | Scalar::Blob(_) => Kept::Nothing,
        },
    }
}
