//! From the lists of the office to rows: which missions and free places lie on which row. Read on the desk's thread,
//! once for what is asked for.

use super::chart::{Chart, Group, Piece, What};
use super::holidays::Holidays;
use super::layout::{Details, MilestoneMark};
use super::scale::number;
use crate::domain::Id;
use crate::domain::mission::Stage;
use crate::domain::placement::PlacementStatus;
use crate::domain::reference::{Country, Tongue};
use crate::domain::span::Span;
use crate::domain::text::fold;
use crate::store::lists::{Listing, MissionRow, PlacementFilter, PlacementRow, PlacementSort, Query};
use crate::store::{DatedTask, Marks, OfficeFile, StoreError};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::Arc;

/// What makes a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grouping {
    /// One for each volunteer.
    Volunteer,
    /// One for each placement, under its partner.
    #[default]
    Placement,
    /// One for each partner.
    Partner,
    /// One for each country of service.
    Country,
    /// One for each programme.
    Programme,
}

impl Grouping {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Volunteer, Self::Placement, Self::Partner, Self::Country, Self::Programme];
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    /// The missions.
    pub query: Query<MissionRow>,
    /// What makes a row.
    pub grouping: Grouping,
    /// Free places too: not where missions were narrowed to a stage.
    pub openings: bool,
    /// The day from which free places stand open at the earliest.
    pub today: NaiveDate,
    /// The language in which countries are named.
    pub tongue: Tongue,
}

/// What is asked for, read and laid into rows.
#[derive(Debug, Default)]
pub struct Read {
    /// The missions; a piece names them by their place in it.
    pub missions: Listing<MissionRow>,
    /// The placements with free places, likewise.
    pub openings: Listing<PlacementRow>,
    /// Whether the office has any mission or open place at all.
    pub anything: bool,
    /// The rows.
    pub chart: Chart,
    /// Public holidays on them.
    pub holidays: Holidays,
}

/// Weeks for which a free place is shown where the placement does not say.
const WEEKS_OF_AN_OPENING: u16 = 26;

/// Reads missions and free places, and lays them into rows.
pub fn read(file: &mut OfficeFile, key: &Key) -> Result<Read, StoreError> {
    let missions = file.list(&key.query)?;
    let placements = file.rows::<PlacementRow>()?;
    let openings = if key.openings && key.grouping != Grouping::Volunteer {
        file.list(&open_placements(&key.query))?
    } else {
        Listing::default()
    };
    let anything = !missions.rows.is_empty() || placements.iter().any(|row| row.free_places > 0);
    let chart = Chart::new(groups(&missions, &openings, &placements, key));
    let holidays = Holidays::read(file, &chart, &missions, &openings)?;
    Ok(Read { missions, openings, anything, chart, holidays })
}

/// Placements that seek people, narrowed as the missions are.
fn open_placements(missions: &Query<MissionRow>) -> Query<PlacementRow> {
    let filter = PlacementFilter {
        statuses: PlacementStatus::ALL.iter().copied().filter(|status| status.seeks_people()).collect(),
        countries: missions.filter.countries.clone(),
        with_free_places: true,
        ..PlacementFilter::default()
    };
    Query { search: missions.search.clone(), filter, sort: PlacementSort::Start, descending: false }
}

/// What a row is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Subject<'a> {
    Record(Id),
    Country(Country),
    /// A programme is a name that people write; it has no record of its own.
    Programme(&'a str),
    Unknown,
}

/// A row to be.
struct Heads<'a> {
    subject: Option<Subject<'a>>,
    name: &'a str,
    heading: &'a str,
    places: u16,
}

impl<'a> Heads<'a> {
    /// A row without a heading, in which nobody takes over from anybody.
    fn plain(subject: Option<Subject<'a>>, name: &'a str) -> Self {
        Self { subject, name, heading: "", places: 0 }
    }

