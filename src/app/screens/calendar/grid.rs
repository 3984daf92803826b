//! The days of the month with their bars: painting, pointer and keyboard.

use super::MonthView;
use super::layout::{Bar, Day, Week};
use crate::app::screens::mission_bar::{self, Ends};
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::theme::{colors, font, measure};
use crate::app::widgets::month::{add_days, add_months};
use crate::app::widgets::paint_line;
use crate::domain::Id;
use crate::t;
use chrono::{Datelike as _, NaiveDate};
use egui::accesskit::Role;
use egui::{Align, EventFilter, Key, Modifiers, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo};
use egui::{pos2, vec2};

/// Height of the line with the number of a day.
const HEAD: f32 = 24.0;
/// From the top of a bar to the top of the one beneath.
const LANE: f32 = BAR + 3.0;
/// Height of a bar.
const BAR: f32 = 19.0;
/// Height of the line of weekdays.
const WEEKDAYS: f32 = 24.0;
/// No week gets lower: three bars are seen.
const LEAST_WEEK: f32 = HEAD + 3.0 * LANE + 4.0;

/// A month to be shown.
pub struct Grid<'a> {
    /// The month, laid out.
    pub view: &'a MonthView,
    /// The day with the cursor.
    pub day: NaiveDate,
    /// Weeks as tall as their bars need.
    pub whole: bool,
    /// The days take the keyboard in this frame, if nothing else has it.
    pub take_focus: bool,
}

/// What a person did in this frame, and where the days lie.
pub struct Shown {
    /// A mission was clicked.
    pub opened_mission: Option<Id>,
    /// The list of a day was asked for.
    pub opened_day: Option<NaiveDate>,
    /// The cursor was moved.
    pub moved_to: Option<NaiveDate>,
    days: Vec<(NaiveDate, Rect)>,
    focus: egui::Id,
}

impl Shown {
    /// Where the day lies whose list is open, if it is shown at all.
    pub fn open_day_at(&self, day: Option<NaiveDate>) -> Option<Rect> {
        self.days.iter().find(|(shown, _)| Some(*shown) == day).map(|(_, rect)| *rect)
    }

    /// Gives the keyboard back to the days.
    pub fn give_back_focus(&self, ui: &Ui) {
        ui.memory_mut(|memory| memory.request_focus(self.focus));
    }
}

