//! Blocks become strips: what is never cut in two, with its height and its place in the reading order.

mod bars;

use std::rc::Rc;

use super::document::{Block, Cell, Column, Document, Fact, Table, Tone};
use super::look::{self, Colour, Style, Weight};
use super::typeface::{Line, Typeface};

/// Number of a piece of text in the reading order. Its lines may be on several pages.
pub(super) type Piece = usize;

/// Something drawn, measured from the upper left corner of its strip.
#[derive(Debug, Clone)]
pub(super) enum Mark {
    /// Letters on a base line.
    Letters { left: f32, base: f32, line: Line, piece: Piece },
    /// An area; a line is a low one.
    Area { left: f32, top: f32, width: f32, height: f32, corner: f32, colour: Colour },
}

/// A part of a page that is not cut in two.
#[derive(Debug, Clone, Default)]
pub(super) struct Strip {
    /// Left out at the top of a page.
    pub before: f32,
    pub height: f32,
    /// Stays on one page with the strip after it.
    pub keep: bool,
    /// Begins a page.
    pub fresh: bool,
    pub marks: Vec<Mark>,
    /// What is repeated above it where it begins a page: the heads of its table.
    pub head: Option<Rc<Strip>>,
    /// Name under which the reader finds it in the list of bookmarks.
    pub bookmark: Option<String>,
}

/// What the text of a document is, for those to whom it is read: pieces in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Title (1) or heading (2), and its words.
    Heading(u16, String, Piece),
    Paragraph(Piece),
    /// Rows; the first is of heads.
    Table(Vec<Vec<Piece>>),
    /// Rows of a name and a value.
    Facts(Vec<Vec<Piece>>),
}

/// Where a cell stands.
#[derive(Clone, Copy)]
struct Slot {
    left: f32,
    width: f32,
    to_the_right: bool,
    style: Style,
}

/// Above and below the lines of a row.
#[derive(Clone, Copy)]
struct Padding(f32);

/// All strips of a document.
pub(super) struct Strips<'a> {
    typeface: &'a mut Typeface,
    /// Width between the sides.
    width: f32,
    /// Height of a page between its upper edge and its foot.
    height: f32,
    /// How many pieces there are.
    pieces: Piece,
    pub strips: Vec<Strip>,
    pub parts: Vec<Part>,
}

