//! What happens to a mission once it is there: other days, an extension, an early end, another placement; and its
//! milestones, which move with it.

use super::detail::{missions_of, own_office};
use super::edit::{Done, Edit};
use super::{OfficeFile, Op, StoreError};
use crate::domain::Id;
use crate::domain::matching::Paper;
use crate::domain::milestones::Templates;
use crate::domain::mission::{EarlyEnd, Extension, Milestone, Mission, Party, Report, ReportKind, Stage};
use crate::domain::papers::held_for;
use crate::domain::placement::Placement;
use crate::domain::rules::{Broken, check_extension, check_order, check_step_day, check_total};
use crate::domain::scheme::{serves_as, setting};
use crate::domain::span::Span;
use crate::domain::volunteer::{Clearance, Volunteer};
use chrono::NaiveDate;

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

/// What was agreed about a longer mission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Longer {
    /// The new last day.
    pub to: NaiveDate,
    /// The day on which the partner agreed; nothing while that is open.
    pub partner_agreed_on: Option<NaiveDate>,
    /// The day on which the volunteer agreed; nothing while that is open.
    pub volunteer_agreed_on: Option<NaiveDate>,
    /// The last day that is paid for, where it is known.
    pub funded_until: Option<NaiveDate>,
}

impl Longer {
    /// To a day, with nothing said yet by anybody.
    pub fn to(to: NaiveDate) -> Self {
        Self { to, partner_agreed_on: None, volunteer_agreed_on: None, funded_until: None }
    }
}

impl OfficeFile {
    /// Moves a mission to other days, and with it the milestones that are not done.
    pub fn move_mission(&mut self, mission: Id, days: Span) -> Result<Done<()>, StoreError> {
        let (volunteer, placement) = self.both_names(mission)?;
        let op = Op::Moved { volunteer, placement, first: days.first, last: days.last };
        self.edit(op, |edit| edit.move_mission(mission, days))
    }

    /// Makes an agreed mission last longer: the agreement is kept beside the last day first agreed, and milestones that
    /// are not done move.
    pub fn extend(&mut self, mission: Id, longer: Longer, note: &str) -> Result<Done<()>, StoreError> {
        let (volunteer, placement) = self.both_names(mission)?;
        let op = Op::Extended { volunteer, placement, last: longer.to };
        self.edit(op, |edit| {
            let before: Mission = edit.get(mission)?;
            let post: Placement = edit.get(before.placement)?;
            // Whoever pays for the placement pays for the mission, unless something else was agreed.
            let funded_until = longer.funded_until.or(before.funded_until).or(post.funding_until);
            check_extension(&before, longer.to, funded_until)?;
            edit.move_mission(mission, Span { first: before.first, last: longer.to })?;
            if longer.funded_until.is_some() {
                edit.change(mission, |mission: &mut Mission| mission.funded_until = longer.funded_until)?;
            }
            let on = edit.today();
            edit.add(Extension {
                id: Id::random(),
                of: mission,
                from: before.last,
                to: longer.to,
                on,
                partner_agreed_on: longer.partner_agreed_on,
                volunteer_agreed_on: longer.volunteer_agreed_on,
                funded_until: longer.funded_until,
                note: note.trim().to_owned(),
            })
            .map(drop)
        })
    }

    /// Ends a mission before its last day: the stage with its step, the kind and reason, the notice, the last working
    /// day and the new last day, in one edit. What was to be done before the end is now due that much earlier.
    pub fn end_early(
        &mut self,
        mission: Id,
        ending: EarlyEnding,
        on: NaiveDate,
        by: Party,
        reason: &str,
    ) -> Result<Done<()>, StoreError> {
        let op = self.stepped(mission, Stage::EndedEarly)?;
        self.edit(op, |edit| edit.end_early(mission, ending, on, by, reason))
    }

