//! Milestone templates: which dated tasks a mission has, and on which day each is due.
//!
//! A milestone that comes from a template keeps its [`Rule`], so that it moves with the mission for as long as it is not
//! done, whatever becomes of the template. What is done stays where it was.

mod defaults;

use super::Id;
use super::codes::codes;
use super::mission::{Milestone, Party};
use super::reference::{Country, Tongue};
use super::span::Span;
use super::volunteer::{Category, ClearanceKind};
use chrono::{Duration, Months, NaiveDate};
use serde::{Deserialize, Serialize};

codes! {
    /// The day of a mission from which a milestone is counted.
    Anchor {
        /// The first day.
        First = "first",
        /// The day in the middle.
        Middle = "middle",
        /// The last day.
        Last = "last",
    }
}

impl Anchor {
    /// The day in a mission.
    pub fn of(self, days: Span) -> NaiveDate {
        match self {
            Self::First => days.first,
            Self::Middle => days.first + Duration::days(days.days() / 2),
            Self::Last => days.last,
        }
    }
}

codes! {
    /// What an offset is counted in.
    Unit {
        /// Days.
        Days = "days",
        /// Weeks.
        Weeks = "weeks",
        /// Calendar months; the 31st becomes the last day of a shorter month.
        Months = "months",
    }
}

/// When a milestone is due: so many days, weeks or months before (negative) or after a day of the mission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Offset {
    /// From which day.
    pub from: Anchor,
    /// How many; negative before.
    pub amount: i16,
    /// Of what.
    pub unit: Unit,
}

impl Offset {
    /// The day for a mission; the anchor itself where the calendar ends.
    pub fn day(self, days: Span) -> NaiveDate {
        let anchor = self.from.of(days);
        let amount = i64::from(self.amount);
        let months = Months::new(u32::from(self.amount.unsigned_abs()));
        let day = match self.unit {
            Unit::Days => anchor.checked_add_signed(Duration::days(amount)),
            Unit::Weeks => anchor.checked_add_signed(Duration::weeks(amount)),
            Unit::Months if self.amount < 0 => anchor.checked_sub_months(months),
            Unit::Months => anchor.checked_add_months(months),
        };
        day.unwrap_or(anchor)
    }
}

/// What a milestone from a template remembers of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// When it is due.
    pub offset: Offset,
    /// Which one it is of those that come again and again, from 0.
    #[serde(default)]
    pub turn: u16,
    /// Names of the milestones that must be done before it.
    #[serde(default)]
    pub waits_for: Vec<String>,
    /// Whether every milestone that a clearance closes must be done before it.
    #[serde(default)]
    pub after_clearances: bool,
    /// The clearance that closes it.
    #[serde(default)]
    pub closed_by: Option<ClearanceKind>,
}

/// A milestone that missions get, and which missions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Template {
    /// What is to be done; the templates that every office begins with are kept under their English names.
    pub name: String,
    /// Who does it.
    pub who: Party,
    /// When it is due.
    pub offset: Offset,
    /// Months after which it comes again, for as long as the mission lasts.
    pub every_months: Option<u16>,
    /// Names of the milestones that must be done before it.
    pub waits_for: Vec<String>,
    /// Whether every milestone that a clearance closes must be done before it.
    pub after_clearances: bool,
    /// The clearance that closes it.
    pub closed_by: Option<ClearanceKind>,
    /// Only for missions under one of these categories; none is all.
    pub categories: Vec<Category>,
    /// Only for missions in one of these countries; none is all.
    pub countries: Vec<Country>,
    /// Only for those who go to a country that is not their own.
    pub only_abroad: bool,
    /// Only for missions of so many weeks at least.
    pub weeks_least: u16,
    /// What else there is to know.
    pub note: String,
}

impl Default for Template {
    fn default() -> Self {
        Self {
            name: String::new(),
            who: Party::Office,
            offset: Offset { from: Anchor::First, amount: 0, unit: Unit::Weeks },
            every_months: None,
            waits_for: Vec::new(),
            after_clearances: false,
            closed_by: None,
            categories: Vec::new(),
            countries: Vec::new(),
            only_abroad: false,
            weeks_least: 0,
            note: String::new(),
        }
    }
}

