//! The bar of the screen: what the plan is worth, what changed since another, and how far a new one has come.

use super::accepting::Accepting;
use super::engine::Doing;
use super::{MatchingScreen, reserve_days, words};
use crate::app::commands::Command;
use crate::app::file_dialog::{Purpose, Question};
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::theme::{Icon, colors, font, measure};
use crate::app::widgets::{Button, Chip, EmptyState, form, paint_line, progress};
use crate::store::Progress;
use crate::t;
use egui::{Align, Frame, Layout, Margin, Panel, Ui};

/// Work that is done sooner than this, in seconds, is not told of: it would only flicker.
pub(super) const PATIENCE: f64 = 0.25;

impl MatchingScreen {
    pub(super) fn bar(&mut self, ui: &mut Ui, shared: &mut Shared) {
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(Margin::symmetric(measure::MARGIN as i8, 8));
        Panel::top("matching bar").resizable(false).frame(frame).show(ui, |ui| {
            ui.horizontal(|ui| {
                let texts = &shared.texts;
                form::title(ui, Command::Matching.text(texts));
                let names = [
                    t!(texts, "matching-accept"),
                    t!(texts, "matching-weights"),
                    t!(texts, "matching-export"),
                    t!(texts, "matching-in-turn"),
                ];
                let [accept, weights, export, in_turn] = names.map(str::to_owned);
                let buttons = names.map(|text| Button::width_of(ui, text) + measure::GAP);
                let room = ui.available_width() - buttons.iter().sum::<f32>();
                let room = egui::vec2(room.max(0.0), measure::BUTTON);
                let layout = Layout::left_to_right(Align::Center);
                ui.allocate_ui_with_layout(room, layout, |ui| {
                    ui.set_min_size(room);
                    if self.overview.value().is_some() {
                        self.plan_line(ui, texts);
                    }
                });
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    // They are for the plan of one mission each, which is not shown then.
                    let overview = self.overview.value().filter(|_| !self.in_turn.is_on());
                    let (has_plan, has_matches) =
                        (overview.is_some(), overview.is_some_and(|overview| !overview.plan.matches.is_empty()));
                    if ui.add_enabled(has_matches, Button::filled(&accept)).clicked()
                        && let Some(overview) = self.overview.value()
                    {
                        self.accepting = Some(Accepting::new(overview, reserve_days(shared), shared));
                    }
                    if ui.add(Button::outlined(&weights).selected(self.weights_open)).clicked() {
                        self.weights_open = !self.weights_open;
                    }
                    let can_export = has_plan && self.exporting.is_none();
                    if ui.add_enabled(can_export, Button::outlined(&export)).clicked() {
                        let name = t!(shared.texts, "matching-file", day = shared.today().to_string());
                        let question = Question { purpose: Purpose::Plan, save: true, name, endings: &["xlsx"] };
                        shared.files.ask(ui.ctx(), question);
                    }
                    if ui.add(Button::outlined(&in_turn).selected(self.in_turn.is_on())).clicked() {
                        self.in_turn.switch();
                    }
                });
            });
            self.since(ui, shared);
        });
    }

    /// The screen while there is no plan yet.
    pub(super) fn first_plan(&mut self, ui: &mut Ui, shared: &Shared) {
        let texts = &shared.texts;
        if let Doing::Stopped = self.engine.doing() {
            let (title, text) = (t!(texts, "matching-stopped"), t!(texts, "matching-stopped-text"));
            let actions = [t!(texts, "matching-plan-again")];
            if EmptyState::new(Icon::Post, title, text).actions(&actions).show(ui).is_some() {
                self.engine.plan_again();
            }
            return;
        }
        if !self.is_busy(ui) {
            return;
        }
        Frame::new().inner_margin(Margin::same(measure::MARGIN as i8)).show(ui, |ui| {
            let planning = t!(texts, "matching-planning");
            if let Some((text, done)) = under_way(texts, &self.engine.doing(), planning) {
                if progress::show(ui, texts, &text, done) {
                    self.engine.cancel();
                }
            } else {
                following(ui, planning);
            }
        });
    }

    /// What the plan is worth; in its place, what is being done about it.
    fn plan_line(&mut self, ui: &mut Ui, texts: &Texts) {
        let busy = self.is_busy(ui);
        if let Some(progress) = self.exporting.as_ref().filter(|_| busy) {
            let (done, total, share) = share(texts, progress);
            if progress::in_line(ui, texts, &t!(texts, "matching-writing", done = done, total = total), share) {
                progress.cancel();
            }
            return;
        }
        match self.engine.doing() {
            Doing::Stopped => {
                form::weak(ui, t!(texts, "matching-stopped-old"));
                if ui.add(Button::link(t!(texts, "matching-plan-again"))).clicked() {
                    self.engine.plan_again();
                }
                return;
            }
            doing if busy => {
                let following_text = t!(texts, "matching-following");
                if let Some((text, done)) = under_way(texts, &doing, following_text) {
                    if progress::in_line(ui, texts, &text, done) {
                        self.engine.cancel();
                    }
                } else {
                    following(ui, following_text);
                }
                return;
            }
            _ => {}
        }
        let Some(overview) = self.overview.value() else { return };
        let plan = words::plan(texts, &overview.plan);
        let (rect, response) = ui.allocate_exact_size(ui.available_size(), egui::Sense::hover());
        paint_line(ui, rect, Align::Min, &plan, font::body(), colors(ui).weak);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, &plan));
        response.on_hover_text(plan);
    }

    /// Whether the plan has been worked on for so long that the person should see it.
    fn is_busy(&mut self, ui: &Ui) -> bool {
        self.exporting = self.exporting.take().filter(|progress| {
            let (done, total) = progress.done_of();
            !progress.is_cancelled() && (total == 0 || done < total)
        });
        let is_still = matches!(self.engine.doing(), Doing::Nothing | Doing::Stopped) && !self.overview.is_waiting();
        if is_still && self.exporting.is_none() {
            self.busy_since = None;
            return false;
        }
        let now = ui.input(|input| input.time);
        // How far it has come is painted anew ten times a second; the end of the work wakes the window by itself.
        ui.ctx().request_repaint_after(std::time::Duration::from_millis(100));
        now - *self.busy_since.get_or_insert(now) >= PATIENCE
    }

    /// What changed since another plan, rules that are set aside, pins that cannot be kept.
    fn since(&mut self, ui: &mut Ui, shared: &Shared) {
        let mut from_here = false;
        let since = self.overview.value().and_then(|overview| words::since(&shared.texts, &overview.since));
        if since.is_some() || !self.trial.relaxed.is_empty() {
            ui.horizontal_wrapped(|ui| {
                let texts = &shared.texts;
                if let Some(since) = since {
                    if Chip::new(&since).selected(self.moves_open).show(ui).response.clicked() {
                        self.moves_open = !self.moves_open;
                    }
                    from_here = ui.add(Button::link(t!(texts, "matching-compare-from-here"))).clicked();
                }
                if !self.trial.relaxed.is_empty() {
                    let text = t!(texts, "matching-relaxed", count = self.trial.relaxed.len());
                    let chip = Chip::new(&text).selected(true).removable(t!(texts, "matching-relaxed-end")).show(ui);
                    if chip.removed || chip.response.clicked() {
                        self.trial.relaxed.clear();
                    }
                }
            });
        }
        if let Some(overview) = self.overview.value().filter(|_| self.moves_open) {
            for line in words::moves(&shared.texts, &overview.names, &overview.since.moves, 6) {
                form::note(ui, &line);
            }
        }
        if let Some(overview) = self.overview.value().filter(|overview| !overview.plan.unkept.is_empty()) {
            let count = overview.plan.unkept.len();
            let who = overview.plan.unkept.iter().take(3).filter_map(|one| overview.names.get(&one.volunteer));
            let who = who.map(String::as_str).collect::<Vec<_>>().join(", ");
            form::note(ui, &t!(shared.texts, "matching-unkept", count = count, who = who));
        }
        if from_here {
            self.trial.compared_from += 1;
            self.moves_open = false;
        }
    }
}

