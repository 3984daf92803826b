//! A map of the world: countries shaded by a number, markers, and lines from place to place.
//!
//! Zoom by wheel, double click, plus and minus or the buttons; move by dragging or arrows. Every country with a number and
//! every marker has a name for screen readers and tests, and is reached by N and P while the map has the keyboard.

mod marks;
mod outline;
mod picture;
mod steps;

pub(super) use marks::paint_form;
pub use marks::{Form, Kind, Link, Marker};

use egui::accesskit::{Action, Role};
use egui::{Color32, CursorIcon, Id, Key, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, WidgetInfo, vec2};

use crate::app::texts::Texts;
use crate::app::theme::{Colors, colors, font, measure};
use crate::app::widgets::paint;
use crate::app::widgets::plane::{Camera, Room, Strip, Swatch, View, input};
use crate::domain::organisation::Position;
use crate::domain::reference::Country;
use crate::domain::text::joined;
use crate::t;
use marks::Group;
use outline::WORLD;
use picture::{Drawn, Picture};
use steps::Steps;

/// A country smaller than this on the screen is shown as a dot.
const SMALL: f32 = 7.0;
/// Radius of the dot of a small country.
const DOT: f32 = 4.5;
/// How much larger than the world [`MapState::show_countries`] goes.
const CLOSEST: f32 = 5.0;
/// The most that the world can be enlarged.
const LARGEST: f32 = 40.0;
/// Around the land, on the plane: room for dots at its edge.
const MARGIN: f32 = 0.08;
/// Points that an arrow key moves the map.
const ARROW: f32 = 64.0;
/// How many names a screen reader and a tooltip give of markers that have gathered.
const NAMES: usize = 6;

/// What a person chose on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// A country, with or without a number.
    Country(Country),
    /// Markers, as places in those given; several where they lie too near to each other to be told apart.
    Markers(Vec<usize>),
}

/// What the map keeps from frame to frame.
#[derive(Debug)]
pub struct MapState {
    view: View,
    /// The marked item that the keyboard is at.
    at: Option<Item>,
    /// Countries to bring into view in the next frame.
    wanted: Option<Rect>,
    drawn: Drawn,
}

impl Default for MapState {
    fn default() -> Self {
        Self { view: View::up_to(LARGEST), at: None, wanted: None, drawn: Drawn::default() }
    }
}

impl MapState {
    /// Brings countries into view, in the next frame. Without any, the whole world.
    pub fn show_countries(&mut self, countries: impl IntoIterator<Item = Country>) {
        self.view.show_all();
        self.wanted = picture::around(countries.into_iter());
    }
}

/// What happened on a map in a frame.
#[derive(Debug)]
pub struct MapResponse {
    /// The map's own response: focus, hover, rectangle.
    pub response: Response,
    /// What was chosen, by click, key or screen reader.
    pub chosen: Option<Chosen>,
}

/// A point well inside a country.
pub fn middle(country: Country) -> Option<Position> {
    outline::middle(country)
}

/// Something marked: what N and P step through. A group of markers goes by its first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Item {
    Country(Country),
    Marker(usize),
}

/// A map that takes all the room there is.
#[must_use = "a map shows only when it is shown"]
#[derive(Debug)]
pub struct WorldMap<'a> {
    texts: &'a Texts,
    title: &'a str,
    values: &'a [(Country, u64)],
    kinds: &'a [Kind<'a>],
    markers: &'a [Marker<'a>],
    links: &'a [Link],
    selected: Option<&'a Chosen>,
    plain_wheel: bool,
}

/// What a frame works with.
struct Frame<'a> {
    map: WorldMap<'a>,
    camera: Camera,
    steps: Steps,
    /// Countries with a number, by country.
    values: Vec<(Country, u64)>,
    groups: Vec<Group>,
}

impl<'a> WorldMap<'a> {
    /// A map without anything on it.
    pub fn new(texts: &'a Texts) -> Self {
        let (values, kinds, markers, links) = (&[], &[], &[], &[]);
        Self { texts, title: "", values, kinds, markers, links, selected: None, plain_wheel: true }
    }

    /// Shades countries by their numbers; `title` says what is counted: "Missions". A number of 0 is none.
    pub fn values(mut self, title: &'a str, values: &'a [(Country, u64)]) -> Self {
        (self.title, self.values) = (title, values);
        self
    }

