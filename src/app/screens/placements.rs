//! The list of placements, and the pane of one.

mod candidates;
pub mod objectives;
mod pane;
mod place;
mod profile;
mod requirements;
mod shown;
pub mod words;

use super::list::{Listed, NewRecord};
use super::record::Choices;
use crate::app::commands::Command;
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::widgets::{Cell, Chip, Column, choice_chip};
use crate::domain::placement::{Placement, Priority};
use crate::domain::{Id, Kind};
use crate::store::lists::{PlacementFilter, PlacementRow, PlacementSort};
use crate::store::{Edit, StoreError};
use crate::t;
use chrono::NaiveDate;
use egui::Ui;
pub use pane::PlacementPane;

/// The list of placements.
#[derive(Default)]
pub struct Placements;

impl Listed for Placements {
    type Row = PlacementRow;
    type Pane = PlacementPane;
    const KIND: Kind = Kind::Placement;
    const NEW: Option<NewRecord> = Some(NewRecord {
        command: Command::NewPlacement,
        name: |texts| t!(texts, "new-placement-title"),
        add: |edit, name| edit.add(Placement { title: name, ..Placement::default() }),
    });

    fn columns(texts: &Texts) -> Vec<Column<'_>> {
        vec![
            Column::new("title", t!(texts, "placement-title"), 220.0).stretch(),
            Column::new("status", t!(texts, "placement-status"), 110.0),
            Column::new("free", t!(texts, "placement-free-of-places"), 72.0).at_right(),
            Column::new("organisation", t!(texts, "placement-organisation"), 180.0),
            Column::new("country", t!(texts, "placement-country"), 110.0),
            Column::new("station", t!(texts, "placement-duty-station"), 110.0).unsorted(),
            Column::new("start", t!(texts, "placement-start"), 180.0),
            Column::new("weeks", t!(texts, "placement-weeks"), 84.0).unsorted(),
            Column::new("priority", t!(texts, "placement-priority"), 80.0),
        ]
    }

    fn sort(column: &str) -> PlacementSort {
        match column {
            "organisation" => PlacementSort::Organisation,
            "country" => PlacementSort::Country,
            "start" => PlacementSort::Start,
            "free" => PlacementSort::FreePlaces,
            "priority" => PlacementSort::Priority,
            "status" => PlacementSort::Status,
            _ => PlacementSort::Title,
        }
    }

    fn cell(row: &PlacementRow, column: &'static str, cell: &mut Cell<'_>, texts: &Texts, _today: NaiveDate) {
        match column {
            "title" => cell.strong(&row.title),
            "organisation" => cell.text(&row.organisation_name),
            "country" => cell.text(texts.country(row.country)),
            "station" => cell.text(&row.duty_station),
            "start" => cell.text(&words::start_window(texts, row.start_from, row.start_until)),
            "weeks" => cell.text(&words::weeks(texts, row.weeks_least, row.weeks_most)),
            "free" => cell.text(&format!("{} / {}", row.free_places, row.places)),
            "priority" if row.priority != Priority::Normal => {
                let (word, tone) = texts.priority(row.priority);
                cell.tag(tone, word);
            }
            "status" => {
                let (word, tone) = texts.placement_status(row.status);
                cell.tag(tone, word);
            }
            _ => {}
        }
    }

    fn label(row: &PlacementRow, texts: &Texts) -> String {
        let mut label = row.title.to_string();
        for part in [&*row.organisation_name, texts.country(row.country), texts.placement_status(row.status).0] {
            if !part.is_empty() {
                label.push_str(", ");
                label.push_str(part);
            }
        }
        label
    }

    fn chips(&mut self, ui: &mut Ui, shared: &mut Shared, filter: &mut PlacementFilter) {
        let texts = &shared.texts;
        let statuses = words::statuses(texts);
        if let Some(chosen) =
            choice_chip::several(ui, texts, t!(texts, "placement-status"), &statuses, &filter.statuses)
        {
            filter.statuses = chosen;
        }
        let countries = &Choices::of(texts.tongue()).countries;
        if let Some(chosen) =
            choice_chip::several(ui, texts, t!(texts, "placement-country"), countries, &filter.countries)
        {
            filter.countries = chosen;
        }
        let sectors = &Choices::of(texts.tongue()).sectors;
        if let Some(chosen) = choice_chip::several(ui, texts, t!(texts, "placement-sector"), sectors, &filter.sectors) {
            filter.sectors = chosen;
        }
        let priorities = words::priorities(texts);
        if let Some(chosen) =
            choice_chip::several(ui, texts, t!(texts, "placement-priority"), &priorities, &filter.priorities)
        {
            filter.priorities = chosen;
        }
        let free = Chip::new(t!(texts, "placement-with-free-places")).selected(filter.with_free_places).show(ui);
        if free.response.clicked() {
            filter.with_free_places = !filter.with_free_places;
        }
    }

    fn pane(pane: &mut PlacementPane, ui: &mut Ui, shared: &mut Shared, id: Id) {
        pane.show(ui, shared, id);
    }

    fn remove(edit: &mut Edit<'_>, id: Id) -> Result<(), StoreError> {
        edit.remove::<Placement>(id)
    }
}
