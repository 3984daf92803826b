//! Small calendars, one for each thing that files of holidays do.

#![allow(clippy::unwrap_used)]
use super::holidays::*;
use chrono::NaiveDate;
use proptest::prelude::*;

const TODAY: &str = "2026-11-26";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn read(bytes: &[u8]) -> Result<HolidayFile, HolidayError> {
    holidays_of("holidays.ics".into(), bytes, holidays_within(day(TODAY)))
}

/// A calendar with one event.
fn calendar(lines: &str) -> String {
    let lines = lines.replace('\n', "\r\n");
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n{lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
}

/// The holidays of one event, as "first last name".
fn days(lines: &str) -> Vec<String> {
    let found = read(calendar(lines).as_bytes()).unwrap();
    found.days.iter().map(|(days, name)| format!("{} {} {name}", days.first, days.last)).collect()
}

fn refused(bytes: impl AsRef<[u8]>) -> String {
    let error = read(bytes.as_ref()).unwrap_err();
    assert!(!error.hint().is_empty());
    error.to_string()
}

#[test]
fn an_event_ends_the_day_before_its_end() {
    let whole = |lines: &str| days(&format!("{lines}\nSUMMARY:Eid"));
    assert_eq!(whole("DTSTART;VALUE=DATE:20270309\nDTEND;VALUE=DATE:20270312"), ["2027-03-09 2027-03-11 Eid"]);
    assert_eq!(whole("DTSTART;VALUE=DATE:20270309"), ["2027-03-09 2027-03-09 Eid"], "no end: one day");
    assert_eq!(whole("DTSTART;VALUE=DATE:20270309\nDURATION:P2D"), ["2027-03-09 2027-03-10 Eid"]);
    assert_eq!(whole("DTSTART;VALUE=DATE:20270309\nDTEND;VALUE=DATE:20270309"), ["2027-03-09 2027-03-09 Eid"]);
    assert_eq!(whole("DTSTART;VALUE=DATE:20280229\nDTEND;VALUE=DATE:20280301"), ["2028-02-29 2028-02-29 Eid"]);
    assert_eq!(whole("DTSTART;VALUE=DATE:20271231\nDTEND;VALUE=DATE:20280102"), ["2027-12-31 2028-01-01 Eid"]);
}

#[test]
fn what_comes_again_ends_with_its_rule_or_in_ten_years() {
    let again = |rule: &str| days(&format!("UID:a\nDTSTART;VALUE=DATE:20201212\nSUMMARY:Jamhuri Day\n{rule}"));
    let years = |first: i32, last: i32| -> Vec<String> {
        (first..=last).map(|year| format!("{year}-12-12 {year}-12-12 Jamhuri Day")).collect()
    };
    assert_eq!(again("RRULE:FREQ=YEARLY"), years(2024, 2035));
    assert_eq!(again("RRULE:FREQ=YEARLY;COUNT=7"), years(2024, 2026));
    assert_eq!(again("RRULE:FREQ=YEARLY;UNTIL=20281212"), years(2024, 2028));
    assert_eq!(again("RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=12;UNTIL=20281211T235959Z"), years(2024, 2027));
    let mut without = years(2024, 2035);
    without.remove(1);
    assert_eq!(again("RRULE:FREQ=YEARLY\nEXDATE;VALUE=DATE:20251212"), without);
    assert_eq!(again("RRULE:FREQ=YEARLY\nEXDATE:20251212T000000"), without, "as Outlook writes it");
    assert_eq!(
        again("RDATE;VALUE=DATE:20270101,20280102"),
        ["2027-01-01 2027-01-01 Jamhuri Day", "2028-01-02 2028-01-02 Jamhuri Day"]
    );
    let memorial_day = days("DTSTART;VALUE=DATE:20250526\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;COUNT=3\nSUMMARY:M");
    assert_eq!(memorial_day, ["2025-05-26 2025-05-26 M", "2026-05-25 2026-05-25 M", "2027-05-31 2027-05-31 M"]);
}

#[test]
fn one_time_of_many_can_lie_elsewhere_and_others_stay() {
    let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:20250501\nRRULE:FREQ=YEARLY;COUNT=3\n\
        SUMMARY:Labour Day\nEND:VEVENT\nBEGIN:VEVENT\nUID:a\nRECURRENCE-ID;VALUE=DATE:20260501\n\
        DTSTART;VALUE=DATE:20260504\nSUMMARY:Labour Day (observed)\nEND:VEVENT\n\
        BEGIN:VEVENT\nUID:b\nDTSTART;VALUE=DATE:20250501\nRRULE:FREQ=YEARLY;COUNT=2\nSUMMARY:May Day\nEND:VEVENT\n\
        END:VCALENDAR\n";
    let names: Vec<String> =
        read(text.as_bytes()).unwrap().days.into_iter().map(|(days, name)| format!("{} {name}", days.first)).collect();
    assert_eq!(
        names,
        [
            "2025-05-01 Labour Day",
            "2025-05-01 May Day",
            "2026-05-01 May Day",
            "2026-05-04 Labour Day (observed)",
            "2027-05-01 Labour Day"
        ]
    );
}

#[test]
fn an_event_of_times_counts_where_it_fills_days() {
    assert_eq!(
        days("DTSTART;TZID=Asia/Bangkok:20270205T230000\nDTEND;TZID=Asia/Bangkok:20270209T235900\nSUMMARY:Tet"),
        ["2027-02-06 2027-02-09 Tet"]
    );
    assert_eq!(days("DTSTART:20270205T000000Z\nDTEND:20270206T000000Z\nSUMMARY:Tet"), ["2027-02-05 2027-02-05 Tet"]);
    let meeting = "DTSTART:20270205T090000\nDTEND:20270205T100000\nSUMMARY:Team";
    assert_eq!(refused(calendar(meeting)), "holidays.ics has appointments only, none of its events lasts a whole day");
    let both = calendar(&format!("{meeting}\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270309\nSUMMARY:Eid"));
    let found = read(both.as_bytes()).unwrap();
    assert_eq!((found.days.len(), found.appointments), (1, 1));
}

#[test]
fn names_are_read_in_any_encoding_and_unescaped() {
    let text = calendar("DTSTART;VALUE=DATE:20270202\nSUMMARY:Día de la Candelaria\\, México\\; fiesta");
    let name = "Día de la Candelaria, México; fiesta";
    assert_eq!(read(text.as_bytes()).unwrap().days[0].1, name);
    assert_eq!(read(&[b"\xef\xbb\xbf", text.as_bytes()].concat()).unwrap().days[0].1, name, "with a mark");
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    assert_eq!(read(&latin).unwrap().days[0].1, name, "Latin-1");
    let wide: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(&wide).unwrap().days[0].1, name, "UTF-16");
    let folded = calendar("DTSTART;VALUE=DATE:20270202\nSUMMARY:Candle\n mas");
    assert_eq!(read(folded.as_bytes()).unwrap().days[0].1, "Candlemas");
}

