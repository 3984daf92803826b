//! Buttons: filled (one a screen), outlined, quiet (no outline until under the pointer), link, and icon alone.

use egui::accesskit::Role;
use egui::{Align, Color32, Response, Sense, Stroke, StrokeKind, Ui, Widget, WidgetInfo, pos2, vec2};

use super::paint;
use crate::app::theme::tokens::NOTHING;
use crate::app::theme::{Icon, colors, font, measure};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    Filled,
    Outlined,
    Quiet,
    Link,
    Field,
}

/// A button. Use `ui.add` or `ui.add_enabled`.
#[must_use = "a button shows only when it is added to a Ui"]
#[derive(Debug)]
pub struct Button<'a> {
    text: &'a str,
    look: Look,
    icon: Option<Icon>,
    icon_alone: bool,
    tooltip: Option<&'a str>,
    shortcut: Option<String>,
    selected: bool,
    width: Option<f32>,
}

impl<'a> Button<'a> {
    fn new(text: &'a str, look: Look) -> Self {
        let (icon, icon_alone, tooltip, shortcut) = (None, false, None, None);
        Self { text, look, icon, icon_alone, tooltip, shortcut, selected: false, width: None }
    }

    /// The one thing that a screen or dialog is for.
    pub fn filled(text: &'a str) -> Self {
        Self::new(text, Look::Filled)
    }

    /// Everything else that stands in a bar.
    pub fn outlined(text: &'a str) -> Self {
        Self::new(text, Look::Outlined)
    }

    /// Without an outline: in menus, status bars, beside fields.
    pub fn quiet(text: &'a str) -> Self {
        Self::new(text, Look::Quiet)
    }

    /// A word that leads somewhere, without padding, in the accent colour.
    pub fn link(text: &'a str) -> Self {
        Self::new(text, Look::Link)
    }

    /// Looks like a field for searching, and opens what searches.
    pub fn field(text: &'a str) -> Self {
        Self::new(text, Look::Field).with_icon(Icon::Search)
    }

    /// An icon alone; `name` is its accessible name and its tooltip.
    pub fn icon(icon: Icon, name: &'a str) -> Self {
        Self { icon: Some(icon), icon_alone: true, tooltip: Some(name), ..Self::new(name, Look::Quiet) }
    }

    /// An icon before the text.
    pub fn with_icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// What it does, where its text does not say all.
    pub fn tooltip(mut self, tooltip: &'a str) -> Self {
        self.tooltip = Some(tooltip);
        self
    }

    /// A shortcut, weak and at the right, as in menus.
    pub fn shortcut(mut self, shortcut: String) -> Self {
        self.shortcut = (!shortcut.is_empty()).then_some(shortcut);
        self
    }

    /// Shown as the one in use, among several.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// At least this wide, in points; its text then starts at the left.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }
}

