//! Bars that lie below one another, each with its name before and its number behind it.

use egui::{Align, Rect, Ui, pos2};

use super::{Datum, most, part, room};
use crate::app::theme::{colors, font, measure};
use crate::app::widgets::paint;

/// Height of a bar with its room.
const STEP: f32 = 24.0;
const BAR: f32 = 14.0;
/// Room for names, as a part of the width.
const NAMES: f32 = 0.36;
/// Room for numbers.
const NUMBERS: f32 = 64.0;

/// Bars from one line at the left; returns the one that was pressed.
pub fn bars(ui: &mut Ui, name: &str, data: &[Datum]) -> Option<usize> {
    show(ui, name, data, |room, length| Rect::from_min_max(room.min, pos2(room.left() + length, room.bottom())))
}

/// Bars around one line in the middle, of what goes from one stage to the next.
pub fn funnel(ui: &mut Ui, name: &str, data: &[Datum]) -> Option<usize> {
    show(ui, name, data, |room, length| Rect::from_center_size(room.center(), egui::vec2(length, room.height())))
}

fn show(ui: &mut Ui, name: &str, data: &[Datum], shape: impl Fn(Rect, f32) -> Rect) -> Option<usize> {
    let c = colors(ui);
    let rect = room(ui, name, STEP * data.len() as f32);
    let most = most(data);
    let mut pressed = None;
    for (place, datum) in data.iter().enumerate() {
        let top = rect.top() + STEP * place as f32;
        let row = Rect::from_min_max(pos2(rect.left(), top), pos2(rect.right(), top + STEP));
        let response = part(ui, name, place, row, datum);
        let lit = response.hovered() || response.has_focus();
        if lit {
            ui.painter().rect_filled(row, measure::TAG_CORNER, c.hover);
        }
        let names = Rect::from_min_max(row.min, pos2(row.left() + row.width() * NAMES, row.bottom()));
        paint::paint_line(ui, names.shrink2(egui::vec2(4.0, 0.0)), Align::Max, &datum.name, font::small(), c.text);
        let room = Rect::from_min_max(
            pos2(names.right() + 4.0, row.center().y - BAR / 2.0),
            pos2((row.right() - NUMBERS).max(names.right() + 8.0), row.center().y + BAR / 2.0),
        );
        let length = (f64::from(room.width()) * datum.value.max(0.0) / most) as f32;
        let bar = shape(room, if datum.value > 0.0 { length.max(1.0) } else { 0.0 });
        ui.painter().rect_filled(bar, 2, if lit { c.accent_hover } else { c.accent });
        let numbers = Rect::from_min_max(pos2(bar.right() + 6.0, row.top()), row.max);
        paint::paint_line(ui, numbers, Align::Min, &datum.text, font::small_medium(), c.text);
        paint::focus_ring(ui, &response, row.shrink(1.0), measure::TAG_CORNER);
        if response.on_hover_text(datum.says()).clicked() {
            pressed = Some(place);
        }
    }
    pressed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::widgets::testing::harness;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn every_bar_is_named_and_can_be_pressed() {
        let datum = |name: &str, value: f64| Datum { name: name.into(), value, text: value.to_string() };
        let data = [datum("Kenya", 12.0), datum("Nepal", 0.0)];
        let mut harness = harness(None, |ui, pressed| {
            *pressed = pressed.or(bars(ui, "Service by country", &data));
        });
        harness.get_by_label("Service by country");
        harness.get_by_label("Kenya: 12");
        harness.get_by_label("Nepal: 0").click();
        harness.run();
        assert_eq!(*harness.state(), Some(1));
    }
}
