//! Calendar days: spans whose last day belongs to them, weeks, ages.

use chrono::{Datelike as _, Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// A span of calendar days. The last day belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The first day.
    pub first: NaiveDate,
    /// The last day, part of the span.
    pub last: NaiveDate,
}

impl Span {
    /// The span of two days; nothing where the last lies before the first.
    pub fn new(first: NaiveDate, last: NaiveDate) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// The span of so many weeks from a first day: its last day is the day before the same weekday.
    /// Nothing for zero weeks or beyond the calendar.
    pub fn of_weeks(first: NaiveDate, weeks: u16) -> Option<Self> {
        let days = u64::from(weeks) * 7;
        Some(Self { first, last: first.checked_add_days(Days::new(days.checked_sub(1)?))? })
    }

    /// Days in the span, first and last included.
    pub fn days(self) -> i64 {
        (self.last - self.first).num_days() + 1
    }

    /// Weeks begun: 8 days are 2 weeks.
    pub fn weeks(self) -> i64 {
        (self.days() + 6) / 7
    }

    /// Whether the day lies in the span.
    pub fn contains(self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }

    /// Whether the two spans share a day.
    pub fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

/// Age in full years on a day. Someone born on 29 February is a year older on 1 March of a common year.
/// Negative before birth.
pub fn age_on(birth: NaiveDate, day: NaiveDate) -> i32 {
    let had_birthday = (day.month(), day.day()) >= (birth.month(), birth.day());
    day.year() - birth.year() - i32::from(!had_birthday)
}

/// The earliest span of the wanted length, starting on or after `from`, that meets none of the `taken` spans.
/// Nothing beyond the calendar.
pub fn next_free(taken: &[Span], from: NaiveDate, weeks: u16) -> Option<Span> {
    let mut taken: Vec<Span> = taken.to_vec();
    taken.sort();
    let mut wanted = Span::of_weeks(from, weeks)?;
    for busy in taken {
        if wanted.overlaps(busy) {
            wanted = Span::of_weeks(busy.last.succ_opt()?, weeks)?;
        }
    }
    Some(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn six_weeks_are_forty_two_days() {
        let span = Span::of_weeks(day("2027-05-03"), 6).map(|span| (span.last, span.days(), span.weeks()));
        assert_eq!(span, Some((day("2027-06-13"), 42, 6)));
        assert_eq!(Span::of_weeks(day("2027-05-03"), 0), None);
    }

    #[test]
    fn birthdays_count_from_their_day_and_leap_days_from_the_first_of_march() {
        assert_eq!(age_on(day("2009-05-03"), day("2027-05-02")), 17);
        assert_eq!(age_on(day("2009-05-03"), day("2027-05-03")), 18);
        assert_eq!(age_on(day("2008-02-29"), day("2026-02-28")), 17);
        assert_eq!(age_on(day("2008-02-29"), day("2026-03-01")), 18);
    }

    #[test]
    fn the_next_free_span_steps_over_every_one_taken() {
        let taken = [
            Span { first: day("2027-06-01"), last: day("2027-08-31") },
            Span { first: day("2027-01-01"), last: day("2027-03-31") },
        ];
        let free = |from: &str, weeks| next_free(&taken, day(from), weeks).map(|span| span.first);
        assert_eq!(free("2027-02-10", 8), Some(day("2027-04-01")));
        assert_eq!(free("2027-02-10", 12), Some(day("2027-09-01")));
        assert_eq!(free("2026-06-01", 6), Some(day("2026-06-01")));
    }
}
