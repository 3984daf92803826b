//! A table as it was read: rows of typed cells, with the text that a person sees in each.

use std::borrow::Cow;
use std::fmt;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// One cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing in it.
    #[default]
    Empty,
    /// Text, and everything of a text file; also times and durations, which are no dates.
    Text(String),
    /// A number.
    Number(f64),
    /// A number whose format shows it otherwise than plain: with zeros in front, as a percentage.
    Shown {
        /// The number.
        number: f64,
        /// As a person sees it.
        text: String,
    },
    /// A calendar date.
    Date(NaiveDate),
    /// A date with a time that is not midnight.
    Moment(NaiveDateTime),
    /// True or false.
    Bool(bool),
    /// `#N/A`, `#REF!` ...
    Error(String),
}

impl Cell {
    /// The text exactly as a person sees it in the sheet, dates in ISO form.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) | Self::Error(text) | Self::Shown { text, .. } => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number_text(*number)),
            Self::Date(date) => Cow::Owned(date.to_string()),
            Self::Moment(moment) if moment.time() == NaiveTime::MIN => Cow::Owned(moment.date().to_string()),
            Self::Moment(moment) => Cow::Owned(moment.format("%Y-%m-%d %H:%M").to_string()),
            Self::Bool(true) => Cow::Borrowed("TRUE"),
            Self::Bool(false) => Cow::Borrowed("FALSE"),
        }
    }

    /// The date in it, if the sheet itself says that it is one.
    pub fn date(&self) -> Option<NaiveDate> {
        match self {
            Self::Date(date) => Some(*date),
            Self::Moment(moment) => Some(moment.date()),
            _ => None,
        }
    }

    /// Nothing in it, or nothing but blanks.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}

/// A number as spreadsheet programs show it: 15 digits, no trailing zeros.
pub(super) fn number_text(number: f64) -> String {
    // More digits than these are noise of the binary form: 0.1 + 0.2 is shown as 0.3.
    let shown = format!("{number:.14e}").parse::<f64>().unwrap_or(number);
    format!("{shown}")
}

/// Something about a table that a person should know before importing it. `Display` is one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// A quotation mark opens in this line and swallows others.
    UnclosedQuote {
        /// Line of the file, from 1.
        line: usize,
        /// How many further lines became part of that one cell.
        lines_swallowed: usize,
    },
    /// Bytes that do not fit the encoding.
    UnreadableCharacters {
        /// How many.
        count: usize,
    },
    /// The encoding is a guess: a person should look at the letters.
    EncodingGuessed {
        /// Its name.
        encoding: String,
    },
    /// Numbers of 16 or more digits: the sheet has rounded them.
    RoundedNumbers {
        /// How many.
        count: usize,
    },
    /// Formulas for which the file holds no results.
    FormulasWithoutResult {
        /// How many.
        count: usize,
    },
    /// Cells with `#N/A` and the like.
    ErrorCells {
        /// How many.
        count: usize,
    },
    /// Cells that are merged over several rows: each row got the value.
    MergedRows {
        /// How many.
        count: usize,
    },
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnclosedQuote { line, lines_swallowed } => {
                write!(
                    f,
                    "the quotation mark in line {line} is not closed where it should be: {lines_swallowed} more lines became one cell"
                )
            }
            Self::UnreadableCharacters { count } => write!(f, "{count} characters do not fit the encoding"),
            Self::EncodingGuessed { encoding } => {
                write!(f, "the encoding was guessed to be {encoding}: look at letters with accents")
            }
            Self::RoundedNumbers { count } => {
                write!(f, "{count} numbers have more than 15 digits: the spreadsheet has rounded them")
            }
            Self::FormulasWithoutResult { count } => {
                write!(
                    f,
                    "{count} formulas have no results in the file: open it in a spreadsheet program and save it first"
                )
            }
            Self::ErrorCells { count } => write!(f, "{count} cells hold an error such as #N/A"),
            Self::MergedRows { count } => write!(f, "{count} merged cells: every row they cover got the value"),
        }
    }
}

/// A rectangle of cells shown as one: rows and columns from 0, both ends in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merged {
    /// First and last row.
    pub rows: (usize, usize),
    /// First and last column.
    pub columns: (usize, usize),
}

/// How a text file was read; shown to the person, who can correct it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextShape {
    /// WHATWG name of the encoding.
    pub encoding: &'static str,
    /// What stands between two cells; `None`: every line is one cell.
    pub delimiter: Option<char>,
    /// Whether quotation marks hold cells together.
    pub quotes: bool,
    /// Some words with letters beyond ASCII, by which a person sees whether the encoding is right.
    pub samples: Vec<String>,
}

/// A sheet, or a text file, as it was read. Rows may differ in length; trailing empty rows and cells are left out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// Rows of cells.
    pub rows: Vec<Vec<Cell>>,
    /// For each row its number as a person sees it: the row of the sheet or the line of the file, from 1.
    pub numbers: Vec<usize>,
    /// Merged cells.
    pub merged: Vec<Merged>,
    /// What a person should know.
    pub notices: Vec<Notice>,
    /// For a text file, how it was read.
    pub text: Option<TextShape>,
}

const EMPTY: Cell = Cell::Empty;

impl Table {
    /// The cell, empty where the row is shorter.
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        self.rows.get(row).and_then(|cells| cells.get(column)).unwrap_or(&EMPTY)
    }

    /// Number of columns of the longest row.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// True for a row with nothing in it.
    pub fn is_blank_row(&self, row: usize) -> bool {
        self.rows.get(row).is_none_or(|cells| cells.iter().all(Cell::is_blank))
    }

    /// Leaves out trailing empty cells and rows: a sheet is often formatted far beyond its data.
    pub(super) fn trim(&mut self) {
        for row in &mut self.rows {
            let filled = row.iter().rposition(|cell| !cell.is_blank()).map_or(0, |last| last + 1);
            row.truncate(filled);
        }
        let filled = self.rows.iter().rposition(|row| !row.is_empty()).map_or(0, |last| last + 1);
        self.rows.truncate(filled);
        self.numbers.truncate(filled);
        self.rows.shrink_to_fit();
    }

    /// Counts what a person should know about the cells themselves.
    pub(super) fn note_cells(&mut self) {
        let cells = || self.rows.iter().flatten();
        let errors = cells().filter(|cell| matches!(cell, Cell::Error(_))).count();
        let rounded = cells()
            .filter(|cell| matches!(cell, Cell::Number(n) | Cell::Shown { number: n, .. } if n.abs() >= 1e15))
            .count();
        if errors > 0 {
            self.notices.push(Notice::ErrorCells { count: errors });
        }
        if rounded > 0 {
            self.notices.push(Notice::RoundedNumbers { count: rounded });
        }
    }
}
