//! Taking bundles in: each file is all in or all out, with a receipt or a reason.

use super::envelope::{self, BUNDLE_ENDING};
use super::{BundleError, Header, VERSION};
use crate::domain::Id;
use crate::store::links::{LinkState, OfficeLink};
use crate::store::{Changes, Delivery, OfficeFile, Parcel, Progress, Receipt, StoreError};
use chrono::DateTime;
use std::path::{Path, PathBuf};

/// What came of one file.
#[derive(Debug)]
pub struct Received {
    /// The file.
    pub path: PathBuf,
    /// The receipt, or why it was refused.
    pub outcome: Result<Receipt, BundleError>,
    /// The records it changed.
    pub changes: Changes,
}

/// Takes in files, and the bundles for this office in folders, in the order of their numbers. A file that is refused does
/// not keep the others out; a person who cancels keeps what is in already.
pub fn receive_files(
    file: &mut OfficeFile,
    paths: &[PathBuf],
    progress: &Progress,
) -> Result<Vec<Received>, BundleError> {
    let (mut bundles, mut found) = (Vec::new(), Vec::new());
    for path in paths {
        if path.is_dir() {
            let entries = std::fs::read_dir(path).map_err(|error| BundleError::File { path: path.clone(), error })?;
            found.extend(
                entries
                    .filter_map(|entry| Some(entry.ok()?.path()))
                    .filter(|path| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(BUNDLE_ENDING))),
            );
        } else {
            bundles.push(path.clone());
        }
    }
    let mut all: Vec<(PathBuf, bool)> =
        bundles.into_iter().map(|path| (path, true)).chain(found.into_iter().map(|path| (path, false))).collect();
    all.sort();
    let mut received = Vec::with_capacity(all.len());
    for (path, chosen) in all {
        if progress.is_cancelled() {
            break;
        }
        let taken = receive_file(file, &path, progress);
        let (outcome, changes) = match taken {
            Ok((receipt, changes)) => (Ok(receipt), changes),
            // In a folder lie files for others too, and what was sent from here.
            Err(BundleError::OwnFile(_) | BundleError::ForAnother(_)) if !chosen => continue,
            Err(error) => (Err(error), Changes::default()),
        };
        received.push(Received { path, outcome, changes });
    }
    Ok(received)
}

/// Takes in one file.
pub fn receive_file(
    file: &mut OfficeFile,
    path: &Path,
    progress: &Progress,
) -> Result<(Receipt, Changes), BundleError> {
    receive_bytes(file, &envelope::read_file(path)?, path, progress)
}

/// Takes in the bytes of a file. `path` is for the words alone.
pub(super) fn receive_bytes(
    file: &mut OfficeFile,
    bytes: &[u8],
    path: &Path,
    progress: &Progress,
) -> Result<(Receipt, Changes), BundleError> {
    let damaged = || BundleError::Damaged(path.to_owned());
    let (office, keys) = (file.office()?, file.keys()?);
    let opened = envelope::open(bytes, &keys.seal, path)?;
    let cover = &opened.cover;
    if cover.from == office.id {
        return Err(BundleError::OwnFile(path.to_owned()));
    }
    let (link, invitation) = link_of(file, cover, path)?;
    let key = link.sign_key.as_ref().and_then(envelope::verifying_key).ok_or_else(damaged)?;
    let (payload, hash) = opened.payload(&key, path)?;
    let text = std::str::from_utf8(&payload).map_err(|_| damaged())?;
    let (first, rest) = text.split_once('\n').ok_or_else(damaged)?;
    let header: Header = serde_json::from_str(first).map_err(|_| damaged())?;
    if header.version > VERSION {
        return Err(BundleError::Newer(path.to_owned()));
    }
    if header.from != cover.from || header.number != cover.number || header.upto < header.after {
        return Err(damaged());
    }
    let parcel = Parcel::read(rest, header.after, header.upto).map_err(|_| damaged())?;
    let delivery = Delivery {
        from: link.office,
        name: header.name,
        replica: header.replica,
        number: header.number,
        confirmed: header.confirmed,
        has: header.has,
        holds: header.holds,
        hash,
        bytes: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
        at: DateTime::from_timestamp_millis(header.at).unwrap_or_default(),
    };
    if let Some(invitation) = invitation {
        file.rename_link(invitation, link.office)?;
        file.keep_link(&link)?;
    }
    file.receive(&delivery, parcel, progress).map_err(|error| match error {
        // A change that cannot be kept says that the file is not what it should be, not that the office file is damaged.
        StoreError::Damaged(_) if is_newer(&header.program) => BundleError::Newer(path.to_owned()),
        StoreError::Damaged(_) => damaged(),
        other => other.into(),
    })
}

/// Whether a program is newer than this one, by its version.
fn is_newer(program: &str) -> bool {
    let numbers = |version: &str| version.split('.').map(|part| part.parse().unwrap_or(0)).collect::<Vec<u32>>();
    numbers(program) > numbers(env!("CARGO_PKG_VERSION"))
}

/// The link that a bundle comes over. The first one from an office that was invited brings its keys; then also the id of
/// the invitation.
fn link_of(file: &OfficeFile, cover: &envelope::Cover, path: &Path) -> Result<(OfficeLink, Option<Id>), BundleError> {
    let links = file.links()?;
    if let Some(link) = links.iter().find(|link| link.office == cover.from && !link.seal_key.is_empty()) {
        return Ok((link.clone(), None));
    }
    let unknown = || BundleError::Unknown(path.to_owned());
    let introduction = cover.introduction.as_ref().ok_or_else(unknown)?;
    let invited = |link: &OfficeLink| link.office == introduction.invitation && link.state == LinkState::Invited;
    let mut link = links.into_iter().find(invited).ok_or_else(unknown)?;
    let key = link.sign_key.as_ref().and_then(envelope::verifying_key).ok_or_else(unknown)?;
    let (sign, seal) = introduction.check(cover.from, &key).ok_or_else(|| BundleError::NotSigned(path.to_owned()))?;
    let invitation = std::mem::replace(&mut link.office, cover.from);
    link.sign_key = Some(sign.to_bytes());
    link.seal_key = seal.to_string();
    Ok((link, Some(invitation)))
}
