//! A field for a whole number, or nothing; handed over when it is finished, refused with the reason when out of range.

use std::ops::RangeInclusive;

use egui::{Align, AsIdSalt, Ui, vec2};

use super::text_field::{Outcome, edit_line, outcome};
use super::{Edited, draft, form, paint};
use crate::app::texts::Texts;
use crate::app::theme::{colors, font, measure};
use crate::t;

/// A number field. `salt` as in [`TextField`](super::TextField).
#[must_use = "a field shows only by show()"]
#[derive(Debug)]
pub struct NumberField<'a, S> {
    salt: S,
    value: Option<i64>,
    range: RangeInclusive<i64>,
    required: bool,
    name: Option<&'a str>,
    unit: &'a str,
    width: f32,
}

impl<'a, S: AsIdSalt> NumberField<'a, S> {
    /// A field for `value`, which must lie in `range`.
    pub fn new(salt: S, value: Option<i64>, range: RangeInclusive<i64>) -> Self {
        Self { salt, value, range, required: false, name: None, unit: "", width: 64.0 }
    }

    /// It may not be left empty.
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Its accessible name, where no label of a form row names it.
    pub fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// What is counted, shown behind it: "weeks".
    pub fn unit(mut self, unit: &'a str) -> Self {
        self.unit = unit;
        self
    }

    /// Its width in points.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Shows the field, and beneath it why a number was not taken.
    pub fn show(self, ui: &mut Ui, texts: &Texts) -> Edited<Option<i64>> {
        let id = ui.make_persistent_id(&self.salt);
        let recorded = self.value.map_or(String::new(), |value| value.to_string());
        let mut text = draft::shown(ui, id, &recorded);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let response = ui
                .horizontal(|ui| {
                    let response = edit_line(ui, id, &mut text, self.name, "", self.width);
                    if !self.unit.is_empty() {
                        let unit = paint::line(ui.painter(), self.unit, font::body(), ui.available_width());
                        let size = vec2(unit.size().x, measure::FIELD);
                        let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
                        paint::place(ui.painter(), rect, Align::Min, unit, colors(ui).weak);
                    }
                    response
                })
                .inner;
            let read = read(&text, &self.range, self.required);
            let committed = match outcome(ui, id, &response, &text) {
                Outcome::Open => None,
                Outcome::Restored => {
                    draft::forget(ui, id);
                    None
                }
                Outcome::Finished => match read {
                    Ok(number) if number == self.value => {
                        draft::forget(ui, id);
                        None
                    }
                    Ok(number) => {
                        draft::sent(ui, id, &number.map_or(String::new(), |number| number.to_string()), &recorded);
                        Some(number)
                    }
                    Err(_) => {
                        draft::refused(ui, id, &text);
                        None
                    }
                },
            };
            if let (Err(fault), true, false) = (read, draft::is_refused(ui, id), response.has_focus()) {
                let (from, to) = (*self.range.start(), *self.range.end());
                let reason = match fault {
                    Fault::Missing => t!(texts, "field-required").to_owned(),
                    Fault::NotANumber => t!(texts, "number-not-a-number").to_owned(),
                    Fault::OutOfRange => t!(texts, "number-out-of-range", from = from, to = to),
                };
                paint::mark_invalid(ui, &response, &reason);
                form::error(ui, &reason);
            }
            Edited { response, committed }
        })
        .inner
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Fault {
    Missing,
    NotANumber,
    OutOfRange,
}

fn read(text: &str, range: &RangeInclusive<i64>, required: bool) -> Result<Option<i64>, Fault> {
    let digits: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, ',' | '\u{202f}'))
        .map(crate::domain::text::western_digit)
        .collect();
    if digits.is_empty() {
        return if required { Err(Fault::Missing) } else { Ok(None) };
    }
    let number = digits.parse().map_err(|_| Fault::NotANumber)?;
    if range.contains(&number) { Ok(Some(number)) } else { Err(Fault::OutOfRange) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::texts::Language;
    use crate::app::widgets::testing::harness;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn a_number_out_of_range_is_not_taken_and_says_why() {
        let texts = Texts::new(Language::English);
        let mut harness = harness(Some(26), move |ui, weeks: &mut Option<i64>| {
            let edited = NumberField::new(1, *weeks, 6..=104).name("Weeks").unit("weeks").show(ui, &texts);
            if let Some(number) = edited.committed {
                *weeks = number;
            }
        });
        for (typed, kept) in [("300", Some(26)), ("52", Some(52)), ("", None)] {
            harness.get_by_label("Weeks").click();
            harness.run();
            harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
            harness.key_press(egui::Key::Delete);
            harness.run();
            if !typed.is_empty() {
                harness.get_by_label("Weeks").type_text(typed);
                harness.run();
            }
            harness.key_press(egui::Key::Enter);
            harness.run();
            assert_eq!(*harness.state(), kept, "{typed}");
            assert_eq!(harness.query_by_label("Must be from 6 to 104").is_some(), typed == "300");
        }
    }

    #[test]
    fn numbers_are_read_with_separators_and_digits_of_other_scripts() {
        assert_eq!(read(" 1 200", &(0..=5_000), true), Ok(Some(1_200)));
        assert_eq!(read("४२", &(0..=50), true), Ok(Some(42)));
        assert_eq!(read("4x", &(0..=50), true), Err(Fault::NotANumber));
        assert_eq!(read("", &(0..=50), true), Err(Fault::Missing));
    }
}
