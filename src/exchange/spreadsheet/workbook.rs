//! Workbooks of spreadsheet programs, read through calamine.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use calamine::{
    Data, DataRef, ExcelDateTime, Ods, OdsError, Reader as _, SheetVisible, Xls, XlsError, Xlsb, XlsbError,
};
use calamine::{SheetType, Xlsx, XlsxError};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::error::SheetError;
use super::table::{Cell, Merged, Notice, Table, number_text};

/// About 40 columns of 500,000 rows.
const MOST_CELLS: u64 = 20_000_000;

/// A sheet of a workbook. A text file has one, with the file's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether the workbook hides it.
    pub hidden: bool,
}

/// The bytes of a file, shared between the readers that look at it.
type Bytes = Cursor<Arc<[u8]>>;

/// An open workbook.
pub(super) enum Book {
    Xlsx(Xlsx<Bytes>),
    Xlsb(Xlsb<Bytes>),
    Xls(Xls<Bytes>),
    Ods(Ods<Bytes>),
}

/// What a reader says when it gives up.
enum Refusal {
    Password,
    TooManyCells(u64),
    Broken(String),
}

impl Refusal {
    fn of(self, file: &str) -> SheetError {
        let file = file.to_owned();
        match self {
            Self::Password => SheetError::Password { file },
            Self::TooManyCells(found) => SheetError::TooLarge { file, found, limit: MOST_CELLS, unit: "cells" },
            Self::Broken(detail) => SheetError::Broken { file, detail },
        }
    }
}

macro_rules! refusal_from {
    ($($error:ident),*) => {$(
        impl From<$error> for Refusal {
            fn from(error: $error) -> Self {
                match error {
                    $error::Password => Self::Password,
                    other => Self::Broken(other.to_string()),
                }
            }
        }
    )*};
}
refusal_from!(XlsxError, XlsbError, XlsError, OdsError);

