//! One open office file.

use super::identity::Identity;
use super::key_file::Key;
use super::lock::Lock;
use super::migrate::{check_version, migrate};
use super::records::TABLES;
use super::{StoreError, backup, cipher, local};
use crate::domain::office::Office;
use chrono::{DateTime, Local, NaiveDate, Utc};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// An open office file. One at a time: a second program is told who has it.
///
/// All changes go through [`OfficeFile::edit`].
#[derive(Debug)]
pub struct OfficeFile {
    pub(crate) connection: Connection,
    pub(crate) path: PathBuf,
    pub(crate) author: String,
    /// This copy's number in the table `replica`.
    pub(crate) replica: i64,
    pub(crate) last_seq: i64,
    pub(crate) hlc: i64,
    pub(crate) lists: super::lists::Shelves,
    /// It was copied, and has no replica id of its own yet.
    pub(crate) is_another_copy: bool,
    fixed_today: Option<NaiveDate>,
    pub(super) identity: Option<Identity>,
    /// Of an encrypted file.
    pub(crate) key: Option<Key>,
    // Dropped last: the file stays locked until the connection is closed.
    _lock: Option<Lock>,
}

impl OfficeFile {
    /// Opens an office file, bringing it to the newest version if need be (after a backup).
    ///
    /// Refuses what is not an office file, one from a newer program, one that is open elsewhere, and one that is
    /// protected by a passphrase.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Self::open_with(path, None)
    }

    /// Opens an office file as [`Self::open`] does, with the passphrase where it is protected by one. Deriving the key
    /// takes about a tenth of a second.
    pub fn open_with(path: &Path, passphrase: Option<&str>) -> Result<Self, StoreError> {
        let metadata = std::fs::metadata(path).map_err(|error| StoreError::of_path(error, path))?;
        if metadata.is_dir() {
            return Err(StoreError::IsFolder(path.to_owned()));
        }
        if metadata.len() == 0 {
            return Err(StoreError::NotAnOfficeFile(path.to_owned()));
        }
        // Opened for writing only after a look at its head, so that no foreign database is ever touched.
        let key_file = cipher::key_file_of(path)?;
        let lock = Lock::take(path, &Local::now().format("%Y-%m-%d %H:%M").to_string())?;
        let key = key_file.map(|key_file| cipher::key_of(&key_file, path, passphrase)).transpose()?;
        let connection = connect(path, key.as_ref())?;
        let found = check_version(&connection, path)?;
        if found < super::migrate::VERSION {
            backup::write_beside(&connection, key.as_ref(), path, "before-upgrade", Local::now().naive_local())?;
            migrate(&connection, found)?;
        }
        super::newer::apply_understood(&connection)?;
        let mut file = Self::assemble(connection, path, Some(lock))?;
        file.key = key;
        file.wipe_if_due();
        file.is_another_copy = super::replica::is_another_copy(&file.connection, path)?;
        match super::replica::remember_place(&file.connection, path).and_then(|()| file.be_own_copy()) {
            // On a full disk or a stick that is read only the office can still be looked at; the first change says why not.
            Err(StoreError::Database(_) | StoreError::DiskFull | StoreError::NoPermission(_)) | Ok(()) => Ok(file),
            Err(error) => Err(error),
        }
    }

    /// An empty office file in memory, for tests and for looking at a sheet without an office.
    pub fn in_memory(office: &Office) -> Result<Self, StoreError> {
        cipher::begin();
        let connection = Connection::open_in_memory()?;
        keep_statements(&connection)?;
        Self::found(connection, Path::new(":memory:"), None, office)
    }

    /// Makes the tables, this copy's replica id and the office's own record.
    pub(crate) fn found(
        connection: Connection,
        path: &Path,
        lock: Option<Lock>,
        office: &Office,
    ) -> Result<Self, StoreError> {
        migrate(&connection, 0)?;
        let replica_id = i64::from_be_bytes(first_eight(crate::domain::Id::random().bytes()));
        connection.execute(
            "INSERT INTO replica (no, id, office) VALUES (1, ?1, ?2)",
            rusqlite::params![replica_id, office.id.bytes()],
        )?;
        local::set(&connection, "office", &super::keys::to_hex(office.id.bytes()).to_uppercase())?;
        local::set(&connection, "replica", "1")?;
        let mut file = Self::assemble(connection, path, lock)?;
        file.edit(super::Op::NewOffice { name: office.name.clone() }, |tx| tx.add(office.clone()))?;
        // Making the office is where history starts: it cannot be undone.
        file.connection.execute("UPDATE edit SET state = 2", [])?;
        Ok(file)
    }

    fn assemble(connection: Connection, path: &Path, lock: Option<Lock>) -> Result<Self, StoreError> {
        let damaged = |what: &str| StoreError::Damaged(what.into());
        let replica: i64 = local::get(&connection, "replica")?
            .and_then(|number| number.parse().ok())
            .ok_or_else(|| damaged("it does not say which copy it is"))?;
        let last_seq = super::replica::last_seq(&connection, replica)?;
        let hlc = local::get(&connection, "hlc")?.unwrap_or_else(|| "0".into());
        let author = std::env::var("USER").or_else(|_| std::env::var("USERNAME")).unwrap_or_else(|_| "office".into());
        Ok(Self {
            connection,
            path: path.to_owned(),
            author,
            replica,
            last_seq,
            hlc: hlc.parse().map_err(|_| damaged("its clock is not a number"))?,
            lists: super::lists::Shelves::default(),
            is_another_copy: false,
            fixed_today: None,
            key: None,
            identity: if lock.is_some() { Identity::of(path) } else { None },
            _lock: lock,
        })
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Who is named in the history as having done what is done now.
    pub fn set_author(&mut self, author: &str) {
        self.author = author.trim().to_owned();
    }

    /// Today: the system's calendar date, or the day set with [`Self::set_today`].
    pub fn today(&self) -> NaiveDate {
        self.fixed_today.unwrap_or_else(|| Local::now().date_naive())
    }

    /// Takes a given day for today, for tests and for looking at an office as of a day.
    pub fn set_today(&mut self, today: NaiveDate) {
        self.fixed_today = Some(today);
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    /// The office's own record.
    pub fn office(&self) -> Result<Office, StoreError> {
        super::detail::own_office(&self.connection)?
            .ok_or_else(|| StoreError::Damaged("it does not say whose it is".into()))
    }

    /// Whether it is a file, and not only in memory.
    pub(crate) fn is_on_disk(&self) -> bool {
        self.identity.is_some()
    }

    /// Says whether writing still reaches the file that was opened.
    pub(crate) fn check_still_there(&self) -> Result<(), StoreError> {
        if self.identity.is_some() && Identity::of(&self.path) != self.identity {
            return Err(StoreError::PulledAway(self.path.clone()));
        }
        Ok(())
    }

    /// Moves everything into the one file, so that whoever copies it has all: called when idle, after imports, and at
    /// the end.
    pub fn checkpoint(&self) -> Result<(), StoreError> {
        self.check_still_there()?;
        self.note_numbers();
        self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }

    /// Does several edits in a row, and waits for the disk after the last alone, which is quicker. Each is whole or not
    /// there when the power goes, but the last ones may be missing: nothing counts as kept before this has returned.
    ///
    /// The journal is then synced only when it is moved into the file (SQLite, `PRAGMA synchronous`).
    pub fn in_a_row<R>(&mut self, work: impl FnOnce(&mut Self) -> R) -> Result<R, StoreError> {
        self.connection.execute_batch("PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 16000;")?;
        let done = work(self);
        self.connection.execute_batch(EACH_EDIT_IS_KEPT)?;
        self.connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?;
        Ok(done)
    }

    /// Rows of each table, removed ones not counted, for checks and reports.
    pub fn row_counts(&self) -> Result<Vec<(&'static str, i64)>, StoreError> {
        TABLES
            .iter()
            .map(|table| {
                let sql = format!("SELECT count(*) FROM \"{}\" WHERE gone = 0", table.name);
                Ok((table.name, self.connection.query_row(&sql, [], |row| row.get(0))?))
            })
            .collect()
    }
}

impl Drop for OfficeFile {
    fn drop(&mut self) {
        self.note_numbers();
        if self.check_still_there().is_ok() {
            // Everything is already safe in the journal; this only makes the one file whole.
            let _ = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        }
    }
}

fn first_eight(bytes: &[u8; 16]) -> [u8; 8] {
    let mut eight = [0; 8];
    eight.copy_from_slice(&bytes[..8]);
    eight
}

/// Each edit waits for the disk; the journal grows to 16 MB before it is moved into the file.
const EACH_EDIT_IS_KEPT: &str = "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000;";

/// Opens the database with the rules that keep it safe: nothing acknowledged is lost when the power goes.
pub(crate) fn connect(path: &Path, key: Option<&Key>) -> Result<Connection, StoreError> {
    let of_path = |error| match StoreError::of_database(error, path) {
        // Its key is right, since the key file says so: its first page is not.
        StoreError::NotAnOfficeFile(_) if key.is_some() => StoreError::Damaged("its key does not open it".into()),
        error => error,
    };
    cipher::begin();
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(of_path)?;
    if let Some(key) = key {
        cipher::unlock(&connection, key).map_err(of_path)?;
    }
    connection.busy_timeout(Duration::from_millis(200)).map_err(of_path)?;
    connection
        .execute_batch(
            "PRAGMA locking_mode = EXCLUSIVE;
             PRAGMA journal_mode = WAL;
             PRAGMA temp_store = MEMORY;
             PRAGMA cache_size = -16000;
             BEGIN IMMEDIATE; COMMIT;",
        )
        .map_err(of_path)?;
    connection.execute_batch(EACH_EDIT_IS_KEPT).map_err(of_path)?;
    keep_statements(&connection).map_err(of_path)?;
    Ok(connection)
}

/// Has statements that are run for each row made once.
fn keep_statements(connection: &Connection) -> rusqlite::Result<()> {
    // More than the statements of any one edit.
    connection.set_prepared_statement_cache_capacity(200);
    // Without this, SQLite plans a statement anew whenever a number in its condition becomes another, in case that one is
    // rarer; it has no statistics to tell.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

/// Refuses a file that is not a database of ours, by its first bytes alone (SQLite file format, section 1.3:
/// the magic text, and the application id at offset 68).
pub(crate) fn look_at_head(path: &Path) -> Result<(), StoreError> {
    use std::io::Read as _;
    let mut head = [0; 100];
    let mut file = std::fs::File::open(path).map_err(|error| StoreError::of_path(error, path))?;
    let whole = file.read_exact(&mut head).is_ok();
    let id = i64::from(u32::from_be_bytes([head[68], head[69], head[70], head[71]]));
    if !whole || !head.starts_with(cipher::PLAIN) || id != super::migrate::APPLICATION_ID {
        return Err(StoreError::NotAnOfficeFile(path.to_owned()));
    }
    Ok(())
}
