//! The keys of this office: one opens what is sealed for it, one signs what it sends. They are made when first needed and
//! stay in this file; what others need to know of them is public.

use super::{OfficeFile, StoreError, local};
use age::secrecy::ExposeSecret as _;
use age::x25519;
use chacha20poly1305::aead::OsRng;
use ed25519_dalek::SigningKey;

/// The secret keys of an office.
pub struct Keys {
    /// Opens what is sealed for this office (age, X25519).
    pub seal: x25519::Identity,
    /// Signs what this office sends (ed25519).
    pub sign: SigningKey,
}

impl Keys {
    /// The key that opens what is sealed for the office, as the text that the `age` program reads.
    pub fn written(&self, office: &str) -> String {
        let (name, key) = (office.replace(['\n', '\r'], " "), self.seal.to_string());
        format!("# {name}\n# public key: {}\n{}\n", self.seal.to_public(), key.expose_secret())
    }
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(..)")
    }
}

impl OfficeFile {
    /// The keys of this office, made now where there are none yet.
    pub fn keys(&mut self) -> Result<Keys, StoreError> {
        let damaged = |what: &str| StoreError::Damaged(format!("its key for {what} cannot be read"));
        let seal = match local::get(&self.connection, "seal-secret")? {
            Some(text) => text.parse().map_err(|_| damaged("opening what is sealed"))?,
            None => {
                let made = x25519::Identity::generate();
                self.check_still_there()?;
                local::set(&self.connection, "seal-secret", made.to_string().expose_secret())?;
                made
            }
        };
        let sign = match local::get(&self.connection, "sign-secret")? {
            Some(text) => {
                let bytes = from_hex(&text).and_then(|bytes| bytes.try_into().ok());
                SigningKey::from_bytes(&bytes.ok_or_else(|| damaged("signing"))?)
            }
            None => {
                let made = SigningKey::generate(&mut OsRng);
                self.check_still_there()?;
                local::set(&self.connection, "sign-secret", &to_hex(made.as_bytes()))?;
                made
            }
        };
        Ok(Keys { seal, sign })
    }
}

/// Bytes as lower-case hexadecimal digits.
pub fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes of hexadecimal digits; nothing where they are none.
pub fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> =
        text.trim().chars().map(|digit| digit.to_digit(16).and_then(|value| u8::try_from(value).ok())).collect();
    let digits = digits?;
    (digits.len() % 2 == 0).then(|| digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::store::NewOffice;

    #[test]
    fn keys_are_made_once() {
        let new = NewOffice { name: "Nairobi".into(), country: None, role: crate::domain::office::Role::Country };
        let mut file = OfficeFile::in_memory(&new.record().unwrap()).unwrap();
        let (first, again) = (file.keys().unwrap(), file.keys().unwrap());
        assert_eq!(first.seal.to_public().to_string(), again.seal.to_public().to_string());
        assert_eq!(first.sign.to_bytes(), again.sign.to_bytes());
    }

    #[test]
    fn hexadecimal_digits_come_back() {
        assert_eq!(from_hex(&to_hex(&[0, 15, 255])), Some(vec![0, 15, 255]));
        assert_eq!((from_hex("0"), from_hex("zz")), (None, None));
    }
}
