//! The days of missions at the window: extended by keyboard alone, what comes next, who is where, milestone templates.

use crate::at_window::AtWindow;
use crate::history::{day, new_office};
use crate::print::text;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sojourn::domain::Id;
use sojourn::domain::mission::{Mission, Stage};
use sojourn::domain::placement::Placement;
use sojourn::domain::reference::Country;
use sojourn::domain::span::Span;
use sojourn::domain::volunteer::{Absence, Volunteer};
use sojourn::exchange::spreadsheet::{TextChoices, Workbook};
use sojourn::store::{OfficeFile, Op};
use std::path::PathBuf;
use tempfile::TempDir;

/// An office in which Ana serves in Kenya from June 2025, for 95 weeks, and Elli from January 2027.
fn office(folder: &TempDir) -> (PathBuf, Id) {
    let mut office = new_office(folder);
    let mut placed = |name: &str, title: &str, country: &str, days: (&str, &str), stage: Stage| {
        let person = Volunteer {
            full_name: name.into(),
            birth_date: Some(day("1985-05-14")),
            phone: "+254 700 1".into(),
            emergency_name: "Rui Silva".into(),
            ..Volunteer::default()
        };
        let post = Placement {
            title: title.into(),
            duty_station: "Kisumu".into(),
            country: Country::parse_code(country),
            ..Placement::default()
        };
        let made = office.edit(Op::Auto, |edit| Ok((edit.add_volunteer(person)?, edit.add(post)?))).unwrap().value;
        let days = Span { first: day(days.0), last: day(days.1) };
        let mission = office.place(made.0, made.1, days, "").unwrap().value.mission;
        office.edit(Op::Auto, |edit| edit.change(mission, |one: &mut Mission| one.stage = stage)).unwrap();
        (made.0, mission)
    };
    let (ana, mission) = placed("Ana Silva", "Nurse trainer", "KE", ("2025-06-02", "2027-03-28"), Stage::Serving);
    placed("Elli Heikkilä", "Statistician", "NP", ("2026-11-25", "2027-06-27"), Stage::Preparing);
    let reason = "home leave".to_owned();
    let (first, last) = (day("2026-11-20"), day("2026-11-30"));
    let leave = Absence { id: Id::random(), of: ana, mission: Some(mission), first, last, reason };
    office.edit(Op::Auto, |edit| edit.add(leave)).unwrap();
    (folder.path().join("nairobi.sojourn"), mission)
}

/// Goes on with Tab until something with this role and name has the keyboard.
fn tab_to(at: &mut AtWindow, role: Role, name: &str) {
    for _ in 0..120 {
        let found = at.shown.query_all_by_role(role).any(|node| {
            let node = node.accesskit_node();
            node.is_focused() && node.label().is_some_and(|label| label.starts_with(name))
        });
        if found {
            return;
        }
        at.keys(Modifiers::NONE, Key::Tab);
    }
    panic!("{name:?} is not reached: {:#?}", at.texts());
}

fn type_in(at: &mut AtWindow, text: &str) {
    at.keys(Modifiers::COMMAND, Key::A);
    at.shown.event(egui::Event::Text(text.to_owned()));
    at.shown.run();
}

#[test]
fn a_mission_is_found_extended_refused_and_taken_back_by_keyboard_alone() {
    let folder = TempDir::new().unwrap();
    let (path, mission) = office(&folder);
    let mut at = AtWindow::open(folder.path(), Some(&path));
    at.keys(Modifiers::COMMAND, Key::Num5);
    at.keys(Modifiers::COMMAND, Key::F);
    type_in(&mut at, "silva");
    tab_to(&mut at, Role::Grid, "Missions");
    at.keys(Modifiers::NONE, Key::Home);
    assert!(at.sees("M-0001, Nurse trainer, Kenya"), "{:#?}", at.texts());
    tab_to(&mut at, Role::Tab, "Mission");
    at.keys(Modifiers::NONE, Key::ArrowRight);
    at.keys(Modifiers::NONE, Key::ArrowRight);
    assert!(at.sees("Not extended so far"), "{:#?}", at.texts());

    tab_to(&mut at, Role::TextInput, "New last day");
    type_in(&mut at, "2027-05-28");
    at.keys(Modifiers::NONE, Key::Enter);
    tab_to(&mut at, Role::Button, "Extend to 28 May 2027");
    at.keys(Modifiers::NONE, Key::Enter);
    assert!(at.sees("28 Mar 2027 to 28 May 2027"), "{:#?}", at.texts());
    assert!(at.sees("2 Jun 2025 to 28 May 2027"));

    // The third month is more than two years.
    tab_to(&mut at, Role::TextInput, "New last day");
    type_in(&mut at, "2027-06-28");
    at.keys(Modifiers::NONE, Key::Enter);
    assert!(at.sees("109 weeks in all: a mission is at most 104 weeks"), "{:#?}", at.texts());
    assert!(!at.can_press("Extend to 28 Jun 2027"));
    at.keys(Modifiers::NONE, Key::Escape);
    at.keys(Modifiers::COMMAND, Key::Z);
    assert!(at.sees("2 Jun 2025 to 28 Mar 2027") && at.sees("Not extended so far"), "{:#?}", at.texts());
    at.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);

    // Out to a calendar file.
    let out = folder.path().join("missions.ics");
    at.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::E);
    tab_to(&mut at, Role::Button, "Choose a file...");
    at.keys(Modifiers::NONE, Key::Enter);
    tab_to(&mut at, Role::TextInput, "File");
    type_in(&mut at, &out.to_string_lossy());
    tab_to(&mut at, Role::Button, "Save");
    at.keys(Modifiers::NONE, Key::Enter);
    let calendar = std::fs::read_to_string(&out).unwrap();
    for line in ["DTSTART;VALUE=DATE:20250602\r\n", "DTEND;VALUE=DATE:20270529\r\n"] {
        assert!(calendar.contains(line), "{calendar}");
    }
    drop(at);
    let kept = OfficeFile::open(&path).unwrap().mission(mission).unwrap();
    assert_eq!((kept.mission.last, kept.extensions.len()), (day("2027-05-28"), 1));
}

