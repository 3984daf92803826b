//! The list of placements, and the pane of one.

use super::list::Listed;
use crate::app::commands::Command;
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::widgets::{Cell, Column, form};
use crate::domain::placement::Placement;
use crate::domain::{Id, Kind};
use crate::store::lists::{PlacementFilter, PlacementRow, PlacementSort};
use crate::store::{Done, Edit, OfficeFile, Op, StoreError};
use crate::t;
use chrono::NaiveDate;
use egui::Ui;

/// The list of placements.
#[derive(Default)]
pub struct Placements;

/// What the pane of a placement remembers.
#[derive(Default)]
pub struct PlacementPane;

impl Listed for Placements {
    type Row = PlacementRow;
    type Pane = PlacementPane;
    const KIND: Kind = Kind::Placement;
    const NEW: Option<Command> = Some(Command::NewPlacement);

    fn columns(texts: &Texts) -> Vec<Column<'_>> {
        vec![Column::new("name", t!(texts, "column-name"), 220.0).stretch()]
    }

    fn sort(_column: &str) -> PlacementSort {
        PlacementSort::default()
    }

    fn cell(row: &PlacementRow, _column: &'static str, cell: &mut Cell<'_>, _texts: &Texts, _today: NaiveDate) {
        cell.strong(&row.title);
    }

    fn label(row: &PlacementRow, _texts: &Texts) -> String {
        row.title.to_string()
    }

    fn chips(&mut self, _ui: &mut Ui, _shared: &mut Shared, _filter: &mut PlacementFilter) {}

    fn pane(_pane: &mut PlacementPane, ui: &mut Ui, _shared: &mut Shared, id: Id) {
        form::title(ui, &id.to_string());
    }

    fn add(file: &mut OfficeFile, name: String) -> Result<Done<Id>, StoreError> {
        file.edit(Op::Auto, |edit| edit.add(Placement { title: name, ..Placement::default() }))
    }

    fn remove(edit: &mut Edit<'_>, id: Id) -> Result<(), StoreError> {
        edit.remove::<Placement>(id)
    }
}
