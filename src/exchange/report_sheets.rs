//! Reports as sheets: one for each table, with typed numbers, and what each number counts; or all numbers one below the
//! other, for programs. The sheets are the same at every door; [`ReportWords`] says them in the reader's language.

use super::spreadsheet::Cell;
use super::spreadsheet::write::List;
use crate::domain::codes::codes;
use crate::domain::reports::{Label, Measure, Report, ReportName, TableName};

codes! {
    /// Words at the head of a sheet.
    ReportHead {
        /// The sheet that says what is counted.
        Definitions = "definitions",
        /// Which report.
        Report = "report",
        /// Which table.
        Table = "table",
        /// What a line is about.
        Line = "line",
        /// What is counted.
        Measure = "measure",
        /// The number itself.
        Value = "value",
        /// What a number counts.
        Counts = "counts",
    }
}

/// How reports are said in a language.
pub trait ReportWords {
    /// A word at the head.
    fn head(&self, head: ReportHead) -> String;
    /// A report.
    fn report(&self, name: ReportName) -> String;
    /// A table.
    fn table(&self, name: TableName) -> String;
    /// What is counted.
    fn measure(&self, measure: Measure) -> String;
    /// What that counts, in a sentence; nothing where there are no words for it.
    fn definition(&self, measure: Measure) -> Option<String>;
    /// What a line is about.
    fn label(&self, label: &Label) -> String;
}

/// A sheet for each table that has lines, and at the end what each number counts.
pub fn report_sheets(reports: &[Report], words: &impl ReportWords) -> Vec<List> {
    let tables = || reports.iter().flat_map(|report| &report.tables).filter(|table| !table.lines.is_empty());
    let mut sheets: Vec<List> = tables()
        .map(|table| {
            let measures = table.measures.iter().map(|measure| words.measure(*measure));
            let rows = table.lines.iter().map(|line| {
                let figures = line.figures.iter().map(|figure| figure.value.map_or(Cell::Empty, Cell::Number));
                std::iter::once(Cell::Text(words.label(&line.label))).chain(figures).collect()
            });
            List {
                name: words.table(table.name),
                heads: std::iter::once(words.head(ReportHead::Line)).chain(measures).collect(),
                rows: rows.collect(),
            }
        })
        .collect();
    let mut counted: Vec<Measure> = tables().flat_map(|table| table.measures.iter().copied()).collect();
    counted.sort_unstable();
    counted.dedup();
    let rows: Vec<Vec<Cell>> = counted
        .into_iter()
        .filter_map(|measure| Some(vec![Cell::Text(words.measure(measure)), Cell::Text(words.definition(measure)?)]))
        .collect();
    if !rows.is_empty() {
        let heads = [ReportHead::Measure, ReportHead::Counts].map(|head| words.head(head)).to_vec();
        sheets.push(List { name: words.head(ReportHead::Definitions), heads, rows });
    }
    sheets
}

/// Every number on a row of its own.
pub fn report_rows(reports: &[Report], words: &impl ReportWords) -> List {
    let heads = [ReportHead::Report, ReportHead::Table, ReportHead::Line, ReportHead::Measure, ReportHead::Value];
    let mut rows = Vec::new();
    for report in reports {
        for table in &report.tables {
            for line in &table.lines {
                for (figure, measure) in line.figures.iter().zip(&table.measures) {
                    rows.push(vec![
                        Cell::Text(words.report(report.name)),
                        Cell::Text(words.table(table.name)),
                        Cell::Text(words.label(&line.label)),
                        Cell::Text(words.measure(*measure)),
                        figure.value.map_or(Cell::Empty, Cell::Number),
                    ]);
                }
            }
        }
    }
    List { name: words.head(ReportHead::Report), heads: heads.map(|head| words.head(head)).to_vec(), rows }
}
