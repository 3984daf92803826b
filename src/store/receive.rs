//! Taking in what another office has sent: all of it in one transaction, or nothing.

use super::detail::{find_one, missions_of, name_of, own_office};
use super::gather::Gathered;
use super::links::{self, BundleEntry, Holds, LinkState, OfficeLink};
use super::merge::{self, OpName, RowOp};
use super::ops::{self, Place};
use super::parcel::{Item, Parcel, WireEdit};
use super::records::{TABLES, read_any, table};
use super::replica::last_seq;
use super::scalar::Scalar;
use super::table::ROW_CELL;
use super::{Changes, OfficeFile, Progress, StoreError, erase, local};
use crate::domain::rules::check_mission;
use crate::domain::volunteer::Volunteer;
use crate::domain::{Id, Kind};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _, params};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What a bundle says beside its edits.
#[derive(Debug, Clone, PartialEq)]
pub struct Delivery {
    /// The office that sent it.
    pub from: Id,
    /// Its name, as it calls itself.
    pub name: String,
    /// The copy that wrote it.
    pub replica: i64,
    /// The number of the bundle.
    pub number: i64,
    /// The sender knows that this office has all that arrived there up to this number.
    pub confirmed: i64,
    /// The sender has all that arrived here, in this copy, up to this number.
    pub has: Option<(i64, i64)>,
    /// What the sender holds of the copies of both offices.
    pub holds: Holds,
    /// BLAKE3 of the payload.
    pub hash: Vec<u8>,
    /// Bytes of the file.
    pub bytes: i64,
    /// When it was written, by the sender's clock.
    pub at: DateTime<Utc>,
}

/// What came of a received bundle.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Receipt {
    /// The office that sent it.
    pub from: String,
    /// The number of the bundle.
    pub number: i64,
    /// Edits that were not here.
    pub new_edits: usize,
    /// Row changes that were not here.
    pub new_changes: usize,
    /// Row changes that were here already.
    pub already_here: usize,
    /// Records changed or made, by kind.
    pub records: BTreeMap<Kind, usize>,
    /// Cells about which people now disagree and did not before.
    pub conflicts: usize,
    /// Rows that were changed side by side.
    pub side_by_side: usize,
    /// Changes of a newer program, kept for later.
    pub not_understood: usize,
    /// Changes of rows that have not come yet.
    pub incomplete: usize,
    /// Records that are no longer for this office and were removed here.
    pub left: usize,
    /// Records that are no longer for this office, kept until its own edits are confirmed.
    pub leaving: usize,
    /// Numbers of bundles from that office that have not come and are not made up for by this one.
    pub missing: Vec<i64>,
    /// Edits of this office that are now confirmed.
    pub confirmed: i64,
    /// Edits whose clock was more than a day ahead.
    pub doubtful: usize,
    /// Volunteers who now have missions that break a rule, each with the reason.
    pub broken: Vec<String>,
}

/// A clock further ahead than this is not adopted, in milliseconds.
const AHEAD: i64 = 24 * 60 * 60 * 1_000;

impl OfficeFile {
    /// Takes in a parcel from an office that this one is linked with.
    ///
    /// What is here already changes nothing. Refuses, with nothing changed, what cannot be read or kept.
    pub fn receive(
        &mut self,
        delivery: &Delivery,
        mut parcel: Parcel,
        progress: &Progress,
    ) -> Result<(Receipt, Changes), StoreError> {
        self.check_still_there()?;
        let path = self.path.clone();
        let of_path = |error| StoreError::of_database(error, &path);
        let replica_id = self.replica_id()?;
        let now = self.now().timestamp_millis();
        let transaction = self.connection.unchecked_transaction().map_err(of_path)?;
        let mut link = links::find(&transaction, delivery.from)?;
        link.state = LinkState::Linked;
        let mut receipt = Receipt { from: link.name.clone(), number: delivery.number, ..Receipt::default() };
        let mut intake = Intake::new(&transaction, now)?;
        let (ops, items) = (parcel.ops(), std::mem::take(&mut parcel.items));
        intake.take(&parcel, items, &mut receipt, progress)?;
        acknowledge(&transaction, &mut link, delivery, &parcel, replica_id, &mut receipt)?;
        links::write(&transaction, &link)?;
        intake.leave(&parcel.leaves, &mut receipt)?;
        intake.check_readable()?;
        let taken = intake.finish(delivery.from, &mut receipt)?;
        check_rules(&transaction, &taken.changes, &mut receipt)?;
        links::note(&transaction, &entry(delivery, &parcel, ops, &receipt)?)?;
        let hlc = taken.hlc.max(self.hlc);
        local::set(&transaction, "hlc", &hlc.to_string())?;
        transaction.commit().map_err(of_path)?;
        self.hlc = hlc;
        self.lists.forget(&taken.changes);
        self.wipe_if_due();
        Ok((receipt, taken.changes))
    }
}

