//! Small files that a person may carry about, such as a key file: a first line that says what the file is and of which
//! version, one JSON value, and a last line with the BLAKE3 of all before it, so that damage is found before anything is
//! made of it.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Why such a file cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FrameError {
    /// It is another kind of file.
    #[error("it is another kind of file")]
    Another,
    /// A newer program wrote it.
    #[error("it was written by a newer Sojourn")]
    Newer,
    /// Bytes of it were lost or changed.
    #[error("it is damaged")]
    Damaged,
}

/// No file larger than this is read, in bytes.
pub(crate) const MOST_BYTES: u64 = 64 * 1024;
const VERSION: u32 = 1;

/// The text of a file of that kind.
pub(crate) fn write(kind: &str, value: &impl Serialize) -> Result<String, serde_json::Error> {
    let text = format!("sojourn {kind} {VERSION}\n{}\n", serde_json::to_string_pretty(value)?);
    let digest = blake3::hash(text.as_bytes()).to_hex();
    Ok(format!("{text}{digest}\n"))
}

/// What a file of that kind says.
pub(crate) fn read<T: DeserializeOwned>(kind: &str, bytes: &[u8]) -> Result<T, FrameError> {
    let text = std::str::from_utf8(bytes).map_err(|_| FrameError::Another)?;
    let (first, _) = text.split_once('\n').ok_or(FrameError::Another)?;
    let version = first.strip_prefix(&format!("sojourn {kind} ")).ok_or(FrameError::Another)?;
    let (before, digest) =
        text.len().checked_sub(65).and_then(|at| text.split_at_checked(at)).ok_or(FrameError::Damaged)?;
    if digest.strip_suffix('\n') != Some(blake3::hash(before.as_bytes()).to_hex().as_str()) {
        return Err(FrameError::Damaged);
    }
    match version.parse::<u32>() {
        Ok(VERSION) => {}
        Ok(version) if version > VERSION => return Err(FrameError::Newer),
        _ => return Err(FrameError::Damaged),
    }
    let json = before.get(first.len() + 1..).ok_or(FrameError::Damaged)?;
    serde_json::from_str(json).map_err(|_| FrameError::Damaged)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_was_written_is_read() {
        let text = write("key file", &vec![1, 2]).unwrap();
        assert_eq!(read::<Vec<i32>>("key file", text.as_bytes()), Ok(vec![1, 2]));
        assert_eq!(read::<Vec<i32>>("recovery request", text.as_bytes()), Err(FrameError::Another));
    }

    #[test]
    fn a_newer_program_is_named() {
        let text = "sojourn key file 2\n[]\n";
        let text = format!("{text}{}\n", blake3::hash(text.as_bytes()).to_hex());
        assert_eq!(read::<Vec<i32>>("key file", text.as_bytes()), Err(FrameError::Newer));
    }
}
