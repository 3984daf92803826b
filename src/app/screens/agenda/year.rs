//! People in service by country and week of a year: a strip for each country; a cell opens the missions behind it.

use super::strip::{Row, Stay, rows, weeks};
use crate::app::loaded::Loaded;
use crate::app::screens::schedule::Filters;
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::theme::{Icon, colors, font, measure};
use crate::app::widgets::{Button, EmptyState, frames, paint_line};
use crate::domain::reference::Country;
use crate::domain::span::Span;
use crate::store::lists::{MissionFilter, MissionRow, Query};
use crate::store::{OfficeFile, StoreError};
use crate::t;
use chrono::{Datelike as _, NaiveDate, Weekday};
use egui::accesskit::Role;
use egui::{Align, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

/// Width of the names of the countries.
const NAMES: f32 = 150.0;
const ROW: f32 = 26.0;

/// What the view remembers.
#[derive(Default)]
pub(super) struct YearView {
    /// The year; that of today until another is chosen.
    year: Option<i32>,
    strip: Loaded<Key, Vec<Row>>,
}

#[derive(Debug, Clone, PartialEq)]
struct Key {
    query: Query<MissionRow>,
    year: i32,
    week_start: Weekday,
}

fn read(file: &mut OfficeFile, key: &Key) -> Result<Vec<Row>, StoreError> {
    let missions = file.list(&key.query)?;
    let stay = |mission: &MissionRow| Stay {
        mission: mission.id,
        volunteer: mission.volunteer,
        country: mission.country,
        days: mission.days(),
    };
    // Only what is agreed: a proposal serves nobody.
    let stays: Vec<Stay> = missions.iter().filter(|mission| mission.stage.is_firm()).map(stay).collect();
    Ok(rows(&stays, &weeks(key.year, key.week_start)))
}

impl YearView {
    /// The buttons that choose the year.
    pub(super) fn choose(&mut self, ui: &mut Ui, texts: &Texts, today: NaiveDate) {
        let year = self.year.unwrap_or(today.year());
        if ui.add(Button::icon(Icon::ChevronLeft, t!(texts, "agenda-year-before"))).clicked() {
            self.year = Some(year - 1);
        }
        ui.label(egui::RichText::new(year.to_string()).font(font::strong()));
        if ui.add(Button::icon(Icon::ChevronRight, t!(texts, "agenda-year-after"))).clicked() {
            self.year = Some(year + 1);
        }
    }

    /// Shows the strips.
    pub(super) fn show(&mut self, ui: &mut Ui, shared: &mut Shared, filters: &Filters) {
        let year = self.year.unwrap_or(shared.today().year());
        let office = shared.desk.office();
        let week_start = office.and_then(|office| office.office.country).map_or(Weekday::Mon, Country::week_start);
        let weeks = weeks(year, week_start);
        let (Some(first), Some(last)) = (weeks.first(), weeks.last()) else { return };
        let days = Span { first: first.first, last: last.last };
        let key = Key { query: filters.query(Some(days)), year, week_start };
        let Some(rows) = self.strip.latest(&mut shared.desk, &key, read) else { return };
        let (texts, today) = (&shared.texts, shared.today());
        if rows.is_empty() {
            if shared.desk.is_idle() {
                let (title, text) = (t!(texts, "agenda-year-empty", year = year), t!(texts, "agenda-empty-text"));
                let _ = EmptyState::new(Icon::Calendar, &title, text).show(ui);
            }
            return;
        }
        let mut opened = None;
        frames::ground(ui).show(ui, |ui| {
            frames::card(ui).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 0.0;
                let step = (ui.available_width() - NAMES - 12.0) / weeks.len() as f32;
                head(ui, texts, &weeks, step);
                ScrollArea::vertical().auto_shrink([false, true]).show_rows(ui, ROW, rows.len(), |ui, visible| {
                    for row in &rows[visible] {
                        if let Some(week) = strip(ui, texts, row, &weeks, step, today) {
                            opened = Some(row.weeks[week].clone());
                        }
                    }
                });
            });
        });
        if let Some(mut ids) = opened {
            ids.sort_unstable();
            shared.act(Act::ListMissions(MissionFilter { ids, ..MissionFilter::default() }));
        }
    }
}

