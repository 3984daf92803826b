//! The candidates for a placement, ranked, with what speaks for and against each; beneath them those who nearly fit.

use super::place::PlaceDialog;
use super::shown::Shown;
use crate::app::loaded::Loaded;
use crate::app::screens::pair::{comparison, funnel, reasons};
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::theme::{Icon, colors, measure};
use crate::app::widgets::{Button, RowButton, Tone, form, frames};
use crate::domain::placement::Placement;
use crate::domain::span::Span;
use crate::domain::{Id, Kind};
use crate::exchange::candidates::candidates;
use crate::matching::Candidate;
use crate::matching::candidates::{Against, Candidates};
use crate::store::{OfficeFile, StoreError};
use crate::t;
use egui::{Align, Layout, Response, Ui, vec2};

/// Candidates shown at first, and how many more at each press of the button.
const PAGE: usize = 20;

/// What the tab of candidates remembers.
#[derive(Default)]
pub struct CandidatesTab {
    found: Loaded<Id, Option<Candidates>>,
    /// The placement that the rest is about.
    of: Option<Id>,
    chosen: Option<Id>,
    /// Whom to bring into view in the list, after a look at them.
    back_to: Option<Id>,
    /// The comparison begins at its top, wherever the list was.
    to_top: bool,
    shown: usize,
    dialog: Option<PlaceDialog>,
    placed: Option<Placed>,
}

/// A mission just made from here.
struct Placed {
    mission: Id,
    name: String,
    days: Span,
}

fn read(file: &mut OfficeFile, id: &Id) -> Result<Option<Candidates>, StoreError> {
    // Undone, the placement may be gone.
    if file.find::<Placement>(*id)?.is_none() { Ok(None) } else { candidates(file, *id).map(Some) }
}

impl CandidatesTab {
    /// Shows the candidates, or the one chosen beside the placement.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared, placement: &Shown) {
        let id = placement.detail.placement.id;
        if self.of != Some(id) {
            (self.of, self.chosen, self.back_to, self.placed, self.shown) = (Some(id), None, None, None, PAGE);
        }
        let Some(Some(found)) = self.found.exact(&mut shared.desk, &id, read) else {
            looking(ui, shared);
            return;
        };
        self.placed = self.placed.take().filter(|placed| {
            // Undone, it is gone; until the pane has read it, it is not there yet.
            placement.missions.iter().any(|(mission, _)| mission.id == placed.mission) || !shared.desk.is_idle()
        });
        if let Some(placed) = &self.placed
            && placed_card(ui, shared, placed)
        {
            self.placed = None;
        }
        let mut everyone = found.fitting.iter().chain(&found.nearest);
        let chosen = self.chosen.and_then(|id| everyone.find(|candidate| candidate.volunteer == id));
        match chosen {
            Some(candidate) => {
                if std::mem::take(&mut self.to_top) {
                    ui.scroll_to_cursor(Some(Align::TOP));
                }
                match comparison::show(ui, shared, candidate, &placement.detail.placement) {
                    Some(comparison::Asked::Back) => self.back_to = self.chosen.take(),
                    Some(comparison::Asked::Place) => self.dialog = Some(PlaceDialog::new(candidate, id)),
                    None => {}
                }
            }
            None => {
                funnel::show(ui, &shared.texts, found);
                let mut list = List {
                    texts: &shared.texts,
                    found,
                    placement: &placement.detail.placement,
                    back_to: self.back_to.take(),
                    chosen: None,
                };
                list.show(ui, &mut self.shown);
                (self.chosen, self.to_top) = (list.chosen, list.chosen.is_some());
            }
        }
    }

    /// The dialog that places a candidate, while it is open.
    pub fn dialog(&mut self, ui: &Ui, shared: &mut Shared, placement: &Shown) {
        let Some(dialog) = &mut self.dialog else { return };
        if dialog.placement() != placement.detail.placement.id {
            self.dialog = None;
            return;
        }
        if dialog.show(ui.ctx(), shared, placement) {
            self.dialog = None;
            return;
        }
        if let Some((mission, name, days)) = dialog.placed() {
            self.placed = Some(Placed { mission, name, days });
            (self.dialog, self.chosen) = (None, None);
        }
    }
}

/// While the people are being looked at.
fn looking(ui: &mut Ui, shared: &Shared) {
    let texts = &shared.texts;
    let people = shared.desk.office().map_or(0, |office| office.counts[0]);
    ui.add_space(measure::GAP);
    ui.horizontal(|ui| {
        ui.add(egui::Spinner::new().size(16.0).color(colors(ui).accent));
        form::weak(ui, &t!(texts, "candidates-looking", count = people));
    });
}

