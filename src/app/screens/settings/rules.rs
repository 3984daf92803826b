//! What the rules of matching ask: how near an occupation must be, who may come along, which papers a mission needs.
//! How much each criterion counts is set on the screen of the plan.

use super::number::Number;
use crate::app::screens::record::Entry;
use crate::app::screens::record::words::choices;
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::widgets::{Select, form, frames};
use crate::domain::Id;
use crate::domain::matching::{Paper, Settings};
use crate::domain::office::Office;
use crate::domain::volunteer::ClearanceKind;
use crate::t;
use egui::Ui;

/// Longest shortest mission with company that a field takes, in weeks: ten years.
const COMPANY_WEEKS: u16 = 520;
/// Most weeks of rest, and of waiting for a paper, that a field takes: two years.
const WAIT_WEEKS: u16 = 104;
/// Most months that a paper must outlast a mission by: five years.
const MARGIN_MONTHS: u16 = 60;
/// Most days of a reservation: a year.
const RESERVE_DAYS: u16 = 366;

/// What is to become of the rules.
type Change = Box<dyn FnOnce(&mut Settings) + Send>;

pub(super) fn show(ui: &mut Ui, shared: &mut Shared, office: &Office, open: &mut Option<Id>) {
    let texts = &shared.texts;
    let rules = &office.matching.rules;
    let mut asked: Option<Change> = None;
    let weeks = t!(texts, "placement-weeks-unit");
    frames::titled_card(ui, t!(texts, "settings-matching"), |ui| {
        form::weak(ui, t!(texts, "settings-matching-text"));
        form::row(ui, t!(texts, "settings-digits"), |ui| {
            let degrees = choices(&[4, 3, 2, 1], |digits: u8| digits_word(texts, digits));
            let field = Select::new((office.id, "digits"), &degrees, Some(&rules.occupation_digits));
            if let Some(Some(digits)) = field.show(ui, texts).committed {
                asked = Some(Box::new(move |rules| rules.occupation_digits = digits));
            }
        });
        let company = Number::new(t!(texts, "settings-company"), rules.company_from_weeks, 0..=COMPANY_WEEKS);
        if let Some(new) = company.unit(weeks).note(t!(texts, "settings-company-note")).show(ui, texts) {
            asked = Some(Box::new(move |rules| rules.company_from_weeks = new));
        }
        form::row(ui, t!(texts, "settings-unknowns"), |ui| {
            let mut plan = rules.plan_unknowns;
            if form::checkbox(ui, t!(texts, "settings-unknowns-plan"), &mut plan).changed() {
                asked = Some(Box::new(move |rules| rules.plan_unknowns = plan));
            }
            form::note(ui, t!(texts, "settings-unknowns-note"));
        });
        let rest = Number::new(t!(texts, "settings-rest"), rules.rest_weeks, 0..=WAIT_WEEKS);
        if let Some(new) = rest.unit(weeks).note(t!(texts, "settings-rest-note")).show(ui, texts) {
            asked = Some(Box::new(move |rules| rules.rest_weeks = new));
        }
        let reserve = Number::new(t!(texts, "settings-reserve"), rules.reserve_days, 1..=RESERVE_DAYS);
        let reserve = reserve.unit(t!(texts, "settings-days-unit")).note(t!(texts, "settings-reserve-note"));
        if let Some(new) = reserve.show(ui, texts) {
            asked = Some(Box::new(move |rules| rules.reserve_days = new));
        }
        papers(ui, texts, office, open, &mut asked);
    });
    if let Some(asked) = asked {
        shared.edit(move |file| file.change_matching(|matching| asked(&mut matching.rules)));
    }
}

fn digits_word(texts: &Texts, digits: u8) -> &str {
    match digits {
        1 => t!(texts, "settings-digits-1"),
        2 => t!(texts, "settings-digits-2"),
        3 => t!(texts, "settings-digits-3"),
        _ => t!(texts, "settings-digits-4"),
    }
}

