//! Where the nodes of a network stand. Plain logic, without chance: it depends on the ids and the kinds of links, not on
//! the order of rows or on names, so that a small change of the data moves little.
//!
//! One node is in the middle. What it is linked to stands around it on two bows, clockwise by kind of link; what hangs
//! on those stands outside, each behind the one it was reached by. Every node has a height of its own in its column, so no
//! label can lie on another. Where a side would become too long, its columns are doubled and the nodes alternate.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use egui::{Pos2, Rect, Vec2, pos2, vec2};

use crate::domain::Id;

/// Least height between two labels that lie over one another.
pub(super) const ROW: f32 = 28.0;
/// Width of a column: a node, its label and a gap.
pub(super) const COLUMN: f32 = 204.0;
/// From the middle to the first column.
const FIRST: f32 = 196.0;
/// How far the ends of a bow lie inwards of its middle, at most.
const BEND: f32 = 84.0;
/// Height over which a side spreads that has few nodes, and the most room for one.
const SPREAD: (f32, f32) = (470.0, 64.0);
/// Between two kinds of links, in rows.
const BETWEEN: f32 = 0.6;
/// The most times that columns are doubled.
const MOST_COLUMNS: usize = 6;
/// Width to height of the room that is aimed at.
const SHAPE: f32 = 1.5;

/// A link as the layout sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tie<'a> {
    /// Where it begins.
    pub from: Id,
    /// Where it leads.
    pub to: Id,
    /// What it is.
    pub kind: &'a str,
}

/// Where a node stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The middle of the node, in points from the middle of the picture.
    pub at: Pos2,
    /// Links between it and the middle; nothing where there is no way.
    pub steps: Option<usize>,
    /// The node it hangs on: the next one on the way to the middle.
    pub behind: Option<Id>,
}

/// A network, laid out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// Every node.
    pub places: BTreeMap<Id, Place>,
    /// What is around all nodes and their labels; nothing where there are none.
    pub bounds: Option<Rect>,
}

/// Lays out nodes around `center`. Ties to unknown nodes and to oneself do not count.
pub fn lay_out(center: Id, nodes: &[Id], ties: &[Tie<'_>]) -> Layout {
    let nodes: BTreeSet<Id> = nodes.iter().copied().collect();
    let tree = Tree::new(center, &nodes, ties);
    let (right, left) = tree.sides();
    let sides = [Side::new(&tree, &right), Side::new(&tree, &left)];
    let columns = columns(&sides);
    let rows = sides.iter().map(|side| side.rows).fold(1.0, f32::max);
    let pitch = (SPREAD.0 / rows).min(SPREAD.1).max(ROW / columns as f32);
    let half = rows * pitch / 2.0;
    let mut places = BTreeMap::new();
    if nodes.contains(&center) {
        places.insert(center, Place { at: Pos2::ZERO, steps: Some(0), behind: None });
    }
    for (side, way) in sides.iter().zip([1.0, -1.0]) {
        for (id, spot) in &side.spots {
            let y = (spot.row - side.rows / 2.0) * pitch;
            let bend = BEND * (half / 240.0).min(1.0) * (y / half).powi(2);
            let column = (spot.steps - 1) * columns + spot.order % columns;
            let at = pos2(way * (FIRST + column as f32 * COLUMN - bend), way * y);
            places.insert(*id, Place { at, steps: Some(spot.steps), behind: tree.behind.get(id).copied() });
        }
    }
    let apart: Vec<Id> = nodes.into_iter().filter(|id| !places.contains_key(id)).collect();
    set_apart(&apart, half, &mut places);
    let bounds = places.values().map(|place| around(place.at)).reduce(Rect::union);
    Layout { places, bounds }
}

/// A node and the room for its label, which is on the side away from the middle.
pub(super) fn around(at: Pos2) -> Rect {
    let (inwards, outwards, up) = (16.0, COLUMN - 24.0, ROW / 2.0 - 1.0);
    match at.x {
        0.0 => Rect::from_center_size(at, vec2(2.0 * 90.0, 76.0)),
        x if x > 0.0 => Rect::from_min_max(pos2(x - inwards, at.y - up), pos2(x + outwards, at.y + up)),
        x => Rect::from_min_max(pos2(x - outwards, at.y - up), pos2(x + inwards, at.y + up)),
    }
}

/// The nearest of some places in a direction, the keyboard's way from node to node: what lies far aside is farther away.
pub(super) fn nearest(from: Pos2, way: Vec2, places: impl Iterator<Item = (Id, Pos2)>) -> Option<Id> {
    let away = |at: Pos2| {
        let (along, aside) = ((at - from).dot(way), (at - from).dot(way.rot90()).abs());
        (along > 1.0 && aside <= 4.0 * along).then_some(along + 2.0 * aside)
    };
    let near = places.filter_map(|(id, at)| Some((away(at)?, id)));
    near.min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))).map(|(_, id)| id)
}

