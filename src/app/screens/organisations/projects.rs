//! The projects of an organisation that run beside the placements.

use crate::app::screens::record::{Entry, Fields};
use crate::app::theme::Icon;
use crate::app::widgets::{Button, Tone, form};
use crate::domain::Id;
use crate::domain::organisation::{Organisation, Project};
use crate::domain::text::joined;
use crate::t;
use egui::Ui;

/// Shows the projects, with a button that adds one where the organisation is.
pub(super) fn show(
    ui: &mut Ui,
    fields: &mut Fields<'_, Organisation>,
    organisation: &Organisation,
    projects: &[Project],
    open: &mut Option<Id>,
) {
    let texts = fields.texts;
    form::section(ui, t!(texts, "organisation-projects"));
    if projects.is_empty() {
        form::weak(ui, t!(texts, "project-none"));
    }
    for project in projects {
        one(ui, fields, project, open);
    }
    if ui.add(Button::outlined(t!(texts, "project-add")).with_icon(Icon::Plus)).clicked() {
        let project = Project {
            id: Id::random(),
            of: fields.id,
            title: String::new(),
            country: organisation.country,
            place: organisation.place.clone(),
            sector: None,
            first: None,
            last: None,
            note: String::new(),
        };
        *open = Some(project.id);
        fields.add(project);
    }
}

fn one(ui: &mut Ui, fields: &mut Fields<'_, Organisation>, project: &Project, open: &mut Option<Id>) {
    let (texts, today) = (fields.texts, fields.today);
    let title = if project.title.is_empty() { t!(texts, "project-untitled") } else { &project.title };
    let note = joined(&[&project.place, texts.country(project.country), texts.sector(project.sector)]);
    let over = project.last.is_some_and(|day| day < today);
    let entry = Entry::new(title).note(&note).tag(Tone::Neutral, if over { t!(texts, "project-over") } else { "" });
    let mut part = fields.part::<Project>(project.id);
    let done = entry.show(ui, texts, project.id, open, |ui| {
        part.text(ui, t!(texts, "field-project-title"), &project.title, |p, title| p.title = title);
        part.country(ui, t!(texts, "field-project-country"), project.country, |p, country| p.country = country);
        part.text(ui, t!(texts, "field-project-place"), &project.place, |p, place| p.place = place);
        part.sector(ui, t!(texts, "field-project-sector"), project.sector, |p, sector| p.sector = sector);
        part.date(ui, t!(texts, "field-project-first"), project.first, |p, day| p.first = day);
        part.date(ui, t!(texts, "field-project-last"), project.last, |p, day| p.last = day);
        part.lines(ui, t!(texts, "field-project-note"), &project.note, 2, |p, note| p.note = note);
    });
    if done.removed {
        part.remove();
    }
}
