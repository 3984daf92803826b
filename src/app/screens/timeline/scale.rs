//! Which days are in view and how wide a day is: a fixed ladder of scales, each with two rows of units at the top.
//! Plain numbers: a day is its number since the year 1 ([`Datelike::num_days_from_ce`]), a place is in points.

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};

/// A span of the calendar that the header names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A day.
    Day,
    /// A week, beginning as the country's do.
    Week,
    /// A month.
    Month,
    /// A quarter of a year.
    Quarter,
    /// A year.
    Year,
}

impl Unit {
    /// The first day of the unit that `day` is in.
    pub fn begin(self, day: NaiveDate, week_start: Weekday) -> NaiveDate {
        match self {
            Self::Day => day,
            Self::Week => {
                let days = day.weekday().days_since(week_start);
                day.checked_sub_days(Days::new(days.into())).unwrap_or(day)
            }
            Self::Month => day.with_day(1).unwrap_or(day),
            Self::Quarter => NaiveDate::from_ymd_opt(day.year(), day.month0() / 3 * 3 + 1, 1).unwrap_or(day),
            Self::Year => NaiveDate::from_ymd_opt(day.year(), 1, 1).unwrap_or(day),
        }
    }

    /// The first day of the unit after the one that begins on `begin`; nothing at the end of the calendar.
    fn after(self, begin: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Day => begin.checked_add_days(Days::new(1)),
            Self::Week => begin.checked_add_days(Days::new(7)),
            Self::Month => begin.checked_add_months(Months::new(1)),
            Self::Quarter => begin.checked_add_months(Months::new(3)),
            Self::Year => begin.checked_add_months(Months::new(12)),
        }
    }
}

/// A step of the ladder.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// Width of a day in points.
    pub day: f64,
    /// The unit of the upper row of the header.
    pub upper: Unit,
    /// The unit of the lower row, a column of the chart.
    pub lower: Unit,
}

const fn scale(day: f64, upper: Unit, lower: Unit) -> Scale {
    Scale { day, upper, lower }
}

/// The scales, from a column a day to a column a quarter.
pub static LADDER: [Scale; 10] = [
    scale(40.0, Unit::Month, Unit::Day),
    scale(24.0, Unit::Month, Unit::Day),
    scale(14.0, Unit::Month, Unit::Week),
    scale(8.0, Unit::Month, Unit::Week),
    scale(4.5, Unit::Month, Unit::Week),
    scale(2.2, Unit::Year, Unit::Month),
    scale(1.3, Unit::Year, Unit::Month),
    scale(0.8, Unit::Year, Unit::Quarter),
    scale(0.45, Unit::Year, Unit::Quarter),
    scale(0.25, Unit::Year, Unit::Quarter),
];

/// The step of the ladder at first: a column a month, a year and a half at once.
const USUAL_STEP: usize = 5;

/// The number of a day.
pub fn number(day: NaiveDate) -> i32 {
    day.num_days_from_ce()
}

/// The day of a number; the end of the calendar beyond it.
pub fn day(number: i32) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(number).unwrap_or(if number < 0 { NaiveDate::MIN } else { NaiveDate::MAX })
}

/// What is in view.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// The step of the ladder.
    pub step: usize,
    /// The day at the left edge, as a number; parts of a day count.
    pub left: f64,
    /// How far the rows are scrolled down, in points.
    pub top: f64,
    /// Width of the chart in points.
    pub width: f32,
    /// Height of the chart in points.
    pub height: f32,
}

impl View {
    /// The usual scale, with a day at a quarter of the width.
    pub fn of(today: NaiveDate) -> Self {
        let mut view = Self { step: USUAL_STEP, left: 0.0, top: 0.0, width: 900.0, height: 400.0 };
        view.go_to(number(today));
        view
    }

    /// The scale in use.
    pub fn scale(&self) -> Scale {
        LADDER[self.step.min(LADDER.len() - 1)]
    }

    /// Where a day begins, in points from the left edge.
    pub fn x(&self, day: i32) -> f32 {
        ((f64::from(day) - self.left) * self.scale().day) as f32
    }

    /// The day at a place, in points from the left edge.
    pub fn day_at(&self, x: f32) -> i32 {
        (self.left + f64::from(x) / self.scale().day).floor() as i32
    }

    /// The first and the last day that are seen, parts of them too.
    pub fn days(&self) -> (i32, i32) {
        (self.day_at(0.0), self.day_at(self.width))
    }

    /// Scrolls by points, to the right and downwards.
    pub fn pan(&mut self, right: f32, down: f32) {
        self.left += f64::from(right) / self.scale().day;
        self.top += f64::from(down);
    }

    /// Takes steps on the ladder, days getting wider for more than 0; the day at `x` stays where it is.
    pub fn zoom(&mut self, steps: i32, x: f32) {
        let anchor = self.left + f64::from(x) / self.scale().day;
        let last = LADDER.len() as i32 - 1;
        self.step = (self.step as i32 - steps).clamp(0, last) as usize;
        self.left = anchor - f64::from(x) / self.scale().day;
    }

    /// Scrolls a day to a quarter of the width.
    pub fn go_to(&mut self, day: i32) {
        self.left = f64::from(day) - f64::from(self.width) / 4.0 / self.scale().day;
    }

