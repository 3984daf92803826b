//! The list that opens under a select field: a filter, and the choices that hold what was typed, by arrows and Enter.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Align, Id, Key, Modifiers, Popup, PopupCloseBehavior, Rect, Response, Sense, TextEdit, Ui, Widget as _};
use egui::{WidgetInfo, pos2, vec2};

use super::{Offer, paint};
use crate::app::texts::Texts;
use crate::app::theme::{Icon, colors, font, measure};
use crate::domain::text::fold;
use crate::t;

/// Above this many choices a filter field is shown.
const FILTER_FROM: usize = 8;
const VISIBLE_ROWS: usize = 9;

#[derive(Clone, Default)]
struct State {
    query: String,
    /// Place of the cursor among `matches`.
    cursor: usize,
    /// Places in the list of choices, for `query` and this number of choices.
    matches: Arc<Vec<usize>>,
    matched: Option<(String, usize)>,
    /// The cursor was moved by keyboard: bring it into view.
    follow: bool,
    begun: bool,
}

/// What was chosen in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Picked {
    /// The choice at this place.
    Choice(usize),
    /// Nothing ("none").
    Nothing,
}

/// Opens the list of a field.
pub(super) fn open(ui: &Ui, anchor: &Response) {
    Popup::open_id(ui.ctx(), popup_id(anchor));
}

/// The list of one field, shown while its popup is open.
pub(super) struct Picker<'a, O: Offer + ?Sized> {
    pub anchor: &'a Response,
    pub texts: &'a Texts,
    pub name: &'a str,
    pub choices: &'a O,
    /// A row that chooses nothing, with its word.
    pub nothing: Option<&'a str>,
    /// Stays open after a choice, for fields that take several.
    pub stay: bool,
    /// Shows the filter even over a short list.
    pub filter_always: bool,
}

