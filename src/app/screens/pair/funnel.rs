//! How many people are left after each rule: a bar a rule, and what the rule alone keeps out.

use super::reasons;
use crate::app::texts::Texts;
use crate::app::theme::{colors, font, measure};
use crate::app::widgets::{form, paint_line};
use crate::matching::candidates::{Candidates, Step};
use crate::t;
use egui::accesskit::Role;
use egui::{Align, Sense, Ui, WidgetInfo, vec2};

/// How many people are left after each rule that takes somebody away.
pub fn show(ui: &mut Ui, texts: &Texts, found: &Candidates) {
    form::section(ui, t!(texts, "candidates-who-can-go"));
    let number = |count| texts.count(count);
    bar(ui, t!(texts, "candidates-everyone"), (found.pool, &number(found.pool)), found.pool, "");
    let mut before = found.pool;
    for step in &found.funnel {
        if step.left < before || step.unknown > 0 {
            let count = (step.left, number(step.left));
            bar(ui, reasons::rule(texts, step.rule), (count.0, &count.1), found.pool, &step_note(texts, step));
        }
        before = step.left;
    }
    if found.member_count > 0 {
        let word = t!(texts, "candidates-members");
        bar(ui, word, (found.member_count, &number(found.member_count)), found.pool, "");
    }
}

fn step_note(texts: &Texts, step: &Step) -> String {
    let without = (step.only_this > 0).then(|| t!(texts, "candidates-only-this", count = step.only_this));
    let unknown = (step.unknown > 0).then(|| t!(texts, "candidates-unknown", count = step.unknown));
    without.into_iter().chain(unknown).collect::<Vec<_>>().join(", ")
}

/// One line of the funnel: a word, a bar as long as its share of all, the number, and a note.
fn bar(ui: &mut Ui, word: &str, (count, number): (usize, &str), all: usize, note: &str) {
    let c = colors(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
    response.widget_info(|| {
        let mut name = format!("{word}: {number}");
        if !note.is_empty() {
            name = format!("{name}, {note}");
        }
        WidgetInfo::labeled(Role::Label, true, name)
    });
    let (label, rest) = rect.split_left_right_at_x(rect.left() + measure::LABEL_COLUMN.min(rect.width() * 0.4));
    paint_line(ui, label.shrink2(vec2(2.0, 0.0)), Align::Min, word, font::body(), c.text);
    let longest = (rest.width() * 0.3).max(24.0);
    let share = if all == 0 { 0.0 } else { count as f32 / all as f32 };
    let length = if count == 0 { 0.0 } else { (longest * share).max(2.0) };
    let shape = egui::Rect::from_min_size(rest.min + vec2(0.0, 4.0), vec2(length, 12.0));
    ui.painter().rect_filled(shape, 2, c.accent);
    let mut room = rest;
    room.min.x += length + 6.0;
    room.min.x += paint_line(ui, room, Align::Min, number, font::medium(), c.text) + 8.0;
    if room.width() > 20.0 {
        let width = paint_line(ui, room, Align::Min, note, font::small(), c.weak);
        if width + 2.0 >= room.width() {
            response.on_hover_text(note);
        }
    }
}