    /// Puts markers on the map; `kinds` are the entries of the legend that they refer to.
    pub fn markers(mut self, kinds: &'a [Kind<'a>], markers: &'a [Marker<'a>]) -> Self {
        (self.kinds, self.markers) = (kinds, markers);
        self
    }

    /// Draws lines from place to place, under the markers.
    pub fn links(mut self, links: &'a [Link]) -> Self {
        self.links = links;
        self
    }

    /// What is outlined as chosen.
    pub fn selected(mut self, selected: Option<&'a Chosen>) -> Self {
        self.selected = selected;
        self
    }

    /// Leaves the wheel to the page around the map, unless Ctrl is held.
    pub fn in_scrolling_page(mut self) -> Self {
        self.plain_wheel = false;
        self
    }

    /// Shows the map in all the room there is.
    pub fn show(self, ui: &mut Ui, state: &mut MapState) -> MapResponse {
        let (texts, title, plain_wheel) = (self.texts, self.title, self.plain_wheel);
        let mut values: Vec<_> = self.values.iter().copied().filter(|value| value.1 > 0).collect();
        values.sort_unstable_by_key(|value| value.0);
        let steps = Steps::up_to(values.iter().map(|value| value.1).max().unwrap_or(0));
        let (all, _) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
        let strip = Strip::new(ui, self.legend(&steps, colors(ui)), t!(texts, "map-borders"), all.width());
        let rect = all.with_max_y((all.bottom() - strip.height - measure::GAP).max(all.top() + 1.0));
        let id = ui.make_persistent_id("world-map");
        let room = Room { rect, world: WORLD.bounds().expand(MARGIN) };
        if let Some(wanted) = state.wanted.take() {
            state.view.fit(wanted.expand(wanted.size().max_elem() * 0.06 + 0.02), CLOSEST, rect, room.world);
        }
        let keys = input::claims_keys(ui, id);
        // Before egui takes them for a click.
        let choose = keys && (input::pressed(ui, Key::Enter) || input::pressed(ui, Key::Space));
        let area = ui.interact(rect, id, Sense::click_and_drag());
        if area.clicked() || area.drag_started() {
            area.request_focus();
        }
        input::pointer(ui, &area, &mut state.view, room, plain_wheel);
        if let Some(at) = area.hover_pos().filter(|_| area.double_clicked()) {
            let camera = state.view.camera(rect, room.world);
            state.view.zoom(&camera, input::STEP * input::STEP, at, room.world);
        }
        if let Some(way) = keys.then(|| input::arrows(ui)).flatten() {
            state.view.pan(&state.view.camera(rect, room.world), way * ARROW, room.world);
        }
        let below = all.with_min_y(rect.bottom() + measure::GAP);
        let (whole, can_grow) = (state.view.is_whole(), state.view.can_grow());
        let buttons = [
            (t!(texts, "map-zoom-out"), !whole),
            (t!(texts, "map-zoom-in"), can_grow),
            (t!(texts, "map-whole"), !whole),
        ];
        let tip = [t!(texts, "map-borders-tip"), t!(texts, "map-hint")].join("\n\n");
        let asked = strip.show(ui, below, id, &tip, buttons);
        input::zoom(&mut state.view, asked.or(keys.then(|| input::zoom_keys(ui)).flatten()), room);
        area.widget_info(|| {
            let name = t!(texts, "map-name", title = title);
            let name = if title.is_empty() { t!(texts, "map-name-plain") } else { name.as_str() };
            WidgetInfo::labeled(Role::Group, true, name)
        });
        let mut camera = state.view.camera(rect, room.world);
        let groups = marks::gather(self.markers, camera.scale);
        let mut frame = Frame { map: self, camera, steps, values, groups };
        let items = frame.items();
        let step = [(Key::N, 1), (Key::P, -1)].into_iter().find(|(key, _)| keys && input::pressed(ui, *key));
        if let Some((_, step)) = step
            && let Some(at) = frame.step(&items, state.at, step)
        {
            state.at = Some(at);
            state.view.reveal(frame.place(at).unwrap_or(camera.center), rect, room.world);
            camera = state.view.camera(rect, room.world);
            frame.camera = camera;
        }
        let at = state.at.and_then(|at| frame.known(&items, at)).filter(|_| area.has_focus());
        frame.paint(ui, &mut state.drawn);
        let mut chosen = frame.nodes(ui, &area, &items, at);
        if choose {
            chosen = chosen.or(at.map(|at| frame.chosen(at)));
        }
        let hovered = area.hover_pos().filter(|_| !area.dragged()).and_then(|pointer| frame.hit(pointer));
        if let Some(item) = hovered {
            frame.ring(ui, item, Stroke::new(1.5, colors(ui).accent));
            if area.clicked() {
                state.at = Some(item);
                chosen = Some(frame.chosen(item));
            }
        }
        if let Some(selected) = frame.selected_item() {
            frame.ring(ui, selected, Stroke::new(2.0, colors(ui).text));
        }
        if let Some(item) = at {
            frame.ring(ui, item, Stroke::new(2.0, colors(ui).accent));
            frame.bubble(ui, item);
        }
        if area.has_focus() {
            let stroke = Stroke::new(2.0, colors(ui).accent);
            ui.painter().rect_stroke(rect.shrink(1.0), measure::CORNER, stroke, egui::StrokeKind::Inside);
        }
        let response = match hovered {
            Some(item) => {
                area.on_hover_cursor(CursorIcon::PointingHand).on_hover_ui_at_pointer(|ui| frame.details(ui, item))
            }
            None if area.dragged() => area.on_hover_cursor(CursorIcon::Grabbing),
            None => area,
        };
        MapResponse { response, chosen }
    }

    fn legend(&self, steps: &Steps, c: &Colors) -> Vec<(Swatch, String)> {
        let mut words = Vec::new();
        if steps.len() > 0 {
            let step = |step| (Swatch::Color(steps.color(step, c)), steps.text(step, self.texts));
            words.push((Swatch::Title, self.title.to_owned()));
            words.extend((0..steps.len()).map(step));
            words.push((Swatch::Color(c.land), t!(self.texts, "map-no-value").to_owned()));
        }
        words.extend(self.kinds.iter().map(|kind| (Swatch::Form(kind.form, kind.tone), kind.name.to_owned())));
        words
    }
}

