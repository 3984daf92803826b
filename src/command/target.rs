//! Files that a command writes must not be those that it reads.

use super::failure::Failure;
use std::path::Path;

/// Refuses to write over one of the files that the same command reads.
pub(super) fn spare(target: &Path, read: &[&Path]) -> Result<(), Failure> {
    let same = |path: &&Path| match (target.canonicalize(), path.canonicalize()) {
        (Ok(target), Ok(path)) => target == path,
        _ => false,
    };
    if read.iter().any(same) { Err(Failure::WouldOverwrite(target.to_owned())) } else { Ok(()) }
}
