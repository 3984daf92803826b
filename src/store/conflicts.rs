//! Where offices disagree, until a person decides: field by field with all values, who set each, when, and what they saw.

use super::edit::{Done, Edit};
use super::history::{label_of, part_words};
use super::merge::{Ground as _, OpName, RowKey, author};
use super::ops;
use super::records::table;
use super::scalar::Scalar;
use super::table::{GONE_CELL, ROW_CELL, Table};
use super::{OfficeFile, Op, StoreError, detail};
use crate::domain::{Id, Kind};
use chrono::{DateTime, Duration, Utc};
use rusqlite::{Connection, OptionalExtension as _, params};
use serde::Serialize;

/// Of rows changed side by side: no cell of theirs waits for a decision.
const MERELY: &str = "NOT EXISTS (SELECT 1 FROM conflict o WHERE o.tbl = c.tbl AND o.row = c.row AND o.cell > 0)";

/// Names a conflict: the same at every office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ConflictId {
    table: u16,
    row: Id,
    cell: u16,
}

impl std::fmt::Display for ConflictId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}.{}", self.table, self.cell, self.row)
    }
}

impl ConflictId {
    /// Reads it as it is written: `2.16.` and the row's id.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().splitn(3, '.');
        let (table, cell) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some(Self { table, row: Id::parse(parts.next()?)?, cell })
    }
}

/// What a conflict is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "about")]
pub enum About {
    /// Fields that are one cell: `email`, or `first` and `last`.
    Fields {
        /// Their names in the file.
        fields: Vec<String>,
    },
    /// Removed by one, changed by another.
    Removal,
    /// No conflict: changed by several who did not know of each other, in different fields.
    SideBySide,
}

/// One of several values, and who set it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Claim {
    /// The values, as written in the file, one for each field; empty for nothing.
    pub values: Vec<String>,
    /// What its author saw there before.
    pub saw: Vec<String>,
    /// Whether it removes the record.
    pub removes: bool,
    /// Whether it is what is shown until a person decides.
    pub shown: bool,
    /// Whether this office set it.
    pub own: bool,
    /// The office that set it.
    pub office: String,
    /// Who.
    pub author: String,
    /// When, in UTC, by their clock.
    pub at: DateTime<Utc>,
    /// Whether that clock cannot be right: in the future, or before there was such a program.
    pub doubtful: bool,
    /// As part of what it was done.
    pub edit: Op,
}

/// Where offices disagree.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Conflict {
    /// Its name.
    #[serde(serialize_with = "as_text")]
    pub id: ConflictId,
    /// The kind of record.
    pub kind: Kind,
    /// The record.
    pub record: Id,
    /// Its name and short reference.
    pub name: String,
    /// The table: `volunteer`, or `clearance` for a part.
    pub table: &'static str,
    /// Of a part what tells it from its sisters: the language, the kind of clearance.
    pub part: String,
    /// What it is about.
    #[serde(flatten)]
    pub about: About,
    /// What each says, the one that is shown first.
    pub claims: Vec<Claim>,
}

fn as_text<S: serde::Serializer>(id: &ConflictId, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(id)
}

/// What a person decides about a conflict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// What this office set; where it set nothing, what is shown.
    Mine,
    /// What the other office set; of several the one that is shown, or the latest.
    Theirs,
    /// One of the claims, by its place.
    Claim(usize),
    /// Other values, one for each field, as written in the file.
    Value(Vec<String>),
}

