//! A mission from proposed to accepted, extended, ended, through the window, by what a person reads there.

use crate::at_window::AtWindow;
use crate::history::{day, new_office};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sojourn::domain::Id;
use sojourn::domain::mission::{EarlyEnd, Mission, Party, Stage};
use sojourn::domain::placement::Placement;
use sojourn::domain::reference::Country;
use sojourn::domain::span::Span;
use sojourn::domain::volunteer::Volunteer;
use sojourn::store::{OfficeFile, Op};
use tempfile::TempDir;

/// A volunteer placed on days that begin on a day and last so many weeks.
fn placed(office: &mut OfficeFile, name: &str, title: &str, first: &str, weeks: u16) -> Id {
    let person = Volunteer { full_name: name.into(), birth_date: Some(day("1985-05-14")), ..Volunteer::default() };
    let post = Placement { title: title.into(), country: Country::parse_code("KE"), ..Placement::default() };
    let made = office.edit(Op::Auto, |edit| Ok((edit.add_volunteer(person)?, edit.add(post)?))).unwrap().value;
    let days = Span::of_weeks(day(first), weeks).unwrap();
    office.place(made.0, made.1, days, "").unwrap().value.mission
}

fn open_row(at: &mut AtWindow, label: &str) {
    at.shown.get_by_label_contains(&format!("{label}, row")).click();
    at.shown.run();
}

fn reopened(folder: &TempDir) -> OfficeFile {
    OfficeFile::open(&folder.path().join("nairobi.sojourn")).unwrap()
}

#[test]
fn a_mission_is_moved_on_extended_within_the_rules_and_its_milestones_are_ticked() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let ana = placed(&mut office, "Ana Silva", "Nurse trainer", "2027-05-03", 52);
    let elli = placed(&mut office, "Elli Heikkilä", "Statistician", "2027-01-04", 26);
    office.step(elli, Stage::Offered, day("2026-11-20"), Party::Partner, "").unwrap();
    drop(office);
    let mut at = AtWindow::open(folder.path(), Some(&folder.path().join("nairobi.sojourn")));

    // The list is narrowed by stage.
    at.go("Missions");
    assert!(at.sees("Elli Heikkilä, Statistician, Kenya, 4 Jan 2027 to 4 Jul 2027, offered"));
    at.press_role(Role::Button, "Stage");
    at.press_role(Role::ListBoxOption, "proposed");
    at.keys(Modifiers::NONE, Key::Escape);
    assert!(!at.sees("Elli Heikkilä, Statistician, Kenya"));
    open_row(&mut at, "Ana Silva, Nurse trainer, Kenya, 3 May 2027 to 30 Apr 2028, proposed");
    at.press("Remove Stage");

    // It is moved on; a no needs a reason, a yes none.
    at.press_role(Role::Tab, "Stage");
    at.press("Move on to with partner");
    at.press("Move on to offered");
    at.press_role(Role::Button, "declined");
    assert!(at.shown.get_by_label("Move on to declined").accesskit_node().is_disabled());
    at.press_role(Role::Button, "accepted");
    at.press("Move on to accepted");
    assert!(at.sees("M-0001, Nurse trainer, Kenya, 3 May 2027 to 30 Apr 2028, accepted"));

    // Beyond 104 weeks is refused in a sentence; within them it is an extension.
    at.press_role(Role::Tab, "Mission");
    at.fill("Last day", "2029-05-07");
    at.shown.get_by_label("106 weeks in all: a mission is at most 104 weeks; choose a last day by 29 Apr 2029");
    assert!(at.sees("3 May 2027 to 30 Apr 2028, accepted"), "nothing has changed");
    at.fill("Last day", "2028-07-30");
    assert!(at.sees("3 May 2027 to 30 Jul 2028, accepted") && !at.sees("104 weeks"));
    assert_eq!(at.shown.get_by_label("First agreed to").accesskit_node().role(), Role::Label);

    // A milestone is ticked, unticked by undo, ticked again by redo.
    at.press_role(Role::Tab, "Milestones 24");
    at.press("Police check is done");
    at.shown.get_by_label("Police check, volunteer, done 23 Nov 2026");
    at.shown.get_by_role_and_label(Role::Tab, "Milestones 23");
    at.keys(Modifiers::COMMAND, Key::Z);
    at.shown.get_by_label("Police check, 8 Feb 2027, volunteer");
    at.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    at.shown.get_by_label("Police check, volunteer, done 23 Nov 2026");

    at.press_role(Role::Tab, "History");
    let moved = at.shown.query_all_by_label_contains("30 Jul 2028, was 30 Apr 2028").count();
    assert_eq!(moved, 2, "the last day, and the certificate that is due on it");
    drop(at);
    let detail = reopened(&folder).mission(ana).unwrap();
    let stages: Vec<Stage> = detail.steps.iter().map(|step| step.stage).collect();
    assert_eq!(stages, [Stage::Proposed, Stage::WithPartner, Stage::Offered, Stage::Accepted]);
    assert_eq!((detail.steps[3].by, detail.steps[3].on), (Party::Volunteer, day("2026-11-23")));
    assert_eq!((detail.mission.last, detail.mission.extended_from), (day("2028-07-30"), Some(day("2028-04-30"))));
    let done: Vec<&str> =
        detail.milestones.iter().filter(|one| one.done_on.is_some()).map(|one| one.name.as_str()).collect();
    assert_eq!(done, ["Police check"]);
}

