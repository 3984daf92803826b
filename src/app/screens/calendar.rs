//! The month calendar of missions: who comes, who goes, who is there.
//!
//! Reading and laying out happen on the desk's thread, once for a month and what it is narrowed to; a frame only paints
//! the weeks in view.

mod bar;
mod day_list;
mod grid;
mod layout;
mod month_picker;
mod print;

pub use print::CalendarPrint;

use crate::app::commands::Command;
use crate::app::loaded::Loaded;
use crate::app::screens::record::Choices;
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::theme::{Icon, colors, measure};
use crate::app::widgets::month::{MonthGrid, add_months};
use crate::app::widgets::{Button, Chip, EmptyState, SearchField, choice_chip, form};
use crate::domain::mission::Stage;
use crate::domain::reference::Country;
use crate::domain::span::Span;
use crate::exchange::calendar::CalendarQuery;
use crate::store::lists::{Listing, MissionFilter, MissionRow, Query};
use crate::store::{OfficeFile, StoreError};
use crate::t;
use chrono::{NaiveDate, Weekday};
use egui::{Align, Frame, Id, Layout, Panel, Ui};
use layout::Week;

/// What the calendar shows of the office.
#[derive(Debug, Clone, PartialEq)]
struct Key {
    query: Query<MissionRow>,
    /// Any day of the month.
    month: NaiveDate,
    week_start: Weekday,
}

/// A month, laid out.
struct MonthView {
    listing: Listing<MissionRow>,
    weeks: Vec<Week>,
}

/// The calendar.
#[derive(Default)]
pub struct CalendarScreen {
    /// The day with the cursor; its month is shown. Today at first.
    day: Option<NaiveDate>,
    search: String,
    stages: Vec<Stage>,
    countries: Vec<Country>,
    /// Weeks as tall as their bars need, and scrolling, instead of a month that fits.
    whole: bool,
    view: Loaded<Key, MonthView>,
    open_day: Option<NaiveDate>,
    open_day_is_new: bool,
    focus_search: bool,
    /// The last frame in which the screen was shown: coming back to it gives the days the keyboard.
    shown_in: u64,
}

/// Missions that nobody reckons with any more are shown only when they are asked for.
const USUAL_STAGES: [Stage; 8] = [
    Stage::Proposed,
    Stage::WithPartner,
    Stage::Offered,
    Stage::Accepted,
    Stage::Preparing,
    Stage::Serving,
    Stage::Completed,
    Stage::EndedEarly,
];

impl CalendarScreen {
    /// Shows the month of a day, with the cursor on it.
    pub fn go_to(&mut self, day: NaiveDate) {
        self.day = Some(day);
        self.open_day = None;
    }

