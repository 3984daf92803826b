//! Who is where on a day: everyone in service or on the way, with what is needed when all must be reached at once.

use super::detail::parts;
use super::lists::field;
use super::{OfficeFile, StoreError};
use crate::domain::Id;
use crate::domain::mission::{Mission, Stage};
use crate::domain::organisation::{Contact, Organisation};
use crate::domain::placement::Placement;
use crate::domain::reference::Country;
use crate::domain::volunteer::{Absence, Clearance, ClearanceKind, ClearanceState, Volunteer};
use chrono::{Days, NaiveDate};
use serde::Serialize;

/// Days before the first and after the last day in which a person may be on the way.
const TRAVEL_DAYS: u64 = 3;

/// One person, where they are on a day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Whereabouts {
    /// The mission.
    pub mission: Id,
    /// Its short reference.
    pub reference: String,
    /// Id of the volunteer.
    pub volunteer: Id,
    /// Full name.
    pub name: String,
    /// Where they are.
    #[serde(flatten)]
    pub presence: Presence,
    /// Country of service.
    pub country: Option<Country>,
    /// Town of service.
    pub duty_station: String,
    /// Title of the placement.
    pub placement_title: String,
    /// Name of the partner.
    pub organisation: String,
    /// Who can be asked there, with a telephone number or address.
    pub organisation_contact: String,
    /// Telephone.
    pub phone: String,
    /// Electronic mail.
    pub email: String,
    /// Whom to tell: name, relation, telephone.
    pub emergency: String,
    /// The volunteer who came along; empty where none did.
    pub travels_with: String,
    /// Whether a partner came along.
    pub accompanied: bool,
    /// Dependants who came along.
    pub dependants: u8,
    /// Nationalities.
    pub nationalities: Vec<Country>,
    /// Number and last day of the passport, as far as they are known.
    pub passport: String,
    /// First day of the mission.
    pub first: NaiveDate,
    /// Last day of the mission: the end of the contract.
    pub last: NaiveDate,
}

/// Where a person is, as far as the records tell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "presence", rename_all = "kebab-case")]
pub enum Presence {
    /// At the duty station.
    InService,
    /// On leave during the mission.
    OnLeave {
        /// The last day of the leave.
        until: NaiveDate,
        /// Why.
        reason: String,
    },
    /// On the way there.
    Arriving,
    /// On the way home.
    Leaving,
}

impl OfficeFile {
    /// Everyone in service or on the way on a day, by country, town and name.
    pub fn where_on(&self, day: NaiveDate) -> Result<Vec<Whereabouts>, StoreError> {
        let travel = Days::new(TRAVEL_DAYS);
        let (soon, since) = (day + travel, day - travel);
        let mut statement = self.connection.prepare_cached(
            "SELECT id FROM mission WHERE gone = 0 AND first <= ?1 AND last >= ?2
             AND stage IN ('accepted', 'preparing', 'serving', 'completed', 'ended-early')",
        )?;
        let mut rows = statement.query([soon.to_string(), since.to_string()])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let mission: Mission = self.get(field(row, 0)?)?;
            // Who has not left home is not on the way before the travel; who is back is not after it.
            let presence = match mission.stage {
                _ if mission.days().contains(day) => Presence::InService,
                Stage::Accepted | Stage::Preparing if day < mission.first => Presence::Arriving,
                Stage::Serving if day < mission.first => Presence::Arriving,
                Stage::Serving | Stage::Completed | Stage::EndedEarly if day > mission.last => Presence::Leaving,
                _ => continue,
            };
            found.push(self.whereabouts(&mission, presence, day)?);
        }
        let country = |one: &Whereabouts| one.country.map(|country| country.code());
        found.sort_by(|a, b| {
            (country(a), &a.duty_station, &a.name, a.mission).cmp(&(country(b), &b.duty_station, &b.name, b.mission))
        });
        Ok(found)
    }

    fn whereabouts(&self, mission: &Mission, presence: Presence, day: NaiveDate) -> Result<Whereabouts, StoreError> {
        let person: Volunteer = self.get(mission.volunteer)?;
        let post: Placement = self.get(mission.placement)?;
        let organisation = post.organisation.map(|id| self.find::<Organisation>(id)).transpose()?.flatten();
        let contacts = match &organisation {
            Some(organisation) => parts::<Contact>(&self.connection, organisation.id)?,
            None => Vec::new(),
        };
        let contact = contacts.iter().find(|contact| contact.until.is_none_or(|until| until >= day));
        let travels_with = person.travels_with.map(|id| self.find::<Volunteer>(id)).transpose()?.flatten();
        let leave = parts::<Absence>(&self.connection, person.id)?;
        let leave = leave.into_iter().find(|leave| leave.first <= day && day <= leave.last);
        let presence = match (presence, leave) {
            (Presence::InService, Some(leave)) => Presence::OnLeave { until: leave.last, reason: leave.reason },
            (presence, _) => presence,
        };
        let passport = parts::<Clearance>(&self.connection, person.id)?
            .into_iter()
            .filter(|paper| paper.kind == ClearanceKind::Passport && paper.state == ClearanceState::Held)
            .max_by_key(|paper| paper.expires);
        let passport = passport.map(|paper| {
            let expires = paper.expires.map(|day| day.to_string()).unwrap_or_default();
            joined(&[paper.country.map(|country| country.code()).unwrap_or_default(), &paper.number, &expires])
        });
        Ok(Whereabouts {
            mission: mission.id,
            reference: mission.reference.clone(),
            volunteer: person.id,
            presence,
            country: post.country,
            duty_station: post.duty_station,
            placement_title: post.title,
            organisation: organisation.map(|organisation| organisation.name).unwrap_or_default(),
            organisation_contact: contact
                .map(|contact| joined(&[&contact.name, &contact.phone, &contact.email]))
                .unwrap_or_default(),
            phone: person.phone,
            email: person.email,
            emergency: joined(&[&person.emergency_name, &person.emergency_relation, &person.emergency_phone]),
            travels_with: travels_with.map(|other| other.full_name).unwrap_or_default(),
            // What the person would bring counts only where the placement takes it.
            accompanied: person.accompanied && post.accompanied,
            dependants: person.dependants.filter(|_| post.accompanied).unwrap_or_default(),
            name: person.full_name,
            nationalities: person.nationalities,
            passport: passport.unwrap_or_default(),
            first: mission.first,
            last: mission.last,
        })
    }
}

fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ")
}
