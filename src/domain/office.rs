//! The office: one installation of an organisation.

use super::Id;
use super::codes::codes;
use super::matching::MatchingSettings;
use super::milestones::Templates;
use super::reference::Country;
use super::reporting::ReportSchedule;
use super::rules::Limits;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

codes! {
    /// What an office is to the organisation.
    Role {
        /// Works in one country.
        Country = "country-office",
        /// Gathers the files of all offices.
        Head = "head-office",
    }
}

/// The office that owns an office file, with what it has set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Office {
    /// Permanent id.
    pub id: Id,
    /// Name, such as "Nairobi office".
    pub name: String,
    /// Country it works in.
    pub country: Option<Country>,
    /// What it is.
    pub role: Role,
    /// The limits it has set.
    pub limits: Limits,
    /// What it has set for matching.
    pub matching: MatchingSettings,
    /// The milestones that missions get.
    pub templates: Templates,
    /// The reports that missions owe.
    #[serde(default)]
    pub reporting: ReportSchedule,
}

/// A public holiday of a country, as read from a calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holiday {
    /// Permanent id.
    pub id: Id,
    /// The office.
    pub of: Id,
    /// Where it is kept.
    pub country: Country,
    /// The first day.
    pub first: NaiveDate,
    /// The last day, part of it.
    pub last: NaiveDate,
    /// What it is called.
    pub name: String,
}