    /// Puts the keyboard into the search field.
    pub fn find(&mut self) {
        self.focus_search = true;
    }

    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared) {
        let day = *self.day.get_or_insert(shared.today());
        self.bar(ui, shared, day);
        let frame = ui.ctx().cumulative_frame_nr();
        let arrived = std::mem::replace(&mut self.shown_in, frame) + 1 < frame;
        let key = self.key(shared);
        self.view.latest(&mut shared.desk, &key, read);
        let Some(view) = self.view.value() else { return };
        if view.listing.rows.is_empty() && shared.desk.is_idle() {
            empty(ui, shared);
            return;
        }
        let opened = self.open_day.is_some();
        let shown = grid::Grid { view, day, whole: self.whole, take_focus: arrived }.show(ui, shared);
        if let (Some(open), Some(anchor)) = (self.open_day, shown.open_day_at(self.open_day)) {
            let just_opened = std::mem::take(&mut self.open_day_is_new);
            if !day_list::show(ui, anchor, open, just_opened, view, shared) {
                self.open_day = None;
                shown.give_back_focus(ui);
            }
        }
        if let Some(id) = shown.opened_mission {
            shared.act(Act::Open(crate::domain::Kind::Mission, id));
        }
        if let Some(day) = shown.moved_to {
            self.go_to(day);
        }
        if let Some(day) = shown.opened_day
            && !opened
        {
            (self.open_day, self.open_day_is_new) = (Some(day), true);
            self.day = Some(day);
            ui.ctx().request_repaint();
        }
    }

    /// The missions that it is narrowed to, in whatever month.
    pub fn narrowed(&self) -> Query<MissionRow> {
        let (stages, countries) = (self.stages.clone(), self.countries.clone());
        let filter = MissionFilter { stages, countries, ..MissionFilter::default() };
        Query { search: self.search.trim().to_owned(), ..CalendarQuery::of(filter).missions }
    }

    /// The same, but without those that nobody reckons with any more, unless they are asked for.
    pub fn reckoned_with(&self) -> Query<MissionRow> {
        let mut query = self.narrowed();
        if query.filter.stages.is_empty() {
            query.filter.stages = USUAL_STAGES.to_vec();
        }
        query
    }

    fn key(&self, shared: &Shared) -> Key {
        let office = shared.desk.office();
        let week_start = office.and_then(|office| office.office.country).map_or(Weekday::Mon, Country::week_start);
        let month = self.day.unwrap_or_else(|| shared.today());
        let grid = MonthGrid::of(month, week_start);
        let mut query = self.reckoned_with();
        query.filter.days = Some(Span { first: grid.from(), last: grid.to() });
        Key { query, month: grid.first, week_start }
    }

    fn bar(&mut self, ui: &mut Ui, shared: &mut Shared, day: NaiveDate) {
        let margin = measure::MARGIN as i8;
        let margin = egui::Margin { left: margin, right: margin, top: 8, bottom: 8 };
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(margin);
        let today = shared.today();
        let Shared { texts, acts, .. } = shared;
        Panel::top("calendar bar").resizable(false).frame(frame).show(ui, |ui| {
            ui.horizontal(|ui| {
                form::title(ui, Command::Calendar.text(texts));
                ui.add_space(8.0);
                if ui.add(Button::icon(Icon::ChevronLeft, t!(texts, "date-previous-month"))).clicked() {
                    self.go_to(add_months(day, -1));
                }
                if let Some(month) = month_picker::show(ui, texts, day, today) {
                    self.go_to(month);
                }
                if ui.add(Button::icon(Icon::ChevronRight, t!(texts, "date-next-month"))).clicked() {
                    self.go_to(add_months(day, 1));
                }
                if ui.add(Button::outlined(t!(texts, "date-today"))).clicked() {
                    self.go_to(today);
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if ui.add(Button::outlined(t!(texts, "calendar-export"))).clicked() {
                        acts.push(Act::Ask(Command::ExportCalendar));
                    }
                    if ui.add(Button::outlined(t!(texts, "calendar-print"))).clicked() {
                        acts.push(Act::PrintCalendar(day));
                    }
                });
            });
            ui.add_space(6.0);
            ui.horizontal_wrapped(|ui| self.filters(ui, texts));
        });
    }

    fn filters(&mut self, ui: &mut Ui, texts: &Texts) {
        SearchField::new(Id::unique("calendar search"), &mut self.search, t!(texts, "calendar-find"))
            .width(200.0)
            .focus(std::mem::take(&mut self.focus_search))
            .show(ui, texts);
        let stages: Vec<(Stage, &str)> = Stage::ALL.iter().map(|stage| (*stage, texts.stage(*stage).0)).collect();
        if let Some(stages) = choice_chip::several(ui, texts, t!(texts, "calendar-stage"), &stages, &self.stages) {
            self.stages = stages;
        }
        let countries = &Choices::of(texts.tongue()).countries;
        let chosen = &self.countries;
        if let Some(countries) = choice_chip::several(ui, texts, t!(texts, "calendar-country"), countries, chosen) {
            self.countries = countries;
        }
        if Chip::new(t!(texts, "calendar-whole")).selected(self.whole).show(ui).response.clicked() {
            self.whole = !self.whole;
        }
        let narrowed = !(self.stages.is_empty() && self.countries.is_empty() && self.search.is_empty());
        if narrowed && ui.add(Button::link(t!(texts, "filter-clear"))).clicked() {
            self.stages.clear();
            self.countries.clear();
            self.search.clear();
        }
        if let Some(view) = self.view.value() {
            form::note(ui, &t!(texts, "calendar-missions", count = view.listing.len()));
        }
    }
}

fn read(file: &mut OfficeFile, key: &Key) -> Result<MonthView, StoreError> {
    let listing = file.list(&key.query)?;
    let spans: Vec<Span> = listing.iter().map(MissionRow::days).collect();
    let weeks = layout::layout(&spans, &MonthGrid::of(key.month, key.week_start));
    Ok(MonthView { listing, weeks })
}

/// An office without a mission yet.
fn empty(ui: &mut Ui, shared: &mut Shared) {
    let texts = &shared.texts;
    let action = Command::Placements.text(texts);
    let empty = EmptyState::new(Icon::Calendar, t!(texts, "calendar-empty"), t!(texts, "calendar-empty-text"));
    if empty.actions(&[action]).show(ui).is_some() {
        shared.act(Act::Ask(Command::Placements));
    }
}
