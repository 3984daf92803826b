//! The days of the mission: start window, length and funding against availability, absences and other missions.

use super::{Finding, Reason, Rule, Terms, Verdict, clearance};
use crate::domain::detail::VolunteerDetail;
use crate::domain::mission::Mission;
use crate::domain::span::{Span, next_free};
use chrono::{Days, NaiveDate};

/// The days found, and what the rule says of them.
#[derive(Debug)]
pub(super) struct Window {
    pub(super) days: Span,
    pub(super) finding: Finding,
}

/// The earliest start that works, and as many weeks from there as both sides take. Papers that have to be got first
/// move the start where the window leaves room for that. Nothing before `not_before` is looked at.
pub(super) fn check(terms: &Terms, person: &VolunteerDetail, not_before: NaiveDate) -> Window {
    let soonest = search(terms, person, not_before);
    let papers_by = days_after(terms.today, 7 * u64::from(clearance::weeks_to_wait(terms, person, soonest.days)));
    if soonest.finding.verdict == Verdict::Fail || papers_by <= soonest.days.first {
        return soonest;
    }
    let later = search(terms, person, papers_by);
    if later.finding.verdict == Verdict::Fail { soonest } else { later }
}

/// What both sides set for the days.
struct Bounds {
    /// First day that is possible for both.
    from: NaiveDate,
    /// The day on which the window or the funding was over, if it was.
    over: Option<NaiveDate>,
    /// Last day to start; nothing where it does not matter.
    start_until: Option<NaiveDate>,
    /// Last day on which the person is available.
    available_until: Option<NaiveDate>,
    /// Last day that is paid for.
    funded_until: Option<NaiveDate>,
    least: u16,
    most: u16,
}

/// Whether the person is out even if nothing else took their time: quickly told, and true of most whom the days keep out.
pub(super) fn is_out(terms: &Terms, person: &VolunteerDetail) -> bool {
    let bounds = Bounds::new(terms, person, terms.today);
    bounds.least > bounds.most || free(&bounds, &[]).is_err()
}

impl Bounds {
    fn new(terms: &Terms, person: &VolunteerDetail, not_before: NaiveDate) -> Self {
        let (placement, volunteer) = (&terms.placement, &person.volunteer);
        let others = [placement.start_from, placement.funding_from, volunteer.available_from];
        let (asked_least, asked_most) = asked_weeks(terms);
        // A window that is over says nothing about people: it is for the partner to give new days.
        let over = [placement.start_until, placement.funding_until].into_iter().flatten().min();
        let over = over.filter(|day| *day < terms.today);
        let still = |day: Option<NaiveDate>| if over.is_some() { None } else { day };
        Self {
            from: others.into_iter().flatten().fold(not_before, NaiveDate::max),
            over,
            start_until: still(placement.start_until),
            available_until: volunteer.available_until,
            funded_until: still(placement.funding_until),
            least: asked_least.max(volunteer.weeks_least.unwrap_or_default()),
            most: asked_most.min(volunteer.weeks_most.unwrap_or(u16::MAX)),
        }
    }
}

/// The least and the most weeks of a mission there.
fn asked_weeks(terms: &Terms) -> (u16, u16) {
    let (placement, limits) = (&terms.placement, &terms.limits);
    (placement.weeks_least.unwrap_or(limits.weeks_least), placement.weeks_most.unwrap_or(limits.weeks_most))
}

