//! The search field of a list: changes at each key, has a cross to empty it, Esc empties it as well.

use egui::{Key, Rect, Response, Sense, TextEdit, Ui, Widget as _, WidgetInfo, pos2, vec2};

use crate::app::texts::Texts;
use crate::app::theme::{Icon, colors, font, measure};
use crate::t;

/// A search field over `query`.
#[must_use = "a field shows only by show()"]
#[derive(Debug)]
pub struct SearchField<'a> {
    query: &'a mut String,
    name: &'a str,
    width: f32,
    focus: bool,
    id: egui::Id,
}

impl<'a> SearchField<'a> {
    /// A field that searches for `query`; `name` is its placeholder and accessible name.
    pub fn new(id: egui::Id, query: &'a mut String, name: &'a str) -> Self {
        Self { query, name, width: 240.0, focus: false, id }
    }

    /// Its width in points.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Takes the keyboard focus in this frame (for the command "find in list").
    pub fn focus(mut self, focus: bool) -> Self {
        self.focus = focus;
        self
    }

    /// Shows the field. `changed()` of the response tells that `query` did.
    pub fn show(self, ui: &mut Ui, texts: &Texts) -> Response {
        let c = colors(ui);
        let escaped = ui.memory(|memory| memory.has_focus(self.id) || memory.had_focus_last_frame(self.id))
            && ui.input(|input| input.key_pressed(Key::Escape));
        let had_text = !self.query.is_empty();
        let width = self.width.min(ui.available_width());
        let mut response = TextEdit::singleline(self.query)
            .id(self.id)
            .font(font::body())
            .margin(egui::Margin { left: 28, right: 26, top: 4, bottom: 4 })
            .desired_width(width)
            .align(egui::Align2::LEFT_CENTER)
            .min_size(vec2(0.0, measure::FIELD))
            .hint_text(egui::RichText::new(self.name).color(c.weak))
            .ui(ui)
            .accessible_name(self.name);
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_role(egui::accesskit::Role::SearchInput));
        if self.focus {
            response.request_focus();
        }
        let square = |x: f32| Rect::from_center_size(pos2(x, response.rect.center().y), vec2(14.0, 14.0));
        Icon::Search.paint(ui.painter(), square(response.rect.left() + 15.0), c.weak);
        let mut empty = escaped && had_text;
        if !self.query.is_empty() {
            let area = square(response.rect.right() - 14.0);
            let cross = ui.interact(area.expand(4.0), self.id.with("empty"), Sense::CLICK);
            cross.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, true, t!(texts, "search-empty")));
            Icon::Cross.paint(ui.painter(), area, if cross.hovered() { c.text } else { c.weak });
            empty |= cross.on_hover_cursor(egui::CursorIcon::Default).clicked();
        }
        if empty {
            self.query.clear();
            response.mark_changed();
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::texts::Language;
    use crate::app::widgets::testing::harness;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn a_query_changes_at_each_key_and_can_be_emptied() {
        let texts = Texts::new(Language::English);
        let mut harness = harness((String::new(), 0), move |ui, (query, changes)| {
            let id = egui::Id::unique("find");
            *changes += i32::from(SearchField::new(id, query, "Find in list").show(ui, &texts).changed());
        });
        harness.get_by_label("Find in list").click();
        harness.run();
        harness.get_by_label("Find in list").type_text("ana");
        harness.run();
        assert_eq!(harness.state().0, "ana");
        harness.get_by_label("Empty the search").click();
        harness.run();
        assert_eq!(*harness.state(), (String::new(), 2));
    }
}
