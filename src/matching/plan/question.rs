//! What a plan is asked for: everything it looks at, handed in.

use crate::domain::decision::Decision;
use crate::domain::detail::{PlacementDetail, VolunteerDetail};
use crate::domain::matching::MatchingSettings;
use crate::domain::mission::Refusal;
use crate::domain::placement::Placement;
use crate::domain::reference::Country;
use crate::domain::rules::Limits;
use crate::domain::span::age_on;
use crate::domain::{ById, Id};
use crate::matching::eligibility::{Past, Post, Rule, Team, Terms};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// A rule that is set aside, for one placement or for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relaxed {
    /// The rule.
    pub rule: Rule,
    /// The placement; without one, all.
    pub placement: Option<Id>,
}

/// Associations of the diaspora of each country, by id.
pub type Associations = HashMap<Country, Arc<HashSet<Id>>>;

/// Who could be sent, what is to be filled, and by what rules and weights.
#[derive(Debug, Clone)]
pub struct Question {
    /// Everybody, in any order.
    pub people: Vec<VolunteerDetail>,
    /// The placements to fill, in any order.
    pub placements: Vec<PlacementDetail>,
    /// Every placement that somebody may have served in, been refused for or decided on.
    pub posts: HashMap<Id, Post>,
    /// The country of each of them.
    pub countries: ById<Country>,
    /// The associations of the diaspora of each country.
    pub associations: Associations,
    /// All that was decided, whether it stands or not.
    pub decisions: Vec<Decision>,
    /// All that was refused.
    pub refusals: Vec<Refusal>,
    /// Weights and rules of the office.
    pub matching: MatchingSettings,
    /// Limits of the office.
    pub limits: Limits,
    /// Rules that are set aside.
    pub relaxed: Vec<Relaxed>,
    /// The day on which it is asked.
    pub today: NaiveDate,
}

impl Question {
    /// An empty one.
    pub fn new(today: NaiveDate) -> Self {
        Self {
            people: Vec::new(),
            placements: Vec::new(),
            posts: HashMap::new(),
            countries: ById::default(),
            associations: Associations::new(),
            decisions: Vec::new(),
            refusals: Vec::new(),
            matching: MatchingSettings::default(),
            limits: Limits::default(),
            relaxed: Vec::new(),
            today,
        }
    }

    /// Notes what has to be known of a placement.
    pub fn know(&mut self, placement: &Placement) {
        let post = Post { reference: placement.reference.clone(), organisation: placement.organisation };
        self.posts.insert(placement.id, post);
        self.countries.extend(placement.country.map(|country| (placement.id, country)));
    }

    /// What was decided and answered before.
    pub(super) fn past(&self) -> Past {
        Past::new(self.decisions.iter().cloned(), self.refusals.iter().cloned(), &self.posts, self.today)
    }

    /// What a placement asks; `person` finds those who hold its places.
    pub(super) fn terms<'a>(
        &self,
        placement: &PlacementDetail,
        past: &Arc<Past>,
        person: impl Fn(Id) -> Option<&'a VolunteerDetail>,
    ) -> Terms {
        let mut terms = Terms::new(placement, self.limits, self.today)
            .with_settings(self.matching.rules.clone())
            .with_past(past.clone());
        if let Some(associations) = placement.placement.country.and_then(|country| self.associations.get(&country)) {
            terms = terms.with_associations(associations.clone());
        }
        let relaxed = self.relaxed.iter().filter(|relaxed| relaxed.placement.is_none_or(|id| id == terms.placement.id));
        terms.relaxed = relaxed.map(|relaxed| relaxed.rule).collect();
        for mission in placement.missions.iter().filter(|mission| mission.stage.takes_place()) {
            let birth = person(mission.volunteer).and_then(|person| person.volunteer.birth_date);
            let youth = birth.is_some_and(|birth| self.limits.is_youth(age_on(birth, mission.first)));
            let Team { youth: young, others } = &mut terms.team;
            *(if youth { young } else { others }) += 1;
        }
        terms
    }
}

/// Without what no rule and no criterion looks at: contacts, numbers of papers, notes. A fifth of the memory.
pub fn without_words(mut person: VolunteerDetail) -> VolunteerDetail {
    let volunteer = &mut person.volunteer;
    for text in [
        &mut volunteer.given_name,
        &mut volunteer.family_name,
        &mut volunteer.own_script_name,
        &mut volunteer.residence_place,
        &mut volunteer.email,
        &mut volunteer.phone,
        &mut volunteer.emergency_name,
        &mut volunteer.emergency_relation,
        &mut volunteer.emergency_phone,
        &mut volunteer.occupation_title,
        &mut volunteer.notes,
    ] {
        *text = String::new();
    }
    for clearance in &mut person.clearances {
        (clearance.number, clearance.note) = (String::new(), String::new());
    }
    person.absences.iter_mut().for_each(|absence| absence.reason = String::new());
    person.standings.iter_mut().for_each(|step| step.reason = String::new());
    for mission in &mut person.missions {
        (mission.early_end_reason, mission.notes) = (String::new(), String::new());
    }
    person.languages.shrink_to_fit();
    person.skills.shrink_to_fit();
    person.clearances.shrink_to_fit();
    person.absences.shrink_to_fit();
    person.standings.shrink_to_fit();
    person.missions.shrink_to_fit();
    person
}
