//! The passphrase of the office file: setting it, changing it, taking it off, when the file locks itself; and at head
//! office, answering an office that lost its own.

use crate::app::commands::Command;
use crate::app::desk::Ticket;
use crate::app::file_dialog::{Purpose, Question};
use crate::app::screens::new_passphrase::NewPassphrase;
use crate::app::shared::{Act, Shared};
use crate::app::widgets::{Button, NumberField, TextField, form, frames};
use crate::domain::office::Role;
use crate::store::{ANSWER_ENDING, REQUEST_ENDING, Recovery};
use crate::t;
use egui::Ui;
use std::path::PathBuf;

/// What the card remembers.
#[derive(Default)]
pub(super) struct ProtectionCard {
    before: String,
    new: NewPassphrase,
    done: Option<(Ticket<()>, Asked)>,
    answering: Option<(PathBuf, Ticket<Option<Recovery>>)>,
    answered: Option<(PathBuf, Recovery)>,
}

/// What was asked for.
#[derive(Clone, Copy)]
enum Asked {
    Protect,
    Change,
    TakeOff,
}

impl ProtectionCard {
    /// Shows the card.
    pub(super) fn show(&mut self, ui: &mut Ui, shared: &mut Shared) {
        self.hear(shared);
        let Some((protected, lock_after, role)) =
            shared.desk.office().map(|office| (office.protected, office.lock_after, office.office.role))
        else {
            return;
        };
        let title = t!(shared.texts, "settings-protection").to_owned();
        frames::titled_card(ui, &title, |ui| {
            if protected {
                form::weak(ui, t!(shared.texts, "protection-on"));
                locking(ui, shared, lock_after);
                self.change(ui, shared);
            } else {
                form::weak(ui, t!(shared.texts, "protection-off"));
                self.protect(ui, shared);
            }
            if role == Role::Head {
                self.answer(ui, shared);
            }
        });
    }

    fn protect(&mut self, ui: &mut Ui, shared: &mut Shared) {
        self.new.show(ui, &shared.texts);
        let button = Button::outlined(t!(shared.texts, "protection-protect"));
        if ui.add_enabled(self.new.good().is_some(), button).clicked()
            && let Some(passphrase) = self.new.good().map(str::to_owned)
        {
            self.done = Some((shared.desk.protection(move |file| file.protect(&passphrase)), Asked::Protect));
        }
    }

    fn change(&mut self, ui: &mut Ui, shared: &mut Shared) {
        let texts = &shared.texts;
        form::section(ui, t!(texts, "protection-change"));
        let label = t!(texts, "passphrase-before");
        form::row(ui, label, |ui| {
            let field = TextField::new("passphrase before", &self.before).name(label).secret().each_key();
            if let Some(typed) = field.show(ui).committed {
                self.before = typed;
            }
        });
        self.new.show(ui, texts);
        let ready = self.new.good().is_some() && !self.before.is_empty();
        let (mut change, mut take_off) = (false, false);
        ui.horizontal(|ui| {
            change = ui.add_enabled(ready, Button::outlined(t!(texts, "protection-change"))).clicked();
            take_off = ui.add(Button::quiet(t!(texts, "protection-take-off"))).clicked();
        });
        if change && let Some(passphrase) = self.new.good().map(str::to_owned) {
            let before = std::mem::take(&mut self.before);
            let change = shared.desk.protection(move |file| file.change_passphrase(&before, &passphrase));
            self.done = Some((change, Asked::Change));
        }
        if take_off {
            self.done = Some((shared.desk.protection(|file| file.unprotect()), Asked::TakeOff));
        }
    }

    fn answer(&mut self, ui: &mut Ui, shared: &mut Shared) {
        let texts = &shared.texts;
        form::section(ui, t!(texts, "recovery-head-office"));
        form::weak(ui, t!(texts, "recovery-head-office-text"));
        let ask = ui.add(Button::outlined(t!(texts, "recovery-head-office-answer"))).clicked();
        if let Some((path, recovery)) = &self.answered {
            let (office, code) = (recovery.office.as_str(), recovery.code.as_str());
            let path = path.display().to_string();
            ui.label(t!(texts, "recovery-answered", office = office, path = path, code = code));
        }
        if ask {
            let (purpose, name) = (Purpose::RecoveryQuestion, String::new());
            shared.files.ask(ui.ctx(), Question { purpose, save: false, name, endings: &[REQUEST_ENDING] });
        }
    }

    /// Answers the request of an office, beside the request.
    pub(super) fn answer_request(&mut self, request: PathBuf, shared: &mut Shared) {
        let out = request.with_extension(ANSWER_ENDING);
        let target = out.clone();
        self.answering = Some((out, shared.desk.read(move |file| file.answer_recovery(&request, &target))));
    }

    fn hear(&mut self, shared: &mut Shared) {
        if let Some((ticket, asked)) = &self.done
            && ticket.take().is_some()
        {
            let said = match asked {
                Asked::Protect => t!(shared.texts, "protection-protected"),
                Asked::Change => t!(shared.texts, "protection-changed"),
                Asked::TakeOff => t!(shared.texts, "protection-taken-off"),
            };
            shared.acts.push(Act::Say(said.to_owned()));
            self.done = None;
            self.new = NewPassphrase::default();
        }
        if let Some((path, ticket)) = &self.answering
            && let Some(answer) = ticket.take()
        {
            // What was refused has been told.
            self.answered = answer.map(|recovery| (path.clone(), recovery));
            self.answering = None;
        }
    }
}

fn locking(ui: &mut Ui, shared: &mut Shared, lock_after: Option<u32>) {
    let texts = &shared.texts;
    let label = t!(texts, "protection-lock-after");
    let (mut minutes, mut now) = (None, false);
    form::row(ui, label, |ui| {
        let field = NumberField::new("lock after", lock_after.map(i64::from), 1..=480).name(label);
        minutes = field.unit(t!(texts, "protection-minutes")).show(ui, texts).committed;
    });
    ui.horizontal(|ui| now = ui.add(Button::outlined(Command::LockOffice.text(texts))).clicked());
    if let Some(minutes) = minutes {
        let minutes = minutes.and_then(|minutes| u32::try_from(minutes).ok());
        // Heard of by the summary.
        drop(shared.desk.protection(move |file| file.set_lock_after(minutes)));
    }
    if now {
        shared.acts.push(Act::Ask(Command::LockOffice));
    }
}
