//! Ops: what a row was and became, and what its author saw. One op per row change, append only.

use super::StoreError;
use super::scalar::Scalar;
use super::table::ROW_CELL;
use crate::domain::Id;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

/// Names an op within this file: the number of a replica in the table `replica`, and the op's number there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
}

/// A large edit keeps the ops of rows that it makes in blocks of so many.
pub(crate) const BLOCK: usize = 2_000;
/// Fewer rows than this are kept one by one, where each can be found.
const FEW: usize = 200;
/// More than any block unpacks to; a damaged one is refused instead of filling the memory.
const BLOCK_BYTES: usize = 64 << 20;

/// Writes one op.
pub(crate) fn write(connection: &Connection, replica: i64, edit: i64, op: &RowOp) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(
        "INSERT INTO op (replica, seq, hlc, edit, tbl, row, root, seen_row, cells) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9)",
    )?;
    statement.execute(params![
        replica,
        op.seq,
        op.hlc,
        edit,
        op.table,
        op.row.bytes(),
        op.root.bytes(),
        json(&op.seen_row)?,
        json(&op.cells)?,
    ])?;
    Ok(())
}

/// Writes the ops of rows made by an edit: one by one where they are few, else as a block.
pub(crate) fn write_made(
    connection: &Connection,
    replica: i64,
    edit: i64,
    ops: &[RowOp],
    more_before: bool,
) -> Result<(), StoreError> {
    let (Some(first), Some(last)) = (ops.first(), ops.last()) else { return Ok(()) };
    if !more_before && ops.len() < FEW {
        return ops.iter().try_for_each(|op| write(connection, replica, edit, op));
    }
    let mut lines = Vec::with_capacity(ops.len() * 200);
    for op in ops {
        serde_json::to_writer(&mut lines, op).map_err(|error| StoreError::Damaged(error.to_string()))?;
        lines.push(b'\n');
    }
    let body = zstd::bulk::compress(&lines, 3)?;
    let mut statement = connection.prepare_cached(
        "INSERT INTO op_block (replica, first_seq, last_seq, edit, body) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    statement.execute(params![replica, first.seq, last.seq, edit, body])?;
    Ok(())
}

/// The ops in a block.
pub(crate) fn unpack(body: &[u8]) -> Result<Vec<RowOp>, StoreError> {
    let lines = zstd::bulk::decompress(body, BLOCK_BYTES)?;
    lines
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_slice(line).map_err(|error| StoreError::Damaged(format!("history: {error}"))))
        .collect()
}

/// Reads an op from a row of `seq, hlc, tbl, row, root, seen_row, cells`.
pub(crate) fn read(row: &rusqlite::Row<'_>) -> Result<RowOp, StoreError> {
    Ok(RowOp {
        seq: row.get(0)?,
        hlc: row.get(1)?,
        table: row.get(2)?,
        row: Id::from_bytes(row.get(3)?),
        root: Id::from_bytes(row.get(4)?),
        seen_row: parse(row.get_ref(5)?.as_str().unwrap_or_default())?,
        cells: parse(row.get_ref(6)?.as_str().unwrap_or_default())?,
    })
}

/// All ops of an edit, in the order in which they were made.
pub(crate) fn of_edit(connection: &Connection, edit: i64) -> Result<Vec<RowOp>, StoreError> {
    let mut all = Vec::new();
    let mut blocks = connection.prepare_cached("SELECT body FROM op_block WHERE edit = ?1")?;
    let mut rows = blocks.query([edit])?;
    while let Some(row) = rows.next()? {
        all.extend(unpack(row.get_ref(0)?.as_blob().unwrap_or_default())?);
    }
    let mut single =
        connection.prepare_cached("SELECT seq, hlc, tbl, row, root, seen_row, cells FROM op WHERE edit = ?1")?;
    let mut rows = single.query([edit])?;
    while let Some(row) = rows.next()? {
        all.push(read(row)?);
    }
    all.sort_by_key(|op| op.seq);
    Ok(all)
}

/// The ops on a cell that no other op has seen. A cell that was never edited has the op that made its row.
pub(crate) fn heads(
    connection: &Connection,
    table: u16,
    row: Id,
    cell: u16,
    made: OpName,
) -> Result<Vec<OpName>, StoreError> {
    let mut statement = connection
        .prepare_cached("SELECT replica, seq FROM head WHERE tbl = ?1 AND row = ?2 AND cell = ?3 ORDER BY 1, 2")?;
    let found = statement.query_map(params![table, row.bytes(), cell], |row| Ok(OpName(row.get(0)?, row.get(1)?)))?;
    let mut found = found.collect::<Result<Vec<_>, _>>()?;
    if found.is_empty() {
        found.push(made);
    }
    Ok(found)
}

/// Puts an op of this office in the place of the heads it has seen: of the row, and of each cell.
pub(crate) fn advance_heads(connection: &Connection, name: OpName, op: &RowOp) -> Result<(), StoreError> {
    let mut clear = connection.prepare_cached("DELETE FROM head WHERE tbl = ?1 AND row = ?2 AND cell = ?3")?;
    let mut put =
        connection.prepare_cached("INSERT INTO head (tbl, row, cell, replica, seq) VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for cell in std::iter::once(ROW_CELL).chain(op.cells.iter().map(|cell| cell.0)) {
        clear.execute(params![op.table, op.row.bytes(), cell])?;
        put.execute(params![op.table, op.row.bytes(), cell, name.0, name.1])?;
    }
    Ok(())
}

fn json<T: Serialize>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::Damaged(error.to_string()))
}

fn parse<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|error| StoreError::Damaged(format!("history: {error}")))
}
