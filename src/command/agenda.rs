//! What happens on the next days, and who is where.

use super::arguments::{Agenda, Format, ListFormat, Where};
use super::failure::Failure;
use super::{open, table};
use crate::domain::reference::{Country, Tongue};
use crate::domain::span::Span;
use crate::exchange::spreadsheet::guard::guard;
use crate::store::agenda::{AgendaKind, AgendaLine};
use crate::store::whereabouts::{Presence, Whereabouts};
use chrono::Days;
use std::io::Write;

pub(super) fn agenda(asked: &Agenda, out: &mut dyn Write) -> Result<(), Failure> {
    let office = open(&asked.file)?;
    let first = asked.from.unwrap_or_else(|| office.today());
    let more = Days::new(u64::from(asked.days.saturating_sub(1)));
    let beyond = Failure::BeyondCalendar { weeks: u16::try_from(asked.days / 7).unwrap_or(u16::MAX), start: first };
    let last = first.checked_add_days(more).ok_or(beyond)?;
    let lines = office.agenda(Span { first, last }, usize::MAX)?;
    match asked.format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &lines)?;
            writeln!(out)?;
        }
        Format::Text => {
            let heading = ["day", "what", "who does it", "volunteer", "placement", "where"].map(str::to_owned);
            let rows: Vec<Vec<String>> = lines.iter().map(cells).collect();
            table::write(out, &heading, &rows)?;
        }
    }
    Ok(())
}

fn cells(line: &AgendaLine) -> Vec<String> {
    let (what, who) = match &line.what {
        AgendaKind::Arrival => ("arrival".to_owned(), String::new()),
        AgendaKind::Departure => ("departure".to_owned(), String::new()),
        AgendaKind::Milestone { name, who } => (name.clone(), who.to_string()),
        AgendaKind::PaperEnds { paper } => (format!("{paper} ends"), String::new()),
        AgendaKind::ReportDue { report } => (format!("{report} report due"), String::new()),
    };
    let volunteer = format!("{} ({})", line.volunteer_name, line.reference);
    let place = place(&line.duty_station, line.country);
    vec![line.day.to_string(), what, who, volunteer, line.placement_title.clone(), place]
}

fn place(station: &str, country: Option<Country>) -> String {
    let country = country.map(|country| country.name(Tongue::English)).unwrap_or_default();
    [station, country].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

pub(super) fn whereabouts(asked: &Where, out: &mut dyn Write) -> Result<(), Failure> {
    let office = open(&asked.file)?;
    let on = asked.on.unwrap_or_else(|| office.today());
    let people = office.where_on(on)?;
    match asked.format {
        ListFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, &people)?;
            writeln!(out)?;
        }
        ListFormat::Csv => {
            let mut writer = csv::Writer::from_writer(&mut *out);
            writer.write_record(COLUMNS)?;
            for person in &people {
                let cells = whole(person).map(|cell| guard(&cell).into_owned());
                writer.write_record(cells)?;
            }
            writer.flush()?;
        }
        ListFormat::Table => {
            let rows: Vec<Vec<String>> = people.iter().map(|person| whole(person).to_vec()).collect();
            table::write(out, &COLUMNS.map(|name| name.replace('_', " ")), &rows)?;
            let ending = if people.len() == 1 { "person" } else { "people" };
            writeln!(out, "{} {ending} on {on}", people.len())?;
        }
    }
    Ok(())
}

const COLUMNS: [&str; 17] = [
    "reference",
    "name",
    "presence",
    "country",
    "duty_station",
    "placement",
    "organisation",
    "organisation_contact",
    "phone",
    "email",
    "emergency",
    "travels_with",
    "dependants",
    "nationalities",
    "passport",
    "first",
    "last",
];

fn whole(person: &Whereabouts) -> [String; 17] {
    let presence = match &person.presence {
        Presence::InService => "in service".to_owned(),
        Presence::OnLeave { until, .. } => format!("on leave until {until}"),
        Presence::Arriving => "arriving".to_owned(),
        Presence::Leaving => "leaving".to_owned(),
    };
    let name = |country: &Country| country.name(Tongue::English);
    let partner = if person.accompanied && person.travels_with.is_empty() { "a partner" } else { &person.travels_with };
    let dependants = if person.dependants == 0 { String::new() } else { person.dependants.to_string() };
    [
        person.reference.clone(),
        person.name.clone(),
        presence,
        person.country.as_ref().map(name).unwrap_or_default().to_owned(),
        person.duty_station.clone(),
        person.placement_title.clone(),
        person.organisation.clone(),
        person.organisation_contact.clone(),
        person.phone.clone(),
        person.email.clone(),
        person.emergency.clone(),
        partner.to_owned(),
        dependants,
        person.nationalities.iter().map(name).collect::<Vec<_>>().join(", "),
        person.passport.clone(),
        person.first.to_string(),
        person.last.to_string(),
    ]
}
