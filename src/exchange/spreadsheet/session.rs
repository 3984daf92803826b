//! An import under way: the file, what was guessed, what the person corrected. The window's mapping screen and the command
//! line both stand on this.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;

use super::dates::{Century, ColumnOrder, DayOrder};
use super::error::SheetError;
use super::field::{Field, Join, Shape};
use super::fields::{field, field_named, fields};
use super::header::{Header, Looks};
use super::items::split_items;
use super::mapping::{ColumnMapping, Mapping, shape_name};
use super::read::{Misfit, Reader};
use super::source::Workbook;
use super::table::{Cell, Notice, Table};
use super::text_table::TextChoices;
use super::vocabulary::{Meaning, Vocabulary};
use super::workbook::Sheet;
use crate::domain::ListKind;
use crate::domain::rules::Limits;
use crate::domain::text::fold;
use crate::store::{OfficeFile, StoreError};

/// An import under way. Cheap to clone: a clone can be worked on by another thread.
#[derive(Clone)]
pub struct Session {
    workbook: Arc<Mutex<Workbook>>,
    file: String,
    sheets: Vec<Sheet>,
    sheet: String,
    table: Arc<Table>,
    header: Header,
    heads: Vec<String>,
    /// The names as first guessed: by them the mapping is found again, even if the person corrected the header.
    first_heads: Vec<String>,
    mapping: Mapping,
    limits: Limits,
    today: NaiveDate,
}

/// A column as the mapping screen shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnView {
    /// Its place, from 0.
    pub column: usize,
    /// Its name; "Column C" where the file has none.
    pub head: String,
    /// Key of the field it feeds.
    pub field: Option<&'static str>,
    /// The first few different values, as the sheet shows them.
    pub samples: Vec<String>,
    /// Cells with something in them.
    pub filled: usize,
    /// Of those, cells that fit the field.
    pub fits: usize,
    /// What does not fit, or needs a look: each text once, the most frequent first.
    pub misfits: Vec<MisfitView>,
    /// What a person has matched, as it is written in the file where it stands there: the text and the code it means, or
    /// nothing.
    pub matched: Vec<(String, Option<String>)>,
    /// What the values say about the order of day and month; `Irrelevant` for columns that hold no dates.
    pub order: ColumnOrder,
    /// The vocabulary of its field, by which [`Session::set_match`] takes codes.
    pub vocabulary: Option<Vocabulary>,
}

/// A text that does not fit its field.
#[derive(Debug, Clone, PartialEq)]
pub struct MisfitView {
    /// The text.
    pub text: String,
    /// In how many cells it stands.
    pub count: usize,
    /// Why it does not fit.
    pub why: Misfit,
    /// Codes that may have been meant, nearest first.
    pub suggestions: Vec<&'static str>,
}

/// What a person must answer before the import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Dates such as 03/04/2014: day or month first?
    DayOrMonth {
        /// The column, from 0.
        column: usize,
        /// Its name.
        head: String,
        /// One of its values.
        example: String,
    },
    /// No column feeds a field that every row needs.
    NoColumn {
        /// Key of the field.
        field: &'static str,
        /// Its English name.
        name: &'static str,
    },
    /// What new records are to hold does not fit the field.
    Constant {
        /// Key of the field.
        field: &'static str,
        /// Its English name.
        name: &'static str,
        /// The text.
        text: String,
        /// Why it does not fit.
        why: Misfit,
    },
}

impl std::fmt::Display for Question {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::DayOrMonth { head, example, .. } => {
                write!(
                    f,
                    "in the column \"{head}\" dates such as {example} fit both orders: does the day or the month come first?"
                )
            }
            Self::Constant { name, text, why, .. } => write!(f, "{name} for new records: {text} {why}"),
            Self::NoColumn { name, .. } => write!(f, "no column holds the {}", name.to_lowercase()),
        }
    }
}

impl Session {
    /// Starts with the first sheet that has rows (or the one named), everything guessed.
    pub fn open(
        workbook: Workbook,
        kind: ListKind,
        sheet: Option<&str>,
        limits: &Limits,
        today: NaiveDate,
    ) -> Result<Self, SheetError> {
        Self::open_with(workbook, kind, sheet, &TextChoices::default(), limits, today)
    }

