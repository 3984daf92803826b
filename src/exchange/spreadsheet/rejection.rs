//! Why a row does not come in.

use super::field::Field;
use super::read::{Left, Misfit};
use crate::domain::Kind;
use crate::domain::rules::Broken;

/// Why a row does not come in. `Display` is an English sentence; the window makes its own.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Rejection {
    /// A text in a field that every row needs does not fit it.
    #[error("{head}: {} {}", left.text, left.why)]
    Misfit {
        /// The name of its column.
        head: String,
        /// The text, and why it does not fit.
        left: Left,
    },
    /// Nothing in a field that every row needs.
    #[error("there is no {}", .0.english.to_lowercase())]
    Nothing(&'static Field),
    /// The reference stands in a row before.
    #[error("{0} is in the file more than once")]
    Twice(String),
    /// The record that the row belongs to or leads to is not there.
    #[error("{head}: {text} {}: {}", Misfit::NotThere(*kind), how_to_name(*kind))]
    NotThere {
        /// The name of its column.
        head: String,
        /// The text.
        text: String,
        /// What it is to name.
        kind: Kind,
    },
    /// Several records go by the words.
    #[error("{head}: {text} may be several: write the reference of the one that is meant")]
    Several {
        /// The name of its column.
        head: String,
        /// The text.
        text: String,
    },
    /// A link that ends where it starts.
    #[error("an organisation is not linked to itself")]
    ToItself,
    /// The record would break a rule.
    #[error("{}: {}", .0, .0.hint())]
    Broken(#[from] Broken),
    /// No sheet brings in rows of that kind.
    #[error("this kind of record is not imported")]
    NoSuchKind,
}

fn how_to_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Organisation => "write its name, acronym or reference, or add it first",
        Kind::Practice => "write its title or reference, or add it first",
        Kind::Mission | Kind::Volunteer | Kind::Placement | Kind::Office => "write its reference, or add it first",
    }
}
