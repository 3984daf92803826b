//! The plan of the whole office: open places by urgency, who could go and what each would cost, and one pair side by
//! side.

mod accepting;
mod choices;
mod deciding;
mod engine;
mod middle;
mod proposal;
mod shown;
mod side;
mod weighing;
mod words;

use crate::app::commands::Command;
use crate::app::desk::Ticket;
use crate::app::loaded::Loaded;
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::theme::{colors, measure};
use crate::app::widgets::table::Rows;
use crate::app::widgets::{
    Button, Cell, Chip, Column, EmptyState, SearchField, Table, TableState, Tone, form, frames, paint_line,
};
use crate::domain::Id;
use crate::domain::text::fold;
use crate::exchange::print::{Document, write_pdf};
use crate::exchange::spreadsheet::ExportError;
use crate::t;
use accepting::Accepting;
use deciding::Deciding;
use egui::{Align, Frame, Layout, Panel, Ui};
use engine::{Engine, Trial};
use shown::{Overview, Pair, Person, Post, PostLine};
use std::path::PathBuf;
use weighing::Weighing;

/// What the list at the left shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum View {
    /// Placements with free places.
    #[default]
    Places,
    /// People whom the plan gives no place.
    LeftOut,
}

/// What the screen remembers.
#[derive(Default)]
pub struct MatchingScreen {
    engine: Engine,
    trial: Trial,
    view: View,
    search: String,
    places: TableState<Id>,
    people: TableState<Id>,
    /// The people of a placement, or the placements of a person.
    others: TableState<Id>,
    /// Whose the choice among the others is.
    others_of: Option<Id>,
    overview: Loaded<Trial, Overview>,
    post: Loaded<(Trial, Id), Option<Post>>,
    person: Loaded<(Trial, Id), Option<Person>>,
    pair: Loaded<(Trial, Id, Id), Option<Pair>>,
    weighing: Weighing,
    weights_open: bool,
    moves_open: bool,
    deciding: Option<Deciding>,
    accepting: Option<Accepting>,
    focus_search: bool,
    /// The page that a file is being chosen for.
    printing: Option<Document>,
}

impl MatchingScreen {
    /// Puts the keyboard into the search field.
    pub fn find(&mut self) {
        self.focus_search = true;
    }

