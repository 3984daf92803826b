//! What was due and came in time, late or not at all: reports, milestones, papers.

use super::model::{share, sorted};
use super::scope::{Case, Scope};
use super::{Figure, Label, Measure, Table, TableName};
use crate::domain::mission::{Party, ReportKind, Stage};
use crate::domain::papers::held_for;
use crate::domain::reference::Country;
use crate::domain::scheme::setting;
use crate::domain::volunteer::{Clearance, ClearanceKind};
use crate::domain::{Id, Kind};
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};

/// What was due, each by the mission that owed it.
#[derive(Default)]
struct Due {
    in_time: Vec<Id>,
    late: Vec<Id>,
    missing: Vec<Id>,
}

impl Due {
    fn add(&mut self, mission: Id, due: NaiveDate, done: Option<NaiveDate>) {
        let list = match done {
            Some(done) if done <= due => &mut self.in_time,
            Some(_) => &mut self.late,
            None => &mut self.missing,
        };
        list.push(mission);
    }

    /// Due, in time, late, missing, the share in time: how often, with the missions behind it.
    fn figures(self) -> Vec<Figure> {
        let Self { in_time, late, missing } = self;
        let all: Vec<Id> = [&in_time, &late, &missing].into_iter().flatten().copied().collect();
        let share = share(in_time.len(), all.len());
        let figure = |ids: Vec<Id>| Figure::new(Some(ids.len() as f64), Kind::Mission, &sorted(ids));
        let behind = sorted(in_time.clone());
        vec![figure(all), figure(in_time), figure(late), figure(missing), Figure::new(share, Kind::Mission, &behind)]
    }
}

const REPORTS: [Measure; 5] =
    [Measure::ReportsDue, Measure::ReportsInTime, Measure::ReportsLate, Measure::ReportsMissing, Measure::ReportsShare];
const MILESTONES: [Measure; 5] = [
    Measure::MilestonesDue,
    Measure::MilestonesInTime,
    Measure::MilestonesLate,
    Measure::MilestonesOpen,
    Measure::MilestonesShare,
];

pub(super) fn discipline(scope: &Scope<'_>) -> Vec<Table> {
    let agreed = |mission| scope.case(mission).is_some_and(|case| case.mission.stage.is_firm());
    let mut reports = Due::default();
    let mut kinds: BTreeMap<ReportKind, Due> = BTreeMap::new();
    for report in scope.facts.reports.iter().filter(|report| scope.is_past(report.due) && agreed(report.of)) {
        reports.add(report.of, report.due, report.received_on);
        kinds.entry(report.kind).or_default().add(report.of, report.due, report.received_on);
    }
    let mut milestones = Due::default();
    let mut parties: BTreeMap<Party, Due> = BTreeMap::new();
    for task in scope.facts.milestones.iter().filter(|task| scope.is_past(task.due) && agreed(task.of)) {
        milestones.add(task.of, task.due, task.done_on);
        parties.entry(task.who).or_default().add(task.of, task.due, task.done_on);
    }
    let papers = Papers::of(scope);
    let measures: Vec<Measure> = REPORTS.into_iter().chain(MILESTONES).chain(BEGUN).collect();
    let figures = [reports.figures(), milestones.figures(), papers.figures()].concat();
    let mut by_kind = Table::new(TableName::DisciplineReports, &REPORTS);
    for (kind, due) in kinds {
        by_kind.line(Label::Code("report", kind.code()), due.figures());
    }
    let mut by_party = Table::new(TableName::DisciplineMilestones, &MILESTONES);
    for (party, due) in parties {
        by_party.line(Label::Code("party", party.code()), due.figures());
    }
    vec![
        Table::new(TableName::DisciplineTotal, &measures).with(Label::Total, figures),
        by_kind,
        by_party,
        papers.table(),
    ]
}

const BEGUN: [Measure; 4] = [Measure::Begun, Measure::WithPapers, Measure::PapersShare, Measure::StartsNotEntered];

/// The papers of the intake on its first day.
#[derive(Default)]
struct Papers {
    begun: Vec<Id>,
    whole: Vec<Id>,
    not_entered: Vec<Id>,
    /// By kind, those that need it and those that held it.
    kinds: BTreeMap<ClearanceKind, [Vec<Id>; 2]>,
}

impl Papers {
    fn of(scope: &Scope<'_>) -> Self {
        let mut held: HashMap<Id, Vec<&Clearance>> = HashMap::new();
        for paper in &scope.facts.clearances {
            held.entry(paper.of).or_default().push(paper);
        }
        let mut papers = Self::default();
        for case in scope.begun() {
            let mission = case.mission;
            papers.begun.push(mission.id);
            if matches!(mission.stage, Stage::Accepted | Stage::Preparing) {
                papers.not_entered.push(mission.id);
            }
            let own = held.get(&mission.volunteer).map(Vec::as_slice).unwrap_or_default();
            let on_first: Vec<Clearance> = own
                .iter()
                .filter(|paper| paper.issued.is_none_or(|issued| issued <= mission.first))
                .map(|paper| (*paper).clone())
                .collect();
            let last = mission.extended_from.unwrap_or(mission.last);
            let mut lacks = false;
            for kind in needed(scope, case) {
                let [need, hold] = papers.kinds.entry(kind).or_default();
                need.push(mission.id);
                let country: Option<Country> = case.country();
                match held_for(&on_first, kind, country, last, &scope.facts.papers) {
                    Some(_) => hold.push(mission.id),
                    None => lacks = true,
                }
            }
            if !lacks {
                papers.whole.push(mission.id);
            }
        }
        papers
    }

    /// The figures for [`BEGUN`].
    fn figures(&self) -> Vec<Figure> {
        let whole = sorted(self.whole.clone());
        vec![
            Figure::count(Kind::Mission, self.begun.clone()),
            Figure::new(Some(whole.len() as f64), Kind::Mission, &whole),
            Figure::new(share(whole.len(), self.begun.len()), Kind::Mission, &whole),
            Figure::count(Kind::Mission, self.not_entered.clone()),
        ]
    }

    fn table(self) -> Table {
        let measures = [Measure::PaperNeeded, Measure::PaperHeld, Measure::PaperShare];
        let mut table = Table::new(TableName::DisciplinePapers, &measures);
        for (kind, ids) in self.kinds {
            let [need, hold] = ids.map(sorted);
            let figures = vec![
                Figure::new(Some(need.len() as f64), Kind::Mission, &need),
                Figure::new(Some(hold.len() as f64), Kind::Mission, &hold),
                Figure::new(share(hold.len(), need.len()), Kind::Mission, &hold),
            ];
            table.line(Label::Code("clearance", kind.code()), figures);
        }
        table
    }
}

/// The papers that a mission needs; who serves at home needs none of those for abroad.
fn needed(scope: &Scope<'_>, case: &Case<'_>) -> Vec<ClearanceKind> {
    let at_home = case.volunteer.zip(case.post).is_some_and(|(volunteer, post)| setting(volunteer, post).at_home);
    let mut kinds: Vec<ClearanceKind> =
        scope.facts.papers.iter().filter(|paper| !(paper.only_abroad && at_home)).map(|paper| paper.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}
