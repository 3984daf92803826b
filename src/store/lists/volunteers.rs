//! The list of volunteers.

use super::{Date, ListRow, Shelf, Shelves, by_number, field, haystack, known_first, only_ids, text_of};
use crate::domain::Id;
use crate::domain::mission::Stage;
use crate::domain::reference::{Country, Language, Occupation, Tongue};
use crate::domain::volunteer::{Category, Level, Standing};
use crate::store::{OfficeFile, StoreError};
use chrono::NaiveDate;
use std::cmp::Ordering;
use std::collections::HashMap;

/// Where a volunteer is now: on the way into or on a mission, or as they stand with the organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum VolunteerState {
    /// In service, or on the way to it.
    Mission(Stage),
    /// Not on any mission.
    Standing(Standing),
}

impl VolunteerState {
    /// The permanent word of the state.
    pub fn code(self) -> &'static str {
        match self {
            Self::Mission(stage) => stage.code(),
            Self::Standing(standing) => standing.code(),
        }
    }
}

/// A volunteer as the list shows them.
#[derive(Debug, Clone, PartialEq)]
pub struct VolunteerRow {
    /// Id of the volunteer.
    pub id: Id,
    /// Short reference.
    pub reference: Box<str>,
    /// Full name.
    pub name: Box<str>,
    /// Name in the person's own script; empty where there is none.
    pub own_script_name: Box<str>,
    /// Nationalities.
    pub nationalities: Box<[Country]>,
    /// Country the person lives in.
    pub residence: Option<Country>,
    /// Categories.
    pub categories: Box<[Category]>,
    /// Occupation.
    pub occupation: Option<Occupation>,
    /// Occupation in the person's own words.
    pub occupation_title: Box<str>,
    /// Years in it.
    pub occupation_years: Option<u8>,
    /// Languages, the best first.
    pub languages: Box<[(Language, Option<Level>)]>,
    /// Day of birth.
    pub birth_date: Date,
    /// First day on which a mission may start.
    pub available_from: Date,
    /// Last day on which a mission may end.
    pub available_until: Date,
    /// Last day of the mission the person is on or goes to.
    pub busy_until: Date,
    /// Where the person is now.
    pub state: VolunteerState,
    haystack: Box<str>,
}

/// What volunteers can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum VolunteerSort {
    /// Full name.
    #[default]
    Name,
    /// Short reference.
    Reference,
    /// First nationality, by code.
    Nationality,
    /// Occupation, by code.
    Occupation,
    /// Best language.
    Languages,
    /// The day from which they are free.
    Free,
    /// Where they are now.
    State,
}

/// What volunteers can be narrowed to; what is empty narrows nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VolunteerFilter {
    /// Any of these states.
    pub states: Vec<VolunteerState>,
    /// Any of these categories.
    pub categories: Vec<Category>,
    /// Any of these languages, at this level at least.
    pub languages: Vec<(Language, Option<Level>)>,
    /// An occupation in any of these groups.
    pub occupations: Vec<Occupation>,
    /// A citizen of any of these countries, or living there.
    pub countries: Vec<Country>,
    /// Free on this day.
    pub free_on: Option<NaiveDate>,
    /// Any of these, sorted by id: the list behind a number.
    pub ids: Vec<Id>,
}

impl VolunteerRow {
    /// The day from which the person is free: after their mission, and not before they are available.
    pub fn free_from(&self) -> Date {
        let after = self.busy_until.and_then(|day| day.succ_opt());
        after.max(self.available_from)
    }
}

impl ListRow for VolunteerRow {
    type Sort = VolunteerSort;
    type Filter = VolunteerFilter;

    fn id(&self) -> Id {
        self.id
    }

    fn haystack(&self) -> &str {
        &self.haystack
    }

    fn passes(&self, filter: &VolunteerFilter) -> bool {
        let any = |empty: bool, holds: bool| empty || holds;
        any(filter.states.is_empty(), filter.states.contains(&self.state))
            && any(filter.categories.is_empty(), self.categories.iter().any(|own| filter.categories.contains(own)))
            && any(
                filter.languages.is_empty(),
                filter.languages.iter().any(|(language, least)| {
                    self.languages.iter().any(|(own, level)| own == language && (least.is_none() || level >= least))
                }),
            )
            && any(
                filter.occupations.is_empty(),
                self.occupation
                    .is_some_and(|own| filter.occupations.iter().any(|group| own.code().starts_with(group.code()))),
            )
            && any(
                filter.countries.is_empty(),
                filter
                    .countries
                    .iter()
                    .any(|country| self.nationalities.contains(country) || self.residence == Some(*country)),
            )
            && filter.free_on.is_none_or(|day| {
                self.free_from().is_none_or(|from| from <= day) && self.available_until.is_none_or(|until| day <= until)
            })
            && any(filter.ids.is_empty(), filter.ids.binary_search(&self.id).is_ok())
    }

