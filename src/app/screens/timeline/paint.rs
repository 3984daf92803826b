//! Painting of the timeline: nothing is worked out here but where words fit.

use super::chart::{BAR, Chart, HEADING, LANE, What};
use super::layout::{Bar, Gap, Mark, Scene, Stripe};
use super::reading::{Grouping, Read};
use super::scale::{Column, Unit, View, day, number};
use crate::app::screens::mission_bar::{self, Ends};
use crate::app::texts::Texts;
use crate::app::theme::{Colors, colors, font};
use crate::app::widgets::paint_line;
use crate::domain::mission::Stage;
use crate::domain::span::Span;
use crate::domain::text::joined;
use crate::store::lists::{MissionRow, PlacementRow};
use crate::t;
use chrono::{Datelike as _, NaiveDate, Weekday};
use egui::{Align, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

/// Height of one of the two rows of the header.
pub const HEADER_ROW: f32 = 23.0;
/// From an edge to a word.
const INSET: f32 = 6.0;
/// Weekends are shaded where days are this wide.
const DAYS_SHADED_FROM: f64 = 4.0;
/// Bars narrower than this have no word.
const LABEL_FROM: f32 = 34.0;

/// Shading and lines behind the bars.
pub fn ground(ui: &Ui, area: Rect, view: &View, week_start: Weekday) {
    let c = colors(ui);
    let painter = ui.painter();
    painter.rect_filled(area, 0, c.panel);
    if view.scale().day >= DAYS_SHADED_FROM {
        let (first, last) = view.days();
        for number in (first..=last).filter(|number| matches!(day(*number).weekday(), Weekday::Sat | Weekday::Sun)) {
            let x = area.left() + view.x(number)..=area.left() + view.x(number + 1);
            painter.rect_filled(Rect::from_x_y_ranges(x, area.y_range()).intersect(area), 0, c.hover);
        }
    }
    for column in view.columns(view.scale().lower, week_start) {
        painter.vline(area.left() + column.left, area.y_range(), Stroke::new(1.0, c.line));
    }
}

/// The header: larger units above, smaller ones beneath.
pub fn header(ui: &Ui, area: Rect, view: &View, week_start: Weekday, texts: &Texts) {
    let c = colors(ui);
    ui.painter().rect_filled(area, 0, c.panel);
    let (upper, lower) = area.split_top_bottom_at_y(area.top() + HEADER_ROW);
    let scale = view.scale();
    for (row, unit, ink) in [(upper, scale.upper, c.text), (lower, scale.lower, c.weak)] {
        for column in view.columns(unit, week_start) {
            let room = Rect::from_x_y_ranges(area.left() + column.left..=area.left() + column.right, row.y_range());
            ui.painter().vline(room.left(), row.y_range(), Stroke::new(1.0, c.line));
            // A month that began before the view is named at its edge.
            let mut room = room.intersect(area);
            let inset = if room.width() < 40.0 { 3.0 } else { INSET };
            room.min.x += inset;
            let names = unit_names(unit, unit == scale.upper, &column, texts);
            let fitting = names.iter().find(|name| width(ui, name) <= room.width() - 1.0);
            if let Some(name) = fitting {
                paint_line(ui, room, Align::Min, name, font::small(), ink);
            }
        }
        ui.painter().hline(area.x_range(), row.bottom() - 0.5, Stroke::new(1.0, c.line));
    }
}

/// What a unit is called, the longest first; in the lower row all in the same way.
fn unit_names(unit: Unit, upper: bool, column: &Column, texts: &Texts) -> Vec<String> {
    let first = column.first;
    match (unit, upper) {
        (Unit::Day, _) => {
            vec![format!("{} {}", texts.weekday_short(first.weekday()), first.day()), first.day().to_string()]
        }
        (Unit::Week, _) => vec![texts.day_and_month(first), first.day().to_string()],
        (Unit::Month, true) => vec![texts.month_and_year(first), texts.month_short(first.month()).to_owned()],
        (Unit::Month, false) => vec![texts.month_short(first.month()).to_owned()],
        (Unit::Quarter, _) => vec![t!(texts, "timeline-quarter", quarter = first.month0() / 3 + 1)],
        (Unit::Year, _) => vec![first.year().to_string()],
    }
}

fn width(ui: &Ui, text: &str) -> f32 {
    ui.painter().layout_no_wrap(text.to_owned(), font::small(), colors(ui).text).size().x
}

/// The line of a day that counts as today, with its word.
pub fn today(ui: &Ui, area: Rect, view: &View, today: NaiveDate, texts: &Texts) {
    let c = colors(ui);
    let x = area.left() + view.x(number(today)) + (view.scale().day / 2.0) as f32;
    if !area.x_range().contains(x) {
        return;
    }
    ui.painter().vline(x, area.y_range(), Stroke::new(2.0, c.bad));
    let word = t!(texts, "calendar-today");
    let room = Rect::from_min_size(pos2(x + 1.0, area.bottom() - 18.0), vec2(width(ui, word) + 8.0, 18.0));
    ui.painter().rect_filled(room, 0, c.panel);
    paint_line(ui, room.shrink2(vec2(4.0, 0.0)), Align::Min, word, font::small(), c.bad);
}

/// Lines between rows, and the grounds of headings; over the whole width, labels too.
pub fn rows(painter: &Painter, c: &Colors, area: Rect, scene: &Scene, chart: &Chart) {
    for band in &scene.bands {
        let y = area.top() + band.bottom;
        if chart.rows()[band.row].lanes.is_empty() {
            let ground = Rect::from_x_y_ranges(area.x_range(), area.top() + band.top..=y);
            painter.rect_filled(ground.intersect(area), 0, c.ground);
        }
        painter.hline(area.x_range(), y - 0.5, Stroke::new(1.0, c.line));
    }
}

/// The public holidays of the rows: shaded, with a line at their left that does not depend on seeing the shade.
pub fn holidays(painter: &Painter, c: &Colors, area: Rect, view: &View, scene: &Scene, read: &Read) {
    if view.scale().day < DAYS_SHADED_FROM {
        return;
    }
    let (first, last) = view.days();
    for band in &scene.bands {
        let y = area.top() + band.top..=area.top() + band.bottom - 1.0;
        for closed in read.holidays.between(band.row, first..last + 1) {
            let x = area.left() + view.x(closed.first)..=area.left() + view.x(closed.last + 1);
            let room = Rect::from_x_y_ranges(x, y.clone()).intersect(area);
            painter.rect_filled(room, 0, c.careful_ground);
            painter.vline(room.left(), room.y_range(), Stroke::new(1.0, c.careful));
        }
    }
}

/// The name of a row: at its top, or at the upper edge of the view while the row goes on above it.
pub fn row_label(ui: &Ui, area: Rect, top: f32, bottom: f32, heading: bool, name: &str, count: &str) {
    let c = colors(ui);
    let height = if heading { HEADING } else { LANE } as f32;
    let top = (area.top() + top.max(0.0)).min(area.top() + bottom - height);
    let mut room = Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), height));
    room.min.x += if heading { 12.0 } else { 20.0 };
    room.max.x -= 10.0;
    if !count.is_empty() {
        room.max.x -= paint_line(ui, room, Align::Max, count, font::small(), c.weak) + 8.0;
    }
    let font = if heading { font::strong() } else { font::body() };
    paint_line(ui, room, Align::Min, name, font, c.text);
}