/// What a parcel left behind.
struct Taken {
    changes: Changes,
    hlc: i64,
}

/// A parcel being taken in.
struct Intake<'file> {
    connection: &'file Connection,
    ground: Gathered<'file>,
    now: i64,
    hlc: i64,
    arrived: i64,
    next_edit: i64,
    roots: BTreeMap<Id, Kind>,
    /// Rows that were changed, by table.
    rows: BTreeSet<(u16, Id)>,
    /// Records that were removed here because they are no longer for this office.
    left: BTreeSet<Id>,
    held: HashMap<i64, BTreeSet<i64>>,
    conflicts_before: Disputes,
}

/// Rows and cells about which people disagree, cell 0 for rows changed side by side.
type Disputes = BTreeSet<(u16, [u8; 16], u16)>;

fn conflicts(connection: &Connection) -> Result<Disputes, StoreError> {
    let mut statement = connection.prepare_cached("SELECT tbl, row, cell FROM conflict")?;
    let found = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(found.collect::<Result<_, _>>()?)
}

impl<'file> Intake<'file> {
    fn new(connection: &'file Connection, now: i64) -> Result<Self, StoreError> {
        Ok(Self {
            connection,
            ground: Gathered::new(connection)?,
            now,
            hlc: 0,
            arrived: local::number(connection, "arrived")?,
            next_edit: connection.query_row("SELECT ifnull(max(no), 0) + 1 FROM edit", [], |row| row.get(0))?,
            roots: BTreeMap::new(),
            rows: BTreeSet::new(),
            left: BTreeSet::new(),
            held: HashMap::new(),
            conflicts_before: conflicts(connection)?,
        })
    }

    fn take(
        &mut self,
        parcel: &Parcel,
        items: Vec<Item>,
        receipt: &mut Receipt,
        progress: &Progress,
    ) -> Result<(), StoreError> {
        let mut replicas = Vec::with_capacity(parcel.replicas.len());
        for replica in &parcel.replicas {
            let no = self.replica(replica.0, replica.1)?;
            replicas.push((no, replica.0, last_seq(self.connection, no)?));
        }
        let total = items.len();
        // The edit's number here, once an op of it is new.
        let mut edits: Vec<Option<i64>> = vec![None; parcel.edits.len()];
        for (item, done) in items.into_iter().zip(1..) {
            if done % 256 == 0 {
                progress.reach(done, total)?;
            }
            let (at, number) = match &item {
                Item::Op(op) => (op.0, op.1),
                Item::Newer(at, number, ..) => (*at, *number),
            };
            let edit = &parcel.edits[at];
            let (replica, replica_id, last_before) = replicas[edit.0];
            let name = OpName(replica, edit.1.saturating_add(number));
            // What comes after all that was here need not be looked for.
            let kept = name.1 <= last_before && ops::is_kept(self.connection, name)?;
            if kept || !self.held.entry(name.0).or_default().insert(name.1) {
                receipt.already_here += 1;
                continue;
            }
            let no = match edits[at] {
                Some(no) => no,
                None => {
                    let (no, new) = self.edit(edit, replica, replica_id)?;
                    receipt.new_edits += usize::from(new);
                    receipt.doubtful += usize::from(new && edit.4 > self.now + AHEAD);
                    edits[at] = Some(no);
                    no
                }
            };
            receipt.new_changes += 1;
            match item {
                Item::Op(wire) => {
                    let mut op = RowOp {
                        seq: name.1,
                        hlc: (edit.4 << 16).saturating_add(wire.2),
                        table: wire.3,
                        row: wire.4,
                        root: wire.5.unwrap_or(wire.4),
                        seen_row: wire.6,
                        cells: wire.7,
                    };
                    op = op.renamed(|at| {
                        let place = usize::try_from(at).ok().and_then(|at| replicas.get(at));
                        place.map(|(no, ..)| *no).ok_or_else(|| StoreError::Damaged("a change of nobody".into()))
                    })?;
                    self.op(name, no, &op, receipt)?;
                }
                Item::Newer(_, _, root, raw) => {
                    let kept = RowOp {
                        seq: name.1,
                        hlc: edit.4 << 16,
                        table: 0,
                        row: root,
                        root,
                        seen_row: Vec::new(),
                        cells: vec![merge::CellChange(0, Vec::new(), Vec::new(), vec![Scalar::Text(raw)])],
                    };
                    self.keep(name, no, &kept)?;
                    self.not_understood(name, false)?;
                    receipt.not_understood += 1;
                }
            }
        }
        self.ground.write()
    }

