//! A picture of a network: one node in the middle, around it what it is linked to, behind that the next step.
//!
//! Click selects, a double click or Enter puts a node into the middle, arrows walk from node to node, dragging moves a node
//! or the picture, a double click beside all nodes lays them out anew. Every node has a name for screen readers and tests.

pub mod layout;
mod paint;

use std::collections::HashMap;

use egui::accesskit::Role;
use egui::{CursorIcon, Key, Pos2, Rect, Response, Sense, Ui, Vec2, WidgetInfo};

use crate::app::texts::Texts;
use crate::app::theme::{Icon, colors, font, measure};
use crate::app::widgets::plane::{Camera, Room, Strip, Swatch, View, input};
use crate::domain::Id;
use crate::domain::text::joined;
use crate::t;
use layout::{Layout, Tie};
use paint::Spot;

/// The most that the whole network can be enlarged.
const LARGEST: f32 = 6.0;
/// The most that a whole network is drawn apart, where there is room.
const LOOSEST: f32 = 1.3;
/// How many links a tooltip names.
const LINKS: usize = 8;

/// Something in a network.
#[derive(Clone, Copy, Debug)]
pub struct Node<'a> {
    /// Its id; the layout depends on it.
    pub id: Id,
    /// Its name.
    pub label: &'a str,
    /// The word for what it is: "partner".
    pub kind: &'a str,
    /// The icon of its kind.
    pub icon: Icon,
    /// Whether it is no longer there: shown faded and with a dashed rim.
    pub ceased: bool,
}

/// A link in a network.
#[derive(Clone, Copy, Debug)]
pub struct Edge<'a> {
    /// Where it begins.
    pub from: Id,
    /// Where it leads; the arrow is there.
    pub to: Id,
    /// What the one where it begins does to the other: "funds". The layout depends on it.
    pub kind: &'a str,
    /// The same said by the other: "is funded by".
    pub back: &'a str,
    /// Whether it is over: shown dashed.
    pub over: bool,
}

/// What a picture keeps from frame to frame.
#[derive(Debug)]
pub struct PictureState {
    /// The node that is chosen; the keyboard goes on from there.
    pub selected: Option<Id>,
    view: View,
    center: Option<Id>,
    /// Where a person has put nodes, on the plane of the layout.
    moved: HashMap<Id, Pos2>,
}

impl Default for PictureState {
    fn default() -> Self {
        Self { selected: None, view: View::up_to(LARGEST), center: None, moved: HashMap::new() }
    }
}

/// What happened on a picture in a frame.
#[derive(Debug)]
pub struct PictureResponse {
    /// The picture's own response: focus, hover, rectangle.
    pub response: Response,
    /// The node that was chosen in this frame; [`PictureState::selected`] has it as well.
    pub selected: Option<Id>,
    /// The node that is to be the middle from the next frame on.
    pub center_on: Option<Id>,
}

/// A network that takes all the room there is.
#[must_use = "a picture shows only when it is shown"]
#[derive(Debug)]
pub struct NetworkPicture<'a> {
    texts: &'a Texts,
    center: Id,
    nodes: &'a [Node<'a>],
    edges: &'a [Edge<'a>],
    plain_wheel: bool,
}

/// What a frame works with.
struct Frame<'a> {
    picture: NetworkPicture<'a>,
    rect: Rect,
    layout: Layout,
    nodes: HashMap<Id, &'a Node<'a>>,
    spots: Vec<Spot>,
    /// The place of each node in the spots.
    places: HashMap<Id, usize>,
}

