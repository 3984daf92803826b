//! Records with all that hangs on them.

use super::table::Record;
use super::{OfficeFile, StoreError};
use crate::domain::decision::Decision;
use crate::domain::detail::{MissionDetail, OrganisationDetail, PlacementDetail, PracticeDetail, VolunteerDetail};
use crate::domain::mission::{Extension, Milestone, Mission, Report, StageStep, Trained, Transfer};
use crate::domain::office::Office;
use crate::domain::organisation::{Contact, Link, Offer, Organisation, Project, SiteVisit};
use crate::domain::placement::{Coordination, Objective, Placement, Requirement, Weight};
use crate::domain::practice::{Origin, Practice, Replication};
use crate::domain::volunteer::{Absence, Clearance, LanguageSkill, Skill, StandingStep, Volunteer};
use crate::domain::{Id, Kind};
use rusqlite::{Connection, OptionalExtension as _};

/// Reads a record that must be there.
pub(crate) fn read_one<T: Record>(connection: &Connection, id: Id) -> Result<T, StoreError> {
    find_one(connection, id)?.ok_or_else(|| StoreError::no_record(T::TABLE.kind, id))
}

/// Reads a record unless it was removed.
pub(crate) fn find_one<T: Record>(connection: &Connection, id: Id) -> Result<Option<T>, StoreError> {
    let sql = format!("SELECT id, {} FROM \"{}\" WHERE id = ?1 AND gone = 0", T::TABLE.columns(), T::TABLE.name);
    Ok(connection.prepare_cached(&sql)?.query_row([id.bytes()], T::read).optional()?)
}

