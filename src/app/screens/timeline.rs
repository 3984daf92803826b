//! The timeline: missions as bars over days, in rows by volunteer, placement, partner, country or programme.
//!
//! Reading and putting into rows happen on the desk's thread, once for what is asked for; what is in view is laid out by
//! plain functions ([`layout`]) and painted as it is. Nothing is changed before a bar is let go.

mod area;
mod chart;
mod days_dialog;
mod holidays;
mod input;
mod layout;
mod moving;
mod paint;
mod reading;
mod scale;
mod subject;

use crate::app::commands::Command;
use crate::app::loaded::Loaded;
use crate::app::preferences::Preferences;
use crate::app::screens::missions::{Shown, read_shown};
use crate::app::screens::schedule::Filters;
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::theme::{Icon, colors, measure};
use crate::app::widgets::{Button, EmptyState, Select, form};
use crate::domain::Id;
use crate::t;
use days_dialog::DaysDialog;
use egui::{Align, Frame, Layout, Panel, Ui};
use input::Drag;
use layout::Details;
use moving::Moving;
pub use reading::Grouping;
use reading::{Key, Read};
use scale::{View, number};
use std::collections::HashMap;
use std::sync::Arc;

/// The timeline.
#[derive(Default)]
pub struct TimelineScreen {
    /// Days and rows in view; today at first.
    view: Option<View>,
    read: Loaded<Key, Read>,
    page: Option<Page>,
    details: Loaded<Arc<[Id]>, HashMap<Id, Details>>,
    /// The mission that has the keyboard or is being moved, with what its rules look at.
    held: Loaded<Id, Option<Shown>>,
    moving: Option<Moving>,
    drag: Drag,
    /// The bar that has the keyboard: the widget and the mission.
    focused: Option<(egui::Id, Option<Id>)>,
    days_dialog: Option<DaysDialog>,
    /// How far the wheel has been turned towards the next step of the ladder.
    turned: f32,
    focus_search: bool,
    /// The last frame in which the chart was shown: coming back to it gives the chart the keyboard.
    shown_in: u64,
}

/// The missions for which details are asked: those in view and some around, so that a little panning asks for nothing.
struct Page {
    /// The list that they are of.
    order: Arc<Vec<u32>>,
    days: (i32, i32),
    heights: (f64, f64),
    missions: Arc<[Id]>,
}

