//! Lists, calendar and backup out of the office: a line each.

use super::words;
use crate::app::commands::Command;
use crate::app::desk::Ticket;
use crate::app::file_dialog::{Purpose, Question};
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::theme::{colors, measure};
use crate::app::widgets::{Button, form, frames, paint_line};
use crate::domain::{Kind, ListKind};
use crate::exchange::calendar::{CalendarQuery, export_calendar};
use crate::exchange::spreadsheet::{ExportError, list, write_list};
use crate::t;
use egui::{Align, Layout, Sense, Ui, vec2};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// In the order of the office's counts.
const RECORDS: [ListKind; 5] =
    [ListKind::Volunteer, ListKind::Organisation, ListKind::Placement, ListKind::Mission, ListKind::Practice];

/// Files being written.
#[derive(Default)]
pub struct Writing {
    /// Of which kind the list is that a file is being chosen for.
    kind: Option<ListKind>,
    under_way: Vec<Writ>,
}

type Writ = (PathBuf, Writes);

/// A file that is being written. The answer is nothing where the person has been told already, or has stopped it.
pub type Writes = Ticket<Option<Result<Written, ExportError>>>;

/// What there is to say of a file that was written.
#[derive(Debug, Default)]
pub struct Written {
    /// Characters that the letters for printing do not have.
    pub lacking: BTreeSet<char>,
}

impl Writing {
    /// Hears of the files that were written since the last frame, and tells the person.
    pub fn hear(&mut self, shared: &mut Shared) {
        let Shared { texts, acts, .. } = shared;
        self.under_way.retain(|(path, ticket)| match ticket.take() {
            None => true,
            Some(answer) => {
                match answer {
                    Some(Ok(Written { lacking })) => {
                        acts.push(Act::Say(t!(texts, "export-written", path = path.display().to_string())));
                        if !lacking.is_empty() {
                            acts.push(Act::Say(words::lacking(texts, &lacking)));
                        }
                    }
                    Some(Err(error)) => acts.push(Act::Complain(words::not_written(texts, &error))),
                    // The desk has told already.
                    None => {}
                }
                false
            }
        });
    }

    /// Writes the list that a file was chosen for.
    pub fn write_list(&mut self, path: PathBuf, shared: &mut Shared) {
        let Some(kind) = self.kind.take() else { return };
        let target = path.clone();
        let tongue = shared.texts.tongue();
        let ticket = shared.desk.read(move |file| {
            let written = list(file, kind, tongue).map_err(Into::into).and_then(|list| write_list(&list, &target));
            Ok(written.map(|()| Written::default()))
        });
        self.under_way.push((path, ticket));
    }

    /// Writes the calendar that was asked for.
    pub fn write_calendar(&mut self, path: PathBuf, query: CalendarQuery, shared: &mut Shared) {
        let (target, tongue) = (path.clone(), shared.texts.tongue());
        let ticket = shared
            .desk
            .read(move |file| Ok(export_calendar(file, &query, tongue, &target).map(|_| Written::default())));
        self.under_way.push((path, ticket));
    }

    /// A file that is written elsewhere, to be told of in the same way.
    pub fn follow(&mut self, path: PathBuf, ticket: Writes) {
        self.under_way.push((path, ticket));
    }

    /// The card with a line for each list.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared) {
        let title = t!(shared.texts, "export-title").to_owned();
        frames::titled_card(ui, &title, |ui| {
            form::note(ui, t!(shared.texts, "export-note"));
            ui.add_space(4.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            let counts = shared.desk.office().map(|office| office.counts).unwrap_or_default();
            for (kind, count) in RECORDS.into_iter().zip(counts) {
                let count = shared.texts.count(usize::try_from(count).unwrap_or(usize::MAX));
                self.list_line(ui, shared, kind, &count);
            }
            let texts = &shared.texts;
            let calendar = line(
                ui,
                texts,
                t!(texts, "export-calendar"),
                t!(texts, "export-calendar-note"),
                &[t!(texts, "export-ics")],
            );
            let backup = line(
                ui,
                texts,
                t!(texts, "export-backup"),
                t!(texts, "export-backup-note"),
                &[Command::Backup.text(texts)],
            );
            if calendar.is_some() {
                shared.acts.push(Act::Ask(Command::ExportCalendar));
            }
            if backup.is_some() {
                shared.acts.push(Act::Ask(Command::Backup));
            }
            if !self.under_way.is_empty() {
                form::note(ui, t!(texts, "export-writing"));
            }
            // Asked for less often than the calendar and the backup, which are seen without scrolling.
            form::section(ui, t!(texts, "export-parts"));
            for kind in ListKind::ALL.iter().filter(|kind| kind.is_of_parts()) {
                let of = match kind.owner() {
                    Kind::Practice => t!(shared.texts, "export-of-practices"),
                    Kind::Mission => t!(shared.texts, "export-of-missions"),
                    _ => t!(shared.texts, "export-of-organisations"),
                };
                let of = of.to_owned();
                self.list_line(ui, shared, *kind, &of);
            }
        });
    }

    /// The line of a list; asks for a file where a button is pressed.
    fn list_line(&mut self, ui: &mut Ui, shared: &mut Shared, kind: ListKind, note: &str) {
        let name = words::many(&shared.texts, kind).to_owned();
        let buttons = [t!(shared.texts, "export-xlsx"), t!(shared.texts, "export-csv")];
        let Some(chosen) = line(ui, &shared.texts, &name, note, &buttons) else { return };
        let endings: [&'static [&'static str]; 2] = [&["xlsx", "csv"], &["csv", "xlsx"]];
        self.kind = Some(kind);
        let name = format!("{}.{}", file_name(&name), endings[chosen][0]);
        let question = Question { purpose: Purpose::ExportList, save: true, name, endings: endings[chosen] };
        shared.files.ask(ui.ctx(), question);
    }
}

/// A line: what is written, a note, and its buttons at the right. Gives back the button that was pressed.
fn line(ui: &mut Ui, texts: &Texts, name: &str, note: &str, buttons: &[&str]) -> Option<usize> {
    let mut pressed = None;
    let c = colors(ui);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 40.0), Layout::right_to_left(Align::Center), |ui| {
        for (place, text) in buttons.iter().enumerate().rev() {
            let response = ui.add(Button::outlined(text));
            // "XLSX..." alone would not say of what.
            response.widget_info(|| {
                let name = t!(texts, "export-button", name = name, ending = *text);
                egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, name)
            });
            if response.clicked() {
                pressed = Some(place);
            }
        }
        let room = vec2(ui.available_width(), measure::FIELD);
        let (rect, _) = ui.allocate_exact_size(room, Sense::hover());
        let taken = paint_line(ui, rect, Align::Min, name, crate::app::theme::font::medium(), c.text);
        let mut rest = rect;
        rest.min.x += taken + 8.0;
        paint_line(ui, rest, Align::Min, note, crate::app::theme::font::small(), c.weak);
    });
    pressed
}

fn file_name(name: &str) -> String {
    crate::domain::text::fold(name).replace(' ', "-")
}
