//! What a set of ops means, worked out from nothing and without order: the naive reading of the rules in
//! [`crate::store::merge`], sharing no code with it.

use super::memory::{Row, State};
use crate::store::merge::{OpName, RowKey, RowOp};
use crate::store::records::table;
use crate::store::scalar::Scalar;
use crate::store::table::{GONE_CELL, ROW_CELL};
use std::collections::{BTreeMap, BTreeSet};

/// An op on a cell, with what its author had seen there.
type On<'ops> = (OpName, &'ops RowOp, &'ops [OpName]);

pub(super) fn state_of(ops: &BTreeMap<OpName, RowOp>) -> State {
    let mut state = State::default();
    let mut by_row: BTreeMap<RowKey, Vec<(OpName, &RowOp)>> = BTreeMap::new();
    for (name, op) in ops {
        by_row.entry(RowKey { table: op.table, row: op.row }).or_default().push((*name, op));
    }
    let removes = |op: &RowOp| op.cells.iter().any(|cell| cell.0 == GONE_CELL && cell.3 == [Scalar::Integer(1)]);
    for (key, ops) in &by_row {
        let made = ops.iter().find(|(_, op)| op.seen_row.is_empty());
        // The cells that anybody changed after the row was made.
        let mut cells: BTreeMap<u16, Vec<On<'_>>> = BTreeMap::new();
        for (name, op) in ops.iter().filter(|(_, op)| !op.seen_row.is_empty()) {
            cells.entry(ROW_CELL).or_default().push((*name, op, &op.seen_row));
            for cell in &op.cells {
                cells.entry(cell.0).or_default().push((*name, op, &cell.1));
            }
        }
        for (cell, on) in &mut cells {
            if let Some((name, op)) = made {
                on.push((*name, op, &[]));
            }
            let seen: BTreeSet<OpName> = on.iter().flat_map(|(_, _, seen)| seen.iter().copied()).collect();
            on.retain(|(name, ..)| !seen.contains(name));
            state.heads.insert((*key, *cell), on.iter().map(|(name, ..)| *name).collect());
        }
        let Some((name, op)) = made else { continue };
        let mut row = Row { made: *name, gone: false, cells: BTreeMap::new() };
        for cell in table(key.table).unwrap().cells {
            let value = |op: &RowOp| {
                let found = op.cells.iter().find(|change| change.0 == cell.number);
                found.map_or_else(|| vec![Scalar::Null; cell.columns.len()], |change| change.3.clone())
            };
            let shown = match cells.get(&cell.number) {
                None => value(op),
                Some(heads) => {
                    let winner = heads.iter().max_by_key(|(name, op, _)| (op.hlc, name.0, name.1)).unwrap();
                    let distinct: BTreeSet<_> = heads.iter().map(|(_, op, _)| value(op)).collect();
                    if distinct.len() > 1 {
                        state.conflicts.insert((*key, cell.number));
                    }
                    value(winner.1)
                }
            };
            row.cells.insert(cell.number, shown);
        }
        let heads: Vec<&RowOp> =
            cells.get(&ROW_CELL).map_or_else(|| vec![*op], |on| on.iter().map(|on| on.1).collect());
        let removing = heads.iter().filter(|op| removes(op)).count();
        row.gone = removing == heads.len();
        if removing > 0 && removing < heads.len() {
            state.conflicts.insert((*key, GONE_CELL));
        } else if heads.len() > 1 && removing == 0 {
            state.conflicts.insert((*key, ROW_CELL));
        }
        state.rows.insert(*key, row);
    }
    // A record is not removed while parts of it are there.
    let removed: Vec<RowKey> = state.rows.iter().filter(|(_, row)| row.gone).map(|(key, _)| *key).collect();
    for key in removed {
        let kind = table(key.table).unwrap().kind;
        let of = vec![Scalar::Blob(key.row.bytes().to_vec())];
        let is_part = |other: &RowKey| {
            let table = table(other.table).unwrap();
            table.owned && table.kind == kind
        };
        if !table(key.table).unwrap().owned
            && state.rows.iter().any(|(other, row)| is_part(other) && !row.gone && row.cells[&2] == of)
        {
            state.rows.get_mut(&key).unwrap().gone = false;
            state.conflicts.insert((key, GONE_CELL));
        }
    }
    state
}
