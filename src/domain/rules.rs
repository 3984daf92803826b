//! The field's rules, the same at every door: window, command line, import, merge.
//!
//! A broken rule is a value with both sides in it. The sentence it displays is for the command line and for files;
//! the window has its own in each language.

mod course;

pub use course::{check_extension, check_step, check_step_day, check_templates, check_total};

use super::mission::{Mission, Stage};
use super::placement::Placement;
use super::span::{Span, age_on, next_free};
use super::volunteer::{Category, Volunteer};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The limits that an office can set; the defaults are the organisation's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Limits {
    /// Youngest age on any day of a mission, in years.
    pub age_least: u8,
    /// Oldest age on any day of a mission, in years.
    pub age_most: u8,
    /// Shortest mission, in weeks.
    pub weeks_least: u16,
    /// Longest mission with its extensions, in weeks.
    pub weeks_most: u16,
    /// Youngest age of a youth volunteer, in years.
    pub youth_least: u8,
    /// Oldest age of a youth volunteer, in years.
    pub youth_most: u8,
    /// Most weeks in all of a person's missions, by the category under which they serve.
    pub total_weeks: TotalWeeks,
}

/// Most weeks in all of a person's missions, for each category; none is no limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TotalWeeks {
    /// As an international volunteer.
    pub international: Option<u16>,
    /// As a national volunteer.
    pub national: Option<u16>,
    /// As a youth volunteer.
    pub youth: Option<u16>,
    /// As a diaspora volunteer.
    pub diaspora: Option<u16>,
}

impl TotalWeeks {
    /// The most weeks of a category.
    pub fn of(&self, category: Category) -> Option<u16> {
        match category {
            Category::International => self.international,
            Category::National => self.national,
            Category::Youth => self.youth,
            Category::Diaspora => self.diaspora,
        }
    }

    /// Sets the most weeks of a category; none is no limit.
    pub fn set(&mut self, category: Category, weeks: Option<u16>) {
        *match category {
            Category::International => &mut self.international,
            Category::National => &mut self.national,
            Category::Youth => &mut self.youth,
            Category::Diaspora => &mut self.diaspora,
        } = weeks;
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            age_least: 18,
            age_most: 75,
            weeks_least: 6,
            weeks_most: 104,
            youth_least: 18,
            youth_most: 29,
            total_weeks: TotalWeeks::default(),
        }
    }
}

impl Limits {
    /// Whether an age in years is within the band of youth volunteers.
    pub fn is_youth(&self, age: i32) -> bool {
        (i32::from(self.youth_least)..=i32::from(self.youth_most)).contains(&age)
    }
}

