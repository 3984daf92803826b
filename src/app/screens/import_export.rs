//! Spreadsheets in, with a mapping and a preview; lists, calendar and backup out.

mod cells;
mod check_step;
mod column_pane;
mod columns_step;
mod done;
mod importing;
mod read_step;
mod words;
mod work;
mod write_lists;

pub(super) use words::trouble;

use crate::app::commands::Command;
use crate::app::desk::Ticket;
use crate::app::file_dialog::{Purpose, Question};
use crate::app::screens::SHEET_ENDINGS;
use crate::app::shared::Shared;
use crate::app::theme::{Icon, colors};
use crate::app::widgets::{Button, Chip, form, frames, progress};
use crate::domain::ListKind;
use crate::exchange::calendar::CalendarQuery;
use crate::exchange::spreadsheet::fields::IMPORTABLE;
use crate::exchange::spreadsheet::{ExportError, SheetError, write_rejected};
use crate::t;
use done::Finished;
use egui::{Event, ScrollArea, Ui};
use importing::{Decision, Importing};
use std::path::PathBuf;
pub use words::not_written;
use work::{Opened, Source};
use write_lists::Writing;
pub use write_lists::{Writes, Written};

/// Files in and out.
#[derive(Default)]
pub struct ImportExportScreen {
    /// What the rows of the next file are; nothing: guessed.
    kind: Option<ListKind>,
    ask_file: bool,
    state: State,
    writing: Writing,
}

/// How far an import has come.
#[derive(Default)]
enum State {
    /// None is under way.
    #[default]
    Start,
    /// A file could not be read.
    Refused(SheetError),
    /// A file is being opened.
    Opening(Source, Ticket<Option<Opened>>),
    /// Its columns are being mapped.
    Under(Box<Importing>),
    /// It is done.
    Done(Finished),
}

impl ImportExportScreen {
    /// Begins an import of records of a kind: asks for the file in the next frame.
    pub fn begin(&mut self, kind: ListKind) {
        *self =
            Self { kind: Some(kind), ask_file: true, writing: std::mem::take(&mut self.writing), ..Self::default() };
    }

    /// Opens a file for an import.
    pub fn open(&mut self, path: PathBuf, shared: &mut Shared) {
        self.read(Source::File(path), self.kind, shared);
    }

    fn read(&mut self, source: Source, kind: Option<ListKind>, shared: &mut Shared) {
        self.state = State::Opening(source.clone(), work::open(&mut shared.desk, source, kind));
    }

    /// Goes on with a file that was chosen for writing.
    pub fn write(&mut self, purpose: &Purpose, path: PathBuf, shared: &mut Shared) {
        match purpose {
            Purpose::ExportList => self.writing.write_list(path, shared),
            Purpose::RejectedRows => {
                if let State::Done(finished) = &self.state {
                    let (plan, target) = (finished.plan.clone(), path.clone());
                    let work = move |_: &mut crate::store::OfficeFile| {
                        Ok(write_rejected(&plan, &target).map(|_| Written::default()).map_err(ExportError::from))
                    };
                    self.writing.follow(path, shared.desk.read(work));
                }
            }
            _ => {}
        }
    }

    /// Writes a calendar.
    pub fn write_calendar(&mut self, path: PathBuf, query: CalendarQuery, shared: &mut Shared) {
        self.writing.write_calendar(path, query, shared);
    }

    /// A file that another screen has written, to be told of like a list.
    pub fn follow(&mut self, path: PathBuf, ticket: Writes) {
        self.writing.follow(path, ticket);
    }

