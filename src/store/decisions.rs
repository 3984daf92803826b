//! What an office decides and sets before anybody is proposed: pins, holds and exclusions, weights and rules.

use super::edit::Done;
use super::{OfficeFile, Op, StoreError};
use crate::domain::Id;
use crate::domain::decision::{Decision, DecisionKind};
use crate::domain::matching::MatchingSettings;
use crate::domain::milestones::Templates;
use crate::domain::office::Office;
use crate::domain::placement::Placement;
use crate::domain::reporting::ReportSchedule;
use crate::domain::rules::check_templates;
use crate::domain::volunteer::Volunteer;
use chrono::NaiveDate;

impl OfficeFile {
    /// Keeps a decision about a person and a placement, to a last day or until it is taken back. It takes the place of
    /// what was decided about the two before.
    pub fn decide(
        &mut self,
        placement: Id,
        volunteer: Id,
        kind: DecisionKind,
        until: Option<NaiveDate>,
        reason: &str,
    ) -> Result<Done<Id>, StoreError> {
        let op = Op::Decided {
            kind,
            volunteer: self.get::<Volunteer>(volunteer)?.full_name,
            placement: self.get::<Placement>(placement)?.title,
            until,
        };
        let (on, reason) = (self.today(), reason.trim().to_owned());
        let before = self.decided(placement, volunteer)?;
        self.edit(op, |edit| match before {
            Some(Decision { id, .. }) => {
                edit.change(id, |decision: &mut Decision| {
                    *decision = Decision { id, of: placement, volunteer, kind, until, reason, on };
                })?;
                Ok(id)
            }
            None => edit.add(Decision { id: Id::random(), of: placement, volunteer, kind, until, reason, on }),
        })
    }

    /// Takes back what was decided about a person and a placement; nothing happens where nothing was.
    pub fn undecide(&mut self, placement: Id, volunteer: Id) -> Result<Done<()>, StoreError> {
        let before = self.decided(placement, volunteer)?;
        let op = match &before {
            Some(decision) => Op::Undecided {
                kind: decision.kind,
                volunteer: self.get::<Volunteer>(volunteer)?.full_name,
                placement: self.get::<Placement>(placement)?.title,
            },
            None => Op::Auto,
        };
        self.edit(op, |edit| before.map_or(Ok(()), |decision| edit.remove::<Decision>(decision.id)))
    }

    /// Sets weights, rules and presets of matching, as one edit.
    pub fn set_matching(&mut self, settings: MatchingSettings) -> Result<Done<()>, StoreError> {
        self.change_matching(|matching| *matching = settings)
    }

    /// Changes weights, rules or presets of matching, as one edit.
    pub fn change_matching(&mut self, change: impl FnOnce(&mut MatchingSettings)) -> Result<Done<()>, StoreError> {
        let office = self.office()?.id;
        self.edit(Op::SetMatching, |edit| edit.change(office, |office: &mut Office| change(&mut office.matching)))
    }

    /// Sets the milestones that missions get, as one edit. Missions that are there keep theirs.
    pub fn set_templates(&mut self, templates: Templates) -> Result<Done<()>, StoreError> {
        check_templates(&templates)?;
        let office = self.office()?.id;
        self.edit(Op::SetTemplates, |edit| edit.change(office, |office: &mut Office| office.templates = templates))
    }

    /// Sets the reports that missions owe, as one edit. Missions that are there keep theirs.
    pub fn set_reporting(&mut self, schedule: ReportSchedule) -> Result<Done<()>, StoreError> {
        let office = self.office()?.id;
        self.edit(Op::SetReporting, |edit| edit.change(office, |office: &mut Office| office.reporting = schedule))
    }

    fn decided(&self, placement: Id, volunteer: Id) -> Result<Option<Decision>, StoreError> {
        let decisions = self.parts::<Decision>(placement)?;
        Ok(decisions.into_iter().find(|decision| decision.volunteer == volunteer))
    }
}
