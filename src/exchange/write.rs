//! Files that are whole or not there.

use std::path::Path;

/// A file could not be written; what was there before is still there.
#[derive(Debug, thiserror::Error)]
#[error("{file} could not be written: {reason}")]
pub struct NotWritten {
    /// File name.
    pub file: String,
    /// What the system said.
    pub reason: String,
}

impl NotWritten {
    /// This file, for this reason.
    pub fn new(path: &Path, reason: impl ToString) -> Self {
        let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        Self { file, reason: reason.to_string() }
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