    /// The row of a placement and of what lies in it; nothing for rows of volunteers.
    fn of_placement(post: Option<&'a PlacementRow>, grouping: Grouping, tongue: Tongue) -> Option<Self> {
        Some(match (grouping, post) {
            (Grouping::Volunteer, _) => return None,
            (_, None) => Self::plain(None, ""),
            (Grouping::Placement, Some(post)) => Self {
                subject: Some(Subject::Record(post.id)),
                name: &post.title,
                heading: &post.organisation_name,
                places: post.places.max(1),
            },
            (Grouping::Partner, Some(post)) => {
                Self::plain(post.organisation.map(Subject::Record), &post.organisation_name)
            }
            (Grouping::Country, Some(post)) => {
                Self::plain(post.country.map(Subject::Country), post.country.map_or("", |country| country.name(tongue)))
            }
            (Grouping::Programme, Some(post)) => {
                let subject = (!post.programme.is_empty()).then_some(Subject::Programme(&post.programme));
                Self::plain(subject, &post.programme)
            }
        })
    }
}

/// The rows under way, by what they are for.
#[derive(Default)]
struct Rows<'a>(HashMap<Subject<'a>, Group>);

impl<'a> Rows<'a> {
    fn add(&mut self, heads: Heads<'a>, piece: Piece) {
        let Heads { subject, name, heading, places } = heads;
        let new = || Group { heading: heading.into(), name: name.into(), places, pieces: Vec::new() };
        self.0.entry(subject.unwrap_or(Subject::Unknown)).or_insert_with(new).pieces.push(piece);
    }
}

fn groups(
    missions: &Listing<MissionRow>,
    openings: &Listing<PlacementRow>,
    placements: &[Arc<PlacementRow>],
    key: &Key,
) -> Vec<Group> {
    let by_id: HashMap<Id, &PlacementRow> = placements.iter().map(|row| (row.id, &**row)).collect();
    let mut rows = Rows::default();
    for (place, row) in (0u32..).zip(missions.iter()) {
        let post = by_id.get(&row.placement).copied();
        let heads = Heads::of_placement(post, key.grouping, key.tongue)
            .unwrap_or_else(|| Heads::plain(Some(Subject::Record(row.volunteer)), &row.volunteer_name));
        let serves = !matches!(row.stage, Stage::Declined | Stage::Cancelled);
        rows.add(heads, Piece::new(What::Mission(place), number(row.first), number(row.last), serves));
    }
    for (place, post) in (0u32..).zip(openings.iter()) {
        let Some(heads) = Heads::of_placement(Some(post), key.grouping, key.tongue) else { continue };
        let days = days_of(post, key.today);
        rows.add(heads, Piece::new(What::Opening(place), number(days.first), number(days.last), false));
    }
    let mut rows: Vec<(Subject<'_>, Group)> = rows.0.into_iter().collect();
    // What has no name comes last.
    rows.sort_by_cached_key(|(subject, group)| {
        let (heading, name) = (fold(&group.heading), fold(&group.name));
        (heading.is_empty() && *subject == Subject::Unknown, heading, name.is_empty(), name, *subject)
    });
    rows.into_iter().map(|(_, group)| group).collect()
}

/// The days for which a free place is shown as open: from the day on which somebody may start, for as long as a mission
/// in it may last.
pub fn days_of(post: &PlacementRow, today: NaiveDate) -> Span {
    let first = post.start_from.unwrap_or(today).max(today);
    let weeks = post.weeks_most.or(post.weeks_least).unwrap_or(WEEKS_OF_AN_OPENING);
    Span::of_weeks(first, weeks).unwrap_or(Span { first, last: first })
}

/// What is marked on missions, in numbers of days.
pub fn details(file: &mut OfficeFile, missions: &Arc<[Id]>) -> Result<HashMap<Id, Details>, StoreError> {
    let task = |task: DatedTask| MilestoneMark { due: number(task.due), done: task.done, name: task.name };
    let days = |days: Span| (number(days.first), number(days.last));
    let of = |marks: Marks| Details {
        milestones: marks.milestones.into_iter().map(task).collect(),
        absences: marks.absences.into_iter().map(days).collect(),
    };
    Ok(file.marks(missions)?.into_iter().map(|(id, marks)| (id, of(marks))).collect())
}
