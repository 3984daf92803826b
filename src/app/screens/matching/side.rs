//! One person beside one placement: what is asked and had, what makes the fit, who would move, and what can be decided.

use super::deciding::{About, Deciding, Wish};
use super::proposal::{self, Reader};
use super::shown::{self, Pair};
use super::{MatchingScreen, ask, reserve_days, words};
use crate::app::file_dialog::{Purpose, Question};
use crate::app::screens::pair::{comparison, reasons};
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::widgets::{Button, Tag, Tone, form};
use crate::domain::Kind;
use crate::domain::decision::DecisionKind;
use crate::t;
use egui::{ScrollArea, Ui};

impl MatchingScreen {
    /// Shows the pair chosen.
    pub(super) fn side(&mut self, ui: &mut Ui, shared: &mut Shared) {
        let Some((volunteer, placement)) = self.chosen() else {
            form::weak(ui, t!(shared.texts, "matching-choose-pair"));
            return;
        };
        let (desk, trial, about) = (&shared.desk, &self.trial, (volunteer, placement));
        let told = ask(&self.engine, desk, trial, &mut self.pair, about, |kept, (volunteer, placement)| {
            shown::pair(kept, *volunteer, *placement)
        });
        let of_pair = |pair: &&Pair| {
            (pair.explanation.choice.candidate.volunteer, pair.explanation.choice.placement) == (volunteer, placement)
        };
        let Some(pair) = told.filter(of_pair) else { return };
        let mut wish = None;
        ScrollArea::vertical().id_salt("pair").auto_shrink([false, false]).show(ui, |ui| {
            wish = one_pair(ui, shared, pair);
        });
        let candidate = &pair.explanation.choice.candidate;
        match wish {
            Some(Asked::Wish(wish)) => {
                let about = About {
                    volunteer,
                    placement,
                    name: &candidate.name,
                    title: &pair.placement.title,
                    days: candidate.days,
                    against: candidate.failed().next().is_some(),
                };
                self.deciding = Some(Deciding::new(wish, &about, reserve_days(shared), shared));
            }
            Some(Asked::Print(reader)) => {
                let office = shared.desk.office().map(|summary| summary.office.name.clone()).unwrap_or_default();
                let (page, name) = proposal::page(&shared.texts, pair, reader, &office, shared.today());
                self.printing = Some(page);
                let question = Question { purpose: Purpose::Proposal, save: true, name, endings: &["pdf"] };
                shared.files.ask(ui.ctx(), question);
            }
            Some(Asked::TakeBack) => shared.edit(move |file| file.undecide(placement, volunteer)),
            None => {}
        }
    }
}

enum Asked {
    Wish(Wish),
    TakeBack,
    Print(Reader),
}

fn one_pair(ui: &mut Ui, shared: &mut Shared, pair: &Pair) -> Option<Asked> {
    let mut asked = None;
    let texts = &shared.texts;
    let choice = &pair.explanation.choice;
    let candidate = &choice.candidate;
    let when = reasons::free(texts, candidate.days);
    let title = pair.placement.title.as_str();
    form::record_title(ui, &candidate.name, &t!(texts, "matching-for", title = title, when = when.as_str()));
    ui.horizontal_wrapped(|ui| {
        let tone = if pair.explanation.allowed { Tone::Good } else { Tone::Bad };
        ui.add(Tag::new(tone, &t!(texts, "candidates-fit", fit = candidate.fit)));
        let questions = candidate.questions().count();
        if questions > 0 {
            ui.add(Tag::new(Tone::Careful, &t!(texts, "candidates-questions", count = questions)));
        }
        if let Some(decision) = &pair.decision {
            let mut word = texts.decision(decision.kind).to_owned();
            if let Some(until) = decision.until {
                word = format!("{word}, {}", t!(texts, "matching-to-day", day = texts.date(until)));
            }
            ui.add(Tag::new(Tone::Neutral, &word));
        }
        let is_planned = choice.planned == Some(choice.placement);
        let (mut cost, tone) = words::cost(texts, choice.cost.as_ref(), is_planned);
        if choice.cost.is_some() && !is_planned {
            cost = t!(texts, "matching-plan-would-lose", cost = cost);
        }
        ui.add(Tag::new(tone, &cost));
    });
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        let wishes = [
            (Wish::Propose, Button::filled(t!(texts, "matching-propose-dots"))),
            (Wish::Decide(DecisionKind::Pinned), Button::outlined(t!(texts, "matching-pin"))),
            (Wish::Decide(DecisionKind::Held), Button::outlined(t!(texts, "matching-hold"))),
            (Wish::Decide(DecisionKind::NotHere), Button::outlined(t!(texts, "matching-not-here"))),
            (Wish::Decide(DecisionKind::NotAtPartner), Button::outlined(t!(texts, "matching-not-partner"))),
        ];
        for (wish, button) in wishes {
            if ui.add(button).clicked() {
                asked = Some(Asked::Wish(wish));
            }
        }
        if pair.decision.is_some() && ui.add(Button::link(t!(texts, "matching-take-back"))).clicked() {
            asked = Some(Asked::TakeBack);
        }
    });
    moves(ui, texts, pair);
    ui.add_space(4.0);
    comparison::sides(ui, texts, candidate, &pair.placement);
    comparison::criteria(ui, texts, candidate);
    ui.add_space(8.0);
    let volunteer = candidate.volunteer;
    let mut open = None;
    ui.horizontal_wrapped(|ui| {
        if ui.add(Button::link(t!(texts, "candidates-open-volunteer"))).clicked() {
            open = Some((Kind::Volunteer, volunteer));
        }
        if ui.add(Button::link(t!(texts, "matching-open-placement"))).clicked() {
            open = Some((Kind::Placement, pair.placement.id));
        }
        if ui.add(Button::link(t!(texts, "matching-print"))).clicked() {
            asked = Some(Asked::Print(Reader::Office));
        }
        if ui.add(Button::link(t!(texts, "matching-print-partner"))).clicked() {
            asked = Some(Asked::Print(Reader::Partner));
        }
    });
    if let Some((kind, id)) = open {
        shared.acts.push(Act::Open(kind, id));
    }
    asked
}

/// Who would move if this pair were chosen, or what the plan would lose without it.
fn moves(ui: &mut Ui, texts: &Texts, pair: &Pair) {
    let choice = &pair.explanation.choice;
    if choice.planned == Some(choice.placement) {
        if let Some(without) = &pair.explanation.without {
            let cost = words::cost(texts, Some(without), false).0;
            form::note(ui, &t!(texts, "matching-without", cost = cost));
        }
        return;
    }
    let Some(cost) = choice.cost.as_ref().filter(|cost| !cost.moves.is_empty()) else { return };
    form::section(ui, t!(texts, "matching-if-chosen"));
    for line in words::moves(texts, &pair.names, &cost.moves, 8) {
        form::note(ui, &line);
    }
}
