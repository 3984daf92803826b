//! Forms: a column of labels, a column of fields, titles of sections, notes and errors beneath.

use egui::accesskit::Role;
use egui::{Align, FontId, Response, RichText, Sense, Ui, WidgetInfo, vec2};

use super::paint;
use crate::app::theme::{colors, font, measure};

/// One row: a label of 132 px, and at its right what `field` adds. Fields without a name are named by the label.
pub fn row<R>(ui: &mut Ui, label: &str, field: impl FnOnce(&mut Ui) -> R) -> R {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let size = vec2(measure::LABEL_COLUMN.min(ui.available_width() * 0.45), measure::FIELD);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        let room = rect.width() - measure::GAP;
        let galley = paint::line(ui.painter(), label, font::body(), room);
        let elided = galley.elided;
        paint::place(ui.painter(), rect, Align::Min, galley, colors(ui).weak);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, label));
        let label_id = response.id;
        if elided {
            response.on_hover_text(label);
        }
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(measure::GAP, 4.0);
            ui.label_inputs_by(label_id, field)
        })
        .inner
    })
    .inner
}

/// A row whose value is only shown.
pub fn shown(ui: &mut Ui, label: &str, value: &str) -> Response {
    row(ui, label, |ui| {
        let galley = paint::line(ui.painter(), value, font::body(), ui.available_width());
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), measure::FIELD), Sense::hover());
        let elided = galley.elided;
        paint::place(ui.painter(), rect, Align::Min, galley, colors(ui).text);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, value));
        if elided { response.on_hover_text(value) } else { response }
    })
}

/// The title of a section of a form.
pub fn section(ui: &mut Ui, title: &str) {
    ui.add_space(measure::GAP);
    heading(ui, title, font::small_strong(), false);
}

/// The title of a screen or record.
pub fn title(ui: &mut Ui, text: &str) -> Response {
    heading(ui, text, font::title(), true)
}

/// The title of a record, and beneath it what tells it apart.
pub fn record_title(ui: &mut Ui, text: &str, note: &str) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        title(ui, text);
        weak(ui, note);
    });
}

/// The title of a card.
pub fn card_title(ui: &mut Ui, text: &str) -> Response {
    heading(ui, text, font::strong(), true)
}

fn heading(ui: &mut Ui, text: &str, font: FontId, main: bool) -> Response {
    let c = colors(ui);
    let color = if main { c.text } else { c.weak };
    let response = ui.label(RichText::new(text).font(font).color(color));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_label(text);
    });
    response
}

/// A small line beneath a field, or beneath a title.
pub fn note(ui: &mut Ui, text: &str) -> Response {
    ui.label(RichText::new(text).font(font::small()).color(colors(ui).weak))
}

/// Why a value was not taken, beneath its field.
pub fn error(ui: &mut Ui, text: &str) -> Response {
    let response = ui.label(RichText::new(text).font(font::small()).color(colors(ui).bad));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
    response
}

/// A text in the weak colour.
pub fn weak(ui: &mut Ui, text: &str) -> Response {
    ui.label(RichText::new(text).color(colors(ui).weak))
}

/// A checkbox with its text, in the window's own look.
pub fn checkbox(ui: &mut Ui, text: &str, checked: &mut bool) -> Response {
    let c = colors(ui);
    let galley = paint::line(ui.painter(), text, font::body(), ui.available_width() - 24.0);
    let elided = galley.elided;
    let size = vec2(galley.size().x + 24.0, measure::FIELD);
    let (rect, mut response) = ui.allocate_exact_size(size, Sense::click());
    if response.clicked() {
        *checked = !*checked;
        response.mark_changed();
    }
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), *checked, text));
    let square = check_square(rect);
    paint_check(ui, square, *checked, response.hovered());
    let ink = if ui.is_enabled() { c.text } else { c.weak };
    let mut room = rect;
    room.min.x += 24.0;
    paint::place(ui.painter(), room, Align::Min, galley, ink);
    paint::focus_ring(ui, &response, square, 3);
    if elided { response.on_hover_text(text) } else { response }
}

/// A check box without a text, in a place given, that a screen reader calls `name`; returns whether it was clicked.
pub(crate) fn check_box(ui: &mut Ui, square: egui::Rect, name: &str, checked: bool) -> bool {
    let response = ui.interact(square.expand(4.0), ui.scope_id().with("check box"), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), checked, name));
    paint_check(ui, square, checked, response.hovered());
    paint::focus_ring(ui, &response, square, 3);
    response.clicked()
}

fn check_square(rect: egui::Rect) -> egui::Rect {
    let center = egui::pos2(rect.left() + 8.0, rect.center().y);
    egui::Rect::from_center_size(center, vec2(15.0, 15.0))
}

/// A square with or without a check mark.
pub(super) fn paint_check(ui: &Ui, square: egui::Rect, checked: bool, hovered: bool) {
    let c = colors(ui);
    let (fill, outline) = match (checked, hovered) {
        (true, _) => (c.accent, c.accent),
        (false, true) => (c.hover, c.weak),
        (false, false) => (c.panel, c.weak),
    };
    let stroke = egui::Stroke::new(1.0, outline);
    ui.painter().rect(square, 3, fill, stroke, egui::StrokeKind::Inside);
    if checked {
        crate::app::theme::Icon::Check.paint(ui.painter(), square, c.on_accent);
    }
}

#[cfg(test)]
mod tests {
    use crate::app::widgets::TextField;
    use crate::app::widgets::testing::harness;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn a_field_is_named_by_the_label_of_its_row() {
        let mut harness = harness(false, |ui, checked| {
            super::section(ui, "Person");
            super::row(ui, "Full name", |ui| TextField::new(1, "Ana Silva").show(ui));
            super::checkbox(ui, "Has given consent", checked);
        });
        assert_eq!(harness.get_by_label("Full name").value().as_deref(), Some("Ana Silva"));
        harness.get_by_label("Has given consent").click();
        harness.run();
        assert!(*harness.state());
    }
}
