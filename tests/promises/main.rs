//! What the program promises, tried from outside. One binary, so that it links once.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod history;
mod house;
mod window_calendar;
