//! What can be asked about the data for reporting tools elsewhere.

use crate::exchange::publish::Personal;
#[cfg(feature = "postgres")]
use crate::exchange::publish::SchemaName;
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

/// All data on a server.
#[cfg(feature = "postgres")]
#[derive(Debug, Args)]
pub struct Publish {
    /// Office file
    pub file: PathBuf,
    /// Address of the server and database, such as postgres://reports@server:5432/warehouse
    #[arg(long, value_name = "URL")]
    pub postgres: String,
    /// Schema for the data and nothing else; made where there is none
    #[arg(long, value_name = "NAME", default_value = "sojourn", value_parser = SchemaName::parse)]
    pub schema: SchemaName,
    /// How much of people to publish
    #[arg(long, value_name = "HOW", default_value = "none")]
    pub personal: HowPersonal,
}
