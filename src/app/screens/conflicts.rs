//! Where offices disagree: by record, field by field, with all values, who set each, when, and what they saw.

use crate::app::commands::Command;
use crate::app::loaded::Loaded;
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::theme::{Icon, colors, measure};
use crate::app::widgets::{Button, EmptyState, Tag, TextField, Tone, form, frames};
use crate::domain::{Id, Kind};
use crate::store::{About, Changes, Choice, Claim, Conflict, ConflictId, Done, Op};
use crate::t;
use chrono::Local;
use egui::{Align, Frame, Layout, Panel, ScrollArea, Ui};
use std::collections::{BTreeSet, HashMap};

/// What the screen remembers.
#[derive(Default)]
pub struct ConflictsScreen {
    conflicts: Loaded<(), Vec<Conflict>>,
    /// Values that a person has typed and not decided on yet.
    typed: HashMap<ConflictId, Vec<String>>,
}

/// Records shown at a time: a frame must not grow with what has not been decided.
const SHOWN: usize = 30;

/// What a person asked for in a frame.
enum Asked {
    Decide(Vec<(ConflictId, Choice)>),
    LookedAt(ConflictId, (Kind, Id)),
}

impl ConflictsScreen {
    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared) {
        self.conflicts.latest(&mut shared.desk, &(), |file, ()| file.conflicts(true));
        let mut asked = None;
        self.bar(ui, shared, &mut asked);
        let Some(conflicts) = self.conflicts.value() else { return };
        let texts = &shared.texts;
        if conflicts.is_empty() {
            let _ =
                EmptyState::new(Icon::Check, t!(texts, "conflicts-empty"), t!(texts, "conflicts-empty-text")).show(ui);
            return;
        }
        let (open, beside): (Vec<&Conflict>, Vec<&Conflict>) =
            conflicts.iter().partition(|conflict| conflict.about != About::SideBySide);
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            frames::ground(ui).show(ui, |ui| {
                ui.set_width(ui.available_width());
                let mut records = open.chunk_by(|one, next| one.record == next.record);
                for of_record in records.by_ref().take(SHOWN) {
                    record(ui, texts, &mut shared.acts, of_record, &mut self.typed, &mut asked);
                    ui.add_space(measure::MARGIN);
                }
                let more = records.count();
                if more > 0 {
                    form::weak(ui, &t!(texts, "conflicts-more", count = more));
                    ui.add_space(measure::MARGIN);
                }
                if !beside.is_empty() {
                    side_by_side(ui, texts, &mut shared.acts, &beside, &mut asked);
                }
            });
        });
        match asked {
            Some(Asked::Decide(decisions)) => {
                self.typed.retain(|id, _| decisions.iter().all(|(decided, _)| decided != id));
                shared.edit(move |file| file.settle(&decisions));
            }
            Some(Asked::LookedAt(id, record)) => {
                drop(shared.desk.edit(move |file| {
                    file.looked_at(id)?;
                    Ok(Done { value: (), changes: Changes { records: BTreeSet::from([record]) } })
                }));
            }
            None => {}
        }
    }

    fn bar(&self, ui: &mut Ui, shared: &mut Shared, asked: &mut Option<Asked>) {
        let all: Vec<ConflictId> = self
            .conflicts
            .value()
            .into_iter()
            .flatten()
            .filter(|conflict| conflict.about != About::SideBySide)
            .map(|conflict| conflict.id)
            .collect();
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(egui::Margin::symmetric(measure::MARGIN as i8, 0));
        Panel::top("conflicts bar").exact_size(measure::SCREEN_BAR).resizable(false).frame(frame).show(ui, |ui| {
            ui.horizontal_centered(|ui| {
                let texts = &shared.texts;
                form::title(ui, Command::Conflicts.text(texts));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    for (text, choice) in [
                        (t!(texts, "conflicts-all-theirs"), Choice::Theirs),
                        (t!(texts, "conflicts-all-mine"), Choice::Mine),
                    ] {
                        if ui.add_enabled(!all.is_empty(), Button::outlined(text)).clicked() {
                            *asked = Some(Asked::Decide(all.iter().map(|id| (*id, choice.clone())).collect()));
                        }
                    }
                });
            });
        });
    }
}

/// One record with all that is to be decided about it.
fn record(
    ui: &mut Ui,
    texts: &Texts,
    acts: &mut Vec<Act>,
    conflicts: &[&Conflict],
    typed: &mut HashMap<ConflictId, Vec<String>>,
    asked: &mut Option<Asked>,
) {
    let Some(first) = conflicts.first() else { return };
    frames::card(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            if ui.add(Button::link(&first.name)).clicked() {
                acts.push(Act::Open(first.kind, first.record));
            }
            form::weak(ui, texts.kind(first.kind));
            if conflicts.len() > 1 {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    for (text, choice) in
                        [(t!(texts, "conflicts-theirs"), Choice::Theirs), (t!(texts, "conflicts-mine"), Choice::Mine)]
                    {
                        let name = t!(texts, "conflicts-of", what = text, name = first.name.as_str());
                        if ui.add(Button::quiet(text).tooltip(&name)).clicked() {
                            let all = conflicts.iter().map(|conflict| (conflict.id, choice.clone())).collect();
                            *asked = Some(Asked::Decide(all));
                        }
                    }
                });
            }
        });
        for conflict in conflicts {
            ui.add_space(6.0);
            field(ui, texts, conflict, typed, asked);
        }
    });
}