#[test]
fn a_mission_ends_early_with_all_that_is_known_of_it_in_one_edit() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let ana = placed(&mut office, "Ana Silva", "Nurse trainer", "2026-06-01", 52);
    office.edit(Op::Auto, |edit| edit.change(ana, |mission: &mut Mission| mission.stage = Stage::Serving)).unwrap();
    drop(office);
    let mut at = AtWindow::open(folder.path(), Some(&folder.path().join("nairobi.sojourn")));
    at.go("Missions");
    open_row(&mut at, "Ana Silva, Nurse trainer, Kenya, 1 Jun 2026 to 30 May 2027, serving");
    at.press("End the mission early");
    at.choose("Kind", "medical");
    at.fill("Last working day", "2026-12-11");
    at.fill("Last day", "2026-12-18");
    let button = "Move on to ended early";
    assert!(at.shown.get_by_label(button).accesskit_node().is_disabled());
    at.shown.get_by_role_and_label(Role::MultilineTextInput, "Reason").focus();
    at.shown.run();
    at.shown.get_by_role_and_label(Role::MultilineTextInput, "Reason").type_text("injured on the road");
    at.shown.run();
    at.press(button);
    assert!(at.sees("M-0001, Nurse trainer, Kenya, 1 Jun 2026 to 18 Dec 2026, ended early"));
    assert!(at.sees("Make a practice of it"), "its final report lies open");
    at.press_role(Role::Tab, "Stage");
    assert!(at.sees("injured on the road"));
    at.keys(Modifiers::COMMAND, Key::Z);
    assert!(at.sees("1 Jun 2026 to 30 May 2027, serving"));
    at.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    drop(at);
    let mission = reopened(&folder).mission(ana).unwrap().mission;
    assert_eq!((mission.stage, mission.early_end), (Stage::EndedEarly, Some(EarlyEnd::Medical)));
    assert_eq!((mission.last_working_day, mission.last), (Some(day("2026-12-11")), day("2026-12-18")));
    assert_eq!(mission.early_end_reason, "injured on the road");
}

#[test]
fn a_proposal_on_days_already_asked_for_is_warned_of_and_moves_to_the_free_ones() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let first = placed(&mut office, "Ana Silva", "Nurse trainer", "2027-05-03", 20);
    let volunteer = office.get::<Mission>(first).unwrap().volunteer;
    let ward = Placement { title: "Ward nurse".into(), ..Placement::default() };
    let ward = office.edit(Op::Auto, |edit| edit.add(ward)).unwrap().value;
    office.place(volunteer, ward, Span::of_weeks(day("2027-06-07"), 10).unwrap(), "").unwrap();
    drop(office);
    let mut at = AtWindow::open(folder.path(), Some(&folder.path().join("nairobi.sojourn")));
    at.go("Missions");
    open_row(&mut at, "Ana Silva, Nurse trainer, Kenya, 3 May 2027 to 19 Sep 2027, proposed");
    assert!(at.sees("Overlaps with M-0002 from 7 Jun 2027 to 15 Aug 2027"));
    at.press("Take the free days 16 Aug 2027 to 2 Jan 2028");
    assert!(at.sees("16 Aug 2027 to 2 Jan 2028, proposed") && !at.sees("Overlaps"));
    at.press("Show on the calendar");
    assert!(at.sees("August 2027"));
}
