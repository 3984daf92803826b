//! How often rows were changed, out of the history: what a calendar file says of its events.

use super::lists::field;
use super::table::Record;
use super::{OfficeFile, StoreError};
use crate::domain::Id;
use chrono::{DateTime, Utc};
use std::collections::{BTreeMap, HashMap};

/// How often something was changed, and when last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Revision {
    /// How often since it was made. An undo is one more change: the count never falls.
    pub count: u32,
    /// When it was changed last, or made.
    pub at: DateTime<Utc>,
}

impl Revision {
    /// This and what it hangs on: what changes either changes both.
    pub fn with(self, other: Self) -> Self {
        Self { count: self.count.saturating_add(other.count), at: self.at.max(other.at) }
    }
}

impl OfficeFile {
    /// How often each row of a kind was changed in any of some columns.
    pub fn revisions<T: Record>(&self, columns: &[&str]) -> Result<HashMap<Id, Revision>, StoreError> {
        let watched = T::TABLE.cells.iter().filter(|cell| cell.columns.iter().any(|one| columns.contains(one)));
        let cells: Vec<String> = watched.map(|cell| cell.number.to_string()).collect();
        // The op that makes a row has seen none before it.
        let sql = format!(
            "SELECT r.id, ifnull(c.times, 0), ifnull(c.at, e.at), r.made_replica, r.made_seq
             FROM \"{}\" r LEFT JOIN (
                SELECT o.row AS row, count(*) AS times, max(e.at) AS at FROM op o JOIN edit e ON e.no = o.edit
                WHERE o.tbl = {} AND o.seen_row <> '[]'
                AND EXISTS (SELECT 1 FROM json_each(o.cells) WHERE json_extract(value, '$[0]') IN ({}))
                GROUP BY o.row) c ON c.row = r.id
             LEFT JOIN op m ON m.replica = r.made_replica AND m.seq = r.made_seq LEFT JOIN edit e ON e.no = m.edit
             WHERE r.gone = 0",
            T::TABLE.name,
            T::TABLE.number,
            cells.join(", ")
        );
        let blocks = self.blocks()?;
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        let mut revisions = HashMap::new();
        while let Some(row) = rows.next()? {
            let made: (i64, i64) = (row.get(3)?, row.get(4)?);
            let block = || blocks.range(..=made).next_back().filter(|(first, _)| first.0 == made.0);
            let at = row.get::<_, Option<i64>>(2)?.or_else(|| block().map(|(_, at)| *at));
            let at = at.and_then(DateTime::from_timestamp_millis).unwrap_or_default();
            revisions.insert(field(row, 0)?, Revision { count: row.get(1)?, at });
        }
        Ok(revisions)
    }
    /// When each block of rows made by a large edit was written, by replica and first op. Looked up here, for SQLite reads
    /// whole blocks to find one.
    fn blocks(&self) -> Result<BTreeMap<(i64, i64), i64>, StoreError> {
        let sql = "SELECT b.replica, b.first_seq, e.at FROM op_block b JOIN edit e ON e.no = b.edit";
        let mut statement = self.connection.prepare_cached(sql)?;
        let blocks = statement.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
        Ok(blocks.collect::<Result<_, _>>()?)
    }
}
