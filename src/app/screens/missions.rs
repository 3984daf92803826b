//! The list of missions, and the pane of one.

mod milestones;
mod onward;
mod overview;
mod pane;
mod passed_on;
mod reports;
mod shown;
mod stage;
mod words;

use super::list::{Listed, NewRecord};
use super::record::Choices;
use super::record::words::choices;
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::theme::Icon;
use crate::app::widgets::{Cell, Column, choice_chip};
use crate::domain::mission::{Mission, Stage};
use crate::domain::span::Span;
use crate::domain::text::joined;
use crate::domain::{Id, Kind};
use crate::store::lists::{MissionFilter, MissionRow, MissionSort};
use crate::store::{Edit, StoreError};
use crate::t;
use chrono::NaiveDate;
use egui::Ui;
pub use pane::MissionPane;
pub use shown::{Shown, read as read_shown};
pub use words::refusal;

/// The list of missions.
#[derive(Default)]
pub struct Missions;

impl Listed for Missions {
    type Row = MissionRow;
    type Pane = MissionPane;
    const KIND: Kind = Kind::Mission;
    // A mission is made by placing somebody, where the candidates of a placement are.
    const NEW: Option<NewRecord> = None;

    fn columns(texts: &Texts) -> Vec<Column<'_>> {
        vec![
            Column::new("volunteer", t!(texts, "mission-volunteer"), 150.0).stretch(),
            Column::new("stage", t!(texts, "mission-stage"), 116.0),
            Column::new("placement", t!(texts, "mission-placement"), 154.0),
            Column::new("country", t!(texts, "mission-country"), 94.0),
            Column::new("first", t!(texts, "mission-first"), 110.0),
            Column::new("last", t!(texts, "mission-last"), 110.0),
            Column::new("weeks", t!(texts, "mission-weeks"), 72.0).at_right().unsorted(),
            Column::new("organisation", t!(texts, "mission-organisation"), 180.0).unsorted(),
            Column::new("reference", t!(texts, "mission-reference"), 84.0),
        ]
    }

    fn sort(column: &str) -> MissionSort {
        match column {
            "reference" => MissionSort::Reference,
            "placement" => MissionSort::Placement,
            "country" => MissionSort::Country,
            "first" => MissionSort::First,
            "last" => MissionSort::Last,
            "stage" => MissionSort::Stage,
            _ => MissionSort::Volunteer,
        }
    }

    fn cell(row: &MissionRow, column: &'static str, cell: &mut Cell<'_>, texts: &Texts, _today: NaiveDate) {
        match column {
            "volunteer" => {
                cell.strong(&row.volunteer_name);
                if row.overridden {
                    cell.icon(Icon::Warning);
                }
            }
            "placement" => cell.text(&row.placement_title),
            "organisation" => cell.text(&row.organisation_name),
            "country" => cell.text(texts.country(row.country)),
            "stage" => {
                let (word, tone) = texts.stage(row.stage);
                cell.tag(tone, word);
            }
            "first" => cell.text(&texts.date(row.first)),
            "last" => cell.text(&texts.date(row.last)),
            "weeks" => cell.text(&row.days().weeks().to_string()),
            "reference" => cell.weak(&row.reference),
            _ => {}
        }
    }

    fn label(row: &MissionRow, texts: &Texts) -> String {
        let days = words::days(texts, row.days());
        let overridden = if row.overridden { t!(texts, "calendar-overridden") } else { "" };
        let stage = texts.stage(row.stage).0;
        joined(&[&row.volunteer_name, &row.placement_title, texts.country(row.country), &days, stage, overridden])
    }

    fn chips(&mut self, ui: &mut Ui, shared: &mut Shared, filter: &mut MissionFilter) {
        let (texts, today) = (&shared.texts, shared.today());
        let stages = choices(Stage::ALL, |stage| texts.stage(stage).0);
        if let Some(chosen) = choice_chip::several(ui, texts, t!(texts, "mission-stage"), &stages, &filter.stages) {
            filter.stages = chosen;
        }
        let countries = &Choices::of(texts.tongue()).countries;
        if let Some(chosen) =
            choice_chip::several(ui, texts, t!(texts, "mission-country"), countries, &filter.countries)
        {
            filter.countries = chosen;
        }
        let (mut first, mut last) = ends(filter.days);
        let from = choice_chip::date(ui, texts, t!(texts, "mission-from"), first, today);
        let until = choice_chip::date(ui, texts, t!(texts, "mission-until"), last, today);
        if let Some(day) = from {
            first = day;
        }
        if let Some(day) = until {
            last = day;
        }
        if from.is_some() || until.is_some() {
            filter.days = between(first, last);
        }
    }

    fn pane(pane: &mut MissionPane, ui: &mut Ui, shared: &mut Shared, id: Id) {
        pane.show(ui, shared, id);
    }

    fn remove(edit: &mut Edit<'_>, id: Id) -> Result<(), StoreError> {
        edit.remove::<Mission>(id)
    }
}

/// The two ends of the days that the list is narrowed to; an end that is open is none.
fn ends(days: Option<Span>) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let first = days.map(|days| days.first).filter(|day| *day != NaiveDate::MIN);
    let last = days.map(|days| days.last).filter(|day| *day != NaiveDate::MAX);
    (first, last)
}

/// The days between two ends, of which any may be open. Ends in the wrong order are exchanged.
fn between(first: Option<NaiveDate>, last: Option<NaiveDate>) -> Option<Span> {
    if first.is_none() && last.is_none() {
        return None;
    }
    let (first, last) = (first.unwrap_or(NaiveDate::MIN), last.unwrap_or(NaiveDate::MAX));
    Some(Span { first: first.min(last), last: first.max(last) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_narrowed_from_either_end() {
        let day = |text: &str| text.parse::<NaiveDate>().ok();
        for (first, last) in
            [(day("2027-01-01"), None), (None, day("2027-06-30")), (day("2027-01-01"), day("2027-06-30"))]
        {
            assert_eq!(ends(between(first, last)), (first, last));
        }
        assert_eq!(between(None, None), None);
        assert_eq!(ends(between(day("2027-06-30"), day("2027-01-01"))), (day("2027-01-01"), day("2027-06-30")));
    }
}
