//! What the pane of a mission shows, read in one go.

use crate::domain::Id;
use crate::domain::detail::MissionDetail;
use crate::domain::handover::handovers;
use crate::domain::mission::Mission;
use crate::domain::organisation::Organisation;
use crate::domain::placement::{Objective, Placement};
use crate::domain::rules::{Broken, Limits, check_mission};
use crate::domain::span::Span;
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
    /// The competences that the placement is to pass on.
    pub objectives: Vec<Objective>,
    /// The practice that comes from it.
    pub practice: Option<Id>,
    /// The partner, where one is known.
    pub organisation: Option<Organisation>,
    /// The office's limits.
    pub limits: Limits,
    /// Who was in the same place before.
    pub before: Option<Near>,
    /// Who comes after in the same place.
    pub after: Option<Near>,
    /// The mission that it goes on from.
    pub follows: Option<Near>,
}

/// Another mission, as this one mentions it.
pub struct Near {
    /// Its id.
    pub mission: Id,
    /// Name of the volunteer.
    pub name: String,
    /// Its days.
    pub days: Span,
    /// Days between the two with nobody there; negative for days with both.
    pub gap: Option<i64>,
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
    let there = file.placement(placement.id)?;
    let (there, objectives) = (there.missions, there.objectives);
    let practice = file.practice_of(*id)?;
    let near = |id: Id, gap| near(file, id, gap);
    let found = handovers(&there);
    let before = found.iter().find(|handover| handover.to == detail.mission.id);
    let after = found.iter().find(|handover| handover.from == detail.mission.id);
    let before = before.map(|handover| near(handover.from, Some(handover.gap))).transpose()?;
    let after = after.map(|handover| near(handover.to, Some(handover.gap))).transpose()?;
    let follows = detail.mission.follows.map(|id| near(id, None)).transpose()?;
    Ok(Some(Shown {
        detail,
        volunteer,
        missions,
        placement,
        objectives,
        practice,
        organisation,
        limits,
        before,
        after,
        follows,
    }))
}

fn near(file: &OfficeFile, id: Id, gap: Option<i64>) -> Result<Near, StoreError> {
    let mission: Mission = file.get(id)?;
    let name = file.get::<Volunteer>(mission.volunteer)?.full_name;
    Ok(Near { mission: id, name, days: mission.days(), gap })
}

impl Shown {
    /// The rule that the mission would break if it were as wanted, as the office file will see it.
    pub fn check(&self, wanted: &Mission) -> Result<(), Broken> {
        check_mission(wanted, &self.volunteer, &self.missions, &self.limits)
    }
}
