//! The middle of the screen: one placement with its people, or one person with the placements they could have.

use super::choices::{ChoiceLine, columns};
use super::lines::Lines;
use super::shown::{self, Person, Post};
use super::{MatchingScreen, View, ask, words};
use crate::app::screens::pair::{funnel, reasons};
use crate::app::screens::placements::words::{start_window, weeks};
use crate::app::screens::record::layout::remark;
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::theme::{Icon, colors, measure};
use crate::app::widgets::{Chip, Table, Tone, form};
use crate::domain::Id;
use crate::matching::plan::{Choice, Relaxed, WhyEmpty};
use crate::t;
use egui::{Frame, Margin, ScrollArea, Ui};

impl MatchingScreen {
    /// Shows the placement or the person chosen in the list.
    pub(super) fn middle(&mut self, ui: &mut Ui, shared: &mut Shared) {
        let chosen = match self.view {
            View::Places => self.places.selection.cursor(),
            View::LeftOut => self.people.selection.cursor(),
        };
        let Some(id) = chosen else {
            Frame::new().inner_margin(Margin::same(measure::MARGIN as i8)).show(ui, |ui| {
                form::weak(ui, t!(shared.texts, "matching-nobody-left-out"));
            });
            return;
        };
        if self.others_of != Some(id) {
            self.others_of = Some(id);
            self.others.selection.clear();
        }
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(Margin::same(measure::MARGIN as i8));
        frame.show(ui, |ui| match self.view {
            View::Places => self.place(ui, shared, id),
            View::LeftOut => self.left_out(ui, shared, id),
        });
    }

    fn place(&mut self, ui: &mut Ui, shared: &mut Shared, id: Id) {
        let (desk, trial) = (&shared.desk, &self.trial);
        let told = ask(&self.engine, desk, trial, &mut self.post, id, |kept, id| shown::post(kept, *id));
        // Another placement's people would mislead; after an edit, its own stay until the new ones are there.
        let Some(post) = told.filter(|post| post.placement.id == id) else { return waiting(ui) };
        let texts = &shared.texts;
        form::record_title(ui, &post.placement.title, &subtitle(texts, post));
        // On a low screen the table is what matters: the rest goes up out of sight.
        let is_low = ui.available_height() < 540.0;
        let height = (ui.available_height() * if is_low { 0.54 } else { 0.42 }).max(120.0);
        let relaxed = &mut self.trial.relaxed;
        ScrollArea::vertical().id_salt("funnel").max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            funnel::show(ui, texts, &post.funnel);
            if is_low {
                beneath_the_funnel(ui, texts, post, relaxed);
            }
        });
        if !is_low {
            beneath_the_funnel(ui, texts, post, relaxed);
        }
        form::section(ui, t!(texts, "matching-choices"));
        let lines = Lines { texts, lines: people(texts, post) };
        lines.choose(&mut self.others, |_| true);
        if lines.lines.is_empty() {
            form::weak(ui, t!(texts, "matching-nobody-near"));
            return;
        }
        let name = t!(texts, "matching-person");
        let columns = columns(texts, name, ui.available_width());
        Table::new("matching choices", t!(texts, "matching-choices"), &columns).show(
            ui,
            texts,
            &mut self.others,
            &lines,
        );
    }

    fn left_out(&mut self, ui: &mut Ui, shared: &mut Shared, id: Id) {
        let (desk, trial) = (&shared.desk, &self.trial);
        let told = ask(&self.engine, desk, trial, &mut self.person, id, |kept, id| shown::person(kept, *id));
        let Some(person) = told.filter(|person| person.id == id) else { return waiting(ui) };
        let texts = &shared.texts;
        form::record_title(ui, &person.name, t!(texts, "matching-why-not-me"));
        ui.add_space(4.0);
        if let Some(out) = &person.why {
            remark(ui, Icon::Warning, Tone::Careful, &words::why_left_out(texts, &person.names, out));
        }
        nearest(ui, texts, person);
        form::section(ui, t!(texts, "matching-places-for"));
        let line = |choice| choice_line(choice, choice.placement, name_of(person, choice.placement));
        let mut lines: Vec<ChoiceLine<'_>> = person.choices.iter().map(line).collect();
        let unfit = person.nearest.iter().map(|(id, _)| ChoiceLine {
            id: *id,
            name: name_of(person, *id),
            candidate: None,
            cost: None,
            is_planned: false,
            note: None,
            fits: false,
        });
        lines.extend(unfit);
        let lines = Lines { texts, lines };
        lines.choose(&mut self.others, |_| true);
        let columns = columns(texts, t!(texts, "matching-placement"), ui.available_width());
        let title = t!(texts, "matching-places-for");
        Table::new("matching posts", title, &columns).show(ui, texts, &mut self.others, &lines);
    }
}