impl<O: Offer + ?Sized> Picker<'_, O> {
    /// Shows the list if it is open.
    pub fn show(&self, ui: &Ui, chosen: impl Fn(usize) -> bool) -> Option<Picked> {
        let popup = popup_id(self.anchor);
        if !Popup::is_id_open(ui.ctx(), popup) {
            ui.data_mut(|data| data.remove::<State>(popup));
            return None;
        }
        let mut state: State = ui.data(|data| data.get_temp(popup)).unwrap_or_default();
        let width = self.anchor.rect.width().max(220.0);
        let picked = Popup::from_response(self.anchor)
            .id(popup)
            .open_memory(None)
            .gap(4.0)
            .width(width)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .accessible_name(self.name)
            .show(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = 4.0;
                self.content(ui, &mut state, &chosen)
            })
            .and_then(|shown| shown.inner);
        if picked.is_some() && !self.stay {
            Popup::close_id(ui.ctx(), popup);
        }
        if Popup::is_id_open(ui.ctx(), popup) {
            ui.data_mut(|data| data.insert_temp(popup, state));
        } else {
            ui.data_mut(|data| data.remove::<State>(popup));
            if picked.is_some() || ui.input(|input| input.key_pressed(Key::Escape)) {
                self.anchor.request_focus();
            }
        }
        picked
    }

    fn content(&self, ui: &mut Ui, state: &mut State, chosen: &impl Fn(usize) -> bool) -> Option<Picked> {
        let first_time = !std::mem::replace(&mut state.begun, true);
        self.find(state);
        if first_time {
            state.cursor = state.matches.iter().position(|place| chosen(*place)).unwrap_or(0);
            state.follow = true;
        }
        let offset = usize::from(self.nothing.is_some() && state.query.is_empty());
        let rows = state.matches.len() + offset;
        if first_time {
            state.cursor = if state.cursor == 0 && !state.matches.first().is_some_and(|p| chosen(*p)) {
                0
            } else {
                state.cursor + offset
            };
        }
        let mut picked = None;
        let focus = popup_id(self.anchor).with("filter");
        // Keys are taken before the filter sees them, or Enter would end the filter's focus.
        if move_cursor(ui, &mut state.cursor, rows) {
            state.follow = true;
        }
        let entered = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        if self.filter_always || self.choices.count() > FILTER_FROM {
            let response = TextEdit::singleline(&mut state.query)
                .id(focus)
                .font(font::body())
                .desired_width(f32::INFINITY)
                .hint_text(egui::RichText::new(t!(self.texts, "picker-filter")).color(colors(ui).weak))
                .ui(ui)
                .accessible_name(format!("{} {}", t!(self.texts, "picker-filter"), self.name));
            if response.changed() {
                state.cursor = 0;
                state.follow = true;
                self.find(state);
            }
            if first_time {
                response.request_focus();
            }
        } else if first_time {
            self.anchor.request_focus();
        }
        let offset = usize::from(self.nothing.is_some() && state.query.is_empty());
        let rows = state.matches.len() + offset;
        state.cursor = state.cursor.min(rows.saturating_sub(1));
        if rows == 0 {
            ui.label(egui::RichText::new(t!(self.texts, "picker-none-found")).color(colors(ui).weak));
            return None;
        }
        let at = |row: usize| match row.checked_sub(offset) {
            None => Picked::Nothing,
            Some(place) => state.matches.get(place).map_or(Picked::Nothing, |choice| Picked::Choice(*choice)),
        };
        if entered {
            picked = Some(at(state.cursor));
        }
        let (cursor, follow) = (state.cursor, state.follow);
        let mut hovered_row = None;
        ui.spacing_mut().item_spacing.y = 0.0;
        let height = measure::ROW * VISIBLE_ROWS.min(rows) as f32;
        // A popup is offered no more room than it had, and would not grow again after a filter that left little.
        egui::ScrollArea::vertical()
            .id_salt("choices")
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink([false, true])
            .show_rows(ui, measure::ROW, rows, |ui, range| {
                if follow && !range.contains(&cursor) {
                    let top = ui.min_rect().top() + (cursor as f32 - range.start as f32) * measure::ROW;
                    let row = Rect::from_min_size(pos2(ui.min_rect().left(), top), vec2(10.0, measure::ROW));
                    ui.scroll_to_rect(row, None);
                }
                for row in range {
                    let (label, marked) = match at(row) {
                        Picked::Nothing => (self.nothing.unwrap_or_default(), false),
                        Picked::Choice(place) => (self.choices.name(place), chosen(place)),
                    };
                    let response = row_ui(ui, label, marked, row == cursor);
                    if row == cursor && follow {
                        response.scroll_to_me(None);
                    }
                    if response.hovered() && ui.input(|input| input.pointer.is_moving()) {
                        hovered_row = Some(row);
                    }
                    if response.clicked() {
                        picked = Some(at(row));
                    }
                }
            });
        state.follow = false;
        if let Some(row) = hovered_row {
            state.cursor = row;
        }
        if picked.is_some() && self.stay {
            state.query.clear();
            ui.memory_mut(|memory| memory.request_focus(focus));
        }
        picked
    }

    /// Refreshes the matches where the query or the list changed.
    fn find(&self, state: &mut State) {
        let wanted = (fold(&state.query), self.choices.count());
        if state.matched.as_ref() == Some(&wanted) {
            return;
        }
        let query = &wanted.0;
        let mut found: Vec<(u8, usize)> = Vec::new();
        for place in 0..self.choices.count() {
            if query.is_empty() {
                found.push((0, place));
                continue;
            }
            let label = fold(self.choices.name(place));
            if label.starts_with(query.as_str()) {
                found.push((0, place));
            } else if label.split([' ', '-', '(', '\'']).any(|word| word.starts_with(query.as_str())) {
                found.push((1, place));
            } else if label.contains(query.as_str()) {
                found.push((2, place));
            }
        }
        found.sort_by_key(|(rank, _)| *rank);
        for key in if query.is_empty() { Vec::new() } else { self.choices.meant(query) } {
            let place = self.choices.place_of(&key);
            if let Some(place) = place.filter(|place| found.iter().all(|(_, other)| other != place)) {
                found.push((3, place));
            }
        }
        state.matches = Arc::new(found.into_iter().map(|(_, place)| place).collect());
        state.matched = Some(wanted);
    }
}

/// Moves the cursor of a list by the arrow and page keys; returns whether one of them was pressed.
pub(crate) fn move_cursor(ui: &Ui, cursor: &mut usize, rows: usize) -> bool {
    let last = rows.saturating_sub(1);
    let before = *cursor;
    let mut any = false;
    for (key, target) in [
        (Key::ArrowDown, if before >= last { 0 } else { before + 1 }),
        (Key::ArrowUp, if before == 0 { last } else { before - 1 }),
        (Key::PageDown, (before + VISIBLE_ROWS).min(last)),
        (Key::PageUp, before.saturating_sub(VISIBLE_ROWS)),
    ] {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            *cursor = target;
            any = true;
        }
    }
    any
}

fn row_ui(ui: &mut Ui, label: &str, chosen: bool, cursor: bool) -> Response {
    let c = colors(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), measure::ROW), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, label));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(chosen));
    if cursor {
        ui.painter().rect_filled(rect, measure::TAG_CORNER, c.accent_ground);
    }
    let mut content = rect.shrink2(vec2(8.0, 0.0));
    if chosen {
        let square = Rect::from_center_size(pos2(content.right() - 8.0, rect.center().y), vec2(14.0, 14.0));
        Icon::Check.paint(ui.painter(), square, c.accent_text);
        content.max.x -= 20.0;
    }
    let galley = paint::line(ui.painter(), label, font::body(), content.width());
    paint::place(ui.painter(), content, Align::Min, galley, c.text);
    response
}

fn popup_id(anchor: &Response) -> Id {
    anchor.id.with("picker")
}
