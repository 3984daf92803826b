//! The dialogs of the exchange: what would be sent, a new office, what came of it.

use super::{ExchangeScreen, words};
use crate::app::file_dialog::{Purpose, Question};
use crate::app::screens::record::Choices;
use crate::app::shared::Shared;
use crate::app::widgets::{Answer, Modal, Select, TextField, form};
use crate::domain::reference::Country;
use crate::exchange::bundle::{INVITATION_ENDING, SentFile};
use crate::store::Receipt;
use crate::t;
use egui::{ScrollArea, Ui};

/// A country office that is being invited.
#[derive(Debug, Clone, Default)]
pub(super) struct Inviting {
    pub(super) name: String,
    pub(super) country: Option<Country>,
}

/// What is told once work has ended.
pub(super) enum Told {
    /// Files were written.
    Sent(Vec<SentFile>),
    /// Files were taken in, or refused in words.
    Received(Vec<(String, Result<Receipt, String>)>),
    /// Linked with an office, or an invitation for it was written.
    Linked(String),
}

impl ExchangeScreen {
    pub(super) fn dialogs(&mut self, ui: &Ui, shared: &mut Shared) {
        self.agree(ui, shared);
        self.ask_for_office(ui, shared);
        self.tell(ui, shared);
    }

    fn agree(&mut self, ui: &Ui, shared: &mut Shared) {
        let Some((link, contents)) = &self.agreed else { return };
        let texts = &shared.texts;
        let title = t!(texts, "exchange-send-title", office = link.name.as_str());
        let ((), answer) =
            Modal::new("send", &title, t!(texts, "exchange-choose-folder")).show(ui.ctx(), texts, |ui| {
                let inside = if contents.edits == 0 && contents.leaving == 0 {
                    t!(texts, "exchange-nothing-new").to_owned()
                } else {
                    t!(texts, "exchange-inside", edits = contents.edits, changes = contents.changes)
                };
                ui.add(egui::Label::new(inside).wrap());
                if contents.leaving > 0 {
                    ui.add(egui::Label::new(t!(texts, "exchange-leaving", count = contents.leaving)).wrap());
                }
                form::note(ui, t!(texts, "exchange-send-note"));
            });
        match answer {
            Some(Answer::Confirmed) => {
                self.waiting = Some(link.clone());
                self.agreed = None;
                let question = Question { purpose: Purpose::Send, save: false, name: String::new(), endings: &[] };
                shared.files.ask(ui.ctx(), question);
            }
            Some(Answer::Cancelled) => self.agreed = None,
            None => {}
        }
    }

    fn ask_for_office(&mut self, ui: &Ui, shared: &mut Shared) {
        let Some(inviting) = &mut self.inviting else { return };
        let texts = &shared.texts;
        let ready = !inviting.name.trim().is_empty() && inviting.country.is_some();
        let countries = &Choices::of(texts.tongue()).countries;
        let ((), answer) =
            Modal::new("invite", t!(texts, "exchange-invite-title"), t!(texts, "exchange-invite-confirm"))
                .can_confirm(ready)
                .show(ui.ctx(), texts, |ui| {
                    form::row(ui, t!(texts, "office-name"), |ui| {
                        let field =
                            TextField::new("invited name", &inviting.name).name(t!(texts, "office-name")).each_key();
                        if let Some(name) = field.show(ui).committed {
                            inviting.name = name;
                        }
                    });
                    form::row(ui, t!(texts, "office-country"), |ui| {
                        let select = Select::new("invited country", countries, inviting.country.as_ref());
                        if let Some(country) = select.placeholder(t!(texts, "choose-country")).show(ui, texts).committed
                        {
                            inviting.country = country;
                        }
                    });
                    form::note(ui, t!(texts, "exchange-invite-note"));
                });
        match answer {
            Some(Answer::Confirmed) => {
                let inviting = self.inviting.take().unwrap_or_default();
                let name = format!("{}.{INVITATION_ENDING}", inviting.name.trim());
                self.invited = Some(inviting);
                let endings = &[INVITATION_ENDING];
                shared.files.ask(ui.ctx(), Question { purpose: Purpose::Invitation, save: true, name, endings });
            }
            Some(Answer::Cancelled) => self.inviting = None,
            None => {}
        }
    }

    fn tell(&mut self, ui: &Ui, shared: &mut Shared) {
        let Some(told) = &self.told else { return };
        let texts = &shared.texts;
        let title = match told {
            Told::Sent(_) => t!(texts, "exchange-sent-title"),
            Told::Received(_) => t!(texts, "exchange-received-title"),
            Told::Linked(_) => t!(texts, "exchange-linked-title"),
        };
        let ((), answer) =
            Modal::new("exchange told", title, t!(texts, "exchange-good")).width(560.0).show(ui.ctx(), texts, |ui| {
                ScrollArea::vertical().max_height(360.0).show(ui, |ui| match told {
                    Told::Sent(files) => {
                        for file in files {
                            let name = file.path.display().to_string();
                            ui.add(egui::Label::new(name).wrap());
                            let size = words::kilobytes(i64::try_from(file.bytes).unwrap_or(i64::MAX));
                            let inside =
                                t!(texts, "exchange-written", edits = file.edits, changes = file.changes, size = size);
                            form::weak(ui, &inside);
                        }
                        form::note(ui, t!(texts, "exchange-sent-note"));
                    }
                    Told::Received(files) => {
                        if files.is_empty() {
                            form::weak(ui, t!(texts, "exchange-nothing-found"));
                        }
                        for (name, outcome) in files {
                            form::section(ui, name);
                            match outcome {
                                Ok(receipt) => {
                                    for line in words::receipt(texts, receipt) {
                                        ui.add(egui::Label::new(line).wrap());
                                    }
                                }
                                Err(refused) => {
                                    form::error(ui, refused);
                                }
                            }
                        }
                    }
                    Told::Linked(name) => {
                        ui.add(egui::Label::new(t!(texts, "exchange-linked", office = name.as_str())).wrap());
                    }
                });
            });
        if answer.is_some() {
            self.told = None;
        }
    }
}
