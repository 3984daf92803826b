//! The agenda: what happens in the next days, and people in service by country and week of a year. Narrowed like the
//! calendar and the timeline.

mod strip;
mod year;

use crate::app::commands::Command;
use crate::app::loaded::Loaded;
use crate::app::screens::record::layout;
use crate::app::screens::schedule::Filters;
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::theme::{Icon, colors, measure};
use crate::app::widgets::table::{Cell, Column, Rows, Table, TableState};
use crate::app::widgets::{Chip, EmptyState, Tone, choice_chip, form};
use crate::domain::mission::Party;
use crate::domain::span::Span;
use crate::domain::{Id, Kind};
use crate::store::agenda::{AgendaKind, AgendaLine};
use crate::store::lists::{MissionRow, Query};
use crate::store::{OfficeFile, StoreError};
use crate::t;
use chrono::{Days, NaiveDate};
use egui::{Frame, Panel, Ui};
use std::collections::HashSet;
use year::YearView;

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum View {
    /// So many days from today.
    Next(u64),
    /// A year, by country and week.
    Year,
}

/// What lines are narrowed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Arrivals,
    Departures,
    Milestones,
    Papers,
    Reports,
}

/// What the screen remembers.
pub struct AgendaScreen {
    view: View,
    what: Vec<What>,
    /// Milestones of whom.
    who: Vec<Party>,
    lines: Loaded<Key, Vec<AgendaLine>>,
    table: TableState<usize>,
    year: YearView,
    focus_search: bool,
    /// The last frame in which the screen was shown: coming back to it gives the list the keyboard.
    shown_in: u64,
}

