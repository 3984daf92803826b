//! Proposing a volunteer for a placement.

use super::arguments::Place;
use super::failure::Failure;
use super::{complain, open};
use crate::domain::Kind;
use crate::domain::mission::Mission;
use crate::domain::span::Span;
use std::io::Write;

pub(super) fn place(asked: &Place, out: &mut dyn Write) -> Result<(), Failure> {
    let days = Span::of_weeks(asked.start, asked.weeks)
        .ok_or(Failure::BeyondCalendar { weeks: asked.weeks, start: asked.start })?;
    let mut office = open(&asked.file)?;
    let volunteer = office.resolve(Kind::Volunteer, &asked.volunteer)?;
    let placement = office.resolve(Kind::Placement, &asked.placement)?;
    let post = office.placement(placement)?;
    let free = post.free_places();
    let placed = office.place(volunteer, placement, days, &asked.reason)?.value;
    let mission: Mission = office.get(placed.mission)?;
    writeln!(
        out,
        "{}: {} as {}, {} to {} ({} weeks), {}",
        mission.reference,
        office.name_of(Kind::Volunteer, volunteer)?,
        office.name_of(Kind::Placement, placement)?,
        mission.first,
        mission.last,
        asked.weeks,
        mission.stage
    )?;
    if let Some(warning) = placed.warning {
        complain(format!("warning: {warning}"), &warning.hint());
    }
    if free == 0 {
        let (reference, places) = (&post.placement.reference, post.placement.places);
        complain(format!("warning: {reference} had no free place left of {places}"), "undo takes it back");
    }
    Ok(())
}
