//! A part of a record in a list of such parts: one line, which opens to its fields.

use crate::app::texts::Texts;
use crate::app::theme::{Icon, colors, font, measure};
use crate::app::widgets::{Button, Tone, form, paint_line, tag};
use crate::domain::Id;
use crate::t;
use egui::accesskit::Role;
use egui::{Align, Frame, Margin, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

/// The line of a part.
#[derive(Debug, Clone, Copy, Default)]
pub struct Entry<'a> {
    title: &'a str,
    note: &'a str,
    tag: Option<(Tone, &'a str)>,
    tick: Option<(bool, &'a str)>,
    kept: bool,
}

/// What was done with the line of a part.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct EntryResponse {
    /// It is to be removed: the cross, or the Delete key on the line.
    pub removed: bool,
    /// Its box was ticked, or unticked.
    pub ticked: Option<bool>,
}

impl<'a> Entry<'a> {
    /// A part called `title`.
    pub fn new(title: &'a str) -> Self {
        Self { title, ..Self::default() }
    }

    /// What is second, behind the title.
    pub fn note(mut self, note: &'a str) -> Self {
        self.note = note;
        self
    }

    /// How it stands, at the right.
    pub fn tag(mut self, tone: Tone, word: &'a str) -> Self {
        self.tag = (!word.is_empty()).then_some((tone, word));
        self
    }

    /// With a box to tick, which a screen reader calls `name`.
    pub fn tick(mut self, ticked: bool, name: &'a str) -> Self {
        self.tick = Some((ticked, name));
        self
    }

    /// It cannot be removed.
    pub fn kept(mut self) -> Self {
        self.kept = true;
        self
    }

    /// Shows the line, and beneath it the fields where `part` is the one that is open.
    pub fn show(
        self,
        ui: &mut Ui,
        texts: &Texts,
        part: Id,
        open: &mut Option<Id>,
        fields: impl FnOnce(&mut Ui),
    ) -> EntryResponse {
        let is_open = *open == Some(part);
        let mut done = EntryResponse::default();
        ui.push_id(part, |ui| {
            let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), measure::ROW), Sense::hover());
            let mut line = row;
            if let Some((ticked, name)) = self.tick {
                let square = Rect::from_center_size(pos2(row.left() + 8.0, row.center().y), vec2(15.0, 15.0));
                done.ticked = form::check_box(ui, square, name, ticked).then_some(!ticked);
                line.min.x += 24.0;
            }
            if !self.kept {
                line.max.x -= 30.0;
            }
            let chevron = if is_open { Icon::ChevronDown } else { Icon::ChevronRight };
            let response = self.line(ui, line, chevron);
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(is_open));
            if response.clicked() {
                *open = (!is_open).then_some(part);
            }
            if !self.kept {
                let delete = |input: &mut egui::InputState| input.consume_key(egui::Modifiers::NONE, egui::Key::Delete);
                done.removed = response.has_focus() && ui.input_mut(delete);
                let corner = Rect::from_min_max(pos2(line.right(), row.top()), row.max);
                let cross = t!(texts, "tags-remove", name = self.title);
                done.removed |= ui.put(corner, Button::icon(Icon::Cross, &cross)).clicked();
            }
            if is_open {
                let margin = Margin { left: 18, right: 0, top: 2, bottom: 8 };
                Frame::new().inner_margin(margin).show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    fields(ui);
                });
            }
        });
        if done.removed && is_open {
            *open = None;
        }
        done
    }

    fn line(&self, ui: &mut Ui, line: Rect, icon: Icon) -> Response {
        let c = colors(ui);
        let response = ui.interact(line, ui.scope_id().with("line"), Sense::click());
        let name = self.name();
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
        if response.hovered() {
            ui.painter().rect_filled(line, measure::TAG_CORNER, c.hover);
        }
        let place = Rect::from_center_size(pos2(line.left() + 8.0, line.center().y), vec2(14.0, 14.0));
        icon.paint(ui.painter(), place, c.weak);
        let whole = self.paint(ui, line);
        if response.has_focus() {
            let stroke = Stroke::new(2.0, c.accent);
            ui.painter().rect_stroke(line, measure::TAG_CORNER, stroke, StrokeKind::Inside);
        }
        if whole { response } else { response.on_hover_text(name) }
    }

    fn name(&self) -> String {
        let parts = [self.title, self.note, self.tag.map(|(_, word)| word).unwrap_or_default()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// Paints the line; returns whether all of it is there.
    fn paint(&self, ui: &Ui, line: Rect) -> bool {
        let c = colors(ui);
        let mut room = line;
        let mut whole = true;
        room.min.x += 20.0;
        if let Some((tone, word)) = self.tag {
            let (wanted, most) = (tag::width(ui.painter(), word), room.width() * 0.75);
            let width = wanted.min(most);
            whole = wanted <= most;
            let place = Rect::from_min_max(pos2(room.right() - width - 4.0, room.top()), room.max);
            tag::paint_tag(ui.painter(), c, place, tone, word);
            room.max.x = place.left() - 6.0;
        }
        let width = paint_line(ui, room, Align::Min, self.title, font::medium(), c.text);
        room.min.x += width + 8.0;
        if self.note.is_empty() {
            return whole;
        }
        let note = ui.painter().layout_no_wrap(self.note.to_owned(), font::body(), c.weak).size().x;
        if room.width() > 12.0 {
            paint_line(ui, room, Align::Min, self.note, font::body(), c.weak);
        }
        whole && note <= room.width()
    }
}
