//! Public holidays out of a calendar file (RFC 5545) of any program, in any usual encoding.

use std::collections::BTreeMap;
use std::path::Path;

use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarFrequency, ICalendarParameterName,
    ICalendarProperty, ICalendarStatus, ICalendarValue,
};
use calcard::{Entry, Parser};
use chrono::{Datelike as _, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, Timelike as _};

use crate::domain::span::Span;
use crate::exchange::spreadsheet::{SheetError, read_bytes, read_text};

/// A calendar of holidays has some hundred kilobytes; more is something else.
const MOST_BYTES: u64 = 20 << 20;
/// More holidays than all countries have in twelve years.
const MOST_HOLIDAYS: usize = 20_000;
/// Each day since 1900, so that a rule that never ends does.
const MOST_TIMES: usize = 50_000;
/// How often all events of a file may come again.
const MOST_TIMES_IN_ALL: usize = 1_000_000;

/// Why a file gives no holidays. `Display` is one sentence for a person, [`HolidayError::hint`] says what to do.
#[derive(Debug, thiserror::Error)]
pub enum HolidayError {
    /// The file cannot be read at all.
    #[error(transparent)]
    File(#[from] SheetError),
    /// It is something else.
    #[error("{file} is not a calendar")]
    NotACalendar {
        /// File name.
        file: String,
    },
    /// It does not end as a calendar does, or no event of it has a day.
    #[error("{file} is damaged or was not copied completely")]
    Damaged {
        /// File name.
        file: String,
    },
    /// A calendar with tasks or notes, or nothing at all.
    #[error("{file} has no events")]
    NoEvents {
        /// File name.
        file: String,
    },
    /// Only events of some hours.
    #[error("{file} has appointments only, none of its events lasts a whole day")]
    NoWholeDays {
        /// File name.
        file: String,
    },
    /// Only events that are long over, or far away.
    #[error("{file} has no holidays from {} to {}", within.first, within.last)]
    NoneInTime {
        /// File name.
        file: String,
        /// The days that were looked for.
        within: Span,
    },
    /// More than any calendar of holidays has.
    #[error("{file} is too large: more than {most} holidays")]
    TooMany {
        /// File name.
        file: String,
        /// What is allowed.
        most: usize,
    },
}

impl HolidayError {
    /// What the person can do about it, one sentence.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::File(error) => error.hint(),
            Self::NotACalendar { .. } => "choose a file that a calendar program has written, most end in .ics",
            Self::Damaged { .. } => "ask the sender for it again",
            Self::NoEvents { .. } | Self::NoWholeDays { .. } | Self::TooMany { .. } => {
                "choose a calendar of public holidays"
            }
            Self::NoneInTime { .. } => "look for a newer calendar of the country",
        }
    }
}

/// What a calendar file says of holidays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HolidayFile {
    /// Days and name of each, the earliest first, none twice.
    pub days: Vec<(Span, String)>,
    /// Events that last no whole day: they are appointments.
    pub appointments: usize,
    /// Events whose days cannot be read.
    pub unreadable: usize,
}

/// The days whose holidays are taken in: two years back, ten years ahead.
pub fn holidays_within(today: NaiveDate) -> Span {
    let first = today.checked_sub_months(Months::new(24)).unwrap_or(today);
    Span { first, last: today.checked_add_months(Months::new(120)).unwrap_or(today) }
}

/// Reads the holidays of a file that are kept around today ([`holidays_within`]); what comes again each year is counted
/// out.
pub fn read_holidays(path: &Path, today: NaiveDate) -> Result<HolidayFile, HolidayError> {
    let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let bytes = read_bytes(path, &file, MOST_BYTES)?;
    holidays_of(file, &bytes, holidays_within(today))
}

/// As [`read_holidays`], for bytes that are already here.
pub(super) fn holidays_of(file: String, bytes: &[u8], within: Span) -> Result<HolidayFile, HolidayError> {
    let Some(text) = read_text(bytes) else { return Err(HolidayError::NotACalendar { file }) };
    let text = text.trim_start_matches('\u{feff}').trim();
    let begins = |line: &str, word: &str| line.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    if !begins(text, "BEGIN:VCALENDAR") {
        return Err(HolidayError::NotACalendar { file });
    }
    // The reader forgives a file that ends in the middle of an event; nobody would know what is missing.
    if !text.lines().next_back().is_some_and(|line| begins(line, "END:VCALENDAR")) {
        return Err(HolidayError::Damaged { file });
    }
    let mut found = Found { within, days: Vec::new(), whole: 0, appointments: 0, unreadable: 0, times: 0 };
    let events = events(text);
    if events.is_empty() {
        return Err(HolidayError::NoEvents { file });
    }
    for event in events.into_values() {
        found.expand(event);
        if found.days.len() > MOST_HOLIDAYS || found.times > MOST_TIMES_IN_ALL {
            return Err(HolidayError::TooMany { file, most: MOST_HOLIDAYS });
        }
    }
    let Found { mut days, whole, appointments, unreadable, .. } = found;
    days.sort();
    days.dedup();
    match (days.is_empty(), whole, appointments) {
        (false, ..) => Ok(HolidayFile { days, appointments, unreadable }),
        (true, 0, 0) => Err(HolidayError::Damaged { file }),
        (true, 0, _) => Err(HolidayError::NoWholeDays { file }),
        (true, ..) => Err(HolidayError::NoneInTime { file, within }),
    }
}

