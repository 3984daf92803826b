//! Encryption of the office file at rest (SQLCipher, with a random key kept in the key file beside it).
//!
//! No step loses data when the power goes: the new form is written aside, looked at and synced; the key file is there
//! before the encrypted file takes the name, and goes after the plain one took it. A key file beside a plain file means
//! nothing.

use super::framed;
use super::identity::Identity;
use super::key_file::{Key, KeyFile, new_key};
use super::links::LinkState;
use super::migrate::check_version;
use super::office_file::{connect, look_at_head};
use super::{OfficeFile, StoreError};
use crate::domain::office::Role;
use age::secrecy::ExposeSecret as _;
use rusqlite::{Connection, OpenFlags};
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Once;

const LOCK_AFTER: &str = "lock-after";
/// How the name of a key file ends.
const KEY_ENDING: &str = "key";

/// Where the key file of an office file is: `nairobi.sojournkey` beside `nairobi.sojourn`.
pub fn key_file_path(office: &Path) -> PathBuf {
    if office.extension().is_some_and(|ending| ending == "sojourn") {
        with_ending(office, KEY_ENDING)
    } else {
        with_ending(office, ".sojournkey")
    }
}

/// The path with letters added to the end of its name.
pub(crate) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Reads the key file of an office file.
pub(crate) fn read_key_file(office: &Path) -> Result<KeyFile, StoreError> {
    let path = key_file_path(office);
    KeyFile::read(&read_small(&path)?).map_err(|error| StoreError::of_key_file(error, &path))
}

/// Reads a file that is no larger than a key file may be.
pub(crate) fn read_small(path: &Path) -> Result<Vec<u8>, StoreError> {
    let of_path = |error| StoreError::of_path(error, path);
    if std::fs::metadata(path).map_err(of_path)?.len() > framed::MOST_BYTES {
        return Err(StoreError::KeyFile { path: path.to_owned(), why: framed::FrameError::Another.into() });
    }
    std::fs::read(path).map_err(of_path)
}

/// Writes the key file of an office file.
pub(crate) fn write_key_file(office: &Path, key_file: &KeyFile) -> Result<(), StoreError> {
    let text = key_file.write().map_err(|error| StoreError::Damaged(error.to_string()))?;
    write_whole(&key_file_path(office), text.as_bytes())
}

/// Writes a file aside, syncs it, and only then gives it its name, in the place of one that has it.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let partial = with_ending(path, ".partial");
    let written = File::create(&partial)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| std::fs::rename(&partial, path));
    if let Err(error) = written {
        // What is left of it helps nobody.
        let _ = std::fs::remove_file(&partial);
        return Err(StoreError::of_path(error, path));
    }
    sync_folder(path);
    Ok(())
}

