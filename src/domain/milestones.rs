//! The tasks that a new mission begins with.

use super::Id;
use super::mission::{Milestone, Party};
use super::span::Span;
use chrono::{Duration, NaiveDate};

/// What to do, who does it, and how many days before (negative) or after the first day, or before the last.
const FROM_FIRST: &[(&str, Party, i64)] = &[
    ("Medical examination", Party::Volunteer, -84),
    ("Police check", Party::Volunteer, -84),
    ("Visa or work permit", Party::Office, -56),
    ("Pre-departure training", Party::HeadOffice, -28),
    ("Flight booked", Party::Office, -21),
    ("Arrival confirmed", Party::Partner, 3),
    ("In-country orientation", Party::Office, 14),
];
const BEFORE_LAST: &[(&str, Party, i64)] = &[("Final report", Party::Volunteer, 14), ("Debriefing", Party::Office, 7)];

/// Missions from this length on have a review in the middle.
const MID_TERM_FROM_WEEKS: i64 = 26;

/// The first milestones of a mission, the earliest due first.
pub fn first_milestones(mission: Id, days: Span) -> Vec<Milestone> {
    let milestone = |name: &str, who, due: NaiveDate| Milestone {
        id: Id::random(),
        of: mission,
        name: name.to_owned(),
        who,
        due,
        done_on: None,
        note: String::new(),
    };
    let mut milestones: Vec<Milestone> = FROM_FIRST
        .iter()
        .map(|(name, who, offset)| milestone(name, *who, days.first + Duration::days(*offset)))
        .collect();
    if days.weeks() >= MID_TERM_FROM_WEEKS {
        milestones.push(milestone("Mid-term review", Party::Partner, days.first + Duration::days(days.days() / 2)));
    }
    milestones.extend(
        BEFORE_LAST.iter().map(|(name, who, before)| milestone(name, *who, days.last - Duration::days(*before))),
    );
    milestones
}