/// The months over the weeks.
fn head(ui: &mut Ui, texts: &Texts, weeks: &[Span], step: f32) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let c = colors(ui);
    let mut last = 0;
    for (place, week) in weeks.iter().enumerate() {
        // A month stands over the week in which it begins.
        let month = week.last.month();
        if month == last || (place + 1 == weeks.len() && month == 1) {
            continue;
        }
        last = month;
        let left = rect.left() + NAMES + step * place as f32;
        let room = Rect::from_min_max(pos2(left + 2.0, rect.top()), pos2(left + step * 4.5, rect.bottom()));
        paint_line(ui, room, Align::Min, texts.month_short(month), font::small(), c.weak);
        ui.painter().vline(left, rect.bottom() - 6.0..=rect.bottom(), Stroke::new(1.0, c.line));
    }
}

/// A strip; gives back the week that was opened. The keyboard goes along it with the arrow keys.
fn strip(ui: &mut Ui, texts: &Texts, row: &Row, weeks: &[Span], step: f32, today: NaiveDate) -> Option<usize> {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let c = colors(ui);
    let country = match row.country {
        Some(_) => texts.country(row.country),
        None => t!(texts, "where-no-country"),
    };
    let name = Rect::from_min_max(rect.min, pos2(rect.left() + NAMES - 8.0, rect.bottom()));
    paint_line(ui, name, Align::Min, country, font::body(), c.text);
    let mut opened = None;
    for (place, (week, missions)) in weeks.iter().zip(&row.weeks).enumerate() {
        let left = rect.left() + NAMES + step * place as f32;
        let cell = Rect::from_min_max(pos2(left, rect.top() + 2.0), pos2(left + step - 1.0, rect.bottom() - 2.0));
        if week.contains(today) {
            let column = Rect::from_x_y_ranges(cell.x_range().expand(1.0), rect.y_range());
            ui.painter().rect_filled(column, 0, c.pressed);
        }
        if missions.is_empty() {
            ui.painter().hline(cell.x_range(), cell.center().y, Stroke::new(1.0, c.line));
            continue;
        }
        let response = ui.interact(cell, ui.scope_id().with((country, place)), Sense::click());
        let label = t!(
            texts,
            "agenda-week",
            country = country,
            first = texts.day_and_month(week.first),
            last = texts.date(week.last),
            count = missions.len()
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
        // The share of the busiest week of the country, as a bar that grows from below; beside a number it stays low, so
        // that the number can be read, until it is nearly all of the cell.
        let share = missions.len() as f32 / row.most.max(1) as f32;
        let lit = response.hovered() || response.has_focus();
        let number = |ink| ui.painter().layout_no_wrap(texts.count(missions.len()), font::small(), ink);
        let fits = number(c.text).size().x + 2.0 <= cell.width();
        let full = fits && share > 0.66;
        let ink = if lit { c.accent_hover } else { c.accent };
        ui.painter().rect_filled(cell, 1, if full { ink } else { c.accent_ground });
        if !full {
            let height = if fits { 2.0 + 6.0 * share } else { cell.height() * share };
            let bar = Rect::from_min_max(pos2(cell.left(), cell.bottom() - height.max(2.0)), cell.max);
            ui.painter().rect_filled(bar, 1, ink);
        }
        if fits {
            let number = number(if full { c.on_accent } else { c.text });
            let at = cell.center() - number.size() / 2.0 - vec2(0.0, if full { 0.0 } else { 2.0 });
            ui.painter().galley(at, number, c.text);
        }
        if response.has_focus() {
            ui.painter().rect_stroke(cell, measure::TAG_CORNER, Stroke::new(2.0, c.accent), StrokeKind::Outside);
        }
        if response.on_hover_text(label).clicked() {
            opened = Some(place);
        }
    }
    opened
}