    /// Writes the page that a file was chosen for; what comes of it is told like that of a list.
    pub fn print(&mut self, path: PathBuf, shared: &mut Shared) -> Option<Ticket<Option<Result<(), ExportError>>>> {
        let document = self.printing.take()?;
        Some(shared.desk.read(move |_| Ok(write_pdf(&document, &path))))
    }

    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared) {
        self.engine.hear(&shared.desk);
        self.trial.weights = self.weighing.dragged;
        let engine = self.engine.clone();
        self.overview.latest(&mut shared.desk, &self.trial, move |file, trial| shown::overview(&engine, file, trial));
        self.bar(ui, shared);
        let Some(overview) = self.overview.value() else {
            ui.add_space(measure::MARGIN);
            ui.horizontal(|ui| {
                ui.add_space(measure::MARGIN);
                ui.add(egui::Spinner::new().size(16.0).color(colors(ui).accent));
                form::weak(ui, t!(shared.texts, "matching-planning"));
            });
            return;
        };
        if overview.posts.is_empty() {
            let texts = &shared.texts;
            let (title, text) = (t!(texts, "matching-nothing-open"), t!(texts, "matching-nothing-open-text"));
            let actions = [Command::Placements.text(texts)];
            if EmptyState::new(crate::app::theme::Icon::Post, title, text).actions(&actions).show(ui).is_some() {
                shared.act(crate::app::shared::Act::Ask(Command::Placements));
            }
            return;
        }
        let (list, side) = if ui.available_width() < 1000.0 { (216.0, 292.0) } else { (248.0, 420.0) };
        let frame = Frame::new().fill(colors(ui).panel);
        Panel::left("matching list")
            .exact_size(list)
            .resizable(false)
            .frame(frame)
            .show(ui, |ui| self.list(ui, shared));
        Panel::right("matching side").exact_size(side).resizable(false).frame(frames::pane(ui)).show(ui, |ui| {
            let room = ui.available_rect_before_wrap();
            let mut within = ui.new_child(egui::UiBuilder::new().max_rect(room));
            if self.weights_open {
                self.weighing.show(&mut within, shared);
            } else {
                self.side(&mut within, shared);
            }
            ui.allocate_rect(room, egui::Sense::hover());
        });
        self.middle(ui, shared);
        self.dialogs(ui, shared);
    }

    fn bar(&mut self, ui: &mut Ui, shared: &mut Shared) {
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(egui::Margin::symmetric(measure::MARGIN as i8, 8));
        Panel::top("matching bar").resizable(false).frame(frame).show(ui, |ui| {
            ui.horizontal(|ui| {
                form::title(ui, Command::Matching.text(&shared.texts));
                let plan = self.overview.value().map(|overview| words::plan(&shared.texts, &overview.plan));
                if let Some(plan) = plan {
                    let room = egui::vec2(ui.available_width() - 220.0, measure::BUTTON);
                    let (rect, response) = ui.allocate_exact_size(room, egui::Sense::hover());
                    let ink = colors(ui).weak;
                    paint_line(ui, rect, Align::Min, &plan, crate::app::theme::font::body(), ink);
                    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, &plan));
                    response.on_hover_text(plan);
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let texts = &shared.texts;
                    let matches = self.overview.value().map_or(0, |overview| overview.plan.matches.len());
                    let accept = Button::filled(t!(texts, "matching-accept"));
                    if ui.add_enabled(matches > 0, accept).clicked()
                        && let Some(overview) = self.overview.value()
                    {
                        self.accepting = Some(Accepting::new(overview, reserve_days(shared), shared));
                    }
                    let texts = &shared.texts;
                    if ui.add(Button::outlined(t!(texts, "matching-weights")).selected(self.weights_open)).clicked() {
                        self.weights_open = !self.weights_open;
                    }
                });
            });
            let mut from_here = false;
            let since = self.overview.value().and_then(|overview| words::since(&shared.texts, &overview.since));
            if since.is_some() || !self.trial.relaxed.is_empty() {
                ui.horizontal_wrapped(|ui| {
                    let texts = &shared.texts;
                    if let Some(since) = since {
                        if Chip::new(&since).selected(self.moves_open).show(ui).response.clicked() {
                            self.moves_open = !self.moves_open;
                        }
                        from_here = ui.add(Button::link(t!(texts, "matching-compare-from-here"))).clicked();
                    }
                    if !self.trial.relaxed.is_empty() {
                        let text = t!(texts, "matching-relaxed", count = self.trial.relaxed.len());
                        let chip =
                            Chip::new(&text).selected(true).removable(t!(texts, "matching-relaxed-end")).show(ui);
                        if chip.removed || chip.response.clicked() {
                            self.trial.relaxed.clear();
                        }
                    }
                });
            }
            if let Some(overview) = self.overview.value().filter(|_| self.moves_open) {
                for line in words::moves(&shared.texts, &overview.names, &overview.since.moves, 6) {
                    form::note(ui, &line);
                }
            }
            if let Some(overview) = self.overview.value().filter(|overview| !overview.plan.unkept.is_empty()) {
                let count = overview.plan.unkept.len();
                let who = overview.plan.unkept.iter().take(3).filter_map(|one| overview.names.get(&one.volunteer));
                let who = who.map(String::as_str).collect::<Vec<_>>().join(", ");
                form::note(ui, &t!(shared.texts, "matching-unkept", count = count, who = who));
            }
            if from_here {
                let (engine, trial) = (self.engine.clone(), self.trial.clone());
                drop(shared.desk.read(move |file| shown::compare_from_here(&engine, file, &trial)));
                self.overview = Loaded::default();
                self.moves_open = false;
            }
        });
    }

    /// Placements by urgency, or people without a place.
    fn list(&mut self, ui: &mut Ui, shared: &Shared) {
        let texts = &shared.texts;
        ui.add_space(measure::GAP);
        ui.horizontal(|ui| {
            ui.add_space(measure::GAP);
            for (view, text) in
                [(View::Places, t!(texts, "matching-places")), (View::LeftOut, t!(texts, "matching-left-out"))]
            {
                if Chip::new(text).selected(self.view == view).show(ui).response.clicked() {
                    self.view = view;
                }
            }
        });
        ui.horizontal(|ui| {
            ui.add_space(measure::GAP);
            let id = ui.scope_id().with("matching search");
            SearchField::new(id, &mut self.search, t!(texts, "find-in-list"))
                .width(ui.available_width() - measure::GAP)
                .focus(std::mem::take(&mut self.focus_search))
                .show(ui, texts);
        });
        ui.add_space(4.0);
        let Some(overview) = self.overview.value() else { return };
        let wanted = fold(&self.search);
        let found = |name: &str| wanted.is_empty() || fold(name).contains(&wanted);
        let columns = [Column::new("what", "", 120.0).stretch(), Column::new("fit", "", 80.0).at_right()];
        match self.view {
            View::Places => {
                let lines: Vec<&PostLine> =
                    overview.posts.iter().filter(|line| found(&line.title) || found(&line.station)).collect();
                // Filled or closed, the one that was looked at is no longer there.
                let is_there = |id: Id| overview.posts.iter().any(|line| line.id == id);
                if !self.places.selection.cursor().is_some_and(is_there)
                    && let Some(first) = lines.first()
                {
                    self.places.selection.choose(first.id);
                }
                let rows = Places { texts, lines };
                let table = Table::new("matching places", t!(texts, "matching-places"), &columns);
                table.two_lines().without_header().show(ui, texts, &mut self.places, &rows);
            }
            View::LeftOut => {
                let lines = overview.left_out.iter().filter(|line| found(&line.name) || found(&line.reference));
                let rows = People { texts, lines: lines.collect() };
                let is_there = |id: Id| overview.left_out.iter().any(|line| line.id == id);
                if !self.people.selection.cursor().is_some_and(is_there)
                    && let Some(first) = rows.lines.first()
                {
                    self.people.selection.choose(first.id);
                }
                let table = Table::new("matching people", t!(texts, "matching-left-out"), &columns);
                table.two_lines().without_header().show(ui, texts, &mut self.people, &rows);
            }
        }
    }

    /// The pair that is looked at: a volunteer and a placement.
    fn chosen(&self) -> Option<(Id, Id)> {
        let other = self.others.selection.cursor()?;
        match self.view {
            View::Places => Some((other, self.places.selection.cursor()?)),
            View::LeftOut => Some((self.people.selection.cursor()?, other)),
        }
    }

    fn dialogs(&mut self, ui: &Ui, shared: &mut Shared) {
        if self.deciding.as_mut().is_some_and(|dialog| dialog.show(ui.ctx(), shared)) {
            self.deciding = None;
        }
        if self.accepting.as_mut().is_some_and(|dialog| dialog.show(ui.ctx(), shared)) {
            self.accepting = None;
        }
    }
}

