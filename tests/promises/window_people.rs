//! Volunteers looked through, one of them opened and edited, through the window, by what a person reads there.

use crate::at_window::AtWindow;
use crate::history::{day, new_office};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sojourn::domain::Id;
use sojourn::domain::mission::{Party, Stage};
use sojourn::domain::placement::Placement;
use sojourn::domain::reference::{Country, Language, Occupation};
use sojourn::domain::span::Span;
use sojourn::domain::volunteer::{
    Category, Clearance, ClearanceKind, ClearanceState, LanguageSkill, Level, Standing, Volunteer,
};
use sojourn::store::{OfficeFile, Op};
use tempfile::TempDir;

/// Three people of whom something is known, in an office at the window.
fn people(folder: &TempDir) -> AtWindow {
    let mut office = new_office(folder);
    person(&mut office, "Elli Heikkilä", "FI", "2120", Some(("fi", Level::Native)));
    let ana = person(&mut office, "Ana Silva", "PT", "2221", Some(("pt", Level::Native)));
    let krishna = person(&mut office, "Krishna Shrestha", "NP", "6111", None);
    office.change(krishna, |person: &mut Volunteer| person.own_script_name = "कृष्ण श्रेष्ठ".into()).unwrap();
    let passport = |of| Clearance {
        id: Id::random(),
        of,
        kind: ClearanceKind::Passport,
        state: ClearanceState::Held,
        country: Country::parse_code("PT"),
        number: "P123".into(),
        issued: None,
        expires: Some(day("2027-09-29")),
        note: String::new(),
    };
    office.edit(Op::Auto, |edit| edit.add(passport(ana))).unwrap();
    let post = Placement { title: "Nurse trainer".into(), country: Country::parse_code("KE"), ..Placement::default() };
    let post = office.edit(Op::Auto, |edit| edit.add(post)).unwrap().value;
    let days = Span { first: day("2027-01-04"), last: day("2027-03-31") };
    let mission = office.place(ana, post, days, "").unwrap().value.mission;
    office.step(mission, Stage::Offered, day("2026-11-20"), Party::Partner, "").unwrap();
    drop(office);
    let mut at = AtWindow::open(folder.path(), Some(&folder.path().join("nairobi.sojourn")));
    at.go("Volunteers");
    at
}

fn person(office: &mut OfficeFile, name: &str, country: &str, occupation: &str, spoken: Option<(&str, Level)>) -> Id {
    let person = Volunteer {
        full_name: name.into(),
        birth_date: Some(day("1985-05-14")),
        nationalities: vec![Country::parse_code(country).unwrap()],
        categories: vec![Category::International],
        occupation: Occupation::parse_code(occupation),
        standing: Standing::Assessed,
        ..Volunteer::default()
    };
    let added = office.edit(Op::Auto, |edit| {
        let of = edit.add_volunteer(person)?;
        if let Some((code, level)) = spoken {
            let language = Language::parse_code(code).unwrap();
            edit.add(LanguageSkill { id: Id::random(), of, language, level: Some(level) })?;
        }
        Ok(of)
    });
    added.unwrap().value
}

/// The names of the rows, from the first.
fn names(at: &AtWindow) -> Vec<String> {
    let rows = at.shown.query_all_by_role(Role::Row);
    let label = |row: egui_kittest::Node<'_>| row.accesskit_node().label().unwrap_or_default();
    rows.map(label).map(|label| label.split(',').next().unwrap_or_default().to_owned()).collect()
}

fn search(at: &mut AtWindow, words: &str) {
    at.shown.get_by_role(Role::SearchInput).focus();
    at.shown.run();
    at.keys(Modifiers::COMMAND, Key::A);
    at.shown.get_by_role(Role::SearchInput).type_text(words);
    at.shown.run();
}

fn open(at: &mut AtWindow, name: &str) {
    let place = names(at).iter().position(|found| found == name).unwrap();
    at.shown.query_all_by_role(Role::Row).nth(place).unwrap().click();
    at.shown.run();
}

