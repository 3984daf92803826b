//! Volunteers that two offices, or one office twice, entered: likely pairs, for a person to look at.

use super::columns::Column as _;
use super::{OfficeFile, StoreError};
use crate::domain::likeness::{self, Likeness, Traits};
use crate::domain::{Id, volunteer::NotSame};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::HashSet;

/// Two records that are likely to be one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LikelyPair {
    /// The record that was there first in this file.
    pub first: Id,
    /// Its name and short reference.
    pub first_name: String,
    /// The other.
    pub second: Id,
    /// Its name and short reference.
    pub second_name: String,
    /// Sum of the points of what agrees ([`crate::domain::likeness`]).
    pub score: u32,
    /// What agrees.
    pub because: Vec<Likeness>,
}

/// What is compared of all volunteers: read at once, compared wherever there is time for it.
#[derive(Debug)]
pub struct Entered {
    people: Vec<Person>,
    /// Pairs that were said to be two people.
    different: HashSet<(Id, Id)>,
}

#[derive(Debug)]
struct Person {
    id: Id,
    full_name: String,
    reference: String,
    own_script_name: String,
    birth_date: Option<NaiveDate>,
    email: String,
    phone: String,
}

impl Entered {
    /// Pairs that are likely to be one person, the most alike first; those who were said not to be are left out.
    pub fn likely_pairs(&self) -> Vec<LikelyPair> {
        let traits =
            |one: &Person| Traits::new(&one.full_name, &one.own_script_name, one.birth_date, &one.email, &one.phone);
        let traits: Vec<Traits> = self.people.iter().map(traits).collect();
        let name = |one: &Person| format!("{} ({})", one.full_name, one.reference);
        let pairs = likeness::pairs(&traits).into_iter().map(|(first, second, alike)| {
            let (first, second) = (&self.people[first], &self.people[second]);
            LikelyPair {
                first: first.id,
                first_name: name(first),
                second: second.id,
                second_name: name(second),
                score: alike.score,
                because: alike.because,
            }
        });
        pairs.filter(|pair| !self.different.contains(&in_order(pair.first, pair.second))).collect()
    }
}

impl OfficeFile {
    /// Pairs of volunteers that are likely to be one person: see [`Entered::likely_pairs`].
    pub fn likely_duplicates(&self) -> Result<Vec<LikelyPair>, StoreError> {
        Ok(self.entered()?.likely_pairs())
    }

    /// What is compared of all volunteers.
    pub fn entered(&self) -> Result<Entered, StoreError> {
        let different = self.all::<NotSame>()?.into_iter().map(|said| in_order(said.of, said.volunteer)).collect();
        let mut statement = self.connection.prepare_cached(
            "SELECT id, full_name, ifnull(reference, ''), ifnull(own_script_name, ''), birth_date, ifnull(email, ''),
             ifnull(phone, '') FROM volunteer WHERE gone = 0 ORDER BY no",
        )?;
        let people = statement.query_map([], |row| {
            Ok(Person {
                id: Id::from_bytes(row.get(0)?),
                full_name: row.get(1)?,
                reference: row.get(2)?,
                own_script_name: row.get(3)?,
                birth_date: Option::read(row.get_ref(4)?)?,
                email: row.get(5)?,
                phone: row.get(6)?,
            })
        })?;
        Ok(Entered { people: people.collect::<Result<_, _>>()?, different })
    }
}

/// A pair is the same whichever of the two is named first.
fn in_order(one: Id, two: Id) -> (Id, Id) {
    (one.min(two), one.max(two))
}
