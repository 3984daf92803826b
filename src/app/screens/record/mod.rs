//! What the panes of all kinds of record are made of: fields that save themselves, parts that open and close, finding
//! another record, the history.
//!
//! Knows how a record is changed (through the desk, one field one edit), but no particular record.

pub mod choices;
pub mod entry;
pub mod fields;
pub mod finder;
pub mod history_tab;
mod history_words;
pub mod layout;
pub mod mission_row;
pub mod words;

pub use choices::Choices;
pub use entry::Entry;
pub use fields::Fields;
pub use finder::Finder;
pub use history_tab::HistoryTab;
