//! What is to be printed, as plain data: words that are finished, in the language of the reader.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A document: a title, what follows it, and what stands at the foot of each page.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What it is: the first line, and the title that a reader's window shows.
    pub title: String,
    /// A line below the title; may be empty.
    pub subtitle: String,
    /// Language of the words, as in RFC 5646 (`en`, `fr`): for those who let the page be read to them.
    pub language: String,
    /// Day of the print. The file carries it, the pages do not: they say it in words, in the footer.
    pub day: NaiveDate,
    /// Size of the sheet.
    pub paper: Paper,
    /// The long side lies.
    pub landscape: bool,
    /// Words at the foot of every page, left of the number; may be empty.
    pub footer: String,
    /// What is on the pages, from top to bottom.
    pub blocks: Vec<Block>,
}

/// Size of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Paper {
    /// 210 x 297 mm (ISO 216).
    #[default]
    A4,
    /// 8.5 x 11 inches, in the Americas and the Philippines.
    Letter,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// Name of what follows; stays on its page. Also a bookmark.
    Heading(String),
    /// Prose; each line of the text begins a new one.
    Paragraph(String),
    /// What is known of one thing: names and their values, one below the other.
    Facts(Vec<Fact>),
    /// Rows under heads.
    Table(Table),
    /// Rows with bars over days.
    Bars(Bars),
    /// An empty line.
    Space,
    /// A line across the page.
    Rule,
    /// What follows begins on a new page.
    PageBreak,
}

/// A name and its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// What it is.
    pub name: String,
    /// Its value.
    pub value: Cell,
}

impl Fact {
    /// A name and its value.
    pub fn new(name: impl Into<String>, value: impl Into<Cell>) -> Self {
        Self { name: name.into(), value: value.into() }
    }
}

/// Rows under heads, which are repeated on every page. A row is not cut in two, unless it is higher than a page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// The rows. One that is shorter than there are columns ends with empty cells; it must not be longer.
    pub rows: Vec<Vec<Cell>>,
    /// Said where there are no rows ("no missions in this time").
    pub when_empty: String,
}

/// Rows with bars over days: a month or a timeline. The scale is repeated on every page, a row is not cut in two.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bars {
    /// What the names of the rows are.
    pub head: String,
    /// The stretches of the scale from the left: words, days, and whether its ground is darker (a day off).
    pub scale: Vec<Stretch>,
    /// The rows.
    pub rows: Vec<BarRow>,
    /// Said where there are no rows.
    pub when_empty: String,
}

/// A stretch of the scale above bars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// What stands above it; what finds no room is left out.
    pub words: String,
    /// How many days it is long.
    pub days: u16,
    /// Its ground is darker: a day off.
    pub shaded: bool,
}

/// A row of bars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarRow {
    /// What the row is about, in full: a bar may be too short for words.
    pub name: Cell,
    /// Its bars; no two of them lie on the same day.
    pub bars: Vec<Bar>,
}

/// A bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// Its first day, counted from the first of the scale.
    pub from: u16,
    /// The day after its last.
    pub to: u16,
    /// What is written on it where there is room, and read aloud.
    pub words: String,
    /// What it means for the reader.
    pub tone: Tone,
    /// An outline alone: not agreed yet.
    pub hollow: bool,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What is in it.
    pub head: String,
    /// Its part of the width, beside those of the others.
    pub share: u16,
    /// Numbers: to the right.
    pub numbers: bool,
}

impl Column {
    /// A column of words.
    pub fn words(head: impl Into<String>, share: u16) -> Self {
        Self { head: head.into(), share, numbers: false }
    }

    /// A column of numbers.
    pub fn numbers(head: impl Into<String>, share: u16) -> Self {
        Self { head: head.into(), share, numbers: true }
    }
}

/// Text of a table or a fact.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// The words. They must carry the meaning alone: paper is often black and white.
    pub text: String,
    /// What the words mean for the reader.
    pub tone: Tone,
    /// Stands out: the name of the record that the row is about.
    pub strong: bool,
}

impl Cell {
    /// Text with a tone.
    pub fn toned(text: impl Into<String>, tone: Tone) -> Self {
        Self { text: text.into(), tone, strong: false }
    }

    /// Text that stands out.
    pub fn strong(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Plain, strong: true }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

/// What words mean for the reader: their colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Nothing beyond the words.
    #[default]
    Plain,
    /// As it should be: fits, ready.
    Good,
    /// Look at it: tight, not known.
    Careful,
    /// Not as it should be: late, does not fit.
    Bad,
}
