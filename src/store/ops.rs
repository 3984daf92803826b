//! Ops in the file: one per row change, append only (but for people who are erased).

use super::StoreError;
use super::merge::{OpName, RowOp};
use crate::domain::Id;
use rusqlite::{Connection, OptionalExtension as _, params};
use serde::{Deserialize, Serialize};

/// A large edit keeps the ops of rows that it makes in blocks of so many.
pub(crate) const BLOCK: usize = 2_000;
/// Fewer rows than this are kept one by one, where each can be found.
const FEW: usize = 200;
/// More than any block unpacks to; a damaged one is refused instead of filling the memory.
const BLOCK_BYTES: usize = 64 << 20;

/// Where ops are written: by whom, in which edit, and the number that the last one got on its arrival.
#[derive(Debug)]
pub(crate) struct Place {
    pub(crate) replica: i64,
    pub(crate) edit: i64,
    pub(crate) arrived: i64,
}

/// The id of an edit, the same at every office: who made it, and the number of its first op.
pub(crate) fn edit_id(replica: i64, first_seq: i64) -> Id {
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&replica.to_be_bytes());
    bytes[8..].copy_from_slice(&first_seq.to_be_bytes());
    Id::from_bytes(bytes)
}

/// Writes one op.
pub(crate) fn write(connection: &Connection, place: &mut Place, op: &RowOp) -> Result<(), StoreError> {
    place.arrived += 1;
    let mut statement = connection.prepare_cached(
        "INSERT INTO op (replica, seq, hlc, edit, tbl, row, root, seen_row, cells, arrived)
         VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)",
    )?;
    statement.execute(params![
        place.replica,
        op.seq,
        op.hlc,
        place.edit,
        op.table,
        op.row.bytes(),
        op.root.bytes(),
        json(&op.seen_row)?,
        json(&op.cells)?,
        place.arrived,
    ])?;
    Ok(())
}

/// Writes the ops of rows made by an edit: one by one where they are few, else as a block.
pub(crate) fn write_made(
    connection: &Connection,
    place: &mut Place,
    ops: &[RowOp],
    more_before: bool,
) -> Result<(), StoreError> {
    let (Some(first), Some(last)) = (ops.first(), ops.last()) else { return Ok(()) };
    if !more_before && ops.len() < FEW {
        return ops.iter().try_for_each(|op| write(connection, place, op));
    }
    let body = pack(ops)?;
    let mut statement = connection.prepare_cached(
        "INSERT INTO op_block (replica, first_seq, last_seq, edit, body, arrived) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    statement.execute(params![place.replica, first.seq, last.seq, place.edit, body, place.arrived + 1])?;
    // Each keeps its number also when others are taken out of the block.
    place.arrived += last.seq - first.seq + 1;
    Ok(())
}

/// The body of a block.
pub(crate) fn pack(ops: &[RowOp]) -> Result<Vec<u8>, StoreError> {
    let mut lines = Vec::with_capacity(ops.len() * 200);
    for op in ops {
        serde_json::to_writer(&mut lines, op).map_err(|error| StoreError::Damaged(error.to_string()))?;
        lines.push(b'\n');
    }
    Ok(zstd::bulk::compress(&lines, 3)?)
}

/// The ops in a block.
pub(crate) fn unpack(body: &[u8]) -> Result<Vec<RowOp>, StoreError> {
    let lines = zstd::bulk::decompress(body, BLOCK_BYTES)?;
    lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).map(unpack_one).collect()
}

fn unpack_one(line: &[u8]) -> Result<RowOp, StoreError> {
    serde_json::from_slice(line).map_err(|error| StoreError::Damaged(format!("history: {error}")))
}

/// The op of a number in a block. The others are not read: there are thousands, and undo asks for one.
fn find_in(body: &[u8], seq: i64) -> Result<Option<RowOp>, StoreError> {
    let lines = zstd::bulk::decompress(body, BLOCK_BYTES)?;
    // As `pack` writes it, an op begins with its number.
    let begin = format!("{{\"seq\":{seq},");
    lines.split(|byte| *byte == b'\n').find(|line| line.starts_with(begin.as_bytes())).map(unpack_one).transpose()
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

/// Whether an op of a name is kept, singly or in a block.
pub(crate) fn is_kept(connection: &Connection, name: OpName) -> Result<bool, StoreError> {
    let mut single = connection.prepare_cached("SELECT EXISTS (SELECT 1 FROM op WHERE replica = ?1 AND seq = ?2)")?;
    if single.query_row([name.0, name.1], |row| row.get(0))? {
        return Ok(true);
    }
    let mut block = connection.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM op_block WHERE replica = ?1 AND first_seq <= ?2 AND last_seq >= ?2)",
    )?;
    let may_be: bool = block.query_row([name.0, name.1], |row| row.get(0))?;
    Ok(may_be && find(connection, name)?.is_some())
}