    fn op(&mut self, name: OpName, edit: i64, op: &RowOp, receipt: &mut Receipt) -> Result<(), StoreError> {
        self.keep(name, edit, op)?;
        if op.hlc <= (self.now + AHEAD) << 16 {
            self.hlc = self.hlc.max(op.hlc);
        }
        let Some(table) = table(op.table) else {
            receipt.not_understood += 1;
            return self.not_understood(name, false);
        };
        if op.cells.iter().any(|cell| table.cell(cell.0).is_none()) {
            receipt.not_understood += 1;
            self.not_understood(name, true)?;
        }
        merge::take_in(&mut self.ground, name, op)?;
        self.roots.insert(op.root, table.kind);
        self.rows.insert((op.table, op.row));
        Ok(())
    }

    /// Refuses what no record of its kind can hold: kept, it would keep a whole list from being read.
    fn check_readable(&self) -> Result<(), StoreError> {
        for (number, row) in &self.rows {
            let Some(table) = table(*number) else { continue };
            match read_any(self.connection, table, *row) {
                // A row that was not made yet cannot be looked at.
                Ok(()) | Err(StoreError::Database(rusqlite::Error::QueryReturnedNoRows)) => {}
                Err(StoreError::Database(error @ rusqlite::Error::FromSqlConversionFailure(..))) => {
                    return Err(StoreError::Damaged(format!("{} {row}: {error}", table.name)));
                }
                Err(other) => return Err(other),
            }
        }
        Ok(())
    }

    fn keep(&mut self, name: OpName, edit: i64, op: &RowOp) -> Result<(), StoreError> {
        let mut place = Place { replica: name.0, edit, arrived: self.arrived };
        ops::write(self.connection, &mut place, op)?;
        self.arrived = place.arrived;
        Ok(())
    }

