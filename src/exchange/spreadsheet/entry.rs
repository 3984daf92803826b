//! A record with those of its parts that a list holds, as one thing to read, compare and write.

use crate::domain::organisation::{Contact, Organisation};
use crate::domain::placement::{Placement, Requirement};
use crate::domain::practice::Practice;
use crate::domain::rules::{Broken, Limits, check_placement, check_volunteer};
use crate::domain::volunteer::{LanguageSkill, Skill, Volunteer};
use crate::domain::{Id, Kind};
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

/// A record of one of the kinds that a sheet can bring in.
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
}

impl Entry {
    /// An empty record; nothing for kinds that no sheet brings in.
    pub fn empty(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Volunteer => Some(Self::Volunteer(Box::default())),
            Kind::Organisation => Some(Self::Organisation(Box::default())),
            Kind::Placement => Some(Self::Placement(Box::default())),
            Kind::Practice => Some(Self::Practice(Box::default())),
            Kind::Mission | Kind::Office => None,
        }
    }

    /// What it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Volunteer(_) => Kind::Volunteer,
            Self::Organisation(_) => Kind::Organisation,
            Self::Placement(_) => Kind::Placement,
            Self::Practice(_) => Kind::Practice,
        }
    }

    /// Its id.
    pub fn id(&self) -> Id {
        match self {
            Self::Volunteer(entry) => entry.volunteer.id,
            Self::Organisation(entry) => entry.organisation.id,
            Self::Placement(entry) => entry.placement.id,
            Self::Practice(entry) => entry.practice.id,
        }
    }

    /// Its short reference.
    pub fn reference(&self) -> &str {
        match self {
            Self::Volunteer(entry) => &entry.volunteer.reference,
            Self::Organisation(entry) => &entry.organisation.reference,
            Self::Placement(entry) => &entry.placement.reference,
            Self::Practice(entry) => &entry.practice.reference,
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
            Self::Organisation(_) | Self::Practice(_) => Ok(()),
        }
    }
}
