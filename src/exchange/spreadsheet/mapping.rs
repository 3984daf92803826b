//! Which column feeds which field: guessed, corrected by a person, remembered for the next file of that shape.

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};

use super::dates::DayOrder;
use super::field::{Field, Join, simple};
use super::fields::{field, field_named};
use super::read::Matches;
use super::text_table::TextChoices;
use crate::domain::ListKind;
use crate::domain::rules::Limits;

/// Name of the column that holds the reasons in a file of rejected rows. It is never imported.
pub const REASON_HEAD: &str = "Reason for rejection";

/// What is done with the columns of a sheet. As JSON it is what `--map` takes, and what an office file remembers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// What a row is.
    pub kind: ListKind,
    /// For text files: encoding, delimiter, quotation marks.
    #[serde(default)]
    pub text: TextChoices,
    /// The row with the names of the columns, from 1; 0: there is none. Absent: guessed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header_row: Option<usize>,
    /// The columns.
    pub columns: Vec<ColumnMapping>,
    /// For new records: what fields hold that the file does not tell. As text, read like a cell.
    #[serde(default)]
    pub constants: BTreeMap<String, String>,
    /// The fields by which a row is found among the records that are there; empty: guessed.
    #[serde(default)]
    pub key: Vec<String>,
    /// For placements: whether partners that are not there yet are made.
    #[serde(default = "yes")]
    pub make_organisations: bool,
}

fn yes() -> bool {
    true
}

/// What is done with one column.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnMapping {
    /// Its name in the file.
    pub head: String,
    /// Key of the field that it feeds; absent: it is not imported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The order of day and month, if the column itself does not show it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_order: Option<DayOrder>,
    /// For texts that are not known: which code each means, or `null` for nothing.
    #[serde(default, skip_serializing_if = "Matches::is_empty")]
    pub matches: Matches,
}

/// Why a mapping cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum MappingError {
    /// It is no JSON, or not that of a mapping.
    #[error("it is not a mapping: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// It is for another kind of record.
    #[error("it is for {}, not for {}", found.words(0), wanted.words(0))]
    OtherKind {
        /// The kind that it is for.
        found: ListKind,
        /// The kind asked for.
        wanted: ListKind,
    },
    /// It names fields that are not there.
    #[error("it names fields that {} do not have: {}", .kind.words(0), .keys.join(", "))]
    UnknownFields {
        /// The kind of record.
        kind: ListKind,
        /// The keys.
        keys: Vec<String>,
    },
}

impl Mapping {
    /// Reads a mapping written as JSON, for records of a kind.
    pub fn read(json: &str, kind: ListKind) -> Result<Self, MappingError> {
        let mapping: Self = serde_json::from_str(json)?;
        if mapping.kind != kind {
            return Err(MappingError::OtherKind { found: mapping.kind, wanted: kind });
        }
        let keys = mapping.unknown_keys();
        if keys.is_empty() { Ok(mapping) } else { Err(MappingError::UnknownFields { kind, keys }) }
    }

    /// A guess from the names of the columns. The name that this program itself writes is stronger than an alias, an
    /// earlier alias than a later one; a field that takes one column alone gets the strongest. A column that is empty
    /// (by `is_empty`) comes last.
    pub fn guess(kind: ListKind, heads: &[String], is_empty: impl Fn(usize) -> bool, limits: &Limits) -> Self {
        let mut candidates: Vec<(bool, usize, usize, &Field)> = Vec::new();
        for (column, head) in heads.iter().enumerate() {
            if simple(head) == simple(REASON_HEAD) {
                continue;
            }
            let named = field_named(kind, head);
            candidates.extend(named.map(|(rank, field)| (is_empty(column), rank, column, field)));
        }
        candidates.sort_by_key(|(empty, rank, column, _)| (*empty, *rank, *column));
        let mut chosen: Vec<Option<String>> = vec![None; heads.len()];
        let mut taken = HashSet::new();
        for (_, _, column, field) in candidates {
            if chosen[column].is_none() && (field.join != Join::Never || !taken.contains(field.key)) {
                taken.insert(field.key);
                chosen[column] = Some(field.key.to_owned());
            }
        }
        let columns = heads
            .iter()
            .zip(chosen)
            .map(|(head, field)| ColumnMapping { head: head.clone(), field, ..ColumnMapping::default() })
            .collect();
        let mut mapping = Self {
            kind,
            text: TextChoices::default(),
            header_row: None,
            columns,
            constants: BTreeMap::new(),
            key: Vec::new(),
            make_organisations: true,
        };
        mapping.add_usual_constants(limits);
        mapping.key = mapping.usual_key();
        mapping
    }