/// Shown until an answer has come.
fn waiting(ui: &mut Ui) {
    ui.add(egui::Spinner::new().size(16.0).color(colors(ui).accent));
}

fn name_of(person: &Person, placement: Id) -> &str {
    person.names.get(&placement).map_or("", String::as_str)
}

/// What would have to change for the placement that comes nearest.
fn nearest(ui: &mut Ui, texts: &Texts, person: &Person) {
    let Some((id, findings)) = &person.nearest else { return };
    let Some(placement) = person.placements.get(id) else { return };
    form::weak(ui, &t!(texts, "matching-nearest", placement = placement.title.as_str()));
    for finding in findings.iter().take(4) {
        remark(ui, Icon::Cross, Tone::Bad, &reasons::sides(texts, finding, placement).line(texts));
    }
}

fn subtitle(texts: &Texts, post: &Post) -> String {
    let placement = &post.placement;
    let urgency = if post.urgency >= 4 { texts.priority(crate::domain::placement::Priority::Urgent).0 } else { "" };
    let free = t!(texts, "matching-free-places", count = post.free);
    let parts = [
        post.organisation.clone(),
        texts.country(placement.country).to_owned(),
        free,
        start_window(texts, placement.start_from, placement.start_until),
        match weeks(texts, placement.weeks_least, placement.weeks_most) {
            weeks if weeks.is_empty() => weeks,
            weeks => t!(texts, "matching-weeks", weeks = weeks),
        },
        if placement.together { t!(texts, "matching-team").to_owned() } else { String::new() },
        urgency.to_owned(),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// What can be tried, and why places stay empty.
fn beneath_the_funnel(ui: &mut Ui, texts: &Texts, post: &Post, relaxed: &mut Vec<Relaxed>) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        relaxing(ui, texts, post, relaxed);
        if let Some(empty) = &post.why {
            let icon = if matches!(empty.why, WhyEmpty::Nobody { .. }) { Icon::Cross } else { Icon::Warning };
            remark(ui, icon, Tone::Careful, &words::why_empty(texts, &post.names, empty));
            for line in words::if_filled(texts, &post.names, empty) {
                form::note(ui, &line);
            }
        }
    });
}

/// A chip for each rule that alone keeps somebody out: set aside for this placement, to see who comes in.
fn relaxing(ui: &mut Ui, texts: &Texts, post: &Post, relaxed: &mut Vec<Relaxed>) {
    let here = Some(post.placement.id);
    let is_set_aside = |rule, relaxed: &[Relaxed]| relaxed.contains(&Relaxed { rule, placement: here });
    let steps: Vec<_> =
        post.funnel.funnel.iter().filter(|step| step.only_this > 0 || is_set_aside(step.rule, relaxed)).collect();
    if steps.is_empty() {
        return;
    }
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        form::note(ui, t!(texts, "matching-set-aside"));
        for step in steps {
            let set_aside = is_set_aside(step.rule, relaxed);
            let rule = reasons::rule(texts, step.rule);
            let text = if set_aside { rule.to_owned() } else { format!("{rule} +{}", texts.count(step.only_this)) };
            if Chip::new(&text).selected(set_aside).show(ui).response.clicked() {
                let pair = Relaxed { rule: step.rule, placement: here };
                if set_aside {
                    relaxed.retain(|other| *other != pair);
                } else {
                    relaxed.push(pair);
                }
            }
        }
    });
}

/// Those who fit, then those who nearly do.
fn people<'a>(texts: &Texts, post: &'a Post) -> Vec<ChoiceLine<'a>> {
    let decided = |id: Id| {
        let decision = post.decisions.iter().find(|decision| decision.volunteer == id)?;
        Some((Tone::Neutral, texts.decision(decision.kind).to_owned()))
    };
    let fitting = post.choices.iter().map(|choice| ChoiceLine {
        note: decided(choice.candidate.volunteer),
        is_planned: choice.planned == Some(post.placement.id),
        ..choice_line(choice, choice.candidate.volunteer, &choice.candidate.name)
    });
    let is_new = |id: Id| !post.choices.iter().any(|choice| choice.candidate.volunteer == id);
    let nearly =
        post.funnel.nearest.iter().filter(|candidate| is_new(candidate.volunteer)).map(|candidate| ChoiceLine {
            id: candidate.volunteer,
            name: &candidate.name,
            candidate: Some(candidate),
            cost: None,
            is_planned: false,
            note: decided(candidate.volunteer),
            fits: false,
        });
    fitting.chain(nearly).collect()
}

fn choice_line<'a>(choice: &'a Choice, id: Id, name: &'a str) -> ChoiceLine<'a> {
    ChoiceLine {
        id,
        name,
        candidate: Some(&choice.candidate),
        cost: choice.cost.as_ref(),
        is_planned: choice.planned == Some(choice.placement),
        note: None,
        fits: true,
    }
}
