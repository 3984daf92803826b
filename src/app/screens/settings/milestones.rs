//! The milestones that missions get, one line each, which opens to its fields.

use super::offset;
use crate::app::screens::record::words::choices;
use crate::app::screens::record::{Choices, Entry, layout};
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::theme::Icon;
use crate::app::widgets::{Button, Offer, Select, TagsField, TextField, Tone, form, frames};
use crate::domain::Id;
use crate::domain::milestones::{Template, Templates};
use crate::domain::mission::Party;
use crate::domain::office::Office;
use crate::domain::volunteer::{Category, ClearanceKind};
use crate::t;
use egui::Ui;

/// What the card remembers.
#[derive(Default)]
pub(super) struct MilestonesCard {
    open: Option<Id>,
}

impl MilestonesCard {
    /// Shows the card; what is changed is an edit of its own.
    pub(super) fn show(&mut self, ui: &mut Ui, shared: &mut Shared, office: &Office) {
        let texts = &shared.texts;
        let mut changed: Option<Templates> = None;
        frames::titled_card(ui, t!(texts, "settings-milestones"), |ui| {
            form::weak(ui, t!(texts, "settings-milestones-text"));
            for (place, template) in office.templates.0.iter().enumerate() {
                let mut wanted = template.clone();
                let note = format!("{}, {}", offset::when(texts, template.offset), texts.party(template.who));
                let (tone, tag) = (Tone::Neutral, if template.only_abroad { t!(texts, "template-abroad") } else { "" });
                // Lines are known by their place, for a template has no id of its own.
                let id = Id::from_random_bits(place as u128 + 1);
                let entry = Entry::new(texts.milestone(&template.name)).note(&note).tag(tone, tag);
                let done = entry.show(ui, texts, id, &mut self.open, |ui| {
                    fields(ui, texts, (office.id, place), &office.templates, &mut wanted);
                });
                if done.removed {
                    let mut rest = office.templates.clone();
                    rest.0.remove(place);
                    self.open = None;
                    changed = Some(rest);
                } else if wanted != *template {
                    let mut all = office.templates.clone();
                    // Whatever waits for it goes on waiting for it.
                    for other in all.0.iter_mut().flat_map(|other| &mut other.waits_for) {
                        if *other == template.name {
                            other.clone_from(&wanted.name);
                        }
                    }
                    all.0[place] = wanted;
                    changed = Some(all);
                }
            }
            ui.add_space(4.0);
            ui.horizontal(|ui| {
                if ui.add(Button::outlined(t!(texts, "settings-add-milestone")).with_icon(Icon::Plus)).clicked() {
                    let mut all = office.templates.clone();
                    all.0.push(Template { name: new_name(texts, &all), ..Template::default() });
                    self.open = Some(Id::from_random_bits(all.0.len() as u128));
                    changed = Some(all);
                }
                let first = Templates::default();
                if office.templates != first && ui.add(Button::link(t!(texts, "settings-milestones-first"))).clicked() {
                    self.open = None;
                    changed = Some(first);
                }
            });
        });
        if let Some(templates) = changed {
            shared.edit(move |file| file.set_templates(templates));
        }
    }
}

/// A name that no other has: "New milestone", "New milestone 2".
fn new_name(texts: &Texts, all: &Templates) -> String {
    let name = t!(texts, "mission-new-milestone");
    let taken = |name: &str| all.0.iter().any(|template| template.name == name);
    let names = std::iter::once(name.to_owned()).chain((2..).map(|number| format!("{name} {number}")));
    names.into_iter().find(|name| !taken(name)).unwrap_or_default()
}

fn fields(ui: &mut Ui, texts: &Texts, salt: (Id, usize), all: &Templates, wanted: &mut Template) {
    let label = &layout::label(t!(texts, "mission-what"));
    let shown = texts.milestone(&wanted.name).to_owned();
    let named = form::row(ui, label, |ui| TextField::new((salt, label), &shown).name(label).show(ui)).committed;
    let taken = |name: &str| all.0.iter().any(|other| other.name == name || texts.milestone(&other.name) == name);
    if let Some(name) = named.map(|name| name.trim().to_owned())
        && !name.is_empty()
        && name != shown
    {
        if taken(&name) {
            form::error(ui, &t!(texts, "rule-same-name", name = name.as_str()));
        } else {
            wanted.name = name;
        }
    }
    one_of(
        ui,
        texts,
        salt,
        t!(texts, "mission-who"),
        &choices(Party::ALL, |party| texts.party(party)),
        &mut wanted.who,
    );
    offset::row(ui, texts, salt, &mut wanted.offset);
    offset::number(
        ui,
        texts,
        salt,
        t!(texts, "template-every"),
        t!(texts, "template-unit-months"),
        &mut wanted.every_months,
    );
    let others: Vec<(String, String)> = all
        .0
        .iter()
        .filter(|other| other.name != wanted.name)
        .map(|other| (other.name.clone(), texts.milestone(&other.name).to_owned()))
        .collect();
    several(ui, texts, salt, t!(texts, "template-waits-for"), &others, &mut wanted.waits_for);
    check(ui, t!(texts, "template-after-clearances"), &mut wanted.after_clearances);
    let label = t!(texts, "template-closed-by");
    let kinds = choices(ClearanceKind::ALL, |kind| texts.clearance(kind));
    let field = Select::new((salt, label), &kinds, wanted.closed_by.as_ref()).name(label);
    let field = field.optional(t!(texts, "record-none"));
    if let Some(kind) = form::row(ui, label, |ui| field.show(ui, texts)).committed {
        wanted.closed_by = kind;
    }
    let categories = choices(Category::ALL, |category| texts.category(category));
    several(ui, texts, salt, t!(texts, "template-categories"), &categories, &mut wanted.categories);
    let countries = &Choices::of(texts.tongue()).countries;
    several(ui, texts, salt, t!(texts, "template-countries"), countries, &mut wanted.countries);
    check(ui, t!(texts, "template-only-abroad"), &mut wanted.only_abroad);
    let mut weeks = Some(wanted.weeks_least).filter(|weeks| *weeks > 0);
    offset::number(ui, texts, salt, t!(texts, "template-weeks-least"), t!(texts, "template-unit-weeks"), &mut weeks);
    wanted.weeks_least = weeks.unwrap_or_default();
    let label = &layout::label(t!(texts, "mission-note"));
    let field = TextField::new((salt, label), &wanted.note).rows(2).name(label);
    if let Some(note) = form::row(ui, label, |ui| field.show(ui)).committed {
        wanted.note = note.trim().to_owned();
    }
}

fn one_of<O: Offer + ?Sized>(
    ui: &mut Ui,
    texts: &Texts,
    salt: (Id, usize),
    label: &str,
    offer: &O,
    value: &mut O::Key,
) {
    let field = Select::new((salt, label), offer, Some(&*value)).name(label);
    if let Some(Some(chosen)) = form::row(ui, label, |ui| field.show(ui, texts)).committed {
        *value = chosen;
    }
}

fn several<O: Offer + ?Sized>(
    ui: &mut Ui,
    texts: &Texts,
    salt: (Id, usize),
    label: &str,
    offer: &O,
    values: &mut Vec<O::Key>,
) {
    let field = TagsField::new((salt, label), offer, values, label);
    if let Some(chosen) = form::row(ui, label, |ui| field.show(ui, texts)).committed {
        *values = chosen;
    }
}

fn check(ui: &mut Ui, label: &str, value: &mut bool) {
    form::row(ui, "", |ui| form::checkbox(ui, label, value));
}