impl<'a> NetworkPicture<'a> {
    /// A picture of nodes and edges around `center`.
    pub fn new(texts: &'a Texts, center: Id, nodes: &'a [Node<'a>], edges: &'a [Edge<'a>]) -> Self {
        Self { texts, center, nodes, edges, plain_wheel: true }
    }

    /// Leaves the wheel to the page around the picture, unless Ctrl is held.
    pub fn in_scrolling_page(mut self) -> Self {
        self.plain_wheel = false;
        self
    }

    /// Shows the picture in all the room there is.
    pub fn show(self, ui: &mut Ui, state: &mut PictureState) -> PictureResponse {
        let (texts, center, plain_wheel) = (self.texts, self.center, self.plain_wheel);
        if state.center != Some(center) {
            state.center = Some(center);
            state.moved.clear();
            state.view.show_all();
        }
        let (all, _) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
        let strip = Strip::new(ui, self.legend(), "", all.width());
        let rect = all.with_max_y((all.bottom() - strip.height - measure::GAP).max(all.top() + 1.0));
        let layout = self.layout();
        let bounds = layout.bounds.unwrap_or(Rect::ZERO).expand(measure::GAP);
        // A small network is not enlarged to fill the room.
        let size = bounds.size().max(rect.size() / LOOSEST);
        let room = Room { rect, world: Rect::from_center_size(bounds.center(), size) };
        let id = ui.make_persistent_id("network");
        let keys = input::claims_keys(ui, id);
        // Before egui takes it for a click.
        let enter = keys && input::pressed(ui, Key::Enter);
        let area = ui.interact(rect, id, Sense::click_and_drag());
        area.widget_info(|| {
            let name = self.nodes.iter().find(|node| node.id == center).map_or("", |node| node.label);
            WidgetInfo::labeled(Role::Group, true, t!(texts, "graph-name", name = name))
        });
        if area.clicked() || area.drag_started() {
            area.request_focus();
        }
        if area.double_clicked() {
            state.moved.clear();
            state.view.show_all();
        }
        input::pointer(ui, &area, &mut state.view, room, plain_wheel);
        let (whole, can_grow) = (state.view.is_whole(), state.view.can_grow());
        let buttons = [
            (t!(texts, "map-zoom-out"), !whole),
            (t!(texts, "map-zoom-in"), can_grow),
            (t!(texts, "graph-whole"), !whole),
        ];
        let below = all.with_min_y(rect.bottom() + measure::GAP);
        let asked = strip.show(ui, below, id, t!(texts, "graph-hint"), buttons);
        input::zoom(&mut state.view, asked.or(keys.then(|| input::zoom_keys(ui)).flatten()), room);

        let mut frame = Frame::new(self, ui, state.view.camera(rect, room.world), layout, &state.moved);
        let mut selected = None;
        if let Some(way) = keys.then(|| input::arrows(ui)).flatten()
            && let Some(next) = frame.towards(state.selected, way)
        {
            selected = Some(next);
            if let Some(place) = frame.places.get(&next) {
                state.view.reveal(frame.spots[*place].on_plane, rect, room.world);
                frame = Frame::new(frame.picture, ui, state.view.camera(rect, room.world), frame.layout, &state.moved);
            }
        }
        let responses = frame.nodes(ui, &area);
        let mut center_on = enter.then_some(state.selected).flatten();
        let mut hovered = None;
        for (spot, response) in frame.spots.iter().zip(&responses) {
            if response.clicked() {
                selected = Some(spot.id);
                area.request_focus();
            }
            if response.double_clicked() {
                center_on = Some(spot.id);
            }
            if response.dragged() {
                state.moved.insert(spot.id, spot.on_plane + response.drag_delta() / frame.scale(&state.view, room));
            }
            if response.hovered() || response.dragged() {
                hovered = Some(spot.id);
            }
        }
        state.selected = selected.or(state.selected).filter(|id| frame.places.contains_key(id));
        frame.paint(ui, hovered, state.selected, area.has_focus());
        ui.ctx().accesskit_node_builder(area.id, |node| {
            node.set_description(t!(texts, "graph-hint"));
            if let Some(selected) = state.selected {
                node.set_active_descendant(area.id.with(selected).accesskit_id());
            }
        });
        for (spot, response) in frame.spots.iter().zip(responses) {
            if !response.dragged() {
                response.on_hover_cursor(CursorIcon::PointingHand).on_hover_ui(|ui| frame.details(ui, spot.id));
            }
        }
        let center_on = center_on.filter(|id| *id != center && frame.places.contains_key(id));
        PictureResponse { response: area, selected, center_on }
    }

    fn layout(&self) -> Layout {
        let nodes: Vec<Id> = self.nodes.iter().map(|node| node.id).collect();
        let ties: Vec<Tie<'_>> =
            self.edges.iter().map(|edge| Tie { from: edge.from, to: edge.to, kind: edge.kind }).collect();
        layout::lay_out(self.center, &nodes, &ties)
    }

    /// The kinds of nodes that there are, and what dashes mean where there are any.
    fn legend(&self) -> Vec<(Swatch, String)> {
        let mut kinds: Vec<(&str, Icon)> = Vec::new();
        for node in self.nodes {
            if !node.kind.is_empty() && kinds.iter().all(|(kind, _)| *kind != node.kind) {
                kinds.push((node.kind, node.icon));
            }
        }
        kinds.sort_by_key(|(kind, _)| *kind);
        let mut words: Vec<_> = kinds.into_iter().map(|(kind, icon)| (Swatch::Icon(icon), kind.to_owned())).collect();
        if self.edges.iter().any(|edge| edge.over) || self.nodes.iter().any(|node| node.ceased) {
            words.push((Swatch::Dashed, t!(self.texts, "graph-dashed").to_owned()));
        }
        words
    }
}

impl<'a> Frame<'a> {
    fn new(picture: NetworkPicture<'a>, ui: &Ui, camera: Camera, layout: Layout, moved: &HashMap<Id, Pos2>) -> Self {
        let nodes: HashMap<Id, &Node<'_>> = picture.nodes.iter().map(|node| (node.id, node)).collect();
        let mut spots: Vec<Spot> = layout
            .places
            .iter()
            .filter_map(|(id, place)| Some(Spot::new(nodes.get(id)?, place, moved.get(id).copied(), &camera)))
            .collect();
        // The middle first, then its neighbours: where there is no room for all labels, theirs are shown.
        spots.sort_by_key(|spot| spot.steps.unwrap_or(usize::MAX));
        paint::label(ui, &mut spots, &nodes, &layout, &camera);
        let places = spots.iter().enumerate().map(|(place, spot)| (spot.id, place)).collect();
        Self { picture, rect: camera.rect, layout, nodes, spots, places }
    }

    fn scale(&self, view: &View, room: Room) -> f32 {
        view.camera(self.rect, room.world).scale
    }

    fn spot(&self, id: Id) -> Option<&Spot> {
        self.places.get(&id).map(|place| &self.spots[*place])
    }

    /// Where an arrow leads from a node, or from the middle.
    fn towards(&self, from: Option<Id>, way: Vec2) -> Option<Id> {
        let Some(from) = from.and_then(|id| self.spot(id)) else { return Some(self.picture.center) };
        let others = self.spots.iter().filter(|spot| spot.id != from.id);
        layout::nearest(from.on_plane, way, others.map(|spot| (spot.id, spot.on_plane)))
    }

    /// A node of the accessibility tree for every node of the network, that is also what the pointer takes hold of.
    fn nodes(&self, ui: &Ui, area: &Response) -> Vec<Response> {
        let node = |spot: &Spot| {
            let rect = spot.rect.intersect(self.rect);
            let rect = if rect.is_positive() { rect } else { Rect::from_center_size(spot.at, Vec2::ZERO) };
            // The picture as a whole is one stop of the Tab key.
            let response = ui.interact(rect, area.id.with(spot.id), Sense::CLICK | Sense::DRAG);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, self.name(spot.id)));
            response
        };
        self.spots.iter().map(node).collect()
    }

