//! The list of volunteers, and the pane of one.

mod abilities;
mod availability;
mod held;
mod pane;
mod papers;
mod profile;
pub(super) mod shown;
mod standing;

use super::list::{Listed, NewRecord};
use super::record::Choices;
use super::record::words::choices;
use crate::app::commands::Command;
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::widgets::{Cell, Column, choice_chip};
use crate::domain::mission::Stage;
use crate::domain::reference::Language;
use crate::domain::volunteer::{Category, Level, Standing, Volunteer};
use crate::domain::{Id, Kind};
use crate::store::lists::{VolunteerFilter, VolunteerRow, VolunteerSort, VolunteerState};
use crate::store::{Edit, StoreError};
use crate::t;
use chrono::NaiveDate;
use egui::Ui;
pub use held::{Erasing, Held};
pub use pane::VolunteerPane;

/// Stages that say where a volunteer is; one whose mission is over stands with the organisation again.
const ON_A_MISSION: [Stage; 6] =
    [Stage::Proposed, Stage::WithPartner, Stage::Offered, Stage::Accepted, Stage::Preparing, Stage::Serving];

/// The list of volunteers.
#[derive(Default)]
pub struct Volunteers;

impl Listed for Volunteers {
    type Row = VolunteerRow;
    type Pane = VolunteerPane;
    const KIND: Kind = Kind::Volunteer;
    const NEW: Option<NewRecord> = Some(NewRecord {
        command: Command::NewVolunteer,
        name: |texts| t!(texts, "new-volunteer-name"),
        add: |edit, name| edit.add_volunteer(Volunteer { full_name: name, ..Volunteer::default() }),
    });
    const BESIDE: Option<Command> = Some(Command::Duplicates);

    fn columns(texts: &Texts) -> Vec<Column<'_>> {
        vec![
            Column::new("name", t!(texts, "column-name"), 200.0).stretch(),
            Column::new("state", t!(texts, "volunteer-state"), 100.0),
            Column::new("occupation", t!(texts, "volunteer-occupation"), 190.0),
            Column::new("nationality", t!(texts, "volunteer-nationality"), 120.0),
            Column::new("languages", t!(texts, "volunteer-languages"), 170.0),
            Column::new("free", t!(texts, "volunteer-free"), 136.0),
        ]
    }

    fn sort(column: &str) -> VolunteerSort {
        match column {
            "state" => VolunteerSort::State,
            "occupation" => VolunteerSort::Occupation,
            "nationality" => VolunteerSort::Nationality,
            "languages" => VolunteerSort::Languages,
            "free" => VolunteerSort::Free,
            _ => VolunteerSort::Name,
        }
    }

    fn cell(row: &VolunteerRow, column: &'static str, cell: &mut Cell<'_>, texts: &Texts, today: NaiveDate) {
        match column {
            "name" => {
                cell.strong(&row.name);
                cell.weak(&row.own_script_name);
            }
            "state" => {
                let (word, tone) = texts.volunteer_state(row.state);
                cell.tag(tone, word);
            }
            "occupation" => {
                cell.text(occupation(row, texts));
                if let Some(years) = row.occupation_years.filter(|years| *years > 0) {
                    cell.note(&t!(texts, "volunteer-years-short", years = years));
                }
            }
            "nationality" => {
                cell.text(texts.country(row.nationalities.first().copied()));
                if row.nationalities.len() > 1 {
                    cell.note(&format!("+{}", row.nationalities.len() - 1));
                }
            }
            "languages" => {
                for (language, level) in &row.languages {
                    cell.weak(language.code());
                    cell.note(level.map_or("", |level| level_in_short(texts, level)));
                }
            }
            "free" => cell.text(&free(row, texts, today)),
            _ => {}
        }
    }

    fn label(row: &VolunteerRow, texts: &Texts) -> String {
        let parts = [
            &*row.name,
            texts.country(row.nationalities.first().copied()),
            occupation(row, texts),
            texts.volunteer_state(row.state).0,
        ];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    fn chips(&mut self, ui: &mut Ui, shared: &mut Shared, filter: &mut VolunteerFilter) {
        let (texts, today) = (&shared.texts, shared.today());
        let tables = Choices::of(texts.tongue());
        let standings = Standing::ALL.iter().map(|standing| VolunteerState::Standing(*standing));
        let stages = ON_A_MISSION.into_iter().map(VolunteerState::Mission);
        let states: Vec<_> = standings.chain(stages).map(|state| (state, texts.volunteer_state(state).0)).collect();
        if let Some(chosen) = choice_chip::several(ui, texts, t!(texts, "volunteer-state"), &states, &filter.states) {
            filter.states = chosen;
        }
        let categories = choices(Category::ALL, |category| texts.category(category));
        let chosen = &filter.categories;
        if let Some(chosen) = choice_chip::several(ui, texts, t!(texts, "volunteer-category"), &categories, chosen) {
            filter.categories = chosen;
        }
        let (title, chosen) = (t!(texts, "volunteer-occupation"), &filter.occupations);
        if let Some(chosen) = choice_chip::several(ui, texts, title, &tables.occupations, chosen) {
            filter.occupations = chosen;
        }
        languages(ui, texts, tables, filter);
        let (title, chosen) = (t!(texts, "volunteer-country"), &filter.countries);
        if let Some(chosen) = choice_chip::several(ui, texts, title, &tables.countries, chosen) {
            filter.countries = chosen;
        }
        if let Some(day) = choice_chip::date(ui, texts, t!(texts, "volunteer-free-on"), filter.free_on, today) {
            filter.free_on = day;
        }
    }

    fn pane(pane: &mut VolunteerPane, ui: &mut Ui, shared: &mut Shared, id: Id) {
        pane.show(ui, shared, id);
    }

    fn remove(edit: &mut Edit<'_>, id: Id) -> Result<(), StoreError> {
        edit.remove::<Volunteer>(id)
    }
}

