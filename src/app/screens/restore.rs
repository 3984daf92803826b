//! Restoring a backup: which one, where to, what it means, and the passphrase where one is needed.

use crate::app::desk::Ticket;
use crate::app::file_dialog::{Purpose, Question};
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::widgets::{Answer, Modal, TextField, form};
use crate::store::StoreError;
use crate::t;
use egui::{Context, Label};
use std::path::{Path, PathBuf};

/// How far a person has come with a backup.
#[derive(Default)]
pub enum Restoring {
    /// There is none.
    #[default]
    None,
    /// A backup was chosen; the question for a place comes next.
    From(PathBuf),
    /// The place is being chosen.
    Choosing(PathBuf),
    /// What it means is being read.
    Asked(Asked),
    /// It is under way.
    Running(Asked, Ticket<Result<(), StoreError>>),
}

/// What is restored where.
pub struct Asked {
    backup: PathBuf,
    target: PathBuf,
    /// The file whose passphrase is needed.
    locked: Option<PathBuf>,
    typed: String,
    /// What was typed last was wrong.
    wrong: bool,
}

impl Restoring {
    /// Goes on with the backup that was chosen.
    pub fn from(&mut self, backup: PathBuf) {
        *self = Self::From(backup);
    }

    /// Goes on with the place that was chosen.
    pub fn to(&mut self, target: PathBuf) {
        if let Self::Choosing(backup) = std::mem::take(self) {
            *self = Self::Asked(Asked { backup, target, locked: None, typed: String::new(), wrong: false });
        }
    }

    /// Goes on, whatever screen is shown, and shows the dialog.
    pub fn show(&mut self, ctx: &Context, shared: &mut Shared) {
        *self = match std::mem::take(self) {
            Self::From(backup) => {
                let (folder, name) = place_for(&shared.texts, &backup);
                if let Some(folder) = folder {
                    shared.files.begin_in(&folder);
                }
                let question = Question { purpose: Purpose::RestoreTo, save: true, name, endings: &["sojourn"] };
                shared.files.ask(ctx, question);
                Self::Choosing(backup)
            }
            Self::Asked(asked) => agree(ctx, shared, asked),
            Self::Running(asked, ticket) => match ticket.take() {
                Some(outcome) => ended(shared, asked, outcome),
                None => Self::Running(asked, ticket),
            },
            waiting @ (Self::None | Self::Choosing(_)) => waiting,
        };
    }
}

/// Says what it means, and restores once that is agreed to.
fn agree(ctx: &Context, shared: &mut Shared, mut asked: Asked) -> Restoring {
    let texts = &shared.texts;
    let ready = asked.locked.is_none() || !asked.typed.is_empty();
    let (title, confirm) = (t!(texts, "restore-title"), t!(texts, "restore-confirm"));
    let ((), answer) = Modal::new("restore", title, confirm).can_confirm(ready).width(520.0).show(ctx, texts, |ui| {
        let path = |path: &Path| path.display().to_string();
        let what = t!(texts, "restore-what", backup = path(&asked.backup), target = path(&asked.target));
        ui.add(Label::new(what).wrap());
        for line in ["restore-there", "restore-copy", "restore-back"] {
            ui.add(Label::new(texts.get(line)).wrap());
        }
        if let Some(locked) = &asked.locked {
            ui.add_space(4.0);
            ui.add(Label::new(t!(texts, "refused-locked", path = path(locked))).wrap());
            let name = t!(texts, "passphrase-label");
            let field = TextField::new("restore passphrase", &asked.typed).name(name).secret().each_key();
            if let Some(typed) = form::row(ui, name, |ui| field.show(ui)).committed {
                asked.typed = typed;
                asked.wrong = false;
            }
            if asked.wrong {
                form::error(ui, t!(texts, "passphrase-wrong"));
            }
        }
    });
    match answer {
        Some(Answer::Confirmed) => {
            let passphrase = (!asked.typed.is_empty()).then(|| std::mem::take(&mut asked.typed));
            let ticket = shared.desk.restore(&asked.backup, &asked.target, passphrase);
            Restoring::Running(asked, ticket)
        }
        Some(Answer::Cancelled) => Restoring::None,
        None => Restoring::Asked(asked),
    }
}

/// How it ended: the file is open, or a passphrase is needed, or it was refused.
fn ended(shared: &mut Shared, asked: Asked, outcome: Result<(), StoreError>) -> Restoring {
    match outcome {
        Ok(()) => {
            shared.act(Act::Say(t!(shared.texts, "restore-done", backup = asked.backup.display().to_string())));
            Restoring::None
        }
        Err(StoreError::Cancelled) => Restoring::None,
        Err(StoreError::Locked(path)) => Restoring::Asked(Asked { locked: Some(path), ..asked }),
        Err(StoreError::WrongPassphrase) => Restoring::Asked(Asked { wrong: true, ..asked }),
        Err(error) => {
            let words = shared.texts.refusal(&error);
            shared.act(Act::Complain(words));
            Restoring::None
        }
    }
}

/// Where the file is offered to go: beside the folder of backups that it is from, under the name of its office; else
/// beside the backup under another name.
fn place_for(texts: &Texts, backup: &Path) -> (Option<PathBuf>, String) {
    let folder = backup.parent();
    let office = folder.and_then(|folder| folder.file_name()?.to_str()?.strip_suffix(" backups"));
    match office {
        Some(office) => (folder.and_then(Path::parent).map(Path::to_owned), format!("{office}.sojourn")),
        None => {
            let name = backup.file_stem().unwrap_or_default().to_string_lossy();
            let name = t!(texts, "restore-name", name = name.as_ref());
            (folder.map(Path::to_owned), format!("{name}.sojourn"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::texts::Language;

    #[test]
    fn a_backup_is_offered_the_place_of_its_office() {
        let texts = Texts::new(Language::English);
        let of = |path: &str| place_for(&texts, Path::new(path));
        let daily = of("desk/nairobi backups/2026-11-23-081200-daily.sojourn");
        assert_eq!(daily, (Some(PathBuf::from("desk")), "nairobi.sojourn".to_owned()));
        let written = of("stick/nairobi 2026-11-23.sojourn");
        assert_eq!(written, (Some(PathBuf::from("stick")), "nairobi 2026-11-23 restored.sojourn".to_owned()));
    }
}
