//! A report as a file: a workbook, CSV, pages to print, or the picture of a chart.

use super::page;
use super::words::Words;
use crate::app::screens::import_export::Written;
use crate::app::texts::{Language, Texts};
use crate::app::widgets::chart::{Picture, picture};
use crate::app::widgets::form;
use crate::domain::reports::{Report, ReportQuery, Table, TableName};
use crate::exchange::print::{self, Block, Cell, Column, Document, Fact, Paper, write_pdf};
use crate::exchange::report_sheets::{ReportWords as _, report_rows, report_sheets};
use crate::exchange::spreadsheet::write::{write_csv, write_xlsx};
use crate::exchange::spreadsheet::{ExportError, SheetError};
use crate::exchange::write::{NotWritten, WhyNot, write_whole};
use crate::t;
use chrono::NaiveDate;
use std::path::Path;

/// What stands at the foot of printed pages.
pub(super) struct Foot {
    /// Name of the office.
    pub(super) office: String,
    /// The day on which it is written.
    pub(super) today: NaiveDate,
}

/// Writes a report as the ending of the file says.
pub(super) fn write(report: &Report, language: Language, foot: &Foot, path: &Path) -> Result<Written, ExportError> {
    let texts = Texts::new(language);
    let words = Words(&texts);
    let reports = std::slice::from_ref(report);
    match path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).as_deref() {
        Some("xlsx") => write_xlsx(&report_sheets(reports, &words), path)?,
        Some("csv") => write_csv(&report_rows(reports, &words), path)?,
        _ => return write_pdf(&document(report, &words, foot), path).map(|lacking| Written { lacking }),
    }
    Ok(Written::default())
}

/// Points across a picture of a chart.
const PICTURE: f32 = 760.0;

/// Writes the chart of a table as a picture (PNG), with its title and the period.
pub(super) fn write_chart(
    report: &Report,
    table: TableName,
    language: Language,
    path: &Path,
) -> Result<Written, ExportError> {
    let texts = Texts::new(language);
    let words = Words(&texts);
    let about = std::iter::once(period(report, &texts)).chain(narrowed(&report.query, &texts));
    let about = about.collect::<Vec<_>>().join(", ");
    let table = report.tables.iter().find(|one| one.name == table);
    let painted = picture(PICTURE, |ui| {
        ui.set_width(ui.available_width());
        if let Some(table) = table {
            form::title(ui, &words.table(table.name));
            let measure = table.measures.first().map(|measure| words.measure(*measure)).unwrap_or_default();
            form::weak(ui, &format!("{measure}, {about}"));
            let _ = page::chart(ui, &words, table);
        }
    });
    let bytes = png(&painted).map_err(|error| NotWritten::new(path, WhyNot::Said(error.to_string())));
    bytes.and_then(|bytes| write_whole(path, &bytes)).map_err(SheetError::from)?;
    Ok(Written::default())
}

fn png(picture: &Picture) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let size = |pixels: usize| u32::try_from(pixels).unwrap_or(u32::MAX);
    let mut encoder = png::Encoder::new(&mut bytes, size(picture.width), size(picture.height));
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.write_header()?.write_image_data(&picture.rgba)?;
    Ok(bytes)
}

fn period(report: &Report, texts: &Texts) -> String {
    let days = report.query.days;
    t!(texts, "reports-days", first = texts.date(days.first), last = texts.date(days.last))
}

fn document(report: &Report, words: &Words<'_>, foot: &Foot) -> Document {
    let texts = words.0;
    let mut subtitle = vec![period(report, texts)];
    subtitle.extend(narrowed(&report.query, texts));
    let mut blocks = Vec::new();
    for (place, table) in report.tables.iter().enumerate().filter(|(_, table)| !table.lines.is_empty()) {
        match (place, table.lines.first()) {
            (0, Some(line)) => {
                let facts = table.measures.iter().zip(&line.figures).map(|(measure, figure)| {
                    Fact::new(words.measure(*measure), Cell::strong(words.number(*measure, figure)))
                });
                blocks.push(Block::Facts(facts.collect()));
            }
            _ => {
                blocks.push(Block::Heading(words.table(table.name)));
                blocks.push(Block::Table(printed(table, words)));
            }
        }
    }
    blocks.push(Block::Heading(t!(texts, "reports-counted").to_owned()));
    let mut measures: Vec<_> = report.tables.iter().flat_map(|table| table.measures.iter().copied()).collect();
    measures.sort_unstable();
    measures.dedup();
    let facts =
        measures.into_iter().filter_map(|measure| Some(Fact::new(words.measure(measure), words.definition(measure)?)));
    blocks.push(Block::Facts(facts.collect()));
    Document {
        title: words.report(report.name),
        subtitle: subtitle.join(", "),
        language: texts.language().code().to_owned(),
        day: foot.today,
        paper: Paper::A4,
        landscape: report.tables.iter().any(|table| table.lines.len() > 1 && table.measures.len() > 5),
        footer: t!(texts, "reports-foot", office = foot.office.as_str(), day = texts.date(foot.today)),
        blocks,
    }
}

/// What a report is narrowed to, in words.
fn narrowed(query: &ReportQuery, texts: &Texts) -> Vec<String> {
    let category = query.category.map(|category| texts.code("category", category.code()));
    let country = query.country.map(|country| country.name(texts.tongue()).to_owned());
    let sector = query.sector.map(|sector| sector.name(texts.tongue()).to_owned());
    [country, query.programme.clone(), category, sector].into_iter().flatten().collect()
}

fn printed(table: &Table, words: &Words<'_>) -> print::Table {
    let numbers = table.measures.iter().map(|measure| Column::numbers(words.measure(*measure), 2));
    let rows = table.lines.iter().map(|line| {
        let figures = table.measures.iter().zip(&line.figures);
        let figures = figures.map(|(measure, figure)| words.number(*measure, figure).into());
        std::iter::once(Cell::strong(words.label(&line.label))).chain(figures).collect()
    });
    print::Table {
        columns: std::iter::once(Column::words("", 5)).chain(numbers).collect(),
        rows: rows.collect(),
        when_empty: String::new(),
    }
}