    fn open_with(
        mut workbook: Workbook,
        kind: ListKind,
        sheet: Option<&str>,
        text: &TextChoices,
        limits: &Limits,
        today: NaiveDate,
    ) -> Result<Self, SheetError> {
        let (sheet, table) = workbook.read(sheet, text)?;
        let (file, sheets) = (workbook.file().to_owned(), workbook.sheets().to_vec());
        let mut session = Self {
            workbook: Arc::new(Mutex::new(workbook)),
            file,
            sheets,
            sheet,
            table: Arc::new(table),
            header: Header { row: None, data: 0 },
            heads: Vec::new(),
            first_heads: Vec::new(),
            mapping: Mapping::guess(kind, &[], |_| true, limits),
            limits: *limits,
            today,
        };
        session.guess_all();
        session.first_heads.clone_from(&session.heads);
        session.mapping.text = text.clone();
        Ok(session)
    }

    fn guess_all(&mut self) {
        let kind = self.mapping.kind;
        let header = Header::guess(&self.table, &|text| looks(kind, text));
        self.put_header(header);
        self.mapping = Mapping { text: self.mapping.text.clone(), ..self.guess_mapping() };
    }

    fn guess_mapping(&self) -> Mapping {
        let is_empty = |column| self.header.data_rows(&self.table).all(|row| self.table.cell(row, column).is_blank());
        Mapping::guess(self.mapping.kind, &self.heads, is_empty, &self.limits)
    }

    fn put_header(&mut self, header: Header) {
        self.header = header;
        self.heads = header.names(&self.table);
        for (column, head) in self.heads.iter_mut().enumerate() {
            if head.is_empty() {
                *head = format!("Column {}", letters(column));
            }
        }
    }

    /// Name of the file.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// What a row is.
    pub fn kind(&self) -> ListKind {
        self.mapping.kind
    }

    /// The sheets of the file.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// The sheet being looked at.
    pub fn sheet(&self) -> &str {
        &self.sheet
    }

    /// The sheet as it was read; its `text` tells encoding and delimiter of a text file.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// Where the names of the columns stand, and where the data begin.
    pub fn header(&self) -> Header {
        self.header
    }

    /// Names of the columns.
    pub fn heads(&self) -> &[String] {
        &self.heads
    }

    /// What a person should know about the file.
    pub fn notices(&self) -> &[Notice] {
        &self.table.notices
    }

    /// What is done with the columns.
    pub fn mapping(&self) -> &Mapping {
        &self.mapping
    }

    pub(super) fn today(&self) -> NaiveDate {
        self.today
    }

    /// Number of rows that the import will look at.
    pub fn row_count(&self) -> usize {
        self.header.data_rows(&self.table).count()
    }

    /// Another sheet of the file: everything is guessed anew.
    pub fn choose_sheet(&mut self, sheet: &str) -> Result<(), SheetError> {
        self.read_again(Some(sheet), self.mapping.text.clone())?;
        self.first_heads.clone_from(&self.heads);
        Ok(())
    }

    /// Another encoding, delimiter or handling of quotation marks: everything is guessed anew.
    pub fn choose_text(&mut self, text: TextChoices) -> Result<(), SheetError> {
        self.read_again(None, text)
    }

    fn read_again(&mut self, sheet: Option<&str>, text: TextChoices) -> Result<(), SheetError> {
        let sheet = sheet.unwrap_or(&self.sheet).to_owned();
        let mut workbook = self.workbook.lock().unwrap_or_else(PoisonError::into_inner);
        let (sheet, table) = workbook.read(Some(&sheet), &text)?;
        drop(workbook);
        (self.sheet, self.table) = (sheet, Arc::new(table));
        self.mapping.text = text;
        self.guess_all();
        Ok(())
    }

    /// Another row for the names of the columns (from 0), or none: the columns are guessed anew.
    pub fn choose_header(&mut self, row: Option<usize>) {
        self.put_header(Header::at(&self.table, row));
        let text = self.mapping.text.clone();
        let header_row = Some(row.map_or(0, |row| row + 1));
        self.mapping = Mapping { text, header_row, ..self.guess_mapping() };
    }

    /// Takes a mapping made before, for this file or one like it.
    pub fn use_mapping(&mut self, mapping: &Mapping) -> Result<(), SheetError> {
        if mapping.text != self.mapping.text {
            self.read_again(None, mapping.text.clone())?;
        }
        match mapping.header_row {
            Some(0) => self.choose_header(None),
            Some(row) => self.choose_header(Some(row - 1)),
            None => {}
        }
        self.mapping = mapping.onto(&self.heads);
        Ok(())
    }

    /// Takes the mapping that the office remembers for files of this shape. Says whether there was one.
    pub fn recall(&mut self, office: &OfficeFile) -> Result<bool, StoreError> {
        let remembered = office.remembered(&shape_name(self.kind(), &self.heads))?;
        // One that a newer program wrote and this one cannot read is as good as none.
        let Some(mapping) = remembered.and_then(|json| serde_json::from_str::<Mapping>(&json).ok()) else {
            return Ok(false);
        };
        Ok(mapping.kind == self.kind() && self.use_mapping(&mapping).is_ok())
    }

