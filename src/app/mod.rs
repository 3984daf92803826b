//! The window: screens, widgets, theme, texts. Only this room knows egui.
//!
//! Screens read records and push commands; they never write and never ask the office file while painting.

pub mod commands;
pub mod help;
pub mod palette;
pub mod texts;
pub mod theme;
pub mod widgets;
