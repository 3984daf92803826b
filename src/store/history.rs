//! Reading the history: what was done in this office, and what happened to one record.

use super::merge::RowOp;
use super::ops;
use super::records::{TABLES, table};
use super::scalar::Scalar;
use super::table::{GONE_CELL, Table};
use super::{OfficeFile, Op, StoreError};
use crate::domain::{Id, Kind};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _, params};
use serde::Serialize;

/// Whether an edit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EditState {
    /// It stands.
    Done,
    /// It was undone, and can be redone.
    Undone,
    /// It was undone, and something else was done since; or it can no longer be undone.
    Past,
}

/// One edit as the history shows it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EditEntry {
    /// Its number in this file, growing with time.
    pub number: i64,
    /// When, in UTC.
    pub at: DateTime<Utc>,
    /// Who.
    pub author: String,
    /// What.
    pub op: Op,
    /// Whether it stands.
    pub state: EditState,
    /// How many rows it changed.
    pub rows: i64,
}

/// One cell that an edit set, as the history of a record shows it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CellHistory {
    /// When, in UTC.
    pub at: DateTime<Utc>,
    /// Who.
    pub author: String,
    /// Number of the edit.
    pub edit: i64,
    /// The field: `birth_date`, or `volunteer_language` for a part.
    pub field: String,
    /// What it was, as written in the file; empty for nothing.
    pub from: String,
    /// What it became.
    pub to: String,
}

/// One cell that an edit set.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EditDetail {
    /// The kind of record.
    pub kind: Kind,
    /// The record.
    pub id: Id,
    /// Its name and short reference.
    pub name: String,
    /// The field: `birth_date`, or `volunteer_language` for a part.
    pub field: String,
    /// What it was, as written in the file; empty for nothing.
    pub from: String,
    /// What it became.
    pub to: String,
}

impl OfficeFile {
    /// The newest edits first, at most `most`, older than the edit `before` where one is given.
    pub fn history(&self, most: usize, before: Option<i64>) -> Result<Vec<EditEntry>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT no, at, author, op, state, rows FROM edit WHERE no < ?1 ORDER BY no DESC LIMIT ?2",
        )?;
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let mut rows = statement.query(params![before.unwrap_or(i64::MAX), most])?;
        let mut entries = Vec::new();
        while let Some(row) = rows.next()? {
            entries.push(EditEntry {
                number: row.get(0)?,
                at: DateTime::from_timestamp_millis(row.get(1)?).unwrap_or_default(),
                author: row.get(2)?,
                op: serde_json::from_str(row.get_ref(3)?.as_str().unwrap_or_default())
                    .unwrap_or(Op::ChangedRecords { count: 0 }),
                state: match row.get(4)? {
                    0 => EditState::Done,
                    1 => EditState::Undone,
                    _ => EditState::Past,
                },
                rows: row.get(5)?,
            });
        }
        Ok(entries)
    }

    /// What one edit did, cell by cell, at most `most` of them.
    pub fn edit_detail(&self, number: i64, most: usize) -> Result<Vec<EditDetail>, StoreError> {
        let mut details = Vec::new();
        for op in ops::of_edit(&self.connection, number)? {
            if details.len() >= most {
                break;
            }
            let Some(table) = table(op.table) else { continue };
            let name = super::detail::name_of(&self.connection, table.kind, op.root)?;
            for (field, from, to) in describe_cells(&self.connection, &op)? {
                details.push(EditDetail { kind: table.kind, id: op.root, name: name.clone(), field, from, to });
            }
        }
        details.truncate(most);
        Ok(details)
    }

    /// What happened to one record and its parts, the newest first.
    pub fn history_of(&self, kind: Kind, id: Id) -> Result<Vec<CellHistory>, StoreError> {
        let connection = &self.connection;
        let mut found: Vec<(i64, i64, RowOp)> = Vec::new();
        let mut statement = connection
            .prepare_cached("SELECT seq, hlc, tbl, row, root, seen_row, cells, edit FROM op WHERE root = ?1")?;
        let mut rows = statement.query([id.bytes()])?;
        while let Some(row) = rows.next()? {
            let op = ops::read(row)?;
            found.push((row.get(7)?, op.hlc, op));
        }
        // Rows made by a large edit are in its blocks.
        for table in TABLES.iter().filter(|table| table.kind == kind) {
            found.extend(made_in_blocks(connection, table, id)?);
        }
        found.sort_by_key(|(_, hlc, _)| std::cmp::Reverse(*hlc));
        let mut history = Vec::new();
        for (edit, _, op) in found {
            let (at, author): (i64, String) = connection
                .prepare_cached("SELECT at, author FROM edit WHERE no = ?1")?
                .query_row([edit], |row| Ok((row.get(0)?, row.get(1)?)))?;
            for (field, from, to) in describe_cells(connection, &op)? {
                history.push(CellHistory {
                    at: DateTime::from_timestamp_millis(at).unwrap_or_default(),
                    author: author.clone(),
                    edit,
                    field,
                    from,
                    to,
                });
            }
        }
        Ok(history)
    }
}

