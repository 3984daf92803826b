//! One record with all that is known of it.

use super::arguments::{Format, Show};
use super::failure::Failure;
use super::{open, table};
use crate::domain::placement::Objective;
use crate::domain::reference::{Country, Language, Occupation, Region, Sector, Tongue};
use crate::domain::{Id, Kind};
use crate::store::OfficeFile;
use serde_json::{Map, Value};
use std::io::Write;

pub(super) fn show(asked: &Show, out: &mut dyn Write) -> Result<(), Failure> {
    let office = open(&asked.file)?;
    let kind = asked.kind.kind();
    let id = office.resolve(kind, &asked.id)?;
    one(&office, kind, id, asked.format, out)
}

/// Shows a record.
pub(super) fn one(office: &OfficeFile, kind: Kind, id: Id, format: Format, out: &mut dyn Write) -> Result<(), Failure> {
    let record = match kind {
        Kind::Volunteer => serde_json::to_value(office.volunteer(id)?)?,
        Kind::Organisation => {
            let mut record = serde_json::to_value(office.organisation(id)?)?;
            if let Value::Object(fields) = &mut record {
                fields.insert("passed_on".into(), serde_json::to_value(office.passed_on(id)?)?);
            }
            record
        }
        Kind::Placement => {
            let detail = office.placement(id)?;
            let mut record = serde_json::to_value(&detail)?;
            if let Value::Object(fields) = &mut record {
                fields.insert("free_places".into(), detail.free_places().into());
            }
            record
        }
        Kind::Practice => serde_json::to_value(office.practice(id)?)?,
        Kind::Mission | Kind::Office => serde_json::to_value(office.mission(id)?)?,
    };
    match (format, record) {
        (Format::Text, Value::Object(fields)) => {
            writeln!(out, "{}", table::one_line(&office.name_of(kind, id)?))?;
            Page { office, shown: id }.write(&fields, out)
        }
        (_, record) => {
            serde_json::to_writer_pretty(&mut *out, &record)?;
            writeln!(out)?;
            Ok(())
        }
    }
}

/// What the values of a field are, where they are not plain words: all of its kind under any record.
enum Means {
    Country,
    Language,
    Occupation,
    Region,
    Sector,
    Record(Kind),
    Objective,
}

fn means(field: &str) -> Option<Means> {
    Some(match field {
        "country"
        | "nationalities"
        | "passport_country"
        | "residence"
        | "heritage"
        | "preferred_countries"
        | "ruled_out"
        | "medically_unsupported"
        | "countries"
        | "excluded_nationalities" => Means::Country,
        "language" | "languages" | "heritage_languages" => Means::Language,
        "occupation" | "occupations" => Means::Occupation,
        "preferred_regions" => Means::Region,
        "sector" | "sectors" | "preferred_sectors" => Means::Sector,
        "volunteer" | "travels_with" => Means::Record(Kind::Volunteer),
        "organisation" | "diaspora_organisation" | "of" | "to" => Means::Record(Kind::Organisation),
        "placement" => Means::Record(Kind::Placement),
        "mission" => Means::Record(Kind::Mission),
        "objective" => Means::Objective,
        _ => return None,
    })
}

/// A record written for people: one field a line, parts below it, names instead of codes, nothing for nothing.
struct Page<'a> {
    office: &'a OfficeFile,
    shown: Id,
}

impl Page<'_> {
    fn write(&self, fields: &Map<String, Value>, out: &mut dyn Write) -> Result<(), Failure> {
        for (field, value) in fields {
            let label = field.replace('_', " ");
            match value {
                Value::Array(parts) if parts.iter().any(Value::is_object) => {
                    writeln!(out, "\n{label}")?;
                    for part in parts.iter().filter_map(Value::as_object) {
                        writeln!(out, "  {}", self.part(part)?)?;
                    }
                }
                _ => {
                    let words = self.words(field, value)?;
                    if !words.is_empty() {
                        writeln!(out, "{label:<24}{words}")?;
                    }
                }
            }
        }
        Ok(())
    }

    /// A part on one line: its values side by side, long texts cut.
    fn part(&self, part: &Map<String, Value>) -> Result<String, Failure> {
        let mut line = Vec::new();
        for (field, value) in part {
            // Ids and what moves a milestone are for programs: they are in the JSON.
            let is_for_people = !matches!(field.as_str(), "id" | "rule" | "after" | "other");
            let words = if is_for_people { self.words(field, value)? } else { String::new() };
            if !words.is_empty() {
                line.push(format!("{}: {}", field.replace('_', " "), table::cut(&words, 60)));
            }
        }
        Ok(line.join("; "))
    }

    fn words(&self, field: &str, value: &Value) -> Result<String, Failure> {
        Ok(match value {
            Value::Null | Value::Bool(false) => String::new(),
            Value::Bool(true) => "yes".into(),
            Value::Number(number) => number.to_string(),
            Value::String(text) => table::one_line(&self.name(field, text)?),
            Value::Array(values) => {
                let words: Result<Vec<String>, Failure> = values.iter().map(|value| self.words(field, value)).collect();
                words?.join(", ")
            }
            Value::Object(fields) => self.part(fields)?,
        })
    }

    /// The name of what a text is the code or id of, or the text itself. The record that is shown needs no naming.
    fn name(&self, field: &str, text: &str) -> Result<String, Failure> {
        let english = Tongue::English;
        let name = match means(field) {
            Some(Means::Country) => Country::parse_code(text).map(|country| country.name(english)),
            Some(Means::Language) => Language::parse_code(text).map(|language| language.name(english)),
            Some(Means::Occupation) => Occupation::parse_code(text).map(|occupation| occupation.name(english)),
            Some(Means::Region) => Region::parse_code(text).map(|region| region.name(english)),
            Some(Means::Sector) => Sector::parse_code(text).map(|sector| sector.name(english)),
            Some(Means::Record(kind)) => {
                return Ok(match Id::parse(text) {
                    Some(id) if id == self.shown => String::new(),
                    Some(id) => self.office.name_of(kind, id)?,
                    None => text.to_owned(),
                });
            }
            Some(Means::Objective) => {
                let found = Id::parse(text).map(|id| self.office.find::<Objective>(id)).transpose()?.flatten();
                return Ok(found.map(|objective| objective.competence).unwrap_or_default());
            }
            None => None,
        };
        Ok(name.unwrap_or(text).to_owned())
    }
}