/// Where a bar lies on the screen.
pub fn place(area: Rect, bar: &Bar) -> Rect {
    let left = (area.left() + bar.left).round();
    let right = (area.left() + bar.right).round().max(left + 1.0);
    // A point is left between bars that follow one another.
    let right = if right - left > 6.0 { right - 1.0 } else { right };
    let top = (area.top() + bar.top).round();
    Rect::from_min_max(pos2(left, top), pos2(right, top + BAR as f32))
}

/// A bar with what stands on it.
pub fn bar(ui: &Ui, rect: Rect, bar: &Bar, read: &Read, grouping: Grouping, texts: &Texts, hovered: bool) {
    let c = colors(ui);
    let ends = Ends { begins: bar.begins, ends: bar.ends };
    if bar.count() > 1 {
        ui.painter().rect(rect, 2, c.weak, Stroke::new(1.0, c.weak), StrokeKind::Inside);
        if hovered {
            ui.painter().rect_stroke(rect, 2, Stroke::new(2.0, c.accent_hover), StrokeKind::Outside);
        }
        if rect.width() > LABEL_FROM {
            let room = rect.shrink2(vec2(4.0, 0.0));
            let text = t!(texts, "calendar-missions", count = bar.count());
            paint_line(ui, room, Align::Min, &text, font::small_medium(), c.panel);
        }
        return;
    }
    let piece = read.chart.piece(bar.pieces.start);
    match piece.what {
        What::Mission(mission) => {
            let Some(row) = read.missions.get(mission as usize) else { return };
            let label = if rect.width() > LABEL_FROM {
                mission_label(row, grouping, piece.overlap, texts)
            } else {
                String::new()
            };
            mission_bar::paint(ui, rect, ends, row.stage, &label, hovered);
            if piece.overlap > 0 {
                let days = (f64::from(piece.overlap) / f64::from(piece.last - piece.first + 1)).min(1.0);
                // The days shared with the one before, along the upper edge of the bar.
                let shared =
                    Rect::from_min_size(rect.left_top() - vec2(0.0, 4.0), vec2(rect.width() * days as f32, 3.0));
                if bar.begins {
                    ui.painter().rect_filled(shared, 0, c.good);
                }
            }
        }
        What::Opening(opening) => {
            let Some(post) = read.openings.get(opening as usize) else { return };
            if hovered {
                ui.painter().rect_filled(rect, 4, c.careful_ground);
            }
            dashed(ui.painter(), rect.shrink(0.5), Stroke::new(1.0, c.careful));
            if rect.width() > LABEL_FROM {
                let text = opening_label(post, grouping, day(piece.first), texts);
                paint_line(ui, rect.shrink2(vec2(7.0, 0.0)), Align::Min, &text, font::small(), c.careful);
            }
        }
    }
}

