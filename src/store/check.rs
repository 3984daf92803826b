//! Looking an office file through.

use super::ops;
use super::records::TABLES;
use super::{OfficeFile, StoreError};
use crate::domain::Id;
use serde::Serialize;

/// What a check of an office file found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CheckReport {
    /// Rows of each table.
    pub rows: Vec<(String, i64)>,
    /// Edits and ops in the history.
    pub edits: i64,
    /// Ops in the history.
    pub ops: i64,
    /// What is wrong, one sentence each; empty where all is well.
    pub problems: Vec<String>,
}

impl OfficeFile {
    /// Reads the whole file: is the database sound, does every row have its history, does every part have its owner?
    pub fn check(&self) -> Result<CheckReport, StoreError> {
        let mut problems = Vec::new();
        let mut verdicts = self.connection.prepare("PRAGMA integrity_check(20)")?;
        for verdict in verdicts.query_map([], |row| row.get::<_, String>(0))? {
            let verdict = verdict?;
            if verdict != "ok" {
                problems.push(verdict);
            }
        }
        let mut op_count: i64 = self.connection.query_row("SELECT count(*) FROM op", [], |row| row.get(0))?;
        let mut blocks = self.connection.prepare("SELECT body, last_seq - first_seq + 1 FROM op_block")?;
        let mut rows = blocks.query([])?;
        while let Some(row) = rows.next()? {
            let (unpacked, told) =
                (ops::unpack(row.get_ref(0)?.as_blob().unwrap_or_default())?.len(), row.get::<_, i64>(1)?);
            op_count += i64::try_from(unpacked).unwrap_or(i64::MAX);
            if i64::try_from(unpacked) != Ok(told) {
                problems.push(format!("a block of the history holds {unpacked} ops, not {told}"));
            }
        }
        for table in TABLES {
            let sql = format!(
                "SELECT r.id FROM \"{}\" r WHERE NOT EXISTS (SELECT 1 FROM op o WHERE o.replica = r.made_replica AND o.seq = r.made_seq)
                 AND NOT EXISTS (SELECT 1 FROM op_block b WHERE b.replica = r.made_replica AND r.made_seq BETWEEN b.first_seq AND b.last_seq) LIMIT 5",
                table.name
            );
            self.note(&sql, &mut problems, &format!("{} without a history", table.name))?;
        }
        for (table, column, owner) in [
            ("volunteer_language", "of", "volunteer"),
            ("volunteer_skill", "of", "volunteer"),
            ("clearance", "of", "volunteer"),
            ("requirement", "of", "placement"),
            ("decision", "of", "placement"),
            ("decision", "volunteer", "volunteer"),
            ("mission", "volunteer", "volunteer"),
            ("mission", "placement", "placement"),
            ("stage_step", "of", "mission"),
            ("milestone", "of", "mission"),
        ] {
            let sql = format!(
                "SELECT r.id FROM \"{table}\" r WHERE r.gone = 0 AND NOT EXISTS (SELECT 1 FROM \"{owner}\" o WHERE o.id = r.\"{column}\") LIMIT 5"
            );
            self.note(&sql, &mut problems, &format!("{table} whose {column} is nowhere"))?;
        }
        Ok(CheckReport {
            rows: self.row_counts()?.into_iter().map(|(name, count)| (name.to_owned(), count)).collect(),
            edits: self.connection.query_row("SELECT count(*) FROM edit", [], |row| row.get(0))?,
            ops: op_count,
            problems,
        })
    }

    fn note(&self, sql: &str, problems: &mut Vec<String>, what: &str) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare(sql)?;
        for id in statement.query_map([], |row| row.get::<_, [u8; 16]>(0))? {
            problems.push(format!("{what}: {}", Id::from_bytes(id?)));
        }
        Ok(())
    }
}