/// A rule that a record or a mission breaks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(tag = "rule", rename_all = "kebab-case")]
pub enum Broken {
    /// A record needs a name.
    #[error("the {what} has no name")]
    NoName {
        /// The kind of record.
        what: String,
    },
    /// A day of birth in the future or more than 120 years ago.
    #[error("born on {birth}, but today is {today}")]
    BirthDate {
        /// Day of birth.
        birth: NaiveDate,
        /// The day it was looked at.
        today: NaiveDate,
    },
    /// The last day lies before the first.
    #[error("the last day {last} lies before the first day {first}")]
    LastBeforeFirst {
        /// First day.
        first: NaiveDate,
        /// Last day.
        last: NaiveDate,
    },
    /// Too young on the first day.
    #[error("{age} years old on the first day {day}, {least} at least")]
    TooYoung {
        /// Age on that day.
        age: i32,
        /// The first day.
        day: NaiveDate,
        /// The limit.
        least: u8,
    },
    /// Too old on the last day.
    #[error("{age} years old on the last day {day}, {most} at most")]
    TooOld {
        /// Age on that day.
        age: i32,
        /// The last day.
        day: NaiveDate,
        /// The limit.
        most: u8,
    },
    /// Shorter than a mission may be.
    #[error("{days} days, a mission is at least {least} weeks ({least_days} days)")]
    TooShort {
        /// Days of the mission.
        days: i64,
        /// The limit in weeks.
        least: u16,
        /// The limit in days.
        least_days: i64,
    },
    /// Longer than a mission may be.
    #[error("{weeks} weeks in all, a mission is at most {most} weeks")]
    TooLong {
        /// Weeks of the mission, begun weeks counted.
        weeks: i64,
        /// The limit.
        most: u16,
    },
    /// The volunteer serves elsewhere on some of the days.
    #[error("already on mission {other} from {first} to {last}")]
    DoubleBooked {
        /// Reference of the other mission.
        other: String,
        /// Its first day.
        first: NaiveDate,
        /// Its last day.
        last: NaiveDate,
        /// The next days of the same length that are free.
        free: Option<Span>,
    },
    /// A level outside its scale.
    #[error("level {level}, the scale is 1 to 4")]
    SkillLevel {
        /// The level.
        level: u8,
    },
    /// A placement's weeks outside what a mission may last, or the least above the most.
    #[error("{least} to {most} weeks, a mission is {limit_least} to {limit_most} weeks")]
    Weeks {
        /// Least weeks asked for.
        least: u16,
        /// Most weeks asked for.
        most: u16,
        /// The office's least.
        limit_least: u16,
        /// The office's most.
        limit_most: u16,
    },
    /// No places, or more filled elsewhere than there are.
    #[error("{filled} of {places} places filled elsewhere")]
    Places {
        /// Places in all.
        places: u16,
        /// Places filled elsewhere.
        filled: u16,
    },
    /// All places are taken.
    #[error("no place is free, all {places} are taken")]
    NoFreePlace {
        /// Places in all.
        places: u16,
    },
    /// A step that does not follow the stage.
    #[error("a mission that is {from} cannot become {to}")]
    Step {
        /// The stage it has.
        from: Stage,
        /// The stage asked for.
        to: Stage,
    },
    /// Two milestone templates of one name: nobody could say which of them another waits for.
    #[error("there are two milestones called {name:?}")]
    SameName {
        /// The name.
        name: String,
    },
    /// A step dated after today.
    #[error("{on} has not come yet, today is {today}")]
    StepInFuture {
        /// The day of the step.
        on: NaiveDate,
        /// Today.
        today: NaiveDate,
    },
    /// A step dated before the one that was made last.
    #[error("{on} lies before the last step, made on {last}")]
    StepBefore {
        /// The day of the step.
        on: NaiveDate,
        /// The day of the last step.
        last: NaiveDate,
    },
    /// In service before the first day of the mission.
    #[error("the mission begins on {first}, not on {on}")]
    NotBegun {
        /// The day of the step.
        on: NaiveDate,
        /// The first day of the mission.
        first: NaiveDate,
    },
    /// Completed before the last day of the mission.
    #[error("the mission ends on {last}, not on {on}")]
    NotOver {
        /// The day of the step.
        on: NaiveDate,
        /// The last day of the mission.
        last: NaiveDate,
    },
    /// An extension of a mission that is not agreed, or over.
    #[error("a mission that is {stage} cannot be extended")]
    NotExtendable {
        /// The stage it has.
        stage: Stage,
    },
    /// An extension that does not end later.
    #[error("the mission ends on {last}, {to} is not later")]
    NotLater {
        /// The last day it has.
        last: NaiveDate,
        /// The last day asked for.
        to: NaiveDate,
    },
    /// An extension beyond what is paid for.
    #[error("funded until {until}, but would end on {to}")]
    NotFunded {
        /// The last day that is paid for.
        until: NaiveDate,
        /// The last day asked for.
        to: NaiveDate,
    },
    /// More weeks in all than a category allows.
    #[error("{served} weeks served and {weeks} more, at most {most} weeks in all as {category} volunteer")]
    TotalWeeks {
        /// The category under which the volunteer serves.
        category: Category,
        /// The limit.
        most: u16,
        /// Weeks of the other missions.
        served: i64,
        /// Weeks of this one.
        weeks: i64,
    },
    /// A reassignment from a mission that nobody serves, or to the placement where the volunteer is.
    #[error("a mission that is {stage} cannot go on in another placement")]
    NotReassignable {
        /// The stage it has.
        stage: Stage,
    },
    /// A new mission that begins before the old one, or after it has ended.
    #[error("the mission lasts from {first} to {last}, the new one would begin on {on}")]
    ReassignedOutside {
        /// First day of the mission.
        first: NaiveDate,
        /// Last day of the mission.
        last: NaiveDate,
        /// First day of the new one.
        on: NaiveDate,
    },
    /// A volunteer's least weeks above the most.
    #[error("available for {least} weeks at least, but {most} at most")]
    Availability {
        /// Least weeks.
        least: u16,
        /// Most weeks.
        most: u16,
    },
    /// A position that is not on the earth.
    #[error("latitude {latitude}, longitude {longitude} is not on the earth")]
    NotOnEarth {
        /// Degrees north, as text.
        latitude: String,
        /// Degrees east, as text.
        longitude: String,
    },
}

