//! What can go wrong with an office file, as sentences with a hint.

use crate::domain::rules::Broken;
use crate::domain::{Id, Kind};
use std::path::{Path, PathBuf};

/// Why the office file could not be opened, read or changed. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such file.
    #[error("there is no file {}", .0.display())]
    NotThere(PathBuf),
    /// The path is a folder.
    #[error("{} is a folder, not an office file", .0.display())]
    IsFolder(PathBuf),
    /// A new office would overwrite a file.
    #[error("{} is already there", .0.display())]
    AlreadyThere(PathBuf),
    /// The file is not an office file, or not a database at all.
    #[error("{} is not an office file", .0.display())]
    NotAnOfficeFile(PathBuf),
    /// The file was written by a newer version of the program.
    #[error("{} was written by a newer Sojourn (file version {found}, this program knows {known})", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: i64,
        /// The newest version this program knows.
        known: i64,
    },
    /// The file is open in another window or on another machine.
    #[error("{} is open on {holder}", path.display())]
    Open {
        /// The file.
        path: PathBuf,
        /// Who has it open, and since when.
        holder: String,
    },
    /// Something else is where the folder of backups has to be.
    #[error("{} is in the place of the folder of backups", .0.display())]
    NotAFolder(PathBuf),
    /// The system does not let this person read or write the file.
    #[error("no permission to write {}", .0.display())]
    NoPermission(PathBuf),
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
    /// The file was removed or replaced while it was open.
    #[error("{} was removed or replaced while it was open", .0.display())]
    PulledAway(PathBuf),
    /// The file is damaged.
    #[error("the office file is damaged: {0}")]
    Damaged(String),
    /// There is no record of that id or reference.
    #[error("there is no {kind} {wanted}")]
    NoRecord {
        /// The kind of record.
        kind: Kind,
        /// The id or reference asked for.
        wanted: String,
    },
    /// Records of two offices have the same reference.
    #[error("more than one {kind} is {wanted}")]
    SeveralRecords {
        /// The kind of record.
        kind: Kind,
        /// The reference asked for.
        wanted: String,
    },
    /// A rule of the field is broken.
    #[error(transparent)]
    Broken(#[from] Broken),
    /// A rule of the field is broken, in one of several things done at once.
    #[error("{name}: {broken}")]
    BrokenFor {
        /// Name of the volunteer, or short reference of the mission.
        name: String,
        /// The rule.
        broken: Broken,
    },
    /// A record cannot be removed while others need it.
    #[error("{name} cannot be removed: {count} {by}s need it")]
    StillNeeded {
        /// Its name and short reference.
        name: String,
        /// The kind of those that need it.
        by: Kind,
        /// How many.
        count: u32,
    },
    /// A record was to be merged with itself, or told from itself.
    #[error("{name} was named twice")]
    SamePerson {
        /// Its name.
        name: String,
    },
    /// There is nothing to undo.
    #[error("there is nothing to undo")]
    NothingToUndo,
    /// There is nothing to redo.
    #[error("there is nothing to redo")]
    NothingToRedo,
    /// The value has been changed since, so undoing would lose that change.
    #[error("{what} has been changed since")]
    ChangedSince {
        /// What it is, such as `volunteer V-0231`.
        what: String,
    },
    /// The person was erased.
    #[error("{who} was erased")]
    Erased {
        /// What is left of the name, and the short reference.
        who: String,
    },
    /// A field cannot hold the value.
    #[error("{field} cannot be {value}")]
    NotAValue {
        /// The field.
        field: String,
        /// What was to be written.
        value: String,
    },
    /// The office is not one that this one exchanges bundles with.
    #[error("this office is not linked with that one")]
    NotLinked,
    /// The file is encrypted, and no passphrase was given.
    #[error("{} is protected by a passphrase", .0.display())]
    Locked(PathBuf),
    /// The passphrase does not open the file.
    #[error("the passphrase is wrong")]
    WrongPassphrase,
    /// A new passphrase is too short.
    #[error("a passphrase has at least {} characters", super::LEAST_CHARACTERS)]
    ShortPassphrase,
    /// The file is encrypted, and its key file is not beside it.
    #[error("the key file {} is missing", .0.display())]
    KeyFileMissing(PathBuf),
    /// A key file, or a file for recovering it, cannot be used.
    #[error("{} cannot be used: {why}", path.display())]
    KeyFile {
        /// The file.
        path: PathBuf,
        /// Why.
        why: super::KeyFileError,
    },
    /// The file is not encrypted.
    #[error("{} is not protected by a passphrase", .0.display())]
    NotProtected(PathBuf),
    /// Head office cannot recover the passphrase: the office is not linked with it.
    #[error("head office has no key to this office file")]
    NoRecovery,
    /// An answer came to a question that was not asked here.
    #[error("nothing was asked for {} here, or it was answered already", .0.display())]
    NotAsked(PathBuf),
    /// The person cancelled.
    #[error("cancelled, nothing was changed")]
    Cancelled,
    /// The system refused to read or write.
    #[error("the system could not read or write: {0}")]
    System(#[from] std::io::Error),
    /// The database refused.
    #[error("the office file could not be read or written: {0}")]
    Database(#[from] rusqlite::Error),
}

impl StoreError {
    /// What the person can do about it, in one sentence; empty where there is nothing to advise.
    pub fn hint(&self) -> String {
        match self {
            Self::NotThere(_) => "look for it under another name, or plug in the drive it is on".into(),
            Self::NotAFolder(_) => "give that file another name; until then no backup can be made".into(),
            Self::IsFolder(_) => "choose a file that ends in .sojourn".into(),
            Self::AlreadyThere(_) => "choose another name, or open the file that is there".into(),
            Self::NotAnOfficeFile(_) => {
                "choose a file that ends in .sojourn; spreadsheets are brought in with Import".into()
            }
            Self::Newer { .. } => "install the newer program; the file was not changed".into(),
            Self::Open { .. } => "close it there first".into(),
            Self::NoPermission(_) => {
                "copy the file to a folder of your own, or ask whoever looks after this computer".into()
            }
            Self::DiskFull => "free some space, then try again; nothing was lost".into(),
            Self::PulledAway(_) => {
                "put it back, or save a copy under another name; nothing more is written until then".into()
            }
            Self::Damaged(_) => "open the newest backup".into(),
            Self::NoRecord { .. } => "take the id or the short reference shown in the list".into(),
            Self::SeveralRecords { .. } => "take the id of the one that is meant; `list --format json` shows it".into(),
            Self::Broken(broken) | Self::BrokenFor { broken, .. } => broken.hint(),
            Self::StillNeeded { by, .. } => format!("remove the {by}s first, or keep it and say that it is over"),
            Self::ChangedSince { .. } => "look at its history, and change it by hand".into(),
            Self::Erased { .. } => "what is counted stays; nothing more is kept of this person".into(),
            Self::NotAValue { .. } => "write it as the other values are written".into(),
            Self::SamePerson { .. } => "choose two records".into(),
            Self::NotLinked => "head office invites an office; the office opens the invitation".into(),
            Self::Locked(_) => "set SOJOURN_PASSPHRASE, or type the passphrase when asked".into(),
            Self::WrongPassphrase => {
                "type it again; a lost passphrase is recovered through head office with `sojourn recover`".into()
            }
            Self::ShortPassphrase => "a few words in a row are long, and easy to remember".into(),
            Self::KeyFileMissing(_) => {
                "an office file and its key file belong together: copy both, or take the key file beside a backup"
                    .into()
            }
            Self::NotProtected(_) => "open it as it is".into(),
            Self::NoRecovery => {
                "a passphrase is recovered only of an office that was linked with head office before".into()
            }
            Self::NotAsked(_) => "take the answer to the computer on which the request was made, or ask again".into(),
            Self::KeyFile { .. } => "ask for it again, or take the copy beside the newest backup".into(),
            Self::NothingToUndo | Self::NothingToRedo | Self::Cancelled => String::new(),
            Self::System(_) | Self::Database(_) => "try again; if it stays, run `sojourn check` on the file".into(),
        }
    }

    /// No record of that id.
    pub(crate) fn no_record(kind: Kind, id: Id) -> Self {
        Self::NoRecord { kind, wanted: id.to_string() }
    }

    /// Names what the system said of a path, so that the person sees which file it is.
    pub(crate) fn of_path(error: std::io::Error, path: &Path) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::NotFound => Self::NotThere(path.to_owned()),
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::NoPermission(path.to_owned()),
            ErrorKind::AlreadyExists | ErrorKind::NotADirectory => Self::NotAFolder(path.to_owned()),
            ErrorKind::IsADirectory => Self::IsFolder(path.to_owned()),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::System(error),
        }
    }

    /// Names what is wrong with a key file, so that the person sees which file it is.
    pub(crate) fn of_key_file(error: super::KeyFileError, path: &Path) -> Self {
        match error {
            super::KeyFileError::WrongPassphrase => Self::WrongPassphrase,
            super::KeyFileError::ShortPassphrase => Self::ShortPassphrase,
            why => Self::KeyFile { path: path.to_owned(), why },
        }
    }

    /// Names what SQLite said of a path.
    pub(crate) fn of_database(error: rusqlite::Error, path: &Path) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::NotAnOfficeFile(path.to_owned()),
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged(error.to_string()),
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
                Self::NoPermission(path.to_owned())
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                Self::Open { path: path.to_owned(), holder: "another program".into() }
            }
            _ => Self::Database(error),
        }
    }
}
