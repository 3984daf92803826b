//! What the pane of a mission shows, read in one go.

use crate::domain::Id;
use crate::domain::detail::MissionDetail;
use crate::domain::mission::Mission;
use crate::domain::organisation::Organisation;
use crate::domain::placement::Placement;
use crate::domain::rules::{Broken, Limits, check_mission};
use crate::domain::volunteer::Volunteer;
use crate::store::{OfficeFile, StoreError};

/// A mission with the records it ties together.
pub struct Shown {
    /// The mission.
    pub detail: MissionDetail,
    /// Who serves.
    pub volunteer: Volunteer,
    /// All missions of the volunteer, this one too.
    pub missions: Vec<Mission>,
    /// Where.
    pub placement: Placement,
    /// The partner, where one is known.
    pub organisation: Option<Organisation>,
    /// The office's limits.
    pub limits: Limits,
}

/// Reads a mission; nothing where it was removed.
pub fn read(file: &mut OfficeFile, id: &Id) -> Result<Option<Shown>, StoreError> {
    if file.find::<Mission>(*id)?.is_none() {
        return Ok(None);
    }
    let detail = file.mission(*id)?;
    let person = file.volunteer(detail.mission.volunteer)?;
    let placement: Placement = file.get(detail.mission.placement)?;
    let organisation = match placement.organisation {
        Some(organisation) => file.find(organisation)?,
        None => None,
    };
    let limits = file.office()?.limits;
    let (volunteer, missions) = (person.volunteer, person.missions);
    Ok(Some(Shown { detail, volunteer, missions, placement, organisation, limits }))
}

impl Shown {
    /// The rule that the mission would break if it were as wanted, as the office file will see it.
    pub fn check(&self, wanted: &Mission) -> Result<(), Broken> {
        check_mission(wanted, &self.volunteer, &self.missions, &self.limits)
    }
}
