//! Bundles: files that carry edits from one office to another. They may come late, twice, out of order, damaged, or never.
//!
//! A bundle is, from the outside in: an `age` file for the two offices' keys; in it a zstd skippable frame that says who
//! wrote it and signs it, and a zstd frame; in that JSON lines, the first a [`Header`], the others the parcel
//! ([`crate::store::Parcel`]). `age --decrypt -i KEY FILE | zstd -d` opens one without this program. Each file is at most
//! 1 MB and can be taken in alone.
//!
//! It must not know how edits are merged: that is for the store.

#[cfg(test)]
mod damage_tests;
mod envelope;
mod invitation;
mod outcome;
mod receive;
mod send;
#[cfg(test)]
mod tests;

pub use envelope::{BUNDLE_ENDING, Introduction, MOST_BYTES};
pub use invitation::{INVITATION_ENDING, Invitation, accept, invite, invite_to};
pub use outcome::BundleError;
pub use receive::{Received, receive_files};
pub use send::{Contents, SentFile, send};

use crate::domain::Id;
use crate::store::links::Holds;
use serde::{Deserialize, Serialize};

/// The version of the envelope and of the header that this program writes.
pub const VERSION: u32 = 1;

/// The first line of a bundle's payload.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Header {
    /// Of the header; a greater one is refused.
    pub version: u32,
    /// Version of the program that wrote it.
    pub program: String,
    /// The office that sends.
    pub from: Id,
    /// Its name.
    pub name: String,
    /// The office that it is for.
    pub to: Id,
    /// Random id of the copy that writes.
    pub replica: i64,
    /// Number of the bundle, counted by the sender for this receiver.
    pub number: i64,
    /// Number and hash (hexadecimal BLAKE3 of the payload) of the one before; nothing for the first.
    pub previous: Option<(i64, String)>,
    /// It holds what arrived at the sender after this number ...
    pub after: i64,
    /// ... up to this one.
    pub upto: i64,
    /// The receiver has said that it has all up to this number.
    pub confirmed: i64,
    /// What the sender has of the receiver: its copy, and up to which number.
    pub has: Option<(i64, i64)>,
    /// What the sender holds of the copies of both offices.
    pub holds: Holds,
    /// BLAKE3 of all that the sender holds, in hexadecimal digits.
    pub digest: String,
    /// Milliseconds since 1970, UTC.
    pub at: i64,
}
