//! The list of organisations, and the pane of one.

mod contacts;
mod links;
mod offers;
mod pane;
mod passed_on;
mod profile;
mod projects;
mod visits;
mod with_us;
pub mod words;

use super::list::{Listed, NewRecord};
use super::record::Choices;
use crate::app::commands::Command;
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::widgets::{Cell, Chip, Column, choice_chip};
use crate::domain::organisation::Organisation;
use crate::domain::{Id, Kind};
use crate::store::lists::{OrganisationFilter, OrganisationRow, OrganisationSort};
use crate::store::{Edit, StoreError};
use crate::t;
use chrono::NaiveDate;
use egui::Ui;
pub use pane::OrganisationPane;

/// The list of organisations.
#[derive(Default)]
pub struct Organisations;

impl Listed for Organisations {
    type Row = OrganisationRow;
    type Pane = OrganisationPane;
    const KIND: Kind = Kind::Organisation;
    const NEW: Option<NewRecord> = Some(NewRecord {
        command: Command::NewOrganisation,
        name: |texts| t!(texts, "new-organisation-name"),
        add: |edit, name| edit.add(Organisation { name, ..Organisation::default() }),
    });

    fn columns(texts: &Texts) -> Vec<Column<'_>> {
        vec![
            Column::new("name", t!(texts, "organisation-name"), 240.0).stretch(),
            Column::new("kind", t!(texts, "organisation-kind"), 150.0),
            Column::new("country", t!(texts, "organisation-country"), 120.0),
            Column::new("place", t!(texts, "organisation-place"), 120.0),
            Column::new("sectors", t!(texts, "organisation-sectors"), 180.0).unsorted(),
            Column::new("agreement", t!(texts, "organisation-agreement-until"), 180.0),
            Column::new("placements", t!(texts, "organisation-placements"), 96.0).at_right(),
        ]
    }

    fn sort(column: &str) -> OrganisationSort {
        match column {
            "kind" => OrganisationSort::Kind,
            "country" => OrganisationSort::Country,
            "place" => OrganisationSort::Place,
            "agreement" => OrganisationSort::Agreement,
            "placements" => OrganisationSort::Placements,
            _ => OrganisationSort::Name,
        }
    }

    fn cell(row: &OrganisationRow, column: &'static str, cell: &mut Cell<'_>, texts: &Texts, today: NaiveDate) {
        match column {
            "name" => {
                cell.strong(&row.name);
                if row.ceased_on.is_some_and(|day| day <= today) {
                    cell.note(t!(texts, "organisation-ceased"));
                }
            }
            "kind" => cell.text(words::organisation_kind(texts, row.kind)),
            "country" => cell.text(texts.country(row.country)),
            "place" => cell.text(&row.place),
            "sectors" => {
                if let Some(first) = row.sectors.first() {
                    cell.weak(texts.sector(Some(*first)));
                }
                if row.sectors.len() > 1 {
                    cell.note(&format!("+{}", row.sectors.len() - 1));
                }
            }
            "agreement" => {
                if let Some(until) = row.agreement_until {
                    cell.text(&texts.date(until));
                    let (tone, word) = words::agreement(texts, until, today);
                    cell.tag(tone, word);
                }
            }
            "placements" if row.placements > 0 => cell.text(&row.placements.to_string()),
            _ => {}
        }
    }

    fn label(row: &OrganisationRow, texts: &Texts) -> String {
        let mut label = format!("{}, {}", row.name, words::organisation_kind(texts, row.kind));
        if row.country.is_some() {
            label.push_str(", ");
            label.push_str(texts.country(row.country));
        }
        label
    }

    fn chips(&mut self, ui: &mut Ui, shared: &mut Shared, filter: &mut OrganisationFilter) {
        let texts = &shared.texts;
        let kinds = words::organisation_kinds(texts);
        if let Some(chosen) = choice_chip::several(ui, texts, t!(texts, "organisation-kind"), &kinds, &filter.kinds) {
            filter.kinds = chosen;
        }
        let countries = &Choices::of(texts.tongue()).countries;
        if let Some(chosen) =
            choice_chip::several(ui, texts, t!(texts, "organisation-country"), countries, &filter.countries)
        {
            filter.countries = chosen;
        }
        let active = Chip::new(t!(texts, "organisation-active")).selected(filter.active).show(ui);
        if active.response.clicked() {
            filter.active = !filter.active;
        }
    }

    fn pane(pane: &mut OrganisationPane, ui: &mut Ui, shared: &mut Shared, id: Id) {
        pane.show(ui, shared, id);
    }

    fn remove(edit: &mut Edit<'_>, id: Id) -> Result<(), StoreError> {
        edit.remove::<Organisation>(id)
    }
}
