//! The one door for writing: rows and their history in one transaction.

use super::detail::{find_one, missions_of, name_of, own_office, parts, read_one};
use super::ground::{OnFile, parts_of};
use super::merge::author::{self, Draft, Wish};
use super::merge::{self, CellChange, OpName, RowKey, RowOp};
use super::ops::{self, BLOCK, Place};
use super::scalar::Scalar;
use super::table::{GONE_CELL, Record, Table, cell_values};
use super::{OfficeFile, Op, StoreError, erase, local, references};
use crate::domain::mission::Mission;
use crate::domain::organisation::Organisation;
use crate::domain::placement::Placement;
use crate::domain::practice::Practice;
use crate::domain::rules::{Broken, check_mission, check_order, check_placement, check_volunteer};
use crate::domain::volunteer::{Clearance, Volunteer};
use crate::domain::{Id, Kind};
use chrono::NaiveDate;
use rusqlite::{Connection, params, params_from_iter};
use std::collections::BTreeSet;

/// What an edit gave back and what it changed.
#[derive(Debug)]
pub struct Done<T> {
    /// What the closure returned.
    pub value: T,
    /// What was changed, so that screens refresh just that; empty where nothing was.
    pub changes: Changes,
}

/// The records an edit touched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// The records, by kind and id. Parts count as their owner; a mission brings its volunteer and placement along,
    /// because they show it.
    pub records: BTreeSet<(Kind, Id)>,
}

impl Changes {
    /// Whether any record of a kind was touched.
    pub fn touches(&self, kind: Kind) -> bool {
        self.records.iter().any(|(touched, _)| *touched == kind)
    }
}

/// An edit under way. Dropped without being finished, it leaves nothing.
#[derive(Debug)]
pub struct Edit<'office> {
    connection: &'office Connection,
    place: Place,
    ground: OnFile<'office>,
    /// The number of its first op.
    first_seq: i64,
    seq: i64,
    hlc: i64,
    today: NaiveDate,
    /// Ops of rows made, not yet written.
    made: Vec<RowOp>,
    /// Whether a block of them has been written.
    blocks: bool,
    /// Ops on rows that were there, and a few of those made, for describing the edit.
    described: Vec<RowOp>,
    rows: usize,
    changes: Changes,
    references: references::Counter,
    /// Volunteers with a paper that was added or changed.
    papers_of: BTreeSet<Id>,
}

