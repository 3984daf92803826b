//! Spreadsheets: reading any sheet, mapping its columns to fields, checking, importing; and writing lists.
//!
//! The way of an import: [`source`] opens a file and reads a [`table`], [`header`] finds the names of its columns.
//!
//! This room knows no window: what a person corrects comes in as plain values, what they see goes out as plain values.

pub mod dates;
pub mod error;
pub mod guard;
pub mod header;
pub mod source;
pub mod table;
pub mod text_table;
mod workbook;

#[cfg(test)]
mod reading_tests;

pub use error::SheetError;
pub use header::Header;
pub use source::{Sheet, Workbook};
pub use table::{Cell, Notice, Table};
pub use text_table::TextChoices;
