//! Files that are whole or not there.

use std::path::Path;

/// A file could not be written; what was there before is still there.
#[derive(Debug, thiserror::Error)]
#[error("{file} could not be written: {reason}")]
pub struct NotWritten {
    /// File name.
    pub file: String,
    /// Why.
    pub reason: WhyNot,
}

/// Why a file could not be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WhyNot {
    /// No space is left.
    #[error("the disk is full")]
    Full,
    /// Nothing can be written on the disk or stick.
    #[error("the disk or stick is write-protected")]
    WriteProtected,
    /// This person may not write there.
    #[error("there is no permission to write there")]
    NoPermission,
    /// The folder is gone, or the stick was pulled out.
    #[error("the folder is not there")]
    NoFolder,
    /// Something else, in the system's words.
    #[error("{0}")]
    Said(String),
}

impl From<std::io::Error> for WhyNot {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
            ErrorKind::ReadOnlyFilesystem => Self::WriteProtected,
            ErrorKind::PermissionDenied => Self::NoPermission,
            ErrorKind::NotFound => Self::NoFolder,
            _ => Self::Said(error.to_string()),
        }
    }
}

impl From<csv::Error> for WhyNot {
    fn from(error: csv::Error) -> Self {
        let said = error.to_string();
        match error.into_kind() {
            csv::ErrorKind::Io(error) => error.into(),
            _ => Self::Said(said),
        }
    }
}

impl NotWritten {
    /// This file, for this reason.
    pub fn new(path: &Path, reason: impl Into<WhyNot>) -> Self {
        let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        Self { file, reason: reason.into() }
    }
}

/// Writes beside the target and renames: a file that is there is whole, whatever happens.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), NotWritten> {
    use std::io::Write as _;
    let mut name = path.file_name().unwrap_or(path.as_os_str()).to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    let written = std::fs::File::create(&part)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| std::fs::rename(&part, path));
    written.map_err(|source| {
        // Nothing to be done where even that fails.
        let _ = std::fs::remove_file(&part);
        NotWritten::new(path, source)
    })
}
