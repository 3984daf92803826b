//! Placements and projects that run side by side.

use super::{OfficeFile, StoreError};
use crate::domain::Id;
use crate::domain::mission::Mission;
use crate::domain::organisation::{Organisation, Project};
use crate::domain::overlap::{Overlap, Strand, StrandKind, overlaps, side_by_side};
use crate::domain::placement::{Coordination, Placement, PlacementStatus, Side};
use crate::domain::reference::Country;
use crate::domain::span::Span;
use chrono::{Duration, NaiveDate};
use serde::Serialize;
use std::collections::HashMap;

/// A strand of work beside a placement, with what a person found about the two.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Beside {
    /// The strand.
    #[serde(flatten)]
    pub strand: Strand,
    /// What was found; nothing while nobody has said.
    pub side: Option<Side>,
    /// What was written about it.
    pub note: String,
    /// The part that says so.
    pub coordination: Option<Id>,
}

/// Which work side by side is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OverlapQuery {
    /// In any of these countries; none is all.
    pub countries: Vec<Country>,
    /// What is over before this day is left out; today where it is not given.
    pub from: Option<NaiveDate>,
}

impl OfficeFile {
    /// The groups of placements and projects of several organisations that run side by side.
    pub fn overlaps(&self, query: &OverlapQuery) -> Result<Vec<Overlap>, StoreError> {
        let from = query.from.unwrap_or_else(|| self.today());
        let mut strands = self.strands(from)?;
        strands.retain(|strand| {
            strand.days.last >= from && (query.countries.is_empty() || query.countries.contains(&strand.country))
        });
        Ok(overlaps(&strands))
    }

    /// What runs beside a placement, the earliest first, with what was found about it.
    pub fn beside(&self, placement: Id) -> Result<Vec<Beside>, StoreError> {
        let strands = self.strands(self.today())?;
        let Some(own) = strands.iter().find(|strand| strand.id == placement) else { return Ok(Vec::new()) };
        let found = self.parts::<Coordination>(placement)?;
        // What was said of this placement from the other one's side holds for both.
        let mut said: HashMap<Id, Coordination> = self
            .all::<Coordination>()?
            .into_iter()
            .filter(|other| other.other == placement)
            .map(|c| (c.of, c))
            .collect();
        said.extend(found.into_iter().map(|coordination| (coordination.other, coordination)));
        let mut beside: Vec<Beside> = strands
            .iter()
            .filter(|strand| side_by_side(own, strand))
            .map(|strand| {
                let known = said.get(&strand.id);
                Beside {
                    strand: strand.clone(),
                    side: known.map(|known| known.side),
                    note: known.map(|known| known.note.clone()).unwrap_or_default(),
                    coordination: known.map(|known| known.id),
                }
            })
            .collect();
        beside.sort_by_key(|beside| (beside.strand.days.first, beside.strand.id));
        Ok(beside)
    }

    /// All placements and projects of which country, sector and days are known, but for those that were called off. Of a
    /// placement the missions that were over before a day do not count.
    fn strands(&self, from: NaiveDate) -> Result<Vec<Strand>, StoreError> {
        let names: HashMap<Id, String> =
            self.all::<Organisation>()?.into_iter().map(|found| (found.id, found.name)).collect();
        let name_of = |id: Option<Id>| id.and_then(|id| names.get(&id)).cloned().unwrap_or_default();
        let mut missions: HashMap<Id, Vec<Span>> = HashMap::new();
        for mission in
            self.all::<Mission>()?.into_iter().filter(|mission| mission.stage.is_firm() && mission.last >= from)
        {
            missions.entry(mission.placement).or_default().push(mission.days());
        }
        let mut strands = Vec::new();
        for post in self.all::<Placement>()? {
            let agreed = missions.get(&post.id).map(Vec::as_slice).unwrap_or_default();
            let (Some(country), Some(sector), Some(days)) = (post.country, post.sector, days_of(&post, agreed)) else {
                continue;
            };
            if post.status == PlacementStatus::Cancelled {
                continue;
            }
            strands.push(Strand {
                id: post.id,
                kind: StrandKind::Placement,
                title: post.title,
                organisation: post.organisation,
                organisation_name: name_of(post.organisation),
                country,
                place: post.duty_station,
                position: post.position,
                sector,
                days,
                missions: agreed.len(),
            });
        }
        for project in self.all::<Project>()? {
            let (Some(country), Some(sector), Some(first)) = (project.country, project.sector, project.first) else {
                continue;
            };
            // One without an end is taken to run for a year.
            let last = project.last.unwrap_or(first + Duration::days(365)).max(first);
            strands.push(Strand {
                id: project.id,
                kind: StrandKind::Project,
                title: project.title,
                organisation: Some(project.of),
                organisation_name: name_of(Some(project.of)),
                country,
                place: project.place,
                position: None,
                sector,
                days: Span { first, last },
                missions: 0,
            });
        }
        Ok(strands)
    }
}

/// The days on which a placement is or will be filled: those of its missions, and while it is still to be filled from its
/// start window on for as long as it asks for.
fn days_of(post: &Placement, agreed: &[Span]) -> Option<Span> {
    let asked = post.start_from.filter(|_| agreed.is_empty() || post.status.seeks_people()).map(|first| {
        let weeks = post.weeks_most.or(post.weeks_least).unwrap_or(26);
        let latest = post.start_until.unwrap_or(first).max(first);
        Span { first, last: latest + Duration::weeks(i64::from(weeks)) }
    });
    let all = agreed.iter().copied().chain(asked);
    all.reduce(|one, other| Span { first: one.first.min(other.first), last: one.last.max(other.last) })
}
