//! The competences that a placement is to pass on, to whom, and from which level to which.

use crate::app::screens::record::words::choices;
use crate::app::screens::record::{Entry, Fields};
use crate::app::texts::Texts;
use crate::app::theme::Icon;
use crate::app::widgets::{Button, Tone};
use crate::domain::Id;
use crate::domain::placement::{Objective, Placement};
use crate::t;
use egui::Ui;

/// Shows the competences, with a button that adds one for the placement's counterpart.
pub(super) fn show(
    ui: &mut Ui,
    fields: &mut Fields<'_, Placement>,
    placement: &Placement,
    objectives: &[Objective],
    open: &mut Option<Id>,
) {
    let texts = fields.texts;
    for objective in objectives {
        one(ui, fields, objective, open);
    }
    if ui.add(Button::outlined(t!(texts, "objective-add")).with_icon(Icon::Plus)).clicked() {
        let objective = Objective {
            id: Id::random(),
            of: fields.id,
            competence: String::new(),
            counterpart: placement.counterpart.clone(),
            before: None,
            aim: None,
        };
        *open = Some(objective.id);
        fields.add(objective);
    }
}

/// From which level to which, as far as it is known: "level 1 to 3".
pub fn levels(texts: &Texts, objective: &Objective) -> String {
    levels_between(texts, objective.before, objective.aim)
}

/// From one level to another, as far as they are known.
pub fn levels_between(texts: &Texts, before: Option<u8>, aim: Option<u8>) -> String {
    match (before, aim) {
        (Some(before), Some(aim)) => t!(texts, "objective-levels", before = before, aim = aim),
        (Some(before), None) => t!(texts, "objective-from", before = before),
        (None, Some(aim)) => t!(texts, "objective-to", aim = aim),
        (None, None) => String::new(),
    }
}

/// What is to be passed on, or that it is not said.
pub fn title<'a>(texts: &'a Texts, objective: &'a Objective) -> &'a str {
    named(texts, &objective.competence)
}

/// A competence, or that it is not said.
pub fn named<'a>(texts: &'a Texts, competence: &'a str) -> &'a str {
    if competence.is_empty() { t!(texts, "objective-unnamed") } else { competence }
}

fn one(ui: &mut Ui, fields: &mut Fields<'_, Placement>, objective: &Objective, open: &mut Option<Id>) {
    let texts = fields.texts;
    let levels = levels(texts, objective);
    let entry = Entry::new(title(texts, objective)).note(&objective.counterpart).tag(Tone::Neutral, &levels);
    let mut part = fields.part::<Objective>(objective.id);
    let done = entry.show(ui, texts, objective.id, open, |ui| {
        let competence = &objective.competence;
        part.text(ui, t!(texts, "field-objective-competence"), competence, |o, text| o.competence = text);
        let counterpart = &objective.counterpart;
        part.text(ui, t!(texts, "field-objective-counterpart"), counterpart, |o, text| o.counterpart = text);
        let levels = choices(&[1, 2, 3, 4], |level: u8| texts.skill_level(level));
        let before = objective.before.as_ref();
        part.choice(ui, t!(texts, "field-objective-before"), &levels, before, |o, level| o.before = level);
        part.choice(ui, t!(texts, "field-objective-aim"), &levels, objective.aim.as_ref(), |o, level| o.aim = level);
    });
    if done.removed {
        part.remove();
    }
}