    /// The columns of another file: those of the same name keep what was chosen for them, others are not imported.
    pub fn onto(&self, heads: &[String]) -> Self {
        let mut known: Vec<Option<&ColumnMapping>> = self.columns.iter().map(Some).collect();
        let columns = heads
            .iter()
            .map(|head| {
                let same = |one: &Option<&ColumnMapping>| one.is_some_and(|one| simple(&one.head) == simple(head));
                let found = known.iter().position(same).and_then(|at| known[at].take());
                let empty = ColumnMapping::default();
                ColumnMapping { head: head.clone(), ..found.unwrap_or(&empty).clone() }
            })
            .collect();
        let mut mapping = Self { columns, ..self.clone() };
        if mapping.key.is_empty() {
            mapping.key = mapping.usual_key();
        }
        mapping
    }

    /// Whether some column feeds the field.
    pub fn feeds(&self, key: &str) -> bool {
        self.columns.iter().any(|column| column.field.as_deref() == Some(key))
    }

    fn unknown_keys(&self) -> Vec<String> {
        let columns = self.columns.iter().filter_map(|column| column.field.as_ref());
        let all = columns.chain(self.constants.keys()).chain(&self.key);
        all.filter(|key| field(self.kind, key).is_none()).cloned().collect()
    }

    /// What new records have that the file does not tell: shown to the person, who can change it.
    fn add_usual_constants(&mut self, limits: &Limits) {
        let usual: Vec<(&str, String)> = match self.kind {
            ListKind::Volunteer => vec![("standing", "ready".to_owned())],
            ListKind::Placement => vec![
                ("status", "open".to_owned()),
                ("weeks_least", limits.weeks_least.to_string()),
                ("weeks_most", limits.weeks_most.to_string()),
            ],
            ListKind::Offer => vec![("kind", "other".to_owned())],
            ListKind::Replication => vec![("result", "too-early".to_owned())],
            _ => Vec::new(),
        };
        for (key, value) in usual {
            if !self.feeds(key) {
                self.constants.insert(key.to_owned(), value);
            }
        }
    }

    /// The fields by which records of the kind are told apart, as far as the file has them.
    pub fn usual_key(&self) -> Vec<String> {
        if self.feeds("reference") { vec!["reference".to_owned()] } else { self.natural_key() }
    }

    /// As [`Mapping::usual_key`], without the reference that this office gave.
    pub fn natural_key(&self) -> Vec<String> {
        let choices: &[&[&str]] = match self.kind {
            ListKind::Volunteer => {
                &[&["email", "full_name"], &["birth_date", "full_name"], &["phone", "full_name"], &["full_name"]]
            }
            ListKind::Placement => {
                &[&["foreign_reference", "title"], &["title", "organisation", "country", "start_from"]]
            }
            ListKind::Practice => &[&["title"]],
            ListKind::Project => &[&["organisation", "title"]],
            ListKind::Offer => &[&["organisation", "side", "name", "language", "sector"]],
            ListKind::Link => &[&["organisation", "kind", "other"]],
            ListKind::SiteVisit => &[&["organisation", "on"]],
            ListKind::Replication => &[&["practice", "organisation", "who", "on"]],
            ListKind::Trained => &[&["mission", "topic", "sex", "age", "on"]],
            ListKind::Organisation | ListKind::Mission => &[&["name", "country"]],
        };
        let has = |key: &str| {
            // A name may come in two columns.
            self.feeds(key) || self.constants.contains_key(key) || key == "full_name"
        };
        let choice = choices.iter().find(|choice| has(choice[0])).unwrap_or(&choices[choices.len() - 1]);
        choice.iter().filter(|key| has(key)).map(|key| (*key).to_owned()).collect()
    }
}

