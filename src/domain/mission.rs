//! Missions: one volunteer serving in one placement from a first day to a last day.

use super::Id;
use super::codes::codes;
use super::milestones::{Offset, Rule};
use super::span::Span;
use super::volunteer::Sex;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

codes! {
    /// How far a mission has come.
    Stage {
        /// Put forward in the office.
        Proposed = "proposed",
        /// The partner is looking at the person.
        WithPartner = "with-partner",
        /// Offered to the volunteer.
        Offered = "offered",
        /// The volunteer has said yes.
        Accepted = "accepted",
        /// Papers, training and travel are under way.
        Preparing = "preparing",
        /// In service.
        Serving = "serving",
        /// Served to the last day.
        Completed = "completed",
        /// Ended before the last day.
        EndedEarly = "ended-early",
        /// Someone said no.
        Declined = "declined",
        /// Called off by the office.
        Cancelled = "cancelled",
    }
}

impl Stage {
    /// Whether the mission has been agreed, so that its days are taken for the volunteer.
    pub fn is_firm(self) -> bool {
        matches!(self, Self::Accepted | Self::Preparing | Self::Serving | Self::Completed | Self::EndedEarly)
    }

    /// Whether the mission is still open: put forward, and nobody has said yes or no for good.
    pub fn is_tentative(self) -> bool {
        matches!(self, Self::Proposed | Self::WithPartner | Self::Offered)
    }

    /// Whether the mission takes one of the placement's places.
    pub fn takes_place(self) -> bool {
        self.is_tentative() || matches!(self, Self::Accepted | Self::Preparing | Self::Serving)
    }

    /// Whether the mission was served, to its last day or not, and is over.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Completed | Self::EndedEarly)
    }

    /// Whether a step to this stage needs a reason: it ends the mission before it is served.
    pub fn needs_reason(self) -> bool {
        matches!(self, Self::EndedEarly | Self::Declined | Self::Cancelled)
    }

    /// The stages that may follow this one, the usual one first.
    pub fn next(self) -> &'static [Self] {
        match self {
            Self::Proposed => &[Self::WithPartner, Self::Offered, Self::Declined, Self::Cancelled],
            Self::WithPartner => &[Self::Offered, Self::Declined, Self::Cancelled],
            Self::Offered => &[Self::Accepted, Self::Declined, Self::Cancelled],
            Self::Accepted => &[Self::Preparing, Self::Serving, Self::Declined, Self::Cancelled],
            Self::Preparing => &[Self::Serving, Self::Declined, Self::Cancelled],
            Self::Serving => &[Self::Completed, Self::EndedEarly],
            Self::Completed | Self::EndedEarly | Self::Declined | Self::Cancelled => &[],
        }
    }
}

codes! {
    /// Who says something about a mission or has to do something for it.
    Party {
        /// The volunteer.
        Volunteer = "volunteer",
        /// The partner.
        Partner = "partner",
        /// The office.
        Office = "office",
        /// Head office.
        HeadOffice = "head-office",
    }
}

impl Party {
    /// The stage to which an answer takes a mission: what the partner agrees to is offered to the volunteer; what
    /// anybody else agrees to is accepted.
    pub fn answers(self, yes: bool) -> Stage {
        match (yes, self) {
            (false, _) => Stage::Declined,
            (true, Self::Partner) => Stage::Offered,
            (true, _) => Stage::Accepted,
        }
    }
}

codes! {
    /// Why a mission ended before its last day.
    EarlyEnd {
        /// The volunteer resigned.
        Resignation = "resignation",
        /// For reasons of health.
        Medical = "medical",
        /// Ended by the organisation.
        Administrative = "administrative",
        /// Interrupted for reasons outside anyone's control, an evacuation for example.
        Interrupted = "interrupted",
        /// Conflict with the partner or with others.
        Conflict = "conflict",
        /// The work and the person did not fit.
        LackOfFit = "lack-of-fit",
        /// For personal reasons.
        Personal = "personal",
        /// The volunteer goes on in another placement.
        Reassigned = "reassigned",
    }
}

