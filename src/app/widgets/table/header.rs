//! The line of titles: a click sorts, a drag at an edge sets the width, a double click there takes it back.

use egui::accesskit::{Role, SortDirection};
use egui::{Align, CursorIcon, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{CELL_PADDING, CHECKBOX_COLUMN, Layout, NARROWEST, Sort, Table, TableState};
use crate::app::texts::Texts;
use crate::app::theme::{Icon, colors, font};
use crate::app::widgets::form::paint_check;
use crate::app::widgets::paint;
use crate::t;

/// What was done with the titles.
#[derive(Default)]
pub(super) struct Done {
    pub sorted: bool,
    pub toggled_all: bool,
}

/// The line of titles in one frame.
pub(super) struct Header<'a> {
    pub table: &'a Table<'a>,
    pub rect: Rect,
    /// How far the columns are scrolled to the right, in points.
    pub offset: f32,
    pub layout: &'a Layout,
    pub texts: &'a Texts,
    pub all_chosen: bool,
}

impl Header<'_> {
    /// Shows the titles; changes the sort and the widths in `state`.
    pub fn show<K>(&self, ui: &mut Ui, state: &mut TableState<K>) -> Done {
        let Self { table, rect, offset, layout, texts, all_chosen } = *self;
        let c = colors(ui);
        let mut done = Done::default();
        let painter = ui.painter_at(rect);
        painter.rect_filled(rect, 0, c.panel);
        painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, c.line));
        let left = rect.left() - offset;
        if table.checkboxes {
            let area = Rect::from_min_size(pos2(left, rect.top()), vec2(CHECKBOX_COLUMN, rect.height()));
            let response = ui.interact(area.intersect(rect), table.id.with("all"), Sense::click());
            response.widget_info(|| {
                WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), all_chosen, t!(texts, "table-choose-all"))
            });
            let square = Rect::from_center_size(area.center() + vec2(2.0, 0.0), vec2(15.0, 15.0));
            paint_check(ui, square, all_chosen, response.hovered());
            paint::focus_ring(ui, &response, square, 3);
            done.toggled_all = response.clicked();
        }
        for (column, place) in table.columns.iter().zip(&layout.columns) {
            let cell = Rect::from_min_size(pos2(left + place.left, rect.top()), vec2(place.width, rect.height()));
            let visible = cell.intersect(rect);
            if visible.width() <= 0.0 {
                continue;
            }
            let sort = state.sort.filter(|sort| sort.column == column.key);
            let sense = if column.sortable { Sense::click() } else { Sense::hover() };
            let response = ui.interact(visible, table.id.with(("title", column.key)), sense);
            let direction = sort.map(|sort| sort.descending);
            response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, ui.is_enabled(), column.title));
            ui.ctx().accesskit_node_builder(response.id, |node| match direction {
                Some(true) => node.set_sort_direction(SortDirection::Descending),
                Some(false) => node.set_sort_direction(SortDirection::Ascending),
                None => {}
            });
            if column.sortable && response.hovered() {
                painter.rect_filled(visible.shrink2(vec2(1.0, 2.0)), 4, c.hover);
            }
            if response.clicked() {
                let descending = direction.is_some_and(|descending| !descending);
                state.sort = Some(Sort { column: column.key, descending });
                done.sorted = true;
            }
            let mut room = cell.shrink2(vec2(CELL_PADDING, 0.0));
            let arrow_room = if sort.is_some() { 12.0 } else { 0.0 };
            let galley = paint::line(&painter, column.title, font::small_medium(), room.width() - arrow_room);
            let ink = if sort.is_some() || response.hovered() { c.text } else { c.weak };
            let align = if column.at_right { Align::Max } else { Align::Min };
            let title_width = galley.size().x;
            if let Some(sort) = sort {
                let x =
                    if column.at_right { room.right() - title_width - 7.0 } else { room.left() + title_width + 8.0 };
                let square = Rect::from_center_size(pos2(x, room.center().y), vec2(11.0, 11.0));
                let arrow = if sort.descending { Icon::SortDown } else { Icon::SortUp };
                arrow.paint(&painter, square, c.text);
            }
            room.max.x = room.max.x.max(room.min.x);
            paint::place(&painter, room, align, galley, ink);
            paint::focus_ring(ui, &response, visible.shrink2(vec2(3.0, 4.0)), 3);
        }
        // After the titles, so that an edge lies above both its neighbours.
        for (column, place) in table.columns.iter().zip(&layout.columns) {
            self.resize(ui, column.key, left + place.left, place.width, state);
        }
        done
    }

    /// The edge between two columns.
    fn resize<K>(&self, ui: &Ui, key: &'static str, left: f32, width: f32, state: &mut TableState<K>) {
        let (table, header) = (self.table, self.rect);
        let right = left + width;
        let edge = Rect::from_center_size(pos2(right, header.center().y), vec2(8.0, header.height()));
        if !header.contains(edge.center()) {
            return;
        }
        let response = ui.interact(edge, table.id.with(("edge", key)), Sense::CLICK | Sense::DRAG);
        if response.hovered() || response.dragged() {
            ui.ctx().set_cursor_icon(CursorIcon::ResizeColumn);
            let stroke = Stroke::new(2.0, colors(ui).accent);
            ui.painter_at(header).vline(right, header.y_range(), stroke);
        }
        if response.dragged() {
            let dragged = (width + response.drag_delta().x).max(NARROWEST);
            state.widths.insert(key.to_owned(), dragged);
        }
        if response.double_clicked() {
            state.widths.remove(key);
        }
    }
}
