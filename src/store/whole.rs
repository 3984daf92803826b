//! Looking at all there is for a plan, in few statements: everybody, every open placement, who was refused where.

use super::records::read_column;
use super::table::Record;
use super::{OfficeFile, StoreError};
use crate::domain::Id;
use crate::domain::decision::Decision;
use crate::domain::detail::{PlacementDetail, VolunteerDetail};
use crate::domain::mission::{Mission, Refusal, Stage};
use crate::domain::placement::{Placement, PlacementStatus, Requirement};
use crate::domain::volunteer::{Absence, Clearance, LanguageSkill, Skill, StandingStep, Volunteer};
use rusqlite::Connection;

/// Records held at a time, at most, when all of a kind are looked at.
const CHUNK: usize = 1_000;

impl OfficeFile {
    /// Hands every volunteer, with all that is known of them, to `each`, in the order in which they came into the file. Only a chunk of them
    /// is held at a time.
    pub fn each_volunteer(
        &self,
        mut each: impl FnMut(VolunteerDetail) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        for owners in Owners::chunks::<Volunteer>(&self.connection, "")? {
            let mut languages = Parts::<LanguageSkill>::read(&self.connection, "of", &owners)?;
            let mut skills = Parts::<Skill>::read(&self.connection, "of", &owners)?;
            let mut clearances = Parts::<Clearance>::read(&self.connection, "of", &owners)?;
            let mut absences = Parts::<Absence>::read(&self.connection, "of", &owners)?;
            let mut standings = Parts::<StandingStep>::read(&self.connection, "of", &owners)?;
            let mut missions = Parts::<Mission>::read(&self.connection, "volunteer", &owners)?;
            for volunteer in owners.read::<Volunteer>(&self.connection)? {
                let id = volunteer.id;
                let mut detail = VolunteerDetail {
                    volunteer,
                    languages: languages.take(id, |part| part.of),
                    skills: skills.take(id, |part| part.of),
                    clearances: clearances.take(id, |part| part.of),
                    absences: absences.take(id, |part| part.of),
                    standings: standings.take(id, |part| part.of),
                    missions: missions.take(id, |mission| mission.volunteer),
                };
                detail.in_order();
                each(detail)?;
            }
        }
        Ok(())
    }

    /// Every placement for which people may be sought and that has a free place, in the order in which they came into
    /// the file.
    pub fn open_placements(&self) -> Result<Vec<PlacementDetail>, StoreError> {
        let seeking = PlacementStatus::ALL.iter().filter(|status| status.seeks_people());
        let codes: Vec<String> = seeking.map(|status| format!("'{}'", status.code())).collect();
        let condition = format!("AND status IN ({})", codes.join(", "));
        let mut open = Vec::new();
        for owners in Owners::chunks::<Placement>(&self.connection, &condition)? {
            let mut requirements = Parts::<Requirement>::read(&self.connection, "of", &owners)?;
            let mut missions = Parts::<Mission>::read(&self.connection, "placement", &owners)?;
            let mut decisions = Parts::<Decision>::read(&self.connection, "of", &owners)?;
            for placement in owners.read::<Placement>(&self.connection)? {
                let id = placement.id;
                let mut detail = PlacementDetail {
                    placement,
                    requirements: requirements.take(id, |part| part.of),
                    missions: missions.take(id, |mission| mission.placement),
                    decisions: decisions.take(id, |part| part.of),
                };
                if detail.free_places() > 0 {
                    detail.in_order();
                    open.push(detail);
                }
            }
        }
        Ok(open)
    }

    /// Every mission that somebody declined: who, where, and what was said.
    pub fn refusals(&self) -> Result<Vec<Refusal>, StoreError> {
        let sql = format!(
            "SELECT m.volunteer, m.placement, s.\"by\", s.\"on\", s.reason FROM mission m
             CROSS JOIN stage_step s ON s.\"of\" = m.id
             WHERE m.gone = 0 AND m.stage = '{0}' AND s.gone = 0 AND s.stage = '{0}' ORDER BY m.no, s.no",
            Stage::Declined.code()
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let refusals = statement.query_map([], |row| {
            let mut at = 0;
            Ok(Refusal {
                volunteer: read_column(row, &mut at)?,
                placement: read_column(row, &mut at)?,
                by: read_column(row, &mut at)?,
                on: read_column(row, &mut at)?,
                reason: read_column(row, &mut at)?,
            })
        })?;
        Ok(refusals.collect::<Result<Vec<_>, _>>()?)
    }
}

/// A chunk of the records of a table, in the order in which they came: their parts lie side by side in the file.
struct Owners<'a> {
    table: &'static str,
    condition: &'a str,
    /// Their numbers in the file lie after the first and not after the last.
    range: (i64, i64),
}

impl<'a> Owners<'a> {
    /// All chunks of a table. The condition is SQL that begins with AND.
    fn chunks<T: Record>(
        connection: &Connection,
        condition: &'a str,
    ) -> Result<impl Iterator<Item = Self> + use<'a, T>, StoreError> {
        let table = T::TABLE.name;
        let sql = format!("SELECT coalesce(max(no), 0) FROM \"{table}\"");
        let last: i64 = connection.query_row(&sql, [], |row| row.get(0))?;
        let chunks = (0..last).step_by(CHUNK);
        Ok(chunks.map(move |after| Self { table, condition, range: (after, after + CHUNK as i64) }))
    }

    /// Where a row is one of them.
    fn are(&self) -> String {
        format!("FROM \"{}\" WHERE no > ?1 AND no <= ?2 AND gone = 0 {}", self.table, self.condition)
    }

    fn read<T: Record>(&self, connection: &Connection) -> Result<Vec<T>, StoreError> {
        let sql = format!("SELECT id, {} {} ORDER BY no", T::TABLE.columns(), self.are());
        let mut statement = connection.prepare_cached(&sql)?;
        let records = statement.query_map([self.range.0, self.range.1], T::read)?.collect::<Result<Vec<_>, _>>()?;
        Ok(records)
    }
}

/// Parts of a chunk of records, in the order of those records.
struct Parts<T> {
    records: std::iter::Peekable<std::vec::IntoIter<T>>,
}

impl<T: Record> Parts<T> {
    fn read(connection: &Connection, owner: &str, owners: &Owners<'_>) -> Result<Self, StoreError> {
        let sql = format!(
            "SELECT id, {} FROM (SELECT id AS owner_id, no AS owner_no {})
             CROSS JOIN \"{}\" ON \"{owner}\" = owner_id WHERE gone = 0 ORDER BY owner_no, no",
            T::TABLE.columns(),
            owners.are(),
            T::TABLE.name
        );
        let mut statement = connection.prepare_cached(&sql)?;
        let records = statement.query_map([owners.range.0, owners.range.1], T::read)?.collect::<Result<Vec<_>, _>>()?;
        Ok(Self { records: records.into_iter().peekable() })
    }

    /// Those of the next record.
    fn take(&mut self, id: Id, owner: impl Fn(&T) -> Id) -> Vec<T> {
        std::iter::from_fn(|| self.records.next_if(|record| owner(record) == id)).collect()
    }
}
