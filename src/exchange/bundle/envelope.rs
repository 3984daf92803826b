//! The envelope of a bundle: sealing, signing, and opening in an order in which each step may refuse.

use super::BundleError;
use crate::domain::Id;
use age::x25519::{Identity, Recipient};
use ed25519_dalek::{Signature, Signer as _, SigningKey, Verifier as _, VerifyingKey};
use serde::{Deserialize, Serialize};
use std::io::{Read as _, Write as _};
use std::path::Path;

/// How the name of a bundle ends.
pub const BUNDLE_ENDING: &str = "sojournbundle";
/// A bundle is at most this large, in bytes: what mail and bad lines take.
pub const MOST_BYTES: usize = 1_000_000;
/// No file larger than this is opened.
const SIZE_LIMIT: u64 = 4 << 20;
/// No payload larger than this is unpacked.
const PAYLOAD_LIMIT: u64 = 64 << 20;
/// The first of the sixteen magic numbers of skippable frames (RFC 8878, section 3.1.2).
const SKIPPABLE: u32 = 0x184D_2A50;

/// Who wrote a bundle for whom, and the proof.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cover {
    /// Of the envelope.
    pub version: u32,
    /// The office that sends.
    pub from: Id,
    /// The office that it is for.
    pub to: Id,
    /// Number of the bundle.
    pub number: i64,
    /// BLAKE3 of the compressed payload, in hexadecimal digits.
    pub hash: String,
    /// ed25519 signature over the above, in hexadecimal digits.
    pub signature: String,
    /// The keys of an office that was invited, until head office has answered.
    pub introduction: Option<Introduction>,
}

/// How an office that was invited makes itself known: its keys, signed with the key of the invitation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Introduction {
    /// The id of the invitation.
    pub invitation: Id,
    /// Its ed25519 key, in hexadecimal digits.
    pub sign_key: String,
    /// Its age recipient.
    pub seal_key: String,
    /// Signature over the office, the invitation and both keys with the key of the invitation, in hexadecimal digits.
    pub signature: String,
}

impl Introduction {
    fn message(office: Id, invitation: Id, sign_key: &str, seal_key: &str) -> Vec<u8> {
        format!("sojourn introduction 1\n{office}\n{invitation}\n{sign_key}\n{seal_key}").into_bytes()
    }

    /// Signs the keys of an office with the key of its invitation.
    pub fn new(office: Id, invitation: Id, by: &SigningKey, sign: &VerifyingKey, seal: &Recipient) -> Self {
        let (sign_key, seal_key) = (hex(sign.as_bytes()), seal.to_string());
        let signature = by.sign(&Self::message(office, invitation, &sign_key, &seal_key));
        Self { invitation, sign_key, seal_key, signature: hex(&signature.to_bytes()) }
    }

    /// The keys, if they were signed with the key of the invitation.
    pub fn check(&self, office: Id, key: &VerifyingKey) -> Option<(VerifyingKey, Recipient)> {
        let message = Self::message(office, self.invitation, &self.sign_key, &self.seal_key);
        key.verify(&message, &signature(&self.signature)?).ok()?;
        Some((verifying_key(&bytes(&self.sign_key)?)?, self.seal_key.parse().ok()?))
    }
}

fn hex(bytes: &[u8]) -> String {
    crate::store::keys::to_hex(bytes)
}

fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    crate::store::keys::from_hex(text)?.try_into().ok()
}

fn signature(text: &str) -> Option<Signature> {
    Some(Signature::from_bytes(&bytes(text)?))
}

/// The ed25519 key of 32 bytes.
pub fn verifying_key(bytes: &[u8; 32]) -> Option<VerifyingKey> {
    VerifyingKey::from_bytes(bytes).ok()
}

fn message(cover: &Cover) -> Vec<u8> {
    let Cover { from, to, number, hash, .. } = cover;
    format!("sojourn bundle 1\n{from}\n{to}\n{number}\n{hash}").into_bytes()
}

/// Whom a bundle is from and for.
#[derive(Debug, Clone)]
pub struct Address {
    /// The office that sends.
    pub from: Id,
    /// The office that it is for.
    pub to: Id,
    /// Number of the bundle.
    pub number: i64,
}

