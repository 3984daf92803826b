//! What the office has decided about one person and one placement, before anybody is proposed.

use super::Id;
use super::codes::codes;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

codes! {
    /// What was decided about a person and a placement.
    DecisionKind {
        /// The plan must keep this pair.
        Pinned = "pinned",
        /// Reserved for this pair until a day; the person is for nobody else meanwhile.
        Held = "held",
        /// Not this pair.
        NotHere = "not-here",
        /// At no placement of the placement's organisation.
        NotAtPartner = "not-at-partner",
    }
}

/// A decision about one person and one placement: there is at most one for each pair.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// Permanent id.
    pub id: Id,
    /// The placement.
    pub of: Id,
    /// The person.
    pub volunteer: Id,
    /// What was decided.
    pub kind: DecisionKind,
    /// The last day on which it stands; without one it stands until it is taken back.
    pub until: Option<NaiveDate>,
    /// Why.
    pub reason: String,
    /// The day on which it was decided.
    pub on: NaiveDate,
}

impl Decision {
    /// Whether it stands on a day. The last day belongs to it.
    pub fn stands_on(&self, day: NaiveDate) -> bool {
        self.until.is_none_or(|until| day <= until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_stands_to_its_last_day_or_until_it_is_taken_back() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap_or_default();
        let decision = |until| Decision {
            id: Id::random(),
            of: Id::random(),
            volunteer: Id::random(),
            kind: DecisionKind::Held,
            until,
            reason: String::new(),
            on: day("2026-11-23"),
        };
        let held = decision(Some(day("2026-12-07")));
        assert!(held.stands_on(day("2026-11-23")) && held.stands_on(day("2026-12-07")));
        assert!(!held.stands_on(day("2026-12-08")));
        assert!(decision(None).stands_on(day("2036-12-08")));
    }
}
