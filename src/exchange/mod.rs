//! What crosses the office's wall: spreadsheets, calendars, printed pages, and the sample office that comes from nowhere; and what
//! brings the office file and matching together, which do not know each other.
//!
//! This room reads and writes other people's files and speaks to the office file only through its door. It must not
//! know what a window is.

pub mod bundle;
pub mod calendar;
pub mod candidates;
pub mod iati;
pub mod instance;
pub mod pages;
pub mod plan;
pub mod plan_sheets;
pub mod print;
pub mod publish;
pub mod report_sheets;
pub mod sample;
pub mod spreadsheet;
pub mod subject_access;
pub mod write;
