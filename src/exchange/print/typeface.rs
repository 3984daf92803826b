//! The bundled letters: which glyphs a text has, how wide they are, where a line ends.

use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

use harfrust::{BufferFlags, Direction, FontRef, ShapeOptions, ShaperData, UnicodeBuffer, script};
use krilla::text::{Font, GlyphId, KrillaGlyph};

use super::PrintError;
use super::look::{Style, Weight};

/// Number that every font gives to the sign for what it lacks (OpenType, `.notdef`).
const LACKING: u32 = 0;
/// Stands for what the letters lack: their own sign for it is not drawn by every reader, nor allowed by PDF/UA.
const BOX: &str = "\u{25a1}";

struct Face {
    font: Font,
    tables: FontRef<'static>,
    shaping: ShaperData,
    box_glyph: KrillaGlyph,
}

impl Face {
    fn new(bytes: &'static [u8]) -> Result<Self, PrintError> {
        let font = Font::new(bytes.into(), 0).ok_or(PrintError::Letters)?;
        let tables = FontRef::new(bytes).map_err(|_| PrintError::Letters)?;
        let shaping = ShaperData::new(&tables);
        let box_glyph = glyphs(&font, &tables, &shaping, BOX).pop().ok_or(PrintError::Letters)?;
        Ok(Self { font, tables, shaping, box_glyph })
    }

    fn glyphs(&self, text: &str) -> Vec<KrillaGlyph> {
        glyphs(&self.font, &self.tables, &self.shaping, text)
    }
}

/// The glyphs of a text of one line, from left to right; measures in parts of the size.
fn glyphs(font: &Font, tables: &FontRef<'_>, shaping: &ShaperData, text: &str) -> Vec<KrillaGlyph> {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    // Scripts from right to left are not among the bundled letters: without this a line that begins with one would
    // be turned round as a whole.
    buffer.set_direction(Direction::LeftToRight);
    buffer.set_script(script::LATIN);
    buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
    let shaped = shaping.shaper(tables).build().shape(buffer, ShapeOptions::new());
    let infos = shaped.glyph_infos();
    let em = font.units_per_em();
    let ends = |at: usize| {
        let cluster = infos[at].cluster;
        infos[at..].iter().map(|info| info.cluster).find(|next| *next != cluster).unwrap_or(text.len() as u32)
    };
    let positions = shaped.glyph_positions().iter().zip(infos).enumerate();
    positions
        .map(|(at, (position, info))| KrillaGlyph {
            glyph_id: GlyphId::new(info.glyph_id),
            text_range: info.cluster as usize..ends(at) as usize,
            x_advance: position.x_advance as f32 / em,
            x_offset: position.x_offset as f32 / em,
            y_offset: position.y_offset as f32 / em,
            y_advance: position.y_advance as f32 / em,
            location: None,
        })
        .collect()
}

/// A line of text, ready to be drawn.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// The text that the line is a part of.
    pub text: Rc<str>,
    /// Its glyphs, with the blanks at its end: who reads the file by program needs them.
    pub glyphs: Vec<KrillaGlyph>,
    /// Width without them, in points.
    pub width: f32,
    /// How it is set.
    pub style: Style,
}

/// The bundled letters.
pub(super) struct Typeface {
    /// By [`Weight`].
    faces: [Face; 3],
    /// Characters that were asked for and are not among the letters; a box stands for each.
    pub lacking: BTreeSet<char>,
}

impl Typeface {
    /// Reads the bundled letters.
    pub fn new() -> Result<Self, PrintError> {
        let faces = [
            Face::new(include_bytes!("../../../assets/fonts/Inter-Regular.otf"))?,
            Face::new(include_bytes!("../../../assets/fonts/Inter-Medium.otf"))?,
            Face::new(include_bytes!("../../../assets/fonts/Inter-SemiBold.otf"))?,
        ];
        Ok(Self { faces, lacking: BTreeSet::new() })
    }

    /// The font of a weight, to draw with.
    pub fn font(&self, weight: Weight) -> Font {
        self.faces[weight as usize].font.clone()
    }

    /// The lines of a text in a width, at least one. Breaks at blanks and after hyphens and slashes; a word that is too
    /// long is broken where the line ends.
    pub fn lines(&mut self, text: &str, style: Style, width: f32) -> Vec<Line> {
        let mut lines = Vec::new();
        for line in text.trim_end().split('\n') {
            let text: Rc<str> = line.chars().filter_map(printable).collect::<String>().into();
            let face = &self.faces[style.weight as usize];
            let mut glyphs = face.glyphs(&text);
            for glyph in glyphs.iter_mut().filter(|glyph| glyph.glyph_id.to_u32() == LACKING) {
                self.lacking.extend(text[glyph.text_range.clone()].chars());
                *glyph = KrillaGlyph { text_range: glyph.text_range.clone(), ..face.box_glyph.clone() };
            }
            for part in broken(&text, &glyphs, width / style.size) {
                let glyphs = glyphs[part].to_vec();
                let seen = glyphs.iter().rposition(|glyph| !is_blank(&text, glyph)).map_or(0, |last| last + 1);
                let width = advance(&glyphs[..seen]) * style.size;
                lines.push(Line { text: text.clone(), glyphs, width, style });
            }
        }
        lines
    }
}

