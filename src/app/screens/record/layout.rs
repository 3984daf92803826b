//! How a pane is laid out: the head of the record, its tabs, and what lies beneath and scrolls.

use crate::app::commands::Command;
use crate::app::shared::Act;
use crate::app::texts::Texts;
use crate::app::theme::{Icon, colors, measure};
use crate::app::widgets::{Button, EmptyState, Tone, form, tabs};
use crate::t;
use egui::{RichText, ScrollArea, Ui};

/// The name of a record, beneath it what tells it from others, and at the right the button that removes it.
pub fn head(ui: &mut Ui, texts: &Texts, acts: &mut Vec<Act>, name: &str, line: &str) {
    let delete = Command::DeleteRecord;
    ui.horizontal_top(|ui| {
        let width = ui.available_width() - measure::BUTTON - measure::GAP;
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 2.0;
            form::title(ui, name);
            form::weak(ui, line);
        });
        let button = Button::icon(Icon::Trash, delete.text(texts));
        if ui.add(button).clicked() {
            acts.push(Act::Ask(delete));
        }
    });
}

/// What a pane says of a record that was removed, by undo for example.
pub fn gone(ui: &mut Ui, texts: &Texts) {
    EmptyState::new(Icon::Trash, t!(texts, "record-gone"), t!(texts, "record-gone-text")).show(ui);
}

/// The tabs of a pane, and the content of the one chosen, which scrolls alone. Each tab remembers its own place.
pub fn tabbed(
    ui: &mut Ui,
    record: crate::domain::Id,
    tabs: &[tabs::Tab<'_>],
    selected: &mut usize,
    content: impl FnOnce(&mut Ui, usize),
) {
    *selected = (*selected).min(tabs.len().saturating_sub(1));
    tabs::show(ui, "tabs", tabs, selected);
    let chosen = *selected;
    ScrollArea::vertical().id_salt((record, chosen)).auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing = egui::vec2(measure::GAP, 4.0);
        ui.add_space(2.0);
        content(ui, chosen);
        ui.add_space(measure::MARGIN);
    });
}

/// A sentence that speaks for or against what is being entered, after an icon that says how it is meant.
pub fn remark(ui: &mut Ui, icon: Icon, tone: Tone, text: &str) {
    let ink = tone.colors(colors(ui)).0;
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::vec2(16.0, 18.0), egui::Sense::hover());
        icon.paint(ui.painter(), egui::Rect::from_center_size(rect.center(), egui::vec2(14.0, 14.0)), ink);
        ui.add(egui::Label::new(RichText::new(text).color(ink)).wrap());
    });
}

/// A label as it stands before a field: with a capital letter, which the history does not want.
pub fn label(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
