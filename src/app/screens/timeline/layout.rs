//! What of a chart is seen, and where: `(chart, view) -> Scene`. Plain logic: the painter paints the scene as it is, and
//! the pointer is looked up in it. Looks only at rows and days in view, however many there are besides.

use super::chart::{ABOVE, BAR, Chart, What};
use super::scale::View;
use std::ops::Range;

/// Bars narrower than this are merged, in points.
pub const LEAST: f32 = 4.0;
/// Merged bars nearer to one another than this are merged too.
const NEAR: f32 = 2.0;
/// Marks of milestones nearer to one another than this are merged.
const MARK: f32 = 10.0;
/// How far from an end of a bar the end itself is taken hold of.
const GRIP: f32 = 6.0;
/// Bars narrower than this are only taken hold of as a whole.
const LEAST_WITH_GRIPS: f32 = 24.0;
/// Milestones lie at most so many days before or after their mission, or are not marked while it is out of view.
const MILESTONES_REACH: i32 = 200;
/// Bars are cut so far outside the view: what stands on them begins inside.
const OUTSIDE: f32 = 1.0;

/// A dated task of a mission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MilestoneMark {
    /// Number of the day by which it is to be done.
    pub due: i32,
    /// Whether it is done.
    pub done: bool,
    /// What is to be done.
    pub name: Box<str>,
}

/// What a mission has besides its days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Details {
    /// Its milestones, by day.
    pub milestones: Vec<MilestoneMark>,
    /// Days of absence, first and last.
    pub absences: Vec<(i32, i32)>,
}

/// A row in view.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// Its place among the rows of the chart.
    pub row: usize,
    /// From the top of the view, in points.
    pub top: f32,
    /// Its lower edge.
    pub bottom: f32,
}

/// A bar in view: a piece, or several that would be too narrow each.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// The pieces of the chart.
    pub pieces: Range<usize>,
    /// Left edge in points; cut a little outside the view.
    pub left: f32,
    /// Right edge.
    pub right: f32,
    /// Upper edge.
    pub top: f32,
    /// The first day is at its left end.
    pub begins: bool,
    /// The last day is at its right end.
    pub ends: bool,
}

impl Bar {
    /// Lower edge.
    pub fn bottom(&self) -> f32 {
        self.top + BAR as f32
    }

    /// How many pieces it is.
    pub fn count(&self) -> usize {
        self.pieces.len()
    }

    fn holds(&self, x: f32, y: f32) -> bool {
        (self.left..self.right).contains(&x) && (self.top..self.bottom()).contains(&y)
    }
}

/// A mark under bars: a milestone, or several that would cover one another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// Where, in points.
    pub x: f32,
    /// Its middle from the top.
    pub y: f32,
    /// The mission of the first of them, by its place in the list.
    pub mission: u32,
    /// The place of the first among the milestones of its mission.
    pub first: usize,
    /// How many they are.
    pub count: usize,
    /// How many of them are done.
    pub done: usize,
    /// How many of them should have been done by now.
    pub late: usize,
}

/// Days between two bars on which a place stands empty.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gap {
    /// Left edge in points.
    pub left: f32,
    /// Right edge.
    pub right: f32,
    /// Upper edge of the bars.
    pub top: f32,
    /// How many days.
    pub days: u32,
}

/// Days of absence within a bar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stripe {
    /// Left edge in points.
    pub left: f32,
    /// Right edge.
    pub right: f32,
    /// Upper edge of the bar.
    pub top: f32,
}

/// What is taken hold of in a bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grip {
    /// Its first day.
    First,
    /// The whole bar.
    Whole,
    /// Its last day.
    Last,
}

/// All that is seen of a chart. Places are in points from the upper left corner of the view.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scene {
    /// Rows, from top to bottom.
    pub bands: Vec<Band>,
    /// Bars, by lane from top to bottom, in a lane from left to right.
    pub bars: Vec<Bar>,
    /// Places that stand empty between two who serve in them.
    pub gaps: Vec<Gap>,
    /// Days of absence.
    pub stripes: Vec<Stripe>,
    /// Milestones.
    pub marks: Vec<Mark>,
}

impl Scene {
    /// The bar at a place, and what of it would be taken hold of.
    pub fn hit(&self, x: f32, y: f32) -> Option<(usize, Grip)> {
        let place = self.bars.iter().position(|bar| bar.holds(x, y))?;
        let bar = &self.bars[place];
        let grips = bar.count() == 1 && bar.right - bar.left >= LEAST_WITH_GRIPS;
        let grip = if grips && bar.begins && x < bar.left + GRIP {
            Grip::First
        } else if grips && bar.ends && x >= bar.right - GRIP {
            Grip::Last
        } else {
            Grip::Whole
        };
        Some((place, grip))
    }