/// The ops that made a record or its parts, where they lie in blocks.
fn made_in_blocks(connection: &Connection, table: &Table, id: Id) -> Result<Vec<(i64, i64, RowOp)>, StoreError> {
    let column = if table.owned { "\"of\"" } else { "id" };
    let sql = format!(
        "SELECT b.edit, b.body, r.made_seq FROM \"{}\" r JOIN op_block b ON b.replica = r.made_replica
         AND b.first_seq = (SELECT max(first_seq) FROM op_block WHERE replica = r.made_replica AND first_seq <= r.made_seq)
         WHERE r.{column} = ?1 AND b.last_seq >= r.made_seq",
        table.name
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([id.bytes()])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (edit, seq): (i64, i64) = (row.get(0)?, row.get(2)?);
        let ops = ops::unpack(row.get_ref(1)?.as_blob().unwrap_or_default())?;
        found.extend(ops.into_iter().filter(|op| op.seq == seq).map(|op| (edit, op.hlc, op)));
    }
    Ok(found)
}

/// What an op did to each cell, as field, old and new. A part is one line with its values side by side, a comma between them.
pub(crate) fn describe_cells(connection: &Connection, op: &RowOp) -> Result<Vec<(String, String, String)>, StoreError> {
    let Some(table) = table(op.table) else {
        return Ok(vec![("newer".into(), String::new(), String::new())]);
    };
    if !table.owned {
        let mut described = Vec::new();
        for cell in &op.cells {
            let columns = table.cell(cell.0).map(|def| def.columns).unwrap_or_default();
            for (at, column) in columns.iter().enumerate() {
                let said =
                    |values: &[Scalar]| values.get(at).map_or(Ok(String::new()), |value| words(connection, value));
                let (from, to) = (said(&cell.2)?, said(&cell.3)?);
                if from != to {
                    described.push(((*column).to_owned(), from, to));
                }
            }
        }
        return Ok(described);
    }
    let now = part_words(connection, table, op.row)?;
    let gone = op.cells.iter().find(|cell| cell.0 == GONE_CELL).map(|cell| cell.3 == [Scalar::Integer(1)]);
    let (from, to) = match gone {
        Some(true) => (now, String::new()),
        Some(false) => (String::new(), now),
        None if op.makes() => {
            (String::new(), join(connection, op.cells.iter().filter(|cell| cell.0 != 2).flat_map(|cell| &cell.3))?)
        }
        None => (
            join(connection, op.cells.iter().flat_map(|cell| &cell.2))?,
            join(connection, op.cells.iter().flat_map(|cell| &cell.3))?,
        ),
    };
    let field = match label_of(connection, table, op.row)? {
        Some(label) if gone.is_none() && !op.makes() => format!("{}:{label}", table.name),
        _ => table.name.to_owned(),
    };
    Ok(vec![(field, from, to)])
}

fn join<'a>(connection: &Connection, values: impl Iterator<Item = &'a Scalar>) -> Result<String, StoreError> {
    let mut said = Vec::new();
    for value in values {
        let word = words(connection, value)?;
        // What a part keeps as JSON (a milestone's rule) is for the program, not for people.
        if !word.is_empty() && !word.starts_with('{') {
            said.push(word);
        }
    }
    Ok(said.join(", "))
}

/// What a person reads of a value: of a record or part that it leads to the name. Of people and missions the reference: a
/// description stays where it was written when somebody is erased elsewhere.
fn words(connection: &Connection, value: &Scalar) -> Result<String, StoreError> {
    let Some(id) = value.as_id() else { return Ok(value.as_words()) };
    let sql = "SELECT reference FROM volunteer WHERE id = ?1 UNION ALL SELECT reference FROM mission WHERE id = ?1
               UNION ALL SELECT name FROM organisation WHERE id = ?1 UNION ALL SELECT title FROM placement WHERE id = ?1
               UNION ALL SELECT title FROM practice WHERE id = ?1 UNION ALL SELECT title FROM project WHERE id = ?1
               UNION ALL SELECT competence FROM objective WHERE id = ?1";
    let name: Option<Option<String>> =
        connection.prepare_cached(sql)?.query_row([id.bytes()], |row| row.get(0)).optional()?;
    Ok(name.flatten().unwrap_or_default())
}

/// The values of a part as it stands, without its owner.
pub(crate) fn part_words(connection: &Connection, table: &Table, row: Id) -> Result<String, StoreError> {
    let sql = format!("SELECT {} FROM \"{}\" WHERE id = ?1", table.columns(), table.name);
    let values = connection.prepare_cached(&sql)?.query_row([row.bytes()], |found| {
        let columns = found.as_ref().column_count();
        (1..columns).map(|at| found.get_ref(at).map(Scalar::from_ref)).collect::<Result<Vec<Scalar>, _>>()
    });
    join(connection, values.optional()?.iter().flatten())
}

/// What tells a part from its sisters: the language, the kind of clearance ...: its first cell after the owner.
pub(crate) fn label_of(connection: &Connection, table: &Table, row: Id) -> Result<Option<String>, StoreError> {
    let Some(cell) = table.cells.get(1) else { return Ok(None) };
    let Some(column) = cell.columns.first() else { return Ok(None) };
    let sql = format!("SELECT \"{column}\" FROM \"{}\" WHERE id = ?1", table.name);
    let label = connection
        .prepare_cached(&sql)?
        .query_row([row.bytes()], |found| found.get_ref(0).map(Scalar::from_ref))
        .optional()?;
    let label = label.map(|label| words(connection, &label)).transpose()?;
    Ok(label.filter(|label| !label.is_empty()))
}
