//! Short references of records (`V-0231`): what people say on the telephone. They name a record in one office file; ids do
//! so everywhere.
//!
//! Offices that are linked count each on its own. So that two of them do not give the same, a country office has a mark
//! that head office chose (`V-KE-0231`).

use super::table::Record as _;
use super::{OfficeFile, StoreError, local};
use crate::domain::Kind;
use crate::domain::mission::Mission;
use crate::domain::organisation::Organisation;
use crate::domain::placement::Placement;
use crate::domain::practice::Practice;
use crate::domain::reference::Country;
use crate::domain::volunteer::Volunteer;
use rusqlite::Connection;
use std::collections::HashMap;

/// Under this name the file keeps its mark.
const MARK: &str = "reference-mark";

/// The mark of an office that is invited after `earlier` others of its country: `KE`, then `KE2`; `X` without a country.
pub fn mark(country: Option<Country>, earlier: usize) -> String {
    let stem = country.map_or("X", |country| country.code());
    if earlier == 0 { stem.to_owned() } else { format!("{stem}{}", earlier + 1) }
}

/// Whether a text has the form of a mark.
pub fn is_mark(text: &str) -> bool {
    (1..=6).contains(&text.len())
        && text.starts_with(|letter: char| letter.is_ascii_uppercase())
        && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// Whether a text has the form of a reference to a record of a kind, with a mark or without.
pub fn is_reference(kind: Kind, text: &str) -> bool {
    let letter = match kind {
        Kind::Volunteer => Volunteer::LETTER,
        Kind::Organisation => Organisation::LETTER,
        Kind::Placement => Placement::LETTER,
        Kind::Mission => Mission::LETTER,
        Kind::Practice => Practice::LETTER,
        Kind::Office => None,
    };
    let Some(rest) = letter.and_then(|letter| text.strip_prefix(letter)).and_then(|rest| rest.strip_prefix('-')) else {
        return false;
    };
    let number = match rest.split_once('-') {
        Some((mark, number)) if is_mark(mark) => number,
        Some(_) => return false,
        None => rest,
    };
    (4..=6).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
}

impl OfficeFile {
    /// Takes the mark that head office chose: it stands in every reference that is given from now on.
    pub fn mark_references(&mut self, mark: &str) -> Result<(), StoreError> {
        self.check_still_there()?;
        local::set(&self.connection, MARK, mark)
    }
}

/// Gives references during one edit, and keeps how far it has come.
#[derive(Debug, Default)]
pub(super) struct Counter {
    last: HashMap<char, u32>,
    stems: HashMap<char, String>,
}

impl Counter {
    /// A reference that no record of a table has.
    pub(super) fn next(&mut self, connection: &Connection, table: &str, letter: char) -> Result<String, StoreError> {
        let stem = self.stem(connection, letter)?;
        let mut number = self.last(connection, letter)?;
        loop {
            number = number.saturating_add(1);
            let reference = format!("{stem}{number:04}");
            // A restored copy counts from where its backup was; what it gave after that comes back from head office.
            if !is_taken(connection, table, &reference)? {
                self.last.insert(letter, number);
                return Ok(reference);
            }
        }
    }

    /// A reference that came with its record, from a list of another office, is not given a second time.
    pub(super) fn passed(&mut self, connection: &Connection, letter: char, reference: &str) -> Result<(), StoreError> {
        let stem = self.stem(connection, letter)?;
        let number = reference.strip_prefix(stem.as_str()).and_then(|rest| rest.parse::<u32>().ok());
        if let Some(number) = number {
            let last = self.last(connection, letter)?;
            self.last.insert(letter, last.max(number));
        }
        Ok(())
    }

    /// Keeps what was given.
    pub(super) fn keep(&self, connection: &Connection) -> Result<(), StoreError> {
        for (letter, last) in &self.last {
            local::set(connection, &format!("next-{letter}"), &(i64::from(*last) + 1).to_string())?;
        }
        Ok(())
    }

    fn last(&self, connection: &Connection, letter: char) -> Result<u32, StoreError> {
        if let Some(last) = self.last.get(&letter) {
            return Ok(*last);
        }
        let next = local::get(connection, &format!("next-{letter}"))?;
        Ok(next.and_then(|text| text.parse::<u32>().ok()).unwrap_or(1).saturating_sub(1))
    }

    fn stem(&mut self, connection: &Connection, letter: char) -> Result<String, StoreError> {
        if let Some(stem) = self.stems.get(&letter) {
            return Ok(stem.clone());
        }
        let mark = local::get(connection, MARK)?;
        let stem = mark.map_or_else(|| format!("{letter}-"), |mark| format!("{letter}-{mark}-"));
        self.stems.insert(letter, stem.clone());
        Ok(stem)
    }
}

fn is_taken(connection: &Connection, table: &str, reference: &str) -> Result<bool, StoreError> {
    let sql = format!("SELECT EXISTS (SELECT 1 FROM \"{table}\" WHERE reference = ?1)");
    Ok(connection.prepare_cached(&sql)?.query_row([reference], |row| row.get(0))?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn each_office_of_a_country_has_a_mark_of_its_own() {
        let kenya = Country::parse_code("KE");
        assert_eq!([mark(kenya, 0), mark(kenya, 1), mark(kenya, 2)], ["KE", "KE2", "KE3"]);
        assert_eq!(mark(None, 0), "X");
        assert!(is_mark(&mark(kenya, 1)) && is_mark(&mark(None, 89)));
        assert!(!is_mark("") && !is_mark("2K") && !is_mark("ke") && !is_mark("K'E"));
    }

    #[test]
    fn a_reference_has_a_letter_perhaps_a_mark_and_a_number() {
        for good in ["V-0001", "V-123456", "V-KE-0001", "V-KE2-0231"] {
            assert!(is_reference(Kind::Volunteer, good), "{good}");
        }
        for bad in ["V-1", "O-0001", "V-ke-0001", "V-KE-1", "V-KE-00-01", "V--0001", "V-0001-KE", ""] {
            assert!(!is_reference(Kind::Volunteer, bad), "{bad}");
        }
        assert!(!is_reference(Kind::Office, "O-0001"));
    }
}
