//! The numbers of an office over a period.

use super::arguments::{Report as Asked, ReportFormat, ReportNames};
use super::failure::Failure;
use super::{office, open, table, target};
use crate::domain::reference::Tongue;
use crate::domain::reports::{Label, Measure, Report, ReportName, ReportQuery, Table, TableName};
use crate::domain::span::Span;
use crate::exchange::report_sheets::{ReportHead, ReportWords, report_rows, report_sheets};
use crate::exchange::spreadsheet::SheetError;
use crate::exchange::spreadsheet::guard::guard;
use crate::exchange::spreadsheet::write::{write_csv, write_xlsx};
use crate::exchange::write::write_whole;
use serde_json::{Map, Value, json};
use std::io::Write;

pub(super) fn report(asked: &Asked, out: &mut dyn Write) -> Result<(), Failure> {
    let query = query(asked)?;
    if let Some(file) = &asked.out {
        target::spare(file, &[&asked.file])?;
    }
    let office = open(&asked.file)?;
    let names = match asked.name {
        ReportNames::One(name) => vec![name],
        ReportNames::All => ReportName::ALL.to_vec(),
    };
    let reports = names.into_iter().map(|name| office.report(name, &query)).collect::<Result<Vec<_>, _>>()?;
    let Some(file) = &asked.out else { return write(asked, &reports, out) };
    match asked.format {
        ReportFormat::Xlsx => write_xlsx(&report_sheets(&reports, &Codes), file)?,
        ReportFormat::Csv => write_csv(&report_rows(&reports, &Codes), file)?,
        ReportFormat::Json | ReportFormat::Table => {
            let mut bytes = Vec::new();
            write(asked, &reports, &mut bytes)?;
            write_whole(file, &bytes).map_err(SheetError::from)?;
        }
    }
    let ending = if reports.len() == 1 { "" } else { "s" };
    writeln!(out, "{} report{ending} written to {}", reports.len(), file.display())?;
    Ok(())
}

fn query(asked: &Asked) -> Result<ReportQuery, Failure> {
    let (from, to) = (asked.from, asked.to);
    let days = Span::new(from, to).ok_or(Failure::Period { from, to })?;
    Ok(ReportQuery {
        country: asked.country.as_deref().map(office::country).transpose()?,
        programme: asked.programme.clone(),
        category: asked.category,
        sector: asked.sector,
        ..ReportQuery::of(days)
    })
}

fn write(asked: &Asked, reports: &[Report], out: &mut dyn Write) -> Result<(), Failure> {
    match asked.format {
        ReportFormat::Json => {
            let told: Vec<Value> = reports.iter().map(told).collect();
            match (asked.name, told.first()) {
                (ReportNames::One(_), Some(one)) => serde_json::to_writer_pretty(&mut *out, one)?,
                _ => serde_json::to_writer_pretty(&mut *out, &told)?,
            }
            writeln!(out)?;
        }
        ReportFormat::Csv => {
            let list = report_rows(reports, &Codes);
            let mut writer = csv::Writer::from_writer(&mut *out);
            writer.write_record(&list.heads)?;
            for row in &list.rows {
                writer.write_record(row.iter().map(|cell| guard(&cell.text()).into_owned()))?;
            }
            writer.flush()?;
        }
        // A workbook has a file: the arguments see to that.
        ReportFormat::Table | ReportFormat::Xlsx => {
            let tables = reports.iter().flat_map(|report| &report.tables).filter(|table| !table.lines.is_empty());
            for (place, table) in tables.enumerate() {
                if place > 0 {
                    writeln!(out)?;
                }
                write_table(table, out)?;
            }
        }
    }
    Ok(())
}