/// Names the shape of a file: the names of its columns, whatever their case and accents. The column with reasons of a
/// file of rejected rows does not count, so that a corrected one is read as the file it came from.
pub fn shape_name(kind: ListKind, heads: &[String]) -> String {
    // FNV-1a: the same on every computer and in every version.
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for head in heads.iter().map(|head| simple(head)).filter(|head| *head != simple(REASON_HEAD)) {
        for byte in head.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("import.{kind}.{hash:016x}")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::fields::fields;
    use super::*;

    fn guess(kind: ListKind, heads: &[&str]) -> Vec<String> {
        let heads: Vec<String> = heads.iter().map(|head| (*head).to_owned()).collect();
        let mapping = Mapping::guess(kind, &heads, |_| false, &Limits::default());
        mapping.columns.into_iter().map(|column| column.field.unwrap_or_default()).collect()
    }

    #[test]
    fn no_name_means_two_fields() {
        for &kind in ListKind::ALL {
            let mut names = BTreeMap::new();
            for field in fields(kind) {
                let all = [field.key, field.english, field.french].into_iter().chain(field.aliases.iter().copied());
                for name in all.map(simple).collect::<HashSet<_>>() {
                    let before = names.insert(name.clone(), field.key);
                    assert_eq!(before, None, "{kind}: {name} is also {}", field.key);
                }
            }
            assert!(fields(kind).iter().all(|one| one.spill.is_none_or(|spill| field(kind, spill).is_some())));
        }
    }

    #[test]
    fn columns_of_real_tables_are_known() {
        assert_eq!(
            guess(
                ListKind::Placement,
                &["Country [Post]", "PST Start Date [PST_Start]", "Positions Remaining", "Region [Region]"]
            ),
            ["country", "start_from", "places_free", ""]
        );
        assert_eq!(
            guess(ListKind::Volunteer, &["Prénom", "NOM", "Geburtsdatum", "Home L1", "Home L2", "E-Mail"]),
            ["given_name", "family_name", "birth_date", "residence_place", "residence_place", "email"]
        );
    }

    #[test]
    fn the_strongest_name_takes_a_field_that_has_one_column() {
        assert_eq!(guess(ListKind::Volunteer, &["Title", "Sex", "Home phone", "Mobile"]), ["", "sex", "", "phone"]);
    }

    #[test]
    fn a_mapping_survives_json_and_a_file_with_other_columns() {
        let heads = ["Name".to_owned(), "Country".to_owned()];
        let mut mapping = Mapping::guess(ListKind::Volunteer, &heads, |_| false, &Limits::default());
        mapping.columns[1].matches.insert("elsewhere".to_owned(), Some("KE".to_owned()));
        let json = serde_json::to_string(&mapping).unwrap();
        let read = Mapping::read(&json, ListKind::Volunteer).unwrap();
        assert_eq!(read, mapping);
        assert_eq!(
            Mapping::read(&json.replace("\"residence\"", "\"shoe_size\""), ListKind::Volunteer)
                .unwrap_err()
                .to_string(),
            "it names fields that volunteers do not have: shoe_size"
        );
        assert!(Mapping::read(&json, ListKind::Placement).is_err());
        let onto = read.onto(&["COUNTRY".to_owned(), "Age".to_owned()]);
        assert_eq!(onto.columns[0].matches, mapping.columns[1].matches);
        assert_eq!(onto.columns[1].field, None);
        let shape = |heads: &[&str]| {
            shape_name(ListKind::Volunteer, &heads.iter().map(|head| (*head).to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(shape(&["Name", "Pays"]), shape(&["NAME", "pays", REASON_HEAD]));
        assert_ne!(shape(&["Name", "Pays"]), shape(&["Pays", "Name"]));
    }
}