impl Broken {
    /// What the person can do about it, in one sentence.
    pub fn hint(&self) -> String {
        match self {
            Self::NoName { .. } => "give it a name".into(),
            Self::BirthDate { .. } => "correct the day of birth".into(),
            Self::LastBeforeFirst { .. } => "exchange the two days, or correct one".into(),
            Self::TooYoung { .. } => "start later, or correct the day of birth".into(),
            Self::TooOld { .. } => "end earlier, or correct the day of birth".into(),
            Self::TooShort { least, .. } => format!("choose a last day at least {least} weeks after the first"),
            Self::TooLong { most, .. } => format!("choose a last day at most {most} weeks after the first"),
            Self::DoubleBooked { free: Some(free), .. } => {
                format!("free from {} to {}; or give a reason to place anyway", free.first, free.last)
            }
            Self::DoubleBooked { free: None, .. } => "give a reason to place anyway".into(),
            Self::SkillLevel { .. } => "choose 1, 2, 3 or 4".into(),
            Self::Weeks { .. } => "correct the weeks, or the office's limits in Settings".into(),
            Self::Places { .. } => "correct the places".into(),
            Self::NoFreePlace { .. } => "cancel a proposal that waits, or add a place".into(),
            Self::Step { from, .. } => match from.next() {
                [] => "a stage that ends a mission stays; propose a new mission".into(),
                next => format!("it can become {}", next.iter().map(|s| s.code()).collect::<Vec<_>>().join(", ")),
            },
            Self::Availability { .. } => "correct the weeks".into(),
            Self::SameName { .. } => "give one of them another name".into(),
            Self::StepInFuture { .. } => "make the step on its day, or correct the day".into(),
            Self::StepBefore { last, .. } => format!("choose {last} or later"),
            Self::NotBegun { .. } => "move the mission's first day, or make the step on that day".into(),
            Self::NotOver { .. } => "end the mission early, or make the step on its last day".into(),
            Self::NotExtendable { stage } if stage.is_tentative() => {
                "change its last day, nobody has agreed yet".into()
            }
            Self::NotExtendable { .. } => "propose a new mission".into(),
            Self::NotLater { last, .. } => format!("choose a day after {last}, or end the mission early"),
            Self::NotFunded { until, .. } => format!("choose {until} or earlier, or find who pays for more"),
            Self::TotalWeeks { most, served, .. } => match i64::from(*most) - served {
                left if left > 0 => format!("{left} weeks are left, or change the limit in Settings"),
                _ => "none are left, or change the limit in Settings".into(),
            },
            Self::NotReassignable { .. } => "only a mission that is being served goes on elsewhere".into(),
            Self::ReassignedOutside { first, last, .. } => {
                format!("choose a day after {first} and no later than {last}")
            }
            Self::NotOnEarth { .. } => "latitude lies between -90 and 90, longitude between -180 and 180".into(),
        }
    }

    /// Whether a person may set the rule aside for a mission by giving a reason.
    pub fn may_be_overridden(&self) -> bool {
        matches!(self, Self::DoubleBooked { .. })
    }
}

/// Rules on a volunteer alone.
pub fn check_volunteer(volunteer: &Volunteer, today: NaiveDate) -> Result<(), Broken> {
    if volunteer.full_name.trim().is_empty() {
        return Err(Broken::NoName { what: "volunteer".into() });
    }
    if let Some(birth) = volunteer.birth_date
        && !(0..=120).contains(&age_on(birth, today))
    {
        return Err(Broken::BirthDate { birth, today });
    }
    if let (Some(least), Some(most)) = (volunteer.weeks_least, volunteer.weeks_most)
        && least > most
    {
        return Err(Broken::Availability { least, most });
    }
    if let (Some(first), Some(last)) = (volunteer.available_from, volunteer.available_until) {
        check_order(first, last)?;
    }
    Ok(())
}

