//! A row with a number that the office sets.

use crate::app::texts::Texts;
use crate::app::widgets::{NumberField, form};
use egui::Ui;
use std::ops::RangeInclusive;

/// A row with a whole number, what it counts, and beneath it what it means.
pub(super) struct Number<'a> {
    label: &'a str,
    value: Option<u16>,
    range: RangeInclusive<u16>,
    required: bool,
    unit: &'a str,
    note: &'a str,
}

impl<'a> Number<'a> {
    /// A number that must be there, and lie in `range`.
    pub fn new(label: &'a str, value: u16, range: RangeInclusive<u16>) -> Self {
        Self { label, value: Some(value), range, required: true, unit: "", note: "" }
    }

    /// A number that may be missing.
    pub fn optional(label: &'a str, value: Option<u16>, range: RangeInclusive<u16>) -> Self {
        Self { label, value, range, required: false, unit: "", note: "" }
    }

    /// What is counted.
    pub fn unit(mut self, unit: &'a str) -> Self {
        self.unit = unit;
        self
    }

    /// What it means.
    pub fn note(mut self, note: &'a str) -> Self {
        self.note = note;
        self
    }

    /// Shows the row; gives back what was typed, once it is finished.
    pub fn show(self, ui: &mut Ui, texts: &Texts) -> Option<u16> {
        self.show_optional(ui, texts).flatten()
    }

    /// The same for a number that may be taken away.
    pub fn show_optional(self, ui: &mut Ui, texts: &Texts) -> Option<Option<u16>> {
        let range = i64::from(*self.range.start())..=i64::from(*self.range.end());
        form::row(ui, self.label, |ui| {
            let mut field = NumberField::new(self.label, self.value.map(i64::from), range).unit(self.unit);
            if self.required {
                field = field.required();
            }
            let typed = field.show(ui, texts).committed;
            if !self.note.is_empty() {
                form::note(ui, self.note);
            }
            typed.map(|number| number.and_then(|number| u16::try_from(number).ok()))
        })
    }
}
