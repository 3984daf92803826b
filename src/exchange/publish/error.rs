//! Why the data could not be published, as sentences with a hint.

use crate::exchange::write::NotWritten;
use crate::store::StoreError;
use std::path::PathBuf;

/// Why the data could not be published. What was published before is still there.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// The office file refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file could not be written.
    #[error(transparent)]
    NotWritten(#[from] NotWritten),
    /// The folder holds what such an export does not write.
    #[error("{} holds other files, such as {found}", folder.display())]
    OtherFiles {
        /// The folder.
        folder: PathBuf,
        /// One of them.
        found: String,
    },
    /// There is a file in the place of the folder.
    #[error("{} is not a folder", .0.display())]
    NotFolder(PathBuf),
}

impl PublishError {
    /// What the person can do about it; empty where there is nothing to advise.
    pub fn hint(&self) -> String {
        match self {
            Self::Store(error) => error.hint(),
            Self::NotWritten(_) => "look at the space and the rights there; what was there before still is".into(),
            Self::OtherFiles { .. } | Self::NotFolder(_) => {
                "name a folder that is new, empty, or holds an earlier export".into()
            }
        }
    }
}
