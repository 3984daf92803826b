//! What is painted, as a picture in memory: without the window, so that nothing lies over it and nothing is cut off.

use crate::app::theme;
use egui::epaint::{ClippedPrimitive, ImageData, ImageDelta, Mesh, Primitive, Vertex};
use egui::{Color32, ColorImage, Context, Frame, Pos2, RawInput, Rect, TextureId, Ui, Vec2, ViewportId, pos2, vec2};
use std::collections::HashMap;

/// Pixels for each point: sharp in a printed report.
const SCALE: f32 = 2.0;
/// Highest picture, in points.
const HIGHEST: f32 = 4_000.0;

/// A picture: eight bits each of red, green, blue and opacity a pixel, row by row from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// Four bytes a pixel.
    pub rgba: Vec<u8>,
}

/// Paints something so many points wide, in the light theme, as high as it is.
pub fn picture(width: f32, mut paint: impl FnMut(&mut Ui)) -> Picture {
    let context = Context::default();
    theme::install(&context);
    theme::apply(&context, theme::Choice::Light);
    let mut input =
        RawInput { screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(width, HIGHEST))), ..RawInput::default() };
    input.viewports.entry(ViewportId::ROOT).or_default().native_pixels_per_point = Some(SCALE);
    let ground = theme::tokens::of(false).panel;
    let mut height = 0.0_f32;
    let mut output = context.run_ui(input, |ui| {
        let shown = Frame::new().fill(ground).inner_margin(theme::measure::MARGIN).show(ui, |ui| paint(ui));
        height = shown.response.rect.height();
    });
    let mut textures: HashMap<TextureId, ColorImage> = HashMap::new();
    for (id, deltas) in std::mem::take(&mut output.textures_delta.set) {
        for ImageDelta { image: ImageData::Color(image), pos, .. } in deltas {
            match (pos, textures.get_mut(&id)) {
                (Some(corner), Some(whole)) => patch(whole, &image, corner),
                _ => drop(textures.insert(id, image.as_ref().clone())),
            }
        }
    }
    // There is no graphics card that would have to free anything.
    output.textures_delta.clear();
    let mut canvas = Canvas::new(vec2(width, height.min(HIGHEST)) * SCALE, ground);
    for ClippedPrimitive { clip_rect, primitive } in context.tessellate(output.shapes, SCALE) {
        if let Primitive::Mesh(mesh) = primitive {
            canvas.mesh(&mesh, clip_rect, textures.get(&mesh.texture_id));
        }
    }
    canvas.done()
}

/// Puts a changed part into a texture, its upper left corner at a place.
fn patch(whole: &mut ColorImage, part: &ColorImage, [left, top]: [usize; 2]) {
    let (across, width) = (whole.size[0], part.size[0]);
    for (row, pixels) in part.pixels.chunks_exact(width.max(1)).enumerate() {
        let from = (top + row) * across + left;
        if let Some(room) = whole.pixels.get_mut(from..from + width) {
            room.copy_from_slice(pixels);
        }
    }
}

/// Red, green, blue and opacity, 0 to 255, the first three already weakened by the last.
type Ink = [f32; 4];

/// Pixels that are painted over; the ground lets nothing through.
struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<Ink>,
}

impl Canvas {
    fn new(size: Vec2, ground: Color32) -> Self {
        let (width, height) = (size.x.ceil().max(1.0) as usize, size.y.ceil().max(1.0) as usize);
        Self { width, height, pixels: vec![ground.to_array().map(f32::from); width * height] }
    }

    fn mesh(&mut self, mesh: &Mesh, clip: Rect, texture: Option<&ColorImage>) {
        let clip = Rect::from_min_max(clip.min * SCALE, clip.max * SCALE);
        for corners in mesh.indices.chunks_exact(3) {
            let corner = |at: usize| mesh.vertices.get(corners[at] as usize).copied();
            if let (Some(a), Some(b), Some(c)) = (corner(0), corner(1), corner(2)) {
                self.triangle([a, b, c], clip, texture);
            }
        }
    }

