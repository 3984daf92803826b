//! The list of organisations, and the pane of one.

use super::list::Listed;
use crate::app::commands::Command;
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::widgets::{Cell, Column, form};
use crate::domain::organisation::Organisation;
use crate::domain::{Id, Kind};
use crate::store::lists::{OrganisationFilter, OrganisationRow, OrganisationSort};
use crate::store::{Done, Edit, OfficeFile, Op, StoreError};
use crate::t;
use chrono::NaiveDate;
use egui::Ui;

/// The list of organisations.
#[derive(Default)]
pub struct Organisations;

/// What the pane of an organisation remembers.
#[derive(Default)]
pub struct OrganisationPane;

impl Listed for Organisations {
    type Row = OrganisationRow;
    type Pane = OrganisationPane;
    const KIND: Kind = Kind::Organisation;
    const NEW: Option<Command> = Some(Command::NewOrganisation);

    fn columns(texts: &Texts) -> Vec<Column<'_>> {
        vec![Column::new("name", t!(texts, "column-name"), 220.0).stretch()]
    }

    fn sort(_column: &str) -> OrganisationSort {
        OrganisationSort::default()
    }

    fn cell(row: &OrganisationRow, _column: &'static str, cell: &mut Cell<'_>, _texts: &Texts, _today: NaiveDate) {
        cell.strong(&row.name);
    }

    fn label(row: &OrganisationRow, _texts: &Texts) -> String {
        row.name.to_string()
    }

    fn chips(&mut self, _ui: &mut Ui, _shared: &mut Shared, _filter: &mut OrganisationFilter) {}

    fn pane(_pane: &mut OrganisationPane, ui: &mut Ui, _shared: &mut Shared, id: Id) {
        form::title(ui, &id.to_string());
    }

    fn add(file: &mut OfficeFile, name: String) -> Result<Done<Id>, StoreError> {
        file.edit(Op::Auto, |edit| edit.add(Organisation { name, ..Organisation::default() }))
    }

    fn remove(edit: &mut Edit<'_>, id: Id) -> Result<(), StoreError> {
        edit.remove::<Organisation>(id)
    }
}
