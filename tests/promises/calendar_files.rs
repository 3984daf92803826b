//! Calendar files in and out: public holidays, missions and milestones.

use crate::command::Desk;
use sojourn::domain::mission::{Milestone, Mission};
use sojourn::domain::organisation::Organisation;
use sojourn::domain::placement::Placement;
use sojourn::domain::reference::{Country, Tongue};
use sojourn::domain::span::Span;
use sojourn::domain::volunteer::Volunteer;
use sojourn::exchange::calendar::{CalendarQuery, export_calendar};
use sojourn::exchange::pages::briefing;
use sojourn::store::lists::MissionFilter;
use sojourn::store::{OfficeFile, Op};
use std::path::{Path, PathBuf};

/// A calendar with two holidays of each year.
const KENYA: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\
    BEGIN:VEVENT\r\nUID:jamhuri\r\nDTSTART;VALUE=DATE:20101212\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:Jamhuri Day\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:eid\r\nDTSTART;VALUE=DATE:20270309\r\nDTEND;VALUE=DATE:20270311\r\nSUMMARY:Eid\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:tea\r\nDTSTART:20270309T100000\r\nDTEND:20270309T110000\r\nSUMMARY:Tea\r\nEND:VEVENT\r\n\
    END:VCALENDAR\r\n";

fn in_desk(desk: &Desk, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = desk.folder.path().join(name);
    std::fs::write(&path, content).unwrap();
    path
}

/// The real calendars, where they are at hand.
fn real() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real/calendars");
    let in_folder = |folder: &Path| -> Vec<PathBuf> {
        let files = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        files.filter(|path| path.extension().is_some_and(|ending| ending == "ics")).collect()
    };
    let mut files = [in_folder(&folder), in_folder(&folder.join("ical4j"))].concat();
    files.sort();
    if files.is_empty() {
        println!("skipped: ../shared/real/calendars is not there");
    }
    files
}

#[test]
fn holidays_come_in_once_and_are_taken_back() {
    let desk = Desk::new();
    in_desk(&desk, "kenya.ics", KENYA);
    let said = desk.run(&["holidays", "FILE", "kenya.ics", "--country", "KE"]);
    assert_eq!(said.out, "13 holidays of Kenya read, 13 of them new\n", "{said:?}");
    assert_eq!(said.err, "sojourn: warning: 1 appointment of kenya.ics left out\n");
    let again = desk.run(&["holidays", "FILE", "kenya.ics", "--country", "Kenya"]);
    assert_eq!(again.out, "13 holidays of Kenya read, 0 of them new\n", "{again:?}");
    let history = desk.json(&["history", "FILE"]);
    assert_eq!(history.as_array().unwrap().len(), 2, "nothing new, no edit: {history}");
    assert_eq!(history[0]["op"]["did"], "set-holidays");
    in_desk(&desk, "more.ics", KENYA.replace("20270309\r\nDTEND;VALUE=DATE:20270311", "20280227"));
    let more = desk.run(&["holidays", "FILE", "more.ics", "--country", "KE"]);
    assert_eq!(more.out, "13 holidays of Kenya read, 1 of them new\n", "{more:?}");
    assert_eq!(desk.done(&["undo", "FILE", "--steps", "2"]).lines().count(), 2);
    assert_eq!(desk.json(&["check", "FILE"])["problems"], serde_json::json!([]));
    let again = desk.run(&["holidays", "FILE", "kenya.ics", "--country", "Kenya"]);
    assert_eq!(again.out, "13 holidays of Kenya read, 13 of them new\n", "{again:?}");

    let unknown = desk.run(&["holidays", "FILE", "kenya.ics", "--country", "Kenja"]);
    assert_eq!(unknown.status, Some(2), "{unknown:?}");
    in_desk(&desk, "list.ics", "Day,Name\n2027-03-09,Eid\n");
    desk.run(&["holidays", "FILE", "list.ics", "--country", "KE"]).refused("list.ics is not a calendar");
    desk.run(&["holidays", "FILE", "nowhere.ics", "--country", "KE"]).refused("there is no file nowhere.ics");
}

#[test]
fn holidays_are_known_by_country_and_days() {
    let desk = Desk::new();
    in_desk(&desk, "kenya.ics", KENYA);
    for country in ["KE", "UG"] {
        desk.run(&["holidays", "FILE", "kenya.ics", "--country", country]);
    }
    let mut office = OfficeFile::open(&desk.file).unwrap();
    let (kenya, nepal) = (Country::parse_code("KE").unwrap(), Country::parse_code("NP").unwrap());
    let days = Span { first: "2026-12-12".parse().unwrap(), last: "2027-03-09".parse().unwrap() };
    let names: Vec<String> =
        office.holidays(kenya, days).unwrap().into_iter().map(|one| format!("{} {}", one.last, one.name)).collect();
    assert_eq!(names, ["2026-12-12 Jamhuri Day", "2027-03-10 Eid"], "one begins on the last day asked for");
    assert_eq!((office.holidays(nepal, days).unwrap().len(), office.all_holidays(days).unwrap().len()), (0, 4));
    let count = office.holiday_counts().unwrap()[0];
    assert_eq!((count.country, count.count, count.until), (kenya, 13, "2035-12-12".parse().unwrap()));
    assert_eq!(office.remove_holidays(kenya).unwrap().value, 13);
    assert_eq!(office.holiday_counts().unwrap().len(), 1);
    office.undo().unwrap();
    assert_eq!(office.holiday_counts().unwrap().len(), 2);
}

