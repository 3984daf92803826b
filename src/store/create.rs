//! Making a new office file.

use super::key_file::{Key, KeyFile, new_key};
use super::lock::Lock;
use super::office_file::connect;
use super::{OfficeFile, StoreError, cipher};
use crate::domain::Id;
use crate::domain::matching::MatchingSettings;
use crate::domain::milestones::Templates;
use crate::domain::office::{Office, Role};
use crate::domain::reference::Country;
use crate::domain::reporting::ReportSchedule;
use crate::domain::rules::{Broken, Limits};
use chrono::Local;
use std::path::Path;

/// What a person says of a new office.
#[derive(Debug, Clone, PartialEq)]
pub struct NewOffice {
    /// Its name; not empty.
    pub name: String,
    /// The country it works in.
    pub country: Option<Country>,
    /// What it is.
    pub role: Role,
}

impl NewOffice {
    /// The office's record, with a fresh id and the organisation's limits.
    pub fn record(&self) -> Result<Office, Broken> {
        let name = self.name.trim().to_owned();
        if name.is_empty() {
            return Err(Broken::NoName { what: "office".into() });
        }
        Ok(Office {
            id: Id::random(),
            name,
            country: self.country,
            role: self.role,
            limits: Limits::default(),
            matching: MatchingSettings::default(),
            templates: Templates::default(),
            reporting: ReportSchedule::default(),
        })
    }
}

impl OfficeFile {
    /// Makes a new office file. Refused where a file of that name is there already.
    pub fn create(path: &Path, new: &NewOffice) -> Result<Self, StoreError> {
        Self::create_as(path, &new.record()?)
    }

    /// Makes a new office file that a passphrase protects from the first byte.
    pub fn create_protected(path: &Path, new: &NewOffice, passphrase: &str) -> Result<Self, StoreError> {
        let key = new_key();
        let key_file = KeyFile::new(&key, passphrase);
        let key_file = key_file.map_err(|error| StoreError::of_key_file(error, &cipher::key_file_path(path)))?;
        Self::make(path, &new.record()?, Some((key, key_file)))
    }

    /// Makes a new office file for an office whose record is there already, from an invitation.
    pub fn create_as(path: &Path, office: &Office) -> Result<Self, StoreError> {
        Self::make(path, office, None)
    }

    fn make(path: &Path, office: &Office, key: Option<(Key, KeyFile)>) -> Result<Self, StoreError> {
        if path.exists() {
            return Err(StoreError::AlreadyThere(path.to_owned()));
        }
        let lock = Lock::take(path, &Local::now().format("%Y-%m-%d %H:%M").to_string())?;
        if let Some((_, key_file)) = &key {
            if cipher::key_file_path(path).exists() {
                return Err(StoreError::AlreadyThere(cipher::key_file_path(path)));
            }
            cipher::write_key_file(path, key_file)?;
        }
        let key = key.map(|(key, _)| key);
        let made = connect(path, key.as_ref()).and_then(|connection| Self::found(connection, path, Some(lock), office));
        match made {
            Ok(mut file) => {
                file.key = key;
                super::replica::remember_place(&file.connection, path)?;
                file.checkpoint()?;
                Ok(file)
            }
            Err(error) => {
                // A half-made file would only puzzle the person who tries again.
                for ending in ["", "-wal", "-journal"] {
                    let _ = std::fs::remove_file(cipher::with_ending(path, ending));
                }
                if key.is_some() {
                    let _ = std::fs::remove_file(cipher::key_file_path(path));
                }
                Err(error)
            }
        }
    }
}
