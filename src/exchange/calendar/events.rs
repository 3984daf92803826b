//! Which missions and milestones become events, and what is told of them: nothing of a person that nobody ticked.

use std::collections::HashMap;
use std::path::Path;

use super::write::{Event, State, calendar_text};
use crate::domain::Id;
use crate::domain::milestones::name_in;
use crate::domain::mission::{Milestone, Mission, Stage};
use crate::domain::placement::Placement;
use crate::domain::reference::Tongue;
use crate::domain::volunteer::Volunteer;
use crate::exchange::spreadsheet::{ExportError, SheetError};
use crate::exchange::write::write_whole;
use crate::store::lists::{Listing, MissionFilter, MissionRow, MissionSort, Query};
use crate::store::{OfficeFile, StoreError};

/// What a calendar file tells beside reference, title and place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tells {
    /// Names of the volunteers.
    pub names: bool,
    /// Names of the partners.
    pub partners: bool,
    /// Telephone numbers and e-mail addresses of the volunteers.
    pub contacts: bool,
}

/// What is written to a calendar file.
#[derive(Debug, Clone, PartialEq)]
pub struct CalendarQuery {
    /// Which missions.
    pub missions: Query<MissionRow>,
    /// Their milestones too, each on its day: done or due.
    pub milestones: bool,
    /// What is told of them.
    pub tells: Tells,
}

impl CalendarQuery {
    /// The missions of a filter, with nothing told of a person.
    pub fn of(filter: MissionFilter) -> Self {
        let missions = Query { search: String::new(), filter, sort: MissionSort::First, descending: false };
        Self { missions, milestones: false, tells: Tells::default() }
    }
}

/// How much was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Events of missions.
    pub missions: usize,
    /// Events of milestones.
    pub milestones: usize,
}

/// Writes missions as a calendar file, whole or not at all. The same office gives the same file, whatever the day.
pub fn export_calendar(
    office: &mut OfficeFile,
    query: &CalendarQuery,
    tongue: Tongue,
    path: &Path,
) -> Result<Written, ExportError> {
    let listing = office.list(&query.missions)?;
    let mut events = missions(office, &listing, query.tells, tongue)?;
    let missions = events.len();
    if query.milestones {
        events.extend(milestones(office, &listing, &events, tongue)?);
    }
    let text = calendar_text(&office.office()?.name, &events);
    write_whole(path, text.as_bytes()).map_err(SheetError::from)?;
    Ok(Written { missions, milestones: events.len() - missions })
}

/// The columns whose changes an event counts: days and stage.
const MISSION_COLUMNS: [&str; 3] = ["first", "last", "stage"];
const MILESTONE_COLUMNS: [&str; 2] = ["due", "done_on"];

fn missions(
    office: &OfficeFile,
    listing: &Listing<MissionRow>,
    tells: Tells,
    tongue: Tongue,
) -> Result<Vec<Event>, StoreError> {
    let placements = office.all::<Placement>()?.into_iter().map(|one| (one.id, one.programme));
    let programmes: HashMap<Id, String> = placements.collect();
    let volunteers = if tells.contacts { office.all::<Volunteer>()? } else { Vec::new() };
    let contacts: HashMap<Id, [String; 2]> =
        volunteers.into_iter().map(|one| (one.id, [one.phone, one.email])).collect();
    let revisions = office.revisions::<Mission>(&MISSION_COLUMNS)?;
    let event = |row: &MissionRow| {
        let country = row.country.map(|country| country.name(tongue)).unwrap_or_default();
        let programme = programmes.get(&row.placement).map(String::as_str).unwrap_or_default();
        let partner = if tells.partners { &*row.organisation_name } else { "" };
        let name = if tells.names { &*row.volunteer_name } else { "" };
        let contact = contacts.get(&row.volunteer).map(|one| one.each_ref().map(String::as_str)).unwrap_or_default();
        Event {
            id: row.id,
            title: join(", ", &[name, &row.placement_title, &row.reference]),
            place: join(", ", &[&row.duty_station, country]),
            note: join("\n", &[partner, contact[0], contact[1]]),
            days: row.days(),
            state: state(row.stage),
            categories: filled(&[row.stage.code(), programme, country]),
            revision: revisions.get(&row.id).copied().unwrap_or_default(),
        }
    };
    Ok(listing.iter().map(event).collect())
}

/// The milestones of missions that are events, each on the day on which it was done, else on which it is due.
fn milestones(
    office: &OfficeFile,
    listing: &Listing<MissionRow>,
    missions: &[Event],
    tongue: Tongue,
) -> Result<Vec<Event>, StoreError> {
    let missions: HashMap<Id, (&Event, Stage)> =
        missions.iter().zip(listing.iter()).map(|(event, row)| (row.id, (event, row.stage))).collect();
    let revisions = office.revisions::<Milestone>(&MILESTONE_COLUMNS)?;
    let event = |milestone: Milestone| {
        let (mission, stage) = missions.get(&milestone.of)?;
        let day = milestone.done_on.unwrap_or(milestone.due);
        let done = if milestone.done_on.is_some() { "done" } else { "due" };
        Some(Event {
            id: milestone.id,
            title: format!("{}: {}", name_in(&milestone.name, tongue), mission.title),
            note: String::new(),
            days: crate::domain::span::Span { first: day, last: day },
            // Whatever was to be done for a mission that is called off is called off too.
            state: if state(*stage) == State::Cancelled { State::Cancelled } else { State::Confirmed },
            categories: ["milestone".to_owned(), done.to_owned()]
                .into_iter()
                .chain(mission.categories.iter().skip(1).cloned())
                .collect(),
            revision: revisions.get(&milestone.id).copied().unwrap_or_default().with(mission.revision),
            place: mission.place.clone(),
        })
    };
    Ok(office.all::<Milestone>()?.into_iter().filter_map(event).collect())
}

fn state(stage: Stage) -> State {
    if matches!(stage, Stage::Declined | Stage::Cancelled) {
        State::Cancelled
    } else if stage.is_tentative() {
        State::Tentative
    } else {
        State::Confirmed
    }
}

fn filled(parts: &[&str]) -> Vec<String> {
    parts.iter().filter(|part| !part.is_empty()).map(|part| (*part).to_owned()).collect()
}

fn join(between: &str, parts: &[&str]) -> String {
    filled(parts).join(between)
}
