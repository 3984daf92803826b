//! A row of a short list of missions, which leads to one.

use crate::app::shared::{Act, Shared};
use crate::app::widgets::RowButton;
use crate::domain::Kind;
use crate::domain::mission::Mission;
use crate::t;
use egui::Ui;

/// Shows a mission under a title; a click opens it.
pub fn show(ui: &mut Ui, shared: &mut Shared, mission: &Mission, title: &str) {
    let texts = &shared.texts;
    let (word, tone) = texts.stage(mission.stage);
    let days = t!(texts, "placement-from-to", from = texts.date(mission.first), to = texts.date(mission.last));
    let note = format!("{}, {days}", mission.reference);
    let row = RowButton::new(title).tag(tone, word).note(&note);
    if ui.push_id(mission.id, |ui| ui.add(row)).inner.clicked() {
        shared.acts.push(Act::Open(Kind::Mission, mission.id));
    }
}
