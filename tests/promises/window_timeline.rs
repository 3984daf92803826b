//! The timeline: missions as bars, moved by keyboard, by dragging and by typing, within the rules.

use crate::at_window::AtWindow;
use crate::history::{day, new_office};
use crate::window_calendar::{office, place};
use egui::accesskit::Role;
use egui::{Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sojourn::domain::Id;
use sojourn::domain::mission::{Milestone, Mission, Party, Stage};
use sojourn::domain::placement::{Placement, PlacementStatus};
use sojourn::domain::reference::Country;
use sojourn::domain::volunteer::Absence;
use sojourn::store::lists::MissionRow;
use sojourn::store::{OfficeFile, Op};
use tempfile::TempDir;

const ANA: &str = "Ana Silva, Nurse trainer, Kitui, 9 Nov 2026 to 7 May 2027, serving";

/// Somebody who looks at the timeline of the office of `folder`.
fn at_timeline(folder: &TempDir) -> AtWindow {
    let mut at = AtWindow::open(folder.path(), Some(&folder.path().join("nairobi.sojourn")));
    at.go("Timeline");
    at
}

fn reopened(folder: &TempDir) -> OfficeFile {
    OfficeFile::open(&folder.path().join("nairobi.sojourn")).unwrap()
}

fn mission_of(office: &mut OfficeFile, name: &str) -> Mission {
    let rows = office.rows::<MissionRow>().unwrap();
    let id = rows.iter().find(|row| &*row.volunteer_name == name).unwrap().id;
    office.get(id).unwrap()
}

fn focus(at: &mut AtWindow, name: &str) {
    at.shown.get_by_role_and_label(Role::Button, name).focus();
    at.shown.run();
}

fn rows(at: &AtWindow) -> Vec<String> {
    let name = |node: egui_kittest::Node<'_>| node.accesskit_node().label();
    at.shown.query_all_by_role(Role::RowHeader).filter_map(name).collect()
}

#[test]
fn missions_are_bars_in_rows_of_ones_choice_and_lead_to_their_records() {
    let folder = TempDir::new().unwrap();
    office(&folder);
    let mut at = at_timeline(&folder);
    at.shown.get_by_role_and_label(Role::Button, ANA);
    at.shown.get_by_label("Elli Heikkilä, Headteacher adviser, Kitui, 1 Dec 2026 to 31 Mar 2027, offered");
    assert!(!at.sees("Yusuf Demir"), "a cancelled mission is not shown unasked");
    assert_eq!(rows(&at), ["Headteacher adviser", "Nurse trainer"]);
    for (choice, expected) in [
        ("by volunteer", ["Ana Silva", "Elli Heikkilä"].as_slice()),
        ("by country", &["Kenya", "Nepal"]),
        ("by partner", &["No partner"]),
    ] {
        at.choose("Rows", choice);
        assert_eq!(rows(&at), expected);
    }
    at.press(ANA);
    assert!(at.sees("Missions, 3 rows"), "the mission opens in its list");
}

#[test]
fn what_calendar_is_narrowed_to_the_timeline_is_too() {
    let folder = TempDir::new().unwrap();
    office(&folder);
    let mut at = AtWindow::open(folder.path(), Some(&folder.path().join("nairobi.sojourn")));
    at.go("Calendar");
    at.shown.get_by_label("Find a mission").focus();
    at.shown.run();
    at.shown.get_by_label("Find a mission").type_text("heikkila");
    at.shown.run();
    at.go("Timeline");
    assert_eq!(rows(&at), ["Headteacher adviser"]);
    at.press("Clear filters");
    assert_eq!(rows(&at).len(), 2);
}

#[test]
fn a_mission_is_moved_by_keyboard_left_as_it_was_and_taken_back() {
    let folder = TempDir::new().unwrap();
    office(&folder);
    let mut at = at_timeline(&folder);
    focus(&mut at, ANA);
    at.keys(Modifiers::NONE, Key::M);
    at.keys(Modifiers::SHIFT, Key::ArrowRight);
    at.keys(Modifiers::NONE, Key::ArrowLeft);
    at.shown.get_by_label("15 Nov 2026 to 13 May 2027, 26 weeks");
    at.keys(Modifiers::NONE, Key::Escape);
    at.shown.get_by_label(ANA);
    assert!(!at.sees("15 Nov 2026"), "nothing is changed by looking");

    at.keys(Modifiers::NONE, Key::E);
    at.keys(Modifiers::SHIFT, Key::ArrowRight);
    at.keys(Modifiers::NONE, Key::Enter);
    at.shown.get_by_label("Ana Silva, Nurse trainer, Kitui, 9 Nov 2026 to 14 May 2027, serving");
    at.keys(Modifiers::COMMAND, Key::Z);
    at.shown.get_by_label(ANA);
    at.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    drop(at);
    let ana = mission_of(&mut reopened(&folder), "Ana Silva");
    assert_eq!((ana.first, ana.last), (day("2026-11-09"), day("2027-05-14")));
    assert_eq!(ana.extended_from, Some(day("2027-05-07")), "an extension, as from its record");
}

#[test]
fn what_the_rules_refuse_says_why_and_changes_nothing() {
    let folder = TempDir::new().unwrap();
    let mut file = new_office(&folder);
    place(&mut file, "Joseph Mensah", "Teacher", "KE", ("2026-01-05", "2028-01-01"), Stage::Serving);
    drop(file);
    let joseph = "Joseph Mensah, Teacher, Kitui, 5 Jan 2026 to 1 Jan 2028, serving";
    let mut at = at_timeline(&folder);
    focus(&mut at, joseph);
    at.keys(Modifiers::NONE, Key::E);
    at.keys(Modifiers::NONE, Key::ArrowRight);
    assert!(!at.sees("at most 104 weeks"), "104 weeks are allowed");
    at.keys(Modifiers::NONE, Key::ArrowRight);
    let why = "105 weeks in all: a mission is at most 104 weeks; choose a last day by 2 Jan 2028";
    assert_eq!(at.shown.query_all_by_label(why).count(), 1, "said while it is moved");
    at.keys(Modifiers::NONE, Key::Enter);
    at.shown.get_by_label(joseph);
    assert!(at.sees(why), "and when it was asked for");
    drop(at);
    let mission = mission_of(&mut reopened(&folder), "Joseph Mensah");
    assert_eq!(mission.last, day("2028-01-01"));
}

#[test]
fn a_mission_is_moved_by_typing_its_days() {
    let folder = TempDir::new().unwrap();
    office(&folder);
    let mut at = at_timeline(&folder);
    let elli = "Elli Heikkilä, Headteacher adviser, Kitui, 1 Dec 2026 to 31 Mar 2027, offered";
    focus(&mut at, elli);
    at.keys(Modifiers::NONE, Key::D);
    at.fill("Last day", "2026-12-24");
    at.shown.get_by_label("24 days: a mission is at least 6 weeks; choose a last day from 11 Jan 2027 on");
    assert!(!at.can_press("Move"));
    at.fill("First day", "2027-01-04");
    at.fill("Last day", "2027-04-30");
    at.press("Move");
    at.shown.get_by_label("Elli Heikkilä, Headteacher adviser, Kitui, 4 Jan 2027 to 30 Apr 2027, offered");
}

#[test]
fn a_mission_is_moved_further_than_is_in_view() {
    let folder = TempDir::new().unwrap();
    office(&folder);
    let mut at = at_timeline(&folder);
    focus(&mut at, ANA);
    at.keys(Modifiers::NONE, Key::M);
    for _ in 0..60 {
        at.keys(Modifiers::SHIFT, Key::ArrowRight);
    }
    at.keys(Modifiers::NONE, Key::Enter);
    drop(at);
    let ana = mission_of(&mut reopened(&folder), "Ana Silva");
    assert_eq!((ana.first, ana.last), (day("2028-01-03"), day("2028-06-30")));
}

/// Moves the pointer by steps with the button down.
fn drag(at: &mut AtWindow, from: Pos2, right: f32) {
    at.shown.hover_at(from);
    at.shown.run();
    at.shown.drag_at(from);
    at.shown.run();
    for step in 1..=4 {
        at.shown.hover_at(from + vec2(right * step as f32 / 4.0, 1.0));
        at.shown.run();
    }
}

fn let_go(at: &mut AtWindow, place: Pos2) {
    let modifiers = Modifiers::NONE;
    at.shown.event(egui::Event::PointerButton {
        pos: place,
        button: PointerButton::Primary,
        pressed: false,
        modifiers,
    });
    at.shown.run();
}

#[test]
fn a_bar_and_its_end_are_dragged_and_escape_takes_it_back() {
    let folder = TempDir::new().unwrap();
    office(&folder);
    let mut at = at_timeline(&folder);
    let bar = at.shown.get_by_label(ANA).rect();
    // A month's column: 2.2 points a day.
    drag(&mut at, bar.center(), 22.0);
    at.shown.get_by_label("19 Nov 2026 to 17 May 2027, 26 weeks");
    at.keys(Modifiers::NONE, Key::Escape);
    assert!(!at.sees("19 Nov 2026"));
    let_go(&mut at, bar.center() + vec2(22.0, 1.0));
    at.shown.get_by_label(ANA);

    let end = Pos2::new(bar.right() - 2.0, bar.center().y);
    drag(&mut at, end, 44.0);
    let_go(&mut at, end + vec2(44.0, 1.0));
    at.shown.get_by_label("Ana Silva, Nurse trainer, Kitui, 9 Nov 2026 to 27 May 2027, serving");
    assert!(at.sees("Timeline from"), "letting go is not a click");
    drop(at);
    let ana = mission_of(&mut reopened(&folder), "Ana Silva");
    assert_eq!((ana.first, ana.last), (day("2026-11-09"), day("2027-05-27")));
}

#[test]
fn free_places_and_those_that_stand_empty_are_shown() {
    let folder = TempDir::new().unwrap();
    let mut file = new_office(&folder);
    place(&mut file, "Ana Silva", "Nurse trainer", "KE", ("2026-06-01", "2026-12-31"), Stage::Serving);
    let first = mission_of(&mut file, "Ana Silva");
    let post = Placement {
        title: "Water engineer".into(),
        country: Country::parse_code("KE"),
        places: 2,
        start_from: Some(day("2027-02-01")),
        weeks_most: Some(26),
        status: PlacementStatus::Open,
        ..Placement::default()
    };
    let volunteer = mission_of(&mut file, "Ana Silva").volunteer;
    let days = sojourn::domain::span::Span { first: day("2027-02-03"), last: day("2027-07-31") };
    let next = Mission { stage: Stage::Offered, ..Mission::proposed(volunteer, first.placement, days) };
    file.edit(Op::Auto, |edit| {
        edit.add(post)?;
        edit.add(next)
    })
    .unwrap();
    drop(file);
    let mut at = at_timeline(&folder);
    let open = "Water engineer, 1 Feb 2027 to 1 Aug 2027, 2 free places";
    at.shown.get_by_role_and_label(Role::Button, open);
    at.choose("Rows", "by volunteer");
    assert!(!at.sees("Water engineer"), "a free place is nobody's row");
    at.choose("Rows", "by placement");
    at.press(open);
    assert!(at.sees("Placements, 2 rows"));
}

#[test]
fn bars_too_narrow_to_be_seen_are_one_that_opens_its_list() {
    let folder = TempDir::new().unwrap();
    let mut file = new_office(&folder);
    for number in 0..12 {
        let first = day("2026-03-02") + chrono::Days::new(number * 8);
        let last = first + chrono::Days::new(4);
        let days = (first.to_string(), last.to_string());
        place(&mut file, &format!("Person {number:02}"), "Teacher", "KE", (&days.0, &days.1), Stage::EndedEarly);
    }
    drop(file);
    let mut at = at_timeline(&folder);
    at.choose("Rows", "by country");
    at.press("Fit");
    assert_eq!(at.shown.query_all_by_label_contains("Person ").count(), 12);
    for _ in 0..9 {
        at.press("Zoom out");
    }
    let several = "12 missions, 2 Mar 2026 to 2 Jun 2026";
    at.press(several);
    assert!(at.sees("Missions, 12 rows"));
}

#[test]
fn milestones_and_absences_of_some_missions_are_read_at_once() {
    let folder = TempDir::new().unwrap();
    let mut file = new_office(&folder);
    place(&mut file, "Ana Silva", "Nurse trainer", "KE", ("2026-11-09", "2027-05-07"), Stage::Serving);
    place(&mut file, "Elli Heikkilä", "Teacher", "KE", ("2026-11-09", "2027-05-07"), Stage::Serving);
    let (ana, elli) = (mission_of(&mut file, "Ana Silva"), mission_of(&mut file, "Elli Heikkilä"));
    let milestone = |name: &str, due: &str, done: Option<&str>| Milestone {
        id: Id::random(),
        of: ana.id,
        name: name.into(),
        who: Party::Office,
        due: day(due),
        done_on: done.map(day),
        rule: None,
        note: String::new(),
    };
    let absence = |mission: Option<Id>, first: &str, last: &str| Absence {
        id: Id::random(),
        of: ana.volunteer,
        mission,
        first: day(first),
        last: day(last),
        reason: "leave".into(),
    };
    file.edit(Op::Auto, |edit| {
        edit.add(milestone("Visa", "2026-12-01", None))?;
        edit.add(milestone("Flight", "2026-10-01", Some("2026-09-30")))?;
        edit.add(absence(None, "2026-12-20", "2027-01-04"))?;
        edit.add(absence(Some(ana.id), "2027-05-07", "2027-05-07"))?;
        edit.add(absence(None, "2027-05-08", "2027-06-01"))?;
        edit.add(absence(Some(elli.id), "2027-02-01", "2027-02-02"))
    })
    .unwrap();
    let marks = file.marks(&[ana.id, elli.id]).unwrap();
    let tasks: Vec<(&str, bool)> = marks[&ana.id].milestones.iter().map(|task| (&*task.name, task.done)).collect();
    assert_eq!(tasks, [("Flight", true), ("Visa", false)]);
    let away: Vec<String> = marks[&ana.id].absences.iter().map(|days| days.first.to_string()).collect();
    assert_eq!(away, ["2026-12-20", "2027-05-07"], "neither after the mission nor of another one");
    assert!(!marks.contains_key(&elli.id));
    assert!(file.marks(&[]).unwrap().is_empty());
}