impl<'a> Strips<'a> {
    /// The strips of a document, on pages of a width and height.
    pub fn of(document: &Document, typeface: &'a mut Typeface, width: f32, height: f32) -> Self {
        let mut strips = Self { typeface, width, height, pieces: 0, strips: Vec::new(), parts: Vec::new() };
        let title = strips.prose(&document.title, look::TITLE, 0.0, true);
        strips.parts.push(Part::Heading(1, document.title.clone(), title));
        if !document.subtitle.is_empty() {
            let subtitle = strips.prose(&document.subtitle, look::SUBTITLE, 2.0, true);
            strips.parts.push(Part::Paragraph(subtitle));
        }
        strips.rule(8.0, 6.0);
        for block in &document.blocks {
            strips.block(block);
        }
        strips
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(text) => {
                let first = self.strips.len();
                let piece = self.prose(text, look::HEADING, 14.0, true);
                if let Some(strip) = self.strips.get_mut(first) {
                    strip.bookmark = Some(text.clone());
                }
                self.parts.push(Part::Heading(2, text.clone(), piece));
            }
            Block::Paragraph(text) => {
                let piece = self.prose(text, look::BODY, 5.0, false);
                self.parts.push(Part::Paragraph(piece));
            }
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table),
            Block::Bars(bars) => self.bars(bars),
            Block::Space => self.strips.push(Strip { before: look::BODY.leading, ..Strip::default() }),
            Block::Rule => self.rule(8.0, 4.0),
            Block::PageBreak => self.strips.push(Strip { fresh: true, ..Strip::default() }),
        }
    }

    fn piece(&mut self) -> Piece {
        self.pieces += 1;
        self.pieces - 1
    }

    fn rule(&mut self, before: f32, after: f32) {
        let line = across(0.0, self.width, look::LINE);
        self.strips.push(Strip { before, height: look::LINE_WIDTH + after, marks: vec![line], ..Strip::default() });
    }

    /// A strip for each line. No page ends after the first or before the last of several; `keep` holds them all
    /// together, and with what follows.
    fn prose(&mut self, text: &str, style: Style, before: f32, keep: bool) -> Piece {
        let piece = self.piece();
        let lines = self.typeface.lines(text, style, self.width);
        let count = lines.len();
        for (at, line) in lines.into_iter().enumerate() {
            let before = if at == 0 { before } else { 0.0 };
            let with_next = at + 1 < count && (at == 0 || at + 2 == count);
            let marks = vec![letters(0.0, 0.0, line, piece)];
            self.strips.push(Strip {
                before,
                height: style.leading,
                keep: keep || with_next,
                marks,
                ..Strip::default()
            });
        }
        piece
    }

    fn facts(&mut self, facts: &[Fact]) {
        let names = look::FACT_NAMES.min(self.width / 3.0);
        let left = names + look::GUTTER;
        let slots = [
            Slot { left: 0.0, width: names, to_the_right: false, style: look::NAME },
            Slot { left, width: self.width - left, to_the_right: false, style: look::BODY },
        ];
        let mut rows = Vec::new();
        for fact in facts {
            let cells = [Cell::from(fact.name.as_str()), fact.value.clone()];
            let (pieces, strips) = self.row(&cells, &slots, Padding(1.6), None, self.height);
            rows.push(pieces);
            self.strips.extend(strips);
        }
        self.parts.push(Part::Facts(rows));
    }

    fn table(&mut self, table: &Table) {
        let slots = self.slots(&table.columns);
        let heads: Vec<Cell> = table.columns.iter().map(|column| column.head.as_str().into()).collect();
        let head_slots: Vec<Slot> = slots.iter().map(|slot| Slot { style: look::HEAD, ..*slot }).collect();
        let (pieces, head) = self.row(&heads, &head_slots, Padding(3.0), Some(look::LINE), self.height);
        let mut rows = vec![pieces];
        // Heads that fill a page by themselves are said once.
        let repeated = match &head[..] {
            [head] if head.height < self.height / 3.0 => Some(Rc::new(head.clone())),
            _ => None,
        };
        let first = self.strips.len();
        self.strips.extend(head.into_iter().map(|strip| Strip { keep: true, ..strip }));
        if let Some(strip) = self.strips.get_mut(first) {
            strip.before = 6.0;
        }
        let free = self.height - repeated.as_ref().map_or(0.0, |head| head.height);
        for cells in &table.rows {
            debug_assert!(cells.len() <= slots.len(), "a row is longer than there are columns");
            let filled: Vec<Cell> =
                cells.iter().cloned().chain(std::iter::repeat(Cell::default())).take(slots.len()).collect();
            let (pieces, strips) = self.row(&filled, &slots, Padding(3.6), Some(look::HAIRLINE), free);
            rows.push(pieces);
            self.strips.extend(strips.into_iter().map(|strip| Strip { head: repeated.clone(), ..strip }));
        }
        self.parts.push(Part::Table(rows));
        if table.rows.is_empty() {
            let piece = self.prose(&table.when_empty, look::NAME, 4.0, false);
            self.parts.push(Part::Paragraph(piece));
        }
    }

    fn slots(&self, columns: &[Column]) -> Vec<Slot> {
        let shares: f32 = columns.iter().map(|column| f32::from(column.share.max(1))).sum();
        let free = (self.width - look::GUTTER * columns.len().saturating_sub(1) as f32).max(0.0);
        let mut left = 0.0;
        let mut slots = Vec::new();
        for column in columns {
            let width = free * f32::from(column.share.max(1)) / shares;
            slots.push(Slot { left, width, to_the_right: column.numbers, style: look::CELL });
            left += width + look::GUTTER;
        }
        slots
    }

    /// One strip, or, where that is higher than `free`, as many as are needed, each of as many lines as there is room for.
    fn row(
        &mut self,
        cells: &[Cell],
        slots: &[Slot],
        padding: Padding,
        line_below: Option<Colour>,
        free: f32,
    ) -> (Vec<Piece>, Vec<Strip>) {
        let pieces: Vec<Piece> = cells.iter().map(|_| self.piece()).collect();
        let set: Vec<Vec<Line>> = cells.iter().zip(slots).map(|(cell, slot)| self.cell(cell, slot)).collect();
        let leading = slots.iter().map(|slot| slot.style.leading).fold(0.0, f32::max);
        let most = set.iter().map(Vec::len).max().unwrap_or(0).max(1);
        let edges = 2.0 * padding.0 + look::LINE_WIDTH;
        let at_once = (((free - edges) / leading.max(1.0)) as usize).clamp(1, most);
        let mut strips = Vec::new();
        for from in (0..most).step_by(at_once) {
            let count = at_once.min(most - from);
            let height = count as f32 * leading + edges;
            let mut marks = Vec::new();
            for (((lines, slot), cell), piece) in set.iter().zip(slots).zip(cells).zip(&pieces) {
                let lines = lines.iter().skip(from).take(count);
                marks.extend(set_cell(lines, slot, cell.tone, padding.0, *piece));
            }
            if from + count == most
                && let Some(colour) = line_below
            {
                marks.push(across(height - look::LINE_WIDTH, self.width, colour));
            }
            strips.push(Strip { height, marks, ..Strip::default() });
        }
        (pieces, strips)
    }

    fn cell(&mut self, cell: &Cell, slot: &Slot) -> Vec<Line> {
        let mut style = slot.style;
        let mut width = slot.width;
        if cell.strong {
            style.weight = Weight::Medium;
        }
        if let Some((colour, _)) = look::tone(cell.tone) {
            style = Style { weight: Weight::Medium, colour, ..style };
            width -= 2.0 * look::TAG.0;
        }
        self.typeface.lines(&cell.text, style, width)
    }
}