#[test]
fn people_are_found_without_accents_in_their_own_script_sorted_and_narrowed() {
    let folder = TempDir::new().unwrap();
    let mut at = people(&folder);
    assert_eq!(names(&at), ["Ana Silva", "Elli Heikkilä", "Krishna Shrestha"]);
    for (words, found) in [("heikkila", "Elli Heikkilä"), ("श्रेष्ठ", "Krishna Shrestha"), ("ilv", "Ana Silva")]
    {
        search(&mut at, words);
        assert_eq!(names(&at), [found], "{words}");
    }
    at.press("Empty the search");
    // The chip and the heading of the column have one name.
    at.press_role(Role::ColumnHeader, "Occupation");
    assert_eq!(names(&at), ["Elli Heikkilä", "Ana Silva", "Krishna Shrestha"], "by the code of the occupation");
    at.press_role(Role::Button, "State");
    at.press_role(Role::ListBoxOption, "offered");
    at.keys(Modifiers::NONE, Key::Escape);
    assert_eq!(names(&at), ["Ana Silva"]);
    at.press("Remove State");
    at.press_role(Role::Button, "Language");
    at.shown.get_by_label("Type to find Language").type_text("suomi");
    at.shown.run();
    at.shown.key_press(Key::Enter);
    at.shown.run();
    at.keys(Modifiers::NONE, Key::Escape);
    assert_eq!(names(&at), ["Elli Heikkilä"], "a language is found by its own name");
}

#[test]
fn a_volunteer_is_edited_undone_redone_and_the_history_tells() {
    let folder = TempDir::new().unwrap();
    let mut at = people(&folder);
    open(&mut at, "Ana Silva");
    at.shown.get_by_label("V-0002, Portugal, 41 years old, Nursing professionals, international");

    at.fill("Full name", "Ana Maria Silva");
    at.shown.get_by_role_and_label(Role::Heading, "Ana Maria Silva");
    at.press_role(Role::Tab, "Skills");
    at.press_role(Role::ComboBox, "Add a language");
    at.shown.get_by_label("Type to find Add a language").type_text("french");
    at.shown.run();
    at.shown.key_press(Key::Enter);
    at.shown.run();
    at.shown.get_by_label("French, level not known");
    at.choose("Level", "B1 everyday work");
    at.shown.get_by_label("French, B1");
    at.shown.get_by_label("Undo: French of Ana Maria Silva (V-0002): B1");

    for gone in ["French, B1", "French, level not known"] {
        at.shown.get_by_label(gone);
        at.keys(Modifiers::COMMAND, Key::Z);
        assert!(at.shown.query_by_label(gone).is_none(), "{gone} is undone");
    }
    at.keys(Modifiers::COMMAND, Key::Z);
    at.shown.get_by_role_and_label(Role::Heading, "Ana Silva");
    for _ in 0..3 {
        at.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    }
    at.shown.get_by_label("French, B1");
    at.press_role(Role::Tab, "History");
    // Once for the edit, once for doing it again.
    assert_eq!(at.shown.query_all_by_label("Ana Maria Silva, was Ana Silva").count(), 2);
}

#[test]
fn a_paper_that_does_not_last_and_a_standing_that_changes_are_told() {
    let folder = TempDir::new().unwrap();
    let mut at = people(&folder);
    open(&mut at, "Ana Silva");
    at.press_role(Role::Tab, "Papers 1");
    at.shown.get_by_label("Passport, Portugal, ends 29 Sep 2027, needed until 30 Sep 2027").click();
    at.shown.run();
    at.fill("Good until", "2030-09-29");
    at.shown.get_by_label("Passport, Portugal, until 29 Sep 2030");

    at.press_role(Role::Tab, "Profile");
    at.press("Change...");
    at.choose("Stands now as", "ready");
    at.fill("Reason", "both references are in");
    at.press("Keep this step");
    at.shown.get_by_label("23 Nov 2026 ready: both references are in");
    at.shown.get_by_label("23 Nov 2026 assessed");
    at.keys(Modifiers::COMMAND, Key::Z);
    assert!(!at.sees("both references are in"), "undone");
    at.press_role(Role::Tab, "Missions 1");
    at.press("Nurse trainer, Kenya, offered, M-0001, 4 Jan 2027 to 31 Mar 2027");
    at.shown.get_by_role_and_label(Role::Heading, "Missions");
}
