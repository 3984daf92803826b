//! The office file as the ground of merging a whole parcel: each row is looked up once, and its cells are written once,
//! however many of the changes are about it.

use super::StoreError;
use super::ground::OnFile;
use super::merge::{Ground, Made, OpName, RowKey, RowOp, Stamp, Standing};
use super::records::table;
use super::scalar::Scalar;
use super::table::GONE_CELL;
use crate::domain::Id;
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Rows that are being merged, in front of the file. Until [`Gathered::write`], the file lacks what was gathered.
#[derive(Debug)]
pub(crate) struct Gathered<'file> {
    file: OnFile<'file>,
    rows: BTreeMap<RowKey, Row>,
}

#[derive(Debug)]
struct Row {
    made: Option<Made>,
    cells: BTreeMap<u16, Cell>,
}

#[derive(Debug, Default)]
struct Cell {
    on_file: Standing,
    now: Standing,
    /// What it shows, where the file does not show it yet.
    shown: Option<Vec<Scalar>>,
}

impl<'file> Gathered<'file> {
    pub(crate) fn new(connection: &'file Connection) -> Result<Self, StoreError> {
        Ok(Self { file: OnFile::new(connection)?, rows: BTreeMap::new() })
    }

    /// Writes what was gathered.
    pub(crate) fn write(&mut self) -> Result<(), StoreError> {
        for (key, row) in std::mem::take(&mut self.rows) {
            for (number, cell) in row.cells {
                self.file.keep(key, number, &cell.on_file, &cell.now)?;
                if let Some(values) = cell.shown {
                    self.file.show(key, number, &values)?;
                }
            }
        }
        Ok(())
    }

    fn gathered(&mut self, key: RowKey) -> Result<&mut Row, StoreError> {
        match self.rows.entry(key) {
            Entry::Occupied(row) => Ok(row.into_mut()),
            Entry::Vacant(place) => {
                let made = self.file.row(key)?;
                Ok(place.insert(Row { made, cells: cells(&self.file, key)? }))
            }
        }
    }
}

fn cells(file: &OnFile<'_>, key: RowKey) -> Result<BTreeMap<u16, Cell>, StoreError> {
    let cell = |on_file: Standing| Cell { now: on_file.clone(), on_file, shown: None };
    Ok(file.standings(key)?.into_iter().map(|(number, standing)| (number, cell(standing))).collect())
}

impl Ground for Gathered<'_> {
    type Error = StoreError;

    fn here(&mut self, op: OpName) -> Result<bool, StoreError> {
        self.file.here(op)
    }

    fn op(&mut self, op: OpName) -> Result<RowOp, StoreError> {
        self.file.op(op)
    }

    fn stamp(&mut self, op: OpName) -> Result<Stamp, StoreError> {
        self.file.stamp(op)
    }

    fn row(&mut self, row: RowKey) -> Result<Option<Made>, StoreError> {
        Ok(self.gathered(row)?.made)
    }

    fn standing(&mut self, row: RowKey, cell: u16) -> Result<Standing, StoreError> {
        Ok(self.gathered(row)?.cells.get(&cell).map(|cell| cell.now.clone()).unwrap_or_default())
    }

    fn keep(&mut self, row: RowKey, cell: u16, _: &Standing, after: &Standing) -> Result<(), StoreError> {
        self.gathered(row)?.cells.entry(cell).or_default().now.clone_from(after);
        Ok(())
    }

    fn kept_cells(&mut self, row: RowKey) -> Result<Vec<u16>, StoreError> {
        let cells = self.gathered(row)?.cells.iter();
        Ok(cells.filter(|(_, cell)| cell.now != Standing::default()).map(|(number, _)| *number).collect())
    }

    fn make(&mut self, name: OpName, op: &RowOp) -> Result<(), StoreError> {
        self.file.make(name, op)?;
        let key = RowKey { table: op.table, row: op.row };
        let made = Some(Made { made: name, gone: false });
        match self.rows.entry(key) {
            Entry::Occupied(mut row) => row.get_mut().made = made,
            Entry::Vacant(place) => {
                place.insert(Row { made, cells: cells(&self.file, key)? });
            }
        }
        Ok(())
    }

    fn columns(&self, table: u16, cell: u16) -> Option<usize> {
        self.file.columns(table, cell)
    }

    fn show(&mut self, key: RowKey, cell: u16, values: &[Scalar]) -> Result<(), StoreError> {
        let row = self.gathered(key)?;
        let Some(made) = &mut row.made else { return Ok(()) };
        // Whether it is removed, and whose part it is, is asked of the file when other rows are merged.
        let owner = table(key.table).filter(|table| table.owned).map(|table| table.cells[0].number);
        if cell == GONE_CELL {
            made.gone = values == [Scalar::Integer(1)];
        }
        if cell == GONE_CELL || Some(cell) == owner {
            return self.file.show(key, cell, values);
        }
        row.cells.entry(cell).or_default().shown = Some(values.to_vec());
        Ok(())
    }

    fn agree(&mut self, row: RowKey, root: Id, cell: u16, agreed: bool) -> Result<(), StoreError> {
        self.file.agree(row, root, cell, agreed)
    }

    fn wait_for_row(&mut self, row: RowKey) -> Result<(), StoreError> {
        self.file.wait_for_row(row)
    }

    fn owners_in_question(&mut self, op: &RowOp) -> Result<Vec<RowKey>, StoreError> {
        self.file.owners_in_question(op)
    }

    #[cfg(test)]
    fn arrived(&self, op: OpName) -> i64 {
        self.file.arrived(op)
    }

    fn has_living_parts(&mut self, row: RowKey) -> Result<bool, StoreError> {
        self.file.has_living_parts(row)
    }
}
