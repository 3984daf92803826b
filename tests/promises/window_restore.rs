//! A backup is restored at the window: chosen, put in its place, opened; with a passphrase where one is needed.

use crate::at_window::AtWindow;
use crate::exchange::add;
use crate::history::new_office;
use crate::protection::PASSPHRASE;
use egui::{Key, Modifiers};
use sojourn::store::OfficeFile;
use std::path::PathBuf;
use tempfile::TempDir;

/// An office file with one volunteer, a backup of that, and a second volunteer since.
fn fallen(folder: &TempDir, passphrase: Option<&str>) -> (PathBuf, PathBuf) {
    let mut office = new_office(folder);
    if let Some(passphrase) = passphrase {
        office.protect(passphrase).unwrap();
    }
    add(&mut office, "Ana Silva");
    let backup = office.backup_beside("daily").unwrap();
    add(&mut office, "Elli Heikkilä");
    (office.path().to_owned(), backup)
}

fn people(file: &OfficeFile) -> u64 {
    file.counts().unwrap()[0]
}

#[test]
fn a_backup_takes_the_place_of_its_office_as_a_copy_of_its_own() {
    let folder = TempDir::new().unwrap();
    let (path, backup) = fallen(&folder, None);
    let before = OfficeFile::open(&path).unwrap().replica_id().unwrap();
    let mut at = AtWindow::open(folder.path(), None);
    at.press("Restore a backup...");
    at.give_file(&backup, "Open");
    assert_eq!(at.value("File"), path.to_string_lossy(), "its place is offered");
    at.press("Save");
    assert!(at.sees("comes back with the next file of head office"), "{:#?}", at.texts());
    assert_eq!(people(&OfficeFile::open(&path).unwrap()), 2, "nothing is done before it is agreed to");
    at.press("Restore");
    assert!(at.sees("What needs you") && at.sees("Restored from"), "{:#?}", at.texts());
    drop(at);
    let office = OfficeFile::open(&path).unwrap();
    assert_eq!(people(&office), 1);
    assert_ne!(office.replica_id().unwrap(), before);
    let aside = office.backups().unwrap().into_iter().find(|backup| backup.reason == "before-restore").unwrap();
    assert_eq!(people(&OfficeFile::open(&aside.path).unwrap()), 2);
}

#[test]
fn the_passphrase_of_an_encrypted_backup_is_asked_for() {
    let folder = TempDir::new().unwrap();
    let (_, backup) = fallen(&folder, Some(PASSPHRASE));
    let target = folder.path().join("beside.sojourn");
    let mut at = AtWindow::open(folder.path(), None);
    at.press("Restore a backup...");
    at.give_file(&backup, "Open");
    at.give_file(&target, "Save");
    at.press("Restore");
    assert!(at.sees("is protected by a passphrase") && !at.can_press("Restore"), "{:#?}", at.texts());
    at.fill_secret("Passphrase", "seven lazy heron");
    at.press("Restore");
    assert!(at.sees("The passphrase is wrong") && !target.exists(), "{:#?}", at.texts());
    at.fill_secret("Passphrase", PASSPHRASE);
    at.press("Restore");
    assert!(at.sees("What needs you"), "{:#?}", at.texts());
    drop(at);
    assert_eq!(people(&OfficeFile::open_with(&target, Some(PASSPHRASE)).unwrap()), 1);
}

#[test]
fn what_is_no_backup_is_refused_and_the_open_office_stays_open() {
    let folder = TempDir::new().unwrap();
    let (path, backup) = fallen(&folder, None);
    let broken = folder.path().join("broken.sojourn");
    std::fs::write(&broken, "no backup at all, only a few words").unwrap();
    let mut at = AtWindow::open(folder.path(), Some(&path));
    let restore = |at: &mut AtWindow, from: &PathBuf| {
        at.keys(Modifiers::COMMAND, Key::K);
        at.shown.event(egui::Event::Text("Restore a backup".into()));
        at.shown.run();
        at.keys(Modifiers::NONE, Key::Enter);
        at.give_file(from, "Open");
        at.give_file(&path, "Save");
        at.press("Restore");
    };
    restore(&mut at, &broken);
    assert!(at.sees("broken.sojourn is not") && at.sees("What needs you"), "{:#?}", at.texts());
    at.go("Volunteers");
    assert!(at.sees("2 of 2 shown"), "{:#?}", at.texts());
    restore(&mut at, &backup);
    at.go("Volunteers");
    assert!(at.sees("1 of 1 shown"), "{:#?}", at.texts());
}