codes! {
    /// What a report is.
    ReportKind {
        /// A regular report during the mission.
        Periodic = "periodic",
        /// In the middle of the mission.
        MidTerm = "mid-term",
        /// At the end.
        Final = "final",
        /// The partner's.
        Partner = "partner",
        /// The volunteer's, some time after the return.
        FollowUp = "follow-up",
    }
}

codes! {
    /// Age bands of people who were trained; youth as the United Nations count it.
    AgeBand {
        /// Younger than 15.
        Under15 = "under-15",
        /// 15 to 24.
        Youth = "15-24",
        /// 25 to 59.
        Adult = "25-59",
        /// 60 and older.
        Older = "60-plus",
    }
}

/// One volunteer serving in one placement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mission {
    /// Permanent id.
    pub id: Id,
    /// Short reference shown to people, such as `M-0146`.
    pub reference: String,
    /// Who serves.
    pub volunteer: Id,
    /// Where.
    pub placement: Id,
    /// The first day.
    pub first: NaiveDate,
    /// The last day, part of the mission.
    pub last: NaiveDate,
    /// How far it has come; the dated history is in [`StageStep`].
    pub stage: Stage,
    /// The last day as first agreed, once the mission has been extended.
    pub extended_from: Option<NaiveDate>,
    /// Why it ended early, once it has.
    pub early_end: Option<EarlyEnd>,
    /// The reason in words.
    pub early_end_reason: String,
    /// The day on which notice was given.
    pub notice_on: Option<NaiveDate>,
    /// The last day worked, which may lie before the last day.
    pub last_working_day: Option<NaiveDate>,
    /// Why a rule was set aside for this mission; empty where none was.
    pub override_reason: String,
    /// The last day on which the proposal holds place and person, while nobody has answered.
    pub reserved_until: Option<NaiveDate>,
    /// The mission that it goes on from: the volunteer was reassigned.
    pub follows: Option<Id>,
    /// The last day that is paid for, where it is known.
    pub funded_until: Option<NaiveDate>,
    /// Anything else.
    pub notes: String,
}

impl Mission {
    /// A new mission in stage *proposed*.
    pub fn proposed(volunteer: Id, placement: Id, days: Span) -> Self {
        Self {
            id: Id::random(),
            reference: String::new(),
            volunteer,
            placement,
            first: days.first,
            last: days.last,
            stage: Stage::Proposed,
            extended_from: None,
            early_end: None,
            early_end_reason: String::new(),
            notice_on: None,
            last_working_day: None,
            override_reason: String::new(),
            reserved_until: None,
            follows: None,
            funded_until: None,
            notes: String::new(),
        }
    }

    /// The days of the mission.
    pub fn days(&self) -> Span {
        Span { first: self.first, last: self.last }
    }

    /// Whether it is a proposal that holds place and person on a day.
    pub fn is_reserved(&self, today: NaiveDate) -> bool {
        self.stage.is_tentative() && self.reserved_until.is_some_and(|until| until >= today)
    }

    /// Moves the mission to other days. Once it is agreed, a later last day extends it: the last day first agreed is
    /// kept, until the mission ends no later than that again.
    pub fn move_to(&mut self, first: NaiveDate, last: NaiveDate) {
        let agreed = self.extended_from.unwrap_or(self.last);
        if self.stage.is_firm() {
            self.extended_from = (last > agreed).then_some(agreed);
        }
        (self.first, self.last) = (first, last);
    }
}

/// One dated step of a mission. Steps are added, never overwritten.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StageStep {
    /// Permanent id.
    pub id: Id,
    /// The mission.
    pub of: Id,
    /// The stage from that day on.
    pub stage: Stage,
    /// The day.
    pub on: NaiveDate,
    /// Who said so.
    pub by: Party,
    /// Why.
    pub reason: String,
}

/// That a mission was declined: who said no to whom, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Who would have served.
    pub volunteer: Id,
    /// Where.
    pub placement: Id,
    /// Who said no.
    pub by: Party,
    /// The day.
    pub on: NaiveDate,
    /// Why.
    pub reason: String,
}