#[test]
fn what_gives_no_holidays_is_refused_with_the_reason() {
    let good = calendar("DTSTART;VALUE=DATE:20270309\nSUMMARY:Eid");
    assert_eq!(refused("Name,Day\nEid,2027-03-09\n"), "holidays.ics is not a calendar");
    assert_eq!(refused("BEGIN:VCARD\nFN:Ana Silva\nEND:VCARD\n"), "holidays.ics is not a calendar");
    assert_eq!(refused(b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"), "holidays.ics is not a calendar");
    assert_eq!(refused(""), "holidays.ics is not a calendar");
    assert_eq!(refused(&good[..good.len() - 30]), "holidays.ics is damaged or was not copied completely");
    assert_eq!(refused(calendar("SUMMARY:Eid")), "holidays.ics is damaged or was not copied completely");
    assert_eq!(refused("BEGIN:VCALENDAR\nEND:VCALENDAR\n"), "holidays.ics has no events");
    assert_eq!(
        refused(calendar("DTSTART;VALUE=DATE:20100405\nSUMMARY:Lundi de Pâques")),
        "holidays.ics has no holidays from 2024-11-26 to 2036-11-26"
    );
    let cancelled = calendar("DTSTART;VALUE=DATE:20270309\nSTATUS:CANCELLED\nSUMMARY:Eid");
    assert_eq!(refused(cancelled), "holidays.ics has no holidays from 2024-11-26 to 2036-11-26");
    let mut events = String::from("BEGIN:VCALENDAR\n");
    for number in 0..6 {
        events.push_str(&format!(
            "BEGIN:VEVENT\nUID:{number}\nDTSTART;VALUE=DATE:20250101\nRRULE:FREQ=DAILY\nSUMMARY:{number}\nEND:VEVENT\n"
        ));
    }
    events.push_str("END:VCALENDAR\n");
    assert_eq!(refused(events), "holidays.ics is too large: more than 20000 holidays");
    let hourly = calendar("DTSTART;VALUE=DATE:20270101\nRRULE:FREQ=SECONDLY\nSUMMARY:x");
    assert_eq!(refused(hourly), "holidays.ics is damaged or was not copied completely");
}

proptest! {
    #[test]
    fn a_file_that_was_damaged_anywhere_is_read_or_refused(
        at in 0usize..400, with in "[ -~\r\n]{0,12}", rule in "(FREQ=YEARLY)?(;[A-Z]{5,10}=[-0-9A-Z,]{1,9}){0,3}",
    ) {
        let mut text = calendar(&format!(
            "UID:a\nDTSTART;VALUE=DATE:20200229\nDTEND;VALUE=DATE:20200301\nRRULE:{rule}\nEXDATE;VALUE=DATE:20240229\n\
             RDATE;VALUE=DATE:20250228\nDURATION:P1D\nSUMMARY:Leap\\, day"
        ));
        let at = at.min(text.len());
        text.replace_range(at..(at + 3).min(text.len()), &with);
        if let Ok(found) = read(text.as_bytes()) {
            let within = holidays_within(day(TODAY));
            prop_assert!(found.days.iter().all(|(days, _)| days.first <= days.last && days.overlaps(within)));
        }
    }
}
