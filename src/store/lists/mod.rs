//! Compact rows of each kind for lists, kept in memory while the file is open: sorted, filtered and searched without
//! asking the database again.

mod missions;
mod organisations;
mod placements;
mod practices;
mod volunteers;

pub use missions::{MissionFilter, MissionRow, MissionSort};
pub use organisations::{OrganisationFilter, OrganisationRow, OrganisationSort};
pub use placements::{PlacementFilter, PlacementRow, PlacementSort};
pub use practices::{PracticeFilter, PracticeRow, PracticeSort};
pub use volunteers::{VolunteerFilter, VolunteerRow, VolunteerSort, VolunteerState};

use super::{Changes, OfficeFile, StoreError};
use crate::domain::text::fold;
use crate::domain::{Id, Kind};
use chrono::NaiveDate;
use memchr::memmem::Finder;
use rayon::prelude::*;
use std::cmp::Ordering;
use std::sync::Arc;

/// A row of a list: what a list shows, and the text by which it is found.
pub trait ListRow: Send + Sync + Sized {
    /// What the list can be sorted by.
    type Sort: Copy + Send + Sync;
    /// What the list can be narrowed to.
    type Filter: Send + Sync;

    /// Id of the record.
    fn id(&self) -> Id;
    /// Folded text for finding; begins with the name, so that it sorts by name.
    fn haystack(&self) -> &str;
    /// Whether the row passes a filter.
    fn passes(&self, filter: &Self::Filter) -> bool;
    /// Which of two rows comes first.
    fn compare(&self, other: &Self, sort: Self::Sort) -> Ordering;
    #[doc(hidden)]
    fn load(file: &OfficeFile, only: Option<&[Id]>) -> Result<Vec<Self>, StoreError>;
    #[doc(hidden)]
    fn shelf(shelves: &mut Shelves) -> &mut Shelf<Self>;
}

/// What a person wants to see of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Query<R: ListRow> {
    /// Words that all must be found, in any order, in parts of words too.
    pub search: String,
    /// What to narrow it to.
    pub filter: R::Filter,
    /// What to sort by.
    pub sort: R::Sort,
    /// The greatest first.
    pub descending: bool,
}

/// A list as asked for. Cheap to clone.
#[derive(Debug)]
pub struct Listing<R> {
    /// All rows of the kind.
    pub rows: Arc<Vec<Arc<R>>>,
    /// Which of them to show, in which order.
    pub order: Arc<Vec<u32>>,
}

impl<R> Clone for Listing<R> {
    fn clone(&self) -> Self {
        Self { rows: Arc::clone(&self.rows), order: Arc::clone(&self.order) }
    }
}

impl<R> Default for Listing<R> {
    fn default() -> Self {
        Self { rows: Arc::default(), order: Arc::default() }
    }
}

impl<R> Listing<R> {
    /// How many rows are shown.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether no row is shown.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// A row by its place in the list.
    pub fn get(&self, place: usize) -> Option<&R> {
        self.rows.get(*self.order.get(place)? as usize).map(Arc::as_ref)
    }

    /// The rows shown, in order.
    pub fn iter(&self) -> impl Iterator<Item = &R> {
        (0..self.len()).filter_map(|place| self.get(place))
    }
}

/// A record found by its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: Kind,
    /// Its id.
    pub id: Id,
    /// Its short reference.
    pub reference: String,
    /// Its name or title.
    pub name: String,
}

/// Rows of one kind, or nothing while they have not been asked for; and those that must be read again.
#[derive(Debug)]
pub struct Shelf<R> {
    rows: Option<Arc<Vec<Arc<R>>>>,
    stale: Vec<Id>,
}

impl<R> Default for Shelf<R> {
    fn default() -> Self {
        Self { rows: None, stale: Vec::new() }
    }
}

/// The rows kept in memory.
#[derive(Debug, Default)]
pub struct Shelves {
    volunteers: Shelf<VolunteerRow>,
    organisations: Shelf<OrganisationRow>,
    placements: Shelf<PlacementRow>,
    missions: Shelf<MissionRow>,
    practices: Shelf<PracticeRow>,
}

/// More changed rows than this are not read one by one: the whole list is read again.
const MANY: usize = 500;

