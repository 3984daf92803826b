//! Several missions in turn for each person, in the middle of the screen: who serves where and when, the rest between, and
//! how far from the best the plan is at most.

use super::bar::PATIENCE;
use super::engine::{Engine, Trial};
use super::shown::{Names, name};
use crate::app::desk::{Desk, Ticket};
use crate::app::shared::Shared;
use crate::app::texts::{Language, Texts};
use crate::app::theme::{Icon, colors, measure};
use crate::app::widgets::{Button, Cell, Column, EmptyState, Rows, Table, TableState, form, progress};
use crate::domain::Id;
use crate::domain::span::Span;
use crate::matching::plan::{Match, Planner, Sequences};
use crate::store::Progress;
use crate::t;
use chrono::Months;
use egui::{Frame, Margin, Ui};

/// Missions begin within so many months.
const MONTHS: u32 = 36;

/// What the switch and the list remember.
#[derive(Default)]
pub struct InTurn {
    is_on: bool,
    table: TableState<(Id, Id)>,
    /// What the newest plan was asked for: the trial, and what the engine knew.
    asked: Option<(Trial, u64)>,
    work: Option<Work>,
    /// Whether the person has stopped what was asked for.
    stopped: bool,
    plan: Option<Shown>,
}

/// A plan that is being made on a thread of its own.
struct Work {
    ticket: Ticket<Option<Shown>>,
    progress: Progress,
    /// In seconds of the window.
    began: f64,
}

/// The plan with the names in it.
struct Shown {
    plan: Sequences,
    names: Names,
}

impl InTurn {
    /// Whether it is shown in place of one mission each.
    pub fn is_on(&self) -> bool {
        self.is_on
    }

    /// Shows it, or one mission each again; then nobody waits for a plan that is still being made.
    pub fn switch(&mut self) {
        self.is_on = !self.is_on;
        if !self.is_on && self.work.is_some() {
            self.cancel();
            self.asked = None;
        }
    }

    /// The mission that is looked at: a volunteer and a placement.
    pub fn chosen(&self) -> Option<(Id, Id)> {
        self.table.selection.cursor()
    }

    /// Shows the plan; it is made when it is first looked at, and again when something has changed. Until then, and where
    /// it is stopped, the one before stays.
    pub fn show(&mut self, ui: &mut Ui, shared: &Shared, engine: &Engine, trial: &Trial) {
        let now = ui.input(|input| input.time);
        self.go_on(now, &shared.desk, engine, trial);
        let texts = &shared.texts;
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(Margin::same(measure::MARGIN as i8));
        frame.show(ui, |ui| {
            if self.plan.is_none() {
                return self.first_plan(ui, texts, now);
            }
            self.title(ui, texts, now);
            let Some(shown) = &self.plan else { return };
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

    /// Has the plan made on what is asked for now. What is still being made on something else is stopped first, so that
    /// there is never more than one.
    fn go_on(&mut self, now: f64, desk: &Desk, engine: &Engine, trial: &Trial) {
        self.receive();
        let Some(version) = engine.version() else { return };
        if self.asked.as_ref().is_some_and(|(of, at)| (of, *at) == (trial, version)) {
            return;
        }
        if self.work.is_some() {
            return self.cancel();
        }
        let progress = Progress::default();
        let told = progress.clone();
        let ticket = engine.with_copy(desk, trial, move |planner, _| plan(planner, &told));
        self.asked = Some((trial.clone(), version));
        self.work = Some(Work { ticket, progress, began: now });
        self.stopped = false;
        self.receive();
    }

    fn receive(&mut self) {
        if let Some(work) = &self.work
            && let Some(plan) = work.ticket.take()
        {
            self.stopped = plan.is_none();
            self.plan = plan.or(self.plan.take());
            self.work = None;
        }
    }

    fn cancel(&self) {
        if let Some(work) = &self.work {
            work.progress.cancel();
        }
    }

    /// In place of a plan that there is not yet.
    fn first_plan(&mut self, ui: &mut Ui, texts: &Texts, now: f64) {
        if self.stopped {
            let (title, text) = (t!(texts, "matching-stopped"), t!(texts, "matching-stopped-text"));
            let actions = [t!(texts, "matching-plan-again")];
            if EmptyState::new(Icon::Post, title, text).actions(&actions).show(ui).is_some() {
                self.asked = None;
            }
        } else if let Some(share) = self.share(ui, now)
            && progress::show(ui, texts, t!(texts, "matching-in-turn-planning"), share)
        {
            self.cancel();
        }
    }

    /// The title, and what the plan is worth; in its place, what is being done about it.
    fn title(&mut self, ui: &mut Ui, texts: &Texts, now: f64) {
        let title = t!(texts, "matching-in-turn-title");
        if let Some(share) = self.share(ui, now) {
            form::title(ui, title);
            let stop = |ui: &mut Ui| progress::in_line(ui, texts, t!(texts, "matching-in-turn-planning"), share);
            if ui.horizontal(stop).inner {
                self.cancel();
            }
        } else if self.stopped {
            form::record_title(ui, title, t!(texts, "matching-stopped-old"));
            if ui.add(Button::link(t!(texts, "matching-plan-again"))).clicked() {
                self.asked = None;
            }
        } else if let Some(shown) = &self.plan {
            form::record_title(ui, title, &told(texts, &shown.plan));
        }
    }

    /// How much is done, once it has taken so long that the person should see it.
    fn share(&self, ui: &Ui, now: f64) -> Option<Option<f32>> {
        let work = self.work.as_ref()?;
        // How far it has come is painted anew ten times a second; the end of the work wakes the window by itself.
        ui.ctx().request_repaint_after(std::time::Duration::from_millis(100));
        let (done, total) = work.progress.done_of();
        (now - work.began >= PATIENCE).then(|| (total > 0).then(|| done as f32 / total as f32))
    }
}

impl Drop for InTurn {
    fn drop(&mut self) {
        self.cancel();
    }
}

/// The whole plan, or nothing where it was stopped.
fn plan(planner: &Planner, progress: &Progress) -> Option<Shown> {
    let first = planner.question().today;
    let last = first.checked_add_months(Months::new(MONTHS)).and_then(|day| day.pred_opt()).unwrap_or(first);
    let mut plan = planner.sequences(Span { first, last }, &|done, total| progress.reach(done, total).is_ok())?;
    if progress.is_cancelled() {
        return None;
    }
    let mut names = Names::new();
    for one in &plan.people {
        name(planner, &mut names, one.volunteer);
        one.missions.iter().for_each(|mission| name(planner, &mut names, mission.placement));
    }
    let of = |id: &Id| names.get(id).cloned();
    plan.people.sort_by_cached_key(|one| (of(&one.volunteer), one.volunteer));
    Some(Shown { plan, names })
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
