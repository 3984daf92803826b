//! The countries' outlines in two levels of detail, read once from `assets/map` and laid onto the plane of the map.
//!
//! The plane is the Natural Earth projection (Tom Patterson, 2011; polynomials by Bojan Šavrič): calm at the poles, and no
//! continent much larger than it is. One unit is the earth's radius at the equator, y grows to the south.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use egui::{Pos2, Rect, pos2};

use crate::domain::organisation::Position;
use crate::domain::reference::Country;

/// All outlines and points, made on first use (a few milliseconds).
pub(super) static WORLD: LazyLock<World> = LazyLock::new(|| {
    let mut world = World::read(include_bytes!("../../../../assets/map/world.bin")).unwrap_or_default();
    world.middles = MIDDLES.iter().map(|(country, at)| (*country, on_plane(*at))).collect();
    world
});

/// A point well inside each country.
static MIDDLES: LazyLock<HashMap<Country, Position>> =
    LazyLock::new(|| middles(include_str!("../../../../assets/map/points.tsv")));

/// A point well inside a country.
pub(super) fn middle(country: Country) -> Option<Position> {
    MIDDLES.get(&country).copied()
}

/// Steps in a degree of the file.
const STEPS: f64 = 182.0;

/// The outlines of all countries.
#[derive(Debug, Default)]
pub(super) struct World {
    /// For the world as a whole.
    pub coarse: Level,
    /// For a part of it, enlarged.
    pub fine: Level,
    /// A point well inside each country.
    middles: HashMap<Country, Pos2>,
    /// What is around the largest part of each country that has an outline.
    extents: HashMap<Country, Rect>,
}

/// The outlines in one level of detail.
#[derive(Debug, Default)]
pub(super) struct Level {
    /// Pieces of land, larger ones first: a smaller one may lie on a larger one.
    pub parts: Vec<Part>,
    /// Coasts and borders.
    pub lines: Vec<Line>,
    corners: Vec<Pos2>,
    triangles: Vec<[u32; 3]>,
    line_points: Vec<Pos2>,
}

/// One piece of a country, cut into triangles.
#[derive(Debug)]
pub(super) struct Part {
    /// Of which country, if of one of ours.
    pub country: Option<Country>,
    /// What is around it.
    pub bounds: Rect,
    corners: Range<usize>,
    triangles: Range<usize>,
}

/// A coast, or the border between two countries.
#[derive(Debug)]
pub(super) struct Line {
    /// What lies beside it; nothing for the sea, and for land of no country of ours.
    pub sides: [Option<Country>; 2],
    /// What is around it.
    pub bounds: Rect,
    points: Range<usize>,
}

impl World {
    fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader { bytes, last: (0, 0) };
        let countries: Vec<Option<Country>> = (0..reader.number()?).map(|_| reader.country()).collect::<Option<_>>()?;
        let (coarse, fine) = (Level::read(&mut reader, &countries)?, Level::read(&mut reader, &countries)?);
        let mut extents = HashMap::new();
        for part in &fine.parts {
            if let Some(country) = part.country {
                extents.entry(country).or_insert(part.bounds);
            }
        }
        Some(Self { coarse, fine, middles: HashMap::new(), extents })
    }

    /// The point of a country where its number stands, or its dot.
    pub fn middle(&self, country: Country) -> Option<Pos2> {
        self.middles.get(&country).copied()
    }

    /// What is around the largest part of a country; nothing where it has only a point.
    pub fn extent(&self, country: Country) -> Option<Rect> {
        self.extents.get(&country).copied()
    }

    /// What is around all land.
    pub fn bounds(&self) -> Rect {
        static BOUNDS: LazyLock<Rect> =
            LazyLock::new(|| WORLD.coarse.parts.iter().fold(Rect::NOTHING, |bounds, part| bounds.union(part.bounds)));
        *BOUNDS
    }
}

