//! The list of organisations.

use super::{Date, ListRow, Shelf, Shelves, by_number, field, haystack, known_first, only_ids, text_of};
use crate::domain::Id;
use crate::domain::organisation::{OrganisationKind, Position};
use crate::domain::reference::{Country, Sector, Tongue};
use crate::store::{OfficeFile, StoreError};
use std::cmp::Ordering;
use std::collections::HashMap;

/// An organisation as the list shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct OrganisationRow {
    /// Id of the organisation.
    pub id: Id,
    /// Short reference.
    pub reference: Box<str>,
    /// Name.
    pub name: Box<str>,
    /// What it is.
    pub kind: OrganisationKind,
    /// Country.
    pub country: Option<Country>,
    /// Town or district.
    pub place: Box<str>,
    /// Where that is.
    pub position: Option<Position>,
    /// Sectors.
    pub sectors: Box<[Sector]>,
    /// Last day of the agreement.
    pub agreement_until: Date,
    /// The day it ceased to work with us.
    pub ceased_on: Date,
    /// How many placements it has.
    pub placements: u32,
    haystack: Box<str>,
}

/// What organisations can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OrganisationSort {
    /// Name.
    #[default]
    Name,
    /// Short reference.
    Reference,
    /// What it is.
    Kind,
    /// Country, by code.
    Country,
    /// Town or district.
    Place,
    /// Last day of the agreement.
    Agreement,
    /// How many placements.
    Placements,
}

/// What organisations can be narrowed to; what is empty narrows nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OrganisationFilter {
    /// Any of these kinds.
    pub kinds: Vec<OrganisationKind>,
    /// In any of these countries.
    pub countries: Vec<Country>,
    /// Only those that still work with us.
    pub active: bool,
    /// Any of these, sorted by id: the list behind a number.
    pub ids: Vec<Id>,
}

impl ListRow for OrganisationRow {
    type Sort = OrganisationSort;
    type Filter = OrganisationFilter;

    fn id(&self) -> Id {
        self.id
    }

    fn haystack(&self) -> &str {
        &self.haystack
    }

    fn passes(&self, filter: &OrganisationFilter) -> bool {
        (filter.kinds.is_empty() || filter.kinds.contains(&self.kind))
            && (filter.countries.is_empty() || self.country.is_some_and(|country| filter.countries.contains(&country)))
            && (!filter.active || self.ceased_on.is_none())
            && (filter.ids.is_empty() || filter.ids.binary_search(&self.id).is_ok())
    }

    fn compare(&self, other: &Self, sort: OrganisationSort) -> Ordering {
        match sort {
            OrganisationSort::Name => self.haystack.cmp(&other.haystack), // begins with the name
            OrganisationSort::Reference => by_number(&self.reference, &other.reference),
            OrganisationSort::Kind => self.kind.cmp(&other.kind),
            OrganisationSort::Country => known_first(self.country, other.country),
            OrganisationSort::Place => self.place.cmp(&other.place),
            OrganisationSort::Agreement => known_first(self.agreement_until, other.agreement_until),
            OrganisationSort::Placements => self.placements.cmp(&other.placements),
        }
    }

    fn load(file: &OfficeFile, only: Option<&[Id]>) -> Result<Vec<Self>, StoreError> {
        let mut placements: HashMap<Id, u32> = HashMap::new();
        let mut statement = file.connection.prepare(
            "SELECT organisation, count(*) FROM placement WHERE gone = 0 AND organisation IS NOT NULL GROUP BY 1",
        )?;
        let mut found = statement.query([])?;
        while let Some(row) = found.next()? {
            placements.insert(field(row, 0)?, row.get(1)?);
        }
        let sql = format!(
            "SELECT id, reference, name, acronym, kind, country, place, position, sectors, agreement_until, ceased_on, notes
             FROM organisation {} ORDER BY no",
            only_ids("organisation", only)
        );
        let mut statement = file.connection.prepare(&sql)?;
        let mut found = statement.query([])?;
        let mut rows = Vec::new();
        while let Some(row) = found.next()? {
            let id: Id = field(row, 0)?;
            let word =
                |at: usize| -> rusqlite::Result<&str> { Ok(row.get_ref(at)?.as_str_or_null()?.unwrap_or_default()) };
            let country: Option<Country> = field(row, 5)?;
            let country_name = country.map(|country| country.name(Tongue::English)).unwrap_or_default();
            rows.push(Self {
                id,
                reference: text_of(row, 1)?,
                name: text_of(row, 2)?,
                kind: field(row, 4)?,
                country,
                place: text_of(row, 6)?,
                position: field(row, 7)?,
                sectors: field::<Vec<Sector>>(row, 8)?.into(),
                agreement_until: field(row, 9)?,
                ceased_on: field(row, 10)?,
                placements: placements.get(&id).copied().unwrap_or_default(),
                haystack: haystack(word(2)?, &[word(1)?, word(3)?, word(6)?, country_name, word(11)?]),
            });
        }
        Ok(rows)
    }

    fn shelf(shelves: &mut Shelves) -> &mut Shelf<Self> {
        &mut shelves.organisations
    }
}
