//! Wheel, keys and dragging: how a person moves about a plane.

use egui::{EventFilter, Id, Key, Modifiers, Rect, Response, Ui, Vec2, vec2};

use super::strip::Asked;
use super::view::View;

/// How much one step of the keys or buttons enlarges.
pub(in crate::app::widgets) const STEP: f32 = 1.6;

/// Where a plane is painted, and the part of it where there is anything.
#[derive(Clone, Copy)]
pub(in crate::app::widgets) struct Room {
    /// On the screen.
    pub rect: Rect,
    /// On the plane.
    pub world: Rect,
}

/// Claims the arrows for a widget that has the keyboard; whether it has.
pub(in crate::app::widgets) fn claims_keys(ui: &Ui, id: Id) -> bool {
    let focused = ui.memory(|memory| memory.has_focus(id));
    if focused {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    }
    focused
}

/// The way that arrow keys ask to go.
pub(in crate::app::widgets) fn arrows(ui: &Ui) -> Option<Vec2> {
    let keys = [
        (Key::ArrowLeft, vec2(-1.0, 0.0)),
        (Key::ArrowRight, vec2(1.0, 0.0)),
        (Key::ArrowUp, vec2(0.0, -1.0)),
        (Key::ArrowDown, vec2(0.0, 1.0)),
    ];
    keys.into_iter().find(|(key, _)| pressed(ui, *key)).map(|(_, way)| way)
}

/// What keys ask for: plus and minus, and 0 or Home.
pub(in crate::app::widgets) fn zoom_keys(ui: &Ui) -> Option<Asked> {
    let keys = [
        (Key::Plus, Asked::In),
        (Key::Equals, Asked::In),
        (Key::Minus, Asked::Out),
        (Key::Num0, Asked::All),
        (Key::Home, Asked::All),
    ];
    keys.into_iter().find(|(key, _)| pressed(ui, *key)).map(|(_, asked)| asked)
}

/// Whether a key was pressed; it is taken from others. Plus is Shift and another key on many keyboards.
pub(in crate::app::widgets) fn pressed(ui: &Ui, key: Key) -> bool {
    let shift = matches!(key, Key::Plus | Key::Equals);
    ui.input_mut(|input| input.consume_key(Modifiers::NONE, key) || shift && input.consume_key(Modifiers::SHIFT, key))
}

/// Does what buttons or keys ask for.
pub(in crate::app::widgets) fn zoom(view: &mut View, asked: Option<Asked>, room: Room) {
    let camera = view.camera(room.rect, room.world);
    match asked {
        Some(Asked::In) => view.zoom(&camera, STEP, room.rect.center(), room.world),
        Some(Asked::Out) => view.zoom(&camera, STEP.recip(), room.rect.center(), room.world),
        Some(Asked::All) => view.show_all(),
        None => {}
    }
}

/// Moves by dragging `area`, and enlarges by the wheel: with Ctrl, or alone unless the page scrolls by it.
pub(in crate::app::widgets) fn pointer(ui: &Ui, area: &Response, view: &mut View, room: Room, plain_wheel: bool) {
    let camera = view.camera(room.rect, room.world);
    if area.dragged() {
        view.pan(&camera, -area.drag_delta(), room.world);
    }
    let Some(at) = ui.input(|input| input.pointer.hover_pos()).filter(|_| area.contains_pointer()) else { return };
    let scroll = if plain_wheel { take_scroll(ui) } else { Vec2::ZERO };
    let by = ui.input(egui::InputState::zoom_delta) * (scroll.y / 240.0).exp();
    if by != 1.0 {
        view.zoom(&camera, by, at, room.world);
    }
}

/// The turn of the wheel, taken away from what is around.
fn take_scroll(ui: &Ui) -> Vec2 {
    ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta))
}