/// Puts the nodes to which no way leads below the others, in rows.
fn set_apart(apart: &[Id], half: f32, places: &mut BTreeMap<Id, Place>) {
    let top = half.max(40.0) + 2.0 * ROW;
    for (place, id) in apart.iter().enumerate() {
        let (row, column) = (place / 4, place % 4);
        let side = if column < 2 { 1.0 } else { -1.0 };
        let at = pos2(side * (40.0 + (column % 2) as f32 * COLUMN), top + row as f32 * ROW);
        places.insert(*id, Place { at, steps: None, behind: None });
    }
}

/// How many columns a step takes, so that the picture comes nearest to its shape.
fn columns(sides: &[Side; 2]) -> usize {
    let rows = sides.iter().map(|side| side.rows).fold(1.0, f32::max);
    let steps = sides.iter().flat_map(|side| side.spots.values()).map(|spot| spot.steps).max().unwrap_or(1);
    let size = |columns: usize| {
        let width = 2.0 * (FIRST + (steps * columns) as f32 * COLUMN);
        (width / SHAPE).max(rows * ROW / columns as f32)
    };
    (1..=MOST_COLUMNS).min_by(|a, b| size(*a).total_cmp(&size(*b))).unwrap_or(1)
}

/// Who was reached by whom, going out from the middle.
struct Tree<'a> {
    center: Id,
    /// In order: by kind of link and which way it leads, then by id.
    children: BTreeMap<Id, Vec<Id>>,
    behind: BTreeMap<Id, Id>,
    /// By which kind of link, and whether it leads outwards.
    by: BTreeMap<Id, (&'a str, bool)>,
    /// How many rows a node and what hangs on it take.
    rows: BTreeMap<Id, usize>,
}

