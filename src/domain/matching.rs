//! What an office sets for matching: how much each criterion counts, what the rules ask, and its presets of weights.
//!
//! The office file keeps it and the matcher reads it. The defaults are facts of the field, never constants in a rule.

use super::codes::codes;
use super::volunteer::ClearanceKind;
use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

codes! {
    /// What gives points, in the order in which it is shown.
    Criterion {
        /// Nearness of the occupation, and skills, qualifications and experience above what is asked.
        Occupation = "occupation",
        /// Languages above what is asked, or the language of the country where none is.
        Language = "language",
        /// Missions or life in the country or its region.
        Experience = "experience",
        /// Countries, regions and sectors that the person wishes for.
        Preference = "preference",
        /// Heritage in the country.
        Heritage = "heritage",
        /// Balance of a team, and of youth and others.
        Team = "team",
        /// Time since the person is ready and not serving.
        Waiting = "waiting",
        /// Nearness of the start.
        Start = "start",
        /// Length of the mission.
        Duration = "duration",
        /// How soon the place must be filled.
        Urgency = "urgency",
        /// How much of what decides is known.
        Known = "known",
    }
}

/// The most points of each criterion, as the office sets them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Weights {
    /// See [`Criterion::Occupation`].
    pub occupation: u16,
    /// See [`Criterion::Language`].
    pub language: u16,
    /// See [`Criterion::Experience`].
    pub experience: u16,
    /// See [`Criterion::Preference`].
    pub preference: u16,
    /// See [`Criterion::Heritage`].
    pub heritage: u16,
    /// See [`Criterion::Team`].
    pub team: u16,
    /// See [`Criterion::Waiting`].
    pub waiting: u16,
    /// See [`Criterion::Start`].
    pub start: u16,
    /// See [`Criterion::Duration`].
    pub duration: u16,
    /// See [`Criterion::Urgency`].
    pub urgency: u16,
    /// See [`Criterion::Known`].
    pub known: u16,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            occupation: 25,
            language: 15,
            experience: 10,
            preference: 10,
            heritage: 5,
            team: 5,
            waiting: 5,
            start: 5,
            duration: 5,
            urgency: 5,
            known: 10,
        }
    }
}

impl Weights {
    /// The most points of a criterion.
    pub fn of(&self, criterion: Criterion) -> u16 {
        match criterion {
            Criterion::Occupation => self.occupation,
            Criterion::Language => self.language,
            Criterion::Experience => self.experience,
            Criterion::Preference => self.preference,
            Criterion::Heritage => self.heritage,
            Criterion::Team => self.team,
            Criterion::Waiting => self.waiting,
            Criterion::Start => self.start,
            Criterion::Duration => self.duration,
            Criterion::Urgency => self.urgency,
            Criterion::Known => self.known,
        }
    }

    /// Sets the most points of a criterion.
    pub fn set(&mut self, criterion: Criterion, points: u16) {
        *match criterion {
            Criterion::Occupation => &mut self.occupation,
            Criterion::Language => &mut self.language,
            Criterion::Experience => &mut self.experience,
            Criterion::Preference => &mut self.preference,
            Criterion::Heritage => &mut self.heritage,
            Criterion::Team => &mut self.team,
            Criterion::Waiting => &mut self.waiting,
            Criterion::Start => &mut self.start,
            Criterion::Duration => &mut self.duration,
            Criterion::Urgency => &mut self.urgency,
            Criterion::Known => &mut self.known,
        } = points;
    }
}

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

impl Paper {
    /// The last day on which it must be good, for a mission that ends on a day.
    pub fn needed_until(&self, last: NaiveDate) -> NaiveDate {
        last.checked_add_months(Months::new(self.margin_months.into())).unwrap_or(last)
    }
}

/// What the office has set for the rules and for the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Leading digits of ISCO-08 that the occupations must share, 1 to 4.
    pub occupation_digits: u8,
    /// Shortest mission on which a partner or dependants may come along, in weeks.
    pub company_from_weeks: u16,
    /// Papers and checks that a mission needs.
    pub papers: Vec<Paper>,
    /// Whether a pair may be planned while something that decides is not known.
    pub plan_unknowns: bool,
    /// Weeks of rest between two missions of one person, when several are planned one after the other.
    pub rest_weeks: u16,
    /// Days for which a proposal or a hold keeps place and person, unless another day is said.
    pub reserve_days: u16,
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
            plan_unknowns: true,
            rest_weeks: 2,
            reserve_days: 14,
        }
    }
}

/// Weights under a name, to come back to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preset {
    /// Its name.
    pub name: String,
    /// The weights.
    pub weights: Weights,
}

/// All that the office has set for matching.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MatchingSettings {
    /// How much each criterion counts.
    pub weights: Weights,
    /// What the rules ask, and what may be planned.
    pub rules: Settings,
    /// Weights that were kept under a name.
    pub presets: Vec<Preset>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_weights_sum_to_a_hundred_and_each_can_be_set_alone() {
        let mut weights = Weights::default();
        assert_eq!(Criterion::ALL.iter().map(|criterion| weights.of(*criterion)).sum::<u16>(), 100);
        for (points, criterion) in (1_u16..).zip(Criterion::ALL) {
            weights.set(*criterion, points);
        }
        let all: Vec<u16> = Criterion::ALL.iter().map(|criterion| weights.of(*criterion)).collect();
        assert_eq!(all, (1..=11).collect::<Vec<u16>>());
    }

    #[test]
    fn what_an_older_program_did_not_know_is_as_at_first() {
        let older = r#"{"weights":{"occupation":40},"rules":{"occupation_digits":4}}"#;
        let read: MatchingSettings = serde_json::from_str(older).unwrap_or_default();
        assert_eq!((read.weights.occupation, read.weights.urgency), (40, Weights::default().urgency));
        assert_eq!(read.rules, Settings { occupation_digits: 4, ..Settings::default() });
    }
}