impl OfficeFile {
    /// Runs a named group of row changes: all of it, with its history, or nothing.
    ///
    /// The rules of the field are checked before it is kept. With [`Op::Auto`] the description is worked out from the
    /// rows. An edit that changes nothing leaves no trace.
    pub fn edit<T>(
        &mut self,
        op: Op,
        work: impl FnOnce(&mut Edit<'_>) -> Result<T, StoreError>,
    ) -> Result<Done<T>, StoreError> {
        self.edit_towards(op, None, work)
    }

    /// Changes one record; the description is worked out from what changed.
    pub fn change<T: Record>(&mut self, id: Id, change: impl FnOnce(&mut T)) -> Result<Done<()>, StoreError> {
        self.edit(Op::Auto, |edit| edit.change(id, change))
    }

    /// An edit that may undo or redo another, named by its number.
    pub(crate) fn edit_towards<T>(
        &mut self,
        op: Op,
        target: Option<i64>,
        work: impl FnOnce(&mut Edit<'_>) -> Result<T, StoreError>,
    ) -> Result<Done<T>, StoreError> {
        self.check_still_there()?;
        let path = self.path.clone();
        let of_path = |error: rusqlite::Error| StoreError::of_database(error, &path);
        self.be_own_copy().map_err(|error| match error {
            StoreError::Database(error) => of_path(error),
            other => other,
        })?;
        let now = self.now().timestamp_millis();
        let transaction = self.connection.unchecked_transaction().map_err(of_path)?;
        let number = transaction.query_row("SELECT ifnull(max(no), 0) + 1 FROM edit", [], |row| row.get(0))?;
        let mut edit = Edit {
            connection: &transaction,
            place: Place { replica: self.replica, edit: number, arrived: local::number(&transaction, "arrived")? },
            ground: OnFile::new(&transaction)?,
            first_seq: self.last_seq + 1,
            seq: self.last_seq,
            // A clock that runs behind what was written never goes back; it only breaks ties.
            hlc: (now << 16).max(self.hlc + 1),
            today: self.today(),
            made: Vec::new(),
            blocks: false,
            described: Vec::new(),
            rows: 0,
            changes: Changes::default(),
            references: references::Counter::default(),
            papers_of: BTreeSet::new(),
        };
        let value = work(&mut edit).map_err(|error| match error {
            StoreError::Database(error) => of_path(error),
            other => other,
        })?;
        // What was undone or redone is as it was.
        let op = if op == Op::Auto && edit.rows > 0 { edit.describe()? } else { op };
        if target.is_none() {
            for volunteer in std::mem::take(&mut edit.papers_of) {
                edit.close_milestones(volunteer)?;
            }
        }
        edit.check_rules()?;
        if edit.rows == 0 {
            return Ok(Done { value, changes: Changes::default() });
        }
        if !matches!(op, Op::Erased { .. } | Op::Settled { .. }) {
            edit.check_erased()?;
        }
        edit.add_those_who_show_missions()?;
        edit.finish(&op, target, now, &self.author).map_err(|error| match error {
            StoreError::Database(error) => of_path(error),
            other => other,
        })?;
        erase::enforce_touched(edit.connection, &edit.changes)?;
        let (seq, hlc, changes) = (edit.seq, edit.hlc, std::mem::take(&mut edit.changes));
        drop(edit);
        transaction.commit().map_err(of_path)?;
        self.last_seq = seq;
        self.hlc = hlc;
        self.lists.forget(&changes);
        Ok(Done { value, changes })
    }
}

impl<'office> Edit<'office> {
    /// Today, as the office file has it.
    pub fn today(&self) -> NaiveDate {
        self.today
    }

    pub(crate) fn connection(&self) -> &'office Connection {
        self.connection
    }

    /// Adds a record. Gives it a short reference where its kind has one and it has none yet.
    pub fn add<T: Record>(&mut self, mut record: T) -> Result<Id, StoreError> {
        if let Some(letter) = T::LETTER {
            if record.reference().is_empty() {
                record.set_reference(self.references.next(self.connection, T::TABLE.name, letter)?);
            } else {
                self.references.passed(self.connection, letter, record.reference())?;
            }
        }
        let (id, values) = (record.id(), record.values());
        let mut cells = Vec::with_capacity(T::TABLE.cells.len());
        for cell in T::TABLE.cells {
            let new = cell_values(T::TABLE, cell.number, &values);
            if new.iter().any(|value| *value != Scalar::Null) {
                cells.push(CellChange(cell.number, Vec::new(), Vec::new(), new.to_vec()));
            }
        }
        let op = self.op(T::TABLE, id, record.root(), Vec::new(), cells);
        let head = [Scalar::Blob(id.bytes().to_vec()), Scalar::Integer(self.place.replica), Scalar::Integer(op.seq)];
        self.connection.prepare_cached(&T::TABLE.insert())?.execute(params_from_iter(head.iter().chain(&values)))?;
        self.touched(T::TABLE.kind, &op);
        self.made.push(op);
        if self.made.len() >= BLOCK {
            self.write_block()?;
        }
        Ok(id)
    }

    /// Changes a record; only cells whose values differ are kept in the history.
    pub fn change<T: Record>(&mut self, id: Id, change: impl FnOnce(&mut T)) -> Result<(), StoreError> {
        let before: T = self.get(id)?;
        let mut after = before.clone();
        change(&mut after);
        let (old, new) = (before.values(), after.values());
        let mut changed = Vec::new();
        for cell in T::TABLE.cells {
            let (was, is) = (cell_values(T::TABLE, cell.number, &old), cell_values(T::TABLE, cell.number, &new));
            if was != is {
                changed.push((cell.number, was.to_vec(), is.to_vec()));
            }
        }
        self.put(T::TABLE, id, after.root(), changed)
    }

    /// Removes a record and its parts. They stay in the file, for undo and for other offices, but are shown nowhere.
    pub fn remove<T: Record>(&mut self, id: Id) -> Result<(), StoreError> {
        let record: T = self.get(id)?;
        // The record first: while parts of it are there, it is not gone for good.
        self.set_gone(T::TABLE, id, record.root(), true)?;
        self.remove_parts(T::TABLE, id)
    }

    /// Removes the parts of a record.
    pub(crate) fn remove_parts(&mut self, table: &Table, of: Id) -> Result<(), StoreError> {
        if !table.owned {
            for table in parts_of(table.kind) {
                for part in self.living_parts(table, of)? {
                    self.set_gone(table, part, of, true)?;
                }
            }
        }
        Ok(())
    }

    /// What columns of a row hold.
    pub(crate) fn values_of(&self, table: &Table, row: Id, columns: &[&str]) -> Result<Vec<Scalar>, StoreError> {
        let quoted: Vec<String> = columns.iter().map(|column| format!("\"{column}\"")).collect();
        let sql = format!("SELECT {} FROM \"{}\" WHERE id = ?1", quoted.join(", "), table.name);
        let holds = self.connection.prepare_cached(&sql)?.query_row([row.bytes()], |found| {
            (0..columns.len()).map(|at| found.get_ref(at).map(Scalar::from_ref)).collect::<Result<Vec<_>, _>>()
        });
        holds.map_err(|error| match error {
            rusqlite::Error::QueryReturnedNoRows => StoreError::no_record(table.kind, row),
            other => other.into(),
        })
    }

    fn living_parts(&self, table: &Table, of: Id) -> Result<Vec<Id>, StoreError> {
        let sql = format!("SELECT id FROM \"{}\" WHERE \"of\" = ?1 AND gone = 0 ORDER BY no", table.name);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let found = statement.query_map([of.bytes()], |row| Ok(Id::from_bytes(row.get(0)?)))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// Removes a row that is there, or brings back one that was removed.
    pub(crate) fn set_gone(&mut self, table: &'static Table, row: Id, root: Id, gone: bool) -> Result<(), StoreError> {
        let value = |gone: bool| vec![Scalar::Integer(i64::from(gone))];
        self.put(table, row, root, vec![(GONE_CELL, value(!gone), value(gone))])
    }

    /// Reads a record, with what this edit has changed so far.
    pub fn get<T: Record>(&self, id: Id) -> Result<T, StoreError> {
        read_one(self.connection, id)
    }

    /// The parts of a record, with what this edit has changed so far.
    pub fn parts<T: Record>(&self, of: Id) -> Result<Vec<T>, StoreError> {
        parts(self.connection, of)
    }

    /// Sets cells of a row that is there, each with what it was and what it becomes.
    ///
    /// The author has seen what is shown. Where people disagree about a cell, what is not shown stays to be decided.
    pub(crate) fn put(
        &mut self,
        table: &'static Table,
        row: Id,
        root: Id,
        changed: Vec<Wish>,
    ) -> Result<(), StoreError> {
        if changed.is_empty() {
            return Ok(());
        }
        let key = RowKey { table: table.number, row };
        let draft = author::change(&mut self.ground, key, changed)?;
        self.write_draft(table, row, root, draft)
    }

    /// Writes an op of which it is known what its author has seen.
    pub(crate) fn write_draft(
        &mut self,
        table: &'static Table,
        row: Id,
        root: Id,
        draft: Draft,
    ) -> Result<(), StoreError> {
        if draft.seen_row.is_empty() {
            return Err(StoreError::no_record(table.kind, row));
        }
        let mut op = self.op(table, row, root, draft.seen_row, draft.cells);
        op.hlc = op.hlc.max(draft.latest + 1);
        ops::write(self.connection, &mut self.place, &op)?;
        merge::take_in(&mut self.ground, OpName(self.place.replica, op.seq), &op)?;
        self.touched(table.kind, &op);
        Ok(())
    }

    /// Refuses values of fields that the record cannot have.
    pub(crate) fn check_readable(
        &self,
        table: &'static Table,
        row: Id,
        fields: &[String],
        words: &[String],
    ) -> Result<(), StoreError> {
        super::records::read_any(self.connection, table, row).map_err(|error| match error {
            StoreError::Database(rusqlite::Error::FromSqlConversionFailure(..)) => {
                StoreError::NotAValue { field: fields.join(", "), value: words.join(", ") }
            }
            other => other,
        })
    }

    pub(crate) fn ground(&mut self) -> &mut OnFile<'office> {
        &mut self.ground
    }

    fn op(&mut self, table: &Table, row: Id, root: Id, seen_row: Vec<OpName>, cells: Vec<CellChange>) -> RowOp {
        self.seq += 1;
        self.hlc += 1;
        RowOp { seq: self.seq, hlc: self.hlc, table: table.number, row, root, seen_row, cells }
    }

    fn touched(&mut self, kind: Kind, op: &RowOp) {
        self.rows += 1;
        if op.table == Clearance::TABLE.number {
            self.papers_of.insert(op.root);
        }
        self.changes.records.insert((kind, op.root));
        let own = op.row == op.root && self.described.len() < 400;
        if own || self.described.len() < 40 {
            self.described.push(op.clone());
        }
    }

    fn write_block(&mut self) -> Result<(), StoreError> {
        ops::write_made(self.connection, &mut self.place, &self.made, self.blocks)?;
        self.made.clear();
        self.blocks = true;
        Ok(())
    }

    /// The rules that hold at every door, for every record that this edit touched.
    fn check_rules(&self) -> Result<(), StoreError> {
        let limits = own_office(self.connection)?.map(|office| office.limits).unwrap_or_default();
        for (kind, id) in &self.changes.records {
            match kind {
                Kind::Volunteer => {
                    let Some(volunteer) = find_one::<Volunteer>(self.connection, *id)? else {
                        self.check_nothing_hangs_on(*kind, *id, "mission", "volunteer")?;
                        continue;
                    };
                    check_volunteer(&volunteer, self.today)?;
                    for absence in parts::<crate::domain::volunteer::Absence>(self.connection, *id)? {
                        check_order(absence.first, absence.last)?;
                    }
                    let missions = missions_of(self.connection, "volunteer", *id)?;
                    for mission in &missions {
                        check_mission(mission, &volunteer, &missions, &limits)?;
                    }
                }
                Kind::Placement => match find_one::<Placement>(self.connection, *id)? {
                    Some(placement) => check_placement(&placement, &limits)?,
                    None => self.check_nothing_hangs_on(*kind, *id, "mission", "placement")?,
                },
                Kind::Mission => {
                    let Some(mission) = find_one::<Mission>(self.connection, *id)? else { continue };
                    if self.changes.records.contains(&(Kind::Volunteer, mission.volunteer)) {
                        continue; // looked at with the volunteer
                    }
                    let volunteer: Volunteer = self.get(mission.volunteer)?;
                    let missions = missions_of(self.connection, "volunteer", volunteer.id)?;
                    check_mission(&mission, &volunteer, &missions, &limits)?;
                }
                Kind::Organisation => match find_one::<Organisation>(self.connection, *id)? {
                    Some(found) if found.name.trim().is_empty() => {
                        return Err(Broken::NoName { what: "organisation".into() }.into());
                    }
                    Some(_) => {}
                    None => self.check_nothing_hangs_on(*kind, *id, "placement", "organisation")?,
                },
                Kind::Practice => {
                    let found = find_one::<Practice>(self.connection, *id)?;
                    if found.is_some_and(|practice| practice.title.trim().is_empty()) {
                        return Err(Broken::NoName { what: "practice".into() }.into());
                    }
                }
                Kind::Office => {}
            }
        }
        Ok(())
    }

    /// Refuses to change a person who was erased: other offices would not take it in.
    fn check_erased(&self) -> Result<(), StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM erasure WHERE \"of\" = ?1)";
        let mut statement = self.connection.prepare_cached(sql)?;
        for (_, id) in self.changes.records.iter().filter(|(kind, _)| *kind == Kind::Volunteer) {
            if statement.query_row([id.bytes()], |row| row.get(0))? {
                return Err(StoreError::Erased { who: self.name_of(Kind::Volunteer, *id)? });
            }
        }
        Ok(())
    }