    fn not_understood(&self, name: OpName, taken_in: bool) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO not_understood (replica, seq, taken_in) VALUES (?1, ?2, ?3)")?
            .execute(params![name.0, name.1, taken_in])?;
        Ok(())
    }

    /// The number of a replica in this file.
    fn replica(&self, id: i64, office: Option<Id>) -> Result<i64, StoreError> {
        let mut find = self.connection.prepare_cached("SELECT no FROM replica WHERE id = ?1")?;
        if let Some(no) = find.query_row([id], |row| row.get(0)).optional()? {
            if let Some(office) = office {
                self.connection
                    .prepare_cached("UPDATE replica SET office = ?2 WHERE no = ?1 AND office IS NULL")?
                    .execute(params![no, office.bytes()])?;
            }
            return Ok(no);
        }
        self.connection
            .prepare_cached("INSERT INTO replica (id, office) VALUES (?1, ?2)")?
            .execute(params![id, office.as_ref().map(Id::bytes)])?;
        Ok(self.connection.last_insert_rowid())
    }

    /// The number of an edit in this file, and whether it is new here. It can be undone where it was made alone.
    fn edit(&mut self, edit: &WireEdit, replica: i64, replica_id: i64) -> Result<(i64, bool), StoreError> {
        let id = edit.2.unwrap_or_else(|| ops::edit_id(replica_id, edit.1));
        let no = self.next_edit;
        let new = self
            .connection
            .prepare_cached(
                "INSERT INTO edit (no, id, replica, author, at, version, op, target, state, rows)
                 VALUES (?1,?2,?3,?4,?5,?6,?7,NULL,2,?8) ON CONFLICT (id) DO NOTHING",
            )?
            .execute(params![no, id.bytes(), replica, edit.3, edit.4, edit.5, edit.6.get(), edit.7])?;
        if new == 1 {
            self.next_edit += 1;
            return Ok((no, true));
        }
        let mut find = self.connection.prepare_cached("SELECT no FROM edit WHERE id = ?1")?;
        Ok((find.query_row([id.bytes()], |row| row.get(0))?, false))
    }

    /// Removes records that are no longer for this office, but for those with edits of its own on the way.
    fn leave(&mut self, leaves: &[Id], receipt: &mut Receipt) -> Result<(), StoreError> {
        for root in leaves {
            self.connection
                .prepare_cached("INSERT OR IGNORE INTO leaving (root) VALUES (?1)")?
                .execute([root.bytes()])?;
        }
        // A record that has come again stays.
        for root in self.roots.keys().filter(|root| !leaves.contains(root)) {
            self.connection.prepare_cached("DELETE FROM leaving WHERE root = ?1")?.execute([root.bytes()])?;
        }
        let leaving: Vec<Id> = self
            .connection
            .prepare_cached("SELECT root FROM leaving ORDER BY root")?
            .query_map([], |row| Ok(Id::from_bytes(row.get(0)?)))?
            .collect::<Result<_, _>>()?;
        for root in leaving {
            if own_changes_wait(self.connection, root)? {
                receipt.leaving += 1;
                continue;
            }
            for table in TABLES {
                let column = if table.owned { "\"of\"" } else { "id" };
                let gone = format!("DELETE FROM \"{}\" WHERE {column} = ?1", table.name);
                let removed = self.connection.prepare_cached(&gone)?.execute([root.bytes()])?;
                if removed > 0 && !table.owned {
                    self.roots.insert(root, table.kind);
                    self.left.insert(root);
                    receipt.left += 1;
                }
            }
            ops::forget_root(self.connection, root)?;
            self.connection.prepare_cached("DELETE FROM leaving WHERE root = ?1")?.execute([root.bytes()])?;
        }
        Ok(())
    }

    fn finish(self, from: Id, receipt: &mut Receipt) -> Result<Taken, StoreError> {
        let connection = self.connection;
        for (replica, numbers) in &self.held {
            hold(connection, *replica, numbers)?;
        }
        local::set(connection, "arrived", &self.arrived.to_string())?;
        let opened = conflicts(connection)?;
        for (table, row, cell) in opened.difference(&self.conflicts_before) {
            if *cell != ROW_CELL {
                receipt.conflicts += 1;
            } else if opened.range((*table, *row, 1)..=(*table, *row, u16::MAX)).next().is_none() {
                // A row with cells to decide is not told of twice.
                receipt.side_by_side += 1;
            }
        }
        receipt.incomplete = connection
            .query_row("SELECT count(*) FROM unmade", [], |row| row.get::<_, i64>(0))?
            .try_into()
            .unwrap_or(0);
        let mut unlooked = connection
            .prepare_cached("INSERT OR REPLACE INTO unlooked (root, kind, arrived, office) VALUES (?1, ?2, ?3, ?4)")?;
        let mut changes = Changes::default();
        for (root, kind) in &self.roots {
            changes.records.insert((*kind, *root));
            if *kind == Kind::Office || self.left.contains(root) {
                continue;
            }
            *receipt.records.entry(*kind).or_default() += 1;
            unlooked.execute(params![root.bytes(), kind.code(), self.arrived, from.bytes()])?;
        }
        // Who is in a mission shows it, and so does the placement.
        let mut ends = connection.prepare_cached("SELECT volunteer, placement FROM mission WHERE id = ?1")?;
        for (root, _) in self.roots.iter().filter(|(_, kind)| **kind == Kind::Mission) {
            let found = ends.query_row([root.bytes()], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
            if let Some((volunteer, placement)) = found {
                changes.records.insert((Kind::Volunteer, Id::from_bytes(volunteer)));
                changes.records.insert((Kind::Placement, Id::from_bytes(placement)));
            }
        }
        if erase::enforce_touched(connection, &changes)? {
            local::set(connection, erase::WIPE_DUE, "1")?;
        }
        Ok(Taken { changes, hlc: self.hlc })
    }
}

/// Whether changes of this office on a record are not confirmed by head office yet.
fn own_changes_wait(connection: &Connection, root: Id) -> Result<bool, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM op WHERE root = ?1
               AND replica IN (SELECT r.no FROM replica r JOIN local l ON l.key = 'office' AND hex(r.office) = l.value)
               AND arrived > (SELECT ifnull(min(confirmed), 0) FROM office_link WHERE state <> 'ended'))",
        )?
        .query_row([root.bytes()], |row| row.get(0))?)
}