fn search(terms: &Terms, person: &VolunteerDetail, not_before: NaiveDate) -> Window {
    let volunteer = &person.volunteer;
    let bounds = Bounds::new(terms, person, not_before);
    let (from, over) = (bounds.from, bounds.over);
    if bounds.least > bounds.most {
        let (asked_least, asked_most) = asked_weeks(terms);
        let (has_least, has_most) = (volunteer.weeks_least, volunteer.weeks_most);
        let reason = Reason::Weeks { asked_least, asked_most, has_least, has_most };
        return window(Verdict::Fail, span(from, asked_least), reason);
    }
    match free(&bounds, &taken(person, from, |other| other.stage.is_firm() || other.stage.is_tentative())) {
        Ok(days) => match over {
            Some(over) => window(Verdict::Unknown, days, Reason::WindowOver { over, days }),
            None if volunteer.available_from.is_none() && volunteer.available_until.is_none() => {
                window(Verdict::Unknown, days, Reason::AvailabilityNotKnown { days })
            }
            None => window(Verdict::Pass, days, Reason::Free { days }),
        },
        Err((days, reason)) => {
            match free(&bounds, &taken(person, from, |other| other.stage.is_firm() || other.is_reserved(terms.today))) {
                // Only missions that nobody has agreed to, and that hold nobody, stand in the way.
                Ok(days) => {
                    let other =
                        person.missions.iter().find(|other| other.stage.is_tentative() && other.days().overlaps(days));
                    let mission = other.map(|mission| mission.reference.clone()).unwrap_or_default();
                    window(Verdict::Unknown, days, Reason::ProposedElsewhere { days, mission })
                }
                Err(_) => window(Verdict::Fail, days, reason),
            }
        }
    }
}

fn window(verdict: Verdict, days: Span, reason: Reason) -> Window {
    Window { days, finding: Finding::must(Rule::Window, verdict, reason) }
}

/// Days from `from` on that are taken by certain missions or by absences. Leave belongs to its mission.
fn taken(person: &VolunteerDetail, from: NaiveDate, counts: impl Fn(&Mission) -> bool) -> Vec<Span> {
    let missions = person.missions.iter().filter(|mission| counts(mission)).map(Mission::days);
    let absences = person.absences.iter().filter(|absence| absence.mission.is_none());
    let absences = absences.filter_map(|absence| Span::new(absence.first, absence.last));
    missions.chain(absences).filter(|span| span.last >= from).collect()
}

/// The earliest days that work, or the days that come nearest and why they do not.
fn free(bounds: &Bounds, taken: &[Span]) -> Result<Span, (Span, Reason)> {
    let Bounds { from, least, most, .. } = *bounds;
    let slot = next_free(taken, from, least).unwrap_or_else(|| span(from, least));
    let next_taken = taken.iter().filter(|busy| busy.first > slot.first).map(|busy| busy.first).min();
    let ends = [bounds.available_until, bounds.funded_until, next_taken.and_then(|day| day.pred_opt())];
    let weeks = match ends.into_iter().flatten().min() {
        Some(end) => u16::try_from(((end - slot.first).num_days() + 1).max(0) / 7).unwrap_or(u16::MAX).min(most),
        None => most,
    };
    if weeks < least {
        let available = bounds.available_until.filter(|day| bounds.funded_until.is_none_or(|funded| *day <= funded));
        let until = available.or(bounds.funded_until).unwrap_or(slot.last);
        let reason = Reason::FreeTooShort { least, from: slot.first, until, funding_ends: available.is_none() };
        return Err((slot, reason));
    }
    let days = span(slot.first, weeks);
    match bounds.start_until {
        Some(start_until) if days.first > start_until => Err((days, Reason::FreeTooLate { start_until, free: days })),
        _ => Ok(days),
    }
}

fn span(first: NaiveDate, weeks: u16) -> Span {
    Span::of_weeks(first, weeks).unwrap_or(Span { first, last: first })
}

