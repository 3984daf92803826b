//! Papers and checks: good to the last day and its margin, or obtainable before the start.

use super::{Case, Finding, Paper, Reason, Rule, Terms, Verdict};
use crate::domain::codes::codes;
use crate::domain::detail::VolunteerDetail;
use crate::domain::scheme::belongs_to;
use crate::domain::span::Span;
use crate::domain::volunteer::{Clearance, ClearanceKind, ClearanceState};
use chrono::NaiveDate;

codes! {
    /// How a paper stands for a mission.
    PaperState {
        /// There and good for long enough.
        Good = "good",
        /// There, but not for long enough.
        Expires = "expires",
        /// Asked for.
        Requested = "requested",
        /// Refused.
        Refused = "refused",
        /// Not among the papers recorded.
        Missing = "missing",
        /// No papers are recorded at all.
        NotKnown = "not-known",
    }
}

/// One finding for each paper that the mission needs.
pub(super) fn check(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let weeks_left = (case.days.first - case.terms.today).num_days() / 7;
    for paper in needed(case.terms, case.person) {
        let (state, until) = state(case.terms, case.person, paper, case.days);
        let in_time = weeks_left >= i64::from(paper.lead_weeks);
        let verdict = match state {
            PaperState::Good => Verdict::Pass,
            PaperState::Refused => Verdict::Fail,
            _ if in_time => Verdict::Pass,
            PaperState::Requested | PaperState::NotKnown => Verdict::Unknown,
            PaperState::Expires | PaperState::Missing => Verdict::Fail,
        };
        let needed_until = paper.needed_until(case.days.last);
        let reason =
            Reason::Paper { kind: paper.kind, state, until, needed_until, lead_weeks: paper.lead_weeks, weeks_left };
        findings.push(Finding::must(Rule::Clearance, verdict, reason));
    }
}

/// Weeks until the last of the papers that are still to be got or renewed for these days is there.
pub(super) fn weeks_to_wait(terms: &Terms, person: &VolunteerDetail, days: Span) -> u16 {
    needed(terms, person)
        .filter(|paper| !matches!(state(terms, person, paper, days).0, PaperState::Good | PaperState::Refused))
        .map(|paper| paper.lead_weeks)
        .max()
        .unwrap_or_default()
}

fn needed<'a>(terms: &'a Terms, person: &VolunteerDetail) -> impl Iterator<Item = &'a Paper> {
    let at_home = terms.placement.country.is_some_and(|country| belongs_to(&person.volunteer, country) == Some(true));
    terms.settings.papers.iter().filter(move |paper| !(paper.only_abroad && at_home))
}

/// How the paper stands, and until when it is good where that is known.
fn state(terms: &Terms, person: &VolunteerDetail, paper: &Paper, days: Span) -> (PaperState, Option<NaiveDate>) {
    let counts = |clearance: &&Clearance| {
        clearance.kind == paper.kind
            && (paper.kind != ClearanceKind::Visa
                || clearance.country.is_none()
                || clearance.country == terms.placement.country)
    };
    let needed_until = paper.needed_until(days.last);
    let one = |clearance: &Clearance| match clearance.state {
        ClearanceState::Held if clearance.expires.is_none_or(|day| day >= needed_until) => PaperState::Good,
        ClearanceState::Held => PaperState::Expires,
        ClearanceState::Requested => PaperState::Requested,
        ClearanceState::Refused => PaperState::Refused,
    };
    // A new request stands above an old refusal, and that above a paper that expires too soon.
    let rank = |state| match state {
        PaperState::Good => 0,
        PaperState::Requested => 1,
        PaperState::Refused => 2,
        PaperState::Expires | PaperState::Missing | PaperState::NotKnown => 3,
    };
    let all = person.clearances.iter().filter(counts).map(|clearance| (one(clearance), clearance.expires));
    let best = all.min_by_key(|(state, until)| (rank(*state), std::cmp::Reverse(*until)));
    let missing = if person.clearances.is_empty() { PaperState::NotKnown } else { PaperState::Missing };
    best.unwrap_or((missing, None))
}

#[cfg(test)]
mod tests {
    use crate::domain::detail::VolunteerDetail;
    use crate::domain::volunteer::{ClearanceKind, ClearanceState};
    use crate::matching::eligibility::{Rule, Verdict};
    use crate::matching::examples::{clearance, country, day, nurse, says, ward};

    fn passport(held: &str, start: &str) -> (Verdict, String) {
        let (mut placement, mut ana) = (ward(), nurse());
        placement.placement.start_from = Some(day(start));
        placement.placement.start_until = Some(day(start));
        ana.volunteer.available_from = Some(day("2026-12-01"));
        ana.clearances.retain(|clearance| clearance.kind != ClearanceKind::Passport);
        ana.clearances.push(clearance(ClearanceKind::Passport, ClearanceState::Held, Some(held)));
        says(&placement, &ana, Rule::Clearance).swap_remove(0)
    }

    #[test]
    fn a_passport_is_good_for_six_months_after_the_last_day_or_renewed_in_time() {
        // From 2027-01-10 the last day is 2028-01-08, so the passport has to be good until 2028-07-08.
        let sentence = "passport needed until 2028-07-08, good until 2028-07-08".to_owned();
        assert_eq!(passport("2028-07-08", "2027-01-10"), (Verdict::Pass, sentence));
        let sentence =
            "passport needed until 2028-07-08, good until 2028-07-07, to renew: 6 weeks, start in 6".to_owned();
        assert_eq!(passport("2028-07-07", "2027-01-10"), (Verdict::Pass, sentence));
        let sentence =
            "passport needed until 2028-05-29, good until 2027-03-02, to renew: 6 weeks, start in 1".to_owned();
        assert_eq!(passport("2027-03-02", "2026-12-01"), (Verdict::Fail, sentence));
    }

    #[test]
    fn a_visa_is_for_the_country_and_takes_its_time() {
        let (mut placement, mut ana) = (ward(), nurse());
        placement.placement.start_until = Some(day("2027-01-10"));
        let visa = |ana: &VolunteerDetail| says(&placement, ana, Rule::Clearance).swap_remove(1);
        for clearance in &mut ana.clearances {
            clearance.country = clearance.country.and(Some(country("NP")));
        }
        let sentence = "visa missing: 8 weeks, start in 6".to_owned();
        assert_eq!(visa(&ana), (Verdict::Fail, sentence), "the visa is for Nepal");
        for clearance in &mut ana.clearances {
            clearance.country = clearance.country.and(Some(country("KE")));
            clearance.state = ClearanceState::Requested;
        }
        assert_eq!(visa(&ana), (Verdict::Unknown, "visa requested: 8 weeks, start in 6".to_owned()));
        ana.clearances.clear();
        assert_eq!(visa(&ana), (Verdict::Unknown, "visa not known: 8 weeks, start in 6".to_owned()));
    }

    #[test]
    fn whoever_serves_at_home_needs_neither_passport_nor_visa_and_a_refusal_fails() {
        let (placement, mut ana) = (ward(), nurse());
        ana.volunteer.residence = Some(country("KE"));
        ana.clearances = vec![
            clearance(ClearanceKind::Medical, ClearanceState::Refused, None),
            clearance(ClearanceKind::Police, ClearanceState::Held, None),
        ];
        let expected = [(Verdict::Fail, "medical refused".to_owned()), (Verdict::Pass, "police check held".to_owned())];
        assert_eq!(says(&placement, &ana, Rule::Clearance), expected);
    }
}
