//! What crosses the office's wall: spreadsheets and calendars. Uses `domain` and `store`; knows no window.

pub mod calendar;
pub mod spreadsheet;
