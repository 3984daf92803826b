//! What a practice is: what was wrong, what was done, what came of it, and what it needs to work elsewhere.

use super::words;
use crate::app::screens::record::Fields;
use crate::app::widgets::form;
use crate::domain::detail::PracticeDetail;
use crate::domain::practice::{Practice, PracticeStanding};
use crate::t;
use egui::Ui;

pub(super) fn show(ui: &mut Ui, fields: &mut Fields<'_, Practice>, detail: &PracticeDetail) {
    let (texts, practice) = (fields.texts, &detail.practice);
    fields.text(ui, t!(texts, "field-practice-title"), &practice.title, |p, title| p.title = title);
    let stages = words::stages(texts);
    fields.needed_choice(ui, t!(texts, "field-practice-stage"), &stages, &practice.stage, |p, stage| p.stage = stage);
    let suggested = PracticeStanding::of(&detail.replications).suggests();
    if !detail.replications.is_empty() && suggested != practice.stage {
        let (word, _) = words::stage(texts, suggested);
        form::row(ui, "", |ui| form::note(ui, &t!(texts, "practice-suggests", stage = word)));
    }
    let lines = |ui: &mut Ui, fields: &mut Fields<'_, Practice>, label: &str, text: &str, set: Setter| {
        fields.lines(ui, label, text, 3, set);
    };
    form::section(ui, t!(texts, "practice-what"));
    lines(ui, fields, t!(texts, "field-practice-context"), &practice.context, |p, text| p.context = text);
    lines(ui, fields, t!(texts, "field-practice-problem"), &practice.problem, |p, text| p.problem = text);
    lines(ui, fields, t!(texts, "field-practice-steps"), &practice.steps, |p, text| p.steps = text);
    lines(ui, fields, t!(texts, "field-practice-results"), &practice.results, |p, text| p.results = text);

    form::section(ui, t!(texts, "practice-elsewhere"));
    lines(ui, fields, t!(texts, "field-practice-conditions"), &practice.conditions, |p, text| p.conditions = text);
    lines(ui, fields, t!(texts, "field-practice-constraints"), &practice.constraints, |p, text| p.constraints = text);

    form::section(ui, t!(texts, "practice-about"));
    let countries = &practice.countries;
    fields.countries(ui, t!(texts, "field-practice-countries"), countries, |p, countries| p.countries = countries);
    fields.sectors(ui, t!(texts, "field-practice-sectors"), &practice.sectors, |p, sectors| p.sectors = sectors);
    let (all, chosen) = (&fields.choices.occupations, &practice.occupations);
    fields.several(ui, t!(texts, "field-practice-occupations"), all, chosen, |p, chosen| p.occupations = chosen);
    let (all, chosen) = (&fields.choices.languages, &practice.languages);
    fields.several(ui, t!(texts, "field-practice-languages"), all, chosen, |p, chosen| p.languages = chosen);
    fields.date(ui, t!(texts, "field-practice-noted-on"), practice.noted_on, |p, day| p.noted_on = day);
    fields.lines(ui, t!(texts, "field-practice-documents"), &practice.documents, 2, |p, text| p.documents = text);
}

type Setter = fn(&mut Practice, String);
