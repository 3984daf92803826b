//! Missions that ended before their last day, by both methods: per intake, the share of those that began in the period
//! and ended early since; and per volunteer-year, early ends in the period for each year served in it. The first is about
//! twice the second, so a rate without its method says nothing.

use super::model::{share, sorted};
use super::scope::{Case, Scope, ended_early, was_reassigned};
use super::tally::DAYS_OF_YEAR;
use super::{Figure, Label, Measure, Table, TableName};
use crate::domain::mission::{EarlyEnd, Stage};
use crate::domain::{Id, Kind};
use std::collections::BTreeMap;

pub(super) fn early_ends(scope: &Scope<'_>) -> Vec<Table> {
    let intake: Vec<&Case<'_>> = scope.begun().collect();
    let in_period: Vec<&Case<'_>> = scope
        .cases
        .iter()
        .filter(|case| case.mission.stage == Stage::EndedEarly && scope.is_past(case.mission.last))
        .collect();
    let years = scope.days_served() as f64 / DAYS_OF_YEAR;
    vec![total(scope, &intake, &in_period, years), by_kind(&intake, &in_period, years)]
}

fn total(scope: &Scope<'_>, intake: &[&Case<'_>], in_period: &[&Case<'_>], years: f64) -> Table {
    let which = |cases: &[&Case<'_>], passes: fn(&Case<'_>) -> bool| -> Vec<Id> {
        cases.iter().filter(|case| passes(case)).map(|case| case.mission.id).collect()
    };
    let begun_ended = sorted(which(intake, |case| ended_early(case.mission)));
    let ended = sorted(which(in_period, |case| ended_early(case.mission)));
    let served = sorted(scope.served().map(|(case, _)| case.mission.id).collect());
    let measures = [
        Measure::Begun,
        Measure::BegunEnded,
        Measure::EndedShare,
        Measure::BegunReassigned,
        Measure::BegunCompleted,
        Measure::BegunUnderWay,
        Measure::Ended,
        Measure::VolunteerYears,
        Measure::EndedPerYear,
    ];
    let figures = vec![
        Figure::count(Kind::Mission, which(intake, |_| true)),
        Figure::new(Some(begun_ended.len() as f64), Kind::Mission, &begun_ended),
        Figure::new(share(begun_ended.len(), intake.len()), Kind::Mission, &begun_ended),
        Figure::count(Kind::Mission, which(intake, |case| was_reassigned(case.mission))),
        Figure::count(Kind::Mission, which(intake, |case| case.mission.stage == Stage::Completed)),
        Figure::count(
            Kind::Mission,
            which(intake, |case| !matches!(case.mission.stage, Stage::Completed | Stage::EndedEarly)),
        ),
        Figure::new(Some(ended.len() as f64), Kind::Mission, &ended),
        Figure::new(Some(years), Kind::Mission, &served),
        Figure::new(per_year(ended.len(), years), Kind::Mission, &ended),
    ];
    Table::new(TableName::EarlyEndsTotal, &measures).with(Label::Total, figures)
}

fn per_year(ends: usize, years: f64) -> Option<f64> {
    (years > 0.0).then(|| ends as f64 / years)
}

fn by_kind(intake: &[&Case<'_>], in_period: &[&Case<'_>], years: f64) -> Table {
    // Of each kind those that ended in the period, and those of the intake; an end without a kind stands last.
    let mut kinds: BTreeMap<(bool, Option<EarlyEnd>), [Vec<Id>; 2]> = BTreeMap::new();
    let ended = intake.iter().filter(|case| case.mission.stage == Stage::EndedEarly);
    for (which, case) in in_period.iter().map(|case| (0, case)).chain(ended.map(|case| (1, case))) {
        let kind = case.mission.early_end;
        kinds.entry((kind.is_none(), kind)).or_default()[which].push(case.mission.id);
    }
    let measures = [Measure::KindEnded, Measure::KindPerYear, Measure::KindBegunEnded, Measure::KindShare];
    let mut table = Table::new(TableName::EarlyEndsByKind, &measures);
    for ((_, kind), ids) in kinds {
        let [ended, begun_ended] = ids.map(sorted);
        let figures = vec![
            Figure::new(Some(ended.len() as f64), Kind::Mission, &ended),
            Figure::new(per_year(ended.len(), years), Kind::Mission, &ended),
            Figure::new(Some(begun_ended.len() as f64), Kind::Mission, &begun_ended),
            Figure::new(share(begun_ended.len(), intake.len()), Kind::Mission, &begun_ended),
        ];
        table.line(kind.map_or(Label::Unknown, |kind| Label::Code("early-end", kind.code())), figures);
    }
    table
}
