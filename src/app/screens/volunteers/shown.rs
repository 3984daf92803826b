//! A volunteer with the names of those they have to do with, as the pane shows them.

use crate::domain::Id;
use crate::domain::detail::VolunteerDetail;
use crate::domain::matching::Paper;
use crate::domain::mission::Mission;
use crate::domain::organisation::Organisation;
use crate::domain::papers::PaperState;
use crate::domain::placement::Placement;
use crate::domain::reference::Country;
use crate::domain::volunteer::{Clearance, Volunteer};
use crate::store::{OfficeFile, StoreError};
use chrono::NaiveDate;

/// A volunteer as the pane shows them.
pub struct Shown {
    /// The volunteer with their parts.
    pub detail: VolunteerDetail,
    /// Their missions, each with the title and country of its placement.
    pub missions: Vec<(Mission, String, Option<Country>)>,
    /// The margins that the office has set.
    pub papers: Vec<Paper>,
    /// The volunteer who travels along; empty where nobody does.
    pub travels_with: String,
    /// The diaspora association; empty where none is known.
    pub association: String,
}

impl Shown {
    /// How a paper stands on a day, for the missions that it is needed for.
    pub fn state_of(&self, paper: &Clearance, today: NaiveDate) -> PaperState {
        let missions: Vec<(&Mission, Option<Country>)> =
            self.missions.iter().map(|(mission, _, country)| (mission, *country)).collect();
        PaperState::of(paper, &missions, &self.papers, today)
    }
}

/// Reads them; nothing where they are gone, by undo for example.
pub fn read(file: &mut OfficeFile, id: &Id) -> Result<Option<Shown>, StoreError> {
    if file.find::<Volunteer>(*id)?.is_none() {
        return Ok(None);
    }
    let detail = file.volunteer(*id)?;
    let mut missions = Vec::with_capacity(detail.missions.len());
    for mission in &detail.missions {
        let placement = file.find::<Placement>(mission.placement)?;
        let (title, country) = placement.map(|placement| (placement.title, placement.country)).unwrap_or_default();
        missions.push((mission.clone(), title, country));
    }
    let travels_with = match detail.volunteer.travels_with {
        Some(other) => file.find::<Volunteer>(other)?.map(|other| other.full_name),
        None => None,
    };
    let association = match detail.volunteer.diaspora_organisation {
        Some(other) => file.find::<Organisation>(other)?.map(|other| other.name),
        None => None,
    };
    let (travels_with, association) = (travels_with.unwrap_or_default(), association.unwrap_or_default());
    let papers = file.office()?.matching.rules.papers;
    Ok(Some(Shown { detail, missions, papers, travels_with, association }))
}
