//! When the person can serve, where they would like to, and who comes along.

use super::shown::Shown;
use crate::app::screens::record::{Entry, Fields, Finder};
use crate::app::theme::Icon;
use crate::app::widgets::{Button, form};
use crate::domain::volunteer::{Absence, Volunteer};
use crate::domain::{Id, Kind};
use crate::t;
use egui::Ui;

/// Most weeks that a field takes; what the office allows is checked with the other rules.
const MOST_WEEKS: i64 = 520;
/// Most dependants that a field takes.
const MOST_DEPENDANTS: i64 = 20;

pub(super) fn show(
    ui: &mut Ui,
    fields: &mut Fields<'_, Volunteer>,
    finder: &mut Finder,
    shown: &Shown,
    open: &mut Option<Id>,
) {
    let (texts, volunteer) = (fields.texts, &shown.detail.volunteer);
    let (from, until) = (volunteer.available_from, volunteer.available_until);
    fields.date(ui, t!(texts, "field-volunteer-available-from"), from, |v, day| v.available_from = day);
    fields.date(ui, t!(texts, "field-volunteer-available-until"), until, |v, day| v.available_until = day);
    let weeks = t!(texts, "placement-weeks-unit");
    let (least, most) = (volunteer.weeks_least, volunteer.weeks_most);
    fields.number(ui, t!(texts, "field-volunteer-weeks-least"), weeks, least, 1..=MOST_WEEKS, |v, n| v.weeks_least = n);
    fields.number(ui, t!(texts, "field-volunteer-weeks-most"), weeks, most, 1..=MOST_WEEKS, |v, n| v.weeks_most = n);
    let asked = volunteer.availability_asked;
    fields.date(ui, t!(texts, "field-volunteer-availability-asked"), asked, |v, day| v.availability_asked = day);

    form::section(ui, t!(texts, "volunteer-absences"));
    absences(ui, fields, &shown.detail.absences, open);

    form::section(ui, t!(texts, "volunteer-wishes"));
    let countries = &volunteer.preferred_countries;
    fields.countries(ui, t!(texts, "field-volunteer-preferred-countries"), countries, |v, chosen| {
        v.preferred_countries = chosen;
    });
    let regions = &volunteer.preferred_regions;
    fields.regions(ui, t!(texts, "field-volunteer-preferred-regions"), regions, |v, chosen| {
        v.preferred_regions = chosen;
    });
    let sectors = &volunteer.preferred_sectors;
    fields.sectors(ui, t!(texts, "field-volunteer-preferred-sectors"), sectors, |v, chosen| {
        v.preferred_sectors = chosen;
    });

    form::section(ui, t!(texts, "volunteer-not-there"));
    fields.countries(ui, t!(texts, "field-volunteer-ruled-out"), &volunteer.ruled_out, |v, chosen| {
        v.ruled_out = chosen;
    });
    let unsupported = &volunteer.medically_unsupported;
    fields.countries(ui, t!(texts, "field-volunteer-medically-unsupported"), unsupported, |v, chosen| {
        v.medically_unsupported = chosen;
    });

    form::section(ui, t!(texts, "volunteer-company"));
    let other = (volunteer.travels_with, shown.travels_with.as_str());
    let label = t!(texts, "field-volunteer-travels-with");
    fields.record(ui, finder, label, Kind::Volunteer, other, |v, chosen| {
        // Nobody travels with themselves.
        v.travels_with = chosen.filter(|other| *other != v.id);
    });
    let accompanied = volunteer.accompanied;
    fields.check(ui, t!(texts, "volunteer-accompanied"), accompanied, |v, comes| v.accompanied = comes);
    let dependants = volunteer.dependants;
    fields.number(ui, t!(texts, "field-volunteer-dependants"), "", dependants, 0..=MOST_DEPENDANTS, |v, n| {
        v.dependants = n;
    });
}

fn absences(ui: &mut Ui, fields: &mut Fields<'_, Volunteer>, absences: &[Absence], open: &mut Option<Id>) {
    let texts = fields.texts;
    for absence in absences {
        let days = t!(texts, "placement-from-to", from = texts.date(absence.first), to = texts.date(absence.last));
        let mut part = fields.part::<Absence>(absence.id);
        let done = Entry::new(&days).note(&absence.reason).show(ui, texts, absence.id, open, |ui| {
            let (first, last) = (absence.first, absence.last);
            part.needed_date(ui, t!(texts, "absence-first"), first, first, Absence::begin_on);
            part.needed_date(ui, t!(texts, "absence-last"), last, first, Absence::end_on);
            part.text(ui, t!(texts, "absence-reason"), &absence.reason, |a, text| a.reason = text);
        });
        if done.removed {
            part.remove();
        }
    }
    if ui.add(Button::outlined(t!(texts, "absence-add")).with_icon(Icon::Plus)).clicked() {
        let (first, last) = (fields.today, fields.today);
        let absence = Absence { id: Id::random(), of: fields.id, mission: None, first, last, reason: String::new() };
        *open = Some(absence.id);
        fields.add(absence);
    }
}
