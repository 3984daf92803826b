//! Where the bars of missions lie in a month: weeks as rows, lanes within a week. Plain logic: no painting.

use crate::app::widgets::month::MonthGrid;
use crate::domain::span::Span;
use chrono::NaiveDate;

/// The part of a mission that lies in one week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// Place of the mission in the list that was laid out.
    pub mission: usize,
    /// From 0, the uppermost.
    pub lane: usize,
    /// First day of the week that it covers, 0 to 6.
    pub from: usize,
    /// Last day of the week that it covers, 0 to 6.
    pub to: usize,
    /// The mission begins at its left end.
    pub begins: bool,
    /// The mission ends at its right end.
    pub ends: bool,
}

/// A day, and what happens on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: NaiveDate,
    /// Missions with this day.
    pub missions: usize,
    /// Missions whose first day it is.
    pub arrivals: usize,
    /// Missions whose last day it is.
    pub departures: usize,
}

/// A row of the month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// Its days.
    pub days: [Day; 7],
    /// Its bars by lane, in a lane from left to right.
    pub bars: Vec<Bar>,
    /// How many lanes its bars take.
    pub lanes: usize,
}

impl Week {
    /// How many missions of a day lie in lanes from `lane` downwards.
    pub fn below(&self, lane: usize, day: usize) -> usize {
        self.bars.iter().filter(|bar| bar.lane >= lane && (bar.from..=bar.to).contains(&day)).count()
    }
}

/// Lays out missions on a month: no two bars of a lane share a day, and the uppermost lanes of each week are filled,
/// for only they are seen where many are in service. Missions that begin or end in the week lie uppermost: they are what
/// a coordinator looks for; then those that begin or end in another week shown, then those that go on; of each, the one
/// whose day comes first.
pub fn layout(missions: &[Span], grid: &MonthGrid) -> Vec<Week> {
    let shown = Span { first: grid.from(), last: grid.to() };
    let change =
        |span: Span, within: Span| [span.first, span.last].into_iter().filter(|day| within.contains(*day)).min();
    let mut order: Vec<usize> = (0..missions.len()).filter(|place| missions[*place].overlaps(shown)).collect();
    order.sort_by_key(|place| {
        let span = missions[*place];
        let change = change(span, shown);
        (change.is_none(), change.unwrap_or(span.last), span.first)
    });
    grid.weeks
        .iter()
        .map(|days| {
            let week = Span { first: days[0], last: days[6] };
            let here = order.iter().copied().filter(|place| missions[*place].overlaps(week));
            let (changing, going_on): (Vec<usize>, Vec<usize>) =
                here.partition(|place| change(missions[*place], week).is_some());
            week_of(days, missions, changing.into_iter().chain(going_on))
        })
        .collect()
}

/// Lays out the missions of one week, each in the uppermost lane that is free.
fn week_of(days: &[NaiveDate; 7], missions: &[Span], order: impl Iterator<Item = usize>) -> Week {
    let mut week = empty_week(days);
    // For each lane, one bit for each day that is taken.
    let mut lanes: Vec<u8> = Vec::new();
    for mission in order {
        let span = missions[mission];
        let Some((from, to)) = covered(&week, span) else { continue };
        let mask = (from..=to).fold(0u8, |mask, day| mask | 1 << day);
        let lane = lanes.iter().position(|taken| taken & mask == 0).unwrap_or(lanes.len());
        if lane == lanes.len() {
            lanes.push(0);
        }
        lanes[lane] |= mask;
        let (begins, ends) = (week.days[from].date == span.first, week.days[to].date == span.last);
        week.bars.push(Bar { mission, lane, from, to, begins, ends });
        for day in &mut week.days[from..=to] {
            day.missions += 1;
        }
        week.days[from].arrivals += usize::from(begins);
        week.days[to].departures += usize::from(ends);
    }
    week.lanes = lanes.len();
    week.bars.sort_by_key(|bar| (bar.lane, bar.from));
    week
}

