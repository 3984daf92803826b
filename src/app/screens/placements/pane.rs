//! The pane of one placement.

use super::candidates::CandidatesTab;
use super::shown::{Shown, read};
use super::{profile, requirements, words};
use crate::app::loaded::Loaded;
use crate::app::screens::guidance::GuidanceTab;
use crate::app::screens::record::{Fields, Finder, HistoryTab, layout, mission_row};
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::widgets::tabs::Tab;
use crate::app::widgets::{Button, Tone, form};
use crate::domain::{Id, Kind};
use crate::t;
use egui::Ui;

const CANDIDATES: usize = 2;

/// What the pane of a placement remembers.
#[derive(Default)]
pub struct PlacementPane {
    of: Option<Id>,
    tab: usize,
    shown: Loaded<Id, Option<Shown>>,
    open_part: Option<Id>,
    organisation: Finder,
    candidates: CandidatesTab,
    guidance: GuidanceTab,
    history: HistoryTab,
}

impl PlacementPane {
    /// Shows the pane of a placement.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared, id: Id) {
        let shown = match self.shown.exact(&mut shared.desk, &id, read) {
            Some(Some(shown)) => shown,
            Some(None) => return layout::gone(ui, &shared.texts),
            None => return,
        };
        let (placement, texts) = (&shown.detail.placement, &shared.texts);
        if self.of.replace(id) != Some(id) && placement.title == t!(texts, "new-placement-title") {
            self.tab = 0; // a new one is first of all filled in
        }
        layout::head(ui, texts, &mut shared.acts, &placement.title, &head_line(texts, shown));
        let names = [
            t!(texts, "tab-profile"),
            t!(texts, "placement-requirements"),
            t!(texts, "placement-candidates"),
            t!(texts, "placement-missions"),
            t!(texts, "guidance-tab"),
            t!(texts, "tab-history"),
        ]
        .map(str::to_owned);
        let tabs = [
            Tab::new(&names[0]),
            Tab::new(&names[1]).count(shown.detail.requirements.len(), Tone::Neutral),
            Tab::new(&names[2]),
            Tab::new(&names[3]).count(shown.missions.len(), Tone::Neutral),
            Tab::new(&names[4]),
            Tab::new(&names[5]),
        ];
        let (open_part, finder) = (&mut self.open_part, &mut self.organisation);
        let (candidates, guidance, history) = (&mut self.candidates, &mut self.guidance, &mut self.history);
        let mut to_candidates = false;
        layout::tabbed(ui, id, &tabs, &mut self.tab, |ui, tab| match tab {
            0 => profile::show(ui, &mut Fields::of(shared, id), finder, shown, open_part),
            1 => requirements::show(ui, &mut Fields::of(shared, id), &shown.detail.requirements, open_part),
            CANDIDATES => candidates.show(ui, shared, shown),
            3 => to_candidates = missions(ui, shared, shown),
            4 => guidance.show(ui, shared, id, None),
            _ => history.show(ui, shared, Kind::Placement, id),
        });
        if to_candidates {
            self.tab = CANDIDATES;
        }
        self.candidates.dialog(ui, shared, shown);
    }
}

fn head_line(texts: &Texts, shown: &Shown) -> String {
    let placement = &shown.detail.placement;
    let free = t!(texts, "placement-free-places", free = shown.detail.free_places(), places = placement.places);
    let start = words::start_window(texts, placement.start_from, placement.start_until);
    let weeks = words::weeks(texts, placement.weeks_least, placement.weeks_most);
    let weeks = if weeks.is_empty() { weeks } else { t!(texts, "placement-weeks-line", weeks = weeks) };
    let parts = [
        placement.reference.as_str(),
        &shown.organisation_name,
        &placement.duty_station,
        texts.country(placement.country),
        &free,
        &start,
        &weeks,
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The missions in the placement; a click opens one. Gives back whether the candidates are wanted.
fn missions(ui: &mut Ui, shared: &mut Shared, shown: &Shown) -> bool {
    let texts = &shared.texts;
    if shown.missions.is_empty() {
        form::weak(ui, t!(texts, "placement-no-missions"));
        return ui.add(Button::link(t!(texts, "placement-see-candidates"))).clicked();
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    for (mission, name) in &shown.missions {
        mission_row::show(ui, shared, mission, name);
    }
    false
}