impl TimelineScreen {
    /// Puts the keyboard into the search field.
    pub fn find(&mut self) {
        self.focus_search = true;
    }

    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared, filters: &mut Filters, preferences: &mut Preferences) {
        self.bar(ui, shared, filters, preferences);
        let key = Key {
            query: filters.query(None),
            grouping: preferences.timeline_rows,
            openings: filters.stages.is_empty(),
            today: shared.today(),
            tongue: shared.texts.tongue(),
        };
        // Taken out while it is shown, so that the rest of the screen can be changed meanwhile.
        let mut read = std::mem::take(&mut self.read);
        if let Some(value) = read.latest(&mut shared.desk, &key, reading::read) {
            if !value.anything && shared.desk.is_idle() {
                empty(ui, shared);
            } else {
                self.chart(ui, shared, value, key.grouping);
            }
        }
        self.read = read;
        self.show_days_dialog(ui, shared);
    }

    fn bar(&mut self, ui: &mut Ui, shared: &mut Shared, filters: &mut Filters, preferences: &mut Preferences) {
        let margin = measure::MARGIN as i8;
        let margin = egui::Margin { left: margin, right: margin, top: 8, bottom: 8 };
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(margin);
        let today = number(shared.today());
        let texts = &shared.texts;
        Panel::top("timeline bar").resizable(false).frame(frame).show(ui, |ui| {
            ui.horizontal(|ui| {
                form::title(ui, Command::Timeline.text(texts));
                ui.add_space(8.0);
                form::weak(ui, t!(texts, "timeline-rows"));
                let rows: Vec<(Grouping, &str)> =
                    Grouping::ALL.iter().map(|grouping| (*grouping, rows_by(*grouping, texts))).collect();
                let chosen = preferences.timeline_rows;
                let select = Select::new("timeline rows", &rows, Some(&chosen)).name(t!(texts, "timeline-rows"));
                if let Some(Some(rows)) = select.width(180.0).show(ui, texts).committed {
                    preferences.timeline_rows = rows;
                    preferences.save();
                    if let Some(view) = &mut self.view {
                        view.top = 0.0;
                    }
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if ui.add(Button::outlined(t!(texts, "date-today"))).clicked()
                        && let Some(view) = &mut self.view
                    {
                        view.go_to(today);
                    }
                    if ui.add(Button::outlined(t!(texts, "timeline-fit"))).clicked() {
                        self.fit();
                    }
                    if ui.add(Button::icon(Icon::Plus, t!(texts, "timeline-wider"))).clicked() {
                        self.zoom_in_middle(1);
                    }
                    if ui.add(Button::icon(Icon::Minus, t!(texts, "timeline-narrower"))).clicked() {
                        self.zoom_in_middle(-1);
                    }
                });
            });
            ui.add_space(6.0);
            ui.horizontal_wrapped(|ui| {
                filters.show(ui, texts, std::mem::take(&mut self.focus_search));
                filters.show_clear(ui, texts);
                if let Some(read) = self.read.value() {
                    form::note(ui, &t!(texts, "calendar-missions", count = read.missions.len()));
                }
            });
        });
    }

    /// Shows all days on which there is anything.
    fn fit(&mut self) {
        if let (Some(view), Some(read)) = (&mut self.view, self.read.value())
            && let Some((first, last)) = read.chart.days()
        {
            view.fit(first, last);
        }
    }

    fn zoom_in_middle(&mut self, steps: i32) {
        if let Some(view) = &mut self.view {
            view.zoom(steps, view.width / 2.0);
        }
    }

    /// Carries out a move that the person let go of.
    fn commit(&mut self, shared: &mut Shared, moving: Moving) {
        let (mission, days) = (moving.mission, moving.to);
        shared.edit(move |file| file.move_mission(mission, days));
    }

    /// What the rules look at for the mission that is held.
    fn held(&mut self, shared: &mut Shared, mission: Id) -> Option<&Shown> {
        self.held.exact(&mut shared.desk, &mission, read_shown)?.as_ref()
    }

    fn show_days_dialog(&mut self, ui: &Ui, shared: &mut Shared) {
        let Some(mut dialog) = self.days_dialog.take() else { return };
        let mission = dialog.moving.mission;
        let today = shared.today();
        // The texts are borrowed while the rules look at what was read.
        let shown = self.held.exact(&mut shared.desk, &mission, read_shown).and_then(Option::as_ref);
        match dialog.show(ui.ctx(), &shared.texts, shown, today) {
            days_dialog::Answer::Open => self.days_dialog = Some(dialog),
            days_dialog::Answer::Confirmed => self.commit(shared, dialog.moving),
            days_dialog::Answer::Cancelled => {}
        }
    }
}

fn rows_by(grouping: Grouping, texts: &Texts) -> &str {
    match grouping {
        Grouping::Volunteer => t!(texts, "timeline-by-volunteer"),
        Grouping::Placement => t!(texts, "timeline-by-placement"),
        Grouping::Partner => t!(texts, "timeline-by-partner"),
        Grouping::Country => t!(texts, "timeline-by-country"),
        Grouping::Programme => t!(texts, "timeline-by-programme"),
    }
}

/// An office without a mission or an open place yet.
fn empty(ui: &mut Ui, shared: &mut Shared) {
    let texts = &shared.texts;
    let action = Command::Placements.text(texts);
    let empty = EmptyState::new(Icon::Calendar, t!(texts, "calendar-empty"), t!(texts, "calendar-empty-text"));
    if empty.actions(&[action]).show(ui).is_some() {
        shared.act(Act::Ask(Command::Placements));
    }
}
