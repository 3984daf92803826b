//! The list of volunteers, and the pane of one.

use super::list::{Listed, NewRecord};
use crate::app::commands::Command;
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::widgets::{Cell, Column, form};
use crate::domain::volunteer::Volunteer;
use crate::domain::{Id, Kind};
use crate::store::lists::{VolunteerFilter, VolunteerRow, VolunteerSort};
use crate::store::{Edit, StoreError};
use crate::t;
use chrono::NaiveDate;
use egui::Ui;

/// The list of volunteers.
#[derive(Default)]
pub struct Volunteers;

/// What the pane of a volunteer remembers.
#[derive(Default)]
pub struct VolunteerPane;

impl Listed for Volunteers {
    type Row = VolunteerRow;
    type Pane = VolunteerPane;
    const KIND: Kind = Kind::Volunteer;
    const NEW: Option<NewRecord> = Some(NewRecord {
        command: Command::NewVolunteer,
        name: |texts| t!(texts, "new-volunteer-name"),
        add: |edit, name| edit.add_volunteer(Volunteer { full_name: name, ..Volunteer::default() }),
    });

    fn columns(texts: &Texts) -> Vec<Column<'_>> {
        vec![Column::new("name", t!(texts, "column-name"), 220.0).stretch()]
    }

    fn sort(_column: &str) -> VolunteerSort {
        VolunteerSort::default()
    }

    fn cell(row: &VolunteerRow, _column: &'static str, cell: &mut Cell<'_>, _texts: &Texts, _today: NaiveDate) {
        cell.strong(&row.name);
    }

    fn label(row: &VolunteerRow, _texts: &Texts) -> String {
        row.name.to_string()
    }

    fn chips(&mut self, _ui: &mut Ui, _shared: &mut Shared, _filter: &mut VolunteerFilter) {}

    fn pane(_pane: &mut VolunteerPane, ui: &mut Ui, _shared: &mut Shared, id: Id) {
        form::title(ui, &id.to_string());
    }

    fn remove(edit: &mut Edit<'_>, id: Id) -> Result<(), StoreError> {
        edit.remove::<Volunteer>(id)
    }
}