/// The parts of a record, in the order in which they were made.
pub(crate) fn parts<T: Record>(connection: &Connection, of: Id) -> Result<Vec<T>, StoreError> {
    let sql = format!(
        "SELECT id, {} FROM \"{}\" WHERE \"of\" = ?1 AND gone = 0 ORDER BY no",
        T::TABLE.columns(),
        T::TABLE.name
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let found = statement.query_map([of.bytes()], T::read)?.collect::<Result<Vec<_>, _>>()?;
    Ok(found)
}

/// The record of the office whose file this is; others' may be there too. Nothing while the file is being made.
pub(crate) fn own_office(connection: &Connection) -> Result<Option<Office>, StoreError> {
    let sql = format!(
        "SELECT id, {} FROM office WHERE hex(id) = (SELECT value FROM local WHERE key = 'office')",
        Office::TABLE.columns()
    );
    Ok(connection.prepare_cached(&sql)?.query_row([], Office::read).optional()?)
}

/// The missions of a volunteer or a placement, the earliest first.
pub(crate) fn missions_of(connection: &Connection, column: &str, id: Id) -> Result<Vec<Mission>, StoreError> {
    let sql = format!(
        "SELECT id, {} FROM mission WHERE {column} = ?1 AND gone = 0 ORDER BY first, no",
        Mission::TABLE.columns()
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let found = statement.query_map([id.bytes()], Mission::read)?.collect::<Result<Vec<_>, _>>()?;
    Ok(found)
}

/// The name by which people know a record, removed or not: "Ana Silva (V-0231)".
pub(crate) fn name_of(connection: &Connection, kind: Kind, id: Id) -> Result<String, StoreError> {
    let sql = match kind {
        Kind::Volunteer => "SELECT full_name || ' (' || ifnull(reference, '') || ')' FROM volunteer WHERE id = ?1",
        Kind::Organisation => "SELECT name || ' (' || ifnull(reference, '') || ')' FROM organisation WHERE id = ?1",
        Kind::Placement => "SELECT title || ' (' || ifnull(reference, '') || ')' FROM placement WHERE id = ?1",
        Kind::Mission => {
            "SELECT ifnull(v.full_name, '') || ' (' || ifnull(m.reference, '') || ')'
             FROM mission m LEFT JOIN volunteer v ON v.id = m.volunteer WHERE m.id = ?1"
        }
        Kind::Practice => "SELECT title || ' (' || ifnull(reference, '') || ')' FROM practice WHERE id = ?1",
        Kind::Office => "SELECT name FROM office WHERE id = ?1",
    };
    let name: Option<Option<String>> =
        connection.prepare_cached(sql)?.query_row([id.bytes()], |row| row.get(0)).optional()?;
    Ok(name.flatten().unwrap_or_default())
}

impl OfficeFile {
    /// A record by its id.
    pub fn get<T: Record>(&self, id: Id) -> Result<T, StoreError> {
        read_one(&self.connection, id)
    }

    /// A record by its id, nothing where it was removed.
    pub fn find<T: Record>(&self, id: Id) -> Result<Option<T>, StoreError> {
        find_one(&self.connection, id)
    }

    /// The parts of a record, in the order in which they were made.
    pub fn parts<T: Record>(&self, of: Id) -> Result<Vec<T>, StoreError> {
        parts(&self.connection, of)
    }

    /// All records of a table, in the order in which they were made.
    pub fn all<T: Record>(&self) -> Result<Vec<T>, StoreError> {
        let sql = format!("SELECT id, {} FROM \"{}\" WHERE gone = 0 ORDER BY no", T::TABLE.columns(), T::TABLE.name);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let found = statement.query_map([], T::read)?.collect::<Result<Vec<_>, _>>()?;
        Ok(found)
    }

    /// The id of a record of a kind, by its id or short reference (`V-0231`, in any case).
    pub fn resolve(&self, kind: Kind, wanted: &str) -> Result<Id, StoreError> {
        let no_record = || StoreError::NoRecord { kind, wanted: wanted.to_owned() };
        let table = match kind {
            Kind::Volunteer => "volunteer",
            Kind::Organisation => "organisation",
            Kind::Placement => "placement",
            Kind::Mission => "mission",
            Kind::Practice => "practice",
            Kind::Office => return Err(no_record()),
        };
        let (column, value) = match Id::parse(wanted) {
            Some(id) => ("id", rusqlite::types::Value::Blob(id.bytes().to_vec())),
            None => ("reference", rusqlite::types::Value::Text(wanted.trim().to_uppercase())),
        };
        let sql = format!("SELECT id FROM {table} WHERE {column} = ?1 AND gone = 0 LIMIT 2");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let found = statement.query_map([value], |row| row.get(0))?.collect::<Result<Vec<[u8; 16]>, _>>()?;
        match found.as_slice() {
            [] => Err(no_record()),
            [one] => Ok(Id::from_bytes(*one)),
            // Two offices counted alike before they were linked.
            _ => Err(StoreError::SeveralRecords { kind, wanted: wanted.to_owned() }),
        }
    }

    /// The records that were merged into a volunteer's.
    pub fn merged_into(&self, volunteer: Id) -> Result<Vec<Id>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT id FROM volunteer WHERE merged_into = ?1")?;
        let found = statement.query_map([volunteer.bytes()], |row| Ok(Id::from_bytes(row.get(0)?)))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// The name by which people know a record: "Ana Silva (V-0231)".
    pub fn name_of(&self, kind: Kind, id: Id) -> Result<String, StoreError> {
        name_of(&self.connection, kind, id)
    }

    /// A volunteer with all that is known of them.
    pub fn volunteer(&self, id: Id) -> Result<VolunteerDetail, StoreError> {
        let mut detail = VolunteerDetail {
            volunteer: self.get::<Volunteer>(id)?,
            languages: self.parts::<LanguageSkill>(id)?,
            skills: self.parts::<Skill>(id)?,
            clearances: self.parts::<Clearance>(id)?,
            absences: self.parts::<Absence>(id)?,
            standings: self.parts::<StandingStep>(id)?,
            missions: missions_of(&self.connection, "volunteer", id)?,
        };
        detail.in_order();
        Ok(detail)
    }

    /// An organisation with all that is known of it.
    pub fn organisation(&self, id: Id) -> Result<OrganisationDetail, StoreError> {
        let mut links = self.parts::<Link>(id)?;
        let sql = format!("SELECT id, {} FROM link WHERE \"to\" = ?1 AND gone = 0 ORDER BY no", Link::TABLE.columns());
        let mut statement = self.connection.prepare_cached(&sql)?;
        for link in statement.query_map([id.bytes()], Link::read)? {
            links.push(link?);
        }
        let sql = format!(
            "SELECT id, {} FROM placement WHERE organisation = ?1 AND gone = 0 ORDER BY start_from DESC, no",
            Placement::TABLE.columns()
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let placements = statement.query_map([id.bytes()], Placement::read)?.collect::<Result<Vec<_>, _>>()?;
        let mut visits = self.parts::<SiteVisit>(id)?;
        visits.sort_by_key(|visit| std::cmp::Reverse(visit.on));
        Ok(OrganisationDetail {
            organisation: self.get::<Organisation>(id)?,
            contacts: self.parts::<Contact>(id)?,
            links,
            placements,
            offers: self.parts::<Offer>(id)?,
            visits,
            projects: self.parts::<Project>(id)?,
        })
    }

    /// A placement with all that is known of it.
    pub fn placement(&self, id: Id) -> Result<PlacementDetail, StoreError> {
        let mut detail = PlacementDetail {
            placement: self.get::<Placement>(id)?,
            requirements: self.parts::<Requirement>(id)?,
            missions: missions_of(&self.connection, "placement", id)?,
            decisions: self.parts::<Decision>(id)?,
            objectives: self.parts::<Objective>(id)?,
            coordination: self.parts::<Coordination>(id)?,
        };
        detail.in_order();
        Ok(detail)
    }

    /// A mission with all that is known of it.
    pub fn mission(&self, id: Id) -> Result<MissionDetail, StoreError> {
        let mission = self.get::<Mission>(id)?;
        let mut milestones = self.parts::<Milestone>(id)?;
        milestones.sort_by_key(|milestone| milestone.due);
        let mut reports = self.parts::<Report>(id)?;
        reports.sort_by_key(|report| report.due);
        let mut absences = self.parts::<Absence>(mission.volunteer)?;
        absences.retain(|absence| absence.mission == Some(id));
        absences.sort_by_key(|absence| absence.first);
        let (steps, extensions) = (self.parts::<StageStep>(id)?, self.parts::<Extension>(id)?);
        let (trained, mut transfers) = (self.parts::<Trained>(id)?, self.parts::<Transfer>(id)?);
        transfers.sort_by_key(|transfer| transfer.on);
        Ok(MissionDetail { mission, steps, extensions, milestones, reports, absences, trained, transfers })
    }

    /// A practice with all that is known of it.
    pub fn practice(&self, id: Id) -> Result<PracticeDetail, StoreError> {
        let mut replications = self.parts::<Replication>(id)?;
        replications.sort_by_key(|replication| (replication.on.is_none(), replication.on));
        Ok(PracticeDetail { practice: self.get::<Practice>(id)?, origins: self.parts::<Origin>(id)?, replications })
    }
}

impl VolunteerDetail {
    /// Puts the parts in the order in which people see them.
    pub(super) fn in_order(&mut self) {
        self.languages.sort_by_key(|language| std::cmp::Reverse(language.level));
        self.skills.sort_by_key(|skill| std::cmp::Reverse(skill.level));
        self.absences.sort_by_key(|absence| absence.first);
        self.standings.sort_by_key(|step| step.since);
        self.missions.sort_by_key(|mission| mission.first);
    }
}

impl PlacementDetail {
    /// Puts the parts in the order in which people see them.
    pub(super) fn in_order(&mut self) {
        self.requirements.sort_by_key(|requirement| requirement.weight != Weight::Must);
        self.missions.sort_by_key(|mission| mission.first);
    }
}
