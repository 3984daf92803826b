//! The person's papers and checks, each with a word on how it stands.

use super::shown::Shown;
use crate::app::screens::record::words::choices;
use crate::app::screens::record::{Entry, Fields, layout};
use crate::app::texts::Texts;
use crate::app::theme::Icon;
use crate::app::widgets::{Select, Tone, form};
use crate::domain::Id;
use crate::domain::papers::PaperState;
use crate::domain::volunteer::{Clearance, ClearanceKind, ClearanceState, Volunteer};
use crate::t;
use egui::Ui;

pub(super) fn show(ui: &mut Ui, fields: &mut Fields<'_, Volunteer>, shown: &Shown, open: &mut Option<Id>) {
    let (texts, today) = (fields.texts, fields.today);
    if let Some(kind) = add(ui, fields) {
        let volunteer = &shown.detail.volunteer;
        let passport = volunteer.passport_country.or(volunteer.nationalities.first().copied());
        let paper = Clearance {
            id: Id::random(),
            of: fields.id,
            kind,
            state: ClearanceState::Held,
            country: if kind == ClearanceKind::Passport { passport } else { None },
            number: String::new(),
            issued: None,
            expires: None,
            note: String::new(),
        };
        *open = Some(paper.id);
        fields.add(paper);
    }
    if shown.detail.clearances.is_empty() {
        form::weak(ui, t!(texts, "paper-none"));
    }
    for paper in &shown.detail.clearances {
        let state = shown.state_of(paper, today);
        let (tone, word) = words(texts, state);
        let mut part = fields.part::<Clearance>(paper.id);
        let entry = Entry::new(texts.clearance(paper.kind)).note(texts.country(paper.country)).tag(tone, &word);
        let done = entry.show(ui, texts, paper.id, open, |ui| one(ui, &mut part, paper, state));
        if done.removed {
            part.remove();
        }
    }
}

fn add(ui: &mut Ui, fields: &Fields<'_, Volunteer>) -> Option<ClearanceKind> {
    let (texts, name) = (fields.texts, t!(fields.texts, "paper-add"));
    let kinds = choices(ClearanceKind::ALL, |kind| texts.clearance(kind));
    let field = Select::new((fields.id, "add paper"), &kinds, None);
    field.name(name).placeholder(name).width(240.0).show(ui, texts).committed.flatten()
}

fn one(ui: &mut Ui, part: &mut Fields<'_, Clearance>, paper: &Clearance, state: PaperState) {
    let texts = part.texts;
    let kinds = choices(ClearanceKind::ALL, |kind| texts.clearance(kind));
    part.needed_choice(ui, t!(texts, "part-clearance"), &kinds, &paper.kind, |p, kind| p.kind = kind);
    let states = choices(ClearanceState::ALL, |state| texts.clearance_state(state));
    part.needed_choice(ui, t!(texts, "paper-state"), &states, &paper.state, |p, state| p.state = state);
    part.date(ui, t!(texts, "paper-expires"), paper.expires, |p, day| p.expires = day);
    if state.is_bad() {
        let (tone, word) = words(texts, state);
        form::row(ui, "", |ui| layout::remark(ui, Icon::Warning, tone, &word));
    }
    part.text(ui, t!(texts, "paper-number"), &paper.number, |p, number| p.number = number);
    part.country(ui, t!(texts, "paper-country"), paper.country, |p, country| p.country = country);
    part.date(ui, t!(texts, "paper-issued"), paper.issued, |p, day| p.issued = day);
    part.text(ui, t!(texts, "paper-note"), &paper.note, |p, note| p.note = note);
}

/// How a paper stands, in a few words.
fn words(texts: &Texts, state: PaperState) -> (Tone, String) {
    match state {
        PaperState::Requested => (Tone::Careful, t!(texts, "clearance-state-requested").to_owned()),
        PaperState::Refused => (Tone::Bad, t!(texts, "clearance-state-refused").to_owned()),
        PaperState::Held => (Tone::Good, t!(texts, "clearance-state-held").to_owned()),
        PaperState::Valid(ends) => (Tone::Good, t!(texts, "paper-valid", day = texts.date(ends))),
        PaperState::EndsSoon(ends) => (Tone::Careful, t!(texts, "paper-ends", day = texts.date(ends))),
        PaperState::TooShort { ends, needed } => {
            (Tone::Bad, t!(texts, "paper-too-short", ends = texts.date(ends), needed = texts.date(needed)))
        }
        PaperState::Expired(ends) => (Tone::Bad, t!(texts, "paper-expired", day = texts.date(ends))),
    }
}
