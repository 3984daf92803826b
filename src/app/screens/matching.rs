//! The plan of the whole office: open places by urgency, who could go and what each would cost, and one pair side by
//! side.

mod accepting;
mod bar;
mod choices;
mod deciding;
mod engine;
mod in_turn;
mod lines;
mod list;
mod middle;
mod proposal;
mod sheets;
mod shown;
mod side;
mod weighing;
mod words;

use crate::app::commands::Command;
use crate::app::desk::Desk;
use crate::app::loaded::Loaded;
use crate::app::screens::import_export::Writes;
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::theme::{Icon, colors};
use crate::app::widgets::{EmptyState, TableState, frames};
use crate::domain::Id;
use crate::exchange::print::Document;
use crate::store::Progress;
use crate::t;
pub use proposal::printed;

use accepting::Accepting;
use deciding::Deciding;
use egui::{Frame, Panel, Ui};
use engine::{Engine, Kept, Trial};
use in_turn::InTurn;
use shown::{Overview, Pair, Person, Post};
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

/// What the planner has told on a trial, about something.
type Told<K, T> = Loaded<(Trial, K), T>;

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
    overview: Told<(), Overview>,
    post: Told<Id, Post>,
    person: Told<Id, Person>,
    pair: Told<(Id, Id), Pair>,
    in_turn: InTurn,
    weighing: Weighing,
    weights_open: bool,
    moves_open: bool,
    deciding: Option<Deciding>,
    accepting: Option<Accepting>,
    focus_search: bool,
    /// How far the workbook of the plan has come.
    exporting: Option<Progress>,
    /// Since when the plan is being worked on, in seconds of the window.
    busy_since: Option<f64>,
    /// The page that a file is being chosen for.
    printing: Option<Document>,
}

impl MatchingScreen {
    /// Puts the keyboard into the search field.
    pub fn find(&mut self) {
        self.focus_search = true;
    }

    /// Writes the page that a file was chosen for; what comes of it is told like that of a list.
    pub fn print(&mut self, path: PathBuf, shared: &Shared) -> Option<Writes> {
        let document = self.printing.take()?;
        Some(shared.desk.beside(move || Some(proposal::write(&document, &path))))
    }

    /// Writes the plan that is shown as a workbook; what comes of it is told like that of a list.
    pub fn export(&mut self, path: PathBuf, shared: &Shared) -> Writes {
        let progress = Progress::default();
        self.exporting = Some(progress.clone());
        let language = shared.texts.language();
        self.engine.with_copy(&shared.desk, &self.trial, move |planner, partners| {
            let written = sheets::write(planner, partners, Texts::new(language), &path, &progress);
            // Stopped by the person, there is nothing to tell.
            (!progress.is_cancelled()).then_some(written)
        })
    }

    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared) {
        self.trial.weights = self.weighing.weights(&shared.desk);
        self.engine.go_on(&mut shared.desk, &self.trial);
        ask(&self.engine, &shared.desk, &self.trial, &mut self.overview, (), |kept, ()| Some(shown::overview(kept)));
        self.bar(ui, shared);
        let Some(overview) = self.overview.value() else { return self.first_plan(ui, shared) };
        if overview.posts.is_empty() {
            let texts = &shared.texts;
            let (title, text) = (t!(texts, "matching-nothing-open"), t!(texts, "matching-nothing-open-text"));
            let actions = [Command::Placements.text(texts)];
            if EmptyState::new(Icon::Post, title, text).actions(&actions).show(ui).is_some() {
                shared.act(Act::Ask(Command::Placements));
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
        if self.in_turn.is_on() {
            self.in_turn.show(ui, shared, &self.engine, &self.trial);
        } else {
            self.middle(ui, shared);
        }
        self.dialogs(ui, shared);
    }

    /// The pair that is looked at: a volunteer and a placement.
    fn chosen(&self) -> Option<(Id, Id)> {
        if self.in_turn.is_on() {
            return self.in_turn.chosen();
        }
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

/// What the planner says to a question on a trial; until it has answered, what it said before.
fn ask<'a, K, T>(
    engine: &Engine,
    desk: &Desk,
    trial: &Trial,
    told: &'a mut Told<K, T>,
    about: K,
    ask: impl FnOnce(&mut Kept, &K) -> Option<T> + Send + 'static,
) -> Option<&'a T>
where
    K: PartialEq + Clone + Send + 'static,
    T: Send + 'static,
{
    let Some(version) = engine.version() else { return told.value() };
    told.told(version, &(trial.clone(), about), |(trial, about)| {
        let about = about.clone();
        engine.ask(desk, trial, move |kept| ask(kept, &about))
    })
}

/// For how many days the office reserves.
fn reserve_days(shared: &Shared) -> u16 {
    shared.desk.office().map_or(14, |summary| summary.office.matching.rules.reserve_days)
}
