//! The lock beside an open office file: it names who has the file open, and goes when the program ends in any way.

use super::StoreError;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

/// Held while an office file is open. The system lets go of it when the program ends, even when it is killed.
#[derive(Debug)]
pub(crate) struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    /// Takes the lock beside an office file, or says who holds it.
    pub(crate) fn take(office: &Path, since: &str) -> Result<Self, StoreError> {
        let path = lock_path(office);
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(|error| StoreError::of_path(error, office))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                // The name is only for the message; the lock itself is what counts.
                let _ = file.read_to_string(&mut holder);
                let holder = if holder.trim().is_empty() { "another window".into() } else { holder.trim().into() };
                return Err(StoreError::Open { path: office.to_owned(), holder });
            }
            Err(TryLockError::Error(error)) => return Err(StoreError::of_path(error, office)),
        }
        let holder = format!("{} since {since} (process {})", machine(), std::process::id());
        // On a full disk the name is missing, but the office can still be looked at.
        let _ = file.set_len(0).and_then(|()| file.rewind()).and_then(|()| file.write_all(holder.as_bytes()));
        Ok(Self { file, path })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed before it is let go, so that no other program's lock is taken away.
        let _ = std::fs::remove_file(&self.path);
        let _ = self.file.unlock();
    }
}

fn lock_path(office: &Path) -> PathBuf {
    let mut name = office.file_name().unwrap_or_default().to_owned();
    name.push(".lock");
    office.with_file_name(name)
}

fn machine() -> String {
    let named = std::env::var("HOSTNAME").or_else(|_| std::env::var("COMPUTERNAME"));
    named
        .ok()
        .or_else(|| std::fs::read_to_string("/etc/hostname").ok())
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "this computer".into())
}
