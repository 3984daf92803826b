//! Which part of the plane is seen, and how large. Plain logic.

use egui::{Pos2, Rect, Vec2, pos2, vec2};

/// What is seen of a plane: kept from frame to frame, whatever room there is. What is on the plane, the `world`, never
/// leaves the room that it has on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::app::widgets) struct View {
    /// The point of the plane in the middle, once a person has moved there.
    center: Option<Pos2>,
    /// How many times larger than the whole world.
    zoom: f32,
    /// The most that it can be.
    largest: f32,
}

/// A view in a rectangle on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::app::widgets) struct Camera {
    /// Where it is painted.
    pub rect: Rect,
    /// The point of the plane in its middle.
    pub center: Pos2,
    /// Points on the screen for one unit of the plane.
    pub scale: f32,
}

impl Camera {
    /// Where a point of the plane is on the screen.
    pub fn on_screen(&self, point: Pos2) -> Pos2 {
        self.rect.center() + (point - self.center) * self.scale
    }

    /// The point of the plane that is somewhere on the screen.
    pub fn on_plane(&self, point: Pos2) -> Pos2 {
        self.center + (point - self.rect.center()) / self.scale
    }

    /// What is seen of the plane.
    pub fn seen(&self) -> Rect {
        Rect::from_min_max(self.on_plane(self.rect.min), self.on_plane(self.rect.max))
    }
}

impl View {
    /// A view of the whole world, that can be enlarged so many times.
    pub fn up_to(largest: f32) -> Self {
        Self { center: None, zoom: 1.0, largest }
    }

    /// The view in `rect`, of a world that takes the room `world` on the plane.
    pub fn camera(&self, rect: Rect, world: Rect) -> Camera {
        let fit = (rect.width() / world.width()).min(rect.height() / world.height()).max(0.01);
        Camera { rect, center: self.center.unwrap_or(world.center()), scale: fit * self.zoom }
    }

    /// Whether the whole world is seen.
    pub fn is_whole(&self) -> bool {
        self.zoom <= 1.0
    }

    /// Whether it can be enlarged.
    pub fn can_grow(&self) -> bool {
        self.zoom < self.largest
    }

    /// Back to the whole world.
    pub fn show_all(&mut self) {
        *self = Self::up_to(self.largest);
    }

    /// Moves what is seen by points on the screen.
    pub fn pan(&mut self, camera: &Camera, way: Vec2, world: Rect) {
        self.center = Some(camera.center + way / camera.scale);
        self.keep_within(camera.rect, world);
    }

    /// Enlarges what is seen; `fixed` on the screen stays where it is.
    pub fn zoom(&mut self, camera: &Camera, by: f32, fixed: Pos2, world: Rect) {
        let before = self.zoom;
        self.zoom = (before * by).clamp(1.0, self.largest);
        let still = camera.on_plane(fixed);
        self.center = Some(still + (camera.center - still) * (before / self.zoom));
        self.keep_within(camera.rect, world);
    }

    /// Shows a rectangle of the plane as large as it can be, but no larger than `most` times the world.
    pub fn fit(&mut self, shown: Rect, most: f32, rect: Rect, world: Rect) {
        let whole = Self::up_to(1.0).camera(rect, world).scale;
        let size = shown.size().max(vec2(1e-3, 1e-3));
        self.zoom = ((rect.width() / size.x).min(rect.height() / size.y) / whole).clamp(1.0, most.min(self.largest));
        self.center = Some(shown.center());
        self.keep_within(rect, world);
    }

    /// Moves just so far that a point of the plane is seen.
    pub fn reveal(&mut self, point: Pos2, rect: Rect, world: Rect) {
        let camera = self.camera(rect, world);
        if !camera.rect.shrink(24.0).contains(camera.on_screen(point)) {
            self.center = Some(point);
            self.keep_within(rect, world);
        }
    }

    fn keep_within(&mut self, rect: Rect, world: Rect) {
        let camera = self.camera(rect, world);
        let half = rect.size() / (2.0 * camera.scale);
        let keep = |middle: f32, low: f32, high: f32, half: f32| {
            if high - low <= 2.0 * half { (low + high) / 2.0 } else { middle.clamp(low + half, high - half) }
        };
        self.center = Some(pos2(
            keep(camera.center.x, world.left(), world.right(), half.x),
            keep(camera.center.y, world.top(), world.bottom(), half.y),
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORLD: Rect = Rect { min: pos2(-2.7, -1.4), max: pos2(2.7, 1.0) };
    const ROOM: Rect = Rect { min: pos2(10.0, 20.0), max: pos2(1010.0, 520.0) };

    #[test]
    fn the_point_under_the_pointer_stays_there() {
        let mut view = View::up_to(40.0);
        view.zoom(&view.camera(ROOM, WORLD), 4.0, pos2(500.0, 270.0), WORLD);
        let camera = view.camera(ROOM, WORLD);
        let pointer = pos2(400.0, 200.0);
        let before = camera.on_plane(pointer);
        view.zoom(&camera, 1.5, pointer, WORLD);
        assert!(view.camera(ROOM, WORLD).on_plane(pointer).distance(before) < 1e-4);
    }

    #[test]
    fn the_world_never_leaves_its_room() {
        let mut view = View::up_to(40.0);
        view.zoom(&view.camera(ROOM, WORLD), 1000.0, ROOM.min, WORLD);
        assert!(!view.can_grow());
        view.pan(&view.camera(ROOM, WORLD), vec2(-1e9, 1e9), WORLD);
        let seen = view.camera(ROOM, WORLD).seen();
        assert!((seen.left() - WORLD.left()).abs() < 1e-3 && (seen.bottom() - WORLD.bottom()).abs() < 1e-3);
        view.zoom(&view.camera(ROOM, WORLD), 0.0, ROOM.center(), WORLD);
        assert!(view.is_whole());
        assert_eq!(view.camera(ROOM, WORLD).center, WORLD.center());
    }

    #[test]
    fn what_is_asked_for_comes_into_view() {
        let mut view = View::up_to(40.0);
        let shown = Rect::from_min_max(pos2(0.2, -0.4), pos2(0.8, 0.2));
        view.fit(shown, 6.0, ROOM, WORLD);
        assert!(view.camera(ROOM, WORLD).seen().contains_rect(shown));
        view.reveal(pos2(-2.0, 0.5), ROOM, WORLD);
        assert!(view.camera(ROOM, WORLD).seen().contains(pos2(-2.0, 0.5)));
    }
}
