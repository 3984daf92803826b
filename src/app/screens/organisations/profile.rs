//! What an organisation is, where it is, and its agreement with us.

use super::words;
use crate::app::screens::position;
use crate::app::screens::record::Fields;
use crate::app::screens::record::words::choices;
use crate::app::shared::Act;
use crate::app::widgets::{Button, Tag, form};
use crate::domain::Id;
use crate::domain::organisation::{DueDiligence, Organisation, OrganisationKind};
use crate::store::lists::VolunteerFilter;
use crate::t;
use egui::Ui;

pub(super) fn show(ui: &mut Ui, fields: &mut Fields<'_, Organisation>, organisation: &Organisation, members: &[Id]) {
    let texts = fields.texts;
    fields.text(ui, t!(texts, "field-organisation-name"), &organisation.name, |o, name| o.name = name);
    fields.text(ui, t!(texts, "field-organisation-acronym"), &organisation.acronym, |o, acronym| o.acronym = acronym);
    let kinds = words::organisation_kinds(texts);
    let kind = &organisation.kind;
    fields.needed_choice(ui, t!(texts, "field-organisation-kind"), &kinds, kind, |o, kind| o.kind = kind);
    let sectors = &organisation.sectors;
    fields.sectors(ui, t!(texts, "field-organisation-sectors"), sectors, |o, sectors| o.sectors = sectors);
    fields.text(ui, t!(texts, "field-organisation-website"), &organisation.website, |o, site| o.website = site);
    if organisation.kind == OrganisationKind::DiasporaAssociation {
        heritage(ui, fields, organisation, members);
    }

    form::section(ui, t!(texts, "organisation-where"));
    let country = organisation.country;
    fields.country(ui, t!(texts, "field-organisation-country"), country, |o, country| o.country = country);
    fields.text(ui, t!(texts, "field-organisation-place"), &organisation.place, |o, place| o.place = place);
    position::show(ui, fields, organisation.position, |o: &mut Organisation, position| o.position = position);

    form::section(ui, t!(texts, "organisation-checked"));
    let number = &organisation.registration;
    fields.text(ui, t!(texts, "field-organisation-registration"), number, |o, number| o.registration = number);
    let outcomes = choices(DueDiligence::ALL, |outcome| words::due_diligence(texts, outcome));
    let outcome = organisation.due_diligence.as_ref();
    fields.choice(ui, t!(texts, "field-organisation-due-diligence"), &outcomes, outcome, |o, outcome| {
        o.due_diligence = outcome;
    });
    let on = organisation.due_diligence_on;
    fields.date(ui, t!(texts, "field-organisation-due-diligence-on"), on, |o, day| o.due_diligence_on = day);
    let (tone, word) = words::due_diligence_now(texts, organisation, fields.today);
    if !word.is_empty() {
        form::row(ui, "", |ui| ui.add(Tag::new(tone, word)));
    }

    form::section(ui, t!(texts, "organisation-agreement"));
    let from = organisation.agreement_from;
    fields.date(ui, t!(texts, "field-organisation-agreement-from"), from, |o, day| o.agreement_from = day);
    let until = organisation.agreement_until;
    fields.date(ui, t!(texts, "field-organisation-agreement-until"), until, |o, day| o.agreement_until = day);
    if let Some(until) = until {
        let (tone, word) = words::agreement(texts, until, fields.today);
        if !word.is_empty() {
            form::row(ui, "", |ui| ui.add(Tag::new(tone, word)));
        }
    }
    fields.date(ui, t!(texts, "field-organisation-ceased-on"), organisation.ceased_on, |o, day| o.ceased_on = day);

    form::section(ui, t!(texts, "organisation-more"));
    fields.lines(ui, t!(texts, "field-organisation-notes"), &organisation.notes, 4, |o, notes| o.notes = notes);
}

/// Where the people of a diaspora association have their roots, and how many of them volunteer.
fn heritage(ui: &mut Ui, fields: &mut Fields<'_, Organisation>, organisation: &Organisation, members: &[Id]) {
    let texts = fields.texts;
    form::section(ui, t!(texts, "organisation-heritage"));
    let countries = &organisation.heritage;
    fields.countries(ui, t!(texts, "field-organisation-heritage"), countries, |o, countries| o.heritage = countries);
    let (all, languages) = (&fields.choices.languages, &organisation.heritage_languages);
    fields.several(ui, t!(texts, "field-organisation-heritage-languages"), all, languages, |o, languages| {
        o.heritage_languages = languages;
    });
    form::row(ui, t!(texts, "organisation-members"), |ui| {
        if members.is_empty() {
            form::weak(ui, t!(texts, "organisation-no-members"));
        } else if ui.add(Button::link(&t!(texts, "organisation-members-count", count = members.len()))).clicked() {
            let ids = members.to_vec();
            fields.acts.push(Act::ListVolunteers(VolunteerFilter { ids, ..VolunteerFilter::default() }));
        }
    });
}
