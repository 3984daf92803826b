//! Volunteers that two offices, or one office twice, entered: likely pairs, for a person to look at.

use super::columns::Column as _;
use super::{OfficeFile, StoreError};
use crate::domain::likeness::{self, Likeness, Traits};
use crate::domain::{Id, volunteer::NotSame};
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

impl OfficeFile {
    /// Pairs of volunteers that are likely to be one person, the most alike first; those who were said not to be are
    /// left out.
    pub fn likely_duplicates(&self) -> Result<Vec<LikelyPair>, StoreError> {
        let different: HashSet<(Id, Id)> =
            self.all::<NotSame>()?.into_iter().map(|said| in_order(said.of, said.volunteer)).collect();
        let mut statement = self.connection.prepare_cached(
            "SELECT id, full_name, ifnull(reference, ''), ifnull(own_script_name, ''), birth_date, ifnull(email, ''),
             ifnull(phone, '') FROM volunteer WHERE gone = 0 ORDER BY no",
        )?;
        let mut rows = statement.query([])?;
        let (mut people, mut traits) = (Vec::new(), Vec::new());
        while let Some(row) = rows.next()? {
            let text = |at: usize| row.get_ref(at)?.as_str().map_err(rusqlite::Error::from);
            let birth = Option::read(row.get_ref(4)?).map_err(rusqlite::Error::from)?;
            traits.push(Traits::new(text(1)?, text(3)?, birth, text(5)?, text(6)?));
            people.push((Id::from_bytes(row.get(0)?), format!("{} ({})", text(1)?, text(2)?)));
        }
        let pairs = likeness::pairs(&traits).into_iter().map(|(first, second, alike)| LikelyPair {
            first: people[first].0,
            first_name: people[first].1.clone(),
            second: people[second].0,
            second_name: people[second].1.clone(),
            score: alike.score,
            because: alike.because,
        });
        Ok(pairs.filter(|pair| !different.contains(&in_order(pair.first, pair.second))).collect())
    }
}

/// A pair is the same whichever of the two is named first.
fn in_order(one: Id, two: Id) -> (Id, Id) {
    (one.min(two), one.max(two))
}
