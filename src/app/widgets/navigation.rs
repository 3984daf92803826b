//! The navigation at the left of the window: one line a screen, with a number.

use egui::accesskit::Role;
use egui::{Align, Response, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::paint;
use super::tag::Tone;
use crate::app::texts::Texts;
use crate::app::theme::{colors, font, measure};

/// One line of the navigation: a screen's name, and how many there are. `tone` tells a number that needs attention.
pub fn item(ui: &mut Ui, texts: &Texts, name: &str, count: Option<(usize, Tone)>, current: bool) -> Response {
    let c = colors(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Link, ui.is_enabled(), current, name));
    let painter = ui.painter();
    if current {
        painter.rect_filled(rect, measure::CORNER, c.accent_ground);
    } else if response.hovered() {
        painter.rect_filled(rect, measure::CORNER, c.hover);
    }
    let mut content = rect.shrink2(vec2(10.0, 0.0));
    if let Some((count, tone)) = count {
        let font = if current || tone != Tone::Neutral { font::small_strong() } else { font::small() };
        let galley = paint::line(painter, &texts.count(count), font, f32::INFINITY);
        let width = galley.size().x;
        let ink = if current && tone == Tone::Neutral { c.text } else { tone.colors(c).0 };
        paint::place(painter, content, Align::Max, galley, ink);
        content.max.x -= width + 6.0;
    }
    let (font, ink) = if current { (font::strong(), c.accent_text) } else { (font::body(), c.text) };
    let galley = paint::line(painter, name, font, content.width());
    paint::place(painter, content, Align::Min, galley, ink);
    paint::focus_ring(ui, &response, rect.shrink(1.0), measure::CORNER);
    response
}

/// A thin line between groups of screens.
pub fn gap(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 17.0), Sense::hover());
    let stroke = Stroke::new(1.0, colors(ui).line);
    ui.painter().hline(rect.shrink2(vec2(4.0, 0.0)).x_range(), rect.center().y, stroke);
}
