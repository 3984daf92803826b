//! The list of practices, and the pane of one.

mod origins;
mod pane;
mod profile;
mod replications;
mod tree;
pub mod words;

use super::list::{Listed, NewRecord};
use super::record::Choices;
use crate::app::commands::Command;
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::widgets::{Cell, Chip, Column, choice_chip};
use crate::domain::practice::Practice;
use crate::domain::{Id, Kind};
use crate::store::lists::{PracticeFilter, PracticeRow, PracticeSort};
use crate::store::{Edit, StoreError};
use crate::t;
use chrono::NaiveDate;
use egui::Ui;
pub use pane::PracticePane;

/// The list of practices.
#[derive(Default)]
pub struct Practices;

impl Listed for Practices {
    type Row = PracticeRow;
    type Pane = PracticePane;
    const KIND: Kind = Kind::Practice;
    const NEW: Option<NewRecord> = Some(NewRecord {
        command: Command::NewPractice,
        name: |texts| t!(texts, "new-practice-title"),
        add: |edit, title| {
            let noted_on = Some(edit.today());
            edit.add(Practice { title, noted_on, ..Practice::default() })
        },
    });

    fn columns(texts: &Texts) -> Vec<Column<'_>> {
        vec![
            Column::new("title", t!(texts, "practice-title"), 300.0).stretch(),
            Column::new("stage", t!(texts, "practice-stage"), 130.0),
            Column::new("sectors", t!(texts, "practice-sectors"), 170.0).unsorted(),
            Column::new("countries", t!(texts, "practice-found-in"), 140.0).unsorted(),
            Column::new("replications", t!(texts, "practice-done-again"), 200.0),
        ]
    }

    fn sort(column: &str) -> PracticeSort {
        match column {
            "stage" => PracticeSort::Stage,
            "replications" => PracticeSort::Replications,
            _ => PracticeSort::Title,
        }
    }

    fn cell(row: &PracticeRow, column: &'static str, cell: &mut Cell<'_>, texts: &Texts, _today: NaiveDate) {
        match column {
            "title" => cell.strong(&row.title),
            "stage" => {
                let (word, tone) = words::stage(texts, row.stage);
                cell.tag(tone, word);
            }
            "sectors" => {
                if let Some(first) = row.sectors.first() {
                    cell.weak(texts.sector(Some(*first)));
                }
                if row.sectors.len() > 1 {
                    cell.note(&format!("+{}", row.sectors.len() - 1));
                }
            }
            "countries" => {
                cell.text(texts.country(row.countries.first().copied()));
                if row.countries.len() > 1 {
                    cell.note(&format!("+{}", row.countries.len() - 1));
                }
            }
            "replications" if row.standing.replications > 0 => cell.text(&words::standing(texts, row.standing)),
            _ => {}
        }
    }

    fn label(row: &PracticeRow, texts: &Texts) -> String {
        format!("{}, {}", row.title, words::stage(texts, row.stage).0)
    }

    fn chips(&mut self, ui: &mut Ui, shared: &mut Shared, filter: &mut PracticeFilter) {
        let texts = &shared.texts;
        let stages = words::stages(texts);
        if let Some(chosen) = choice_chip::several(ui, texts, t!(texts, "practice-stage"), &stages, &filter.stages) {
            filter.stages = chosen;
        }
        let choices = Choices::of(texts.tongue());
        let name = t!(texts, "practice-sectors");
        if let Some(chosen) = choice_chip::several(ui, texts, name, &choices.sectors, &filter.sectors) {
            filter.sectors = chosen;
        }
        let name = t!(texts, "practice-found-in");
        if let Some(chosen) = choice_chip::several(ui, texts, name, &choices.countries, &filter.countries) {
            filter.countries = chosen;
        }
        let again = Chip::new(t!(texts, "practice-done-again")).selected(filter.replicated).show(ui);
        if again.response.clicked() {
            filter.replicated = !filter.replicated;
        }
    }

    fn pane(pane: &mut PracticePane, ui: &mut Ui, shared: &mut Shared, id: Id) {
        pane.show(ui, shared, id);
    }

    fn remove(edit: &mut Edit<'_>, id: Id) -> Result<(), StoreError> {
        edit.remove::<Practice>(id)
    }
}