/// Readers of damaged files have bugs of their own: a panic in one is a damaged file, not the end of the program.
fn guarded<T>(read: impl FnOnce() -> Result<T, Refusal>) -> Result<T, Refusal> {
    catch_unwind(AssertUnwindSafe(read))
        .unwrap_or_else(|_| Err(Refusal::Broken("its inner structure makes no sense".to_owned())))
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    memchr::memmem::find(bytes, part).is_some()
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

impl Book {
    /// Opens the bytes of a zip archive or an OLE compound file.
    pub(super) fn open(file: &str, bytes: Arc<[u8]>) -> Result<Self, SheetError> {
        let reader = || Cursor::new(Arc::clone(&bytes));
        let not_a_table = |looks_like| SheetError::NotATable { file: file.to_owned(), looks_like };
        let open = || -> Result<Self, Refusal> {
            if !bytes.starts_with(b"PK") {
                // The container of a protected .xlsx is the same as that of an old .xls.
                return match Xlsx::new(reader()) {
                    Err(XlsxError::Password) => Err(Refusal::Password),
                    _ => Ok(Self::Xls(Xls::new(reader())?)),
                };
            }
            if contains(&bytes, b"application/vnd.oasis.opendocument.spreadsheet") || contains(&bytes, b"content.xml") {
                Ok(Self::Ods(Ods::new(reader())?))
            } else if contains(&bytes, b"workbook.bin") {
                Ok(Self::Xlsb(Xlsb::new(reader())?))
            } else {
                Ok(Self::Xlsx(Xlsx::new(reader())?))
            }
        };
        guarded(open).map_err(|refusal| match refusal {
            // Names inside an archive are not compressed, so its kind shows even where the archive does not open.
            Refusal::Broken(_)
                if contains(&bytes, b"word/document.xml") || contains(&bytes, &utf16("WordDocument")) =>
            {
                not_a_table("a letter")
            }
            Refusal::Broken(_)
                if contains(&bytes, b"ppt/slides") || contains(&bytes, &utf16("PowerPoint Document")) =>
            {
                not_a_table("a presentation")
            }
            Refusal::Broken(_)
                if bytes.starts_with(b"PK")
                    && !contains(&bytes, b"xl/")
                    && contains(&bytes, b"PK\x05\x06")
                    && !contains(&bytes, b".xml") =>
            {
                not_a_table("a compressed folder")
            }
            other => other.of(file),
        })
    }

    /// The sheets that hold cells (charts and macros do not).
    pub(super) fn sheets(&self) -> Vec<Sheet> {
        let known = match self {
            Self::Xlsx(book) => book.sheets_metadata(),
            Self::Xlsb(book) => book.sheets_metadata(),
            Self::Xls(book) => book.sheets_metadata(),
            Self::Ods(book) => book.sheets_metadata(),
        };
        known
            .iter()
            .filter(|sheet| sheet.typ == SheetType::WorkSheet)
            .map(|sheet| Sheet { name: sheet.name.clone(), hidden: sheet.visible != SheetVisible::Visible })
            .collect()
    }

    /// Reads a sheet.
    pub(super) fn read(&mut self, file: &str, sheet: &str) -> Result<Table, SheetError> {
        let mut table = guarded(|| match self {
            Self::Xlsx(book) => read_xlsx(book, sheet),
            Self::Xlsb(book) => read_xlsb(book, sheet),
            Self::Xls(book) => {
                let mut table = read_range(&book.worksheet_range(sheet)?)?;
                table.merged = merged(&book.merge_cells_by_sheet_name(sheet).unwrap_or_default());
                Ok(table)
            }
            Self::Ods(book) => read_range(&book.worksheet_range(sheet)?),
        })
        .map_err(|refusal| refusal.of(file))?;
        table.fill_merged_rows();
        table.trim();
        table.numbers = (1..=table.rows.len()).collect();
        table.note_cells();
        Ok(table)
    }
}

/// Cells in the order of the sheet, put where they belong. Formatted cells without a value are left out, so that a sheet
/// formatted down to its last row costs nothing.
#[derive(Default)]
struct Filling {
    table: Table,
    cells: u64,
}

impl Filling {
    fn put(&mut self, (row, column): (u32, u32), cell: Cell) -> Result<(), Refusal> {
        if cell == Cell::Empty {
            return Ok(());
        }
        let (row, column) = (row as usize, column as usize);
        let rows = &mut self.table.rows;
        if rows.len() <= row {
            rows.resize_with(row + 1, Vec::new);
        }
        let cells = &mut rows[row];
        if cells.len() <= column {
            self.cells += (column + 1 - cells.len()) as u64;
            if self.cells > MOST_CELLS {
                return Err(Refusal::TooManyCells(self.cells));
            }
            cells.resize(column + 1, Cell::Empty);
        }
        cells[column] = cell;
        Ok(())
    }
}

fn read_xlsx(book: &mut Xlsx<Bytes>, sheet: &str) -> Result<Table, Refusal> {
    let mut filling = Filling::default();
    let mut zeros = false;
    {
        let mut cells = book.worksheet_cells_reader(sheet)?;
        while let Some((cell, style)) = cells.next_cell_with_style_id()? {
            let shown = match cell.get_value() {
                DataRef::Float(number) => {
                    zeros |= *number == 0.0;
                    let format = cells.styles().get(style).and_then(|style| style.number_format.as_ref());
                    number_cell(*number, format.map_or("General", |format| &format.format_code))
                }
                DataRef::Empty => continue,
                other => cell_of(&Data::from(other.clone())),
            };
            filling.put(cell.get_position(), shown)?;
        }
    }
    let mut table = filling.table;
    table.merged = merged(&book.merge_cells_by_sheet_name(sheet).unwrap_or_default());
    let mut formulas = Vec::new();
    let mut cells = book.worksheet_cells_reader(sheet)?;
    while let Some(cell) = cells.next_cell_with_formula_metadata()? {
        if cell.formula.is_some() {
            let nothing = match &cell.value {
                DataRef::Empty => true,
                DataRef::Float(number) => zeros && *number == 0.0,
                _ => false,
            };
            formulas.push((cell.pos, nothing));
        }
    }
    note_formulas(&mut table, &formulas);
    Ok(table)
}

/// Programs that write formulas without computing them leave the result out, or write 0 for it. When that is so for every
/// formula of the sheet, the zeros are no results: the cells are empty, and the person is told.
fn note_formulas(table: &mut Table, formulas: &[((u32, u32), bool)]) {
    if formulas.is_empty() || !formulas.iter().all(|(_, nothing)| *nothing) {
        return;
    }
    for ((row, column), _) in formulas {
        if let Some(cell) = table.rows.get_mut(*row as usize).and_then(|cells| cells.get_mut(*column as usize)) {
            *cell = Cell::Empty;
        }
    }
    table.notices.push(Notice::FormulasWithoutResult { count: formulas.len() });
}

fn read_xlsb(book: &mut Xlsb<Bytes>, sheet: &str) -> Result<Table, Refusal> {
    let mut filling = Filling::default();
    let mut cells = book.worksheet_cells_reader(sheet)?;
    while let Some(cell) = cells.next_cell()? {
        filling.put(cell.get_position(), cell_of(&Data::from(cell.get_value().clone())))?;
    }
    Ok(filling.table)
}

fn read_range(range: &calamine::Range<Data>) -> Result<Table, Refusal> {
    let mut filling = Filling::default();
    let (first_row, first_column) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        filling.put((first_row + row as u32, first_column + column as u32), cell_of(value))?;
    }
    Ok(filling.table)
}

