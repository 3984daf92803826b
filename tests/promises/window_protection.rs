//! A protected office file at the window: made, locked, opened again, changed, recovered.

use crate::at_window::AtWindow;
use crate::history::new_office;
use crate::protection::PASSPHRASE;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use sojourn::exchange::bundle::{accept, invite};
use sojourn::store::{NewOffice, OfficeFile, StoreError};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

impl AtWindow {
    /// Types into a field that shows dots.
    pub fn fill_secret(&mut self, name: &str, value: &str) {
        self.shown.get_by_role_and_label(Role::PasswordInput, name).focus();
        self.shown.run();
        self.keys(Modifiers::COMMAND, Key::A);
        self.shown.get_by_role_and_label(Role::PasswordInput, name).type_text(value);
        self.shown.run();
    }

    fn give_passphrase(&mut self, passphrase: &str) {
        self.fill_secret("Passphrase", passphrase);
        self.press_role(Role::Button, "Open");
    }
}

fn protected(folder: &TempDir) -> PathBuf {
    let mut office = new_office(folder);
    office.protect(PASSPHRASE).unwrap();
    office.path().to_owned()
}

fn opens(path: &Path, passphrase: &str) -> bool {
    match OfficeFile::open_with(path, Some(passphrase)) {
        Ok(_) => true,
        Err(StoreError::WrongPassphrase) => false,
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn a_new_office_is_protected_and_opens_with_its_passphrase() {
    let folder = TempDir::new().unwrap();
    let mut at = AtWindow::open(folder.path(), None);
    at.press("New office...");
    at.fill("Name", "Tamale office");
    at.choose("Country", "Ghana");
    at.fill_secret("New passphrase", "seven");
    assert!(at.sees("At least 8 characters"), "{:#?}", at.texts());
    at.fill_secret("New passphrase", PASSPHRASE);
    assert!(at.sees("The two are not the same"), "{:#?}", at.texts());
    assert!(!at.can_press("Choose where to keep it..."));
    at.fill_secret("Once more", PASSPHRASE);
    at.press("Choose where to keep it...");
    at.press("Save");
    assert!(at.sees("What needs you"), "{:#?}", at.texts());
    drop(at);
    let path = folder.path().join("tamale-office.sojourn");
    assert!(matches!(OfficeFile::open(&path), Err(StoreError::Locked(_))));

    let mut at = AtWindow::open(folder.path(), Some(&path));
    assert!(at.sees("A passphrase protects this office") && !at.sees("What needs you"));
    at.give_passphrase("seven lazy heron");
    assert!(at.sees("The passphrase is wrong"), "{:#?}", at.texts());
    at.give_passphrase(PASSPHRASE);
    assert!(at.sees("What needs you"), "{:#?}", at.texts());
}

#[test]
fn a_locked_office_shows_nothing_and_comes_back_as_it_was() {
    let folder = TempDir::new().unwrap();
    let path = protected(&folder);
    let mut at = AtWindow::open(folder.path(), Some(&path));
    at.fill_secret("Passphrase", PASSPHRASE);
    at.keys(Modifiers::NONE, Key::Enter);
    at.go("Volunteers");
    at.keys(Modifiers::COMMAND, Key::L);
    assert!(at.sees("A passphrase protects this office") && !at.sees("Volunteers"), "{:#?}", at.texts());
    assert!(opens(&path, PASSPHRASE), "locked, it is open nowhere");
    at.give_passphrase(PASSPHRASE);
    assert!(at.sees("No volunteers yet") || at.sees("0 of 0"), "{:#?}", at.texts());
}

#[test]
fn the_office_locks_itself_when_nobody_is_there() {
    let folder = TempDir::new().unwrap();
    let path = protected(&folder);
    OfficeFile::open_with(&path, Some(PASSPHRASE)).unwrap().set_lock_after(Some(1)).unwrap();
    let mut at = AtWindow::open(folder.path(), Some(&path));
    at.give_passphrase(PASSPHRASE);
    // A step is a quarter of a second of the window's clock.
    let pass = |at: &mut AtWindow, seconds: usize| at.shown.run_steps(seconds * 4);
    pass(&mut at, 40);
    at.keys(Modifiers::NONE, Key::F5);
    pass(&mut at, 40);
    assert!(at.sees("What needs you"), "a key was pressed between");
    pass(&mut at, 40);
    assert!(at.sees("A passphrase protects this office"), "{:#?}", at.texts());
}

#[test]
fn settings_protect_change_and_take_off() {
    let folder = TempDir::new().unwrap();
    let path = new_office(&folder).path().to_owned();
    let mut at = AtWindow::open(folder.path(), Some(&path));
    at.go("Settings");
    at.fill_secret("New passphrase", PASSPHRASE);
    at.fill_secret("Once more", PASSPHRASE);
    at.press("Protect");
    assert!(at.sees("A passphrase protects the file now"), "{:#?}", at.texts());
    assert_eq!(at.value("Lock after"), "15");
    at.fill("Lock after", "3");
    at.fill_secret("Passphrase now", "not this one");
    at.fill_secret("New passphrase", "nine new newts");
    at.fill_secret("Once more", "nine new newts");
    at.press_role(Role::Button, "Change the passphrase");
    assert!(at.sees("The passphrase is wrong"), "{:#?}", at.texts());
    at.fill_secret("Passphrase now", PASSPHRASE);
    at.press_role(Role::Button, "Change the passphrase");
    assert!(at.sees("The new passphrase holds"), "{:#?}", at.texts());
    drop(at);
    assert!(opens(&path, "nine new newts") && !opens(&path, PASSPHRASE));
    let mut at = AtWindow::open(folder.path(), Some(&path));
    at.give_passphrase("nine new newts");
    at.go("Settings");
    assert_eq!(at.value("Lock after"), "3");
    at.press("Take the protection off");
    assert!(at.sees("The file can be read by anyone now"), "{:#?}", at.texts());
    drop(at);
    OfficeFile::open(&path).unwrap();
}

#[test]
fn a_lost_passphrase_is_recovered_at_two_windows() {
    let folder = TempDir::new().unwrap();
    let (head_path, path) = (folder.path().join("head.sojourn"), folder.path().join("nairobi.sojourn"));
    let new = NewOffice { name: "Head office".into(), country: None, role: sojourn::domain::office::Role::Head };
    let mut head = OfficeFile::create(&head_path, &new).unwrap();
    let invitation = invite(&mut head, "Nairobi", None).unwrap();
    let mut office = OfficeFile::create_as(&path, &invitation.new_office()).unwrap();
    accept(&mut office, &invitation).unwrap();
    office.protect(PASSPHRASE).unwrap();
    drop((head, office));

    let mut at = AtWindow::open(folder.path(), Some(&path));
    at.press("Lost the passphrase...");
    at.press("Write the request...");
    at.press("Save");
    assert!(at.sees("The code of the request is"), "{:#?}", at.texts());
    let code =
        at.texts().into_iter().find_map(|text| text.strip_prefix("The code of the request is ").map(str::to_owned));

    let mut head = AtWindow::open(folder.path(), Some(&head_path));
    head.go("Settings");
    head.press("Answer a request...");
    head.give_file(&folder.path().join("nairobi.sojournrequest"), "Open");
    assert!(head.sees("The answer for Nairobi is") && head.sees(&code.unwrap()), "{:#?}", head.texts());

    at.fill_secret("New passphrase", "found again at last");
    at.fill_secret("Once more", "found again at last");
    at.press("Take the answer...");
    at.fill("File", folder.path().join("nairobi.sojournanswer").to_str().unwrap());
    at.shown.get_all_by_role_and_label(Role::Button, "Open").last().unwrap().click_accesskit();
    at.shown.run();
    assert!(at.sees("What needs you"), "{:#?}", at.texts());
    drop(at);
    assert!(opens(&path, "found again at last") && !opens(&path, PASSPHRASE));
}
