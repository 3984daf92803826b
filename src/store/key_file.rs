//! The key file beside an encrypted office file: the file's random key, wrapped once with the office's passphrase and,
//! where the office is linked, once for head office. Plain data: this module reads and writes no disk.
//!
//! The passphrase is stretched with Argon2id (RFC 9106; 64 MiB, 3 passes, 1 lane: its second recommended choice with
//! one lane, for old laptops) and wraps the key with XChaCha20-Poly1305. Head office's slot is an age file (X25519), in hexadecimal
//! digits, that `age -d` opens with head office's key.

use super::framed::{self, FrameError};
use super::keys::{from_hex, to_hex};
use age::secrecy::{ExposeSecret as _, SecretBox};
use age::x25519;
use chacha20poly1305::aead::rand_core::RngCore as _;
use chacha20poly1305::aead::{Aead as _, OsRng, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use std::io::{Read as _, Write as _};
use unicode_normalization::UnicodeNormalization as _;

/// The key of an encrypted office file. Wiped from memory when dropped; never printed.
pub(crate) type Key = SecretBox<[u8; 32]>;

/// A passphrase has at least so many characters (NIST SP 800-63B, 5.1.1.2).
pub const LEAST_CHARACTERS: usize = 8;

/// What the file is, in its first line.
const KIND: &str = "key file";
/// Memory of Argon2id in KiB, passes, lanes.
const COST: Cost = Cost { memory: 64 * 1024, passes: 3, lanes: 1 };
/// What a key file may ask for at most, so that a forged one cannot take all memory: 1 GiB, 16 passes, 16 lanes.
const MOST_COST: Cost = Cost { memory: 1024 * 1024, passes: 16, lanes: 16 };

/// Why a key could not be wrapped or unwrapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyFileError {
    /// The file is not a whole key file.
    #[error(transparent)]
    Frame(#[from] FrameError),
    /// The passphrase does not open it.
    #[error("the passphrase is wrong")]
    WrongPassphrase,
    /// The passphrase is too short.
    #[error("the passphrase is shorter than {LEAST_CHARACTERS} characters")]
    ShortPassphrase,
    /// It was not made for that head office, or for none.
    #[error("it was not made for this head office")]
    NotForHeadOffice,
}

/// What Argon2id costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Cost {
    /// In KiB.
    memory: u32,
    passes: u32,
    lanes: u32,
}

/// The key, wrapped with the passphrase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct PassphraseSlot {
    argon2id: Cost,
    /// 16 bytes.
    salt: String,
    /// 24 bytes.
    nonce: String,
    /// Key and tag: 48 bytes.
    wrapped: String,
}

/// The key, sealed for head office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct HeadOfficeSlot {
    /// Head office's age recipient.
    pub(crate) recipient: String,
    /// An age file with [`Recovered`] as JSON.
    pub(crate) sealed: String,
}

/// What head office finds in its slot.
#[derive(Serialize, Deserialize)]
pub(crate) struct Recovered {
    /// Name of the office.
    pub(crate) office: String,
    /// Its key, in hexadecimal digits.
    key: String,
}

impl Recovered {
    /// The key.
    pub(crate) fn key(&self) -> Result<Key, KeyFileError> {
        to_key(&from_hex(&self.key).unwrap_or_default()).ok_or(KeyFileError::Frame(FrameError::Damaged))
    }
}

/// A key file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct KeyFile {
    /// Which key is wrapped: [`key_id`].
    pub(crate) key_id: String,
    passphrase: PassphraseSlot,
    /// Where the office is linked.
    pub(crate) head_office: Option<HeadOfficeSlot>,
}

impl KeyFile {
    /// A key file that only the passphrase opens.
    pub(crate) fn new(key: &Key, passphrase: &str) -> Result<Self, KeyFileError> {
        Ok(Self { key_id: key_id(key), passphrase: PassphraseSlot::new(key, passphrase)?, head_office: None })
    }

    /// Reads the bytes of a key file.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, KeyFileError> {
        Ok(framed::read(KIND, bytes)?)
    }

    /// The text of the file.
    pub(crate) fn write(&self) -> Result<String, serde_json::Error> {
        framed::write(KIND, self)
    }

    /// The key, by the passphrase. Takes about a tenth of a second and 64 MiB.
    pub(crate) fn unwrap(&self, passphrase: &str) -> Result<Key, KeyFileError> {
        let key = self.passphrase.unwrap(passphrase, &self.key_id)?;
        if key_id(&key) == self.key_id { Ok(key) } else { Err(KeyFileError::Frame(FrameError::Damaged)) }
    }

    /// Gives the key another passphrase; the one before opens it no longer.
    pub(crate) fn set_passphrase(&mut self, key: &Key, passphrase: &str) -> Result<(), KeyFileError> {
        self.passphrase = PassphraseSlot::new(key, passphrase)?;
        Ok(())
    }

    /// Lets head office recover the key. `office` is the name that it will see.
    pub(crate) fn set_head_office(&mut self, key: &Key, recipient: &str, office: &str) -> Result<(), KeyFileError> {
        let sealed = seal_key(key, recipient, office)?;
        self.head_office = Some(HeadOfficeSlot { recipient: recipient.to_owned(), sealed });
        Ok(())
    }
}