#[test]
fn every_real_calendar_comes_in_or_is_refused_with_the_reason() {
    let desk = Desk::new();
    let mut came_in = Vec::new();
    for path in real() {
        let said = desk.run(&["holidays", "FILE", path.to_str().unwrap(), "--country", "KE"]);
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        println!("{name}: {}{}", said.out.trim_end(), said.err.trim_end());
        if said.status == Some(0) {
            came_in.push(name);
        } else {
            said.refused(&name);
            assert!(said.err.contains("\nhint: "), "{said:?}");
        }
    }
    let holidays = came_in.iter().filter(|name| name.ends_with("Holidays.ics")).count();
    assert!(came_in.is_empty() || holidays >= 10, "{came_in:?}");
}

/// The lines of a calendar file, unfolded, of the event with a title.
fn event<'t>(calendar: &'t str, title: &str) -> Vec<&'t str> {
    let events = calendar.split("BEGIN:VEVENT\r\n").skip(1);
    let found = events.map(|event| event.split("\r\n").collect::<Vec<_>>());
    let is_it = |lines: &Vec<&str>| lines.iter().any(|line| line.starts_with("SUMMARY:") && line.contains(title));
    found.into_iter().find(is_it).unwrap_or_else(|| panic!("no event {title:?} in {calendar}"))
}

fn value<'t>(lines: &[&'t str], name: &str) -> &'t str {
    let found = lines.iter().find_map(|line| line.strip_prefix(name));
    found
        .and_then(|value| value.split_once(':'))
        .map(|(_, value)| value)
        .unwrap_or_else(|| panic!("no {name}: {lines:?}"))
}

/// What the calendar of the office says.
fn calendar(desk: &Desk, more: &[&str]) -> String {
    desk.done(&[&["calendar", "FILE", "out.ics"][..], more].concat());
    std::fs::read_to_string(desk.folder.path().join("out.ics")).unwrap().replace("\r\n ", "")
}

/// A desk with one mission.
pub fn placed() -> Desk {
    let desk = Desk::with_people();
    let start = ["--start", "2027-01-11", "--weeks", "9"];
    desk.done(&[&["place", "FILE", "--volunteer", "V-0001", "--placement", "P-0001"][..], &start].concat());
    desk
}

#[test]
fn an_event_keeps_its_name_and_counts_its_changes() {
    let desk = placed();
    let said = desk.done(&["calendar", "FILE", "out.ics"]);
    assert_eq!(said, "1 mission written to out.ics\n");
    let first = calendar(&desk, &[]);
    let before = event(&first, "M-0001");
    assert_eq!((value(&before, "DTSTART"), value(&before, "DTEND")), ("20270111", "20270315"));
    assert_eq!((value(&before, "STATUS"), value(&before, "SEQUENCE")), ("TENTATIVE", "0"));
    assert_eq!(calendar(&desk, &[]), first, "nothing changed, nothing differs");

    let mut counted = vec![0];
    for step in [
        &["mission", "FILE", "M-0001", "step", "offered"][..],
        &["mission", "FILE", "M-0001", "move", "--start", "2027-01-18"],
        &["undo", "FILE"],
        &["mission", "FILE", "M-0001", "step", "cancelled", "--reason", "no visa"],
    ] {
        desk.done(step);
        let text = calendar(&desk, &[]);
        let now = event(&text, "M-0001");
        assert_eq!(value(&now, "UID"), value(&before, "UID"));
        counted.push(value(&now, "SEQUENCE").parse::<u32>().unwrap());
        if step[0] == "undo" {
            assert_eq!(value(&now, "DTSTART"), "20270111");
        }
    }
    assert!(counted.is_sorted() && counted[1..].iter().all(|count| *count > 0), "{counted:?}");
    assert_eq!(counted, [0, 1, 2, 3, 4], "each change once, an undo too");
    assert_eq!(value(&event(&calendar(&desk, &[]), "M-0001"), "STATUS"), "CANCELLED");
}

