//! The pane of one mission.

use super::shown::{Shown, read};
use super::{milestones, onward, overview, reports, stage, words};
use crate::app::loaded::Loaded;
use crate::app::screens::guidance::GuidanceTab;
use crate::app::screens::record::{Fields, HistoryTab, layout};
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::widgets::Tone;
use crate::app::widgets::tabs::Tab;
use crate::domain::text::joined;
use crate::domain::{Id, Kind};
use crate::t;
use egui::Ui;

const STAGE: usize = 1;
const REPORTS: usize = 4;

/// What the pane of a mission remembers.
#[derive(Default)]
pub struct MissionPane {
    tab: usize,
    shown: Loaded<Id, Option<Shown>>,
    open_part: Option<Id>,
    overview: overview::OverviewTab,
    stage: stage::StageTab,
    onward: onward::OnwardTab,
    guidance: GuidanceTab,
    reports: reports::ReportsTab,
    history: HistoryTab,
}

impl MissionPane {
    /// Shows the pane of a mission.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared, id: Id) {
        self.reports.hear(shared);
        let shown = match self.shown.exact(&mut shared.desk, &id, read) {
            Some(Some(shown)) => shown,
            Some(None) => return layout::gone(ui, &shared.texts),
            None => return,
        };
        if self.stage.has_ended(id) {
            self.tab = REPORTS;
            self.open_part = reports::to_be_written(&shown.detail);
        }
        let (texts, today) = (&shared.texts, shared.today());
        layout::head(ui, texts, &mut shared.acts, &shown.volunteer.full_name, &head_line(texts, shown));
        let names = [
            t!(texts, "mission-tab"),
            t!(texts, "mission-stage"),
            t!(texts, "mission-onward"),
            t!(texts, "mission-milestones"),
            t!(texts, "mission-reports-and-absences"),
            t!(texts, "tab-history"),
        ]
        .map(str::to_owned);
        let (open, overdue) = milestones::open(&shown.detail, today);
        let tone = if overdue > 0 { Tone::Bad } else { Tone::Neutral };
        let tabs = [
            Tab::new(&names[0]),
            Tab::new(&names[STAGE]),
            Tab::new(&names[2]).count(shown.detail.extensions.len(), Tone::Neutral),
            Tab::new(&names[3]).count(if overdue > 0 { overdue } else { open }, tone),
            Tab::new(&names[REPORTS]).count(shown.detail.reports.len() + shown.detail.absences.len(), Tone::Neutral),
            Tab::new(&names[5]),
        ];
        let (open_part, overview, guidance) = (&mut self.open_part, &mut self.overview, &mut self.guidance);
        let (stage, onward, history) = (&mut self.stage, &mut self.onward, &mut self.history);
        let reports = &mut self.reports;
        let mut to_early_end = false;
        layout::tabbed(ui, id, &tabs, &mut self.tab, |ui, tab| match tab {
            0 => {
                to_early_end = overview.show(ui, &mut Fields::of(shared, id), shown);
                guidance.show(ui, shared, shown.placement.id, Some(id));
            }
            STAGE => stage.show(ui, shared, shown),
            2 => onward.show(ui, shared, shown, open_part),
            3 => milestones::show(ui, &mut Fields::of(shared, id), &shown.detail, open_part),
            REPORTS => reports.show(ui, shared, shown, open_part),
            _ => history.show(ui, shared, Kind::Mission, id),
        });
        if to_early_end {
            self.stage.begin_early_end(shown, today);
            self.tab = STAGE;
        }
    }
}

fn head_line(texts: &Texts, shown: &Shown) -> String {
    let mission = &shown.detail.mission;
    let days = words::days(texts, mission.days());
    let country = texts.country(shown.placement.country);
    joined(&[&mission.reference, &shown.placement.title, country, &days, texts.stage(mission.stage).0])
}
