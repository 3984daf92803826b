//! Painting that several widgets share: lines of text that fit, focus rings, names for screen readers.

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{Align, Color32, FontId, Galley, Painter, Rect, Response, Stroke, StrokeKind, Ui, pos2};

use crate::app::theme::colors;

/// Lays out one line of text, with "…" at its end where it is wider than `max_width`. egui caches the result.
pub(super) fn line(painter: &Painter, text: &str, font: FontId, max_width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, Color32::PLACEHOLDER);
    if max_width.is_finite() {
        job.wrap = TextWrapping::truncate_at_width(max_width.max(0.0).round());
    }
    painter.layout_job(job)
}

/// Paints a laid-out line into `rect`, in the middle of its height.
pub(super) fn place(painter: &Painter, rect: Rect, align: Align, galley: Arc<Galley>, color: Color32) {
    let size = galley.size();
    let x = match align {
        Align::Min => rect.left(),
        Align::Center => rect.center().x - size.x / 2.0,
        Align::Max => rect.right() - size.x,
    };
    painter.galley(pos2(x, rect.center().y - size.y / 2.0), galley, color);
}

/// The ring around the widget that has the keyboard focus.
pub(super) fn focus_ring(ui: &Ui, response: &Response, rect: Rect, corner: u8) {
    if response.has_focus() {
        let ring = rect.expand(1.0);
        ui.painter().rect_stroke(ring, corner + 1, Stroke::new(2.0, colors(ui).accent), StrokeKind::Outside);
    }
}

/// Marks a field as not acceptable, with the reason, for screen readers.
pub(super) fn mark_invalid(ui: &Ui, response: &Response, reason: &str) {
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_invalid(egui::accesskit::Invalid::True);
        node.set_description(reason);
    });
}

/// Paints one line of text into `rect`, shortened to its width; returns how wide it came out.
pub(crate) fn paint_line(ui: &Ui, rect: Rect, align: Align, text: &str, font: FontId, color: Color32) -> f32 {
    let galley = line(ui.painter(), text, font, rect.width());
    let width = galley.size().x;
    place(ui.painter(), rect, align, galley, color);
    width
}
