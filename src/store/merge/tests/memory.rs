//! An office file that is only maps: the ground of merging in tests.

use crate::domain::Id;
use crate::store::ground::{parts_of, table_of};
use crate::store::merge::{Ground, Made, OpName, RowKey, RowOp, Stamp, Standing};
use crate::store::records::table;
use crate::store::scalar::Scalar;
use crate::store::table::GONE_CELL;
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

/// A row as people see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) made: OpName,
    pub(super) gone: bool,
    pub(super) cells: BTreeMap<u16, Vec<Scalar>>,
}

/// What two offices with the same ops must have in common.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct State {
    pub(super) rows: BTreeMap<RowKey, Row>,
    pub(super) heads: BTreeMap<(RowKey, u16), BTreeSet<OpName>>,
    pub(super) conflicts: BTreeSet<(RowKey, u16)>,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Memory {
    pub(super) ops: BTreeMap<OpName, RowOp>,
    pub(super) state: State,
    pub(super) awaited: BTreeMap<(RowKey, u16), BTreeSet<OpName>>,
    pub(super) unmade: BTreeSet<RowKey>,
    /// The ops in the order in which they came.
    pub(super) arrived: Vec<OpName>,
}

fn put(map: &mut BTreeMap<(RowKey, u16), BTreeSet<OpName>>, key: (RowKey, u16), names: &[OpName]) {
    if names.is_empty() {
        map.remove(&key);
    } else {
        map.insert(key, names.iter().copied().collect());
    }
}

impl Ground for Memory {
    type Error = Infallible;

    fn here(&mut self, op: OpName) -> Result<bool, Infallible> {
        Ok(self.ops.contains_key(&op))
    }

    fn op(&mut self, op: OpName) -> Result<RowOp, Infallible> {
        Ok(self.ops[&op].clone())
    }

    fn stamp(&mut self, op: OpName) -> Result<Stamp, Infallible> {
        Ok(Stamp { hlc: self.ops[&op].hlc, replica: op.0, seq: op.1 })
    }

    fn row(&mut self, row: RowKey) -> Result<Option<Made>, Infallible> {
        Ok(self.state.rows.get(&row).map(|row| Made { made: row.made, gone: row.gone }))
    }

    fn standing(&mut self, row: RowKey, cell: u16) -> Result<Standing, Infallible> {
        let of = |map: &BTreeMap<_, BTreeSet<OpName>>| -> Vec<OpName> {
            map.get(&(row, cell)).into_iter().flatten().copied().collect()
        };
        Ok(Standing { heads: of(&self.state.heads), awaited: of(&self.awaited) })
    }

    fn keep(&mut self, row: RowKey, cell: u16, _: &Standing, after: &Standing) -> Result<(), Infallible> {
        put(&mut self.state.heads, (row, cell), &after.heads);
        put(&mut self.awaited, (row, cell), &after.awaited);
        Ok(())
    }

    fn kept_cells(&mut self, row: RowKey) -> Result<Vec<u16>, Infallible> {
        let all = self.state.heads.keys().chain(self.awaited.keys());
        let cells: BTreeSet<u16> = all.filter(|(of, _)| *of == row).map(|(_, cell)| *cell).collect();
        Ok(cells.into_iter().collect())
    }

    fn make(&mut self, name: OpName, op: &RowOp) -> Result<(), Infallible> {
        let key = RowKey { table: op.table, row: op.row };
        let cells = table(op.table).into_iter().flat_map(|table| table.cells);
        let cells = cells.map(|cell| (cell.number, op.value(cell.number, cell.columns.len()))).collect();
        let before = self.state.rows.insert(key, Row { made: name, gone: false, cells });
        assert!(before.is_none(), "a row is made once");
        self.unmade.remove(&key);
        Ok(())
    }

    fn columns(&self, number: u16, cell: u16) -> Option<usize> {
        Some(table(number)?.cell(cell)?.columns.len())
    }

    fn show(&mut self, row: RowKey, cell: u16, values: &[Scalar]) -> Result<(), Infallible> {
        if let Some(row) = self.state.rows.get_mut(&row) {
            if cell == GONE_CELL {
                row.gone = values == [Scalar::Integer(1)];
            } else {
                row.cells.insert(cell, values.to_vec());
            }
        }
        Ok(())
    }

    fn agree(&mut self, row: RowKey, _: Id, cell: u16, agreed: bool) -> Result<(), Infallible> {
        if agreed {
            self.state.conflicts.remove(&(row, cell));
        } else {
            self.state.conflicts.insert((row, cell));
        }
        Ok(())
    }

    fn wait_for_row(&mut self, row: RowKey) -> Result<(), Infallible> {
        self.unmade.insert(row);
        Ok(())
    }

    fn owners_in_question(&mut self, op: &RowOp) -> Result<Vec<RowKey>, Infallible> {
        let Some(part) = table(op.table).filter(|table| table.owned) else { return Ok(Vec::new()) };
        let owner = table_of(part.kind).unwrap();
        let of = op.cell(2).into_iter().flat_map(|cell| cell.2.iter().chain(&cell.3)).filter_map(Scalar::as_id);
        let candidates: BTreeSet<Id> = of.chain([op.root]).collect();
        let rows = candidates.into_iter().map(|row| RowKey { table: owner.number, row });
        Ok(rows.filter(|row| self.state.rows.contains_key(row)).collect())
    }

    fn arrived(&self, op: OpName) -> i64 {
        self.arrived.iter().position(|name| *name == op).map_or(0, |at| i64::try_from(at).unwrap())
    }

    fn has_living_parts(&mut self, row: RowKey) -> Result<bool, Infallible> {
        let Some(owner) = table(row.table).filter(|table| !table.owned) else { return Ok(false) };
        let parts: Vec<u16> = parts_of(owner.kind).map(|part| part.number).collect();
        Ok(self.state.rows.iter().any(|(key, part)| {
            parts.contains(&key.table) && !part.gone && part.cells[&2] == [Scalar::Blob(row.row.bytes().to_vec())]
        }))
    }
}
