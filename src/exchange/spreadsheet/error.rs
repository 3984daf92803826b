//! Why a file cannot be read as a table.

use std::path::PathBuf;

use crate::exchange::write::NotWritten;

/// Why a file cannot be read as a table. `Display` is one sentence for a person, [`SheetError::hint`] says what to do.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// No file of that name.
    #[error("there is no file {}", .0.display())]
    NotThere(PathBuf),
    /// A folder was given.
    #[error("{} is a folder, not a file", .0.display())]
    Folder(PathBuf),
    /// The file has no bytes, or nothing but blanks.
    #[error("{file} is empty")]
    Empty {
        /// File name.
        file: String,
    },
    /// The system does not let this person read the file.
    #[error("you may not read {}", .0.display())]
    NoPermission(PathBuf),
    /// The workbook opens with a password only.
    #[error("{file} is protected with a password")]
    Password {
        /// File name.
        file: String,
    },
    /// The workbook is cut short or damaged.
    #[error("{file} is damaged or was not copied completely ({detail})")]
    Broken {
        /// File name.
        file: String,
        /// What the reader found, for a bug report.
        detail: String,
    },
    /// The file is something else: a picture, a letter ...
    #[error("{file} is not a table but {looks_like}")]
    NotATable {
        /// File name.
        file: String,
        /// What it seems to be.
        looks_like: &'static str,
    },
    /// The workbook has no sheet of that name.
    #[error("there is no sheet \"{sheet}\" in {file}, it has: {}", .have.join(", "))]
    SheetNotThere {
        /// File name.
        file: String,
        /// The sheet asked for.
        sheet: String,
        /// The sheets that are there.
        have: Vec<String>,
    },
    /// The sheet has no filled cell.
    #[error("the sheet \"{sheet}\" of {file} has no rows")]
    NoRows {
        /// File name.
        file: String,
        /// The sheet asked for.
        sheet: String,
    },
    /// More than this program takes in at once.
    #[error("{file} is too large: {found} {unit}, at most {limit} can be read at once")]
    TooLarge {
        /// File name.
        file: String,
        /// What it has.
        found: u64,
        /// What is allowed.
        limit: u64,
        /// Of what: `bytes` or `cells`.
        unit: &'static str,
    },
    /// A file could not be written; what was there before is still there.
    #[error(transparent)]
    NotWritten(#[from] NotWritten),
    /// The disk or network failed while reading.
    #[error("{file} could not be read: {source}")]
    Disk {
        /// File name.
        file: String,
        /// What the system said.
        source: std::io::Error,
    },
}

impl SheetError {
    /// What the person can do about it, one sentence.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::NotThere(_) => "check the name and the folder",
            Self::Folder(_) => "choose a file in it",
            Self::Empty { .. } => "ask the sender for the file again",
            Self::NoPermission(_) => "close it in other programs, or copy it to a folder of your own",
            Self::Password { .. } => {
                "open it in your spreadsheet program, take the password off and save it under a new name"
            }
            Self::Broken { .. } => {
                "open it in your spreadsheet program and save it again, or ask the sender for it again"
            }
            Self::NotATable { .. } => "open it in the program it belongs to and save the table as .xlsx, .ods or .csv",
            Self::SheetNotThere { .. } => "choose one of the sheets listed",
            Self::NoRows { .. } => "choose another sheet",
            Self::TooLarge { .. } => "split it into several files, or remove sheets and columns that are not needed",
            Self::NotWritten(_) => "close it in other programs, or choose another folder",
            Self::Disk { .. } => "copy it to your own disk and try again",
        }
    }
}
