//! The office file as the ground of merging: where ops, heads and rows are kept.

use super::merge::{Ground, Made, OpName, RowKey, RowOp, Stamp, Standing};
use super::records::{TABLES, table};
use super::scalar::Scalar;
use super::table::{GONE_CELL, Table};
use super::{StoreError, ops};
use crate::domain::{Id, Kind};
use rusqlite::{CachedStatement, Connection, OptionalExtension as _, params, params_from_iter};
use std::collections::{BTreeMap, HashMap};

/// Tables and replicas of one file, for the length of one transaction.
#[derive(Debug)]
pub(crate) struct OnFile<'file> {
    connection: &'file Connection,
    /// The ids of replicas, by their numbers in this file.
    replicas: HashMap<i64, i64>,
    /// Whether any op is awaited; asked once, and true from the first that is.
    awaiting: bool,
    /// Whether people disagree about anything.
    disputes: bool,
}

impl<'file> OnFile<'file> {
    pub(crate) fn new(connection: &'file Connection) -> Result<Self, StoreError> {
        let any = |sql: &str| connection.prepare_cached(sql)?.query_row([], |row| row.get(0));
        Ok(Self {
            connection,
            replicas: HashMap::new(),
            awaiting: any("SELECT EXISTS (SELECT 1 FROM awaited)")?,
            disputes: any("SELECT EXISTS (SELECT 1 FROM conflict)")?,
        })
    }

    fn prepare(&self, sql: &str) -> Result<CachedStatement<'file>, StoreError> {
        Ok(self.connection.prepare_cached(sql)?)
    }

    /// What is kept of each cell of a row.
    pub(crate) fn standings(&self, row: RowKey) -> Result<BTreeMap<u16, Standing>, StoreError> {
        let mut standings: BTreeMap<u16, Standing> = BTreeMap::new();
        let mut each = |sql: &str, put: fn(&mut Standing, OpName)| -> Result<(), StoreError> {
            let mut statement = self.prepare(sql)?;
            let mut found = statement.query(params![row.table, row.row.bytes()])?;
            while let Some(found) = found.next()? {
                put(standings.entry(found.get(0)?).or_default(), OpName(found.get(1)?, found.get(2)?));
            }
            Ok(())
        };
        each("SELECT cell, replica, seq FROM head WHERE tbl = ?1 AND row = ?2 ORDER BY 1, 2, 3", |standing, name| {
            standing.heads.push(name);
        })?;
        if self.awaiting {
            let sql = "SELECT cell, replica, seq FROM awaited WHERE tbl = ?1 AND row = ?2 ORDER BY 1, 2, 3";
            each(sql, |standing, name| standing.awaited.push(name))?;
        }
        Ok(standings)
    }

    fn names(&self, sql: &str, row: RowKey, cell: u16) -> Result<Vec<OpName>, StoreError> {
        let mut statement = self.prepare(sql)?;
        let found = statement
            .query_map(params![row.table, row.row.bytes(), cell], |found| Ok(OpName(found.get(0)?, found.get(1)?)))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    fn exchange(&self, names: [&[OpName]; 2], which: &str, row: RowKey, cell: u16) -> Result<(), StoreError> {
        let [before, after] = names;
        for name in before.iter().filter(|name| !after.contains(name)) {
            let sql =
                format!("DELETE FROM {which} WHERE tbl = ?1 AND row = ?2 AND cell = ?3 AND replica = ?4 AND seq = ?5");
            self.prepare(&sql)?.execute(params![row.table, row.row.bytes(), cell, name.0, name.1])?;
        }
        for name in after.iter().filter(|name| !before.contains(name)) {
            let sql = format!("INSERT INTO {which} (tbl, row, cell, replica, seq) VALUES (?1, ?2, ?3, ?4, ?5)");
            self.prepare(&sql)?.execute(params![row.table, row.row.bytes(), cell, name.0, name.1])?;
        }
        Ok(())
    }
}

/// The table of the records of a kind.
pub(crate) fn table_of(kind: Kind) -> Option<&'static Table> {
    TABLES.iter().copied().find(|table| table.kind == kind && !table.owned)
}

