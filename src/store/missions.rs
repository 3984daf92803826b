//! Edits that belong together: placing a volunteer, moving a mission on, and where a volunteer stands.

use super::detail::{missions_of, own_office};
use super::edit::{Done, Edit};
use super::{OfficeFile, Op, StoreError};
use crate::domain::mission::{Mission, Party, Stage, StageStep};
use crate::domain::placement::Placement;
use crate::domain::rules::{Broken, Limits, check_mission, check_step, check_step_day, double_booking};
use crate::domain::span::Span;
use crate::domain::volunteer::{Standing, StandingStep, Volunteer};
use crate::domain::{Id, Kind};
use chrono::NaiveDate;

/// Who is to serve where and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Who.
    pub volunteer: Id,
    /// Where.
    pub placement: Id,
    /// First and last day.
    pub days: Span,
    /// Why a rule is set aside for it; empty where none is.
    pub reason: String,
    /// The last day on which it holds place and person while nobody has answered.
    pub reserved_until: Option<NaiveDate>,
}

/// A mission just proposed.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// Its id.
    pub mission: Id,
    /// A tentative mission on some of the same days: a warning, with the next free days.
    pub warning: Option<Broken>,
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
        let proposal = Proposal { volunteer, placement, days, reason: reason.to_owned(), reserved_until: None };
        self.edit(op, |edit| edit.propose(&proposal))
    }

    /// Proposes several people at once, as planned: one edit, each with its first step, its reservation and its
    /// milestones.
    ///
    /// A broken rule refuses them all, and the error says whose it is; so does a placement with no place left.
    pub fn accept(&mut self, proposals: &[Proposal]) -> Result<Done<Vec<Placed>>, StoreError> {
        let op = Op::Accepted { count: proposals.len() };
        self.edit(op, |edit| {
            let one = |proposal: &Proposal| match edit.propose(proposal).and_then(|placed| {
                edit.check_places(proposal.placement)?;
                Ok(placed)
            }) {
                Err(StoreError::Broken(broken)) => {
                    let name = edit.name_of(Kind::Volunteer, proposal.volunteer)?;
                    Err(StoreError::BrokenFor { name, broken })
                }
                other => other,
            };
            proposals.iter().map(one).collect()
        })
    }

    /// Keeps what the partner or the volunteer says to a proposal, as a dated step: a yes moves it on, a no declines it.
    pub fn answer(
        &mut self,
        mission: Id,
        by: Party,
        yes: bool,
        on: NaiveDate,
        reason: &str,
    ) -> Result<Done<()>, StoreError> {
        self.step(mission, by.answers(yes), on, by, reason)
    }

    /// Moves a mission to another stage, as a dated step that says who said so and why. Once it is agreed or has come
    /// to nothing, it holds nothing any more.
    pub fn step(
        &mut self,
        mission: Id,
        stage: Stage,
        on: NaiveDate,
        by: Party,
        reason: &str,
    ) -> Result<Done<()>, StoreError> {
        let op = self.stepped(mission, stage)?;
        check_step_day(&self.get(mission)?, stage, on, &self.parts(mission)?, self.today())?;
        self.edit(op, |edit| {
            edit.change(mission, |mission: &mut Mission| {
                mission.stage = stage;
                mission.reserved_until = mission.reserved_until.filter(|_| stage.is_tentative());
            })?;
            edit.add_step(mission, stage, on, by, reason)
        })
    }

    /// The description of a step, where it is allowed.
    pub(super) fn stepped(&self, mission: Id, stage: Stage) -> Result<Op, StoreError> {
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
    /// Adds a mission in stage *proposed*, with its first step and milestones.
    fn propose(&mut self, proposal: &Proposal) -> Result<Placed, StoreError> {
        let &Proposal { volunteer, placement, days, reserved_until, .. } = proposal;
        let reason = proposal.reason.trim();
        let mission = Mission {
            override_reason: reason.to_owned(),
            reserved_until,
            ..Mission::proposed(volunteer, placement, days)
        };
        let others = missions_of(self.connection(), "volunteer", volunteer)?;
        let limits = own_office(self.connection())?.map_or_else(Limits::default, |office| office.limits);
        check_mission(&mission, &self.get(volunteer)?, &others, &limits)?;
        let firm: Vec<Mission> = others.iter().filter(|other| other.stage.is_firm()).cloned().collect();
        if reason.is_empty()
            && let Some(broken) = double_booking(&mission, &firm)
        {
            return Err(broken.into());
        }
        let warning = double_booking(&mission, &others);
        let (today, id) = (self.today(), self.add(mission)?);
        self.add_step(id, Stage::Proposed, today, Party::Office, reason)?;
        self.add_milestones(id, &[])?;
        Ok(Placed { mission: id, warning })
    }

    /// Refuses a placement in which more people are proposed or serve than there are places.
    pub(super) fn check_places(&self, placement: Id) -> Result<(), StoreError> {
        let post: Placement = self.get(placement)?;
        let missions = missions_of(self.connection(), "placement", placement)?;
        let taken = missions.iter().filter(|mission| mission.stage.takes_place()).count();
        if taken + usize::from(post.places_filled_elsewhere) > usize::from(post.places) {
            return Err(Broken::NoFreePlace { places: post.places }.into());
        }
        Ok(())
    }

    pub(super) fn add_step(
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
