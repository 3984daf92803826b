//! One row of a table: its ground, its cells, its name for screen readers.

use egui::accesskit::Role;
use egui::{Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{CELL_PADDING, CHECKBOX_COLUMN, Cell, Layout, Rows, Table};
use crate::app::texts::Texts;
use crate::app::theme::colors;
use crate::app::widgets::form::paint_check;
use crate::t;

/// How a row stands in this frame.
#[derive(Clone, Copy)]
pub(super) struct Look {
    pub chosen: bool,
    pub cursor: bool,
    pub hovered: bool,
}

/// What is the same for all rows of a frame.
pub(super) struct RowPainter<'a, R> {
    pub table: &'a Table<'a>,
    pub ui: &'a Ui,
    pub texts: &'a Texts,
    pub rows: &'a R,
    pub layout: &'a Layout,
    /// The part of the window that shows rows.
    pub view: Rect,
}

impl<R: Rows> RowPainter<'_, R> {
    /// Paints a row into `rect`.
    pub fn show(&self, row: usize, rect: Rect, look: Look) {
        let Self { table, ui, texts, rows, layout, view } = self;
        let (c, painter) = (colors(ui), ui.painter());
        let whole = Rect::from_x_y_ranges(view.x_range(), rect.y_range());
        if look.chosen {
            painter.rect_filled(whole, 0, c.accent_ground);
        } else if look.hovered {
            painter.rect_filled(whole, 0, c.hover);
        }
        painter.hline(whole.x_range(), whole.bottom() - 0.5, Stroke::new(1.0, c.line));
        if look.cursor {
            painter.rect_stroke(whole.shrink2(vec2(1.0, 1.0)), 2, Stroke::new(1.5, c.accent), egui::StrokeKind::Inside);
        }
        if table.checkboxes {
            let center = pos2(rect.left() + CHECKBOX_COLUMN / 2.0 + 2.0, rect.center().y);
            let square = Rect::from_center_size(center, vec2(15.0, 15.0));
            paint_check(ui, square, look.chosen, false);
        }
        for (column, place) in table.columns.iter().zip(&layout.columns) {
            let room = Rect::from_x_y_ranges(
                rect.left() + place.left + CELL_PADDING..=rect.left() + place.left + place.width - CELL_PADDING,
                rect.y_range(),
            );
            if room.right() < view.left() || room.left() > view.right() {
                continue;
            }
            let mut cell = Cell::painting(painter, c, room, column.at_right);
            rows.cell(row, column.key, &mut cell);
        }
        let response = ui.interact(rect.intersect(*view), table.id.with(("row", row)), Sense::hover());
        response.widget_info(|| {
            let (number, of) = (row + 1, rows.count());
            let name = t!(texts, "table-row", label = rows.label(row), number = number, of = of);
            WidgetInfo::labeled(Role::Row, true, name)
        });
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_selected(look.chosen);
            node.set_row_index(row);
        });
    }
}