    /// Scrolls as little as is needed to see days and lines; where the days do not fit, to see the first.
    pub fn reveal(&mut self, days: (i32, i32), lines: (f64, f64)) {
        let (from, to) = (f64::from(days.0), f64::from(days.1) + 1.0);
        let seen = f64::from(self.width) / self.scale().day;
        if self.left + seen < to {
            self.left = to - seen;
        }
        if self.left > from {
            self.left = from;
        }
        self.top = self.top.max(lines.1 - f64::from(self.height)).min(lines.0);
    }

    /// The widest scale at which days from one to another are all seen, in the middle.
    pub fn fit(&mut self, first: i32, last: i32) {
        const MARGIN: f64 = 16.0;
        let days = f64::from(last - first + 1);
        let room = (f64::from(self.width) - 2.0 * MARGIN).max(1.0);
        self.step = LADDER.iter().position(|scale| scale.day * days <= room).unwrap_or(LADDER.len() - 1);
        let seen = f64::from(self.width) / self.scale().day;
        self.left = f64::from(first) - (seen - days) / 2.0;
    }

    /// Keeps the view where there is something: no line above the first or far below the last, and never all of the
    /// days from `first` to `last` out of sight.
    pub fn keep_within(&mut self, first: i32, last: i32, content_height: f64) {
        let seen = f64::from(self.width) / self.scale().day;
        let some = (seen / 8.0).min(f64::from(last - first + 1));
        self.left = self.left.clamp(f64::from(first) + some - seen, f64::from(last) + 1.0 - some);
        self.top = self.top.min(content_height - f64::from(self.height)).max(0.0);
    }

    /// The units in view, each with its first day and its left and right edge.
    pub fn columns(&self, unit: Unit, week_start: Weekday) -> Vec<Column> {
        let (from, to) = self.days();
        let mut begin = unit.begin(day(from), week_start);
        let mut columns = Vec::new();
        while number(begin) <= to {
            let Some(next) = unit.after(begin) else { break };
            columns.push(Column { first: begin, left: self.x(number(begin)), right: self.x(number(next)) });
            begin = next;
        }
        columns
    }
}

/// A unit of the header in view.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// Its first day.
    pub first: NaiveDate,
    /// Where it begins, in points; may lie outside the view.
    pub left: f32,
    /// Where the next begins.
    pub right: f32,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_ladder_goes_from_days_to_quarters_and_its_columns_have_room_for_a_word() {
        assert!(LADDER.windows(2).all(|pair| pair[0].day > pair[1].day));
        for scale in &LADDER {
            let days = match scale.lower {
                Unit::Day => 1.0,
                Unit::Week => 7.0,
                Unit::Month => 28.0,
                Unit::Quarter | Unit::Year => 90.0,
            };
            assert!(scale.day * days >= 22.0, "{scale:?}");
        }
    }

    #[test]
    fn a_period_fits_in_the_widest_scale_that_shows_all_of_it() {
        let mut view = View { width: 974.0, ..View::of(date("2026-11-23")) };
        let (first, last) = (number(date("2027-01-01")), number(date("2027-12-31")));
        view.fit(first, last);
        assert_eq!(view.scale().day, 2.2);
        let (left, right) = (view.x(first), view.x(last + 1));
        assert!(left > 0.0 && right < 974.0 && (left - (974.0 - right)).abs() < 0.1, "{left} {right}");
        view.fit(first, first + 100_000);
        assert_eq!(view.step, LADDER.len() - 1);
    }

    #[test]
    fn units_begin_where_the_calendar_says() {
        let begin = |unit: Unit| unit.begin(date("2027-05-20"), Weekday::Sun).to_string();
        assert_eq!(begin(Unit::Week), "2027-05-16");
        assert_eq!(begin(Unit::Month), "2027-05-01");
        assert_eq!(begin(Unit::Quarter), "2027-04-01");
        assert_eq!(begin(Unit::Year), "2027-01-01");
    }

    proptest! {
        #[test]
        fn zooming_keeps_the_day_under_the_pointer(
            left in 730_000f64..745_000.0, step in 0usize..10, steps in -12i32..12, x in 0f32..1000.0
        ) {
            let mut view = View { step, left, top: 0.0, width: 1000.0, height: 400.0 };
            let before = view.left + f64::from(x) / view.scale().day;
            view.zoom(steps, x);
            let after = view.left + f64::from(x) / view.scale().day;
            prop_assert!((before - after).abs() < 1e-6);
            prop_assert!(view.step < LADDER.len());
        }

        #[test]
        fn columns_follow_one_another_and_fill_the_view(
            left in 730_000f64..745_000.0, step in 0usize..10, start in 0u8..7
        ) {
            let view = View { step, left, top: 0.0, width: 1000.0, height: 400.0 };
            let start = Weekday::try_from(start).unwrap();
            for unit in [view.scale().upper, view.scale().lower] {
                let columns = view.columns(unit, start);
                prop_assert!(columns.windows(2).all(|pair| (pair[0].right - pair[1].left).abs() < 0.01));
                prop_assert!(columns[0].left <= 0.01 && columns.last().unwrap().right >= 1000.0 - 0.01);
                prop_assert!(columns.len() <= 50);
            }
        }

        #[test]
        fn what_is_revealed_is_seen(
            left in 730_000f64..745_000.0, step in 0usize..10, first in 730_000i32..745_000, days in 0i32..20, top in 0f64..5000.0
        ) {
            let mut view = View { step, left, top: 0.0, width: 1000.0, height: 400.0 };
            view.reveal((first, first + days), (top, top + 36.0));
            prop_assert!(view.x(first) >= -0.01 && view.x(first + days + 1) <= 1000.01);
            prop_assert!(view.top <= top && view.top + 400.0 >= top + 36.0);
        }
    }
}
