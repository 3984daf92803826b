//! What a person has typed into a field and the record does not have yet.
//!
//! A draft lives from the first key to Enter or to leaving the field. It then shows for a moment longer, so that the
//! old value does not flash while the office file takes the new one.

use egui::{Id, Ui};

/// How long a finished value is shown before the record must have it, in seconds.
const PATIENCE: f64 = 1.0;

#[derive(Clone)]
struct Draft {
    text: String,
    state: State,
    /// The pass in which the field was last on screen.
    seen: u64,
}

#[derive(Clone, PartialEq)]
enum State {
    /// Being typed.
    Typing,
    /// Handed over at this time, when the record still said `before`.
    Sent { before: String, at: f64 },
    /// Cannot be read; stays until it is put right or Esc is pressed.
    Refused,
}

/// What the field `id` shows: the draft if there is one, else what the record has.
pub(super) fn shown(ui: &Ui, id: Id, recorded: &str) -> String {
    let Some(mut draft) = ui.data(|data| data.get_temp::<Draft>(id)) else { return recorded.to_owned() };
    let pass = ui.ctx().cumulative_pass_nr();
    let keep = match &draft.state {
        // A field that was away meanwhile shows what the record has now.
        State::Typing | State::Refused => draft.seen + 1 >= pass,
        State::Sent { before, at } => before == recorded && ui.input(|input| input.time) - at < PATIENCE,
    };
    if keep {
        draft.seen = pass;
        let text = draft.text.clone();
        ui.data_mut(|data| data.insert_temp(id, draft));
        text
    } else {
        forget(ui, id);
        recorded.to_owned()
    }
}

fn put(ui: &Ui, id: Id, text: &str, state: State) {
    let draft = Draft { text: text.to_owned(), state, seen: ui.ctx().cumulative_pass_nr() };
    ui.data_mut(|data| data.insert_temp(id, draft));
}

/// Remembers what has been typed so far.
pub(super) fn typed(ui: &Ui, id: Id, text: &str) {
    put(ui, id, text, State::Typing);
}

/// Keeps a text that cannot be read on screen.
pub(super) fn refused(ui: &Ui, id: Id, text: &str) {
    put(ui, id, text, State::Refused);
}

/// The text has been handed over as the new value.
pub(super) fn sent(ui: &Ui, id: Id, text: &str, before: &str) {
    put(ui, id, text, State::Sent { before: before.to_owned(), at: ui.input(|input| input.time) });
    ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(PATIENCE));
}

/// Whether something is being typed that was neither handed over nor refused.
pub(super) fn is_typing(ui: &Ui, id: Id) -> bool {
    ui.data(|data| data.get_temp::<Draft>(id)).is_some_and(|draft| draft.state == State::Typing)
}

/// Whether something stands in the field that could not be read.
pub(super) fn is_refused(ui: &Ui, id: Id) -> bool {
    ui.data(|data| data.get_temp::<Draft>(id)).is_some_and(|draft| draft.state == State::Refused)
}

/// Back to what the record has.
pub(super) fn forget(ui: &Ui, id: Id) {
    ui.data_mut(|data| data.remove::<Draft>(id));
}
