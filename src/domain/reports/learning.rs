//! Practices noted, and where they were done again.
//!
//! A practice is narrowed by its countries and sectors, a replication by its country and the practice's sectors;
//! programme and category narrow only replications done in a mission, and leave out all others.

use super::model::sorted;
use super::scope::Scope;
use super::{Figure, Label, Measure, Table, TableName};
use crate::domain::practice::{Practice, PracticeStage, Replication, ReplicationResult};
use crate::domain::reference::Country;
use crate::domain::{Id, Kind};
use std::collections::{BTreeMap, BTreeSet};

const RESULTS: [Measure; 5] =
    [Measure::Replications, Measure::Worked, Measure::InPart, Measure::Failed, Measure::TooEarly];

pub(super) fn learning(scope: &Scope<'_>) -> Vec<Table> {
    let noted: Vec<&Practice> = noted(scope);
    let again: Vec<&Replication> =
        scope.facts.replications.iter().filter(|replication| is_wanted(scope, replication)).collect();
    let countries: BTreeSet<Country> = again.iter().filter_map(|replication| replication.country).collect();
    let repeated = sorted(again.iter().map(|replication| replication.of).collect());
    let measures: Vec<Measure> = [Measure::PracticesNoted, Measure::PracticesRepeated, Measure::RepeatedCountries]
        .into_iter()
        .chain(RESULTS)
        .collect();
    let mut figures = vec![
        Figure::count(Kind::Practice, noted.iter().map(|practice| practice.id).collect()),
        Figure::new(Some(repeated.len() as f64), Kind::Practice, &repeated),
        Figure::new(Some(countries.len() as f64), Kind::Practice, &repeated),
    ];
    figures.extend(results(&again));
    vec![
        Table::new(TableName::LearningTotal, &measures).with(Label::Total, figures),
        by_stage(&noted),
        by_country(&again),
    ]
}

fn in_sector(scope: &Scope<'_>, practice: &Practice) -> bool {
    scope.query.sector.is_none_or(|group| practice.sectors.iter().any(|sector| sector.within(group)))
}

fn noted<'a>(scope: &Scope<'a>) -> Vec<&'a Practice> {
    let country = |practice: &Practice| scope.query.country.is_none_or(|country| practice.countries.contains(&country));
    let practices = scope.facts.practices.values();
    practices
        .filter(|practice| scope.in_period(practice.noted_on) && country(practice) && in_sector(scope, practice))
        .collect()
}

fn is_wanted(scope: &Scope<'_>, replication: &Replication) -> bool {
    let query = scope.query;
    let Some(practice) = scope.facts.practices.get(&replication.of) else { return false };
    let by_mission = query.programme.is_some() || query.category.is_some();
    scope.in_period(replication.on)
        && query.country.is_none_or(|country| replication.country == Some(country))
        && in_sector(scope, practice)
        && (!by_mission || replication.mission.is_some_and(|mission| scope.case(mission).is_some()))
}

/// The figures for [`RESULTS`]: how often, with the practices behind it.
fn results(again: &[&Replication]) -> Vec<Figure> {
    let figure = |result: Option<ReplicationResult>| {
        let those: Vec<Id> = again
            .iter()
            .filter(|replication| result.is_none_or(|result| replication.result == result))
            .map(|replication| replication.of)
            .collect();
        Figure::new(Some(those.len() as f64), Kind::Practice, &sorted(those))
    };
    std::iter::once(None).chain(ReplicationResult::ALL.iter().copied().map(Some)).map(figure).collect()
}

fn by_stage(noted: &[&Practice]) -> Table {
    let mut stages: BTreeMap<PracticeStage, Vec<Id>> = BTreeMap::new();
    for practice in noted {
        stages.entry(practice.stage).or_default().push(practice.id);
    }
    let mut table = Table::new(TableName::LearningByStage, &[Measure::PracticesNoted]);
    for (stage, ids) in stages {
        table.line(Label::Code("practice-stage", stage.code()), vec![Figure::count(Kind::Practice, ids)]);
    }
    table
}

fn by_country(again: &[&Replication]) -> Table {
    let mut countries: BTreeMap<(bool, Option<Country>), Vec<&Replication>> = BTreeMap::new();
    for replication in again {
        let country = replication.country;
        countries.entry((country.is_none(), country)).or_default().push(replication);
    }
    let mut table = Table::new(TableName::LearningByCountry, &RESULTS);
    for ((_, country), again) in countries {
        table.line(country.map_or(Label::Unknown, Label::Country), results(&again));
    }
    table
}