fn dashed(painter: &Painter, rect: Rect, stroke: Stroke) {
    let path = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    painter.extend(Shape::dashed_line(&path, stroke, 4.0, 3.0));
}

/// What stands on the bar of a mission: what its row does not say already.
fn mission_label(row: &MissionRow, grouping: Grouping, overlap: u32, texts: &Texts) -> String {
    let stage = if row.stage == Stage::Serving { "" } else { texts.stage(row.stage).0 };
    let handover = if overlap > 0 { t!(texts, "timeline-handover", days = overlap) } else { String::new() };
    let parts: [&str; 4] = match grouping {
        Grouping::Volunteer => [&row.placement_title, stage, &row.duty_station, ""],
        Grouping::Placement => [&row.volunteer_name, stage, &handover, ""],
        Grouping::Partner => [&row.volunteer_name, stage, &row.placement_title, ""],
        Grouping::Country | Grouping::Programme => {
            [&row.volunteer_name, stage, &row.placement_title, &row.duty_station]
        }
    };
    joined(&parts)
}

/// What stands on the outline of free places.
fn opening_label(post: &PlacementRow, grouping: Grouping, from: NaiveDate, texts: &Texts) -> String {
    let open = t!(texts, "timeline-open", count = post.free_places, day = texts.day_and_month(from));
    if grouping == Grouping::Placement { open } else { joined(&[&post.title, &open]) }
}

