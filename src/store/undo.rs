//! Undo and redo: ordinary edits that set back what another edit set, through the same door, also after a restart.

use super::edit::{Changes, Edit};
use super::merge::{OpName, RowKey, RowOp, author};
use super::ops;
use super::records::table;
use super::scalar::Scalar;
use super::table::{GONE_CELL, Table};
use super::{OfficeFile, Op, StoreError};
use rusqlite::{OptionalExtension as _, params};

/// An edit that can be undone or redone.
struct Step {
    number: i64,
    op: Op,
}

impl OfficeFile {
    /// What undo would take back now.
    pub fn undoable(&self) -> Result<Option<Op>, StoreError> {
        Ok(self.last_done()?.map(|step| step.op))
    }

    /// What redo would do again now.
    pub fn redoable(&self) -> Result<Option<Op>, StoreError> {
        Ok(self.first_undone()?.map(|step| step.op))
    }

    /// Takes back the last edit made in this file (not one that came from another office), and says which it was.
    ///
    /// Refused where a value it set has been changed since by someone else.
    pub fn undo(&mut self) -> Result<(Op, Changes), StoreError> {
        let step = self.last_done()?.ok_or(StoreError::NothingToUndo)?;
        let op = Op::Undid { what: Box::new(step.op.clone()) };
        self.set_back(op, step.number, step.number, 1).map(|changes| (step.op, changes))
    }

    /// Does again what was undone last, and says which edit it was.
    pub fn redo(&mut self) -> Result<(Op, Changes), StoreError> {
        let step = self.first_undone()?.ok_or(StoreError::NothingToRedo)?;
        let undo: i64 =
            self.connection.query_row("SELECT max(no) FROM edit WHERE target = ?1", [step.number], |row| row.get(0))?;
        let op = Op::Redid { what: Box::new(step.op.clone()) };
        self.set_back(op, step.number, undo, 0).map(|changes| (step.op, changes))
    }

    /// Reverses the rows of one edit, and notes the state that the target edit has then.
    fn set_back(&mut self, op: Op, target: i64, reverse: i64, state: i64) -> Result<Changes, StoreError> {
        let done = self.edit_towards(op, Some(target), |edit| {
            // Edits of the copy that this one was restored from are this file's own as well.
            let replica = edit
                .connection()
                .query_row("SELECT replica FROM edit WHERE no = ?1", [reverse], |row| row.get::<_, i64>(0))?;
            for row in ops::of_edit(edit.connection(), reverse)?.iter().rev() {
                edit.reverse(OpName(replica, row.seq), row)?;
            }
            edit.connection().execute("UPDATE edit SET state = ?1 WHERE no = ?2", params![state, target])?;
            Ok(())
        })?;
        Ok(done.changes)
    }

    fn last_done(&self) -> Result<Option<Step>, StoreError> {
        self.edit_found_by("SELECT no, op FROM edit WHERE target IS NULL AND state = 0 ORDER BY no DESC LIMIT 1")
    }

    fn first_undone(&self) -> Result<Option<Step>, StoreError> {
        self.edit_found_by("SELECT no, op FROM edit WHERE target IS NULL AND state = 1 ORDER BY no LIMIT 1")
    }

    fn edit_found_by(&self, sql: &str) -> Result<Option<Step>, StoreError> {
        let found: Option<(i64, String)> =
            self.connection.prepare_cached(sql)?.query_row([], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        found
            .map(|(number, op)| {
                let op = serde_json::from_str(&op).map_err(|error| StoreError::Damaged(format!("history: {error}")))?;
                Ok(Step { number, op })
            })
            .transpose()
    }
}

impl Edit<'_> {
    /// Sets a row back to what it was before an op.
    fn reverse(&mut self, name: OpName, op: &RowOp) -> Result<(), StoreError> {
        let Some(table) = table(op.table) else {
            return Err(StoreError::ChangedSince { what: "a record of a newer program".into() });
        };
        if op.makes() {
            self.expect(table, (name, op), GONE_CELL, &["gone"], &[Scalar::Integer(0)])?;
            return self.set_gone(table, op.row, op.root, true);
        }
        for cell in &op.cells {
            if let Some(def) = table.cell(cell.0) {
                self.expect(table, (name, op), cell.0, def.columns, &cell.3)?;
            }
        }
        for draft in author::reversal(self.ground(), name, op)? {
            self.write_draft(table, op.row, op.root, draft)?;
        }
        Ok(())
    }

    /// Refuses to go on where somebody has changed what the op set: the row holds something else, and the op is not one
    /// of several values that wait for a decision.
    fn expect(
        &mut self,
        table: &Table,
        (name, op): (OpName, &RowOp),
        cell: u16,
        columns: &[&str],
        values: &[Scalar],
    ) -> Result<(), StoreError> {
        if self.values_of(table, op.row, columns)? == values {
            return Ok(());
        }
        let key = RowKey { table: table.number, row: op.row };
        if author::heads(self.ground(), key, cell)?.contains(&name) {
            return Ok(());
        }
        Err(StoreError::ChangedSince { what: self.name_of(table.kind, op.root)? })
    }
}
