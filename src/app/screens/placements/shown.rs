//! A placement with the names of those it has to do with, as its pane and all in it show it.

use crate::domain::detail::PlacementDetail;
use crate::domain::mission::Mission;
use crate::domain::organisation::Organisation;
use crate::domain::placement::Placement;
use crate::domain::volunteer::Volunteer;
use crate::domain::{Id, Kind};
use crate::store::{OfficeFile, StoreError};

/// A placement as its pane shows it.
pub struct Shown {
    /// The placement with its parts.
    pub detail: PlacementDetail,
    /// Empty where no organisation is known.
    pub organisation_name: String,
    /// Its missions with the names of the volunteers.
    pub missions: Vec<(Mission, String)>,
}

/// Reads it; nothing where it is gone, by undo for example.
pub fn read(file: &mut OfficeFile, id: &Id) -> Result<Option<Shown>, StoreError> {
    if file.find::<Placement>(*id)?.is_none() {
        return Ok(None);
    }
    let detail = file.placement(*id)?;
    let organisation = match detail.placement.organisation {
        Some(id) => file.find::<Organisation>(id)?,
        None => None,
    };
    let mut missions = Vec::with_capacity(detail.missions.len());
    for mission in &detail.missions {
        let name = match file.find::<Volunteer>(mission.volunteer)? {
            Some(volunteer) => volunteer.full_name,
            None => file.name_of(Kind::Volunteer, mission.volunteer)?,
        };
        missions.push((mission.clone(), name));
    }
    let organisation_name = organisation.map(|organisation| organisation.name).unwrap_or_default();
    Ok(Some(Shown { detail, organisation_name, missions }))
}
