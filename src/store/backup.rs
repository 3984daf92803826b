//! Backups: whole copies of the office file, written aside, looked at, and only then given their name.

use super::cipher::{self, key_file_path};
use super::key_file::Key;
use super::{OfficeFile, StoreError};
use chrono::{Local, NaiveDate, NaiveDateTime};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// A backup beside the office file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupInfo {
    /// Where it is.
    pub path: PathBuf,
    /// When it was made, by the local clock.
    pub made: NaiveDateTime,
    /// Why: `daily`, `before-import`, `before-upgrade`.
    pub reason: String,
}

/// Daily backups kept.
const DAILY: usize = 7;
/// Weekly backups kept beyond those.
const WEEKLY: usize = 4;
/// Backups of each other reason kept.
const OTHERS: usize = 3;
const STAMP: &str = "%Y-%m-%d-%H%M%S";

impl OfficeFile {
    /// Writes a backup to a path of the person's choice. A file that is there already is refused.
    pub fn backup_to(&self, target: &Path) -> Result<(), StoreError> {
        self.check_still_there()?;
        if target.exists() {
            return Err(StoreError::AlreadyThere(target.to_owned()));
        }
        write(&self.connection, self.key.as_ref(), &self.path, target)
    }

    /// Writes a backup into the folder of backups beside the office file, and thins the older ones out.
    pub fn backup_beside(&self, reason: &str) -> Result<PathBuf, StoreError> {
        self.check_still_there()?;
        write_beside(&self.connection, self.key.as_ref(), &self.path, reason, Local::now().naive_local())
    }

    /// Writes today's daily backup unless there is one.
    pub fn backup_daily(&self) -> Result<Option<PathBuf>, StoreError> {
        let today = Local::now().date_naive();
        let there = self.backups()?.iter().any(|backup| backup.reason == "daily" && backup.made.date() == today);
        if there { Ok(None) } else { self.backup_beside("daily").map(Some) }
    }

    /// The backups beside the office file, the newest first.
    pub fn backups(&self) -> Result<Vec<BackupInfo>, StoreError> {
        list(&self.path)
    }
}

fn folder(office: &Path) -> PathBuf {
    let name = office.file_stem().unwrap_or_default().to_string_lossy();
    office.with_file_name(format!("{name} backups"))
}

/// Writes a backup beside an office file, and thins the older ones out.
pub(crate) fn write_beside(
    connection: &Connection,
    key: Option<&Key>,
    office: &Path,
    reason: &str,
    now: NaiveDateTime,
) -> Result<PathBuf, StoreError> {
    let folder = folder(office);
    std::fs::create_dir_all(&folder).map_err(|error| StoreError::of_path(error, &folder))?;
    let target = folder.join(format!("{}-{reason}.sojourn", now.format(STAMP)));
    if !target.exists() {
        write(connection, key, office, &target).inspect_err(|_| {
            // An empty folder would say that there are backups; one with backups in it stays.
            let _ = std::fs::remove_dir(&folder);
        })?;
    }
    for old in too_many(&list(office)?) {
        std::fs::remove_file(&old).map_err(|error| StoreError::of_path(error, &old))?;
        // Of an encrypted one.
        let _ = std::fs::remove_file(key_file_path(&old));
    }
    Ok(target)
}

/// Copies the database to a temporary file, opens and checks the copy, and only then gives it its name. The copy of an
/// encrypted file is encrypted with the same key, and has its key file beside it before it has its name.
fn write(connection: &Connection, key: Option<&Key>, office: &Path, target: &Path) -> Result<(), StoreError> {
    let partial = cipher::with_ending(target, ".partial");
    if partial.exists() {
        std::fs::remove_file(&partial).map_err(|error| StoreError::of_path(error, &partial))?;
    }
    let made = copy_and_check(connection, key, &partial, target)
        .and_then(|()| match key {
            Some(_) => cipher::write_key_file(target, &cipher::read_key_file(office)?),
            None => Ok(()),
        })
        .and_then(|()| std::fs::rename(&partial, target).map_err(|error| StoreError::of_path(error, target)));
    if made.is_err() {
        // What is left of a failed backup helps nobody.
        let _ = std::fs::remove_file(&partial);
        if key.is_some() {
            let _ = std::fs::remove_file(key_file_path(target));
        }
    }
    made
}

fn copy_and_check(connection: &Connection, key: Option<&Key>, partial: &Path, target: &Path) -> Result<(), StoreError> {
    let name = partial.to_string_lossy();
    connection.execute("VACUUM INTO ?1", [name.as_ref()]).map_err(|error| StoreError::of_database(error, target))?;
    cipher::check_copy(partial, key)?;
    cipher::sync(partial)
}

/// The backups beside an office file, the newest first.
pub(crate) fn list(office: &Path) -> Result<Vec<BackupInfo>, StoreError> {
    let folder = folder(office);
    let entries = match std::fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(StoreError::of_path(error, &folder)),
    };
    let mut backups = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| StoreError::of_path(error, &folder))?.path();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if path.extension().is_some_and(|ending| ending == "sojourn")
            && let Some((stamp, reason)) = stem.split_at_checked(17)
            && let Ok(made) = NaiveDateTime::parse_from_str(stamp, STAMP)
        {
            backups.push(BackupInfo { path, made, reason: reason.trim_start_matches('-').to_owned() });
        }
    }
    backups.sort_by(|a, b| (b.made, &b.path).cmp(&(a.made, &a.path)));
    Ok(backups)
}

/// The backups that need not be kept, out of all with the newest first.
fn too_many(backups: &[BackupInfo]) -> Vec<PathBuf> {
    let mut gone = Vec::new();
    let mut weeks: Vec<NaiveDate> = Vec::new();
    let (daily, others): (Vec<&BackupInfo>, Vec<_>) = backups.iter().partition(|backup| backup.reason == "daily");
    for backup in daily.iter().skip(DAILY) {
        let week = backup.made.date().week(chrono::Weekday::Mon).first_day();
        if weeks.len() < WEEKLY && !weeks.contains(&week) {
            weeks.push(week);
        } else {
            gone.push(backup.path.clone());
        }
    }
    let mut seen: Vec<&str> = Vec::new();
    for backup in others {
        seen.push(&backup.reason);
        if seen.iter().filter(|reason| **reason == backup.reason).count() > OTHERS {
            gone.push(backup.path.clone());
        }
    }
    gone
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn seven_days_four_weeks_and_three_of_each_other_reason_are_kept() {
        let first: NaiveDateTime = "2027-01-01T08:00:00".parse().unwrap();
        let backup = |days: i64, reason: &str| BackupInfo {
            path: PathBuf::from(format!("{days}-{reason}")),
            made: first - chrono::Duration::days(days),
            reason: reason.into(),
        };
        let mut all: Vec<BackupInfo> = (0..60).map(|days| backup(days, "daily")).collect();
        all.extend((0..5).map(|days| backup(days, "before-import")));
        let gone = too_many(&all);
        let kept =
            |reason: &str| all.iter().filter(|backup| backup.reason == reason && !gone.contains(&backup.path)).count();
        assert_eq!((kept("daily"), kept("before-import")), (11, 3));
        assert!((0..7).all(|days| !gone.contains(&PathBuf::from(format!("{days}-daily")))), "the newest seven stay");
    }
}
