//! What a placement asks of a volunteer.

use super::words;
use crate::app::screens::record::words::choices;
use crate::app::screens::record::{Entry, Fields};
use crate::app::texts::Texts;
use crate::app::widgets::{Select, Tone, form};
use crate::domain::Id;
use crate::domain::placement::{Placement, Requirement, RequirementKind, Weight};
use crate::domain::volunteer::Level;
use crate::t;
use egui::Ui;

/// Most years that a field takes.
const MOST_YEARS: i64 = 60;

pub(super) fn show(
    ui: &mut Ui,
    fields: &mut Fields<'_, Placement>,
    requirements: &[Requirement],
    open: &mut Option<Id>,
) {
    let texts = fields.texts;
    if let Some(kind) = add(ui, texts, fields.id) {
        let requirement = Requirement {
            id: Id::random(),
            of: fields.id,
            weight: Weight::Must,
            kind,
            name: String::new(),
            language: None,
            language_level: None,
            skill_level: None,
            years: None,
        };
        *open = Some(requirement.id);
        fields.add(requirement);
    }
    form::note(ui, t!(texts, "requirement-note"));
    if requirements.is_empty() {
        form::weak(ui, t!(texts, "requirement-none"));
    }
    for requirement in requirements {
        let (title, kind) = (words::requirement(texts, requirement), words::requirement_kind(texts, requirement.kind));
        let tone = if requirement.weight == Weight::Must { Tone::Accent } else { Tone::Neutral };
        let entry = Entry::new(&title).note(kind).tag(tone, words::weight(texts, requirement.weight));
        let mut part = fields.part::<Requirement>(requirement.id);
        if entry.show(ui, texts, requirement.id, open, |ui| one(ui, &mut part, requirement)).removed {
            part.remove();
        }
    }
}

/// The field that adds a requirement of the kind chosen in it.
fn add(ui: &mut Ui, texts: &Texts, placement: Id) -> Option<RequirementKind> {
    let kinds = words::requirement_kinds(texts);
    let name = t!(texts, "requirement-add");
    let field = Select::new((placement, "add requirement"), &kinds, None).name(name).placeholder(name).width(240.0);
    field.show(ui, texts).committed.flatten()
}

fn one(ui: &mut Ui, part: &mut Fields<'_, Requirement>, requirement: &Requirement) {
    let texts = part.texts;
    let weights = choices(Weight::ALL, |weight| words::weight_in_full(texts, weight));
    part.needed_choice(ui, t!(texts, "requirement-weight"), &weights, &requirement.weight, |r, weight| {
        r.weight = weight;
    });
    let name = &requirement.name;
    let years = t!(texts, "requirement-years-unit");
    match requirement.kind {
        RequirementKind::Skill => {
            part.text(ui, t!(texts, "requirement-kind-skill"), name, |r, name| r.name = name);
            let levels = choices(&[1, 2, 3, 4], |level: u8| texts.skill_level(level));
            let level = requirement.skill_level.as_ref();
            part.choice(ui, t!(texts, "requirement-level-least"), &levels, level, |r, level| r.skill_level = level);
            part.number(ui, t!(texts, "requirement-years-least"), years, requirement.years, 0..=MOST_YEARS, |r, n| {
                r.years = n;
            });
        }
        RequirementKind::Language => {
            let languages = &part.choices.languages;
            let language = requirement.language.as_ref();
            part.choice(ui, t!(texts, "requirement-kind-language"), languages, language, |r, chosen| {
                r.language = chosen;
            });
            let levels = choices(Level::ALL, |level| texts.level_in_full(level));
            let level = requirement.language_level.as_ref();
            part.choice(ui, t!(texts, "requirement-level-least"), &levels, level, |r, level| r.language_level = level);
        }
        RequirementKind::Qualification => {
            part.text(ui, t!(texts, "requirement-kind-qualification"), name, |r, name| r.name = name);
        }
        RequirementKind::Experience => {
            part.number(ui, t!(texts, "requirement-years-least"), years, requirement.years, 0..=MOST_YEARS, |r, n| {
                r.years = n;
            });
            part.text(ui, t!(texts, "requirement-of-what"), name, |r, name| r.name = name);
        }
        RequirementKind::Other => {
            part.text(ui, t!(texts, "requirement-kind-other"), name, |r, name| r.name = name);
        }
    }
}
