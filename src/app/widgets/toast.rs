//! Short messages at the lower edge, with an action such as Undo. They ask for no frames but the one in which they end.

use std::time::Duration;

use egui::accesskit::Role;
use egui::{Align2, Area, Context, Frame, Id, Order, RichText, Ui, vec2};

use super::{Button, Tone};
use crate::app::texts::Texts;
use crate::app::theme::{Icon, colors, measure};
use crate::t;

/// How long a message stays, in seconds.
const STAY: f64 = 6.0;
/// How long a message with an action stays, in seconds.
const STAY_WITH_ACTION: f64 = 10.0;
/// Longer messages go on in a second line, in points.
const WIDTH: f32 = 460.0;
/// Older ones give way.
const MOST: usize = 3;

/// A message; `A` is what its button asks for.
#[derive(Clone, Debug)]
pub struct Toast<A> {
    tone: Tone,
    text: String,
    action: Option<(String, A)>,
    stays: bool,
}

impl<A> Toast<A> {
    /// A message of this tone.
    pub fn new(tone: Tone, text: impl Into<String>) -> Self {
        Self { tone, text: text.into(), action: None, stays: false }
    }

    /// Something went wrong: stays until it is closed.
    pub fn error(text: impl Into<String>) -> Self {
        Self { stays: true, ..Self::new(Tone::Bad, text) }
    }

    /// With a button.
    pub fn action(mut self, label: impl Into<String>, action: A) -> Self {
        self.action = Some((label.into(), action));
        self
    }
}

/// The messages on screen.
#[derive(Debug)]
pub struct Toasts<A> {
    shown: Vec<Shown<A>>,
    next: u64,
}

#[derive(Debug)]
struct Shown<A> {
    number: u64,
    toast: Toast<A>,
    /// The time at which it ends, in egui's seconds; set when it is first shown.
    ends: Option<f64>,
}

impl<A> Default for Toasts<A> {
    fn default() -> Self {
        Self { shown: Vec::new(), next: 0 }
    }
}

impl<A: Clone> Toasts<A> {
    /// Adds a message; it shows in the next frame.
    pub fn push(&mut self, toast: Toast<A>) {
        self.next += 1;
        self.shown.push(Shown { number: self.next, toast, ends: None });
        if self.shown.len() > MOST {
            self.shown.remove(0);
        }
    }

    /// Takes all messages away.
    pub fn clear(&mut self) {
        self.shown.clear();
    }

    /// Shows the messages above the lower edge, `above` points from it. Gives back the action whose button was pressed.
    pub fn show(&mut self, ctx: &Context, texts: &Texts, above: f32) -> Option<A> {
        if self.shown.is_empty() {
            return None;
        }
        let now = ctx.input(|input| input.time);
        for shown in &mut self.shown {
            let stay = if shown.toast.action.is_some() { STAY_WITH_ACTION } else { STAY };
            shown.ends.get_or_insert(if shown.toast.stays { f64::INFINITY } else { now + stay });
        }
        self.shown.retain(|shown| shown.ends.is_none_or(|ends| ends > now));
        let mut pressed = None;
        let mut closed = None;
        let mut offset = above + measure::MARGIN;
        for shown in self.shown.iter_mut().rev() {
            let response = Area::new(Id::unique(("toast", shown.number)))
                .order(Order::Tooltip)
                .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -offset))
                .role(Role::Alert)
                .accessible_name(shown.toast.text.clone())
                .interactable(true)
                .show(ctx, |ui| match content(ui, texts, &shown.toast) {
                    Some(Press::Action) => {
                        pressed = shown.toast.action.as_ref().map(|(_, action)| action.clone());
                        closed = Some(shown.number);
                    }
                    Some(Press::Close) => closed = Some(shown.number),
                    None => {}
                })
                .response;
            if response.contains_pointer() && shown.ends.is_some_and(f64::is_finite) {
                shown.ends = Some(now + STAY);
            }
            offset += response.rect.height() + measure::GAP;
        }
        self.shown.retain(|shown| Some(shown.number) != closed);
        let next_end = self.shown.iter().filter_map(|shown| shown.ends).fold(f64::INFINITY, f64::min);
        if next_end.is_finite() {
            ctx.request_repaint_after(Duration::from_secs_f64((next_end - now).max(0.0) + 0.05));
        }
        pressed
    }
}

enum Press {
    Action,
    Close,
}

fn content<A>(ui: &mut Ui, texts: &Texts, toast: &Toast<A>) -> Option<Press> {
    let c = colors(ui);
    let mut press = None;
    Frame::popup(ui.style()).inner_margin(egui::Margin { left: 14, right: 6, top: 6, bottom: 6 }).show(ui, |ui| {
        ui.horizontal(|ui| {
            let (icon, ink) = match toast.tone {
                Tone::Bad | Tone::Careful => (Icon::Warning, toast.tone.colors(c).0),
                tone => (Icon::Check, if tone == Tone::Neutral { c.good } else { tone.colors(c).0 }),
            };
            let (rect, _) = ui.allocate_exact_size(vec2(16.0, measure::BUTTON), egui::Sense::hover());
            icon.paint(ui.painter(), egui::Rect::from_center_size(rect.center(), vec2(16.0, 16.0)), ink);
            let text = RichText::new(&toast.text).color(c.text);
            let galley = egui::WidgetText::from(text).into_galley(ui, None, WIDTH, egui::TextStyle::Body);
            ui.add(egui::Label::new(galley));
            if let Some((label, _)) = &toast.action
                && ui.add(Button::link(label)).clicked()
            {
                press = Some(Press::Action);
            }
            if ui.add(Button::icon(Icon::Cross, t!(texts, "toast-close"))).clicked() {
                press = Some(Press::Close);
            }
        });
    });
    press
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::texts::Language;
    use crate::app::widgets::testing::harness;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn a_message_offers_its_action_and_goes_by_itself() {
        let texts = Texts::new(Language::English);
        let mut toasts = Toasts::default();
        toasts.push(Toast::new(Tone::Good, "Ana Silva is deleted").action("Undo", 7));
        let mut harness = harness((toasts, Vec::new()), move |ui, (toasts, actions)| {
            actions.extend(toasts.show(ui.ctx(), &texts, 0.0));
        });
        harness.run();
        harness.get_by_role_and_label(Role::Alert, "Ana Silva is deleted");
        harness.get_by_label("Undo").click();
        harness.run();
        assert_eq!(harness.state().1, [7]);
        assert!(harness.query_by_role(Role::Alert).is_none());
        harness.state_mut().0.push(Toast::new(Tone::Neutral, "Saved"));
        harness.state_mut().0.push(Toast::error("The disk is full"));
        harness.run_steps(40); // 10 seconds
        assert!(harness.query_by_label("Saved").is_none());
        harness.get_by_role_and_label(Role::Alert, "The disk is full");
        harness.get_by_label("Close the message").click();
        harness.run();
        assert!(harness.query_by_role(Role::Alert).is_none());
    }
}
