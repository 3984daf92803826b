//! A date field: typed in many forms, or picked from a month; may be empty; says so when a text is no date.

use chrono::{NaiveDate, Weekday};
use egui::accesskit::Role;
use egui::{Align, AsIdSalt, EventFilter, Id, Key, Modifiers, Popup, PopupCloseBehavior, Rect, Response, Sense, Ui};
use egui::{WidgetInfo, pos2, vec2};

use super::date_text::{self, DateTextError};
use super::month::{MonthGrid, add_days, add_months, weekdays};
use super::text_field::{Outcome, edit_line, outcome};
use super::{Button, Edited, draft, form, paint};
use crate::app::texts::Texts;
use crate::app::theme::{Icon, colors, font, measure};
use crate::t;

const CELL: f32 = 32.0;

/// A date field. `salt` as in [`TextField`](super::TextField).
#[must_use = "a field shows only by show()"]
#[derive(Debug)]
pub struct DateField<'a, S> {
    salt: S,
    value: Option<NaiveDate>,
    today: NaiveDate,
    base: NaiveDate,
    required: bool,
    name: Option<&'a str>,
    week_start: Weekday,
    width: f32,
}

impl<'a, S: AsIdSalt> DateField<'a, S> {
    /// A field for `value`; `today` is marked in the month, and "+3m" counts from it.
    pub fn new(salt: S, value: Option<NaiveDate>, today: NaiveDate) -> Self {
        let (required, name, week_start) = (false, None, Weekday::Mon);
        Self { salt, value, today, base: today, required, name, week_start, width: 150.0 }
    }

    /// The day from which "+3m" counts, where that is not today: for a last day, the first.
    pub fn base(mut self, base: NaiveDate) -> Self {
        self.base = base;
        self
    }

    /// It may not be left empty.
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Its accessible name, where no label of a form row names it.
    pub fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// The first day of the week; Monday if not said.
    pub fn week_start(mut self, week_start: Weekday) -> Self {
        self.week_start = week_start;
        self
    }

