//! What another office lacks: everything that arrived in this file after what it has confirmed, as far as it is for it.

use super::links::Holds;
use super::merge::{OpName, RowOp};
use super::ops;
use super::parcel::{Item, Parcel, WireEdit, WireOp, WireReplica};
use super::records::TABLES;
use super::scope::Scope;
use super::{OfficeFile, StoreError};
use crate::domain::Id;
use rusqlite::{Connection, OptionalExtension as _, params};
use serde_json::value::RawValue;
use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

/// An op with where it stands in this file.
#[derive(Debug)]
struct Kept {
    arrived: i64,
    name: OpName,
    edit: i64,
    op: RowOp,
}

impl OfficeFile {
    /// The next parcel for an office: what arrived after a number, up to about `most` bytes of text. Nothing where there
    /// is nothing.
    pub fn parcel(&self, office: Id, after: i64, most: usize) -> Result<Option<Parcel>, StoreError> {
        let connection = &self.connection;
        let link = self.link(office)?;
        let scope = if self.office()?.role == crate::domain::office::Role::Head {
            Some(Scope::of(connection, office)?)
        } else {
            None
        };
        let mut packer = Packer::new(connection, &link.holds);
        let (mut upto, mut more) = (after, false);
        let mut stream = Arrivals::after(connection, scope.as_ref(), after)?;
        let mut blocks = Blocks::default();
        let mut entering = scope.iter().flat_map(|scope| scope.entered_after(after)).peekable();
        loop {
            let next_op = stream.peek(connection)?;
            let next_entry = entering.peek().map(|(entered, _)| *entered);
            let (at, entry) = match (next_op, next_entry) {
                (None, None) => break,
                (Some(op), Some(entry)) if entry <= op => (entry, true),
                (Some(op), _) => (op, false),
                (None, Some(entry)) => (entry, true),
            };
            if packer.bytes >= most {
                more = true;
                break;
            }
            upto = upto.max(at);
            if entry {
                let Some((entered, root)) = entering.next() else { break };
                let mut seen = HashSet::new();
                for kept in ops_of_root(connection, &mut blocks, root)? {
                    if kept.arrived < entered && seen.insert(kept.name) {
                        packer.put(kept, true)?;
                    }
                }
            } else if let Some(kept) = stream.next(connection)? {
                packer.put(kept, false)?;
            }
        }
        let mut parcel = packer.parcel;
        if let Some(scope) = &scope {
            parcel.leaves = scope.left_between(after, if more { upto } else { i64::MAX });
            upto = upto.max(if more { upto } else { scope.last_left() });
        }
        (parcel.after, parcel.upto, parcel.more) = (after, upto, more);
        Ok((upto > after).then_some(parcel))
    }
}

/// Puts ops into a parcel, with the replicas and edits that they name.
struct Packer<'file> {
    connection: &'file Connection,
    holds: &'file Holds,
    parcel: Parcel,
    bytes: usize,
    replicas: HashMap<i64, usize>,
    ids: Vec<i64>,
    edits: HashMap<i64, usize>,
    /// Of each edit put: the number of its first op and its time as a clock.
    bases: Vec<(i64, i64)>,
}

impl<'file> Packer<'file> {
    fn new(connection: &'file Connection, holds: &'file Holds) -> Self {
        Self {
            connection,
            holds,
            parcel: Parcel::default(),
            bytes: 0,
            replicas: HashMap::new(),
            ids: Vec::new(),
            edits: HashMap::new(),
            bases: Vec::new(),
        }
    }

    /// Puts an op, unless the receiver has said that it holds it; a record that enters its scope comes whole all the same.
    fn put(&mut self, kept: Kept, whole: bool) -> Result<(), StoreError> {
        let replica = self.replica(kept.name.0)?;
        if !whole && self.holds.contains(self.ids[replica], kept.name.1) {
            return Ok(());
        }
        let edit = self.edit(kept.edit, replica, kept.name.1)?;
        let (first, clock) = self.bases[edit];
        let number = kept.name.1 - first;
        if kept.op.table == 0 {
            // Of a newer program: as it came, but for the place of its edit.
            let raw = kept.op.cells.first().and_then(|cell| cell.3.first()).map(|raw| raw.as_words());
            let raw = raw.unwrap_or_default();
            let open = raw.find('[').map_or(0, |at| at + 1);
            let rest = raw[open..].splitn(3, ',').nth(2).unwrap_or_default().to_owned();
            let line = format!("{}{edit},{number},{rest}", &raw[..open]);
            self.bytes += line.len();
            self.parcel.items.push(Item::Newer(edit, number, kept.op.root, line));
            return Ok(());
        }
        let op = kept.op.renamed(|no| self.replica(no).map(|at| i64::try_from(at).unwrap_or(i64::MAX)))?;
        // Roughly; what it becomes sealed is measured after that.
        self.bytes += 90
            + op.cells
                .iter()
                .flat_map(|cell| cell.2.iter().chain(&cell.3))
                .map(|value| 6 + value.size())
                .sum::<usize>()
            + op.cells.len() * 24;
        let root = (op.root != op.row).then_some(op.root);
        let wire = WireOp(edit, number, op.hlc - clock, op.table, op.row, root, op.seen_row, op.cells);
        self.parcel.items.push(Item::Op(wire));
        Ok(())
    }

