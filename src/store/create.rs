//! Making a new office file.

use super::lock::Lock;
use super::office_file::connect;
use super::{OfficeFile, StoreError};
use crate::domain::Id;
use crate::domain::matching::MatchingSettings;
use crate::domain::milestones::Templates;
use crate::domain::office::{Office, Role};
use crate::domain::reference::Country;
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
        })
    }
}

impl OfficeFile {
    /// Makes a new office file. Refused where a file of that name is there already.
    pub fn create(path: &Path, new: &NewOffice) -> Result<Self, StoreError> {
        Self::create_as(path, &new.record()?)
    }

    /// Makes a new office file for an office whose record is there already, from an invitation.
    pub fn create_as(path: &Path, office: &Office) -> Result<Self, StoreError> {
        if path.exists() {
            return Err(StoreError::AlreadyThere(path.to_owned()));
        }
        let lock = Lock::take(path, &Local::now().format("%Y-%m-%d %H:%M").to_string())?;
        let made = connect(path).and_then(|connection| Self::found(connection, path, Some(lock), office));
        match made {
            Ok(file) => {
                super::replica::remember_place(&file.connection, path)?;
                file.checkpoint()?;
                Ok(file)
            }
            Err(error) => {
                // A half-made file would only puzzle the person who tries again.
                for ending in ["", "-wal", "-journal"] {
                    let mut name = path.as_os_str().to_owned();
                    name.push(ending);
                    let _ = std::fs::remove_file(name);
                }
                Err(error)
            }
        }
    }
}
