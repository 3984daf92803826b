//! What lies on the land: markers, which gather where there is no room for each, and lines from place to place.

use std::collections::HashMap;

use egui::epaint::{PathStroke, QuadraticBezierShape};
use egui::{Align2, Color32, Mesh, Painter, Pos2, Shape, Stroke, Vec2, vec2};

use super::outline::on_plane;
use crate::app::theme::tokens::NOTHING;
use crate::app::theme::{Colors, font};
use crate::app::widgets::Tone;
use crate::app::widgets::plane::Camera;
use crate::domain::organisation::Position;

/// The form of a marker, so that its kind is not told by colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// A round dot.
    #[default]
    Circle,
    /// A square.
    Square,
    /// A square on its corner.
    Diamond,
    /// A triangle, point upwards.
    Triangle,
    /// A triangle, point downwards.
    Down,
    /// A bar that lies.
    Bar,
    /// A star with five points.
    Star,
    /// A ring.
    Ring,
}

/// A kind of marker: an entry of the legend.
#[derive(Clone, Copy, Debug)]
pub struct Kind<'a> {
    /// Its word: "partner".
    pub name: &'a str,
    /// Its form.
    pub form: Form,
    /// Its colour.
    pub tone: Tone,
}

/// Something at a place.
#[derive(Clone, Copy, Debug)]
pub struct Marker<'a> {
    /// Where it is.
    pub position: Position,
    /// Its name.
    pub label: &'a str,
    /// Its kind, as a place in the kinds of the map.
    pub kind: usize,
}

/// A line with an arrow at its end, from a place to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// Where it begins.
    pub from: Position,
    /// Where it leads.
    pub to: Position,
}

/// Half the size of a marker on the screen.
pub(super) const REACH: f32 = 6.0;
/// Nearer to each other than this on the screen, markers gather.
const TOGETHER: f32 = 15.0;

/// Markers that have one place on the screen.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    /// Where, on the plane.
    pub at: Pos2,
    /// Which, in the order in which they were given; at least one.
    pub members: Vec<usize>,
}

