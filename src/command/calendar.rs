//! Calendar files: missions go out, public holidays come in.

use super::arguments::{Calendar, Holidays};
use super::failure::Failure;
use super::{complain, office, open, target};
use crate::domain::reference::Tongue;
use crate::exchange::calendar::{CalendarQuery, Tells, export_calendar, read_holidays};
use crate::store::lists::MissionFilter;
use std::io::Write;

pub(super) fn calendar(asked: &Calendar, out: &mut dyn Write) -> Result<(), Failure> {
    target::spare(&asked.out, &[&asked.file])?;
    let countries = asked.country.iter().map(|country| office::country(country)).collect::<Result<_, _>>()?;
    let filter = MissionFilter { countries, stages: asked.stage.clone(), ..MissionFilter::default() };
    let query = CalendarQuery {
        milestones: asked.milestones,
        tells: Tells { names: asked.names, partners: asked.partners, contacts: asked.contacts },
        ..CalendarQuery::of(filter)
    };
    let written = export_calendar(&mut open(&asked.file)?, &query, Tongue::English, &asked.out)?;
    let path = asked.out.display();
    let missions = counted(written.missions, "mission");
    match asked.milestones {
        true => writeln!(out, "{missions} and {} written to {path}", counted(written.milestones, "milestone"))?,
        false => writeln!(out, "{missions} written to {path}")?,
    }
    Ok(())
}

pub(super) fn holidays(asked: &Holidays, out: &mut dyn Write) -> Result<(), Failure> {
    let country = office::country(&asked.country)?;
    let mut file = open(&asked.file)?;
    let found = read_holidays(&asked.calendar, file.today())?;
    let days = found.days.len();
    let added = file.set_holidays(country, found.days)?.value;
    let left_out = [(found.appointments, "appointment"), (found.unreadable, "unreadable event")];
    for (count, what) in left_out.into_iter().filter(|(count, _)| *count > 0) {
        complain(format!("warning: {} of {} left out", counted(count, what), asked.calendar.display()), "");
    }
    let country = country.name(Tongue::English);
    writeln!(out, "{} of {country} read, {added} of them new", counted(days, "holiday"))?;
    Ok(())
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
