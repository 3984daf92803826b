//! A record together with all that hangs on it: what a pane shows, what matching looks at, what JSON holds.

use super::decision::Decision;
use super::mission::{Extension, Milestone, Mission, Report, StageStep, Trained, Transfer};
use super::organisation::{Contact, Link, Offer, Organisation, Project, SiteVisit};
use super::placement::{Coordination, Objective, Placement, Requirement};
use super::practice::{Origin, Practice, Replication};
use super::volunteer::{Absence, Clearance, LanguageSkill, Skill, StandingStep, Volunteer};
use serde::Serialize;

/// A volunteer with all that is known of them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VolunteerDetail {
    /// The person.
    #[serde(flatten)]
    pub volunteer: Volunteer,
    /// Languages, the best first.
    pub languages: Vec<LanguageSkill>,
    /// Skills, the best first.
    pub skills: Vec<Skill>,
    /// Papers and checks.
    pub clearances: Vec<Clearance>,
    /// Times in which the person cannot serve, the earliest first.
    pub absences: Vec<Absence>,
    /// Where the person stood when, the earliest first.
    pub standings: Vec<StandingStep>,
    /// Their missions, the earliest first.
    pub missions: Vec<Mission>,
}

/// An organisation with all that is known of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OrganisationDetail {
    /// The organisation.
    #[serde(flatten)]
    pub organisation: Organisation,
    /// People there.
    pub contacts: Vec<Contact>,
    /// Links from it and to it.
    pub links: Vec<Link>,
    /// Its placements.
    pub placements: Vec<Placement>,
    /// What it offers and needs.
    pub offers: Vec<Offer>,
    /// Visits to its site, the latest first.
    pub visits: Vec<SiteVisit>,
    /// Its projects.
    pub projects: Vec<Project>,
}

/// A placement with all that is known of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlacementDetail {
    /// The placement.
    #[serde(flatten)]
    pub placement: Placement,
    /// What it asks for, *must* first.
    pub requirements: Vec<Requirement>,
    /// Its missions, the earliest first.
    pub missions: Vec<Mission>,
    /// What was decided about people for it, whether it still stands or not.
    pub decisions: Vec<Decision>,
    /// The competences it is to pass on.
    pub objectives: Vec<Objective>,
    /// What was found about work that runs beside it.
    pub coordination: Vec<Coordination>,
}

impl PlacementDetail {
    /// Places that nobody holds: never below zero.
    pub fn free_places(&self) -> u16 {
        let taken = self.missions.iter().filter(|mission| mission.stage.takes_place()).count();
        self.placement.free_places(taken)
    }
}

impl Placement {
    /// Places left when so many of this file's missions take one: never below zero.
    pub fn free_places(&self, taken: usize) -> u16 {
        let gone = usize::from(self.places_filled_elsewhere) + taken;
        u16::try_from(usize::from(self.places).saturating_sub(gone)).unwrap_or_default()
    }
}

/// A mission with all that is known of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MissionDetail {
    /// The mission.
    #[serde(flatten)]
    pub mission: Mission,
    /// How it came to its stage, the earliest step first.
    pub steps: Vec<StageStep>,
    /// How it came to last longer, the earliest agreement first.
    pub extensions: Vec<Extension>,
    /// Its tasks, the next due first.
    pub milestones: Vec<Milestone>,
    /// Its reports, the next due first.
    pub reports: Vec<Report>,
    /// Leave taken during it, the earliest first.
    pub absences: Vec<Absence>,
    /// People trained.
    pub trained: Vec<Trained>,
    /// What came of the objectives of its placement, the earliest first.
    pub transfers: Vec<Transfer>,
}

/// A practice with all that is known of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PracticeDetail {
    /// The practice.
    #[serde(flatten)]
    pub practice: Practice,
    /// Where it comes from.
    pub origins: Vec<Origin>,
    /// Where it was done again, the earliest first.
    pub replications: Vec<Replication>,
}