/// One field with all that is said of it.
fn field(
    ui: &mut Ui,
    texts: &Texts,
    conflict: &Conflict,
    typed: &mut HashMap<ConflictId, Vec<String>>,
    asked: &mut Option<Asked>,
) {
    let part = if conflict.part.is_empty() {
        String::new()
    } else {
        format!("{}: ", texts.value(&format!("{}:{}", conflict.table, conflict.part), &conflict.part))
    };
    let what = match &conflict.about {
        About::Fields { fields } => {
            fields.iter().map(|field| texts.field(conflict.kind, field)).collect::<Vec<_>>().join(", ")
        }
        About::Removal | About::SideBySide => t!(texts, "conflicts-removal").to_owned(),
    };
    form::section(ui, &format!("{part}{what}"));
    for (at, claim) in conflict.claims.iter().enumerate() {
        ui.horizontal_wrapped(|ui| {
            let value = value(texts, conflict, claim);
            let keep = t!(texts, "conflicts-keep", value = value.as_str());
            let button = Button::outlined(t!(texts, "conflicts-keep-this")).tooltip(&keep);
            let response = ui.add(button);
            response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, keep.clone()));
            if response.clicked() {
                *asked = Some(Asked::Decide(vec![(conflict.id, Choice::Claim(at))]));
            }
            ui.strong(&value);
            if claim.own {
                ui.add(Tag::new(Tone::Accent, t!(texts, "conflicts-own")));
            }
            if claim.shown {
                ui.add(Tag::new(Tone::Neutral, t!(texts, "conflicts-shown")));
            }
            form::weak(ui, &said(texts, conflict, claim));
        });
    }
    if let About::Fields { fields } = &conflict.about {
        let shown = || conflict.claims.first().map(|claim| claim.values.clone()).unwrap_or_default();
        let values = typed.entry(conflict.id).or_insert_with(shown);
        ui.horizontal_wrapped(|ui| {
            for (at, name) in fields.iter().enumerate() {
                let Some(value) = values.get_mut(at) else { continue };
                let name = t!(texts, "conflicts-other-value", field = texts.field(conflict.kind, name));
                let field =
                    TextField::new(("other value", conflict.id.to_string(), at), value).name(&name).width(180.0);
                if let Some(text) = field.each_key().show(ui).committed {
                    *value = text;
                }
            }
            let own = conflict.claims.iter().all(|claim| claim.values != *values);
            if ui.add_enabled(own, Button::outlined(t!(texts, "conflicts-take-typed"))).clicked() {
                *asked = Some(Asked::Decide(vec![(conflict.id, Choice::Value(values.clone()))]));
            }
        });
    }
}

fn value(texts: &Texts, conflict: &Conflict, claim: &Claim) -> String {
    match &conflict.about {
        About::Removal if claim.removes => t!(texts, "conflicts-removed").to_owned(),
        About::Removal | About::SideBySide => t!(texts, "conflicts-stays").to_owned(),
        About::Fields { fields } => in_words(texts, fields, &claim.values),
    }
}

fn in_words(texts: &Texts, fields: &[String], values: &[String]) -> String {
    let words: Vec<String> = fields.iter().zip(values).map(|(field, value)| texts.value(field, value)).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { t!(texts, "conflicts-nothing").to_owned() } else { words.join(", ") }
}

/// Who set it, where, when, what they saw there before, and as part of what.
fn said(texts: &Texts, conflict: &Conflict, claim: &Claim) -> String {
    let local = claim.at.with_timezone(&Local);
    let when = format!("{} {}", texts.date(local.date_naive()), local.format("%H:%M"));
    let mut said = t!(texts, "conflicts-by", who = claim.author.as_str(), office = claim.office.as_str(), when = when);
    if claim.doubtful {
        said = format!("{said} {}", t!(texts, "conflicts-doubtful"));
    }
    if let About::Fields { fields } = &conflict.about
        && claim.saw.iter().any(|value| !value.is_empty())
    {
        let saw = in_words(texts, fields, &claim.saw);
        said = format!("{said}; {}", t!(texts, "conflicts-saw", value = saw));
    }
    // That somebody changed the field is on screen; an import, a merge or a move says more.
    let plain =
        matches!(claim.edit, Op::Auto | Op::Changed { .. } | Op::ChangedMany { .. } | Op::ChangedRecords { .. });
    if !plain {
        said = format!("{said}; {}", t!(texts, "conflicts-part-of", edit = texts.op(&claim.edit)));
    }
    said
}

/// What was merely changed in parallel: nothing is to be decided, somebody should look.
fn side_by_side(ui: &mut Ui, texts: &Texts, acts: &mut Vec<Act>, conflicts: &[&Conflict], asked: &mut Option<Asked>) {
    frames::card(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        form::card_title(ui, t!(texts, "conflicts-side-by-side"));
        form::note(ui, t!(texts, "conflicts-side-by-side-note"));
        for conflict in conflicts {
            ui.horizontal(|ui| {
                if ui.add(Button::link(&conflict.name)).clicked() {
                    acts.push(Act::Open(conflict.kind, conflict.record));
                }
                let who: Vec<&str> = conflict.claims.iter().map(|claim| claim.author.as_str()).collect();
                form::weak(ui, &who.join(", "));
                if ui.add(Button::quiet(t!(texts, "conflicts-looked-at"))).clicked() {
                    *asked = Some(Asked::LookedAt(conflict.id, (conflict.kind, conflict.record)));
                }
            });
        }
    });
}
