//! The missions that a report is about, each with who serves where and which of its days were served in the period.

use super::{Facts, ReportQuery};
use crate::domain::Id;
use crate::domain::mission::{Mission, Stage, StageStep};
use crate::domain::placement::Placement;
use crate::domain::reference::Country;
use crate::domain::scheme::serves_as;
use crate::domain::span::Span;
use crate::domain::volunteer::{Category, Volunteer};
use chrono::NaiveDate;
use std::collections::HashMap;

/// A mission that the query takes.
pub(super) struct Case<'a> {
    pub mission: &'a Mission,
    pub volunteer: Option<&'a Volunteer>,
    pub post: Option<&'a Placement>,
    pub category: Option<Category>,
    /// What was served of it in the period.
    pub served: Option<Span>,
}

impl Case<'_> {
    pub(super) fn country(&self) -> Option<Country> {
        self.post?.country
    }
}

/// What a report is about.
pub(super) struct Scope<'a> {
    pub facts: &'a Facts,
    pub query: &'a ReportQuery,
    /// The last day of the period, today at the latest; nothing where the period has not begun.
    pub past: Option<Span>,
    pub cases: Vec<Case<'a>>,
    places: HashMap<Id, usize>,
}

impl<'a> Scope<'a> {
    pub(super) fn new(facts: &'a Facts, query: &'a ReportQuery) -> Self {
        let past = Span::new(query.days.first, query.days.last.min(facts.today));
        let cases: Vec<Case<'a>> =
            facts.missions.iter().filter_map(|mission| case(facts, query, past, mission)).collect();
        let places = cases.iter().enumerate().map(|(place, case)| (case.mission.id, place)).collect();
        Self { facts, query, past, cases, places }
    }

    /// The mission of an id, where the query takes it.
    pub(super) fn case(&self, mission: Id) -> Option<&Case<'a>> {
        self.places.get(&mission).map(|place| &self.cases[*place])
    }

    /// Missions with days served in the period, and these days.
    pub(super) fn served(&self) -> impl Iterator<Item = (&Case<'a>, Span)> {
        self.cases.iter().filter_map(|case| Some((case, case.served?)))
    }

    /// All days served in the period.
    pub(super) fn days_served(&self) -> i64 {
        self.served().map(|(_, days)| days.days()).sum()
    }

    /// The intake: agreed missions that began in the period.
    pub(super) fn begun(&self) -> impl Iterator<Item = &Case<'a>> {
        self.cases.iter().filter(|case| case.mission.stage.is_firm() && self.is_past(case.mission.first))
    }

    /// Whether a day lies in the period, and not after today.
    pub(super) fn is_past(&self, day: NaiveDate) -> bool {
        self.past.is_some_and(|past| past.contains(day))
    }

    /// Whether a day lies in the period.
    pub(super) fn in_period(&self, day: Option<NaiveDate>) -> bool {
        day.is_some_and(|day| self.query.days.contains(day))
    }

    /// The steps of each mission, the earliest first; of one day in the order of the stages.
    pub(super) fn steps(&self) -> HashMap<Id, Vec<&'a StageStep>> {
        let mut steps: HashMap<Id, Vec<&StageStep>> = HashMap::new();
        for step in &self.facts.steps {
            steps.entry(step.of).or_default().push(step);
        }
        for steps in steps.values_mut() {
            steps.sort_by_key(|step| (step.on, step.stage));
            steps.dedup_by_key(|step| step.stage);
        }
        steps
    }
}

/// The day on which a mission was agreed.
pub(super) fn agreed_on(steps: &[&StageStep]) -> Option<NaiveDate> {
    steps.iter().find(|step| step.stage.is_firm()).map(|step| step.on)
}

/// Whether a mission ended early and the person did not go on elsewhere.
pub(super) fn ended_early(mission: &Mission) -> bool {
    mission.stage == Stage::EndedEarly && !was_reassigned(mission)
}

/// Whether a mission ended because the person went on in another placement.
pub(super) fn was_reassigned(mission: &Mission) -> bool {
    mission.stage == Stage::EndedEarly && mission.early_end == Some(crate::domain::mission::EarlyEnd::Reassigned)
}

fn case<'a>(facts: &'a Facts, query: &ReportQuery, past: Option<Span>, mission: &'a Mission) -> Option<Case<'a>> {
    let post = facts.placements.get(&mission.placement);
    let volunteer = facts.volunteers.get(&mission.volunteer);
    let narrowed = query.country.is_some() || query.programme.is_some() || query.sector.is_some();
    if !post.map_or(!narrowed, |post| query.takes(post)) {
        return None;
    }
    let category = volunteer.zip(post).and_then(|(volunteer, post)| serves_as(volunteer, post));
    if query.category.is_some_and(|wanted| category != Some(wanted)) {
        return None;
    }
    let served = past
        .filter(|_| mission.stage.is_firm())
        .and_then(|past| Span::new(mission.first.max(past.first), mission.last.min(past.last)));
    Some(Case { mission, volunteer, post, category, served })
}
