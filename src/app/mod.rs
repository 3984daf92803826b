//! The window: screens, widgets, theme, texts. Only this room knows egui.
//!
//! Screens read what the [`desk`] handed out and push what the person asked for; they never wait for the office file
//! and never ask it while painting.

pub mod commands;
pub mod desk;
pub mod file_dialog;
pub mod help;
mod idle;
pub mod loaded;
pub mod names;
pub mod palette;
pub mod preferences;
pub mod run;
pub mod screens;
mod second_click;
pub mod sent;
pub mod shared;
pub mod texts;
pub mod theme;
pub mod widgets;
pub mod window;

pub use run::{WindowError, run};
