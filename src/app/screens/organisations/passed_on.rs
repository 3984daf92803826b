//! The competences that missions passed on to an organisation: who can do what now, and in which mission it was seen.

use crate::app::screens::placements::objectives;
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::widgets::{RowButton, Tone, form};
use crate::domain::Kind;
use crate::domain::text::joined;
use crate::store::PassedOn;
use crate::t;
use egui::Ui;

/// Shows each competence with the level reached; a click opens the mission. Nothing where nothing was passed on yet.
pub(super) fn show(ui: &mut Ui, shared: &mut Shared, passed_on: &[PassedOn]) {
    if passed_on.is_empty() {
        return;
    }
    let Shared { texts, acts, .. } = shared;
    form::section(ui, t!(texts, "organisation-passed-on"));
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for one in passed_on {
            let (tone, aim) = aim(texts, one);
            let grown = if one.before == Some(one.level) {
                t!(texts, "passed-on-same").to_owned()
            } else {
                objectives::levels_between(texts, one.before, Some(one.level))
            };
            let who = joined(&[&one.counterpart, &grown, &aim]);
            let seen = t!(texts, "transfer-looked-at", day = texts.date(one.on));
            let seen = joined(&[&one.volunteer_name, &one.reference, &seen]);
            let title = objectives::named(texts, &one.competence);
            let row = RowButton::new(title).tag(tone, texts.skill_level(one.level)).note(&who).note(&seen);
            if ui.push_id(one.objective, |ui| ui.add(row)).inner.clicked() {
                acts.push(Act::Open(Kind::Mission, one.mission));
            }
        }
    });
}

/// How the level reached stands to the one aimed at. What has grown but is not there yet is no reproach: the mission may
/// still be on.
fn aim(texts: &Texts, one: &PassedOn) -> (Tone, String) {
    let has_grown = one.before.is_none_or(|before| one.level > before);
    match (one.is_reached(), one.aim) {
        (Some(true), _) => (Tone::Good, t!(texts, "passed-on-reached").to_owned()),
        (Some(false), Some(aim)) => {
            (if has_grown { Tone::Neutral } else { Tone::Careful }, t!(texts, "passed-on-aim", aim = aim))
        }
        _ => (Tone::Neutral, String::new()),
    }
}
