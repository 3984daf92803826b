//! Two offices exchange files through the window: an invitation, the first file, a clash that a person decides.

use crate::at_window::AtWindow;
use crate::exchange::{add, change, head_office, invited, kenya, send_all, take};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use sojourn::domain::volunteer::Volunteer;
use sojourn::store::OfficeFile;
use tempfile::TempDir;

#[test]
fn head_office_invites_and_takes_in_the_first_file() {
    let folder = TempDir::new().unwrap();
    drop(head_office(&folder));
    let mut at = AtWindow::open(folder.path(), Some(&folder.path().join("head.sojourn")));
    at.go("Exchange");
    assert!(at.sees("This office exchanges files with no other yet"));
    at.press("Add a country office...");
    at.fill("Name", "Nairobi");
    at.choose("Country", "Kenya");
    at.press("Write the invitation...");
    at.give_file(&folder.path().join("nairobi.sojourninvitation"), "Save");
    at.press("Good");
    assert!(at.sees("Nairobi"), "{:#?}", at.texts());
    // The country office opens it elsewhere and sends.
    let invitation =
        sojourn::exchange::bundle::Invitation::read(&folder.path().join("nairobi.sojourninvitation")).unwrap();
    assert_eq!(invitation.country, kenya());
    let mut nairobi = OfficeFile::create_as(&folder.path().join("nairobi.sojourn"), &invitation.new_office()).unwrap();
    sojourn::exchange::bundle::accept(&mut nairobi, &invitation).unwrap();
    add(&mut nairobi, "Ana Silva");
    let stick = folder.path().join("stick");
    std::fs::create_dir(&stick).unwrap();
    let sent = send_all(&mut nairobi, &stick);
    at.press("Receive...");
    at.give_file(&sent[0], "Open");
    assert!(at.sees("2 new edits with 3 changes"), "{:#?}", at.texts());
    at.press("Good");
    at.go("Home");
    assert!(at.sees("one volunteer changed by a received file"), "{:#?}", at.texts());
    at.press("one volunteer changed by a received file");
    assert!(at.sees("changed by a received file"), "it has a mark: {:#?}", at.texts());
    at.shown.get_by_role(Role::Row).click();
    at.shown.run();
    assert!(!at.sees("changed by a received file"), "it has been looked at: {:#?}", at.texts());
    at.go("Home");
    assert!(!at.sees("changed by a received file"), "{:#?}", at.texts());
}

#[test]
fn a_clash_is_decided_on_its_screen_and_taken_back() {
    let folder = TempDir::new().unwrap();
    let mut head = head_office(&folder);
    let mut nairobi = invited(&folder, &mut head, "Nairobi", "KE");
    let ana = add(&mut nairobi, "Ana Silva");
    let stick = folder.path().join("stick");
    std::fs::create_dir(&stick).unwrap();
    let up = send_all(&mut nairobi, &stick);
    take(&mut head, &up);
    let down = send_all(&mut head, &stick);
    take(&mut nairobi, &down);
    change(&mut nairobi, ana, |ana| ana.email = "ana@nairobi.example".into());
    change(&mut head, ana, |ana| ana.email = "ana@head.example".into());
    let up = send_all(&mut nairobi, &stick);
    drop(head);
    let mut at = AtWindow::open(folder.path(), Some(&folder.path().join("head.sojourn")));
    at.go("Exchange");
    at.press("Receive...");
    at.give_file(&up[0], "Open");
    assert!(at.sees("One conflict to decide"), "{:#?}", at.texts());
    at.press("Good");
    at.go("Home");
    at.press("one conflict to decide");
    at.press("Keep ana@nairobi.example");
    assert!(at.sees("Nothing is to be decided"), "{:#?}", at.texts());
    at.keys(Modifiers::COMMAND, Key::Z);
    assert!(at.sees("Keep ana@head.example"), "undone, it is open again: {:#?}", at.texts());
    at.press_role(Role::Button, "All: ours");
    drop(at);
    let head = OfficeFile::open(&folder.path().join("head.sojourn")).unwrap();
    assert_eq!(head.get::<Volunteer>(ana).unwrap().email, "ana@head.example");
}

#[test]
fn a_country_office_opens_an_invitation_and_sends() {
    let folder = TempDir::new().unwrap();
    let mut head = head_office(&folder);
    let invitation = sojourn::exchange::bundle::invite(&mut head, "Nairobi", kenya()).unwrap();
    let path = folder.path().join("nairobi.sojourninvitation");
    std::fs::write(&path, invitation.write().unwrap()).unwrap();
    drop(crate::history::new_office(&folder));
    let mut at = AtWindow::open(folder.path(), Some(&folder.path().join("nairobi.sojourn")));
    at.go("Exchange");
    at.press("Open an invitation...");
    at.give_file(&path, "Open");
    at.press("Good");
    at.press("Send to Head office...");
    assert!(at.sees("Choose a folder..."), "{:#?}", at.texts());
    at.press("Choose a folder...");
    at.give_file(folder.path(), "Open");
    assert!(at.texts().iter().any(|text| text.ends_with("-to-head-office-0001.sojournbundle")), "{:#?}", at.texts());
    at.press("Good");
    at.go("Home");
    assert!(at.texts().iter().any(|text| text.contains("sent, not yet confirmed")), "{:#?}", at.texts());
    drop(at);
    let sent: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "sojournbundle"))
        .collect();
    take(&mut head, &sent);
    assert_eq!(head.links().unwrap().len(), 1);
}

#[test]
fn a_new_office_begins_with_its_invitation_on_the_start_page() {
    let folder = TempDir::new().unwrap();
    let mut head = head_office(&folder);
    let invitation = sojourn::exchange::bundle::invite(&mut head, "Nairobi", kenya()).unwrap();
    let path = folder.path().join("nairobi.sojourninvitation");
    std::fs::write(&path, invitation.write().unwrap()).unwrap();
    let broken = folder.path().join("broken.sojourninvitation");
    std::fs::write(&broken, "{}").unwrap();
    let mut at = AtWindow::open(folder.path(), None);
    at.press("New office, invited...");
    at.give_file(&broken, "Open");
    assert!(at.sees("broken.sojourninvitation is not an invitation"), "{:#?}", at.texts());
    at.press("New office, invited...");
    at.give_file(&path, "Open");
    let office = folder.path().join("nairobi.sojourn");
    assert_eq!(at.value("File"), office.to_string_lossy(), "the file is named after the office");
    at.press("Save");
    at.go("Exchange");
    at.press("Send to Head office...");
    at.press("Choose a folder...");
    at.give_file(folder.path(), "Open");
    drop(at);
    let sent = folder.path().join("nairobi-to-head-office-0001.sojournbundle");
    take(&mut head, &[sent]);
    let links = head.links().unwrap();
    assert_eq!((links.len(), links[0].office), (1, invitation.id), "head office knows it by its invitation");
    assert!(!links[0].seal_key.is_empty());
}
