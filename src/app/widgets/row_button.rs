//! A row that leads somewhere: a title, at its right a number or a tag, and beneath it notes. Pressed as a whole.

use egui::accesskit::Role;
use egui::{Align, Rect, Response, Sense, Stroke, Ui, Widget, WidgetInfo, pos2, vec2};

use super::{Tone, paint, tag};
use crate::app::theme::{Icon, colors, font, measure};

/// A row of a short list in a pane.
#[must_use = "a row shows only when it is added to a Ui"]
#[derive(Debug)]
pub struct RowButton<'a> {
    title: &'a str,
    right: &'a str,
    tag: Option<(Tone, &'a str)>,
    notes: Vec<Note<'a>>,
}

#[derive(Debug)]
struct Note<'a> {
    icon: Option<(Icon, Tone)>,
    text: &'a str,
}

const TITLE_LINE: f32 = 20.0;
const NOTE_LINE: f32 = 17.0;
const PADDING: f32 = 5.0;

impl<'a> RowButton<'a> {
    /// A row with this title.
    pub fn new(title: &'a str) -> Self {
        Self { title, right: "", tag: None, notes: Vec::new() }
    }

    /// A number or a word at the right of the title.
    pub fn right(mut self, text: &'a str) -> Self {
        self.right = text;
        self
    }

    /// A tag at the right of the title.
    pub fn tag(mut self, tone: Tone, word: &'a str) -> Self {
        self.tag = (!word.is_empty()).then_some((tone, word));
        self
    }

    /// A small line beneath. An empty one is left out.
    pub fn note(mut self, text: &'a str) -> Self {
        if !text.is_empty() {
            self.notes.push(Note { icon: None, text });
        }
        self
    }

    /// A small line beneath, after an icon that says how it is meant. An empty one is left out.
    pub fn marked_note(mut self, icon: Icon, tone: Tone, text: &'a str) -> Self {
        if !text.is_empty() {
            self.notes.push(Note { icon: Some((icon, tone)), text });
        }
        self
    }

    fn name(&self) -> String {
        let tag = self.tag.map(|(_, word)| word).unwrap_or_default();
        let parts = [self.title, self.right, tag].into_iter().chain(self.notes.iter().map(|note| note.text));
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    fn paint(&self, ui: &Ui, rect: Rect) {
        let c = colors(ui);
        let painter = ui.painter();
        let content = rect.shrink2(vec2(6.0, PADDING));
        let mut line = Rect::from_min_size(content.min, vec2(content.width(), TITLE_LINE));
        if let Some((tone, word)) = self.tag {
            let width = tag::width(painter, word).min(line.width() * 0.6);
            let place = Rect::from_min_max(pos2(line.right() - width, line.top()), line.max);
            tag::paint_tag(painter, c, place, tone, word);
            line.max.x = place.left() - 8.0;
        }
        if !self.right.is_empty() {
            let galley = paint::line(painter, self.right, font::strong(), line.width() * 0.5);
            let width = galley.size().x;
            paint::place(painter, line, Align::Max, galley, c.text);
            line.max.x -= width + 8.0;
        }
        let title = paint::line(painter, self.title, font::medium(), line.width());
        paint::place(painter, line, Align::Min, title, c.text);
        let mut top = content.top() + TITLE_LINE;
        for note in &self.notes {
            let mut room = Rect::from_min_size(pos2(content.left(), top), vec2(content.width(), NOTE_LINE));
            if let Some((icon, tone)) = note.icon {
                let square = Rect::from_center_size(pos2(room.left() + 6.0, room.center().y), vec2(12.0, 12.0));
                icon.paint(painter, square, tone.colors(c).0);
                room.min.x += 17.0;
            }
            let galley = paint::line(painter, note.text, font::small(), room.width());
            paint::place(painter, room, Align::Min, galley, c.weak);
            top += NOTE_LINE;
        }
    }
}

impl Widget for RowButton<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let height = 2.0 * PADDING + TITLE_LINE + NOTE_LINE * self.notes.len() as f32;
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), self.name()));
        if ui.is_rect_visible(rect) {
            let c = colors(ui);
            if response.hovered() {
                ui.painter().rect_filled(rect, measure::TAG_CORNER, c.hover);
            }
            ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, c.line));
            self.paint(ui, rect);
            paint::focus_ring(ui, &response, rect.shrink(1.0), measure::TAG_CORNER);
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
    fn a_row_says_all_it_shows_and_is_pressed_as_a_whole() {
        let mut harness = harness(0, |ui, pressed: &mut i32| {
            let row = RowButton::new("Ana Silva").right("87").note("from 10 Jan 2027").note("").marked_note(
                Icon::Check,
                Tone::Good,
                "French: C1",
            );
            *pressed += i32::from(ui.add(row).clicked());
        });
        harness.get_by_label("Ana Silva, 87, from 10 Jan 2027, French: C1").click();
        harness.run();
        assert_eq!(*harness.state(), 1);
    }
}
