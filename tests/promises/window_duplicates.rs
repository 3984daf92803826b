//! One person entered twice, at the window: seen with the reasons, merged, taken back, told apart for ever.

use crate::at_window::AtWindow;
use crate::history::{day, new_office};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use sojourn::domain::volunteer::{NotSame, Volunteer};
use sojourn::store::{OfficeFile, Op};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A file with pairs of records of one person each: the names, their e-mail addresses, a telephone of the second.
fn office(folder: &TempDir, pairs: &[[&str; 2]]) -> PathBuf {
    let mut office = new_office(folder);
    for (number, names) in pairs.iter().enumerate() {
        for (at, name) in names.iter().enumerate() {
            let volunteer = Volunteer {
                full_name: (*name).into(),
                email: format!("{}@example.org", ["first", "second"][at]),
                phone: if at == 1 { format!("+351 912 345 67{number}") } else { String::new() },
                birth_date: Some(day("1985-05-14") + chrono::Days::new(40 * number as u64)),
                ..Volunteer::default()
            };
            office.edit(Op::Auto, |edit| edit.add_volunteer(volunteer)).unwrap();
        }
    }
    office.path().to_owned()
}

const ANA: [&str; 2] = ["Ana Müller", "MULLER, Ana"];
const HARI: [&str; 2] = ["Hari Dugar", "Hari Kumar Dugar"];
const PAIR: &str = "Ana Müller (V-0001) and MULLER, Ana (V-0002): name in another order, same day of birth";

fn people(path: &Path) -> Vec<(String, String, String)> {
    let people = OfficeFile::open(path).unwrap().all::<Volunteer>().unwrap();
    people.into_iter().map(|one| (one.full_name, one.email, one.phone)).collect()
}

#[test]
fn a_pair_is_merged_with_what_is_taken_of_the_other_and_taken_back() {
    let folder = TempDir::new().unwrap();
    let path = office(&folder, &[ANA]);
    let mut at = AtWindow::open(folder.path(), Some(&path));
    at.press("One person may be in the file twice");
    assert!(at.sees(PAIR), "{:#?}", at.texts());
    assert!(at.sees("V-0002 goes into V-0001"), "{:#?}", at.texts());
    assert!(at.sees("+351 912 345 670"), "what one alone has is shown: {:#?}", at.texts());
    at.press_role(Role::RadioButton, "E-mail: second@example.org");
    at.press_role(Role::Button, "Merge");
    assert!(at.sees("Nobody is likely to be in the file twice"), "{:#?}", at.texts());
    at.keys(Modifiers::COMMAND, Key::Z);
    assert!(at.sees(PAIR) && at.can_press("Merge"), "undone, it is there again: {:#?}", at.texts());
    at.keys(Modifiers::COMMAND, Key::Y);
    assert!(!at.sees(PAIR), "{:#?}", at.texts());
    at.go("Home");
    assert!(!at.sees("may be in the file twice"), "{:#?}", at.texts());
    drop(at);
    let merged = ("Ana Müller".to_owned(), "second@example.org".to_owned(), "+351 912 345 670".to_owned());
    assert_eq!(people(&path), [merged]);
}

#[test]
fn the_other_record_may_stay_and_the_next_pair_is_chosen() {
    let folder = TempDir::new().unwrap();
    let path = office(&folder, &[ANA, HARI]);
    let mut at = AtWindow::open(folder.path(), Some(&path));
    at.go("Volunteers");
    at.press("Likely duplicates");
    assert!(at.sees("2 pairs, the most alike first") && at.sees("V-0002 goes into V-0001"), "{:#?}", at.texts());
    at.press_role(Role::RadioButton, "Keep V-0002");
    at.press_role(Role::RadioButton, "Full name: Ana Müller");
    at.press_role(Role::Button, "Merge");
    assert!(at.sees("V-0004 goes into V-0003"), "the next one is chosen: {:#?}", at.texts());
    at.keys(Modifiers::COMMAND, Key::Z);
    assert!(at.sees("V-0002 goes into V-0001"), "taken back, it is chosen: {:#?}", at.texts());
    at.keys(Modifiers::COMMAND, Key::Y);
    at.press("Open V-0004");
    assert!(at.sees("New volunteer") && at.value("Full name") == "Hari Kumar Dugar", "{:#?}", at.texts());
    drop(at);
    assert_eq!(people(&path)[0], ("Ana Müller".into(), "second@example.org".into(), "+351 912 345 670".into()));
}

