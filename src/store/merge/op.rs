//! Ops as plain data: what a row was and became, and what its author saw.

use crate::domain::Id;
use crate::store::scalar::Scalar;
use crate::store::table::GONE_CELL;
use serde::{Deserialize, Serialize};

/// Names an op within this file: the number of a replica in the table `replica`, and the op's number there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(crate) struct OpName(pub(crate) i64, pub(crate) i64);

/// What one cell was and became. `old` is empty for a row that the op makes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct CellChange(
    /// Number of the cell.
    pub(crate) u16,
    /// The ops that stood in the cell when it was changed; empty for a row that the op makes.
    pub(crate) Vec<OpName>,
    /// The old values.
    pub(crate) Vec<Scalar>,
    /// The new values.
    pub(crate) Vec<Scalar>,
);

/// One change of one row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct RowOp {
    pub(crate) seq: i64,
    pub(crate) hlc: i64,
    pub(crate) table: u16,
    pub(crate) row: Id,
    pub(crate) root: Id,
    /// The ops on the row that its author saw; empty for a row that the op makes.
    pub(crate) seen_row: Vec<OpName>,
    pub(crate) cells: Vec<CellChange>,
}

impl RowOp {
    /// Whether the op makes the row.
    pub(crate) fn makes(&self) -> bool {
        self.seen_row.is_empty()
    }

    /// Whether the row is removed after the op, as far as its author knew.
    pub(crate) fn removes(&self) -> bool {
        self.cell(GONE_CELL).is_some_and(|gone| gone.3 == [Scalar::Integer(1)])
    }

    /// What the op did to a cell.
    pub(crate) fn cell(&self, number: u16) -> Option<&CellChange> {
        self.cells.iter().find(|cell| cell.0 == number)
    }

    /// The value that the op left in a cell; a row that it makes is empty where it says nothing.
    pub(crate) fn value(&self, cell: u16, columns: usize) -> Vec<Scalar> {
        let mut value = self.cell(cell).map(|change| change.3.clone()).unwrap_or_default();
        value.resize(columns.max(value.len()), Scalar::Null);
        value
    }
}
