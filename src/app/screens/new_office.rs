//! The dialog for a new office, and the sample office.

use super::new_passphrase::NewPassphrase;
use super::record::Choices;
use crate::app::desk::Desk;
use crate::app::texts::Texts;
use crate::app::widgets::{Answer, Modal, Select, TextField, form};
use crate::domain::office::Role;
use crate::domain::reference::Country;
use crate::exchange::sample::{self, SampleSize};
use crate::store::NewOffice;
use crate::t;
use egui::Context;
use std::path::Path;

/// What the person said of a new office, and the passphrase that is to protect it.
pub type AskedOffice = (NewOffice, Option<String>);

/// The dialog that asks for name, country, role and passphrase.
#[derive(Default)]
pub struct NewOfficeDialog {
    open: bool,
    name: String,
    country: Option<Country>,
    head: bool,
    protect: bool,
    passphrase: NewPassphrase,
    /// What was said, until the person has chosen where the file goes.
    pub waiting: Option<AskedOffice>,
}

impl NewOfficeDialog {
    /// Opens it, empty; protecting is recommended.
    pub fn open(&mut self) {
        *self = Self { open: true, protect: true, ..Self::default() };
    }

    /// Shows it while it is open; gives back what was said once.
    pub fn show(&mut self, ctx: &Context, texts: &Texts) -> Option<AskedOffice> {
        if !self.open {
            return None;
        }
        let ready = !self.name.trim().is_empty() && (self.country.is_some() || self.head);
        let passphrase = self.passphrase.good().filter(|_| self.protect).map(str::to_owned);
        let can_confirm = ready && (passphrase.is_some() || !self.protect);
        let countries = &Choices::of(texts.tongue()).countries;
        let ((), answer) = Modal::new("new office", t!(texts, "new-office-title"), t!(texts, "new-office-confirm"))
            .can_confirm(can_confirm)
            .show(ctx, texts, |ui| {
                form::row(ui, t!(texts, "office-name"), |ui| {
                    let field = TextField::new("new office name", &self.name).name(t!(texts, "office-name")).each_key();
                    if let Some(name) = field.show(ui).committed {
                        self.name = name;
                    }
                });
                form::row(ui, t!(texts, "office-country"), |ui| {
                    let select = Select::new("new office country", countries, self.country.as_ref());
                    if let Some(country) = select.placeholder(t!(texts, "choose-country")).show(ui, texts).committed {
                        self.country = country;
                    }
                });
                form::row(ui, t!(texts, "office-role"), |ui| {
                    if ui.radio(!self.head, t!(texts, "role-country-office")).clicked() {
                        self.head = false;
                    }
                    if ui.radio(self.head, t!(texts, "role-head-office")).clicked() {
                        self.head = true;
                    }
                });
                if !ready {
                    form::note(ui, t!(texts, "new-office-needs"));
                }
                form::checkbox(ui, t!(texts, "new-office-protect"), &mut self.protect);
                if self.protect {
                    form::note(ui, t!(texts, "new-office-protect-note"));
                    self.passphrase.show(ui, texts);
                }
            });
        match answer {
            Some(Answer::Confirmed) => {
                self.open = false;
                let role = if self.head { Role::Head } else { Role::Country };
                Some((NewOffice { name: self.name.trim().to_owned(), country: self.country, role }, passphrase))
            }
            Some(Answer::Cancelled) => {
                self.open = false;
                None
            }
            None => None,
        }
    }
}

/// Makes the sample office in a new file and opens it; where the file is there already, just opens it.
pub fn sample_office(desk: &mut Desk, path: &Path) {
    if path.exists() {
        desk.open(path);
        return;
    }
    desk.create_filled(path, sample::office(), "making-sample", |file, progress| {
        let today = file.today();
        sample::fill(file, &SampleSize::default(), today, progress).map(|_| ())
    });
}
