//! What can be asked for of the network, of what was learned, and of pages and files about missions.

use super::Format;
use crate::domain::mission::ReportKind;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Practices.
#[derive(Debug, Args)]
pub struct Practices {
    /// Office file
    pub file: PathBuf,
    /// Only those most like this placement, with former missions and what makes them alike
    #[arg(long, value_name = "PLACEMENT")]
    pub like: Option<String>,
    /// At most so many
    #[arg(long, default_value_t = 5)]
    pub limit: usize,
    /// How to write them
    #[arg(long, default_value = "text")]
    pub format: Format,
}

/// The network around an organisation.
#[derive(Debug, Args)]
pub struct Network {
    /// Office file
    pub file: PathBuf,
    /// Id or short reference of the organisation in the middle
    pub organisation: String,
    /// How many links away
    #[arg(long, default_value_t = 2)]
    pub depth: usize,
    /// How to write it
    #[arg(long, default_value = "text")]
    pub format: NetworkFormat,
}

/// How the network is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum NetworkFormat {
    /// For people.
    #[value(help = None)]
    Text,
    /// For programs.
    #[value(help = None)]
    Json,
    /// For Graphviz.
    #[value(help = None)]
    Dot,
}

/// A question to the network.
#[derive(Debug, Args)]
pub struct Who {
    /// Office file
    pub file: PathBuf,
    /// The question: "who near Tamale can train nurses in neonatal care?"
    pub question: String,
    /// At most so many
    #[arg(long, default_value_t = 20)]
    pub limit: usize,
    /// How to write it
    #[arg(long, default_value = "text")]
    pub format: Format,
}

/// Work side by side.
#[derive(Debug, Args)]
pub struct Overlaps {
    /// Office file
    pub file: PathBuf,
    /// Only in this country: a code or a name
    #[arg(long)]
    pub country: Option<String>,
    /// Work that is over before this day is left out; today unless told otherwise
    #[arg(long, value_name = "DATE")]
    pub from: Option<chrono::NaiveDate>,
    /// How to write it
    #[arg(long, default_value = "text")]
    pub format: Format,
}

/// A page about a mission.
#[derive(Debug, Args)]
pub struct MissionPage {
    /// Office file
    pub file: PathBuf,
    /// Id or short reference of the mission
    pub mission: String,
    /// PDF to write
    pub out: PathBuf,
    /// Language of the page: en or fr
    #[arg(long, default_value = "en")]
    pub language: PageLanguage,
}

/// Languages that pages are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PageLanguage {
    /// English.
    #[value(help = None)]
    En,
    /// French.
    #[value(help = None)]
    Fr,
}

/// An IATI file.
#[derive(Debug, Args)]
pub struct Iati {
    /// Office file
    pub file: PathBuf,
    /// XML to write
    pub out: PathBuf,
    /// Identifier of the reporting organisation, from a register that org-id.guide lists: GB-CHC-1020488
    #[arg(long, value_name = "ID")]
    pub org: Option<String>,
    /// Name of the reporting organisation; that of the office unless told otherwise
    #[arg(long, value_name = "NAME")]
    pub org_name: Option<String>,
    /// IATI organisation type: 21 international NGO, 22 national NGO, 10 government ...
    #[arg(long, value_name = "CODE", default_value = "21")]
    pub org_type: String,
}

/// A form for a report.
#[derive(Debug, Args)]
pub struct ReportForm {
    /// Office file
    pub file: PathBuf,
    /// Id or short reference of the mission
    pub mission: String,
    /// Workbook to write
    pub out: PathBuf,
    /// Which of its reports: the next one of this kind that has not come
    #[arg(long, default_value = "final", value_parser = kind)]
    pub kind: ReportKind,
    /// Language of the form: en or fr
    #[arg(long, default_value = "en")]
    pub language: PageLanguage,
}

fn kind(text: &str) -> Result<ReportKind, String> {
    let known: Vec<&str> = ReportKind::ALL.iter().map(|kind| kind.code()).collect();
    ReportKind::parse(text).ok_or_else(|| format!("it is one of {}", known.join(", ")))
}

/// Filled forms.
#[derive(Debug, Args)]
pub struct TakeForms {
    /// Office file
    pub file: PathBuf,
    /// Filled forms
    #[arg(required = true)]
    pub forms: Vec<PathBuf>,
}