/// Rules on a placement alone.
pub fn check_placement(placement: &Placement, limits: &Limits) -> Result<(), Broken> {
    if placement.title.trim().is_empty() {
        return Err(Broken::NoName { what: "placement".into() });
    }
    if placement.places_filled_elsewhere > placement.places {
        return Err(Broken::Places { places: placement.places, filled: placement.places_filled_elsewhere });
    }
    let least = placement.weeks_least.unwrap_or(limits.weeks_least);
    let most = placement.weeks_most.unwrap_or(limits.weeks_most);
    if least > most || least < limits.weeks_least || most > limits.weeks_most {
        let (limit_least, limit_most) = (limits.weeks_least, limits.weeks_most);
        return Err(Broken::Weeks { least, most, limit_least, limit_most });
    }
    for (first, last) in
        [(placement.start_from, placement.start_until), (placement.funding_from, placement.funding_until)]
    {
        if let (Some(first), Some(last)) = (first, last) {
            check_order(first, last)?;
        }
    }
    Ok(())
}

/// The last day does not lie before the first.
pub fn check_order(first: NaiveDate, last: NaiveDate) -> Result<(), Broken> {
    if last < first { Err(Broken::LastBeforeFirst { first, last }) } else { Ok(()) }
}

/// Age on every day of a mission. Says nothing where the day of birth is not known.
pub fn check_age(birth: Option<NaiveDate>, days: Span, limits: &Limits) -> Result<(), Broken> {
    let Some(birth) = birth else { return Ok(()) };
    let (youngest, oldest) = (age_on(birth, days.first), age_on(birth, days.last));
    if youngest < i32::from(limits.age_least) {
        return Err(Broken::TooYoung { age: youngest, day: days.first, least: limits.age_least });
    }
    if oldest > i32::from(limits.age_most) {
        return Err(Broken::TooOld { age: oldest, day: days.last, most: limits.age_most });
    }
    Ok(())
}

/// Six weeks to two years, extensions included, or what the office has set.
pub fn check_length(days: Span, limits: &Limits) -> Result<(), Broken> {
    let least_days = i64::from(limits.weeks_least) * 7;
    if days.days() < least_days {
        return Err(Broken::TooShort { days: days.days(), least: limits.weeks_least, least_days });
    }
    if days.weeks() > i64::from(limits.weeks_most) {
        return Err(Broken::TooLong { weeks: days.weeks(), most: limits.weeks_most });
    }
    Ok(())
}

/// The first of the volunteer's other missions that shares a day with this one, as a broken rule with the next free
/// days. A tentative mission counts as well as a firm one, so that a warning can be given for it; see
/// [`check_mission`] for when it is refused.
pub fn double_booking(mission: &Mission, others: &[Mission]) -> Option<Broken> {
    let days = mission.days();
    let counts = |other: &&Mission| {
        other.id != mission.id
            && other.volunteer == mission.volunteer
            && (other.stage.is_firm() || other.stage.is_tentative())
    };
    let clash = others.iter().filter(counts).filter(|other| other.days().overlaps(days)).min_by_key(|other| {
        // A firm mission is the stronger reason, so it is named before a tentative one.
        (!other.stage.is_firm(), other.first)
    })?;
    let taken: Vec<Span> = others.iter().filter(counts).map(Mission::days).collect();
    let weeks = u16::try_from(days.weeks()).ok();
    Some(Broken::DoubleBooked {
        other: clash.reference.clone(),
        first: clash.first,
        last: clash.last,
        free: weeks.and_then(|weeks| next_free(&taken, days.first, weeks)),
    })
}