impl PassphraseSlot {
    fn new(key: &Key, passphrase: &str) -> Result<Self, KeyFileError> {
        if passphrase.chars().count() < LEAST_CHARACTERS {
            return Err(KeyFileError::ShortPassphrase);
        }
        let (mut salt, mut nonce) = ([0; 16], [0; 24]);
        OsRng.fill_bytes(&mut salt);
        OsRng.fill_bytes(&mut nonce);
        let cipher = stretched(passphrase, &salt, COST)?;
        let id = key_id(key);
        let payload = Payload { msg: key.expose_secret().as_slice(), aad: id.as_bytes() };
        let wrapped = cipher.encrypt(XNonce::from_slice(&nonce), payload).map_err(|_| FrameError::Damaged)?;
        Ok(Self { argon2id: COST, salt: to_hex(&salt), nonce: to_hex(&nonce), wrapped: to_hex(&wrapped) })
    }

    fn unwrap(&self, passphrase: &str, key_id: &str) -> Result<Key, KeyFileError> {
        let (salt, nonce, wrapped) = (bytes::<16>(&self.salt)?, bytes::<24>(&self.nonce)?, bytes::<48>(&self.wrapped)?);
        let cost = self.argon2id;
        if cost.memory > MOST_COST.memory || cost.passes > MOST_COST.passes || cost.lanes > MOST_COST.lanes {
            return Err(FrameError::Damaged.into());
        }
        let cipher = stretched(passphrase, &salt, cost)?;
        let payload = Payload { msg: wrapped.as_slice(), aad: key_id.as_bytes() };
        let key = cipher.decrypt(XNonce::from_slice(&nonce), payload).map_err(|_| KeyFileError::WrongPassphrase)?;
        to_key(&key).ok_or(KeyFileError::Frame(FrameError::Damaged))
    }
}

/// A fresh random key.
pub(crate) fn new_key() -> Key {
    let mut key = Box::new([0; 32]);
    OsRng.fill_bytes(key.as_mut_slice());
    SecretBox::new(key)
}

fn to_key(bytes: &[u8]) -> Option<Key> {
    Some(SecretBox::new(Box::new(bytes.try_into().ok()?)))
}

/// Says which key it is without telling anything of it.
pub(crate) fn key_id(key: &Key) -> String {
    to_hex(&blake3::derive_key("sojourn 2026 id of the key of an office file", key.expose_secret())[..8])
}

/// Seals a key for an age recipient.
pub(crate) fn seal_key(key: &Key, recipient: &str, office: &str) -> Result<String, KeyFileError> {
    let recipient: x25519::Recipient = recipient.parse().map_err(|_| KeyFileError::NotForHeadOffice)?;
    let recovered = Recovered { office: office.to_owned(), key: to_hex(key.expose_secret()) };
    let sealed = || -> Result<Vec<u8>, std::io::Error> {
        let encryptor = age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient))
            .map_err(std::io::Error::other)?;
        let mut file = Vec::new();
        let mut inside = encryptor.wrap_output(&mut file)?;
        inside.write_all(&serde_json::to_vec(&recovered)?)?;
        inside.finish()?;
        Ok(file)
    };
    // Sealing into memory for a key that was read fails on no input.
    Ok(to_hex(&sealed().map_err(|_| FrameError::Damaged)?))
}

/// Opens what [`seal_key`] sealed.
pub(crate) fn open_sealed(sealed: &str, identity: &x25519::Identity) -> Result<Recovered, KeyFileError> {
    let damaged = KeyFileError::Frame(FrameError::Damaged);
    let file = from_hex(sealed).ok_or(damaged)?;
    let decryptor = age::Decryptor::new_buffered(file.as_slice()).map_err(|_| damaged)?;
    let inside = decryptor.decrypt(std::iter::once(identity as &dyn age::Identity));
    let inside = inside.map_err(|error| match error {
        age::DecryptError::NoMatchingKeys => KeyFileError::NotForHeadOffice,
        _ => damaged,
    })?;
    let mut json = Vec::new();
    inside.take(framed::MOST_BYTES).read_to_end(&mut json).map_err(|_| damaged)?;
    serde_json::from_slice(&json).map_err(|_| damaged)
}