#[test]
fn the_list_is_worked_off_with_the_keyboard() {
    let folder = TempDir::new().unwrap();
    let path = office(&folder, &[ANA, HARI]);
    let mut at = AtWindow::open(folder.path(), Some(&path));
    at.keys(Modifiers::COMMAND, Key::D);
    at.keys(Modifiers::NONE, Key::ArrowDown);
    assert!(at.sees("V-0004 goes into V-0003"), "{:#?}", at.texts());
    at.keys(Modifiers::NONE, Key::Delete);
    assert!(at.sees("V-0002 goes into V-0001"), "{:#?}", at.texts());
    at.keys(Modifiers::NONE, Key::Enter);
    assert!(at.sees("Nobody is likely to be in the file twice"), "{:#?}", at.texts());
    drop(at);
    assert_eq!(people(&path).len(), 3);
}

#[test]
fn two_people_stay_two_after_the_file_is_opened_again() {
    let folder = TempDir::new().unwrap();
    let path = office(&folder, &[ANA]);
    let mut at = AtWindow::open(folder.path(), Some(&path));
    at.press("One person may be in the file twice");
    at.fill("Why, if you like", "cousins");
    at.press_role(Role::Button, "Not the same person");
    assert!(at.sees("Nobody is likely to be in the file twice"), "{:#?}", at.texts());
    drop(at);
    assert_eq!(OfficeFile::open(&path).unwrap().all::<NotSame>().unwrap()[0].reason, "cousins");
    let mut at = AtWindow::open(folder.path(), Some(&path));
    assert!(!at.sees("may be in the file twice"), "{:#?}", at.texts());
    at.keys(Modifiers::COMMAND, Key::D);
    assert!(at.sees("Nobody is likely to be in the file twice"), "{:#?}", at.texts());
}

#[test]
fn nobody_waits_while_people_are_compared() {
    let folder = TempDir::new().unwrap();
    let path = office(&folder, &[ANA, HARI]);
    let (mut at, woken) = AtWindow::waiting(folder.path(), &path);
    let until = |at: &mut AtWindow, what: &str| {
        for _ in 0..200 {
            at.shown.run();
            if at.sees(what) {
                return;
            }
            // An answer may have come before anybody waited for it.
            let _ = woken.recv_timeout(std::time::Duration::from_millis(100));
        }
        panic!("{what}: {:#?}", at.texts());
    };
    until(&mut at, "2 people may be in the file twice");
    at.press("2 people may be in the file twice");
    until(&mut at, "V-0002 goes into V-0001");
    at.press_role(Role::Button, "Merge");
    until(&mut at, "V-0004 goes into V-0003");
    at.press_role(Role::Button, "Not the same person");
    until(&mut at, "Nobody is likely to be in the file twice");
    at.keys(Modifiers::COMMAND, Key::Z);
    until(&mut at, "V-0004 goes into V-0003");
}

#[test]
fn the_pair_is_shown_in_french() {
    let folder = TempDir::new().unwrap();
    let path = office(&folder, &[ANA]);
    let mut at = AtWindow::open(folder.path(), Some(&path));
    at.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    at.press("Une personne est peut-être deux fois dans le fichier");
    let pair = "Ana Müller (V-0001) et MULLER, Ana (V-0002) : nom dans un autre ordre, même date de naissance";
    assert!(at.sees(pair), "{:#?}", at.texts());
    at.press_role(Role::RadioButton, "Nom complet : MULLER, Ana");
    at.press_role(Role::Button, "Fusionner");
    assert!(at.sees("Personne n'est deux fois dans le fichier"), "{:#?}", at.texts());
    assert!(at.shown.query_by_role(Role::RadioButton).is_none());
}
