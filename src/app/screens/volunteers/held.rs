//! What is held of a person: written out when they ask for it, erased when they wish it.

use crate::app::desk::Ticket;
use crate::app::file_dialog::{Purpose, Question};
use crate::app::screens::import_export::not_written;
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::widgets::{Answer, Button, Modal, TextField, form};
use crate::domain::Id;
use crate::domain::volunteer::Volunteer;
use crate::exchange::spreadsheet::ExportError;
use crate::exchange::subject_access::write_subject_access;
use crate::store::{Done, StoreError};
use crate::t;
use egui::Ui;
use std::path::PathBuf;

type Writing = Ticket<Option<Result<[PathBuf; 2], ExportError>>>;
type Erased = Ticket<Result<Done<()>, StoreError>>;

/// A person whom somebody is about to erase.
#[derive(Debug, Clone, PartialEq)]
pub struct Erasing {
    id: Id,
    name: String,
    reference: String,
    /// What was typed so far, to be the reference.
    typed: String,
    reason: String,
}

/// What is under way for people who asked.
#[derive(Default)]
pub struct Held {
    /// Asked for in this frame; the dialog for a folder comes next.
    wanted: Option<Id>,
    /// A folder is being chosen for it.
    waiting: Option<Id>,
    writing: Option<Writing>,
    asking: Option<Erasing>,
    /// The reference, and how it ends.
    erasing: Option<(String, Erased)>,
}

/// The buttons at the end of what is kept of a person.
pub(super) fn buttons(ui: &mut Ui, texts: &Texts, acts: &mut Vec<Act>, volunteer: &Volunteer) {
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        let held = Button::outlined(t!(texts, "held-button")).tooltip(t!(texts, "held-tooltip"));
        if ui.add(held).clicked() {
            acts.push(Act::WriteHeld(volunteer.id));
        }
        let erase = Button::outlined(t!(texts, "erase-button")).tooltip(t!(texts, "erase-tooltip"));
        if ui.add(erase).clicked() {
            acts.push(Act::Erase(Erasing {
                id: volunteer.id,
                name: volunteer.full_name.clone(),
                reference: volunteer.reference.clone(),
                typed: String::new(),
                reason: String::new(),
            }));
        }
    });
}

impl Held {
    /// Asks for a folder, to write what is held of a volunteer.
    pub fn want(&mut self, volunteer: Id) {
        self.wanted = Some(volunteer);
    }

    /// Asks whether a person is to be erased.
    pub fn ask_erase(&mut self, erasing: Erasing) {
        self.asking = Some(erasing);
    }

    /// Writes what was asked for into the folder that was chosen.
    pub fn write(&mut self, folder: PathBuf, shared: &mut Shared) {
        if let Some(volunteer) = self.waiting.take() {
            self.writing = Some(shared.desk.read(move |file| Ok(write_subject_access(file, volunteer, &folder))));
        }
    }

    /// Hears of what has ended, whatever screen is shown, and shows the dialogs.
    pub fn hear(&mut self, ui: &Ui, shared: &mut Shared) {
        if let Some(volunteer) = self.wanted.take() {
            self.waiting = Some(volunteer);
            let question = Question { purpose: Purpose::Held, save: false, name: String::new(), endings: &[] };
            shared.files.ask(ui.ctx(), question);
        }
        if let Some(answer) = self.writing.as_ref().and_then(Ticket::take) {
            self.writing = None;
            match answer {
                Some(Ok([json, sheets])) => {
                    let (json, sheets) = (json.display().to_string(), sheets.display().to_string());
                    shared.act(Act::Say(t!(shared.texts, "held-written", json = json, sheets = sheets)));
                }
                Some(Err(error)) => shared.act(Act::Complain(not_written(&shared.texts, &error))),
                // The desk has told already.
                None => {}
            }
        }
        if let Some((reference, ticket)) = self.erasing.take() {
            match ticket.take() {
                Some(Ok(_)) => shared.act(Act::Say(t!(shared.texts, "erase-done", reference = reference))),
                Some(Err(error)) => shared.act(Act::Complain(shared.texts.refusal(&error))),
                None => self.erasing = Some((reference, ticket)),
            }
        }
        self.agree(ui, shared);
    }

    /// Says what goes and what stays. There is no undo for it, so that the reference is to be typed.
    fn agree(&mut self, ui: &Ui, shared: &mut Shared) {
        let Some(erasing) = &mut self.asking else { return };
        let texts = &shared.texts;
        let title = t!(texts, "erase-title", name = erasing.name.as_str());
        let ready = erasing.typed.trim().eq_ignore_ascii_case(&erasing.reference);
        let ((), answer) =
            Modal::new("erase", &title, t!(texts, "erase-confirm")).can_confirm(ready).show(ui.ctx(), texts, |ui| {
                let to_type = t!(texts, "erase-type", reference = erasing.reference.as_str());
                for line in ["erase-goes", "erase-stays", "erase-offices"] {
                    ui.add(egui::Label::new(texts.get(line)).wrap());
                }
                ui.add_space(4.0);
                form::row(ui, &to_type, |ui| {
                    let field = TextField::new("erase reference", &erasing.typed).name(&to_type).each_key();
                    if let Some(typed) = field.show(ui).committed {
                        erasing.typed = typed;
                    }
                });
                form::row(ui, t!(texts, "erase-reason"), |ui| {
                    let field =
                        TextField::new("erase reason", &erasing.reason).name(t!(texts, "erase-reason")).each_key();
                    if let Some(reason) = field.show(ui).committed {
                        erasing.reason = reason;
                    }
                });
                form::note(ui, t!(texts, "erase-reason-note"));
            });
        match answer {
            Some(Answer::Confirmed) => {
                let Some(Erasing { id, reference, reason, .. }) = self.asking.take() else { return };
                let ticket = shared.desk.long("erase-running", move |file, _| file.erase(id, &reason));
                self.erasing = Some((reference, ticket));
            }
            Some(Answer::Cancelled) => self.asking = None,
            None => {}
        }
    }
}
