//! What was done in this office, the newest first, and what each edit changed.

use crate::app::commands::Command;
use crate::app::loaded::Loaded;
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::theme::{colors, measure};
use crate::app::widgets::{Button, Cell, Column, EmptyState, Rows, Table, TableState, Tone, form, frames};
use crate::store::{EditDetail, EditEntry, EditState};
use crate::t;
use chrono::Local;
use egui::{Align, Frame, Layout, Panel, ScrollArea, Ui};

/// What the screen remembers.
pub struct HistoryScreen {
    most: usize,
    entries: Loaded<usize, Vec<EditEntry>>,
    detail: Loaded<i64, Vec<EditDetail>>,
    table: TableState<i64>,
}

/// Edits read at first, and more each time the end is seen.
const PAGE: usize = 500;
/// Cells of an edit shown; a large import has too many to read.
const CELLS: usize = 300;

impl Default for HistoryScreen {
    fn default() -> Self {
        Self { most: PAGE, entries: Loaded::default(), detail: Loaded::default(), table: TableState::default() }
    }
}

struct Entries<'a> {
    entries: &'a [EditEntry],
    texts: &'a Texts,
}

impl Rows for Entries<'_> {
    type Key = i64;

    fn count(&self) -> usize {
        self.entries.len()
    }

    fn key(&self, row: usize) -> i64 {
        self.entries[row].number
    }

    fn cell(&self, row: usize, column: &'static str, cell: &mut Cell<'_>) {
        let entry = &self.entries[row];
        match column {
            "when" => cell.text(&when(self.texts, entry)),
            "who" => cell.weak(&entry.author),
            "what" => cell.text(&self.texts.op(&entry.op)),
            _ => match entry.state {
                EditState::Done => {}
                EditState::Undone => cell.tag(Tone::Careful, t!(self.texts, "history-undone")),
                EditState::Past => cell.tag(Tone::Neutral, t!(self.texts, "history-past")),
            },
        }
    }

    fn label(&self, row: usize) -> String {
        let entry = &self.entries[row];
        format!("{}, {}, {}", when(self.texts, entry), entry.author, self.texts.op(&entry.op))
    }
}

fn when(texts: &Texts, entry: &EditEntry) -> String {
    let local = entry.at.with_timezone(&Local);
    format!("{} {}", texts.date(local.date_naive()), local.format("%H:%M"))
}

impl HistoryScreen {
    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared) {
        bar(ui, shared);
        let most = self.most;
        let read = |file: &mut crate::store::OfficeFile, most: &usize| file.history(*most, None);
        let Some(entries) = self.entries.latest(&mut shared.desk, &most, read) else { return };
        if entries.len() >= most
            && self
                .table
                .selection
                .cursor()
                .is_some_and(|number| entries.last().is_some_and(|last| last.number == number))
        {
            self.most += PAGE;
        }
        if let Some(number) = self.table.selection.cursor() {
            let read = |file: &mut crate::store::OfficeFile, number: &i64| file.edit_detail(*number, CELLS);
            let detail = self.detail.exact(&mut shared.desk, &number, read);
            let entry = entries.iter().find(|entry| entry.number == number);
            let (frame, widest) = (frames::pane(ui), (ui.available_width() - 420.0).clamp(280.0, 560.0));
            Panel::right("history pane")
                .default_size(380.0_f32.min(widest))
                .size_range(280.0..=widest)
                .frame(frame)
                .show(ui, |ui| {
                    if let (Some(entry), Some(detail)) = (entry, detail) {
                        pane(ui, &shared.texts, &mut shared.acts, entry, detail);
                    }
                });
        }
        let texts = &shared.texts;
        let columns = [
            Column::new("when", t!(texts, "history-when"), 150.0).unsorted(),
            Column::new("who", t!(texts, "history-who"), 100.0).unsorted(),
            Column::new("what", t!(texts, "history-what"), 300.0).unsorted().stretch(),
            Column::new("state", "", 90.0).unsorted(),
        ];
        if entries.is_empty() {
            let _ = EmptyState::new(
                crate::app::theme::Icon::History,
                t!(texts, "history-empty"),
                t!(texts, "history-empty-text"),
            )
            .show(ui);
            return;
        }
        Frame::new().fill(colors(ui).panel).show(ui, |ui| {
            let rows = Entries { entries, texts };
            Table::new("history", Command::History.text(texts), &columns).show(ui, texts, &mut self.table, &rows);
        });
    }
}

fn bar(ui: &mut Ui, shared: &mut Shared) {
    let frame = Frame::new().fill(colors(ui).panel).inner_margin(egui::Margin::symmetric(measure::MARGIN as i8, 0));
    Panel::top("history bar").exact_size(measure::SCREEN_BAR).resizable(false).frame(frame).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            form::title(ui, Command::History.text(&shared.texts));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let (can_undo, can_redo) = shared
                    .desk
                    .office()
                    .map_or((false, false), |office| (office.undoable.is_some(), office.redoable.is_some()));
                for (command, enabled) in [(Command::Redo, can_redo), (Command::Undo, can_undo)] {
                    let text = command.text(&shared.texts);
                    let mut button = Button::outlined(text).shortcut(command.shortcut_text(ui.ctx()));
                    if let Some(icon) = command.icon() {
                        button = button.with_icon(icon);
                    }
                    if ui.add_enabled(enabled, button).clicked() {
                        shared.acts.push(Act::Ask(command));
                    }
                }
            });
        });
    });
}

fn pane(ui: &mut Ui, texts: &Texts, acts: &mut Vec<Act>, entry: &EditEntry, detail: &[EditDetail]) {
    form::title(ui, &texts.op(&entry.op));
    form::weak(ui, &t!(texts, "history-by", when = when(texts, entry), who = entry.author.as_str()));
    ui.add_space(8.0);
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        let mut last = None;
        for cell in detail {
            if last != Some(cell.id) {
                ui.add_space(6.0);
                if ui.add(Button::link(&cell.name)).clicked() {
                    acts.push(Act::Open(cell.kind, cell.id));
                }
                last = Some(cell.id);
            }
            let field = texts.field(cell.kind, &cell.field);
            let value = match (texts.value(&cell.field, &cell.from), texts.value(&cell.field, &cell.to)) {
                (from, to) if from.is_empty() => to,
                (from, to) if to.is_empty() => t!(texts, "history-was", value = from),
                (from, to) => t!(texts, "history-from-to", from = from, to = to),
            };
            form::row(ui, &field, |ui| ui.add(egui::Label::new(value).wrap()));
        }
        if detail.len() >= CELLS {
            form::note(ui, &t!(texts, "history-more", count = CELLS));
        }
    });
}
