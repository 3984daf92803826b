//! A person asks what is held of them, and to be erased, through the window.

use crate::at_window::AtWindow;
use crate::exchange::is_anywhere;
use crate::history::{day, new_office};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use sojourn::domain::Id;
use sojourn::domain::volunteer::Volunteer;
use sojourn::store::{OfficeFile, Op};
use std::path::PathBuf;
use tempfile::TempDir;

/// An office with one volunteer, whose record is open at the window.
fn ana_open(folder: &TempDir) -> (AtWindow, Id, PathBuf) {
    let mut office = new_office(folder);
    let ana = Volunteer {
        full_name: "Ana Silva".into(),
        email: "ana@example.org".into(),
        birth_date: Some(day("1985-05-14")),
        ..Volunteer::default()
    };
    let ana = office.edit(Op::Auto, |edit| edit.add_volunteer(ana)).unwrap().value;
    drop(office);
    let path = folder.path().join("nairobi.sojourn");
    let mut at = AtWindow::open(folder.path(), Some(&path));
    at.go("Volunteers");
    at.shown.get_by_role(Role::Row).click();
    at.shown.run();
    (at, ana, path)
}

#[test]
fn a_person_is_erased_once_the_reference_is_typed() {
    let folder = TempDir::new().unwrap();
    let (mut at, ana, path) = ana_open(&folder);
    at.press("Erase...");
    assert!(at.sees("This cannot be undone"), "{:#?}", at.texts());
    assert!(!at.can_press("Erase for ever"), "nothing typed");
    at.fill("Type V-0001", "V-0002");
    assert!(!at.can_press("Erase for ever"), "another reference");
    at.clear("Type V-0001");
    at.fill("Type V-0001", "v-0001");
    at.fill("On what ground", "asked by letter");
    at.press("Erase for ever");
    assert!(at.sees("V-0001 is erased"), "{:#?}", at.texts());
    assert!(!at.sees("Ana Silva"), "{:#?}", at.texts());
    at.keys(Modifiers::COMMAND, Key::Z);
    assert!(!at.sees("Ana Silva"), "there is no way back: {:#?}", at.texts());
    drop(at);
    assert!(!is_anywhere(&path, "Ana Silva") && !is_anywhere(&path, "ana@example.org"));
    assert!(is_anywhere(&path, "V-0001"), "the bytes are looked through");
    let office = OfficeFile::open(&path).unwrap();
    let left: Volunteer = office.get(ana).unwrap();
    assert_eq!((left.email.as_str(), left.birth_date), ("", Some(day("1985-01-01"))));
    assert_eq!(office.erasures().unwrap()[0].reason, "asked by letter");
}

#[test]
fn nothing_is_erased_where_the_dialog_is_left() {
    let folder = TempDir::new().unwrap();
    let (mut at, ana, path) = ana_open(&folder);
    at.press("Erase...");
    at.fill("Type V-0001", "V-0001");
    at.press("Cancel");
    assert!(!at.sees("Erase for ever") && at.sees("Ana Silva"));
    drop(at);
    let office = OfficeFile::open(&path).unwrap();
    assert_eq!(office.get::<Volunteer>(ana).unwrap().full_name, "Ana Silva");
    assert_eq!(office.erasures().unwrap(), []);
}

#[test]
fn what_is_held_is_written_into_a_folder() {
    let folder = TempDir::new().unwrap();
    let (mut at, _, _) = ana_open(&folder);
    let out = folder.path().join("for Ana");
    std::fs::create_dir(&out).unwrap();
    at.press("What is held...");
    at.give_file(&out, "Open");
    assert!(at.sees("Written:"), "{:#?}", at.texts());
    let mut names: Vec<String> =
        std::fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into()).collect();
    names.sort();
    assert!(matches!(&names[..], [json, xlsx] if json.ends_with(".json") && xlsx.ends_with(".xlsx")), "{names:?}");
    let json = std::fs::read_to_string(out.join(&names[0])).unwrap();
    assert!(json.contains("Ana Silva") && json.contains("ana@example.org"), "{json}");
}

#[test]
fn a_folder_that_is_gone_is_told() {
    let folder = TempDir::new().unwrap();
    let (mut at, _, _) = ana_open(&folder);
    at.press("What is held...");
    at.give_file(&folder.path().join("gone"), "Open");
    assert!(at.sees("could not be written"), "{:#?}", at.texts());
}
