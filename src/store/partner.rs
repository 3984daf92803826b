//! What there was with an organisation so far: missions at it, how they went, what is still owed, what was passed on to
//! its people, and its own who volunteer.

use super::records::read_column;
use super::{OfficeFile, StoreError};
use crate::domain::Id;
use crate::domain::mission::{EarlyEnd, Stage};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, HashSet};

/// Missions at an organisation's placements, each list sorted by id as a list behind a number must be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WithUs {
    /// Those that were agreed, whatever became of them.
    pub missions: Vec<Id>,
    /// Of these, those in service.
    pub serving: Vec<Id>,
    /// Of these, those that ended early, by the reason; nothing where none was given.
    pub early: BTreeMap<Option<EarlyEnd>, Vec<Id>>,
    /// Of these, those with a report that is overdue.
    pub reports_missing: Vec<Id>,
}

/// A competence that was passed on to an organisation, as it was seen last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PassedOn {
    /// What was passed on.
    pub competence: String,
    /// Who has it now: a person, a post or a team.
    pub counterpart: String,
    /// The counterpart's level before, 1 to 4.
    pub before: Option<u8>,
    /// The level reached, 1 to 4.
    pub level: u8,
    /// The level aimed at, 1 to 4.
    pub aim: Option<u8>,
    /// The day on which that was seen.
    pub on: NaiveDate,
    /// The mission in which it was seen.
    pub mission: Id,
    /// The short reference of that mission.
    #[serde(skip)]
    pub reference: String,
    /// Who served in it.
    #[serde(skip)]
    pub volunteer_name: String,
    /// The objective of the placement that it came from.
    #[serde(skip)]
    pub objective: Id,
}

impl PassedOn {
    /// Whether the level aimed at is reached; nothing where none was aimed at.
    pub fn is_reached(&self) -> Option<bool> {
        self.aim.map(|aim| self.level >= aim)
    }
}

impl OfficeFile {
    /// What there was with an organisation so far.
    pub fn with_us(&self, organisation: Id) -> Result<WithUs, StoreError> {
        let mut with_us = WithUs::default();
        let mut statement = self.connection.prepare_cached(
            "SELECT m.id, m.stage, m.early_end, EXISTS (SELECT 1 FROM report r
                 WHERE r.\"of\" = m.id AND r.gone = 0 AND r.received_on IS NULL AND r.due < ?2)
             FROM mission m JOIN placement p ON p.id = m.placement
             WHERE p.organisation = ?1 AND m.gone = 0 ORDER BY m.id",
        )?;
        let mut found = statement.query((organisation.bytes(), self.today().to_string()))?;
        while let Some(row) = found.next()? {
            let mut at = 0;
            let id: Id = read_column(row, &mut at)?;
            let stage: Stage = read_column(row, &mut at)?;
            let reason: Option<EarlyEnd> = read_column(row, &mut at)?;
            if !stage.is_firm() {
                continue;
            }
            with_us.missions.push(id);
            if stage == Stage::Serving {
                with_us.serving.push(id);
            }
            if stage == Stage::EndedEarly {
                with_us.early.entry(reason).or_default().push(id);
            }
            if row.get(at)? {
                with_us.reports_missing.push(id);
            }
        }
        Ok(with_us)
    }

    /// The competences passed on to an organisation, what was seen last first. Of each only the last look tells: those
    /// before it are in its missions.
    pub fn passed_on(&self, organisation: Id) -> Result<Vec<PassedOn>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT o.id, o.competence, o.counterpart, o.before, t.level, o.aim, t.\"on\", m.id, m.reference, v.full_name
             FROM placement p JOIN mission m ON m.placement = p.id JOIN transfer t ON t.\"of\" = m.id
                 JOIN objective o ON o.id = t.objective JOIN volunteer v ON v.id = m.volunteer
             WHERE p.organisation = ?1 AND p.gone = 0 AND m.gone = 0 AND t.gone = 0 AND o.gone = 0
                 AND t.level IS NOT NULL
             ORDER BY t.\"on\" DESC, t.no DESC",
        )?;
        let mut found = statement.query([organisation.bytes()])?;
        let (mut passed_on, mut seen) = (Vec::new(), HashSet::new());
        while let Some(row) = found.next()? {
            let mut at = 0;
            let objective: Id = read_column(row, &mut at)?;
            let one = PassedOn {
                competence: read_column(row, &mut at)?,
                counterpart: read_column(row, &mut at)?,
                before: read_column(row, &mut at)?,
                level: read_column(row, &mut at)?,
                aim: read_column(row, &mut at)?,
                on: read_column(row, &mut at)?,
                mission: read_column(row, &mut at)?,
                reference: read_column(row, &mut at)?,
                volunteer_name: read_column(row, &mut at)?,
                objective,
            };
            if seen.insert(objective) {
                passed_on.push(one);
            }
        }
        Ok(passed_on)
    }

    /// The volunteers who come from an association, sorted by id.
    pub fn members_who_volunteer(&self, organisation: Id) -> Result<Vec<Id>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT id FROM volunteer WHERE diaspora_organisation = ?1 AND gone = 0 ORDER BY id")?;
        let found = statement.query_map([organisation.bytes()], |row| Ok(Id::from_bytes(row.get(0)?)))?;
        Ok(found.collect::<Result<_, _>>()?)
    }
}
