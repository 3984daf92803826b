//! Rules on what happens to a mission: the day of a step, an extension, a reassignment, weeks served in all.

use super::{Broken, Limits};
use crate::domain::milestones::Templates;
use crate::domain::mission::{Mission, Stage, StageStep};
use crate::domain::volunteer::Category;
use chrono::NaiveDate;

/// Whether the step from one stage to another is one of those allowed; [`Stage::next`] is the table.
pub fn check_step(from: Stage, to: Stage) -> Result<(), Broken> {
    if from.next().contains(&to) { Ok(()) } else { Err(Broken::Step { from, to }) }
}

/// Whether a step may be dated on a day: not in the future, not before the last step after the proposal, service not
/// before the first day of the mission, and its completion not before the last.
pub fn check_step_day(
    mission: &Mission,
    to: Stage,
    on: NaiveDate,
    steps: &[StageStep],
    today: NaiveDate,
) -> Result<(), Broken> {
    if on > today {
        return Err(Broken::StepInFuture { on, today });
    }
    // What came before the mission was entered here is dated as it was.
    let said = steps.iter().filter(|step| step.stage != Stage::Proposed);
    if let Some(last) = said.map(|step| step.on).max()
        && on < last
    {
        return Err(Broken::StepBefore { on, last });
    }
    match to {
        Stage::Serving if on < mission.first => Err(Broken::NotBegun { on, first: mission.first }),
        Stage::Completed if on < mission.last => Err(Broken::NotOver { on, last: mission.last }),
        _ => Ok(()),
    }
}

/// Whether a mission may be extended to a day: it is agreed and not over, the day is later, and it is paid for.
/// How long it may be in all is for [`super::check_mission`] to say.
pub fn check_extension(mission: &Mission, to: NaiveDate, funded_until: Option<NaiveDate>) -> Result<(), Broken> {
    if !matches!(mission.stage, Stage::Accepted | Stage::Preparing | Stage::Serving) {
        return Err(Broken::NotExtendable { stage: mission.stage });
    }
    if to <= mission.last {
        return Err(Broken::NotLater { last: mission.last, to });
    }
    match funded_until {
        Some(until) if until < to => Err(Broken::NotFunded { until, to }),
        _ => Ok(()),
    }
}

/// Whether each milestone template has a name, and one of its own.
pub fn check_templates(templates: &Templates) -> Result<(), Broken> {
    for (place, template) in templates.0.iter().enumerate() {
        if template.name.trim().is_empty() {
            return Err(Broken::NoName { what: "milestone".into() });
        }
        if templates.0[..place].iter().any(|other| other.name == template.name) {
            return Err(Broken::SameName { name: template.name.clone() });
        }
    }
    Ok(())
}

/// The weeks of all missions that a volunteer serves or has served, this one included as it would be, against the most
/// that the office allows under a category.
pub fn check_total(
    mission: &Mission,
    missions_of_volunteer: &[Mission],
    category: Option<Category>,
    limits: &Limits,
) -> Result<(), Broken> {
    let Some((category, most)) = category.and_then(|category| Some((category, limits.total_weeks.of(category)?)))
    else {
        return Ok(());
    };
    let others = missions_of_volunteer.iter().filter(|other| other.id != mission.id && other.stage.is_firm());
    let served: i64 = others.map(|other| other.days().weeks()).sum();
    let weeks = mission.days().weeks();
    if served + weeks > i64::from(most) {
        return Err(Broken::TotalWeeks { category, most, served, weeks });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Id;
    use crate::domain::mission::Party;
    use crate::domain::rules::TotalWeeks;
    use crate::domain::span::Span;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    fn mission(first: &str, last: &str, stage: Stage) -> Mission {
        let days = Span { first: day(first), last: day(last) };
        Mission { stage, ..Mission::proposed(Id::random(), Id::random(), days) }
    }

    #[test]
    fn steps_that_end_a_mission_are_final() {
        assert_eq!(check_step(Stage::Proposed, Stage::WithPartner), Ok(()));
        let final_step = Broken::Step { from: Stage::Completed, to: Stage::Serving };
        assert_eq!(check_step(Stage::Completed, Stage::Serving), Err(final_step));
    }

    #[test]
    fn a_step_is_dated_after_the_last_one_and_not_before_its_day_has_come() {
        let ana = mission("2027-01-04", "2027-12-31", Stage::Preparing);
        let stage = Stage::Preparing;
        let step = StageStep {
            id: Id::random(),
            of: ana.id,
            stage,
            on: day("2026-12-01"),
            by: Party::Office,
            reason: String::new(),
        };
        let check = |to, on, today| check_step_day(&ana, to, day(on), std::slice::from_ref(&step), day(today));
        assert_eq!(check(Stage::Serving, "2027-01-04", "2027-01-05"), Ok(()));
        let first = ana.first;
        let broken = Err(Broken::NotBegun { on: day("2027-01-03"), first });
        assert_eq!(check(Stage::Serving, "2027-01-03", "2027-01-05"), broken);
        let broken = Err(Broken::StepInFuture { on: day("2027-01-06"), today: day("2027-01-05") });
        assert_eq!(check(Stage::Serving, "2027-01-06", "2027-01-05"), broken);
        let broken = Err(Broken::StepBefore { on: day("2026-11-30"), last: step.on });
        assert_eq!(check(Stage::Cancelled, "2026-11-30", "2027-01-05"), broken);
        let broken = Err(Broken::NotOver { on: day("2027-12-30"), last: ana.last });
        assert_eq!(check(Stage::Completed, "2027-12-30", "2028-01-05"), broken);
        assert_eq!(check(Stage::Completed, "2027-12-31", "2028-01-05"), Ok(()));
    }

    #[test]
    fn an_extension_ends_later_and_is_paid_for() {
        let (serving, over) = (
            mission("2027-01-04", "2027-12-31", Stage::Serving),
            mission("2027-01-04", "2027-12-31", Stage::Completed),
        );
        let to = day("2028-02-29");
        assert_eq!(check_extension(&serving, to, None), Ok(()));
        assert_eq!(check_extension(&serving, to, Some(to)), Ok(()));
        let until = day("2028-02-28");
        assert_eq!(check_extension(&serving, to, Some(until)), Err(Broken::NotFunded { until, to }));
        let last = serving.last;
        assert_eq!(check_extension(&serving, last, None), Err(Broken::NotLater { last, to: last }));
        assert_eq!(check_extension(&over, to, None), Err(Broken::NotExtendable { stage: Stage::Completed }));
    }

    #[test]
    fn weeks_served_in_all_count_under_the_category_that_has_a_limit() {
        let earlier = mission("2020-01-06", "2020-12-20", Stage::Completed);
        let now = mission("2027-01-04", "2027-07-04", Stage::Serving);
        let limits = |most| Limits {
            total_weeks: TotalWeeks { youth: Some(most), ..TotalWeeks::default() },
            ..Limits::default()
        };
        let all = [earlier, now.clone()];
        assert_eq!(check_total(&now, &all, Some(Category::Youth), &limits(76)), Ok(()));
        let broken = Broken::TotalWeeks { category: Category::Youth, most: 75, served: 50, weeks: 26 };
        assert_eq!(check_total(&now, &all, Some(Category::Youth), &limits(75)), Err(broken));
        assert_eq!(check_total(&now, &all, Some(Category::National), &limits(1)), Ok(()));
        assert_eq!(check_total(&now, &all, None, &limits(1)), Ok(()));
    }
}
