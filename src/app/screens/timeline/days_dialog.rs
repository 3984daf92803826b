//! The days of a mission, typed: the way to move it without dragging.

use super::moving::{Moving, Verdict};
use crate::app::screens::missions::Shown;
use crate::app::screens::record::layout::{label, remark};
use crate::app::texts::Texts;
use crate::app::theme::Icon;
use crate::app::widgets::{self, DateField, Modal, form};
use crate::domain::span::Span;
use crate::t;
use chrono::NaiveDate;
use egui::Context;

/// The dialog.
pub struct DaysDialog {
    /// What is asked for so far.
    pub moving: Moving,
    name: String,
}

/// How the dialog goes on.
pub enum Answer {
    /// It stays open.
    Open,
    /// The days are to be had.
    Confirmed,
    /// All stays as it was.
    Cancelled,
}

impl DaysDialog {
    /// The dialog for a mission, which is called `name`.
    pub fn new(moving: Moving, name: String) -> Self {
        Self { moving, name }
    }

    /// Shows it.
    pub fn show(&mut self, ctx: &Context, texts: &Texts, shown: Option<&Shown>, today: NaiveDate) -> Answer {
        let verdict = Verdict::of(shown, self.moving.to, texts);
        let can = self.moving.is_change() && !verdict.is_refused();
        let modal = Modal::new("timeline days", t!(texts, "timeline-move-title"), t!(texts, "timeline-move"));
        let ((), answer) = modal.can_confirm(can).show(ctx, texts, |ui| {
            form::weak(ui, &self.name);
            ui.add_space(4.0);
            let Span { first, last } = self.moving.to;
            let id = self.moving.mission;
            let field = DateField::new((id, "first"), Some(first), today).required();
            let first_label = label(t!(texts, "field-mission-first"));
            if let Some(Some(day)) = form::row(ui, &first_label, |ui| field.show(ui, texts)).committed {
                self.moving.to.first = day;
            }
            let field = DateField::new((id, "last"), Some(last), today).base(first).required();
            let last_label = label(t!(texts, "field-mission-last"));
            if let Some(Some(day)) = form::row(ui, &last_label, |ui| field.show(ui, texts)).committed {
                self.moving.to.last = day;
            }
            if first <= last {
                let weeks = t!(texts, "calendar-weeks", weeks = self.moving.to.weeks());
                form::shown(ui, t!(texts, "mission-length"), &weeks);
            }
            if let Some((text, tone)) = verdict.said() {
                let icon = if verdict.is_refused() { Icon::Cross } else { Icon::Warning };
                remark(ui, icon, tone, text);
            }
        });
        match answer {
            None => Answer::Open,
            Some(widgets::Answer::Confirmed) => Answer::Confirmed,
            Some(widgets::Answer::Cancelled) => Answer::Cancelled,
        }
    }
}