    /// Its width in points.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Shows the field, beneath it why a text was not taken, and the month while it is open.
    pub fn show(self, ui: &mut Ui, texts: &Texts) -> Edited<Option<NaiveDate>> {
        let id = ui.make_persistent_id(&self.salt);
        let recorded = self.value.map_or(String::new(), |date| texts.date(date));
        let mut text = draft::shown(ui, id, &recorded);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let response = edit_line(ui, id, &mut text, self.name, "", self.width);
            let opener = opener(ui, id, &response, texts);
            let month = self.month(ui, &opener, texts);
            let mut committed = None;
            if let Some(picked) = month {
                let picked_text = picked.map_or(String::new(), |date| texts.date(date));
                draft::sent(ui, id, &picked_text, &recorded);
                committed = Some(picked).filter(|picked| *picked != self.value);
            }
            let read = self.read(&text);
            match outcome(ui, id, &response, &text) {
                Outcome::Open => {}
                Outcome::Restored => draft::forget(ui, id),
                Outcome::Finished => match read {
                    Ok(date) if date == self.value => draft::forget(ui, id),
                    Ok(date) => {
                        draft::sent(ui, id, &date.map_or(String::new(), |date| texts.date(date)), &recorded);
                        committed = Some(date);
                    }
                    Err(_) => draft::refused(ui, id, &text),
                },
            }
            if let (Err(fault), true, false) = (read, draft::is_refused(ui, id), response.has_focus()) {
                let reason = match fault {
                    Fault::Missing => t!(texts, "field-required"),
                    Fault::Text(DateTextError::NoSuchDay) => t!(texts, "date-no-such-day"),
                    Fault::Text(DateTextError::NotADate) => t!(texts, "date-not-a-date"),
                };
                paint::mark_invalid(ui, &response, reason);
                form::error(ui, reason);
            }
            Edited { response, committed }
        })
        .inner
    }

    fn read(&self, text: &str) -> Result<Option<NaiveDate>, Fault> {
        match date_text::parse(text, self.base) {
            Ok(None) if self.required => Err(Fault::Missing),
            Ok(date) => Ok(date),
            Err(error) => Err(Fault::Text(error)),
        }
    }

    /// The month under the field; gives back the day that was picked, or nothing for "no date".
    fn month(&self, ui: &Ui, opener: &Opener, texts: &Texts) -> Option<Option<NaiveDate>> {
        let popup = opener.button.id.with("month");
        let cursor_id = popup.with("cursor");
        if opener.opened {
            let start = self.value.unwrap_or(self.base);
            ui.data_mut(|data| data.insert_temp(cursor_id, start));
            Popup::open_id(ui.ctx(), popup);
        }
        if !Popup::is_id_open(ui.ctx(), popup) {
            return None;
        }
        let mut cursor: NaiveDate = ui.data(|data| data.get_temp(cursor_id)).unwrap_or(self.base);
        let picked = Popup::from_response(&opener.field)
            .id(popup)
            .open_memory(None)
            .gap(4.0)
            .width(CELL * 7.0)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .accessible_name(t!(texts, "date-month"))
            .show(|ui| {
                ui.set_width(CELL * 7.0);
                ui.spacing_mut().item_spacing = vec2(0.0, 2.0);
                self.month_content(ui, &mut cursor, opener.opened, texts)
            })
            .and_then(|shown| shown.inner);
        ui.data_mut(|data| data.insert_temp(cursor_id, cursor));
        if picked.is_some() {
            Popup::close_id(ui.ctx(), popup);
        }
        if picked.is_some() || ui.input(|input| input.key_pressed(Key::Escape)) {
            opener.field.request_focus();
        }
        picked
    }

    fn month_content(
        &self,
        ui: &mut Ui,
        cursor: &mut NaiveDate,
        just_opened: bool,
        texts: &Texts,
    ) -> Option<Option<NaiveDate>> {
        let c = colors(ui);
        let mut picked = None;
        ui.horizontal(|ui| {
            if ui.add(Button::icon(Icon::ChevronLeft, t!(texts, "date-previous-month"))).clicked() {
                *cursor = add_months(*cursor, -1);
            }
            let title = texts.month_and_year(*cursor);
            let size = vec2(CELL * 7.0 - 60.0, measure::BUTTON);
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            let galley = paint::line(ui.painter(), &title, font::medium(), rect.width());
            paint::place(ui.painter(), rect, Align::Center, galley, c.text);
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &title));
            if ui.add(Button::icon(Icon::ChevronRight, t!(texts, "date-next-month"))).clicked() {
                *cursor = add_months(*cursor, 1);
            }
        });
        ui.horizontal(|ui| {
            for day in weekdays(self.week_start) {
                let (rect, _) = ui.allocate_exact_size(vec2(CELL, 20.0), Sense::hover());
                let galley = paint::line(ui.painter(), texts.weekday_short(day), font::small(), CELL);
                paint::place(ui.painter(), rect, Align::Center, galley, c.weak);
            }
        });
        let grid = MonthGrid::of(*cursor, self.week_start);
        // Six weeks always, so that the buttons beneath stay where they are.
        let (area, _) = ui.allocate_exact_size(vec2(CELL * 7.0, 28.0 * 6.0), Sense::hover());
        let focus = ui.interact(area, ui.scope_id().with("days"), Sense::click());
        focus.widget_info(|| WidgetInfo::labeled(Role::Grid, true, texts.long_date(*cursor)));
        if just_opened {
            focus.request_focus();
        }
        if focus.has_focus() {
            picked = self.keys(ui, focus.id, cursor);
        }
        let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|_| focus.hovered());
        for (week, days) in grid.weeks.iter().enumerate() {
            for (place, day) in days.iter().enumerate() {
                let corner = area.min + vec2(place as f32 * CELL, week as f32 * 28.0);
                let rect = Rect::from_min_size(corner, vec2(CELL, 28.0));
                let hovered = pointer.is_some_and(|pointer| rect.contains(pointer));
                self.paint_day(ui, rect, *day, grid.holds(*day), *day == *cursor && focus.has_focus(), hovered);
                if hovered && focus.clicked() {
                    picked = Some(Some(*day));
                }
            }
        }
        ui.horizontal(|ui| {
            if ui.add(Button::quiet(t!(texts, "date-today"))).clicked() {
                picked = Some(Some(self.today));
            }
            if !self.required && self.value.is_some() && ui.add(Button::quiet(t!(texts, "date-none"))).clicked() {
                picked = Some(None);
            }
        });
        picked
    }

    fn keys(&self, ui: &Ui, id: Id, cursor: &mut NaiveDate) -> Option<Option<NaiveDate>> {
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        for (key, days) in [(Key::ArrowLeft, -1), (Key::ArrowRight, 1), (Key::ArrowUp, -7), (Key::ArrowDown, 7)] {
            if pressed(Modifiers::NONE, key) {
                *cursor = add_days(*cursor, days);
            }
        }
        for (key, months) in [(Key::PageUp, -1), (Key::PageDown, 1)] {
            if pressed(Modifiers::SHIFT, key) {
                *cursor = add_months(*cursor, months * 12);
            } else if pressed(Modifiers::NONE, key) {
                *cursor = add_months(*cursor, months);
            }
        }
        if pressed(Modifiers::NONE, Key::Home) {
            *cursor = self.today;
        }
        pressed(Modifiers::NONE, Key::Enter).then_some(Some(*cursor))
    }

    fn paint_day(&self, ui: &Ui, rect: Rect, day: NaiveDate, of_month: bool, cursor: bool, hovered: bool) {
        use chrono::Datelike as _;
        let c = colors(ui);
        let square = Rect::from_center_size(rect.center(), vec2(CELL - 2.0, 26.0));
        let chosen = self.value == Some(day);
        let painter = ui.painter();
        if chosen {
            painter.rect_filled(square, measure::TAG_CORNER, c.accent);
        } else if hovered {
            painter.rect_filled(square, measure::TAG_CORNER, c.hover);
        }
        if day == self.today && !chosen {
            let stroke = egui::Stroke::new(1.0, c.accent);
            painter.rect_stroke(square, measure::TAG_CORNER, stroke, egui::StrokeKind::Inside);
        }
        if cursor {
            let stroke = egui::Stroke::new(2.0, c.accent);
            painter.rect_stroke(square.expand(1.0), measure::TAG_CORNER, stroke, egui::StrokeKind::Outside);
        }
        let ink = match (chosen, of_month) {
            (true, _) => c.on_accent,
            (false, true) => c.text,
            (false, false) => c.weak,
        };
        let font = if of_month { font::body() } else { font::small() };
        let galley = paint::line(painter, &day.day().to_string(), font, CELL);
        paint::place(painter, rect, Align::Center, galley, ink);
    }
}