fn write_table(table: &Table, out: &mut dyn Write) -> Result<(), Failure> {
    let title = Codes.table(table.name);
    // One line is easier to read from top to bottom.
    if let [line] = table.lines.as_slice()
        && line.label == Label::Total
    {
        let rows: Vec<Vec<String>> = table
            .measures
            .iter()
            .zip(&line.figures)
            .map(|(measure, figure)| vec![Codes.measure(*measure), number(*measure, figure.value)])
            .collect();
        return Ok(table::write(out, &[title, String::new()], &rows)?);
    }
    let heading: Vec<String> =
        std::iter::once(title).chain(table.measures.iter().map(|measure| Codes.measure(*measure))).collect();
    let rows: Vec<Vec<String>> = table
        .lines
        .iter()
        .map(|line| {
            let figures = line.figures.iter().zip(&table.measures);
            let figures = figures.map(|(figure, measure)| number(*measure, figure.value));
            std::iter::once(Codes.label(&line.label)).chain(figures).collect()
        })
        .collect();
    Ok(table::write(out, &heading, &rows)?)
}

fn number(measure: Measure, value: Option<f64>) -> String {
    let percent = if measure.is_share() { " %" } else { "" };
    value.map_or_else(
        || "-".to_owned(),
        |value| format!("{value:.*}{percent}", usize::try_from(measure.decimals()).unwrap_or_default()),
    )
}

/// A report for programs: codes for what has one.
fn told(report: &Report) -> Value {
    let ReportQuery { days, country, programme, category, sector } = &report.query;
    let tables = report.tables.iter().map(|table| {
        let lines = table.lines.iter().map(|line| {
            let mut told = Map::from_iter([("line".to_owned(), code(&line.label))]);
            for (measure, figure) in table.measures.iter().zip(&line.figures) {
                let value = match figure.value {
                    Some(value) if measure.decimals() == 0 => json!(value as i64),
                    value => json!(value),
                };
                told.insert(measure.code().replace('-', "_"), value);
            }
            Value::Object(told)
        });
        json!({ "table": table.name, "lines": lines.collect::<Vec<_>>() })
    });
    json!({
        "report": report.name,
        "from": days.first,
        "to": days.last,
        "country": country,
        "programme": programme,
        "category": category,
        "sector": sector,
        "tables": tables.collect::<Vec<_>>(),
    })
}

/// What a line is about, as records have it; nothing for what the records do not tell.
fn code(label: &Label) -> Value {
    match label {
        Label::Total => json!("all"),
        Label::Country(country) => json!(country),
        Label::Sector(sector) => json!(sector),
        Label::Goal(goal) => json!(goal.number()),
        Label::Code(_, code) => json!(code),
        Label::Month(_) | Label::Text(_) => json!(Codes.label(label)),
        Label::Unknown => Value::Null,
    }
}

/// Reports in the permanent words of their codes, which are English.
struct Codes;

impl ReportWords for Codes {
    fn head(&self, head: ReportHead) -> String {
        head.code().to_owned()
    }

    fn report(&self, name: ReportName) -> String {
        name.code().replace('-', " ")
    }

    fn table(&self, name: TableName) -> String {
        name.code().replace('-', " ")
    }

    fn measure(&self, measure: Measure) -> String {
        measure.code().replace('-', " ")
    }

    /// They stand in the window, and at [`Measure`].
    fn definition(&self, _: Measure) -> Option<String> {
        None
    }

    fn label(&self, label: &Label) -> String {
        match label {
            Label::Total => "all".to_owned(),
            Label::Country(country) => country.name(Tongue::English).to_owned(),
            Label::Month(month) => month.format("%Y-%m").to_string(),
            Label::Sector(sector) => format!("{} {}", sector.code(), sector.name(Tongue::English)),
            Label::Goal(goal) => format!("{} {}", goal.number(), goal.name(Tongue::English)),
            // Bands of ages are written with a hyphen: 25-34.
            Label::Code("age", band) => (*band).to_owned(),
            Label::Code(_, code) => code.replace('-', " "),
            Label::Text(text) => text.clone(),
            Label::Unknown => "not known".to_owned(),
        }
    }
}
