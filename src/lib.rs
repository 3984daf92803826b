//! Sojourn: who goes where, when and why, in one local file.
//!
//! The map of the house. Arrows run downwards only:
//! `app, command -> exchange -> store, matching -> domain` (`tests/promises/house.rs` reads the `use` lines).
//!
//! | room | what it is for |
//! | --- | --- |
//! | [`domain`] | volunteers, placements, missions: plain data and the field's rules. No disk, no clock, no window |
//! | [`matching`] | who fits where, and why. Uses `domain` alone |
//! | [`store`] | the office file: schema, records, history (edits, undo), search, backup. Uses `domain` |
//! | [`exchange`] | what crosses the office's wall: spreadsheets, calendars, printed pages, data for reporting tools. Uses `domain`, `store` and `matching` |
//! | [`app`] | the window. Only this room knows egui |
//! | [`command`] | the command line: the same operations without a window |

pub mod app;
pub mod command;
pub mod domain;
pub mod exchange;
pub mod matching;
pub mod store;

/// What long work took is given back: after an office of 40,000 was made, the process held 73 MB, and 186 MB with the
/// memory of the C library.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;
