//! Which row names the columns. Above it may stand a title and bands over several columns, below it hints for the person
//! who fills the table in ("Required. DD/MM/YYYY"); or there is no such row at all.

use std::collections::HashSet;

use super::table::{Cell, Table};
use crate::domain::text::fold;

/// Rows looked at: nobody writes a longer letterhead.
const ROWS_LOOKED_AT: usize = 25;

/// Where the names of the columns stand, and where the data begin. Rows count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Header {
    /// The row with the names; `None`: the file has none, the first row is data.
    pub row: Option<usize>,
    /// The first row of data.
    pub data: usize,
}

/// What the importing side knows about a text that may be a column's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looks {
    /// The name of a field, or an alias of it.
    Head,
    /// A value: a country, for example.
    Value,
    /// Neither.
    Unknown,
}

impl Header {
    /// A header row chosen by a person, with hint rows below it skipped; `None`: the first row is data.
    pub fn at(table: &Table, row: Option<usize>) -> Self {
        let mut data = row.map_or(0, |row| row + 1);
        if row.is_some() {
            let first = data;
            while data < table.rows.len() && data < first + MOST_HINT_ROWS && is_hint_row(table, data) {
                data += 1;
            }
        }
        Self { row, data }
    }

    /// The most likely header row.
    pub fn guess(table: &Table, looks: &dyn Fn(&str) -> Looks) -> Self {
        let rows = table.rows.len().min(ROWS_LOOKED_AT);
        let widest = (0..table.rows.len().min(100)).map(|row| filled(table, row).count()).max().unwrap_or(0);
        let scored = (0..rows)
            .filter_map(|row| Some((row, score(table, row, widest, looks)? - 0.15 * row as f64)))
            .max_by(|a, b| a.1.total_cmp(&b.1));
        let first = (0..rows).find(|row| !table.is_blank_row(*row));
        match scored {
            Some((row, _)) if Some(row) == first && is_data(table, row, looks) => Self::at(table, None),
            Some((row, _)) => Self::at(table, Some(row)),
            None => Self::at(table, None),
        }
    }

    /// The names of the columns: line breaks as blanks, a column without a name as an empty text.
    pub fn names(&self, table: &Table) -> Vec<String> {
        let Some(row) = self.row else { return vec![String::new(); table.width()] };
        (0..table.width())
            .map(|column| {
                // A name merged over several columns stands in the first of them.
                let merged = table.merged.iter().find(|merged| {
                    (merged.rows.0..=merged.rows.1).contains(&row)
                        && (merged.columns.0..=merged.columns.1).contains(&column)
                });
                let column = merged.map_or(column, |merged| merged.columns.0);
                table.cell(row, column).text().split_whitespace().collect::<Vec<_>>().join(" ")
            })
            .collect()
    }

    /// The rows of data, blank ones left out.
    pub fn data_rows<'t>(&self, table: &'t Table) -> impl Iterator<Item = usize> + 't {
        (self.data..table.rows.len()).filter(|row| !table.is_blank_row(*row))
    }
}

fn filled(table: &Table, row: usize) -> impl Iterator<Item = (usize, &Cell)> {
    table.rows[row].iter().enumerate().filter(|(_, cell)| !cell.is_blank())
}

/// How much a row looks like names of columns; `None`: not at all.
fn score(table: &Table, row: usize, widest: usize, looks: &dyn Fn(&str) -> Looks) -> Option<f64> {
    let cells: Vec<(usize, String)> = filled(table, row).map(|(column, cell)| (column, fold(&cell.text()))).collect();
    if cells.is_empty() {
        return None;
    }
    let of_all = |count: usize| count as f64 / cells.len() as f64;
    let names = of_all(filled(table, row).filter(|(_, cell)| is_name(cell)).count());
    if names < 0.6 {
        return None;
    }
    let distinct = of_all(cells.iter().map(|(_, text)| text).collect::<HashSet<_>>().len());
    let known = of_all(cells.iter().filter(|(_, text)| looks(text) == Looks::Head).count());
    let below = row + 1..table.rows.len().min(row + 200);
    let repeated = of_all(
        cells
            .iter()
            .filter(|(column, text)| below.clone().any(|other| fold(&table.cell(other, *column).text()) == *text))
            .count(),
    );
    let filled = cells.len() as f64 / widest.max(1) as f64;
    Some(
        2.0 * filled + 2.0 * names + distinct + 4.0 * known
            - 3.0 * repeated
            - if is_hint_row(table, row) { 2.0 } else { 0.0 },
    )
}