/// A month to pick a day from under any widget, opened in the frame in which `opened`; `Some(None)` for "no date".
pub(super) fn pick_from_month(
    ui: &Ui,
    texts: &Texts,
    anchor: &Response,
    opened: bool,
    value: Option<NaiveDate>,
    today: NaiveDate,
) -> Option<Option<NaiveDate>> {
    let opener = Opener { field: anchor.clone(), button: anchor.clone(), opened };
    DateField::new("month", value, today).month(ui, &opener, texts)
}

#[derive(Clone, Copy)]
enum Fault {
    Missing,
    Text(DateTextError),
}

/// The field and the small calendar at its right end.
struct Opener {
    field: Response,
    button: Response,
    opened: bool,
}

fn opener(ui: &Ui, id: Id, field: &Response, texts: &Texts) -> Opener {
    let c = colors(ui);
    let rect = Rect::from_center_size(pos2(field.rect.right() - 13.0, field.rect.center().y), vec2(22.0, 22.0));
    // By keyboard the month opens with Alt and the arrow, so that a form has one stop a field.
    let button = ui.interact(rect, id.with("opener"), Sense::CLICK);
    button.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), t!(texts, "date-open-month")));
    if button.hovered() {
        ui.painter().rect_filled(rect, measure::TAG_CORNER, c.hover);
    }
    let square = Rect::from_center_size(rect.center(), vec2(14.0, 14.0));
    Icon::Calendar.paint(ui.painter(), square, if button.hovered() { c.text } else { c.weak });
    let by_key = field.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::ALT, Key::ArrowDown));
    let button = button.on_hover_cursor(egui::CursorIcon::Default);
    let opened = button.clicked() || by_key;
    Opener { field: field.clone(), button, opened }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::texts::Language;
    use crate::app::widgets::testing::harness;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn field(language: Language) -> Harness<'static, Option<NaiveDate>> {
        let texts = Texts::new(language);
        harness(Some(day("2027-01-10")), move |ui, date| {
            let edited = DateField::new("start", *date, day("2026-11-23")).name("Start").show(ui, &texts);
            if let Some(now) = edited.committed {
                *date = now;
            }
        })
    }

    fn enter(harness: &mut Harness<'static, Option<NaiveDate>>, text: &str) {
        harness.get_by_label("Start").click();
        harness.run();
        harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        harness.key_press(Key::Delete);
        harness.run();
        if !text.is_empty() {
            harness.get_by_label("Start").type_text(text);
            harness.run();
        }
        harness.key_press(Key::Enter);
        harness.run();
    }

    #[test]
    fn a_date_is_typed_shown_in_the_readers_way_and_emptied() {
        let mut harness = field(Language::French);
        assert_eq!(harness.get_by_label("Start").value().as_deref(), Some("10 janv. 2027"));
        enter(&mut harness, "14/5/2027");
        assert_eq!(*harness.state(), Some(day("2027-05-14")));
        assert_eq!(harness.get_by_label("Start").value().as_deref(), Some("14 mai 2027"));
        enter(&mut harness, "+3m");
        assert_eq!(*harness.state(), Some(day("2027-02-23")));
        enter(&mut harness, "");
        assert_eq!(*harness.state(), None);
    }

    #[test]
    fn what_is_no_date_stays_and_says_so() {
        let mut harness = field(Language::English);
        enter(&mut harness, "30 Feb 2027");
        assert_eq!(*harness.state(), Some(day("2027-01-10")));
        assert_eq!(harness.get_by_label("Start").value().as_deref(), Some("30 Feb 2027"));
        harness.get_by_label("The month has no such day");
        enter(&mut harness, "28 Feb 2027");
        assert_eq!(*harness.state(), Some(day("2027-02-28")));
        assert!(harness.query_by_label("The month has no such day").is_none());
    }

    #[test]
    fn a_day_is_picked_by_keyboard() {
        let mut harness = field(Language::English);
        harness.get_by_label("Start").click();
        harness.run();
        harness.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
        harness.run();
        for key in [Key::PageDown, Key::ArrowDown, Key::ArrowRight, Key::Enter] {
            harness.key_press(key);
            harness.run();
        }
        assert_eq!(*harness.state(), Some(day("2027-02-18")));
        assert!(harness.query_by_role(Role::Grid).is_none(), "the month is closed");
    }
}
