//! Why a bundle or an invitation was refused, as sentences with a hint. Nothing was changed.

use crate::store::StoreError;
use std::path::PathBuf;

/// Why a bundle or an invitation could not be written or taken in.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// It is not a bundle, or was damaged on the way.
    #[error("{} is not a bundle, or was damaged on the way", .0.display())]
    Damaged(PathBuf),
    /// It is larger than any bundle.
    #[error("{} is larger than any bundle", .0.display())]
    TooLarge(PathBuf),
    /// It is sealed for another office.
    #[error("{} is for another office", .0.display())]
    ForAnother(PathBuf),
    /// This office wrote it itself.
    #[error("{} was written by this office", .0.display())]
    OwnFile(PathBuf),
    /// It comes from an office that this one does not know.
    #[error("{} comes from an office that is not linked with this one", .0.display())]
    Unknown(PathBuf),
    /// Its signature is not that of the office that it names.
    #[error("{} was not signed by the office that it names", .0.display())]
    NotSigned(PathBuf),
    /// It was written in a form that this program does not know.
    #[error("{} was written by a newer Sojourn", .0.display())]
    Newer(PathBuf),
    /// It is not an invitation.
    #[error("{} is not an invitation, or was damaged on the way", .0.display())]
    NotAnInvitation(PathBuf),
    /// Only head office invites.
    #[error("only head office adds country offices")]
    NotHeadOffice,
    /// A head office opens no invitation.
    #[error("this is a head office, which invites others")]
    NotCountryOffice,
    /// The office is linked already.
    #[error("this office is linked with {0} already")]
    AlreadyLinked(String),
    /// The invitation was written by this office.
    #[error("this invitation was written by this office")]
    OwnInvitation,
    /// The other office has not been heard of yet, so nothing can be sealed for it.
    #[error("{0} has not sent anything yet")]
    NotHeardOf(String),
    /// The office file refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file could not be written.
    #[error(transparent)]
    NotWritten(#[from] crate::exchange::write::NotWritten),
    /// The system could not read or write a file.
    #[error("{}: {error}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        error: std::io::Error,
    },
}

impl BundleError {
    /// What the person can do about it, in one sentence; empty where there is nothing to advise.
    pub fn hint(&self) -> String {
        match self {
            Self::Damaged(_) | Self::TooLarge(_) => {
                "ask for the file again; what it holds is also in the next one from that office".into()
            }
            Self::ForAnother(_) => "pass it on to the office in its name".into(),
            Self::OwnFile(_) => "send it to the other office; nothing of it is missing here".into(),
            Self::Unknown(_) => "head office invites an office; the office opens the invitation".into(),
            Self::NotSigned(_) => "do not use it; ask that office on the telephone whether it sent it".into(),
            Self::Newer(_) => "install the newer program, then take the file in again".into(),
            Self::NotAnInvitation(_) => "choose the file that ends in .sojourninvitation".into(),
            Self::NotHeadOffice => "a country office opens the invitation that head office sends".into(),
            Self::NotCountryOffice => "make a new office file from the invitation".into(),
            Self::AlreadyLinked(_) | Self::OwnInvitation => String::new(),
            Self::NotHeardOf(_) => "the office opens the invitation and sends its first file".into(),
            Self::Store(error) => error.hint(),
            Self::NotWritten(_) | Self::File { .. } => {
                "choose another folder, or free some space; nothing was lost".into()
            }
        }
    }
}
