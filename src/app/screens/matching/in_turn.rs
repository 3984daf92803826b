//! Several missions in turn for each person, in the middle of the screen: who serves where and when, the rest between, and
//! how far from the best the plan is at most.

use super::engine::{Engine, Trial};
use super::shown::{Names, name};
use crate::app::loaded::Loaded;
use crate::app::shared::Shared;
use crate::app::texts::{Language, Texts};
use crate::app::theme::{colors, measure};
use crate::app::widgets::{Cell, Column, Rows, Table, TableState, form};
use crate::domain::Id;
use crate::domain::span::Span;
use crate::matching::plan::{Match, Sequences};
use crate::store::{OfficeFile, StoreError};
use crate::t;
use chrono::Months;
use egui::{Frame, Margin, Ui};

/// Missions begin within so many months.
const MONTHS: u32 = 36;

/// What the switch and the list remember.
#[derive(Default)]
pub struct InTurn {
    /// Whether it is shown in place of one mission each.
    pub is_on: bool,
    table: TableState<(Id, Id)>,
    plan: Loaded<Trial, Option<Shown>>,
}

/// The plan with the names in it.
struct Shown {
    plan: Sequences,
    names: Names,
}

impl InTurn {
    /// The mission that is looked at: a volunteer and a placement.
    pub fn chosen(&self) -> Option<(Id, Id)> {
        self.table.selection.cursor()
    }

    /// Shows the plan; it is made when it is first looked at, and again when something has changed.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared, engine: &Engine, trial: &Trial) {
        let engine = engine.clone();
        let plan = self.plan.latest(&mut shared.desk, trial, move |file, trial| read(&engine, file, trial));
        let texts = &shared.texts;
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(Margin::same(measure::MARGIN as i8));
        frame.show(ui, |ui| {
            let Some(shown) = plan.and_then(Option::as_ref) else {
                ui.add(egui::Spinner::new().size(16.0).color(colors(ui).accent));
                form::weak(ui, t!(texts, "matching-in-turn-planning"));
                return;
            };
            form::record_title(ui, t!(texts, "matching-in-turn-title"), &told(texts, &shown.plan));
            if shown.plan.couples + shown.plan.teams > 0 {
                let (couples, teams) = (shown.plan.couples, shown.plan.teams);
                form::note(ui, &t!(texts, "matching-in-turn-without", couples = couples, teams = teams));
            }
            let rows = lines(texts, shown);
            let Some(first) = rows.lines.first() else {
                form::weak(ui, &t!(texts, "matching-in-turn-none", months = MONTHS));
                return;
            };
            let is_there = |key: (Id, Id)| rows.lines.iter().any(|line| line.key() == key);
            if !self.table.selection.cursor().is_some_and(is_there) {
                self.table.selection.choose(first.key());
            }
            let columns = [
                Column::new("who", t!(texts, "matching-person"), 110.0).stretch().unsorted(),
                Column::new("where", t!(texts, "matching-placement"), 130.0).stretch().unsorted(),
                Column::new("when", t!(texts, "matching-when"), 190.0).unsorted(),
                Column::new("rest", t!(texts, "matching-in-turn-rest"), 90.0).unsorted(),
                Column::new("fit", t!(texts, "matching-fit"), 44.0).at_right().unsorted(),
            ];
            let title = t!(texts, "matching-in-turn-title");
            Table::new("matching in turn", title, &columns).show(ui, texts, &mut self.table, &rows);
        });
    }
}

fn read(engine: &Engine, file: &mut OfficeFile, trial: &Trial) -> Result<Option<Shown>, StoreError> {
    engine.ask(file, trial, |planner, _| {
        let first = planner.question().today;
        let last = first.checked_add_months(Months::new(MONTHS)).and_then(|day| day.pred_opt()).unwrap_or(first);
        let mut plan = planner.sequences(Span { first, last }, &|_, _| true)?;
        let mut names = Names::new();
        for one in &plan.people {
            name(planner, &mut names, one.volunteer);
            one.missions.iter().for_each(|mission| name(planner, &mut names, mission.placement));
        }
        let of = |id: &Id| names.get(id).cloned();
        plan.people.sort_by_cached_key(|one| (of(&one.volunteer), one.volunteer));
        Some(Shown { plan, names })
    })
}