    /// "Asante Clinic, partner, hosts volunteers of": what it is to the middle, or to the node it hangs on.
    fn name(&self, id: Id) -> String {
        let Some(node) = self.nodes.get(&id) else { return String::new() };
        let other = self.layout.places.get(&id).and_then(|place| place.behind);
        let edges = self.picture.edges.iter().filter_map(|edge| {
            let word = match other? {
                other if edge.from == id && edge.to == other => edge.kind,
                other if edge.to == id && edge.from == other => edge.back,
                _ => return None,
            };
            Some(self.word(word, edge.over))
        });
        let mut parts = vec![node.label.to_owned(), node.kind.to_owned()];
        parts.extend(edges);
        if node.ceased {
            parts.push(t!(self.picture.texts, "graph-ceased").to_owned());
        }
        parts.retain(|part| !part.is_empty());
        parts.join(", ")
    }

    fn word(&self, word: &str, over: bool) -> String {
        if over { t!(self.picture.texts, "graph-over", kind = word) } else { word.to_owned() }
    }

    /// What the pointer shows of a node: its whole name, and its links as sentences.
    fn details(&self, ui: &mut Ui, id: Id) {
        let Some(node) = self.nodes.get(&id) else { return };
        let (texts, c) = (self.picture.texts, colors(ui));
        ui.label(egui::RichText::new(node.label).font(font::medium()).color(c.text));
        let ceased = if node.ceased { t!(texts, "graph-ceased") } else { "" };
        let kind = joined(&[node.kind, ceased]);
        if !kind.is_empty() {
            ui.label(egui::RichText::new(kind).color(c.weak));
        }
        // Those of the middle are all that is seen.
        let of = |edge: &&Edge<'_>| id != self.picture.center && (edge.from == id || edge.to == id);
        let edges: Vec<_> = self.picture.edges.iter().filter(of).collect();
        for edge in edges.iter().take(LINKS) {
            let label = |id| self.nodes.get(&id).map_or("", |node: &&Node<'_>| node.label);
            ui.label(format!("{} {} {}", label(edge.from), self.word(edge.kind, edge.over), label(edge.to)));
        }
        if edges.len() > LINKS {
            ui.label(t!(texts, "map-more", count = edges.len() - LINKS));
        }
    }
}

#[cfg(test)]
mod tests;