/// The papers that a mission needs: a line each, which opens to its fields.
fn papers(ui: &mut Ui, texts: &Texts, office: &Office, open: &mut Option<Id>, asked: &mut Option<Change>) {
    let papers = &office.matching.rules.papers;
    form::section(ui, t!(texts, "settings-papers"));
    form::note(ui, t!(texts, "settings-papers-note"));
    for paper in papers {
        let kind = paper.kind;
        let note = paper_words(texts, paper);
        let done = Entry::new(texts.clearance(kind)).note(&note).show(ui, texts, part(kind), open, |ui| {
            one_paper(ui, texts, paper, asked);
        });
        if done.removed {
            *asked = Some(Box::new(move |rules| rules.papers.retain(|paper| paper.kind != kind)));
        }
    }
    let left: Vec<ClearanceKind> =
        ClearanceKind::ALL.iter().copied().filter(|kind| !papers.iter().any(|paper| paper.kind == *kind)).collect();
    let (left, name) = (choices(&left, |kind| texts.clearance(kind)), t!(texts, "settings-paper-add"));
    let field = Select::new((office.id, "add paper"), &left, None).name(name).placeholder(name).width(240.0);
    if let Some(Some(kind)) = field.show(ui, texts).committed {
        *open = Some(part(kind));
        let paper = Paper { kind, lead_weeks: 6, margin_months: 0, only_abroad: false };
        *asked = Some(Box::new(move |rules| rules.papers.push(paper)));
    }
}

fn one_paper(ui: &mut Ui, texts: &Texts, paper: &Paper, asked: &mut Option<Change>) {
    let kind = paper.kind;
    let lead = Number::new(t!(texts, "settings-paper-lead"), paper.lead_weeks, 0..=WAIT_WEEKS);
    let lead = lead.unit(t!(texts, "placement-weeks-unit")).note(t!(texts, "settings-paper-lead-note"));
    if let Some(new) = lead.show(ui, texts) {
        *asked = Some(Box::new(move |rules| with_paper(rules, kind, |paper| paper.lead_weeks = new)));
    }
    let margin = Number::new(t!(texts, "settings-paper-margin"), paper.margin_months, 0..=MARGIN_MONTHS);
    let margin = margin.unit(t!(texts, "settings-months-unit")).note(t!(texts, "settings-paper-margin-note"));
    if let Some(new) = margin.show(ui, texts) {
        *asked = Some(Box::new(move |rules| with_paper(rules, kind, |paper| paper.margin_months = new)));
    }
    let mut only_abroad = paper.only_abroad;
    if form::checkbox(ui, t!(texts, "settings-paper-abroad"), &mut only_abroad).changed() {
        *asked = Some(Box::new(move |rules| with_paper(rules, kind, |paper| paper.only_abroad = only_abroad)));
    }
}

/// A paper in a line: "6 weeks to get, 6 months beyond the last day, only abroad".
fn paper_words(texts: &Texts, paper: &Paper) -> String {
    let lead = t!(texts, "settings-paper-takes", weeks = paper.lead_weeks);
    let margin = (paper.margin_months > 0).then(|| t!(texts, "settings-paper-beyond", months = paper.margin_months));
    let abroad = paper.only_abroad.then(|| t!(texts, "settings-paper-only-abroad").to_owned());
    [Some(lead), margin, abroad].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn with_paper(rules: &mut Settings, kind: ClearanceKind, change: impl FnOnce(&mut Paper)) {
    if let Some(paper) = rules.papers.iter_mut().find(|paper| paper.kind == kind) {
        change(paper);
    }
}

/// What the line of a paper is known by on this screen.
fn part(kind: ClearanceKind) -> Id {
    let place = ClearanceKind::ALL.iter().position(|known| *known == kind).unwrap_or_default();
    Id::from_bytes([u8::try_from(place).unwrap_or(u8::MAX); 16])
}
