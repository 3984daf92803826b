//! How nodes, links and their labels are painted.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use egui::epaint::{PathStroke, QuadraticBezierShape};
use egui::{Align, Color32, Galley, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use super::layout::{COLUMN, Layout, Place, ROW};
use super::{Edge, Frame, Node};
use crate::app::theme::tokens::NOTHING;
use crate::app::theme::{Colors, colors, font, measure};
use crate::app::widgets::paint;
use crate::app::widgets::plane::Camera;
use crate::domain::Id;

/// The widest label, in points: about 22 letters.
const LABEL: f32 = 154.0;
/// The narrowest, where columns are near to each other.
const SHORTEST: f32 = 56.0;
/// Between a node and its label.
const GAP: f32 = 6.0;
/// The widest word on a link.
const WORD: f32 = 112.0;
/// The length of an arrow.
const ARROW: f32 = 8.0;

/// A node on the screen.
pub(super) struct Spot {
    pub id: Id,
    pub steps: Option<usize>,
    /// Its middle on the plane of the layout.
    pub on_plane: Pos2,
    /// Its middle on the screen.
    pub at: Pos2,
    pub radius: f32,
    /// The node with its label.
    pub rect: Rect,
    /// Its label, where there is room.
    label: Option<(Arc<Galley>, Rect)>,
}

impl Spot {
    pub fn new(node: &Node<'_>, place: &Place, moved: Option<Pos2>, camera: &Camera) -> Self {
        let on_plane = moved.unwrap_or(place.at);
        let at = camera.on_screen(on_plane);
        // Where all is drawn together, nodes shrink so that none lies on the next.
        let room = (ROW * camera.scale / 2.0 - 0.5).max(4.0);
        let radius = match place.steps {
            Some(0) => 20.0,
            Some(1) => room.min(13.0),
            _ => room.min(10.0),
        };
        let rect = Rect::from_center_size(at, vec2(2.0 * radius, 2.0 * radius));
        Self { id: node.id, steps: place.steps, on_plane, at, radius, rect, label: None }
    }

    fn is_center(&self) -> bool {
        self.steps == Some(0)
    }

    /// Where its label lies: under the middle, else on the side away from it.
    fn label_rect(&self, galley: &Galley) -> Rect {
        let size = galley.size();
        let min = if self.is_center() {
            pos2(self.at.x - size.x / 2.0, self.at.y + self.radius + 3.0)
        } else if self.on_plane.x >= 0.0 {
            pos2(self.at.x + self.radius + GAP, self.at.y - size.y / 2.0)
        } else {
            pos2(self.at.x - self.radius - GAP - size.x, self.at.y - size.y / 2.0)
        };
        Rect::from_min_size(min, size)
    }

    /// Where a link to what hangs on it begins: beyond its label.
    fn outer_end(&self) -> Pos2 {
        match &self.label {
            Some((_, label)) if self.on_plane.x >= 0.0 => pos2(label.right() + 4.0, self.at.y),
            Some((_, label)) => pos2(label.left() - 4.0, self.at.y),
            None => self.at,
        }
    }
}

/// Gives labels to nodes, the first ones first, where they lie on nothing.
pub(super) fn label(ui: &Ui, spots: &mut [Spot], nodes: &HashMap<Id, &Node<'_>>, layout: &Layout, camera: &Camera) {
    let parents: HashSet<Id> = layout.places.values().filter_map(|place| place.behind).collect();
    let mut taken: Vec<Rect> = spots.iter().map(|spot| spot.rect).collect();
    for (place, spot) in spots.iter_mut().enumerate() {
        let Some(node) = nodes.get(&spot.id) else { continue };
        // Links to what hangs on it begin beyond its label.
        let links = if parents.contains(&spot.id) { 3.0 * ARROW } else { 0.0 };
        let column = COLUMN * camera.scale - 2.0 * spot.radius - 2.0 * GAP - links;
        let widest = LABEL * camera.scale.max(1.0);
        let (font, width) = match spot.steps {
            Some(0) => (font::strong(), LABEL * 1.3),
            Some(1) => (font::medium(), widest.min(column).max(SHORTEST)),
            _ => (font::body(), widest.min(column).max(SHORTEST)),
        };
        let galley = paint::line(ui.painter(), node.label, font, width);
        let rect = spot.label_rect(&galley);
        let seen = rect.intersects(camera.rect);
        // Lines of text may come near to each other, letters may not.
        let letters = rect.shrink2(vec2(0.0, 2.0));
        let free = |(other, taken): (usize, &Rect)| other == place || !taken.intersects(letters);
        if seen && taken.iter().enumerate().all(free) {
            taken.push(letters);
            spot.rect = spot.rect.union(rect);
            spot.label = Some((galley, rect));
        }
    }
}

impl Frame<'_> {
    /// Paints the picture; links of `hovered` and `selected` stand out.
    pub(super) fn paint(&self, ui: &Ui, hovered: Option<Id>, selected: Option<Id>, focused: bool) {
        let c = colors(ui);
        let painter = ui.painter_at(self.rect);
        painter.rect_filled(self.rect, measure::CORNER, c.ground);
        let strong = |edge: &Edge<'_>| {
            let of =
                |id: Option<Id>| id.is_some_and(|id| id != self.picture.center && (edge.from == id || edge.to == id));
            of(hovered) || of(selected)
        };
        for edge in self.picture.edges.iter().filter(|edge| !strong(edge)) {
            self.edge(&painter, edge, 1.2, c.faint, c.weak);
        }
        for edge in self.picture.edges.iter().filter(|edge| strong(edge)) {
            self.edge(&painter, edge, 2.0, c.accent, c.accent);
        }
        self.words(&painter, c);
        for spot in &self.spots {
            if let Some(node) = self.nodes.get(&spot.id) {
                self.node(&painter, c, spot, node, hovered == Some(spot.id), selected == Some(spot.id));
            }
        }
        if focused {
            let rect = self.rect.shrink(1.0);
            painter.rect_stroke(rect, measure::CORNER, Stroke::new(2.0, c.accent), StrokeKind::Inside);
        }
    }

    /// Where a link leaves a node on its way to another.
    fn end(&self, of: &Spot, to: &Spot) -> Pos2 {
        let hangs = self.layout.places.get(&to.id).is_some_and(|place| place.behind == Some(of.id));
        let outwards = (to.at.x - of.outer_end().x) * of.on_plane.x.signum() > 0.0;
        if hangs && outwards && !of.is_center() {
            return of.outer_end();
        }
        of.at + (to.at - of.at).normalized() * (of.radius + 2.0)
    }

    fn edge(&self, painter: &egui::Painter, edge: &Edge<'_>, width: f32, line: Color32, arrow: Color32) {
        let (Some(a), Some(b)) = (self.spot(edge.from), self.spot(edge.to)) else { return };
        let path = self.path(a, b);
        let [.., before, last] = path[..] else { return };
        // At the middle there would be a crowd of arrows: one that leads there stands where it comes from.
        let heading = (last - before).normalized();
        let tip = if b.is_center() { path[0] + heading * (ARROW + 4.0) } else { last };
        if edge.from == edge.to || path[0].distance(last) < 2.0 * ARROW {
            return;
        }
        let stroke = Stroke::new(width, line);
        if edge.over {
            painter.extend(Shape::dashed_line(&path, stroke, 5.0, 4.0));
        } else {
            painter.add(Shape::line(path, stroke));
        }
        let side = heading.rot90() * (ARROW * 0.42);
        let corners = vec![tip, tip - heading * ARROW + side, tip - heading * ARROW - side];
        painter.add(Shape::convex_polygon(corners, arrow, Stroke::NONE));
    }

    /// The way of a link: straight out from the middle, and from a node to what hangs on it; any other bends inwards, so
    /// that it does not run through those between.
    fn path(&self, a: &Spot, b: &Spot) -> Vec<Pos2> {
        let hangs = |a: &Spot, b: &Spot| self.layout.places.get(&a.id).is_some_and(|place| place.behind == Some(b.id));
        if hangs(a, b) || hangs(b, a) || a.is_center() || b.is_center() {
            return vec![self.end(a, b), self.end(b, a)];
        }
        let middle = self.spot(self.picture.center).map_or(self.rect.center(), |spot| spot.at);
        let between = a.at + (b.at - a.at) * 0.5;
        let bend = between + (middle - between) * 0.45;
        let from = a.at + (bend - a.at).normalized() * (a.radius + 2.0);
        let to = b.at + (bend - b.at).normalized() * (b.radius + 2.0);
        let curve = QuadraticBezierShape::from_points_stroke([from, bend, to], false, NOTHING, PathStroke::NONE);
        curve.flatten(Some(0.3))
    }

    /// A word for each kind of link of the middle, on the link that is in the middle of its kind.
    fn words(&self, painter: &egui::Painter, c: &Colors) {
        let Some(center) = self.spot(self.picture.center) else { return };
        let mut kinds: Vec<(&str, bool, bool, Vec<Pos2>)> = Vec::new();
        for edge in self.picture.edges {
            let outwards = edge.from == center.id;
            let other = if outwards { edge.to } else { edge.from };
            if !outwards && edge.to != center.id {
                continue;
            }
            let Some(other) = self.spot(other) else { continue };
            let right = other.on_plane.x >= 0.0;
            match kinds.iter_mut().find(|kind| (kind.0, kind.1, kind.2) == (edge.kind, outwards, right)) {
                Some(kind) => kind.3.push(other.at),
                None => kinds.push((edge.kind, outwards, right, vec![other.at])),
            }
        }
        let mut taken: Vec<Rect> = self.spots.iter().map(|spot| spot.rect).collect();
        for (word, _, _, mut ends) in kinds {
            ends.sort_by(|a, b| a.y.total_cmp(&b.y));
            let galley = paint::line(painter, word, font::small(), WORD);
            let at = center.at + (ends[ends.len() / 2] - center.at) * 0.58;
            let rect = Rect::from_center_size(at, galley.size() + vec2(8.0, 2.0));
            if taken.iter().all(|other| !other.intersects(rect)) {
                painter.rect_filled(rect, measure::TAG_CORNER, c.ground);
                paint::place(painter, rect, Align::Center, galley, c.weak);
                taken.push(rect);
            }
        }
    }

    fn node(&self, painter: &egui::Painter, c: &Colors, spot: &Spot, node: &Node<'_>, hovered: bool, selected: bool) {
        let (fill, rim, ink) = match (spot.is_center(), selected) {
            (true, _) => (c.accent, c.accent, c.on_accent),
            (false, true) => (c.accent_ground, c.accent, c.accent_text),
            (false, false) if hovered => (c.hover, c.text, c.text),
            (false, false) => (c.panel, c.weak, if node.ceased { c.weak } else { c.text }),
        };
        let stroke = Stroke::new(if selected || hovered { 2.0 } else { 1.2 }, rim);
        if node.ceased {
            painter.circle_filled(spot.at, spot.radius, fill);
            let step = std::f32::consts::TAU / 48.0;
            let circle: Vec<Pos2> =
                (0..=48).map(|place| spot.at + egui::Vec2::angled(place as f32 * step) * spot.radius).collect();
            painter.extend(Shape::dashed_line(&circle, stroke, 3.5, 3.0));
        } else {
            painter.circle(spot.at, spot.radius, fill, stroke);
        }
        if spot.is_center() && selected {
            painter.circle_stroke(spot.at, spot.radius + 3.0, Stroke::new(2.0, c.accent));
        }
        let side = spot.radius * 1.15;
        node.icon.paint(painter, Rect::from_center_size(spot.at, vec2(side, side)), ink);
        if let Some((galley, rect)) = &spot.label {
            let ground = if selected { c.accent_ground } else { c.ground };
            painter.rect_filled(rect.expand2(vec2(3.0, 0.0)), measure::TAG_CORNER, ground);
            let ink = if node.ceased { c.weak } else { c.text };
            painter.galley(rect.min, Arc::clone(galley), ink);
        }
    }
}
