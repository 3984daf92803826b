//! The surfaces of the window: bars, panes, cards, pop-ups.

use egui::{CornerRadius, Frame, InnerResponse, Margin, Stroke, Ui};

use crate::app::theme::{colors, measure};

/// A panel without a frame of its own: top bar, navigation, status bar. Its neighbour's line parts them.
pub fn panel(ui: &Ui) -> Frame {
    Frame::new().fill(colors(ui).panel).inner_margin(Margin::symmetric(12, 0))
}

/// The ground on which cards lie.
pub fn ground(ui: &Ui) -> Frame {
    Frame::new().fill(colors(ui).ground).inner_margin(Margin::same(measure::MARGIN as i8))
}

/// The pane of a record, at the right of a list.
pub fn pane(ui: &Ui) -> Frame {
    Frame::new().fill(colors(ui).panel).inner_margin(Margin::same(measure::MARGIN as i8))
}

/// A white card with a thin outline.
pub fn card(ui: &Ui) -> Frame {
    let c = colors(ui);
    Frame::new()
        .fill(c.panel)
        .stroke(Stroke::new(1.0, c.line))
        .corner_radius(CornerRadius::same(measure::CORNER))
        .inner_margin(Margin::same(12))
}

/// A dialog.
pub(super) fn dialog(style: &egui::Style) -> Frame {
    Frame::popup(style).inner_margin(Margin::same(20))
}

/// A card as wide as the room, with a title.
pub fn titled_card<R>(ui: &mut Ui, title: &str, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    card(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        super::form::card_title(ui, title);
        content(ui)
    })
}
