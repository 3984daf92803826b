//! What the store must know of each kind of row: permanent numbers, columns, whom it belongs to.

use super::scalar::Scalar;
use crate::domain::{Id, Kind};

/// A table whose rows have a history. Numbers are permanent: ops name tables and cells by them.
#[derive(Debug)]
pub struct Table {
    /// Permanent number.
    pub(crate) number: u16,
    /// Name in SQL.
    pub(crate) name: &'static str,
    /// The record that people see this row as part of.
    pub(crate) kind: Kind,
    /// Whether rows belong to a record named in the column `of`.
    pub(crate) owned: bool,
    /// The columns of all cells as SQL names them, a comma before each.
    pub(crate) listed: &'static str,
    /// The cells, each one or more columns that only make sense together.
    pub(crate) cells: &'static [CellDef],
}

/// One cell of a table: columns that are changed, merged and undone together.
#[derive(Debug)]
pub(crate) struct CellDef {
    /// Permanent number, from 2 on.
    pub(crate) number: u16,
    /// Columns in SQL; new ones only at the end.
    pub(crate) columns: &'static [&'static str],
}

/// The cell that stands for the row as a whole, among heads.
pub(crate) const ROW_CELL: u16 = 0;
/// The cell that says whether the row has been removed.
pub(crate) const GONE_CELL: u16 = 1;
/// The column of [`GONE_CELL`].
pub(crate) const GONE: CellDef = CellDef { number: GONE_CELL, columns: &["gone"] };

impl Table {
    /// The columns of all cells, in order, with commas between.
    pub(crate) fn columns(&self) -> &'static str {
        self.listed.trim_start_matches(", ")
    }

    /// Inserts a row: its id, the replica and the number of the op that makes it, then the values of all columns.
    pub(crate) fn insert(&self) -> String {
        let columns: usize = self.cells.iter().map(|cell| cell.columns.len()).sum();
        format!(
            "INSERT INTO \"{}\" (id, made_replica, made_seq{}) VALUES (?, ?, ?{})",
            self.name,
            self.listed,
            ", ?".repeat(columns)
        )
    }

    /// The cell of a number, the one for removal included.
    pub(crate) fn cell(&self, number: u16) -> Option<&CellDef> {
        const GONE_REF: &CellDef = &GONE;
        if number == GONE_CELL { Some(GONE_REF) } else { self.cells.iter().find(|cell| cell.number == number) }
    }
}

/// A flat struct that is kept as one row.
pub trait Record: Clone + Sized {
    /// The table it is kept in.
    #[doc(hidden)]
    const TABLE: &'static Table;
    /// The letter of its short reference, for records that have one.
    #[doc(hidden)]
    const LETTER: Option<char>;
    /// Its permanent id.
    fn id(&self) -> Id;
    /// The record that people see it as part of: its owner, or itself.
    fn root(&self) -> Id;
    /// Its short reference; empty for records that have none.
    fn reference(&self) -> &str;
    /// Gives it a short reference.
    #[doc(hidden)]
    fn set_reference(&mut self, reference: String);
    /// The values of all columns, in the order of the cells.
    #[doc(hidden)]
    fn values(&self) -> Vec<Scalar>;
    /// Reads it from a row whose first column is the id and whose others are those of [`Table::columns`].
    #[doc(hidden)]
    fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self>;
}

/// The values of one cell out of the values of all columns.
pub(crate) fn cell_values<'a>(table: &Table, number: u16, values: &'a [Scalar]) -> &'a [Scalar] {
    let mut start = 0;
    for cell in table.cells {
        let end = start + cell.columns.len();
        if cell.number == number {
            return values.get(start..end).unwrap_or_default();
        }
        start = end;
    }
    &[]
}
