//! The two records of a pair beside one another: which one stays, what is taken of the other, what hangs on each.

use super::both::{Both, Row, Stand};
use crate::app::screens::record::{layout, mission_row};
use crate::app::screens::volunteers::shown::Shown;
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::theme::{colors, measure};
use crate::app::widgets::{Button, Tag, Tone, form, frames};
use crate::domain::Kind;
use crate::domain::volunteer::{Clearance, LanguageSkill, Skill};
use crate::t;
use egui::accesskit::Role;
use egui::{Align, Label, Layout, RichText, ScrollArea, Ui, WidgetInfo, vec2};
use std::collections::HashMap;

/// What a person has chosen for a pair and not decided on yet. Of the two records, 0 is the one that was there first.
#[derive(Default)]
pub struct Choice {
    /// The record that stays.
    pub keep: usize,
    /// Of the fields in which a person has chosen, by the first of their names, whose value stays.
    of: HashMap<&'static str, usize>,
    /// Why the two are not the same person.
    pub reason: String,
}

impl Choice {
    /// Whose value of a field stays: the chosen one, else that of the record that stays.
    fn side(&self, row: &Row) -> usize {
        self.of.get(row.fields[0]).copied().unwrap_or(self.keep)
    }

    /// The fields that are taken from the record that goes.
    pub fn taken(&self, both: &Both) -> Vec<String> {
        let taken = both.different().filter(|row| self.side(row) != self.keep);
        taken.map(|row| row.fields[0].to_owned()).collect()
    }
}

/// Most of the width that goes to what a row is about, in points.
const LABELS: f32 = 150.0;

/// Shows the two.
pub fn show(ui: &mut Ui, shared: &mut Shared, both: &Both, choice: &mut Choice) {
    // Each pair begins at its top.
    let pair = both.sides.each_ref().map(|side| side.detail.volunteer.id);
    ScrollArea::vertical().id_salt(pair).auto_shrink([false, false]).show(ui, |ui| {
        frames::ground(ui).show(ui, |ui| {
            ui.set_width(ui.available_width());
            frames::card(ui).show(ui, |ui| {
                ui.set_width(ui.available_width());
                heads(ui, shared, both, choice);
            });
            ui.add_space(measure::MARGIN);
            let texts = &shared.texts;
            if both.different().next().is_some() {
                frames::titled_card(ui, t!(texts, "duplicates-different"), |ui| {
                    for field in both.different() {
                        different(ui, texts, field, choice);
                    }
                });
                ui.add_space(measure::MARGIN);
            }
            frames::titled_card(ui, t!(texts, "duplicates-rest"), |ui| {
                for field in both.rows.iter().filter(|row| row.stand != Stand::Different) {
                    quiet(ui, texts, field);
                }
            });
            ui.add_space(measure::MARGIN);
            let title = t!(texts, "duplicates-hangs").to_owned();
            frames::titled_card(ui, &title, |ui| {
                form::note(ui, t!(shared.texts, "duplicates-hangs-note"));
                hanging(ui, shared, both);
            });
        });
    });
}

/// A row of three cells: what it is about, and what each of the two records has.
fn row(ui: &mut Ui, label: &str, mut cell: impl FnMut(&mut Ui, usize)) {
    let labels = LABELS.min(ui.available_width() * 0.25);
    let each = (ui.available_width() - labels - 2.0 * measure::GAP) / 2.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = vec2(measure::GAP, 2.0);
        let weak = colors(ui).weak;
        ui.allocate_ui_with_layout(vec2(labels, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(labels);
            ui.add(Label::new(RichText::new(label).color(weak)).wrap());
        });
        for side in 0..2 {
            ui.allocate_ui_with_layout(vec2(each, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(each);
                // As high as a line of text, so that all stands beside what the row is about.
                ui.spacing_mut().interact_size.y = measure::TAG;
                ui.push_id((label, side), |ui| cell(ui, side));
            });
        }
    });
}

/// One of two to choose, which a screen reader calls `name`.
fn radio(ui: &mut Ui, chosen: bool, text: &str, name: &str) -> bool {
    let response = ui.radio(chosen, text);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, name));
    response.clicked()
}

/// Who the two are, and which record stays.
fn heads(ui: &mut Ui, shared: &mut Shared, both: &Both, choice: &mut Choice) {
    let texts = &shared.texts;
    row(ui, t!(texts, "duplicates-stays"), |ui, side| {
        let volunteer = &both.sides[side].detail.volunteer;
        form::card_title(ui, &volunteer.full_name);
        let keep = t!(texts, "duplicates-keep", reference = volunteer.reference.as_str());
        if radio(ui, choice.keep == side, &keep, &keep) {
            choice.keep = side;
        }
        let open = t!(texts, "duplicates-open", reference = volunteer.reference.as_str());
        if ui.add(Button::link(&open)).clicked() {
            shared.acts.push(Act::Open(Kind::Volunteer, volunteer.id));
        }
    });
}

