//! What a timeline marks on missions besides their days: milestones, and absences that interrupt them.

use super::lists::{field, listed, text_of};
use super::{OfficeFile, StoreError};
use crate::domain::Id;
use crate::domain::span::Span;
use chrono::NaiveDate;
use std::collections::HashMap;

/// A milestone, as short as a mark needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedTask {
    /// The day by which it is to be done.
    pub due: NaiveDate,
    /// Whether it is done.
    pub done: bool,
    /// What is to be done, in words.
    pub name: Box<str>,
}

/// What is marked on a mission.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// Its milestones, by day.
    pub milestones: Vec<DatedTask>,
    /// Days on which the volunteer is away: leave during the mission, and times in which they cannot serve.
    pub absences: Vec<Span>,
}

/// How many missions one statement asks for: its text stays short.
const AT_ONCE: usize = 500;

impl OfficeFile {
    /// What is marked on some missions; those that have nothing are left out.
    pub fn marks(&self, missions: &[Id]) -> Result<HashMap<Id, Marks>, StoreError> {
        let mut marks: HashMap<Id, Marks> = HashMap::new();
        for some in missions.chunks(AT_ONCE) {
            let ids = listed(some);
            let sql = format!(
                "SELECT \"of\", due, done_on IS NOT NULL, name FROM milestone
                 WHERE gone = 0 AND due IS NOT NULL AND \"of\" IN ({ids}) ORDER BY due, no"
            );
            let mut statement = self.connection.prepare(&sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let task = DatedTask { due: field(row, 1)?, done: row.get(2)?, name: text_of(row, 3)? };
                marks.entry(field(row, 0)?).or_default().milestones.push(task);
            }
            let sql = format!(
                "SELECT m.id, a.first, a.last FROM mission m JOIN absence a ON a.\"of\" = m.volunteer
                 WHERE m.id IN ({ids}) AND a.gone = 0 AND a.first <= m.last AND a.last >= m.first
                 AND (a.mission IS NULL OR a.mission = m.id) ORDER BY a.first, a.no"
            );
            let mut statement = self.connection.prepare(&sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let days = Span { first: field(row, 1)?, last: field(row, 2)? };
                marks.entry(field(row, 0)?).or_default().absences.push(days);
            }
        }
        Ok(marks)
    }
}