    /// Hears of files that were written, whatever screen is shown.
    pub fn hear(&mut self, shared: &mut Shared) {
        self.writing.hear(shared);
    }

    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared) {
        if std::mem::take(&mut self.ask_file) {
            ask_file(ui, shared);
        }
        self.opened();
        match &mut self.state {
            State::Under(importing) => match importing.show(ui, shared) {
                Some(Decision::OtherKind(kind)) => {
                    let source = importing.source.clone();
                    self.read(source, Some(kind), shared);
                }
                Some(Decision::Leave) => self.state = State::Start,
                Some(Decision::Imported(imported)) => self.state = State::Done(Finished::of(*imported)),
                None => {}
            },
            State::Start | State::Refused(_) | State::Opening(..) | State::Done(_) => self.start(ui, shared),
        }
    }

    /// Takes in a file that was opened.
    fn opened(&mut self) {
        let State::Opening(source, ticket) = &self.state else { return };
        let Some(answer) = ticket.take() else { return };
        let source = source.clone();
        self.state = match answer {
            Some(Ok(view)) => {
                // Chosen for this file; for one that was refused it is chosen still.
                self.kind = None;
                State::Under(Box::new(Importing::new(source, view)))
            }
            Some(Err(error)) => State::Refused(error),
            // The desk has told what is wrong with the office file.
            None => State::Start,
        };
    }

    /// The page without a file: bringing one in, writing lists.
    fn start(&mut self, ui: &mut Ui, shared: &mut Shared) {
        frames::ground(ui).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
                ui.set_max_width(ui.available_width().min(860.0));
                form::title(ui, Command::ImportExport.text(&shared.texts));
                ui.add_space(4.0);
                let mut leave = false;
                if let State::Done(finished) = &self.state {
                    leave = finished.show(ui, shared);
                } else {
                    self.bring_in(ui, shared);
                }
                if leave {
                    self.state = State::Start;
                }
                ui.add_space(12.0);
                self.writing.show(ui, shared);
            });
        });
        self.paste(ui, shared);
    }

    fn bring_in(&mut self, ui: &mut Ui, shared: &mut Shared) {
        let title = t!(shared.texts, "import-title").to_owned();
        frames::titled_card(ui, &title, |ui| {
            let texts = &shared.texts;
            form::note(ui, t!(texts, "import-note"));
            if let State::Refused(error) = &self.state {
                let (what, hint) = words::trouble(texts, error);
                frames::card(ui).fill(colors(ui).bad_ground).show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    let ink = colors(ui).bad;
                    ui.label(egui::RichText::new(what).font(crate::app::theme::font::medium()).color(ink));
                    ui.label(hint);
                });
            }
            if let State::Opening(source, _) = &self.state {
                if progress::show(ui, texts, &t!(texts, "import-opening", file = source.name()), None) {
                    self.state = State::Start;
                }
                return;
            }
            ui.add_space(4.0);
            ui.horizontal_wrapped(|ui| {
                form::weak(ui, t!(texts, "import-rows-are"));
                if Chip::new(t!(texts, "import-guess")).selected(self.kind.is_none()).show(ui).response.clicked() {
                    self.kind = None;
                }
                for &kind in IMPORTABLE {
                    let chip = Chip::new(words::many(texts, kind)).selected(self.kind == Some(kind));
                    if chip.show(ui).response.clicked() {
                        self.kind = Some(kind);
                    }
                }
            });
            ui.add_space(4.0);
            ui.horizontal(|ui| {
                if ui.add(Button::filled(t!(texts, "import-choose-file")).with_icon(Icon::File)).clicked() {
                    self.ask_file = true;
                }
                form::note(ui, t!(texts, "import-drop"));
            });
        });
    }

    /// Cells copied from a spreadsheet are a table as well.
    fn paste(&mut self, ui: &Ui, shared: &mut Shared) {
        if ui.ctx().text_edit_focused() || ui.memory(|memory| memory.top_modal_layer().is_some()) {
            return;
        }
        let pasted = ui.input(|input| {
            input.events.iter().find_map(|event| match event {
                Event::Paste(text) if text.contains(['\t', '\n']) => Some(text.clone()),
                _ => None,
            })
        });
        if let Some(text) = pasted {
            let name = t!(shared.texts, "import-pasted").to_owned();
            self.read(Source::Pasted(name, text.into()), self.kind, shared);
        }
    }
}

fn ask_file(ui: &Ui, shared: &mut Shared) {
    let question = Question { purpose: Purpose::Import, save: false, name: String::new(), endings: SHEET_ENDINGS };
    shared.files.ask(ui.ctx(), question);
}