    /// The mark at a place.
    pub fn mark_at(&self, x: f32, y: f32) -> Option<&Mark> {
        self.marks.iter().find(|mark| (mark.x - x).abs() <= MARK / 2.0 && (mark.y - y).abs() <= MARK / 2.0)
    }
}

/// Lays out what is in view. `details` gives what is known of a mission, by its place in the list; `today` is the number
/// of the day from which milestones that are not done are late.
pub fn layout<'a>(chart: &Chart, view: &View, today: i32, details: impl Fn(u32) -> Option<&'a Details>) -> Scene {
    let mut scene = Scene::default();
    let bottom = view.top + f64::from(view.height);
    for row in chart.rows_between(view.top, bottom) {
        let found = &chart.rows()[row];
        let top = (f64::from(found.top) - view.top) as f32;
        scene.bands.push(Band { row, top, bottom: top + found.height as f32 });
        for lane in chart.lanes_between(row, view.top, bottom) {
            let lane_top = (f64::from(chart.lane_top(row, lane)) - view.top) as f32;
            let lane = lane as usize;
            bars(&mut scene, chart, view, lane, lane_top + ABOVE as f32);
            if found.hands_over {
                gaps(&mut scene, chart, view, lane, lane_top + ABOVE as f32);
            }
            marks(&mut scene, chart, view, lane, lane_top, today, &details);
        }
    }
    scene
}

/// The bars of a lane. Narrow ones that follow closely become one: there are never more bars than points, whatever the
/// lane holds.
fn bars(scene: &mut Scene, chart: &Chart, view: &View, lane: usize, top: f32) {
    let (first, last) = view.days();
    let range = chart.pieces_of(lane, first, last);
    let (cut_left, cut_right) = (-OUTSIDE, view.width + OUTSIDE);
    let mut place = range.start;
    while place < range.end {
        let piece = chart.piece(place);
        let (left, mut right) = (view.x(piece.first), view.x(piece.last + 1));
        let mut end = place + 1;
        if right - left < LEAST {
            right = left + LEAST;
            while end < range.end {
                let next = chart.piece(end);
                let (next_left, next_right) = (view.x(next.first), view.x(next.last + 1));
                if next_right - next_left >= LEAST || next_left >= right + NEAR {
                    break;
                }
                right = next_right.max(right);
                end += 1;
            }
            if end < range.end {
                right = right.min(view.x(chart.piece(end).first));
            }
        }
        scene.bars.push(Bar {
            pieces: place..end,
            left: left.max(cut_left),
            right: right.min(cut_right),
            top,
            begins: left > cut_left,
            ends: right < cut_right,
        });
        place = end;
    }
}

/// The gaps of a lane that are wide enough to be seen.
fn gaps(scene: &mut Scene, chart: &Chart, view: &View, lane: usize, top: f32) {
    let (first, last) = view.days();
    let (range, all) = (chart.pieces_of(lane, first, last), chart.pieces_in(lane));
    // One piece more on each side: a gap may be in view where neither of them is.
    for place in range.start.max(all.start + 1)..(range.end + 1).min(all.end) {
        let (before, next) = (chart.piece(place - 1), chart.piece(place));
        if !(before.serves && next.serves) {
            continue;
        }
        let (left, right) = (view.x(before.last + 1), view.x(next.first));
        if right - left >= LEAST && left < view.width && right > 0.0 {
            let days = (next.first - before.last - 1).unsigned_abs();
            scene.gaps.push(Gap { left: left.max(-OUTSIDE), right: right.min(view.width + OUTSIDE), top, days });
        }
    }
}

/// Milestones and absences of the missions of a lane.
fn marks<'a>(
    scene: &mut Scene,
    chart: &Chart,
    view: &View,
    lane: usize,
    top: f32,
    today: i32,
    details: &impl Fn(u32) -> Option<&'a Details>,
) {
    let (first, last) = view.days();
    let y = top + (ABOVE + BAR) as f32 + 2.0;
    let begin = scene.marks.len();
    for place in chart.pieces_of(lane, first - MILESTONES_REACH, last + MILESTONES_REACH) {
        let piece = chart.piece(place);
        let What::Mission(mission) = piece.what else { continue };
        let Some(known) = details(mission) else { continue };
        for (from, to) in &known.absences {
            let (from, to) = ((*from).max(piece.first), (*to).min(piece.last));
            if from <= to && from <= last && to >= first {
                let (left, right) = (view.x(from).max(-OUTSIDE), view.x(to + 1).min(view.width + OUTSIDE));
                scene.stripes.push(Stripe { left, right, top: top + ABOVE as f32 });
            }
        }
        for (at, milestone) in known.milestones.iter().enumerate() {
            if (first..=last).contains(&milestone.due) {
                let x = view.x(milestone.due) + (view.scale().day / 2.0) as f32;
                let (done, late) = (milestone.done, !milestone.done && milestone.due < today);
                let (done, late) = (usize::from(done), usize::from(late));
                scene.marks.push(Mark { x, y, mission, first: at, count: 1, done, late });
            }
        }
    }
    merge(&mut scene.marks, begin);
}

