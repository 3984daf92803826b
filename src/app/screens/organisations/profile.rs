//! What an organisation is, where it is, and its agreement with us.

use super::words;
use crate::app::screens::position;
use crate::app::screens::record::Fields;
use crate::app::widgets::{Tag, form};
use crate::domain::organisation::Organisation;
use crate::t;
use egui::Ui;

pub(super) fn show(ui: &mut Ui, fields: &mut Fields<'_, Organisation>, organisation: &Organisation) {
    let texts = fields.texts;
    fields.text(ui, t!(texts, "field-organisation-name"), &organisation.name, |o, name| o.name = name);
    fields.text(ui, t!(texts, "field-organisation-acronym"), &organisation.acronym, |o, acronym| o.acronym = acronym);
    let kinds = words::organisation_kinds(texts);
    let kind = &organisation.kind;
    fields.needed_choice(ui, t!(texts, "field-organisation-kind"), &kinds, kind, |o, kind| o.kind = kind);
    let sectors = &organisation.sectors;
    fields.sectors(ui, t!(texts, "field-organisation-sectors"), sectors, |o, sectors| o.sectors = sectors);
    fields.text(ui, t!(texts, "field-organisation-website"), &organisation.website, |o, site| o.website = site);

    form::section(ui, t!(texts, "organisation-where"));
    let country = organisation.country;
    fields.country(ui, t!(texts, "field-organisation-country"), country, |o, country| o.country = country);
    fields.text(ui, t!(texts, "field-organisation-place"), &organisation.place, |o, place| o.place = place);
    position::show(ui, fields, organisation.position, |o: &mut Organisation, position| o.position = position);

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
