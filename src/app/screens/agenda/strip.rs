//! How many people are in service in each week of a year, by country. Plain logic: no painting.

use crate::domain::Id;
use crate::domain::reference::Country;
use crate::domain::span::Span;
use chrono::{Datelike as _, Days, NaiveDate, Weekday};
use std::collections::HashSet;

/// A mission as the strip looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stay {
    /// The mission.
    pub mission: Id,
    /// Who.
    pub volunteer: Id,
    /// Where.
    pub country: Option<Country>,
    /// From when to when.
    pub days: Span,
}

/// A row of the strip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The country; nothing for missions of which it is not known.
    pub country: Option<Country>,
    /// The most people in one week.
    pub most: usize,
    /// For each week, the missions of people in service in it, one a person.
    pub weeks: Vec<Vec<Id>>,
}

/// The weeks of a year, each with its first and last day; the first has the 1st of January in it.
pub fn weeks(year: i32, week_start: Weekday) -> Vec<Span> {
    let (Some(first), Some(last)) = (NaiveDate::from_ymd_opt(year, 1, 1), NaiveDate::from_ymd_opt(year, 12, 31)) else {
        return Vec::new();
    };
    let since = first.weekday().days_since(week_start);
    let Some(begin) = first.checked_sub_days(Days::new(since.into())) else { return Vec::new() };
    let week = |number: u64| {
        let first = begin.checked_add_days(Days::new(7 * number))?;
        Some(Span { first, last: first.checked_add_days(Days::new(6))? })
    };
    (0..).map_while(week).take_while(|week| week.first <= last).collect()
}

/// The rows of a year, the countries with most people first; who is there on any day of a week counts in it, once.
pub fn rows(stays: &[Stay], weeks: &[Span]) -> Vec<Row> {
    let mut countries: Vec<Option<Country>> = stays.iter().map(|stay| stay.country).collect();
    countries.sort_by_key(|country| country.map(|country| country.code()));
    countries.dedup();
    let row = |country: Option<Country>| {
        let here: Vec<&Stay> = stays.iter().filter(|stay| stay.country == country).collect();
        let week = |week: &Span| {
            let mut met = HashSet::new();
            let there = here.iter().filter(|stay| stay.days.overlaps(*week));
            there.filter(|stay| met.insert(stay.volunteer)).map(|stay| stay.mission).collect::<Vec<Id>>()
        };
        let weeks: Vec<Vec<Id>> = weeks.iter().map(week).collect();
        Row { country, most: weeks.iter().map(Vec::len).max().unwrap_or_default(), weeks }
    };
    let mut rows: Vec<Row> = countries.into_iter().map(row).filter(|row| row.most > 0).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.most));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn a_year_has_all_its_days_and_begins_its_weeks_as_the_country_does() {
        let monday = weeks(2027, Weekday::Mon);
        assert_eq!((monday[0].first, monday.len()), (day("2026-12-28"), 53));
        assert_eq!(monday.last().map(|week| week.first), Some(day("2027-12-27")));
        assert_eq!(weeks(2027, Weekday::Sun)[0].first, day("2026-12-27"));
    }

    #[test]
    fn a_person_counts_once_a_week_and_the_busiest_country_comes_first() {
        let (kenya, nepal) = (Country::parse_code("KE"), Country::parse_code("NP"));
        let (ana, ben) = (Id::random(), Id::random());
        let stay = |volunteer, country, first: &str, last: &str| Stay {
            mission: Id::random(),
            volunteer,
            country,
            days: Span { first: day(first), last: day(last) },
        };
        let stays = [
            stay(ana, nepal, "2027-01-04", "2027-01-10"),
            stay(ana, kenya, "2027-02-01", "2027-02-03"),
            stay(ana, kenya, "2027-02-05", "2027-03-07"),
            stay(ben, kenya, "2027-02-07", "2027-02-08"),
        ];
        let rows = rows(&stays, &weeks(2027, Weekday::Mon));
        let counts = |row: &Row| row.weeks.iter().map(Vec::len).collect::<Vec<_>>();
        assert_eq!(rows.iter().map(|row| (row.country, row.most)).collect::<Vec<_>>(), [(kenya, 2), (nepal, 1)]);
        assert_eq!(counts(&rows[0])[5..11], [2, 2, 1, 1, 1, 0]);
        assert_eq!(rows[1].weeks[1], [stays[0].mission]);
    }

    proptest! {
        #[test]
        fn each_day_of_a_year_lies_in_one_week(year in 1990i32..2100, sunday in any::<bool>()) {
            let weeks = weeks(year, if sunday { Weekday::Sun } else { Weekday::Mon });
            prop_assert!(weeks.windows(2).all(|pair| pair[0].last.succ_opt() == Some(pair[1].first)));
            let (first, last) = (NaiveDate::from_ymd_opt(year, 1, 1), NaiveDate::from_ymd_opt(year, 12, 31));
            prop_assert!(first.is_some_and(|day| weeks[0].contains(day)));
            prop_assert!(last.is_some_and(|day| weeks.last().is_some_and(|week| week.contains(day))));
        }
    }
}