/// The names of a row's fields, beginning with a capital.
fn label(texts: &Texts, row: &Row) -> String {
    let names: Vec<String> = row.fields.iter().map(|field| texts.field(Kind::Volunteer, field)).collect();
    layout::label(&names.join(", "))
}

/// What a record has in a row, in words.
fn value(texts: &Texts, row: &Row, side: usize) -> String {
    let words = row.fields.iter().zip(&row.values[side]).map(|(field, value)| texts.value(field, value));
    let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    if words.is_empty() { t!(texts, "conflicts-nothing").to_owned() } else { words.join(", ") }
}

/// A field in which one of two values has to be chosen.
fn different(ui: &mut Ui, texts: &Texts, field: &Row, choice: &mut Choice) {
    let label = label(texts, field);
    let kept = choice.side(field);
    row(ui, &label, |ui, side| {
        let value = value(texts, field, side);
        let name = t!(texts, "duplicates-value", field = label.as_str(), value = value.as_str());
        if radio(ui, kept == side, &value, &name) {
            choice.of.insert(field.fields[0], side);
        }
    });
}

/// A field in which nothing has to be chosen.
fn quiet(ui: &mut Ui, texts: &Texts, field: &Row) {
    row(ui, &label(texts, field), |ui, side| {
        let text = value(texts, field, side);
        match field.stand {
            Stand::Only(only) if only != side => drop(form::weak(ui, &text)),
            Stand::Only(_) | Stand::United => {
                ui.horizontal_wrapped(|ui| {
                    ui.label(text);
                    ui.add(Tag::new(Tone::Neutral, t!(texts, "duplicates-kept")));
                });
            }
            Stand::Same | Stand::Different => drop(form::weak(ui, &text)),
        }
    });
}

/// What hangs on each of the two.
fn hanging(ui: &mut Ui, shared: &mut Shared, both: &Both) {
    let parts = |side: &Shown, texts: &Texts| {
        let detail = &side.detail;
        [
            words(&detail.languages, |one| language(texts, one)),
            words(&detail.skills, |one| skill(texts, one)),
            words(&detail.clearances, |one| paper(texts, one)),
            words(&detail.absences, |one| {
                t!(texts, "placement-from-to", from = texts.date(one.first), to = texts.date(one.last))
            }),
        ]
    };
    let of = both.sides.each_ref().map(|side| parts(side, &shared.texts));
    let title = t!(shared.texts, "volunteer-missions").to_owned();
    row(ui, &title, |ui, side| {
        let missions = &both.sides[side].missions;
        count(ui, &shared.texts, missions.len(), "");
        for (mission, title, _) in missions {
            mission_row::show(ui, shared, mission, title);
        }
    });
    let titles = ["volunteer-languages", "volunteer-skills", "volunteer-papers", "volunteer-absences"];
    for (part, title) in titles.into_iter().enumerate() {
        row(ui, shared.texts.get(title), |ui, side| {
            let (number, words) = &of[side][part];
            count(ui, &shared.texts, *number, words);
        });
    }
}

/// How many parts there are, and what they are.
fn words<T>(parts: &[T], word: impl Fn(&T) -> String) -> (usize, String) {
    (parts.len(), parts.iter().map(word).collect::<Vec<_>>().join(", "))
}

fn count(ui: &mut Ui, texts: &Texts, number: usize, words: &str) {
    let text = match (number, words) {
        (0, _) => t!(texts, "conflicts-nothing").to_owned(),
        (_, "") => texts.count(number),
        _ => t!(texts, "duplicates-value", field = texts.count(number), value = words),
    };
    ui.add(Label::new(text).wrap());
}

fn language(texts: &Texts, one: &LanguageSkill) -> String {
    let level = one.level.map_or("", |level| texts.level(level));
    format!("{} {level}", texts.language_name(one.language)).trim_end().to_owned()
}

fn skill(texts: &Texts, one: &Skill) -> String {
    let name = if one.name.is_empty() { t!(texts, "skill-unnamed") } else { &one.name };
    let level = one.level.map(|level| t!(texts, "skill-level-short", level = level)).unwrap_or_default();
    format!("{name} {level}").trim_end().to_owned()
}

fn paper(texts: &Texts, one: &Clearance) -> String {
    let expires = one.expires.map(|day| texts.date(day)).unwrap_or_default();
    let parts = [texts.clearance(one.kind), texts.clearance_state(one.state), &one.number, &expires];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
