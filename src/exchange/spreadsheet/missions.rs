//! The list of missions: they are written for people and never read back, so they are no [`fields`](super::fields::fields).

use std::collections::HashMap;

use super::table::Cell;
use super::write::List;
use crate::domain::Id;
use crate::domain::mission::{EarlyEnd, Mission, Stage};
use crate::domain::organisation::Organisation;
use crate::domain::placement::Placement;
use crate::domain::reference::Tongue;
use crate::domain::volunteer::Volunteer;
use crate::store::{OfficeFile, StoreError};

/// The list of missions, with the names that people know.
pub(super) fn missions(
    office: &OfficeFile,
    only: Option<&[Id]>,
    name: &str,
    tongue: Tongue,
) -> Result<List, StoreError> {
    let volunteers: HashMap<Id, Volunteer> = office.all::<Volunteer>()?.into_iter().map(|one| (one.id, one)).collect();
    let placements: HashMap<Id, Placement> = office.all::<Placement>()?.into_iter().map(|one| (one.id, one)).collect();
    let partners: HashMap<Id, Organisation> =
        office.all::<Organisation>()?.into_iter().map(|one| (one.id, one)).collect();
    let mut missions: Vec<Mission> = office.all()?;
    if let Some(only) = only {
        let mut by_id: HashMap<Id, Mission> = missions.into_iter().map(|one| (one.id, one)).collect();
        missions = only.iter().filter_map(|id| by_id.remove(id)).collect();
    }
    let words = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) };
    let date = |date: Option<chrono::NaiveDate>| date.map_or(Cell::Empty, Cell::Date);
    let row = |mission: &Mission| {
        let volunteer = volunteers.get(&mission.volunteer);
        let placement = placements.get(&mission.placement);
        let partner = placement.and_then(|one| partners.get(&one.organisation?));
        let country = placement.and_then(|one| one.country);
        vec![
            words(&mission.reference),
            words(volunteer.map_or("", |one| &one.full_name)),
            words(volunteer.map_or("", |one| &one.reference)),
            words(placement.map_or("", |one| &one.title)),
            words(placement.map_or("", |one| &one.reference)),
            words(partner.map_or("", |one| &one.name)),
            words(country.map_or("", |country| country.name(tongue))),
            words(placement.map_or("", |one| &one.duty_station)),
            Cell::Date(mission.first),
            Cell::Date(mission.last),
            Cell::Number(mission.days().weeks() as f64),
            words(stage(mission.stage, tongue)),
            date(mission.extended_from),
            words(mission.early_end.map_or("", |end| early_end(end, tongue))),
            words(&mission.early_end_reason),
            date(mission.notice_on),
            date(mission.last_working_day),
            words(&mission.override_reason),
            date(mission.reserved_until),
            words(&mission.notes),
        ]
    };
    Ok(List {
        name: name.to_owned(),
        heads: HEADS
            .iter()
            .map(|[english, french]| if tongue == Tongue::French { french } else { english }.to_string())
            .collect(),
        rows: missions.iter().map(row).collect(),
    })
}

const HEADS: [[&str; 2]; 20] = [
    ["Reference", "Référence"],
    ["Volunteer", "Volontaire"],
    ["Volunteer reference", "Référence du volontaire"],
    ["Placement", "Poste"],
    ["Placement reference", "Référence du poste"],
    ["Organisation", "Organisation"],
    ["Country", "Pays"],
    ["Duty station", "Lieu d'affectation"],
    ["First day", "Premier jour"],
    ["Last day", "Dernier jour"],
    ["Weeks", "Semaines"],
    ["Stage", "Étape"],
    ["Extended from", "Prolongée depuis le"],
    ["Early end", "Fin anticipée"],
    ["Reason of early end", "Raison de la fin anticipée"],
    ["Notice given on", "Préavis donné le"],
    ["Last working day", "Dernier jour travaillé"],
    ["Reason for setting a rule aside", "Raison de passer outre une règle"],
    ["Reserved until", "Réservée jusqu'au"],
    ["Notes", "Notes"],
];

fn stage(stage: Stage, tongue: Tongue) -> &'static str {
    if tongue == Tongue::English {
        return stage.code();
    }
    match stage {
        Stage::Proposed => "proposée",
        Stage::WithPartner => "chez le partenaire",
        Stage::Offered => "offerte",
        Stage::Accepted => "acceptée",
        Stage::Preparing => "en préparation",
        Stage::Serving => "en service",
        Stage::Completed => "terminée",
        Stage::EndedEarly => "interrompue",
        Stage::Declined => "déclinée",
        Stage::Cancelled => "annulée",
    }
}

fn early_end(end: EarlyEnd, tongue: Tongue) -> &'static str {
    if tongue == Tongue::English {
        return end.code();
    }
    match end {
        EarlyEnd::Resignation => "démission",
        EarlyEnd::Medical => "raison médicale",
        EarlyEnd::Administrative => "administratif",
        EarlyEnd::Interrupted => "interrompue",
        EarlyEnd::Conflict => "conflit",
        EarlyEnd::LackOfFit => "inadéquation au poste",
        EarlyEnd::Personal => "raisons personnelles",
        EarlyEnd::Reassigned => "réaffectation",
    }
}
