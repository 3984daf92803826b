//! Placements: posts at partners, with what they ask for.

use super::Id;
use super::codes::codes;
use super::organisation::Position;
use super::reference::{Country, Language, Occupation, Sector};
use super::volunteer::{Category, Level};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

codes! {
    /// How soon the partner needs someone.
    Priority {
        /// Before all others.
        Urgent = "urgent",
        /// In turn.
        Normal = "normal",
        /// When others are filled.
        Low = "low",
    }
}

codes! {
    /// How far a placement has come.
    PlacementStatus {
        /// Being written.
        Draft = "draft",
        /// Handed in for review.
        Submitted = "submitted",
        /// Sent back with changes to make.
        ChangesAsked = "changes-asked",
        /// Reviewed and good.
        Approved = "approved",
        /// People may be proposed.
        Open = "open",
        /// All places taken.
        Filled = "filled",
        /// Over.
        Closed = "closed",
        /// Will not happen.
        Cancelled = "cancelled",
    }
}

impl PlacementStatus {
    /// Whether people are sought for it: reviewed and good, or open already.
    pub fn seeks_people(self) -> bool {
        matches!(self, Self::Approved | Self::Open)
    }
}

codes! {
    /// Whether a requirement decides or only counts.
    Weight {
        /// Decides: without it a person does not fit.
        Must = "must",
        /// Counts in favour.
        Nice = "nice",
    }
}

codes! {
    /// What a requirement asks for.
    RequirementKind {
        /// A skill, with a level from 1 to 4.
        Skill = "skill",
        /// A language, with a CEFR level.
        Language = "language",
        /// A qualification or degree, in words.
        Qualification = "qualification",
        /// Years in the occupation.
        Experience = "experience",
        /// Anything else, for a person to judge.
        Other = "other",
    }
}

/// A post at a partner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Placement {
    /// Permanent id.
    pub id: Id,
    /// Short reference shown to people, such as `P-0058`.
    pub reference: String,
    /// The number the partner or another system gave it.
    pub foreign_reference: String,
    /// Title; never empty.
    pub title: String,
    /// The partner; may be unknown in imported books of posts.
    pub organisation: Option<Id>,
    /// Country of service.
    pub country: Option<Country>,
    /// Town of service.
    pub duty_station: String,
    /// Where that is.
    pub position: Option<Position>,
    /// Occupation asked for, by ISCO-08.
    pub occupation: Option<Occupation>,
    /// Sector, by CRS purpose code.
    pub sector: Option<Sector>,
    /// Places in all.
    pub places: u16,
    /// Places filled outside this office file, for example before the import.
    pub places_filled_elsewhere: u16,
    /// Categories accepted; none named means all.
    pub categories: Vec<Category>,
    /// First day on which a mission may start.
    pub start_from: Option<NaiveDate>,
    /// Last day on which a mission may start.
    pub start_until: Option<NaiveDate>,
    /// Shortest mission, in weeks.
    pub weeks_least: Option<u16>,
    /// Longest mission, in weeks.
    pub weeks_most: Option<u16>,
    /// Whether a partner or dependants may come along.
    pub accompanied: bool,
    /// The host takes nobody of these nationalities.
    pub excluded_nationalities: Vec<Country>,
    /// Whether its free places are filled together or not at all: a team.
    pub together: bool,
    /// The programme that it belongs to.
    pub programme: String,
    /// How soon someone is needed.
    pub priority: Priority,
    /// Who pays.
    pub funding: String,
    /// First day that is paid for.
    pub funding_from: Option<NaiveDate>,
    /// Last day that is paid for.
    pub funding_until: Option<NaiveDate>,
    /// What is to be done and passed on.
    pub objectives: String,
    /// To whom it is passed on.
    pub counterpart: String,
    /// Housing, climate, what else to know.
    pub conditions: String,
    /// How far it has come.
    pub status: PlacementStatus,
    /// Anything else.
    pub notes: String,
}

impl Default for Placement {
    fn default() -> Self {
        Self {
            id: Id::random(),
            reference: String::new(),
            foreign_reference: String::new(),
            title: String::new(),
            organisation: None,
            country: None,
            duty_station: String::new(),
            position: None,
            occupation: None,
            sector: None,
            places: 1,
            places_filled_elsewhere: 0,
            categories: Vec::new(),
            start_from: None,
            start_until: None,
            weeks_least: None,
            weeks_most: None,
            accompanied: false,
            excluded_nationalities: Vec::new(),
            together: false,
            programme: String::new(),
            priority: Priority::Normal,
            funding: String::new(),
            funding_from: None,
            funding_until: None,
            objectives: String::new(),
            counterpart: String::new(),
            conditions: String::new(),
            status: PlacementStatus::Draft,
            notes: String::new(),
        }
    }
}

/// A condition of a placement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Requirement {
    /// Permanent id.
    pub id: Id,
    /// The placement.
    pub of: Id,
    /// Whether it decides.
    pub weight: Weight,
    /// What it asks for.
    pub kind: RequirementKind,
    /// The skill, qualification or other condition in words; empty for a language.
    pub name: String,
    /// The language, for a language.
    pub language: Option<Language>,
    /// The language level asked for, at least.
    pub language_level: Option<Level>,
    /// The skill level asked for, at least, 1 to 4.
    pub skill_level: Option<u8>,
    /// Years asked for, at least.
    pub years: Option<u8>,
}

/// A competence that a placement is to pass on, and to whom: the transfer of skills that was agreed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objective {
    /// Permanent id.
    pub id: Id,
    /// The placement.
    pub of: Id,
    /// What is to be passed on.
    pub competence: String,
    /// The counterpart who is to have it: a person, a post or a team.
    pub counterpart: String,
    /// The counterpart's level before, 1 to 4.
    pub before: Option<u8>,
    /// The level aimed at, 1 to 4.
    pub aim: Option<u8>,
}

codes! {
    /// What a person found about two pieces of work that run side by side.
    Side {
        /// They could join forces.
        Join = "join",
        /// They do the same work twice.
        Double = "double",
        /// They have nothing to do with each other.
        Apart = "apart",
    }
}

/// What a person found about a placement and another placement or project that runs beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coordination {
    /// Permanent id.
    pub id: Id,
    /// The placement.
    pub of: Id,
    /// The other placement, or a project of an organisation.
    pub other: Id,
    /// What was found.
    pub side: Side,
    /// Anything else.
    pub note: String,
    /// The day on which it was found.
    pub on: NaiveDate,
}
