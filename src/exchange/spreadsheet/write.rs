//! Writing a list as a workbook or as text: typed cells, whole or not at all.

use std::path::Path;

use chrono::{Datelike as _, NaiveDate};
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};

use super::error::SheetError;
use super::guard::guard;
use super::table::Cell;
use crate::exchange::write::{NotWritten, WhyNot, write_whole};

/// A list ready to be written.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct List {
    /// Name of the sheet.
    pub name: String,
    /// Names of the columns.
    pub heads: Vec<String>,
    /// Rows of cells.
    pub rows: Vec<Vec<Cell>>,
}

/// Widest column, in characters: prose is not made one endless line.
const WIDEST: usize = 60;

/// Writes `.csv`: UTF-8 with a byte order mark (without one spreadsheet programs take it for an old encoding), commas,
/// text cells guarded against formulas.
pub fn write_csv(list: &List, path: &Path) -> Result<(), SheetError> {
    let failed = |error: csv::Error| NotWritten::new(path, error);
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(list.heads.iter().map(|head| guard(head).into_owned())).map_err(failed)?;
    for row in &list.rows {
        let cells = row.iter().map(|cell| match cell {
            Cell::Text(text) => guard(text).into_owned(),
            other => other.text().into_owned(),
        });
        let filled = cells.chain(std::iter::repeat_n(String::new(), list.heads.len().saturating_sub(row.len())));
        writer.write_record(filled).map_err(failed)?;
    }
    let bytes = writer.into_inner().map_err(|error| NotWritten::new(path, error.into_error()))?;
    Ok(write_whole(path, &bytes)?)
}

/// Writes `.xlsx`, one sheet for each list: a bold head that stays while scrolling, a filter, dates as dates, widths by the content.
pub fn write_xlsx(lists: &[List], path: &Path) -> Result<(), SheetError> {
    let bytes = workbook(lists).map_err(|error| NotWritten::new(path, WhyNot::Said(error.to_string())))?;
    Ok(write_whole(path, &bytes)?)
}

fn workbook(lists: &[List]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let head_format = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let date_format = Format::new().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Top);
    let cell_format = Format::new().set_align(FormatAlign::Top);
    for list in lists {
        let sheet = workbook.add_worksheet_with_constant_memory()?;
        sheet.set_name(sheet_name(&list.name))?;
        sheet.set_freeze_panes(1, 0)?;
        for column in 0..list.heads.len() {
            sheet.set_column_width(column as u16, width(list, column) as f64)?;
        }
        for (column, head) in list.heads.iter().enumerate() {
            sheet.write_string_with_format(0, column as u16, head, &head_format)?;
        }
        for (row, cells) in list.rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let (row, column) = (row as u32 + 1, column as u16);
                match cell {
                    Cell::Empty => {}
                    Cell::Number(number) => drop(sheet.write_number_with_format(row, column, *number, &cell_format)?),
                    Cell::Bool(value) => drop(sheet.write_boolean_with_format(row, column, *value, &cell_format)?),
                    Cell::Date(date) => match excel_date(*date) {
                        Some(date) => drop(sheet.write_datetime_with_format(row, column, date, &date_format)?),
                        None => drop(sheet.write_string_with_format(row, column, date.to_string(), &cell_format)?),
                    },
                    other => drop(sheet.write_string_with_format(row, column, other.text(), &cell_format)?),
                }
            }
        }
        if !list.rows.is_empty() && !list.heads.is_empty() {
            sheet.autofilter(0, 0, list.rows.len() as u32, list.heads.len() as u16 - 1)?;
        }
    }
    workbook.save_to_buffer()
}

/// The calendar of workbooks begins with the year 1900.
fn excel_date(date: NaiveDate) -> Option<ExcelDateTime> {
    ExcelDateTime::from_ymd(u16::try_from(date.year()).ok()?, date.month() as u8, date.day() as u8).ok()
}

fn width(list: &List, column: usize) -> usize {
    let head = list.heads.get(column).map_or(0, |head| head.chars().count().min(24));
    let cells = list.rows.iter().take(500).filter_map(|row| row.get(column));
    let longest = cells.map(|cell| cell.text().lines().map(|line| line.chars().count()).max().unwrap_or(0)).max();
    (longest.unwrap_or(0).max(head) + 2).clamp(8, WIDEST)
}

/// A sheet's name has at most 31 characters and none of these signs.
fn sheet_name(name: &str) -> String {
    let clean: String = name.chars().map(|c| if "[]:*?/\\'".contains(c) { ' ' } else { c }).take(31).collect();
    if clean.trim().is_empty() { "Sheet".to_owned() } else { clean }
}
