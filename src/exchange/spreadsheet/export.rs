//! Lists of records, by the same fields that an import reads: what is written here comes back as it was.
//!
//! Clearances, absences and the history of a record are no columns of a list; a bundle or a backup carries them.

use std::collections::HashMap;
use std::path::Path;

use super::entry::Entry;
use super::error::SheetError;
use super::field::Field;
use super::fields::fields;
use super::holdings::Holdings;
use super::missions::missions;
use super::table::Cell;
use super::value::Value;
use super::write::{List, write_csv, write_xlsx};
use crate::domain::reference::Tongue;
use crate::domain::{Id, ListKind};
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

/// The list of all records of a kind, in the order in which they were made, with heads and words in a language.
pub fn list(office: &OfficeFile, kind: ListKind, tongue: Tongue) -> Result<List, StoreError> {
    list_of(office, kind, None, tongue)
}

/// The list of some records of a kind, in the order given: what a person has filtered and sorted.
pub fn list_of(office: &OfficeFile, kind: ListKind, only: Option<&[Id]>, tongue: Tongue) -> Result<List, StoreError> {
    if kind == ListKind::Mission {
        return missions(office, only, sheet_name(kind, tongue), tongue);
    }
    let mut entries = Holdings::load(office, kind)?.entries;
    if let Some(only) = only {
        let mut by_id: HashMap<Id, Entry> = entries.into_iter().map(|entry| (entry.id(), entry)).collect();
        entries = only.iter().filter_map(|id| by_id.remove(id)).collect();
    }
    // Free places follow from the others and from missions.
    let columns: Vec<&Field> = fields(kind).iter().filter(|field| field.key != "places_free").collect();
    let row = |entry: &Entry| columns.iter().map(|field| cell(field, &(field.get)(entry), tongue)).collect();
    Ok(List {
        name: sheet_name(kind, tongue).to_owned(),
        heads: columns.iter().map(|field| field.name(tongue).to_owned()).collect(),
        rows: entries.iter().map(row).collect(),
    })
}

fn sheet_name(kind: ListKind, tongue: Tongue) -> &'static str {
    match (kind, tongue) {
        (ListKind::Volunteer, Tongue::English) => "Volunteers",
        (ListKind::Volunteer, Tongue::French) => "Volontaires",
        (ListKind::Organisation, _) => "Organisations",
        (ListKind::Placement, Tongue::English) => "Placements",
        (ListKind::Placement, Tongue::French) => "Postes",
        (ListKind::Mission, _) => "Missions",
        (ListKind::Practice, Tongue::English) => "Practices",
        (ListKind::Practice, Tongue::French) => "Pratiques",
        (ListKind::Project, Tongue::English) => "Projects",
        (ListKind::Project, Tongue::French) => "Projets",
        (ListKind::Offer, Tongue::English) => "Offers and needs",
        (ListKind::Offer, Tongue::French) => "Offres et besoins",
        (ListKind::Link, Tongue::English) => "Links",
        (ListKind::Link, Tongue::French) => "Liens",
        (ListKind::SiteVisit, Tongue::English) => "Site visits",
        (ListKind::SiteVisit, Tongue::French) => "Visites sur place",
        (ListKind::Replication, Tongue::English) => "Replications",
        (ListKind::Replication, Tongue::French) => "Reprises",
        (ListKind::Trained, Tongue::English) => "People trained",
        (ListKind::Trained, Tongue::French) => "Personnes formées",
    }
}

fn cell(field: &Field, value: &Value, tongue: Tongue) -> Cell {
    match value {
        Value::Date(date) => Cell::Date(*date),
        Value::Whole(number) => Cell::Number(f64::from(*number)),
        Value::Decimal(number) => Cell::Number(*number),
        value if value.is_nothing() => Cell::Empty,
        value => Cell::Text(field.text(value, tongue)),
    }
}

/// Writes a list as its file's ending says: `.xlsx` or `.csv`.
pub fn write_list(list: &List, path: &Path) -> Result<(), ExportError> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("xlsx") => Ok(write_xlsx(std::slice::from_ref(list), path)?),
        Some("csv") => Ok(write_csv(list, path)?),
        _ => Err(ExportError::Ending(path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned())),
    }
}
