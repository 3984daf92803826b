//! What a mission is: who serves where, on which days, and how it was extended or cut short.

use super::shown::Shown;
use super::words;
use crate::app::screens::mission_pages;
use crate::app::screens::record::words::choices;
use crate::app::screens::record::{Fields, layout};
use crate::app::shared::Act;
use crate::app::theme::Icon;
use crate::app::widgets::{Button, DateField, Tone, form};
use crate::domain::mission::{EarlyEnd, Mission, Stage};
use crate::domain::rules::{Broken, double_booking};
use crate::domain::span::Span;
use crate::domain::{Id, Kind};
use crate::t;
use chrono::NaiveDate;
use egui::Ui;

/// What the tab remembers: days that were refused, and why.
#[derive(Default)]
pub(super) struct OverviewTab {
    refused: Option<(Id, Mission, Broken)>,
}

impl OverviewTab {
    /// Shows the tab; gives back whether the mission is to be ended early.
    pub(super) fn show(&mut self, ui: &mut Ui, fields: &mut Fields<'_, Mission>, shown: &Shown) -> bool {
        let (texts, mission) = (fields.texts, &shown.detail.mission);
        let volunteer = Some((Kind::Volunteer, mission.volunteer));
        fields.leads_to(ui, t!(texts, "field-mission-volunteer"), &shown.volunteer.full_name, volunteer);
        let placement = Some((Kind::Placement, mission.placement));
        fields.leads_to(ui, t!(texts, "field-mission-placement"), &shown.placement.title, placement);
        let organisation = shown.organisation.as_ref();
        let name = organisation.map(|organisation| organisation.name.as_str()).unwrap_or_default();
        let target = organisation.map(|organisation| (Kind::Organisation, organisation.id));
        fields.leads_to(ui, t!(texts, "mission-organisation"), name, target);

        form::section(ui, t!(texts, "mission-days"));
        self.days(ui, fields, shown);

        if mission.stage.is_tentative() {
            let reserved = mission.reserved_until;
            fields.date(ui, t!(texts, "field-mission-reserved-until"), reserved, |m, day| m.reserved_until = day);
        }

        let early = matches!(mission.stage, Stage::Serving | Stage::EndedEarly);
        let wants_early_end = early && early_end(ui, fields, mission);

        form::section(ui, t!(texts, "mission-more"));
        let reason = &mission.override_reason;
        fields.lines(ui, t!(texts, "mission-exception"), reason, 2, |m, text| m.override_reason = text);
        fields.lines(ui, t!(texts, "field-mission-notes"), &mission.notes, 3, |m, text| m.notes = text);
        wants_early_end
    }

    fn days(&mut self, ui: &mut Ui, fields: &mut Fields<'_, Mission>, shown: &Shown) {
        let (texts, mission) = (fields.texts, &shown.detail.mission);
        let mut wanted = None;
        if let Some(first) = day(ui, fields, t!(texts, "field-mission-first"), mission.first, fields.today) {
            wanted = Some((first, mission.last));
        }
        if let Some(last) = day(ui, fields, t!(texts, "field-mission-last"), mission.last, mission.first) {
            wanted = Some((mission.first, last));
        }
        let weeks = t!(texts, "calendar-weeks", weeks = mission.days().weeks());
        form::shown(ui, t!(texts, "mission-length"), &weeks);
        if let Some(day) = mission.extended_from {
            let label = layout::label(t!(texts, "mission-agreed-last"));
            form::shown(ui, &label, &texts.date(day));
        }
        self.refused = self.refused.take().filter(|(id, ..)| *id == mission.id);
        if let Some((_, refused, broken)) = &self.refused {
            layout::remark(ui, Icon::Cross, Tone::Bad, &words::refusal(texts, shown, refused, broken));
        }
        if let Some(free) = overlap(ui, fields, shown) {
            wanted = Some((free.first, free.last));
        }
        if let Some((first, last)) = wanted {
            let mut moved = mission.clone();
            moved.move_to(first, last);
            self.refused = shown.check(&moved).err().map(|broken| (mission.id, moved, broken));
            if self.refused.is_none() {
                let id = mission.id;
                drop(fields.desk.edit(move |file| file.move_mission(id, Span { first, last })));
            }
        }
        ui.add_space(4.0);
        let button = Button::outlined(t!(texts, "mission-on-calendar")).with_icon(Icon::Calendar);
        if ui.add(button).clicked() {
            fields.acts.push(Act::ShowMonth(mission.first));
        }
        ui.add_space(4.0);
        mission_pages::buttons(ui, texts, fields.acts, mission);
    }
}

/// A day of the mission; gives back another day once a person has chosen one. What it means for the rules is looked at
/// before anything is changed.
fn day(ui: &mut Ui, fields: &Fields<'_, Mission>, label: &str, value: NaiveDate, base: NaiveDate) -> Option<NaiveDate> {
    let field = DateField::new((fields.id, label), Some(value), fields.today).base(base).required();
    form::row(ui, &layout::label(label), |ui| field.show(ui, fields.texts)).committed.flatten()
}

/// Says that another mission of the volunteer lies on some of the days; gives back the free ones where a person takes
/// them.
fn overlap(ui: &mut Ui, fields: &Fields<'_, Mission>, shown: &Shown) -> Option<Span> {
    let (texts, mission) = (fields.texts, &shown.detail.mission);
    if !mission.stage.is_tentative() {
        return None;
    }
    let Broken::DoubleBooked { other, first, last, free } = double_booking(mission, &shown.missions)? else {
        return None;
    };
    let (first, last) = (texts.date(first), texts.date(last));
    let overlaps = t!(texts, "mission-overlaps", other = other, first = first, last = last);
    layout::remark(ui, Icon::Warning, Tone::Careful, &overlaps);
    let free = free?;
    let (first, last) = (texts.date(free.first), texts.date(free.last));
    ui.add(Button::link(&t!(texts, "place-take-free", first = first, last = last))).clicked().then_some(free)
}

/// How it ended early, or is about to; gives back whether it is to be ended now.
fn early_end(ui: &mut Ui, fields: &mut Fields<'_, Mission>, mission: &Mission) -> bool {
    let texts = fields.texts;
    form::section(ui, t!(texts, "mission-early-end"));
    let kinds = choices(EarlyEnd::ALL, |kind| texts.early_end(kind));
    let kind = mission.early_end.as_ref();
    fields.choice(ui, t!(texts, "mission-early-end-kind"), &kinds, kind, |m, kind| m.early_end = kind);
    let reason = &mission.early_end_reason;
    fields.lines(ui, t!(texts, "mission-reason"), reason, 2, |m, text| m.early_end_reason = text);
    fields.date(ui, t!(texts, "field-mission-notice-on"), mission.notice_on, |m, day| m.notice_on = day);
    let worked = mission.last_working_day;
    fields.date(ui, t!(texts, "field-mission-last-working-day"), worked, |m, day| m.last_working_day = day);
    mission.stage == Stage::Serving && ui.add(Button::outlined(t!(texts, "mission-end-early"))).clicked()
}
