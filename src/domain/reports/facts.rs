//! What reports are counted from, and what of it is wanted.

use super::ReportName;
use crate::domain::Id;
use crate::domain::matching::Paper;
use crate::domain::mission::{Milestone, Mission, Report, StageStep, Trained, Transfer};
use crate::domain::organisation::{Link, Organisation};
use crate::domain::placement::{Objective, Placement};
use crate::domain::practice::{Practice, Replication};
use crate::domain::reference::{Country, Sector};
use crate::domain::span::Span;
use crate::domain::volunteer::{Category, Clearance, Volunteer};
use chrono::NaiveDate;
use std::collections::HashMap;

/// A period, and what is counted in it; what is not given narrows nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportQuery {
    /// The period, both days included.
    pub days: Span,
    /// Only in this country.
    pub country: Option<Country>,
    /// Only of placements of this programme, in any case.
    pub programme: Option<String>,
    /// Only of those who serve under this category.
    pub category: Option<Category>,
    /// Only of placements in this sector or this group of sectors.
    pub sector: Option<Sector>,
}

impl ReportQuery {
    /// All of a period.
    pub fn of(days: Span) -> Self {
        Self { days, country: None, programme: None, category: None, sector: None }
    }

    /// Whether a placement is among those wanted, whoever serves there.
    pub fn takes(&self, post: &Placement) -> bool {
        let programme = self.programme.as_deref().map(str::trim).filter(|programme| !programme.is_empty());
        self.country.is_none_or(|country| post.country == Some(country))
            && programme.is_none_or(|programme| programme.to_lowercase() == post.programme.trim().to_lowercase())
            && self.sector.is_none_or(|group| post.sector.is_some_and(|sector| sector.within(group)))
    }
}

/// The records of an office, as far as a report needs them; removed ones are not among them.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// Today.
    pub today: NaiveDate,
    /// The papers that the office asks for.
    pub papers: Vec<Paper>,
    /// Everybody who has a mission.
    pub volunteers: HashMap<Id, Volunteer>,
    /// Every placement.
    pub placements: HashMap<Id, Placement>,
    /// Every mission.
    pub missions: Vec<Mission>,
    /// For demand and stages: the steps of missions.
    pub steps: Vec<StageStep>,
    /// For training and discipline: the reports on missions.
    pub reports: Vec<Report>,
    /// For discipline: the milestones due in the period.
    pub milestones: Vec<Milestone>,
    /// For discipline: the papers of those whose mission began in the period.
    pub clearances: Vec<Clearance>,
    /// For training: people trained.
    pub trained: Vec<Trained>,
    /// For training: levels looked at.
    pub transfers: Vec<Transfer>,
    /// For training: competences to be passed on.
    pub objectives: Vec<Objective>,
    /// For partners: every organisation.
    pub organisations: HashMap<Id, Organisation>,
    /// For partners: their links.
    pub links: Vec<Link>,
    /// For learning: every practice.
    pub practices: HashMap<Id, Practice>,
    /// For learning: where they were done again.
    pub replications: Vec<Replication>,
}

impl ReportName {
    /// Whether it looks at the steps of missions.
    pub fn needs_steps(self) -> bool {
        matches!(self, Self::Demand | Self::Stages)
    }

    /// Whether it looks at reports on missions.
    pub fn needs_reports(self) -> bool {
        matches!(self, Self::Training | Self::Discipline)
    }
}
