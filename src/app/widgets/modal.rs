//! Dialogs: a title, a content, one filled button and Cancel. The first field has the focus, Enter confirms, Esc cancels.

use egui::{Align, Context, FocusDirection, Id, Key, Layout, Modifiers, Ui};

use super::{Button, form};
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
    enter_confirms: bool,
    width: f32,
}

impl<'a> Modal<'a> {
    /// A dialog with this title, whose filled button says `confirm`.
    pub fn new(id: impl egui::AsIdSalt, title: &'a str, confirm: &'a str) -> Self {
        Self { id: Id::unique(id), title, confirm, can_confirm: true, enter_confirms: true, width: 440.0 }
    }

    /// Whether all that is needed is there.
    pub fn can_confirm(mut self, can_confirm: bool) -> Self {
        self.can_confirm = can_confirm;
        self
    }

    /// Enter starts a line in a field of several, and does not confirm.
    pub fn enter_writes(mut self) -> Self {
        self.enter_confirms = false;
        self
    }

    /// Its width in points.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Shows the dialog over everything else; `Some` when it has ended. The caller then stops showing it.
    pub fn show<R>(self, ctx: &Context, texts: &Texts, content: impl FnOnce(&mut Ui) -> R) -> (R, Option<Answer>) {
        let Self { id, title, confirm, can_confirm, enter_confirms, width } = self;
        let pass = ctx.cumulative_pass_nr();
        let shown_before: Option<u64> = ctx.data(|data| data.get_temp(id));
        let just_opened = shown_before.is_none_or(|last| last + 2 < pass);
        ctx.data_mut(|data| data.insert_temp(id, pass));
        let dark = ctx.theme() == egui::Theme::Dark;
        let popup_was_open = egui::Popup::is_any_open(ctx);
        let mut answer = None;
        let area = egui::Modal::default_area(id).accessible_name(title);
        let modal = egui::Modal::new(id).area(area).backdrop_color(tokens::of(dark).backdrop).show(ctx, |ui| {
            ui.set_width(width.min(ui.ctx().content_rect().width() - 64.0));
            form::title(ui, title);
            ui.add_space(4.0);
            if just_opened {
                // What had the focus lies behind now; the first that wants it in here gets it.
                ui.memory_mut(|memory| {
                    if let Some(focused) = memory.focused() {
                        memory.surrender_focus(focused);
                    }
                    memory.move_focus(FocusDirection::Next);
                });
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
        // A button with the focus has taken its own Enter as a click, and a list its own as a choice.
        let entered = enter_confirms
            && !popup_was_open
            && !just_opened
            && modal.is_top_modal
            && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        if answer.is_none() && entered && can_confirm {
            answer = Some(Answer::Confirmed);
        }
        if answer.is_none() && modal.should_close() {
            answer = Some(Answer::Cancelled);
        }
        if answer.is_some() {
            ctx.data_mut(|data| data.remove::<u64>(id));
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
        answers: Vec<Answer>,
    }

    fn dialog() -> Harness<'static, Screen> {
        let texts = Texts::new(Language::English);
        harness(Screen::default(), move |ui, screen: &mut Screen| {
            if ui.add(Button::outlined("New office...")).clicked() {
                screen.open = true;
            }
            if screen.open {
                let modal = Modal::new("new office", "New office", "Create").can_confirm(true);
                let (edited, answer) = modal
                    .show(ui.ctx(), &texts, |ui| TextField::new("name", &screen.name).name("Name").show(ui).committed);
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
