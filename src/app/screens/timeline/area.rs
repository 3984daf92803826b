//! The chart on the screen: labels at the left, units at the top, bars, and what a person does with them.

use super::chart::{ABOVE, BAR, What};
use super::days_dialog::DaysDialog;
use super::input::{self, Asked, Drag};
use super::layout::{self, Grip, Scene};
use super::moving::{Moving, Verdict};
use super::paint::{self, HEADER_ROW};
use super::reading::{Grouping, Read};
use super::scale::{View, day, number};
use super::subject::Subject;
use super::{Page, TimelineScreen, rows_by};
use crate::app::screens::record::layout::remark;
use crate::app::shared::{Act, Shared};
use crate::app::theme::{Icon, colors, measure};
use crate::app::widgets::form;
use crate::domain::Id;
use crate::domain::reference::Country;
use crate::domain::text::joined;
use crate::store::lists::MissionRow;
use crate::t;
use chrono::Weekday;
use egui::accesskit::Role;
use egui::{Area, CursorIcon, Frame, Key, Modifiers, Order, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use std::sync::Arc;

/// The widget that is the chart.
const CHART: &str = "timeline";
/// Width of the column of labels, where there is room.
const LABELS: f32 = 220.0;
/// Width of the bar that scrolls the rows.
const SCROLL_BAR: f32 = 10.0;
/// Nearer to an edge than this, a mission being dragged scrolls the days.
const EDGE: f32 = 24.0;

/// Where the parts of the chart lie.
struct Parts {
    corner: Rect,
    header: Rect,
    labels: Rect,
    chart: Rect,
    scroll_bar: Rect,
}

impl Parts {
    fn of(all: Rect) -> Self {
        let left = all.left() + LABELS.min(all.width() * 0.3);
        let top = all.top() + 2.0 * HEADER_ROW;
        let right = all.right() - SCROLL_BAR;
        let rect = |x: std::ops::RangeInclusive<f32>, y| Rect::from_x_y_ranges(x, y);
        Self {
            corner: rect(all.left()..=left, all.top()..=top),
            header: rect(left..=right, all.top()..=top),
            labels: rect(all.left()..=left, top..=all.bottom()),
            chart: rect(left..=right, top..=all.bottom()),
            scroll_bar: rect(right..=all.right(), top..=all.bottom()),
        }
    }
}

impl TimelineScreen {
    /// Shows the chart in all the room there is.
    pub(super) fn chart(&mut self, ui: &mut Ui, shared: &mut Shared, read: &Read, grouping: Grouping) {
        let all = ui.available_rect_before_wrap();
        let parts = Parts::of(all);
        let today = shared.today();
        let mut view = self.view.unwrap_or_else(|| {
            let mut view = View { width: parts.chart.width(), ..View::of(today) };
            view.go_to(number(today));
            view
        });
        (view.width, view.height) = (parts.chart.width(), parts.chart.height());
        let area = ui.interact(parts.chart, egui::Id::unique(CHART), Sense::click_and_drag());
        let frame = ui.ctx().cumulative_frame_nr();
        let arrived = std::mem::replace(&mut self.shown_in, frame) + 1 < frame;
        if arrived && ui.memory(|memory| memory.focused().is_none()) || area.clicked() || area.drag_started() {
            area.request_focus();
        }
        input::wheel(ui, parts.chart, all, &mut view, &mut self.turned);
        let pan = input::pans(&area, self.drag);
        view.pan(pan.x, pan.y);
        self.scroll_bar(ui, &parts, &mut view, read);
        let asked = self.keys(ui, &area, &mut view);
        match asked {
            Some(Asked::Today) => view.go_to(number(today)),
            Some(Asked::Fit) => {
                if let Some((first, last)) = read.chart.days() {
                    view.fit(first, last);
                }
            }
            Some(asked) => self.held_asked(shared, read, asked, &mut view),
            None => {}
        }
        let (first, last) = read.chart.days().unwrap_or((number(today), number(today)));
        view.keep_within(first.min(number(today)), last.max(number(today)), f64::from(read.chart.height()));
        self.view = Some(view);

        let missions = self.wanted(read, &view);
        let details = self.details.latest(&mut shared.desk, &missions, super::reading::details);
        let of = |place: u32| details?.get(&read.missions.get(place as usize)?.id);
        let scene = layout::layout(&read.chart, &view, number(today), of);
        area.widget_info(|| {
            let (first, last) = view.days();
            let (first, last) = (shared.texts.date(day(first)), shared.texts.date(day(last)));
            let rows = rows_by(grouping, &shared.texts);
            let name = t!(shared.texts, "timeline-chart", first = first, last = last, rows = rows);
            WidgetInfo::labeled(Role::Grid, true, name)
        });
        let office = shared.desk.office().and_then(|office| office.office.country);
        let week_start = office.map_or(Weekday::Mon, Country::week_start);
        let c = colors(ui);
        {
            let ui = &clipped(ui, parts.chart);
            paint::ground(ui, parts.chart, &view, week_start);
            paint::holidays(ui.painter(), c, parts.chart, &view, &scene, read);
            paint::rows(ui.painter(), c, parts.chart, &scene, &read.chart);
        }
        self.bars(&mut clipped(ui, parts.chart), parts.chart, &scene, read, grouping, shared);
        {
            let ui = &clipped(ui, parts.chart);
            for gap in &scene.gaps {
                paint::gap(ui, parts.chart, gap, &shared.texts);
            }
            for mark in &scene.marks {
                paint::mark(ui, parts.chart, mark);
            }
            paint::today(ui, parts.chart, &view, today, &shared.texts);
        }
        self.marks_hovered(ui, &area, &scene, read, shared);
        labels(&mut clipped(ui, parts.labels), parts.labels, &scene, read, grouping, shared);
        paint::header(&clipped(ui, parts.header), parts.header, &view, week_start, &shared.texts);
        ui.painter().rect_filled(parts.corner, 0, c.panel);
        ui.painter().hline(parts.corner.x_range(), parts.corner.bottom() - 0.5, Stroke::new(1.0, c.line));
        ui.painter().vline(parts.chart.left() - 0.5, all.y_range(), Stroke::new(1.0, c.line));
        if area.has_focus() {
            ui.painter().rect_stroke(parts.chart.shrink(1.0), 2, Stroke::new(2.0, c.accent), egui::StrokeKind::Inside);
        }
        self.dragging(ui, &area, &scene, read, shared);
        self.show_moving(ui, parts.chart, read, shared);
    }

    /// The missions for which details are asked: those in view, and those on a screen around it.
    fn wanted(&mut self, read: &Read, view: &View) -> Arc<[Id]> {
        let days = view.days();
        let heights = (view.top, view.top + f64::from(view.height));
        if let Some(page) = &self.page
            && Arc::ptr_eq(&page.order, &read.missions.order)
            && page.days.0 <= days.0
            && days.1 <= page.days.1
            && page.heights.0 <= heights.0
            && heights.1 <= page.heights.1
        {
            return Arc::clone(&page.missions);
        }
        let more = (days.1 - days.0 + 1, f64::from(view.height));
        let days = (days.0 - more.0, days.1 + more.0);
        let heights = (heights.0 - more.1, heights.1 + more.1);
        let mut missions = Vec::new();
        for row in read.chart.rows_between(heights.0, heights.1) {
            for lane in read.chart.lanes_between(row, heights.0, heights.1) {
                for place in read.chart.pieces_of(lane as usize, days.0, days.1) {
                    if let What::Mission(mission) = read.chart.piece(place).what
                        && let Some(row) = read.missions.get(mission as usize)
                    {
                        missions.push(row.id);
                    }
                }
            }
        }
        let missions: Arc<[Id]> = missions.into();
        let order = Arc::clone(&read.missions.order);
        self.page = Some(Page { order, days, heights, missions: Arc::clone(&missions) });
        missions
    }

    fn keys(&mut self, ui: &Ui, area: &Response, view: &mut View) -> Option<Asked> {
        if self.drag == Drag::Mission && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            self.drag = Drag::Dropped;
            return Some(Asked::Leave);
        }
        let focus = ui.memory(egui::Memory::focused)?;
        let on_bar = self.focused.filter(|(id, _)| *id == focus);
        if focus != area.id && on_bar.is_none() {
            return None;
        }
        let by_keys = self.moving.is_some_and(|moving| moving.held.is_none());
        input::keys(ui, focus, view, by_keys, on_bar.is_some_and(|(_, mission)| mission.is_some()))
    }

    /// What is asked for the mission that has the keyboard, or is held.
    fn held_asked(&mut self, shared: &mut Shared, read: &Read, asked: Asked, view: &mut View) {
        let focused = self.focused.and_then(|(_, mission)| mission);
        let row = focused.and_then(|id| read.missions.iter().find(|row| row.id == id));
        match (asked, self.moving) {
            (Asked::Hold(grip), _) => {
                if let Some(row) = row {
                    self.moving = Some(Moving::new(row.id, row.days(), grip, None));
                    self.held(shared, row.id);
                }
            }
            (Asked::TypeDays, _) => {
                if let Some(row) = row {
                    self.type_days(row);
                }
            }
            (Asked::Step(days), Some(mut moving)) => {
                moving.step(days);
                self.moving = Some(moving);
                let edge = match moving.grip {
                    Grip::First | Grip::Whole => moving.numbers().0,
                    Grip::Last => moving.numbers().1,
                };
                view.reveal((edge, edge), (view.top, view.top + f64::from(view.height)));
            }
            (Asked::Keep, Some(moving)) => self.let_go(shared, moving),
            (Asked::Leave, _) => self.moving = None,
            _ => {}
        }
    }

    /// Asks for the days of a mission to be typed.
    fn type_days(&mut self, row: &MissionRow) {
        let name = joined(&[&row.volunteer_name, &row.placement_title, &row.duty_station]);
        self.days_dialog = Some(DaysDialog::new(Moving::new(row.id, row.days(), Grip::Whole, None), name));
    }

    /// Ends a move: what the rules refuse changes nothing, and says why.
    fn let_go(&mut self, shared: &mut Shared, moving: Moving) {
        self.moving = None;
        if !moving.is_change() {
            return;
        }
        let shown = self.held.exact(&mut shared.desk, &moving.mission, super::read_shown).and_then(Option::as_ref);
        match Verdict::of(shown, moving.to, &shared.texts) {
            Verdict::Refused(why) => shared.act(Act::Complain(why)),
            _ => self.commit(shared, moving),
        }
    }

    fn bars(&mut self, ui: &mut Ui, area: Rect, scene: &Scene, read: &Read, grouping: Grouping, shared: &mut Shared) {
        let focus = ui.memory(egui::Memory::focused);
        let mut focused = None;
        for bar in &scene.bars {
            let rect = paint::place(area, bar);
            let seen = rect.intersect(area);
            if !seen.is_positive() {
                continue;
            }
            let subject = Subject::of(bar, read);
            let response = ui.interact(seen, subject.widget(), Sense::click());
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, subject.name(read, shared)));
            ui.ctx().accesskit_node_builder(response.id, |node| {
                if let Some(next) = self.next_milestone(subject, shared) {
                    node.set_description(next);
                }
            });
            paint::bar(ui, rect, bar, read, grouping, &shared.texts, response.hovered());
            if response.clicked() {
                subject.open(read, &mut shared.acts);
            }
            if response.secondary_clicked()
                && let Subject::Mission(row) = subject
            {
                self.type_days(row);
            }
            if response.has_focus() || focus == Some(response.id) {
                focused = Some((response.id, subject.mission()));
                paint::ring(ui, rect.intersect(area.shrink(2.0)));
            }
            if self.moving.is_none() {
                let overlap = read.chart.piece(bar.pieces.start).overlap;
                response
                    .on_hover_cursor(CursorIcon::PointingHand)
                    .on_hover_ui(|ui| subject.details(ui, read, overlap, shared));
            }
        }
        for stripe in &scene.stripes {
            paint::stripe(ui.painter(), colors(ui), area, stripe);
        }
        let chart = egui::Id::unique(CHART);
        // A bar that had the keyboard and was scrolled out of view leaves it to the chart.
        let left = focused.is_none() && self.focused.is_some_and(|(id, _)| focus == Some(id));
        if left {
            ui.memory_mut(|memory| memory.request_focus(chart));
        }
        // A mission that is being moved by keys stays where it was once something else takes them.
        let elsewhere = !left && focus != Some(chart);
        if elsewhere
            && self.moving.is_some_and(|moving| {
                moving.held.is_none() && focused.and_then(|(_, mission)| mission) != Some(moving.mission)
            })
        {
            self.moving = None;
        }
        self.focused = focused;
        if let Some((_, Some(mission))) = focused {
            // Read ahead of the first key that moves it.
            self.held(shared, mission);
        }
    }

    /// The next milestone of a mission, for those who do not see the mark.
    fn next_milestone(&self, subject: Subject<'_>, shared: &Shared) -> Option<String> {
        let known = self.details.value()?.get(&subject.mission()?)?;
        let next = known.milestones.iter().find(|milestone| !milestone.done)?;
        let texts = &shared.texts;
        let (what, due) = (texts.milestone(&next.name), day(next.due));
        let late = if due < shared.today() { t!(texts, "timeline-milestone-late") } else { "" };
        Some(joined(&[what, &texts.date(due), late]))
    }

    /// What hovering over a milestone shows.
    fn marks_hovered(&self, ui: &Ui, area: &Response, scene: &Scene, read: &Read, shared: &Shared) {
        let Some(pointer) = area.hover_pos().filter(|_| self.moving.is_none()) else { return };
        let at = pointer - area.rect.min;
        if let Some((_, grip)) = scene.hit(at.x, at.y)
            && grip != Grip::Whole
        {
            ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
        }
        let Some(mark) = scene.mark_at(at.x, at.y) else {
            if scene.hit(at.x, at.y).is_none() {
                self.holiday_hovered(area, at, scene, read, shared);
            }
            return;
        };
        let details = self.details.value();
        let row = read.missions.get(mark.mission as usize);
        let known = row.and_then(|row| details?.get(&row.id)).and_then(|known| known.milestones.get(mark.first));
        let (Some(row), Some(milestone)) = (row, known) else { return };
        let texts = &shared.texts;
        area.clone().on_hover_ui_at_pointer(|ui| {
            ui.set_max_width(300.0);
            form::card_title(ui, texts.milestone(&milestone.name));
            ui.label(&*row.volunteer_name);
            let state = match (milestone.done, mark.late > 0) {
                (true, _) => t!(texts, "timeline-milestone-done"),
                (false, true) => t!(texts, "timeline-milestone-late"),
                (false, false) => t!(texts, "timeline-milestone-due"),
            };
            form::weak(ui, &format!("{}, {state}", texts.date(day(milestone.due))));
            if mark.count > 1 {
                form::note(ui, &t!(texts, "timeline-milestones-more", count = mark.count - 1));
            }
        });
    }

    /// What a holiday is called, where the pointer rests on one.
    fn holiday_hovered(&self, area: &Response, at: egui::Vec2, scene: &Scene, read: &Read, shared: &Shared) {
        let Some(view) = self.view else { return };
        let (number, band) =
            (view.day_at(at.x), scene.bands.iter().find(|band| (band.top..band.bottom).contains(&at.y)));
        let Some(closed) = band.and_then(|band| read.holidays.between(band.row, number..number + 1).next()) else {
            return;
        };
        let text = format!("{}, {}", closed.name, shared.texts.date(day(number)));
        area.clone().on_hover_text_at_pointer(text);
    }

    /// Follows the pointer from the frame in which it begins to drag to the one in which the button is let go.
    fn dragging(&mut self, ui: &Ui, area: &Response, scene: &Scene, read: &Read, shared: &mut Shared) {
        let Some(mut view) = self.view else { return };
        if area.drag_started_by(egui::PointerButton::Primary) {
            let grabbed = input::grabbed(ui, area, scene);
            match grabbed.map(|(bar, grip, x)| (Subject::of(&scene.bars[bar], read), grip, x)) {
                Some((Subject::Mission(row), grip, x)) => {
                    self.drag = Drag::Mission;
                    self.moving = Some(Moving::new(row.id, row.days(), grip, Some(view.day_at(x))));
                    self.held(shared, row.id);
                }
                _ => {
                    self.drag = Drag::View;
                    let way = input::way(ui);
                    view.pan(-way.x, -way.y);
                    self.view = Some(view);
                }
            }
        }
        let pointer = ui.input(|input| input.pointer.interact_pos());
        if let (Drag::Mission, Some(moving), Some(pointer)) = (self.drag, &mut self.moving, pointer) {
            let x = pointer.x - area.rect.left();
            moving.drag_to(view.day_at(x));
            let over = (x - (view.width - EDGE)).max(0.0) + (x - EDGE).min(0.0);
            if over != 0.0
                && let Some(view) = &mut self.view
            {
                view.pan(over.clamp(-EDGE, EDGE) * 0.5, 0.0);
                ui.ctx().request_repaint();
            }
        }
        if area.drag_stopped() {
            if self.drag == Drag::Mission
                && let Some(moving) = self.moving
            {
                self.let_go(shared, moving);
            }
            self.drag = Drag::Nothing;
        }
    }

    /// The mission on its way, and beside it what is wanted and what the rules say.
    fn show_moving(&mut self, ui: &mut Ui, area: Rect, read: &Read, shared: &mut Shared) {
        let (Some(moving), Some(view)) = (self.moving, self.view) else { return };
        let Some(row) = read.missions.iter().position(|row| row.id == moving.mission) else { return };
        let Some((_, top)) = read.chart.find(What::Mission(row as u32)) else { return };
        let Some(row) = read.missions.get(row) else { return };
        let shown = self.held.exact(&mut shared.desk, &moving.mission, super::read_shown).and_then(Option::as_ref);
        let texts = &shared.texts;
        let verdict = Verdict::of(shown, moving.to, texts);
        let (first, last) = moving.numbers();
        let y = area.top() + (f64::from(top + ABOVE) - view.top) as f32;
        let (left, right) = (area.left() + view.x(first), area.left() + view.x(last + 1));
        let rect =
            Rect::from_min_max(pos2(left, y), pos2(right, y + BAR as f32)).intersect(area.expand2(vec2(8.0, 0.0)));
        if rect.is_positive() {
            paint::moving(&clipped(ui, area), rect, verdict.is_refused());
        }
        let by_keys = moving.held.is_none();
        let pointer = ui.input(|input| input.pointer.interact_pos()).filter(|_| !by_keys);
        let corner =
            pointer.map_or(pos2(rect.left().max(area.left()) + 8.0, y + BAR as f32 + 10.0), |at| at + vec2(14.0, 18.0));
        let bubble = Area::new(egui::Id::unique("timeline move")).order(Order::Tooltip).interactable(false);
        bubble.fixed_pos(corner).constrain(true).show(ui.ctx(), |ui| {
            Frame::popup(ui.style()).inner_margin(10).show(ui, |ui| {
                ui.set_max_width(320.0);
                form::card_title(ui, &joined(&[&row.volunteer_name, &row.placement_title]));
                let days = moving.to;
                let words = t!(texts, "calendar-days", first = texts.date(days.first), last = texts.date(days.last));
                ui.label(format!("{words}, {}", t!(texts, "calendar-weeks", weeks = days.weeks())));
                if let Some((text, tone)) = verdict.said() {
                    let icon = if verdict.is_refused() { Icon::Cross } else { Icon::Warning };
                    remark(ui, icon, tone, text);
                }
                let hint = match (by_keys, verdict.is_refused()) {
                    (true, false) => t!(texts, "timeline-hint-keys"),
                    (true, true) => t!(texts, "timeline-hint-keys-refused"),
                    (false, false) => t!(texts, "timeline-hint-drag"),
                    (false, true) => t!(texts, "timeline-hint-drag-refused"),
                };
                form::note(ui, hint);
            });
        });
    }

    fn scroll_bar(&self, ui: &Ui, parts: &Parts, view: &mut View, read: &Read) {
        let (content, room) = (f64::from(read.chart.height()), f64::from(parts.scroll_bar.height()));
        ui.painter().rect_filled(parts.scroll_bar, 0, colors(ui).panel);
        if content <= room {
            return;
        }
        let response = ui.interact(parts.scroll_bar, egui::Id::unique("timeline scroll"), Sense::DRAG);
        let handle = (room * room / content).max(24.0);
        let free = (room - handle).max(1.0);
        if response.dragged() {
            view.top += f64::from(response.drag_delta().y) / free * (content - room);
        }
        let at = (view.top / (content - room)).clamp(0.0, 1.0) * free;
        let min = parts.scroll_bar.min + vec2(2.0, at as f32);
        let handle = Rect::from_min_size(min, vec2(SCROLL_BAR - 4.0, handle as f32));
        let c = colors(ui);
        let ink = if response.hovered() || response.dragged() { c.weak } else { c.outline };
        ui.painter().rect_filled(handle, measure::TAG_CORNER, ink);
    }
}

