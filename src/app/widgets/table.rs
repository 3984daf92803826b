//! Long tables: only the rows in view are asked for and painted, so that 40,000 cost no more than 40.
//!
//! The caller describes a row by [`Rows::cell`], once for painting, copying and finding by typing. Painting needs no
//! widget per cell; each visible row has a name for screen readers.

mod cell;
mod header;
mod keys;
mod row;

use std::collections::HashMap;
use std::hash::Hash;

use egui::accesskit::Role;
use egui::{Id, Modifiers, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2};

pub use cell::Cell;

use self::header::Header;
use self::row::{Look, RowPainter};
use super::selection::{Reach, Selection};
use crate::app::texts::Texts;
use crate::app::theme::measure;
use crate::t;

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column<'a> {
    /// By which its width and the sort are remembered.
    pub key: &'static str,
    /// Its title.
    pub title: &'a str,
    /// Its width at first, in points.
    pub width: f32,
    /// Whether its title sorts.
    pub sortable: bool,
    /// Takes a share of the room that is left over.
    pub stretch: bool,
    /// Numbers stand at the right.
    pub at_right: bool,
}

impl<'a> Column<'a> {
    /// A sortable column of this width in points.
    pub fn new(key: &'static str, title: &'a str, width: f32) -> Self {
        Self { key, title, width, sortable: true, stretch: false, at_right: false }
    }

    /// Its title does not sort.
    pub fn unsorted(mut self) -> Self {
        self.sortable = false;
        self
    }

    /// Takes a share of the room that is left over.
    pub fn stretch(mut self) -> Self {
        self.stretch = true;
        self
    }

    /// Its title and its cells stand at the right.
    pub fn at_right(mut self) -> Self {
        self.at_right = true;
        self
    }
}

/// The rows of a table, in the order in which they are shown.
pub trait Rows {
    /// What a row is known by, whatever the order: the id of its record.
    type Key: Copy + Eq + Hash + 'static;

    /// How many rows there are.
    fn count(&self) -> usize;

    /// The key of a row.
    fn key(&self, row: usize) -> Self::Key;

    /// What stands in a cell. Called for visible rows in each frame: nothing slow here.
    fn cell(&self, row: usize, column: &'static str, cell: &mut Cell<'_>);

    /// What a screen reader says of a row, without its number: "Ana Silva, nurse, ready".
    fn label(&self, row: usize) -> String;
}

/// By which column a table is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The key of the column.
    pub column: &'static str,
    /// From the end of the alphabet.
    pub descending: bool,
}

/// What a table remembers between frames; one for each list, kept by its screen.
#[derive(Clone, Debug)]
pub struct TableState<K> {
    /// The chosen rows and the cursor.
    pub selection: Selection<K>,
    /// The order, which the caller gives its rows.
    pub sort: Option<Sort>,
    /// Widths that a person has set, by the key of the column, in points.
    pub widths: HashMap<String, f32>,
    /// A row to bring into view in the next frame.
    pub scroll_to: Option<usize>,
    /// The table takes the keyboard focus in the next frame.
    pub take_focus: bool,
    /// How far the rows are scrolled down, in points.
    scrolled: f32,
    typed: String,
    typed_at: f64,
}

impl<K> Default for TableState<K> {
    fn default() -> Self {
        Self {
            selection: Selection::default(),
            sort: None,
            widths: HashMap::new(),
            scroll_to: None,
            take_focus: false,
            scrolled: 0.0,
            typed: String::new(),
            typed_at: 0.0,
        }
    }
}

/// What a person did with a table in this frame.
#[derive(Debug)]
pub struct TableResponse {
    /// A row was opened: Enter or double click.
    pub opened: Option<usize>,
    /// The selection changed.
    pub selection_changed: bool,
    /// `state.sort` changed: the caller sorts its rows anew.
    pub sort_changed: bool,
    /// The rows in view, for a caller that reads ahead.
    pub visible: std::ops::Range<usize>,
    /// The area of the rows, for a menu by right click (the row under it is then chosen).
    pub body: Response,
}

/// A table; `name` names it to screen readers.
#[must_use = "a table shows only by show()"]
#[derive(Debug)]
pub struct Table<'a> {
    id: Id,
    name: &'a str,
    columns: &'a [Column<'a>],
    row_height: f32,
    checkboxes: bool,
    header: bool,
}

