//! What can be asked for of the exchange between offices.

use super::Format;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// Linking two offices.
#[derive(Debug, Args)]
pub struct Link {
    /// What to do
    #[command(subcommand)]
    pub does: LinkDoes,
}

/// What can be done about a link.
#[derive(Debug, Subcommand)]
pub enum LinkDoes {
    /// Head office: add a country office and write its invitation
    New {
        /// Office file of head office
        file: PathBuf,
        /// Name of the country office
        #[arg(long)]
        name: String,
        /// Country it works in, by code or name
        #[arg(long)]
        country: String,
        /// Invitation to write, such as nairobi.sojourninvitation; whoever holds it can take that office's place until its
        /// first file has come
        #[arg(long, value_name = "INVITATION")]
        out: PathBuf,
    },
    /// Country office: open an invitation; where there is no such file yet, it is made
    Accept {
        /// Office file of the country office
        file: PathBuf,
        /// The invitation
        invitation: PathBuf,
    },
}

/// Sending.
#[derive(Debug, Args)]
pub struct SendTo {
    /// Office file
    pub file: PathBuf,
    /// Folder to write the bundles into
    pub out_dir: PathBuf,
    /// Only to this office, by name; without it, to all that have been heard of
    #[arg(long, value_name = "OFFICE")]
    pub to: Option<String>,
    /// Only say what would be sent
    #[arg(long)]
    pub dry_run: bool,
    /// How to report
    #[arg(long, default_value = "text")]
    pub format: Format,
}

/// Receiving.
#[derive(Debug, Args)]
pub struct Receive {
    /// Office file
    pub file: PathBuf,
    /// Bundles, or folders of them
    #[arg(required = true)]
    pub bundles: Vec<PathBuf>,
    /// How to report
    #[arg(long, default_value = "text")]
    pub format: Format,
}

/// An office file and a form.
#[derive(Debug, Args)]
pub struct Asked {
    /// Office file
    pub file: PathBuf,
    /// How to report
    #[arg(long, default_value = "text")]
    pub format: Format,
}

/// A decision.
#[derive(Debug, Args)]
pub struct Decide {
    /// Office file
    pub file: PathBuf,
    /// The conflict, as `conflicts` names it; or `all`
    pub conflict: String,
    /// `mine`, `theirs`, or the value that is to stand; several fields with `--and`
    pub choice: String,
    /// The value of the next field of the same conflict; can be given several times
    #[arg(long, value_name = "VALUE")]
    pub and: Vec<String>,
}

/// A person to be erased.
#[derive(Debug, Args)]
pub struct Erase {
    /// Office file
    pub file: PathBuf,
    /// The volunteer, by id or short reference
    pub volunteer: String,
    /// On what ground; never a name
    #[arg(long, default_value = "")]
    pub reason: String,
    /// It cannot be undone: say that it is meant
    #[arg(long, required = true)]
    pub yes: bool,
}

/// A backup to go on from.
#[derive(Debug, Args)]
pub struct Restore {
    /// The backup
    pub backup: PathBuf,
    /// Office file that it takes the place of; what is there becomes a backup itself
    pub file: PathBuf,
}

/// A person who asks what is held.
#[derive(Debug, Args)]
pub struct SubjectAccess {
    /// Office file
    pub file: PathBuf,
    /// The volunteer, by id or short reference
    pub volunteer: String,
    /// Folder to write the JSON file and the workbook into
    pub out_dir: PathBuf,
}
