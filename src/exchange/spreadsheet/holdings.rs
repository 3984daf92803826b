//! What the office holds of one kind: the records that rows of a sheet are compared with.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::entry::{Entry, OrganisationEntry, PlacementEntry, PracticeEntry, VolunteerEntry};
use crate::domain::mission::Mission;
use crate::domain::organisation::{Contact, Organisation};
use crate::domain::placement::{Placement, Requirement};
use crate::domain::practice::Practice;
use crate::domain::reference::Country;
use crate::domain::rules::Limits;
use crate::domain::text::fold;
use crate::domain::volunteer::{LanguageSkill, Skill, Volunteer};
use crate::domain::{Id, Kind};
use crate::store::{OfficeFile, StoreError};

/// What the office holds of one kind.
#[derive(Debug, Clone)]
pub struct Holdings {
    /// What it is.
    pub kind: Kind,
    /// The records, in the order in which they were made.
    pub entries: Vec<Entry>,
    /// The office's limits.
    pub limits: Limits,
    /// Today, as the office has it.
    pub today: NaiveDate,
    /// Organisations by folded name and acronym.
    organisations: HashMap<String, Vec<Known>>,
    /// Missions by volunteer, for the rules on a day of birth.
    pub(super) missions: HashMap<Id, Vec<Mission>>,
}

/// An organisation that the office has.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) id: Id,
    pub(super) name: String,
    pub(super) country: Option<Country>,
}

impl Holdings {
    /// Nothing, for looking at a sheet without an office.
    pub fn none(kind: Kind, limits: Limits, today: NaiveDate) -> Self {
        let (organisations, missions) = (HashMap::new(), HashMap::new());
        Self { kind, entries: Vec::new(), limits, today, organisations, missions }
    }

    /// Reads them from the office file.
    pub fn load(office: &OfficeFile, kind: Kind) -> Result<Self, StoreError> {
        let mut holdings = Self::none(kind, office.office()?.limits, office.today());
        let organisations = office.all::<Organisation>()?;
        let names: HashMap<Id, &str> = organisations.iter().map(|one| (one.id, one.name.as_str())).collect();
        let name_of =
            |id: Option<Id>| id.and_then(|id| names.get(&id)).map_or_else(String::new, |name| (*name).to_owned());
        holdings.entries = match kind {
            Kind::Volunteer => {
                let mut languages = by_owner(office.all::<LanguageSkill>()?, |part| part.of);
                let mut skills = by_owner(office.all::<Skill>()?, |part| part.of);
                holdings.missions = by_owner(office.all::<Mission>()?, |mission| mission.volunteer);
                let entry = |volunteer: Volunteer| VolunteerEntry {
                    languages: languages.remove(&volunteer.id).unwrap_or_default(),
                    skills: skills.remove(&volunteer.id).unwrap_or_default(),
                    diaspora_organisation: name_of(volunteer.diaspora_organisation),
                    volunteer,
                };
                office.all()?.into_iter().map(entry).map(Box::new).map(Entry::Volunteer).collect()
            }
            Kind::Organisation => {
                let mut contacts = by_owner(office.all::<Contact>()?, |part| part.of);
                let entry = |organisation: Organisation| OrganisationEntry {
                    contact: contacts.remove(&organisation.id).and_then(|all| all.into_iter().next()),
                    organisation,
                };
                organisations.iter().cloned().map(entry).map(Box::new).map(Entry::Organisation).collect()
            }
            Kind::Placement => {
                let mut requirements = by_owner(office.all::<Requirement>()?, |part| part.of);
                let entry = |placement: Placement| PlacementEntry {
                    requirements: requirements.remove(&placement.id).unwrap_or_default(),
                    organisation: name_of(placement.organisation),
                    placement,
                };
                office.all()?.into_iter().map(entry).map(Box::new).map(Entry::Placement).collect()
            }
            Kind::Practice => {
                let entry = |practice: Practice| PracticeEntry { practice };
                office.all()?.into_iter().map(entry).map(Box::new).map(Entry::Practice).collect()
            }
            Kind::Mission | Kind::Office => Vec::new(),
        };
        for organisation in &organisations {
            holdings.add_organisation(organisation);
        }
        Ok(holdings)
    }

    pub(super) fn add_organisation(&mut self, organisation: &Organisation) {
        let Organisation { id, name, acronym, reference, country, .. } = organisation;
        for text in [name, acronym, reference].into_iter().filter(|text| !text.is_empty()) {
            let known = Known { id: *id, name: name.clone(), country: *country };
            self.organisations.entry(fold(text)).or_default().push(known);
        }
    }

    /// The organisation of a name: the one of that country where several share it, else the first.
    pub(super) fn organisation(&self, name: &str, country: Option<Country>) -> Option<&Known> {
        let known = self.organisations.get(&fold(name))?;
        known.iter().find(|one| one.country.is_some() && one.country == country).or_else(|| known.first())
    }

    /// Whether an organisation goes by that name.
    pub(super) fn is_named(&self, id: Id, name: &str) -> bool {
        self.organisations.get(&fold(name)).is_some_and(|known| known.iter().any(|one| one.id == id))
    }
}

fn by_owner<T>(parts: Vec<T>, owner: impl Fn(&T) -> Id) -> HashMap<Id, Vec<T>> {
    let mut by_owner: HashMap<Id, Vec<T>> = HashMap::new();
    for part in parts {
        by_owner.entry(owner(&part)).or_default().push(part);
    }
    by_owner
}
