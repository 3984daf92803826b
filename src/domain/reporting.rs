//! Which reports a mission owes, and on which day each is due: the office's schedule, by programme.

use super::Id;
use super::milestones::{Anchor, Offset, Unit};
use super::mission::{Report, ReportKind};
use super::placement::Placement;
use super::span::Span;
use serde::{Deserialize, Serialize};

/// A report that missions owe, and which missions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScheduledReport {
    /// What it is.
    pub kind: ReportKind,
    /// When it is due.
    pub offset: Offset,
    /// Months after which it comes again, for as long as the mission lasts.
    #[serde(default)]
    pub every_months: Option<u16>,
    /// Only for missions of so many weeks at least.
    #[serde(default)]
    pub weeks_least: u16,
    /// Only for placements of this programme; empty is all.
    #[serde(default)]
    pub programme: String,
}

/// All reports of an office's schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ReportSchedule(pub Vec<ScheduledReport>);

impl Default for ReportSchedule {
    /// Mid-term for those of half a year or more, the final one before the end and the partner's after it, and two looks back 6
    /// and 24 months after the return.
    fn default() -> Self {
        let report = |kind, from, amount, unit, weeks_least| ScheduledReport {
            kind,
            offset: Offset { from, amount, unit },
            every_months: None,
            weeks_least,
            programme: String::new(),
        };
        Self(vec![
            report(ReportKind::MidTerm, Anchor::Middle, 0, Unit::Days, 26),
            report(ReportKind::Final, Anchor::Last, -2, Unit::Weeks, 0),
            report(ReportKind::Partner, Anchor::Last, 2, Unit::Weeks, 0),
            report(ReportKind::FollowUp, Anchor::Last, 6, Unit::Months, 0),
            report(ReportKind::FollowUp, Anchor::Last, 24, Unit::Months, 0),
        ])
    }
}

impl ReportSchedule {
    /// The reports that a mission of these days in this placement owes.
    pub fn reports(&self, mission: Id, post: &Placement, days: Span) -> Vec<Report> {
        let mut owed = Vec::new();
        for scheduled in self.0.iter().filter(|scheduled| scheduled.applies(post, days)) {
            for turn in 0..=MOST_TURNS {
                let Some(offset) = scheduled.turn(turn) else { break };
                let due = offset.day(days);
                if turn > 0 && due >= days.last {
                    break;
                }
                owed.push(Report { rule: Some(offset), ..Report::expected(mission, scheduled.kind, due) });
            }
        }
        owed
    }
}

/// No mission owes a report more often than this: monthly over ten years.
const MOST_TURNS: u16 = 120;

impl ScheduledReport {
    fn applies(&self, post: &Placement, days: Span) -> bool {
        let programme = self.programme.trim();
        days.weeks() >= i64::from(self.weeks_least)
            && (programme.is_empty() || programme.eq_ignore_ascii_case(post.programme.trim()))
    }

    /// When it is due for the so manieth time, counted from 0; nothing where it does not come so often.
    fn turn(&self, turn: u16) -> Option<Offset> {
        if turn == 0 {
            return Some(self.offset);
        }
        let months = self.every_months.filter(|months| *months > 0)?.saturating_mul(turn);
        Some(match self.offset.unit {
            Unit::Months => Offset { amount: self.offset.amount.saturating_add_unsigned(months), ..self.offset },
            // Months cannot be added to days or weeks: one that comes again is counted in months.
            _ => Offset { amount: months.try_into().unwrap_or(i16::MAX), unit: Unit::Months, ..self.offset },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn a_mission_owes_what_its_length_and_programme_ask_for() {
        let year = Span { first: day("2027-01-01"), last: day("2027-12-31") };
        let short = Span { first: day("2027-01-01"), last: day("2027-02-28") };
        let post = Placement { programme: "Youth".into(), ..Placement::default() };
        let mut schedule = ReportSchedule::default();
        let owed = |schedule: &ReportSchedule, days| {
            let reports = schedule.reports(Id::random(), &post, days);
            reports.iter().map(|report| (report.kind, report.due.to_string())).collect::<Vec<_>>()
        };
        let kinds: Vec<ReportKind> = owed(&schedule, short).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, [ReportKind::Final, ReportKind::Partner, ReportKind::FollowUp, ReportKind::FollowUp]);
        assert_eq!(owed(&schedule, year)[0], (ReportKind::MidTerm, "2027-07-02".into()));
        assert_eq!(owed(&schedule, year)[4], (ReportKind::FollowUp, "2029-12-31".into()));
        let quarterly = ScheduledReport {
            kind: ReportKind::Periodic,
            offset: Offset { from: Anchor::First, amount: 3, unit: Unit::Months },
            every_months: Some(3),
            weeks_least: 0,
            programme: "youth".into(),
        };
        schedule.0 = vec![quarterly.clone(), ScheduledReport { programme: "Health".into(), ..quarterly }];
        let due: Vec<String> = owed(&schedule, year).into_iter().map(|(_, due)| due).collect();
        assert_eq!(due, ["2027-04-01", "2027-07-01", "2027-10-01"], "the last day ends it");
    }
}
