//! The people of an office file before one of its placements: where the store and matching meet.

use crate::domain::reference::Country;
use crate::domain::{ById, Id};
use crate::matching::Collector;
use crate::matching::candidates::Candidates;
use crate::store::lists::PlacementRow;
use crate::store::{OfficeFile, StoreError};
use std::collections::HashSet;

/// Looks at every volunteer of the office for a placement, on the office's today, within its limits and by its weights.
pub fn candidates(office: &mut OfficeFile, placement: Id) -> Result<Candidates, StoreError> {
    let placement = office.placement(placement)?;
    let own = office.office()?;
    let countries: ById<Country> =
        office.rows::<PlacementRow>()?.iter().filter_map(|row| Some((row.id, row.country?))).collect();
    let associations = match placement.placement.country {
        Some(country) => office.associations_of(country)?.into_iter().map(|association| association.id).collect(),
        None => HashSet::new(),
    };
    let mut collector = Collector::new(&placement, own.limits, office.today())
        .with_countries(countries)
        .with_associations(associations)
        .with_weights(own.matching.weights)
        .with_settings(own.matching.rules);
    office.each_volunteer(|person| {
        collector.push(&person);
        Ok(())
    })?;
    Ok(collector.finish())
}
