//! Public holidays on the rows of a timeline: those of the country of a row, where all that lies on it is in one.

use super::chart::{Chart, What};
use super::scale::{day, number};
use crate::domain::reference::Country;
use crate::domain::span::Span;
use crate::store::lists::{Listing, MissionRow, PlacementRow};
use crate::store::{OfficeFile, StoreError};
use std::collections::HashMap;
use std::ops::Range;

/// A holiday, in days as the timeline counts them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed {
    /// The first day.
    pub first: i32,
    /// The last day, part of it.
    pub last: i32,
    /// What it is called.
    pub name: Box<str>,
}

/// The holidays of the rows.
#[derive(Debug, Default)]
pub struct Holidays {
    /// The country of each row; nothing where there are several, or none is known.
    rows: Vec<Option<Country>>,
    /// By first day.
    of: HashMap<Country, Vec<Closed>>,
}

impl Holidays {
    /// Reads the holidays of the days on which there is anything.
    pub fn read(
        file: &OfficeFile,
        chart: &Chart,
        missions: &Listing<MissionRow>,
        openings: &Listing<PlacementRow>,
    ) -> Result<Self, StoreError> {
        let Some((first, last)) = chart.days() else { return Ok(Self::default()) };
        let mut of: HashMap<Country, Vec<Closed>> = HashMap::new();
        for holiday in file.all_holidays(Span { first: day(first), last: day(last) })? {
            let (first, last) = (number(holiday.first), number(holiday.last));
            of.entry(holiday.country).or_default().push(Closed { first, last, name: holiday.name.into() });
        }
        if of.is_empty() {
            return Ok(Self::default());
        }
        let country = |what: What| match what {
            What::Mission(place) => missions.get(place as usize).and_then(|row| row.country),
            What::Opening(place) => openings.get(place as usize).and_then(|row| row.country),
        };
        let rows = (0..chart.rows().len()).map(|row| the_one(chart.whats_of(row).map(country))).collect();
        Ok(Self { rows, of })
    }

    /// The holidays of a row between two days.
    pub fn between(&self, row: usize, days: Range<i32>) -> impl Iterator<Item = &Closed> {
        let country = self.rows.get(row).copied().flatten();
        let all = country.and_then(|country| self.of.get(&country)).map(Vec::as_slice).unwrap_or_default();
        let to = all.partition_point(|closed| closed.first < days.end);
        all[..to].iter().filter(move |closed| closed.last >= days.start)
    }
}

/// What all are, where they are one and the same.
fn the_one(mut all: impl Iterator<Item = Option<Country>>) -> Option<Country> {
    let first = all.next()??;
    all.all(|country| country == Some(first)).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_the_holidays_of_its_one_country() {
        let (kenya, nepal) = (Country::parse_code("KE"), Country::parse_code("NP"));
        assert_eq!(the_one([kenya, kenya].into_iter()), kenya);
        assert_eq!(the_one([kenya, nepal].into_iter()), None);
        assert_eq!(the_one([kenya, None].into_iter()), None);
        let closed = |first, last| Closed { first, last, name: "".into() };
        let of = kenya.map(|kenya| (kenya, vec![closed(10, 10), closed(20, 22), closed(40, 40)])).into_iter().collect();
        let holidays = Holidays { rows: vec![None, kenya], of };
        let days = |row, days| holidays.between(row, days).map(|closed| closed.first).collect::<Vec<_>>();
        assert_eq!(days(1, 11..40), [20]);
        assert_eq!(days(1, 22..41), [20, 40]);
        assert!(days(0, 0..100).is_empty());
        assert!(days(7, 0..100).is_empty(), "there is no such row");
    }
}
