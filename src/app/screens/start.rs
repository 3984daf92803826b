//! The start page: what to do when no office is open.

use crate::app::commands::Command;
use crate::app::preferences::Preferences;
use crate::app::shared::{Act, Shared};
use crate::app::theme::{colors, font};
use crate::app::widgets::{Button, form, frames};
use crate::t;
use egui::{Align, Frame, Layout, RichText, ScrollArea, Ui};
use std::path::PathBuf;

/// Shows the start page.
pub fn show(ui: &mut Ui, shared: &mut Shared, preferences: &mut Preferences) {
    let (ground, weak) = (colors(ui).ground, colors(ui).weak);
    Frame::new().fill(ground).show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            ui.with_layout(Layout::top_down(Align::Center), |ui| {
                ui.add_space((ui.available_height() * 0.12).clamp(16.0, 90.0));
                let width = 660.0_f32.min(ui.available_width() - 32.0);
                ui.allocate_ui_with_layout(egui::vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                    ui.label(RichText::new("Sojourn").font(font::title()).size(30.0));
                    ui.label(RichText::new(t!(shared.texts, "start-what")).color(weak));
                    ui.add_space(16.0);
                    frames::card(ui).show(ui, |ui| {
                        ui.set_width(ui.available_width());
                        for (command, note) in [
                            (Command::SampleOffice, t!(shared.texts, "start-sample-note")),
                            (Command::NewOffice, t!(shared.texts, "start-new-note")),
                            (Command::InvitedOffice, t!(shared.texts, "start-invited-note")),
                            (Command::OpenOffice, t!(shared.texts, "start-open-note")),
                            (Command::RestoreBackup, t!(shared.texts, "start-restore-note")),
                        ] {
                            ui.horizontal(|ui| {
                                let text = command.text(&shared.texts);
                                let button = if command == Command::SampleOffice {
                                    Button::filled(text)
                                } else {
                                    Button::outlined(text)
                                };
                                if ui.add(button.width(220.0)).clicked() {
                                    shared.acts.push(Act::Ask(command));
                                }
                                ui.add_space(8.0);
                                ui.add(egui::Label::new(RichText::new(note).color(weak)).wrap());
                            });
                            ui.add_space(2.0);
                        }
                    });
                    recent(ui, shared, preferences);
                    ui.add_space(16.0);
                    ui.horizontal(|ui| {
                        if ui.add(Button::quiet(shared.texts.language().other().own_name())).clicked() {
                            shared.acts.push(Act::Ask(Command::SwitchLanguage));
                        }
                        if ui.add(Button::quiet(Command::ToggleTheme.text(&shared.texts))).clicked() {
                            shared.acts.push(Act::Ask(Command::ToggleTheme));
                        }
                    });
                });
            });
        });
    });
}

fn recent(ui: &mut Ui, shared: &mut Shared, preferences: &mut Preferences) {
    if preferences.recent.is_empty() {
        return;
    }
    ui.add_space(8.0);
    form::section(ui, t!(shared.texts, "start-recent"));
    let mut gone: Option<PathBuf> = None;
    for path in &preferences.recent {
        ui.horizontal(|ui| {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            if ui.add(Button::link(&name)).on_hover_text(path.display().to_string()).clicked() {
                if path.exists() {
                    shared.desk.open(path);
                } else {
                    let text = t!(shared.texts, "refused-not-there", path = path.display().to_string());
                    shared.acts.push(Act::Complain(text));
                    gone = Some(path.clone());
                }
            }
            let folder = path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
            form::note(ui, &folder);
        });
    }
    if let Some(path) = gone {
        preferences.forget(&path);
    }
}
