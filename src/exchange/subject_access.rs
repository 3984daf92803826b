//! A person asks what is held of them: all of it, as JSON and as a workbook (GDPR article 15).

use super::spreadsheet::write::{List, write_xlsx};
use super::spreadsheet::{Cell, SheetError};
use super::write::{NotWritten, write_whole};
use crate::domain::volunteer::{Erasure, NotSame};
use crate::domain::{Id, Kind};
use crate::store::{OfficeFile, StoreError};
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};

/// What is held of a person could not be written.
#[derive(Debug, thiserror::Error)]
pub enum AccessError {
    /// The office file could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The JSON file could not be written.
    #[error(transparent)]
    NotWritten(#[from] NotWritten),
    /// The workbook could not be written.
    #[error(transparent)]
    Sheet(#[from] SheetError),
}

/// Writes everything that is held of a volunteer into a folder: one JSON file and one workbook, named after the reference.
pub fn write_subject_access(file: &OfficeFile, volunteer: Id, folder: &Path) -> Result<[PathBuf; 2], AccessError> {
    let held = gather(file, volunteer)?;
    let reference = held["volunteer"]["reference"].as_str().unwrap_or_default().to_owned();
    let path = |ending: &str| folder.join(format!("{reference}-held-{}.{ending}", file.today()));
    let (json, sheets) = (path("json"), path("xlsx"));
    let text = serde_json::to_vec_pretty(&held).map_err(|error| StoreError::Damaged(error.to_string()))?;
    write_whole(&json, &text)?;
    write_xlsx(&lists(&held), &sheets)?;
    Ok([json, sheets])
}

fn value<T: serde::Serialize>(held: &T) -> Result<Value, StoreError> {
    serde_json::to_value(held).map_err(|error| StoreError::Damaged(error.to_string()))
}

/// The record with its parts, missions with where and with whom, decisions, records merged into it, and what was changed by
/// whom.
fn gather(file: &OfficeFile, volunteer: Id) -> Result<Value, StoreError> {
    let mut person = value(&file.volunteer(volunteer)?)?;
    if let Value::Object(fields) = &mut person {
        // They are below, with more.
        fields.remove("missions");
    }
    let mut missions = Vec::new();
    let mut history = file.history_of(Kind::Volunteer, volunteer)?;
    for mission in file.volunteer(volunteer)?.missions {
        let mut detail = value(&file.mission(mission.id)?)?;
        if let Value::Object(fields) = &mut detail {
            fields.insert("placement_title".into(), json!(file.name_of(Kind::Placement, mission.placement)?));
            let organisation = file.placement(mission.placement)?.placement.organisation;
            let partner = organisation.map(|id| file.name_of(Kind::Organisation, id)).transpose()?;
            fields.insert("partner".into(), json!(partner));
        }
        missions.push(detail);
        history.extend(file.history_of(Kind::Mission, mission.id)?);
    }
    history.sort_by_key(|cell| std::cmp::Reverse(cell.at));
    let decisions = file.all::<crate::domain::decision::Decision>()?.into_iter();
    let mut decided = Vec::new();
    for decision in decisions.filter(|decision| decision.volunteer == volunteer) {
        let mut about = value(&decision)?;
        if let Value::Object(fields) = &mut about {
            fields.insert("placement_title".into(), json!(file.name_of(Kind::Placement, decision.of)?));
        }
        decided.push(about);
    }
    let mut merged = Vec::new();
    for other in file.merged_into(volunteer)? {
        history.extend(file.history_of(Kind::Volunteer, other)?);
        merged.push(json!({ "id": other, "name": file.name_of(Kind::Volunteer, other)? }));
    }
    Ok(json!({
        "office": file.office()?.name,
        "as_of": file.today(),
        "volunteer": person,
        "missions": missions,
        "decisions": decided,
        "merged_records": merged,
        "not_the_same_as": value(&file.parts::<NotSame>(volunteer)?)?,
        "erasures": value(&file.parts::<Erasure>(volunteer)?)?,
        "history": value(&history)?,
    }))
}

/// A sheet for the person, and one for each list.
fn lists(held: &Value) -> Vec<List> {
    let mut sheets = Vec::new();
    let empty = Map::new();
    let person = held["volunteer"].as_object().unwrap_or(&empty);
    let plain = person.iter().filter(|(_, value)| !is_table(value));
    let rows = plain.map(|(field, value)| vec![Cell::Text(words(field)), cell(value)]).collect();
    sheets.push(List { name: "person".into(), heads: vec!["field".into(), "value".into()], rows });
    let of_person = person.iter().filter(|(_, value)| is_table(value));
    let beside = held.as_object().unwrap_or(&empty).iter().filter(|(_, value)| is_table(value));
    for (name, value) in of_person.chain(beside) {
        sheets.extend(table(name, value.as_array().map(Vec::as_slice).unwrap_or_default()));
    }
    sheets
}

/// One sheet of records; their own lists become sheets beside it.
fn table(name: &str, records: &[Value]) -> Vec<List> {
    let objects: Vec<&Map<String, Value>> = records.iter().filter_map(Value::as_object).collect();
    let mut heads: Vec<&String> = Vec::new();
    let mut inner: Vec<(&String, Vec<Value>)> = Vec::new();
    for (field, value) in objects.iter().flat_map(|record| record.iter()) {
        match (is_table(value), value.as_array()) {
            (true, Some(more)) => match inner.iter_mut().find(|(name, _)| *name == field) {
                Some((_, all)) => all.extend(more.iter().cloned()),
                None => inner.push((field, more.clone())),
            },
            _ if !heads.contains(&field) => heads.push(field),
            _ => {}
        }
    }
    let row =
        |record: &Map<String, Value>| heads.iter().map(|head| record.get(*head).map_or(Cell::Empty, cell)).collect();
    let list = List {
        name: words(name).chars().take(31).collect(),
        heads: heads.iter().map(|head| words(head)).collect(),
        rows: objects.iter().map(|record| row(record)).collect(),
    };
    let mut lists = vec![list];
    for (field, records) in inner {
        lists.extend(table(field, &records));
    }
    lists.retain(|list| !list.rows.is_empty());
    lists
}

/// Whether a value is a list of records, rather than a list of words.
fn is_table(value: &Value) -> bool {
    value.as_array().is_some_and(|list| list.iter().any(Value::is_object))
}

fn words(field: &str) -> String {
    field.replace('_', " ")
}

fn cell(value: &Value) -> Cell {
    match value {
        Value::Null => Cell::Empty,
        Value::String(text) if text.is_empty() => Cell::Empty,
        Value::String(text) => Cell::Text(text.clone()),
        Value::Number(number) => number.as_f64().map_or(Cell::Empty, Cell::Number),
        Value::Array(list) => {
            let all: Vec<String> =
                list.iter().map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned)).collect();
            if all.is_empty() { Cell::Empty } else { Cell::Text(all.join(", ")) }
        }
        other => Cell::Text(other.to_string()),
    }
}
