//! Public holidays of the countries that an office works in.

use super::edit::Done;
use super::lists::field;
use super::table::Record as _;
use super::{OfficeFile, Op, StoreError};
use crate::domain::Id;
use crate::domain::office::Holiday;
use crate::domain::reference::Country;
use crate::domain::span::Span;
use chrono::NaiveDate;
use rusqlite::{Params, params};
use std::collections::HashSet;

/// How many holidays of a country are known, and until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HolidayCount {
    /// The country.
    pub country: Country,
    /// How many.
    pub count: usize,
    /// The last day of the last one.
    pub until: NaiveDate,
}

impl OfficeFile {
    /// Adds the holidays of a country that are not there yet, as one edit, and says how many those are. The same days
    /// with the same name are the same holiday.
    pub fn set_holidays(&mut self, country: Country, days: Vec<(Span, String)>) -> Result<Done<usize>, StoreError> {
        let of = self.office()?.id;
        let known = self.known_holidays("country = ?1", [country.code()])?;
        let mut known: HashSet<(Span, String)> =
            known.into_iter().map(|known| (Span { first: known.first, last: known.last }, known.name)).collect();
        let new: Vec<(Span, String)> = days.into_iter().filter(|day| known.insert(day.clone())).collect();
        let added = new.len();
        self.edit(Op::SetHolidays { country, added }, |edit| {
            for (Span { first, last }, name) in new {
                edit.add(Holiday { id: Id::random(), of, country, first, last, name })?;
            }
            Ok(added)
        })
    }

    /// Takes out all holidays of a country, as one edit, and says how many there were.
    pub fn remove_holidays(&mut self, country: Country) -> Result<Done<usize>, StoreError> {
        let known = self.known_holidays("country = ?1", [country.code()])?;
        let removed = known.len();
        self.edit(Op::RemovedHolidays { country, removed }, |edit| {
            known.iter().try_for_each(|holiday| edit.remove::<Holiday>(holiday.id))?;
            Ok(removed)
        })
    }

    /// The holidays of a country that have a day in a span, the earliest first.
    pub fn holidays(&self, country: Country, days: Span) -> Result<Vec<Holiday>, StoreError> {
        let span = params![country.code(), days.first.to_string(), days.last.to_string()];
        self.known_holidays("country = ?1 AND last >= ?2 AND first <= ?3", span)
    }

    /// The holidays of all countries that have a day in a span, the earliest first.
    pub fn all_holidays(&self, days: Span) -> Result<Vec<Holiday>, StoreError> {
        let span = params![days.first.to_string(), days.last.to_string()];
        self.known_holidays("last >= ?1 AND first <= ?2", span)
    }

    /// How many holidays of which countries are known, in the order of the codes.
    pub fn holiday_counts(&self) -> Result<Vec<HolidayCount>, StoreError> {
        let sql = "SELECT country, count(*), max(last) FROM holiday WHERE gone = 0 GROUP BY country ORDER BY country";
        let mut statement = self.connection.prepare_cached(sql)?;
        let counts = statement.query_map([], |row| {
            let count = usize::try_from(row.get::<_, i64>(1)?).unwrap_or_default();
            Ok(HolidayCount { country: field(row, 0)?, count, until: field(row, 2)? })
        })?;
        Ok(counts.collect::<Result<_, _>>()?)
    }

    fn known_holidays(&self, which: &str, with: impl Params) -> Result<Vec<Holiday>, StoreError> {
        let columns = Holiday::TABLE.columns();
        let sql =
            format!("SELECT id, {columns} FROM holiday WHERE gone = 0 AND {which} ORDER BY first, last, country, name");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let found = statement.query_map(with, Holiday::read)?.collect::<Result<_, _>>()?;
        Ok(found)
    }
}