/// Adds numbers to what is held of a replica.
fn hold(connection: &Connection, replica: i64, numbers: &BTreeSet<i64>) -> Result<(), StoreError> {
    let mut ranges: Vec<(i64, i64)> = connection
        .prepare_cached("SELECT first_seq, last_seq FROM held WHERE replica = ?1")?
        .query_map([replica], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    ranges.extend(numbers.iter().map(|number| (*number, *number)));
    ranges.sort_unstable();
    let mut joined: Vec<(i64, i64)> = Vec::new();
    for (first, last) in ranges {
        match joined.last_mut() {
            Some(before) if first <= before.1 + 1 => before.1 = before.1.max(last),
            _ => joined.push((first, last)),
        }
    }
    connection.prepare_cached("DELETE FROM held WHERE replica = ?1")?.execute([replica])?;
    let mut put = connection.prepare_cached("INSERT INTO held (replica, first_seq, last_seq) VALUES (?1, ?2, ?3)")?;
    for (first, last) in joined {
        put.execute([replica, first, last])?;
    }
    Ok(())
}

/// Notes what the sender has, what has come from it, and which numbers are missing.
fn acknowledge(
    connection: &Connection,
    link: &mut OfficeLink,
    delivery: &Delivery,
    parcel: &Parcel,
    replica_id: i64,
    receipt: &mut Receipt,
) -> Result<(), StoreError> {
    let same_copy = link.their_replica == Some(delivery.replica);
    let newest = !same_copy
        || delivery.number
            >= connection.query_row(
                "SELECT ifnull(max(number), 0) FROM bundle WHERE office = ?1 AND sent = 0 AND replica = ?2",
                params![link.office.bytes(), delivery.replica],
                |row| row.get::<_, i64>(0),
            )?;
    // A copy that was replaced speaks no more; a late bundle of it says nothing about the copy in use.
    let known: bool = connection.query_row(
        "SELECT EXISTS (SELECT 1 FROM bundle WHERE office = ?1 AND sent = 0 AND replica = ?2)",
        params![link.office.bytes(), delivery.replica],
        |row| row.get(0),
    )?;
    let replaced = !same_copy && known;
    if newest && !replaced {
        if let Some((replica, upto)) = delivery.has
            && replica == replica_id
        {
            let before = link.confirmed;
            // A copy that was restored from a backup may have lost what the one before it had confirmed.
            link.confirmed = if same_copy { upto.max(before) } else { upto };
            receipt.confirmed = links::edits_between(connection, link.office, before, link.confirmed)?;
        }
        link.holds = delivery.holds.clone();
        link.name.clone_from(&delivery.name);
        if !same_copy {
            link.their_replica = Some(delivery.replica);
            link.their_upto = delivery.confirmed;
        }
    }
    if replaced {
        return Ok(());
    }
    // What has come without a hole, from what the sender knows to be here.
    let mut upto = link.their_upto.max(delivery.confirmed);
    let mut spans: Vec<(i64, i64)> = connection
        .prepare_cached("SELECT after, upto FROM bundle WHERE office = ?1 AND sent = 0 AND replica = ?2")?
        .query_map(params![link.office.bytes(), delivery.replica], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    spans.push((parcel.after, parcel.upto));
    spans.sort_unstable();
    for (after, until) in &spans {
        if *after <= upto {
            upto = upto.max(*until);
        }
    }
    link.their_upto = upto;
    if spans.iter().any(|(after, _)| *after > upto) {
        let came: BTreeSet<i64> = connection
            .prepare_cached("SELECT number FROM bundle WHERE office = ?1 AND sent = 0 AND replica = ?2")?
            .query_map(params![link.office.bytes(), delivery.replica], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let last = came.last().copied().unwrap_or_default().max(delivery.number);
        receipt.missing = (1..last).filter(|number| !came.contains(number) && *number != delivery.number).collect();
    }
    Ok(())
}

fn entry(delivery: &Delivery, parcel: &Parcel, ops: usize, receipt: &Receipt) -> Result<BundleEntry, StoreError> {
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    Ok(BundleEntry {
        office: delivery.from,
        sent: false,
        replica: delivery.replica,
        number: delivery.number,
        after: parcel.after,
        upto: parcel.upto,
        hash: delivery.hash.clone(),
        at: Utc::now(),
        edits: count(parcel.edits()),
        ops: count(ops),
        bytes: delivery.bytes,
        receipt: Some(serde_json::to_string(receipt).map_err(|error| StoreError::Damaged(error.to_string()))?),
    })
}

/// What two offices did apart may break a rule together: said, not refused.
fn check_rules(connection: &Connection, changes: &Changes, receipt: &mut Receipt) -> Result<(), StoreError> {
    let limits = own_office(connection)?.map(|office| office.limits).unwrap_or_default();
    for (_, id) in changes.records.iter().filter(|(kind, _)| *kind == Kind::Volunteer) {
        let missions = missions_of(connection, "volunteer", *id)?;
        if missions.is_empty() {
            continue;
        }
        let Some(volunteer) = find_one::<Volunteer>(connection, *id)? else { continue };
        for mission in &missions {
            if let Err(broken) = check_mission(mission, &volunteer, &missions, &limits) {
                receipt.broken.push(format!("{}: {broken}", name_of(connection, Kind::Volunteer, *id)?));
                break;
            }
        }
    }
    Ok(())
}
