//! An import under way: the three steps, what was asked for and has not been answered yet, and doing it.

use super::check_step::CheckStep;
use super::columns_step::ColumnsStep;
use super::read_step::ReadStep;
use super::words;
use super::work::{self, Checked, Mapped, Opened, Source, View};
use crate::app::desk::{Desk, Ticket};
use crate::app::shared::{Act, Shared};
use crate::app::theme::{colors, measure};
use crate::app::widgets::tabs::{self, Tab};
use crate::app::widgets::{Button, Tone, form, progress};
use crate::domain::ListKind;
use crate::exchange::spreadsheet::{Imported, Question, SheetError, import};
use crate::store::{Progress, StoreError};
use crate::t;
use egui::{Align, Frame, Layout, Panel, Ui};

const READ: usize = 0;
const COLUMNS: usize = 1;
const CHECK: usize = 2;

/// An import under way.
pub struct Importing {
    /// Where the table comes from, to open it again as another kind.
    pub source: Source,
    mapped: Mapped,
    step: usize,
    read: ReadStep,
    columns: ColumnsStep,
    check: CheckStep,
    changing: Option<Ticket<Option<Opened>>>,
    trouble: Option<SheetError>,
    checking: Checking,
    running: Option<Ticket<Result<Imported, StoreError>>>,
}

/// Looking at every row, and what came out of it.
#[derive(Default)]
struct Checking {
    /// The generation of the data that was looked at; nothing while the mapping has changed since.
    of: Option<u64>,
    ticket: Option<Ticket<Option<Result<Checked, StoreError>>>>,
    progress: Progress,
    checked: Option<Checked>,
}

/// What a person decided.
pub enum Decision {
    /// To open the table again, its rows as records of this kind.
    OtherKind(ListKind),
    /// To leave the file alone.
    Leave,
    /// It is done.
    Imported(Box<Imported>),
}

impl Importing {
    /// Begins with how the file was read, or with its columns where that is certain.
    pub fn new(source: Source, view: View) -> Self {
        Self {
            source,
            mapped: Mapped { view, changes: Vec::new() },
            step: READ,
            read: ReadStep::default(),
            columns: ColumnsStep::default(),
            check: CheckStep::default(),
            changing: None,
            trouble: None,
            checking: Checking::default(),
            running: None,
        }
    }

