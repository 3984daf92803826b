//! A new passphrase, typed twice.

use crate::app::texts::Texts;
use crate::app::widgets::{TextField, form};
use crate::store::LEAST_CHARACTERS;
use crate::t;
use egui::Ui;

/// What was typed.
#[derive(Default)]
pub struct NewPassphrase {
    typed: String,
    again: String,
}

impl NewPassphrase {
    /// The passphrase, if it is long enough and was typed twice alike.
    pub fn good(&self) -> Option<&str> {
        let good = self.typed.chars().count() >= LEAST_CHARACTERS && self.typed == self.again;
        good.then_some(&self.typed)
    }

    /// Shows the two fields, and what is still wrong beneath them.
    pub fn show(&mut self, ui: &mut Ui, texts: &Texts) {
        for (name, value) in
            [(t!(texts, "passphrase-new"), &mut self.typed), (t!(texts, "passphrase-again"), &mut self.again)]
        {
            form::row(ui, name, |ui| {
                if let Some(typed) = TextField::new(name, value).name(name).secret().each_key().show(ui).committed {
                    *value = typed;
                }
            });
        }
        if self.good().is_none() {
            let short = self.typed.chars().count() < LEAST_CHARACTERS;
            let note = if short {
                t!(texts, "passphrase-short", least = LEAST_CHARACTERS)
            } else {
                t!(texts, "passphrase-differs").to_owned()
            };
            form::note(ui, &note);
        }
    }
}
