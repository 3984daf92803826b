//! Looking at all there is for a plan, in few statements: everybody, every open placement, who was refused where.

use super::records::read_column;
use super::table::Record;
use super::{OfficeFile, StoreError};
use crate::domain::Id;
use crate::domain::decision::Decision;
use crate::domain::detail::{PlacementDetail, VolunteerDetail};
use crate::domain::mission::{Mission, Refusal, Stage};
use crate::domain::placement::{Coordination, Objective, Placement, PlacementStatus, Requirement};
use crate::domain::volunteer::{Absence, Clearance, LanguageSkill, Skill, StandingStep, Volunteer};
use std::collections::HashMap;

impl OfficeFile {
    /// Hands every volunteer, with all that is known of them, to `each`, in the order in which they came into the file.
    /// Of the people themselves only one is held at a time.
    pub fn each_volunteer(
        &self,
        mut each: impl FnMut(VolunteerDetail) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let order = Order::of(self.ids::<Volunteer>()?);
        let mut languages = order.parts::<LanguageSkill>(self, |part| part.of)?;
        let mut skills = order.parts::<Skill>(self, |part| part.of)?;
        let mut clearances = order.parts::<Clearance>(self, |part| part.of)?;
        let mut absences = order.parts::<Absence>(self, |part| part.of)?;
        let mut standings = order.parts::<StandingStep>(self, |part| part.of)?;
        let mut missions = order.parts::<Mission>(self, |mission| mission.volunteer)?;
        let sql = all_of::<Volunteer>("");
        let mut statement = self.connection.prepare_cached(&sql)?;
        for volunteer in statement.query_map([], Volunteer::read)? {
            let volunteer = volunteer?;
            let id = volunteer.id;
            let mut detail = VolunteerDetail {
                volunteer,
                languages: languages.take(id),
                skills: skills.take(id),
                clearances: clearances.take(id),
                absences: absences.take(id),
                standings: standings.take(id),
                missions: missions.take(id),
            };
            detail.in_order();
            each(detail)?;
        }
        Ok(())
    }

    /// Every placement for which people may be sought and that has a free place, in the order in which they came into
    /// the file.
    pub fn open_placements(&self) -> Result<Vec<PlacementDetail>, StoreError> {
        let seeking = PlacementStatus::ALL.iter().filter(|status| status.seeks_people());
        let codes: Vec<String> = seeking.map(|status| format!("'{}'", status.code())).collect();
        let sql = all_of::<Placement>(&format!("AND status IN ({})", codes.join(", ")));
        let mut statement = self.connection.prepare_cached(&sql)?;
        let placements = statement.query_map([], Placement::read)?.collect::<Result<Vec<_>, _>>()?;
        let order = Order::of(placements.iter().map(|placement| placement.id).collect());
        let mut requirements = order.parts::<Requirement>(self, |part| part.of)?;
        let mut missions = order.parts::<Mission>(self, |mission| mission.placement)?;
        let mut decisions = order.parts::<Decision>(self, |part| part.of)?;
        let mut objectives = order.parts::<Objective>(self, |part| part.of)?;
        let mut coordination = order.parts::<Coordination>(self, |part| part.of)?;
        let details = placements.into_iter().map(|placement| {
            let id = placement.id;
            let mut detail = PlacementDetail {
                placement,
                requirements: requirements.take(id),
                missions: missions.take(id),
                decisions: decisions.take(id),
                objectives: objectives.take(id),
                coordination: coordination.take(id),
            };
            detail.in_order();
            detail
        });
        Ok(details.filter(|detail| detail.free_places() > 0).collect())
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

    fn ids<T: Record>(&self) -> Result<Vec<Id>, StoreError> {
        let sql = format!("SELECT id FROM \"{}\" WHERE gone = 0 ORDER BY no", T::TABLE.name);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let ids = statement.query_map([], |row| Ok(Id::from_bytes(row.get(0)?)))?.collect::<Result<Vec<_>, _>>()?;
        Ok(ids)
    }
}

/// All records of a table that are not removed, from front to back. The condition is SQL that begins with AND.
fn all_of<T: Record>(condition: &str) -> String {
    format!("SELECT id, {} FROM \"{}\" WHERE gone = 0 {condition} ORDER BY no", T::TABLE.columns(), T::TABLE.name)
}

/// The place of each record, in the order in which they came.
struct Order(HashMap<Id, u32>);

impl Order {
    fn of(ids: Vec<Id>) -> Self {
        Self(ids.into_iter().zip(0..).collect())
    }

    /// All parts of these records. Their table is read from front to back: asking the index for each owner takes half
    /// as long again.
    fn parts<T: Record>(&self, file: &OfficeFile, owner: fn(&T) -> Id) -> Result<Parts<T>, StoreError> {
        let sql = all_of::<T>("");
        let mut statement = file.connection.prepare_cached(&sql)?;
        let mut records = Vec::new();
        for record in statement.query_map([], T::read)? {
            let record = record?;
            if self.0.contains_key(&owner(&record)) {
                records.push(record);
            }
        }
        // They came in this order already, but for those that a person added later.
        records.sort_by_key(|record| self.0.get(&owner(record)).copied());
        Ok(Parts { records: records.into_iter().peekable(), owner })
    }
}

/// Parts of records, in the order of those records.
struct Parts<T> {
    records: std::iter::Peekable<std::vec::IntoIter<T>>,
    owner: fn(&T) -> Id,
}

impl<T> Parts<T> {
    /// Those of the next record.
    fn take(&mut self, id: Id) -> Vec<T> {
        std::iter::from_fn(|| self.records.next_if(|record| (self.owner)(record) == id)).collect()
    }
}