impl Frame<'_> {
    /// Everything marked: countries by their numbers, then markers.
    fn items(&self) -> Vec<Item> {
        let mut countries = self.values.clone();
        countries.sort_by_key(|value| std::cmp::Reverse(value.1));
        let countries = countries.into_iter().map(|value| Item::Country(value.0));
        countries.chain(self.groups.iter().map(|group| Item::Marker(group.members[0]))).collect()
    }

    /// The item as it is now: a marker may have joined a group.
    fn known(&self, items: &[Item], item: Item) -> Option<Item> {
        match item {
            Item::Marker(place) => self.group(place).map(|group| Item::Marker(group.members[0])),
            Item::Country(_) => Some(item).filter(|item| items.contains(item)),
        }
    }

    fn step(&self, items: &[Item], at: Option<Item>, step: isize) -> Option<Item> {
        let at = at.and_then(|at| self.known(items, at)).and_then(|at| items.iter().position(|item| *item == at));
        let next = match at {
            Some(at) => (at as isize + step).rem_euclid(items.len() as isize) as usize,
            None if step > 0 => 0,
            None => items.len().checked_sub(1)?,
        };
        items.get(next).copied()
    }

    fn group(&self, place: usize) -> Option<&Group> {
        self.groups.iter().find(|group| group.members.contains(&place))
    }

    fn value(&self, country: Country) -> Option<u64> {
        self.values.binary_search_by_key(&country, |value| value.0).ok().map(|place| self.values[place].1)
    }

    /// Where an item is on the plane.
    fn place(&self, item: Item) -> Option<Pos2> {
        match item {
            Item::Country(country) => WORLD.middle(country),
            Item::Marker(place) => self.group(place).map(|group| group.at),
        }
    }

    fn chosen(&self, item: Item) -> Chosen {
        match item {
            Item::Country(country) => Chosen::Country(country),
            Item::Marker(place) => {
                Chosen::Markers(self.group(place).map_or(vec![place], |group| group.members.clone()))
            }
        }
    }

    fn selected_item(&self) -> Option<Item> {
        match self.map.selected? {
            Chosen::Country(country) => Some(Item::Country(*country)),
            Chosen::Markers(places) => places.first().map(|place| Item::Marker(*place)),
        }
    }

    /// Whether a country is shown as a dot.
    fn is_small(&self, country: Country) -> bool {
        WORLD.extent(country).is_none_or(|extent| extent.size().max_elem() * self.camera.scale < SMALL)
    }

    /// What lies under a point of the screen.
    fn hit(&self, pointer: Pos2) -> Option<Item> {
        let near = |at: Pos2, reach: f32| self.camera.on_screen(at).distance(pointer) <= reach;
        let markers = self.groups.iter().rev().find(|group| near(group.at, marks::reach_of(group) + 2.0));
        if let Some(group) = markers {
            return Some(Item::Marker(group.members[0]));
        }
        let dots = self.values.iter().map(|value| value.0).filter(|country| self.is_small(*country));
        let dot = dots.filter(|country| WORLD.middle(*country).is_some_and(|at| near(at, DOT + 3.0))).min_by(|a, b| {
            let away =
                |country| WORLD.middle(country).map_or(f32::MAX, |at| self.camera.on_screen(at).distance(pointer));
            away(*a).total_cmp(&away(*b))
        });
        let land = || picture::level(self.camera.scale).part_at(self.camera.on_plane(pointer))?.country;
        dot.or_else(land).map(Item::Country)
    }

    fn color(&self, value: u64, c: &Colors) -> Color32 {
        self.steps.of(value).map_or(c.land, |step| self.steps.color(step, c))
    }

    fn paint(&self, ui: &Ui, drawn: &mut Drawn) {
        let c = colors(ui);
        let painter = ui.painter_at(self.camera.rect);
        painter.rect_filled(self.camera.rect, measure::CORNER, c.ground);
        let filled = self.values.iter().map(|(country, value)| (*country, self.color(*value, c))).collect();
        let picture = Picture { camera: self.camera, filled, land: c.land, sea: c.ground };
        painter.add(Shape::mesh(drawn.mesh(picture)));
        for (country, value) in self.values.iter().filter(|value| self.is_small(value.0)) {
            if let Some(at) = WORLD.middle(*country) {
                let at = self.camera.on_screen(at);
                painter.circle(at, DOT, self.color(*value, c), Stroke::new(1.0, c.weak));
            }
        }
        self.numbers(ui);
        for link in self.map.links {
            marks::paint_link(&painter, c, link, &self.camera);
        }
        for group in &self.groups {
            let at = self.camera.on_screen(group.at);
            if self.camera.rect.expand(16.0).contains(at) {
                let kind = self.map.markers.get(group.members[0]).and_then(|marker| self.map.kinds.get(marker.kind));
                marks::paint_group(&painter, c, group, at, kind, &self.map.texts.count(group.members.len()));
            }
        }
    }

    /// The numbers of countries, where there is room in them: larger ones first, none over another.
    fn numbers(&self, ui: &Ui) {
        let c = colors(ui);
        let painter = ui.painter_at(self.camera.rect);
        let level = picture::level(self.camera.scale);
        let marked = |group: &Group| {
            let side = 2.0 * marks::reach_of(group);
            Rect::from_center_size(self.camera.on_screen(group.at), vec2(side, side))
        };
        let mut taken: Vec<Rect> = self.groups.iter().map(marked).collect();
        let mut values = self.values.clone();
        values.sort_by_key(|value| std::cmp::Reverse(value.1));
        for (country, value) in values {
            let Some(at) = WORLD.middle(country).map(|at| self.camera.on_screen(at)) else { continue };
            if !self.camera.rect.contains(at) || self.is_small(country) {
                continue;
            }
            let galley =
                paint::line(&painter, &self.map.texts.count(value as usize), font::small_medium(), f32::INFINITY);
            let room = Rect::from_center_size(at, galley.size());
            // Digits are lower than their line.
            let digits = room.shrink2(vec2(-1.0, 3.0));
            let corners = [digits.left_top(), digits.right_top(), digits.left_bottom(), digits.right_bottom()];
            let fits = level.holds(country, &corners.map(|corner| self.camera.on_plane(corner)));
            if fits && taken.iter().all(|other| !other.intersects(digits)) {
                let fill = self.color(value, c);
                let ink = if distance(fill, c.text) > distance(fill, c.panel) { c.text } else { c.panel };
                painter.galley(room.min, galley, ink);
                taken.push(digits);
            }
        }
    }

    /// A ring around an item.
    fn ring(&self, ui: &Ui, item: Item, stroke: Stroke) {
        let painter = ui.painter_at(self.camera.rect);
        match item {
            Item::Country(country) if !self.is_small(country) => {
                for line in picture::outlines(country, &self.camera) {
                    painter.add(Shape::line(line, stroke));
                }
            }
            _ => {
                let reach = match item {
                    Item::Marker(place) => self.group(place).map_or(marks::REACH, marks::reach_of),
                    Item::Country(_) => DOT,
                };
                if let Some(at) = self.place(item) {
                    painter.circle_stroke(self.camera.on_screen(at), reach + 3.0, stroke);
                }
            }
        }
    }

    /// A node for every item, so that it can be read and chosen without seeing it. Returns what was chosen so.
    fn nodes(&self, ui: &Ui, area: &Response, items: &[Item], at: Option<Item>) -> Option<Chosen> {
        let mut chosen = None;
        for item in items {
            let Some(place) = self.place(*item) else { continue };
            let rect = Rect::from_center_size(self.camera.on_screen(place), vec2(10.0, 10.0));
            let response = ui.interact(rect, area.id.with(item), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, self.name(*item)));
            ui.ctx().accesskit_node_builder(response.id, |node| node.add_action(Action::Click));
            if ui.input(|input| input.has_accesskit_action_request(response.id, Action::Click)) {
                chosen = Some(self.chosen(*item));
            }
        }
        let active: Option<Id> = at.map(|at| area.id.with(at));
        ui.ctx().accesskit_node_builder(area.id, |node| {
            node.set_description(t!(self.map.texts, "map-hint"));
            if let Some(active) = active {
                node.set_active_descendant(active.accesskit_id());
            }
        });
        chosen
    }

    /// The name of an item: "Kenya, 14", "Asante Clinic, partner", "3 here: ...".
    fn name(&self, item: Item) -> String {
        let texts = self.map.texts;
        match item {
            Item::Country(country) => {
                let value = self.value(country).map(|value| texts.count(value as usize));
                format!("{}, {}", texts.country(Some(country)), value.as_deref().unwrap_or(t!(texts, "map-no-value")))
            }
            Item::Marker(place) => match self.group(place) {
                Some(group) if group.members.len() > 1 => {
                    let names = group.members.iter().take(NAMES).filter_map(|place| self.map.markers.get(*place));
                    let mut names: Vec<String> = names.map(|marker| marker.label.to_owned()).collect();
                    names.extend(self.more(group));
                    t!(texts, "map-together", count = group.members.len(), names = names.join(", "))
                }
                _ => self.marker(place),
            },
        }
    }

    fn more(&self, group: &Group) -> Option<String> {
        let more = group.members.len().saturating_sub(NAMES);
        (more > 0).then(|| t!(self.map.texts, "map-more", count = more))
    }

    fn marker(&self, place: usize) -> String {
        let Some(marker) = self.map.markers.get(place) else { return String::new() };
        let kind = self.map.kinds.get(marker.kind).map_or("", |kind| kind.name);
        joined(&[marker.label, kind])
    }

    /// What the pointer shows of an item.
    fn details(&self, ui: &mut Ui, item: Item) {
        let (texts, c) = (self.map.texts, colors(ui));
        let strong = |text: &str| egui::RichText::new(text).font(font::medium()).color(c.text);
        match item {
            Item::Country(country) => {
                ui.label(strong(texts.country(Some(country))));
                if !self.values.is_empty() {
                    let value = self.value(country).map(|value| texts.count(value as usize));
                    let count = value.as_deref().unwrap_or(t!(texts, "map-no-value"));
                    ui.label(t!(texts, "map-value", title = self.map.title, count = count));
                }
            }
            Item::Marker(place) => {
                let Some(group) = self.group(place) else { return };
                for place in group.members.iter().take(NAMES) {
                    ui.label(self.marker(*place));
                }
                if let Some(more) = self.more(group) {
                    ui.label(more);
                }
            }
        }
    }

    /// The name of the item that the keyboard is at, beside it.
    fn bubble(&self, ui: &Ui, item: Item) {
        let Some(at) = self.place(item) else { return };
        let c = colors(ui);
        let painter = ui.painter_at(self.camera.rect);
        let galley = paint::line(&painter, &self.name(item), font::medium(), self.camera.rect.width() * 0.5);
        let size = galley.size() + vec2(16.0, 8.0);
        let mut room = Rect::from_min_size(self.camera.on_screen(at) + vec2(12.0, -size.y - 8.0), size);
        let inside = self.camera.rect.shrink(4.0);
        room = room.translate(vec2((inside.right() - room.right()).min(0.0), (inside.top() - room.top()).max(0.0)));
        painter.rect(room, measure::TAG_CORNER, c.panel, Stroke::new(1.0, c.outline), egui::StrokeKind::Inside);
        painter.galley(room.min + vec2(8.0, 4.0), galley, c.text);
    }
}

/// How different two colours are in brightness.
fn distance(a: Color32, b: Color32) -> f32 {
    let light = |color: Color32| egui::Rgba::from(color).intensity();
    let (a, b) = (light(a) + 0.05, light(b) + 0.05);
    (a / b).max(b / a)
}

#[cfg(test)]
mod tests;
