//! The days of a month as a grid of weeks: for the pop-up of date fields and for the calendar's month. Plain dates.

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};

/// A month laid out in whole weeks; days of the months beside it fill the first and the last week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthGrid {
    /// The first day of the month.
    pub first: NaiveDate,
    /// Four to six weeks of seven days, each beginning with the chosen weekday.
    pub weeks: Vec<[NaiveDate; 7]>,
}

impl MonthGrid {
    /// The grid of the month that `day` is in, its weeks beginning with `week_start`.
    pub fn of(day: NaiveDate, week_start: Weekday) -> Self {
        let first = first_of_month(day);
        let next = add_months(first, 1);
        let lead = first.weekday().days_since(week_start);
        let mut weeks = Vec::with_capacity(6);
        let mut start = first.checked_sub_days(Days::new(lead.into())).unwrap_or(first);
        while start < next {
            weeks.push(std::array::from_fn(|day| add_days(start, day as i64)));
            let following = add_days(start, 7);
            if following == start {
                break;
            }
            start = following;
        }
        Self { first, weeks }
    }

    /// Whether `day` is of this month, and not of one beside it.
    pub fn holds(&self, day: NaiveDate) -> bool {
        day.year() == self.first.year() && day.month() == self.first.month()
    }

    /// The first day shown.
    pub fn from(&self) -> NaiveDate {
        self.weeks.first().map_or(self.first, |week| week[0])
    }

    /// The last day shown.
    pub fn to(&self) -> NaiveDate {
        self.weeks.last().map_or(self.first, |week| week[6])
    }
}

/// The seven weekdays, beginning with `start`.
pub fn weekdays(start: Weekday) -> [Weekday; 7] {
    let mut next = start;
    std::array::from_fn(|_| {
        let day = next;
        next = day.succ();
        day
    })
}

/// The first day of the month that `day` is in.
pub fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// `day` moved by months; the 31st becomes the last day where a month is shorter. At the ends of time it stays.
pub fn add_months(day: NaiveDate, months: i32) -> NaiveDate {
    let step = Months::new(months.unsigned_abs());
    if months < 0 { day.checked_sub_months(step) } else { day.checked_add_months(step) }.unwrap_or(day)
}

/// `day` moved by days. At the ends of time it stays.
pub fn add_days(day: NaiveDate, days: i64) -> NaiveDate {
    let step = Days::new(days.unsigned_abs());
    if days < 0 { day.checked_sub_days(step) } else { day.checked_add_days(step) }.unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn january_2027_begins_on_a_friday() {
        let grid = MonthGrid::of(day("2027-01-10"), Weekday::Mon);
        assert_eq!((grid.from(), grid.to(), grid.weeks.len()), (day("2026-12-28"), day("2027-01-31"), 5));
        let sunday = MonthGrid::of(day("2027-01-10"), Weekday::Sun);
        assert_eq!((sunday.from(), sunday.to(), sunday.weeks.len()), (day("2026-12-27"), day("2027-02-06"), 6));
        assert_eq!(MonthGrid::of(day("2027-02-03"), Weekday::Mon).weeks.len(), 4);
        assert_eq!(weekdays(Weekday::Sat)[1], Weekday::Sun);
    }

    proptest! {
        #[test]
        fn every_day_of_the_month_is_there_once(days in 0i64..60_000, start in 0u8..7) {
            let start = Weekday::try_from(start).unwrap();
            let any = add_days(day("1930-01-01"), days);
            let grid = MonthGrid::of(any, start);
            let shown: Vec<_> = grid.weeks.iter().flatten().copied().collect();
            prop_assert!(shown.windows(2).all(|pair| pair[0].succ_opt() == Some(pair[1])));
            prop_assert!(grid.weeks.iter().all(|week| week[0].weekday() == start && week.iter().any(|d| grid.holds(*d))));
            let length = (add_months(grid.first, 1) - grid.first).num_days() as usize;
            prop_assert_eq!(shown.iter().filter(|d| grid.holds(**d)).count(), length);
        }
    }
}
