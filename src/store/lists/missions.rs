//! The list of missions.

use super::{ListRow, Shelf, Shelves, by_number, field, haystack, known_first, only_ids, text_of};
use crate::domain::Id;
use crate::domain::mission::Stage;
use crate::domain::reference::{Country, Tongue};
use crate::domain::span::Span;
use crate::store::{OfficeFile, StoreError};
use chrono::NaiveDate;
use std::cmp::Ordering;

/// A mission as lists and calendars show it.
#[derive(Debug, Clone, PartialEq)]
pub struct MissionRow {
    /// Id of the mission.
    pub id: Id,
    /// Short reference.
    pub reference: Box<str>,
    /// Id of the volunteer.
    pub volunteer: Id,
    /// Full name of the volunteer.
    pub volunteer_name: Box<str>,
    /// Id of the placement.
    pub placement: Id,
    /// Title of the placement.
    pub placement_title: Box<str>,
    /// Name of the partner; empty where none is known.
    pub organisation_name: Box<str>,
    /// Country of service.
    pub country: Option<Country>,
    /// Town of service.
    pub duty_station: Box<str>,
    /// First day.
    pub first: NaiveDate,
    /// Last day, part of the mission.
    pub last: NaiveDate,
    /// How far it has come.
    pub stage: Stage,
    /// Whether a rule was set aside for it.
    pub overridden: bool,
    haystack: Box<str>,
}

/// What missions can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MissionSort {
    /// Name of the volunteer.
    #[default]
    Volunteer,
    /// Short reference.
    Reference,
    /// Title of the placement.
    Placement,
    /// Country, by code.
    Country,
    /// First day.
    First,
    /// Last day.
    Last,
    /// How far it has come.
    Stage,
}

/// What missions can be narrowed to; what is empty narrows nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MissionFilter {
    /// Any of these stages.
    pub stages: Vec<Stage>,
    /// In any of these countries.
    pub countries: Vec<Country>,
    /// With at least one day in this span.
    pub days: Option<Span>,
    /// Of this volunteer.
    pub volunteer: Option<Id>,
    /// Of this placement.
    pub placement: Option<Id>,
    /// Any of these, sorted by id: the list behind a number.
    pub ids: Vec<Id>,
}

impl MissionRow {
    /// The days of the mission.
    pub fn days(&self) -> Span {
        Span { first: self.first, last: self.last }
    }
}

impl ListRow for MissionRow {
    type Sort = MissionSort;
    type Filter = MissionFilter;

    fn id(&self) -> Id {
        self.id
    }

    fn haystack(&self) -> &str {
        &self.haystack
    }

    fn passes(&self, filter: &MissionFilter) -> bool {
        (filter.stages.is_empty() || filter.stages.contains(&self.stage))
            && (filter.countries.is_empty() || self.country.is_some_and(|country| filter.countries.contains(&country)))
            && filter.days.is_none_or(|days| days.overlaps(self.days()))
            && filter.volunteer.is_none_or(|volunteer| volunteer == self.volunteer)
            && filter.placement.is_none_or(|placement| placement == self.placement)
            && (filter.ids.is_empty() || filter.ids.binary_search(&self.id).is_ok())
    }

    fn compare(&self, other: &Self, sort: MissionSort) -> Ordering {
        match sort {
            MissionSort::Volunteer => self.haystack.cmp(&other.haystack), // begins with the name
            MissionSort::Reference => by_number(&self.reference, &other.reference),
            MissionSort::Placement => self.placement_title.cmp(&other.placement_title),
            MissionSort::Country => known_first(self.country, other.country),
            MissionSort::First => self.first.cmp(&other.first),
            MissionSort::Last => self.last.cmp(&other.last),
            MissionSort::Stage => self.stage.cmp(&other.stage),
        }
    }

    fn load(file: &OfficeFile, only: Option<&[Id]>) -> Result<Vec<Self>, StoreError> {
        let sql = format!(
            "SELECT m.id, m.reference, m.volunteer, v.full_name, m.placement, p.title, o.name, p.country, p.duty_station,
                    m.first, m.last, m.stage, m.override_reason IS NOT NULL, v.own_script_name, m.notes
             FROM mission m LEFT JOIN volunteer v ON v.id = m.volunteer LEFT JOIN placement p ON p.id = m.placement
             LEFT JOIN organisation o ON o.id = p.organisation {} ORDER BY m.no",
            only_ids("m", only)
        );
        let mut statement = file.connection.prepare(&sql)?;
        let mut found = statement.query([])?;
        let mut rows = Vec::new();
        while let Some(row) = found.next()? {
            let word =
                |at: usize| -> rusqlite::Result<&str> { Ok(row.get_ref(at)?.as_str_or_null()?.unwrap_or_default()) };
            let country: Option<Country> = field(row, 7)?;
            let country_name = country.map(|country| country.name(Tongue::English)).unwrap_or_default();
            let others = [word(1)?, word(5)?, word(6)?, country_name, word(8)?, word(13)?, word(14)?];
            rows.push(Self {
                id: field(row, 0)?,
                reference: text_of(row, 1)?,
                volunteer: field(row, 2)?,
                volunteer_name: text_of(row, 3)?,
                placement: field(row, 4)?,
                placement_title: text_of(row, 5)?,
                organisation_name: text_of(row, 6)?,
                country,
                duty_station: text_of(row, 8)?,
                first: field(row, 9)?,
                last: field(row, 10)?,
                stage: field(row, 11)?,
                overridden: row.get(12)?,
                haystack: haystack(word(3)?, &others),
            });
        }
        Ok(rows)
    }

    fn shelf(shelves: &mut Shelves) -> &mut Shelf<Self> {
        &mut shelves.missions
    }
}
