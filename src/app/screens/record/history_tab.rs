//! The history of one record: what was changed, from what to what, by whom and when.

use crate::app::loaded::Loaded;
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::theme::{colors, font};
use crate::app::widgets::{Button, form};
use crate::domain::placement::Objective;
use crate::domain::{Id, Kind};
use crate::store::{CellHistory, OfficeFile, StoreError};
use crate::t;
use chrono::Local;
use egui::{RichText, Ui};

/// Lines shown at first, and how many more at each press of the button.
const PAGE: usize = 60;

/// What the history tab of a pane remembers.
#[derive(Default)]
pub struct HistoryTab {
    read: Loaded<(Kind, Id), Vec<CellHistory>>,
    of: Option<Id>,
    pages: usize,
}

impl HistoryTab {
    /// Shows what happened to a record, the newest first.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared, kind: Kind, id: Id) {
        if self.of != Some(id) {
            (self.of, self.pages) = (Some(id), 1);
        }
        let Some(cells) = self.read.exact(&mut shared.desk, &(kind, id), read) else { return };
        let texts = &shared.texts;
        let shown = (self.pages * PAGE).min(cells.len());
        let mut edit = None;
        for cell in &cells[..shown] {
            if edit != Some(cell.edit) {
                edit = Some(cell.edit);
                let at = cell.at.with_timezone(&Local);
                let day = texts.date(at.date_naive());
                let time = at.format("%H:%M").to_string();
                form::section(
                    ui,
                    &t!(texts, "record-history-when", day = day, time = time, author = cell.author.as_str()),
                );
            }
            let field = super::layout::label(&texts.field(kind, &cell.field));
            form::row(ui, &field, |ui| change(ui, texts, cell));
        }
        if shown < cells.len() && ui.add(Button::outlined(t!(texts, "record-history-more"))).clicked() {
            self.pages += 1;
        }
    }
}

/// Reads the history; ids of other records become their names.
fn read(file: &mut OfficeFile, (kind, id): &(Kind, Id)) -> Result<Vec<CellHistory>, StoreError> {
    let mut cells = file.history_of(*kind, *id)?;
    for cell in &mut cells {
        for value in [&mut cell.from, &mut cell.to] {
            if let Some(named) = with_names(file, value)? {
                *value = named;
            }
        }
        if let Some((part, label)) = cell.field.split_once(':')
            && let Some(named) = with_names(file, label)?
        {
            cell.field = format!("{part}:{named}");
        }
    }
    Ok(cells)
}

fn with_names(file: &OfficeFile, value: &str) -> Result<Option<String>, StoreError> {
    // Only the hyphenated form, as the store writes it: a long number is no id.
    let id_in = |word: &str| if word.len() == 36 { Id::parse(word) } else { None };
    if value.split(", ").all(|word| id_in(word).is_none()) {
        return Ok(None);
    }
    let mut words = Vec::new();
    for word in value.split(", ") {
        let Some(id) = id_in(word) else {
            words.push(word.to_owned());
            continue;
        };
        let mut name = String::new();
        for kind in [Kind::Volunteer, Kind::Organisation, Kind::Placement, Kind::Mission, Kind::Practice] {
            if name.is_empty() {
                name = file.name_of(kind, id)?;
            }
        }
        if name.is_empty() {
            name = file.find::<Objective>(id)?.map(|objective| objective.competence).unwrap_or_default();
        }
        // A part of another record has no name of its own.
        if !name.is_empty() {
            words.push(name);
        }
    }
    Ok(Some(words.join(", ")))
}

fn change(ui: &mut Ui, texts: &Texts, cell: &CellHistory) {
    let line = match (texts.value(&cell.field, &cell.from), texts.value(&cell.field, &cell.to)) {
        (from, to) if from.is_empty() => to,
        (from, to) if to.is_empty() => t!(texts, "record-history-cleared", from = from),
        (from, to) => t!(texts, "record-history-changed", from = from, to = to),
    };
    ui.set_min_height(crate::app::theme::measure::FIELD);
    ui.add_space(3.0);
    ui.label(RichText::new(line).font(font::body()).color(colors(ui).text));
}
