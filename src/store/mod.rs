//! The office file: one SQLite database with everything an office knows.
//!
//! Only this room speaks SQL. It hands out records and compact lists, and takes edits through one door,
//! [`OfficeFile::edit`]. It must not know what a window or a spreadsheet is.

pub mod agenda;
pub mod attention;
mod backup;
mod check;
mod columns;
mod conflicts;
mod course;
mod create;
mod decisions;
mod detail;
mod digest;
mod drive;
mod edit;
mod erase;
mod error;
mod ground;
mod history;
mod holidays;
mod identity;
pub mod keys;
pub mod links;
pub mod lists;
mod local;
mod lock;
mod marks;
mod merge;
mod migrate;
mod missions;
mod office_file;
mod op;
mod ops;
mod parcel;
mod progress;
mod receive;
mod records;
mod replica;
mod revisions;
mod scalar;
mod scope;
mod send;
mod table;
mod undo;
pub mod whereabouts;
mod whole;

pub use backup::BackupInfo;
pub use check::CheckReport;
pub use conflicts::{About, Choice, Claim, Conflict, ConflictId};
pub use course::{EarlyEnding, Longer};
pub use create::NewOffice;
pub use drive::Drive;
pub use edit::{Changes, Done, Edit};
pub use error::StoreError;
pub use history::{CellHistory, EditDetail, EditEntry, EditState};
pub use holidays::HolidayCount;
pub use marks::{DatedTask, Marks};
pub use missions::{Placed, Proposal};
pub use office_file::OfficeFile;
pub use op::Op;
pub use parcel::Parcel;
pub use progress::Progress;
pub use receive::{Delivery, Receipt};
pub use revisions::Revision;
pub use table::Record;
