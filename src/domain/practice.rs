//! Practices: what worked, where and why, and where it was done again.

use super::Id;
use super::codes::codes;
use super::reference::{Country, Language, Occupation, Sector};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

codes! {
    /// How far a practice is proved, after the FAO's good practice template.
    PracticeStage {
        /// New, tried in one place.
        Innovation = "innovation",
        /// It worked where it was tried.
        Promising = "promising",
        /// It worked more than once, and what it needs is known.
        Good = "good",
        /// Others do it as a matter of course.
        Institutionalised = "institutionalised",
    }
}

codes! {
    /// How doing a practice again came out.
    ReplicationResult {
        /// It worked.
        Worked = "worked",
        /// Some of it worked.
        InPart = "in-part",
        /// It did not work.
        Failed = "failed",
        /// It is too early to say.
        TooEarly = "too-early",
    }
}

/// What worked, where and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Practice {
    /// Permanent id.
    pub id: Id,
    /// Short reference shown to people, such as `G-0012`.
    pub reference: String,
    /// What it is, in a line; never empty.
    pub title: String,
    /// How far it is proved.
    pub stage: PracticeStage,
    /// Where and among whom.
    pub context: String,
    /// What was wrong.
    pub problem: String,
    /// What was done, step by step.
    pub steps: String,
    /// What came of it.
    pub results: String,
    /// What stood in the way.
    pub constraints: String,
    /// What must be there for it to work elsewhere.
    pub conditions: String,
    /// Sectors.
    pub sectors: Vec<Sector>,
    /// Occupations of those who do it.
    pub occupations: Vec<Occupation>,
    /// Countries in which it was found.
    pub countries: Vec<Country>,
    /// Languages it needs.
    pub languages: Vec<Language>,
    /// Documents about it, each by its file name, one a line.
    pub documents: String,
    /// The day on which it was written down.
    pub noted_on: Option<NaiveDate>,
}

impl Default for Practice {
    fn default() -> Self {
        Self {
            id: Id::random(),
            reference: String::new(),
            title: String::new(),
            stage: PracticeStage::Innovation,
            context: String::new(),
            problem: String::new(),
            steps: String::new(),
            results: String::new(),
            constraints: String::new(),
            conditions: String::new(),
            sectors: Vec::new(),
            occupations: Vec::new(),
            countries: Vec::new(),
            languages: Vec::new(),
            documents: String::new(),
            noted_on: None,
        }
    }
}

/// Where a practice comes from: a mission, an organisation, or both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Permanent id.
    pub id: Id,
    /// The practice.
    pub of: Id,
    /// The mission in which it was found.
    pub mission: Option<Id>,
    /// The organisation at which it was found.
    pub organisation: Option<Id>,
}

/// A practice done again elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replication {
    /// Permanent id.
    pub id: Id,
    /// The practice.
    pub of: Id,
    /// The organisation that did it, where it is one of the network.
    pub organisation: Option<Id>,
    /// The mission in which it was done, where it was one.
    pub mission: Option<Id>,
    /// Who did it, in words.
    pub who: String,
    /// Country.
    pub country: Option<Country>,
    /// Town or district.
    pub place: String,
    /// The day from which it was done.
    pub on: Option<NaiveDate>,
    /// What was done differently.
    pub adapted: String,
    /// How it came out.
    pub result: ReplicationResult,
    /// Anything else.
    pub note: String,
    /// The replication that this one was learned from; nothing where it was the practice itself.
    pub after: Option<Id>,
}

/// What its replications say of a practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct PracticeStanding {
    /// How often it was done again.
    pub replications: usize,
    /// Of these, how many worked.
    pub worked: usize,
    /// Of these, how many did not.
    pub failed: usize,
    /// In how many countries it was done again.
    pub countries: usize,
    /// In how many countries it worked at least once.
    pub countries_worked: usize,
}

impl PracticeStanding {
    /// What these replications say.
    pub fn of<'a>(replications: impl IntoIterator<Item = &'a Replication>) -> Self {
        let mut standing = Self::default();
        let (mut countries, mut worked) = (BTreeSet::new(), BTreeSet::new());
        for replication in replications {
            standing.replications += 1;
            countries.extend(replication.country);
            match replication.result {
                ReplicationResult::Worked => {
                    standing.worked += 1;
                    worked.extend(replication.country);
                }
                ReplicationResult::Failed => standing.failed += 1,
                ReplicationResult::InPart | ReplicationResult::TooEarly => {}
            }
        }
        Self { countries: countries.len(), countries_worked: worked.len(), ..standing }
    }

    /// The stage that the replications speak for; a person decides.
    pub fn suggests(&self) -> PracticeStage {
        match self.worked {
            0 => PracticeStage::Innovation,
            1 => PracticeStage::Promising,
            2..=4 => PracticeStage::Good,
            _ if self.countries_worked >= 3 => PracticeStage::Institutionalised,
            _ => PracticeStage::Good,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn replication(country: &str, result: ReplicationResult) -> Replication {
        Replication {
            id: Id::random(),
            of: Id::random(),
            organisation: None,
            mission: None,
            who: String::new(),
            country: Country::parse_code(country),
            place: String::new(),
            on: None,
            adapted: String::new(),
            result,
            note: String::new(),
            after: None,
        }
    }

    #[test]
    fn its_standing_counts_replications_and_countries_apart() {
        use ReplicationResult::{Failed, TooEarly, Worked};
        assert_eq!(PracticeStanding::of([]).suggests(), PracticeStage::Innovation);
        let done = [
            replication("KE", Worked),
            replication("KE", Failed),
            replication("UG", Worked),
            replication("NP", Failed),
            replication("", TooEarly),
        ];
        let standing = PracticeStanding::of(&done);
        let wanted = PracticeStanding { replications: 5, worked: 2, failed: 2, countries: 3, countries_worked: 2 };
        assert_eq!(standing, wanted);
        assert_eq!(standing.suggests(), PracticeStage::Good);
    }
}