#[test]
fn nothing_of_a_person_is_told_unasked() {
    let desk = placed();
    let text = calendar(&desk, &["--milestones"]);
    assert!(!text.contains("Silva"), "{text}");
    let mission = event(&text, "Neonatal nurse trainer\\, M-0001");
    assert_eq!(
        (value(&mission, "SUMMARY"), value(&mission, "LOCATION")),
        ("Neonatal nurse trainer\\, M-0001", "Kenya")
    );
    let named = calendar(&desk, &["--names"]);
    assert_eq!(value(&event(&named, "M-0001"), "SUMMARY"), "Ana Silva\\, Neonatal nurse trainer\\, M-0001");
    let mut office = OfficeFile::open(&desk.file).unwrap();
    let (ana, post) = (office.all::<Volunteer>().unwrap()[0].id, office.all::<Placement>().unwrap()[0].id);
    let told = office.edit(Op::Auto, |edit| {
        let partner = edit.add(Organisation { name: "Kitui Hospital".into(), ..Organisation::default() })?;
        edit.change(post, |post: &mut Placement| post.organisation = Some(partner))?;
        edit.change(ana, |ana: &mut Volunteer| ana.phone = "+254 700 000001".into())
    });
    told.unwrap();
    drop(office);
    for (asked, partner, phone) in [("--names", false, false), ("--partners", true, false), ("--contacts", false, true)]
    {
        let text = calendar(&desk, &[asked, "--milestones"]);
        assert_eq!((text.contains("Kitui"), text.contains("+254")), (partner, phone), "{asked}: {text}");
    }
    assert!(!desk.done(&["export", "FILE", "missions", "list.ics"]).is_empty());
    assert!(!std::fs::read_to_string(desk.folder.path().join("list.ics")).unwrap().contains("Silva"));
}

#[test]
fn milestones_lie_on_their_day_and_a_filter_leaves_out_missions() {
    let desk = placed();
    let said = desk.done(&["calendar", "FILE", "out.ics", "--milestones"]);
    let milestones = desk.json(&["show", "FILE", "missions", "M-0001"])["milestones"].as_array().unwrap().clone();
    assert_eq!(said, format!("1 mission and {} milestones written to out.ics\n", milestones.len()));
    let text = calendar(&desk, &["--milestones"]);
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 1 + milestones.len());
    for milestone in &milestones {
        let lines = event(&text, milestone["name"].as_str().unwrap());
        let due = milestone["due"].as_str().unwrap().replace('-', "");
        assert_eq!(value(&lines, "DTSTART"), due, "{milestone}");
        assert_eq!(value(&lines, "CATEGORIES"), "milestone,due,Kenya");
    }
    for (filter, missions) in
        [("--country=KE", 1), ("--country=Nepal", 0), ("--stage=proposed", 1), ("--stage=serving", 0)]
    {
        let count = calendar(&desk, &["--milestones", filter]).matches("BEGIN:VEVENT").count();
        assert_eq!(count > 0, missions > 0, "{filter}");
    }
    let mut office = OfficeFile::open(&desk.file).unwrap();
    let milestone = office.all::<Milestone>().unwrap().remove(0);
    let done = "2026-11-20".parse().unwrap();
    office.change(milestone.id, |milestone: &mut Milestone| milestone.done_on = Some(done)).unwrap();
    drop(office);
    let text = calendar(&desk, &["--milestones"]);
    let lines = event(&text, &milestone.name);
    assert_eq!(
        (value(&lines, "DTSTART"), value(&lines, "DTEND")),
        ("20261120", "20261121"),
        "the day on which it was done"
    );
    assert_eq!((value(&lines, "CATEGORIES"), value(&lines, "SEQUENCE")), ("milestone,done,Kenya", "1"));

    let unknown = desk.run(&["calendar", "FILE", "out.ics", "--stage", "gone"]);
    assert_eq!(unknown.status, Some(2), "{unknown:?}");
    desk.run(&["calendar", "FILE", "FILE"]).refused("nairobi.sojourn would be overwritten");
    desk.run(&["calendar", "FILE", "nowhere/out.ics"]).refused("out.ics could not be written");
}

#[test]
fn milestones_that_every_office_begins_with_are_told_in_the_language_of_the_reader() {
    let desk = placed();
    let mut office = OfficeFile::open(&desk.file).unwrap();
    let mission = office.all::<Mission>().unwrap().remove(0).id;
    let named = |office: &OfficeFile, name: &str| {
        office.all::<Milestone>().unwrap().into_iter().find(|milestone| milestone.name == name).unwrap().id
    };
    let own = named(&office, "References");
    office.change(own, |milestone: &mut Milestone| milestone.name = "Call the ward".into()).unwrap();
    let path = desk.folder.path().join("fr.ics");
    let query = CalendarQuery { milestones: true, ..CalendarQuery::of(MissionFilter::default()) };
    for (tongue, told) in [(Tongue::French, "Casier judiciaire"), (Tongue::English, "Police check")] {
        export_calendar(&mut office, &query, tongue, &path).unwrap();
        let text = std::fs::read_to_string(&path).unwrap().replace("\r\n ", "");
        let page = format!("{:?}", briefing(&office, mission, tongue).unwrap().blocks);
        for name in [told, "Call the ward"] {
            event(&text, name);
            assert!(page.contains(name), "{name}: {page}");
        }
    }
    assert_eq!(office.get::<Milestone>(named(&office, "Police check")).unwrap().of, mission, "the file keeps the name");
}
