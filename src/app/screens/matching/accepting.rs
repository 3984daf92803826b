//! The dialog in which matches of the plan become proposals: all of them, or those that are ticked, in one edit.

use super::shown::Overview;
use crate::app::sent::Sent;
use crate::app::shared::Shared;
use crate::app::widgets::{Answer, DateField, Modal, form};
use crate::domain::Id;
use crate::store::{Done, Proposal};
use crate::t;
use chrono::{Days, NaiveDate};
use egui::{Context, ScrollArea};

/// The dialog.
pub struct Accepting {
    lines: Vec<Line>,
    until: Option<NaiveDate>,
    sent: Sent<()>,
}

struct Line {
    text: String,
    proposal: Proposal,
    chosen: bool,
}

impl Accepting {
    /// The matches of a plan; those with open questions are not ticked at first.
    pub fn new(overview: &Overview, reserve_days: u16, shared: &Shared) -> Self {
        let texts = &shared.texts;
        let name = |id: &Id| overview.names.get(id).cloned().unwrap_or_default();
        let line = |found: &crate::matching::plan::Match| {
            let (first, fit) = (texts.date(found.days.first), found.fit);
            let (who, place) = (name(&found.volunteer), name(&found.placement));
            let mut text = t!(texts, "matching-accept-line", who = who, placement = place, day = first, fit = fit);
            if found.questions > 0 {
                text = format!("{text}, {}", t!(texts, "candidates-questions", count = found.questions));
            }
            Line {
                text,
                proposal: Proposal {
                    volunteer: found.volunteer,
                    placement: found.placement,
                    days: found.days,
                    reason: String::new(),
                    reserved_until: None,
                },
                chosen: found.questions == 0,
            }
        };
        let until = shared.today().checked_add_days(Days::new(reserve_days.into()));
        Self { lines: overview.plan.matches.iter().map(line).collect(), until, sent: Sent::default() }
    }

    /// Shows it; true when it has ended.
    pub fn show(&mut self, ctx: &Context, shared: &mut Shared) -> bool {
        if self.sent.done(&shared.desk).is_some() {
            return true;
        }
        let today = shared.today();
        let texts = &shared.texts;
        let chosen = self.lines.iter().filter(|line| line.chosen).count();
        let confirm = t!(texts, "matching-propose-many", count = chosen);
        let dialog = Modal::new("accepting", t!(texts, "matching-accept-title"), &confirm)
            .can_confirm(chosen > 0 && !self.sent.is_under_way())
            .width(620.0);
        let ((), answer) = dialog.show(ctx, texts, |ui| {
            form::row(ui, t!(texts, "matching-until"), |ui| {
                if let Some(until) = DateField::new("accept until", self.until, today).show(ui, texts).committed {
                    self.until = until;
                }
            });
            let mut all = chosen == self.lines.len();
            if form::checkbox(ui, t!(texts, "matching-accept-all"), &mut all).clicked() {
                self.lines.iter_mut().for_each(|line| line.chosen = all);
            }
            let height = crate::app::theme::measure::FIELD;
            ScrollArea::vertical().max_height(300.0).auto_shrink([false, true]).show_rows(
                ui,
                height,
                self.lines.len(),
                |ui, rows| {
                    for line in self.lines.get_mut(rows).into_iter().flatten() {
                        form::checkbox(ui, &line.text, &mut line.chosen);
                    }
                },
            );
        });
        match answer {
            Some(Answer::Confirmed) => self.accept(shared),
            Some(Answer::Cancelled) => return true,
            None => {}
        }
        false
    }

    fn accept(&mut self, shared: &mut Shared) {
        let until = self.until;
        let proposals: Vec<Proposal> = self
            .lines
            .iter()
            .filter(|line| line.chosen)
            .map(|line| Proposal { reserved_until: until, ..line.proposal.clone() })
            .collect();
        self.sent.wait_for(shared.desk.edit(move |file| {
            let done = file.accept(&proposals)?;
            Ok(Done { value: (), changes: done.changes })
        }));
    }
}
