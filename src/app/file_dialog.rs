//! Choosing a file: the system's own dialog on a thread, so that the window goes on; where the system has none, or in
//! tests, a plain dialog of the window's own with a path to type and the folder's files to click.

use super::texts::Texts;
use super::widgets::{Answer, Modal, TextField, form};
use crate::t;
use egui::{Context, ScrollArea};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};

/// What a file is chosen for; comes back with the path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// To open an office.
    OpenOffice,
    /// To make a new office there.
    NewOffice,
    /// To read the invitation of a new office.
    OpenInvitation,
    /// To make the office of an invitation there.
    InvitedOffice,
    /// To make the sample office there.
    SampleOffice,
    /// To bring in a sheet.
    Import,
    /// To write a list there.
    ExportList,
    /// To write the calendar there.
    ExportCalendar,
    /// To print the calendar there.
    PrintCalendar,
    /// To bring in public holidays.
    Holidays,
    /// To print a proposal there.
    Proposal,
    /// To write the plan there.
    Plan,
    /// To print a briefing or a certificate there.
    MissionPage,
    /// To take in a filled form of a report.
    ReportForm,
    /// To write a report there.
    Report,
    /// To write the chart of a report there.
    ReportChart,
    /// To write the list of who is where there.
    Whereabouts,
    /// To write what other offices lack into that folder.
    Send,
    /// To take in bundles, or an invitation.
    Receive,
    /// To write an invitation there.
    Invitation,
    /// To write what is held of a person into that folder.
    Held,
    /// To write a backup there.
    Backup,
    /// To restore a backup.
    RestoreFrom,
    /// To put the restored office file there.
    RestoreTo,
    /// To write the request for recovering a passphrase there.
    RecoveryRequest,
    /// To answer a request for recovering a passphrase.
    RecoveryQuestion,
    /// To take the answer to such a request.
    RecoveryAnswer,
    /// To write the rows that were refused there.
    RejectedRows,
}

/// A question for a file.
#[derive(Debug, Clone)]
pub struct Question {
    /// What for.
    pub purpose: Purpose,
    /// Whether a file is written, not read.
    pub save: bool,
    /// Name offered for a file to be written.
    pub name: String,
    /// Endings, without the point.
    pub endings: &'static [&'static str],
}

/// The dialog for choosing a file.
#[derive(Default)]
pub struct FileDialog {
    plain: bool,
    native: Option<(Question, Receiver<Vec<PathBuf>>)>,
    /// Files that were chosen together with the one that was given back.
    others: Vec<PathBuf>,
    asking: Option<(Question, String)>,
    folder: Option<PathBuf>,
}

impl FileDialog {
    /// The system's dialogs where it has them.
    pub fn for_this_system() -> Self {
        Self { plain: !has_native_dialogs(), ..Self::default() }
    }

    /// The window's own dialog always, beginning in a folder.
    pub fn plain(folder: PathBuf) -> Self {
        Self { plain: true, folder: Some(folder), ..Self::default() }
    }

    /// The next dialog begins in this folder.
    pub fn begin_in(&mut self, folder: &Path) {
        self.folder = Some(folder.to_owned());
    }

    /// Asks for a file. One question at a time: a second is not asked while the first is open.
    pub fn ask(&mut self, ctx: &Context, question: Question) {
        if self.native.is_some() || self.asking.is_some() {
            return;
        }
        if self.plain {
            let folder = self.folder.clone().or_else(home).unwrap_or_default();
            let start = if question.save { folder.join(&question.name) } else { folder };
            let mut text = start.to_string_lossy().into_owned();
            if !question.save && !text.ends_with(std::path::MAIN_SEPARATOR) {
                text.push(std::path::MAIN_SEPARATOR);
            }
            self.asking = Some((question, text));
            return;
        }
        let (answer, answers) = channel();
        let mut dialog = rfd::FileDialog::new();
        if !question.endings.is_empty() {
            dialog = dialog.add_filter(question.endings.join(", "), question.endings);
        }
        if let Some(folder) = &self.folder {
            dialog = dialog.set_directory(folder);
        }
        let (save, name, wake) = (question.save, question.name.clone(), ctx.clone());
        let purpose = question.purpose.clone();
        let asked = std::thread::Builder::new().name("file dialog".into()).spawn(move || {
            let chosen = match purpose {
                Purpose::Send | Purpose::Held => dialog.pick_folder().into_iter().collect(),
                Purpose::Receive => dialog.pick_files().unwrap_or_default(),
                _ if save => dialog.set_file_name(name).save_file().into_iter().collect(),
                _ => dialog.pick_file().into_iter().collect(),
            };
            // The window may be gone by now; then nobody wants the answer.
            let _ = answer.send(chosen);
            wake.request_repaint();
        });
        match asked {
            Ok(_) => self.native = Some((question, answers)),
            Err(_) => {
                self.plain = true;
                self.ask(ctx, question);
            }
        }
    }

