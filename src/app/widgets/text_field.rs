//! A text field that hands its value over when it is finished: on Enter or on leaving it, not at each key. Esc restores.

use egui::{AsIdSalt, Id, Key, TextEdit, Ui, Widget as _};

use super::{Edited, draft};
use crate::app::theme::{colors, font, measure};

/// A field for a text of one line or several.
///
/// `salt` must hold the id of the record besides the name of the field, so that undoing while typing never brings one
/// record's text into another's field: `TextField::new((volunteer.id, "full name"), &volunteer.full_name)`.
#[must_use = "a field shows only by show()"]
#[derive(Debug)]
pub struct TextField<'a, S> {
    salt: S,
    value: &'a str,
    name: Option<&'a str>,
    placeholder: &'a str,
    rows: usize,
    width: f32,
    char_limit: usize,
    each_key: bool,
    secret: bool,
}

impl<'a, S: AsIdSalt> TextField<'a, S> {
    /// A field for `value`, known by `salt`.
    pub fn new(salt: S, value: &'a str) -> Self {
        Self {
            salt,
            value,
            name: None,
            placeholder: "",
            rows: 1,
            width: f32::INFINITY,
            char_limit: usize::MAX,
            each_key: false,
            secret: false,
        }
    }

    /// Its accessible name, where no label of a form row names it.
    pub fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// Weak text shown while it is empty.
    pub fn placeholder(mut self, placeholder: &'a str) -> Self {
        self.placeholder = placeholder;
        self
    }

    /// Several lines high; Enter then starts a line, and leaving the field finishes it.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows.max(1);
        self
    }

    /// Its width in points; else as wide as the room.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// At most this many characters.
    pub fn char_limit(mut self, limit: usize) -> Self {
        self.char_limit = limit;
        self
    }

    /// Hands its text over at each key: in dialogs, whose button waits for a text, and not for records.
    pub fn each_key(mut self) -> Self {
        self.each_key = true;
        self
    }

    /// Shows dots for its letters.
    pub fn secret(mut self) -> Self {
        self.secret = true;
        self
    }

    /// Shows the field.
    pub fn show(self, ui: &mut Ui) -> Edited<String> {
        let id = ui.make_persistent_id(&self.salt);
        if self.each_key {
            let mut text = self.value.to_owned();
            let response = edit(ui, id, &mut text, &self);
            let committed = response.changed().then_some(text);
            return Edited { response, committed };
        }
        let mut text = draft::shown(ui, id, self.value);
        let response = edit(ui, id, &mut text, &self);
        let committed = match outcome(ui, id, &response, &text) {
            Outcome::Finished if text != self.value => {
                draft::sent(ui, id, &text, self.value);
                Some(text)
            }
            Outcome::Finished | Outcome::Restored => {
                draft::forget(ui, id);
                None
            }
            Outcome::Open => None,
        };
        Edited { response, committed }
    }
}

fn edit<S>(ui: &mut Ui, id: Id, text: &mut String, field: &TextField<'_, S>) -> egui::Response {
    let builder = if field.rows > 1 { TextEdit::multiline(text) } else { TextEdit::singleline(text) };
    let width = field.width.min(ui.available_width());
    let response = builder
        .id(id)
        .password(field.secret)
        .desired_rows(field.rows)
        .desired_width(width)
        .char_limit(field.char_limit)
        .hint_text(egui::RichText::new(field.placeholder).color(colors(ui).weak))
        .font(font::body())
        .align(if field.rows > 1 { egui::Align2::LEFT_TOP } else { egui::Align2::LEFT_CENTER })
        .min_size(egui::vec2(0.0, measure::FIELD))
        .ui(ui);
    match field.name {
        Some(name) => response.accessible_name(name),
        None => response,
    }
}

/// A line of text for the fields that read a value out of it.
pub(super) fn edit_line(
    ui: &mut Ui,
    id: Id,
    text: &mut String,
    name: Option<&str>,
    placeholder: &str,
    width: f32,
) -> egui::Response {
    let field = TextField { name, ..TextField::new((), "").placeholder(placeholder).width(width) };
    edit(ui, id, text, &field)
}

/// How things stand with a text after this frame.
pub(super) enum Outcome {
    /// Not being typed into, or still being typed into.
    Open,
    /// Enter, or the field was left.
    Finished,
    /// Esc.
    Restored,
}

/// Reads the outcome off the response of the text edit, and keeps the draft.
pub(super) fn outcome(ui: &Ui, id: Id, response: &egui::Response, text: &str) -> Outcome {
    if response.changed() {
        draft::typed(ui, id, text);
    }
    let left = !ui.memory(|memory| memory.has_focus(id));
    let escaped = left && response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
    if escaped && (draft::is_typing(ui, id) || draft::is_refused(ui, id)) {
        if let Some(mut state) = egui::text_edit::TextEditState::load(ui.ctx(), id) {
            state.clear_undoer();
            state.store(ui.ctx(), id);
        }
        Outcome::Restored
    } else if left && draft::is_typing(ui, id) {
        Outcome::Finished
    } else {
        Outcome::Open
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::widgets::testing::harness;
    use egui_kittest::kittest::Queryable as _;

    fn record(ui: &mut Ui, (value, commits): &mut (String, Vec<String>)) {
        let edited = TextField::new((231, "name"), value.as_str()).name("Full name").show(ui);
        if let Some(text) = edited.committed {
            commits.push(text.clone());
            *value = text;
        }
        TextField::new("other", "").name("Other").show(ui);
    }

    #[test]
    fn a_value_is_handed_over_once_when_finished() {
        let mut harness = harness((String::from("Ana"), Vec::new()), record);
        harness.get_by_label("Full name").click();
        harness.run();
        harness.get_by_label("Full name").type_text(" Maria");
        harness.run();
        assert!(harness.state().1.is_empty(), "not at each key");
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(harness.state().1, ["Ana Maria"]);
        harness.get_by_label("Full name").click();
        harness.run();
        harness.get_by_label("Full name").type_text("!");
        harness.run();
        harness.get_by_label("Other").click();
        harness.run();
        assert_eq!(harness.state().1, ["Ana Maria", "Ana Maria!"]);
    }

    #[test]
    fn escape_restores() {
        let mut harness = harness((String::from("Ana"), Vec::new()), record);
        harness.get_by_label("Full name").click();
        harness.run();
        harness.get_by_label("Full name").type_text("nas");
        harness.run();
        harness.key_press(Key::Escape);
        harness.run();
        assert_eq!(harness.get_by_label("Full name").value().as_deref(), Some("Ana"));
        assert!(harness.state().1.is_empty());
    }
}