#[test]
fn who_is_where_is_told_from_anywhere_and_goes_out_to_print_and_as_a_workbook() {
    let folder = TempDir::new().unwrap();
    let (path, _) = office(&folder);
    let mut at = AtWindow::open(folder.path(), Some(&path));
    at.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::W);
    assert!(at.sees("Ana Silva, Kisumu, Kenya, on leave until 30 Nov"), "{:#?}", at.texts());
    assert!(at.sees("Elli Heikkilä, Kisumu, Nepal, arriving") && at.sees("2 people"));
    let printed = folder.path().join("where.pdf");
    at.press("Print...");
    at.give_file(&printed, "Save");
    // Where a line ends is for the page to say.
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let words = squeezed(&text(&std::fs::read(&printed).unwrap()));
    for told in
        ["Who is where on 23 Nov 2026", "Kenya: 1", "Ana Silva", "on leave until 30 Nov", "Rui Silva", "Nepal: 1"]
    {
        assert!(words.contains(&squeezed(told)), "{told}: {words}");
    }
    let workbook = folder.path().join("where.xlsx");
    at.press("Workbook...");
    at.give_file(&workbook, "Save");
    let (_, table) = Workbook::open(&workbook).unwrap().read(None, &TextChoices::default()).unwrap();
    assert_eq!((table.rows.len(), table.cell(1, 0).text().into_owned()), (3, "Ana Silva".to_owned()));

    at.fill("Day", "2028-01-01");
    assert!(at.sees("Nobody is in service on 1 Jan 2028"), "{:#?}", at.texts());
}

#[test]
fn the_agenda_tells_what_happens_and_its_year_opens_the_missions_behind_a_week() {
    let folder = TempDir::new().unwrap();
    let (path, _) = office(&folder);
    let mut at = AtWindow::open(folder.path(), Some(&path));
    at.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    assert!(at.sees("25 Nov 2026, Arrival, Elli Heikkilä, Statistician"), "{:#?}", at.texts());
    assert!(at.sees("28 Nov 2026, Security briefing, Elli Heikkilä"));
    at.press("7 days");
    assert!(!at.sees("9 Dec 2026, In-country orientation"));
    at.press("90 days");
    assert!(at.sees("9 Dec 2026, In-country orientation, Elli Heikkilä"), "{:#?}", at.texts());
    at.press("Year");
    at.press("Kenya, 22 Nov to 28 Nov 2026: 1");
    assert!(at.sees("Ana Silva, Nurse trainer, Kenya") && !at.sees("Elli Heikkilä, Statistician"), "{:#?}", at.texts());
}

#[test]
fn milestone_templates_are_set_and_new_missions_have_them() {
    let folder = TempDir::new().unwrap();
    let (path, _) = office(&folder);
    let mut at = AtWindow::open(folder.path(), Some(&path));
    at.go("Settings");
    at.press("Add milestone");
    at.fill("What", "Call the family");
    at.fill("Due", "-2");
    at.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    drop(at);
    let mut office = OfficeFile::open(&path).unwrap();
    office.set_today(day("2026-11-23"));
    let templates = office.office().unwrap().templates;
    let template = templates.0.last().unwrap();
    assert_eq!((template.name.as_str(), template.offset.amount), ("Call the family", -2));
    let post: Vec<Placement> = office.all().unwrap();
    let person = Volunteer { full_name: "Yusuf Demir".into(), ..Volunteer::default() };
    let yusuf = office.edit(Op::Auto, |edit| edit.add_volunteer(person)).unwrap().value;
    let days = Span { first: day("2027-03-15"), last: day("2027-08-29") };
    let mission = office.place(yusuf, post[0].id, days, "").unwrap().value.mission;
    let milestones = office.mission(mission).unwrap().milestones;
    let call = milestones.iter().find(|milestone| milestone.name == "Call the family").unwrap();
    assert_eq!(call.due, day("2027-03-01"), "two weeks before the first day");
}
