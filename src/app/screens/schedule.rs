//! What calendar and timeline narrow missions to: one choice for all of them, so that changing the view keeps it.

use crate::app::screens::record::Choices;
use crate::app::texts::Texts;
use crate::app::widgets::{Button, SearchField, choice_chip};
use crate::domain::mission::Stage;
use crate::domain::reference::Country;
use crate::domain::span::Span;
use crate::store::lists::{MissionFilter, MissionRow, MissionSort, Query};
use crate::t;
use egui::{Id, Ui};

/// Missions that nobody reckons with any more are shown only when they are asked for.
const USUAL_STAGES: [Stage; 8] = [
    Stage::Proposed,
    Stage::WithPartner,
    Stage::Offered,
    Stage::Accepted,
    Stage::Preparing,
    Stage::Serving,
    Stage::Completed,
    Stage::EndedEarly,
];

/// What missions are narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filters {
    /// Words that all must be found.
    pub search: String,
    /// Any of these stages; none chosen means all that are still reckoned with.
    pub stages: Vec<Stage>,
    /// Any of these countries.
    pub countries: Vec<Country>,
}

impl Filters {
    /// Shows the search field and the chips. `focus` puts the keyboard into the field.
    pub fn show(&mut self, ui: &mut Ui, texts: &Texts, focus: bool) {
        SearchField::new(Id::unique("calendar search"), &mut self.search, t!(texts, "calendar-find"))
            .width(200.0)
            .focus(focus)
            .show(ui, texts);
        let stages: Vec<(Stage, &str)> = Stage::ALL.iter().map(|stage| (*stage, texts.stage(*stage).0)).collect();
        if let Some(stages) = choice_chip::several(ui, texts, t!(texts, "calendar-stage"), &stages, &self.stages) {
            self.stages = stages;
        }
        let countries = &Choices::of(texts.tongue()).countries;
        let chosen = &self.countries;
        if let Some(countries) = choice_chip::several(ui, texts, t!(texts, "calendar-country"), countries, chosen) {
            self.countries = countries;
        }
    }

    /// Shows the link that takes all of it away, where there is anything.
    pub fn show_clear(&mut self, ui: &mut Ui, texts: &Texts) {
        if *self != Self::default() && ui.add(Button::link(t!(texts, "filter-clear"))).clicked() {
            *self = Self::default();
        }
    }

    /// The missions asked for, with at least one day in `days` where that is given, by their first days.
    pub fn query(&self, days: Option<Span>) -> Query<MissionRow> {
        let stages = if self.stages.is_empty() { USUAL_STAGES.to_vec() } else { self.stages.clone() };
        let filter = MissionFilter { stages, countries: self.countries.clone(), days, ..MissionFilter::default() };
        Query { search: self.search.trim().to_owned(), filter, sort: MissionSort::First, descending: false }
    }
}