/// The tables of the parts of a kind of record.
pub(crate) fn parts_of(kind: Kind) -> impl Iterator<Item = &'static Table> {
    TABLES.iter().copied().filter(move |table| table.kind == kind && table.owned)
}

impl Ground for OnFile<'_> {
    type Error = StoreError;

    fn here(&mut self, op: OpName) -> Result<bool, StoreError> {
        let mut statement = self.prepare(
            "SELECT EXISTS (SELECT 1 FROM op WHERE replica = ?1 AND seq = ?2)
             OR EXISTS (SELECT 1 FROM op_block WHERE replica = ?1 AND first_seq <= ?2 AND last_seq >= ?2)",
        )?;
        Ok(statement.query_row([op.0, op.1], |row| row.get(0))?)
    }

    fn op(&mut self, op: OpName) -> Result<RowOp, StoreError> {
        ops::find(self.connection, op)?.ok_or_else(|| StoreError::Damaged(format!("the history lacks op {}", op.1)))
    }

    fn stamp(&mut self, op: OpName) -> Result<Stamp, StoreError> {
        let replica = match self.replicas.get(&op.0) {
            Some(id) => *id,
            None => {
                let id = self.prepare("SELECT id FROM replica WHERE no = ?1")?.query_row([op.0], |row| row.get(0))?;
                self.replicas.insert(op.0, id);
                id
            }
        };
        Ok(Stamp { hlc: self.op(op)?.hlc, replica, seq: op.1 })
    }

    fn row(&mut self, row: RowKey) -> Result<Option<Made>, StoreError> {
        let Some(table) = table(row.table) else { return Ok(None) };
        let sql = format!("SELECT made_replica, made_seq, gone FROM \"{}\" WHERE id = ?1", table.name);
        let mut statement = self.prepare(&sql)?;
        let found = statement.query_row([row.row.bytes()], |found| {
            Ok(Made { made: OpName(found.get(0)?, found.get(1)?), gone: found.get(2)? })
        });
        Ok(found.optional()?)
    }

    fn standing(&mut self, row: RowKey, cell: u16) -> Result<Standing, StoreError> {
        let heads = self.names(
            "SELECT replica, seq FROM head WHERE tbl = ?1 AND row = ?2 AND cell = ?3 ORDER BY 1, 2",
            row,
            cell,
        )?;
        let awaited = if self.awaiting {
            let sql = "SELECT replica, seq FROM awaited WHERE tbl = ?1 AND row = ?2 AND cell = ?3 ORDER BY 1, 2";
            self.names(sql, row, cell)?
        } else {
            Vec::new()
        };
        Ok(Standing { heads, awaited })
    }

    fn keep(&mut self, row: RowKey, cell: u16, before: &Standing, after: &Standing) -> Result<(), StoreError> {
        self.awaiting |= !after.awaited.is_empty();
        self.exchange([&before.heads, &after.heads], "head", row, cell)?;
        self.exchange([&before.awaited, &after.awaited], "awaited", row, cell)
    }

    fn kept_cells(&mut self, row: RowKey) -> Result<Vec<u16>, StoreError> {
        Ok(self.standings(row)?.into_keys().collect())
    }

    fn make(&mut self, name: OpName, op: &RowOp) -> Result<(), StoreError> {
        let Some(table) = table(op.table) else { return Ok(()) };
        let head = [Scalar::Blob(op.row.bytes().to_vec()), Scalar::Integer(name.0), Scalar::Integer(name.1)];
        // A cell of which the op says nothing is empty.
        let values = table.cells.iter().flat_map(|cell| {
            let said = op.cell(cell.number).map_or(&[][..], |change| &change.3);
            (0..cell.columns.len()).map(move |at| said.get(at).unwrap_or(&Scalar::Null))
        });
        let made = self.prepare(&table.insert())?.execute(params_from_iter(head.iter().chain(values)));
        made.map_err(|error| match error.sqlite_error_code() {
            // Only a program with a fault lets two changes make one row.
            Some(rusqlite::ErrorCode::ConstraintViolation) => {
                StoreError::Damaged(format!("two changes make the same {}", table.kind))
            }
            _ => error.into(),
        })?;
        self.prepare("DELETE FROM unmade WHERE tbl = ?1 AND row = ?2")?.execute(params![op.table, op.row.bytes()])?;
        Ok(())
    }

    fn columns(&self, number: u16, cell: u16) -> Option<usize> {
        Some(table(number)?.cell(cell)?.columns.len())
    }

    fn show(&mut self, row: RowKey, cell: u16, values: &[Scalar]) -> Result<(), StoreError> {
        let Some(table) = table(row.table) else { return Ok(()) };
        let Some(cell) = table.cell(cell) else { return Ok(()) };
        let columns: Vec<String> =
            cell.columns.iter().zip(2..).map(|(column, at)| format!("\"{column}\" = ?{at}")).collect();
        let sql = format!("UPDATE \"{}\" SET {} WHERE id = ?1", table.name, columns.join(", "));
        let id = Scalar::Blob(row.row.bytes().to_vec());
        // A newer program may have given the cell more columns than are known here.
        let values = values.iter().take(cell.columns.len());
        self.prepare(&sql)?.execute(params_from_iter(std::iter::once(&id).chain(values)))?;
        Ok(())
    }

    fn agree(&mut self, row: RowKey, root: Id, cell: u16, agreed: bool) -> Result<(), StoreError> {
        if !agreed {
            self.disputes = true;
            self.prepare("INSERT OR REPLACE INTO conflict (tbl, row, cell, root) VALUES (?1, ?2, ?3, ?4)")?
                .execute(params![row.table, row.row.bytes(), cell, root.bytes()])?;
        } else if self.disputes {
            self.prepare("DELETE FROM conflict WHERE tbl = ?1 AND row = ?2 AND cell = ?3")?.execute(params![
                row.table,
                row.row.bytes(),
                cell
            ])?;
        }
        Ok(())
    }

    fn wait_for_row(&mut self, row: RowKey) -> Result<(), StoreError> {
        self.prepare("INSERT OR IGNORE INTO unmade (tbl, row) VALUES (?1, ?2)")?
            .execute(params![row.table, row.row.bytes()])?;
        Ok(())
    }

    fn owners_in_question(&mut self, op: &RowOp) -> Result<Vec<RowKey>, StoreError> {
        let Some(part) = table(op.table).filter(|table| table.owned) else { return Ok(Vec::new()) };
        let Some(owners) = table_of(part.kind) else { return Ok(Vec::new()) };
        let named = op.cell(part.cells[0].number).into_iter().flat_map(|of| of.2.iter().chain(&of.3));
        let mut candidates: Vec<Id> = named.filter_map(Scalar::as_id).chain([op.root]).collect();
        candidates.sort_unstable();
        candidates.dedup();
        let sql = format!(
            "SELECT EXISTS (SELECT 1 FROM \"{}\" WHERE id = ?1 AND gone = 1)
             OR EXISTS (SELECT 1 FROM conflict WHERE tbl = ?2 AND row = ?1 AND cell = ?3)",
            owners.name
        );
        let mut statement = self.prepare(&sql)?;
        let mut found = Vec::new();
        for row in candidates {
            if statement.query_row(params![row.bytes(), owners.number, GONE_CELL], |row| row.get(0))? {
                found.push(RowKey { table: owners.number, row });
            }
        }
        Ok(found)
    }

    #[cfg(test)]
    fn arrived(&self, op: OpName) -> i64 {
        let found =
            self.connection
                .query_row("SELECT arrived FROM op WHERE replica = ?1 AND seq = ?2", [op.0, op.1], |row| row.get(0));
        found.unwrap_or_default()
    }

    fn has_living_parts(&mut self, row: RowKey) -> Result<bool, StoreError> {
        let Some(owner) = table(row.table).filter(|table| !table.owned) else { return Ok(false) };
        for part in parts_of(owner.kind) {
            let sql = format!("SELECT EXISTS (SELECT 1 FROM \"{}\" WHERE \"of\" = ?1 AND gone = 0)", part.name);
            if self.prepare(&sql)?.query_row([row.row.bytes()], |found| found.get(0))? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