impl<'a> Tree<'a> {
    fn new(center: Id, nodes: &BTreeSet<Id>, ties: &[Tie<'a>]) -> Self {
        let mut around: BTreeMap<Id, BTreeSet<(&str, bool, Id)>> = BTreeMap::new();
        for tie in ties.iter().filter(|tie| tie.from != tie.to && nodes.contains(&tie.from) && nodes.contains(&tie.to))
        {
            around.entry(tie.from).or_default().insert((tie.kind, true, tie.to));
            around.entry(tie.to).or_default().insert((tie.kind, false, tie.from));
        }
        let (children, behind, by, rows) = Default::default();
        let mut tree = Self { center, children, behind, by, rows };
        let mut order = vec![];
        let mut waiting = VecDeque::from([center]);
        while let Some(id) = waiting.pop_front() {
            order.push(id);
            for (kind, outwards, other) in around.get(&id).into_iter().flatten().copied() {
                if other != center && !tree.behind.contains_key(&other) {
                    tree.behind.insert(other, id);
                    tree.by.insert(other, (kind, outwards));
                    tree.children.entry(id).or_default().push(other);
                    waiting.push_back(other);
                }
            }
        }
        for id in order.iter().rev() {
            let rows: usize = tree.children_of(*id).iter().map(|child| tree.rows[child]).sum();
            tree.rows.insert(*id, rows.max(1));
        }
        tree
    }

    fn children_of(&self, id: Id) -> &[Id] {
        self.children.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The neighbours of the middle on its right and its left, clockwise: nearest to the same number of rows.
    fn sides(&self) -> (Vec<Id>, Vec<Id>) {
        let all = self.children_of(self.center);
        let total: usize = all.iter().map(|id| self.rows[id]).sum();
        let mut right = 0;
        let taken = all.iter().take_while(|id| {
            let with = right + self.rows[id];
            let fits = right == 0 || with.abs_diff(total - with) <= right.abs_diff(total - right);
            right = with;
            fits
        });
        let (right, left) = all.split_at(taken.count());
        (right.to_vec(), left.to_vec())
    }
}

/// Where a node stands on its side.
struct Spot {
    /// Rows from the top of the side to its middle.
    row: f32,
    steps: usize,
    /// Its place among those of its side with as many steps.
    order: usize,
}

/// One side of the picture.
#[derive(Default)]
struct Side {
    spots: BTreeMap<Id, Spot>,
    rows: f32,
}

impl Side {
    fn new(tree: &Tree<'_>, neighbors: &[Id]) -> Self {
        let mut side = Self::default();
        let mut counts = Vec::new();
        for (place, id) in neighbors.iter().enumerate() {
            if place > 0 && tree.by[id] != tree.by[&neighbors[place - 1]] {
                side.rows += BETWEEN;
            }
            side.add(tree, *id, 1, &mut counts);
        }
        side
    }

    /// Adds a node and what hangs on it, below what is there.
    fn add(&mut self, tree: &Tree<'_>, id: Id, steps: usize, counts: &mut Vec<usize>) {
        counts.resize(counts.len().max(steps), 0);
        let order = counts[steps - 1];
        counts[steps - 1] += 1;
        let (top, height) = (self.rows, tree.rows[&id] as f32);
        for child in tree.children_of(id) {
            self.add(tree, *child, steps + 1, counts);
        }
        self.rows = top + height;
        self.spots.insert(id, Spot { row: top + height / 2.0, steps, order });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(number: u128) -> Id {
        Id::from_random_bits(number.wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835))
    }

    const KINDS: [&str; 4] = ["funds", "hosts", "is a member of", "trains"];

    /// A middle with neighbours, and behind every third of them some more.
    fn network(neighbors: u128, behind: u128) -> (Vec<Id>, Vec<Tie<'static>>) {
        let mut nodes = vec![id(0)];
        let mut ties = Vec::new();
        let mut next = neighbors + 1;
        for number in 1..=neighbors {
            let (from, to) = if number % 2 == 0 { (id(0), id(number)) } else { (id(number), id(0)) };
            nodes.push(id(number));
            ties.push(Tie { from, to, kind: KINDS[number as usize % 4] });
            for _ in 0..if number % 3 == 0 { behind } else { 0 } {
                nodes.push(id(next));
                ties.push(Tie { from: id(number), to: id(next), kind: KINDS[next as usize % 4] });
                next += 1;
            }
        }
        (nodes, ties)
    }

    fn overlaps(layout: &Layout) -> usize {
        let labels: Vec<Rect> = layout.places.values().map(|place| around(place.at)).collect();
        let pairs = labels.iter().enumerate().flat_map(|(place, a)| labels[..place].iter().map(move |b| (a, b)));
        pairs.filter(|(a, b)| a.intersects(**b)).count()
    }

    #[test]
    fn no_label_lies_on_another() {
        for (neighbors, behind) in
            [(0, 0), (1, 0), (2, 3), (3, 0), (7, 2), (12, 0), (30, 0), (30, 2), (60, 3), (100, 3), (199, 0), (20, 27)]
        {
            let (nodes, ties) = network(neighbors, behind);
            let layout = lay_out(id(0), &nodes, &ties);
            assert_eq!(layout.places.len(), nodes.len());
            assert_eq!(overlaps(&layout), 0, "{neighbors} neighbours and {behind} behind every third");
        }
    }

    #[test]
    fn thirty_neighbours_fit_into_a_small_window() {
        let (nodes, ties) = network(30, 0);
        let bounds = lay_out(id(0), &nodes, &ties).bounds.unwrap_or(Rect::NOTHING);
        assert!(bounds.width() < 860.0 && bounds.height() < 520.0, "{bounds:?}");
        let (nodes, ties) = network(199, 0);
        let bounds = lay_out(id(0), &nodes, &ties).bounds.unwrap_or(Rect::NOTHING);
        assert!(bounds.width() < 2000.0 && bounds.height() < 1300.0, "{bounds:?}");
    }

    #[test]
    fn the_order_of_rows_does_not_matter() {
        let (mut nodes, mut ties) = network(40, 2);
        let layout = lay_out(id(0), &nodes, &ties);
        nodes.reverse();
        ties.reverse();
        ties.extend(ties.clone());
        assert_eq!(lay_out(id(0), &nodes, &ties), layout);
    }

    #[test]
    fn one_more_moves_the_others_little() {
        let (nodes, ties) = network(24, 0);
        let before = lay_out(id(0), &nodes, &ties);
        let (nodes, ties) = network(25, 0);
        let after = lay_out(id(0), &nodes, &ties);
        let far = before.places.iter().filter(|(id, place)| after.places[id].at.distance(place.at) > 1.5 * ROW);
        assert!(far.count() <= 1, "but for the one that changes sides");
    }

    #[test]
    fn neighbours_stand_by_kind_and_the_others_behind_them() {
        let (nodes, ties) = network(12, 2);
        let layout = lay_out(id(0), &nodes, &ties);
        assert_eq!(layout.places[&id(0)].at, Pos2::ZERO);
        let angle = |id: &Id| {
            let at = layout.places[id].at;
            let clockwise = at.x.atan2(-at.y);
            if clockwise < 0.0 { clockwise + std::f32::consts::TAU } else { clockwise }
        };
        let mut neighbors: Vec<Id> = (1..=12).map(id).collect();
        neighbors.sort_by(|a, b| angle(a).total_cmp(&angle(b)));
        let kind = |id: &Id| ties.iter().find(|tie| tie.from == *id || tie.to == *id).map(|tie| tie.kind);
        let mut kinds: Vec<_> = neighbors.iter().map(kind).collect();
        kinds.dedup();
        assert_eq!(kinds.len(), 4, "each kind in one piece: {kinds:?}");
        for place in layout.places.values() {
            if let (Some(2), Some(behind)) = (place.steps, place.behind) {
                let parent = layout.places[&behind].at;
                assert!(place.at.x.abs() > parent.x.abs() && place.at.x * parent.x > 0.0);
            }
        }
    }

    #[test]
    fn arrows_go_to_the_nearest_in_their_direction() {
        let places = [(id(1), pos2(200.0, -30.0)), (id(2), pos2(200.0, 10.0)), (id(3), pos2(-50.0, 300.0))];
        let to = |way: Vec2| nearest(Pos2::ZERO, way, places.into_iter());
        assert_eq!(to(vec2(1.0, 0.0)), Some(id(2)));
        assert_eq!(to(vec2(0.0, 1.0)), Some(id(3)));
        assert_eq!(to(vec2(-1.0, 0.0)), None);
        assert_eq!(nearest(pos2(200.0, 10.0), vec2(0.0, -1.0), places.into_iter()), Some(id(1)));
    }

    #[test]
    fn what_is_not_linked_stands_below() {
        let (mut nodes, ties) = network(6, 0);
        nodes.extend([id(100), id(101)]);
        let layout = lay_out(id(0), &nodes, &ties);
        let lowest = (0..=6).map(|number| layout.places[&id(number)].at.y).fold(0.0, f32::max);
        assert!((100..=101).all(|number| layout.places[&id(number)].at.y > lowest + ROW));
        assert_eq!(overlaps(&layout), 0);
        assert_eq!(lay_out(id(0), &[], &[]), Layout::default());
    }
}
