//! The reports that missions owe, one line each, which opens to its fields.

use super::offset;
use crate::app::screens::record::words::choices;
use crate::app::screens::record::{Entry, layout};
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::theme::Icon;
use crate::app::widgets::{Button, Select, TextField, Tone, form, frames};
use crate::domain::Id;
use crate::domain::milestones::{Anchor, Offset, Unit};
use crate::domain::mission::ReportKind;
use crate::domain::office::Office;
use crate::domain::reporting::{ReportSchedule, ScheduledReport};
use crate::t;
use egui::Ui;

/// What the card remembers.
#[derive(Default)]
pub(super) struct ReportingCard {
    open: Option<Id>,
}

impl ReportingCard {
    /// Shows the card; what is changed is an edit of its own.
    pub(super) fn show(&mut self, ui: &mut Ui, shared: &mut Shared, office: &Office) {
        let texts = &shared.texts;
        let mut all = office.reporting.clone();
        frames::titled_card(ui, t!(texts, "settings-reporting"), |ui| {
            form::weak(ui, t!(texts, "settings-reporting-text"));
            let mut removed = None;
            for (place, report) in all.0.iter_mut().enumerate() {
                let note = note(texts, report);
                // Lines are known by their place, for they have no id of their own.
                let id = line(place);
                let entry =
                    Entry::new(texts.report_kind(report.kind)).note(&note).tag(Tone::Neutral, &report.programme);
                // Fields change the report that will be; the line shows the one that is.
                let mut wanted = report.clone();
                let done =
                    entry.show(ui, texts, id, &mut self.open, |ui| fields(ui, texts, (office.id, place), &mut wanted));
                *report = wanted;
                if done.removed {
                    removed = Some(place);
                }
            }
            if let Some(place) = removed {
                all.0.remove(place);
                self.open = None;
            }
            ui.add_space(4.0);
            ui.horizontal(|ui| {
                if ui.add(Button::outlined(t!(texts, "settings-add-report")).with_icon(Icon::Plus)).clicked() {
                    self.open = Some(line(all.0.len()));
                    all.0.push(new_report());
                }
                let first = ReportSchedule::default();
                if office.reporting != first && ui.add(Button::link(t!(texts, "settings-reporting-first"))).clicked() {
                    self.open = None;
                    all = first;
                }
            });
        });
        if all != office.reporting {
            shared.edit(move |file| file.set_reporting(all));
        }
    }
}

fn line(place: usize) -> Id {
    Id::from_random_bits(place as u128 + 1)
}

/// Quarterly, until a person says otherwise.
fn new_report() -> ScheduledReport {
    ScheduledReport {
        kind: ReportKind::Periodic,
        offset: Offset { from: Anchor::First, amount: 3, unit: Unit::Months },
        every_months: Some(3),
        weeks_least: 0,
        programme: String::new(),
    }
}

/// When it is due and for which missions, in a few words: "in the middle, from 26 weeks".
fn note(texts: &Texts, report: &ScheduledReport) -> String {
    let mut parts = vec![offset::when(texts, report.offset)];
    if let Some(months) = report.every_months {
        parts.push(t!(texts, "reporting-every", months = months));
    }
    if report.weeks_least > 0 {
        parts.push(t!(texts, "reporting-from-weeks", weeks = report.weeks_least));
    }
    parts.join(", ")
}

fn fields(ui: &mut Ui, texts: &Texts, salt: (Id, usize), wanted: &mut ScheduledReport) {
    let label = &layout::label(t!(texts, "mission-report-kind"));
    let kinds = choices(ReportKind::ALL, |kind| texts.report_kind(kind));
    let field = Select::new((salt, label), &kinds, Some(&wanted.kind)).name(label);
    if let Some(Some(kind)) = form::row(ui, label, |ui| field.show(ui, texts)).committed {
        wanted.kind = kind;
    }
    offset::row(ui, texts, salt, &mut wanted.offset);
    let (every, months) = (t!(texts, "template-every"), t!(texts, "template-unit-months"));
    offset::number(ui, texts, salt, every, months, &mut wanted.every_months);
    let mut weeks = Some(wanted.weeks_least).filter(|weeks| *weeks > 0);
    offset::number(ui, texts, salt, t!(texts, "template-weeks-least"), t!(texts, "template-unit-weeks"), &mut weeks);
    wanted.weeks_least = weeks.unwrap_or_default();
    let label = &layout::label(t!(texts, "field-placement-programme"));
    let field = TextField::new((salt, label), &wanted.programme).name(label);
    let field = field.placeholder(t!(texts, "reporting-any-programme"));
    if let Some(programme) = form::row(ui, label, |ui| field.show(ui)).committed {
        wanted.programme = programme.trim().to_owned();
    }
}
