//! Missions as a calendar file (RFC 5545), for the calendar programs of head office and partners.
//!
//! One event a mission, of whole days. No personal data but the name, and the placement.

use std::collections::HashMap;
use std::path::Path;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use icalendar::{Calendar, Component as _, Event, EventLike as _, EventStatus, Property};

use super::spreadsheet::{ExportError, SheetError};
use super::write::write_whole;
use crate::domain::Id;
use crate::domain::mission::{Mission, Stage};
use crate::domain::placement::Placement;
use crate::domain::reference::Tongue;
use crate::domain::volunteer::Volunteer;
use crate::store::{OfficeFile, StoreError};

/// A mission as a calendar shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarEntry {
    /// Id of the mission: the same event in every file written from it.
    pub mission: Id,
    /// Name of the volunteer and title of the placement.
    pub title: String,
    /// Town and country of service.
    pub place: String,
    /// First day.
    pub first: NaiveDate,
    /// Last day, part of the mission.
    pub last: NaiveDate,
    /// How far it has come.
    pub stage: Stage,
}

/// All missions of an office, in the order in which they were made.
pub fn entries(office: &OfficeFile) -> Result<Vec<CalendarEntry>, StoreError> {
    let volunteers: HashMap<Id, Volunteer> = office.all::<Volunteer>()?.into_iter().map(|one| (one.id, one)).collect();
    let placements: HashMap<Id, Placement> = office.all::<Placement>()?.into_iter().map(|one| (one.id, one)).collect();
    let entry = |mission: Mission| {
        let placement = placements.get(&mission.placement);
        let volunteer = volunteers.get(&mission.volunteer).map(|one| one.full_name.as_str());
        let parts = [volunteer, placement.map(|one| one.title.as_str())];
        let country = placement.and_then(|one| one.country).map(|country| country.name(Tongue::English));
        let places = [placement.map(|one| one.duty_station.as_str()), country];
        let join = |parts: [Option<&str>; 2]| {
            parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        };
        CalendarEntry {
            mission: mission.id,
            title: join(parts),
            place: join(places),
            first: mission.first,
            last: mission.last,
            stage: mission.stage,
        }
    };
    Ok(office.all::<Mission>()?.into_iter().map(entry).collect())
}

/// The text of a calendar file: lines end with CRLF and are folded at 75 octets. `today` stamps the events, so that the
/// same missions on the same day give the same file.
pub fn calendar_text(name: &str, entries: &[CalendarEntry], today: NaiveDate) -> String {
    let stamp: DateTime<Utc> = today.and_time(NaiveTime::MIN).and_utc();
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", "-//Sojourn//Missions//EN"));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    calendar.append_property(("METHOD", "PUBLISH"));
    calendar.name(name);
    for entry in entries {
        let mut event = Event::new();
        event
            .uid(&format!("{}@sojourn", entry.mission))
            .timestamp(stamp)
            .summary(&entry.title)
            .starts(entry.first)
            // The end of an event of whole days is the day after its last (RFC 5545, 3.6.1).
            .ends(entry.last.succ_opt().unwrap_or(entry.last))
            .status(status(entry.stage));
        event.append_property(Property::new("CATEGORIES", entry.stage.code()));
        // People are away: but the calendar of who reads it stays free.
        event.append_property(Property::new("TRANSP", "TRANSPARENT"));
        if !entry.place.is_empty() {
            event.location(&entry.place);
        }
        calendar.push(event.done());
    }
    folded(&calendar.to_string())
}

/// Folds lines at 75 octets, not inside a character (RFC 5545, 3.1). The crate's own folding makes some one octet too long.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for line in text.replace("\r\n ", "").split_terminator("\r\n") {
        let mut octets = 0;
        for c in line.chars() {
            if octets + c.len_utf8() > 75 {
                folded.push_str("\r\n ");
                octets = 1;
            }
            folded.push(c);
            octets += c.len_utf8();
        }
        folded.push_str("\r\n");
    }
    folded
}

fn status(stage: Stage) -> EventStatus {
    if matches!(stage, Stage::Declined | Stage::Cancelled) {
        EventStatus::Cancelled
    } else if stage.is_tentative() {
        EventStatus::Tentative
    } else {
        EventStatus::Confirmed
    }
}

/// Writes the missions of an office as a calendar file, whole or not at all. Says how many there are.
pub fn export_calendar(office: &OfficeFile, path: &Path) -> Result<usize, ExportError> {
    let entries = entries(office)?;
    let text = calendar_text(&office.office()?.name, &entries, office.today());
    write_whole(path, text.as_bytes()).map_err(SheetError::from)?;
    Ok(entries.len())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn entry(title: &str, stage: Stage) -> CalendarEntry {
        CalendarEntry {
            mission: Id::from_random_bits(7),
            title: title.to_owned(),
            place: "Goma, Congo".to_owned(),
            first: "2027-05-03".parse().unwrap(),
            last: "2027-06-13".parse().unwrap(),
            stage,
        }
    }

    fn text(title: &str, stage: Stage) -> String {
        calendar_text("Missions of Nairobi", &[entry(title, stage)], "2027-01-01".parse().unwrap())
    }

    #[test]
    fn an_event_is_of_whole_days_and_ends_the_day_after() {
        let text = text("Ana Silva, Nurse; night shift", Stage::Proposed);
        for line in [
            "BEGIN:VCALENDAR\r\n",
            "DTSTART;VALUE=DATE:20270503\r\n",
            "DTEND;VALUE=DATE:20270614\r\n",
            "STATUS:TENTATIVE\r\n",
            "CATEGORIES:proposed\r\n",
            "DTSTAMP:20270101T000000Z\r\n",
            "SUMMARY:Ana Silva\\, Nurse\\; night shift\r\n",
            "LOCATION:Goma\\, Congo\r\n",
            "END:VCALENDAR\r\n",
        ] {
            assert!(text.contains(line), "{line:?} in {text}");
        }
        assert!(text.contains(&format!("UID:{}@sojourn\r\n", Id::from_random_bits(7))));
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        assert!(super::tests::text("x", Stage::Serving).contains("STATUS:CONFIRMED\r\n"));
        assert!(super::tests::text("x", Stage::Declined).contains("STATUS:CANCELLED\r\n"));
    }

    proptest! {
        #[test]
        fn lines_are_short_and_unfold_to_what_they_were(title in "[a-zéø नर्सप्रशिक्षक老虎]{1,200}") {
            let text = text(&title, Stage::Proposed);
            for line in text.split("\r\n") {
                prop_assert!(line.len() <= 75, "{} octets: {line}", line.len());
            }
            let unfolded = text.replace("\r\n ", "");
            let summary = format!("\r\nSUMMARY:{title}\r\n");
            prop_assert!(unfolded.contains(&summary));
        }
    }
}
