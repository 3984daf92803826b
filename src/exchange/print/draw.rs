//! Pages are drawn as PDF 1.7, with tags in reading order for those to whom the page is read (ISO 32000-1, 14.8).

use std::collections::HashMap;
use std::num::NonZeroU16;

use krilla::SerializeSettings;
use krilla::color::rgb;
use krilla::configure::Configuration;
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Node, SpanTag, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};

use chrono::Datelike as _;

use super::PrintError;
use super::document::Document;
use super::look::{self, Colour};
use super::pages::Placed;
use super::strips::{Mark, Part, Piece, across, letters};
use super::typeface::{Line, Typeface};

/// Draws pages. `foot` is what stands below each, left of its number.
pub(super) fn draw(
    document: &Document,
    pages: &[Vec<Placed>],
    parts: &[Part],
    foot: &[Line],
    typeface: &mut Typeface,
    configuration: Configuration,
) -> Result<Vec<u8>, PrintError> {
    let (width, height) = look::sheet(document.paper, document.landscape);
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut pdf = krilla::Document::new_with(settings);
    let mut pieces = Lines::new();
    let mut outline = Outline::new();
    for (number, placed) in pages.iter().enumerate() {
        let mut page = pdf.start_page_with(PageSettings::from_wh(width, height).ok_or(PrintError::Sheet)?);
        let mut pen = Pen { surface: page.surface(), typeface, pieces: &mut pieces };
        for Placed { top, strip, again } in placed {
            let top = look::TOP + top;
            for mark in &strip.marks {
                pen.mark(mark, top, *again);
            }
            if let Some(name) = &strip.bookmark {
                let there = XyzDestination::new(number, Point::from_xy(0.0, top));
                outline.push_child(OutlineNode::new(name.clone(), there));
            }
        }
        pen.foot(foot, &format!("{} / {}", number + 1, pages.len()), width, height);
    }
    pdf.set_outline(outline);
    pdf.set_tag_tree(tags(parts, pieces).with_lang(Some(document.language.clone())));
    pdf.set_metadata(metadata(document));
    Ok(pdf.finish()?)
}

fn metadata(document: &Document) -> Metadata {
    let day = document.day;
    let date = DateTime::new(day.year().try_into().unwrap_or(0)).month(day.month() as u8).day(day.day() as u8);
    Metadata::new()
        .title(document.title.clone())
        .language(document.language.clone())
        .creator("Sojourn".to_owned())
        .creation_date(date)
}

/// What was drawn of each piece of text.
type Lines = HashMap<Piece, Vec<Node>>;

struct Pen<'p> {
    surface: Surface<'p>,
    typeface: &'p mut Typeface,
    pieces: &'p mut Lines,
}

impl Pen<'_> {
    fn mark(&mut self, mark: &Mark, down: f32, again: bool) {
        match mark {
            Mark::Area { left, top, width, height, corner, colour } => {
                self.surface.start_tagged(ornament(ArtifactType::Layout));
                self.fill(*colour);
                if let Some(area) = area(look::SIDE + left, down + top, *width, *height, *corner) {
                    self.surface.draw_path(&area);
                }
                self.surface.end_tagged();
            }
            Mark::Letters { left, base, line, piece } => {
                if again {
                    self.surface.start_tagged(ornament(ArtifactType::PaginationOther));
                } else {
                    let identifier = self.surface.start_tagged(ContentTag::Span(SpanTag::empty()));
                    self.pieces.entry(*piece).or_default().push(Node::Leaf(identifier));
                }
                self.fill(line.style.colour);
                if !line.glyphs.is_empty() {
                    let font = self.typeface.font(line.style.weight);
                    let start = Point::from_xy(look::SIDE + left, down + base);
                    self.surface.draw_glyphs(start, &line.glyphs, font, &line.text, line.style.size, false);
                }
                self.surface.end_tagged();
            }
        }
    }

    fn foot(&mut self, foot: &[Line], number: &str, width: f32, height: f32) {
        let across_page = width - 2.0 * look::SIDE;
        let top = height - look::BOTTOM - foot_height(foot);
        self.mark(&across(0.0, across_page, look::HAIRLINE), top - 6.0, true);
        for (at, line) in foot.iter().enumerate() {
            self.mark(&letters(0.0, at as f32 * look::FOOT.leading, line.clone(), 0), top, true);
        }
        for line in self.typeface.lines(number, look::FOOT, look::PAGE_NUMBER) {
            self.mark(&letters(across_page - line.width, 0.0, line, 0), top, true);
        }
    }

    fn fill(&mut self, (red, green, blue): Colour) {
        self.surface.set_fill(Some(Fill { paint: rgb::Color::new(red, green, blue).into(), ..Fill::default() }));
    }
}

/// Height of the lines at the foot; there is always room for the number of the page.
pub(super) fn foot_height(foot: &[Line]) -> f32 {
    foot.len().max(1) as f32 * look::FOOT.leading
}

fn ornament(kind: ArtifactType) -> ContentTag<'static> {
    ContentTag::Artifact(Artifact::with_kind(kind))
}

/// A rectangle with round corners.
fn area(left: f32, top: f32, width: f32, height: f32, corner: f32) -> Option<Path> {
    /// Where the handles of a curve are that is nearly a quarter of a circle.
    const ROUND: f32 = 0.552_284_8;
    let (right, bottom) = (left + width, top + height);
    let r = corner.min(width / 2.0).min(height / 2.0);
    let h = r * (1.0 - ROUND);
    let mut path = PathBuilder::new();
    path.move_to(left + r, top);
    path.line_to(right - r, top);
    if r > 0.0 {
        path.cubic_to(right - h, top, right, top + h, right, top + r);
    }
    path.line_to(right, bottom - r);
    if r > 0.0 {
        path.cubic_to(right, bottom - h, right - h, bottom, right - r, bottom);
    }
    path.line_to(left + r, bottom);
    if r > 0.0 {
        path.cubic_to(left + h, bottom, left, bottom - h, left, bottom - r);
    }
    path.line_to(left, top + r);
    if r > 0.0 {
        path.cubic_to(left, top + h, left + h, top, left + r, top);
    }
    path.close();
    path.finish()
}

/// The reading order: each piece with all its lines, wherever they are.
fn tags(parts: &[Part], mut drawn: Lines) -> TagTree {
    let mut group = |tag: TagKind, piece: Piece| TagGroup::with_children(tag, drawn.remove(&piece).unwrap_or_default());
    let mut tree = TagTree::new();
    for part in parts {
        match part {
            Part::Heading(level, words, piece) => {
                let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
                tree.push(group(Tag::Hn(level, Some(words.clone())).into(), *piece));
            }
            Part::Paragraph(piece) => tree.push(group(Tag::P.into(), *piece)),
            // The first cell of a row of facts names it, the first row of a table its columns.
            Part::Facts(rows) | Part::Table(rows) => {
                let mut table = TagGroup::new(Tag::Table);
                for (at, row) in rows.iter().enumerate() {
                    let mut tagged = TagGroup::new(Tag::TR);
                    for (column, piece) in row.iter().enumerate() {
                        let tag = match part {
                            Part::Facts(_) if column == 0 => Tag::TH(TableHeaderScope::Row).into(),
                            Part::Table(_) if at == 0 => Tag::TH(TableHeaderScope::Column).into(),
                            _ => Tag::TD.into(),
                        };
                        tagged.push(group(tag, *piece));
                    }
                    table.push(tagged);
                }
                tree.push(table);
            }
        }
    }
    tree
}
