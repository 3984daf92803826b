//! Taking bundles in: each file is all in or all out, with a receipt or a reason.

use super::envelope::{self, BUNDLE_ENDING};
use super::{BundleError, Header, VERSION};
use crate::domain::Id;
use crate::store::links::{LinkState, OfficeLink};
use crate::store::{Changes, Delivery, OfficeFile, Parcel, Progress, Receipt, StoreError};
use age::x25519::Identity;
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
    match all.len() {
        0 | 1 => take_in(file, &all, progress),
        _ => file.in_a_row(|file| take_in(file, &all, progress))?,
    }
}

/// Takes in files in this order, each with whether a person has chosen it.
fn take_in(file: &mut OfficeFile, all: &[(PathBuf, bool)], progress: &Progress) -> Result<Vec<Received>, BundleError> {
    let mut received = Vec::with_capacity(all.len());
    let mut reader = Reader::new(file)?;
    let mut ahead = None;
    for (at, (path, chosen)) in all.iter().enumerate() {
        if progress.is_cancelled() {
            break;
        }
        let bundle = match ahead.take() {
            Some(bundle) => Ok(bundle),
            None => reader.read_file(path),
        };
        // While one file is taken in, the next is read: with the links of before, which is why not the first of an office.
        let taken = std::thread::scope(|scope| {
            let next = all.get(at + 1).map(|(path, _)| scope.spawn(|| reader.read_file(path)));
            let taken = bundle.and_then(|bundle| bundle.take_into(file, path, progress));
            ahead = next.and_then(|next| next.join().ok()?.ok()).filter(|bundle: &Bundle| bundle.invitation.is_none());
            taken
        });
        // Where the file is gone the next says so, and what is in already is still told.
        reader.links = file.links().unwrap_or(reader.links);
        let (outcome, changes) = match taken {
            Ok((receipt, changes)) => (Ok(receipt), changes),
            // In a folder lie files for others too, and what was sent from here.
            Err(BundleError::OwnFile(_) | BundleError::ForAnother(_)) if !chosen => continue,
            Err(error) => (Err(error), Changes::default()),
        };
        received.push(Received { path: path.clone(), outcome, changes });
    }
    Ok(received)
}

/// Takes in the bytes of a file. `path` is for the words alone.
#[cfg(test)]
pub(super) fn receive_bytes(
    file: &mut OfficeFile,
    bytes: &[u8],
    path: &Path,
    progress: &Progress,
) -> Result<(Receipt, Changes), BundleError> {
    Reader::new(file)?.read(bytes, path)?.take_into(file, path, progress)
}

/// What is needed to read the files that come to an office.
struct Reader {
    office: Id,
    seal: Identity,
    links: Vec<OfficeLink>,
}

/// A bundle that was opened and checked, as far as that can be told without the office file.
struct Bundle {
    link: OfficeLink,
    /// The invitation that the bundle answers, if it is the first over its link.
    invitation: Option<Id>,
    delivery: Delivery,
    parcel: Parcel,
    /// Version of the program that wrote it.
    program: String,
}

impl Reader {
    fn new(file: &mut OfficeFile) -> Result<Self, BundleError> {
        Ok(Self { office: file.office()?.id, seal: file.keys()?.seal, links: file.links()? })
    }

    fn read_file(&self, path: &Path) -> Result<Bundle, BundleError> {
        self.read(&envelope::read_file(path)?, path)
    }

    fn read(&self, bytes: &[u8], path: &Path) -> Result<Bundle, BundleError> {
        let damaged = || BundleError::Damaged(path.to_owned());
        let opened = envelope::open(bytes, &self.seal, path)?;
        let cover = &opened.cover;
        if cover.from == self.office {
            return Err(BundleError::OwnFile(path.to_owned()));
        }
        let (link, invitation) = self.link_of(cover, path)?;
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
        Ok(Bundle { link, invitation, delivery, parcel, program: header.program })
    }

    /// The link that a bundle comes over. The first one from an office that was invited brings its keys; then also the id
    /// of the invitation.
    fn link_of(&self, cover: &envelope::Cover, path: &Path) -> Result<(OfficeLink, Option<Id>), BundleError> {
        if let Some(link) = self.links.iter().find(|link| link.office == cover.from && !link.seal_key.is_empty()) {
            return Ok((link.clone(), None));
        }
        let unknown = || BundleError::Unknown(path.to_owned());
        let introduction = cover.introduction.as_ref().ok_or_else(unknown)?;
        let invited = |link: &&OfficeLink| link.office == introduction.invitation && link.state == LinkState::Invited;
        let mut link = self.links.iter().find(invited).cloned().ok_or_else(unknown)?;
        let key = link.sign_key.as_ref().and_then(envelope::verifying_key).ok_or_else(unknown)?;
        let (sign, seal) =
            introduction.check(cover.from, &key).ok_or_else(|| BundleError::NotSigned(path.to_owned()))?;
        let invitation = std::mem::replace(&mut link.office, cover.from);
        link.sign_key = Some(sign.to_bytes());
        link.seal_key = seal.to_string();
        Ok((link, Some(invitation)))
    }
}

impl Bundle {
    /// Takes it in. `path` is for the words alone.
    fn take_into(
        self,
        file: &mut OfficeFile,
        path: &Path,
        progress: &Progress,
    ) -> Result<(Receipt, Changes), BundleError> {
        if let Some(invitation) = self.invitation {
            file.rename_link(invitation, self.link.office)?;
            file.keep_link(&self.link)?;
        }
        file.receive(&self.delivery, self.parcel, progress).map_err(|error| match error {
            // A change that cannot be kept says that the file is not what it should be, not that the office file is
            // damaged.
            StoreError::Damaged(_) if is_newer(&self.program) => BundleError::Newer(path.to_owned()),
            StoreError::Damaged(_) => BundleError::Damaged(path.to_owned()),
            other => other.into(),
        })
    }
}

/// Whether a program is newer than this one, by its version.
fn is_newer(program: &str) -> bool {
    let numbers = |version: &str| version.split('.').map(|part| part.parse().unwrap_or(0)).collect::<Vec<u32>>();
    numbers(program) > numbers(env!("CARGO_PKG_VERSION"))
}
