//! Plain data and the field's rules. This room knows no disk, no clock and no window: dates and `today` are handed in.
//!
//! A record is a flat struct that the store keeps as one row; what a record has several of (languages, clearances,
//! requirements ...) is a record of its own that names its owner in `of`.

pub(crate) mod codes;
pub mod decision;
pub mod detail;
pub mod guidance;
pub mod handover;
pub mod id;
pub mod likeness;
pub mod listing;
pub mod matching;
pub mod merging;
pub mod milestones;
pub mod mission;
pub mod network;
pub mod office;
pub mod organisation;
pub mod overlap;
pub mod papers;
pub mod placement;
pub mod practice;
pub mod reference;
pub mod reporting;
pub mod reports;
pub mod rules;
pub mod scheme;
pub mod span;
pub mod text;
pub mod volunteer;

pub use id::{ById, Id};
pub use listing::ListKind;

codes::codes! {
    /// The kinds of record that people open, list and search.
    Kind {
        /// A volunteer.
        Volunteer = "volunteer",
        /// An organisation.
        Organisation = "organisation",
        /// A placement.
        Placement = "placement",
        /// A mission.
        Mission = "mission",
        /// A practice.
        Practice = "practice",
        /// The office itself.
        Office = "office",
    }
}