/// Makes one mark of those from `begin` on that would cover one another; all of them are of one lane.
fn merge(marks: &mut Vec<Mark>, begin: usize) {
    marks[begin..].sort_by(|a, b| a.x.total_cmp(&b.x));
    let mut kept = begin;
    for place in begin..marks.len() {
        let mark = marks[place];
        if kept > begin && mark.x - marks[kept - 1].x < MARK {
            let merged = &mut marks[kept - 1];
            merged.count += mark.count;
            merged.done += mark.done;
            merged.late += mark.late;
        } else {
            marks[kept] = mark;
            kept += 1;
        }
    }
    marks.truncate(kept);
}

#[cfg(test)]
mod tests {
    use super::super::chart::LANE;
    use super::super::chart::tests::{group, many};
    use super::*;
    use crate::app::screens::timeline::scale::LADDER;
    use proptest::prelude::*;

    const FIRST: i32 = 740_000;

    fn view(step: usize, left: f64) -> View {
        View { step, left, top: 0.0, width: 900.0, height: 600.0 }
    }

    fn shifted(days: &[(i32, i32)]) -> Vec<(i32, i32)> {
        days.iter().map(|(first, last)| (first + FIRST, last + FIRST)).collect()
    }

    fn nothing(_: u32) -> Option<&'static Details> {
        None
    }

    #[test]
    fn narrow_bars_become_one_and_wide_ones_stay() {
        // Ten missions of five days, a day apart, then one of a hundred: at a quarter of a point a day.
        let mut days: Vec<(i32, i32)> = (0..10).map(|place| (place * 6, place * 6 + 4)).collect();
        days.push((62, 161));
        let chart = Chart::new(vec![group("", "x", 0, &shifted(&days))]);
        let scene = layout(&chart, &view(9, f64::from(FIRST)), 0, nothing);
        let shown: Vec<(usize, f32, f32)> = scene.bars.iter().map(|bar| (bar.count(), bar.left, bar.right)).collect();
        assert_eq!(shown, [(10, 0.0, 14.75), (1, 15.5, 40.5)]);
        let near = layout(&chart, &view(0, f64::from(FIRST)), 0, nothing);
        assert_eq!(near.bars.iter().map(Bar::count).collect::<Vec<_>>(), [1; 4], "22 days in view");
    }

    #[test]
    fn a_bar_says_where_it_is_cut_and_a_gap_how_long_it_is() {
        let days = shifted(&[(-400, 10), (44, 60), (600, 700)]);
        let chart = Chart::new(vec![group("", "x", 1, &days)]);
        let scene = layout(&chart, &view(5, f64::from(FIRST)), 0, nothing);
        let shown: Vec<(bool, bool)> = scene.bars.iter().map(|bar| (bar.begins, bar.ends)).collect();
        assert_eq!(shown, [(false, true), (true, true)]);
        assert_eq!(scene.gaps.iter().map(|gap| gap.days).collect::<Vec<_>>(), [33, 539]);
        assert_eq!((scene.bars[0].left, scene.bars[0].right), (-1.0, 24.2));
        assert_eq!(scene.bars[1].top, ABOVE as f32);
    }

    #[test]
    fn milestones_that_would_cover_one_another_are_one_mark() {
        let chart = Chart::new(vec![group("", "x", 1, &shifted(&[(50, 200)]))]);
        let milestone = |due: i32, done| MilestoneMark { due: FIRST + due, done, name: "Visa".into() };
        let known = Details {
            milestones: vec![milestone(-20, true), milestone(-19, false), milestone(60, false), milestone(150, false)],
            absences: vec![(FIRST + 190, FIRST + 210), (FIRST + 900, FIRST + 901)],
        };
        let scene = layout(&chart, &view(5, f64::from(FIRST - 100)), FIRST + 100, |_| Some(&known));
        let shown: Vec<(usize, usize, usize, usize)> =
            scene.marks.iter().map(|mark| (mark.first, mark.count, mark.done, mark.late)).collect();
        assert_eq!(shown, [(0, 2, 1, 1), (2, 1, 0, 1), (3, 1, 0, 0)]);
        let mark = scene.marks[1];
        assert_eq!(scene.mark_at(mark.x + 3.0, mark.y), Some(&mark));
        assert_eq!(scene.mark_at(mark.x + 30.0, mark.y), None);
        let end = view(5, f64::from(FIRST - 100)).x(FIRST + 201);
        assert_eq!(scene.stripes.iter().map(|stripe| stripe.right).collect::<Vec<_>>(), [end], "not after the mission");
    }

    #[test]
    fn a_bar_is_taken_hold_of_by_its_ends_where_it_is_wide_enough() {
        let chart = Chart::new(vec![group("", "x", 1, &shifted(&[(0, 99), (101, 103)]))]);
        let scene = layout(&chart, &view(5, f64::from(FIRST)), 0, nothing);
        let y = ABOVE as f32 + 3.0;
        assert_eq!(scene.hit(2.0, y), Some((0, Grip::First)));
        assert_eq!(scene.hit(100.0, y), Some((0, Grip::Whole)));
        assert_eq!(scene.hit(219.0, y), Some((0, Grip::Last)));
        assert_eq!(scene.hit(223.0, y), Some((1, Grip::Whole)), "too narrow for ends");
        assert_eq!(scene.hit(100.0, 1.0), None);
    }

    proptest! {
        #[test]
        fn every_mission_in_view_is_in_one_bar_bars_do_not_overlap_and_each_is_hit_where_it_is(
            rows in many(), step in 0usize..LADDER.len(), left in -300.0f64..2500.0, top in 0.0f64..3000.0
        ) {
            let rows: Vec<Vec<(i32, i32)>> = rows.iter().map(|days| shifted(days)).collect();
            let chart = Chart::new(rows.iter().map(|days| group("", "x", 0, days)).collect());
            let view = View { top: top.min(f64::from(chart.height()) / 2.0), ..view(step, f64::from(FIRST) + left) };
            let scene = layout(&chart, &view, 0, nothing);
            let (first, last) = view.days();
            for band in &scene.bands {
                let row = &chart.rows()[band.row];
                for lane in row.lanes.clone() {
                    let lane_top = band.top + (lane - row.lanes.start) as f32 * LANE as f32;
                    let here: Vec<&Bar> =
                        scene.bars.iter().filter(|bar| (bar.top - lane_top - ABOVE as f32).abs() < 0.5).collect();
                    if lane_top + LANE as f32 <= 0.0 || lane_top >= view.height {
                        prop_assert!(here.is_empty(), "a lane out of view is not laid out");
                        continue;
                    }
                    let shown: Vec<usize> = here.iter().flat_map(|bar| bar.pieces.clone()).collect();
                    let expected: Vec<usize> = chart.pieces_of(lane as usize, first, last).collect();
                    prop_assert_eq!(shown, expected);
                    prop_assert!(here.windows(2).all(|pair| pair[0].right <= pair[1].left + 0.01));
                    prop_assert!(here.len() <= 900 / 2);
                }
            }
            for (place, bar) in scene.bars.iter().enumerate().filter(|(_, bar)| bar.right - bar.left > 0.1) {
                let (x, y) = ((bar.left + bar.right) / 2.0, bar.top + 1.0);
                prop_assert_eq!(scene.hit(x, y).map(|(hit, _)| hit), Some(place));
            }
        }

        #[test]
        fn marks_keep_their_distance_and_none_is_lost(dues in prop::collection::vec(0i32..400, 0..60), step in 3usize..LADDER.len()) {
            let chart = Chart::new(vec![group("", "x", 0, &shifted(&[(100, 300)]))]);
            let mut dues = dues;
            dues.sort_unstable();
            let milestones = dues
                .iter()
                .map(|due| MilestoneMark { due: FIRST + due, done: false, name: "".into() })
                .collect();
            let known = Details { milestones, absences: Vec::new() };
            let view = view(step, f64::from(FIRST));
            let scene = layout(&chart, &view, 0, |_| Some(&known));
            let (first, last) = view.days();
            let expected = dues.iter().filter(|due| (first..=last).contains(&(FIRST + **due))).count();
            prop_assert_eq!(scene.marks.iter().map(|mark| mark.count).sum::<usize>(), expected);
            prop_assert!(scene.marks.windows(2).all(|pair| pair[1].x - pair[0].x >= MARK));
        }
    }
}