impl<'a> Table<'a> {
    /// A table with these columns; `id` is one for each list.
    pub fn new(id: impl egui::AsIdSalt, name: &'a str, columns: &'a [Column<'a>]) -> Self {
        Self { id: Id::unique(id), name, columns, row_height: measure::ROW, checkboxes: false, header: true }
    }

    /// Rows of two lines.
    pub fn two_lines(mut self) -> Self {
        self.row_height = measure::TWO_LINE_ROW;
        self
    }

    /// A column of checkboxes at the left.
    pub fn checkboxes(mut self) -> Self {
        self.checkboxes = true;
        self
    }

    /// Without the line of titles.
    pub fn without_header(mut self) -> Self {
        self.header = false;
        self
    }

    /// Shows the table in all the room there is.
    pub fn show<R: Rows>(self, ui: &mut Ui, texts: &Texts, state: &mut TableState<R::Key>, rows: &R) -> TableResponse {
        let room = ui.available_rect_before_wrap();
        let layout = Layout::new(&self, state, room.width());
        let header_height = if self.header { measure::ROW } else { 0.0 };
        let (header_rect, _) = ui.allocate_exact_size(vec2(room.width(), header_height), Sense::hover());
        let body_rect = Rect::from_min_max(pos2(room.left(), header_rect.bottom()), room.max);
        let (shown, offset) = self.body(ui, body_rect, texts, state, rows, &layout);
        let mut response = shown;
        if self.header {
            let all = self.checkboxes && rows.count() > 0 && state.selection.count() == rows.count();
            let header = Header { table: &self, rect: header_rect, offset, layout: &layout, texts, all_chosen: all };
            let done = header.show(ui, state);
            response.sort_changed = done.sorted;
            if done.toggled_all {
                if all {
                    state.selection.clear();
                } else {
                    state.selection.choose_all(rows.count(), |row| rows.key(row));
                }
                response.selection_changed = true;
            }
        }
        response
    }

    fn body<R: Rows>(
        &self,
        ui: &mut Ui,
        area: Rect,
        texts: &Texts,
        state: &mut TableState<R::Key>,
        rows: &R,
        layout: &Layout,
    ) -> (TableResponse, f32) {
        let count = rows.count();
        let mut done = Done::default();
        let focus_id = self.id.with("rows");
        let had_focus = ui.memory(|memory| memory.has_focus(focus_id));
        if had_focus {
            let page = (area.height() / self.row_height).floor().max(1.0) as usize;
            keys::handle(ui, focus_id, self.columns, page, state, rows, &mut done);
        }
        let mut scroll = egui::ScrollArea::both()
            .id_salt(self.id.with("scroll"))
            .auto_shrink([false, false])
            .max_height(area.height());
        if let Some(row) = state.scroll_to.take() {
            scroll = scroll.vertical_scroll_offset(self.offset_showing(row, state.scrolled, area.height()));
        }
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(area).id_salt(self.id));
        let output = scroll.show_viewport(&mut child, |ui, viewport| {
            ui.set_min_size(vec2(layout.total, count as f32 * self.row_height));
            let origin = ui.min_rect().min;
            let first = ((viewport.top() / self.row_height).floor().max(0.0) as usize).min(count);
            let last = ((viewport.bottom() / self.row_height).ceil().max(0.0) as usize).min(count);
            let response = ui.interact(ui.clip_rect(), focus_id, Sense::click());
            self.name_body(ui, &response, texts, count);
            if std::mem::take(&mut state.take_focus) {
                response.request_focus();
            }
            self.pointer(ui, &response, origin, state, rows, &mut done);
            let cursor = state.selection.cursor();
            let painter = RowPainter { table: self, ui, texts, rows, layout, view: ui.clip_rect() };
            for row in first..last {
                let top = origin.y + row as f32 * self.row_height;
                let rect = Rect::from_min_size(pos2(origin.x, top), vec2(layout.total, self.row_height));
                let key = rows.key(row);
                let look = Look {
                    chosen: state.selection.holds(key),
                    cursor: cursor == Some(key) && response.has_focus(),
                    hovered: done.hovered == Some(row),
                };
                painter.show(row, rect, look);
            }
            (response, first..last)
        });
        ui.advance_cursor_after_rect(area);
        let (body, visible) = output.inner;
        let response =
            TableResponse { opened: done.opened, selection_changed: done.selected, sort_changed: false, visible, body };
        let offset = output.state.clamped_offset();
        state.scrolled = offset.y;
        (response, offset.x)
    }

