//! Steps 1 and 6 of the main job: an office is made, closed, opened again; nothing is lost, and undo still works.

use crate::at_window::AtWindow;
use crate::history::{day, new_office};
use egui::accesskit;
use egui::{Key, Modifiers};
use sojourn::app::preferences::Preferences;
use sojourn::domain::office::Role;
use sojourn::domain::volunteer::Volunteer;
use sojourn::store::{OfficeFile, Op};
use tempfile::TempDir;

#[test]
fn a_new_office_is_made_from_the_start_page() {
    let folder = TempDir::new().unwrap();
    let mut at = AtWindow::open(folder.path(), None);
    assert!(at.sees("Open the sample office") && at.sees("Open..."));
    at.press("New office...");
    at.fill("Name", "Tamale office");
    at.choose("Country", "Ghana");
    assert!(!at.can_press("Choose where to keep it..."), "a passphrase is recommended, and missing still");
    at.press_role(accesskit::Role::CheckBox, "Protect this file with a passphrase");
    at.press("Choose where to keep it...");
    at.press("Save");
    assert!(at.sees("What needs you"), "the office is open");
    assert!(at.sees("An office with nothing in it yet"), "and says what to do first");
    drop(at);
    let office = OfficeFile::open(&folder.path().join("tamale-office.sojourn")).unwrap().office().unwrap();
    assert_eq!((office.name.as_str(), office.role), ("Tamale office", Role::Country));
    assert_eq!(office.country.unwrap().code(), "GH");
}

#[test]
fn the_sample_office_opens_and_speaks_french() {
    let folder = TempDir::new().unwrap();
    let mut at = AtWindow::open(folder.path(), None);
    at.press("Open the sample office");
    at.press("Save");
    assert!(at.sees("What needs you"));
    for screen in [
        "Volunteers",
        "Organisations",
        "Placements",
        "Missions",
        "Calendar",
        "Import and export",
        "History",
        "Settings",
    ] {
        at.go(screen);
    }
    at.press("English");
    assert!(at.sees("Volontaires") && at.sees("Tout est enregistré"));
}

#[test]
fn everything_is_there_after_a_restart_and_undo_still_works() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let path = office.path().to_owned();
    let ana = Volunteer { full_name: "Ana Silva".into(), ..Volunteer::default() };
    let ana = office.edit(Op::Auto, |edit| edit.add_volunteer(ana)).unwrap().value;
    office.change(ana, |volunteer: &mut Volunteer| volunteer.birth_date = Some(day("1985-05-14"))).unwrap();
    drop(office);

    let mut remembered = Preferences::default();
    remembered.opened(&path);
    let mut at = AtWindow::with(folder.path(), None, remembered);
    at.press("nairobi");
    assert!(at.sees("Undo: birth date of Ana Silva (V-0001): 14 May 1985"));
    at.keys(Modifiers::COMMAND, Key::Z);
    assert!(at.sees("Undo: new volunteer Ana Silva (V-0001)"));
    at.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    at.go("History");
    assert!(at.sees("birth date of Ana Silva (V-0001): 14 May 1985"));
    drop(at);
    assert_eq!(OfficeFile::open(&path).unwrap().get::<Volunteer>(ana).unwrap().birth_date, Some(day("1985-05-14")));
}

#[test]
fn what_is_refused_is_said_with_a_hint_and_changes_nothing() {
    let folder = TempDir::new().unwrap();
    let foreign = folder.path().join("people.sojourn");
    std::fs::write(&foreign, "name,country\nAna,PT\n").unwrap();
    let mut at = AtWindow::open(folder.path(), None);
    at.press("Open...");
    at.fill("File", foreign.to_str().unwrap());
    at.press("Open");
    assert!(at.sees("is not an office file"), "the reason");
    assert!(at.sees("bring in spreadsheets with Import"), "and a hint");
    assert_eq!(std::fs::read_to_string(&foreign).unwrap(), "name,country\nAna,PT\n");
}

#[test]
fn the_palette_finds_people_and_commands_by_keyboard_alone() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let path = office.path().to_owned();
    let elli = Volunteer { full_name: "Elli Heikkilä".into(), ..Volunteer::default() };
    office.edit(Op::Auto, |edit| edit.add_volunteer(elli)).unwrap();
    drop(office);
    let mut at = AtWindow::open(folder.path(), Some(&path));
    at.keys(Modifiers::COMMAND, Key::K);
    at.shown.event(egui::Event::Text("heikkila".into()));
    at.shown.run();
    at.keys(Modifiers::NONE, Key::Enter);
    assert!(at.sees("Elli Heikkilä") && at.sees("1 of 1 shown"), "the list with the person open");
}