/// All rules on a mission, with the volunteer and all of the volunteer's missions.
///
/// A mission that came to nothing (declined, cancelled) breaks none. One that ended early may be shorter than the
/// least. Double booking is refused between two firm missions unless a reason to override is kept with either.
pub fn check_mission(
    mission: &Mission,
    volunteer: &Volunteer,
    missions_of_volunteer: &[Mission],
    limits: &Limits,
) -> Result<(), Broken> {
    check_order(mission.first, mission.last)?;
    if matches!(mission.stage, Stage::Declined | Stage::Cancelled) {
        return Ok(());
    }
    check_age(volunteer.birth_date, mission.days(), limits)?;
    let limits_of_length =
        if mission.stage == Stage::EndedEarly { &Limits { weeks_least: 0, ..*limits } } else { limits };
    check_length(mission.days(), limits_of_length)?;
    if mission.stage.is_firm() && mission.override_reason.trim().is_empty() {
        let firm: Vec<Mission> = missions_of_volunteer
            .iter()
            .filter(|other| other.stage.is_firm() && other.override_reason.trim().is_empty())
            .cloned()
            .collect();
        if let Some(broken) = double_booking(mission, &firm) {
            return Err(broken);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Id;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    fn mission(volunteer: Id, first: &str, weeks: u16, stage: Stage) -> Mission {
        let days = Span::of_weeks(day(first), weeks).unwrap_or(Span { first: day(first), last: day(first) });
        Mission { stage, reference: format!("M-{weeks}"), ..Mission::proposed(volunteer, Id::random(), days) }
    }

    #[test]
    fn age_is_looked_at_on_the_first_and_on_the_last_day() {
        let limits = Limits::default();
        let days = Span { first: day("2027-05-03"), last: day("2028-05-01") };
        assert_eq!(check_age(Some(day("2009-05-03")), days, &limits), Ok(()));
        assert_eq!(
            check_age(Some(day("2009-05-04")), days, &limits),
            Err(Broken::TooYoung { age: 17, day: days.first, least: 18 })
        );
        assert_eq!(check_age(Some(day("1952-05-02")), days, &limits), Ok(()));
        assert_eq!(
            check_age(Some(day("1952-05-01")), days, &limits),
            Err(Broken::TooOld { age: 76, day: days.last, most: 75 })
        );
        assert_eq!(check_age(None, days, &limits), Ok(()));
    }

    #[test]
    fn two_years_are_the_most_and_six_weeks_the_least() {
        let limits = Limits::default();
        let check = |weeks, more_days| {
            let span = Span::of_weeks(day("2027-01-01"), weeks)
                .unwrap_or(Span { first: day("2027-01-01"), last: day("2027-01-01") });
            check_length(Span { last: span.last + chrono::Days::new(more_days), ..span }, &limits)
        };
        assert_eq!(check(104, 0), Ok(()));
        assert_eq!(check(104, 1), Err(Broken::TooLong { weeks: 105, most: 104 }));
        assert_eq!(check(6, 0), Ok(()));
        assert_eq!(check(5, 6), Err(Broken::TooShort { days: 41, least: 6, least_days: 42 }));
    }

    #[test]
    fn firm_missions_do_not_share_a_day_unless_a_reason_is_kept() {
        let person = Volunteer { full_name: "Ana Silva".into(), ..Volunteer::default() };
        let serving = mission(person.id, "2027-01-04", 26, Stage::Serving);
        let mut second = mission(person.id, "2027-06-01", 20, Stage::Proposed);
        let all = [serving.clone(), second.clone()];
        assert_eq!(check_mission(&second, &person, &all, &Limits::default()), Ok(()), "tentative: only a warning");
        let warning = double_booking(&second, &all);
        assert!(
            matches!(&warning, Some(Broken::DoubleBooked { free: Some(free), .. }) if free.first == day("2027-07-05"))
        );

        second.stage = Stage::Accepted;
        assert_eq!(check_mission(&second, &person, &all, &Limits::default()).err(), warning);
        second.override_reason = "hands over in the same town".into();
        assert_eq!(check_mission(&second, &person, &all, &Limits::default()), Ok(()));
    }

    #[test]
    fn an_early_end_may_leave_less_than_six_weeks() {
        let person = Volunteer { full_name: "Ana Silva".into(), ..Volunteer::default() };
        let short = mission(person.id, "2027-01-04", 2, Stage::EndedEarly);
        assert_eq!(check_mission(&short, &person, &[], &Limits::default()), Ok(()));
        let short = Mission { stage: Stage::Serving, ..short };
        assert!(check_mission(&short, &person, &[], &Limits::default()).is_err());
    }

    proptest! {
        #[test]
        fn the_free_days_offered_are_free(starts in proptest::collection::vec((0i64..700, 1u16..60), 1..8), from in 0i64..700, weeks in 1u16..60) {
            let person = Id::random();
            let base = day("2027-01-01");
            let others: Vec<Mission> = starts
                .iter()
                .map(|(offset, weeks)| mission(person, &(base + chrono::Duration::days(*offset)).to_string(), *weeks, Stage::Accepted))
                .collect();
            let wanted = mission(person, &(base + chrono::Duration::days(from)).to_string(), weeks, Stage::Proposed);
            match double_booking(&wanted, &others) {
                Some(Broken::DoubleBooked { free: Some(free), .. }) => {
                    prop_assert_eq!(free.weeks(), i64::from(weeks));
                    prop_assert!(free.first >= wanted.first);
                    prop_assert!(others.iter().all(|other| !other.days().overlaps(free)));
                }
                None => prop_assert!(others.iter().all(|other| !other.days().overlaps(wanted.days()))),
                other => prop_assert!(false, "{other:?}"),
            }
        }
    }
}
