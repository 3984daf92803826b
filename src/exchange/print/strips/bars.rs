//! Rows of bars over days: names at the left, a scale above, repeated on every page.

use std::rc::Rc;

use super::super::document::{Bar, BarRow, Bars, Tone};
use super::super::look::{self, Colour, Style};
use super::{Mark, Padding, Part, Piece, Slot, Strip, Strips, across, letters, set_cell};

/// Above and below the lines of a row.
const PADDING: Padding = Padding(3.0);
/// Thickness of the outline of a bar, and of the left edge of one that is agreed: seen in black and white too.
const OUTLINE: (f32, f32) = (0.8, 2.4);
const PAPER: Colour = (0xff, 0xff, 0xff);

/// Where the days lie.
struct Scale<'b> {
    bars: &'b Bars,
    left: f32,
    /// Width of a day.
    day: f32,
}

impl Scale<'_> {
    fn at(&self, day: u16) -> f32 {
        self.left + f32::from(day) * self.day
    }

    /// The grounds of days off, and a line between two stretches, for a strip of a height.
    fn ground(&self, height: f32) -> Vec<Mark> {
        let mut marks = Vec::new();
        let mut day = 0;
        for stretch in &self.bars.scale {
            let left = self.at(day);
            day += stretch.days;
            if stretch.shaded {
                marks.push(area([left, 0.0, self.at(day) - left, height], 0.0, look::DAY_OFF));
            }
            marks.push(area([left, 0.0, look::LINE_WIDTH, height], 0.0, look::HAIRLINE));
        }
        marks
    }
}

impl Strips<'_> {
    pub(super) fn bars(&mut self, bars: &Bars) {
        let width = self.width * look::BAR_NAMES;
        let names = Slot { left: 0.0, width, to_the_right: false, style: look::CELL };
        let days: u16 = bars.scale.iter().map(|stretch| stretch.days).sum();
        let left = names.width + look::GUTTER;
        let scale = Scale { bars, left, day: (self.width - left) / f32::from(days.max(1)) };
        let (pieces, head) = self.scale(&scale, names);
        let mut rows = vec![pieces];
        let repeated = Rc::new(head.clone());
        self.strips.push(Strip { before: 6.0, keep: true, ..head });
        for row in &bars.rows {
            let (pieces, strip) = self.bar_row(row, &scale, names);
            rows.push(pieces);
            self.strips.push(Strip { head: Some(repeated.clone()), ..strip });
        }
        self.parts.push(Part::Table(rows));
        if bars.rows.is_empty() {
            let piece = self.prose(&bars.when_empty, look::NAME, 4.0, false);
            self.parts.push(Part::Paragraph(piece));
        }
    }

    /// The strip with the words of the scale.
    fn scale(&mut self, scale: &Scale<'_>, names: Slot) -> (Vec<Piece>, Strip) {
        let (name, words) = (self.piece(), self.piece());
        let height = look::HEAD.leading + 2.0 * PADDING.0 + look::LINE_WIDTH;
        let mut marks = scale.ground(height);
        let slot = Slot { style: look::HEAD, ..names };
        let lines = self.typeface.lines(&scale.bars.head, slot.style, slot.width);
        marks.extend(set_cell(lines.iter().take(1), &slot, Tone::Plain, PADDING.0, name));
        let mut day = 0;
        for stretch in &scale.bars.scale {
            let left = scale.at(day) + 2.0;
            day += stretch.days;
            marks.extend(self.fitting(&stretch.words, look::HEAD, scale.at(day) - left, [left, PADDING.0], words));
        }
        marks.push(across(height - look::LINE_WIDTH, self.width, look::LINE));
        (vec![name, words], Strip { height, marks, ..Strip::default() })
    }

    fn bar_row(&mut self, row: &BarRow, scale: &Scale<'_>, names: Slot) -> (Vec<Piece>, Strip) {
        let (name, words) = (self.piece(), self.piece());
        let lines = self.cell(&row.name, &names);
        let height = lines.len().max(1) as f32 * names.style.leading + 2.0 * PADDING.0 + look::LINE_WIDTH;
        let mut marks = scale.ground(height);
        marks.extend(set_cell(lines.iter(), &names, row.name.tone, PADDING.0, name));
        for bar in &row.bars {
            marks.extend(self.bar(bar, scale, words));
        }
        marks.push(across(height - look::LINE_WIDTH, self.width, look::HAIRLINE));
        (vec![name, words], Strip { height, marks, ..Strip::default() })
    }

    fn bar(&mut self, bar: &Bar, scale: &Scale<'_>, piece: Piece) -> Vec<Mark> {
        let (left, top, height) = (scale.at(bar.from), PADDING.0, look::BAR);
        let width = (scale.at(bar.to) - left).max(1.0);
        let (ground, ink) = look::tone(bar.tone).map_or(look::BAR_PLAIN, |(ink, ground)| (ground, ink));
        let (thin, edge, ground) = match bar.hollow {
            true => (OUTLINE.0, OUTLINE.0, PAPER),
            false => (OUTLINE.0, OUTLINE.1, ground),
        };
        let inner = (width - edge - thin).max(0.0);
        let mut marks = vec![area([left, top, width, height], look::TAG_CORNER, ink)];
        if inner > 0.0 {
            marks.push(area([left + edge, top + thin, inner, height - 2.0 * thin], look::TAG_CORNER, ground));
        }
        let place = [left + edge + 2.0, top + (height - look::HEAD.leading) / 2.0];
        marks.extend(self.fitting(&bar.words, look::HEAD, inner - 4.0, place, piece));
        marks
    }

    /// Words in one line, where there is room for them.
    fn fitting(&mut self, words: &str, style: Style, room: f32, place: [f32; 2], piece: Piece) -> Option<Mark> {
        let line = self.typeface.lines(words, style, f32::MAX).into_iter().next();
        Some(letters(place[0], place[1], line.filter(|line| line.width <= room)?, piece))
    }
}

fn area([left, top, width, height]: [f32; 4], corner: f32, colour: Colour) -> Mark {
    Mark::Area { left, top, width, height, corner, colour }
}
