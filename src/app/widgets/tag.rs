//! Status tags: a word on a coloured ground. The word says it, the colour helps.

use egui::accesskit::Role;
use egui::{Align, Color32, Painter, Rect, Response, Sense, Ui, Widget, WidgetInfo, vec2};

use super::paint;
use crate::app::theme::{Colors, colors, font, measure};

/// What a word means for the reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    /// "fits", "ready".
    Good,
    /// "tight", "this week".
    Careful,
    /// "late", "renew".
    Bad,
    /// No judgement: "serving".
    #[default]
    Neutral,
    /// Chosen, or worth a look.
    Accent,
}

impl Tone {
    /// Colour of the word and of its ground.
    pub fn colors(self, c: &Colors) -> (Color32, Color32) {
        match self {
            Self::Good => (c.good, c.good_ground),
            Self::Careful => (c.careful, c.careful_ground),
            Self::Bad => (c.bad, c.bad_ground),
            Self::Neutral => (c.weak, c.neutral_ground),
            Self::Accent => (c.accent_text, c.accent_ground),
        }
    }
}

const PADDING: f32 = 6.0;

/// Paints a tag at the left of `room`, in the middle of its height; returns its rectangle.
pub(crate) fn paint_tag(painter: &Painter, c: &Colors, room: Rect, tone: Tone, word: &str) -> Rect {
    let galley = paint::line(painter, word, font::small(), room.width() - 2.0 * PADDING);
    let size = vec2(galley.size().x + 2.0 * PADDING, measure::TAG);
    let rect = Rect::from_min_size(egui::pos2(room.left(), room.center().y - size.y / 2.0), size);
    let (ink, ground) = tone.colors(c);
    painter.rect_filled(rect, measure::TAG_CORNER, ground);
    paint::place(painter, rect.shrink2(vec2(PADDING, 0.0)), Align::Min, galley, ink);
    rect
}

/// How wide a tag with this word is, in points.
pub(crate) fn width(painter: &Painter, word: &str) -> f32 {
    paint::line(painter, word, font::small(), f32::INFINITY).size().x + 2.0 * PADDING
}

/// A tag as a widget of its own.
#[must_use = "a tag shows only when it is added to a Ui"]
#[derive(Debug)]
pub struct Tag<'a> {
    tone: Tone,
    word: &'a str,
}

impl<'a> Tag<'a> {
    /// A tag of this tone with this word.
    pub fn new(tone: Tone, word: &'a str) -> Self {
        Self { tone, word }
    }
}

impl Widget for Tag<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let room = ui.available_width().max(40.0);
        let galley = paint::line(ui.painter(), self.word, font::small(), room - 2.0 * PADDING);
        let size = vec2(galley.size().x + 2.0 * PADDING, measure::TAG);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        if ui.is_rect_visible(rect) {
            paint_tag(ui.painter(), colors(ui), rect.expand2(vec2(1.0, 0.0)), self.tone, self.word);
        }
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.word));
        response
    }
}