/// For how many days the office reserves.
fn reserve_days(shared: &Shared) -> u16 {
    shared.desk.office().map_or(14, |summary| summary.office.matching.rules.reserve_days)
}

struct Places<'a> {
    texts: &'a Texts,
    lines: Vec<&'a PostLine>,
}

impl Places<'_> {
    fn place(&self, line: &PostLine) -> String {
        let country = self.texts.country(line.country);
        let parts = [line.station.as_str(), country].into_iter().filter(|part| !part.is_empty());
        let place = parts.collect::<Vec<_>>().join(", ");
        format!("{place} {}/{}", line.filled, line.free)
    }
}

impl Rows for Places<'_> {
    type Key = Id;

    fn count(&self) -> usize {
        self.lines.len()
    }

    fn key(&self, row: usize) -> Id {
        self.lines.get(row).map_or_else(|| Id::from_bytes([0; 16]), |line| line.id)
    }

    fn cell(&self, row: usize, column: &'static str, cell: &mut Cell<'_>) {
        let Some(line) = self.lines.get(row) else { return };
        if column == "what" {
            cell.two_lines(&line.title, &self.place(line));
        } else {
            let tone = match line.eligible {
                0 => Tone::Bad,
                few if few <= line.free => Tone::Careful,
                _ => Tone::Neutral,
            };
            cell.tag(tone, &t!(self.texts, "matching-fit-count", count = line.eligible));
        }
    }

    fn label(&self, row: usize) -> String {
        let Some(line) = self.lines.get(row) else { return String::new() };
        let (title, count) = (&line.title, t!(self.texts, "matching-fit-count", count = line.eligible));
        let filled = t!(self.texts, "matching-filled", filled = line.filled, free = line.free);
        let parts = [title.as_str(), &line.station, &count, &filled];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

struct People<'a> {
    texts: &'a Texts,
    lines: Vec<&'a shown::PersonLine>,
}

impl Rows for People<'_> {
    type Key = Id;

    fn count(&self) -> usize {
        self.lines.len()
    }

    fn key(&self, row: usize) -> Id {
        self.lines.get(row).map_or_else(|| Id::from_bytes([0; 16]), |line| line.id)
    }

    fn cell(&self, row: usize, column: &'static str, cell: &mut Cell<'_>) {
        let Some(line) = self.lines.get(row) else { return };
        if column == "what" {
            cell.two_lines(&line.name, &line.reference);
        } else {
            let tone = if line.possible == 0 { Tone::Neutral } else { Tone::Careful };
            cell.tag(tone, &t!(self.texts, "matching-posts-count", count = line.possible));
        }
    }

    fn label(&self, row: usize) -> String {
        let Some(line) = self.lines.get(row) else { return String::new() };
        format!("{}, {}", line.name, t!(self.texts, "matching-posts-count", count = line.possible))
    }
}