    /// Shows the window's own dialog while it is open. The answer comes once.
    pub fn show(&mut self, ctx: &Context, texts: &Texts) -> Option<(Purpose, PathBuf)> {
        if let Some((question, answers)) = &self.native {
            let chosen = match answers.try_recv() {
                Ok(chosen) => chosen,
                Err(std::sync::mpsc::TryRecvError::Empty) => return None,
                Err(std::sync::mpsc::TryRecvError::Disconnected) => Vec::new(),
            };
            let question = question.clone();
            self.native = None;
            let mut chosen = chosen.into_iter();
            let first = chosen.next();
            self.others = chosen.collect();
            return first.map(|path| self.chosen(&question, path));
        }
        let (question, mut text) = self.asking.take()?;
        let title = match question.purpose {
            Purpose::OpenOffice => t!(texts, "file-open-office"),
            Purpose::NewOffice | Purpose::InvitedOffice | Purpose::SampleOffice => t!(texts, "file-new-office"),
            Purpose::OpenInvitation => t!(texts, "file-open-invitation"),
            Purpose::Import => t!(texts, "file-import"),
            Purpose::ExportList => t!(texts, "file-export-list"),
            Purpose::PrintCalendar => t!(texts, "file-print-calendar"),
            Purpose::Holidays => t!(texts, "file-holidays"),
            Purpose::RecoveryRequest => t!(texts, "file-recovery-request"),
            Purpose::RecoveryQuestion => t!(texts, "file-recovery-question"),
            Purpose::RecoveryAnswer => t!(texts, "file-recovery-answer"),
            Purpose::ExportCalendar => t!(texts, "file-export-calendar"),
            Purpose::Proposal => t!(texts, "file-proposal"),
            Purpose::Plan => t!(texts, "file-plan"),
            Purpose::ReportForm => t!(texts, "file-report-form"),
            Purpose::MissionPage => t!(texts, "file-mission-page"),
            Purpose::Report => t!(texts, "reports-save"),
            Purpose::ReportChart => t!(texts, "reports-save-chart"),
            Purpose::Whereabouts => t!(texts, "file-whereabouts"),
            Purpose::Send => t!(texts, "file-send"),
            Purpose::Receive => t!(texts, "file-receive"),
            Purpose::Invitation => t!(texts, "file-invitation"),
            Purpose::Held => t!(texts, "file-held"),
            Purpose::Backup => t!(texts, "file-backup"),
            Purpose::RestoreFrom => t!(texts, "file-restore-from"),
            Purpose::RestoreTo => t!(texts, "file-restore-to"),
            Purpose::RejectedRows => t!(texts, "file-rejected"),
        };
        let confirm = if question.save { t!(texts, "file-save") } else { t!(texts, "file-open") };
        let mut picked = None;
        let ((), answer) = Modal::new("file dialog", title, confirm)
            .can_confirm(!text.trim().is_empty())
            .width(560.0)
            .show(ctx, texts, |ui| {
                let edited = TextField::new("file path", &text).name(t!(texts, "file-path")).show(ui);
                if let Some(typed) = edited.committed {
                    text = typed;
                }
                ui.add_space(4.0);
                form::weak(ui, t!(texts, "file-path-note"));
                ui.add_space(4.0);
                ScrollArea::vertical().max_height(220.0).min_scrolled_height(220.0).auto_shrink([false, true]).show(
                    ui,
                    |ui| {
                        for entry in entries(Path::new(&text), question.endings) {
                            let name = entry.file_name().unwrap_or_default().to_string_lossy().into_owned();
                            let name = if entry.is_dir() { format!("{name}/") } else { name };
                            if ui.add(super::widgets::Button::quiet(&name)).clicked() {
                                picked = Some(entry);
                            }
                        }
                    },
                );
            });
        if let Some(entry) = picked {
            let mut path = entry.to_string_lossy().into_owned();
            if entry.is_dir() {
                path.push(std::path::MAIN_SEPARATOR);
                if question.save {
                    path.push_str(&question.name);
                }
            }
            text = path;
        }
        match answer {
            Some(Answer::Confirmed) => Some(self.chosen(&question, PathBuf::from(text.trim()))),
            Some(Answer::Cancelled) => None,
            None => {
                self.asking = Some((question, text));
                None
            }
        }
    }

    /// The other files that were chosen together with the last one, once.
    pub fn others(&mut self) -> Vec<PathBuf> {
        std::mem::take(&mut self.others)
    }

    fn chosen(&mut self, question: &Question, path: PathBuf) -> (Purpose, PathBuf) {
        self.folder = path.parent().map(Path::to_owned);
        let path = match question.endings.first() {
            Some(ending) if question.save && path.extension().is_none() => path.with_extension(ending),
            _ => path,
        };
        (question.purpose.clone(), path)
    }
}

/// Folders and fitting files of the folder that a path leads into, folders first, at most 200.
fn entries(path: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let folder = if path.is_dir() { Some(path) } else { path.parent() };
    let Some(Ok(found)) = folder.map(std::fs::read_dir) else { return Vec::new() };
    let mut entries: Vec<PathBuf> = found
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|entry| {
            let hidden = entry.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
            let fits =
                entry.extension().is_some_and(|own| endings.iter().any(|ending| own.eq_ignore_ascii_case(ending)));
            !hidden && (fits || entry.is_dir())
        })
        .collect();
    entries.sort_by_key(|entry| (!entry.is_dir(), entry.clone()));
    entries.truncate(200);
    entries
}

fn home() -> Option<PathBuf> {
    directories::UserDirs::new().map(|user| user.document_dir().unwrap_or(user.home_dir()).to_owned())
}

/// On Linux the dialogs come over the session's bus; without one there are none.
fn has_native_dialogs() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    let bus = std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some()
        || std::env::var_os("XDG_RUNTIME_DIR").is_some_and(|folder| Path::new(&folder).join("bus").exists());
    bus && std::env::var_os("SOJOURN_PLAIN_DIALOGS").is_none()
}
