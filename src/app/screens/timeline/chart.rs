//! Rows, the lanes in them and what lies in each lane, worked out once for the data and a grouping, so that a frame
//! only looks up what it shows. Plain logic: no painting, no records.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

/// Height of a bar in points.
pub const BAR: u32 = 24;
/// From the top of a lane to the top of its bar.
pub const ABOVE: u32 = 5;
/// From the top of a lane to the top of the next: under a bar there is room for milestones.
pub const LANE: u32 = 36;
/// Height of a heading over rows that belong together.
pub const HEADING: u32 = 28;

/// What lies on a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A mission, by its place in the list.
    Mission(u32),
    /// Free places of a placement, by its place in the list.
    Opening(u32),
}

/// Something with days on a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub what: What,
    /// Number of its first day.
    pub first: i32,
    /// Number of its last day, part of it.
    pub last: i32,
    /// Whether somebody serves in it, or may: such pieces hand over to one another.
    pub serves: bool,
    /// Days that it shares with the one it takes over from.
    pub overlap: u32,
}

impl Piece {
    /// A piece from one day to another.
    pub fn new(what: What, first: i32, last: i32, serves: bool) -> Self {
        Self { what, first, last, serves, overlap: 0 }
    }
}

/// What a row is to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What is said over this row and those after it, where it differs from the row before.
    pub heading: Box<str>,
    /// Its name.
    pub name: Box<str>,
    /// How many may serve at once without its being a handover; 0 where rows hand nothing over.
    pub places: u16,
    /// What lies on it, in any order.
    pub pieces: Vec<Piece>,
}

/// A row, or a heading over rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub name: Box<str>,
    /// From the top of the chart, in points.
    pub top: u32,
    /// Its height in points.
    pub height: u32,
    /// Its lanes, none for a heading.
    pub lanes: Range<u32>,
    /// How many missions lie on it.
    pub missions: u32,
    /// Whether gaps between its pieces are places that stand empty.
    pub hands_over: bool,
}

/// All rows of a timeline.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chart {
    rows: Vec<Row>,
    /// For each lane where its pieces lie, and its row.
    lanes: Vec<(Range<u32>, u32)>,
    /// By lane, in a lane by day: no two of a lane share one.
    pieces: Vec<Piece>,
    /// The first and the last day of all pieces.
    days: Option<(i32, i32)>,
}

impl Chart {
    /// Lays rows below one another, and the pieces of each into as few lanes as they need.
    pub fn new(groups: Vec<Group>) -> Self {
        let mut chart = Self::default();
        let (mut top, mut heading) = (0, "".into());
        for group in groups {
            if group.heading != heading {
                heading = group.heading.clone();
                let (name, lanes) = (group.heading, 0..0);
                chart.rows.push(Row { name, top, height: HEADING, lanes, missions: 0, hands_over: false });
                top += HEADING;
            }
            let missions = group.pieces.iter().filter(|piece| matches!(piece.what, What::Mission(_))).count() as u32;
            let from = chart.lanes.len() as u32;
            chart.add_lanes(group.pieces, group.places);
            let lanes = from..chart.lanes.len() as u32;
            let height = lanes.len() as u32 * LANE;
            let (name, hands_over) = (group.name, group.places > 0);
            chart.rows.push(Row { name, top, height, lanes, missions, hands_over });
            top += height;
        }
        chart
    }

    fn add_lanes(&mut self, mut pieces: Vec<Piece>, places: u16) {
        let row = self.rows.len() as u32;
        pieces.sort_by_key(|piece| (piece.first, piece.last));
        overlaps(&mut pieces, places);
        let lanes = spread(&pieces);
        for lane in lanes {
            let from = self.pieces.len() as u32;
            self.pieces.extend(lane.iter().map(|place| pieces[*place as usize]));
            self.lanes.push((from..self.pieces.len() as u32, row));
        }
        for piece in &pieces {
            let (first, last) = self.days.unwrap_or((piece.first, piece.last));
            self.days = Some((first.min(piece.first), last.max(piece.last)));
        }
    }

    /// Its rows from top to bottom.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// What lies on a row, in no particular order.
    pub fn whats_of(&self, row: usize) -> impl Iterator<Item = What> {
        let lanes = self.rows[row].lanes.clone();
        lanes.flat_map(|lane| self.pieces_in(lane as usize)).map(|place| self.pieces[place].what)
    }

