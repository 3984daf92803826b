//! The strip under a picture: what its colours and signs mean, a note, and the buttons that enlarge.

use egui::accesskit::Role;
use egui::{Align, Color32, Galley, Id, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo};
use egui::{pos2, vec2};
use std::sync::Arc;

use crate::app::theme::{Icon, colors, font, measure};
use crate::app::widgets::map::{Form, paint_form};
use crate::app::widgets::{Button, Tone, paint};

const ROW: f32 = 22.0;
const SWATCH: f32 = 14.0;
const AFTER_SWATCH: f32 = 5.0;

/// What the buttons ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app::widgets) enum Asked {
    /// To enlarge.
    In,
    /// To make smaller.
    Out,
    /// To see everything.
    All,
}

/// What stands before a word of the legend.
#[derive(Clone, Copy)]
pub(in crate::app::widgets) enum Swatch {
    /// Nothing: a title.
    Title,
    /// A colour of land.
    Color(Color32),
    /// A marker.
    Form(Form, Tone),
    /// An icon.
    Icon(Icon),
    /// A dashed line.
    Dashed,
}

/// The legend, laid out for a width.
pub(in crate::app::widgets) struct Strip {
    entries: Vec<(Option<Swatch>, Arc<Galley>, Pos2)>,
    spoken: String,
    /// Height of the strip in points.
    pub height: f32,
}

impl Strip {
    /// Lays out a legend, and a note after it where it is not empty, for a picture that is `width` wide.
    pub fn new(ui: &Ui, words: Vec<(Swatch, String)>, note: &str, width: f32) -> Self {
        let texts = words.iter().map(|word| word.1.as_str()).chain([note]);
        let spoken = texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
        let room = (width - 3.0 * measure::BUTTON - measure::MARGIN).max(120.0);
        let (mut x, mut y) = (0.0, 0.0);
        let mut entries = Vec::new();
        let words = words.into_iter().map(|(swatch, text)| (Some(swatch), text));
        for (swatch, text) in words.chain((!note.is_empty()).then(|| (None, note.to_owned()))) {
            let is_title = matches!(swatch, Some(Swatch::Title));
            let font = if is_title { font::small_medium() } else { font::small() };
            let galley = paint::line(ui.painter(), &text, font, room);
            let before = if is_title || swatch.is_none() { 0.0 } else { SWATCH + AFTER_SWATCH };
            let wide = before + galley.size().x;
            if x > 0.0 && x + wide > room {
                (x, y) = (0.0, y + ROW);
            }
            // The note stands at the right, before the buttons.
            let left = if swatch.is_none() { room - wide } else { x };
            entries.push((swatch, galley, pos2(left, y)));
            x += wide + 14.0;
        }
        Self { entries, spoken, height: (y + ROW).max(measure::BUTTON) }
    }

    /// Paints it into `rect`, with the buttons at the right; `tip` is shown over its words. Each button has a name and
    /// whether there is a use for it: smaller, larger, everything.
    pub fn show(&self, ui: &mut Ui, rect: Rect, id: Id, tip: &str, names: [(&str, bool); 3]) -> Option<Asked> {
        let c = colors(ui);
        let painter = ui.painter();
        let top = rect.top() + (rect.height() - self.entries.last().map_or(0.0, |entry| entry.2.y) - ROW) / 2.0;
        for (swatch, galley, at) in &self.entries {
            let row = Rect::from_min_size(pos2(rect.left() + at.x, top + at.y), vec2(galley.size().x + 40.0, ROW));
            let square = Rect::from_center_size(row.left_center() + vec2(SWATCH / 2.0, 0.0), vec2(SWATCH, SWATCH));
            let mut word = row;
            word.min.x += SWATCH + AFTER_SWATCH;
            match swatch {
                None | Some(Swatch::Title) => word = row,
                Some(Swatch::Color(color)) => {
                    let square = square.shrink2(vec2(0.0, 1.0));
                    painter.rect(square, 2, *color, Stroke::new(1.0, c.outline), StrokeKind::Inside);
                }
                Some(Swatch::Form(form, tone)) => {
                    paint_form(painter, *form, square.center(), 6.0, tone.colors(c).0, c.panel);
                }
                Some(Swatch::Icon(icon)) => icon.paint(painter, square, c.text),
                Some(Swatch::Dashed) => {
                    let ends = [square.left_center(), square.right_center()];
                    painter.extend(Shape::dashed_line(&ends, Stroke::new(1.5, c.weak), 4.0, 3.0));
                }
            }
            let ink = if swatch.is_none() { c.weak } else { c.text };
            paint::place(painter, word, Align::Min, Arc::clone(galley), ink);
        }
        let words = rect.with_max_x(rect.right() - 3.0 * measure::BUTTON);
        let legend = ui.interact(words, id.with("legend"), Sense::hover());
        legend.widget_info(|| WidgetInfo::labeled(Role::Legend, true, &self.spoken));
        legend.on_hover_text(tip);
        buttons(ui, rect, names)
    }
}

fn buttons(ui: &mut Ui, rect: Rect, names: [(&str, bool); 3]) -> Option<Asked> {
    let room = rect.with_min_x(rect.right() - 3.0 * measure::BUTTON);
    let layout = egui::Layout::left_to_right(Align::Center);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(room).layout(layout));
    ui.spacing_mut().item_spacing.x = 0.0;
    let icons = [(Icon::Minus, Asked::Out), (Icon::Plus, Asked::In), (Icon::Whole, Asked::All)];
    let mut asked = None;
    for ((icon, wanted), (name, usable)) in icons.into_iter().zip(names) {
        if ui.add_enabled(usable, Button::icon(icon, name)).clicked() {
            asked = Some(wanted);
        }
    }
    asked
}
