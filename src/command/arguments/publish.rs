//! What can be asked about the data for reporting tools elsewhere.

use crate::exchange::publish::Personal;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// All data as files.
#[derive(Debug, Args)]
pub struct ExportData {
    /// Office file
    pub file: PathBuf,
    /// Folder to write: new, empty, or an earlier export, which is replaced
    pub dir: PathBuf,
    /// How much of people to write
    #[arg(long, value_name = "HOW", default_value = "none")]
    pub personal: HowPersonal,
}

/// How much of people is given on. Of those who were erased nothing is, in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum HowPersonal {
    /// No names, days of birth, contacts, numbers of papers or free text; years of birth stay
    None,
    /// Names too
    Names,
    /// Everything
    All,
}

impl HowPersonal {
    /// As the rooms below call it.
    pub fn personal(self) -> Personal {
        match self {
            Self::None => Personal::None,
            Self::Names => Personal::Names,
            Self::All => Personal::All,
        }
    }
}
