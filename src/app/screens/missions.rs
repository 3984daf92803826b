//! The list of missions, and the pane of one.

use super::list::{Listed, NewRecord};
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::widgets::{Cell, Column, form};
use crate::domain::mission::Mission;
use crate::domain::{Id, Kind};
use crate::store::lists::{MissionFilter, MissionRow, MissionSort};
use crate::store::{Edit, StoreError};
use crate::t;
use chrono::NaiveDate;
use egui::Ui;

/// The list of missions.
#[derive(Default)]
pub struct Missions;

/// What the pane of a mission remembers.
#[derive(Default)]
pub struct MissionPane;

impl Listed for Missions {
    type Row = MissionRow;
    type Pane = MissionPane;
    const KIND: Kind = Kind::Mission;
    const NEW: Option<NewRecord> = None;

    fn columns(texts: &Texts) -> Vec<Column<'_>> {
        vec![Column::new("name", t!(texts, "column-name"), 220.0).stretch()]
    }

    fn sort(_column: &str) -> MissionSort {
        MissionSort::default()
    }

    fn cell(row: &MissionRow, _column: &'static str, cell: &mut Cell<'_>, _texts: &Texts, _today: NaiveDate) {
        cell.strong(&row.volunteer_name);
    }

    fn label(row: &MissionRow, _texts: &Texts) -> String {
        row.volunteer_name.to_string()
    }

    fn chips(&mut self, _ui: &mut Ui, _shared: &mut Shared, _filter: &mut MissionFilter) {}

    fn pane(_pane: &mut MissionPane, ui: &mut Ui, _shared: &mut Shared, id: Id) {
        form::title(ui, &id.to_string());
    }

    fn remove(edit: &mut Edit<'_>, id: Id) -> Result<(), StoreError> {
        edit.remove::<Mission>(id)
    }
}
