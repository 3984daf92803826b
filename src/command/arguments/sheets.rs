//! Sheets that come in and lists that go out.

use super::Format;
use crate::domain::ListKind;
use crate::exchange::spreadsheet::fields::IMPORTABLE;
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use std::path::PathBuf;

/// A sheet to bring in.
#[derive(Debug, Args)]
pub struct Import {
    /// Office file
    pub file: PathBuf,
    /// What the rows are
    #[arg(value_parser = lists(IMPORTABLE))]
    pub kind: ListKind,
    /// File with the sheet
    pub sheet_file: PathBuf,
    /// Name of the sheet; without it, the first that has rows
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Which column is which field; without it, as remembered or guessed
    #[arg(long, value_name = "MAP.json")]
    pub map: Option<PathBuf>,
    /// Write the mapping that is used, to be corrected and given with --map
    #[arg(long, value_name = "MAP.json")]
    pub write_map: Option<PathBuf>,
    /// Write the rows that are not taken in, with the reasons
    #[arg(long, value_name = "OUT.csv")]
    pub rejected: Option<PathBuf>,
    /// Only say what would happen
    #[arg(long)]
    pub dry_run: bool,
    /// How to report
    #[arg(long, default_value = "text")]
    pub format: Format,
}

/// A list to write.
#[derive(Debug, Args)]
pub struct Export {
    /// Office file
    pub file: PathBuf,
    /// What to write
    #[arg(value_parser = lists(ListKind::ALL))]
    pub kind: ListKind,
    /// File to write; one that is there is replaced
    pub out: PathBuf,
}

/// Takes the word for one of these lists; the code of a row is understood too.
fn lists(these: &'static [ListKind]) -> impl TypedValueParser<Value = ListKind> {
    let values = these.iter().map(|kind| PossibleValue::new(word(*kind)).alias(kind.code()));
    PossibleValuesParser::new(values).try_map(|text| {
        let named = |kind: &&ListKind| word(**kind) == text || kind.code() == text;
        ListKind::ALL.iter().find(named).copied().ok_or("no such list")
    })
}

fn word(kind: ListKind) -> &'static str {
    match kind {
        ListKind::Offer => "offers",
        ListKind::SiteVisit => "site-visits",
        ListKind::Trained => "people-trained",
        plain => plain.words(0),
    }
}
