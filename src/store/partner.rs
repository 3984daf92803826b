//! What there was with an organisation so far: missions at it, how they went, what is still owed, and its people who
//! volunteer.

use super::records::read_column;
use super::{OfficeFile, StoreError};
use crate::domain::Id;
use crate::domain::mission::{EarlyEnd, Stage};
use std::collections::BTreeMap;

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

    /// The volunteers who come from an association, sorted by id.
    pub fn members_who_volunteer(&self, organisation: Id) -> Result<Vec<Id>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT id FROM volunteer WHERE diaspora_organisation = ?1 AND gone = 0 ORDER BY id")?;
        let found = statement.query_map([organisation.bytes()], |row| Ok(Id::from_bytes(row.get(0)?)))?;
        Ok(found.collect::<Result<_, _>>()?)
    }
}
