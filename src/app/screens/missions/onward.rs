//! What comes after the last day agreed: an extension, whoever follows in the same place, another placement.

use super::shown::Shown;
use super::words;
use crate::app::loaded::Loaded;
use crate::app::screens::record::{Entry, Fields, Finder, layout};
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::theme::Icon;
use crate::app::widgets::{Button, DateField, TextField, Tone, form};
use crate::domain::mission::{Extension, Mission, Party, Stage};
use crate::domain::placement::Placement;
use crate::domain::rules::{Broken, check_extension};
use crate::domain::span::Span;
use crate::domain::text::joined;
use crate::domain::{Id, Kind};
use crate::store::{Longer, OfficeFile, StoreError};
use crate::t;
use chrono::{Months, NaiveDate};
use egui::Ui;

/// What the tab remembers of what is being entered.
#[derive(Default)]
pub(super) struct OnwardTab {
    longer: Option<Extending>,
    elsewhere: Option<Reassigning>,
    finder: Finder,
    /// Title of the placement chosen.
    title: Loaded<Option<Id>, String>,
}

fn read_title(file: &mut OfficeFile, placement: &Option<Id>) -> Result<String, StoreError> {
    let found = placement.map(|id| file.find::<Placement>(id)).transpose()?.flatten();
    Ok(found.map(|placement| placement.title).unwrap_or_default())
}

/// An extension before it is made.
struct Extending {
    /// The mission and its last day: an extension that was made, or undone, begins anew.
    of: (Id, NaiveDate),
    longer: Longer,
    note: String,
}

/// A reassignment before it is made.
struct Reassigning {
    /// As for an extension.
    of: (Id, NaiveDate),
    placement: Option<Id>,
    first: NaiveDate,
    last: NaiveDate,
    reason: String,
}

impl OnwardTab {
    /// Shows the tab.
    pub(super) fn show(&mut self, ui: &mut Ui, shared: &mut Shared, shown: &Shown, open_part: &mut Option<Id>) {
        let mission = &shown.detail.mission;
        form::section(ui, t!(shared.texts, "mission-extensions"));
        if shown.detail.extensions.is_empty() {
            form::weak(ui, t!(shared.texts, "mission-no-extensions"));
        }
        for extension in &shown.detail.extensions {
            one(ui, &mut Fields::of(shared, mission.id), extension, open_part);
        }
        if matches!(mission.stage, Stage::Accepted | Stage::Preparing | Stage::Serving) {
            self.extend(ui, shared, shown);
        }
        handover(ui, shared, shown);
        if mission.stage == Stage::Serving {
            self.reassign(ui, shared, shown);
        }
    }

    fn extend(&mut self, ui: &mut Ui, shared: &mut Shared, shown: &Shown) {
        let (mission, today) = (&shown.detail.mission, shared.today());
        let of = (mission.id, mission.last);
        let usual = mission.last.checked_add_months(Months::new(3)).unwrap_or(mission.last);
        let mut entered = self.longer.take().filter(|entered| entered.of == of).unwrap_or_else(|| Extending {
            of,
            longer: Longer::to(usual),
            note: String::new(),
        });
        let (texts, longer) = (&shared.texts, &mut entered.longer);
        if let Some(day) = needed(ui, texts, of, t!(texts, "mission-extend-to"), longer.to, mission.last, today) {
            longer.to = day;
        }
        date(ui, texts, of, t!(texts, "mission-partner-agreed"), &mut longer.partner_agreed_on, today);
        date(ui, texts, of, t!(texts, "mission-volunteer-agreed"), &mut longer.volunteer_agreed_on, today);
        date(ui, texts, of, &layout::label(t!(texts, "field-mission-funded-until")), &mut longer.funded_until, today);
        lines(ui, of, &layout::label(t!(texts, "mission-note")), &mut entered.note);
        let funded_until = longer.funded_until.or(mission.funded_until).or(shown.placement.funding_until);
        let mut wanted = mission.clone();
        wanted.move_to(mission.first, longer.to);
        let checked = check_extension(mission, longer.to, funded_until).and_then(|()| shown.check(&wanted));
        if let Err(broken) = &checked {
            layout::remark(ui, Icon::Cross, Tone::Bad, &words::refusal(texts, shown, &wanted, broken));
        } else if longer.partner_agreed_on.is_none() || longer.volunteer_agreed_on.is_none() {
            layout::remark(ui, Icon::Warning, Tone::Careful, t!(texts, "mission-not-agreed-yet"));
        }
        let label = t!(texts, "mission-extend", day = texts.date(longer.to));
        if ui.add_enabled(checked.is_ok(), Button::filled(&label)).clicked() {
            let (id, longer, note) = (mission.id, entered.longer, entered.note.clone());
            shared.edit(move |file| file.extend(id, longer, &note));
        }
        self.longer = Some(entered);
    }