/// The cipher of a passphrase. The same letters give the same key whatever keyboard composed them (NFC, as RFC 8265).
fn stretched(passphrase: &str, salt: &[u8], cost: Cost) -> Result<XChaCha20Poly1305, FrameError> {
    let passphrase: String = passphrase.nfc().collect();
    let cost = argon2::Params::new(cost.memory, cost.passes, cost.lanes, Some(32)).map_err(|_| FrameError::Damaged)?;
    let argon2 = argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, cost);
    let mut key = [0; 32];
    argon2.hash_password_into(passphrase.as_bytes(), salt, &mut key).map_err(|_| FrameError::Damaged)?;
    Ok(XChaCha20Poly1305::new(&key.into()))
}

fn bytes<const N: usize>(text: &str) -> Result<[u8; N], FrameError> {
    from_hex(text).and_then(|bytes| bytes.try_into().ok()).ok_or(FrameError::Damaged)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const PASSPHRASE: &str = "crème brûlée, twice";

    fn made() -> (Key, KeyFile) {
        let key = new_key();
        let file = KeyFile::new(&key, PASSPHRASE).unwrap();
        (key, file)
    }

    #[test]
    fn the_passphrase_gives_the_key_and_no_other_does() {
        let (key, file) = made();
        let file = KeyFile::read(file.write().unwrap().as_bytes()).unwrap();
        assert_eq!(file.unwrap(PASSPHRASE).unwrap().expose_secret(), key.expose_secret());
        let decomposed: String = PASSPHRASE.nfd().collect();
        assert_ne!(decomposed, PASSPHRASE);
        assert_eq!(file.unwrap(&decomposed).unwrap().expose_secret(), key.expose_secret());
        assert_eq!(file.unwrap("creme brulee, twice").unwrap_err(), KeyFileError::WrongPassphrase);
        assert_eq!(file.unwrap("").unwrap_err(), KeyFileError::WrongPassphrase);
    }

    #[test]
    fn another_passphrase_takes_the_place_of_the_first() {
        let (key, mut file) = made();
        assert_eq!(file.set_passphrase(&key, "1234567"), Err(KeyFileError::ShortPassphrase));
        file.set_passphrase(&key, "12345678").unwrap();
        assert_eq!(file.unwrap("12345678").unwrap().expose_secret(), key.expose_secret());
        assert_eq!(file.unwrap(PASSPHRASE).unwrap_err(), KeyFileError::WrongPassphrase);
    }

    #[test]
    fn head_office_opens_its_slot_and_another_does_not() {
        let (key, mut file) = made();
        let (head, other) = (x25519::Identity::generate(), x25519::Identity::generate());
        file.set_head_office(&key, &head.to_public().to_string(), "Nairobi").unwrap();
        let file = KeyFile::read(file.write().unwrap().as_bytes()).unwrap();
        let sealed = &file.head_office.as_ref().unwrap().sealed;
        let recovered = open_sealed(sealed, &head).unwrap();
        assert_eq!(recovered.office, "Nairobi");
        assert_eq!(recovered.key().unwrap().expose_secret(), key.expose_secret());
        assert_eq!(open_sealed(sealed, &other).err(), Some(KeyFileError::NotForHeadOffice));
    }

    #[test]
    fn every_byte_cut_and_every_bit_flipped_is_refused() {
        let (key, mut file) = made();
        file.set_head_office(&key, &x25519::Identity::generate().to_public().to_string(), "Nairobi").unwrap();
        let bytes = file.write().unwrap().into_bytes();
        for length in 0..bytes.len() {
            assert!(matches!(KeyFile::read(&bytes[..length]), Err(KeyFileError::Frame(_))), "cut to {length}");
        }
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert!(matches!(KeyFile::read(&flipped), Err(KeyFileError::Frame(_))), "bit {bit}");
        }
    }

    #[test]
    fn a_forged_key_file_opens_nothing_and_takes_no_memory() {
        let (_, file) = made();
        let forged = |forge: fn(&mut KeyFile)| {
            let mut forged = file.clone();
            forge(&mut forged);
            forged.unwrap(PASSPHRASE).unwrap_err()
        };
        let damaged = KeyFileError::Frame(FrameError::Damaged);
        assert_eq!(forged(|file| file.passphrase.argon2id.memory = u32::MAX), damaged);
        assert_eq!(forged(|file| file.passphrase.argon2id.passes = 17), damaged);
        assert_eq!(forged(|file| file.passphrase.argon2id.passes = 0), damaged);
        assert_eq!(forged(|file| file.passphrase.wrapped.truncate(10)), damaged);
        assert_eq!(forged(|file| file.key_id = "00".repeat(8)), KeyFileError::WrongPassphrase);
    }

    #[test]
    fn no_key_is_printed() {
        let (key, _) = made();
        assert!(!format!("{key:?}").contains(&format!("{:?}", key.expose_secret())));
    }
}
