//! The list of practices.

use super::{ListRow, Shelf, Shelves, by_number, field, haystack, only_ids, text_of};
use crate::domain::Id;
use crate::domain::practice::{PracticeStage, PracticeStanding, Replication};
use crate::domain::reference::{Country, Sector, Tongue};
use crate::store::{OfficeFile, StoreError};
use std::cmp::Ordering;
use std::collections::HashMap;

/// A practice as the list shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct PracticeRow {
    /// Id of the practice.
    pub id: Id,
    /// Short reference.
    pub reference: Box<str>,
    /// What it is, in a line.
    pub title: Box<str>,
    /// How far it is proved.
    pub stage: PracticeStage,
    /// Sectors.
    pub sectors: Box<[Sector]>,
    /// Countries in which it was found.
    pub countries: Box<[Country]>,
    /// What its replications say.
    pub standing: PracticeStanding,
    haystack: Box<str>,
}

/// What practices can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PracticeSort {
    /// Title.
    #[default]
    Title,
    /// Short reference.
    Reference,
    /// How far it is proved.
    Stage,
    /// How often it worked again, then how often it was tried.
    Replications,
}

/// What practices can be narrowed to; what is empty narrows nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PracticeFilter {
    /// In any of these stages.
    pub stages: Vec<PracticeStage>,
    /// In any of these sectors.
    pub sectors: Vec<Sector>,
    /// Found in any of these countries.
    pub countries: Vec<Country>,
    /// Only those that were done again.
    pub replicated: bool,
    /// Any of these, sorted by id: the list behind a number.
    pub ids: Vec<Id>,
}

impl ListRow for PracticeRow {
    type Sort = PracticeSort;
    type Filter = PracticeFilter;

    fn id(&self) -> Id {
        self.id
    }

    fn haystack(&self) -> &str {
        &self.haystack
    }

    fn passes(&self, filter: &PracticeFilter) -> bool {
        let any = |sector: &Sector| filter.sectors.contains(sector);
        let there = |country: &Country| filter.countries.contains(country);
        (filter.stages.is_empty() || filter.stages.contains(&self.stage))
            && (filter.sectors.is_empty() || self.sectors.iter().any(any))
            && (filter.countries.is_empty() || self.countries.iter().any(there))
            && (!filter.replicated || self.standing.replications > 0)
            && (filter.ids.is_empty() || filter.ids.binary_search(&self.id).is_ok())
    }

    fn compare(&self, other: &Self, sort: PracticeSort) -> Ordering {
        let done = |row: &Self| (row.standing.worked, row.standing.replications);
        match sort {
            PracticeSort::Title => self.haystack.cmp(&other.haystack), // begins with the title
            PracticeSort::Reference => by_number(&self.reference, &other.reference),
            PracticeSort::Stage => self.stage.cmp(&other.stage),
            PracticeSort::Replications => done(self).cmp(&done(other)),
        }
    }

    fn load(file: &OfficeFile, only: Option<&[Id]>) -> Result<Vec<Self>, StoreError> {
        let mut replications: HashMap<Id, Vec<Replication>> = HashMap::new();
        for replication in file.all::<Replication>()? {
            replications.entry(replication.of).or_default().push(replication);
        }
        let sql = format!(
            "SELECT id, reference, title, stage, sectors, countries, context, problem, steps, results, conditions,
                    constraints, documents
             FROM practice {} ORDER BY no",
            only_ids("practice", only)
        );
        let mut statement = file.connection.prepare(&sql)?;
        let mut found = statement.query([])?;
        let mut rows = Vec::new();
        while let Some(row) = found.next()? {
            let id: Id = field(row, 0)?;
            let word =
                |at: usize| -> rusqlite::Result<&str> { Ok(row.get_ref(at)?.as_str_or_null()?.unwrap_or_default()) };
            let countries: Vec<Country> = field(row, 5)?;
            let mut others = vec![word(1)?];
            others.extend(countries.iter().map(|country| country.name(Tongue::English)));
            for at in 6..=12 {
                others.push(word(at)?);
            }
            rows.push(Self {
                id,
                reference: text_of(row, 1)?,
                title: text_of(row, 2)?,
                stage: field(row, 3)?,
                sectors: field::<Vec<Sector>>(row, 4)?.into(),
                standing: PracticeStanding::of(replications.get(&id).into_iter().flatten()),
                haystack: haystack(word(2)?, &others),
                countries: countries.into(),
            });
        }
        Ok(rows)
    }

    fn shelf(shelves: &mut Shelves) -> &mut Shelf<Self> {
        &mut shelves.practices
    }
}
