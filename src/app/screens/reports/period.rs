//! Which days a report is about.

use crate::domain::span::Span;
use chrono::{Datelike as _, Days, Months, NaiveDate};

/// A period as people say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Period {
    /// The calendar year of today.
    ThisYear,
    /// The one before.
    LastYear,
    /// The twelve months that end today.
    Last12Months,
    /// The quarter of today.
    ThisQuarter,
    /// The one before.
    LastQuarter,
    /// Other days.
    Own(Span),
}

impl Period {
    /// The days it is, seen from today.
    pub(super) fn days(self, today: NaiveDate) -> Span {
        let year = today.with_day(1).and_then(|day| day.with_month(1)).unwrap_or(today);
        let months = today.month0() % 3;
        let quarter = today.with_day(1).and_then(|day| day.checked_sub_months(Months::new(months))).unwrap_or(today);
        let of = |first: NaiveDate, months| Span { first, last: first + Months::new(months) - Days::new(1) };
        match self {
            Self::ThisYear => of(year, 12),
            Self::LastYear => of(year - Months::new(12), 12),
            Self::Last12Months => Span { first: today + Days::new(1) - Months::new(12), last: today },
            Self::ThisQuarter => of(quarter, 3),
            Self::LastQuarter => of(quarter - Months::new(3), 3),
            Self::Own(days) => days,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_whole() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap_or_default();
        let today = day("2027-02-28");
        for (period, first, last) in [
            (Period::ThisYear, "2027-01-01", "2027-12-31"),
            (Period::LastYear, "2026-01-01", "2026-12-31"),
            (Period::Last12Months, "2026-03-01", "2027-02-28"),
            (Period::ThisQuarter, "2027-01-01", "2027-03-31"),
            (Period::LastQuarter, "2026-10-01", "2026-12-31"),
        ] {
            assert_eq!(period.days(today), Span { first: day(first), last: day(last) }, "{period:?}");
        }
    }
}
