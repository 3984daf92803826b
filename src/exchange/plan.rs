//! The whole office before all its open placements: where the store and the plan meet.

use crate::domain::decision::Decision;
use crate::domain::detail::{PlacementDetail, VolunteerDetail};
use crate::domain::matching::Settings;
use crate::domain::mission::Refusal;
use crate::domain::placement::Placement;
use crate::domain::reference::Country;
use crate::domain::rules::Limits;
use crate::domain::volunteer::Volunteer;
use crate::domain::{Id, Kind};
use crate::matching::eligibility::Post;
use crate::matching::plan::{Associations, Planner, Question, without_words};
use crate::store::lists::{OrganisationRow, PlacementRow};
use crate::store::{OfficeFile, Progress, StoreError};
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

/// Reads everything that a plan looks at, on the office's today. Stops where `progress` is cancelled.
pub fn question(office: &mut OfficeFile, progress: &Progress) -> Result<Question, StoreError> {
    let own = office.office()?;
    let mut question = Question::new(office.today());
    (question.limits, question.matching) = (own.limits, own.matching);
    question.placements = office.open_placements()?;
    for row in office.rows::<PlacementRow>()?.iter() {
        question.countries.extend(row.country.map(|country| (row.id, country)));
        question.posts.insert(row.id, Post { reference: row.reference.to_string(), organisation: row.organisation });
    }
    question.associations = associations(office)?;
    question.decisions = office.all::<Decision>()?;
    question.refusals = office.refusals()?;
    let [people, ..] = office.counts()?;
    let people = usize::try_from(people).unwrap_or_default();
    progress.set_total(people);
    question.people.reserve_exact(people);
    office.each_volunteer(|person| {
        progress.step()?;
        question.people.push(without_words(person));
        Ok(())
    })?;
    Ok(question)
}

/// The diaspora associations by the countries where their people have their roots.
fn associations(office: &OfficeFile) -> Result<Associations, StoreError> {
    let mut found: HashMap<Country, HashSet<Id>> = HashMap::new();
    for association in office.associations()? {
        for country in association.heritage {
            found.entry(country).or_default().insert(association.id);
        }
    }
    Ok(found.into_iter().map(|(country, associations)| (country, Arc::new(associations))).collect())
}

/// The names of all organisations, of which a placement's is the partner.
pub fn partners(office: &mut OfficeFile) -> Result<Partners, StoreError> {
    Ok(office.rows::<OrganisationRow>()?.iter().map(|row| (row.id, row.name.clone())).collect())
}

/// Names of organisations.
pub type Partners = HashMap<Id, Box<str>>;

/// A person as the plan keeps them.
fn person(office: &OfficeFile, volunteer: Id) -> Result<VolunteerDetail, StoreError> {
    office.volunteer(volunteer).map(without_words)
}

/// What the office file holds now of records that a plan looks at, read so that a planner elsewhere can be told.
#[derive(Debug, Clone)]
pub struct News {
    today: NaiveDate,
    limits: Limits,
    rules: Settings,
    associations: Associations,
    refusals: Vec<Refusal>,
    /// With nothing for whoever is no longer there, or no longer sought for.
    people: Vec<(Id, Option<VolunteerDetail>)>,
    placements: Vec<(Id, Option<PlacementDetail>)>,
}

/// Reads what the office file holds of some records. Nothing where they are so many that everything is better read anew.
pub fn news(office: &OfficeFile, records: &BTreeSet<(Kind, Id)>) -> Result<Option<News>, StoreError> {
    if records.len() > MENDED {
        return Ok(None);
    }
    let own = office.office()?;
    let (mut people, mut placements) = (Vec::new(), Vec::new());
    for (kind, id) in records {
        match kind {
            Kind::Volunteer => {
                let found = office.find::<Volunteer>(*id)?.map(|_| person(office, *id)).transpose()?;
                people.push((*id, found));
            }
            Kind::Placement => {
                let sought = office.find::<Placement>(*id)?.filter(|placement| placement.status.seeks_people());
                placements.push((*id, sought.map(|_| office.placement(*id)).transpose()?));
            }
            Kind::Mission | Kind::Organisation | Kind::Practice | Kind::Office => {}
        }
    }
    Ok(Some(News {
        today: office.today(),
        limits: own.limits,
        rules: own.matching.rules,
        associations: associations(office)?,
        refusals: office.refusals()?,
        people,
        placements,
    }))
}

impl News {
    /// Tells a planner, which keeps the weights that it has. False where it is more than a planner can mend: other rules or diaspora associations, another day, an answer that was
    /// taken back. Then it is asked anew, with a new [`question`].
    pub fn tell(self, planner: &mut Planner) -> bool {
        let known = planner.question();
        let same = (known.today, known.limits, &known.matching.rules, &known.associations)
            == (self.today, self.limits, &self.rules, &self.associations);
        if !same || known.refusals.iter().any(|known| !self.refusals.contains(known)) {
            return false;
        }
        let new: Vec<Refusal> =
            self.refusals.into_iter().filter(|refusal| !planner.question().refusals.contains(refusal)).collect();
        for (id, person) in self.people {
            match person {
                Some(person) => planner.person_changed(person),
                None => planner.person_removed(id),
            }
        }
        for (id, placement) in self.placements {
            match placement {
                Some(placement) => tell_placement(placement, planner),
                None => planner.placement_removed(id),
            }
        }
        new.into_iter().for_each(|refusal| planner.refused(refusal));
        true
    }
}

/// More records than this are read anew, with everything else.
const MENDED: usize = 100;

fn tell_placement(placement: PlacementDetail, planner: &mut Planner) {
    let id = placement.placement.id;
    let (before, now) = (decisions_on(planner, id), placement.decisions.clone());
    planner.placement_changed(placement);
    for gone in before.iter().filter(|known| !now.iter().any(|other| other.volunteer == known.volunteer)) {
        planner.undecided(id, gone.volunteer);
    }
    for decision in now.into_iter().filter(|decision| !before.contains(decision)) {
        planner.decided(decision);
    }
}

fn decisions_on(planner: &Planner, placement: Id) -> Vec<Decision> {
    planner.question().decisions.iter().filter(|decision| decision.of == placement).cloned().collect()
}