impl Shelves {
    /// Forgets what an edit changed: it is read again when it is asked for.
    pub(crate) fn forget(&mut self, changes: &Changes) {
        for (kind, id) in &changes.records {
            match kind {
                Kind::Volunteer => self.volunteers.stale.push(*id),
                Kind::Organisation => self.organisations.stale.push(*id),
                Kind::Placement => self.placements.stale.push(*id),
                Kind::Mission => self.missions.stale.push(*id),
                Kind::Practice => self.practices.stale.push(*id),
                Kind::Office => {}
            }
        }
        // What a row shows of other records: names of volunteers and titles in missions, counts in placements ...
        if changes.touches(Kind::Volunteer) || changes.touches(Kind::Placement) || changes.touches(Kind::Organisation) {
            self.missions.rows = None;
        }
        if changes.touches(Kind::Organisation) {
            self.placements.rows = None;
        }
        if changes.touches(Kind::Placement) {
            self.organisations.rows = None;
        }
    }
}

impl OfficeFile {
    /// A list, narrowed, searched and sorted as asked for.
    pub fn list<R: ListRow>(&mut self, query: &Query<R>) -> Result<Listing<R>, StoreError> {
        let rows = self.rows::<R>()?;
        let folded = fold(&query.search);
        let finders: Vec<Finder<'_>> = folded.split(' ').filter(|word| !word.is_empty()).map(Finder::new).collect();
        let found = |row: &R| {
            row.passes(&query.filter) && finders.iter().all(|finder| finder.find(row.haystack().as_bytes()).is_some())
        };
        let mut order: Vec<u32> =
            (0u32..).zip(rows.iter()).filter(|(_, row)| found(row)).map(|(place, _)| place).collect();
        order.par_sort_unstable_by(|a, b| {
            let (a, b) = (&rows[*a as usize], &rows[*b as usize]);
            let by_column = a.compare(b, query.sort);
            let by_column = if query.descending { by_column.reverse() } else { by_column };
            by_column.then_with(|| a.haystack().cmp(b.haystack())).then_with(|| a.id().cmp(&b.id()))
        });
        Ok(Listing { rows, order: Arc::new(order) })
    }

    /// All rows of a kind, in the order in which they were made.
    pub fn rows<R: ListRow>(&mut self) -> Result<Arc<Vec<Arc<R>>>, StoreError> {
        let shelf = R::shelf(&mut self.lists);
        let stale = std::mem::take(&mut shelf.stale);
        let kept = shelf.rows.take();
        let rows = match kept {
            Some(rows) if stale.is_empty() => rows,
            Some(mut rows) if stale.len() <= MANY => {
                let fresh = R::load(self, Some(&stale))?;
                let patched = Arc::make_mut(&mut rows);
                patched.retain(|row| !stale.contains(&row.id()) || fresh.iter().any(|new| new.id() == row.id()));
                for new in fresh {
                    match patched.iter_mut().find(|row| row.id() == new.id()) {
                        Some(row) => *row = Arc::new(new),
                        None => patched.push(Arc::new(new)),
                    }
                }
                rows
            }
            _ => Arc::new(R::load(self, None)?.into_iter().map(Arc::new).collect()),
        };
        R::shelf(&mut self.lists).rows = Some(Arc::clone(&rows));
        Ok(rows)
    }

    /// Records of any kind whose text holds all the words, those whose name begins with them first.
    pub fn search(&mut self, text: &str, most: usize) -> Result<Vec<Hit>, StoreError> {
        let folded = fold(text);
        if folded.is_empty() {
            return Ok(Vec::new());
        }
        let mut hits = Vec::new();
        collect(&self.rows::<VolunteerRow>()?, &folded, most, &mut hits, |row| {
            (Kind::Volunteer, row.reference.to_string(), row.name.to_string())
        });
        collect(&self.rows::<OrganisationRow>()?, &folded, most, &mut hits, |row| {
            (Kind::Organisation, row.reference.to_string(), row.name.to_string())
        });
        collect(&self.rows::<PlacementRow>()?, &folded, most, &mut hits, |row| {
            (Kind::Placement, row.reference.to_string(), row.title.to_string())
        });
        collect(&self.rows::<MissionRow>()?, &folded, most, &mut hits, |row| {
            (Kind::Mission, row.reference.to_string(), format!("{}, {}", row.volunteer_name, row.placement_title))
        });
        collect(&self.rows::<PracticeRow>()?, &folded, most, &mut hits, |row| {
            (Kind::Practice, row.reference.to_string(), row.title.to_string())
        });
        hits.sort_by_key(|(rank, _)| *rank);
        hits.truncate(most);
        Ok(hits.into_iter().map(|(_, hit)| hit).collect())
    }