/// The events of all calendars in a text, each with those that take the place of one of its times (RECURRENCE-ID).
fn events(text: &str) -> BTreeMap<String, Vec<ICalendarComponent>> {
    let mut events: BTreeMap<String, Vec<ICalendarComponent>> = BTreeMap::new();
    let mut parser = Parser::new(text);
    loop {
        let components = match parser.entry() {
            Entry::ICalendar(calendar) => calendar.components,
            Entry::Eof => break,
            _ => continue,
        };
        for mut event in components {
            if event.component_type != ICalendarComponentType::VEvent {
                continue;
            }
            // A holiday is a day wherever one is: times are those that the file says, whatever zone it says them in.
            event.component_ids.clear();
            for entry in &mut event.entries {
                entry.params.retain(|parameter| parameter.name != ICalendarParameterName::Tzid);
            }
            let nameless = events.len();
            let key = event.uid().map_or_else(|| format!("\n{nameless}"), str::to_owned);
            events.entry(key).or_default().push(event);
        }
    }
    events
}

/// What has been found so far.
struct Found {
    within: Span,
    days: Vec<(Span, String)>,
    /// Events of whole days, in time or not.
    whole: usize,
    appointments: usize,
    unreadable: usize,
    times: usize,
}

impl Found {
    /// Takes the days of an event, each time that it comes.
    fn expand(&mut self, mut event: Vec<ICalendarComponent>) {
        let before = event.len();
        event.retain_mut(|part| self.ends_in_time(part));
        self.unreadable += before - event.len();
        let calendar = ICalendar { components: event };
        let expanded = calendar.expand_dates(Tz::Floating, MOST_TIMES);
        self.unreadable += expanded.errors.len();
        self.times += expanded.events.len();
        let (mut whole, mut appointment) = (false, false);
        for time in expanded.events {
            let Some(part) = calendar.components.get(time.comp_id as usize) else { continue };
            let Some(time) = time.try_into_date_time() else { continue };
            let Some(days) = whole_days(time.start.naive_local(), time.end.naive_local(), is_of_days(part)) else {
                appointment = true;
                continue;
            };
            whole = true;
            if days.overlaps(self.within) && part.status() != Some(&ICalendarStatus::Cancelled) {
                self.days.push((days, name(part)));
            }
        }
        self.whole += usize::from(whole);
        self.appointments += usize::from(appointment && !whole);
    }

    /// Lets what comes again end with the days that are looked for. False for what comes again each hour or minute.
    fn ends_in_time(&mut self, part: &mut ICalendarComponent) -> bool {
        let last = self.within.last;
        let starts = start(part);
        let after = starts.is_some_and(|start| start > last);
        let mut readable = true;
        part.entries.retain_mut(|entry| {
            if entry.name != ICalendarProperty::Rrule {
                return true;
            }
            for value in &mut entry.values {
                let ICalendarValue::RecurrenceRule(rule) = value else { continue };
                readable &= matches!(
                    rule.freq,
                    ICalendarFrequency::Yearly
                        | ICalendarFrequency::Monthly
                        | ICalendarFrequency::Weekly
                        | ICalendarFrequency::Daily
                );
                let until = rule.until.as_ref().and_then(day);
                if until.is_none_or(|until| until > last) {
                    rule.until = Some(at_end_of(last));
                }
            }
            // Of what begins later, once is enough to know that it is a holiday.
            !after
        });
        readable
    }
}

fn start(part: &ICalendarComponent) -> Option<NaiveDate> {
    part.property(&ICalendarProperty::Dtstart)?.values.first()?.as_partial_date_time().and_then(day)
}

fn day(date: &PartialDateTime) -> Option<NaiveDate> {
    date.to_date_time().map(|date| date.date_time.date())
}

fn at_end_of(day: NaiveDate) -> PartialDateTime {
    PartialDateTime {
        year: u16::try_from(day.year()).ok(),
        month: u8::try_from(day.month()).ok(),
        day: u8::try_from(day.day()).ok(),
        hour: Some(23),
        minute: Some(59),
        second: Some(59),
        ..PartialDateTime::default()
    }
}

/// Whether an event is of days, not of times (`VALUE=DATE`).
fn is_of_days(part: &ICalendarComponent) -> bool {
    let start = part.property(&ICalendarProperty::Dtstart).and_then(|entry| entry.values.first());
    start.and_then(ICalendarValue::as_partial_date_time).is_some_and(|start| start.hour.is_none())
}

fn name(part: &ICalendarComponent) -> String {
    let summary = part.property(&ICalendarProperty::Summary).and_then(|entry| entry.values.first());
    let words = summary.and_then(ICalendarValue::as_text).unwrap_or_default();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The days that an event takes from midnight to midnight; its end is the first moment after it (RFC 5545, 3.8.2.2).
///
/// An event of days has one at least. One of times counts where it fills days: some programs let a holiday end at 23:59.
fn whole_days(start: NaiveDateTime, end: NaiveDateTime, of_days: bool) -> Option<Span> {
    let first = match start.time() == NaiveTime::MIN || of_days {
        true => start.date(),
        false => start.date().checked_add_days(Days::new(1))?,
    };
    let after = match end.hour() == 23 && end.minute() == 59 {
        true => end.date().checked_add_days(Days::new(1))?,
        false => end.date(),
    };
    let last = after.pred_opt()?;
    Span::new(first, if of_days { last.max(first) } else { last })
}