impl OfficeFile {
    /// Where offices disagree, by record. With `side_by_side` also what was merely changed in parallel.
    pub fn conflicts(&self, side_by_side: bool) -> Result<Vec<Conflict>, StoreError> {
        let sql = format!(
            "SELECT tbl, row, cell, root FROM conflict c WHERE cell > 0 OR ?1 AND {MERELY} ORDER BY root, tbl, row, cell"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let found = statement.query_map([side_by_side], |row| {
            let id = ConflictId { table: row.get(0)?, row: Id::from_bytes(row.get(1)?), cell: row.get(2)? };
            Ok((id, Id::from_bytes(row.get(3)?)))
        })?;
        let mut conflicts = Vec::new();
        for found in found {
            let (id, root) = found?;
            conflicts.extend(self.conflict_of(id, root)?);
        }
        Ok(conflicts)
    }

    /// How many fields wait for a decision, and how many rows were merely changed side by side.
    pub fn conflict_counts(&self) -> Result<(u32, u32), StoreError> {
        let sql = format!(
            "SELECT count(*) FILTER (WHERE cell > 0), count(*) FILTER (WHERE cell = 0 AND {MERELY}) FROM conflict c"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// One conflict; nothing where it has been decided.
    pub fn conflict(&self, id: ConflictId) -> Result<Option<Conflict>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT root FROM conflict WHERE tbl = ?1 AND row = ?2 AND cell = ?3")?;
        let root = statement.query_row(params![id.table, id.row.bytes(), id.cell], |row| row.get(0)).optional()?;
        root.map_or(Ok(None), |root| self.conflict_of(id, Id::from_bytes(root)))
    }

    fn conflict_of(&self, id: ConflictId, root: Id) -> Result<Option<Conflict>, StoreError> {
        let Some(table) = table(id.table) else { return Ok(None) };
        let connection = &self.connection;
        let about = match id.cell {
            ROW_CELL => About::SideBySide,
            GONE_CELL => About::Removal,
            cell => {
                let Some(def) = table.cell(cell) else { return Ok(None) };
                About::Fields { fields: def.columns.iter().map(|column| (*column).to_owned()).collect() }
            }
        };
        // Whether a row is removed is for all its heads to say.
        let cell = if id.cell == GONE_CELL { ROW_CELL } else { id.cell };
        let mut claims = Vec::new();
        for head in heads(connection, table, id.row, cell)? {
            claims.push(self.claim(table, id.cell, head)?);
        }
        claims.sort_by_key(|(stamp, _)| std::cmp::Reverse(*stamp));
        let mut claims: Vec<Claim> = claims.into_iter().map(|(_, claim)| claim).collect();
        if let Some(first) = claims.first_mut() {
            first.shown = id.cell != ROW_CELL && id.cell != GONE_CELL;
        }
        let part = if table.owned { label_of(connection, table, id.row)?.unwrap_or_default() } else { String::new() };
        let name = detail::name_of(connection, table.kind, root)?;
        Ok(Some(Conflict { id, kind: table.kind, record: root, name, table: table.name, part, about, claims }))
    }

    fn claim(&self, table: &Table, cell: u16, name: OpName) -> Result<((i64, i64, i64), Claim), StoreError> {
        let connection = &self.connection;
        let op = ops::find(connection, name)?.ok_or_else(|| StoreError::Damaged("history".into()))?;
        let sql = "SELECT e.author, e.at, e.op, r.id, hex(r.office) = (SELECT value FROM local WHERE key = 'office'),
                    coalesce((SELECT name FROM office o WHERE o.id = r.office),
                             (SELECT name FROM office_link l WHERE l.office = r.office), '')
             FROM replica r JOIN edit e ON e.no = coalesce(
                (SELECT edit FROM op WHERE replica = ?1 AND seq = ?2),
                (SELECT edit FROM op_block WHERE replica = ?1 AND first_seq <= ?2 AND last_seq >= ?2))
             WHERE r.no = ?1";
        let mut statement = connection.prepare_cached(sql)?;
        let (author, at, edit, replica, own, office) = statement.query_row([name.0, name.1], |row| {
            let own: Option<bool> = row.get(4)?;
            let edit: String = row.get(2)?;
            Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?, edit, row.get::<_, i64>(3)?, own, row.get(5)?))
        })?;
        let words = |values: &[Scalar]| values.iter().map(Scalar::as_words).collect::<Vec<_>>();
        let (values, saw) = match (table.cell(cell), op.cell(cell)) {
            (Some(def), change) if cell != GONE_CELL => {
                (words(&op.value(cell, def.columns.len())), change.map(|change| words(&change.2)).unwrap_or_default())
            }
            _ if table.owned => (vec![part_words(connection, table, op.row)?], Vec::new()),
            _ => (Vec::new(), Vec::new()),
        };
        let at = DateTime::from_timestamp_millis(at).unwrap_or_default();
        let earliest = DateTime::from_timestamp(1_577_836_800, 0).unwrap_or_default(); // 2020-01-01
        let claim = Claim {
            values,
            saw,
            removes: op.removes(),
            shown: false,
            own: own.unwrap_or_default(),
            office,
            author,
            at,
            doubtful: at > self.now() + Duration::hours(24) || at < earliest,
            edit: serde_json::from_str(&edit).unwrap_or(Op::ChangedRecords { count: 0 }),
        };
        Ok(((op.hlc, replica, name.1), claim))
    }

    /// Decides conflicts, as one edit that travels like any other. What has been decided meanwhile is left alone.
    pub fn settle(&mut self, decisions: &[(ConflictId, Choice)]) -> Result<Done<usize>, StoreError> {
        let mut open = Vec::new();
        for (id, choice) in decisions {
            if let Some(conflict) = self.conflict(*id)? {
                open.push((conflict, choice.clone()));
            }
        }
        let op = Op::Settled { count: open.len() };
        self.edit(op, |edit| {
            for (conflict, choice) in &open {
                edit.settle(conflict, choice)?;
            }
            Ok(open.len())
        })
    }