fn empty_week(days: &[NaiveDate; 7]) -> Week {
    let days = days.map(|date| Day { date, missions: 0, arrivals: 0, departures: 0 });
    Week { days, bars: Vec::new(), lanes: 0 }
}

/// The first and the last day of a week that a mission covers.
fn covered(week: &Week, span: Span) -> Option<(usize, usize)> {
    let holds = |day: &Day| span.contains(day.date);
    Some((week.days.iter().position(holds)?, week.days.iter().rposition(holds)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::widgets::month::add_days;
    use chrono::Weekday;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn span(first: &str, last: &str) -> Span {
        Span { first: day(first), last: day(last) }
    }

    #[test]
    fn a_mission_crosses_weeks_and_says_where_it_begins_and_ends() {
        let grid = MonthGrid::of(day("2027-01-10"), Weekday::Mon);
        let weeks = layout(&[span("2027-01-08", "2027-01-19")], &grid);
        let bars: Vec<(usize, Bar)> =
            weeks.iter().enumerate().flat_map(|(at, week)| week.bars.iter().map(move |bar| (at, *bar))).collect();
        let bar = |from, to, begins, ends| Bar { mission: 0, lane: 0, from, to, begins, ends };
        assert_eq!(bars, [(1, bar(4, 6, true, false)), (2, bar(0, 6, false, false)), (3, bar(0, 1, false, true))]);
        assert_eq!((weeks[1].days[4].arrivals, weeks[3].days[1].departures, weeks[3].days[2].missions), (1, 1, 0));
    }

    #[test]
    fn what_changes_in_the_month_lies_above_what_goes_on() {
        let grid = MonthGrid::of(day("2027-01-10"), Weekday::Mon);
        let through = span("2026-01-01", "2027-12-31");
        let missions = [through, span("2026-03-01", "2027-01-10"), span("2027-01-11", "2027-06-30")];
        let weeks = layout(&missions, &grid);
        let lane =
            |week: usize, mission| weeks[week].bars.iter().find(|bar| bar.mission == mission).map(|bar| bar.lane);
        assert_eq!((lane(1, 1), lane(1, 0)), (Some(0), Some(1)));
        assert_eq!(
            (lane(2, 2), lane(2, 0)),
            (Some(0), Some(1)),
            "the one who comes takes the lane of the one who went"
        );
        assert_eq!((weeks[2].below(1, 3), weeks[2].below(2, 3)), (1, 0));
    }

    proptest! {
        #[test]
        fn no_day_is_taken_twice_and_no_mission_is_lost(
            missions in prop::collection::vec((-60i64..60, 0i64..120), 0..80), start in 0u8..7
        ) {
            let month = day("2027-03-01");
            let grid = MonthGrid::of(month, Weekday::try_from(start).unwrap());
            let spans: Vec<Span> = missions
                .iter()
                .map(|(from, length)| {
                    let first = add_days(month, *from);
                    Span { first, last: add_days(first, *length) }
                })
                .collect();
            for week in layout(&spans, &grid) {
                for (place, day) in week.days.iter().enumerate() {
                    let mut there: Vec<(usize, usize)> = week
                        .bars
                        .iter()
                        .filter(|bar| (bar.from..=bar.to).contains(&place))
                        .map(|bar| (bar.lane, bar.mission))
                        .collect();
                    let expected: Vec<usize> =
                        (0..spans.len()).filter(|mission| spans[*mission].contains(day.date)).collect();
                    prop_assert_eq!(week.below(0, place), expected.len());
                    prop_assert_eq!(day.missions, expected.len());
                    prop_assert!(there.iter().all(|(lane, _)| *lane < week.lanes));
                    there.dedup_by_key(|(lane, _)| *lane);
                    let mut missions: Vec<usize> = there.into_iter().map(|(_, mission)| mission).collect();
                    missions.sort_unstable();
                    prop_assert_eq!(missions, expected);
                }
            }
        }
    }
}