    fn replica(&mut self, no: i64) -> Result<usize, StoreError> {
        if let Some(at) = self.replicas.get(&no) {
            return Ok(*at);
        }
        let (id, office): (i64, Option<[u8; 16]>) = self
            .connection
            .prepare_cached("SELECT id, office FROM replica WHERE no = ?1")?
            .query_row([no], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let at = self.ids.len();
        self.parcel.replicas.push(WireReplica(id, office.map(Id::from_bytes)));
        self.ids.push(id);
        self.replicas.insert(no, at);
        Ok(at)
    }

    fn edit(&mut self, no: i64, replica: usize, seq: i64) -> Result<usize, StoreError> {
        if let Some(at) = self.edits.get(&no) {
            return Ok(*at);
        }
        let mut statement =
            self.connection.prepare_cached("SELECT id, author, at, version, op, rows FROM edit WHERE no = ?1")?;
        let (id, edit) = statement.query_row([no], |row| {
            let id = Id::from_bytes(row.get(0)?);
            let text: String = row.get(4)?;
            Ok((id, (row.get(1)?, row.get::<_, i64>(2)?, row.get(3)?, text, row.get(5)?)))
        })?;
        let (author, at, version, op, rows) = edit;
        // An id follows from the edit's first op, in files of this version; the numbers of its ops are counted from there.
        let first = i64::from_be_bytes(id.bytes()[8..].try_into().unwrap_or_default());
        let follows = id == ops::edit_id(self.ids[replica], first) && first <= seq && first > 0;
        let first = if follows { first } else { 1 };
        let op = RawValue::from_string(op).map_err(|error| StoreError::Damaged(error.to_string()))?;
        let place = self.parcel.edits.len();
        self.bytes += 80 + op.get().len();
        self.parcel.edits.push(WireEdit(replica, first, (!follows).then_some(id), author, at, version, op, rows));
        self.bases.push((first, at << 16));
        self.edits.insert(no, place);
        Ok(place)
    }
}

/// The ops of a file in the order in which they arrived, those in blocks among them.
#[derive(Debug)]
struct Arrivals<'scope> {
    /// What the receiver is to hold; everything where there is none.
    scope: Option<&'scope Scope>,
    /// By arrival; nothing for an op that the receiver is not to have, which is not read further.
    waiting: VecDeque<(i64, Option<Kept>)>,
    /// Blocks that hold such ops: where each begins.
    blocks: Vec<(i64, i64, i64)>,
    /// What of them is unpacked, by arrival.
    unpacked: BTreeMap<i64, Option<Kept>>,
    after: i64,
    at_end: bool,
}

/// How many ops are read at a time.
const PAGE: i64 = 4_000;

