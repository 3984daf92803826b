//! Recovering a lost passphrase through head office, by two small files: the office asks with the slot of its key file
//! that only head office can open; head office answers with the key, sealed for the office that asked; the office gives
//! the key a new passphrase.
//!
//! Head office cannot know from the request who made it: both sides see its code, to be compared by telephone.

use super::cipher::{key_file_path, put_key_file, read_key_file, read_small, with_ending, write_whole};
use super::framed::{self, FrameError};
use super::key_file::{self, KeyFileError};
use super::lock::Lock;
use super::{OfficeFile, StoreError};
use age::secrecy::ExposeSecret as _;
use age::x25519::Identity;
use chrono::Local;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// How the name of a request ends.
pub const REQUEST_ENDING: &str = "sojournrequest";
/// How the name of an answer ends.
pub const ANSWER_ENDING: &str = "sojournanswer";

const REQUEST: &str = "recovery request";
const ANSWER: &str = "recovery answer";
const SECRET: &str = "recovery secret";

/// What an office asks head office for.
#[derive(Serialize, Deserialize)]
struct Request {
    /// Which key is asked for.
    key_id: String,
    /// The slot of the key file that head office can open.
    sealed: String,
    /// The age recipient that the answer is to be sealed for.
    answer_to: String,
}

/// What head office answers.
#[derive(Serialize, Deserialize)]
struct Answer {
    key_id: String,
    /// The key, sealed for the office that asked.
    sealed: String,
}

/// Kept beside the office file until the answer has come: it opens the answer.
#[derive(Serialize, Deserialize)]
struct Secret {
    identity: String,
}

/// Whom head office answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovery {
    /// Name of the office whose file it is.
    pub office: String,
    /// The code of the request, to be compared by telephone.
    pub code: String,
}

/// Writes the request of an office whose passphrase is lost to a new file, and gives its code. Asking again is no harm:
/// the answer to either request is good.
pub fn request_recovery(office: &Path, out: &Path) -> Result<String, StoreError> {
    if !super::cipher::is_encrypted(office)? {
        return Err(StoreError::NotProtected(office.to_owned()));
    }
    let key_file = read_key_file(office)?;
    let slot = key_file.head_office.ok_or(StoreError::NoRecovery)?;
    let secret_path = secret_path(office);
    let identity = if secret_path.exists() {
        read_secret(&secret_path)?
    } else {
        let identity = Identity::generate();
        let secret = Secret { identity: identity.to_string().expose_secret().to_owned() };
        write_whole(&secret_path, &text(SECRET, &secret)?)?;
        identity
    };
    let request = Request { key_id: key_file.key_id, sealed: slot.sealed, answer_to: identity.to_public().to_string() };
    let bytes = text(REQUEST, &request)?;
    write_new(out, &bytes)?;
    Ok(code(&bytes))
}

impl OfficeFile {
    /// Answers a request with this office's key: writes the answer to a new file. The request is refused where it was not
    /// made for this head office.
    pub fn answer_recovery(&mut self, request: &Path, out: &Path) -> Result<Recovery, StoreError> {
        let (bytes, request, path) = read_request(request)?;
        let of_path = |error| StoreError::of_key_file(error, path);
        let recovered = key_file::open_sealed(&request.sealed, &self.keys()?.seal).map_err(of_path)?;
        let key = recovered.key().map_err(of_path)?;
        let sealed = key_file::seal_key(&key, &request.answer_to, &recovered.office).map_err(of_path)?;
        write_new(out, &text(ANSWER, &Answer { key_id: request.key_id, sealed })?)?;
        Ok(Recovery { office: recovered.office, code: code(&bytes) })
    }
}

/// Takes head office's answer and gives the office file, and its backups of the same key, a new passphrase.
pub fn finish_recovery(office: &Path, answer: &Path, passphrase: &str) -> Result<(), StoreError> {
    let _lock = Lock::take(office, &Local::now().format("%Y-%m-%d %H:%M").to_string())?;
    let mut key_file = read_key_file(office)?;
    let of_answer = |error: KeyFileError| StoreError::of_key_file(error, answer);
    let given: Answer = framed::read(ANSWER, &read_small(answer)?).map_err(|error| of_answer(error.into()))?;
    let secret_path = secret_path(office);
    if !secret_path.exists() {
        return Err(StoreError::NotAsked(office.to_owned()));
    }
    let identity = read_secret(&secret_path)?;
    let recovered = key_file::open_sealed(&given.sealed, &identity).map_err(of_answer)?;
    let key = recovered.key().map_err(of_answer)?;
    // An answer to another office, or to a time before the file got another key.
    if given.key_id != key_file.key_id || key_file::key_id(&key) != key_file.key_id {
        return Err(of_answer(KeyFileError::Frame(FrameError::Another)));
    }
    key_file
        .set_passphrase(&key, passphrase)
        .map_err(|error| StoreError::of_key_file(error, &key_file_path(office)))?;
    put_key_file(office, &key_file)?;
    // It has served; left behind, it would open the answer once more.
    std::fs::remove_file(&secret_path).map_err(|error| StoreError::of_path(error, &secret_path))
}

fn read_request(path: &Path) -> Result<(Vec<u8>, Request, &Path), StoreError> {
    let bytes = read_small(path)?;
    let request = framed::read(REQUEST, &bytes).map_err(|error| StoreError::of_key_file(error.into(), path))?;
    Ok((bytes, request, path))
}

fn secret_path(office: &Path) -> PathBuf {
    with_ending(&key_file_path(office), "-recovery")
}

fn read_secret(path: &Path) -> Result<Identity, StoreError> {
    let of_path = |error| StoreError::of_key_file(KeyFileError::Frame(error), path);
    let secret: Secret = framed::read(SECRET, &read_small(path)?).map_err(of_path)?;
    secret.identity.parse().map_err(|_| of_path(FrameError::Damaged))
}

fn text(kind: &str, value: &impl Serialize) -> Result<Vec<u8>, StoreError> {
    framed::write(kind, value).map(String::into_bytes).map_err(|error| StoreError::Damaged(error.to_string()))
}

fn write_new(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    if path.exists() { Err(StoreError::AlreadyThere(path.to_owned())) } else { write_whole(path, bytes) }
}

/// Four groups that two people can read to each other: 64 bits of the request's BLAKE3.
fn code(request: &[u8]) -> String {
    let digits = blake3::hash(request).to_hex();
    [&digits[0..4], &digits[4..8], &digits[8..12], &digits[12..16]].join("-")
}
