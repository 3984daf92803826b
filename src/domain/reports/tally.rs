//! Adding up service: people, missions, days and months, kept apart.

use super::model::sorted;
use super::scope::{Case, Scope};
use super::{Figure, Label, Measure, Table, TableName};
use crate::domain::span::Span;
use crate::domain::{Id, Kind};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Days in a month, on average: 365.25 / 12.
pub(super) const DAYS_OF_MONTH: f64 = 30.4375;
/// Days in a year, on average.
pub(super) const DAYS_OF_YEAR: f64 = 365.25;

/// What is counted of service.
pub(super) const SERVICE: [Measure; 4] = [Measure::Volunteers, Measure::Missions, Measure::Days, Measure::Months];

/// Service added up.
#[derive(Default)]
pub(super) struct Tally {
    pub days: i64,
    missions: Vec<Id>,
    volunteers: Vec<Id>,
}

impl Tally {
    pub(super) fn add(&mut self, case: &Case<'_>, days: Span) {
        self.days += days.days();
        self.missions.push(case.mission.id);
        self.volunteers.push(case.mission.volunteer);
    }

    /// How many volunteers, and how many days.
    pub(super) fn size(&self) -> (usize, i64) {
        (sorted(self.volunteers.clone()).len(), self.days)
    }

    /// The figures for [`SERVICE`].
    pub(super) fn figures(self) -> Vec<Figure> {
        let missions = sorted(self.missions);
        vec![
            Figure::count(Kind::Volunteer, self.volunteers),
            Figure::new(Some(missions.len() as f64), Kind::Mission, &missions),
            Figure::new(Some(self.days as f64), Kind::Mission, &missions),
            Figure::new(Some(self.days as f64 / DAYS_OF_MONTH), Kind::Mission, &missions),
        ]
    }
}

/// In which order lines stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// As what they are about is ordered.
    Own,
    /// Those with the most volunteers first, then those with the most days.
    Size,
}

/// All service in one line.
pub(super) fn whole<'s, 'a: 's>(name: TableName, served: impl Iterator<Item = (&'s Case<'a>, Span)>) -> Table {
    let mut tally = Tally::default();
    for (case, days) in served {
        tally.add(case, days);
    }
    Table::new(name, &SERVICE).with(Label::Total, tally.figures())
}

/// Service by what a mission is about; a mission may count under several. What the records do not tell stands last.
pub(super) fn by<'s, 'a: 's, K: Ord>(
    name: TableName,
    scope: &'s Scope<'a>,
    keys: impl Fn(&'s Case<'a>) -> Vec<K>,
    label: impl Fn(K) -> Label,
    order: Order,
) -> Table {
    let mut known: BTreeMap<K, Tally> = BTreeMap::new();
    let mut unknown = Tally::default();
    for (case, days) in scope.served() {
        let keys = keys(case);
        if keys.is_empty() {
            unknown.add(case, days);
        }
        for key in keys {
            known.entry(key).or_default().add(case, days);
        }
    }
    let mut lines: Vec<(K, Tally)> = known.into_iter().collect();
    if order == Order::Size {
        lines.sort_by_cached_key(|(_, tally)| Reverse(tally.size()));
    }
    let mut table = Table::new(name, &SERVICE);
    for (key, tally) in lines {
        table.line(label(key), tally.figures());
    }
    if unknown.days > 0 {
        table.line(Label::Unknown, unknown.figures());
    }
    table
}
