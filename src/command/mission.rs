//! What is done with one mission: a step, other days, an extension, an early end.

use super::arguments::{Mission as Asked, MissionDoes};
use super::failure::Failure;
use super::{open, show};
use crate::domain::Kind;
use crate::domain::mission::Mission;
use crate::domain::span::Span;
use crate::store::{EarlyEnding, Longer};
use std::io::Write;

pub(super) fn mission(asked: &Asked, out: &mut dyn Write) -> Result<(), Failure> {
    let mut office = open(&asked.file)?;
    let id = office.resolve(Kind::Mission, &asked.id)?;
    let today = office.today();
    match &asked.does {
        MissionDoes::Show { format } => return show::one(&office, Kind::Mission, id, *format, out),
        MissionDoes::Step { stage, on, by, reason } => {
            office.step(id, *stage, on.unwrap_or(today), *by, reason)?;
        }
        MissionDoes::Extend { last, partner_agreed_on, volunteer_agreed_on, funded_until, note } => {
            let (partner_agreed_on, volunteer_agreed_on) = (*partner_agreed_on, *volunteer_agreed_on);
            let longer = Longer { to: *last, partner_agreed_on, volunteer_agreed_on, funded_until: *funded_until };
            office.extend(id, longer, note)?;
        }
        MissionDoes::EndEarly { last, kind, reason, by, notice_on, last_working_day } => {
            let last_working_day = last_working_day.unwrap_or(*last);
            let ending = EarlyEnding { kind: *kind, notice_on: *notice_on, last_working_day, last: *last };
            office.end_early(id, ending, today, *by, reason)?;
        }
        MissionDoes::Move { start, end } => {
            let before: Mission = office.get(id)?;
            // Without another end, the mission stays as long as it was.
            let last = end.unwrap_or(*start + (before.last - before.first));
            office.move_mission(id, Span { first: *start, last })?;
        }
        MissionDoes::Reassign { placement, start, end, by, reason } => {
            let before: Mission = office.get(id)?;
            let to = office.resolve(Kind::Placement, placement)?;
            let days = Span { first: *start, last: end.unwrap_or(before.last) };
            let new = office.reassign(id, to, days, *by, reason)?.value;
            say(&office, new, out)?;
        }
    }
    say(&office, id, out)
}

/// How a mission stands: "M-0146: Ana Silva, 2027-01-04 to 2027-06-30, serving".
fn say(office: &crate::store::OfficeFile, id: crate::domain::Id, out: &mut dyn Write) -> Result<(), Failure> {
    let mission: Mission = office.get(id)?;
    let volunteer = office.name_of(Kind::Volunteer, mission.volunteer)?;
    let placement = office.name_of(Kind::Placement, mission.placement)?;
    let Mission { reference, first, last, stage, .. } = mission;
    writeln!(out, "{reference}: {volunteer} as {placement}, {first} to {last}, {stage}")?;
    Ok(())
}
