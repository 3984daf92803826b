//! Visits to an organisation's site: what was looked at for the people who are to serve there.

use super::words;
use crate::app::screens::record::words::choices;
use crate::app::screens::record::{Entry, Fields};
use crate::app::theme::Icon;
use crate::app::widgets::{Button, Tone, form};
use crate::domain::Id;
use crate::domain::organisation::{Finding, Organisation, SiteVisit};
use crate::domain::text::joined;
use crate::t;
use egui::Ui;

/// Shows the visits, the latest first, with a button that adds one of today.
pub(super) fn show(ui: &mut Ui, fields: &mut Fields<'_, Organisation>, visits: &[SiteVisit], open: &mut Option<Id>) {
    let texts = fields.texts;
    form::section(ui, t!(texts, "organisation-visits"));
    if visits.is_empty() {
        form::weak(ui, t!(texts, "visit-none"));
    }
    for (place, visit) in visits.iter().enumerate() {
        one(ui, fields, visit, place == 0, open);
    }
    if ui.add(Button::outlined(t!(texts, "visit-add")).with_icon(Icon::Plus)).clicked() {
        let visit = SiteVisit {
            id: Id::random(),
            of: fields.id,
            on: fields.today,
            by: String::new(),
            housing: None,
            safety: None,
            counterpart: None,
            note: String::new(),
            again_by: None,
        };
        *open = Some(visit.id);
        fields.add(visit);
    }
}

/// One visit, with the worst that was found. Only the latest says that the next is overdue.
fn one(ui: &mut Ui, fields: &mut Fields<'_, Organisation>, visit: &SiteVisit, latest: bool, open: &mut Option<Id>) {
    let (texts, today) = (fields.texts, fields.today);
    let title = t!(texts, "visit-of", day = texts.date(visit.on));
    let again = match visit.again_by {
        Some(day) if latest && day < today => t!(texts, "visit-again-late", day = texts.date(day)),
        Some(day) if latest => t!(texts, "visit-again", day = texts.date(day)),
        _ => String::new(),
    };
    let note = joined(&[&visit.by, &again]);
    let (tone, word) = visit.worst().map_or((Tone::Neutral, ""), |worst| words::finding(texts, worst));
    let entry = Entry::new(&title).note(&note).tag(tone, word);
    let mut part = fields.part::<SiteVisit>(visit.id);
    let done = entry.show(ui, texts, visit.id, open, |ui| {
        part.needed_date(ui, t!(texts, "field-site-visit-on"), visit.on, today, |v, day| v.on = day);
        part.text(ui, t!(texts, "field-site-visit-by"), &visit.by, |v, by| v.by = by);
        let findings = choices(Finding::ALL, |finding| words::finding(texts, finding).1);
        let looked_at: [(&str, Option<Finding>, Setter); 3] = [
            (t!(texts, "field-site-visit-housing"), visit.housing, |v, found| v.housing = found),
            (t!(texts, "field-site-visit-safety"), visit.safety, |v, found| v.safety = found),
            (t!(texts, "field-site-visit-counterpart"), visit.counterpart, |v, found| v.counterpart = found),
        ];
        for (label, found, set) in looked_at {
            part.choice(ui, label, &findings, found.as_ref(), set);
        }
        part.lines(ui, t!(texts, "field-site-visit-note"), &visit.note, 3, |v, note| v.note = note);
        part.date(ui, t!(texts, "field-site-visit-again-by"), visit.again_by, |v, day| v.again_by = day);
    });
    if done.removed {
        part.remove();
    }
}

type Setter = fn(&mut SiteVisit, Option<Finding>);