    fn compare(&self, other: &Self, sort: VolunteerSort) -> Ordering {
        match sort {
            VolunteerSort::Name => self.haystack.cmp(&other.haystack), // begins with the name
            VolunteerSort::Reference => by_number(&self.reference, &other.reference),
            VolunteerSort::Nationality => known_first(self.nationalities.first(), other.nationalities.first()),
            VolunteerSort::Occupation => known_first(self.occupation, other.occupation),
            VolunteerSort::Languages => known_first(self.languages.first(), other.languages.first()),
            VolunteerSort::Free => known_first(self.free_from(), other.free_from()),
            VolunteerSort::State => self.state.cmp(&other.state),
        }
    }

    fn load(file: &OfficeFile, only: Option<&[Id]>) -> Result<Vec<Self>, StoreError> {
        let mut languages = languages(file, only)?;
        let missions = missions(file)?;
        let sql = format!(
            "SELECT id, reference, full_name, own_script_name, nationalities, residence, residence_place, categories,
                    occupation, occupation_title, occupation_years, birth_date, available_from, available_until,
                    standing, email, phone, given_name, family_name, notes
             FROM volunteer {} ORDER BY no",
            only_ids("volunteer", only)
        );
        let mut statement = file.connection.prepare(&sql)?;
        let mut found = statement.query([])?;
        let mut rows = Vec::new();
        while let Some(row) = found.next()? {
            let id: Id = field(row, 0)?;
            let word =
                |at: usize| -> rusqlite::Result<&str> { Ok(row.get_ref(at)?.as_str_or_null()?.unwrap_or_default()) };
            let nationalities: Vec<Country> = field(row, 4)?;
            let residence: Option<Country> = field(row, 5)?;
            let occupation: Option<Occupation> = field(row, 8)?;
            let mission = missions.get(&id);
            let mut others =
                vec![word(1)?, word(3)?, word(6)?, word(9)?, word(15)?, word(16)?, word(17)?, word(18)?, word(19)?];
            for country in nationalities.iter().chain(&residence) {
                others.push(country.name(Tongue::English));
            }
            if let Some(occupation) = occupation {
                others.push(occupation.name(Tongue::English));
            }
            rows.push(Self {
                id,
                reference: text_of(row, 1)?,
                name: text_of(row, 2)?,
                own_script_name: text_of(row, 3)?,
                haystack: haystack(word(2)?, &others),
                nationalities: nationalities.into(),
                residence,
                categories: field::<Vec<Category>>(row, 7)?.into(),
                occupation,
                occupation_title: text_of(row, 9)?,
                occupation_years: field(row, 10)?,
                languages: languages.remove(&id).unwrap_or_default().into(),
                birth_date: field(row, 11)?,
                available_from: field(row, 12)?,
                available_until: field(row, 13)?,
                busy_until: mission.filter(|(stage, _)| stage.is_firm()).map(|(_, last)| *last),
                state: match mission {
                    Some((stage, _)) => VolunteerState::Mission(*stage),
                    None => VolunteerState::Standing(field(row, 14)?),
                },
            });
        }
        Ok(rows)
    }

    fn shelf(shelves: &mut Shelves) -> &mut Shelf<Self> {
        &mut shelves.volunteers
    }
}

type Languages = HashMap<Id, Vec<(Language, Option<Level>)>>;

fn languages(file: &OfficeFile, only: Option<&[Id]>) -> Result<Languages, StoreError> {
    let narrowed = only_ids("p", only).replace("p.id IN", "p.\"of\" IN");
    let sql = format!("SELECT p.\"of\", p.language, p.level FROM volunteer_language p {narrowed}");
    let mut statement = file.connection.prepare(&sql)?;
    let mut found = statement.query([])?;
    let mut languages: Languages = HashMap::new();
    while let Some(row) = found.next()? {
        languages.entry(field(row, 0)?).or_default().push((field(row, 1)?, field(row, 2)?));
    }
    for spoken in languages.values_mut() {
        spoken.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    }
    Ok(languages)
}

/// The mission that each volunteer is on or goes to: the one that has come furthest.
fn missions(file: &OfficeFile) -> Result<HashMap<Id, (Stage, NaiveDate)>, StoreError> {
    let mut statement = file.connection.prepare(
        "SELECT volunteer, stage, last FROM mission WHERE gone = 0
         AND stage IN ('proposed', 'with-partner', 'offered', 'accepted', 'preparing', 'serving')",
    )?;
    let mut found = statement.query([])?;
    let mut missions: HashMap<Id, (Stage, NaiveDate)> = HashMap::new();
    while let Some(row) = found.next()? {
        let (id, stage, last): (Id, Stage, NaiveDate) = (field(row, 0)?, field(row, 1)?, field(row, 2)?);
        let furthest = missions.entry(id).or_insert((stage, last));
        if stage > furthest.0 {
            *furthest = (stage, last);
        }
    }
    Ok(missions)
}