/// Forgets everything that happened to a record: it is no longer for this office. Others keep it.
pub(crate) fn forget_root(connection: &Connection, root: Id) -> Result<(), StoreError> {
    let mut rows = connection.prepare_cached("SELECT DISTINCT tbl, row FROM op WHERE root = ?1")?;
    let mut rows: Vec<(u16, [u8; 16])> =
        rows.query_map([root.bytes()], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    let mut blocks = connection.prepare_cached("SELECT replica, first_seq, body FROM op_block")?;
    let mut found = blocks.query([])?;
    let mut rewritten = Vec::new();
    while let Some(block) = found.next()? {
        let ops = unpack(block.get_ref(2)?.as_blob().unwrap_or_default())?;
        let (gone, kept): (Vec<_>, Vec<_>) = ops.into_iter().partition(|op| op.root == root);
        if !gone.is_empty() {
            rows.extend(gone.iter().map(|op| (op.table, *op.row.bytes())));
            rewritten.push((block.get::<_, i64>(0)?, block.get::<_, i64>(1)?, pack(&kept)?));
        }
    }
    drop(found);
    for (replica, first, body) in rewritten {
        connection
            .prepare_cached("UPDATE op_block SET body = ?3 WHERE replica = ?1 AND first_seq = ?2")?
            .execute(params![replica, first, body])?;
    }
    for (table, row) in rows {
        for which in ["head", "awaited", "unmade", "conflict"] {
            connection
                .prepare_cached(&format!("DELETE FROM {which} WHERE tbl = ?1 AND row = ?2"))?
                .execute(params![table, row])?;
        }
    }
    connection
        .prepare_cached(
            "DELETE FROM not_understood WHERE (replica, seq) IN (SELECT replica, seq FROM op WHERE root = ?1)",
        )?
        .execute([root.bytes()])?;
    connection.prepare_cached("DELETE FROM op WHERE root = ?1")?.execute([root.bytes()])?;
    connection.prepare_cached("DELETE FROM unlooked WHERE root = ?1")?.execute([root.bytes()])?;
    Ok(())
}

/// One op by its name, wherever it is kept; nothing where it has not come.
pub(crate) fn find(connection: &Connection, name: OpName) -> Result<Option<RowOp>, StoreError> {
    let mut single = connection
        .prepare_cached("SELECT seq, hlc, tbl, row, root, seen_row, cells FROM op WHERE replica = ?1 AND seq = ?2")?;
    let mut rows = single.query([name.0, name.1])?;
    if let Some(row) = rows.next()? {
        return read(row).map(Some);
    }
    let mut block = connection.prepare_cached(
        "SELECT body FROM op_block WHERE replica = ?1 AND first_seq <= ?2 AND last_seq >= ?2
         ORDER BY first_seq DESC LIMIT 1",
    )?;
    let body: Option<Vec<u8>> = block.query_row([name.0, name.1], |row| row.get(0)).optional()?;
    let Some(body) = body else { return Ok(None) };
    find_in(&body, name.1)
}

pub(crate) fn json<T: Serialize>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::Damaged(error.to_string()))
}

pub(crate) fn parse<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|error| StoreError::Damaged(format!("history: {error}")))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn each_op_of_a_block_is_found_by_its_number_and_no_other() {
        let row = Id::random();
        let op = |seq| RowOp { seq, hlc: 1, table: 1, row, root: row, seen_row: Vec::new(), cells: Vec::new() };
        // 12 has been taken out, 1 begins like 11, and -3 is what no op has.
        let ops: Vec<RowOp> = [1, 2, 11, 13, 111].map(op).into();
        let body = pack(&ops).unwrap();
        for seq in [1, 2, 11, 12, 13, 111, 1111, -3] {
            let found = ops.iter().find(|op| op.seq == seq).cloned();
            assert_eq!(find_in(&body, seq).unwrap(), found, "{seq}");
        }
    }
}
