//! The page of an office file that is closed until its passphrase is given, and the way back where it is lost.

use super::new_passphrase::NewPassphrase;
use crate::app::file_dialog::{Purpose, Question};
use crate::app::shared::Shared;
use crate::app::theme::{colors, font};
use crate::app::widgets::{Button, TextField, form, frames};
use crate::store::{ANSWER_ENDING, REQUEST_ENDING};
use crate::t;
use egui::{Align, Frame, Key, Layout, RichText, ScrollArea, Ui};
use std::path::{Path, PathBuf};

/// What the page remembers.
pub struct PassphrasePage {
    path: PathBuf,
    typed: String,
    focused: bool,
    /// What was typed last was wrong.
    pub wrong: bool,
    /// The passphrase is lost.
    lost: bool,
    /// Code of the request that was written.
    pub code: Option<String>,
    new: NewPassphrase,
}

impl PassphrasePage {
    /// The page of a file.
    pub fn new(path: PathBuf) -> Self {
        Self {
            path,
            typed: String::new(),
            focused: false,
            wrong: false,
            lost: false,
            code: None,
            new: NewPassphrase::default(),
        }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Shows the page; says whether the person goes back to the start page.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared) -> bool {
        let mut leave = false;
        Frame::new().fill(colors(ui).ground).show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
                ui.with_layout(Layout::top_down(Align::Center), |ui| {
                    ui.add_space((ui.available_height() * 0.2).clamp(16.0, 150.0));
                    let width = 460.0_f32.min(ui.available_width() - 32.0);
                    ui.allocate_ui_with_layout(egui::vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                        let name = self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                        ui.label(RichText::new(name).font(font::title()).size(24.0))
                            .on_hover_text(self.path.display().to_string());
                        form::weak(ui, t!(shared.texts, "passphrase-text"));
                        ui.add_space(12.0);
                        frames::card(ui).show(ui, |ui| {
                            ui.set_width(ui.available_width());
                            self.ask(ui, shared);
                        });
                        ui.add_space(8.0);
                        ui.horizontal(|ui| {
                            if ui.add(Button::quiet(t!(shared.texts, "passphrase-lost"))).clicked() {
                                self.lost = !self.lost;
                            }
                            leave = ui.add(Button::quiet(t!(shared.texts, "passphrase-leave"))).clicked();
                        });
                        if self.lost {
                            ui.add_space(8.0);
                            self.recover(ui, shared);
                        }
                    });
                });
            });
        });
        leave
    }

    fn ask(&mut self, ui: &mut Ui, shared: &mut Shared) {
        let texts = &shared.texts;
        let label = t!(texts, "passphrase-label");
        let edited = form::row(ui, label, |ui| {
            TextField::new("passphrase", &self.typed).name(label).secret().each_key().show(ui)
        });
        if !self.focused {
            edited.response.request_focus();
            self.focused = true;
        }
        let entered = edited.response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if let Some(typed) = edited.committed {
            self.typed = typed;
            self.wrong = false;
        }
        if self.wrong {
            form::error(ui, t!(texts, "passphrase-wrong"));
        }
        ui.add_space(8.0);
        let mut open = entered;
        ui.horizontal(|ui| {
            let idle = shared.desk.is_idle();
            let button = Button::filled(t!(texts, "passphrase-open"));
            open |= ui.add_enabled(idle && !self.typed.is_empty(), button).clicked();
            if !idle {
                ui.add(egui::Spinner::new().size(16.0).color(colors(ui).accent));
            }
        });
        if open && !self.typed.is_empty() && shared.desk.is_idle() {
            // Typed again, it begins with an empty field.
            self.focused = false;
            shared.desk.open_with(&self.path, std::mem::take(&mut self.typed));
        }
    }

    fn recover(&mut self, ui: &mut Ui, shared: &mut Shared) {
        let texts = &shared.texts;
        let mut question = None;
        frames::titled_card(ui, t!(texts, "recovery-title"), |ui| {
            form::weak(ui, t!(texts, "recovery-text"));
            if ui.add(Button::outlined(t!(texts, "recovery-request"))).clicked() {
                let name = self.path.with_extension(REQUEST_ENDING).file_name().unwrap_or_default().to_os_string();
                let name = name.to_string_lossy().into_owned();
                question =
                    Some(Question { purpose: Purpose::RecoveryRequest, save: true, name, endings: &[REQUEST_ENDING] });
            }
            if let Some(code) = &self.code {
                ui.label(t!(texts, "recovery-asked", code = code.as_str()));
            }
            form::section(ui, t!(texts, "recovery-then"));
            self.new.show(ui, texts);
            let answer = Button::outlined(t!(texts, "recovery-answer"));
            if ui.add_enabled(self.new.good().is_some(), answer).clicked() {
                let name = String::new();
                question =
                    Some(Question { purpose: Purpose::RecoveryAnswer, save: false, name, endings: &[ANSWER_ENDING] });
            }
        });
        if let Some(question) = question {
            shared.files.ask(ui.ctx(), question);
        }
    }

    /// Goes on with a file that was chosen.
    pub fn file_chosen(&self, purpose: &Purpose, path: &Path, shared: &mut Shared) {
        match (purpose, self.new.good()) {
            (Purpose::RecoveryRequest, _) => shared.desk.request_recovery(&self.path, path),
            (Purpose::RecoveryAnswer, Some(passphrase)) => {
                shared.desk.finish_recovery(&self.path, path, passphrase.to_owned());
            }
            _ => {}
        }
    }
}
