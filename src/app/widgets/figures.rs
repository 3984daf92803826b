//! Numbers that lead to the records behind them: a headline of great ones, and a table.

use egui::accesskit::Role;
use egui::text::LayoutJob;
use egui::{Align, Align2, Color32, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::paint;
use crate::app::theme::{colors, font, measure};

/// A number.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The number as it is written.
    pub text: String,
    /// What it is, with the number: "Kenya, Volunteers: 12".
    pub name: String,
    /// Whether there are records behind it to be seen.
    pub leads: bool,
}

/// The head of a column: its words, and what is counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Head {
    /// The words.
    pub text: String,
    /// What is counted.
    pub tip: String,
}

/// Narrowest column of numbers.
const COLUMN: f32 = 64.0;
/// Widest column of numbers.
const WIDEST: f32 = 110.0;
/// The least room for what lines are about.
const NAMES: f32 = 130.0;
const HEADS: f32 = 36.0;
const ROW: f32 = 26.0;
const TILE: egui::Vec2 = vec2(126.0, 62.0);

/// Great numbers with their names beneath, in as many rows as they need; returns the one that was pressed.
pub fn headline(ui: &mut Ui, figures: &[(Head, Figure)]) -> Option<usize> {
    let mut pressed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(measure::GAP, 4.0);
        for (place, (head, figure)) in figures.iter().enumerate() {
            let (rect, _) = ui.allocate_exact_size(TILE, Sense::hover());
            let response = number(ui, ("headline", place), rect, figure);
            let (above, below) = rect.shrink2(vec2(4.0, 2.0)).split_top_bottom_at_fraction(0.48);
            let ink = ink(ui, figure);
            paint::paint_line(ui, above, Align::Min, &figure.text, font::title(), ink);
            words(ui, below, &head.text, Align2::LEFT_TOP);
            paint::focus_ring(ui, &response, rect.shrink(1.0), measure::TAG_CORNER);
            if response.on_hover_text(&head.tip).clicked() && figure.leads {
                pressed = Some(place);
            }
        }
    });
    pressed
}

/// A table of numbers; a line is asked for only while it is in view. Returns line and column of the number that was
/// pressed.
pub fn table(
    ui: &mut Ui,
    salt: &str,
    heads: &[Head],
    count: usize,
    line: impl Fn(usize) -> (String, Vec<Figure>),
) -> Option<(usize, usize)> {
    let c = colors(ui);
    let size = vec2(ui.available_width(), HEADS + ROW * count as f32);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let column = ((rect.width() - NAMES) / heads.len().max(1) as f32).clamp(COLUMN, WIDEST);
    let names = rect.width() - column * heads.len() as f32;
    let cell = |place: usize, top: f32, height: f32| {
        Rect::from_min_size(pos2(rect.left() + names + column * place as f32, top), vec2(column, height))
    };
    for (place, head) in heads.iter().enumerate() {
        let room = cell(place, rect.top(), HEADS);
        let response = ui.interact(room, ui.scope_id().with((salt, "head", place)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &head.text));
        words(ui, room.shrink2(vec2(4.0, 2.0)), &head.text, Align2::RIGHT_BOTTOM);
        response.on_hover_text(&head.tip);
    }
    let mut pressed = None;
    for row in 0..count {
        let top = rect.top() + HEADS + ROW * row as f32;
        let whole = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), ROW));
        if !ui.is_rect_visible(whole) {
            continue;
        }
        ui.painter().hline(whole.x_range(), top, Stroke::new(1.0, c.line));
        let (name, figures) = line(row);
        let label = Rect::from_min_size(whole.min, vec2(names - 4.0, ROW));
        let response = ui.interact(label, ui.scope_id().with((salt, row)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, &name));
        if paint::paint_line(ui, label, Align::Min, &name, font::body(), c.text) >= label.width() - 1.0 {
            response.on_hover_text(&name);
        }
        for (place, figure) in figures.iter().enumerate() {
            let room = cell(place, top, ROW);
            let response = number(ui, (salt, row, place), room, figure);
            paint::paint_line(
                ui,
                room.shrink2(vec2(4.0, 0.0)),
                Align::Max,
                &figure.text,
                font::body(),
                ink(ui, figure),
            );
            paint::focus_ring(ui, &response, room.shrink(2.0), measure::TAG_CORNER);
            if response.clicked() && figure.leads {
                pressed = Some((row, place));
            }
        }
    }
    pressed
}

/// What can be pressed of a number; one without records behind it is only read.
fn number(ui: &Ui, salt: impl std::hash::Hash + std::fmt::Debug, rect: Rect, figure: &Figure) -> Response {
    let sense = if figure.leads { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, ui.scope_id().with(salt), sense);
    let role = if figure.leads { Role::Link } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, &figure.name));
    if figure.leads && response.hovered() {
        ui.painter().rect_filled(rect.shrink(1.0), measure::TAG_CORNER, colors(ui).hover);
    }
    response
}

fn ink(ui: &Ui, figure: &Figure) -> Color32 {
    if figure.leads { colors(ui).accent_text } else { colors(ui).text }
}

/// Small words on two lines at most.
fn words(ui: &Ui, room: Rect, text: &str, align: Align2) {
    let weak = colors(ui).weak;
    let mut job = LayoutJob::simple(text.to_owned(), font::small(), weak, room.width());
    job.halign = align.x();
    job.wrap.max_rows = 2;
    let galley = ui.painter().layout_job(job);
    // A galley hangs on its own anchor across, and on its top downwards.
    let x = if align.x() == Align::Max { room.right() } else { room.left() };
    let y = if align.y() == Align::Max { room.bottom() - galley.size().y } else { room.top() };
    ui.painter().galley(pos2(x, y), galley, weak);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::widgets::testing::harness;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn a_number_is_named_and_leads_on_where_something_is_behind_it() {
        let figure = |number: u32| Figure {
            text: number.to_string(),
            name: format!("Kenya, Volunteers: {number}"),
            leads: number > 0,
        };
        let head = Head { text: "Volunteers".into(), tip: "People who served".into() };
        let mut harness = harness(None, |ui, pressed| {
            let found = table(ui, "by country", std::slice::from_ref(&head), 2, |row| {
                ("Kenya".to_owned(), vec![figure(if row == 0 { 12 } else { 0 })])
            });
            *pressed = pressed.or(found);
        });
        harness.get_by_role_and_label(Role::Label, "Kenya, Volunteers: 0");
        harness.get_by_role_and_label(Role::Link, "Kenya, Volunteers: 12").click();
        harness.run();
        assert_eq!(*harness.state(), Some((0, 0)));
    }
}