/// What is being done that can be stopped, and how much of it is done.
/// `at_first` is said until it is known how much there is to do.
fn under_way(texts: &Texts, doing: &Doing<'_>, at_first: &str) -> Option<(String, Option<f32>)> {
    match doing {
        Doing::Reading(progress) if progress.done_of().1 == 0 => Some((at_first.to_owned(), None)),
        Doing::Reading(progress) => {
            let (done, total, share) = share(texts, progress);
            Some((t!(texts, "matching-reading", done = done, total = total), share))
        }
        Doing::Planning(progress) => {
            let (done, total, share) = share(texts, progress);
            Some((t!(texts, "matching-judging", done = done, total = total), share))
        }
        Doing::Nothing | Doing::Following | Doing::Stopped => None,
    }
}

/// Steps done and steps in all, in words and as a share of the whole.
fn share(texts: &Texts, progress: &Progress) -> (String, String, Option<f32>) {
    let (done, total) = progress.done_of();
    (texts.count(done.min(total)), texts.count(total), (total > 0).then(|| done as f32 / total as f32))
}

/// Work that cannot be stopped, since it is done soon.
fn following(ui: &mut Ui, text: &str) {
    ui.horizontal(|ui| {
        ui.add(egui::Spinner::new().size(16.0).color(colors(ui).accent));
        form::weak(ui, text);
    });
}
