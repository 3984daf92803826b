//! Wheel, keys and dragging: what a person does to the view, and to the mission that is held.

use super::layout::{Grip, Scene};
use super::scale::View;
use egui::{EventFilter, Id, Key, Modifiers, PointerButton, Rect, Response, Ui, Vec2, vec2};

/// What the pointer is dragging.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Drag {
    /// Nothing.
    #[default]
    Nothing,
    /// The view.
    View,
    /// A mission.
    Mission,
    /// Nothing any more: Escape took it away, until the button is let go.
    Dropped,
}

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// To see today.
    Today,
    /// To see everything.
    Fit,
    /// To move the focused mission, or an end of it, by keys.
    Hold(Grip),
    /// To type its days.
    TypeDays,
    /// To move what is held by days.
    Step(i64),
    /// To keep what is wanted.
    Keep,
    /// To leave it as it was.
    Leave,
}

/// Points that an arrow scrolls.
const ARROW: f32 = 48.0;
/// A turn of the wheel, as the logarithm of the zoom that egui makes of it, for a step on the ladder.
const TURN: f32 = 0.18;

/// Scrolls and zooms by the wheel while the pointer is over the chart. `turned` keeps parts of a step.
pub fn wheel(ui: &Ui, chart: Rect, all: Rect, view: &mut View, turned: &mut f32) {
    let Some(pointer) = ui.input(|input| input.pointer.hover_pos()).filter(|pointer| all.contains(*pointer)) else {
        return;
    };
    if ui.ctx().layer_id_at(pointer) != Some(ui.layer_id()) {
        return;
    }
    let (zoom, scroll) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta()));
    if zoom == 1.0 {
        *turned = 0.0;
        view.pan(-scroll.x, -scroll.y);
    } else {
        *turned += zoom.ln();
        let steps = (*turned / TURN).trunc();
        if steps != 0.0 {
            *turned -= steps * TURN;
            view.zoom(steps as i32, (pointer.x - chart.left()).clamp(0.0, chart.width()));
        }
    }
}

/// Whether the middle button drags, or the pointer drags the view.
pub fn pans(area: &Response, drag: Drag) -> Vec2 {
    if drag == Drag::View || area.dragged_by(PointerButton::Middle) { -area.drag_delta() } else { vec2(0.0, 0.0) }
}

/// How far the pointer has come since it went down.
pub fn way(ui: &Ui) -> Vec2 {
    let ends = ui.input(|input| (input.pointer.press_origin(), input.pointer.interact_pos()));
    if let (Some(from), Some(to)) = ends { to - from } else { Vec2::ZERO }
}

/// What of which bar lies where the pointer went down, in the frame in which dragging begins, and how far from the left
/// edge that is. Straight up or down always scrolls.
pub fn grabbed(ui: &Ui, area: &Response, scene: &Scene) -> Option<(usize, Grip, f32)> {
    let way = way(ui);
    if way.y.abs() > way.x.abs() {
        return None;
    }
    let at = ui.input(|input| input.pointer.press_origin())? - area.rect.min;
    scene.hit(at.x, at.y).map(|(bar, grip)| (bar, grip, at.x))
}

/// Reads the keys while the chart or a bar of it, `focused`, has the keyboard. Scrolling is done at once; `moving` is
/// whether a mission is held by keys, `on_mission` whether a bar with one mission has the keyboard.
pub fn keys(ui: &Ui, focused: Id, view: &mut View, moving: bool, on_mission: bool) -> Option<Asked> {
    let filter =
        EventFilter { horizontal_arrows: true, vertical_arrows: true, escape: moving, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(focused, filter));
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if moving {
        return held_keys(ui);
    }
    let (page_x, page_y) = (view.width * 0.8, view.height * 0.8);
    let far = f32::MAX / 4.0;
    for (modifiers, key, right, down) in [
        (Modifiers::SHIFT, Key::ArrowLeft, -page_x, 0.0),
        (Modifiers::SHIFT, Key::ArrowRight, page_x, 0.0),
        (Modifiers::NONE, Key::ArrowLeft, -ARROW, 0.0),
        (Modifiers::NONE, Key::ArrowRight, ARROW, 0.0),
        (Modifiers::NONE, Key::ArrowUp, 0.0, -ARROW),
        (Modifiers::NONE, Key::ArrowDown, 0.0, ARROW),
        (Modifiers::NONE, Key::PageUp, 0.0, -page_y),
        (Modifiers::NONE, Key::PageDown, 0.0, page_y),
        (Modifiers::NONE, Key::Home, 0.0, -far),
        (Modifiers::NONE, Key::End, 0.0, far),
    ] {
        if pressed(modifiers, key) {
            view.pan(right, down);
        }
    }
    let middle = view.width / 2.0;
    // Plus is Shift and another key on many keyboards.
    for (key, steps) in [(Key::Plus, 1), (Key::Equals, 1), (Key::Minus, -1)] {
        if pressed(Modifiers::NONE, key) || pressed(Modifiers::SHIFT, key) {
            view.zoom(steps, middle);
        }
    }
    for (key, asked) in [(Key::T, Asked::Today), (Key::F, Asked::Fit)] {
        if pressed(Modifiers::NONE, key) {
            return Some(asked);
        }
    }
    let holds =
        [(Key::M, Asked::Hold(Grip::Whole)), (Key::S, Asked::Hold(Grip::First)), (Key::E, Asked::Hold(Grip::Last))];
    for (key, asked) in holds.into_iter().chain([(Key::D, Asked::TypeDays)]) {
        if on_mission && pressed(Modifiers::NONE, key) {
            return Some(asked);
        }
    }
    None
}

fn held_keys(ui: &Ui) -> Option<Asked> {
    ui.input_mut(|input| {
        let days: i64 = [
            (Modifiers::SHIFT, Key::ArrowLeft, -7),
            (Modifiers::SHIFT, Key::ArrowRight, 7),
            (Modifiers::NONE, Key::ArrowLeft, -1),
            (Modifiers::NONE, Key::ArrowRight, 1),
        ]
        .into_iter()
        .map(|(modifiers, key, days)| input.count_and_consume_key(modifiers, key) as i64 * days)
        .sum();
        if days != 0 {
            Some(Asked::Step(days))
        } else if input.consume_key(Modifiers::NONE, Key::Enter) {
            Some(Asked::Keep)
        } else {
            input.consume_key(Modifiers::NONE, Key::Escape).then_some(Asked::Leave)
        }
    })
}
