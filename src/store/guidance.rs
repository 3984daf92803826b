//! The practices and former missions most like a placement.

use super::table::Record as _;
use super::{OfficeFile, StoreError};
use crate::domain::Id;
use crate::domain::guidance::{Alike, Library, Work};
use crate::domain::mission::{Mission, Report, ReportKind, Stage};
use crate::domain::organisation::Organisation;
use crate::domain::placement::{Objective, Placement};
use crate::domain::practice::{Origin, Practice, PracticeStage, PracticeStanding, Replication};
use crate::domain::reference::Country;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::HashMap;

/// A practice that is like a piece of work.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AlikePractice {
    /// The practice.
    pub id: Id,
    /// Its short reference.
    pub reference: String,
    /// What it is, in a line.
    pub title: String,
    /// How far it is proved.
    pub stage: PracticeStage,
    /// What its replications say.
    pub standing: PracticeStanding,
    /// What must be there for it to work elsewhere.
    pub conditions: String,
    /// What makes it alike.
    #[serde(flatten)]
    pub alike: Alike,
}

/// A former mission that is like a piece of work.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AlikeMission {
    /// The mission.
    pub id: Id,
    /// Its short reference.
    pub reference: String,
    /// Who served.
    pub volunteer: Id,
    /// Title of the placement.
    pub title: String,
    /// Name of the organisation.
    pub organisation: String,
    /// Country.
    pub country: Option<Country>,
    /// The last day.
    pub last: NaiveDate,
    /// Whether it was served to its last day.
    pub completed: bool,
    /// What worked, by its last report.
    pub worked: String,
    /// What makes it alike.
    #[serde(flatten)]
    pub alike: Alike,
}

/// What is most like a piece of work, the most alike first.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Guidance {
    /// Practices.
    pub practices: Vec<AlikePractice>,
    /// Former missions, at most one of each placement.
    pub missions: Vec<AlikeMission>,
}

/// The names of organisations.
type Organisations = HashMap<Id, String>;

impl OfficeFile {
    /// The `most` practices and the `most` former missions that are most like a placement; its own missions are there
    /// too, but for `except`, a mission that is being prepared or ended.
    pub fn guidance(&self, placement: Id, except: Option<Id>, most: usize) -> Result<Guidance, StoreError> {
        let organisations: Organisations =
            self.all::<Organisation>()?.into_iter().map(|organisation| (organisation.id, organisation.name)).collect();
        let mut objectives: HashMap<Id, String> = HashMap::new();
        for objective in self.all::<Objective>()? {
            let text = objectives.entry(objective.of).or_default();
            text.push(' ');
            text.push_str(&objective.competence);
        }
        let placements: HashMap<Id, Placement> =
            self.all::<Placement>()?.into_iter().map(|placement| (placement.id, placement)).collect();
        let asked = self.get::<Placement>(placement)?;
        let wanted = work_of(&asked, &objectives);
        Ok(Guidance {
            practices: self.practices_like(&wanted, &placements, most)?,
            missions: self.missions_like(&wanted, placements, &organisations, &objectives, except, most)?,
        })
    }

    fn practices_like(
        &self,
        wanted: &Work,
        placements: &HashMap<Id, Placement>,
        most: usize,
    ) -> Result<Vec<AlikePractice>, StoreError> {
        let mut origins: HashMap<Id, Vec<Origin>> = HashMap::new();
        for origin in self.all::<Origin>()? {
            origins.entry(origin.of).or_default().push(origin);
        }
        let mut works = Vec::new();
        for practice in self.all::<Practice>()? {
            let mut partners: Vec<Id> = Vec::new();
            for origin in origins.get(&practice.id).into_iter().flatten() {
                partners.extend(origin.organisation);
                let mission = origin.mission.map(|id| self.find::<Mission>(id)).transpose()?.flatten();
                let post = mission.and_then(|mission| placements.get(&mission.placement));
                partners.extend(post.and_then(|post| post.organisation));
            }
            let Practice { title, context, problem, steps, results, conditions, .. } = &practice;
            let work = Work {
                sectors: practice.sectors.clone(),
                occupations: practice.occupations.clone(),
                countries: practice.countries.clone(),
                organisations: partners,
                text: [title, context, problem, steps, results, conditions].map(String::as_str).join(" "),
            };
            works.push((practice, work));
        }
        let library = Library::new(works);
        let found = library.most_alike(wanted, most).into_iter().map(|(practice, alike)| {
            Ok(AlikePractice {
                id: practice.id,
                reference: practice.reference.clone(),
                title: practice.title.clone(),
                stage: practice.stage,
                standing: PracticeStanding::of(&self.parts::<Replication>(practice.id)?),
                conditions: practice.conditions.clone(),
                alike,
            })
        });
        found.collect()
    }

    fn missions_like(
        &self,
        wanted: &Work,
        placements: HashMap<Id, Placement>,
        organisations: &Organisations,
        objectives: &HashMap<Id, String>,
        except: Option<Id>,
        most: usize,
    ) -> Result<Vec<AlikeMission>, StoreError> {
        // Of each placement the last mission that is over: whoever came before them tells much the same.
        let mut last_of: HashMap<Id, Mission> = HashMap::new();
        let sql = format!(
            "SELECT id, {} FROM mission WHERE gone = 0 AND stage IN ('{}', '{}') ORDER BY last, no",
            Mission::TABLE.columns(),
            Stage::Completed.code(),
            Stage::EndedEarly.code()
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        for mission in statement.query_map([], Mission::read)? {
            let mission = mission?;
            if except != Some(mission.id) {
                last_of.insert(mission.placement, mission);
            }
        }
        let mut works: Vec<(Mission, Work)> = last_of
            .into_values()
            .filter_map(|mission| {
                let work = work_of(placements.get(&mission.placement)?, objectives);
                Some((mission, work))
            })
            .collect();
        // The latest first among those that are equally alike, in the same order every time.
        works.sort_by_key(|(mission, _)| (std::cmp::Reverse(mission.last), mission.id));
        let library = Library::new(works);
        let found = library.most_alike(wanted, most).into_iter().map(|(mission, alike)| {
            let post = placements.get(&mission.placement);
            let partner = post.and_then(|post| post.organisation).and_then(|id| organisations.get(&id));
            let mut reports = self.parts::<Report>(mission.id)?;
            reports.retain(|report| report.received_on.is_some() && !report.worked.is_empty());
            reports.sort_by_key(|report| (report.kind == ReportKind::Final, report.due));
            Ok(AlikeMission {
                id: mission.id,
                reference: mission.reference.clone(),
                volunteer: mission.volunteer,
                title: post.map(|post| post.title.clone()).unwrap_or_default(),
                organisation: partner.cloned().unwrap_or_default(),
                country: post.and_then(|post| post.country),
                last: mission.last,
                completed: mission.stage == Stage::Completed,
                worked: reports.pop().map(|report| report.worked).unwrap_or_default(),
                alike,
            })
        });
        found.collect()
    }
}

/// What a placement is about.
fn work_of(post: &Placement, objectives: &HashMap<Id, String>) -> Work {
    let passed_on = objectives.get(&post.id).map(String::as_str).unwrap_or_default();
    Work {
        sectors: post.sector.into_iter().collect(),
        occupations: post.occupation.into_iter().collect(),
        countries: post.country.into_iter().collect(),
        organisations: post.organisation.into_iter().collect(),
        text: [post.title.as_str(), &post.objectives, passed_on].join(" "),
    }
}
