//! The list of who is where, as pages to print and as a workbook.

use super::{company, presence};
use crate::app::screens::import_export::Written;
use crate::app::screens::matching::printed;
use crate::app::texts::Texts;
use crate::exchange::print::{Block, Cell, Column, Document, Paper, Table, write_pdf};
use crate::exchange::spreadsheet::write::{List, write_xlsx};
use crate::exchange::spreadsheet::{self, ExportError};
use crate::store::whereabouts::Whereabouts;
use crate::t;
use chrono::NaiveDate;
use std::path::Path;

/// What stands above and below the list.
pub(super) struct Heads {
    /// Name of the office.
    pub(super) office: String,
    /// The day that is looked at.
    pub(super) day: NaiveDate,
    /// The day on which it is written.
    pub(super) today: NaiveDate,
}

/// Writes the list, as the ending of the file says.
pub(super) fn write(texts: &Texts, people: &[Whereabouts], heads: &Heads, path: &Path) -> Result<Written, ExportError> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    if ending.as_deref() == Some("xlsx") {
        write_xlsx(&[sheet(texts, people)], path)?;
        return Ok(Written::default());
    }
    write_pdf(&document(texts, people, heads), path).map(|lacking| Written { lacking })
}

/// A table for each country: whoever has to call there needs that one alone.
fn document(texts: &Texts, people: &[Whereabouts], heads: &Heads) -> Document {
    let mut blocks = Vec::new();
    for there in people.chunk_by(|one, other| one.country == other.country) {
        let country = match there[0].country {
            Some(_) => texts.country(there[0].country),
            None => t!(texts, "where-no-country"),
        };
        blocks.push(Block::Heading(t!(texts, "where-heading", country = country, count = there.len())));
        let columns = vec![
            Column::words(t!(texts, "where-name"), 4),
            Column::words(t!(texts, "where-presence"), 3),
            Column::words(t!(texts, "where-town"), 5),
            Column::words(t!(texts, "where-reach"), 4),
            Column::words(t!(texts, "where-emergency"), 4),
            Column::words(t!(texts, "where-with"), 3),
            Column::words(t!(texts, "where-passport"), 4),
            Column::words(t!(texts, "where-until"), 2),
        ];
        let rows = there.iter().map(|person| row(texts, person)).collect();
        blocks.push(Block::Table(Table { columns, rows, when_empty: String::new() }));
    }
    let day = texts.date(heads.day);
    Document {
        title: t!(texts, "where-title", day = day),
        subtitle: t!(texts, "where-people", count = people.len()),
        language: texts.language().code().to_owned(),
        day: heads.today,
        paper: Paper::A4,
        landscape: true,
        footer: t!(texts, "where-foot", office = heads.office.as_str(), day = texts.date(heads.today)),
        blocks,
    }
}

fn row(texts: &Texts, person: &Whereabouts) -> Vec<Cell> {
    let lines = |parts: &[&str]| parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join("\n");
    let (tone, words) = presence(texts, &person.presence);
    let place = lines(&[&person.duty_station, &person.organisation, &person.organisation_contact]);
    let nationalities: Vec<&str> = person.nationalities.iter().map(|country| country.name(texts.tongue())).collect();
    vec![
        Cell::strong(person.name.as_str()),
        Cell::toned(words, printed(tone)),
        place.into(),
        lines(&[&person.phone, &person.email]).into(),
        person.emergency.as_str().into(),
        company(texts, person).into(),
        lines(&[&nationalities.join(", "), &person.passport]).into(),
        texts.date(person.last).into(),
    ]
}

fn sheet(texts: &Texts, people: &[Whereabouts]) -> List {
    let heads = [
        t!(texts, "where-name"),
        t!(texts, "where-presence"),
        t!(texts, "placement-country"),
        t!(texts, "where-town"),
        t!(texts, "where-partner"),
        t!(texts, "where-contact"),
        t!(texts, "where-phone"),
        t!(texts, "where-email"),
        t!(texts, "where-emergency"),
        t!(texts, "where-with"),
        t!(texts, "where-nationalities"),
        t!(texts, "where-passport"),
        t!(texts, "where-from"),
        t!(texts, "where-until"),
        t!(texts, "where-mission"),
    ];
    let rows = people.iter().map(|person| {
        let text = |text: &str| spreadsheet::Cell::Text(text.to_owned());
        let nationalities: Vec<&str> =
            person.nationalities.iter().map(|country| country.name(texts.tongue())).collect();
        vec![
            text(&person.name),
            text(&presence(texts, &person.presence).1),
            text(texts.country(person.country)),
            text(&person.duty_station),
            text(&person.organisation),
            text(&person.organisation_contact),
            text(&person.phone),
            text(&person.email),
            text(&person.emergency),
            text(&company(texts, person)),
            text(&nationalities.join(", ")),
            text(&person.passport),
            spreadsheet::Cell::Date(person.first),
            spreadsheet::Cell::Date(person.last),
            text(&person.reference),
        ]
    });
    List { name: t!(texts, "where-file").to_owned(), heads: heads.map(str::to_owned).to_vec(), rows: rows.collect() }
}
