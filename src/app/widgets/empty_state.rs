//! What an empty screen says: what would be here, and what to do first.

use egui::{Align, Layout, RichText, Ui, vec2};

use super::Button;
use crate::app::theme::{Icon, colors, font, measure};

/// An empty screen's message.
#[must_use = "it shows only by show()"]
#[derive(Debug)]
pub struct EmptyState<'a> {
    icon: Icon,
    title: &'a str,
    text: &'a str,
    actions: &'a [&'a str],
}

impl<'a> EmptyState<'a> {
    /// A title, and a sentence on what to do.
    pub fn new(icon: Icon, title: &'a str, text: &'a str) -> Self {
        Self { icon, title, text, actions: &[] }
    }

    /// Buttons; the first is filled.
    pub fn actions(mut self, actions: &'a [&'a str]) -> Self {
        self.actions = actions;
        self
    }

    /// Shows it in the middle of the upper part of the room; gives back the button that was pressed.
    pub fn show(self, ui: &mut Ui) -> Option<usize> {
        let c = colors(ui);
        let mut pressed = None;
        ui.with_layout(Layout::top_down(Align::Center), |ui| {
            ui.add_space((ui.available_height() * 0.22).clamp(16.0, 160.0));
            let (rect, _) = ui.allocate_exact_size(vec2(48.0, 48.0), egui::Sense::hover());
            ui.painter().circle_filled(rect.center(), 24.0, c.accent_ground);
            self.icon.paint(ui.painter(), egui::Rect::from_center_size(rect.center(), vec2(22.0, 22.0)), c.accent_text);
            ui.add_space(4.0);
            ui.label(RichText::new(self.title).font(font::title()));
            ui.scope(|ui| {
                ui.set_max_width(420.0);
                ui.label(RichText::new(self.text).color(c.weak));
            });
            ui.add_space(4.0);
            let gaps = measure::GAP * self.actions.len().saturating_sub(1) as f32;
            let width: f32 = self.actions.iter().map(|label| Button::width_of(ui, label)).sum::<f32>() + gaps;
            ui.horizontal(|ui| {
                ui.add_space((ui.available_width() - width).max(0.0) / 2.0);
                for (place, label) in self.actions.iter().enumerate() {
                    let button = if place == 0 { Button::filled(label) } else { Button::outlined(label) };
                    if ui.add(button).clicked() {
                        pressed = Some(place);
                    }
                }
            });
        });
        pressed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::widgets::testing::harness;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn it_says_what_to_do_first() {
        let mut harness = harness(None, |ui, pressed| {
            let empty = EmptyState::new(Icon::Person, "No volunteers yet", "Add the first, or bring in a spreadsheet");
            *pressed = empty.actions(&["New volunteer", "Import..."]).show(ui).or(*pressed);
        });
        harness.get_by_label("Import...").click();
        harness.run();
        assert_eq!(*harness.state(), Some(1));
    }
}
