//! Spreadsheets: reading any sheet, mapping its columns to fields, checking, importing; and writing lists.
//!
//! The way of an import: [`source`] opens a file and reads a [`table`], [`header`] finds the names of its columns,
//! [`mapping`] says which column feeds which [`field`], [`read`] turns a cell into a value, [`plan`] says what becomes of
//! each row, [`run`] does it as one edit. A [`session`] holds all of it together. The way out: [`export`] makes lists of
//! records by the same fields, [`write`] writes them.
//!
//! This room knows no window: what a person corrects comes in as plain values, what they see goes out as plain values.

pub mod dates;
pub mod entry;
pub mod error;
pub mod export;
pub mod field;
pub mod fields;
pub mod guard;
pub mod header;
pub mod holdings;
pub mod items;
pub mod mapping;
mod missions;
mod names;
mod organisation_fields;
mod organisation_part_fields;
pub mod parts;
mod placement_fields;
pub mod plan;
mod practice_fields;
pub mod read;
mod rejection;
mod replication_fields;
mod row;
pub mod run;
pub mod session;
pub mod source;
pub mod table;
pub mod text_table;
mod trained_fields;
pub mod value;
pub mod vocabulary;
mod volunteer_fields;
mod words;
mod workbook;
pub mod write;

#[cfg(test)]
mod import_tests;
#[cfg(test)]
mod part_tests;
#[cfg(test)]
mod reading_tests;

pub use error::SheetError;
pub use export::{ExportError, list, list_of, write_list};
pub use header::Header;
pub use holdings::Holdings;
pub use mapping::{Mapping, MappingError};
pub use plan::{Counts, ImportPlan, Outcome, PlannedRow};
pub use rejection::Rejection;
pub use run::{Imported, import, write_rejected};
pub use session::{ColumnView, MisfitView, Question, Session};
pub use source::Workbook;
pub(in crate::exchange) use source::read_bytes;
pub use table::{Cell, Notice, Table};
pub use text_table::TextChoices;
pub(in crate::exchange) use text_table::read_text;
pub use workbook::Sheet;
