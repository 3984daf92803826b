//! What stands in a cell, described once: painted, or written down for copying and for finding by typing.

use egui::{Align, Color32, FontId, Painter, Rect};

use crate::app::theme::{Colors, Icon, font};
use crate::app::widgets::paint;
use crate::app::widgets::tag::{Tone, paint_tag};

/// A cell being described; parts follow one another from the left.
#[derive(Debug)]
pub struct Cell<'a> {
    sink: Sink<'a>,
}

enum Sink<'a> {
    Paint { painter: &'a Painter, colors: &'static Colors, room: Rect, at_right: bool },
    Write(String),
}

impl std::fmt::Debug for Sink<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Paint { room, .. } => f.debug_struct("Paint").field("room", room).finish_non_exhaustive(),
            Self::Write(text) => f.debug_tuple("Write").field(text).finish(),
        }
    }
}

const PART_GAP: f32 = 6.0;

impl<'a> Cell<'a> {
    pub(super) fn painting(painter: &'a Painter, colors: &'static Colors, room: Rect, at_right: bool) -> Self {
        Self { sink: Sink::Paint { painter, colors, room, at_right } }
    }

    pub(super) fn writing() -> Self {
        Self { sink: Sink::Write(String::new()) }
    }

    /// What was written down.
    pub(super) fn written(self) -> String {
        match self.sink {
            Sink::Write(text) => text,
            Sink::Paint { .. } => String::new(),
        }
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        self.part(text, font::body(), |colors| colors.text);
    }

    /// A name, in medium weight.
    pub fn strong(&mut self, text: &str) {
        self.part(text, font::medium(), |colors| colors.text);
    }

    /// What is second.
    pub fn weak(&mut self, text: &str) {
        self.part(text, font::body(), |colors| colors.weak);
    }

    /// What is second, over this cell and those after it, which stay empty.
    pub fn across(&mut self, text: &str) {
        if let Sink::Paint { painter, room, .. } = &mut self.sink {
            room.max.x = room.max.x.max(painter.clip_rect().right() - PART_GAP);
        }
        self.weak(text);
    }

    /// A small note after a text.
    pub fn note(&mut self, text: &str) {
        self.part(text, font::small(), |colors| colors.weak);
    }

    /// A status tag. With an empty word, nothing.
    pub fn tag(&mut self, tone: Tone, word: &str) {
        if word.is_empty() {
            return;
        }
        match &mut self.sink {
            Sink::Write(all) => append(all, word),
            Sink::Paint { painter, colors, room, .. } => {
                if room.width() > 24.0 {
                    room.min.x = paint_tag(painter, colors, *room, tone, word).right() + PART_GAP;
                }
            }
        }
    }

    /// An icon, which only repeats what a word says.
    pub fn icon(&mut self, icon: Icon) {
        if let Sink::Paint { painter, colors, room, .. } = &mut self.sink {
            let center = egui::pos2(room.left() + 7.0, room.center().y);
            icon.paint(painter, Rect::from_center_size(center, egui::vec2(14.0, 14.0)), colors.weak);
            room.min.x += 14.0 + PART_GAP;
        }
    }

    /// Two lines: a name, and beneath it what is second. For tables with rows of two lines.
    pub fn two_lines(&mut self, first: &str, second: &str) {
        match &mut self.sink {
            Sink::Write(all) => {
                append(all, first);
                append(all, second);
            }
            Sink::Paint { painter, colors, room, .. } => {
                let (upper, lower) = room.shrink2(egui::vec2(0.0, 4.0)).split_top_bottom_at_fraction(0.54);
                let name = paint::line(painter, first, font::medium(), room.width());
                paint::place(painter, upper, Align::Min, name, colors.text);
                let note = paint::line(painter, second, font::small(), room.width());
                paint::place(painter, lower, Align::Min, note, colors.weak);
            }
        }
    }

    fn part(&mut self, text: &str, font: FontId, color: impl Fn(&Colors) -> Color32) {
        if text.is_empty() {
            return;
        }
        match &mut self.sink {
            Sink::Write(all) => append(all, text),
            Sink::Paint { painter, colors, room, at_right } => {
                if room.width() < 4.0 {
                    return;
                }
                let galley = paint::line(painter, text, font, room.width());
                let width = galley.size().x + PART_GAP;
                if *at_right {
                    paint::place(painter, *room, Align::Max, galley, color(colors));
                    room.max.x -= width;
                } else {
                    paint::place(painter, *room, Align::Min, galley, color(colors));
                    room.min.x += width;
                }
            }
        }
    }
}

/// Adds a part, apart from those before it; tabs and line ends would break a copied table.
fn append(all: &mut String, part: &str) {
    if !all.is_empty() {
        all.push(' ');
    }
    all.extend(part.chars().map(|c| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c }));
}
