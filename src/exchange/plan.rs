//! The whole office before all its open placements: where the store and the plan meet.

use crate::domain::decision::Decision;
use crate::domain::detail::VolunteerDetail;
use crate::domain::mission::Refusal;
use crate::domain::placement::Placement;
use crate::domain::volunteer::Volunteer;
use crate::domain::{Id, Kind};
use crate::matching::eligibility::Post;
use crate::matching::plan::{Planner, Question, without_words};
use crate::store::lists::PlacementRow;
use crate::store::{OfficeFile, Progress, StoreError};
use std::collections::BTreeSet;

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
    question.decisions = office.all::<Decision>()?;
    question.refusals = office.refusals()?;
    office.each_volunteer(|person| {
        progress.step()?;
        question.people.push(without_words(person));
        Ok(())
    })?;
    Ok(question)
}

/// A person as the plan keeps them.
pub fn person(office: &OfficeFile, volunteer: Id) -> Result<VolunteerDetail, StoreError> {
    office.volunteer(volunteer).map(without_words)
}

/// Brings a planner up to what the office file holds of some records. False where that is more than it can mend: another
/// office, many records, an answer that was taken back. Then it is asked anew, with a new [`question`].
pub fn refresh(
    office: &mut OfficeFile,
    planner: &mut Planner,
    records: &BTreeSet<(Kind, Id)>,
) -> Result<bool, StoreError> {
    if records.len() > MENDED || records.iter().any(|(kind, _)| *kind == Kind::Office) {
        return Ok(false);
    }
    let refusals = office.refusals()?;
    if planner.question().refusals.iter().any(|known| !refusals.contains(known)) {
        return Ok(false);
    }
    let new: Vec<Refusal> =
        refusals.into_iter().filter(|refusal| !planner.question().refusals.contains(refusal)).collect();
    for (kind, id) in records {
        match kind {
            Kind::Placement => refresh_placement(office, planner, *id)?,
            Kind::Volunteer => match office.find::<Volunteer>(*id)? {
                Some(_) => planner.person_changed(person(office, *id)?),
                None => planner.person_removed(*id),
            },
            Kind::Mission | Kind::Organisation | Kind::Office => {}
        }
    }
    new.into_iter().for_each(|refusal| planner.refused(refusal));
    Ok(true)
}

/// More records than this are read anew, with everything else.
const MENDED: usize = 100;

fn refresh_placement(office: &OfficeFile, planner: &mut Planner, id: Id) -> Result<(), StoreError> {
    if office.find::<Placement>(id)?.is_none_or(|placement| !placement.status.seeks_people()) {
        planner.placement_removed(id);
        return Ok(());
    }
    let placement = office.placement(id)?;
    let (before, now) = (decisions_on(planner, id), placement.decisions.clone());
    planner.placement_changed(placement);
    for gone in before.iter().filter(|known| !now.iter().any(|other| other.volunteer == known.volunteer)) {
        planner.undecided(id, gone.volunteer);
    }
    for decision in now.into_iter().filter(|decision| !before.contains(decision)) {
        planner.decided(decision);
    }
    Ok(())
}

fn decisions_on(planner: &Planner, placement: Id) -> Vec<Decision> {
    planner.question().decisions.iter().filter(|decision| decision.of == placement).cloned().collect()
}
