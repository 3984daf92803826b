//! What a row of a list holds, as one thing to read, compare and write: a record with those of its parts that its list has,
//! or a part that has a list of its own.

use super::parts::{self, LinkEntry, Owned, ReplicationEntry};
use crate::domain::mission::Trained;
use crate::domain::organisation::{Contact, Offer, Organisation, Project, SiteVisit};
use crate::domain::placement::{Placement, Requirement};
use crate::domain::practice::Practice;
use crate::domain::rules::{Broken, Limits, check_order, check_placement, check_volunteer};
use crate::domain::volunteer::{LanguageSkill, Skill, Volunteer};
use crate::domain::{Id, ListKind};
use chrono::NaiveDate;

/// A volunteer as lists hold one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct VolunteerEntry {
    /// The person.
    pub volunteer: Volunteer,
    /// Languages.
    pub languages: Vec<LanguageSkill>,
    /// Skills.
    pub skills: Vec<Skill>,
    /// Name of the diaspora association.
    pub diaspora_organisation: String,
}

/// An organisation as lists hold one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OrganisationEntry {
    /// The organisation.
    pub organisation: Organisation,
    /// Its first contact.
    pub contact: Option<Contact>,
}

/// A placement as lists hold one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlacementEntry {
    /// The placement.
    pub placement: Placement,
    /// What it asks for.
    pub requirements: Vec<Requirement>,
    /// Name of the partner.
    pub organisation: String,
}

/// A practice as lists hold one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PracticeEntry {
    /// The practice.
    pub practice: Practice,
}

/// What a row of one of the lists holds that a sheet can bring in.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// A volunteer.
    Volunteer(Box<VolunteerEntry>),
    /// An organisation.
    Organisation(Box<OrganisationEntry>),
    /// A placement.
    Placement(Box<PlacementEntry>),
    /// A practice.
    Practice(Box<PracticeEntry>),
    /// A project.
    Project(Box<Owned<Project>>),
    /// An offer or a need.
    Offer(Box<Owned<Offer>>),
    /// A link.
    Link(Box<LinkEntry>),
    /// A site visit.
    SiteVisit(Box<Owned<SiteVisit>>),
    /// A replication.
    Replication(Box<ReplicationEntry>),
    /// People trained.
    Trained(Box<Owned<Trained>>),
}

impl Entry {
    /// One with nothing in it; nothing for lists that no sheet brings in.
    pub fn empty(kind: ListKind) -> Option<Self> {
        match kind {
            ListKind::Volunteer => Some(Self::Volunteer(Box::default())),
            ListKind::Organisation => Some(Self::Organisation(Box::default())),
            ListKind::Placement => Some(Self::Placement(Box::default())),
            ListKind::Practice => Some(Self::Practice(Box::default())),
            other => parts::empty(other),
        }
    }

    /// What it is.
    pub fn kind(&self) -> ListKind {
        match self {
            Self::Volunteer(_) => ListKind::Volunteer,
            Self::Organisation(_) => ListKind::Organisation,
            Self::Placement(_) => ListKind::Placement,
            Self::Practice(_) => ListKind::Practice,
            Self::Project(_) => ListKind::Project,
            Self::Offer(_) => ListKind::Offer,
            Self::Link(_) => ListKind::Link,
            Self::SiteVisit(_) => ListKind::SiteVisit,
            Self::Replication(_) => ListKind::Replication,
            Self::Trained(_) => ListKind::Trained,
        }
    }

    /// Its id.
    pub fn id(&self) -> Id {
        match self {
            Self::Volunteer(entry) => entry.volunteer.id,
            Self::Organisation(entry) => entry.organisation.id,
            Self::Placement(entry) => entry.placement.id,
            Self::Practice(entry) => entry.practice.id,
            Self::Project(entry) => entry.part.id,
            Self::Offer(entry) => entry.part.id,
            Self::Link(entry) => entry.link.id,
            Self::SiteVisit(entry) => entry.part.id,
            Self::Replication(entry) => entry.replication.id,
            Self::Trained(entry) => entry.part.id,
        }
    }

    /// Its short reference; a part has none.
    pub fn reference(&self) -> &str {
        match self {
            Self::Volunteer(entry) => &entry.volunteer.reference,
            Self::Organisation(entry) => &entry.organisation.reference,
            Self::Placement(entry) => &entry.placement.reference,
            Self::Practice(entry) => &entry.practice.reference,
            _ => "",
        }
    }

    /// Gives it a short reference, where it is a record.
    pub(super) fn set_reference(&mut self, reference: &str) {
        let own = match self {
            Self::Volunteer(entry) => &mut entry.volunteer.reference,
            Self::Organisation(entry) => &mut entry.organisation.reference,
            Self::Placement(entry) => &mut entry.placement.reference,
            Self::Practice(entry) => &mut entry.practice.reference,
            _ => return,
        };
        reference.clone_into(own);
    }

    /// Whether a field of its key tells it apart: what has a name is told by that, whatever language and sector it is of.
    pub(super) fn is_told_by(&self, key: &str) -> bool {
        match self {
            Self::Offer(entry) => entry.part.name.is_empty() || !matches!(key, "language" | "sector"),
            _ => true,
        }
    }

    /// The domain's rules on it alone.
    pub fn check(&self, limits: &Limits, today: NaiveDate) -> Result<(), Broken> {
        match self {
            Self::Volunteer(entry) => check_volunteer(&entry.volunteer, today),
            Self::Placement(entry) => check_placement(&entry.placement, limits),
            Self::Organisation(entry) if entry.organisation.name.trim().is_empty() => {
                Err(Broken::NoName { what: "organisation".into() })
            }
            Self::Practice(entry) if entry.practice.title.trim().is_empty() => {
                Err(Broken::NoName { what: "practice".into() })
            }
            Self::Project(entry) => match (entry.part.first, entry.part.last) {
                (Some(first), Some(last)) => check_order(first, last),
                _ => Ok(()),
            },
            _ => Ok(()),
        }
    }
}