    /// Notes that a person has looked at what was changed side by side. It stays in this copy of the file.
    pub fn looked_at(&mut self, id: ConflictId) -> Result<(), StoreError> {
        self.check_still_there()?;
        self.connection.execute(
            "DELETE FROM conflict WHERE tbl = ?1 AND row = ?2 AND cell = 0",
            params![id.table, id.row.bytes()],
        )?;
        Ok(())
    }

    /// Records that received bundles changed and nobody has looked at since.
    pub fn unlooked(&self) -> Result<Vec<(Kind, Id)>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT kind, root FROM unlooked ORDER BY arrived, root")?;
        let found = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, Id::from_bytes(row.get(1)?))))?;
        let mut records = Vec::new();
        for found in found {
            let (kind, id) = found?;
            records.extend(Kind::parse(&kind).map(|kind| (kind, id)));
        }
        Ok(records)
    }

    /// Notes that a person has looked at a record that a received bundle changed.
    pub fn look_at(&mut self, record: Id) -> Result<(), StoreError> {
        self.check_still_there()?;
        self.connection.prepare_cached("DELETE FROM unlooked WHERE root = ?1")?.execute([record.bytes()])?;
        Ok(())
    }
}

fn heads(connection: &Connection, table: &'static Table, row: Id, cell: u16) -> Result<Vec<OpName>, StoreError> {
    let mut ground = super::ground::OnFile::new(connection)?;
    author::heads(&mut ground, RowKey { table: table.number, row }, cell)
}

impl Edit<'_> {
    fn settle(&mut self, conflict: &Conflict, choice: &Choice) -> Result<(), StoreError> {
        let id = conflict.id;
        let Some(table) = table(id.table) else { return Ok(()) };
        let claim = match choice {
            Choice::Mine => conflict.claims.iter().find(|claim| claim.own).or(conflict.claims.first()),
            Choice::Theirs => conflict.claims.iter().find(|claim| !claim.own).or(conflict.claims.first()),
            Choice::Claim(at) => conflict.claims.get(*at),
            Choice::Value(_) => None,
        };
        let key = RowKey { table: id.table, row: id.row };
        match &conflict.about {
            About::SideBySide => Ok(()),
            About::Removal => {
                let removes = claim.is_some_and(|claim| claim.removes);
                let wish = (GONE_CELL, vec![Scalar::Integer(0)], vec![Scalar::Integer(i64::from(removes))]);
                let draft = author::decision(self.ground(), key, vec![wish])?;
                self.write_draft(table, id.row, conflict.record, draft)?;
                if removes { self.remove_parts(table, id.row) } else { Ok(()) }
            }
            About::Fields { fields } => {
                let Some(def) = table.cell(id.cell) else { return Ok(()) };
                let now = self.values_of(table, id.row, def.columns)?;
                let words = match (claim, choice) {
                    (Some(claim), _) => claim.values.clone(),
                    (None, Choice::Value(words)) => words.clone(),
                    (None, _) => return Ok(()),
                };
                let samples = self.samples(key, id.cell, def.columns.len())?;
                let new: Vec<Scalar> = (0..def.columns.len())
                    .map(|at| scalar(words.get(at).map(String::as_str).unwrap_or_default(), &samples, at))
                    .collect();
                let draft = author::decision(self.ground(), key, vec![(id.cell, now, new)])?;
                self.write_draft(table, id.row, conflict.record, draft)?;
                self.check_readable(table, id.row, fields, &words)
            }
        }
    }

    /// The values that stand for a decision, to see what kind of value each column takes.
    fn samples(&mut self, key: RowKey, cell: u16, columns: usize) -> Result<Vec<Vec<Scalar>>, StoreError> {
        let heads = author::heads(self.ground(), key, cell)?;
        heads.into_iter().map(|head| Ok(self.ground().op(head)?.value(cell, columns))).collect()
    }
}

/// What a person wrote, as the kind of value that others hold in the column.
fn scalar(word: &str, samples: &[Vec<Scalar>], at: usize) -> Scalar {
    let held = |wanted: fn(&Scalar) -> bool| samples.iter().filter_map(|sample| sample.get(at)).any(wanted);
    if word.is_empty() {
        return Scalar::Null;
    }
    if held(|value| matches!(value, Scalar::Integer(_)))
        && let Ok(number) = word.trim().parse()
    {
        return Scalar::Integer(number);
    }
    if held(|value| matches!(value, Scalar::Blob(_)))
        && let Some(id) = Id::parse(word)
    {
        return Scalar::Blob(id.bytes().to_vec());
    }
    Scalar::Text(word.to_owned())
}