/// The plan in a line: "42 missions of 30 people that begin by ..., fit 3,120, at most 0.4 % from the best there could be".
fn told(texts: &Texts, plan: &Sequences) -> String {
    let share = hundredths(texts, plan.below_best());
    let proof = match (plan.proved, plan.gap.urgency) {
        (true, _) => t!(texts, "matching-proved").to_owned(),
        (false, 0) => t!(texts, "matching-in-turn-below", share = share),
        (false, urgency) => t!(texts, "matching-in-turn-urgency", urgency = urgency, share = share),
    };
    let fit = texts.count(usize::try_from(plan.fit).unwrap_or_default());
    let (missions, people, day) = (plan.missions, plan.people.len(), texts.date(plan.horizon.last));
    t!(texts, "matching-in-turn-plan", missions = missions, people = people, day = day, fit = fit, proof = proof)
}

/// Hundredths of a percent as percent, with the language's own sign between.
fn hundredths(texts: &Texts, hundredths: i64) -> String {
    let point = match texts.language() {
        Language::English => '.',
        Language::French => ',',
    };
    format!("{}{point}{:02}", hundredths / 100, hundredths % 100)
}

/// One mission.
struct Line<'a> {
    person: &'a str,
    place: &'a str,
    mission: &'a Match,
    /// Weeks since the mission before.
    rest: Option<i64>,
}

impl Line<'_> {
    fn key(&self) -> (Id, Id) {
        (self.mission.volunteer, self.mission.placement)
    }
}

struct Lines<'a> {
    texts: &'a Texts,
    lines: Vec<Line<'a>>,
}

fn lines<'a>(texts: &'a Texts, shown: &'a Shown) -> Lines<'a> {
    let mut lines = Vec::with_capacity(shown.plan.missions);
    for one in &shown.plan.people {
        let before = std::iter::once(None).chain(one.missions.iter().map(Some));
        for (before, mission) in before.zip(&one.missions) {
            let rest = before.map(|before| ((mission.days.first - before.days.last).num_days() - 1) / 7);
            let (person, place) = (named(&shown.names, one.volunteer), named(&shown.names, mission.placement));
            lines.push(Line { person, place, mission, rest });
        }
    }
    Lines { texts, lines }
}

fn named(names: &Names, id: Id) -> &str {
    names.get(&id).map_or("", String::as_str)
}

impl Lines<'_> {
    fn days(&self, line: &Line<'_>) -> String {
        let (first, last) = (self.texts.date(line.mission.days.first), self.texts.date(line.mission.days.last));
        t!(self.texts, "matching-days", first = first, last = last)
    }

    fn rest(&self, line: &Line<'_>) -> Option<String> {
        line.rest.map(|weeks| t!(self.texts, "matching-in-turn-rest-weeks", weeks = weeks))
    }
}

impl Rows for Lines<'_> {
    type Key = (Id, Id);

    fn count(&self) -> usize {
        self.lines.len()
    }

    fn key(&self, row: usize) -> (Id, Id) {
        let nobody = || (Id::from_bytes([0; 16]), Id::from_bytes([0; 16]));
        self.lines.get(row).map_or_else(nobody, Line::key)
    }

    fn cell(&self, row: usize, column: &'static str, cell: &mut Cell<'_>) {
        let Some(line) = self.lines.get(row) else { return };
        match column {
            // The name stands once, before the first of the person's missions.
            "who" if line.rest.is_none() => cell.strong(line.person),
            "where" => cell.text(line.place),
            "when" => cell.weak(&self.days(line)),
            "rest" => cell.weak(&self.rest(line).unwrap_or_default()),
            "fit" => cell.text(&line.mission.fit.to_string()),
            _ => {}
        }
    }

    fn label(&self, row: usize) -> String {
        let Some(line) = self.lines.get(row) else { return String::new() };
        let fit = t!(self.texts, "candidates-fit", fit = line.mission.fit);
        let rest = self.rest(line).map(|rest| format!("{} {rest}", t!(self.texts, "matching-in-turn-rest")));
        let parts = [Some(line.person.to_owned()), Some(line.place.to_owned()), Some(self.days(line)), rest, Some(fit)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}
