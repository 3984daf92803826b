//! What one office tells another, as plain data: edits and their ops, named so that every office understands them.
//!
//! As text it is JSON lines: `{"r":[id,office]}` a replica (others name it by its place among these lines), `{"e":[...]}`
//! an edit (others name it by its place), `{"o":[...]}` an op, `{"l":[record]}` a record that is no longer for the
//! receiver. A line of any other kind whose list begins like that of an op is an op of a newer program; it is kept word
//! for word.

use super::StoreError;
use super::merge::{CellChange, OpName, RowOp};
use crate::domain::Id;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::HashMap;

/// A copy of an office file, and the office that it is or was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct WireReplica(pub(crate) i64, pub(crate) Option<Id>);

/// An edit: replica, the number of its first op, its id where that does not follow from these, author, milliseconds since
/// 1970, version of the program, what was done, rows.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct WireEdit(
    pub(crate) usize,
    pub(crate) i64,
    pub(crate) Option<Id>,
    pub(crate) String,
    pub(crate) i64,
    pub(crate) String,
    pub(crate) Box<RawValue>,
    pub(crate) i64,
);

/// An op: edit, number counted from the edit's first, clock counted from the edit's time, table, row, record where it is
/// another, what was seen of the row, cells.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct WireOp(
    pub(crate) usize,
    pub(crate) i64,
    pub(crate) i64,
    pub(crate) u16,
    pub(crate) Id,
    pub(crate) Option<Id>,
    pub(crate) Vec<OpName>,
    pub(crate) Vec<CellChange>,
);

/// One line.
#[derive(Debug, Serialize, Deserialize)]
enum Line {
    #[serde(rename = "r")]
    Replica(WireReplica),
    #[serde(rename = "e")]
    Edit(WireEdit),
    #[serde(rename = "o")]
    Op(WireOp),
    #[serde(rename = "l")]
    Leaves((Id,)),
}

/// An op, or a line of a newer program that is about one.
#[derive(Debug, Clone)]
pub(crate) enum Item {
    /// An op that this program understands the form of.
    Op(WireOp),
    /// An op of a newer kind: edit, number counted from the edit's first, record, and the line as it is.
    Newer(usize, i64, Id, String),
}

/// What one office tells another.
#[derive(Debug, Default)]
pub struct Parcel {
    pub(crate) replicas: Vec<WireReplica>,
    pub(crate) edits: Vec<WireEdit>,
    pub(crate) items: Vec<Item>,
    pub(crate) leaves: Vec<Id>,
    /// It holds what arrived at the sender after this number ...
    pub after: i64,
    /// ... up to this one.
    pub upto: i64,
    /// Whether more is waiting after it.
    pub more: bool,
}

impl Parcel {
    /// How many edits are in it.
    pub fn edits(&self) -> usize {
        self.edits.len()
    }

    /// How many row changes are in it.
    pub fn ops(&self) -> usize {
        self.items.len()
    }

    /// How many records are said to be no longer for the receiver.
    pub fn leaving(&self) -> usize {
        self.leaves.len()
    }

    /// The parcel as text, without its numbers.
    pub fn write(&self) -> Result<Vec<u8>, StoreError> {
        let mut text = Vec::new();
        let mut put = |line: &Line| -> Result<(), StoreError> {
            serde_json::to_writer(&mut text, line).map_err(|error| StoreError::Damaged(error.to_string()))?;
            text.push(b'\n');
            Ok(())
        };
        self.replicas.iter().try_for_each(|replica| put(&Line::Replica(*replica)))?;
        self.edits.iter().try_for_each(|edit| put(&Line::Edit(edit.clone())))?;
        for item in &self.items {
            if let Item::Op(op) = item {
                put(&Line::Op(op.clone()))?;
            }
        }
        self.leaves.iter().try_for_each(|id| put(&Line::Leaves((*id,))))?;
        for item in &self.items {
            if let Item::Newer(.., raw) = item {
                text.extend_from_slice(raw.as_bytes());
                text.push(b'\n');
            }
        }
        Ok(text)
    }

    /// Reads a parcel from text; refuses what names a replica or an edit that is not there.
    pub fn read(text: &str, after: i64, upto: i64) -> Result<Self, StoreError> {
        let mut parcel = Self { after, upto, ..Self::default() };
        // On all cores: each line stands for itself, and there are thousands.
        let lines: Vec<_> = text
            .par_lines()
            .filter(|line| !line.is_empty())
            .map(|line| (line, serde_json::from_str::<Line>(line)))
            .collect();
        for (line, read) in lines {
            match read {
                Ok(Line::Replica(replica)) => parcel.replicas.push(replica),
                Ok(Line::Edit(edit)) => parcel.edits.push(edit),
                Ok(Line::Op(op)) => parcel.items.push(Item::Op(op)),
                Ok(Line::Leaves((id,))) => parcel.leaves.push(id),
                Err(error) => parcel.items.push(newer(line).ok_or_else(|| foreign(&error.to_string()))?),
            }
        }
        parcel.check()?;
        Ok(parcel)
    }

    fn check(&self) -> Result<(), StoreError> {
        let replica = |at: usize| at < self.replicas.len();
        let name = |name: &OpName| usize::try_from(name.0).is_ok_and(replica) && name.1 > 0;
        if !self.edits.iter().all(|edit| replica(edit.0) && edit.1 > 0) {
            return Err(foreign("an edit of nobody"));
        }
        for item in &self.items {
            let (edit, number) = match item {
                Item::Op(op) => (op.0, op.1),
                Item::Newer(edit, number, ..) => (*edit, *number),
            };
            if edit >= self.edits.len() || number < 0 {
                return Err(foreign("a change without its edit"));
            }
            if let Item::Op(op) = item
                && !op.6.iter().chain(op.7.iter().flat_map(|cell| &cell.1)).all(name)
            {
                return Err(foreign("a change that has seen a change of nobody"));
            }
        }
        Ok(())
    }
}

fn foreign(what: &str) -> StoreError {
    StoreError::Damaged(format!("the received edits cannot be read: {what}"))
}

/// An op of a kind that a newer program writes.
fn newer(line: &str) -> Option<Item> {
    let value: HashMap<String, Vec<serde_json::Value>> = serde_json::from_str(line).ok()?;
    let (kind, list) = value.into_iter().next()?;
    if ["r", "e", "o", "l"].contains(&kind.as_str()) {
        return None;
    }
    let edit = usize::try_from(list.first()?.as_u64()?).ok()?;
    let row = Id::parse(list.get(4)?.as_str()?)?;
    let root = list.get(5)?.as_str().and_then(Id::parse).unwrap_or(row);
    Some(Item::Newer(edit, list.get(1)?.as_i64()?, root, line.to_owned()))
}

impl RowOp {
    /// With the names of replicas put in the place of others.
    pub(crate) fn renamed<E>(mut self, mut rename: impl FnMut(i64) -> Result<i64, E>) -> Result<Self, E> {
        for name in self.seen_row.iter_mut().chain(self.cells.iter_mut().flat_map(|cell| &mut cell.1)) {
            name.0 = rename(name.0)?;
        }
        Ok(self)
    }
}