    /// Lets a volunteer in service go on in another placement, as one edit: the mission ends the day before, and a new
    /// one, linked to it, begins. What the volunteer has already done need not be done again.
    pub fn reassign(
        &mut self,
        mission: Id,
        placement: Id,
        days: Span,
        by: Party,
        reason: &str,
    ) -> Result<Done<Id>, StoreError> {
        let (volunteer, from) = self.both_names(mission)?;
        let to = self.get::<Placement>(placement)?.title;
        self.edit(Op::Reassigned { volunteer, from, to }, |edit| {
            let before: Mission = edit.get(mission)?;
            if before.stage != Stage::Serving || before.placement == placement {
                return Err(Broken::NotReassignable { stage: before.stage }.into());
            }
            check_order(days.first, days.last)?;
            let Some(last) = days.first.pred_opt().filter(|last| (before.first..=before.last).contains(last)) else {
                let Span { first, last } = before.days();
                return Err(Broken::ReassignedOutside { first, last, on: days.first }.into());
            };
            let today = edit.today();
            let (kind, notice_on) = (EarlyEnd::Reassigned, None);
            if last < before.last {
                let ending = EarlyEnding { kind, notice_on, last_working_day: last, last };
                edit.end_early(mission, ending, today, by, reason)?;
            } else {
                // It was served to its last day: that is no early end.
                edit.change(mission, |mission: &mut Mission| mission.stage = Stage::Completed)?;
                edit.add_step(mission, Stage::Completed, today, by, reason)?;
            }
            // They have not returned: the mission that they go on with looks back.
            for report in edit.parts::<Report>(mission)? {
                if report.kind == ReportKind::FollowUp && report.rule.is_some() && report.received_on.is_none() {
                    edit.remove::<Report>(report.id)?;
                }
            }
            let done: Vec<Milestone> = edit.parts::<Milestone>(mission)?;
            let new = Mission {
                stage: Stage::Preparing,
                follows: Some(mission),
                ..Mission::proposed(before.volunteer, placement, days)
            };
            edit.check_total(&new)?;
            let id = edit.add(new)?;
            edit.check_places(placement)?;
            for stage in [Stage::Proposed, Stage::Accepted, Stage::Preparing] {
                edit.add_step(id, stage, today, by, reason)?;
            }
            let done: Vec<String> = done
                .into_iter()
                .filter(|milestone| milestone.done_on.is_some())
                .map(|milestone| milestone.name)
                .collect();
            edit.add_milestones(id, &done)?;
            Ok(id)
        })
    }

    /// The name of the volunteer and the title of the placement.
    fn both_names(&self, mission: Id) -> Result<(String, String), StoreError> {
        let mission: Mission = self.get(mission)?;
        let (volunteer, placement) =
            (self.get::<Volunteer>(mission.volunteer)?, self.get::<Placement>(mission.placement)?);
        Ok((volunteer.full_name, placement.title))
    }
}