impl Button<'_> {
    /// How wide a button with this text is, in points, for centring several.
    pub fn width_of(ui: &Ui, text: &str) -> f32 {
        paint::line(ui.painter(), text, font::medium(), f32::INFINITY).size().x + 24.0
    }
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let Self { text, look, icon, icon_alone, tooltip, shortcut, selected, width } = self;
        let c = colors(ui);
        let padding = match look {
            Look::Link => 0.0,
            _ if icon_alone => 7.0,
            Look::Quiet => 8.0,
            Look::Field => 9.0,
            Look::Filled | Look::Outlined => 12.0,
        };
        let height = if look == Look::Link { 20.0 } else { measure::BUTTON };
        let icon_width = if icon.is_some() { measure::ICON } else { 0.0 };
        let icon_gap = if icon.is_some() && !icon_alone { 6.0 } else { 0.0 };
        let font = if matches!(look, Look::Link | Look::Field) { font::body() } else { font::medium() };
        let room = (ui.available_width() - 2.0 * padding - icon_width - icon_gap).max(24.0);
        let label = (!icon_alone).then(|| paint::line(ui.painter(), text, font, room));
        let shortcut = shortcut.map(|keys| paint::line(ui.painter(), &keys, font::small(), f32::INFINITY));
        let label_width = label.as_ref().map_or(0.0, |label| label.size().x);
        let shortcut_width = shortcut.as_ref().map_or(0.0, |keys| keys.size().x + 24.0);
        let wanted = 2.0 * padding + icon_width + icon_gap + label_width + shortcut_width;
        let size = vec2(wanted.max(width.unwrap_or(0.0)), height);
        let (rect, mut response) = ui.allocate_exact_size(size, Sense::click());
        response.widget_info(|| {
            let role = if look == Look::Link { Role::Link } else { Role::Button };
            if selected {
                WidgetInfo::selected(role, ui.is_enabled(), true, text)
            } else {
                WidgetInfo::labeled(role, ui.is_enabled(), text)
            }
        });
        if ui.is_rect_visible(rect) {
            let enabled = ui.is_enabled();
            let (hovered, pressed) = (response.hovered(), response.is_pointer_button_down_on());
            let quiet_fill = if pressed {
                c.pressed
            } else if hovered {
                c.hover
            } else if selected {
                c.accent_ground
            } else {
                NOTHING
            };
            let (fill, outline, ink): (Color32, Color32, Color32) = match (look, enabled) {
                (Look::Filled, true) if hovered => (c.accent_hover, NOTHING, c.on_accent),
                (Look::Filled, true) => (c.accent, NOTHING, c.on_accent),
                (Look::Filled, false) => (c.pressed, NOTHING, c.weak),
                (Look::Outlined, true) if hovered || selected => (quiet_fill, c.outline, c.text),
                (Look::Outlined, true) => (c.panel, c.outline, c.text),
                (Look::Outlined, false) => (NOTHING, c.line, c.weak),
                (Look::Field, _) => (if hovered { c.hover } else { c.panel }, c.outline, c.weak),
                (Look::Quiet, true) => (quiet_fill, NOTHING, if selected { c.accent_text } else { c.text }),
                (Look::Link, true) => (NOTHING, NOTHING, c.accent_text),
                (Look::Quiet | Look::Link, false) => (NOTHING, NOTHING, c.weak),
            };
            let painter = ui.painter();
            painter.rect(rect, measure::CORNER, fill, Stroke::new(1.0, outline), StrokeKind::Inside);
            let start_of_content =
                if width.is_some() { rect.left() + padding } else { rect.center().x - (wanted - 2.0 * padding) / 2.0 };
            let mut content = rect.shrink2(vec2(padding, 0.0));
            content.min.x = start_of_content;
            if let Some(icon) = icon {
                let side = vec2(measure::ICON, measure::ICON);
                let center = pos2(content.left() + measure::ICON / 2.0, rect.center().y);
                icon.paint(painter, egui::Rect::from_center_size(center, side), ink);
                content.min.x += icon_width + icon_gap;
            }
            if let Some(label) = label {
                if look == Look::Link && hovered && enabled {
                    let y = rect.center().y + label.size().y / 2.0 - 1.0;
                    let right = content.left() + label.size().x;
                    painter.hline(content.left()..=right, y, Stroke::new(1.0, ink));
                }
                paint::place(painter, content, Align::Min, label, ink);
            }
            if let Some(keys) = shortcut {
                paint::place(painter, content, Align::Max, keys, c.weak);
            }
            paint::focus_ring(ui, &response, rect, measure::CORNER);
        }
        if let Some(tooltip) = tooltip {
            response = response.on_hover_text(tooltip).on_disabled_hover_text(tooltip);
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::widgets::testing::harness;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn a_button_answers_to_mouse_and_keyboard() {
        let mut harness = harness(0, |ui, clicks: &mut i32| {
            *clicks += i32::from(ui.add(Button::filled("New volunteer").with_icon(Icon::Plus)).clicked());
            *clicks += 10 * i32::from(ui.add(Button::icon(Icon::Undo, "Undo")).clicked());
            *clicks += 100 * i32::from(ui.add_enabled(false, Button::outlined("Export...")).clicked());
        });
        harness.get_by_role_and_label(Role::Button, "New volunteer").click();
        harness.run();
        harness.get_by_label("Undo").focus();
        harness.run();
        harness.key_press(egui::Key::Enter);
        harness.run();
        harness.get_by_label("Export...").click();
        harness.run();
        assert_eq!(*harness.state(), 11);
    }
}
