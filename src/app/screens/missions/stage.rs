//! How a mission came to its stage, and the way on: the next stage, its date, who says so, and why.

use super::shown::Shown;
use super::words;
use crate::app::desk::Ticket;
use crate::app::screens::record::layout;
use crate::app::screens::record::words::choices;
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::theme::{Icon, measure};
use crate::app::widgets::{Button, Chip, DateField, Select, Tag, TextField, Tone, form};
use crate::domain::mission::{EarlyEnd, Mission, Party, Stage, StageStep};
use crate::domain::{Id, Kind};
use crate::store::EarlyEnding;
use crate::t;
use chrono::NaiveDate;
use egui::Ui;

/// What the tab remembers of the step that is being entered, and of one that ends the mission.
#[derive(Default)]
pub(super) struct StageTab {
    entered: Option<Entered>,
    /// The mission, and the answer that it has ended.
    ending: Option<(Id, Ticket<()>)>,
}

/// A step before it is made.
struct Entered {
    /// The mission and the stage it has: a step that was made, or undone, begins anew.
    of: (Id, Stage),
    to: Stage,
    on: NaiveDate,
    by: Party,
    reason: String,
    ending: EarlyEnding,
}

impl Entered {
    fn new(shown: &Shown, to: Stage, today: NaiveDate) -> Self {
        let mission = &shown.detail.mission;
        let last = mission.last_working_day.unwrap_or(today).clamp(mission.first, mission.last);
        let ending = EarlyEnding {
            kind: mission.early_end.unwrap_or(EarlyEnd::Resignation),
            notice_on: mission.notice_on,
            last_working_day: last,
            last,
        };
        let (of, reason) = ((mission.id, mission.stage), mission.early_end_reason.clone());
        Self { of, to, on: today, by: words::who_says(to), reason, ending }
    }

    /// The mission as it would be.
    fn wanted(&self, mission: &Mission) -> Mission {
        let mut wanted = Mission { stage: self.to, ..mission.clone() };
        if self.to == Stage::EndedEarly {
            wanted.last = self.ending.last;
        }
        wanted
    }
}

impl StageTab {
    /// Begins the step that ends the mission early.
    pub(super) fn begin_early_end(&mut self, shown: &Shown, today: NaiveDate) {
        self.entered = Some(Entered::new(shown, Stage::EndedEarly, today));
    }

    /// Whether this mission has just ended here: its final report is what comes next.
    pub(super) fn has_ended(&mut self, mission: Id) -> bool {
        let ended = self.ending.as_ref().is_some_and(|(of, ended)| ended.take().is_some() && *of == mission);
        if ended {
            self.ending = None;
        }
        ended
    }

    /// Shows the tab.
    pub(super) fn show(&mut self, ui: &mut Ui, shared: &mut Shared, shown: &Shown) {
        let mission = &shown.detail.mission;
        let today = shared.today();
        match mission.stage.next().first() {
            Some(usual) => {
                let of = (mission.id, mission.stage);
                let mut entered = self
                    .entered
                    .take()
                    .filter(|entered| entered.of == of)
                    .unwrap_or_else(|| Entered::new(shown, *usual, today));
                if way_on(ui, shared, shown, &mut entered) {
                    let made = make(shared, mission.id, &entered);
                    self.ending = entered.to.is_over().then_some((mission.id, made));
                }
                self.entered = Some(entered);
            }
            None => over(ui, shared, mission),
        }
        form::section(ui, t!(shared.texts, "mission-steps"));
        for step in newest_first(&shown.detail.steps) {
            past(ui, &shared.texts, step);
        }
    }
}

/// Steps of one day stay in the order in which they were made.
fn newest_first(steps: &[StageStep]) -> Vec<&StageStep> {
    let mut steps: Vec<&StageStep> = steps.iter().collect();
    steps.sort_by_key(|step| step.on);
    steps.reverse();
    steps
}

