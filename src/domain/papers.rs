//! Whether a volunteer's papers last: a paper must be good for all of a mission and a margin after it, which the office
//! sets for each kind (a passport: half a year, as most countries ask for at entry).

use super::matching::Paper;
use super::mission::Mission;
use super::reference::Country;
use super::volunteer::{Clearance, ClearanceKind, ClearanceState};
use chrono::{Days, NaiveDate};

/// Days before its end from which a paper is worth renewing, even when no mission needs it.
const SOON: Days = Days::new(90);

/// How a paper stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperState {
    /// Asked for, not there yet.
    Requested,
    /// Refused by whoever gives it.
    Refused,
    /// There, and does not expire.
    Held,
    /// Good until that day, which is enough.
    Valid(NaiveDate),
    /// Good, but not for long.
    EndsSoon(NaiveDate),
    /// A mission lasts longer than the paper.
    TooShort {
        /// The last day it is good for.
        ends: NaiveDate,
        /// The day until which it is needed.
        needed: NaiveDate,
    },
    /// No longer good.
    Expired(NaiveDate),
}

impl PaperState {
    /// How a paper stands on a day, for the missions that its owner is on or may go to, each with its country.
    /// A visa is needed only in its own country; `papers` are the margins that the office has set.
    pub fn of(paper: &Clearance, missions: &[(&Mission, Option<Country>)], papers: &[Paper], today: NaiveDate) -> Self {
        match (paper.state, paper.expires) {
            (ClearanceState::Requested, _) => Self::Requested,
            (ClearanceState::Refused, _) => Self::Refused,
            (ClearanceState::Held, None) => Self::Held,
            (ClearanceState::Held, Some(ends)) if ends < today => Self::Expired(ends),
            (ClearanceState::Held, Some(ends)) => {
                let needed = missions
                    .iter()
                    .filter(|(mission, country)| {
                        is_for(paper, *country) && mission.stage.takes_place() && mission.last >= today
                    })
                    .map(|(mission, _)| needed_until(paper.kind, mission.last, papers))
                    .max();
                match needed {
                    Some(needed) if needed > ends => Self::TooShort { ends, needed },
                    None if ends <= today + SOON => Self::EndsSoon(ends),
                    _ => Self::Valid(ends),
                }
            }
        }
    }

    /// Whether somebody must do something about it.
    pub fn is_bad(self) -> bool {
        matches!(self, Self::Refused | Self::TooShort { .. } | Self::Expired(_))
    }
}

/// The last day on which a paper must be good, for a mission that ends on a day.
pub fn needed_until(kind: ClearanceKind, last: NaiveDate, papers: &[Paper]) -> NaiveDate {
    papers.iter().find(|paper| paper.kind == kind).map_or(last, |paper| paper.needed_until(last))
}

/// The paper of a kind that a person holds and that lasts for a mission in a country; of several the one that lasts
/// longest.
pub fn held_for<'a>(
    clearances: &'a [Clearance],
    kind: ClearanceKind,
    country: Option<Country>,
    last: NaiveDate,
    papers: &[Paper],
) -> Option<&'a Clearance> {
    let needed = needed_until(kind, last, papers);
    clearances
        .iter()
        .filter(|paper| paper.kind == kind && paper.state == ClearanceState::Held && is_for(paper, country))
        .filter(|paper| paper.expires.is_none_or(|expires| expires >= needed))
        .max_by_key(|paper| (paper.expires.is_none(), paper.expires))
}

/// Whether a paper counts in a country: a visa that names one counts only there.
fn is_for(paper: &Clearance, country: Option<Country>) -> bool {
    paper.kind != ClearanceKind::Visa || paper.country.is_none() || paper.country == country
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Id;
    use crate::domain::matching::Settings;
    use crate::domain::mission::Stage;
    use crate::domain::span::Span;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn a_passport_outlasts_the_mission_by_half_a_year_and_a_visa_counts_where_it_is_for() {
        let today = day("2026-11-23");
        let days = Span { first: day("2027-01-04"), last: day("2027-03-31") };
        let kenya = Country::parse_code("KE");
        let mission = Mission { stage: Stage::Preparing, ..Mission::proposed(Id::random(), Id::random(), days) };
        let over = Mission { stage: Stage::Cancelled, ..mission.clone() };
        let paper = |kind, country, expires: &str| Clearance {
            id: Id::random(),
            of: mission.volunteer,
            kind,
            state: ClearanceState::Held,
            country,
            number: String::new(),
            issued: None,
            expires: Some(day(expires)),
            note: String::new(),
        };
        let state = |paper: &Clearance, mission: &Mission| {
            PaperState::of(paper, &[(mission, kenya)], &Settings::default().papers, today)
        };
        let passport = |expires| paper(ClearanceKind::Passport, None, expires);
        assert_eq!(state(&passport("2027-09-30"), &mission), PaperState::Valid(day("2027-09-30")));
        let (ends, needed) = (day("2027-09-29"), day("2027-09-30"));
        assert_eq!(state(&passport("2027-09-29"), &mission), PaperState::TooShort { ends, needed });
        assert_eq!(state(&passport("2027-09-29"), &over), PaperState::Valid(ends), "called off: nothing is needed");
        assert_eq!(state(&passport("2026-12-24"), &over), PaperState::EndsSoon(day("2026-12-24")));
        assert_eq!(state(&passport("2026-11-22"), &mission), PaperState::Expired(day("2026-11-22")));
        let visa = |country| paper(ClearanceKind::Visa, country, "2027-02-01");
        assert!(state(&visa(kenya), &mission).is_bad());
        assert!(!state(&visa(Country::parse_code("NP")), &mission).is_bad());
    }
}
