//! The milestones of a mission: what is to be done by when, and what is done.

use crate::app::screens::record::words::choices;
use crate::app::screens::record::{Entry, Fields};
use crate::app::theme::Icon;
use crate::app::widgets::{Button, Tone, form};
use crate::domain::Id;
use crate::domain::detail::MissionDetail;
use crate::domain::milestones::waits_for;
use crate::domain::mission::{Milestone, Mission, Party};
use crate::domain::text::joined;
use crate::t;
use chrono::NaiveDate;
use egui::Ui;

/// Days before which a milestone is said to be due soon.
const SOON_DAYS: i64 = 7;

/// Whether anything is still to be done: not for a mission that came to nothing.
fn is_alive(detail: &MissionDetail) -> bool {
    detail.mission.stage.is_tentative() || detail.mission.stage.is_firm()
}

/// How many milestones are not done yet, and how many of these should have been.
pub(super) fn open(detail: &MissionDetail, today: NaiveDate) -> (usize, usize) {
    if !is_alive(detail) {
        return (0, 0);
    }
    let open = || detail.milestones.iter().filter(|milestone| milestone.done_on.is_none());
    (open().count(), open().filter(|milestone| milestone.due < today).count())
}

pub(super) fn show(ui: &mut Ui, fields: &mut Fields<'_, Mission>, detail: &MissionDetail, open_part: &mut Option<Id>) {
    let (texts, today) = (fields.texts, fields.today);
    if detail.milestones.is_empty() {
        form::weak(ui, t!(texts, "mission-no-milestones"));
    }
    for milestone in &detail.milestones {
        let title = texts.milestone(&milestone.name);
        // Once it is done, the day on which it was due is of interest only to those who look closer.
        let due = if milestone.done_on.is_none() { texts.date(milestone.due) } else { String::new() };
        let waits = if milestone.done_on.is_none() { waits_for(milestone, &detail.milestones) } else { Vec::new() };
        let waits: Vec<&str> = waits.into_iter().map(|name| texts.milestone(name)).collect();
        let waits =
            if waits.is_empty() { String::new() } else { t!(texts, "mission-waits-for", names = waits.join(", ")) };
        let note = joined(&[&due, texts.party(milestone.who), &waits]);
        let done = milestone.done_on.map(|day| t!(texts, "mission-done-on", day = texts.date(day)));
        let (tone, tag) = match &done {
            Some(done) => (Tone::Good, done.as_str()),
            None if !is_alive(detail) => (Tone::Neutral, ""),
            None if milestone.due < today => (Tone::Bad, t!(texts, "mission-overdue")),
            None if (milestone.due - today).num_days() <= SOON_DAYS => (Tone::Careful, t!(texts, "mission-due-soon")),
            None => (Tone::Neutral, ""),
        };
        let tick = t!(texts, "mission-tick-done", name = title);
        let entry = Entry::new(title).note(&note).tag(tone, tag).tick(milestone.done_on.is_some(), &tick);
        let mut part = fields.part::<Milestone>(milestone.id);
        let done = entry.show(ui, texts, milestone.id, open_part, |ui| one(ui, &mut part, milestone));
        if let Some(ticked) = done.ticked {
            part.change(move |milestone| milestone.done_on = ticked.then_some(today));
        }
        if done.removed {
            part.remove();
        }
    }
    ui.add_space(4.0);
    if ui.add(Button::outlined(t!(texts, "mission-add-milestone")).with_icon(Icon::Plus)).clicked() {
        let milestone = Milestone {
            id: Id::random(),
            of: fields.id,
            name: t!(texts, "mission-new-milestone").to_owned(),
            who: Party::Office,
            due: today,
            done_on: None,
            note: String::new(),
            rule: None,
        };
        *open_part = Some(milestone.id);
        fields.add(milestone);
    }
}

fn one(ui: &mut Ui, part: &mut Fields<'_, Milestone>, milestone: &Milestone) {
    let texts = part.texts;
    part.text(ui, t!(texts, "mission-what"), texts.milestone(&milestone.name), |m, name| m.name = name);
    let parties = choices(Party::ALL, |party| texts.party(party));
    part.needed_choice(ui, t!(texts, "mission-who"), &parties, &milestone.who, |m, who| m.who = who);
    let today = part.today;
    part.needed_date(ui, t!(texts, "mission-due"), milestone.due, today, |m, day| m.due = day);
    part.date(ui, t!(texts, "mission-done"), milestone.done_on, |m, day| m.done_on = day);
    part.lines(ui, t!(texts, "mission-note"), &milestone.note, 2, |m, note| m.note = note);
}
