//! The list of placements.

use super::{Date, ListRow, Shelf, Shelves, by_number, field, haystack, known_first, only_ids, text_of};
use crate::domain::Id;
use crate::domain::placement::{PlacementStatus, Priority};
use crate::domain::reference::{Country, Occupation, Sector, Tongue};
use crate::store::{OfficeFile, StoreError};
use std::cmp::Ordering;
use std::collections::HashMap;

/// A placement as the list shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacementRow {
    /// Id of the placement.
    pub id: Id,
    /// Short reference.
    pub reference: Box<str>,
    /// Title.
    pub title: Box<str>,
    /// Id of the partner.
    pub organisation: Option<Id>,
    /// Name of the partner; empty where none is known.
    pub organisation_name: Box<str>,
    /// Country of service.
    pub country: Option<Country>,
    /// Town of service.
    pub duty_station: Box<str>,
    /// Occupation asked for.
    pub occupation: Option<Occupation>,
    /// Sector.
    pub sector: Option<Sector>,
    /// The programme that it belongs to; empty where there is none.
    pub programme: Box<str>,
    /// Places in all.
    pub places: u16,
    /// Places that nobody holds.
    pub free_places: u16,
    /// First day on which a mission may start.
    pub start_from: Date,
    /// Last day on which a mission may start.
    pub start_until: Date,
    /// Shortest mission, in weeks.
    pub weeks_least: Option<u16>,
    /// Longest mission, in weeks.
    pub weeks_most: Option<u16>,
    /// How soon someone is needed.
    pub priority: Priority,
    /// How far it has come.
    pub status: PlacementStatus,
    haystack: Box<str>,
}

/// What placements can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PlacementSort {
    /// Title.
    #[default]
    Title,
    /// Short reference.
    Reference,
    /// Name of the partner.
    Organisation,
    /// Country, by code.
    Country,
    /// First day of the start window.
    Start,
    /// Free places.
    FreePlaces,
    /// How soon someone is needed.
    Priority,
    /// How far it has come.
    Status,
}

/// What placements can be narrowed to; what is empty narrows nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlacementFilter {
    /// Any of these statuses.
    pub statuses: Vec<PlacementStatus>,
    /// In any of these countries.
    pub countries: Vec<Country>,
    /// In any of these sectors or groups of sectors.
    pub sectors: Vec<Sector>,
    /// Any of these priorities.
    pub priorities: Vec<Priority>,
    /// Of this partner.
    pub organisation: Option<Id>,
    /// Only those with a free place.
    pub with_free_places: bool,
    /// Any of these, sorted by id: the list behind a number.
    pub ids: Vec<Id>,
}

impl ListRow for PlacementRow {
    type Sort = PlacementSort;
    type Filter = PlacementFilter;

    fn id(&self) -> Id {
        self.id
    }

    fn haystack(&self) -> &str {
        &self.haystack
    }

    fn passes(&self, filter: &PlacementFilter) -> bool {
        (filter.statuses.is_empty() || filter.statuses.contains(&self.status))
            && (filter.countries.is_empty() || self.country.is_some_and(|country| filter.countries.contains(&country)))
            && (filter.sectors.is_empty()
                || self
                    .sector
                    .is_some_and(|own| filter.sectors.iter().any(|group| own.code().starts_with(group.code()))))
            && (filter.priorities.is_empty() || filter.priorities.contains(&self.priority))
            && (filter.organisation.is_none() || self.organisation == filter.organisation)
            && (!filter.with_free_places || self.free_places > 0)
            && (filter.ids.is_empty() || filter.ids.binary_search(&self.id).is_ok())
    }

    fn compare(&self, other: &Self, sort: PlacementSort) -> Ordering {
        match sort {
            PlacementSort::Title => self.haystack.cmp(&other.haystack), // begins with the name
            PlacementSort::Reference => by_number(&self.reference, &other.reference),
            PlacementSort::Organisation => self.organisation_name.cmp(&other.organisation_name),
            PlacementSort::Country => known_first(self.country, other.country),
            PlacementSort::Start => known_first(self.start_from, other.start_from),
            PlacementSort::FreePlaces => self.free_places.cmp(&other.free_places),
            PlacementSort::Priority => self.priority.cmp(&other.priority),
            PlacementSort::Status => self.status.cmp(&other.status),
        }
    }

    fn load(file: &OfficeFile, only: Option<&[Id]>) -> Result<Vec<Self>, StoreError> {
        let mut taken: HashMap<Id, u16> = HashMap::new();
        let mut statement = file.connection.prepare(
            "SELECT placement, count(*) FROM mission WHERE gone = 0
             AND stage IN ('proposed', 'with-partner', 'offered', 'accepted', 'preparing', 'serving') GROUP BY 1",
        )?;
        let mut found = statement.query([])?;
        while let Some(row) = found.next()? {
            taken.insert(field(row, 0)?, row.get(1)?);
        }
        let sql = format!(
            "SELECT p.id, p.reference, p.title, p.organisation, o.name, p.country, p.duty_station, p.occupation, p.sector,
                    p.places, p.places_filled_elsewhere, p.start_from, p.start_until, p.weeks_least, p.weeks_most,
                    p.priority, p.status, p.foreign_reference, p.objectives, p.notes, p.programme
             FROM placement p LEFT JOIN organisation o ON o.id = p.organisation {} ORDER BY p.no",
            only_ids("p", only)
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
            let (places, elsewhere): (u16, u16) = (field(row, 9)?, field(row, 10)?);
            let here = taken.get(&id).copied().unwrap_or_default();
            let others = [word(1)?, word(4)?, country_name, word(6)?, word(17)?, word(18)?, word(19)?];
            rows.push(Self {
                id,
                reference: text_of(row, 1)?,
                title: text_of(row, 2)?,
                organisation: field(row, 3)?,
                organisation_name: text_of(row, 4)?,
                country,
                duty_station: text_of(row, 6)?,
                occupation: field(row, 7)?,
                sector: field(row, 8)?,
                programme: text_of(row, 20)?,
                places,
                free_places: places.saturating_sub(elsewhere).saturating_sub(here),
                start_from: field(row, 11)?,
                start_until: field(row, 12)?,
                weeks_least: field(row, 13)?,
                weeks_most: field(row, 14)?,
                priority: field(row, 15)?,
                status: field(row, 16)?,
                haystack: haystack(word(2)?, &others),
            });
        }
        Ok(rows)
    }

    fn shelf(shelves: &mut Shelves) -> &mut Shelf<Self> {
        &mut shelves.placements
    }
}
