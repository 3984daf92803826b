//! What an office can set for the rules; the defaults are facts of the field, never constants in a rule.

use crate::domain::volunteer::ClearanceKind;
use serde::{Deserialize, Serialize};

/// A paper or check that a mission needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// Which one.
    pub kind: ClearanceKind,
    /// Weeks that it takes to get or renew it.
    pub lead_weeks: u16,
    /// Months that it must still be good for after the last day.
    pub margin_months: u16,
    /// Whether only those need it who go to another country.
    pub only_abroad: bool,
}

/// What the office has set for the rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Leading digits of ISCO-08 that the occupations must share, 1 to 4.
    pub occupation_digits: u8,
    /// Shortest mission on which a partner or dependants may come along, in weeks.
    pub company_from_weeks: u16,
    /// Papers and checks that a mission needs.
    pub papers: Vec<Paper>,
}

impl Default for Settings {
    fn default() -> Self {
        let paper =
            |kind, lead_weeks, margin_months, only_abroad| Paper { kind, lead_weeks, margin_months, only_abroad };
        Self {
            occupation_digits: 3,
            company_from_weeks: 52,
            papers: vec![
                paper(ClearanceKind::Passport, 6, 6, true),
                paper(ClearanceKind::Visa, 8, 0, true),
                paper(ClearanceKind::Medical, 6, 0, false),
                paper(ClearanceKind::Police, 6, 0, false),
            ],
        }
    }
}
