//! Filter chips: round, 26 high; one in use has the accent's ground and a cross that takes it away.

use egui::accesskit::Role;
use egui::{Align, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::paint;
use crate::app::theme::{Icon, colors, font, measure};

/// A filter chip.
#[must_use = "a chip shows only by show()"]
#[derive(Debug)]
pub struct Chip<'a> {
    text: &'a str,
    selected: bool,
    icon: Option<Icon>,
    remove: Option<&'a str>,
}

/// What was done with a chip.
#[derive(Debug)]
pub struct ChipResponse {
    /// The chip itself; a click opens or switches the filter.
    pub response: Response,
    /// Its cross was pressed.
    pub removed: bool,
}

impl<'a> Chip<'a> {
    /// A chip with this text.
    pub fn new(text: &'a str) -> Self {
        Self { text, selected: false, icon: None, remove: None }
    }

    /// In use, or not.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// An icon before the text.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// With a cross, which a screen reader calls `name` ("Remove Kenya").
    pub fn removable(mut self, name: &'a str) -> Self {
        self.remove = Some(name);
        self
    }

    /// Shows the chip.
    pub fn show(self, ui: &mut Ui) -> ChipResponse {
        let Self { text, selected, icon, remove } = self;
        let c = colors(ui);
        let icon_width = if icon.is_some() { 18.0 } else { 0.0 };
        let cross_width = if remove.is_some() { 20.0 } else { 0.0 };
        let room = (ui.available_width() - 22.0 - icon_width - cross_width).max(40.0);
        let galley = paint::line(ui.painter(), text, font::chip(), room);
        let size = vec2(galley.size().x + 22.0 + icon_width + cross_width, measure::CHIP);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), selected, text));
        let cross = remove.map(|name| {
            let area = Rect::from_min_max(pos2(rect.right() - cross_width - 4.0, rect.top()), rect.max);
            let cross = ui.interact(area, response.id.with("remove"), Sense::click());
            cross.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
            (area, cross)
        });
        if ui.is_rect_visible(rect) {
            let corner = (measure::CHIP / 2.0) as u8;
            let (fill, outline, ink) = if selected {
                (c.accent_ground, c.accent, c.accent_text)
            } else if response.hovered() {
                (c.hover, c.outline, c.text)
            } else {
                (c.panel, c.outline, c.text)
            };
            let painter = ui.painter();
            painter.rect(rect, corner, fill, Stroke::new(1.0, outline), StrokeKind::Inside);
            let mut content = rect.shrink2(vec2(11.0, 0.0));
            if let Some(icon) = icon {
                let center = pos2(content.left() + 6.0, rect.center().y);
                icon.paint(painter, Rect::from_center_size(center, vec2(14.0, 14.0)), ink);
                content.min.x += icon_width;
            }
            paint::place(painter, content, Align::Min, galley, ink);
            if let Some((area, cross)) = &cross {
                let ink = if cross.hovered() || cross.has_focus() { c.text } else { ink };
                Icon::Cross.paint(painter, Rect::from_center_size(area.center(), vec2(14.0, 14.0)), ink);
                paint::focus_ring(ui, cross, Rect::from_center_size(area.center(), vec2(16.0, 16.0)), 8);
            }
            paint::focus_ring(ui, &response, rect, corner);
        }
        ChipResponse { response, removed: cross.is_some_and(|(_, cross)| cross.clicked()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::widgets::testing::harness;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn the_cross_removes_and_the_rest_opens() {
        let mut harness = harness((0, 0), |ui, (opened, removed): &mut (i32, i32)| {
            let chip = Chip::new("Kenya").selected(true).removable("Remove Kenya").show(ui);
            *opened += i32::from(chip.response.clicked());
            *removed += i32::from(chip.removed);
        });
        harness.get_by_label("Kenya").click_accesskit();
        harness.run();
        harness.get_by_label("Remove Kenya").click();
        harness.run();
        assert_eq!(*harness.state(), (1, 1));
    }
}
