//! Second step: what each column feeds. A line for each, and at the right what does not fit, to be matched.

use super::column_pane;
use super::words;
use super::work::{Change, Mapped, Touches};
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::theme::{colors, font, measure};
use crate::app::widgets::{Select, Tone, frames, paint_line};
use crate::exchange::spreadsheet::ColumnView;
use crate::exchange::spreadsheet::dates::ColumnOrder;
use crate::exchange::spreadsheet::fields::fields;
use crate::t;
use egui::accesskit::Role;
use egui::{Align, Panel, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

const ROW: f32 = 46.0;
const FIELD_WIDTH: f32 = 230.0;
const STATE_WIDTH: f32 = 150.0;

/// What the step remembers.
#[derive(Default)]
pub struct ColumnsStep {
    /// The column whose misfits are shown.
    chosen: Option<usize>,
    pane: column_pane::ColumnPane,
}

impl ColumnsStep {
    /// Shows a column in the pane.
    pub fn choose(&mut self, column: usize) {
        self.chosen = Some(column);
    }

    /// Shows the step.
    pub fn show(&mut self, ui: &mut Ui, shared: &Shared, mapped: &mut Mapped) {
        let texts = &shared.texts;
        // The first column that needs a look is open at once.
        if self.chosen.is_none() {
            let first = mapped.view.columns.iter().position(|column| !column.misfits.is_empty());
            self.chosen = Some(first.unwrap_or(0));
        }
        let width = (ui.available_width() * 0.36).clamp(300.0, 420.0);
        Panel::right("import column").default_size(width).size_range(280.0..=480.0).frame(frames::pane(ui)).show(
            ui,
            |ui| {
                ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
                    self.pane.show(ui, texts, mapped, self.chosen.unwrap_or(0));
                });
            },
        );
        self.list(ui, texts, mapped);
    }

    fn list(&mut self, ui: &mut Ui, texts: &Texts, mapped: &mut Mapped) {
        let kind = mapped.view.session.kind();
        let mut choices: Vec<(&'static str, &'static str)> =
            fields(kind).iter().map(|field| (field.key, words::field(texts, field))).collect();
        choices.sort_by_cached_key(|(_, name)| crate::domain::text::fold(name));
        let columns = mapped.view.columns.clone();
        egui::Frame::new().fill(colors(ui).panel).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            heads(ui, texts);
            ScrollArea::vertical().id_salt("import columns").auto_shrink([false, false]).show_rows(
                ui,
                ROW,
                columns.len(),
                |ui, range| {
                    for place in range {
                        let Some(column) = columns.get(place) else { continue };
                        self.row(ui, texts, mapped, column, &choices);
                    }
                },
            );
        });
    }

    fn row(
        &mut self,
        ui: &mut Ui,
        texts: &Texts,
        mapped: &mut Mapped,
        column: &ColumnView,
        choices: &[(&'static str, &'static str)],
    ) {
        let c = colors(ui);
        let place = column.column;
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::CLICK);
        let (word, tone) = state(
            texts,
            column,
            &mapped.view.session.mapping().columns.get(place).and_then(|one| one.date_order).is_some(),
        );
        response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, format!("{}, {word}", column.head)));
        let chosen = self.chosen == Some(place);
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(chosen));
        if chosen {
            ui.painter().rect_filled(rect, 0, c.accent_ground);
        } else if response.hovered() {
            ui.painter().rect_filled(rect, 0, c.hover);
        }
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, c.line));
        if response.clicked() {
            self.chosen = Some(place);
        }
        let [names, field, state] = places(rect);
        let (upper, lower) = names.shrink2(vec2(0.0, 5.0)).split_top_bottom_at_fraction(0.54);
        paint_line(ui, upper, Align::Min, &column.head, font::medium(), c.text);
        let samples = column.samples.join("  |  ").replace(['\n', '\r', '\t'], " ");
        paint_line(ui, lower, Align::Min, &samples, font::small(), c.weak);
        let ink = if column.field.is_none() { c.weak } else { tone.colors(c).0 };
        paint_line(ui, state, Align::Min, &word, font::small_medium(), ink);
        let room = Rect::from_center_size(field.center(), vec2(field.width(), measure::FIELD));
        let mut child = ui.new_child(UiBuilder::new().max_rect(room).id_salt(("field of column", place)));
        let name = t!(texts, "import-field-of", column = column.head.as_str());
        let select = Select::new("field", choices, column.field.as_ref())
            .name(&name)
            .placeholder(t!(texts, "import-not-imported"))
            .optional(t!(texts, "import-not-imported"))
            .width(field.width());
        let edited = select.show(&mut child, texts);
        if edited.response.gained_focus() || edited.response.clicked() {
            self.chosen = Some(place);
        }
        if let Some(key) = edited.committed {
            self.chosen = Some(place);
            mapped.ask(Change::new(Touches::Columns, move |session| session.map_column(place, key)));
        }
    }
}

/// The rooms of a row: names, field, state.
fn places(rect: Rect) -> [Rect; 3] {
    let field_left = (rect.right() - STATE_WIDTH - FIELD_WIDTH - 24.0).max(rect.left() + 130.0);
    let state_left = rect.right() - STATE_WIDTH - 4.0;
    let y = rect.y_range();
    [
        Rect::from_x_y_ranges(rect.left() + 16.0..=field_left - 12.0, y),
        Rect::from_x_y_ranges(field_left..=state_left - 12.0, y),
        Rect::from_x_y_ranges(state_left..=rect.right() - 4.0, y),
    ]
}

fn heads(ui: &mut Ui, texts: &Texts) {
    let c = colors(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), measure::ROW), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, c.line));
    let titles = [t!(texts, "import-column"), t!(texts, "import-field"), t!(texts, "import-fits")];
    for (room, title) in places(rect).into_iter().zip(titles) {
        paint_line(
            ui,
            Rect::from_min_max(pos2(room.left(), rect.top()), room.max),
            Align::Min,
            title,
            font::small(),
            c.weak,
        );
    }
}

/// How well a column fits, in a few words.
fn state(texts: &Texts, column: &ColumnView, answered: &bool) -> (String, Tone) {
    let misfits = column.filled - column.fits;
    if column.field.is_none() {
        let word = if column.filled == 0 { t!(texts, "import-column-empty") } else { t!(texts, "import-not-imported") };
        (word.to_owned(), Tone::Neutral)
    } else if column.filled == 0 {
        (t!(texts, "import-column-empty").to_owned(), Tone::Neutral)
    } else if !answered && matches!(column.order, ColumnOrder::Ambiguous | ColumnOrder::Mixed) {
        (t!(texts, "import-day-or-month").to_owned(), Tone::Careful)
    } else if misfits > 0 {
        (t!(texts, "import-some-fit", fits = column.fits, misfits = misfits), Tone::Careful)
    } else if !column.misfits.is_empty() {
        (t!(texts, "import-look", count = column.misfits.len()), Tone::Careful)
    } else {
        (t!(texts, "import-all-fit", count = column.fits), Tone::Good)
    }
}
