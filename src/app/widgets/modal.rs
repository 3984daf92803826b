//! Dialogs: a title, a content, one filled button and Cancel. The first field has the focus, Enter confirms, Esc cancels.

use egui::{Align, Context, FocusDirection, Id, Key, Layout, Modifiers, Ui};

use super::{Button, form, frames};
use crate::app::texts::Texts;
use crate::app::theme::tokens;
use crate::t;

/// How a dialog ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The filled button, or Enter.
    Confirmed,
    /// Cancel, Esc, or a click beside the dialog.
    Cancelled,
}

/// A dialog.
#[must_use = "a dialog shows only by show()"]
#[derive(Debug)]
pub struct Modal<'a> {
    id: Id,
    title: &'a str,
    confirm: &'a str,
    can_confirm: bool,
    width: f32,
}

/// What is remembered of a dialog that is open.
#[derive(Clone, Copy, Default)]
struct Shown {
    /// The pass in which it was last shown.
    pass: u64,
    focus_given: bool,
}

impl<'a> Modal<'a> {
    /// A dialog with this title, whose filled button says `confirm`.
    pub fn new(id: impl egui::AsIdSalt, title: &'a str, confirm: &'a str) -> Self {
        Self { id: Id::unique(id), title, confirm, can_confirm: true, width: 440.0 }
    }

    /// Whether all that is needed is there.
    pub fn can_confirm(mut self, can_confirm: bool) -> Self {
        self.can_confirm = can_confirm;
        self
    }

    /// Its width in points.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Shows the dialog over everything else; `Some` when it has ended. The caller then stops showing it.
    pub fn show<R>(self, ctx: &Context, texts: &Texts, content: impl FnOnce(&mut Ui) -> R) -> (R, Option<Answer>) {
        let Self { id, title, confirm, can_confirm, width } = self;
        let pass = ctx.cumulative_pass_nr();
        let before: Option<Shown> = ctx.data(|data| data.get_temp(id));
        let mut shown = before.filter(|shown| shown.pass + 2 >= pass).unwrap_or_default();
        shown.pass = pass;
        let had_focus = shown.focus_given;
        let dark = ctx.theme() == egui::Theme::Dark;
        let popup_was_open = egui::Popup::is_any_open(ctx);
        let focused = ctx.memory(|memory| memory.focused());
        let mut answer = None;
        let area = egui::Modal::default_area(id).accessible_name(title);
        let modal = egui::Modal::new(id)
            .area(area)
            .frame(frames::dialog(&ctx.global_style()))
            .backdrop_color(tokens::of(dark).backdrop)
            .show(ctx, |ui| {
                ui.set_width(width.min(ui.ctx().content_rect().width() - 64.0));
                form::title(ui, title);
                ui.add_space(4.0);
                if !shown.focus_given && !ui.is_sizing_pass() {
                    // What had the focus lies behind now; the first that wants it in here gets it.
                    ui.memory_mut(|memory| {
                        if let Some(focused) = memory.focused() {
                            memory.surrender_focus(focused);
                        }
                        memory.move_focus(FocusDirection::Next);
                    });
                    shown.focus_given = true;
                }
                let inner = content(ui);
                ui.add_space(8.0);
                // From the right, in this order: the tab key still meets the filled button first.
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if ui.add_enabled(can_confirm, Button::filled(confirm)).clicked() {
                        answer = Some(Answer::Confirmed);
                    }
                    if ui.add(Button::outlined(t!(texts, "cancel"))).clicked() {
                        answer = Some(Answer::Cancelled);
                    }
                });
                inner
            });
        // Whatever keeps the focus has a use for Enter itself: a button, a checkbox, a list, a field of several lines.
        // A field of one line gives it up.
        let taken = focused.is_some_and(|id| ctx.memory(|memory| memory.has_focus(id)));
        let entered = !taken
            && !popup_was_open
            && had_focus
            && modal.is_top_modal
            && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        if answer.is_none() && entered && can_confirm {
            answer = Some(Answer::Confirmed);
        }
        if answer.is_none() && modal.should_close() {
            answer = Some(Answer::Cancelled);
        }
        ctx.data_mut(|data| data.insert_temp(id, shown));
        if answer.is_some() {
            ctx.data_mut(|data| data.remove::<Shown>(id));
        }
        (modal.inner, answer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::texts::Language;
    use crate::app::widgets::TextField;
    use crate::app::widgets::testing::harness;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    #[derive(Default)]
    struct Screen {
        name: String,
        open: bool,
        head_office: bool,
        answers: Vec<Answer>,
    }

    fn dialog() -> Harness<'static, Screen> {
        let texts = Texts::new(Language::English);
        harness(Screen::default(), move |ui, screen: &mut Screen| {
            if ui.add(Button::outlined("New office...")).clicked() {
                screen.open = true;
            }
            if screen.open {
                let modal = Modal::new("new office", "New office", "Create").can_confirm(!screen.name.is_empty());
                let (edited, answer) = modal.show(ui.ctx(), &texts, |ui| {
                    let edited = TextField::new("name", &screen.name).name("Name").each_key().show(ui).committed;
                    form::checkbox(ui, "Head office", &mut screen.head_office);
                    edited
                });
                if let Some(name) = edited {
                    screen.name = name;
                }
                if let Some(answer) = answer {
                    screen.open = false;
                    screen.answers.push(answer);
                }
            }
        })
    }

    #[test]
    fn the_first_field_has_the_focus_and_enter_confirms() {
        let mut harness = dialog();
        harness.get_by_label("New office...").click();
        harness.run();
        assert!(harness.get_by_label("Name").is_focused());
        harness.get_by_label("Name").type_text("Nairobi");
        harness.run();
        harness.key_press(Key::Tab);
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert!(harness.state().head_office && harness.state().open, "Enter belongs to the checkbox");
        harness.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(
            (harness.state().name.as_str(), harness.state().answers.as_slice()),
            ("Nairobi", [Answer::Confirmed].as_slice())
        );
    }

    #[test]
    fn escape_and_cancel_leave_it() {
        let mut harness = dialog();
        harness.get_by_label("New office...").click();
        harness.run();
        harness.key_press(Key::Escape);
        harness.run();
        harness.get_by_label("New office...").click();
        harness.run();
        harness.get_by_label("Cancel").click();
        harness.run();
        assert_eq!(harness.state().answers, [Answer::Cancelled; 2]);
    }
}
