//! What the office holds of one kind: the records or parts that rows of a sheet are compared with.

use std::collections::{HashMap, hash_map};

use chrono::NaiveDate;

use super::entry::{Entry, OrganisationEntry, PlacementEntry, PracticeEntry, VolunteerEntry};
use super::fields::fields;
use super::names::{Known, Names};
use super::parts::{LinkEntry, Owned, ReplicationEntry};
use crate::domain::mission::{Mission, Trained};
use crate::domain::organisation::{Contact, Link, Offer, Organisation, Project, SiteVisit};
use crate::domain::placement::{Placement, Requirement};
use crate::domain::practice::{Practice, Replication};
use crate::domain::rules::Limits;
use crate::domain::volunteer::{LanguageSkill, Skill, Volunteer};
use crate::domain::{Id, Kind, ListKind};
use crate::store::{OfficeFile, Record, StoreError};

/// What the office holds of one kind.
#[derive(Debug, Clone)]
pub struct Holdings {
    /// What it is.
    pub kind: ListKind,
    /// They, in the order in which they were made.
    pub entries: Vec<Entry>,
    /// The office's limits.
    pub limits: Limits,
    /// Today, as the office has it.
    pub today: NaiveDate,
    /// The records that rows may name.
    names: HashMap<Kind, Names>,
    /// Missions by volunteer, for the rules on a day of birth.
    pub(super) missions: HashMap<Id, Vec<Mission>>,
}

impl Holdings {
    /// Nothing, for looking at a sheet without an office.
    pub fn none(kind: ListKind, limits: Limits, today: NaiveDate) -> Self {
        let (names, missions) = (HashMap::new(), HashMap::new());
        Self { kind, entries: Vec::new(), limits, today, names, missions }
    }

    /// Reads them from the office file.
    pub fn load(office: &OfficeFile, kind: ListKind) -> Result<Self, StoreError> {
        let mut holdings = Self::none(kind, office.office()?.limits, office.today());
        for named in fields(kind).iter().filter_map(|field| field.names) {
            if let hash_map::Entry::Vacant(place) = holdings.names.entry(named) {
                place.insert(names(office, named)?);
            }
        }
        holdings.entries = holdings.read(office)?;
        Ok(holdings)
    }

    fn read(&mut self, office: &OfficeFile) -> Result<Vec<Entry>, StoreError> {
        Ok(match self.kind {
            ListKind::Volunteer => {
                let mut languages = by_owner(office.all::<LanguageSkill>()?, |part| part.of);
                let mut skills = by_owner(office.all::<Skill>()?, |part| part.of);
                self.missions = by_owner(office.all::<Mission>()?, |mission| mission.volunteer);
                let entry = |volunteer: Volunteer| VolunteerEntry {
                    languages: languages.remove(&volunteer.id).unwrap_or_default(),
                    skills: skills.remove(&volunteer.id).unwrap_or_default(),
                    diaspora_organisation: self.name(Kind::Organisation, volunteer.diaspora_organisation),
                    volunteer,
                };
                office.all()?.into_iter().map(entry).map(Box::new).map(Entry::Volunteer).collect()
            }
            ListKind::Organisation => {
                let mut contacts = by_owner(office.all::<Contact>()?, |part| part.of);
                let entry = |organisation: Organisation| OrganisationEntry {
                    contact: contacts.remove(&organisation.id).and_then(|all| all.into_iter().next()),
                    organisation,
                };
                office.all()?.into_iter().map(entry).map(Box::new).map(Entry::Organisation).collect()
            }
            ListKind::Placement => {
                let mut requirements = by_owner(office.all::<Requirement>()?, |part| part.of);
                let entry = |placement: Placement| PlacementEntry {
                    requirements: requirements.remove(&placement.id).unwrap_or_default(),
                    organisation: self.name(Kind::Organisation, placement.organisation),
                    placement,
                };
                office.all()?.into_iter().map(entry).map(Box::new).map(Entry::Placement).collect()
            }
            ListKind::Practice => {
                let entry = |practice: Practice| PracticeEntry { practice };
                office.all()?.into_iter().map(entry).map(Box::new).map(Entry::Practice).collect()
            }
            ListKind::Project => self.owned(office, |part: &Project| part.of, Entry::Project)?,
            ListKind::Offer => self.owned(office, |part: &Offer| part.of, Entry::Offer)?,
            ListKind::SiteVisit => self.owned(office, |part: &SiteVisit| part.of, Entry::SiteVisit)?,
            ListKind::Trained => self.owned(office, |part: &Trained| part.of, Entry::Trained)?,
            ListKind::Link => {
                let entry = |link: Link| LinkEntry {
                    organisation: self.name(Kind::Organisation, Some(link.of)),
                    other: self.name(Kind::Organisation, Some(link.to)),
                    link,
                };
                office.all()?.into_iter().map(entry).map(Box::new).map(Entry::Link).collect()
            }
            ListKind::Replication => {
                let entry = |replication: Replication| ReplicationEntry {
                    practice: self.name(Kind::Practice, Some(replication.of)),
                    organisation: self.name(Kind::Organisation, replication.organisation),
                    mission: self.name(Kind::Mission, replication.mission),
                    replication,
                };
                office.all()?.into_iter().map(entry).map(Box::new).map(Entry::Replication).collect()
            }
            ListKind::Mission => Vec::new(),
        })
    }

    /// Parts with what lists call the record that each belongs to.
    fn owned<T: Record>(
        &self,
        office: &OfficeFile,
        owner: fn(&T) -> Id,
        entry: fn(Box<Owned<T>>) -> Entry,
    ) -> Result<Vec<Entry>, StoreError> {
        let owned = |part: T| Owned { owner: self.name(self.kind.owner(), Some(owner(&part))), part };
        Ok(office.all()?.into_iter().map(owned).map(Box::new).map(entry).collect())
    }

    /// What the list calls a record that a row names. By it alone a part finds the record that it belongs to, so that it
    /// must mean no other there.
    pub(super) fn name(&self, kind: Kind, id: Option<Id>) -> String {
        let Some((names, id)) = self.names.get(&kind).zip(id) else { return String::new() };
        if self.kind.is_of_parts() { names.label(id) } else { names.name(id) }
    }

    /// The records of a kind that go by those words.
    pub(super) fn named(&self, kind: Kind, words: &str) -> &[Known] {
        self.names.get(&kind).map_or(&[], |names| names.find(words))
    }
}

/// The records of a kind that lists name, by their words.
fn names(office: &OfficeFile, kind: Kind) -> Result<Names, StoreError> {
    let mut names = Names::default();
    match kind {
        Kind::Organisation => {
            for Organisation { id, name, acronym, reference, country, .. } in office.all()? {
                names.add(id, country, &[&name, &acronym, &reference]);
            }
        }
        Kind::Practice => {
            for Practice { id, title, reference, .. } in office.all()? {
                names.add(id, None, &[&title, &reference]);
            }
        }
        Kind::Mission => {
            for Mission { id, reference, .. } in office.all()? {
                names.add(id, None, &[&reference]);
            }
        }
        Kind::Volunteer | Kind::Placement | Kind::Office => {}
    }
    Ok(names)
}

fn by_owner<T>(parts: Vec<T>, owner: impl Fn(&T) -> Id) -> HashMap<Id, Vec<T>> {
    let mut by_owner: HashMap<Id, Vec<T>> = HashMap::new();
    for part in parts {
        by_owner.entry(owner(&part)).or_default().push(part);
    }
    by_owner
}
