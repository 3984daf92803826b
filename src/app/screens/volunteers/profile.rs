//! Who the person is and what they are called, where they stand, how to reach them, and what is kept of them how long.

use super::shown::Shown;
use super::standing::StandingPart;
use crate::app::screens::record::words::choices;
use crate::app::screens::record::{Fields, Finder};
use crate::app::widgets::form;
use crate::domain::Kind;
use crate::domain::volunteer::{Category, Education, Sex, Volunteer};
use crate::t;
use egui::Ui;

/// Most years in an occupation that a field takes.
const MOST_YEARS: i64 = 60;

pub(super) fn show(
    ui: &mut Ui,
    fields: &mut Fields<'_, Volunteer>,
    finder: &mut Finder,
    standing: &mut StandingPart,
    shown: &Shown,
) {
    let (texts, volunteer) = (fields.texts, &shown.detail.volunteer);
    fields.text(ui, t!(texts, "field-volunteer-full-name"), &volunteer.full_name, |v, name| v.full_name = name);
    standing.show(ui, fields, volunteer.standing, &shown.detail.standings);

    form::section(ui, t!(texts, "volunteer-person"));
    let sexes = choices(Sex::ALL, |sex| texts.sex(sex));
    fields.choice(ui, t!(texts, "field-volunteer-sex"), &sexes, volunteer.sex.as_ref(), |v, sex| v.sex = sex);
    fields.date(ui, t!(texts, "field-volunteer-birth-date"), volunteer.birth_date, |v, day| v.birth_date = day);
    let nationalities = &volunteer.nationalities;
    fields.countries(ui, t!(texts, "field-volunteer-nationalities"), nationalities, |v, chosen| {
        v.nationalities = chosen;
    });
    let passport = volunteer.passport_country;
    fields.country(ui, t!(texts, "field-volunteer-passport-country"), passport, |v, chosen| {
        v.passport_country = chosen;
    });
    fields.country(ui, t!(texts, "field-volunteer-residence"), volunteer.residence, |v, chosen| v.residence = chosen);
    let place = &volunteer.residence_place;
    fields.text(ui, t!(texts, "field-volunteer-residence-place"), place, |v, place| v.residence_place = place);
    let categories = choices(Category::ALL, |category| texts.category(category));
    let own = &volunteer.categories;
    fields.several(ui, t!(texts, "field-volunteer-categories"), &categories, own, |v, chosen| v.categories = chosen);

    form::section(ui, t!(texts, "volunteer-work"));
    let occupation = volunteer.occupation;
    fields.occupation(ui, t!(texts, "field-volunteer-occupation"), occupation, |v, chosen| v.occupation = chosen);
    let title = &volunteer.occupation_title;
    fields.text(ui, t!(texts, "field-volunteer-occupation-title"), title, |v, title| v.occupation_title = title);
    let years = volunteer.occupation_years;
    fields.number(ui, t!(texts, "field-volunteer-occupation-years"), "", years, 0..=MOST_YEARS, |v, years| {
        v.occupation_years = years;
    });
    let educations = choices(Education::ALL, |education| texts.education(education));
    let education = volunteer.education.as_ref();
    fields.choice(ui, t!(texts, "field-volunteer-education"), &educations, education, |v, chosen| v.education = chosen);
    let qualification = &volunteer.qualification;
    fields.text(ui, t!(texts, "field-volunteer-qualification"), qualification, |v, text| v.qualification = text);

    form::section(ui, t!(texts, "volunteer-reach"));
    fields.text(ui, t!(texts, "field-volunteer-email"), &volunteer.email, |v, text| v.email = text);
    fields.text(ui, t!(texts, "field-volunteer-phone"), &volunteer.phone, |v, text| v.phone = text);
    let emergency = &volunteer.emergency_name;
    fields.text(ui, t!(texts, "field-volunteer-emergency-name"), emergency, |v, text| v.emergency_name = text);
    let relation = &volunteer.emergency_relation;
    fields.text(ui, t!(texts, "field-volunteer-emergency-relation"), relation, |v, text| v.emergency_relation = text);
    let phone = &volunteer.emergency_phone;
    fields.text(ui, t!(texts, "field-volunteer-emergency-phone"), phone, |v, text| v.emergency_phone = text);

    form::section(ui, t!(texts, "volunteer-names"));
    fields.text(ui, t!(texts, "field-volunteer-given-name"), &volunteer.given_name, |v, name| v.given_name = name);
    fields.text(ui, t!(texts, "field-volunteer-family-name"), &volunteer.family_name, |v, name| v.family_name = name);
    let own_script = &volunteer.own_script_name;
    fields.text(ui, t!(texts, "field-volunteer-own-script-name"), own_script, |v, name| v.own_script_name = name);

    form::section(ui, t!(texts, "volunteer-heritage"));
    fields.countries(ui, t!(texts, "field-volunteer-heritage"), &volunteer.heritage, |v, chosen| v.heritage = chosen);
    let association = (volunteer.diaspora_organisation, shown.association.as_str());
    let label = t!(texts, "field-volunteer-diaspora-organisation");
    fields.record(ui, finder, label, Kind::Organisation, association, |v, chosen| v.diaspora_organisation = chosen);

    form::section(ui, t!(texts, "volunteer-kept"));
    fields.date(ui, t!(texts, "field-volunteer-consent-on"), volunteer.consent_on, |v, day| v.consent_on = day);
    fields.date(ui, t!(texts, "field-volunteer-keep-until"), volunteer.keep_until, |v, day| v.keep_until = day);
    fields.lines(ui, t!(texts, "field-volunteer-notes"), &volunteer.notes, 4, |v, notes| v.notes = notes);
}
