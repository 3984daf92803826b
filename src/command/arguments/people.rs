//! What can be asked for of people who are in the file twice.

use super::Format;
use crate::domain::merging::FIELDS;
use clap::Args;
use std::path::PathBuf;

/// Likely pairs.
#[derive(Debug, Args)]
pub struct Duplicates {
    /// Office file
    pub file: PathBuf,
    /// How to write it
    #[arg(long, default_value = "text")]
    pub format: Format,
}

/// Two records of one person.
#[derive(Debug, Args)]
pub struct MergePeople {
    /// Office file
    pub file: PathBuf,
    /// Id or short reference of the volunteer whose record is kept
    pub keep: String,
    /// Id or short reference of the record that goes into it
    pub other: String,
    /// Take this field from the other record, such as email; can be given several times
    #[arg(long, value_name = "FIELD", value_parser = clap::builder::PossibleValuesParser::new(FIELDS), hide_possible_values = true)]
    pub take: Vec<String>,
}

/// Two records of two people.
#[derive(Debug, Args)]
pub struct NotSame {
    /// Office file
    pub file: PathBuf,
    /// Id or short reference of the one
    pub one: String,
    /// Id or short reference of the other
    pub other: String,
    /// Why
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub reason: String,
}
