//! How far missions come that were proposed in the period, how long each stage takes, and where they stop.

use super::model::{median, share, sorted};
use super::scope::{Scope, agreed_on};
use super::{Figure, Label, Measure, Table, TableName};
use crate::domain::mission::{Mission, Party, Stage, StageStep};
use crate::domain::{Id, Kind};
use std::collections::BTreeMap;

/// The way of a mission that goes well.
const WAY: [Stage; 7] = [
    Stage::Proposed,
    Stage::WithPartner,
    Stage::Offered,
    Stage::Accepted,
    Stage::Preparing,
    Stage::Serving,
    Stage::Completed,
];

/// A mission proposed in the period.
struct Course<'a> {
    mission: &'a Mission,
    /// Its steps, the earliest first; one at least.
    steps: Vec<&'a StageStep>,
}

impl Course<'_> {
    /// How far on the way it came.
    fn came_to(&self) -> Option<usize> {
        let place = |stage: Stage| {
            let stage = if stage == Stage::EndedEarly { Stage::Serving } else { stage };
            WAY.iter().position(|on_way| *on_way == stage)
        };
        self.steps.iter().filter_map(|step| place(step.stage)).max()
    }

    /// The last step, where it is one that ends the mission before it is served, and the stage before it.
    fn stopped(&self) -> Option<(Option<Stage>, &StageStep)> {
        let (last, before) = self.steps.split_last()?;
        matches!(last.stage, Stage::Declined | Stage::Cancelled).then(|| (before.last().map(|step| step.stage), *last))
    }
}

pub(super) fn stages(scope: &Scope<'_>) -> Vec<Table> {
    let mut steps = scope.steps();
    let courses: Vec<Course<'_>> = scope
        .cases
        .iter()
        .filter_map(|case| Some(Course { mission: case.mission, steps: steps.remove(&case.mission.id)? }))
        .filter(|course| scope.in_period(course.steps.first().map(|step| step.on)))
        .collect();
    vec![total(&courses), reached(&courses), stopped(&courses)]
}

fn total(courses: &[Course<'_>]) -> Table {
    let which = |passes: &dyn Fn(&Course<'_>) -> bool| -> Vec<Id> {
        courses.iter().filter(|course| passes(course)).map(|course| course.mission.id).collect()
    };
    let agreed = |course: &Course<'_>| Some((agreed_on(&course.steps)? - course.steps.first()?.on).num_days());
    let stopped_as = |stage| move |course: &Course<'_>| course.stopped().is_some_and(|(_, step)| step.stage == stage);
    let accepted = sorted(which(&|course| agreed(course).is_some()));
    let measures = [
        Measure::Proposed,
        Measure::Accepted,
        Measure::AcceptedShare,
        Measure::DaysToAccept,
        Measure::Declined,
        Measure::Cancelled,
        Measure::Waiting,
    ];
    let figures = vec![
        Figure::count(Kind::Mission, which(&|_| true)),
        Figure::new(Some(accepted.len() as f64), Kind::Mission, &accepted),
        Figure::new(share(accepted.len(), courses.len()), Kind::Mission, &accepted),
        Figure::new(median(courses.iter().filter_map(agreed).collect()), Kind::Mission, &accepted),
        Figure::count(Kind::Mission, which(&stopped_as(Stage::Declined))),
        Figure::count(Kind::Mission, which(&stopped_as(Stage::Cancelled))),
        Figure::count(Kind::Mission, which(&|course| course.mission.stage.is_tentative())),
    ];
    Table::new(TableName::StagesTotal, &measures).with(Label::Total, figures)
}

fn reached(courses: &[Course<'_>]) -> Table {
    let mut table =
        Table::new(TableName::StagesReached, &[Measure::Reached, Measure::ReachedShare, Measure::DaysInStage]);
    for (place, stage) in WAY.into_iter().enumerate() {
        let came = courses.iter().filter(|course| course.came_to().is_some_and(|came| came >= place));
        let came = sorted(came.map(|course| course.mission.id).collect());
        let mut left = Vec::new();
        let mut days = Vec::new();
        for course in courses {
            for pair in course.steps.windows(2).filter(|pair| pair[0].stage == stage) {
                left.push(course.mission.id);
                days.push((pair[1].on - pair[0].on).num_days());
            }
        }
        let figures = vec![
            Figure::new(Some(came.len() as f64), Kind::Mission, &came),
            Figure::new(share(came.len(), courses.len()), Kind::Mission, &came),
            Figure::new(median(days), Kind::Mission, &sorted(left)),
        ];
        table.line(Label::Code("stage", stage.code()), figures);
    }
    table
}

/// Who ended missions that came no further than a stage.
#[derive(Default)]
struct Ended {
    volunteer: Vec<Id>,
    partner: Vec<Id>,
    office: Vec<Id>,
    cancelled: Vec<Id>,
}

fn stopped(courses: &[Course<'_>]) -> Table {
    let mut from: BTreeMap<Option<Stage>, Ended> = BTreeMap::new();
    for course in courses {
        let Some((before, step)) = course.stopped() else { continue };
        let ended = from.entry(before).or_default();
        let list = match (step.stage, step.by) {
            (Stage::Cancelled, _) => &mut ended.cancelled,
            (_, Party::Volunteer) => &mut ended.volunteer,
            (_, Party::Partner) => &mut ended.partner,
            (_, Party::Office | Party::HeadOffice) => &mut ended.office,
        };
        list.push(course.mission.id);
    }
    let measures = [
        Measure::Stopped,
        Measure::DeclinedByVolunteer,
        Measure::DeclinedByPartner,
        Measure::DeclinedByOffice,
        Measure::StoppedCancelled,
    ];
    let mut table = Table::new(TableName::StagesStopped, &measures);
    for (stage, ended) in from {
        let Ended { volunteer, partner, office, cancelled } = ended;
        let all = [&volunteer, &partner, &office, &cancelled].into_iter().flatten().copied().collect();
        let figures =
            [all, volunteer, partner, office, cancelled].map(|ids| Figure::count(Kind::Mission, ids)).to_vec();
        table.line(stage.map_or(Label::Unknown, |stage| Label::Code("stage", stage.code())), figures);
    }
    table
}