/// Gathers markers at a scale. Each joins the first before it that is near enough, so moving the view changes nothing.
pub(super) fn gather(markers: &[Marker<'_>], scale: f32) -> Vec<Group> {
    let reach = TOGETHER / scale;
    let mut groups: Vec<Group> = Vec::new();
    let mut cells: HashMap<(i32, i32), Vec<usize>> = HashMap::new();
    for (place, marker) in markers.iter().enumerate() {
        let at = on_plane(marker.position);
        let cell = ((at.x / reach).floor() as i32, (at.y / reach).floor() as i32);
        let around = (-1..=1).flat_map(|x| (-1..=1).map(move |y| (cell.0 + x, cell.1 + y)));
        let near = around.filter_map(|cell| cells.get(&cell)).flatten().copied();
        match near.filter(|group| groups[*group].at.distance(at) < reach).min() {
            Some(group) => groups[group].members.push(place),
            None => {
                cells.entry(cell).or_default().push(groups.len());
                groups.push(Group { at, members: vec![place] });
            }
        }
    }
    groups
}

/// Paints a marker, with a rim in the colour of what is around it.
pub(in crate::app::widgets) fn paint_form(
    painter: &Painter,
    form: Form,
    at: Pos2,
    reach: f32,
    fill: Color32,
    rim: Color32,
) {
    let stroke = Stroke::new(1.5, rim);
    let polygon = |corners: &[(f32, f32)]| {
        let corners = corners.iter().map(|(x, y)| at + vec2(*x, *y) * reach).collect();
        painter.add(Shape::convex_polygon(corners, fill, stroke));
    };
    match form {
        Form::Circle => {
            painter.circle(at, reach, fill, stroke);
        }
        Form::Square => polygon(&[(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)]),
        Form::Diamond => polygon(&[(0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)]),
        Form::Triangle => polygon(&[(0.0, -1.15), (1.1, 0.85), (-1.1, 0.85)]),
        Form::Down => polygon(&[(-1.1, -0.85), (1.1, -0.85), (0.0, 1.15)]),
        Form::Bar => polygon(&[(-1.2, -0.55), (1.2, -0.55), (1.2, 0.55), (-1.2, 0.55)]),
        Form::Star => paint_star(painter, at, reach * 1.2, fill, stroke),
        Form::Ring => {
            painter.circle(at, reach, fill, stroke);
            painter.circle_filled(at, reach * 0.42, rim);
        }
    }
}

/// Paints a star as triangles around its middle: it is not convex.
fn paint_star(painter: &Painter, at: Pos2, reach: f32, fill: Color32, rim: Stroke) {
    let corner = |place: usize| {
        let angle = std::f32::consts::TAU * (place as f32 / 10.0 - 0.25);
        at + Vec2::angled(angle) * if place.is_multiple_of(2) { reach } else { reach * 0.48 }
    };
    let corners: Vec<Pos2> = (0..10).map(corner).collect();
    let mut star = Mesh::default();
    star.colored_vertex(at, fill);
    for (place, corner) in (0..10_u32).zip(&corners) {
        star.colored_vertex(*corner, fill);
        star.add_triangle(0, place + 1, (place + 1) % 10 + 1);
    }
    painter.add(Shape::closed_line(corners.clone(), Stroke::new(2.0 * rim.width, rim.color)));
    painter.add(Shape::mesh(star));
    // The triangles have hard edges: a fine line of their colour smooths them.
    painter.add(Shape::closed_line(corners, Stroke::new(0.7, fill)));
}

/// How far the mark of a group reaches from its middle.
pub(super) fn reach_of(group: &Group) -> f32 {
    match group.members.len() {
        1 => REACH,
        2..=9 => 9.0,
        10..=99 => 11.0,
        _ => 13.0,
    }
}

/// Paints markers: one by its kind, several as a number.
pub(super) fn paint_group(
    painter: &Painter,
    c: &Colors,
    group: &Group,
    at: Pos2,
    kind: Option<&Kind<'_>>,
    count: &str,
) {
    let reach = reach_of(group);
    if group.members.len() > 1 {
        painter.circle(at, reach, c.panel, Stroke::new(1.5, c.text));
        painter.text(at, Align2::CENTER_CENTER, count, font::small_strong(), c.text);
        return;
    }
    let (form, tone) = kind.map_or((Form::default(), Tone::default()), |kind| (kind.form, kind.tone));
    paint_form(painter, form, at, reach, tone.colors(c).0, c.panel);
}

/// Paints a line that swings a little to the north, with an arrow at its end.
pub(super) fn paint_link(painter: &Painter, c: &Colors, link: &Link, camera: &Camera) {
    let (from, to) = (camera.on_screen(on_plane(link.from)), camera.on_screen(on_plane(link.to)));
    let way = to - from;
    if way.length() < 2.0 * REACH {
        return;
    }
    let side = if way.x < 0.0 { way.rot90() } else { -way.rot90() };
    let bend = from + way * 0.5 - side * if side.y > 0.0 { 0.18 } else { -0.18 };
    let heading = (to - bend).normalized();
    let tip = to - heading * REACH;
    // A pale line beneath parts it from borders and from other lines.
    for (width, color) in [(3.5, c.panel.gamma_multiply(0.7)), (1.5, c.text)] {
        let stroke = PathStroke::new(width, color);
        let points = [from, bend, tip - heading * 5.0];
        painter.add(QuadraticBezierShape { points, closed: false, fill: NOTHING, stroke });
    }
    let side = heading.rot90() * 4.0;
    let arrow = vec![tip, tip - heading * 9.0 + side, tip - heading * 9.0 - side];
    painter.add(Shape::convex_polygon(arrow, c.text, Stroke::NONE));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marker(longitude: f64, latitude: f64) -> Marker<'static> {
        Marker { position: Position { latitude, longitude }, label: "", kind: 0 }
    }

    #[test]
    fn near_markers_gather_until_there_is_room() {
        let markers = [marker(36.8, -1.3), marker(36.9, -1.2), marker(39.7, -4.0), marker(36.8, -1.3)];
        let members = |scale| gather(&markers, scale).into_iter().map(|group| group.members).collect::<Vec<_>>();
        assert_eq!(members(250.0), [vec![0, 1, 3], vec![2]]);
        assert_eq!(members(20_000.0), [vec![0, 3], vec![1], vec![2]]);
        assert_eq!(members(10.0), [vec![0, 1, 2, 3]]);
    }
}
