//! What a bar of the timeline stands for: what it is called, where it leads, what hovering shows.

use super::chart::What;
use super::layout::Bar;
use super::paint;
use super::reading::{Read, days_of};
use super::scale::day;
use crate::app::screens::mission_bar;
use crate::app::shared::{Act, Shared};
use crate::app::widgets::form;
use crate::domain::{Id, Kind};
use crate::store::lists::{MissionFilter, MissionRow, PlacementFilter, PlacementRow};
use crate::t;
use egui::Ui;

/// What a bar stands for.
#[derive(Clone, Copy)]
pub enum Subject<'a> {
    /// A mission.
    Mission(&'a MissionRow),
    /// Free places of a placement.
    Opening(&'a PlacementRow),
    /// Several that are too narrow each.
    Several(&'a Bar),
    /// Only while the list is being read again.
    Nothing,
}

impl<'a> Subject<'a> {
    /// What a bar stands for.
    pub fn of(bar: &'a Bar, read: &'a Read) -> Self {
        if bar.count() > 1 {
            return Self::Several(bar);
        }
        match read.chart.piece(bar.pieces.start).what {
            What::Mission(place) => read.missions.get(place as usize).map_or(Self::Nothing, Self::Mission),
            What::Opening(place) => read.openings.get(place as usize).map_or(Self::Nothing, Self::Opening),
        }
    }

    /// The mission, where it is one.
    pub fn mission(self) -> Option<Id> {
        if let Self::Mission(row) = self { Some(row.id) } else { None }
    }

    /// The widget: the same for the same record in every frame, so that the keyboard stays with it.
    pub fn widget(self) -> egui::Id {
        match self {
            Self::Mission(row) => egui::Id::unique(("timeline mission", row.id)),
            Self::Opening(row) => egui::Id::unique(("timeline opening", row.id)),
            Self::Several(bar) => egui::Id::unique(("timeline several", bar.pieces.start)),
            Self::Nothing => egui::Id::unique("timeline nothing"),
        }
    }

    /// What a screen reader says of it.
    pub fn name(self, read: &Read, shared: &Shared) -> String {
        let texts = &shared.texts;
        match self {
            Self::Mission(row) => mission_bar::name(row, texts),
            Self::Opening(row) => paint::opening_name(row, days_of(row, shared.today()), texts),
            Self::Several(bar) => {
                let first = read.chart.piece(bar.pieces.start).first;
                let last = read.chart.piece(bar.pieces.end - 1).last;
                let days = t!(texts, "calendar-days", first = texts.date(day(first)), last = texts.date(day(last)));
                format!("{}, {days}", t!(texts, "calendar-missions", count = bar.count()))
            }
            Self::Nothing => String::new(),
        }
    }

    /// Leads to the record, or to the list of several.
    pub fn open(self, read: &Read, acts: &mut Vec<Act>) {
        match self {
            Self::Mission(row) => acts.push(Act::Open(Kind::Mission, row.id)),
            Self::Opening(row) => acts.push(Act::Open(Kind::Placement, row.id)),
            Self::Several(bar) => {
                let (mut missions, mut placements) = (Vec::new(), Vec::new());
                for place in bar.pieces.clone() {
                    match read.chart.piece(place).what {
                        What::Mission(place) => missions.extend(read.missions.get(place as usize).map(|row| row.id)),
                        What::Opening(place) => placements.extend(read.openings.get(place as usize).map(|row| row.id)),
                    }
                }
                missions.sort_unstable();
                placements.sort_unstable();
                acts.push(if missions.is_empty() {
                    Act::ListPlacements(PlacementFilter { ids: placements, ..PlacementFilter::default() })
                } else {
                    Act::ListMissions(MissionFilter { ids: missions, ..MissionFilter::default() })
                });
            }
            Self::Nothing => {}
        }
    }

    /// What hovering over it shows.
    pub fn details(self, ui: &mut Ui, read: &Read, overlap: u32, shared: &Shared) {
        let texts = &shared.texts;
        match self {
            Self::Mission(row) => {
                mission_bar::details(ui, row, texts);
                if overlap > 0 {
                    form::note(ui, &t!(texts, "timeline-handover", days = overlap));
                }
                form::note(ui, t!(texts, "timeline-hint-bar"));
            }
            Self::Opening(_) | Self::Several(_) => {
                ui.set_max_width(320.0);
                ui.label(self.name(read, shared));
            }
            Self::Nothing => {}
        }
    }
}
