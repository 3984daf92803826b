//! The keyboard of a table: arrows, pages, ends, Enter, Space, Ctrl+A, Ctrl+C, and finding a row by typing.

use egui::{Event, EventFilter, Id, Key, Modifiers, Ui};

use super::cell::Cell;
use super::{Column, Done, Rows, TableState};
use crate::app::widgets::selection::Reach;
use crate::domain::text::fold;

/// Letters that follow one another within this time belong to one word, in seconds.
const TYPING_PAUSE: f64 = 1.0;

pub(super) fn handle<R: Rows>(
    ui: &Ui,
    id: Id,
    columns: &[Column<'_>],
    page: usize,
    state: &mut TableState<R::Key>,
    rows: &R,
    done: &mut Done,
) {
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
    let count = rows.count();
    if count == 0 || !ui.input(|input| input.events.iter().any(is_of_keyboard)) {
        return;
    }
    let key_at = |row| rows.key(row);
    let cursor = state.selection.cursor_row(count, key_at);
    if let Some((target, reach)) = movement(ui, cursor, page, count) {
        state.selection.go(target, reach, count, key_at);
        state.scroll_to = Some(target);
        done.selected = true;
    }
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if let Some(row) = cursor {
        if pressed(Modifiers::NONE, Key::Enter) {
            done.opened = Some(row);
        }
        if pressed(Modifiers::COMMAND, Key::Space) || pressed(Modifiers::NONE, Key::Space) {
            state.selection.go(row, Reach::Toggle, count, key_at);
            done.selected = true;
        }
    }
    if pressed(Modifiers::COMMAND, Key::A) {
        state.selection.choose_all(count, key_at);
        done.selected = true;
    }
    let mut typed = String::new();
    let mut copy = false;
    ui.input(|input| {
        for event in &input.events {
            match event {
                Event::Copy => copy = true,
                Event::Text(text) if text != " " || !state.typed.is_empty() => typed.push_str(text),
                _ => {}
            }
        }
    });
    if copy {
        let chosen = state.selection.rows(count, key_at);
        if !chosen.is_empty() {
            ui.ctx().copy_text(as_tsv(&chosen, columns, rows));
        }
    }
    if !typed.is_empty() {
        find_by_typing(ui, &typed, columns, cursor, state, rows, done);
    }
}

fn is_of_keyboard(event: &Event) -> bool {
    matches!(event, Event::Key { pressed: true, .. } | Event::Text(_) | Event::Copy)
}

/// Where the pressed key leads, and how.
fn movement(ui: &Ui, cursor: Option<usize>, page: usize, count: usize) -> Option<(usize, Reach)> {
    let last = count - 1;
    let from = cursor.unwrap_or(0);
    let targets = [
        (Key::ArrowDown, if cursor.is_none() { 0 } else { (from + 1).min(last) }),
        (Key::ArrowUp, from.saturating_sub(1)),
        (Key::PageDown, (from + page).min(last)),
        (Key::PageUp, from.saturating_sub(page)),
        (Key::Home, 0),
        (Key::End, last),
    ];
    ui.input_mut(|input| {
        let mut found = None;
        for (key, target) in targets {
            if input.consume_key(Modifiers::SHIFT, key) {
                found = Some((target, Reach::Range));
            } else if input.consume_key(Modifiers::NONE, key) {
                found = Some((target, Reach::Alone));
            }
        }
        found
    })
}

/// Rows as a spreadsheet takes them from the clipboard: cells apart by tabs, rows by line ends.
fn as_tsv<R: Rows>(chosen: &[usize], columns: &[Column<'_>], rows: &R) -> String {
    let mut text = String::new();
    for row in chosen {
        for (place, column) in columns.iter().enumerate() {
            if place > 0 {
                text.push('\t');
            }
            text.push_str(&written(rows, *row, column.key));
        }
        text.push('\n');
    }
    text
}

fn written<R: Rows>(rows: &R, row: usize, column: &'static str) -> String {
    let mut cell = Cell::writing();
    rows.cell(row, column, &mut cell);
    cell.written()
}

/// Goes to the next row whose first column begins with what was typed.
fn find_by_typing<R: Rows>(
    ui: &Ui,
    typed: &str,
    columns: &[Column<'_>],
    cursor: Option<usize>,
    state: &mut TableState<R::Key>,
    rows: &R,
    done: &mut Done,
) {
    let Some(column) = columns.first() else { return };
    let now = ui.input(|input| input.time);
    if now - state.typed_at > TYPING_PAUSE {
        state.typed.clear();
    }
    state.typed_at = now;
    let begins_anew = state.typed.is_empty();
    state.typed.push_str(typed);
    let wanted = fold(&state.typed);
    let count = rows.count();
    // A first letter goes on to the next row; more letters may stay where they are.
    let start = cursor.map_or(0, |row| row + usize::from(begins_anew));
    let found = (0..count).map(|step| (start + step) % count).find(|row| {
        let text = written(rows, *row, column.key);
        fold(&text).starts_with(&wanted)
    });
    if let Some(row) = found {
        state.selection.go(row, Reach::Alone, count, |row| rows.key(row));
        state.scroll_to = Some(row);
        done.selected = true;
    }
}
