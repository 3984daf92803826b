//! The dialog in which something is decided about a pair: proposed, pinned, held, or never.

use crate::app::sent::Sent;
use crate::app::shared::Shared;
use crate::app::widgets::{Answer, DateField, Modal, TextField, form};
use crate::domain::Id;
use crate::domain::decision::DecisionKind;
use crate::domain::span::Span;
use crate::store::Proposal;
use crate::t;
use chrono::{Days, NaiveDate};
use egui::Context;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// A mission in stage proposed.
    Propose,
    /// A decision.
    Decide(DecisionKind),
}

/// The dialog for one pair.
pub struct Deciding {
    wish: Wish,
    volunteer: Id,
    placement: Id,
    days: Span,
    title: String,
    until: Option<NaiveDate>,
    reason: String,
    /// A rule decides against the pair: a reason is needed to set it aside.
    against: bool,
    sent: Sent<()>,
}

/// The pair a dialog is about.
pub struct About<'a> {
    pub volunteer: Id,
    pub placement: Id,
    pub name: &'a str,
    pub title: &'a str,
    pub days: Span,
    /// Whether a rule decides against it.
    pub against: bool,
}

impl Deciding {
    /// The dialog; a hold and a proposal end by themselves after some days.
    pub fn new(wish: Wish, about: &About<'_>, reserve_days: u16, shared: &Shared) -> Self {
        let texts = &shared.texts;
        let (name, title) = (about.name, about.title);
        let title = match wish {
            Wish::Propose => t!(texts, "matching-ask-propose", name = name, title = title),
            Wish::Decide(DecisionKind::Pinned) => t!(texts, "matching-ask-pin", name = name, title = title),
            Wish::Decide(DecisionKind::Held) => t!(texts, "matching-ask-hold", name = name, title = title),
            Wish::Decide(DecisionKind::NotHere) => t!(texts, "matching-ask-not-here", name = name, title = title),
            Wish::Decide(DecisionKind::NotAtPartner) => t!(texts, "matching-ask-not-partner", name = name),
        };
        let ends = matches!(wish, Wish::Propose | Wish::Decide(DecisionKind::Held));
        let until = shared.today().checked_add_days(Days::new(reserve_days.into())).filter(|_| ends);
        let (volunteer, placement, days) = (about.volunteer, about.placement, about.days);
        let against =
            about.against && !matches!(wish, Wish::Decide(DecisionKind::NotHere | DecisionKind::NotAtPartner));
        Self { wish, volunteer, placement, days, title, until, reason: String::new(), against, sent: Sent::default() }
    }

    /// Shows it; true when it has ended.
    pub fn show(&mut self, ctx: &Context, shared: &mut Shared) -> bool {
        if self.sent.done(&shared.desk).is_some() {
            return true;
        }
        let today = shared.today();
        let (texts, title) = (&shared.texts, self.title.clone());
        let confirm = match self.wish {
            Wish::Propose => t!(texts, "matching-propose"),
            Wish::Decide(_) => t!(texts, "matching-decide"),
        };
        let ready = !self.against || !self.reason.trim().is_empty();
        let dialog = Modal::new("deciding", &title, confirm).can_confirm(ready && !self.sent.is_under_way());
        let ((), answer) = dialog.show(ctx, texts, |ui| {
            if self.against {
                form::weak(ui, t!(texts, "matching-against"));
            }
            if self.wish == Wish::Propose {
                let (first, last) = (texts.date(self.days.first), texts.date(self.days.last));
                form::weak(ui, &t!(texts, "matching-days", first = first, last = last));
            }
            form::row(ui, t!(texts, "matching-reason"), |ui| {
                let field = TextField::new("matching reason", &self.reason).each_key();
                if let Some(reason) = field.show(ui).committed {
                    self.reason = reason;
                }
            });
            form::row(ui, t!(texts, "matching-until"), |ui| {
                if let Some(until) = DateField::new("matching until", self.until, today).show(ui, texts).committed {
                    self.until = until;
                }
            });
        });
        match answer {
            Some(Answer::Confirmed) => self.decide(shared),
            Some(Answer::Cancelled) => return true,
            None => {}
        }
        false
    }

    fn decide(&mut self, shared: &mut Shared) {
        let (volunteer, placement, until, reason) = (self.volunteer, self.placement, self.until, self.reason.clone());
        let days = self.days;
        self.sent.wait_for(match self.wish {
            Wish::Propose => shared.desk.edit(move |file| {
                let proposal = Proposal { volunteer, placement, days, reason, reserved_until: until };
                file.accept(&[proposal]).map(|done| crate::store::Done { value: (), changes: done.changes })
            }),
            Wish::Decide(kind) => shared.desk.edit(move |file| {
                let done = file.decide(placement, volunteer, kind, until, &reason)?;
                Ok(crate::store::Done { value: (), changes: done.changes })
            }),
        });
    }
}