/// A part of the screen beyond which nothing is painted or touched.
fn clipped(ui: &mut Ui, rect: Rect) -> Ui {
    let mut part = ui.new_child(egui::UiBuilder::new().max_rect(rect));
    part.set_clip_rect(rect.intersect(ui.clip_rect()));
    part
}

/// The names of rows.
fn labels(ui: &mut Ui, area: Rect, scene: &Scene, read: &Read, grouping: Grouping, shared: &Shared) {
    let c = colors(ui);
    let texts = &shared.texts;
    ui.painter().rect_filled(area, 0, c.panel);
    paint::rows(ui.painter(), c, area, scene, &read.chart);
    for band in &scene.bands {
        let row = &read.chart.rows()[band.row];
        let heading = row.lanes.is_empty();
        let unknown = match grouping {
            _ if heading => "",
            Grouping::Country => t!(texts, "timeline-no-country"),
            Grouping::Partner => t!(texts, "timeline-no-partner"),
            Grouping::Programme => t!(texts, "timeline-no-programme"),
            Grouping::Placement | Grouping::Volunteer => t!(texts, "timeline-no-name"),
        };
        let name = if row.name.is_empty() { unknown } else { &row.name };
        let count = if row.missions > 1 { texts.count(row.missions as usize) } else { String::new() };
        paint::row_label(ui, area, band.top, band.bottom, heading, name, &count);
        let place = Rect::from_x_y_ranges(area.x_range(), area.top() + band.top..=area.top() + band.bottom);
        let id = egui::Id::unique(("timeline row", band.row));
        let response = ui.interact(place.intersect(area), id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(if heading { Role::Heading } else { Role::RowHeader }, true, name));
        response.on_hover_ui(|ui| {
            ui.label(name);
            if row.missions > 0 {
                form::note(ui, &t!(texts, "calendar-missions", count = row.missions));
            }
        });
    }
}