    /// Has the office remember the mapping for files of this shape.
    pub fn remember(&self, office: &mut OfficeFile) -> Result<(), StoreError> {
        let json = serde_json::to_string(&self.mapping).map_err(std::io::Error::other)?;
        for heads in [&self.first_heads, &self.heads] {
            office.remember(&shape_name(self.kind(), heads), &json)?;
        }
        Ok(())
    }

    /// Has a column feed a field, or nothing. From a field that takes one column, the other column is taken away.
    pub fn map_column(&mut self, column: usize, key: Option<&str>) {
        if key.and_then(|key| field(self.kind(), key)).is_some_and(|field| field.join == Join::Never) {
            let same = |mapping: &&mut ColumnMapping| mapping.field.as_deref() == key;
            self.mapping.columns.iter_mut().filter(same).for_each(|mapping| mapping.field = None);
        }
        if let Some(mapping) = self.mapping.columns.get_mut(column) {
            mapping.field = key.map(str::to_owned);
            mapping.matches.clear();
            mapping.date_order = None;
        }
        self.mapping.key = self.mapping.usual_key();
    }

    /// Answers whether day or month comes first in a column.
    pub fn set_date_order(&mut self, column: usize, order: Option<DayOrder>) {
        if let Some(mapping) = self.mapping.columns.get_mut(column) {
            mapping.date_order = order;
        }
    }

    /// Says what a text of a column means: a code of its vocabulary, or nothing at all.
    pub fn set_match(&mut self, column: usize, text: &str, code: Option<&str>) {
        if let Some(mapping) = self.mapping.columns.get_mut(column) {
            mapping.matches.insert(fold(text), code.map(str::to_owned));
        }
    }

    /// Takes such an answer back.
    pub fn clear_match(&mut self, column: usize, text: &str) {
        if let Some(mapping) = self.mapping.columns.get_mut(column) {
            mapping.matches.remove(&fold(text));
        }
    }

    /// What new records hold in a field that the file does not tell; `None`: nothing.
    pub fn set_constant(&mut self, key: &str, text: Option<&str>) {
        match text {
            Some(text) => self.mapping.constants.insert(key.to_owned(), text.to_owned()),
            None => self.mapping.constants.remove(key),
        };
    }

    /// Why a constant does not fit its field, if it does not.
    pub fn constant_misfit(&self, key: &str) -> Option<Misfit> {
        let shape = field(self.kind(), key)?.shape;
        let text = self.mapping.constants.get(key)?;
        let matches = BTreeMap::new();
        let reader = Reader { shape, order: None, matches: &matches, today: self.today };
        reader.read(&Cell::Text(text.clone())).left.into_iter().next().map(|left| left.why)
    }

    /// The fields by which rows are found among the records that are there.
    pub fn set_key(&mut self, key: Vec<String>) {
        self.mapping.key = key;
    }

    /// Whether partners that are not there yet are made.
    pub fn set_make_organisations(&mut self, make: bool) {
        self.mapping.make_organisations = make;
    }

    /// The columns with what fits and what does not. Looks at every cell: not for every frame of a window.
    pub fn columns(&self) -> Vec<ColumnView> {
        (0..self.heads.len()).map(|column| self.column(column)).collect()
    }

    /// One column with what fits and what does not.
    pub fn column(&self, column: usize) -> ColumnView {
        let field = self.field_of(column);
        let reader = self.reader(column);
        let (mut filled, mut fits) = (0, 0);
        let mut samples: Vec<String> = Vec::new();
        let mut misfits: BTreeMap<String, MisfitView> = BTreeMap::new();
        for row in self.header.data_rows(&self.table) {
            let cell = self.table.cell(row, column);
            if cell.is_blank() {
                continue;
            }
            filled += 1;
            if samples.len() < 4 {
                let text = cell.text();
                if !samples.iter().any(|sample| *sample == text) {
                    samples.push(text.into_owned());
                }
            }
            let Some(reader) = &reader else { continue };
            let left = reader.read(cell).left;
            if left.is_empty() {
                fits += 1;
            }
            for left in left {
                let seen = misfits.entry(fold(&left.text)).or_insert_with(|| MisfitView {
                    suggestions: self.suggestions(field, &left.text),
                    text: left.text,
                    count: 0,
                    why: left.why,
                });
                seen.count += 1;
            }
        }
        let mut misfits: Vec<MisfitView> = misfits.into_values().collect();
        misfits.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
        ColumnView {
            column,
            head: self.heads.get(column).cloned().unwrap_or_default(),
            field: field.map(|field| field.key),
            samples,
            filled,
            fits,
            misfits,
            matched: self.matched(column),
            order: self.order_of_values(column),
            vocabulary: field.and_then(|field| field.shape.vocabulary()),
        }
    }

