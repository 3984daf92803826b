//! The list at the left: placements with free places by urgency, or people whom the plan gives none.

use super::lines::{Line, Lines};
use super::shown::{PersonLine, PostLine};
use super::{MatchingScreen, View};
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::theme::measure;
use crate::app::widgets::{Cell, Chip, Column, SearchField, Table, TableState, Tone};
use crate::domain::Id;
use crate::domain::text::fold;
use crate::t;
use egui::Ui;

impl MatchingScreen {
    pub(super) fn list(&mut self, ui: &mut Ui, shared: &Shared) {
        let texts = &shared.texts;
        ui.add_space(measure::GAP);
        ui.horizontal(|ui| {
            ui.add_space(measure::GAP);
            for (view, text) in
                [(View::Places, t!(texts, "matching-places")), (View::LeftOut, t!(texts, "matching-left-out"))]
            {
                if Chip::new(text).selected(self.view == view).show(ui).response.clicked() {
                    self.view = view;
                }
            }
        });
        ui.horizontal(|ui| {
            ui.add_space(measure::GAP);
            let id = ui.scope_id().with("matching search");
            SearchField::new(id, &mut self.search, t!(texts, "find-in-list"))
                .width(ui.available_width() - measure::GAP)
                .focus(std::mem::take(&mut self.focus_search))
                .show(ui, texts);
        });
        ui.add_space(4.0);
        let Some(overview) = self.overview.value() else { return };
        let wanted = fold(&self.search);
        match self.view {
            View::Places => {
                let name = t!(texts, "matching-places");
                table(ui, texts, name, &mut self.places, &overview.posts, |line| line.haystack.contains(&wanted));
            }
            View::LeftOut => {
                let name = t!(texts, "matching-left-out");
                table(ui, texts, name, &mut self.people, &overview.left_out, |line| line.haystack.contains(&wanted));
            }
        }
    }
}

/// A table of the lines that are wanted. Filled or closed, what was looked at may no longer be among all: then it is the
/// first.
fn table<L: Line>(
    ui: &mut Ui,
    texts: &Texts,
    name: &str,
    state: &mut TableState<Id>,
    all: &[L],
    is_wanted: impl Fn(&&L) -> bool,
) {
    let lines = Lines { texts, lines: all.iter().filter(is_wanted).collect() };
    lines.choose(state, |id| all.iter().any(|line| line.id() == id));
    let columns = [Column::new("what", "", 120.0).stretch(), Column::new("fit", "", 92.0).at_right()];
    Table::new(("matching", name), name, &columns).two_lines().without_header().show(ui, texts, state, &lines);
}

impl Line for PostLine {
    fn id(&self) -> Id {
        self.id
    }

    fn cell(&self, texts: &Texts, column: &'static str, cell: &mut Cell<'_>) {
        if column == "what" {
            let country = texts.country(self.country);
            // How many are filled comes first: it must not be cut off.
            let filled = format!("{}/{}", self.filled, self.free);
            let parts = [filled.as_str(), &self.station, country].into_iter().filter(|part| !part.is_empty());
            cell.two_lines(&self.title, &parts.collect::<Vec<_>>().join(", "));
        } else {
            let tone = match self.eligible {
                0 => Tone::Bad,
                few if few <= self.free => Tone::Careful,
                _ => Tone::Neutral,
            };
            cell.tag(tone, &t!(texts, "matching-fit-count", count = self.eligible));
        }
    }

    fn label(&self, texts: &Texts) -> String {
        let count = t!(texts, "matching-fit-count", count = self.eligible);
        let filled = t!(texts, "matching-filled", filled = self.filled, free = self.free);
        let parts = [self.title.as_str(), &self.station, &count, &filled];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

impl Line for PersonLine {
    fn id(&self) -> Id {
        self.id
    }

    fn cell(&self, texts: &Texts, column: &'static str, cell: &mut Cell<'_>) {
        if column == "what" {
            cell.two_lines(&self.name, &self.reference);
        } else {
            let tone = if self.possible == 0 { Tone::Neutral } else { Tone::Careful };
            cell.tag(tone, &t!(texts, "matching-posts-count", count = self.possible));
        }
    }

    fn label(&self, texts: &Texts) -> String {
        format!("{}, {}", self.name, t!(texts, "matching-posts-count", count = self.possible))
    }
}
