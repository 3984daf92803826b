//! A folder of files that is whole or not there.

use super::PublishError;
use crate::exchange::write::NotWritten;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder in the making, beside the one whose place it takes. Dropped before that, it is removed.
pub(super) struct Making {
    part: PathBuf,
    target: PathBuf,
    is_done: bool,
}

impl Making {
    /// Begins a folder that is to hold files which `is_ours` knows by name. Refuses to replace what is no such folder.
    pub(super) fn begin(target: &Path, is_ours: impl Fn(&str) -> bool) -> Result<Self, PublishError> {
        if target.exists() && !target.is_dir() {
            return Err(PublishError::NotFolder(target.to_owned()));
        }
        let (part, before) = (beside(target, ".part"), beside(target, ".before"));
        for folder in [target, &part, &before] {
            refuse_others(folder, &is_ours)?;
        }
        // Left by a run that was cut off.
        remove(&part)?;
        fs::create_dir(&part).map_err(|error| NotWritten::new(target, error))?;
        Ok(Self { part, target: target.to_owned(), is_done: false })
    }

    /// Where a file is written until the folder takes its place.
    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.part.join(name)
    }

    /// Takes the place of what was there. An earlier folder is put back where that fails.
    pub(super) fn finish(mut self) -> Result<(), PublishError> {
        let failed = |error| NotWritten::new(&self.target, error);
        let before = beside(&self.target, ".before");
        let replaces = self.target.exists();
        if replaces {
            remove(&before)?;
            fs::rename(&self.target, &before).map_err(failed)?;
        }
        if let Err(error) = fs::rename(&self.part, &self.target) {
            if replaces {
                // The first failure is the one to be told.
                let _ = fs::rename(&before, &self.target);
            }
            return Err(failed(error).into());
        }
        self.is_done = true;
        // It may hold more of people than the new one: it is not left lying there.
        Ok(remove(&before)?)
    }
}

impl Drop for Making {
    fn drop(&mut self) {
        if !self.is_done {
            // Nothing to be done where even that fails; the next run removes it.
            let _ = fs::remove_dir_all(&self.part);
        }
    }
}

fn beside(target: &Path, ending: &str) -> PathBuf {
    let mut name = target.file_name().map_or_else(|| OsString::from("export"), OsString::from);
    name.push(ending);
    target.with_file_name(name)
}

fn remove(folder: &Path) -> Result<(), NotWritten> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| NotWritten::new(folder, error))?;
    }
    Ok(())
}

fn refuse_others(folder: &Path, is_ours: impl Fn(&str) -> bool) -> Result<(), PublishError> {
    if !folder.exists() {
        return Ok(());
    }
    let failed = |error| NotWritten::new(folder, error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !is_ours(&name) || entry.path().is_dir() {
            return Err(PublishError::OtherFiles { folder: folder.to_owned(), found: name });
        }
    }
    Ok(())
}