    /// Matches are kept without case and accents; people know them as they are written.
    fn matched(&self, column: usize) -> Vec<(String, Option<String>)> {
        let Some(mapping) = self.mapping.columns.get(column) else { return Vec::new() };
        let mut written: BTreeMap<String, String> = BTreeMap::new();
        for row in self.header.data_rows(&self.table) {
            if written.len() == mapping.matches.len() {
                break;
            }
            let text = self.table.cell(row, column).text().trim().to_owned();
            for item in split_items(&text).into_iter().chain([text]) {
                let folded = fold(&item);
                if mapping.matches.contains_key(&folded) {
                    written.entry(folded).or_insert(item);
                }
            }
        }
        let as_written = |text: &String| written.remove(text).unwrap_or_else(|| text.clone());
        let texts: Vec<String> = mapping.matches.keys().map(as_written).collect();
        texts.into_iter().zip(mapping.matches.values().cloned()).collect()
    }

    fn suggestions(&self, field: Option<&Field>, text: &str) -> Vec<&'static str> {
        field.and_then(|field| field.shape.vocabulary()).map_or_else(Vec::new, |vocabulary| vocabulary.suggest(text, 6))
    }

    pub(super) fn field_of(&self, column: usize) -> Option<&'static Field> {
        let key = self.mapping.columns.get(column)?.field.as_deref()?;
        field(self.kind(), key)
    }

    pub(super) fn reader(&self, column: usize) -> Option<Reader<'_>> {
        let shape = self.field_of(column)?.shape;
        let mapping = self.mapping.columns.get(column)?;
        let order = mapping.date_order.or_else(|| self.order_of_values(column).order());
        Some(Reader { shape, order, matches: &mapping.matches, today: self.today })
    }

    /// What the values of a column of dates say about day and month.
    fn order_of_values(&self, column: usize) -> ColumnOrder {
        let century = match self.field_of(column).map(|field| field.shape) {
            Some(Shape::Birth) => Century::of_births(self.today),
            Some(Shape::Date) => Century::of_events(self.today),
            _ => return ColumnOrder::Irrelevant,
        };
        let texts = self.header.data_rows(&self.table).filter_map(|row| match self.table.cell(row, column) {
            Cell::Text(text) => Some(text.as_str()),
            _ => None,
        });
        ColumnOrder::of(texts, century)
    }

    /// What a person must answer before the import.
    pub fn questions(&self) -> Vec<Question> {
        let mut questions = Vec::new();
        for (column, mapping) in self.mapping.columns.iter().enumerate() {
            let open = matches!(self.order_of_values(column), ColumnOrder::Ambiguous | ColumnOrder::Mixed);
            if mapping.date_order.is_none() && open {
                let example =
                    self.column(column).misfits.into_iter().next().map(|misfit| misfit.text).unwrap_or_default();
                questions.push(Question::DayOrMonth { column, head: mapping.head.clone(), example });
            }
        }
        for field in fields(self.kind()).iter().filter(|field| field.required) {
            let named = |key: &str| self.mapping.feeds(key) || self.mapping.constants.contains_key(key);
            let parts = field.key == "full_name" && (named("given_name") || named("family_name"));
            if !named(field.key) && !parts {
                questions.push(Question::NoColumn { field: field.key, name: field.english });
            }
        }
        for (key, text) in &self.mapping.constants {
            if let (Some(field), Some(why)) = (field(self.kind(), key), self.constant_misfit(key)) {
                questions.push(Question::Constant { field: field.key, name: field.english, text: text.clone(), why });
            }
        }
        questions
    }

    /// The fields that the import fills, in the order of lists: the columns of a preview.
    pub fn fields_coming_in(&self) -> Vec<&'static Field> {
        let comes = |key: &str| self.mapping.feeds(key) || self.mapping.constants.contains_key(key);
        let names = comes("given_name") || comes("family_name");
        fields(self.kind()).iter().filter(|field| comes(field.key) || (field.key == "full_name" && names)).collect()
    }
}

/// Whether a text is the name of a field or a value.
fn looks(kind: ListKind, text: &str) -> Looks {
    if field_named(kind, text).is_some() {
        Looks::Head
    } else if matches!(Vocabulary::Country.find(text), Meaning::One(_)) {
        Looks::Value
    } else {
        Looks::Unknown
    }
}

/// The letters of a column as spreadsheets name it: A for 0.
pub fn letters(column: usize) -> String {
    let mut letters = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.insert(0, char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters
}