impl Level {
    fn read(reader: &mut Reader<'_>, countries: &[Option<Country>]) -> Option<Self> {
        let mut level = Self::default();
        for _ in 0..reader.number()? {
            let country = *countries.get(reader.number()?)?;
            let corners = reader.points(&mut level.corners)?;
            let triangles = reader.triangles(corners.len(), corners.start as u32, &mut level.triangles)?;
            let bounds = Rect::from_points(&level.corners[corners.clone()]);
            level.parts.push(Part { country, bounds, corners, triangles });
        }
        for _ in 0..reader.number()? {
            let mut side = || match reader.number()? {
                0 => Some(None),
                place => countries.get(place - 1).copied(),
            };
            let sides = [side()?, side()?];
            let points = reader.points(&mut level.line_points)?;
            let bounds = Rect::from_points(&level.line_points[points.clone()]);
            level.lines.push(Line { sides, bounds, points });
        }
        Some(level)
    }

    /// The corners of a part, and its triangles as places in them.
    pub fn shape(&self, part: &Part) -> (&[Pos2], impl Iterator<Item = [u32; 3]>) {
        let first = part.corners.start as u32;
        let triangles = self.triangles[part.triangles.clone()].iter();
        (&self.corners[part.corners.clone()], triangles.map(move |places| places.map(|place| place - first)))
    }

    /// The points of a line.
    pub fn points(&self, line: &Line) -> &[Pos2] {
        &self.line_points[line.points.clone()]
    }

    /// The part in which a point of the plane lies.
    pub fn part_at(&self, point: Pos2) -> Option<&Part> {
        self.parts.iter().rev().find(|part| self.is_in(part, point))
    }

    /// Whether all of these points of the plane lie in a country.
    pub fn holds(&self, country: Country, points: &[Pos2]) -> bool {
        let parts: Vec<&Part> = self.parts.iter().filter(|part| part.country == Some(country)).collect();
        points.iter().all(|point| parts.iter().any(|part| self.is_in(part, *point)))
    }

    fn is_in(&self, part: &Part, point: Pos2) -> bool {
        part.bounds.contains(point)
            && self.triangles[part.triangles.clone()]
                .iter()
                .any(|triangle| within(triangle.map(|place| self.corners[place as usize]), point))
    }
}

/// Where a position on the earth lies on the plane.
pub(super) fn on_plane(position: Position) -> Pos2 {
    let (longitude, latitude) = (position.longitude.to_radians(), position.latitude.to_radians());
    let p2 = latitude * latitude;
    let p4 = p2 * p2;
    let p10 = p4 * p4 * p2;
    let x = longitude * (0.8707 - 0.131979 * p2 - 0.013791 * p4 + p10 * (0.003971 - 0.001529 * p2));
    let y = latitude * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + p2 * (0.028874 - 0.005916 * p2))));
    pos2(x as f32, -y as f32)
}

fn within([a, b, c]: [Pos2; 3], point: Pos2) -> bool {
    let side = |from: Pos2, to: Pos2| (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x);
    let sides = [side(a, b), side(b, c), side(c, a)];
    sides.iter().all(|side| *side >= 0.0) || sides.iter().all(|side| *side <= 0.0)
}

/// The points of a table of them.
fn middles(table: &str) -> HashMap<Country, Position> {
    let point = |line: &str| {
        let mut columns = line.split('\t');
        let country = Country::parse_code(columns.next()?)?;
        let (longitude, latitude) = (columns.next()?.parse().ok()?, columns.next()?.parse().ok()?);
        Some((country, Position { latitude, longitude }))
    };
    table.lines().filter_map(point).collect()
}

/// Reads the file; `tests/tools/world_map.py` says what is in it.
struct Reader<'a> {
    bytes: &'a [u8],
    last: (i32, i32),
}