/// What says that a mission was made, and leads to it. Gives back whether it is to go.
fn placed_card(ui: &mut Ui, shared: &mut Shared, placed: &Placed) -> bool {
    let texts = &shared.texts;
    let mut close = false;
    frames::card(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let (first, last) = (texts.date(placed.days.first), texts.date(placed.days.last));
        let said = t!(texts, "candidates-placed", name = placed.name.as_str(), first = first, last = last);
        ui.horizontal_top(|ui| {
            let room = ui.available_width() - measure::BUTTON - 2.0 * measure::GAP;
            ui.allocate_ui_with_layout(vec2(room, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(room);
                ui.label(said);
            });
            close = ui.add(Button::icon(Icon::Cross, t!(texts, "candidates-close-note"))).clicked();
        });
        ui.horizontal_wrapped(|ui| {
            if ui.add(Button::link(t!(texts, "candidates-show-month"))).clicked() {
                shared.acts.push(Act::ShowMonth(placed.days.first));
            }
            if ui.add(Button::link(t!(texts, "candidates-open-mission"))).clicked() {
                shared.acts.push(Act::Open(Kind::Mission, placed.mission));
            }
        });
    });
    ui.add_space(measure::GAP);
    close
}

/// Those who fit and those who nearly do.
struct List<'a> {
    texts: &'a Texts,
    found: &'a Candidates,
    placement: &'a Placement,
    back_to: Option<Id>,
    /// Whom a person has chosen in this frame.
    chosen: Option<Id>,
}

impl List<'_> {
    fn show(&mut self, ui: &mut Ui, shown: &mut usize) {
        let (texts, found) = (self.texts, self.found);
        form::section(ui, &t!(texts, "candidates-fitting", count = found.fitting_count));
        if found.unsure_count > 0 {
            form::weak(ui, &t!(texts, "candidates-unsure", count = found.unsure_count));
        }
        if found.fitting.is_empty() {
            form::weak(ui, t!(texts, "candidates-nobody"));
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        found.fitting.iter().take(*shown).for_each(|candidate| self.row(ui, candidate));
        if *shown < found.fitting.len() {
            ui.add_space(4.0);
            if ui.add(Button::outlined(t!(texts, "candidates-more"))).clicked() {
                *shown += PAGE;
            }
        } else if found.fitting.len() < found.fitting_count {
            form::note(ui, &t!(texts, "candidates-best", count = found.fitting.len()));
        }
        if !found.nearest.is_empty() {
            ui.add_space(measure::GAP);
            form::section(ui, &t!(texts, "candidates-nearest", count = found.nearest_count));
            found.nearest.iter().take(PAGE).for_each(|candidate| self.row(ui, candidate));
        }
    }

    fn row(&mut self, ui: &mut Ui, candidate: &Candidate) {
        let response = row(ui, self.texts, candidate, self.placement);
        if response.clicked() {
            self.chosen = Some(candidate.volunteer);
        }
        if self.back_to == Some(candidate.volunteer) {
            response.scroll_to_me(Some(Align::Center));
            response.request_focus();
        }
    }
}

/// One candidate: name and fit, when, what speaks for and what speaks against. For one who does not fit, all that
/// decides against.
fn row(ui: &mut Ui, texts: &Texts, candidate: &Candidate, placement: &Placement) -> Response {
    let fit = candidate.fit.to_string();
    let when = reasons::free(texts, candidate.days);
    let speaks_for = candidate.reason_for().map(|line| reasons::because(texts, &line.because)).unwrap_or_default();
    let failed: Vec<String> =
        candidate.failed().map(|finding| reasons::sides(texts, finding, placement).line(texts)).collect();
    let (against, tone) = match candidate.reason_against() {
        Some(Against::Finding(finding)) => {
            let tone = reasons::verdict(texts, finding).1;
            (reasons::sides(texts, finding, placement).line(texts), tone)
        }
        Some(Against::Line(line)) => (reasons::because(texts, &line.because), Tone::Neutral),
        None => (String::new(), Tone::Neutral),
    };
    let mut row = RowButton::new(&candidate.name).right(&fit).note(&when);
    if failed.is_empty() {
        row = row.marked_note(Icon::Check, Tone::Good, &speaks_for).marked_note(Icon::Minus, tone, &against);
    }
    for reason in &failed {
        row = row.marked_note(Icon::Cross, Tone::Bad, reason);
    }
    ui.push_id(candidate.volunteer, |ui| ui.add(row)).inner
}
