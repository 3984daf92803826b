//! People trained, and competences passed on.

use super::model::sorted;
use super::scope::{Case, Scope};
use super::{Figure, Label, Measure, Table, TableName};
use crate::domain::mission::{AgeBand, Trained, Transfer};
use crate::domain::placement::Objective;
use crate::domain::reference::Country;
use crate::domain::volunteer::Sex;
use crate::domain::{Id, Kind};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

/// People or sessions of some missions.
#[derive(Default)]
struct Sum {
    count: u64,
    missions: Vec<Id>,
}

impl Sum {
    fn add(&mut self, count: u16, mission: Id) {
        if count > 0 {
            self.count += u64::from(count);
            self.missions.push(mission);
        }
    }

    fn figure(self) -> Figure {
        Figure::new(Some(self.count as f64), Kind::Mission, &sorted(self.missions))
    }
}

/// The last look at a competence in the period.
struct Look<'a> {
    objective: &'a Objective,
    transfer: &'a Transfer,
    country: Option<Country>,
}

/// Competences that were looked at.
#[derive(Default)]
struct Looks<'a>(Vec<&'a Look<'a>>);

impl Looks<'_> {
    /// Looked at, raised, reached.
    fn figures(&self) -> [Figure; 3] {
        let raised =
            |look: &Look<'_>| look.transfer.level.zip(look.objective.before).is_some_and(|(now, was)| now > was);
        let reached =
            |look: &Look<'_>| look.transfer.level.zip(look.objective.aim).is_some_and(|(now, aim)| now >= aim);
        let passes: [&dyn Fn(&Look<'_>) -> bool; 3] = [&|_| true, &raised, &reached];
        passes.map(|passes| {
            let those: Vec<Id> = self.0.iter().filter(|look| passes(look)).map(|look| look.transfer.of).collect();
            Figure::new(Some(those.len() as f64), Kind::Mission, &sorted(those))
        })
    }

    /// The mean levels before and after.
    fn levels(&self) -> [Figure; 2] {
        let both: Vec<(Id, u8, u8)> = self
            .0
            .iter()
            .filter_map(|look| Some((look.transfer.of, look.objective.before?, look.transfer.level?)))
            .collect();
        let missions = sorted(both.iter().map(|(mission, ..)| *mission).collect());
        let mean = |level: fn(&(Id, u8, u8)) -> u8| {
            let sum: u32 = both.iter().map(|look| u32::from(level(look))).sum();
            let mean = (!both.is_empty()).then(|| f64::from(sum) / both.len() as f64);
            Figure::new(mean, Kind::Mission, &missions)
        };
        [mean(|(_, before, _)| *before), mean(|(.., after)| *after)]
    }
}

pub(super) fn training(scope: &Scope<'_>) -> Vec<Table> {
    let trained: Vec<(&Trained, &Case<'_>)> = scope
        .facts
        .trained
        .iter()
        .filter_map(|trained| Some((trained, scope.case(trained.of)?)))
        .filter(|(trained, case)| scope.in_period(Some(trained.on.unwrap_or(case.mission.last))))
        .collect();
    let sessions: Vec<(u16, &Case<'_>)> = scope
        .facts
        .reports
        .iter()
        .filter(|report| scope.in_period(report.received_on))
        .filter_map(|report| Some((report.sessions?, scope.case(report.of)?)))
        .collect();
    let looks = looks(scope);
    vec![
        total(&trained, &sessions, &looks),
        people(&trained),
        by_topic(&trained),
        by_country(&trained, &sessions, &looks),
        competences(&looks),
    ]
}

/// The last look at each competence in the period, in the order of the competences.
fn looks<'a>(scope: &Scope<'a>) -> Vec<Look<'a>> {
    let objectives: HashMap<Id, &Objective> =
        scope.facts.objectives.iter().map(|objective| (objective.id, objective)).collect();
    let mut last: BTreeMap<(&str, Id), Look<'a>> = BTreeMap::new();
    for transfer in scope.facts.transfers.iter().filter(|transfer| scope.in_period(Some(transfer.on))) {
        let Some(case) = scope.case(transfer.of) else { continue };
        let Some(objective) = objectives.get(&transfer.objective) else { continue };
        let look = Look { objective, transfer, country: case.country() };
        match last.entry((objective.competence.as_str(), objective.id)) {
            std::collections::btree_map::Entry::Occupied(mut before) if before.get().transfer.on <= transfer.on => {
                before.insert(look);
            }
            std::collections::btree_map::Entry::Occupied(_) => {}
            std::collections::btree_map::Entry::Vacant(none) => drop(none.insert(look)),
        }
    }
    last.into_values().collect()
}

fn total(trained: &[(&Trained, &Case<'_>)], sessions: &[(u16, &Case<'_>)], looks: &[Look<'_>]) -> Table {
    let (mut people, mut held) = (Sum::default(), Sum::default());
    trained.iter().for_each(|(trained, _)| people.add(trained.people, trained.of));
    sessions.iter().for_each(|(count, case)| held.add(*count, case.mission.id));
    let looks = Looks(looks.iter().collect());
    let ([seen, raised, reached], [before, after]) = (looks.figures(), looks.levels());
    let measures = [
        Measure::PeopleTrained,
        Measure::Sessions,
        Measure::Competences,
        Measure::CompetencesRaised,
        Measure::CompetencesReached,
        Measure::LevelBefore,
        Measure::LevelAfter,
    ];
    let figures = vec![people.figure(), held.figure(), seen, raised, reached, before, after];
    Table::new(TableName::TrainingTotal, &measures).with(Label::Total, figures)
}

fn people(trained: &[(&Trained, &Case<'_>)]) -> Table {
    let mut ages: BTreeMap<(bool, Option<AgeBand>), [Sum; 5]> = BTreeMap::new();
    for (trained, _) in trained {
        let column = match trained.sex {
            Some(Sex::Female) => 1,
            Some(Sex::Male) => 2,
            Some(Sex::Other) => 3,
            None => 4,
        };
        let sums = ages.entry((trained.age.is_none(), trained.age)).or_default();
        [0, column].into_iter().for_each(|column| sums[column].add(trained.people, trained.of));
    }
    let measures = [
        Measure::PeopleTrained,
        Measure::PeopleFemale,
        Measure::PeopleMale,
        Measure::PeopleOther,
        Measure::PeopleUnknown,
    ];
    let mut table = Table::new(TableName::TrainingPeople, &measures);
    for ((_, age), sums) in ages {
        let label = age.map_or(Label::Unknown, |age| Label::Code("age", age.code()));
        table.line(label, sums.map(Sum::figure).to_vec());
    }
    table
}

fn by_topic(trained: &[(&Trained, &Case<'_>)]) -> Table {
    let mut topics: BTreeMap<&str, Sum> = BTreeMap::new();
    for (trained, _) in trained {
        topics.entry(trained.topic.trim()).or_default().add(trained.people, trained.of);
    }
    let mut topics: Vec<(&str, Sum)> = topics.into_iter().collect();
    topics.sort_by_key(|(topic, sum)| (topic.is_empty(), Reverse(sum.count)));
    let mut table = Table::new(TableName::TrainingByTopic, &[Measure::PeopleTrained]);
    for (topic, sum) in topics {
        let label = if topic.is_empty() { Label::Unknown } else { Label::Text(topic.to_owned()) };
        table.line(label, vec![sum.figure()]);
    }
    table
}

fn by_country(trained: &[(&Trained, &Case<'_>)], sessions: &[(u16, &Case<'_>)], looks: &[Look<'_>]) -> Table {
    let mut countries: BTreeMap<(bool, Option<Country>), (Sum, Sum, Looks<'_>)> = BTreeMap::new();
    let key = |country: Option<Country>| (country.is_none(), country);
    for (trained, case) in trained {
        countries.entry(key(case.country())).or_default().0.add(trained.people, trained.of);
    }
    for (count, case) in sessions {
        countries.entry(key(case.country())).or_default().1.add(*count, case.mission.id);
    }
    for look in looks {
        countries.entry(key(look.country)).or_default().2.0.push(look);
    }
    let measures = [
        Measure::PeopleTrained,
        Measure::Sessions,
        Measure::Competences,
        Measure::CompetencesRaised,
        Measure::CompetencesReached,
    ];
    let mut table = Table::new(TableName::TrainingByCountry, &measures);
    for ((_, country), (people, sessions, looks)) in countries {
        let [seen, raised, reached] = looks.figures();
        let figures = vec![people.figure(), sessions.figure(), seen, raised, reached];
        table.line(country.map_or(Label::Unknown, Label::Country), figures);
    }
    table
}

fn competences(looks: &[Look<'_>]) -> Table {
    let measures = [Measure::LevelBefore, Measure::LevelAfter, Measure::LevelAim];
    let mut table = Table::new(TableName::TrainingCompetences, &measures);
    for look in looks {
        let mission = sorted(vec![look.transfer.of]);
        let levels = [look.objective.before, look.transfer.level, look.objective.aim];
        let figures = levels.map(|level| Figure::new(level.map(f64::from), Kind::Mission, &mission)).to_vec();
        let who = look.objective.counterpart.trim();
        let competence = look.objective.competence.trim();
        let name = if who.is_empty() { competence.to_owned() } else { format!("{competence} ({who})") };
        table.line(Label::Text(name), figures);
    }
    table
}