impl Default for AgendaScreen {
    fn default() -> Self {
        Self {
            view: View::Next(30),
            what: Vec::new(),
            who: Vec::new(),
            lines: Loaded::default(),
            table: TableState::default(),
            year: YearView::default(),
            focus_search: false,
            shown_in: 0,
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Key {
    query: Query<MissionRow>,
    days: Span,
    what: Vec<What>,
    who: Vec<Party>,
}

fn read(file: &mut OfficeFile, key: &Key) -> Result<Vec<AgendaLine>, StoreError> {
    let missions: HashSet<Id> = file.list(&key.query)?.iter().map(|mission| mission.id).collect();
    let mut lines = file.agenda(key.days, usize::MAX)?;
    lines.retain(|line| {
        let (what, who) = match &line.what {
            AgendaKind::Arrival => (What::Arrivals, None),
            AgendaKind::Departure => (What::Departures, None),
            AgendaKind::Milestone { who, .. } => (What::Milestones, Some(*who)),
            AgendaKind::PaperEnds { .. } => (What::Papers, None),
            AgendaKind::ReportDue { .. } => (What::Reports, None),
        };
        missions.contains(&line.mission)
            && (key.what.is_empty() || key.what.contains(&what))
            && (key.who.is_empty() || who.is_some_and(|who| key.who.contains(&who)))
    });
    Ok(lines)
}

struct Lines<'a> {
    lines: &'a [AgendaLine],
    texts: &'a Texts,
}

impl Lines<'_> {
    fn who(&self, line: &AgendaLine) -> &str {
        match line.what {
            AgendaKind::Milestone { who, .. } => self.texts.party(who),
            _ => "",
        }
    }

    fn place(&self, line: &AgendaLine) -> String {
        let parts = [line.duty_station.as_str(), self.texts.country(line.country)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

impl Rows for Lines<'_> {
    type Key = usize;

    fn count(&self) -> usize {
        self.lines.len()
    }

    fn key(&self, row: usize) -> usize {
        row
    }

    fn cell(&self, row: usize, column: &'static str, cell: &mut Cell<'_>) {
        let line = &self.lines[row];
        match column {
            // Of several on one day, the first says which day it is.
            "day" if row > 0 && self.lines[row - 1].day == line.day => {}
            "day" => cell.strong(&self.texts.long_date(line.day)),
            "what" => {
                let tone = match line.what {
                    AgendaKind::Arrival => Tone::Good,
                    AgendaKind::Departure => Tone::Accent,
                    AgendaKind::PaperEnds { .. } => Tone::Careful,
                    AgendaKind::Milestone { .. } | AgendaKind::ReportDue { .. } => Tone::Neutral,
                };
                cell.tag(tone, &self.texts.agenda_kind(&line.what));
            }
            "who" => cell.weak(self.who(line)),
            "name" => cell.text(&line.volunteer_name),
            "placement" => cell.text(&line.placement_title),
            _ => cell.text(&self.place(line)),
        }
    }

    fn label(&self, row: usize) -> String {
        let line = &self.lines[row];
        let (day, place) = (self.texts.date(line.day), self.place(line));
        let what = self.texts.agenda_kind(&line.what);
        let parts = [day.as_str(), &what, &line.volunteer_name, &line.placement_title, &place, self.who(line)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

impl AgendaScreen {
    /// Puts the keyboard into the search field.
    pub fn find(&mut self) {
        self.focus_search = true;
    }

    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared, filters: &mut Filters) {
        let frame = ui.ctx().cumulative_frame_nr();
        let arrived = std::mem::replace(&mut self.shown_in, frame) + 1 < frame;
        self.bar(ui, shared, filters);
        match self.view {
            View::Next(days) => self.next(ui, shared, filters, days, arrived),
            View::Year => self.year.show(ui, shared, filters),
        }
    }

    fn next(&mut self, ui: &mut Ui, shared: &mut Shared, filters: &Filters, days: u64, arrived: bool) {
        let today = shared.today();
        let last: NaiveDate = today.checked_add_days(Days::new(days.saturating_sub(1))).unwrap_or(today);
        let days = Span { first: today, last };
        // All missions: some lines come long after a mission.
        let key = Key { query: filters.query(None), days, what: self.what.clone(), who: self.who.clone() };
        let Some(lines) = self.lines.latest(&mut shared.desk, &key, read) else { return };
        let texts = &shared.texts;
        if lines.is_empty() {
            if shared.desk.is_idle() {
                let (title, text) = (t!(texts, "agenda-empty"), t!(texts, "agenda-empty-text"));
                let _ = EmptyState::new(Icon::Calendar, title, text).show(ui);
            }
            return;
        }
        let who = layout::label(t!(texts, "mission-who"));
        let columns = [
            Column::new("day", t!(texts, "agenda-day"), 216.0).unsorted(),
            Column::new("what", t!(texts, "agenda-what"), 196.0).unsorted(),
            Column::new("who", &who, 90.0).unsorted(),
            Column::new("name", t!(texts, "where-name"), 160.0).unsorted().stretch(),
            Column::new("placement", t!(texts, "agenda-placement"), 150.0).unsorted().stretch(),
            Column::new("place", t!(texts, "where-town"), 150.0).unsorted().stretch(),
        ];
        self.table.take_focus |= arrived;
        let mut opened = None;
        Frame::new().fill(colors(ui).panel).show(ui, |ui| {
            let rows = Lines { lines, texts };
            let name = Command::Agenda.text(texts);
            let done = Table::new("agenda", name, &columns).show(ui, texts, &mut self.table, &rows);
            opened = done.opened.map(|row| lines[row].mission);
        });
        if let Some(mission) = opened {
            shared.act(Act::Open(Kind::Mission, mission));
        }
    }

    fn bar(&mut self, ui: &mut Ui, shared: &Shared, filters: &mut Filters) {
        let margin = measure::MARGIN as i8;
        let margin = egui::Margin { left: margin, right: margin, top: 8, bottom: 8 };
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(margin);
        let texts = &shared.texts;
        Panel::top("agenda bar").resizable(false).frame(frame).show(ui, |ui| {
            ui.horizontal(|ui| {
                form::title(ui, Command::Agenda.text(texts));
                ui.add_space(8.0);
                for days in [7, 30, 90] {
                    let label = t!(texts, "agenda-days", days = days);
                    let chip = Chip::new(&label).selected(self.view == View::Next(days));
                    if chip.show(ui).response.clicked() {
                        self.view = View::Next(days);
                    }
                }
                let chip = Chip::new(t!(texts, "agenda-year")).selected(self.view == View::Year);
                if chip.show(ui).response.clicked() {
                    self.view = View::Year;
                }
                if self.view == View::Year {
                    ui.add_space(8.0);
                    self.year.choose(ui, texts, shared.today());
                }
            });
            ui.add_space(6.0);
            ui.horizontal_wrapped(|ui| {
                filters.show(ui, texts, std::mem::take(&mut self.focus_search));
                if self.view == View::Year {
                    filters.show_clear(ui, texts);
                    return;
                }
                let what = [
                    (What::Arrivals, t!(texts, "agenda-arrivals")),
                    (What::Departures, t!(texts, "agenda-departures")),
                    (What::Milestones, t!(texts, "mission-milestones")),
                    (What::Papers, t!(texts, "agenda-papers")),
                    (What::Reports, t!(texts, "mission-reports")),
                ];
                if let Some(chosen) = choice_chip::several(ui, texts, t!(texts, "agenda-what"), &what, &self.what) {
                    self.what = chosen;
                }
                let who: Vec<(Party, &str)> = Party::ALL.iter().map(|who| (*who, texts.party(*who))).collect();
                if let Some(chosen) =
                    choice_chip::several(ui, texts, &layout::label(t!(texts, "mission-who")), &who, &self.who)
                {
                    self.who = chosen;
                }
                filters.show_clear(ui, texts);
                if let Some(lines) = self.lines.value() {
                    form::note(ui, &t!(texts, "agenda-count", count = lines.len()));
                }
            });
        });
    }
}