fn merged(regions: &[calamine::Dimensions]) -> Vec<Merged> {
    regions
        .iter()
        .map(|region| Merged {
            rows: (region.start.0 as usize, region.end.0 as usize),
            columns: (region.start.1 as usize, region.end.1 as usize),
        })
        .collect()
}

impl Table {
    /// A cell merged over several rows is seen beside each of them, so each gets the value. Over several columns it is
    /// a heading band, and stays in its first.
    fn fill_merged_rows(&mut self) {
        let mut filled = 0;
        for Merged { rows: (first, last), columns: (column, _) } in self.merged.clone() {
            let value = self.cell(first, column).clone();
            if first == last || value.is_blank() {
                continue;
            }
            filled += 1;
            // The frame of a merged region may reach far below the data.
            let last = last.min(self.rows.len().saturating_sub(1));
            for cells in self.rows.iter_mut().take(last + 1).skip(first + 1) {
                if cells.len() <= column {
                    cells.resize(column + 1, Cell::Empty);
                }
                cells[column] = value.clone();
            }
        }
        if filled > 0 {
            self.notices.push(Notice::MergedRows { count: filled });
        }
    }
}

fn cell_of(value: &Data) -> Cell {
    match value {
        Data::Empty => Cell::Empty,
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::String(text) if text.is_empty() => Cell::Empty,
        // The reader has resolved such escapes; one that is left was escaped twice by the program that wrote it.
        Data::String(text) => Cell::Text(text.replace("_x000D_", "\r").replace("\r\n", "\n").replace('\r', "\n")),
        Data::Bool(value) => Cell::Bool(*value),
        Data::DateTime(value) => serial(value),
        Data::DateTimeIso(text) => iso(text),
        Data::DurationIso(text) => Cell::Text(iso_duration(text)),
        Data::Error(error) => Cell::Error(error.to_string()),
    }
}

/// A number whose format pads it with zeros (personnel numbers) or shows a percentage.
fn number_cell(number: f64, format: &str) -> Cell {
    let code = format.split(';').next().unwrap_or(format);
    if code.len() > 1 && code.bytes().all(|byte| byte == b'0') && (0.0..1e15).contains(&number) {
        return Cell::Shown { number, text: format!("{number:0width$.0}", width = code.len()) };
    }
    if code.ends_with('%') && code.starts_with(['0', '#']) {
        return Cell::Shown { number, text: format!("{}%", number_text(number * 100.0)) };
    }
    Cell::Number(number)
}

/// A serial day number with a date or time format. Below 1 it is a time of the day; a duration has its own format.
fn serial(value: &ExcelDateTime) -> Cell {
    let number = value.as_f64();
    if value.is_duration() {
        let seconds = (number * 86_400.0).round() as i64;
        return Cell::Text(hours_text(seconds));
    }
    if (0.0..1.0).contains(&number) {
        let seconds = (number * 86_400.0).round() as i64;
        return Cell::Text(format!("{:02}:{:02}", seconds / 3600, seconds / 60 % 60));
    }
    // The last day that spreadsheets know is the end of the year 9999.
    if !(0.0..2_958_466.0).contains(&number) {
        return Cell::Number(number);
    }
    match value.as_datetime() {
        Some(moment) if moment.time() == NaiveTime::MIN => Cell::Date(moment.date()),
        Some(moment) => Cell::Moment(moment),
        None => Cell::Number(number),
    }
}

fn hours_text(seconds: i64) -> String {
    let sign = if seconds < 0 { "-" } else { "" };
    let seconds = seconds.abs();
    format!("{sign}{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

fn iso(text: &str) -> Cell {
    let moment = text.trim_end_matches('Z').parse::<NaiveDateTime>();
    match (moment, text.parse::<NaiveDate>()) {
        (Ok(moment), _) if moment.time() == NaiveTime::MIN => Cell::Date(moment.date()),
        (Ok(moment), _) => Cell::Moment(moment),
        (_, Ok(date)) => Cell::Date(date),
        _ => Cell::Text(text.to_owned()),
    }
}

/// `PT255H10M10S` as `255:10:10`.
fn iso_duration(text: &str) -> String {
    let (mut seconds, mut number) = (0.0, String::new());
    for c in text.trim_start_matches("PT").chars() {
        let unit = match c {
            'H' => 3600.0,
            'M' => 60.0,
            'S' => 1.0,
            digit => {
                number.push(digit);
                continue;
            }
        };
        let Ok(value) = number.parse::<f64>() else { return text.to_owned() };
        seconds += value * unit;
        number.clear();
    }
    hours_text(seconds.round() as i64)
}