/// What a screen reader says of free places.
pub fn opening_name(post: &PlacementRow, days: Span, texts: &Texts) -> String {
    let days = t!(texts, "calendar-days", first = texts.date(days.first), last = texts.date(days.last));
    let free = t!(texts, "timeline-free", count = post.free_places);
    joined(&[&post.title, &post.organisation_name, &post.duty_station, &days, &free])
}

/// Days on which a place stands empty, in words where there is room.
pub fn gap(ui: &Ui, area: Rect, gap: &Gap, texts: &Texts) {
    let c = colors(ui);
    let middle = area.top() + gap.top + BAR as f32 / 2.0;
    let (left, right) = (area.left() + gap.left.max(0.0), (area.left() + gap.right).min(area.right()));
    let text = t!(texts, "timeline-gap", days = gap.days);
    let room = Rect::from_min_max(pos2(left + 3.0, middle - 10.0), pos2(right - 3.0, middle + 10.0));
    if width(ui, &text) <= room.width() {
        paint_line(ui, room, Align::Center, &text, font::small(), c.careful);
    } else {
        let dots = Shape::dotted_line(&[pos2(left + 2.0, middle), pos2(right - 2.0, middle)], c.careful, 4.0, 1.0);
        ui.painter().extend(dots);
    }
}

/// Days of absence: slanting lines over the bar.
pub fn stripe(painter: &Painter, c: &Colors, area: Rect, stripe: &Stripe) {
    let rect = Rect::from_min_max(
        pos2(area.left() + stripe.left, area.top() + stripe.top),
        pos2(area.left() + stripe.right, area.top() + stripe.top + BAR as f32),
    );
    let painter = painter.with_clip_rect(painter.clip_rect().intersect(rect));
    painter.rect_filled(rect, 0, c.neutral_ground);
    let mut x = rect.left() - rect.height();
    while x < rect.right() {
        let line = [pos2(x, rect.bottom()), pos2(x + rect.height(), rect.top())];
        painter.line_segment(line, Stroke::new(1.0, c.weak));
        x += 6.0;
    }
    painter.rect_stroke(rect, 0, Stroke::new(1.0, c.weak), StrokeKind::Inside);
}

/// A milestone: full where it is to be done, with a bar across where it is late, hollow where it is done; with a number
/// where it is several.
pub fn mark(ui: &Ui, area: Rect, mark: &Mark) {
    let c = colors(ui);
    let at = pos2(area.left() + mark.x, area.top() + mark.y);
    let painter = ui.painter();
    let (fill, outline) = if mark.late > 0 {
        (c.bad, c.panel)
    } else if mark.done == mark.count {
        (c.panel, c.weak)
    } else {
        (c.careful, c.panel)
    };
    let size = if mark.count > 1 { 5.5 } else { 4.5 };
    let points: Vec<Pos2> = if mark.late > 0 {
        vec![at + vec2(0.0, -size), at + vec2(size, size * 0.8), at + vec2(-size, size * 0.8)]
    } else {
        vec![at + vec2(0.0, -size), at + vec2(size, 0.0), at + vec2(0.0, size), at + vec2(-size, 0.0)]
    };
    painter.add(Shape::convex_polygon(points, fill, Stroke::new(1.0, outline)));
}

/// The mission on its way: where it would be.
pub fn moving(ui: &Ui, rect: Rect, refused: bool) {
    let c = colors(ui);
    let (ground, ink) = if refused { (c.bad_ground, c.bad) } else { (c.accent_ground, c.accent) };
    ui.painter().rect(rect, 4, ground, Stroke::new(2.0, ink), StrokeKind::Inside);
}

/// The ring around the bar that has the keyboard.
pub fn ring(ui: &Ui, rect: Rect) {
    ui.painter().rect_stroke(rect.expand(2.5), 5, Stroke::new(2.0, colors(ui).accent), StrokeKind::Middle);
}
