//! A line over equal steps, months for example.

use egui::{Align2, Rect, Stroke, Ui, pos2};

use super::{Datum, most, part, room};
use crate::app::theme::{colors, font};

const HEIGHT: f32 = 150.0;
/// Room for the words below.
const BELOW: f32 = 20.0;
/// Room for the numbers above.
const ABOVE: f32 = 20.0;
/// Between two words below, at least.
const APART: f32 = 8.0;

/// A line through the values, from nothing upwards. `below` are short words for each step ("Mar"); where they find no
/// room, only every second or third is written. Returns the point that was pressed.
pub fn line(ui: &mut Ui, name: &str, data: &[Datum], below: &[String]) -> Option<usize> {
    let c = colors(ui);
    let rect = room(ui, name, HEIGHT);
    let most = most(data);
    let step = rect.width() / data.len().max(1) as f32;
    let plot = Rect::from_min_max(pos2(rect.left(), rect.top() + ABOVE), pos2(rect.right(), rect.bottom() - BELOW));
    let at = |place: usize| {
        let high = (f64::from(plot.height()) * data[place].value.max(0.0) / most) as f32;
        pos2(plot.left() + step * (place as f32 + 0.5), plot.bottom() - high)
    };
    ui.painter().hline(plot.x_range(), plot.bottom(), Stroke::new(1.0, c.line));
    let points = (0..data.len()).map(at).collect();
    ui.painter().line(points, Stroke::new(2.0, c.accent));
    let width = |text: &str| ui.painter().layout_no_wrap(text.to_owned(), font::small(), c.weak).size().x;
    let widest = below.iter().map(|text| width(text)).chain(data.iter().map(|datum| width(&datum.text)));
    let every = ((widest.fold(0.0, f32::max) + APART) / step.max(1.0)).ceil().max(1.0) as usize;
    let mut pressed = None;
    for (place, datum) in data.iter().enumerate() {
        let point = at(place);
        let column =
            Rect::from_min_max(pos2(point.x - step / 2.0, rect.top()), pos2(point.x + step / 2.0, rect.bottom()));
        let response = part(ui, name, place, column, datum);
        let lit = response.hovered() || response.has_focus();
        let ink = if lit { c.accent_hover } else { c.accent };
        ui.painter().circle_filled(point, if lit { 5.0 } else { 3.0 }, ink);
        if lit || place % every == 0 {
            let above = pos2(point.x, point.y - 6.0);
            ui.painter().text(above, Align2::CENTER_BOTTOM, &datum.text, font::small(), c.text);
        }
        if place % every == 0 {
            let word = below.get(place).map(String::as_str).unwrap_or_default();
            let below = pos2(point.x, rect.bottom());
            ui.painter().text(below, Align2::CENTER_BOTTOM, word, font::small(), c.weak);
        }
        if response.on_hover_text(datum.says()).clicked() {
            pressed = Some(place);
        }
    }
    pressed
}