/// All templates of an office, in the order in which people see them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Templates(pub Vec<Template>);

impl Default for Templates {
    fn default() -> Self {
        Self(defaults::templates())
    }
}

/// What of a mission decides which templates it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// The category under which the volunteer serves, where it is known.
    pub category: Option<Category>,
    /// The country of service.
    pub country: Option<Country>,
    /// Whether the volunteer serves in a country of their own; what is not known counts as abroad.
    pub at_home: bool,
}

impl Template {
    /// Whether a mission takes it.
    pub fn applies(&self, setting: Setting, days: Span) -> bool {
        let category = |category| self.categories.contains(&category);
        let country = |country| self.countries.contains(&country);
        (self.categories.is_empty() || setting.category.is_none_or(category))
            && (self.countries.is_empty() || setting.country.is_some_and(country))
            && !(self.only_abroad && setting.at_home)
            && days.weeks() >= i64::from(self.weeks_least)
    }

    fn rule(&self, turn: u16) -> Rule {
        let months = turn.saturating_mul(self.every_months.unwrap_or_default());
        let offset = match (turn, self.offset.unit) {
            (0, _) => self.offset,
            (_, Unit::Months) => Offset { amount: self.offset.amount.saturating_add_unsigned(months), ..self.offset },
            // Months cannot be added to days or weeks; a template that comes again is counted in months.
            _ => Offset { amount: months.try_into().unwrap_or(i16::MAX), unit: Unit::Months, ..self.offset },
        };
        let (waits_for, after_clearances) = (self.waits_for.clone(), self.after_clearances);
        Rule { offset, turn, waits_for, after_clearances, closed_by: self.closed_by }
    }

    /// The milestones of a mission from this template: one, or one for each time that it comes before the last day.
    fn milestones(&self, mission: Id, days: Span) -> Vec<Milestone> {
        let mut found = Vec::new();
        for turn in 0.. {
            let rule = self.rule(turn);
            let due = rule.offset.day(days);
            if turn > 0 && (due >= days.last || self.every_months.is_none_or(|months| months == 0)) {
                break;
            }
            found.push(Milestone {
                id: Id::random(),
                of: mission,
                name: self.name.clone(),
                who: self.who,
                due,
                done_on: None,
                note: self.note.clone(),
                rule: Some(rule),
            });
        }
        found
    }
}

impl Templates {
    /// The milestones of a new mission, the earliest due first.
    pub fn milestones(&self, mission: Id, setting: Setting, days: Span) -> Vec<Milestone> {
        let applied = self.0.iter().filter(|template| template.applies(setting, days));
        let mut milestones: Vec<Milestone> = applied.flat_map(|template| template.milestones(mission, days)).collect();
        milestones.sort_by_key(|milestone| milestone.due);
        milestones
    }

    /// What becomes of the milestones of a mission that moves to other days.
    ///
    /// What is done stays. What a template counts from a day of the mission is counted again; a day that a person has
    /// set, and a milestone of their own, moves as many days as the nearer end of the mission. Those that only the
    /// longer mission has (a review each six months, say) are added, those that the shorter one has no room for go.
    pub fn moved(&self, milestones: &[Milestone], setting: Setting, from: Span, to: Span) -> Moved {
        let mut moved = Moved::default();
        let Some(mission) = milestones.first().map(|milestone| milestone.of) else { return moved };
        let key = |milestone: &Milestone| {
            let turn = milestone.rule.as_ref().map_or(0, |rule| rule.turn);
            (milestone.name.clone(), turn)
        };
        let (before, after) = (self.milestones(mission, setting, from), self.milestones(mission, setting, to));
        let is_in = |list: &[Milestone], wanted: &Milestone| list.iter().any(|one| key(one) == key(wanted));
        for milestone in milestones.iter().filter(|milestone| milestone.done_on.is_none()) {
            if milestone.rule.is_some() && is_in(&before, milestone) && !is_in(&after, milestone) {
                moved.dropped.push(milestone.id);
                continue;
            }
            let due = match &milestone.rule {
                Some(rule) if milestone.due == rule.offset.day(from) => rule.offset.day(to),
                rule => {
                    let near = if (milestone.due - from.first).abs() <= (milestone.due - from.last).abs() {
                        Anchor::First
                    } else {
                        Anchor::Last
                    };
                    let anchor = rule.as_ref().map_or(near, |rule| rule.offset.from);
                    milestone.due.checked_add_signed(anchor.of(to) - anchor.of(from)).unwrap_or(milestone.due)
                }
            };
            if due != milestone.due {
                moved.due.push((milestone.id, due));
            }
        }
        let new = |milestone: &Milestone| !is_in(&before, milestone) && !is_in(milestones, milestone);
        moved.added = after.into_iter().filter(new).collect();
        moved
    }
}