    /// Shows the steps. Gives back what the person decided, once.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared) -> Option<Decision> {
        self.hear(&mut shared.desk);
        let mut decision = self.imported(shared);
        if let Some(left) = self.bar(ui, shared) {
            decision = Some(left);
        }
        match self.step {
            READ => {
                if let Some(kind) = self.read.show(ui, shared, &mut self.mapped) {
                    decision = Some(Decision::OtherKind(kind));
                }
            }
            COLUMNS => self.columns.show(ui, shared, &mut self.mapped),
            _ => self.checked(ui, shared),
        }
        self.send(&mut shared.desk);
        decision
    }

    /// Takes in what the desk has answered.
    fn hear(&mut self, desk: &mut Desk) {
        if let Some(answer) = self.changing.as_ref().and_then(Ticket::take) {
            self.changing = None;
            match answer {
                Some(Ok(view)) => {
                    (self.mapped.view, self.trouble) = (view, None);
                    self.checking.of = None;
                }
                Some(Err(error)) => self.trouble = Some(error),
                None => {}
            }
        }
        if let Some(answer) = self.checking.ticket.as_ref().and_then(Ticket::take) {
            self.checking.ticket = None;
            match answer {
                Some(Ok(checked)) => {
                    self.check.begin(&checked);
                    self.checking.checked = Some(checked);
                }
                // Cancelled: back to the columns, where it can be begun again.
                Some(Err(_)) | None => {
                    self.step = COLUMNS;
                    self.checking.of = None;
                }
            }
        }
        let is_wanted = self.step == CHECK && self.running.is_none() && self.changing.is_none();
        if is_wanted && self.checking.ticket.is_none() && self.checking.of != Some(desk.generation()) {
            self.checking.of = Some(desk.generation());
            self.checking.progress = Progress::default();
            let progress = self.checking.progress.clone();
            self.checking.ticket = Some(work::check(desk, self.mapped.view.session.clone(), progress));
        }
    }

    /// Sends what was asked for in this frame to the desk, if nothing is on its way.
    fn send(&mut self, desk: &mut Desk) {
        if self.changing.is_none() && !self.mapped.changes.is_empty() {
            let changes = std::mem::take(&mut self.mapped.changes);
            self.changing = Some(work::change(desk, self.mapped.view.clone(), changes));
        }
    }

    fn imported(&mut self, shared: &mut Shared) -> Option<Decision> {
        let answer = self.running.as_ref().and_then(Ticket::take)?;
        self.running = None;
        match answer {
            Ok(imported) => return Some(Decision::Imported(Box::new(imported))),
            Err(StoreError::Cancelled) => {
                let text = t!(shared.texts, "import-cancelled").to_owned();
                shared.act(Act::Say(text));
            }
            Err(error) => {
                let text = shared.texts.refusal(&error);
                shared.act(Act::Complain(text));
            }
        }
        None
    }

    fn bar(&mut self, ui: &mut Ui, shared: &mut Shared) -> Option<Decision> {
        let mut decision = None;
        let margin = measure::MARGIN as i8;
        let margin = egui::Margin { left: margin, right: margin, top: 8, bottom: 0 };
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(margin);
        Panel::top("import bar").resizable(false).frame(frame).show(ui, |ui| {
            ui.horizontal(|ui| {
                let room = (ui.available_width() - 420.0).max(160.0);
                ui.scope(|ui| {
                    ui.set_max_width(room);
                    let kind = words::many(&shared.texts, self.mapped.view.session.kind());
                    form::title(
                        ui,
                        &t!(shared.texts, "import-of", kind = kind, file = self.mapped.view.session.file()),
                    );
                });
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    self.next(ui, shared);
                    if ui.add(Button::outlined(t!(shared.texts, "cancel"))).clicked() {
                        decision = Some(Decision::Leave);
                    }
                });
            });
            let texts = &shared.texts;
            let open = self.mapped.view.open_columns();
            let steps = [
                Tab::new(t!(texts, "import-step-read")),
                Tab::new(t!(texts, "import-step-columns")).count(open, Tone::Careful),
                Tab::new(t!(texts, "import-step-check")).count(self.mapped.view.questions.len(), Tone::Careful),
            ];
            tabs::show(ui, "import steps", &steps, &mut self.step);
        });
        if let Some(error) = &self.trouble {
            let (what, hint) = words::trouble(&shared.texts, error);
            Panel::top("import trouble").resizable(false).frame(frame).show(ui, |ui| {
                form::error(ui, &format!("{what}: {hint}"));
                ui.add_space(6.0);
            });
        }
        decision
    }

    /// The filled button: on to the next step, at last the import itself.
    fn next(&mut self, ui: &mut Ui, shared: &mut Shared) {
        let texts = &shared.texts;
        if self.step != CHECK {
            if ui.add(Button::filled(t!(texts, "import-next"))).clicked() {
                self.step += 1;
            }
            return;
        }
        let is_current = self.checking.of == Some(shared.desk.generation()) && self.checking.ticket.is_none();
        let counts = self.checking.checked.as_ref().filter(|_| is_current).map(|checked| checked.counts);
        let coming = counts.map_or(0, |counts| counts.new + counts.updated);
        let can =
            coming > 0 && self.mapped.view.questions.is_empty() && self.running.is_none() && self.changing.is_none();
        let text = t!(texts, "import-do", count = coming);
        if ui.add_enabled(can, Button::filled(&text)).clicked() {
            let session = self.mapped.view.session.clone();
            let label = "import-under-way";
            self.running = Some(shared.desk.long(label, move |file, progress| import(file, &session, progress)));
        }
    }

    fn checked(&mut self, ui: &mut Ui, shared: &mut Shared) {
        let texts = &shared.texts;
        if !self.mapped.view.questions.is_empty() {
            self.questions(ui, shared);
        }
        if self.checking.ticket.is_some() || self.checking.checked.is_none() {
            let (done, total) = self.checking.progress.done_of();
            let share = (total > 0).then(|| done as f32 / total as f32);
            Frame::new().inner_margin(16).show(ui, |ui| {
                if progress::show(ui, texts, t!(texts, "import-checking"), share) {
                    self.checking.progress.cancel();
                }
            });
            ui.ctx().request_repaint_after(std::time::Duration::from_millis(100));
            return;
        }
        if let Some(checked) = &self.checking.checked {
            self.check.show(ui, texts, checked);
        }
    }

    /// What must be answered first; each leads to where that is done.
    fn questions(&mut self, ui: &mut Ui, shared: &Shared) {
        let texts = &shared.texts;
        let margin = egui::Margin::symmetric(measure::MARGIN as i8, 8);
        let frame = Frame::new().fill(colors(ui).careful_ground).inner_margin(margin);
        Panel::top("import questions").resizable(false).frame(frame).show(ui, |ui| {
            for question in self.mapped.view.questions.clone() {
                ui.horizontal_wrapped(|ui| {
                    let text = words::question(texts, self.mapped.view.session.kind(), &question);
                    ui.label(egui::RichText::new(text).color(colors(ui).text));
                    if ui.add(Button::link(t!(texts, "import-answer"))).clicked() {
                        if let Question::DayOrMonth { column, .. } = question {
                            self.columns.choose(column);
                        }
                        self.step = COLUMNS;
                    }
                });
            }
        });
    }
}
