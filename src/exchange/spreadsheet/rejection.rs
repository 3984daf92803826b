//! Why a row does not come in.

use super::field::Field;
use super::read::Left;
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
    /// The record would break a rule.
    #[error("{}: {}", .0, .0.hint())]
    Broken(#[from] Broken),
    /// No sheet brings in records of that kind.
    #[error("this kind of record is not imported")]
    NoSuchKind,
}