/// What becomes of milestones when their mission moves.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Moved {
    /// Milestones with another day.
    pub due: Vec<(Id, NaiveDate)>,
    /// Milestones that the mission now has as well.
    pub added: Vec<Milestone>,
    /// Milestones that it has no room for any more.
    pub dropped: Vec<Id>,
}

/// The name of a milestone or template as a reader is told it: the names that every office begins with in the reader's
/// language, any other as a person wrote it.
pub fn name_in(name: &str, tongue: Tongue) -> &str {
    match tongue {
        Tongue::English => name,
        Tongue::French => defaults::in_french(name).unwrap_or(name),
    }
}

/// The names of the milestones that must be done before this one and are not.
pub fn waits_for<'a>(milestone: &Milestone, all: &'a [Milestone]) -> Vec<&'a str> {
    let Some(rule) = &milestone.rule else { return Vec::new() };
    let is_clearance = |other: &Milestone| other.rule.as_ref().is_some_and(|rule| rule.closed_by.is_some());
    let needed = |other: &&Milestone| {
        other.id != milestone.id
            && other.done_on.is_none()
            && (rule.waits_for.contains(&other.name) || (rule.after_clearances && is_clearance(other)))
    };
    all.iter().filter(needed).map(|other| other.name.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    fn span(first: &str, last: &str) -> Span {
        Span { first: day(first), last: day(last) }
    }

    const ABROAD: Setting = Setting { category: Some(Category::International), country: None, at_home: false };
    const AT_HOME: Setting = Setting { category: Some(Category::National), country: None, at_home: true };

    fn names(milestones: &[Milestone]) -> Vec<&str> {
        milestones.iter().map(|milestone| milestone.name.as_str()).collect()
    }

    fn due(milestones: &[Milestone], name: &str) -> Vec<NaiveDate> {
        milestones.iter().filter(|milestone| milestone.name == name).map(|milestone| milestone.due).collect()
    }

    #[test]
    fn who_serves_at_home_needs_no_visa_and_no_flight() {
        let year = span("2027-01-04", "2028-01-03");
        let templates = Templates::default();
        let abroad = templates.milestones(Id::random(), ABROAD, year);
        let at_home = templates.milestones(Id::random(), AT_HOME, year);
        for name in ["Passport check", "Visa or work permit", "Flight booked"] {
            assert!(names(&abroad).contains(&name) && !names(&at_home).contains(&name), "{name}");
        }
        assert_eq!(due(&abroad, "Visa or work permit"), [day("2026-11-09")], "eight weeks before the first day");
        assert_eq!(due(&at_home, "Security briefing"), [day("2027-01-07")], "within 72 hours");
        assert_eq!(due(&at_home, "Extension talks"), [day("2027-09-03")], "four months before the end");
        assert_eq!(due(&at_home, "Return follow-up"), [day("2028-07-03")]);
        assert!(abroad.is_sorted_by_key(|milestone| milestone.due));
    }

    #[test]
    fn a_review_comes_each_six_months_for_as_long_as_the_mission_lasts() {
        let templates = Templates::default();
        let two_years = span("2027-01-04", "2029-01-01");
        let reviews = due(&templates.milestones(Id::random(), ABROAD, two_years), "Half-yearly review");
        assert_eq!(reviews, [day("2027-07-04"), day("2028-01-04"), day("2028-07-04")]);
    }

    #[test]
    fn what_is_not_done_moves_and_what_is_done_stays() {
        let templates = Templates::default();
        let (from, to) = (span("2027-01-04", "2028-01-03"), span("2027-02-01", "2028-06-30"));
        let mut milestones = templates.milestones(Id::random(), ABROAD, from);
        let own = Milestone { id: Id::random(), name: "Call the ward".into(), rule: None, ..milestones[0].clone() };
        milestones.push(Milestone { due: day("2027-12-20"), ..own });
        for milestone in &mut milestones {
            if milestone.name == "Medical examination" {
                milestone.done_on = Some(day("2026-10-01"));
            }
            if milestone.name == "Flight booked" {
                milestone.due += Duration::days(2);
            }
        }
        let moved = templates.moved(&milestones, ABROAD, from, to);
        let to_day = |name: &str| {
            let id = milestones.iter().find(|milestone| milestone.name == name).map(|milestone| milestone.id);
            moved.due.iter().find(|(moved, _)| Some(*moved) == id).map(|(_, day)| *day)
        };
        assert_eq!(to_day("Medical examination"), None, "it is done");
        assert_eq!(to_day("Visa or work permit"), Some(day("2026-12-07")));
        assert_eq!(to_day("Flight booked"), Some(day("2027-01-13")), "two days late, as a person had it");
        assert_eq!(to_day("Call the ward"), Some(day("2028-06-16")), "as near to the end as it was");
        let added = names(&moved.added);
        assert_eq!(added, ["Half-yearly review"; 2], "a mission of more than a year has them");
        let mut longer = milestones.clone();
        longer.extend(moved.added);
        for (id, due) in moved.due {
            longer.iter_mut().filter(|milestone| milestone.id == id).for_each(|milestone| milestone.due = due);
        }
        let back = templates.moved(&longer, ABROAD, to, from);
        assert_eq!((back.dropped.len(), back.added.len()), (2, 0));
    }

    #[test]
    fn a_flight_is_booked_after_every_clearance() {
        let mut milestones = Templates::default().milestones(Id::random(), ABROAD, span("2027-01-04", "2028-01-03"));
        let flight = milestones.iter().find(|milestone| milestone.name == "Flight booked").cloned();
        let Some(flight) = flight else { panic!("no flight") };
        let open = waits_for(&flight, &milestones).len();
        assert_eq!(open, 6, "references, medical, police, safeguarding, passport, visa");
        milestones.iter_mut().for_each(|milestone| milestone.done_on = Some(day("2026-12-01")));
        assert_eq!(waits_for(&flight, &milestones), Vec::<&str>::new());
    }

    proptest! {
        #[test]
        fn templates_move_with_the_mission_and_never_move_what_is_done(
            first in 0i64..2000, weeks in 6i64..104, by in -400i64..400, longer in -40i64..40, done in proptest::collection::vec(any::<bool>(), 40),
        ) {
            let templates = Templates::default();
            let first = day("2026-01-01") + Duration::days(first);
            let from = Span { first, last: first + Duration::days(weeks * 7 - 1) };
            let to = Span { first: from.first + Duration::days(by), last: from.last + Duration::days((by + longer).max(by - weeks * 7 + 42)) };
            let mut milestones = templates.milestones(Id::random(), ABROAD, from);
            for (milestone, done) in milestones.iter_mut().zip(&done) {
                milestone.done_on = done.then_some(from.first);
            }
            let moved = templates.moved(&milestones, ABROAD, from, to);
            let is_done = |id: &Id| milestones.iter().any(|one| one.id == *id && one.done_on.is_some());
            prop_assert!(!moved.due.iter().any(|(id, _)| is_done(id)) && !moved.dropped.iter().any(is_done));
            let mut now: Vec<Milestone> = milestones.iter().filter(|one| !moved.dropped.contains(&one.id)).cloned().collect();
            for (id, due) in &moved.due {
                now.iter_mut().filter(|one| one.id == *id).for_each(|one| one.due = *due);
            }
            now.extend(moved.added);
            // As a mission that had been proposed for these days from the first, but for what was done by then.
            let mut fresh: Vec<(String, NaiveDate)> = templates.milestones(Id::random(), ABROAD, to).into_iter().map(|one| (one.name, one.due)).collect();
            fresh.retain(|(name, due)| !now.iter().any(|one| one.done_on.is_some() && one.name == *name && one.due != *due));
            for (name, due) in fresh {
                prop_assert!(now.iter().any(|one| one.name == name && (one.due == due || one.done_on.is_some())), "{} {}", name, due);
            }
        }
    }
}