impl Reader<'_> {
    fn number(&mut self) -> Option<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let (byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            number |= usize::from(byte & 127).checked_shl(shift)?;
            if *byte < 128 {
                return Some(number);
            }
            shift += 7;
        }
    }

    fn difference(&mut self) -> Option<i32> {
        let number = self.number()? as i32;
        Some((number >> 1) ^ -(number & 1))
    }

    fn country(&mut self) -> Option<Option<Country>> {
        let (code, rest) = self.bytes.split_at_checked(2)?;
        self.bytes = rest;
        Some(Country::parse_code(std::str::from_utf8(code).ok()?))
    }

    fn points(&mut self, points: &mut Vec<Pos2>) -> Option<Range<usize>> {
        let first = points.len();
        for _ in 0..self.number()? {
            self.last.0 += self.difference()?;
            self.last.1 += self.difference()?;
            let (longitude, latitude) = (f64::from(self.last.0) / STEPS, f64::from(self.last.1) / STEPS);
            points.push(on_plane(Position { latitude, longitude }));
        }
        Some(first..points.len())
    }

    /// Cuts a ring of corners into triangles, in the order that the file says.
    fn triangles(&mut self, corners: usize, first: u32, triangles: &mut Vec<[u32; 3]>) -> Option<Range<usize>> {
        let start = triangles.len();
        let mut after: Vec<usize> = (1..=corners).map(|place| place % corners).collect();
        let mut before: Vec<usize> = (0..corners).map(|place| (place + corners - 1) % corners).collect();
        let mut ear = 0;
        for _ in 2..corners {
            ear += self.difference()?;
            let place = usize::try_from(ear).ok().filter(|place| *place < corners)?;
            let (back, on) = (before[place], after[place]);
            triangles.push([back, place, on].map(|place| first + place as u32));
            (after[back], before[on]) = (on, back);
        }
        Some(start..triangles.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(longitude: f64, latitude: f64) -> Option<&'static str> {
        let point = on_plane(Position { latitude, longitude });
        WORLD.fine.part_at(point).and_then(|part| part.country).map(Country::code)
    }

    #[test]
    fn every_country_has_a_point_and_nearly_all_an_outline() {
        let without: Vec<&str> =
            Country::all().filter(|country| WORLD.extent(*country).is_none()).map(Country::code).collect();
        assert_eq!(without, ["AQ", "BV", "GI", "TK", "TV", "UM"]);
        for country in Country::all() {
            assert!(WORLD.middle(country).is_some(), "{country} has no point");
        }
    }

    #[test]
    fn towns_lie_in_their_countries() {
        for (longitude, latitude, code) in [
            (36.8, -1.3, Some("KE")),
            (85.3, 27.7, Some("NP")),
            (174.0, 66.0, Some("RU")),
            (-175.0, 67.0, Some("RU")),
            (178.4, -17.9, Some("FJ")),
            (28.2, -29.6, Some("LS")),
            (44.1, 9.6, Some("SO")),
            (33.5, 35.3, Some("CY")),
            (20.9, 42.6, Some("XK")),
            (-52.6, 4.2, Some("GF")),
            (18.0, 78.8, Some("SJ")),
            (25.5, 69.4, Some("NO")),
            (-30.0, 0.0, None),
        ] {
            assert_eq!(at(longitude, latitude), code, "at {longitude}, {latitude}");
        }
    }

    #[test]
    fn nothing_is_drawn_across_the_map() {
        for level in [&WORLD.coarse, &WORLD.fine] {
            for part in &level.parts {
                let country = part.country.map(Country::code);
                assert!(part.bounds.width() < 2.9, "{country:?} is {} wide", part.bounds.width());
                let (corners, triangles) = level.shape(part);
                assert!(triangles.flatten().all(|place| (place as usize) < corners.len()));
            }
            let longest = level.lines.iter().flat_map(|line| level.points(line).windows(2));
            assert!(longest.map(|pair| pair[0].distance(pair[1])).all(|length| length < 0.5));
        }
    }

    #[test]
    fn a_damaged_file_is_no_map() {
        let bytes = include_bytes!("../../../../assets/map/world.bin");
        assert!(World::read(&bytes[..bytes.len() / 2]).is_none());
        assert!(World::read(&[255; 64]).is_none());
    }
}
