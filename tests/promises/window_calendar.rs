//! The month calendar: where missions are seen.

use crate::at_window::AtWindow;
use crate::history::{day, new_office};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sojourn::domain::mission::{Mission, Stage};
use sojourn::domain::placement::Placement;
use sojourn::domain::reference::Country;
use sojourn::domain::span::Span;
use sojourn::domain::volunteer::Volunteer;
use sojourn::store::{OfficeFile, Op};
use tempfile::TempDir;

/// Somebody who looks at the month of the office of `folder`.
fn at_month(folder: &TempDir) -> AtWindow {
    let mut at = AtWindow::open(folder.path(), Some(&folder.path().join("nairobi.sojourn")));
    at.go("Calendar");
    at
}

/// Somebody on a mission, in a placement of their own.
pub fn place(office: &mut OfficeFile, name: &str, title: &str, country: &str, days: (&str, &str), stage: Stage) {
    let volunteer = Volunteer { full_name: name.into(), birth_date: Some(day("1985-05-14")), ..Volunteer::default() };
    let post = Placement {
        title: title.into(),
        country: Country::parse_code(country),
        duty_station: "Kitui".into(),
        ..Placement::default()
    };
    let span = Span { first: day(days.0), last: day(days.1) };
    let placed = office.edit(Op::Auto, |edit| {
        let volunteer = edit.add_volunteer(volunteer)?;
        let placement = edit.add(post)?;
        edit.add(Mission { stage, ..Mission::proposed(volunteer, placement, span) })
    });
    placed.unwrap();
}

/// An office with three missions.
pub fn office(folder: &TempDir) {
    let mut office = new_office(folder);
    place(&mut office, "Ana Silva", "Nurse trainer", "KE", ("2026-11-09", "2027-05-07"), Stage::Serving);
    place(&mut office, "Elli Heikkilä", "Headteacher adviser", "NP", ("2026-12-01", "2027-03-31"), Stage::Offered);
    place(&mut office, "Yusuf Demir", "Accountant", "KE", ("2026-11-02", "2027-02-01"), Stage::Cancelled);
}

#[test]
fn a_mission_is_seen_in_its_months_and_opened_from_there() {
    let folder = TempDir::new().unwrap();
    office(&folder);
    let mut at = at_month(&folder);
    let ana = "Ana Silva, Nurse trainer, Kitui, 9 Nov 2026 to 7 May 2027, serving";
    assert_eq!(at.shown.query_all_by_label(ana).count(), 4, "four weeks of November, the sixth of December beside");
    at.shown.get_by_label("Monday 9 November 2026, 1 mission, 1 arrives");
    assert!(!at.sees("Yusuf Demir"), "a cancelled mission is not shown unasked");

    at.press("Next month");
    at.shown.get_by_label("December 2026");
    let elli = "Elli Heikkilä, Headteacher adviser, Kitui, 1 Dec 2026 to 31 Mar 2027, offered";
    at.shown.query_all_by_label(elli).next().unwrap().click();
    at.shown.run();
    assert!(at.sees("Missions, 3 rows"), "the mission opens in its list");
}

#[test]
fn the_month_is_walked_by_keyboard() {
    let folder = TempDir::new().unwrap();
    office(&folder);
    let mut at = at_month(&folder);
    at.shown.get_by_label("Days of the month, Monday 23 November 2026").focus();
    at.shown.run();
    for (key, day) in [
        (Key::PageDown, "Wednesday 23 December 2026"),
        (Key::ArrowUp, "Wednesday 16 December 2026"),
        (Key::ArrowLeft, "Tuesday 15 December 2026"),
        (Key::Home, "Monday 23 November 2026"),
        (Key::ArrowDown, "Monday 30 November 2026"),
        (Key::ArrowRight, "Tuesday 1 December 2026"),
    ] {
        at.keys(Modifiers::NONE, key);
        at.shown.get_by_label(&format!("Days of the month, {day}"));
    }
    at.keys(Modifiers::NONE, Key::Enter);
    let people: Vec<String> = at
        .shown
        .query_all_by_role(Role::ListItem)
        .filter_map(|item| item.accesskit_node().label())
        .map(|label| label.split(',').next().unwrap().to_owned())
        .collect();
    assert_eq!(people, ["Ana Silva", "Elli Heikkilä"]);
    at.keys(Modifiers::NONE, Key::Enter);
    assert!(at.sees("Missions, 3 rows"));
}

#[test]
fn the_month_is_narrowed_and_chosen() {
    let folder = TempDir::new().unwrap();
    office(&folder);
    let mut at = at_month(&folder);
    at.press("Stage");
    at.shown.get_by_label("Type to find Stage").type_text("cancelled");
    at.shown.run();
    at.keys(Modifiers::NONE, Key::Enter);
    at.keys(Modifiers::NONE, Key::Escape);
    assert!(at.sees("Yusuf Demir"));
    assert!(!at.sees("Ana Silva"));
    at.press("Clear filters");
    at.shown.get_by_label("Find a mission").focus();
    at.shown.run();
    at.shown.get_by_label("Find a mission").type_text("heikkila");
    at.shown.run();
    assert!(!at.sees("Ana Silva"));

    at.press("November 2026");
    at.press("Next year");
    at.press("March");
    at.shown.get_by_label("March 2027");
    assert!(at.shown.query_by_label("Wednesday 31 March 2027, 1 mission, 1 leaves").is_some());
}

#[test]
fn a_crowded_day_says_how_many_more_and_lists_them() {
    let folder = TempDir::new().unwrap();
    let mut file = new_office(&folder);
    for number in 0..40 {
        let name = format!("Person {number:02}");
        place(&mut file, &name, "Teacher", "KE", ("2026-10-05", "2027-05-07"), Stage::Serving);
    }
    drop(file);
    let mut at = at_month(&folder);
    let bars = at.shown.query_all_by_label_contains("Person ").count();
    assert!((5..60).contains(&bars), "only what fits is shown, {bars}");
    let more = at.shown.query_all_by_label_contains("more, Tuesday 24 November 2026").next().unwrap();
    assert!(more.accesskit_node().label().unwrap().starts_with('+'));
    more.click();
    at.shown.run();
    at.shown.get_by_role_and_label(Role::ListItem, "Person 00, Teacher, Kitui, 5 Oct 2026 to 7 May 2027, serving");
}
