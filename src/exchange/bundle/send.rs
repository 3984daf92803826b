//! Writing bundles: everything the other office lacks, in as many files as it takes.

use super::envelope::{self, Address, BUNDLE_ENDING, MOST_BYTES};
use super::{BundleError, Header, VERSION, invitation};
use crate::domain::office::Role;
use crate::domain::text::fold;
use crate::store::links::{BundleEntry, LinkState, OfficeLink};
use crate::store::{OfficeFile, Parcel, Progress, StoreError};
use chrono::Utc;
use serde::Serialize;
use std::path::{Path, PathBuf};

/// A bundle that was written.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SentFile {
    /// Where it is.
    pub path: PathBuf,
    /// Name of the office that it is for.
    pub to: String,
    /// Its number.
    pub number: i64,
    /// Edits in it.
    pub edits: usize,
    /// Row changes in it.
    pub changes: usize,
    /// Bytes of the file.
    pub bytes: usize,
}

/// What would be sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Contents {
    /// Edits.
    pub edits: usize,
    /// Row changes.
    pub changes: usize,
    /// Records that are no longer for the other office.
    pub leaving: usize,
}

/// As much text as is packed into one bundle at first; halved while the file is too large.
const TEXT_BYTES: usize = 5 << 20;

impl Contents {
    /// Looks at what would be sent to an office, without writing anything but what enters and leaves its scope.
    pub fn of(file: &mut OfficeFile, link: &OfficeLink) -> Result<Self, BundleError> {
        prepare(file, link)?;
        let (mut contents, mut after) = (Self::default(), link.confirmed);
        while let Some(parcel) = file.parcel(link.office, after, TEXT_BYTES)? {
            contents.edits += parcel.edits();
            contents.changes += parcel.ops();
            contents.leaving += parcel.leaving();
            after = parcel.upto;
            if !parcel.more {
                break;
            }
        }
        Ok(contents)
    }
}

fn prepare(file: &mut OfficeFile, link: &OfficeLink) -> Result<(), BundleError> {
    if link.seal_key.is_empty() || link.state == LinkState::Ended {
        return Err(BundleError::NotHeardOf(link.name.clone()));
    }
    if file.office()?.role == Role::Head {
        file.refresh_scope(link.office, link.country)?;
    }
    Ok(())
}

/// Writes what an office lacks into a folder. What it has not confirmed is written again: any later bundle heals a lost
/// one. There is always a file, which also says what has come from there.
pub fn send(
    file: &mut OfficeFile,
    link: &OfficeLink,
    folder: &Path,
    progress: &Progress,
) -> Result<Vec<SentFile>, BundleError> {
    prepare(file, link)?;
    file.note_sent()?;
    let mut sent: Vec<SentFile> = Vec::new();
    let mut after = link.confirmed;
    loop {
        progress.reach(sent.len(), 0)?;
        let parcel = file.parcel(link.office, after, TEXT_BYTES)?;
        if parcel.is_none() && !sent.is_empty() {
            break;
        }
        let parcel = parcel.unwrap_or(Parcel { after, upto: after, ..Parcel::default() });
        let more = parcel.more;
        let (written, upto, all) = write(file, link, folder, parcel)?;
        sent.push(written);
        after = upto;
        if !more && all {
            break;
        }
    }
    Ok(sent)
}

/// Writes one bundle. Gives it, up to which number it holds all, and whether it holds all of the parcel.
fn write(
    file: &mut OfficeFile,
    link: &OfficeLink,
    folder: &Path,
    mut parcel: Parcel,
) -> Result<(SentFile, i64, bool), BundleError> {
    let (office, keys) = (file.office()?, file.keys()?);
    let mut link = file.link(link.office)?;
    link.last_number += 1;
    let introduction = if office.role == Role::Country && link.their_replica.is_none() {
        invitation::introduction(file)?
    } else {
        None
    };
    let recipients = [
        link.seal_key.parse::<age::x25519::Recipient>().map_err(|_| BundleError::NotHeardOf(link.name.clone()))?,
        keys.seal.to_public(),
    ];
    let previous = file.bundles(link.office, 200)?.into_iter().find(|entry| entry.sent);
    let mut header = Header {
        version: VERSION,
        program: env!("CARGO_PKG_VERSION").into(),
        from: office.id,
        name: office.name.clone(),
        to: link.office,
        replica: file.replica_id()?,
        number: link.last_number,
        previous: previous.map(|entry| (entry.number, crate::store::keys::to_hex(&entry.hash))),
        after: parcel.after,
        upto: parcel.upto,
        confirmed: link.confirmed,
        has: link.their_replica.map(|replica| (replica, link.their_upto)),
        holds: file.holds(link.office)?,
        digest: file.digest()?,
        at: Utc::now().timestamp_millis(),
    };
    let address = Address { from: office.id, to: link.office, number: link.last_number };
    let (mut most, mut whole) = (TEXT_BYTES, true);
    let (bytes, hash) = loop {
        let mut payload = serde_json::to_vec(&header).map_err(|error| StoreError::Damaged(error.to_string()))?;
        payload.push(b'\n');
        payload.extend(parcel.write()?);
        let sealed = envelope::seal(&payload, &address, &keys.sign, &recipients, introduction.clone())
            .map_err(|error| BundleError::File { path: folder.to_owned(), error })?;
        // One change may be larger than the rest of the world together; it is sent all the same.
        if sealed.0.len() <= MOST_BYTES || parcel.ops() <= 1 {
            break sealed;
        }
        most /= 2;
        match file.parcel(link.office, header.after, most)? {
            Some(smaller) => parcel = smaller,
            None => break sealed,
        }
        (header.upto, whole) = (parcel.upto, false);
    };
    let name = format!("{}-to-{}-{:04}.{BUNDLE_ENDING}", slug(&office.name), slug(&link.name), link.last_number);
    let path = free_path(folder, &name);
    crate::exchange::write::write_whole(&path, &bytes)?;
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    file.note_bundle(&BundleEntry {
        office: link.office,
        sent: true,
        replica: header.replica,
        number: link.last_number,
        after: header.after,
        upto: header.upto,
        hash,
        at: Utc::now(),
        edits: count(parcel.edits()),
        ops: count(parcel.ops()),
        bytes: count(bytes.len()),
        receipt: None,
    })?;
    let sent = SentFile {
        path,
        to: link.name,
        number: link.last_number,
        edits: parcel.edits(),
        changes: parcel.ops(),
        bytes: bytes.len(),
    };
    Ok((sent, header.upto, whole || !parcel.more))
}

/// A name as part of a file's name: small letters and digits with hyphens between.
fn slug(name: &str) -> String {
    let folded: String = fold(name).chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
    let words: Vec<&str> = folded.split('-').filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "office".into() } else { words.join("-") }
}

/// A path at which nothing is yet.
fn free_path(folder: &Path, name: &str) -> PathBuf {
    let path = folder.join(name);
    if !path.exists() {
        return path;
    }
    let stem = name.trim_end_matches(BUNDLE_ENDING).trim_end_matches('.');
    (2..).map(|at| folder.join(format!("{stem} ({at}).{BUNDLE_ENDING}"))).find(|path| !path.exists()).unwrap_or(path)
}