    /// Fills a triangle; a pixel on the edge of two belongs to one of them, as on a graphics card.
    fn triangle(&mut self, [a, mut b, mut c]: [Vertex; 3], clip: Rect, texture: Option<&ColorImage>) {
        let at = |vertex: &Vertex| vertex.pos * SCALE;
        let mut area = edge(at(&a), at(&b), at(&c));
        if area < 0.0 {
            std::mem::swap(&mut b, &mut c);
            area = -area;
        }
        if area <= 0.0 {
            return;
        }
        let [pa, pb, pc] = [&a, &b, &c].map(at);
        let room = Rect::from_points(&[pa, pb, pc]).intersect(clip);
        let columns = pixels(room.left(), room.right(), self.width);
        for y in pixels(room.top(), room.bottom(), self.height) {
            for x in columns.clone() {
                let point = pos2(x as f32 + 0.5, y as f32 + 0.5);
                let parts = [(pb, pc), (pc, pa), (pa, pb)].map(|(from, to)| (edge(from, to, point), owns(from, to)));
                if !clip.contains(point) || parts.iter().any(|(part, owned)| *part < 0.0 || (*part == 0.0 && !owned)) {
                    continue;
                }
                let weights = parts.map(|(part, _)| part / area);
                let mut ink = mixed([a.color, b.color, c.color], weights);
                let uv = a.uv.to_vec2() * weights[0] + b.uv.to_vec2() * weights[1] + c.uv.to_vec2() * weights[2];
                if let Some(texture) = texture {
                    let texel = texel(texture, uv.to_pos2()).to_array();
                    ink = std::array::from_fn(|at| ink[at] * f32::from(texel[at]) / 255.0);
                }
                let through = 1.0 - ink[3] / 255.0;
                let pixel = &mut self.pixels[y * self.width + x];
                *pixel = std::array::from_fn(|at| ink[at] + pixel[at] * through);
            }
        }
    }

    fn done(self) -> Picture {
        let rgba = self.pixels.into_iter().flatten().map(|part| part.round() as u8).collect();
        Picture { width: self.width, height: self.height, rgba }
    }
}

/// The pixels whose middle may lie between two places.
fn pixels(from: f32, to: f32, most: usize) -> std::ops::Range<usize> {
    let first = from.floor().max(0.0) as usize;
    first..(to.ceil().max(0.0) as usize).min(most)
}

/// Twice the area of a triangle, positive where its corners run clockwise on a screen.
fn edge(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// Whether a pixel on this edge belongs to its triangle: on the upper and on the left ones.
fn owns(from: Pos2, to: Pos2) -> bool {
    (from.y == to.y && to.x > from.x) || to.y < from.y
}

fn mixed(inks: [Color32; 3], weights: [f32; 3]) -> Ink {
    let inks = inks.map(|ink| ink.to_array());
    std::array::from_fn(|at| inks.iter().zip(weights).map(|(ink, weight)| f32::from(ink[at]) * weight).sum())
}

fn texel(texture: &ColorImage, uv: Pos2) -> Color32 {
    let place = |part: f32, size: usize| ((part * size as f32) as usize).min(size.saturating_sub(1));
    let [width, height] = texture.size;
    let at = place(uv.y, height) * width + place(uv.x, width);
    texture.pixels.get(at).copied().unwrap_or(Color32::WHITE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::widgets::chart::{Datum, bars};

    #[test]
    fn a_chart_is_painted_whole_with_its_words() {
        let data: Vec<Datum> = (1..=3u8)
            .map(|number| Datum { name: "Kenya".into(), value: number.into(), text: number.to_string() })
            .collect();
        let shown = picture(400.0, |ui| {
            let _ = bars(ui, "chart", &data);
        });
        assert_eq!((shown.width, shown.rgba.len()), (800, shown.width * shown.height * 4));
        assert!((160..300).contains(&shown.height), "{}", shown.height);
        let tokens = theme::tokens::of(false);
        let count =
            |ink: Color32| shown.rgba.chunks_exact(4).filter(|pixel| **pixel == ink.to_srgba_unmultiplied()).count();
        assert!(count(tokens.panel) > count(tokens.accent), "more ground than bars");
        // Three bars, the longest of them more than a hundred points long and 14 high.
        assert!(count(tokens.accent) > 2 * 2 * 14 * 100, "{}", count(tokens.accent));
        assert!(count(tokens.text) > 20, "there are letters");
    }
}
