//! Why a command did not do what was asked, as a sentence, a hint and an exit status.

use crate::domain::mission::ReportKind;
use crate::domain::reference::{Country, Tongue};
use crate::domain::{Kind, ListKind};
use crate::exchange::calendar::HolidayError;
use crate::exchange::instance::InstanceError;
use crate::exchange::pages::{CertificateError, FormError};
use crate::exchange::spreadsheet::{ExportError, MappingError, SheetError};
use crate::matching::proof::Flaw;
use crate::store::StoreError;
use std::path::PathBuf;

/// Why a command did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    /// The office file refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A sheet could not be read or written.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// A calendar gives no holidays.
    #[error(transparent)]
    Holidays(#[from] HolidayError),
    /// An instance cannot be read or solved.
    #[error(transparent)]
    Instance(#[from] InstanceError),
    /// The prices do not prove a plan best.
    #[error("the plan is not proved best: {0}")]
    NotProved(#[from] Flaw),
    /// The mapping of an import cannot be used.
    #[error("{} cannot be used: {why}", path.display())]
    Mapping { path: PathBuf, why: MappingError },
    /// The file of the mapping cannot be read.
    #[error("{} cannot be read: {why}", path.display())]
    Unreadable { path: PathBuf, why: String },
    /// The file of the weights cannot be used.
    #[error("{} cannot be used: {why}", path.display())]
    Weights { path: PathBuf, why: String },
    /// The placement is not open, or has no free place.
    #[error("{0} is not to be filled: it is not open, or has no free place")]
    NotOpen(String),
    /// The sheet leaves something open that only a person knows.
    #[error("{0}")]
    Question(String),
    /// The command would write over a file that it reads.
    #[error("{} would be overwritten", .0.display())]
    WouldOverwrite(PathBuf),
    /// No list is written to files of that ending.
    #[error("{} cannot be written to a file that ends in {ending:?}", listed(*kind))]
    Ending { kind: Option<ListKind>, ending: String },
    /// The exchange with other offices refused.
    #[error(transparent)]
    Bundle(#[from] crate::exchange::bundle::BundleError),
    /// There is no certificate.
    #[error(transparent)]
    Certificate(#[from] CertificateError),
    /// A form was not taken in.
    #[error(transparent)]
    Form(#[from] FormError),
    /// The mission owes no such report.
    #[error("the mission owes no {kind} report")]
    NoReport { kind: ReportKind },
    /// The data could not be published.
    #[error(transparent)]
    Publish(#[from] crate::exchange::publish::PublishError),
    /// Nothing could be published to a server.
    #[cfg(feature = "postgres")]
    #[error(transparent)]
    Server(#[from] crate::exchange::publish::ServerError),
    /// Some of the files were refused.
    #[error("{refused} of {all} files were refused")]
    Refused { refused: usize, all: usize },
    /// There is no such conflict, or it has been decided.
    #[error("there is no conflict {0}")]
    NoConflict(String),
    /// The plan is written as a workbook alone.
    #[error("the plan cannot be written to {}", .0.display())]
    PlanEnding(PathBuf),
    /// Nothing could be written to stdout.
    #[error("the output could not be written: {0}")]
    Output(#[from] std::io::Error),
    /// The country is not known, or could be several.
    #[error("{text:?} is not a country that Sojourn knows")]
    Country { text: String, near: Vec<Country> },
    /// The environment names a day that is none.
    #[error("SOJOURN_TODAY is {0:?}, which is not a date")]
    Today(String),
    /// A list cannot be sorted by that.
    #[error("{kind}s cannot be sorted by {column:?}")]
    Sort { kind: Kind, column: String, known: Vec<&'static str> },
    /// The mission would end beyond the calendar.
    #[error("{weeks} weeks from {start} is beyond the calendar")]
    BeyondCalendar { weeks: u16, start: chrono::NaiveDate },
    /// The period ends before it begins.
    #[error("there is no day from {from} to {to}")]
    Period { from: chrono::NaiveDate, to: chrono::NaiveDate },
    /// No record of any kind has that id or reference.
    #[error("there is no record {0}")]
    NoRecord(String),
    /// Fewer edits could be undone or redone than were asked for.
    #[error("only {done} of {asked} steps were done: {why}")]
    FewerSteps { done: u32, asked: u32, why: StoreError },
    /// A new passphrase is needed, and there is nobody to ask.
    #[error("a passphrase is needed")]
    NoPassphrase,
    /// What was typed twice differs.
    #[error("the two passphrases differ")]
    NotTheSame,
    /// A check found something.
    #[error("{0}")]
    Problems(String),
}

impl Failure {
    /// What the person can do about it; empty where there is nothing to advise.
    pub(super) fn hint(&self) -> String {
        match self {
            Self::Store(error) | Self::FewerSteps { why: error, .. } => error.hint(),
            Self::Country { near, .. } if near.is_empty() => {
                "write its name, or its ISO 3166 code of two letters".into()
            }
            Self::Country { near, .. } => {
                let names: Vec<String> = near
                    .iter()
                    .map(|country| format!("{} ({})", country.name(Tongue::English), country.code()))
                    .collect();
                format!("did you mean {}?", names.join(" or "))
            }
            Self::Instance(error) => error.hint().into(),
            Self::Sheet(error) => error.hint().into(),
            Self::Holidays(error) => error.hint().into(),
            Self::Mapping { .. } | Self::Unreadable { .. } => {
                "write one to start from with --write-map MAP.json".into()
            }
            Self::Question(_) => {
                "write the mapping with --write-map MAP.json, say it there, and give it with --map".into()
            }
            Self::Weights { .. } => "write the most points of each criterion, such as {\"language\": 30}".into(),
            Self::NotOpen(_) => "approve or open it, or add a place".into(),
            Self::WouldOverwrite(_) => "choose another name".into(),
            Self::Ending { kind: Some(ListKind::Mission), .. } => "missions are written to .xlsx, .csv or .ics".into(),
            Self::Ending { kind, .. } => format!("{} are written to .xlsx or .csv", listed(*kind)),
            Self::PlanEnding(_) => "it is written to .xlsx".into(),
            Self::Today(_) => "write it like 2027-01-31, or leave it out".into(),
            Self::Sort { known, .. } => format!("they can be sorted by {}", known.join(", ")),
            Self::BeyondCalendar { .. } => "start earlier".into(),
            Self::Period { .. } => "give the earlier day with --from".into(),
            Self::NoRecord(_) => "take the id or the short reference shown in the list".into(),
            Self::Bundle(error) => error.hint(),
            Self::Certificate(CertificateError::Store(error)) => error.hint(),
            Self::Certificate(CertificateError::NotServed { .. }) => {
                "there is one from the first day of service on".into()
            }
            Self::Certificate(CertificateError::Erased) => String::new(),
            Self::Form(error) => error.hint(),
            Self::NoReport { .. } => "`sojourn mission FILE ID show` lists its reports".into(),
            Self::Publish(error) => error.hint(),
            #[cfg(feature = "postgres")]
            Self::Server(error) => error.hint(),
            Self::NoConflict(_) => "take the name that `sojourn conflicts` shows, or `all`".into(),
            Self::Refused { .. } => "the others were taken in; what a refused one holds is also in the next".into(),
            Self::NoPassphrase => "set SOJOURN_PASSPHRASE".into(),
            Self::NotTheSame => "type the same passphrase twice".into(),
            Self::Problems(_) => "open the newest backup".into(),
            Self::NotProved(_) => "this is a fault of Sojourn: please report it with the instance".into(),
            Self::Output(_) => String::new(),
        }
    }

    /// 2 where the command was written wrongly, 1 where it was refused.
    pub(super) fn status(&self) -> u8 {
        match self {
            Self::Period { .. }
            | Self::Country { .. }
            | Self::Today(_)
            | Self::Sort { .. }
            | Self::Ending { .. }
            | Self::PlanEnding(_) => 2,
            _ => 1,
        }
    }

    /// Whether whoever read the output stopped reading.
    pub(super) fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == std::io::ErrorKind::BrokenPipe)
    }
}

impl From<ExportError> for Failure {
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::Store(error) => Self::Store(error),
            ExportError::Sheet(error) => Self::Sheet(error),
            ExportError::Ending(ending) => Self::Ending { kind: None, ending },
        }
    }
}

impl From<csv::Error> for Failure {
    fn from(error: csv::Error) -> Self {
        Self::Output(match error.into_kind() {
            csv::ErrorKind::Io(error) => error,
            other => std::io::Error::other(format!("{other:?}")),
        })
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Output(error.into())
    }
}

fn listed(kind: Option<ListKind>) -> &'static str {
    kind.map_or("lists", |kind| kind.words(0))
}