impl<'scope> Arrivals<'scope> {
    fn after(connection: &Connection, scope: Option<&'scope Scope>, after: i64) -> Result<Self, StoreError> {
        let mut statement = connection.prepare_cached(
            "SELECT arrived, replica, first_seq FROM op_block WHERE arrived + last_seq - first_seq > ?1
             ORDER BY arrived DESC",
        )?;
        let blocks = statement.query_map([after], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        Ok(Self {
            scope,
            waiting: VecDeque::new(),
            blocks: blocks.collect::<Result<_, _>>()?,
            unpacked: BTreeMap::new(),
            after,
            at_end: false,
        })
    }

    fn fill(&mut self, connection: &Connection) -> Result<(), StoreError> {
        if self.waiting.is_empty() && !self.at_end {
            let mut statement = connection.prepare_cached(
                "SELECT seq, hlc, tbl, row, root, seen_row, cells, arrived, replica, edit FROM op
                 WHERE arrived > ?1 ORDER BY arrived LIMIT ?2",
            )?;
            let mut rows = statement.query([self.after, PAGE])?;
            while let Some(row) = rows.next()? {
                let (root, arrived) = (Id::from_bytes(row.get(4)?), row.get(7)?);
                let wanted = self.is_for_receiver(root, arrived);
                self.waiting.push_back((arrived, if wanted { Some(kept(row)?) } else { None }));
            }
            self.at_end = self.waiting.is_empty();
        }
        let next = self.waiting.front().map_or(i64::MAX, |(arrived, _)| *arrived);
        while let Some((begins, replica, first)) = self.blocks.last().copied()
            && begins <= next
            && self.unpacked.first_key_value().is_none_or(|(arrived, _)| begins <= *arrived)
        {
            self.blocks.pop();
            let (edit, body): (i64, Vec<u8>) = connection
                .prepare_cached("SELECT edit, body FROM op_block WHERE replica = ?1 AND first_seq = ?2")?
                .query_row([replica, first], |row| Ok((row.get(0)?, row.get(1)?)))?;
            for op in ops::unpack(&body)? {
                let arrived = begins + op.seq - first;
                if arrived > self.after {
                    let wanted = self.is_for_receiver(op.root, arrived);
                    let kept = Kept { arrived, name: OpName(replica, op.seq), edit, op };
                    self.unpacked.insert(arrived, wanted.then_some(kept));
                }
            }
        }
        Ok(())
    }

    fn is_for_receiver(&self, root: Id, arrived: i64) -> bool {
        self.scope.is_none_or(|scope| scope.holds(root, arrived))
    }

    /// When the next op arrived.
    fn peek(&mut self, connection: &Connection) -> Result<Option<i64>, StoreError> {
        self.fill(connection)?;
        let (single, packed) = (self.waiting.front(), self.unpacked.first_key_value());
        Ok(single.map(|(arrived, _)| *arrived).into_iter().chain(packed.map(|(arrived, _)| *arrived)).min())
    }

    /// Takes the next op; nothing for one that the receiver is not to have.
    fn next(&mut self, connection: &Connection) -> Result<Option<Kept>, StoreError> {
        let Some(arrived) = self.peek(connection)? else { return Ok(None) };
        let single = self.waiting.front().is_some_and(|(first, _)| *first == arrived);
        let next = if single { self.waiting.pop_front().map(|(_, kept)| kept) } else { self.unpacked.remove(&arrived) };
        self.after = arrived;
        Ok(next.flatten())
    }
}

/// Reads an op from `seq, hlc, tbl, row, root, seen_row, cells, arrived, replica, edit`.
fn kept(row: &rusqlite::Row<'_>) -> Result<Kept, StoreError> {
    let op = ops::read(row)?;
    Ok(Kept { arrived: row.get(7)?, name: OpName(row.get(8)?, op.seq), edit: row.get(9)?, op })
}

/// Everything that ever happened to a record and its parts, in the order of arrival.
fn ops_of_root(connection: &Connection, blocks: &mut Blocks, root: Id) -> Result<Vec<Kept>, StoreError> {
    let mut all = Vec::new();
    let mut statement = connection.prepare_cached(
        "SELECT seq, hlc, tbl, row, root, seen_row, cells, arrived, replica, edit FROM op WHERE root = ?1",
    )?;
    let mut rows = statement.query([root.bytes()])?;
    while let Some(row) = rows.next()? {
        all.push(kept(row)?);
    }
    // Rows made by a large edit are in its blocks; parts that have come from another record have ops under that one.
    for table in TABLES {
        let column = if table.owned { "\"of\"" } else { "id" };
        let sql = format!("SELECT id, made_replica, made_seq FROM \"{}\" WHERE {column} = ?1", table.name);
        let mut statement = connection.prepare_cached(&sql)?;
        let made = statement
            .query_map([root.bytes()], |row| Ok((Id::from_bytes(row.get(0)?), OpName(row.get(1)?, row.get(2)?))))?;
        for found in made {
            let (row, name) = found?;
            let mut elsewhere = connection.prepare_cached(
                "SELECT seq, hlc, tbl, row, root, seen_row, cells, arrived, replica, edit FROM op
                 WHERE row = ?1 AND root <> ?2",
            )?;
            let mut rows = elsewhere.query(params![row.bytes(), root.bytes()])?;
            while let Some(row) = rows.next()? {
                all.push(kept(row)?);
            }
            all.extend(blocks.find(connection, name)?);
        }
    }
    all.sort_by_key(|kept| kept.arrived);
    Ok(all)
}

/// Blocks that were unpacked a short while ago: rows of one record often lie in the same.
#[derive(Debug, Default)]
struct Blocks(HashMap<(i64, i64), (i64, i64, Vec<RowOp>)>);

impl Blocks {
    const MOST: usize = 60;

    /// The op of a name, where it lies in a block.
    fn find(&mut self, connection: &Connection, name: OpName) -> Result<Option<Kept>, StoreError> {
        let mut statement = connection.prepare_cached(
            "SELECT first_seq FROM op_block WHERE replica = ?1 AND first_seq <= ?2 AND last_seq >= ?2
             ORDER BY first_seq DESC LIMIT 1",
        )?;
        let Some(first) = statement.query_row([name.0, name.1], |row| row.get::<_, i64>(0)).optional()? else {
            return Ok(None);
        };
        if !self.0.contains_key(&(name.0, first)) {
            if self.0.len() >= Self::MOST {
                self.0.clear();
            }
            let mut block = connection
                .prepare_cached("SELECT edit, arrived, body FROM op_block WHERE replica = ?1 AND first_seq = ?2")?;
            let (edit, begins, body): (i64, i64, Vec<u8>) =
                block.query_row([name.0, first], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
            self.0.insert((name.0, first), (edit, begins, ops::unpack(&body)?));
        }
        let Some((edit, begins, ops)) = self.0.get(&(name.0, first)) else { return Ok(None) };
        let found = ops.iter().find(|op| op.seq == name.1);
        Ok(found.map(|op| Kept { arrived: begins + op.seq - first, name, edit: *edit, op: op.clone() }))
    }
}