impl Grid<'_> {
    /// Shows the month in all the room there is.
    pub fn show(self, ui: &mut Ui, shared: &Shared) -> Shown {
        let focus = egui::Id::unique("calendar days");
        let mut shown =
            Shown { opened_mission: None, opened_day: None, moved_to: None, days: Vec::with_capacity(42), focus };
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        self.weekdays(ui, &shared.texts);
        let room = ui.available_size();
        let fitting = (room.y / self.view.weeks.len().max(1) as f32).floor().max(LEAST_WEEK);
        let height = |week: &Week| {
            let needed = HEAD + week.lanes as f32 * LANE + 6.0;
            if self.whole { needed.max(fitting) } else { fitting }
        };
        let total: f32 = self.view.weeks.iter().map(height).sum();
        ScrollArea::vertical().id_salt("calendar").auto_shrink([false, false]).show(ui, |ui| {
            let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), total), Sense::hover());
            let response = ui.interact(area.intersect(ui.clip_rect()), focus, Sense::click());
            response.widget_info(|| {
                WidgetInfo::labeled(
                    Role::Grid,
                    true,
                    t!(shared.texts, "calendar-grid", day = shared.texts.long_date(self.day)),
                )
            });
            if self.take_focus && ui.memory(|memory| memory.focused().is_none()) {
                response.request_focus();
            }
            if response.has_focus() {
                self.keys(ui, focus, shared.today(), &mut shown);
            }
            let mut top = area.top();
            for week in &self.view.weeks {
                let rect = Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), height(week)));
                top = rect.bottom();
                if ui.is_rect_visible(rect) {
                    self.week(ui, rect, week, shared, response.has_focus(), &mut shown);
                }
            }
        });
        shown
    }

    fn weekdays(&self, ui: &mut Ui, texts: &Texts) {
        let c = colors(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), WEEKDAYS), Sense::hover());
        ui.painter().rect_filled(rect, 0, c.panel);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, c.line));
        let Some(week) = self.view.weeks.first() else { return };
        for (place, day) in week.days.iter().enumerate() {
            let room = column(rect, place, place).shrink2(vec2(8.0, 0.0));
            paint_line(ui, room, Align::Min, texts.weekday(day.date.weekday()), font::small(), c.weak);
        }
    }

    fn week(&self, ui: &mut Ui, rect: Rect, week: &Week, shared: &Shared, focused: bool, shown: &mut Shown) {
        let c = colors(ui);
        let capacity = ((rect.height() - HEAD - 2.0) / LANE).floor().max(1.0) as usize;
        // The last lane gives way to "+3 more" where not all fit.
        let visible = if week.lanes > capacity { capacity - 1 } else { week.lanes };
        for (place, day) in week.days.iter().enumerate() {
            let cell = column(rect, place, place);
            self.day(ui, cell, day, shared, focused, shown);
            let hidden = if week.lanes > visible { week.below(visible, place) } else { 0 };
            if hidden > 0 {
                let top = cell.top() + HEAD + visible as f32 * LANE;
                let link = Rect::from_min_size(pos2(cell.left() + 4.0, top), vec2(cell.width() - 8.0, BAR));
                let response = ui.interact(link, shown.focus.with(("more", day.date)), Sense::CLICK);
                let text = t!(shared.texts, "calendar-more", count = hidden);
                response.widget_info(|| {
                    let name = format!("{text}, {}", shared.texts.long_date(day.date));
                    WidgetInfo::labeled(Role::Button, true, name)
                });
                if response.hovered() {
                    ui.painter().rect_filled(link, measure::TAG_CORNER, c.hover);
                }
                paint_line(ui, link.shrink2(vec2(4.0, 0.0)), Align::Min, &text, font::small_medium(), c.accent_text);
                if response.clicked() {
                    shown.opened_day = Some(day.date);
                }
            }
        }
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, c.line));
        for bar in week.bars.iter().filter(|bar| bar.lane < visible) {
            self.bar(ui, rect, week, *bar, shared, shown);
        }
    }

    fn day(&self, ui: &Ui, cell: Rect, day: &Day, shared: &Shared, focused: bool, shown: &mut Shown) {
        let c = colors(ui);
        let texts = &shared.texts;
        let date = day.date;
        let in_month = (date.year(), date.month()) == (self.day.year(), self.day.month());
        shown.days.push((date, cell));
        let painter = ui.painter();
        painter.rect_filled(cell, 0, if in_month { c.panel } else { c.ground });
        painter.vline(cell.right() - 0.5, cell.y_range(), Stroke::new(1.0, c.line));
        let whole = ui.interact(cell, shown.focus.with(("cell", date)), Sense::CLICK);
        let head = Rect::from_min_size(cell.min, vec2(cell.width(), HEAD));
        let response = ui.interact(head, shown.focus.with(("day", date)), Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(Role::GridCell, true, day_name(day, texts)));
        if response.hovered() && day.missions > 0 {
            painter.rect_filled(head.shrink(2.0), measure::TAG_CORNER, c.hover);
        }
        let mut room = head.shrink2(vec2(8.0, 0.0));
        let is_today = date == shared.today();
        let number = if date.day() == 1 { texts.day_and_month(date) } else { date.day().to_string() };
        if is_today {
            let word = format!("{number} {}", t!(texts, "calendar-today"));
            let galley = ui.painter().layout_no_wrap(word.clone(), font::small_strong(), c.on_accent);
            let mark =
                Rect::from_min_size(pos2(cell.left() + 4.0, head.top() + 3.0), vec2(galley.size().x + 12.0, 18.0));
            painter.rect_filled(mark, 9, c.accent);
            paint_line(ui, mark.shrink2(vec2(6.0, 0.0)), Align::Min, &word, font::small_strong(), c.on_accent);
            room.min.x = mark.right() + 4.0;
        } else {
            let ink = if in_month { c.text } else { c.weak };
            room.min.x += paint_line(ui, room, Align::Min, &number, font::small_medium(), ink) + 6.0;
        }
        let changes = match (day.arrivals, day.departures) {
            (0, 0) => String::new(),
            (come, 0) => t!(texts, "calendar-in", count = come),
            (0, go) => t!(texts, "calendar-out", count = go),
            (come, go) => {
                format!("{}, {}", t!(texts, "calendar-in", count = come), t!(texts, "calendar-out", count = go))
            }
        };
        if !changes.is_empty() && room.width() > 20.0 {
            paint_line(ui, room, Align::Max, &changes, font::small(), c.weak);
        }
        if date == self.day && focused {
            let ring = cell.shrink(1.0);
            painter.rect_stroke(ring, 2, Stroke::new(2.0, c.accent), StrokeKind::Inside);
        }
        if response.clicked() && day.missions > 0 || whole.double_clicked() {
            shown.opened_day = Some(date);
        } else if response.clicked() || whole.clicked() {
            shown.moved_to = Some(date);
            shown.give_back_focus(ui);
        }
    }

    fn bar(&self, ui: &Ui, week_rect: Rect, week: &Week, bar: Bar, shared: &Shared, shown: &mut Shown) {
        let Some(row) = self.view.listing.get(bar.mission) else { return };
        let days = column(week_rect, bar.from, bar.to);
        let left = days.left() + if bar.begins { 4.0 } else { 0.0 };
        let right = days.right() - if bar.ends { 5.0 } else { 1.0 };
        let top = week_rect.top() + HEAD + bar.lane as f32 * LANE;
        let rect = Rect::from_min_max(pos2(left, top), pos2(right, top + BAR));
        let id = shown.focus.with(("bar", row.id, week.days[0].date));
        let response = ui.interact(rect, id, Sense::CLICK).on_hover_cursor(egui::CursorIcon::PointingHand);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, mission_bar::name(row, &shared.texts)));
        let ends = Ends { begins: bar.begins, ends: bar.ends };
        let label = mission_bar::label(row, &shared.texts);
        mission_bar::paint(ui, rect, ends, row.stage, &label, response.hovered());
        if response.clicked() {
            shown.opened_mission = Some(row.id);
        }
        response.on_hover_ui(|ui| mission_bar::details(ui, row, &shared.texts));
    }

    fn keys(&self, ui: &Ui, id: egui::Id, today: NaiveDate, shown: &mut Shown) {
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
        let day = self.day;
        for (key, target) in [
            (Key::ArrowLeft, add_days(day, -1)),
            (Key::ArrowRight, add_days(day, 1)),
            (Key::ArrowUp, add_days(day, -7)),
            (Key::ArrowDown, add_days(day, 7)),
            (Key::PageUp, add_months(day, -1)),
            (Key::PageDown, add_months(day, 1)),
            (Key::Home, today),
        ] {
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                shown.moved_to = Some(target);
            }
        }
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
            shown.opened_day = Some(day);
        }
    }
}

/// From the left edge of one day of a week to the right edge of another.
fn column(week: Rect, from: usize, to: usize) -> Rect {
    let width = week.width() / 7.0;
    let left = (week.left() + from as f32 * width).round();
    let right = (week.left() + (to + 1) as f32 * width).round();
    Rect::from_x_y_ranges(left..=right, week.y_range())
}

fn day_name(day: &Day, texts: &Texts) -> String {
    let mut parts = vec![texts.long_date(day.date), t!(texts, "calendar-missions", count = day.missions)];
    if day.arrivals > 0 {
        parts.push(t!(texts, "calendar-arrive", count = day.arrivals));
    }
    if day.departures > 0 {
        parts.push(t!(texts, "calendar-leave", count = day.departures));
    }
    parts.join(", ")
}