fn days_after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use crate::domain::mission::Stage;
    use crate::domain::rules::Limits;
    use crate::domain::span::Span;
    use crate::matching::eligibility::{Rule, Terms, Verdict};
    use crate::matching::examples::{absence, day, mission, nurse, says, today, ward};
    use proptest::prelude::*;

    // The placement starts between 2027-01-10 and 2027-03-10 and lasts 26 to 52 weeks.

    #[test]
    fn the_earliest_start_and_the_longest_stay_are_taken() {
        let (placement, mut ana) = (ward(), nurse());
        let free = |first: &str, last: &str| [(Verdict::Pass, format!("free from {first} to {last}"))];
        assert_eq!(says(&placement, &ana, Rule::Window)[0].1, "free from 2027-01-10 to 2028-01-08 (52 weeks)");
        ana.volunteer.available_from = Some(day("2027-02-01"));
        ana.volunteer.available_until = Some(day("2027-10-15"));
        assert_eq!(says(&placement, &ana, Rule::Window), free("2027-02-01", "2027-10-10 (36 weeks)"));
        ana.absences = vec![absence("2027-02-08", "2027-02-14")];
        assert_eq!(says(&placement, &ana, Rule::Window), free("2027-02-15", "2027-10-10 (34 weeks)"));
        ana.volunteer.weeks_most = Some(30);
        assert_eq!(says(&placement, &ana, Rule::Window), free("2027-02-15", "2027-09-12 (30 weeks)"));
        ana.missions = vec![mission("M-0150", "2027-08-20", 10, Stage::Accepted)];
        assert_eq!(says(&placement, &ana, Rule::Window), free("2027-02-15", "2027-08-15 (26 weeks)"));
    }

    #[test]
    fn whoever_is_free_too_late_or_too_short_is_told_when() {
        let (placement, mut ana) = (ward(), nurse());
        ana.missions = vec![mission("M-0150", "2026-10-05", 30, Stage::Serving)];
        let sentence = "starts by 2027-03-10, free from 2027-05-03 to 2028-04-30 (52 weeks)".to_owned();
        assert_eq!(says(&placement, &ana, Rule::Window), [(Verdict::Fail, sentence)]);
        ana.missions.clear();
        ana.volunteer.available_until = Some(day("2027-04-30"));
        let sentence = "needs 26 weeks, free from 2027-01-10 and available until 2027-04-30".to_owned();
        assert_eq!(says(&placement, &ana, Rule::Window), [(Verdict::Fail, sentence)]);
        ana.volunteer.weeks_most = Some(12);
        let sentence = "needs 26 to 52 weeks, accepts at most 12".to_owned();
        assert_eq!(says(&placement, &ana, Rule::Window), [(Verdict::Fail, sentence)]);
    }

    #[test]
    fn the_funding_bounds_the_days() {
        let (mut placement, ana) = (ward(), nurse());
        placement.placement.funding_until = Some(day("2027-06-30"));
        let sentence = "needs 26 weeks, free from 2027-01-10 and funded until 2027-06-30".to_owned();
        assert_eq!(says(&placement, &ana, Rule::Window), [(Verdict::Fail, sentence)]);
    }

    #[test]
    fn a_mission_nobody_agreed_to_is_a_question() {
        let (placement, mut ana) = (ward(), nurse());
        ana.missions = vec![mission("M-0151", "2027-01-18", 60, Stage::Offered)];
        let sentence = "free from 2027-01-10 to 2028-01-08 (52 weeks), but proposed for M-0151 in that time".to_owned();
        assert_eq!(says(&placement, &ana, Rule::Window), [(Verdict::Unknown, sentence)]);
        // For as long as the proposal holds them they are not free.
        ana.missions[0].reserved_until = today().pred_opt();
        assert_eq!(says(&placement, &ana, Rule::Window)[0].0, Verdict::Unknown);
        ana.missions[0].reserved_until = Some(today());
        assert_eq!(says(&placement, &ana, Rule::Window)[0].0, Verdict::Fail);
    }

    #[test]
    fn an_availability_nobody_asked_about_and_a_window_that_is_over_are_questions() {
        let (mut placement, mut ana) = (ward(), nurse());
        ana.volunteer.available_from = None;
        let sentence = "the availability is not known, looked at 2027-01-10 to 2028-01-08 (52 weeks)".to_owned();
        assert_eq!(says(&placement, &ana, Rule::Window), [(Verdict::Unknown, sentence)]);
        placement.placement.start_from = Some(day("2014-01-10"));
        placement.placement.start_until = Some(day("2014-03-10"));
        let sentence =
            "the start window was over on 2014-03-10, looked at 2026-11-24 to 2027-11-22 (52 weeks)".to_owned();
        assert_eq!(says(&placement, &ana, Rule::Window), [(Verdict::Unknown, sentence)]);
    }

    #[test]
    fn papers_move_the_start_as_far_as_the_window_allows() {
        let (mut placement, mut ana) = (ward(), nurse());
        placement.placement.start_from = Some(day("2026-12-01"));
        ana.volunteer.available_from = Some(day("2026-12-01"));
        assert_eq!(says(&placement, &ana, Rule::Window)[0].1, "free from 2026-12-01 to 2027-11-29 (52 weeks)");
        ana.clearances.retain(|clearance| clearance.country.is_none());
        let sentence = "free from 2027-01-19 to 2028-01-17 (52 weeks)";
        assert_eq!(says(&placement, &ana, Rule::Window)[0].1, sentence, "a visa takes eight weeks");
        placement.placement.start_until = Some(day("2027-01-05"));
        assert_eq!(says(&placement, &ana, Rule::Window)[0].1, "free from 2026-12-01 to 2027-11-29 (52 weeks)");
    }

    proptest! {
        #[test]
        fn the_days_found_are_free_and_within_both_sides_bounds(
            busy in proptest::collection::vec((0i64..500, 1u16..30, 0usize..3), 0..6),
            from in 0i64..200, until in 100i64..900, least in 6u16..40, more in 0u16..40,
        ) {
            let (mut placement, mut ana) = (ward(), nurse());
            let at = |offset| today() + chrono::Duration::days(offset);
            ana.volunteer.available_from = Some(at(from));
            ana.volunteer.available_until = Some(at(until));
            placement.placement.weeks_least = Some(least);
            placement.placement.weeks_most = Some(least + more);
            let stages = [Stage::Accepted, Stage::Proposed, Stage::Declined];
            ana.missions = busy.iter().map(|(offset, weeks, stage)| mission("M-1", &at(*offset).to_string(), *weeks, stages[*stage])).collect();
            let terms = Terms::new(&placement, Limits::default(), today());
            let judgement = terms.judge(&ana);
            let days = judgement.days;
            let verdict = judgement.findings.iter().find(|finding| finding.rule == Rule::Window).map(|finding| finding.verdict);
            // What is told quickly is true; and where nothing takes the person's time, it is all there is to tell.
            let out = super::is_out(&terms, &ana);
            prop_assert!(!out || verdict == Some(Verdict::Fail));
            prop_assert!(out || verdict != Some(Verdict::Fail) || !busy.is_empty());
            let meets = |wanted: fn(Stage) -> bool, days: Span| ana.missions.iter().any(|m| wanted(m.stage) && m.days().overlaps(days));
            if verdict == Some(Verdict::Fail) {
                // Then no start in the window works with the least weeks: tried day by day.
                let mut first = day("2027-01-10").max(at(from));
                while first <= day("2027-03-10") {
                    let tried = Span::of_weeks(first, least).unwrap_or(days);
                    prop_assert!(tried.last > at(until) || meets(Stage::is_firm, tried), "{first}");
                    first = first.succ_opt().unwrap_or(first);
                }
            } else {
                prop_assert!(days.first >= day("2027-01-10").max(at(from)) && days.first <= day("2027-03-10"));
                prop_assert!(days.last <= at(until));
                prop_assert!((i64::from(least)..=i64::from(least + more)).contains(&days.weeks()));
                prop_assert!(!meets(Stage::is_firm, days));
                prop_assert_eq!(verdict == Some(Verdict::Unknown), meets(Stage::is_tentative, days));
            }
        }
    }
}
