//! The whole office before all its open placements: where the store and the plan meet.

use crate::domain::Id;
use crate::domain::decision::Decision;
use crate::domain::detail::VolunteerDetail;
use crate::matching::eligibility::Post;
use crate::matching::plan::{Question, without_words};
use crate::store::lists::PlacementRow;
use crate::store::{OfficeFile, Progress, StoreError};

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
