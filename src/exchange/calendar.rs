//! Calendar files (RFC 5545): missions and milestones go out, public holidays come in.

mod events;
mod holidays;
#[cfg(test)]
mod holidays_tests;
mod write;

pub use events::{CalendarQuery, Tells, Written, export_calendar};
pub use holidays::{HolidayError, HolidayFile, holidays_within, read_holidays};
pub use write::{Event, State, calendar_text};
