//! Which copy of the office file this is. A copy that goes on with the numbers of another is the one fault that silently
//! destroys data elsewhere, so a file that was copied, moved to another machine or restored from a backup gets a replica id
//! of its own before anything is written.

use super::identity::Identity;
use super::{OfficeFile, Progress, StoreError, cipher, local};
use crate::domain::volunteer::Erasure;
use rusqlite::{Connection, params};
use std::path::{Path, PathBuf};

/// What is remembered of where the file was when this copy last wrote: the machine, and the file on it.
const PLACE: &str = "copy-place";

/// The place of a file: the machine's own id and the file's identity on it.
fn place_of(path: &Path) -> Option<String> {
    let identity = Identity::of(path)?;
    // Where the system gives a file no number, its path and the moment of its making tell it from a copy.
    let elsewhere = if cfg!(unix) {
        String::new()
    } else {
        let made = std::fs::metadata(path).and_then(|metadata| metadata.created()).ok();
        blake3::hash(format!("{:?} {made:?}", path.canonicalize()).as_bytes()).to_hex().to_string()
    };
    Some(format!("{} {identity} {elsewhere}", machine_id()))
}

/// What tells this machine from others; the name of the machine where it has nothing better.
fn machine_id() -> String {
    let named = ["/etc/machine-id", "/var/lib/dbus/machine-id"]
        .iter()
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .map(|id| id.trim().to_owned())
        .find(|id| !id.is_empty());
    let plain = || std::env::var("COMPUTERNAME").or_else(|_| std::env::var("HOSTNAME")).unwrap_or_default();
    // The id itself is the machine's secret.
    blake3::hash(named.unwrap_or_else(plain).as_bytes()).to_hex().chars().take(16).collect()
}

/// Whether the file is not the copy that it remembers to be: it may write nothing under the old replica id.
pub(crate) fn is_another_copy(connection: &Connection, path: &Path) -> Result<bool, StoreError> {
    let Some(here) = place_of(path) else { return Ok(false) };
    let remembered = local::get(connection, PLACE)?;
    Ok(remembered.is_some_and(|place| place != here) || is_older_than_noted(connection)?)
}

/// Remembers where a file is that was made here, or by a program that did not remember it yet.
pub(crate) fn remember_place(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    match place_of(path) {
        Some(here) if local::get(connection, PLACE)?.is_none() => local::set(connection, PLACE, &here),
        _ => Ok(()),
    }
}

/// Remembers that this copy is here now.
pub(crate) fn stay_here(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    place_of(path).map_or(Ok(()), |here| local::set(connection, PLACE, &here))
}

/// A fresh replica id for this file; what was made here before stays, under the old one.
pub(crate) fn mint(connection: &Connection) -> Result<(), StoreError> {
    let transaction = connection.unchecked_transaction()?;
    let office: Option<String> = local::get(&transaction, "office")?;
    let office = office.and_then(|text| super::keys::from_hex(&text));
    let mut eight = [0; 8];
    eight.copy_from_slice(&crate::domain::Id::random().bytes()[..8]);
    transaction
        .execute("INSERT INTO replica (id, office) VALUES (?1, ?2)", params![i64::from_be_bytes(eight), office])?;
    local::set(&transaction, "replica", &transaction.last_insert_rowid().to_string())?;
    local::set(&transaction, PLACE, "")?;
    transaction.commit()?;
    Ok(())
}

/// The last number of a replica's ops in a file.
pub(crate) fn last_seq(connection: &Connection, replica: i64) -> Result<i64, StoreError> {
    Ok(connection.query_row(
        "SELECT max((SELECT ifnull(max(seq), 0) FROM op WHERE replica = ?1),
                    (SELECT ifnull(max(last_seq), 0) FROM op_block WHERE replica = ?1),
                    (SELECT ifnull(max(last_seq), 0) FROM held WHERE replica = ?1))",
        [replica],
        |row| row.get(0),
    )?)
}

/// Where the machine remembers how far a replica had come when it was last closed or sent something: a backup that was
/// copied over the file has the file's own place, but not its numbers.
fn witness(replica: i64) -> Option<PathBuf> {
    let folder = match std::env::var_os("SOJOURN_WITNESS") {
        Some(folder) => PathBuf::from(folder),
        None => directories::ProjectDirs::from("", "", "sojourn")?.data_local_dir().join("copies"),
    };
    Some(folder.join(format!("{replica:016x}")))
}

/// The last number that the machine remembers of a witness; 0 where it remembers none.
fn noted(witness: &Path) -> i64 {
    std::fs::read_to_string(witness).ok().and_then(|text| text.trim().parse().ok()).unwrap_or_default()
}

fn is_older_than_noted(connection: &Connection) -> Result<bool, StoreError> {
    let Some(no) = local::get(connection, "replica")?.and_then(|text| text.parse::<i64>().ok()) else {
        return Ok(false);
    };
    let id: i64 = connection.query_row("SELECT id FROM replica WHERE no = ?1", [no], |row| row.get(0))?;
    let noted = witness(id).map_or(0, |path| noted(&path));
    Ok(last_seq(connection, no)? < noted)
}