/// The lines of a cell at their place; those with a tone on a ground.
fn set_cell<'l>(
    lines: impl Iterator<Item = &'l Line> + Clone,
    slot: &Slot,
    tone: Tone,
    top: f32,
    piece: Piece,
) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut inset = 0.0;
    let left = |width: f32| if slot.to_the_right { slot.left + slot.width - width } else { slot.left };
    if let Some((_, colour)) = look::tone(tone) {
        let widest = lines.clone().map(|line| line.width).fold(0.0, f32::max);
        let height = lines.clone().count() as f32 * slot.style.leading;
        if widest > 0.0 {
            inset = look::TAG.0;
            let width = widest + 2.0 * inset;
            let (top, height) = (top - look::TAG.1, height + 2.0 * look::TAG.1);
            marks.push(Mark::Area { left: left(width), top, width, height, corner: look::TAG_CORNER, colour });
        }
    }
    for (at, line) in lines.enumerate() {
        let left = left(line.width) + if slot.to_the_right { -inset } else { inset };
        marks.push(letters(left, top + at as f32 * slot.style.leading, line.clone(), piece));
    }
    marks
}

/// A line of letters, its capitals in the middle between it and the next.
pub(super) fn letters(left: f32, top: f32, line: Line, piece: Piece) -> Mark {
    /// Height of the capitals of Inter, in parts of the size.
    const CAPITALS: f32 = 2048.0 / 2816.0;
    let base = top + (line.style.leading + CAPITALS * line.style.size) / 2.0;
    Mark::Letters { left, base, line, piece }
}

/// A line across the page.
pub(super) fn across(top: f32, width: f32, colour: Colour) -> Mark {
    Mark::Area { left: 0.0, top, width, height: look::LINE_WIDTH, corner: 0.0, colour }
}
