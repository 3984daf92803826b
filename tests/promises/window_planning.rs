//! The plan is made beside the window: it shows how far it is, can be stopped, and nothing waits for it.

use crate::at_window::AtWindow;
use crate::history::{day, new_office};
use crate::window_matching::fill;
use egui_kittest::kittest::Queryable as _;
use sojourn::app::desk::Desk;
use sojourn::domain::placement::{Placement, PlacementStatus};
use sojourn::domain::reference::Country;
use sojourn::store::Op;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;
use tempfile::TempDir;

/// Longer than any machine takes; only a test that fails waits for it.
const TOO_LONG: Duration = Duration::from_secs(120);

/// Holds the office file's thread until the sender is dropped.
fn hold(at: &mut AtWindow) -> Sender<()> {
    let (release, held) = channel::<()>();
    let shared = at.shown.state_mut().as_mut().unwrap().shared();
    drop(shared.desk.read(move |_| Ok(held.recv().is_ok())));
    release
}

/// Frames until something is on the screen; `meanwhile` looks at each.
fn until(at: &mut AtWindow, woken: &Receiver<()>, name: &str, meanwhile: impl Fn(&AtWindow)) {
    loop {
        at.shown.step();
        meanwhile(at);
        if at.sees(name) {
            return;
        }
        woken.recv_timeout(TOO_LONG).unwrap_or_else(|_| panic!("never {name:?}: {:#?}", at.texts()));
    }
}

fn open(folder: &TempDir) -> (AtWindow, Receiver<()>) {
    let mut office = new_office(folder);
    fill(&mut office);
    drop(office);
    let (mut at, woken) = AtWindow::waiting(folder.path(), &folder.path().join("nairobi.sojourn"));
    until(&mut at, &woken, "What needs you", |_| {});
    (at, woken)
}

/// Some frames, a second of the window in all.
fn frames(at: &mut AtWindow) {
    at.shown.run_steps(5);
}

#[test]
fn planning_can_be_stopped_and_begun_again() {
    let folder = TempDir::new().unwrap();
    let (mut at, woken) = open(&folder);
    let release = hold(&mut at);
    at.press("Matching");
    frames(&mut at);
    assert!(at.sees("Planning for the whole office"), "{:#?}", at.texts());
    at.shown.get_by_label("Cancel").click_accesskit();
    frames(&mut at);
    drop(release);
    until(&mut at, &woken, "Planning was stopped", |at| assert!(!at.sees("of 3 places")));
    at.shown.get_by_label("Plan again").click_accesskit();
    until(&mut at, &woken, "3 of 3 places", |_| {});
}

#[test]
fn the_last_plan_stays_until_the_next_is_there_also_where_that_is_stopped() {
    let folder = TempDir::new().unwrap();
    let (mut at, woken) = open(&folder);
    at.press("Matching");
    until(&mut at, &woken, "3 of 3 places", |_| {});
    let add = |at: &mut AtWindow, title: &'static str| {
        let shared = at.shown.state_mut().as_mut().unwrap().shared();
        shared.edit(move |file| {
            file.edit(Op::Auto, |edit| {
                edit.add(Placement {
                    title: title.into(),
                    country: Country::parse_code("KE"),
                    start_from: Some(day("2027-03-01")),
                    start_until: Some(day("2027-06-30")),
                    weeks_least: Some(26),
                    status: PlacementStatus::Open,
                    ..Placement::default()
                })
            })
        });
    };
    add(&mut at, "Pharmacist");
    until(&mut at, &woken, "Pharmacist", |at| assert!(at.sees("Clinic nurse"), "{:#?}", at.texts()));

    // Held where the office file is read for the plan, and stopped there.
    let release = hold(&mut at);
    add(&mut at, "Dentist");
    let again = hold(&mut at);
    drop(release);
    // What undo would take back is told at once, the line in the list comes with the plan.
    until(&mut at, &woken, "Undo: new placement Dentist", |_| {});
    frames(&mut at);
    assert!(at.sees("Clinic nurse, ") && !at.sees("Dentist, "), "{:#?}", at.texts());
    at.shown.get_by_label("Cancel").click_accesskit();
    frames(&mut at);
    drop(again);
    until(&mut at, &woken, "Planning was stopped", |at| assert!(at.sees("Clinic nurse, ")));
    assert!(!at.sees("Dentist, "));
    at.shown.get_by_label("Plan again").click_accesskit();
    until(&mut at, &woken, "Dentist, ", |at| assert!(at.sees("Clinic nurse, ")));
}

#[test]
fn missions_in_turn_are_planned_while_the_office_file_is_busy_and_are_not_what_is_accepted() {
    let folder = TempDir::new().unwrap();
    let (mut at, woken) = open(&folder);
    at.press("Matching");
    until(&mut at, &woken, "3 of 3 places", |_| {});
    assert!(at.can_press("Accept..."));
    let release = hold(&mut at);
    at.shown.get_by_label("Several missions in turn").click_accesskit();
    until(&mut at, &woken, "3 missions of 3 people", |_| {});
    assert!(!at.can_press("Accept...") && !at.can_press("Export..."));
    drop(release);
}

#[test]
fn what_is_done_beside_the_office_file_keeps_nobody_waiting() {
    let folder = TempDir::new().unwrap();
    drop(new_office(&folder));
    let (wake, woken) = channel();
    let mut desk = Desk::threaded(None, move || wake.send(()).unwrap_or_default()).unwrap();
    desk.open(&folder.path().join("nairobi.sojourn"));
    let (release, held) = channel::<()>();
    let beside = desk.beside(move || Some(held.recv().is_err()));
    let read = desk.read(|file| file.office());
    let office = loop {
        if let Some(office) = read.take() {
            break office;
        }
        woken.recv_timeout(TOO_LONG).unwrap();
    };
    assert!(office.is_some() && beside.take().is_none());
    drop(release);
    let done = loop {
        if let Some(done) = beside.take() {
            break done;
        }
        woken.recv_timeout(TOO_LONG).unwrap();
    };
    assert_eq!(done, Some(true));
}
