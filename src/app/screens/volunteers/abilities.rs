//! What the person can do: languages and skills.

use crate::app::screens::record::words::choices;
use crate::app::screens::record::{Entry, Fields};
use crate::app::theme::Icon;
use crate::app::widgets::{Button, Select, form};
use crate::domain::Id;
use crate::domain::detail::VolunteerDetail;
use crate::domain::reference::Language;
use crate::domain::volunteer::{LanguageSkill, Level, Skill, Volunteer};
use crate::t;
use egui::Ui;

/// Most years of practice that a field takes.
const MOST_YEARS: i64 = 60;

pub(super) fn show(ui: &mut Ui, fields: &mut Fields<'_, Volunteer>, detail: &VolunteerDetail, open: &mut Option<Id>) {
    form::section(ui, t!(fields.texts, "volunteer-languages"));
    languages(ui, fields, &detail.languages, open);
    form::section(ui, t!(fields.texts, "volunteer-skills"));
    skills(ui, fields, &detail.skills, open);
}

fn languages(ui: &mut Ui, fields: &mut Fields<'_, Volunteer>, spoken: &[LanguageSkill], open: &mut Option<Id>) {
    let texts = fields.texts;
    for skill in spoken {
        let level = skill.level.map_or(t!(texts, "level-not-known"), |level| texts.level(level));
        let mut part = fields.part::<LanguageSkill>(skill.id);
        let entry = Entry::new(texts.language_name(skill.language)).note(level);
        let done = entry.show(ui, texts, skill.id, open, |ui| {
            let languages = &part.choices.languages;
            part.needed_choice(ui, t!(texts, "part-volunteer-language"), languages, &skill.language, |s, language| {
                s.language = language;
            });
            let levels = choices(Level::ALL, |level| texts.level_in_full(level));
            part.choice(ui, t!(texts, "language-level"), &levels, skill.level.as_ref(), |s, level| s.level = level);
        });
        if done.removed {
            part.remove();
        }
    }
    if let Some(language) = add_language(ui, fields) {
        let skill = LanguageSkill { id: Id::random(), of: fields.id, language, level: None };
        *open = Some(skill.id);
        fields.add(skill);
    }
}

fn add_language(ui: &mut Ui, fields: &Fields<'_, Volunteer>) -> Option<Language> {
    let (texts, name) = (fields.texts, t!(fields.texts, "language-add"));
    let field = Select::new((fields.id, "add language"), &fields.choices.languages, None);
    field.name(name).placeholder(name).width(240.0).show(ui, texts).committed.flatten()
}

fn skills(ui: &mut Ui, fields: &mut Fields<'_, Volunteer>, skills: &[Skill], open: &mut Option<Id>) {
    let texts = fields.texts;
    for skill in skills {
        let title = if skill.name.is_empty() { t!(texts, "skill-unnamed") } else { &skill.name };
        let level = skill.level.map(|level| t!(texts, "skill-level-short", level = level));
        let years =
            skill.years.filter(|years| *years > 0).map(|years| t!(texts, "volunteer-years-short", years = years));
        let note = [level, years].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let mut part = fields.part::<Skill>(skill.id);
        let done = Entry::new(title).note(&note).show(ui, texts, skill.id, open, |ui| {
            part.text(ui, t!(texts, "part-volunteer-skill"), &skill.name, |s, name| s.name = name);
            let levels = [1, 2, 3, 4].map(|level: u8| (level, texts.skill_level(level)));
            part.choice(ui, t!(texts, "skill-level"), &levels, skill.level.as_ref(), |s, level| s.level = level);
            part.number(ui, t!(texts, "skill-years"), "", skill.years, 0..=MOST_YEARS, |s, years| s.years = years);
        });
        if done.removed {
            part.remove();
        }
    }
    if ui.add(Button::outlined(t!(texts, "skill-add")).with_icon(Icon::Plus)).clicked() {
        let skill = Skill { id: Id::random(), of: fields.id, name: String::new(), level: None, years: None };
        *open = Some(skill.id);
        fields.add(skill);
    }
}
