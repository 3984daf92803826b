//! The window's own widgets: tables, fields, buttons, tags, dialogs.
//!
//! They know colours, fonts and texts, but no record and no office: a caller gives values and gets back what a person did.
//! Each has an accessible name and role, works by keyboard and shows where the focus is.

pub mod button;
pub mod chart;
pub mod chip;
pub mod choice_chip;
pub mod date_field;
pub mod date_text;
mod draft;
pub mod empty_state;
pub mod figures;
pub mod form;
pub mod frames;
pub mod graph;
pub mod map;
pub mod modal;
pub mod month;
pub mod navigation;
pub mod number_field;
pub mod offer;
mod paint;
mod picker;
mod plane;
pub mod progress;
pub mod row_button;
pub mod search_field;
pub mod select;
pub mod selection;
pub mod table;
pub mod tabs;
pub mod tag;
pub mod tags;
pub mod text_field;
pub mod toast;

pub use button::Button;
pub use chip::Chip;
pub use date_field::DateField;
pub use empty_state::EmptyState;
pub use modal::{Answer, Modal};
pub use number_field::NumberField;
pub use offer::Offer;
pub(crate) use paint::paint_line;
pub(crate) use picker::move_cursor;
pub use row_button::RowButton;
pub use search_field::SearchField;
pub use select::Select;
pub use selection::Selection;
pub use table::{Cell, Column, Rows, Sort, Table, TableState};
pub use tag::{Tag, Tone};
pub use tags::TagsField;
pub use text_field::TextField;
pub use toast::{Toast, Toasts};

/// What a field gives back: how it was used, and the new value once a person has finished entering it.
#[derive(Debug)]
pub struct Edited<T> {
    /// The field's own response: focus, hover, rectangle.
    pub response: egui::Response,
    /// The new value, in the frame in which it was finished (Enter, or leaving the field), only if it differs.
    pub committed: Option<T>,
}

#[cfg(test)]
pub(crate) mod testing;