/// Text that may name a column: no number, date, address or long prose.
fn is_name(cell: &Cell) -> bool {
    let Cell::Text(text) = cell else { return false };
    let text = text.trim();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let address = text.contains('@') && !text.contains(' ');
    !address && digits * 2 < text.chars().count() && text.chars().count() <= 200
}

/// Whether the first row is data although it is all text: no name of a field in it, and values.
fn is_data(table: &Table, row: usize, looks: &dyn Fn(&str) -> Looks) -> bool {
    let cells: Vec<_> = filled(table, row).map(|(column, cell)| (column, cell, looks(&cell.text()))).collect();
    if cells.iter().any(|(_, _, looks)| *looks == Looks::Head) {
        return false;
    }
    let values = cells.iter().filter(|(_, cell, looks)| *looks == Looks::Value || !is_name(cell)).count();
    values * 4 >= cells.len()
}

/// Words with which forms begin to explain what belongs in a column.
const HINTS: [&str; 14] = [
    "required",
    "optional",
    "mandatory",
    "example",
    "e.g.",
    "enter ",
    "choose",
    "select",
    "obligatoire",
    "facultatif",
    "exemple",
    "saisir",
    "pflichtfeld",
    "beispiel",
];

/// How forms say what a date is to look like.
const DATE_HINTS: [&str; 4] = ["dd/mm", "mm/dd", "yyyy", "jj/mm"];

/// More rows of explanations than this are data that happen to look so.
const MOST_HINT_ROWS: usize = 3;

/// A row that explains the columns, or tags them (`#country+code`, the humanitarian exchange language).
fn is_hint_row(table: &Table, row: usize) -> bool {
    let texts: Vec<String> = filled(table, row).map(|(_, cell)| fold(&cell.text())).collect();
    if texts.is_empty() || filled(table, row).any(|(_, cell)| !matches!(cell, Cell::Text(_))) {
        return false;
    }
    let tags = texts.iter().filter(|text| text.starts_with('#') && text.len() > 1).count();
    let is_hint = |text: &&String| {
        HINTS.iter().any(|hint| text.starts_with(hint)) || DATE_HINTS.iter().any(|hint| text.contains(hint))
    };
    let hints = texts.iter().filter(is_hint).count();
    tags == texts.len() || (texts.len() > 1 && hints * 3 >= texts.len())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn table(rows: &[&[&str]]) -> Table {
        let cell = |text: &&str| match text.parse::<f64>() {
            _ if text.is_empty() => Cell::Empty,
            Ok(number) => Cell::Number(number),
            Err(_) => Cell::Text((*text).to_owned()),
        };
        let rows: Vec<Vec<Cell>> = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
        Table { numbers: (1..=rows.len()).collect(), rows, ..Table::default() }
    }

    fn looks(text: &str) -> Looks {
        match fold(text).as_str() {
            "name" | "country" | "e-mail" => Looks::Head,
            "kenya" | "nepal" | "togo" => Looks::Value,
            _ => Looks::Unknown,
        }
    }

    #[test]
    fn titles_bands_and_hints_are_not_the_header() {
        let table = table(&[
            &["Volunteers of the year"],
            &[],
            &["Person", "", "Place"],
            &["Name", "Age", "Country"],
            &["Required", "Example: 35", "Choose one"],
            &["Ann", "30", "Kenya"],
            &["Bo", "41", "Nepal"],
        ]);
        assert_eq!(Header::guess(&table, &looks), Header { row: Some(3), data: 5 });
    }

    #[test]
    fn a_first_row_of_values_is_data() {
        let single = table(&[&["Kenya"], &["Nepal"], &["Togo"]]);
        assert_eq!(Header::guess(&single, &looks), Header { row: None, data: 0 });
        let people = table(&[&["a@b.org", "36", "DC", "123-456-7890"], &["c@d.org", "37", "LA", "123-345-4534"]]);
        assert_eq!(Header::guess(&people, &looks), Header { row: None, data: 0 });
    }

    #[test]
    fn unknown_names_over_text_are_still_a_header() {
        let table = table(&[&["Ciudad", "Estado"], &["Lima", "bueno"], &["Cusco", "bueno"]]);
        assert_eq!(Header::guess(&table, &looks), Header { row: Some(0), data: 1 });
    }

    #[test]
    fn a_name_over_two_columns_names_both() {
        let mut table = table(&[&["Name", "", "Country"], &["Ann", "Lee", "Kenya"]]);
        table.merged.push(super::super::table::Merged { rows: (0, 0), columns: (0, 1) });
        assert_eq!(Header::at(&table, Some(0)).names(&table), ["Name", "Name", "Country"]);
    }
}
