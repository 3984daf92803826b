//! Pages to print or to send, as PDF: a proposal, a briefing, who is where.
//!
//! Callers hand over a [`Document`], plain data with finished words, so that it can be in any language; nothing here
//! knows what the words mean. Same document, same bytes: no clock, no random number.
//!
//! The way: `strips` makes blocks into what is never cut in two (`typeface` says where lines end), `pages` puts it on
//! pages, `draw` writes it; `look` has the measures.
//!
//! ```
//! use sojourn::exchange::print::{Block, Cell, Column, Document, Fact, Paper, Table, Tone, pdf};
//!
//! let document = Document {
//!     title: "Proposal: midwife in Kisumu".to_owned(),
//!     subtitle: "P-0031, Lakeside Health Centre, Kenya".to_owned(),
//!     language: "en".to_owned(),
//!     day: "2027-01-15".parse()?,
//!     paper: Paper::A4,
//!     landscape: false,
//!     footer: "Nairobi office, printed on 15 January 2027".to_owned(),
//!     blocks: vec![
//!         Block::Facts(vec![
//!             Fact::new("Volunteer", Cell::strong("Almaz Bekele")),
//!             Fact::new("Visa", Cell::toned("tight: 8 weeks, start in 7", Tone::Careful)),
//!         ]),
//!         Block::Heading("What was asked for".to_owned()),
//!         Block::Table(Table {
//!             columns: vec![Column::words("Requirement", 3), Column::words("Volunteer", 3), Column::numbers("Points", 1)],
//!             rows: vec![vec!["English B2".into(), Cell::toned("fits: C1", Tone::Good), "12".into()]],
//!             when_empty: "no requirements".to_owned(),
//!         }),
//!     ],
//! };
//! let printed = pdf(&document)?;
//! assert!(printed.bytes.starts_with(b"%PDF") && printed.pages == 1 && printed.lacking.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`write_pdf`] writes the file.

mod document;
mod draw;
mod look;
mod pages;
mod strips;
mod typeface;

use std::collections::BTreeSet;
use std::path::Path;

use krilla::configure::Configuration;
use krilla::error::KrillaError;

pub use document::{Bar, BarRow, Bars, Block, Cell, Column, Document, Fact, Paper, Stretch, Table, Tone};

use super::spreadsheet::{ExportError, SheetError};
use super::write::{NotWritten, WhyNot, write_whole};
use strips::Strips;
use typeface::Typeface;

/// Lines at the foot of a page, at most: the rest of longer words is left out.
const FOOT_LINES: usize = 3;

/// Why there is no PDF. Each is a fault of this program, none of the person or the document.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// The bundled letters cannot be read.
    #[error("the bundled letters cannot be read")]
    Letters,
    /// There is no such sheet.
    #[error("there is no sheet of that size")]
    Sheet,
    /// The pages could not be written as PDF.
    #[error("the pages could not be written as PDF: {0}")]
    Pdf(#[from] KrillaError),
}

/// A document as PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has, one at least.
    pub pages: usize,
    /// Characters that the bundled letters do not have (Latin, Greek and Cyrillic are there): each is printed as a box,
    /// and whoever copies the text from the file still gets it. Nothing to be told where this is empty.
    pub lacking: BTreeSet<char>,
}

/// Makes a document into a PDF.
pub fn pdf(document: &Document) -> Result<Printed, PrintError> {
    printed(document, Configuration::default())
}

/// Writes a document as PDF, whole or not at all; gives back the characters that the letters lack ([`Printed::lacking`]).
pub fn write_pdf(document: &Document, path: &Path) -> Result<BTreeSet<char>, ExportError> {
    let printed =
        pdf(document).map_err(|error| SheetError::from(NotWritten::new(path, WhyNot::Said(error.to_string()))))?;
    write_whole(path, &printed.bytes).map_err(SheetError::from)?;
    Ok(printed.lacking)
}

fn printed(document: &Document, configuration: Configuration) -> Result<Printed, PrintError> {
    let mut typeface = Typeface::new()?;
    let (width, height) = look::sheet(document.paper, document.landscape);
    let width = width - 2.0 * look::SIDE;
    let mut foot = typeface.lines(&document.footer, look::FOOT, width - look::PAGE_NUMBER - look::GUTTER);
    foot.truncate(FOOT_LINES);
    let height = height - look::TOP - look::BOTTOM - draw::foot_height(&foot) - look::ABOVE_FOOT;
    let Strips { strips, parts, .. } = Strips::of(document, &mut typeface, width, height);
    let pages = pages::pages(strips, height);
    let bytes = draw::draw(document, &pages, &parts, &foot, &mut typeface, configuration)?;
    Ok(Printed { bytes, pages: pages.len(), lacking: typeface.lacking })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use krilla::configure::{Accessibility, ConfigurationBuilder};

    /// krilla's check of PDF/UA-1 (ISO 14289-1): every text has its place in the reading order and can be read back.
    #[test]
    fn pages_can_be_read_aloud() {
        let table = Table {
            columns: vec![Column::words("Name", 1), Column::numbers("Weeks", 1)],
            rows: (0..90).map(|_| vec![Cell::toned("Almaz, \u{12a0}\u{120d}\u{121b}\u{12dd}", Tone::Good)]).collect(),
            when_empty: String::new(),
        };
        let bar = Bar { from: 0, to: 90, words: "serving".to_owned(), tone: Tone::Plain, hollow: true };
        let bars = Bars {
            head: "Mission".to_owned(),
            scale: vec![Stretch { words: "May".to_owned(), days: 99, shaded: true }],
            rows: (0..90).map(|_| BarRow { name: "Almaz".into(), bars: vec![bar.clone()] }).collect(),
            when_empty: String::new(),
        };
        let blocks = vec![
            Block::Heading("One".to_owned()),
            Block::Facts(vec![Fact::new("Start", "3 May 2027"), Fact::new("End", "")]),
            Block::Rule,
            Block::Bars(bars),
            Block::Table(table),
            Block::PageBreak,
            Block::Paragraph("a \u{feff}b\u{0} c\n\nd".to_owned()),
            Block::Space,
        ];
        let document = Document {
            title: "Who is where".to_owned(),
            subtitle: String::new(),
            language: "en".to_owned(),
            day: "2027-01-15".parse().unwrap(),
            paper: Paper::Letter,
            landscape: true,
            footer: String::new(),
            blocks,
        };
        let checked = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish().unwrap();
        assert_eq!(printed(&document, checked).unwrap().pages, pdf(&document).unwrap().pages);
    }
}
