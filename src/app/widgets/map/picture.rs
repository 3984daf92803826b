//! The land as one mesh of triangles, made anew only when something in it changes.

use std::sync::Arc;

use egui::epaint::{Mesh, WHITE_UV};
use egui::{Color32, Pos2, Rect, Vec2, epaint::Vertex};

use super::outline::{Level, WORLD};
use crate::app::theme::tokens::NOTHING;
use crate::app::widgets::plane::Camera;
use crate::domain::reference::Country;

/// From how many points for a unit of the plane the fine outlines are shown.
const FINE_FROM: f32 = 620.0;
/// Half the width of a coast or border, with its soft edge.
const HALF_LINE: f32 = 1.0;

/// What a mesh was made of.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Picture {
    /// What is seen.
    pub camera: Camera,
    /// Countries with a colour of their own, sorted.
    pub filled: Vec<(Country, Color32)>,
    /// All other land.
    pub land: Color32,
    /// The sea, and the thin lines between countries.
    pub sea: Color32,
}

/// The picture of the last frame.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    last: Option<(Picture, Arc<Mesh>)>,
}

impl Drawn {
    /// The mesh of a picture: that of the frame before, where nothing has changed.
    pub fn mesh(&mut self, picture: Picture) -> Arc<Mesh> {
        if let Some((last, mesh)) = &self.last
            && *last == picture
        {
            return Arc::clone(mesh);
        }
        let mesh = Arc::new(picture.mesh());
        self.last = Some((picture, Arc::clone(&mesh)));
        mesh
    }
}

/// The outlines to show at a scale.
pub(super) fn level(scale: f32) -> &'static Level {
    if scale < FINE_FROM { &WORLD.coarse } else { &WORLD.fine }
}

impl Picture {
    fn mesh(&self) -> Mesh {
        let level = level(self.camera.scale);
        let seen = self.camera.seen();
        let mut mesh = Mesh::default();
        for part in level.parts.iter().filter(|part| part.bounds.intersects(seen)) {
            let place = part.country.and_then(|country| self.filled.binary_search_by_key(&country, |f| f.0).ok());
            let color = place.map_or(self.land, |place| self.filled[place].1);
            let (corners, triangles) = level.shape(part);
            let first = mesh.vertices.len() as u32;
            mesh.vertices.extend(corners.iter().map(|corner| vertex(self.camera.on_screen(*corner), color)));
            mesh.indices.extend(triangles.flatten().map(|place| first + place));
        }
        let mut points = Vec::new();
        for line in level.lines.iter().filter(|line| line.bounds.intersects(seen)) {
            points.clear();
            points.extend(level.points(line).iter().map(|point| self.camera.on_screen(*point)));
            stroke(&mut mesh, &points, self.sea);
        }
        mesh
    }
}

/// The coasts and borders of a country on the screen.
pub(super) fn outlines(country: Country, camera: &Camera) -> impl Iterator<Item = Vec<Pos2>> {
    let level = level(camera.scale);
    let (camera, seen) = (*camera, camera.seen());
    let lines = level.lines.iter();
    lines
        .filter(move |line| line.sides.contains(&Some(country)) && line.bounds.intersects(seen))
        .map(move |line| level.points(line).iter().map(|point| camera.on_screen(*point)).collect())
}

fn vertex(pos: Pos2, color: Color32) -> Vertex {
    Vertex { pos, uv: WHITE_UV, color }
}

/// A thin line with soft edges: three corners for each of its points. It also hides that triangles have hard edges.
fn stroke(mesh: &mut Mesh, points: &[Pos2], color: Color32) {
    let first = mesh.vertices.len() as u32;
    let mut before = Vec2::ZERO;
    for (place, point) in points.iter().enumerate() {
        let after = points.get(place + 1).map_or(Vec2::ZERO, |next| (*next - *point).normalized());
        // Square to the way the line takes, a little longer at corners so that it stays as wide.
        let way = (before + after).normalized();
        let along = if before == Vec2::ZERO { 1.0 } else { way.dot(before).max(0.5) };
        let out = way.rot90() * (HALF_LINE / along);
        for (pos, color) in [(*point + out, NOTHING), (*point, color), (*point - out, NOTHING)] {
            mesh.vertices.push(vertex(pos, color));
        }
        before = after;
    }
    for segment in 0..points.len().saturating_sub(1) as u32 {
        let [a, b] = [first + 3 * segment, first + 3 * segment + 3];
        mesh.indices.extend([a, a + 1, b, a + 1, b, b + 1, a + 1, a + 2, b + 1, a + 2, b + 1, b + 2]);
    }
}

/// What is around the countries of an iterator, without islands far from them.
pub(super) fn around(countries: impl Iterator<Item = Country>) -> Option<Rect> {
    let extent = |country| WORLD.extent(country).or_else(|| Some(Rect::from_pos(WORLD.middle(country)?)));
    countries.filter_map(extent).reduce(Rect::union)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::app::theme::tokens::LIGHT;
    use crate::app::widgets::plane::View;
    use egui::{pos2, vec2};

    fn picture(zoom: f32, at: Pos2) -> Picture {
        let room = Rect::from_min_size(Pos2::ZERO, vec2(1366.0, 768.0));
        let mut view = View::up_to(40.0);
        let camera = view.camera(room, WORLD.bounds());
        view.zoom(&camera, zoom, at, WORLD.bounds());
        let camera = view.camera(room, WORLD.bounds());
        Picture { camera, filled: Vec::new(), land: LIGHT.line, sea: LIGHT.ground }
    }

    #[test]
    fn a_frame_has_few_corners() {
        let whole = picture(1.0, Pos2::ZERO).mesh();
        assert!(whole.is_valid());
        println!("the whole world: {} corners, {} triangles", whole.vertices.len(), whole.indices.len() / 3);
        assert!((20_000..60_000).contains(&whole.vertices.len()));
        for zoom in [2.0, 2.6, 4.0, 8.0, 20.0, 40.0] {
            for (name, at) in [("Europe", pos2(720.0, 170.0)), ("Africa", pos2(730.0, 400.0))] {
                let mesh = picture(zoom, at).mesh();
                println!("{name}, {zoom} times: {} corners, {} triangles", mesh.vertices.len(), mesh.indices.len() / 3);
                assert!(mesh.is_valid() && mesh.vertices.len() < 90_000);
            }
        }
    }

    #[test]
    fn a_picture_is_made_once() {
        let mut drawn = Drawn::default();
        let first = drawn.mesh(picture(1.0, Pos2::ZERO));
        assert!(Arc::ptr_eq(&first, &drawn.mesh(picture(1.0, Pos2::ZERO))));
        assert!(!Arc::ptr_eq(&first, &drawn.mesh(picture(2.0, Pos2::ZERO))));
        let shaded =
            Picture { filled: vec![(Country::all().next().unwrap(), LIGHT.accent)], ..picture(2.0, Pos2::ZERO) };
        assert_ne!(shaded, picture(2.0, Pos2::ZERO));
    }
}