/// Control characters are blanks; marks of byte order and what is no character are nothing (a PDF must not have them).
fn printable(c: char) -> Option<char> {
    match c {
        '\u{feff}' | '\u{fffe}' | '\u{ffff}' => None,
        c if c.is_control() => Some(' '),
        c => Some(c),
    }
}

fn advance(glyphs: &[KrillaGlyph]) -> f32 {
    glyphs.iter().map(|glyph| glyph.x_advance).sum()
}

fn is_blank(text: &str, glyph: &KrillaGlyph) -> bool {
    let holds_together = ['\u{a0}', '\u{202f}', '\u{2007}'];
    text[glyph.text_range.clone()].chars().all(|c| c.is_whitespace() && !holds_together.contains(&c))
}

/// A line may end after this glyph: after a blank, and after a hyphen or slash inside words, not inside numbers and dates.
fn may_end(text: &str, glyph: &KrillaGlyph) -> bool {
    let joins = ['-', '\u{2013}', '\u{2014}', '/'];
    let next_is_digit = || text[glyph.text_range.end..].starts_with(|c: char| c.is_ascii_digit());
    is_blank(text, glyph) || text[glyph.text_range.clone()].ends_with(joins) && !next_is_digit()
}

/// Which glyphs are on which line; as many on each as fit. Blanks may stand over at the end.
fn broken(text: &str, glyphs: &[KrillaGlyph], width: f32) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let (mut start, mut end) = (0, None);
    let mut used = 0.0;
    for (at, glyph) in glyphs.iter().enumerate() {
        // A mark stays with its letter.
        let whole = at > 0 && glyphs[at - 1].text_range != glyph.text_range;
        while whole && at > start && used + glyph.x_advance > width && !is_blank(text, glyph) {
            let next = end.take().unwrap_or(at);
            lines.push(start..next);
            start = next;
            used = advance(&glyphs[start..at]);
        }
        used += glyph.x_advance;
        if may_end(text, glyph) {
            end = Some(at + 1);
        }
    }
    lines.push(start..glyphs.len());
    lines
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::exchange::print::look::BODY;

    fn lines(text: &str, width: f32) -> Vec<String> {
        let mut typeface = Typeface::new().unwrap();
        let lines = typeface.lines(text, BODY, width);
        for line in &lines {
            assert!(line.width <= width || line.glyphs.len() == 1, "{} in {width}", line.width);
        }
        let text = |line: &Line| line.glyphs.iter().map(|glyph| &line.text[glyph.text_range.clone()]).collect();
        lines.iter().map(text).collect()
    }

    #[test]
    fn a_line_ends_at_a_blank_or_after_a_hyphen_but_not_inside_a_date() {
        assert_eq!(lines("Midwife for Kisumu", 60.0), ["Midwife for ", "Kisumu"]);
        assert_eq!(lines("Saint-Bonnet-le-Froid", 60.0), ["Saint-", "Bonnet-le-", "Froid"]);
        assert_eq!(lines("from 2027-05-03 on", 60.0), ["from ", "2027-05-03 ", "on"]);
        // A no-break space holds "100 km" together.
        assert_eq!(lines("about 100\u{a0}km off", 50.0), ["about ", "100\u{a0}km off"]);
    }

    #[test]
    fn a_word_that_is_too_long_is_broken_and_nothing_is_lost() {
        let word = "Donaudampfschifffahrtsgesellschaft";
        let parts = lines(word, 40.0);
        assert!(parts.len() > 3);
        assert_eq!(parts.concat(), word);
        assert_eq!(lines("abc", 0.0), ["a", "b", "c"]);
    }

    #[test]
    fn every_text_has_a_line() {
        assert_eq!(lines("", 60.0), [""]);
        assert_eq!(lines("one\n\ntwo\n", 60.0), ["one", "", "two"]);
        assert_eq!(lines("\u{feff}tab\there\r\n", 60.0), ["tab here"]);
    }

    #[test]
    fn what_the_letters_lack_is_told_and_has_its_place() {
        let mut typeface = Typeface::new().unwrap();
        let [latin] = &typeface.lines("Almaz Bekele, Łódź, Nguyễn, Ωμέγα, Київ", BODY, 500.0)[..] else {
            panic!()
        };
        assert!(latin.width > 0.0 && typeface.lacking.is_empty(), "{:?}", typeface.lacking);
        let [other] = &typeface.lines("ሰላም 老虎 سلام", BODY, 500.0)[..] else { panic!() };
        assert_eq!(typeface.lacking, "ሰላም老虎سلام".chars().collect());
        let boxes = typeface.lines(&format!("{} {} {}", BOX.repeat(3), BOX.repeat(2), BOX.repeat(4)), BODY, 500.0);
        assert!((other.width - boxes[0].width).abs() < 0.01, "a box for each: {}", other.width);
        assert!(!typeface.lacking.contains(&'\u{25a1}') && boxes[0].width > 70.0, "the box is among the letters");
    }

    #[test]
    fn a_line_that_begins_with_another_script_keeps_its_order() {
        assert_eq!(lines("ليلى Layla", 500.0), ["ليلى Layla"]);
    }
}