/// A dated task of a mission.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Milestone {
    /// Permanent id.
    pub id: Id,
    /// The mission.
    pub of: Id,
    /// What is to be done, in words.
    pub name: String,
    /// Who does it.
    pub who: Party,
    /// The day by which it is to be done.
    pub due: NaiveDate,
    /// The day on which it was done.
    pub done_on: Option<NaiveDate>,
    /// Anything else.
    pub note: String,
    /// What it keeps of the template that it comes from; nothing for one that a person added.
    pub rule: Option<Rule>,
}

/// An agreement that a mission lasts longer. They are added, never overwritten.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// Permanent id.
    pub id: Id,
    /// The mission.
    pub of: Id,
    /// The last day before.
    pub from: NaiveDate,
    /// The last day since.
    pub to: NaiveDate,
    /// The day on which it was entered.
    pub on: NaiveDate,
    /// The day on which the partner agreed; nothing while that is open.
    pub partner_agreed_on: Option<NaiveDate>,
    /// The day on which the volunteer agreed; nothing while that is open.
    pub volunteer_agreed_on: Option<NaiveDate>,
    /// The last day that is paid for, where it is known.
    pub funded_until: Option<NaiveDate>,
    /// Anything else.
    pub note: String,
}

/// A report on a mission, due or received.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Permanent id.
    pub id: Id,
    /// The mission.
    pub of: Id,
    /// What it is.
    pub kind: ReportKind,
    /// The day by which it is due.
    pub due: NaiveDate,
    /// The day on which it came.
    pub received_on: Option<NaiveDate>,
    /// What it says, in short.
    pub summary: String,
    /// What worked, and why.
    pub worked: String,
    /// What did not, and why.
    pub not_worked: String,
    /// What is to be done next.
    pub follow_up: String,
    /// How many sessions of training were held.
    pub sessions: Option<u16>,
    /// Materials that were left there.
    pub materials: String,
    /// When it is due, for one of the office's schedule: it moves with the mission until it has come.
    pub rule: Option<Offset>,
}

impl Report {
    /// A report that is due on a day and has not come.
    pub fn expected(of: Id, kind: ReportKind, due: NaiveDate) -> Self {
        Self {
            id: Id::random(),
            of,
            kind,
            due,
            received_on: None,
            summary: String::new(),
            worked: String::new(),
            not_worked: String::new(),
            follow_up: String::new(),
            sessions: None,
            materials: String::new(),
            rule: None,
        }
    }
}

/// People trained in a mission: so many of one sex and age band, each person once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trained {
    /// Permanent id.
    pub id: Id,
    /// The mission.
    pub of: Id,
    /// What they were trained in.
    pub topic: String,
    /// Their sex, where it is known.
    pub sex: Option<Sex>,
    /// Their age band, where it is known.
    pub age: Option<AgeBand>,
    /// How many people.
    pub people: u16,
    /// The day on which the training ended.
    pub on: Option<NaiveDate>,
}

/// What came of an objective of the placement: the level that the counterpart has reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transfer {
    /// Permanent id.
    pub id: Id,
    /// The mission.
    pub of: Id,
    /// The objective of its placement.
    pub objective: Id,
    /// The counterpart's level when it was looked at, 1 to 4.
    pub level: Option<u8>,
    /// The day on which it was looked at.
    pub on: NaiveDate,
    /// Anything else.
    pub note: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_extension_keeps_the_last_day_first_agreed() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap_or_default();
        let (first, agreed) = (day("2027-01-04"), day("2027-07-04"));
        let mut mission = Mission::proposed(Id::random(), Id::random(), Span { first, last: agreed });
        mission.move_to(first, day("2027-08-01"));
        assert_eq!(mission.extended_from, None, "nobody has agreed to anything yet");
        mission.move_to(first, agreed);
        mission.stage = Stage::Serving;
        for (last, extended_from) in [("2027-08-01", Some(agreed)), ("2027-09-01", Some(agreed)), ("2027-07-04", None)]
        {
            mission.move_to(first, day(last));
            assert_eq!((mission.last, mission.extended_from), (day(last), extended_from));
        }
    }
}
