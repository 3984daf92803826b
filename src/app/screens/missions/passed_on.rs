//! What a mission passed on: the people it trained, and the level its counterparts have reached.

use super::shown::Shown;
use crate::app::screens::placements::objectives;
use crate::app::screens::record::words::choices;
use crate::app::screens::record::{Entry, Fields, layout};
use crate::app::texts::Texts;
use crate::app::theme::Icon;
use crate::app::widgets::{Button, Select, Tone, form};
use crate::domain::Id;
use crate::domain::mission::{AgeBand, Mission, Trained, Transfer};
use crate::domain::placement::Objective;
use crate::domain::text::joined;
use crate::domain::volunteer::Sex;
use crate::t;
use egui::Ui;

/// Most people that a field takes.
const MOST_PEOPLE: i64 = 9_999;

/// Shows who was trained, and beneath it what came of the competences that the placement is to pass on.
pub(super) fn show(ui: &mut Ui, fields: &mut Fields<'_, Mission>, shown: &Shown, open: &mut Option<Id>) {
    trained(ui, fields, &shown.detail.trained, open);
    if shown.objectives.is_empty() {
        return;
    }
    form::section(ui, t!(fields.texts, "mission-passed-on"));
    for objective in &shown.objectives {
        let looked_at = |transfer: &&Transfer| transfer.objective == objective.id;
        let latest = shown.detail.transfers.iter().rfind(looked_at);
        reached(ui, fields, objective, latest);
    }
}

fn trained(ui: &mut Ui, fields: &mut Fields<'_, Mission>, trained: &[Trained], open: &mut Option<Id>) {
    let texts = fields.texts;
    form::section(ui, t!(texts, "mission-trained"));
    if trained.is_empty() {
        form::weak(ui, t!(texts, "trained-none"));
    } else {
        form::note(ui, &total(texts, trained));
    }
    for group in trained {
        one(ui, fields, group, open);
    }
    if ui.add(Button::outlined(t!(texts, "trained-add")).with_icon(Icon::Plus)).clicked() {
        let (id, of, on) = (Id::random(), fields.id, Some(fields.today));
        *open = Some(id);
        fields.add(Trained { id, of, topic: String::new(), sex: None, age: None, people: 1, on });
    }
}

/// "41 people: female 25, male 12, not known 4".
fn total(texts: &Texts, trained: &[Trained]) -> String {
    let people = |groups: &dyn Fn(&Trained) -> bool| -> usize {
        trained.iter().filter(|group| groups(group)).map(|group| usize::from(group.people)).sum()
    };
    let by_sex: Vec<String> = Sex::ALL
        .iter()
        .map(|sex| (texts.sex(*sex), people(&|group| group.sex == Some(*sex))))
        .chain([(t!(texts, "trained-sex-unknown"), people(&|group| group.sex.is_none()))])
        .filter(|(_, count)| *count > 0)
        .map(|(word, count)| format!("{word} {}", texts.count(count)))
        .collect();
    let all = t!(texts, "trained-people", count = people(&|_| true));
    t!(texts, "trained-total", people = all, sexes = by_sex.join(", "))
}

fn one(ui: &mut Ui, fields: &mut Fields<'_, Mission>, group: &Trained, open: &mut Option<Id>) {
    let texts = fields.texts;
    let title = if group.topic.is_empty() { t!(texts, "trained-unnamed") } else { &group.topic };
    let sex = group.sex.map(|sex| texts.sex(sex)).unwrap_or_default();
    let age = group.age.map(|age| texts.age_band(age)).unwrap_or_default();
    let day = group.on.map(|day| texts.date(day)).unwrap_or_default();
    let note = joined(&[sex, age, &day]);
    let people = t!(texts, "trained-people", count = group.people);
    let mut part = fields.part::<Trained>(group.id);
    let done = Entry::new(title).note(&note).tag(Tone::Neutral, &people).show(ui, texts, group.id, open, |ui| {
        part.text(ui, t!(texts, "field-trained-topic"), &group.topic, |t, topic| t.topic = topic);
        let sexes = choices(Sex::ALL, |sex| texts.sex(sex));
        part.choice(ui, t!(texts, "field-trained-sex"), &sexes, group.sex.as_ref(), |t, sex| t.sex = sex);
        let ages = choices(AgeBand::ALL, |age| texts.age_band(age));
        part.choice(ui, t!(texts, "field-trained-age"), &ages, group.age.as_ref(), |t, age| t.age = age);
        let label = t!(texts, "field-trained-people");
        part.needed_number(ui, label, "", group.people, 1..=MOST_PEOPLE, |t, people| t.people = people);
        part.date(ui, t!(texts, "field-trained-on"), group.on, |t, day| t.on = day);
    });
    if done.removed {
        part.remove();
    }
}

/// One competence: who is to have it, from which level to which, and the level that was reached, dated today where it is
/// chosen anew.
fn reached(ui: &mut Ui, fields: &mut Fields<'_, Mission>, objective: &Objective, latest: Option<&Transfer>) {
    let (texts, today) = (fields.texts, fields.today);
    let title = objectives::title(texts, objective);
    ui.label(title);
    form::note(ui, &joined(&[&objective.counterpart, &objectives::levels(texts, objective)]));
    let label = t!(texts, "transfer-level");
    let name = t!(texts, "transfer-level-of", competence = title);
    let levels = choices(&[1, 2, 3, 4], |level: u8| texts.skill_level(level));
    let before = latest.and_then(|transfer| transfer.level);
    let chosen = form::row(ui, &layout::label(label), |ui| {
        let field = Select::new((fields.id, objective.id), &levels, before.as_ref()).name(&name);
        let field = if latest.is_some() { field.optional(t!(texts, "record-none")) } else { field };
        let chosen = field.show(ui, texts).committed;
        if let Some(transfer) = latest {
            form::note(ui, &t!(texts, "transfer-looked-at", day = texts.date(transfer.on)));
        }
        chosen
    });
    match (chosen, latest) {
        (Some(None), Some(transfer)) => fields.part::<Transfer>(transfer.id).remove(),
        // What was seen on an earlier day stays: how it grew is told by both.
        (Some(level), Some(transfer)) if transfer.on == today => {
            fields.part::<Transfer>(transfer.id).change(move |transfer| transfer.level = level);
        }
        (Some(Some(level)), _) => {
            let (id, of, note) = (Id::random(), fields.id, String::new());
            fields.add(Transfer { id, of, objective: objective.id, level: Some(level), on: today, note });
        }
        (None | Some(None), _) => {}
    }
}