/// Keeps what is in the place of a restored file: as a backup, or, where it can no longer be opened, under another name
/// beside it. Gives the people who were erased in it.
fn set_aside(target: &Path, passphrase: Option<&str>) -> Result<Vec<Erasure>, StoreError> {
    match OfficeFile::open_with(target, passphrase) {
        Ok(current) => {
            current.backup_beside("before-restore")?;
            current.erasures()
        }
        // Somebody works in it, or could not be asked for the passphrase yet.
        Err(error @ (StoreError::Open { .. } | StoreError::Locked(_) | StoreError::NoPermission(_))) => Err(error),
        Err(_) => {
            let mut name = target.file_stem().unwrap_or_default().to_owned();
            name.push(format!(" {} damaged.sojourn", chrono::Local::now().format("%Y-%m-%d-%H%M%S")));
            std::fs::rename(target, target.with_file_name(name)).map_err(|error| StoreError::of_path(error, target))?;
            Ok(Vec::new())
        }
    }
}

impl OfficeFile {
    /// Remembers on this machine how far this copy has come, before what it made leaves the machine.
    pub fn note_sent(&mut self) -> Result<(), StoreError> {
        self.be_own_copy()?;
        self.note_numbers();
        Ok(())
    }

    /// Remembers on this machine how far this copy has come. What was never sent counts as well: another copy of the file
    /// may hold it.
    pub(crate) fn note_numbers(&self) {
        if self.is_on_disk()
            && !self.is_another_copy
            && let Some(path) = self.replica_id().ok().and_then(witness)
            && self.last_seq > noted(&path)
        {
            // Where it cannot be kept, a restored file is still told by its place.
            let folder = path.parent().map_or(Ok(()), std::fs::create_dir_all);
            let _ = folder.and_then(|()| std::fs::write(&path, self.last_seq.to_string()));
        }
    }

    /// Puts a backup in the place of an office file. What is there now becomes a backup itself; the file goes on under a
    /// replica id of its own, and the next file from head office brings back what the backup lacks. People who were erased
    /// stay erased. The passphrase is that of whichever of the two files is protected. It can be cancelled while the
    /// backup is looked through, which takes the longest; after that the place is being changed.
    pub fn restore(
        backup: &Path,
        target: &Path,
        passphrase: Option<&str>,
        progress: &Progress,
    ) -> Result<Self, StoreError> {
        let key_file = cipher::key_file_of(backup)?;
        let key = key_file.as_ref().map(|key_file| cipher::key_of(key_file, backup, passphrase)).transpose()?;
        cipher::check_copy(backup, key.as_ref())?;
        progress.reach(1, 2)?;
        let erased = if target.exists() { set_aside(target, passphrase)? } else { Vec::new() };
        let mut aside = target.as_os_str().to_owned();
        aside.push(".restoring");
        let aside = PathBuf::from(aside);
        let copied = std::fs::copy(backup, &aside)
            .and_then(|_| std::fs::File::options().write(true).open(&aside)?.sync_all())
            .map_err(|error| StoreError::of_path(error, target))
            .and_then(|()| key_file.as_ref().map_or(Ok(()), |key_file| cipher::write_key_file(target, key_file)))
            .and_then(|()| std::fs::rename(&aside, target).map_err(|error| StoreError::of_path(error, target)));
        if let Err(error) = copied {
            // What is left of it helps nobody.
            let _ = std::fs::remove_file(&aside);
            return Err(error);
        }
        if key_file.is_none() {
            // Of the file that was there; beside a plain file it means nothing.
            let _ = std::fs::remove_file(cipher::key_file_path(target));
        }
        for ending in ["-wal", "-shm"] {
            let mut beside = target.as_os_str().to_owned();
            beside.push(ending);
            let _ = std::fs::remove_file(beside);
        }
        let mut restored = Self::open_with(target, passphrase)?;
        restored.start_afresh()?;
        for erasure in erased {
            if restored.erasures()?.iter().all(|known| known.of != erasure.of)
                && restored.find::<crate::domain::volunteer::Volunteer>(erasure.of)?.is_some()
            {
                restored.erase(erasure.of, &erasure.reason)?;
            }
        }
        Ok(restored)
    }

    /// Takes a replica id of its own before the first change of a file that was copied. A file that cannot be written can
    /// still be looked at.
    pub(crate) fn be_own_copy(&mut self) -> Result<(), StoreError> {
        if self.is_another_copy { self.start_afresh() } else { Ok(()) }
    }

    /// Goes on under a fresh replica id.
    pub(crate) fn start_afresh(&mut self) -> Result<(), StoreError> {
        mint(&self.connection)?;
        stay_here(&self.connection, &self.path)?;
        self.replica = local::number(&self.connection, "replica")?;
        self.last_seq = 0;
        self.is_another_copy = false;
        Ok(())
    }
}