    /// How many records of each kind there are: volunteers, organisations, placements, missions, practices.
    pub fn counts(&self) -> Result<[u64; 5], StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT (SELECT count(*) FROM volunteer WHERE gone = 0), (SELECT count(*) FROM organisation WHERE gone = 0),
                    (SELECT count(*) FROM placement WHERE gone = 0), (SELECT count(*) FROM mission WHERE gone = 0),
                    (SELECT count(*) FROM practice WHERE gone = 0)",
        )?;
        let counts: [i64; 5] =
            statement.query_row([], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?]))?;
        Ok(counts.map(i64::unsigned_abs))
    }
}

fn collect<R: ListRow>(
    rows: &[Arc<R>],
    folded: &str,
    most: usize,
    hits: &mut Vec<(u8, Hit)>,
    describe: impl Fn(&R) -> (Kind, String, String),
) {
    let finders: Vec<Finder<'_>> = folded.split(' ').filter(|word| !word.is_empty()).map(Finder::new).collect();
    let mut found: Vec<(u8, &Arc<R>)> = rows
        .iter()
        .filter(|row| finders.iter().all(|finder| finder.find(row.haystack().as_bytes()).is_some()))
        .map(|row| (rank(row.haystack(), folded), row))
        .collect();
    found.sort_by(|a, b| (a.0, a.1.haystack()).cmp(&(b.0, b.1.haystack())));
    hits.extend(found.into_iter().take(most).map(|(rank, row)| {
        let (kind, reference, name) = describe(row);
        (rank, Hit { kind, id: row.id(), reference, name })
    }));
}

/// 0 where the name begins with the text, 1 where a word of it does, 2 elsewhere.
fn rank(haystack: &str, folded: &str) -> u8 {
    match haystack.find(folded) {
        Some(0) => 0,
        Some(at) if haystack.as_bytes().get(at - 1).is_some_and(|byte| matches!(byte, b' ' | b'\n')) => 1,
        _ => 2,
    }
}

/// The text by which a row is found: the name first, then all else that a person may type, folded.
fn haystack(name: &str, others: &[&str]) -> Box<str> {
    let mut text = fold(name);
    for other in others {
        if !other.is_empty() {
            text.push('\n');
            text.push_str(&fold(other));
        }
    }
    text.into_boxed_str()
}

/// `WHERE gone = 0`, narrowed to some ids where they are given.
fn only_ids(table: &str, only: Option<&[Id]>) -> String {
    match only {
        None => format!("WHERE {table}.gone = 0"),
        Some(ids) => format!("WHERE {table}.gone = 0 AND {table}.id IN ({})", listed(ids)),
    }
}

/// Ids as SQL lists them.
pub(super) fn listed(ids: &[Id]) -> String {
    let list: Vec<String> = ids.iter().map(|id| format!("x'{}'", id.to_string().replace('-', ""))).collect();
    list.join(",")
}

/// Orders what is known before what is not.
fn known_first<T: Ord>(a: Option<T>, b: Option<T>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => a.cmp(&b),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

/// Orders short references by their numbers: "V-9999" before "V-10000".
fn by_number(a: &str, b: &str) -> Ordering {
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}

/// The words of a column of a list, with nothing for nothing.
pub(super) fn text_of(row: &rusqlite::Row<'_>, at: usize) -> rusqlite::Result<Box<str>> {
    Ok(row.get_ref(at)?.as_str_or_null()?.unwrap_or_default().into())
}

/// A field of a list, read as records read it.
pub(super) fn field<T: super::columns::Column>(row: &rusqlite::Row<'_>, at: usize) -> rusqlite::Result<T> {
    let value = row.get_ref(at)?;
    T::read(value).map_err(|error| rusqlite::Error::FromSqlConversionFailure(at, value.data_type(), Box::new(error)))
}

/// A calendar date that may be missing, for lists.
type Date = Option<NaiveDate>;