    /// The scroll offset that shows `row` with the least movement from `offset`.
    fn offset_showing(&self, row: usize, offset: f32, height: f32) -> f32 {
        let top = row as f32 * self.row_height;
        let lowest = top + self.row_height - height;
        offset.clamp(lowest.min(top), top).max(0.0)
    }

    fn name_body(&self, ui: &Ui, response: &Response, texts: &Texts, count: usize) {
        response.widget_info(|| {
            let name = t!(texts, "table-name", name = self.name, rows = count);
            WidgetInfo::labeled(Role::Grid, ui.is_enabled(), name)
        });
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_row_count(count);
            node.set_column_count(self.columns.len());
        });
    }

    fn pointer<R: Rows>(
        &self,
        ui: &Ui,
        response: &Response,
        origin: egui::Pos2,
        state: &mut TableState<R::Key>,
        rows: &R,
        done: &mut Done,
    ) {
        let count = rows.count();
        let row_at = |pos: egui::Pos2| {
            let row = ((pos.y - origin.y) / self.row_height).floor();
            (row >= 0.0 && (row as usize) < count).then_some(row as usize)
        };
        if response.hovered() {
            done.hovered = ui.input(|input| input.pointer.hover_pos()).and_then(row_at);
        }
        if !(response.clicked() || response.secondary_clicked()) {
            return;
        }
        response.request_focus();
        let Some(pos) = response.interact_pointer_pos() else { return };
        let Some(row) = row_at(pos) else {
            state.selection.clear();
            done.selected = true;
            return;
        };
        let modifiers: Modifiers = ui.input(|input| input.modifiers);
        let on_checkbox = self.checkboxes && pos.x < origin.x + CHECKBOX_COLUMN;
        if response.secondary_clicked() && state.selection.holds(rows.key(row)) {
            return;
        }
        let reach = if modifiers.shift {
            Reach::Range
        } else if modifiers.command || on_checkbox {
            Reach::Toggle
        } else {
            Reach::Alone
        };
        state.selection.go(row, reach, count, |row| rows.key(row));
        done.selected = true;
        if response.double_clicked() && !on_checkbox {
            done.opened = Some(row);
        }
    }
}

/// Width of the column of checkboxes, in points.
const CHECKBOX_COLUMN: f32 = 28.0;
/// From the edge of a column to its text, in points.
const CELL_PADDING: f32 = 6.0;
/// No column gets narrower, in points.
const NARROWEST: f32 = 36.0;

/// What happened in this frame.
#[derive(Default)]
struct Done {
    opened: Option<usize>,
    selected: bool,
    hovered: Option<usize>,
}

/// Where each column lies, from the left edge of the table.
struct Layout {
    columns: Vec<Place>,
    total: f32,
}

struct Place {
    left: f32,
    width: f32,
}

impl Layout {
    fn new<K>(table: &Table<'_>, state: &TableState<K>, room: f32) -> Self {
        let lead = if table.checkboxes { CHECKBOX_COLUMN } else { CELL_PADDING };
        let width = |column: &Column<'_>| state.widths.get(column.key).copied().unwrap_or(column.width).max(NARROWEST);
        let wanted: f32 = lead + table.columns.iter().map(width).sum::<f32>();
        // A width that a person has set stays as it is.
        let stretches = |column: &Column<'_>| column.stretch && !state.widths.contains_key(column.key);
        let stretching = table.columns.iter().filter(|column| stretches(column)).count();
        let share = if stretching == 0 { 0.0 } else { ((room - wanted) / stretching as f32).max(0.0) };
        let mut left = lead;
        let columns = table
            .columns
            .iter()
            .map(|column| {
                let width = width(column) + if stretches(column) { share } else { 0.0 };
                let place = Place { left, width };
                left += width;
                place
            })
            .collect();
        Self { columns, total: left.max(room) }
    }
}

#[cfg(test)]
mod tests;