    /// Refuses to remove a record that others need: nobody would see who serves, or where.
    fn check_nothing_hangs_on(&self, kind: Kind, id: Id, table: &str, column: &str) -> Result<(), StoreError> {
        let sql = format!("SELECT count(*) FROM {table} WHERE {column} = ?1 AND gone = 0");
        let count: u32 = self.connection.prepare_cached(&sql)?.query_row([id.bytes()], |row| row.get(0))?;
        if count == 0 {
            return Ok(());
        }
        Err(StoreError::StillNeeded { name: self.name_of(kind, id)?, by: Kind::parse(table).unwrap_or(kind), count })
    }

    /// A volunteer's row shows where they serve, a placement's how many places are free: they change with a mission.
    fn add_those_who_show_missions(&mut self) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT volunteer, placement FROM mission WHERE id = ?1")?;
        let missions: Vec<Id> =
            self.changes.records.iter().filter(|(kind, _)| *kind == Kind::Mission).map(|(_, id)| *id).collect();
        for id in missions {
            let (volunteer, placement): ([u8; 16], [u8; 16]) =
                statement.query_row([id.bytes()], |row| Ok((row.get(0)?, row.get(1)?)))?;
            self.changes.records.insert((Kind::Volunteer, Id::from_bytes(volunteer)));
            self.changes.records.insert((Kind::Placement, Id::from_bytes(placement)));
        }
        Ok(())
    }

    /// Writes what waits, and the edit itself.
    fn finish(&mut self, op: &Op, target: Option<i64>, now: i64, author: &str) -> Result<(), StoreError> {
        ops::write_made(self.connection, &mut self.place, &self.made, self.blocks)?;
        self.made.clear();
        self.references.keep(self.connection)?;
        local::set(self.connection, "hlc", &self.hlc.to_string())?;
        local::set(self.connection, "arrived", &self.place.arrived.to_string())?;
        if target.is_none() {
            // What was undone cannot be redone over something new.
            self.connection.prepare_cached("UPDATE edit SET state = 2 WHERE state = 1")?.execute([])?;
        }
        let replica_id: i64 = self
            .connection
            .prepare_cached("SELECT id FROM replica WHERE no = ?1")?
            .query_row([self.place.replica], |row| row.get(0))?;
        let description = serde_json::to_string(op).map_err(|error| StoreError::Damaged(error.to_string()))?;
        let mut statement = self.connection.prepare_cached(
            "INSERT INTO edit (no, id, replica, author, at, version, op, target, rows, state)
             VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)",
        )?;
        statement.execute(params![
            self.place.edit,
            ops::edit_id(replica_id, self.first_seq).bytes(),
            self.place.replica,
            author,
            now,
            env!("CARGO_PKG_VERSION"),
            description,
            target,
            i64::try_from(self.rows).unwrap_or(i64::MAX),
            // Who was erased stays erased.
            if matches!(op, Op::Erased { .. }) { 2 } else { 0 },
        ])?;
        Ok(())
    }

    /// Works out what the edit did from its rows.
    fn describe(&self) -> Result<Op, StoreError> {
        let records = &self.changes.records;
        let (Some((kind, id)), 1) = (records.first(), records.len()) else {
            return Ok(Op::ChangedRecords { count: records.len() });
        };
        let (kind, name) = (*kind, self.name_of(*kind, *id)?);
        let own = self.described.iter().find(|op| op.row == *id);
        if own.is_some_and(RowOp::makes) {
            return Ok(Op::Added { kind, name });
        }
        let went = |op: &RowOp| op.cells.iter().any(|cell| cell.0 == GONE_CELL && cell.3 == [Scalar::Integer(1)]);
        if own.is_some_and(went) {
            return Ok(Op::Removed { kind, name });
        }
        let [op] = self.described.as_slice() else {
            return Ok(Op::ChangedMany { kind, name, count: self.rows });
        };
        Ok(match super::history::describe_cells(self.connection, op)?.as_slice() {
            [(field, from, to)] => Op::Changed { kind, name, field: field.clone(), from: from.clone(), to: to.clone() },
            many => Op::ChangedMany { kind, name, count: many.len() },
        })
    }

    /// The name by which people know a record: "Ana Silva (V-0231)".
    pub(crate) fn name_of(&self, kind: Kind, id: Id) -> Result<String, StoreError> {
        name_of(self.connection, kind, id)
    }
}
