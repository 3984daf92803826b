//! Edits that belong together: placing a volunteer, moving a mission on, and where a volunteer stands.

use super::edit::{Done, Edit};
use super::{OfficeFile, Op, StoreError};
use crate::domain::Id;
use crate::domain::milestones::first_milestones;
use crate::domain::mission::{EarlyEnd, Mission, Party, Stage, StageStep};
use crate::domain::placement::Placement;
use crate::domain::rules::{check_step, double_booking};
use crate::domain::span::Span;
use crate::domain::volunteer::{Standing, StandingStep, Volunteer};
use chrono::NaiveDate;

/// A mission just proposed.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// Its id.
    pub mission: Id,
    /// A tentative mission on some of the same days: a warning, with the next free days.
    pub warning: Option<crate::domain::rules::Broken>,
}

/// How a mission ends before its last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EarlyEnding {
    /// Why, in a word.
    pub kind: EarlyEnd,
    /// The day on which notice was given, where it was.
    pub notice_on: Option<NaiveDate>,
    /// The last day worked.
    pub last_working_day: NaiveDate,
    /// The last day of the mission; leave that is left may lie between.
    pub last: NaiveDate,
}

impl OfficeFile {
    /// Proposes a volunteer for a placement: a mission in stage *proposed*, with its first step and milestones.
    ///
    /// A broken rule refuses it. Days on which the volunteer is on a firm mission are refused too, unless `reason`
    /// says why the rule is set aside; the reason is kept with the mission.
    pub fn place(
        &mut self,
        volunteer: Id,
        placement: Id,
        days: Span,
        reason: &str,
    ) -> Result<Done<Placed>, StoreError> {
        let person: Volunteer = self.get(volunteer)?;
        let post: Placement = self.get(placement)?;
        let op = Op::Placed { volunteer: person.full_name, placement: post.title, first: days.first, last: days.last };
        self.edit(op, |edit| {
            let mission =
                Mission { override_reason: reason.trim().to_owned(), ..Mission::proposed(volunteer, placement, days) };
            let others = super::detail::missions_of(edit.connection(), "volunteer", volunteer)?;
            let firm: Vec<Mission> = others.iter().filter(|other| other.stage.is_firm()).cloned().collect();
            if reason.trim().is_empty()
                && let Some(broken) = double_booking(&mission, &firm)
            {
                return Err(broken.into());
            }
            let warning = double_booking(&mission, &others);
            let (today, id) = (edit.today(), edit.add(mission)?);
            edit.add(StageStep {
                id: Id::random(),
                of: id,
                stage: Stage::Proposed,
                on: today,
                by: Party::Office,
                reason: reason.trim().to_owned(),
            })?;
            for milestone in first_milestones(id, days) {
                edit.add(milestone)?;
            }
            Ok(Placed { mission: id, warning })
        })
    }

    /// Moves a mission to another stage, as a dated step that says who said so and why.
    pub fn step(
        &mut self,
        mission: Id,
        stage: Stage,
        on: NaiveDate,
        by: Party,
        reason: &str,
    ) -> Result<Done<()>, StoreError> {
        let op = self.stepped(mission, stage)?;
        self.edit(op, |edit| {
            edit.change(mission, |mission: &mut Mission| mission.stage = stage)?;
            edit.add_step(mission, stage, on, by, reason)
        })
    }

    /// Ends a mission before its last day: the stage with its step, the kind and reason, the notice, the last working
    /// day and the new last day, in one edit.
    pub fn end_early(
        &mut self,
        mission: Id,
        ending: EarlyEnding,
        on: NaiveDate,
        by: Party,
        reason: &str,
    ) -> Result<Done<()>, StoreError> {
        let op = self.stepped(mission, Stage::EndedEarly)?;
        self.edit(op, |edit| {
            edit.change(mission, |mission: &mut Mission| {
                mission.stage = Stage::EndedEarly;
                mission.early_end = Some(ending.kind);
                mission.early_end_reason = reason.trim().to_owned();
                mission.notice_on = ending.notice_on;
                mission.last_working_day = Some(ending.last_working_day);
                mission.last = ending.last;
            })?;
            edit.add_step(mission, Stage::EndedEarly, on, by, reason)
        })
    }

    /// The description of a step, where it is allowed.
    fn stepped(&self, mission: Id, stage: Stage) -> Result<Op, StoreError> {
        let record: Mission = self.get(mission)?;
        check_step(record.stage, stage)?;
        Ok(Op::Stepped {
            volunteer: self.get::<Volunteer>(record.volunteer)?.full_name,
            placement: self.get::<Placement>(record.placement)?.title,
            stage,
        })
    }
}

impl Edit<'_> {
    fn add_step(
        &mut self,
        mission: Id,
        stage: Stage,
        on: NaiveDate,
        by: Party,
        reason: &str,
    ) -> Result<(), StoreError> {
        let reason = reason.trim().to_owned();
        self.add(StageStep { id: Id::random(), of: mission, stage, on, by, reason }).map(|_| ())
    }

    /// Says where a volunteer stands from a day on; the earlier steps stay. A day before the newest step only adds to
    /// what was, and one that is still to come changes nothing yet.
    pub fn stand(
        &mut self,
        volunteer: Id,
        standing: Standing,
        since: NaiveDate,
        reason: &str,
    ) -> Result<(), StoreError> {
        let step = StandingStep { id: Id::random(), of: volunteer, standing, since, reason: reason.trim().to_owned() };
        self.add(step)?;
        let today = self.today();
        let steps = super::detail::parts::<StandingStep>(self.connection(), volunteer)?;
        // Of two steps on one day, the one that was said last.
        match steps.iter().filter(|step| step.since <= today).max_by_key(|step| step.since).map(|step| step.standing) {
            Some(now) => self.change(volunteer, |volunteer: &mut Volunteer| volunteer.standing = now),
            None => Ok(()),
        }
    }

    /// Adds a volunteer with the first step of their standing, dated today.
    pub fn add_volunteer(&mut self, volunteer: Volunteer) -> Result<Id, StoreError> {
        let (standing, today) = (volunteer.standing, self.today());
        let id = self.add(volunteer)?;
        self.add(StandingStep { id: Id::random(), of: id, standing, since: today, reason: String::new() })?;
        Ok(id)
    }
}