/// Makes the new name of a file last. Systems that cannot sync a folder need not.
fn sync_folder(path: &Path) {
    if let Some(folder) = path.parent() {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

/// The key as SQLCipher takes it: raw, so that it is not stretched again.
fn raw(key: &Key) -> String {
    format!("x'{}'", super::keys::to_hex(key.expose_secret()))
}

/// Lets SQLCipher finish its beginning before any file is opened: it registers a part of itself after SQLite says that all
/// is begun, so that of several threads that open their first file at once, some would do without that part.
pub(crate) fn begin() {
    static BEGUN: Once = Once::new();
    BEGUN.call_once(|| {
        let begun =
            || Connection::open_in_memory().is_ok_and(|on| on.prepare("SELECT sqlcipher_export('main')").is_ok());
        // Somebody else's first file may be opened at this moment; where it stays without that part, exporting says so.
        for _ in 0..1000 {
            if begun() {
                break;
            }
            std::thread::yield_now();
        }
    });
}

/// Gives a connection the key of its file, before anything is read.
pub(crate) fn unlock(connection: &Connection, key: &Key) -> Result<(), rusqlite::Error> {
    connection.execute_batch(&format!("PRAGMA key = \"{}\"; PRAGMA cipher_log_level = NONE;", raw(key)))
}

/// Writes the whole database to a new file with that key, or plain, looks at the copy and syncs it.
fn export(connection: &Connection, target: &Path, key: Option<&Key>) -> Result<(), StoreError> {
    let of_target = |error| StoreError::of_database(error, target);
    if target.exists() {
        std::fs::remove_file(target).map_err(|error| StoreError::of_path(error, target))?;
    }
    let name = target.to_string_lossy();
    let key_text = key.map(raw).unwrap_or_default();
    connection.execute("ATTACH ?1 AS copy KEY ?2", [name.as_ref(), &key_text]).map_err(of_target)?;
    let copied = connection.query_row("SELECT sqlcipher_export('copy')", [], |_| Ok(())).and_then(|()| {
        // Left to us by SQLCipher.
        for pragma in ["application_id", "user_version"] {
            let value: i64 = connection.pragma_query_value(Some("main"), pragma, |row| row.get(0))?;
            connection.pragma_update(Some("copy"), pragma, value)?;
        }
        Ok(())
    });
    connection.execute("DETACH copy", []).map_err(of_target)?;
    copied.map_err(of_target)?;
    check_copy(target, key)?;
    sync(target)
}

/// Opens a copy with its key and has SQLite look it through.
pub(crate) fn check_copy(path: &Path, key: Option<&Key>) -> Result<(), StoreError> {
    let of_path = |error| StoreError::of_database(error, path);
    let copy = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(of_path)?;
    if let Some(key) = key {
        unlock(&copy, key).map_err(of_path)?;
    }
    check_version(&copy, path)?;
    let verdict: String = copy.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(of_path)?;
    if verdict == "ok" { Ok(()) } else { Err(StoreError::Damaged(verdict)) }
}

/// Makes what was written to a file last.
pub(crate) fn sync(path: &Path) -> Result<(), StoreError> {
    let file = File::options().write(true).open(path).map_err(|error| StoreError::of_path(error, path))?;
    file.sync_all().map_err(|error| StoreError::of_path(error, path))
}

impl OfficeFile {
    /// Whether a passphrase protects the file.
    pub fn is_protected(&self) -> bool {
        self.key.is_some()
    }

    /// Minutes without a key or a click after which the window locks the file; nothing where it never does. 15 where
    /// nobody has said otherwise.
    pub fn lock_after(&self) -> Result<Option<u32>, StoreError> {
        let said = self.remembered(LOCK_AFTER)?;
        Ok(said.map_or(Some(15), |text| text.parse().ok()))
    }

    /// Sets what [`Self::lock_after`] gives.
    pub fn set_lock_after(&mut self, minutes: Option<u32>) -> Result<(), StoreError> {
        self.remember(LOCK_AFTER, &minutes.map(|minutes| minutes.to_string()).unwrap_or_default())
    }

    /// Encrypts the file, and the plain backups beside it, with a fresh key that the passphrase opens; of a linked
    /// office, head office can recover it. Nothing happens where the file is encrypted already.
    pub fn protect(&mut self, passphrase: &str) -> Result<(), StoreError> {
        if self.is_protected() {
            return Ok(());
        }
        self.check_still_there()?;
        let key = new_key();
        let mut key_file = self.key_file_error(KeyFile::new(&key, passphrase))?;
        if let Some(recipient) = self.head_office_recipient()? {
            self.key_file_error(key_file.set_head_office(&key, &recipient, &self.office()?.name))?;
        }
        // Whoever takes the machine takes the backups too.
        for backup in self.backups()? {
            if is_plain(&backup.path)? {
                encrypt_backup(&backup.path, &key, &key_file)?;
            }
        }
        let partial = with_ending(&self.path, ".partial");
        export(&self.connection, &partial, Some(&key))?;
        write_key_file(&self.path, &key_file)?;
        self.take_form(&partial, Some(key))
    }

    /// Makes the file plain again. The backups stay as they are, with their key files beside them.
    pub fn unprotect(&mut self) -> Result<(), StoreError> {
        if !self.is_protected() {
            return Ok(());
        }
        self.check_still_there()?;
        let partial = with_ending(&self.path, ".partial");
        export(&self.connection, &partial, None)?;
        self.take_form(&partial, None)?;
        // Means nothing any more.
        let _ = std::fs::remove_file(key_file_path(&self.path));
        Ok(())
    }

    /// Gives the file, and the backups of the same key, another passphrase. Refused where the one before is wrong.
    pub fn change_passphrase(&mut self, before: &str, passphrase: &str) -> Result<(), StoreError> {
        let key_file = read_key_file(&self.path)?;
        self.key_file_error(key_file.unwrap(before))?;
        self.rewrap(key_file, |key_file, key| key_file.set_passphrase(key, passphrase))
    }

    /// Lets head office, whose age recipient this is, recover a lost passphrase. Nothing happens where the file is plain.
    pub fn add_head_office(&mut self, recipient: &str) -> Result<(), StoreError> {
        if !self.is_protected() {
            return Ok(());
        }
        let name = self.office()?.name;
        self.rewrap(read_key_file(&self.path)?, |key_file, key| key_file.set_head_office(key, recipient, &name))
    }

    fn rewrap(
        &mut self,
        mut key_file: KeyFile,
        change: impl FnOnce(&mut KeyFile, &Key) -> Result<(), super::key_file::KeyFileError>,
    ) -> Result<(), StoreError> {
        self.check_still_there()?;
        let Some(key) = &self.key else { return Ok(()) };
        self.key_file_error(change(&mut key_file, key))?;
        put_key_file(&self.path, &key_file)
    }

    fn key_file_error<T>(&self, result: Result<T, super::key_file::KeyFileError>) -> Result<T, StoreError> {
        result.map_err(|error| StoreError::of_key_file(error, &key_file_path(&self.path)))
    }

    fn head_office_recipient(&self) -> Result<Option<String>, StoreError> {
        let links = self.links()?;
        let head = links.into_iter().find(|link| link.role == Role::Head && link.state != LinkState::Ended);
        Ok(head.map(|link| link.seal_key).filter(|key| !key.is_empty()))
    }

    /// Closes the file, lets its other form take its name, and opens that.
    fn take_form(&mut self, partial: &Path, key: Option<Key>) -> Result<(), StoreError> {
        // A journal of the old form must not lie beside the new one.
        self.checkpoint()?;
        self.connection = Connection::open_in_memory()?;
        let renamed = std::fs::rename(partial, &self.path);
        if renamed.is_ok() {
            sync_folder(&self.path);
            self.key = key;
        }
        self.connection = connect(&self.path, self.key.as_ref())?;
        self.identity = Identity::of(&self.path);
        // Another file, and the same copy: its numbers go on.
        super::replica::stay_here(&self.connection, &self.path)?;
        renamed.map_err(|error| StoreError::of_path(error, &self.path))
    }
}

/// Writes a key file beside an office file, and beside the backups that have the same key.
pub(crate) fn put_key_file(office: &Path, key_file: &KeyFile) -> Result<(), StoreError> {
    write_key_file(office, key_file)?;
    for backup in super::backup::list(office)? {
        // A backup whose key file cannot be read is not made worse.
        if read_key_file(&backup.path).is_ok_and(|its| its.key_id == key_file.key_id) {
            write_key_file(&backup.path, key_file)?;
        }
    }
    Ok(())
}

fn encrypt_backup(path: &Path, key: &Key, key_file: &KeyFile) -> Result<(), StoreError> {
    let partial = with_ending(path, ".partial");
    let plain = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)
        .map_err(|error| StoreError::of_database(error, path))?;
    export(&plain, &partial, Some(key))?;
    drop(plain);
    write_key_file(path, key_file)?;
    std::fs::rename(&partial, path).map_err(|error| StoreError::of_path(error, path))?;
    sync_folder(path);
    Ok(())
}

/// How the first bytes of a file that SQLite reads without a key begin (SQLite file format, section 1.3).
pub(crate) const PLAIN: &[u8] = b"SQLite format 3\0";

/// Whether a file can be read without a key.
fn is_plain(path: &Path) -> Result<bool, StoreError> {
    use std::io::Read as _;
    let mut head = [0; PLAIN.len()];
    let mut file = File::open(path).map_err(|error| StoreError::of_path(error, path))?;
    Ok(file.read_exact(&mut head).is_ok() && head == PLAIN)
}

/// Whether a file is an encrypted office file: no magic, whole pages, and its key file beside it.
pub(crate) fn is_encrypted(path: &Path) -> Result<bool, StoreError> {
    let length = std::fs::metadata(path).map_err(|error| StoreError::of_path(error, path))?.len();
    if is_plain(path)? || length == 0 || length % PAGE != 0 {
        return Ok(false);
    }
    if key_file_path(path).exists() {
        return Ok(true);
    }
    let named = path.extension().is_some_and(|ending| ending == "sojourn");
    if named { Err(StoreError::KeyFileMissing(key_file_path(path))) } else { Ok(false) }
}

/// The key file of an encrypted office file, nothing for a plain one. Refuses what is neither, by its first bytes.
pub(crate) fn key_file_of(path: &Path) -> Result<Option<KeyFile>, StoreError> {
    if is_encrypted(path)? {
        return read_key_file(path).map(Some);
    }
    look_at_head(path)?;
    Ok(None)
}

/// The key of an encrypted office file, by its passphrase.
pub(crate) fn key_of(key_file: &KeyFile, path: &Path, passphrase: Option<&str>) -> Result<Key, StoreError> {
    let passphrase = passphrase.ok_or_else(|| StoreError::Locked(path.to_owned()))?;
    key_file.unwrap(passphrase).map_err(|error| StoreError::of_key_file(error, &key_file_path(path)))
}

/// Size of a page of an encrypted file: the default of SQLCipher 4.
const PAGE: u64 = 4096;