/// The form of the next step; returns whether it is to be made.
fn way_on(ui: &mut Ui, shared: &Shared, shown: &Shown, entered: &mut Entered) -> bool {
    let (mission, today) = (&shown.detail.mission, shared.today());
    let texts = &shared.texts;
    form::section(ui, t!(texts, "mission-next"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        for stage in mission.stage.next() {
            let chip = Chip::new(texts.stage(*stage).0).selected(*stage == entered.to);
            if chip.show(ui).response.clicked() {
                (entered.to, entered.by) = (*stage, words::who_says(*stage));
            }
        }
    });
    ui.add_space(4.0);
    let id = mission.id;
    if entered.to == Stage::EndedEarly {
        ending(ui, texts, entered, id, mission, today);
    }
    form::row(ui, t!(texts, "mission-step-on"), |ui| {
        let field = DateField::new((id, "step on"), Some(entered.on), today).required();
        if let Some(Some(day)) = field.show(ui, texts).committed {
            entered.on = day;
        }
    });
    form::row(ui, t!(texts, "mission-said-by"), |ui| {
        let parties = choices(Party::ALL, |party| texts.party(party));
        let field = Select::new((id, "said by"), &parties, Some(&entered.by)).name(t!(texts, "mission-said-by"));
        if let Some(Some(by)) = field.show(ui, texts).committed {
            entered.by = by;
        }
    });
    let needs_reason = entered.to.needs_reason();
    form::row(ui, t!(texts, "mission-step-reason"), |ui| {
        let hint = if needs_reason { t!(texts, "mission-reason-needed") } else { "" };
        let field = TextField::new((id, "step reason"), &entered.reason).rows(2).placeholder(hint).each_key();
        let field = field.name(t!(texts, "mission-step-reason"));
        if let Some(reason) = field.show(ui).committed {
            entered.reason = reason;
        }
    });
    let wanted = entered.wanted(mission);
    let broken = shown.check(&wanted).err();
    if let Some(broken) = &broken {
        layout::remark(ui, Icon::Cross, Tone::Bad, &words::refusal(texts, shown, &wanted, broken));
    }
    let ready = broken.is_none() && !(needs_reason && entered.reason.trim().is_empty());
    ui.add_space(4.0);
    let label = t!(texts, "mission-step-to", stage = texts.stage(entered.to).0);
    ui.add_enabled(ready, Button::filled(&label)).clicked()
}

/// What is asked beside the reason when a mission ends early.
fn ending(ui: &mut Ui, texts: &Texts, entered: &mut Entered, id: Id, mission: &Mission, today: NaiveDate) {
    let ending = &mut entered.ending;
    form::row(ui, &layout::label(t!(texts, "mission-early-end-kind")), |ui| {
        let kinds = choices(EarlyEnd::ALL, |kind| texts.early_end(kind));
        let name = layout::label(t!(texts, "mission-early-end-kind"));
        let field = Select::new((id, "ending kind"), &kinds, Some(&ending.kind)).name(&name);
        if let Some(Some(kind)) = field.show(ui, texts).committed {
            ending.kind = kind;
        }
    });
    form::row(ui, &layout::label(t!(texts, "field-mission-notice-on")), |ui| {
        if let Some(day) = DateField::new((id, "notice"), ending.notice_on, today).show(ui, texts).committed {
            ending.notice_on = day;
        }
    });
    form::row(ui, &layout::label(t!(texts, "field-mission-last-working-day")), |ui| {
        let field = DateField::new((id, "worked"), Some(ending.last_working_day), today).required();
        if let Some(Some(day)) = field.show(ui, texts).committed {
            ending.last_working_day = day;
            ending.last = ending.last.max(day);
        }
    });
    form::row(ui, &layout::label(t!(texts, "field-mission-last")), |ui| {
        let field = DateField::new((id, "ends"), Some(ending.last), today).base(mission.first).required();
        if let Some(Some(day)) = field.show(ui, texts).committed {
            ending.last = day;
            ending.last_working_day = ending.last_working_day.min(day);
        }
    });
}

fn make(shared: &mut Shared, mission: Id, entered: &Entered) -> Ticket<()> {
    let (to, on, by, reason) = (entered.to, entered.on, entered.by, entered.reason.clone());
    if to == Stage::EndedEarly {
        let ending = entered.ending;
        shared.desk.edit(move |file| file.end_early(mission, ending, on, by, &reason))
    } else {
        shared.desk.edit(move |file| file.step(mission, to, on, by, &reason))
    }
}

/// What is said of a mission whose stage stays.
fn over(ui: &mut Ui, shared: &mut Shared, mission: &Mission) {
    let texts = &shared.texts;
    ui.add_space(measure::GAP);
    form::weak(ui, t!(texts, "mission-over"));
    if ui.add(Button::link(t!(texts, "mission-open-placement"))).clicked() {
        shared.acts.push(Act::Open(Kind::Placement, mission.placement));
    }
}

/// A step that was made.
fn past(ui: &mut Ui, texts: &Texts, step: &StageStep) {
    form::row(ui, &texts.date(step.on), |ui| {
        let (word, tone) = texts.stage(step.stage);
        ui.horizontal(|ui| {
            ui.set_min_height(measure::FIELD);
            ui.add(Tag::new(tone, word));
            form::weak(ui, texts.party(step.by));
        });
        if !step.reason.is_empty() {
            form::note(ui, &step.reason);
        }
    });
}
