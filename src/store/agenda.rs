//! What happens on which day: arrivals, departures, milestones and reports due, papers that run out.

use super::lists::field;
use super::{OfficeFile, StoreError};
use crate::domain::Id;
use crate::domain::mission::{Party, ReportKind};
use crate::domain::reference::Country;
use crate::domain::span::Span;
use crate::domain::volunteer::ClearanceKind;
use chrono::NaiveDate;
use serde::Serialize;

/// Something that happens on a day, for one mission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AgendaLine {
    /// The day.
    pub day: NaiveDate,
    /// What happens.
    #[serde(flatten)]
    pub what: AgendaKind,
    /// The mission.
    pub mission: Id,
    /// Its short reference.
    pub reference: String,
    /// Id of the volunteer.
    pub volunteer: Id,
    /// Full name of the volunteer.
    pub volunteer_name: String,
    /// Title of the placement.
    pub placement_title: String,
    /// Town of service.
    pub duty_station: String,
    /// Country of service.
    pub country: Option<Country>,
}

/// What can happen on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum AgendaKind {
    /// The first day of a mission.
    Arrival,
    /// The last day of a mission.
    Departure,
    /// A milestone is due.
    Milestone {
        /// What is to be done.
        name: String,
        /// Who does it.
        who: Party,
    },
    /// A paper is good for the last time.
    PaperEnds {
        /// Which.
        paper: ClearanceKind,
    },
    /// A report is due.
    ReportDue {
        /// Which.
        report: ReportKind,
    },
}

/// Each part gives day, kind, word, who, mission. CROSS JOIN makes SQLite begin with the missions, which are few, and not
/// with all papers there are; and with the milestones that are open, which an index keeps.
const LINES: &str = "
    SELECT l.day, l.kind, l.word, l.who, l.mission, m.reference, m.volunteer, v.full_name, p.title, p.duty_station, p.country
    FROM (
        SELECT first AS day, 0 AS kind, NULL AS word, NULL AS who, id AS mission FROM mission
        WHERE gone = 0 AND stage IN ('accepted', 'preparing', 'serving') AND first BETWEEN ?1 AND ?2
        UNION ALL
        SELECT last, 1, NULL, NULL, id FROM mission
        WHERE gone = 0 AND stage IN ('accepted', 'preparing', 'serving') AND last BETWEEN ?1 AND ?2
        UNION ALL
        SELECT s.due, 2, s.name, s.who, m.id FROM milestone s CROSS JOIN mission m ON m.id = s.\"of\"
        WHERE m.gone = 0 AND s.gone = 0 AND s.done_on IS NULL AND s.due BETWEEN ?1 AND ?2
        AND (m.stage IN ('accepted', 'preparing', 'serving')
             OR (m.stage IN ('completed', 'ended-early') AND s.due >= m.last))
        UNION ALL
        SELECT c.expires, 3, c.kind, NULL, m.id FROM mission m CROSS JOIN clearance c ON c.\"of\" = m.volunteer
        WHERE m.gone = 0 AND c.gone = 0 AND c.state = 'held' AND c.expires BETWEEN ?1 AND ?2
        AND m.stage IN ('accepted', 'preparing', 'serving')
        UNION ALL
        SELECT r.due, 4, r.kind, NULL, m.id FROM mission m CROSS JOIN report r ON r.\"of\" = m.id
        WHERE m.gone = 0 AND r.gone = 0 AND r.received_on IS NULL AND r.due BETWEEN ?1 AND ?2
        AND m.stage IN ('accepted', 'preparing', 'serving', 'completed', 'ended-early')) l
    CROSS JOIN mission m ON m.id = l.mission JOIN volunteer v ON v.id = m.volunteer
    LEFT JOIN placement p ON p.id = m.placement
    ORDER BY l.day, v.full_name, l.kind, l.word";

impl OfficeFile {
    /// What happens in a span of days, the soonest first; only the first `most` lines.
    pub fn agenda(&self, days: Span, most: usize) -> Result<Vec<AgendaLine>, StoreError> {
        let mut statement = self.connection.prepare_cached(&format!("{LINES} LIMIT ?3"))?;
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let mut rows = statement.query(rusqlite::params![days.first.to_string(), days.last.to_string(), most])?;
        let mut lines = Vec::new();
        while let Some(row) = rows.next()? {
            let text =
                |at: usize| -> Result<String, StoreError> { Ok(row.get::<_, Option<String>>(at)?.unwrap_or_default()) };
            let what = match row.get::<_, i64>(1)? {
                0 => AgendaKind::Arrival,
                1 => AgendaKind::Departure,
                2 => AgendaKind::Milestone { name: text(2)?, who: field(row, 3)? },
                3 => AgendaKind::PaperEnds { paper: field(row, 2)? },
                _ => AgendaKind::ReportDue { report: field(row, 2)? },
            };
            lines.push(AgendaLine {
                day: field(row, 0)?,
                what,
                mission: field(row, 4)?,
                reference: text(5)?,
                volunteer: field(row, 6)?,
                volunteer_name: text(7)?,
                placement_title: text(8)?,
                duty_station: text(9)?,
                country: field(row, 10)?,
            });
        }
        Ok(lines)
    }
}