    fn reassign(&mut self, ui: &mut Ui, shared: &mut Shared, shown: &Shown) {
        let (mission, today) = (&shown.detail.mission, shared.today());
        let of = (mission.id, mission.last);
        let mut entered = self.elsewhere.take().filter(|entered| entered.of == of).unwrap_or_else(|| {
            let first = today.succ_opt().unwrap_or(today).clamp(mission.first, mission.last);
            Reassigning { of, placement: None, first, last: mission.last, reason: String::new() }
        });
        form::section(ui, t!(shared.texts, "mission-reassign"));
        form::weak(ui, t!(shared.texts, "mission-reassign-text"));
        let name = t!(shared.texts, "mission-reassign-to");
        let title = self.title.exact(&mut shared.desk, &entered.placement, read_title).cloned().unwrap_or_default();
        let finder = &mut self.finder;
        let (desk, texts) = (&mut shared.desk, &shared.texts);
        let chosen =
            form::row(ui, name, |ui| finder.show(ui, desk, texts, (of.0, name), name, Kind::Placement, &title));
        if let Some(chosen) = chosen {
            entered.placement = chosen;
        }
        let texts = &shared.texts;
        let first = t!(texts, "mission-reassign-first");
        if let Some(day) = needed(ui, texts, of, first, entered.first, today, today) {
            entered.first = day;
            entered.last = entered.last.max(day);
        }
        let last = t!(texts, "mission-reassign-last");
        if let Some(day) = needed(ui, texts, of, last, entered.last, entered.first, today) {
            entered.last = day;
        }
        lines(ui, of, t!(texts, "mission-step-reason"), &mut entered.reason);
        let ends_before = entered.first.pred_opt().is_some_and(|last| mission.days().contains(last));
        if !ends_before {
            let Span { first, last } = mission.days();
            let broken = Broken::ReassignedOutside { first, last, on: entered.first };
            layout::remark(ui, Icon::Cross, Tone::Bad, &texts.broken(&broken));
        }
        let ready = ends_before && entered.placement.is_some() && !entered.reason.trim().is_empty();
        if ui.add_enabled(ready, Button::outlined(t!(texts, "mission-reassign-now"))).clicked()
            && let Some(placement) = entered.placement
        {
            let (id, reason) = (mission.id, entered.reason.clone());
            let days = Span { first: entered.first, last: entered.last };
            shared.edit(move |file| file.reassign(id, placement, days, Party::Office, &reason));
        }
        self.elsewhere = Some(entered);
    }
}

fn needed(
    ui: &mut Ui,
    texts: &Texts,
    salt: (Id, NaiveDate),
    label: &str,
    value: NaiveDate,
    base: NaiveDate,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let field = DateField::new((salt, label), Some(value), today).base(base).required();
    form::row(ui, label, |ui| field.show(ui, texts)).committed.flatten()
}

fn date(
    ui: &mut Ui,
    texts: &Texts,
    salt: (Id, NaiveDate),
    label: &str,
    value: &mut Option<NaiveDate>,
    today: NaiveDate,
) {
    let field = DateField::new((salt, label), *value, today);
    if let Some(day) = form::row(ui, label, |ui| field.show(ui, texts)).committed {
        *value = day;
    }
}

fn lines(ui: &mut Ui, salt: (Id, NaiveDate), label: &str, value: &mut String) {
    let field = TextField::new((salt, label), value).rows(2).each_key().name(label);
    if let Some(text) = form::row(ui, label, |ui| field.show(ui)).committed {
        *value = text;
    }
}

/// An extension that was made: who has agreed can be entered later.
fn one(ui: &mut Ui, fields: &mut Fields<'_, Mission>, extension: &Extension, open_part: &mut Option<Id>) {
    let texts = fields.texts;
    let title = t!(texts, "mission-extended", from = texts.date(extension.from), to = texts.date(extension.to));
    let both = extension.partner_agreed_on.is_some() && extension.volunteer_agreed_on.is_some();
    let (tone, tag) = match both {
        true => (Tone::Good, t!(texts, "mission-agreed")),
        false => (Tone::Careful, t!(texts, "mission-to-be-agreed")),
    };
    let mut part = fields.part::<Extension>(extension.id);
    let entry = Entry::new(&title).note(&extension.note).tag(tone, tag);
    let done = entry.show(ui, texts, extension.id, open_part, |ui| {
        let partner = extension.partner_agreed_on;
        part.date(ui, t!(texts, "mission-partner-agreed"), partner, |e, day| e.partner_agreed_on = day);
        let volunteer = extension.volunteer_agreed_on;
        part.date(ui, t!(texts, "mission-volunteer-agreed"), volunteer, |e, day| e.volunteer_agreed_on = day);
        let funded = extension.funded_until;
        part.date(ui, t!(texts, "field-mission-funded-until"), funded, |e, day| e.funded_until = day);
        part.lines(ui, t!(texts, "mission-note"), &extension.note, 2, |e, note| e.note = note);
    });
    if done.removed {
        part.remove();
    }
}

/// Who was there before in the same place, and who comes after, with the days between.
fn handover(ui: &mut Ui, shared: &mut Shared, shown: &Shown) {
    let texts = &shared.texts;
    form::section(ui, t!(texts, "mission-handover"));
    let mut acts = Vec::new();
    let mut line = |ui: &mut Ui, label: &str, near: &Option<super::shown::Near>| {
        form::row(ui, label, |ui| match near {
            None => {
                form::weak(ui, t!(texts, "record-none"));
            }
            Some(near) => {
                let days = match near.gap {
                    None => String::new(),
                    Some(0) => t!(texts, "mission-handover-next-day").to_owned(),
                    Some(gap) if gap > 0 => t!(texts, "mission-handover-gap", days = gap),
                    Some(gap) => t!(texts, "mission-handover-overlap", days = -gap),
                };
                let name = joined(&[&near.name, &words::days(texts, near.days)]);
                if ui.add(Button::link(&name)).clicked() {
                    acts.push(Act::Open(Kind::Mission, near.mission));
                }
                form::note(ui, &days);
            }
        });
    };
    line(ui, t!(texts, "mission-handover-before"), &shown.before);
    line(ui, t!(texts, "mission-handover-after"), &shown.after);
    if shown.follows.is_some() {
        line(ui, &layout::label(t!(texts, "field-mission-follows")), &shown.follows);
    }
    shared.acts.extend(acts);
}
