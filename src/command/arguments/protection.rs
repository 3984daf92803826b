//! What can be asked about the passphrase of an office file.

use clap::{Args, Subcommand};
use std::path::PathBuf;

/// An office file to protect, or to make plain.
#[derive(Debug, Args)]
pub struct Protection {
    /// Office file
    pub file: PathBuf,
}

/// A lost passphrase.
#[derive(Debug, Args)]
pub struct Recover {
    /// Which step
    #[command(subcommand)]
    pub does: RecoverDoes,
}

/// The steps of recovering a lost passphrase.
#[derive(Debug, Subcommand)]
pub enum RecoverDoes {
    /// The office asks: write the request to be sent to head office
    Request {
        /// Office file whose passphrase is lost
        file: PathBuf,
        /// File to write, such as nairobi.sojournrequest
        out: PathBuf,
    },
    /// Head office answers: compare the code by telephone before sending the answer
    Answer {
        /// Head office's file
        file: PathBuf,
        /// The request
        request: PathBuf,
        /// File to write, such as nairobi.sojournanswer
        out: PathBuf,
    },
    /// The office takes the answer and sets a new passphrase (SOJOURN_PASSPHRASE, or asked for)
    Finish {
        /// Office file whose passphrase is lost
        file: PathBuf,
        /// The answer of head office
        answer: PathBuf,
    },
}
