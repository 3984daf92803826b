//! Lists of records, by the same fields that an import reads: what is written here comes back as it was.
//!
//! Clearances, absences and the history of a record are no columns of a list; a bundle or a backup carries them.

use std::collections::HashMap;
use std::path::Path;

use super::entry::Entry;
use super::error::SheetError;
use super::field::{Field, fields};
use super::holdings::Holdings;
use super::table::Cell;
use super::value::Value;
use super::write::{List, write_csv, write_xlsx};
use crate::domain::mission::Mission;
use crate::domain::organisation::Organisation;
use crate::domain::placement::Placement;
use crate::domain::reference::Tongue;
use crate::domain::volunteer::Volunteer;
use crate::domain::{Id, Kind};
use crate::store::{OfficeFile, StoreError};

/// Why a list could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The office file could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The list could not be written.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// The file's ending is that of no list.
    #[error("{0} ends neither in .xlsx nor in .csv")]
    Ending(String),
}

/// The list of all records of a kind, in the order in which they were made.
pub fn list(office: &OfficeFile, kind: Kind) -> Result<List, StoreError> {
    list_of(office, kind, None)
}

/// The list of some records of a kind, in the order given: what a person has filtered and sorted.
pub fn list_of(office: &OfficeFile, kind: Kind, only: Option<&[Id]>) -> Result<List, StoreError> {
    if kind == Kind::Mission {
        return missions(office, only);
    }
    let mut entries = Holdings::load(office, kind)?.entries;
    if let Some(only) = only {
        let mut by_id: HashMap<Id, Entry> = entries.into_iter().map(|entry| (entry.id(), entry)).collect();
        entries = only.iter().filter_map(|id| by_id.remove(id)).collect();
    }
    // Free places follow from the others and from missions.
    let columns: Vec<&Field> = fields(kind).iter().filter(|field| field.key != "places_free").collect();
    let row = |entry: &Entry| columns.iter().map(|field| cell(field, &(field.get)(entry))).collect();
    Ok(List {
        name: sheet_name(kind).to_owned(),
        heads: columns.iter().map(|field| field.english.to_owned()).collect(),
        rows: entries.iter().map(row).collect(),
    })
}

fn sheet_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Volunteer => "Volunteers",
        Kind::Organisation => "Organisations",
        Kind::Placement => "Placements",
        Kind::Mission => "Missions",
        Kind::Office => "Office",
    }
}

fn cell(field: &Field, value: &Value) -> Cell {
    match value {
        Value::Date(date) => Cell::Date(*date),
        Value::Whole(number) => Cell::Number(f64::from(*number)),
        Value::Decimal(number) => Cell::Number(*number),
        value if value.is_nothing() => Cell::Empty,
        value => Cell::Text(field.text(value)),
    }
}

/// The list of missions, with the names that people know.
fn missions(office: &OfficeFile, only: Option<&[Id]>) -> Result<List, StoreError> {
    let volunteers: HashMap<Id, Volunteer> = office.all::<Volunteer>()?.into_iter().map(|one| (one.id, one)).collect();
    let placements: HashMap<Id, Placement> = office.all::<Placement>()?.into_iter().map(|one| (one.id, one)).collect();
    let partners: HashMap<Id, Organisation> =
        office.all::<Organisation>()?.into_iter().map(|one| (one.id, one)).collect();
    let mut missions: Vec<Mission> = office.all()?;
    if let Some(only) = only {
        let mut by_id: HashMap<Id, Mission> = missions.into_iter().map(|one| (one.id, one)).collect();
        missions = only.iter().filter_map(|id| by_id.remove(id)).collect();
    }
    let words = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) };
    let date = |date: Option<chrono::NaiveDate>| date.map_or(Cell::Empty, Cell::Date);
    let row = |mission: &Mission| {
        let volunteer = volunteers.get(&mission.volunteer);
        let placement = placements.get(&mission.placement);
        let partner = placement.and_then(|one| partners.get(&one.organisation?));
        let country = placement.and_then(|one| one.country);
        vec![
            words(&mission.reference),
            words(volunteer.map_or("", |one| &one.full_name)),
            words(volunteer.map_or("", |one| &one.reference)),
            words(placement.map_or("", |one| &one.title)),
            words(placement.map_or("", |one| &one.reference)),
            words(partner.map_or("", |one| &one.name)),
            words(country.map_or("", |country| country.name(Tongue::English))),
            words(placement.map_or("", |one| &one.duty_station)),
            Cell::Date(mission.first),
            Cell::Date(mission.last),
            Cell::Number(mission.days().weeks() as f64),
            words(mission.stage.code()),
            date(mission.extended_from),
            words(mission.early_end.map_or("", |end| end.code())),
            words(&mission.early_end_reason),
            date(mission.notice_on),
            date(mission.last_working_day),
            words(&mission.override_reason),
            words(&mission.notes),
        ]
    };
    Ok(List {
        name: sheet_name(Kind::Mission).to_owned(),
        heads: MISSION_HEADS.map(str::to_owned).to_vec(),
        rows: missions.iter().map(row).collect(),
    })
}

const MISSION_HEADS: [&str; 19] = [
    "Reference",
    "Volunteer",
    "Volunteer reference",
    "Placement",
    "Placement reference",
    "Organisation",
    "Country",
    "Duty station",
    "First day",
    "Last day",
    "Weeks",
    "Stage",
    "Extended from",
    "Early end",
    "Reason of early end",
    "Notice given on",
    "Last working day",
    "Reason for setting a rule aside",
    "Notes",
];

/// Writes a list as its file's ending says: `.xlsx` or `.csv`.
pub fn write_list(list: &List, path: &Path) -> Result<(), ExportError> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("xlsx") => Ok(write_xlsx(std::slice::from_ref(list), path)?),
        Some("csv") => Ok(write_csv(list, path)?),
        _ => Err(ExportError::Ending(path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned())),
    }
}
