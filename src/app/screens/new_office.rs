//! The dialog for a new office, a new office from an invitation, and the sample office.

use super::new_passphrase::NewPassphrase;
use super::record::Choices;
use crate::app::desk::{Desk, Ticket};
use crate::app::file_dialog::{Purpose, Question};
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::widgets::{Answer, Modal, Select, TextField, form};
use crate::domain::office::Role;
use crate::domain::reference::Country;
use crate::exchange::bundle::{BundleError, Invitation, accept};
use crate::exchange::sample::{self, SampleSize};
use crate::store::{NewOffice, OfficeFile, StoreError};
use crate::t;
use egui::Context;
use std::path::{Path, PathBuf};

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

/// A new office from the invitation of head office: the invitation is read, then the person says where the file goes.
#[derive(Default)]
pub struct InvitedOffice {
    reading: Option<Ticket<Option<Result<Invitation, BundleError>>>>,
    /// What was read, until the person has chosen where the file goes.
    waiting: Option<Invitation>,
}

impl InvitedOffice {
    /// Reads an invitation that was chosen.
    pub fn read(&mut self, path: PathBuf, shared: &Shared) {
        self.reading = Some(shared.desk.beside(move || Some(Invitation::read(&path))));
    }

    /// Goes on once the invitation is read: asks for the place of the file, or says why it was refused.
    pub fn show(&mut self, ctx: &Context, shared: &mut Shared) {
        let Some(answer) = self.reading.as_ref().and_then(Ticket::take) else { return };
        self.reading = None;
        match answer {
            Some(Ok(invitation)) => {
                let name = office_file_named(&invitation.name);
                self.waiting = Some(invitation);
                let question = Question { purpose: Purpose::InvitedOffice, save: true, name, endings: &["sojourn"] };
                shared.files.ask(ctx, question);
            }
            Some(Err(error)) => {
                let words = shared.texts.bundle_refusal(&error);
                shared.act(Act::Complain(words));
            }
            None => {}
        }
    }

    /// Makes the office in a new file, linked with head office, and opens it.
    pub fn make(&mut self, path: &Path, shared: &mut Shared) {
        let Some(invitation) = self.waiting.take() else { return };
        let office = invitation.new_office();
        let make = move |path: &Path| OfficeFile::create_as(path, &office);
        shared.desk.create_filled(path, make, "exchange-linking", move |file, _| {
            accept(file, &invitation).map_err(|error| match error {
                BundleError::Store(error) => error,
                // What could be wrong with the invitation was looked at when it was read.
                other => StoreError::Damaged(other.to_string()),
            })
        });
    }
}

/// The name offered for the file of an office: letters, digits and dashes, which every system takes.
pub fn office_file_named(office: &str) -> String {
    let kept: String =
        crate::domain::text::fold(office).chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    format!("{}.sojourn", kept.trim_matches('-'))
}

/// Makes the sample office in a new file and opens it; where the file is there already, just opens it.
pub fn sample_office(desk: &mut Desk, path: &Path) {
    if path.exists() {
        desk.open(path);
        return;
    }
    let make = |path: &Path| OfficeFile::create(path, &sample::office());
    desk.create_filled(path, make, "making-sample", |file, progress| {
        let today = file.today();
        sample::fill(file, &SampleSize::default(), today, progress).map(|_| ())
    });
}