    /// Height of all rows in points.
    pub fn height(&self) -> u32 {
        self.rows.last().map_or(0, |row| row.top + row.height)
    }

    /// The first and the last day on which there is anything.
    pub fn days(&self) -> Option<(i32, i32)> {
        self.days
    }

    /// The rows that are seen between two heights.
    pub fn rows_between(&self, top: f64, bottom: f64) -> Range<usize> {
        let from = self.rows.partition_point(|row| f64::from(row.top + row.height) <= top);
        let to = self.rows.partition_point(|row| f64::from(row.top) < bottom);
        from..to.max(from)
    }

    /// The lanes of a row that are seen between two heights: of a row with thousands, only those.
    pub fn lanes_between(&self, row: usize, top: f64, bottom: f64) -> Range<u32> {
        let row = &self.rows[row];
        let lane = |height: f64| ((height - f64::from(row.top)) / f64::from(LANE)).clamp(0.0, row.lanes.len() as f64);
        row.lanes.start + lane(top).floor() as u32..row.lanes.start + lane(bottom).ceil() as u32
    }

    /// The top of a lane of a row, from the top of the chart.
    pub fn lane_top(&self, row: usize, lane: u32) -> u32 {
        let row = &self.rows[row];
        row.top + (lane - row.lanes.start) * LANE
    }

    /// A piece by its place.
    pub fn piece(&self, place: usize) -> Piece {
        self.pieces[place]
    }

    /// Where the pieces of a lane lie that share a day with those from `first` to `last`.
    pub fn pieces_of(&self, lane: usize, first: i32, last: i32) -> Range<usize> {
        let all = self.pieces_in(lane);
        let pieces = &self.pieces[all.clone()];
        let from = all.start + pieces.partition_point(|piece| piece.last < first);
        let to = all.start + pieces.partition_point(|piece| piece.first <= last);
        from..to.max(from)
    }

    /// Where all pieces of a lane lie.
    pub fn pieces_in(&self, lane: usize) -> Range<usize> {
        let range = &self.lanes[lane].0;
        range.start as usize..range.end as usize
    }

    /// The piece that a mission is, and the top of its lane; looks at all, so not for every frame.
    pub fn find(&self, what: What) -> Option<(Piece, u32)> {
        let place = self.pieces.iter().position(|piece| piece.what == what)? as u32;
        let lane = self.lanes.partition_point(|(range, _)| range.end <= place);
        let row = self.lanes.get(lane)?.1 as usize;
        Some((self.pieces[place as usize], self.lane_top(row, lane as u32)))
    }
}

/// Notes for each piece how many days it shares with the one it takes over from: where all places are taken when it
/// begins, it takes over from the one that ends first.
fn overlaps(pieces: &mut [Piece], places: u16) {
    if places == 0 {
        return;
    }
    let mut serving: BinaryHeap<Reverse<i32>> = BinaryHeap::new();
    for piece in pieces.iter_mut().filter(|piece| piece.serves) {
        while serving.peek().is_some_and(|Reverse(last)| *last < piece.first) {
            serving.pop();
        }
        if serving.len() >= usize::from(places)
            && let Some(Reverse(last)) = serving.pop()
        {
            piece.overlap = (last.min(piece.last) - piece.first + 1).unsigned_abs();
        }
        serving.push(Reverse(piece.last));
    }
}