/// The occupation in the person's own words, or as its code is called.
fn occupation<'a>(row: &'a VolunteerRow, texts: &Texts) -> &'a str {
    if row.occupation_title.is_empty() { texts.occupation(row.occupation) } else { &row.occupation_title }
}

fn level_in_short(texts: &Texts, level: Level) -> &str {
    if level == Level::Native { t!(texts, "level-native-short") } else { texts.level(level) }
}

/// When the person is free: until when they are not, or from when they are.
fn free(row: &VolunteerRow, texts: &Texts, today: NaiveDate) -> String {
    match (row.busy_until, row.available_from) {
        (Some(last), _) if last >= today => t!(texts, "volunteer-busy-until", day = texts.date(last)),
        (_, Some(from)) if from > today => texts.date(from),
        (_, Some(_)) if row.available_until.is_none_or(|until| until >= today) => {
            t!(texts, "volunteer-free-now").to_owned()
        }
        _ => String::new(),
    }
}

/// The languages, and once one is chosen the level that is wanted at least.
fn languages(ui: &mut Ui, texts: &Texts, tables: &Choices, filter: &mut VolunteerFilter) {
    let mut chosen: Vec<Language> = filter.languages.iter().map(|(language, _)| *language).collect();
    let mut least: Option<Level> = filter.languages.first().and_then(|(_, level)| *level);
    let title = t!(texts, "volunteer-language");
    let languages = choice_chip::several(ui, texts, title, &tables.languages, &chosen);
    let level = if chosen.is_empty() {
        None
    } else {
        let levels = choices(Level::ALL, |level| texts.level(level));
        choice_chip::one(ui, texts, t!(texts, "volunteer-level-least"), &levels, least.as_ref())
    };
    if languages.is_none() && level.is_none() {
        return;
    }
    chosen = languages.unwrap_or(chosen);
    least = level.unwrap_or(least);
    filter.languages = chosen.into_iter().map(|language| (language, least)).collect();
}
