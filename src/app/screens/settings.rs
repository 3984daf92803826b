//! The office, its limits and the rules of matching, how the window looks, and where the backups are.

mod holidays;
mod limits;
mod milestones;
mod number;
mod offset;
mod protection;
mod reporting;
mod rules;

use super::record::Choices;
use crate::app::commands::Command;
use crate::app::loaded::Loaded;
use crate::app::preferences::Preferences;
use crate::app::shared::{Act, Shared};
use crate::app::texts::Language;
use crate::app::theme::{colors, measure};
use crate::app::widgets::{Button, Chip, Select, TextField, form, frames};
use crate::domain::Id;
use crate::domain::office::{Office, Role};
use crate::store::BackupInfo;
use crate::t;
use egui::{Frame, Panel, ScrollArea, Ui};
use std::path::PathBuf;

/// What the screen remembers.
#[derive(Default)]
pub struct SettingsScreen {
    backups: Loaded<(), Vec<BackupInfo>>,
    milestones: milestones::MilestonesCard,
    reporting: reporting::ReportingCard,
    holidays: holidays::HolidaysCard,
    protection: protection::ProtectionCard,
    /// The paper whose fields are open.
    paper: Option<Id>,
}

impl SettingsScreen {
    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared, preferences: &mut Preferences) {
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(egui::Margin::symmetric(measure::MARGIN as i8, 0));
        Panel::top("settings bar").exact_size(measure::SCREEN_BAR).resizable(false).frame(frame).show(ui, |ui| {
            ui.horizontal_centered(|ui| form::title(ui, Command::Settings.text(&shared.texts)));
        });
        let Some(office) = shared.desk.office().map(|summary| summary.office.clone()) else { return };
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            frames::ground(ui).show(ui, |ui| {
                ui.set_max_width(ui.available_width().min(680.0));
                the_office(ui, shared, &office);
                ui.add_space(measure::MARGIN);
                limits::show(ui, shared, &office);
                ui.add_space(measure::MARGIN);
                rules::show(ui, shared, &office, &mut self.paper);
                ui.add_space(measure::MARGIN);
                self.milestones.show(ui, shared, &office);
                ui.add_space(measure::MARGIN);
                self.reporting.show(ui, shared, &office);
                ui.add_space(measure::MARGIN);
                self.holidays.show(ui, shared);
                ui.add_space(measure::MARGIN);
                the_window(ui, shared, preferences);
                ui.add_space(measure::MARGIN);
                self.protection.show(ui, shared);
                ui.add_space(measure::MARGIN);
                self.the_backups(ui, shared);
            });
        });
    }

    /// Hears of holidays that were read, whatever screen is shown.
    pub fn hear(&mut self, shared: &mut Shared) {
        self.holidays.hear(shared);
    }

    /// Reads the public holidays of a file that was chosen.
    pub fn read_holidays(&mut self, path: PathBuf, shared: &mut Shared) {
        self.holidays.read(path, shared);
    }

    /// Answers the request of an office that lost its passphrase.
    pub fn answer_recovery(&mut self, request: PathBuf, shared: &mut Shared) {
        self.protection.answer_request(request, shared);
    }

    fn the_backups(&mut self, ui: &mut Ui, shared: &mut Shared) {
        let read = |file: &mut crate::store::OfficeFile, _: &()| file.backups();
        let backups = self.backups.latest(&mut shared.desk, &(), read).cloned().unwrap_or_default();
        frames::titled_card(ui, t!(shared.texts, "settings-backups"), |ui| {
            form::weak(ui, t!(shared.texts, "settings-backups-text"));
            for backup in backups.iter().take(8) {
                let made = format!("{} {}", shared.texts.date(backup.made.date()), backup.made.format("%H:%M"));
                form::shown(ui, &made, &backup.path.display().to_string());
            }
            if ui.add(Button::outlined(Command::Backup.text(&shared.texts))).clicked() {
                shared.acts.push(Act::Ask(Command::Backup));
            }
        });
    }
}

fn the_office(ui: &mut Ui, shared: &mut Shared, office: &Office) {
    let texts = &shared.texts;
    let (mut name, mut country) = (None, None);
    frames::titled_card(ui, t!(texts, "settings-office"), |ui| {
        form::row(ui, t!(texts, "office-name"), |ui| {
            name = TextField::new((office.id, "name"), &office.name).show(ui).committed
        });
        form::row(ui, t!(texts, "office-country"), |ui| {
            let select =
                Select::new((office.id, "country"), &Choices::of(texts.tongue()).countries, office.country.as_ref());
            country = select.placeholder(t!(texts, "choose-country")).show(ui, texts).committed;
        });
        let role = match office.role {
            Role::Country => t!(texts, "role-country-office"),
            Role::Head => t!(texts, "role-head-office"),
        };
        form::shown(ui, t!(texts, "office-role"), role);
        if let Some(summary) = shared.desk.office() {
            form::shown(ui, t!(texts, "file-path"), &summary.path.display().to_string());
        }
    });
    if let Some(name) = name.filter(|name: &String| !name.trim().is_empty()) {
        change(shared, office.id, move |office| office.name = name);
    }
    if let Some(country) = country {
        change(shared, office.id, move |office| office.country = country);
    }
}

fn the_window(ui: &mut Ui, shared: &mut Shared, preferences: &Preferences) {
    let texts = &shared.texts;
    frames::titled_card(ui, t!(texts, "settings-window"), |ui| {
        form::row(ui, t!(texts, "settings-language"), |ui| {
            let spoken = Language::ALL.map(|language| (language.own_name(), language == texts.language()));
            either(ui, &mut shared.acts, spoken, Command::SwitchLanguage);
        });
        form::row(ui, t!(texts, "settings-theme"), |ui| {
            let themes =
                [(t!(texts, "settings-light"), !preferences.dark), (t!(texts, "settings-dark"), preferences.dark)];
            either(ui, &mut shared.acts, themes, Command::ToggleTheme);
        });
        form::row(ui, t!(texts, "settings-size"), |ui| {
            ui.horizontal(|ui| {
                for command in [Command::ZoomOut, Command::ZoomReset, Command::ZoomIn] {
                    if ui.add(Button::outlined(command.text(texts))).clicked() {
                        shared.acts.push(Act::Ask(command));
                    }
                }
            });
        });
    });
}

/// Two to choose from, of which one holds; the other is had by `command`.
fn either(ui: &mut Ui, acts: &mut Vec<Act>, choices: [(&str, bool); 2], command: Command) {
    ui.horizontal(|ui| {
        for (name, holds) in choices {
            if Chip::new(name).selected(holds).show(ui).response.clicked() && !holds {
                acts.push(Act::Ask(command));
            }
        }
    });
}

fn change(shared: &mut Shared, id: Id, change: impl FnOnce(&mut Office) + Send + 'static) {
    shared.edit(move |file| file.change::<Office>(id, change));
}
