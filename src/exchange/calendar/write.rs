//! Events as the text of a calendar file.

use crate::domain::Id;
use crate::domain::span::Span;
use crate::store::Revision;
use chrono::Days;
use icalendar::{Calendar, Component as _, EventLike as _, EventStatus, Property};

/// An event of whole days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Id of the mission or milestone: the same event in every file written from it.
    pub id: Id,
    /// What it is.
    pub title: String,
    /// Where; may be empty.
    pub place: String,
    /// What else is told; may be empty.
    pub note: String,
    /// The days, the last one part of it.
    pub days: Span,
    /// How sure it is.
    pub state: State,
    /// By what it can be found or coloured.
    pub categories: Vec<String>,
    /// How often it was changed, and when.
    pub revision: Revision,
}

/// How sure an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Somebody has still to agree.
    Tentative,
    /// It is so, or was.
    Confirmed,
    /// It will not be.
    Cancelled,
}

/// The text of a calendar file: lines end with CRLF and are folded at 75 octets.
///
/// It says no METHOD: so DTSTAMP is when an event was changed last (RFC 5545, 3.8.7.2), and the same events give the same
/// file.
pub fn calendar_text(name: &str, events: &[Event]) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", "-//Sojourn//Missions//EN"));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    calendar.name(&readable(name));
    for event in events {
        calendar.push(written(event));
    }
    folded(&calendar.to_string())
}

fn written(event: &Event) -> icalendar::Event {
    let mut written = icalendar::Event::new();
    let status = match event.state {
        State::Tentative => EventStatus::Tentative,
        State::Confirmed => EventStatus::Confirmed,
        State::Cancelled => EventStatus::Cancelled,
    };
    let last = event.days.last;
    written
        .uid(&format!("{}@sojourn", event.id))
        .timestamp(event.revision.at)
        .last_modified(event.revision.at)
        .sequence(event.revision.count)
        .summary(&readable(&event.title))
        .starts(event.days.first)
        // The end of an event of whole days is the day after its last (RFC 5545, 3.6.1).
        .ends(last.checked_add_days(Days::new(1)).unwrap_or(last))
        .status(status)
        .categories(event.categories.iter().map(|category| readable(category)));
    // People are away: but the calendar of who reads it stays free.
    written.append_property(Property::new("TRANSP", "TRANSPARENT"));
    if !event.place.is_empty() {
        written.location(&readable(&event.place));
    }
    if !event.note.is_empty() {
        written.description(&readable(&event.note));
    }
    written.done()
}

/// Without the signs that no text of a calendar may have (RFC 5545, 3.1); a new line stays one.
fn readable(text: &str) -> String {
    text.replace("\r\n", "\n").chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect()
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use calcard::icalendar::{ICalendar, ICalendarProperty, ICalendarValue};
    use chrono::{DateTime, NaiveDate};
    use proptest::prelude::*;
    use std::collections::HashSet;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn event(title: &str, days: Span) -> Event {
        Event {
            id: Id::from_random_bits(7),
            title: title.to_owned(),
            place: "Goma, Congo".to_owned(),
            note: String::new(),
            days,
            state: State::Tentative,
            categories: vec!["proposed".into(), "Health, north".into()],
            revision: Revision { count: 3, at: DateTime::from_timestamp(1_800_000_000, 0).unwrap() },
        }
    }

    #[test]
    fn an_event_is_of_whole_days_and_ends_the_day_after() {
        let days = Span { first: day("2027-05-03"), last: day("2027-06-13") };
        let text = calendar_text("Missions of Nairobi", &[event("Ana Silva, Nurse; night shift", days)]);
        for line in [
            "BEGIN:VCALENDAR\r\n",
            "UID:00000000-0000-4000-8000-000000000007@sojourn\r\n",
            "DTSTART;VALUE=DATE:20270503\r\n",
            "DTEND;VALUE=DATE:20270614\r\n",
            "STATUS:TENTATIVE\r\n",
            "CATEGORIES:proposed,Health\\, north\r\n",
            "DTSTAMP:20270115T080000Z\r\n",
            "LAST-MODIFIED:20270115T080000Z\r\n",
            "SEQUENCE:3\r\n",
            "SUMMARY:Ana Silva\\, Nurse\\; night shift\r\n",
            "LOCATION:Goma\\, Congo\r\n",
            "END:VCALENDAR\r\n",
        ] {
            assert!(text.contains(line), "{line:?} in {text}");
        }
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        let with = |state| calendar_text("", &[Event { state, ..event("x", days) }]);
        assert!(with(State::Confirmed).contains("STATUS:CONFIRMED\r\n"));
        assert!(with(State::Cancelled).contains("STATUS:CANCELLED\r\n"));
    }

    fn texts(read: &calcard::icalendar::ICalendarComponent, property: &ICalendarProperty) -> Vec<String> {
        let values = read.properties(property).flat_map(|entry| &entry.values);
        values.filter_map(ICalendarValue::as_text).map(str::to_owned).collect()
    }

    fn date(read: &calcard::icalendar::ICalendarComponent, property: &ICalendarProperty) -> NaiveDate {
        let value = &read.property(property).unwrap().values[0];
        let date = value.as_partial_date_time().unwrap();
        assert_eq!(date.hour, None, "a day has no time");
        date.to_date_time().unwrap().date_time.date()
    }

    proptest! {
        #[test]
        fn what_was_written_is_read_back(
            events in prop::collection::vec(
                ("[^\\pC]{0,120}", "[a-zéø नर्सप्रशिक्षक老虎,;:\\\\\"\n]{0,60}", 0i64..36_600, 0i64..800), 0..6),
        ) {
            let ends = Span { first: day("2027-12-31"), last: day("2028-01-01") };
            let events: Vec<Event> = (10u128..)
                .zip(events)
                .map(|(number, (title, note, first, length))| {
                    let first = day("1999-12-25") + chrono::Duration::days(first);
                    let days = Span { first, last: first + chrono::Duration::days(length) };
                    Event { id: Id::from_random_bits(number), note, ..event(&title, days) }
                })
                .chain([
                    event("leap day", Span { first: day("2028-02-29"), last: day("2028-02-29") }),
                    Event { id: Id::from_random_bits(99), ..event("year's end", ends) },
                ])
                .collect();
            let text = calendar_text("Missions", &events);
            for line in text.split("\r\n") {
                prop_assert!(line.len() <= 75, "{} octets: {line}", line.len());
            }
            let read = ICalendar::parse(&text).unwrap();
            let read: Vec<_> = read.components.iter().filter(|part| part.component_type.is_event()).collect();
            prop_assert_eq!(read.len(), events.len());
            for (event, read) in events.iter().zip(&read) {
                prop_assert_eq!(read.uid().unwrap(), format!("{}@sojourn", event.id));
                prop_assert_eq!(date(read, &ICalendarProperty::Dtstart), event.days.first);
                prop_assert_eq!(date(read, &ICalendarProperty::Dtend).pred_opt().unwrap(), event.days.last);
                prop_assert_eq!(texts(read, &ICalendarProperty::Summary).join(","), event.title.as_str());
                prop_assert_eq!(texts(read, &ICalendarProperty::Categories), event.categories.clone());
                let note = texts(read, &ICalendarProperty::Description).concat();
                prop_assert_eq!(note, event.note.as_str());
            }
            let ids: HashSet<_> = read.iter().map(|read| read.uid()).collect();
            prop_assert_eq!(ids.len(), events.len(), "each event has a name of its own");
        }
    }
}