impl Edit<'_> {
    /// Moves a mission to other days, and with it the milestones that are not done.
    pub fn move_mission(&mut self, mission: Id, days: Span) -> Result<(), StoreError> {
        check_order(days.first, days.last)?;
        let before: Mission = self.get(mission)?;
        self.change(mission, |mission: &mut Mission| mission.move_to(days.first, days.last))?;
        self.check_total(&self.get(mission)?)?;
        self.move_milestones(&before, days)
    }

    fn move_milestones(&mut self, before: &Mission, days: Span) -> Result<(), StoreError> {
        let milestones: Vec<Milestone> = self.parts(before.id)?;
        let (volunteer, post): (Volunteer, Placement) = (self.get(before.volunteer)?, self.get(before.placement)?);
        let moved = self.templates()?.moved(&milestones, setting(&volunteer, &post), before.days(), days);
        for (id, due) in moved.due {
            self.change(id, |milestone: &mut Milestone| milestone.due = due)?;
        }
        for id in moved.dropped {
            self.remove::<Milestone>(id)?;
        }
        moved.added.into_iter().try_for_each(|milestone| self.add(milestone).map(drop))?;
        self.move_reports(before.id, days)
    }

    /// Moves the reports of the schedule that have not come.
    fn move_reports(&mut self, mission: Id, days: Span) -> Result<(), StoreError> {
        for report in self.parts::<Report>(mission)? {
            let due = report.rule.filter(|_| report.received_on.is_none()).map(|rule| rule.day(days));
            if let Some(due) = due.filter(|due| *due != report.due) {
                self.change(report.id, |report: &mut Report| report.due = due)?;
            }
        }
        Ok(())
    }

    fn end_early(
        &mut self,
        mission: Id,
        ending: EarlyEnding,
        on: NaiveDate,
        by: Party,
        reason: &str,
    ) -> Result<(), StoreError> {
        let before: Mission = self.get(mission)?;
        check_step_day(&before, Stage::EndedEarly, on, &self.parts(mission)?, self.today())?;
        check_order(before.first, ending.last)?;
        if ending.last > before.last {
            return Err(Broken::NotOver { on: ending.last, last: before.last }.into());
        }
        self.change(mission, |mission: &mut Mission| {
            mission.stage = Stage::EndedEarly;
            mission.early_end = Some(ending.kind);
            mission.early_end_reason = reason.trim().to_owned();
            mission.notice_on = ending.notice_on;
            mission.last_working_day = Some(ending.last_working_day);
            mission.last = ending.last;
        })?;
        self.move_milestones(&before, Span { first: before.first, last: ending.last })?;
        self.add_step(mission, Stage::EndedEarly, on, by, reason)
    }

    /// Refuses a mission with which its volunteer would serve more weeks in all than the category allows.
    fn check_total(&self, mission: &Mission) -> Result<(), StoreError> {
        let (volunteer, post): (Volunteer, Placement) = (self.get(mission.volunteer)?, self.get(mission.placement)?);
        let missions = missions_of(self.connection(), "volunteer", mission.volunteer)?;
        let Some(office) = own_office(self.connection())? else { return Ok(()) };
        Ok(check_total(mission, &missions, serves_as(&volunteer, &post), &office.limits)?)
    }

    fn templates(&self) -> Result<Templates, StoreError> {
        Ok(own_office(self.connection())?.map(|office| office.templates).unwrap_or_default())
    }

    fn papers(&self) -> Result<Vec<Paper>, StoreError> {
        Ok(own_office(self.connection())?.map(|office| office.matching.rules.papers).unwrap_or_default())
    }

    /// Gives a new mission its milestones, and the reports that it owes. Those that a paper closes are done where the volunteer holds one that lasts,
    /// and those before the first day that were `done` for the mission before need not be done again.
    pub(super) fn add_milestones(&mut self, mission: Id, done: &[String]) -> Result<(), StoreError> {
        let mission: Mission = self.get(mission)?;
        let (volunteer, post): (Volunteer, Placement) = (self.get(mission.volunteer)?, self.get(mission.placement)?);
        let mut milestones = self.templates()?.milestones(mission.id, setting(&volunteer, &post), mission.days());
        let again = |milestone: &Milestone| milestone.due >= mission.first || !done.contains(&milestone.name);
        milestones.retain(again);
        let (clearances, papers) = (self.parts::<Clearance>(volunteer.id)?, self.papers()?);
        for mut milestone in milestones {
            milestone.done_on = closed_on(&milestone, &clearances, &post, &mission, &papers, self.today());
            self.add(milestone)?;
        }
        let schedule = own_office(self.connection())?.map(|office| office.reporting).unwrap_or_default();
        schedule
            .reports(mission.id, &post, mission.days())
            .into_iter()
            .try_for_each(|report| self.add(report).map(drop))
    }

    /// Closes the milestones that wait for a paper, where the volunteer now holds one that lasts for the mission.
    pub(super) fn close_milestones(&mut self, volunteer: Id) -> Result<(), StoreError> {
        let (mut clearances, mut papers) = (Vec::new(), Vec::new());
        for mission in missions_of(self.connection(), "volunteer", volunteer)? {
            if !mission.stage.takes_place() {
                continue;
            }
            if clearances.is_empty() {
                (clearances, papers) = (self.parts::<Clearance>(volunteer)?, self.papers()?);
            }
            let post: Placement = self.get(mission.placement)?;
            for milestone in self.parts::<Milestone>(mission.id)? {
                let closed = closed_on(&milestone, &clearances, &post, &mission, &papers, self.today());
                if milestone.done_on.is_none() && closed.is_some() {
                    self.change(milestone.id, |milestone: &mut Milestone| milestone.done_on = closed)?;
                }
            }
        }
        Ok(())
    }
}

/// The day on which a paper closed a milestone, where one does.
fn closed_on(
    milestone: &Milestone,
    clearances: &[Clearance],
    post: &Placement,
    mission: &Mission,
    papers: &[Paper],
    today: NaiveDate,
) -> Option<NaiveDate> {
    let kind = milestone.rule.as_ref()?.closed_by?;
    let paper = held_for(clearances, kind, post.country, mission.last, papers)?;
    Some(paper.issued.map_or(today, |issued| issued.min(today)))
}
