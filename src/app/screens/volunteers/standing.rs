//! Where a volunteer stands with the organisation: now, how it came to that, and saying that it has changed. Steps are
//! added, never overwritten.

use crate::app::screens::record::words::choices;
use crate::app::screens::record::{Fields, layout};
use crate::app::widgets::{Button, DateField, Select, Tag, TextField, form};
use crate::domain::volunteer::{Standing, StandingStep, Volunteer};
use crate::store::Op;
use crate::t;
use chrono::NaiveDate;
use egui::Ui;

/// What the part remembers: whether it is open, and what has been said so far.
#[derive(Default)]
pub(super) struct StandingPart {
    open: bool,
    next: Option<Standing>,
    since: Option<NaiveDate>,
    reason: String,
}

impl StandingPart {
    /// Shows where the person stands; open, the steps to it and the form for the next.
    pub fn show(&mut self, ui: &mut Ui, fields: &mut Fields<'_, Volunteer>, now: Standing, steps: &[StandingStep]) {
        let texts = fields.texts;
        form::row(ui, &layout::label(t!(texts, "field-volunteer-standing")), |ui| {
            ui.horizontal_wrapped(|ui| {
                let (word, tone) = texts.standing(now);
                ui.add(Tag::new(tone, word));
                if let Some(step) = steps.last() {
                    form::note(ui, &t!(texts, "standing-since", day = texts.date(step.since)));
                }
                let key = if self.open { t!(texts, "standing-close") } else { t!(texts, "standing-change") };
                if ui.add(Button::link(key)).clicked() {
                    *self = Self { open: !self.open, ..Self::default() };
                }
            });
        });
        if !self.open {
            return;
        }
        self.form(ui, fields, now);
        for step in steps.iter().rev() {
            let word = texts.standing(step.standing).0;
            let line = t!(texts, "standing-step", day = texts.date(step.since), standing = word);
            let line = if step.reason.is_empty() { line } else { format!("{line}: {}", step.reason) };
            form::row(ui, "", |ui| form::note(ui, &line));
        }
    }

    fn form(&mut self, ui: &mut Ui, fields: &mut Fields<'_, Volunteer>, now: Standing) {
        let (texts, id, today) = (fields.texts, fields.id, fields.today);
        let others: Vec<Standing> = Standing::ALL.iter().copied().filter(|standing| *standing != now).collect();
        let words = choices(&others, |standing| texts.standing(standing).0);
        let name = t!(texts, "standing-next");
        form::row(ui, name, |ui| {
            let field = Select::new((id, "next standing"), &words, self.next.as_ref()).name(name);
            if let Some(chosen) = field.show(ui, texts).committed {
                self.next = chosen;
            }
        });
        let name = t!(texts, "standing-from");
        form::row(ui, name, |ui| {
            let field = DateField::new((id, "standing since"), Some(self.since.unwrap_or(today)), today);
            if let Some(day) = field.name(name).required().show(ui, texts).committed {
                self.since = day;
            }
        });
        let name = t!(texts, "standing-reason");
        form::row(ui, name, |ui| {
            let field = TextField::new((id, "standing reason"), &self.reason).name(name).each_key();
            if let Some(text) = field.show(ui).committed {
                self.reason = text;
            }
        });
        let since = self.since.unwrap_or(today);
        form::row(ui, "", |ui| {
            if since > today {
                form::note(ui, t!(texts, "standing-to-come"));
            }
            let say = Button::outlined(t!(texts, "standing-say"));
            if ui.add_enabled(self.next.is_some() && since <= today, say).clicked()
                && let Some(standing) = self.next
            {
                let reason = std::mem::take(&mut self.reason);
                drop(
                    fields.desk.edit(move |file| file.edit(Op::Auto, |edit| edit.stand(id, standing, since, &reason))),
                );
                *self = Self { open: true, ..Self::default() };
            }
        });
    }
}