/// The fewest lanes in which no two pieces share a day, for pieces in order of their first days. Each goes into the
/// uppermost lane that is free.
fn spread(pieces: &[Piece]) -> Vec<Vec<u32>> {
    let mut lanes: Vec<Vec<u32>> = Vec::new();
    let mut taken: BinaryHeap<Reverse<(i32, usize)>> = BinaryHeap::new();
    let mut free: BinaryHeap<Reverse<usize>> = BinaryHeap::new();
    for (place, piece) in (0u32..).zip(pieces) {
        while let Some(Reverse((last, lane))) = taken.peek().copied()
            && last < piece.first
        {
            taken.pop();
            free.push(Reverse(lane));
        }
        let lane = free.pop().map_or(lanes.len(), |Reverse(lane)| lane);
        if lane == lanes.len() {
            lanes.push(Vec::new());
        }
        lanes[lane].push(place);
        taken.push(Reverse((piece.last, lane)));
    }
    lanes
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;

    pub fn group(heading: &str, name: &str, places: u16, days: &[(i32, i32)]) -> Group {
        let piece =
            |(place, (first, last)): (usize, &(i32, i32))| Piece::new(What::Mission(place as u32), *first, *last, true);
        Group {
            heading: heading.into(),
            name: name.into(),
            places,
            pieces: days.iter().enumerate().map(piece).collect(),
        }
    }

    /// Rows with missions that begin within 2,000 days and last up to 400.
    pub fn many() -> impl Strategy<Value = Vec<Vec<(i32, i32)>>> {
        let mission = (0i32..2000, 0i32..400).prop_map(|(first, length)| (first, first + length));
        prop::collection::vec(prop::collection::vec(mission, 1..40), 1..8)
    }

    #[test]
    fn rows_lie_below_one_another_under_their_heading() {
        let chart = Chart::new(vec![
            group("Kitui Hospital", "Nurse", 1, &[(10, 20), (15, 30), (31, 40)]),
            group("Kitui Hospital", "Tutor", 1, &[(10, 20)]),
            group("Homa Bay Schools", "Teacher", 1, &[(10, 20)]),
        ]);
        let rows: Vec<(&str, u32, usize)> =
            chart.rows().iter().map(|row| (&*row.name, row.top, row.lanes.len())).collect();
        assert_eq!(
            rows,
            [
                ("Kitui Hospital", 0, 0),
                ("Nurse", 28, 2),
                ("Tutor", 100, 1),
                ("Homa Bay Schools", 136, 0),
                ("Teacher", 164, 1)
            ]
        );
        assert_eq!((chart.height(), chart.days()), (200, Some((10, 40))));
        assert_eq!(chart.rows_between(30.0, 101.0), 1..3);
        assert_eq!(chart.find(What::Mission(1)).map(|(piece, top)| (piece.first, top)), Some((15, 28 + 36)));
    }

    #[test]
    fn who_begins_while_all_places_are_taken_takes_over_from_the_one_who_ends_first() {
        let overlaps = |places, days: &[(i32, i32)]| -> Vec<u32> {
            let chart = Chart::new(vec![group("", "Nurse", places, days)]);
            (0..days.len() as u32)
                .filter_map(|mission| chart.find(What::Mission(mission)))
                .map(|(p, _)| p.overlap)
                .collect()
        };
        assert_eq!(overlaps(1, &[(0, 20), (15, 40), (50, 60)]), [0, 6, 0]);
        assert_eq!(overlaps(2, &[(0, 20), (15, 40), (18, 60)]), [0, 0, 3]);
        assert_eq!(overlaps(0, &[(0, 20), (15, 40)]), [0, 0], "a volunteer hands nothing over to themselves");
    }

    proptest! {
        #[test]
        fn no_lane_holds_two_on_one_day_and_no_mission_is_lost(rows in many()) {
            let groups = rows.iter().map(|days| group("", "x", 1, days)).collect();
            let chart = Chart::new(groups);
            for (row, days) in chart.rows().iter().zip(&rows) {
                let mut found = Vec::new();
                for lane in row.lanes.clone() {
                    let pieces: Vec<Piece> = chart.pieces_in(lane as usize).map(|place| chart.piece(place)).collect();
                    prop_assert!(pieces.windows(2).all(|pair| pair[0].last < pair[1].first));
                    found.extend(pieces.iter().map(|piece| (piece.first, piece.last)));
                }
                found.sort_unstable();
                let mut expected = days.clone();
                expected.sort_unstable();
                prop_assert_eq!(found, expected);
                let most = (0..2400)
                    .map(|day| days.iter().filter(|(first, last)| (*first..=*last).contains(&day)).count())
                    .max();
                prop_assert_eq!(Some(row.lanes.len()), most, "as few lanes as people serve at once");
            }
        }

        #[test]
        fn what_shares_a_day_with_the_view_is_found(rows in many(), first in -100i32..2500, length in 0i32..500) {
            let chart = Chart::new(vec![group("", "x", 1, &rows[0])]);
            let last = first + length;
            let mut found: Vec<(i32, i32)> = (0..chart.rows()[0].lanes.len())
                .flat_map(|lane| chart.pieces_of(lane, first, last))
                .map(|place| chart.piece(place))
                .map(|piece| (piece.first, piece.last))
                .collect();
            found.sort_unstable();
            let mut expected: Vec<(i32, i32)> =
                rows[0].iter().copied().filter(|(from, to)| *from <= last && first <= *to).collect();
            expected.sort_unstable();
            prop_assert_eq!(found, expected);
        }
    }
}