/// Seals a payload. Gives the file's bytes and the hash of the compressed payload.
pub fn seal(
    payload: &[u8],
    address: &Address,
    sign: &SigningKey,
    recipients: &[Recipient],
    introduction: Option<Introduction>,
) -> Result<(Vec<u8>, Vec<u8>), std::io::Error> {
    let packed = zstd::bulk::compress(payload, 12)?;
    let hash = blake3::hash(&packed).as_bytes().to_vec();
    let mut cover = Cover {
        version: super::VERSION,
        from: address.from,
        to: address.to,
        number: address.number,
        hash: hex(&hash),
        signature: String::new(),
        introduction,
    };
    cover.signature = hex(&sign.sign(&message(&cover)).to_bytes());
    let cover = serde_json::to_vec(&cover)?;
    let length = u32::try_from(cover.len()).map_err(std::io::Error::other)?;
    let encryptor =
        age::Encryptor::with_recipients(recipients.iter().map(|recipient| recipient as &dyn age::Recipient))
            .map_err(std::io::Error::other)?;
    let mut file = Vec::with_capacity(packed.len() + 1_000);
    let mut sealed = encryptor.wrap_output(&mut file)?;
    sealed.write_all(&SKIPPABLE.to_le_bytes())?;
    sealed.write_all(&length.to_le_bytes())?;
    sealed.write_all(&cover)?;
    sealed.write_all(&packed)?;
    sealed.finish()?;
    Ok((file, hash))
}

/// A bundle of which it is not known yet whether it was signed by the office that it names.
#[derive(Debug)]
pub struct Opened {
    /// Who wrote it for whom.
    pub cover: Cover,
    packed: Vec<u8>,
}

/// Reads a file that is no larger than any bundle.
pub fn read_file(path: &Path) -> Result<Vec<u8>, BundleError> {
    let file_error = |error| BundleError::File { path: path.to_owned(), error };
    let length = std::fs::metadata(path).map_err(file_error)?.len();
    if length > SIZE_LIMIT {
        return Err(BundleError::TooLarge(path.to_owned()));
    }
    std::fs::read(path).map_err(file_error)
}

/// Opens the seal of a bundle. `path` is for the words alone.
pub fn open(file: &[u8], seal: &Identity, path: &Path) -> Result<Opened, BundleError> {
    let damaged = || BundleError::Damaged(path.to_owned());
    let decryptor = age::Decryptor::new_buffered(file).map_err(|_| damaged())?;
    let sealed = decryptor.decrypt(std::iter::once(seal as &dyn age::Identity)).map_err(|error| match error {
        age::DecryptError::NoMatchingKeys => BundleError::ForAnother(path.to_owned()),
        _ => damaged(),
    })?;
    let mut inside = Vec::new();
    sealed.take(SIZE_LIMIT).read_to_end(&mut inside).map_err(|_| damaged())?;
    let (head, rest) = inside.split_at_checked(8).ok_or_else(damaged)?;
    let magic = u32::from_le_bytes([head[0], head[1], head[2], head[3]]);
    let length = u32::from_le_bytes([head[4], head[5], head[6], head[7]]);
    let (cover, packed) = rest.split_at_checked(usize::try_from(length).unwrap_or(usize::MAX)).ok_or_else(damaged)?;
    if magic != SKIPPABLE {
        return Err(damaged());
    }
    let cover: Cover = serde_json::from_slice(cover).map_err(|_| damaged())?;
    if cover.version > super::VERSION {
        return Err(BundleError::Newer(path.to_owned()));
    }
    Ok(Opened { cover, packed: packed.to_vec() })
}

impl Opened {
    /// The payload and its hash, if the bundle was signed with a key. `path` is for the words alone.
    pub fn payload(&self, key: &VerifyingKey, path: &Path) -> Result<(Vec<u8>, Vec<u8>), BundleError> {
        let refused = || BundleError::NotSigned(path.to_owned());
        let hash = blake3::hash(&self.packed).as_bytes().to_vec();
        if hex(&hash) != self.cover.hash {
            return Err(BundleError::Damaged(path.to_owned()));
        }
        let signature = signature(&self.cover.signature).ok_or_else(refused)?;
        key.verify(&message(&self.cover), &signature).map_err(|_| refused())?;
        let mut payload = Vec::new();
        let reader = zstd::stream::read::Decoder::new(self.packed.as_slice());
        let read = reader.and_then(|reader| reader.take(PAYLOAD_LIMIT + 1).read_to_end(&mut payload));
        if read.is_err() || payload.len() as u64 > PAYLOAD_LIMIT {
            return Err(BundleError::Damaged(path.to_owned()));
        }
        Ok((payload, hash))
    }
}
