//! From a new organisation to a mission, through the window, by what a person reads there.

use crate::at_window::AtWindow;
use crate::history::{day, new_office};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sojourn::domain::Id;
use sojourn::domain::mission::{Mission, Stage};
use sojourn::domain::placement::Placement;
use sojourn::domain::reference::{Country, Language, Occupation};
use sojourn::domain::span::Span;
use sojourn::domain::volunteer::{Category, LanguageSkill, Level, Standing, Volunteer};
use sojourn::store::{OfficeFile, Op};
use tempfile::TempDir;

/// A volunteer who is ready, with one language.
fn volunteer(office: &mut OfficeFile, name: &str, level: Level) -> Id {
    let person = Volunteer {
        full_name: name.into(),
        birth_date: Some(day("1985-05-14")),
        nationalities: vec![Country::parse_code("PT").unwrap()],
        residence: Country::parse_code("PT"),
        categories: vec![Category::International],
        occupation: Occupation::parse_code("2221"),
        available_from: Some(day("2027-01-10")),
        standing: Standing::Ready,
        ..Volunteer::default()
    };
    let spoken =
        |of| LanguageSkill { id: Id::random(), of, language: Language::parse_code("fr").unwrap(), level: Some(level) };
    let added = office.edit(Op::Auto, |edit| {
        let id = edit.add_volunteer(person)?;
        edit.add(spoken(id))?;
        Ok(id)
    });
    added.unwrap().value
}

#[test]
fn from_a_new_organisation_to_a_mission_and_all_the_way_back() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    volunteer(&mut office, "Ana Silva", Level::C1);
    volunteer(&mut office, "Abel Xavier", Level::A2);
    let counts = office.counts().unwrap();
    drop(office);
    let mut at = AtWindow::open(folder.path(), Some(&folder.path().join("nairobi.sojourn")));

    // An organisation with a contact.
    at.go("Organisations");
    at.press("New organisation");
    at.fill("Name", "Kitui County Hospital");
    at.fill("Position", "-1.37, 38.01");
    at.press_role(Role::Tab, "Contacts");
    at.press("Add a contact");
    at.fill("Name", "Wanjiru Kamau");
    at.fill("E-mail", "wanjiru@kitui.example");
    at.shown.get_by_label("Contacts 1");

    // A placement there, with a requirement.
    at.press_role(Role::Tab, "With us");
    at.press("New placement here");
    at.fill("Title", "Neonatal nurse trainer");
    assert_eq!(
        at.shown.get_by_role_and_label(Role::ComboBox, "Organisation").value().unwrap(),
        "Kitui County Hospital"
    );
    at.fill("Start from", "2027-02-01");
    at.fill("Weeks at least", "26");
    at.fill("Weeks at most", "39");
    at.choose("Status", "open");
    at.press_role(Role::Tab, "Requirements");
    at.choose("Add a requirement", "Language");
    at.shown.get_by_role_and_label(Role::ComboBox, "Language").click_accesskit();
    at.shown.run();
    at.shown.get_by_label("Type to find Language").type_text("french");
    at.shown.run();
    at.shown.key_press(Key::Enter);
    at.shown.run();
    at.choose("Level at least", "B2 fluent at work");
    at.shown.get_by_label("French B2, Language, must");

    // Ana fits, Abel misses the language.
    at.press_role(Role::Tab, "Candidates");
    at.shown.get_by_label("1 candidate fits");
    at.shown.get_by_label("1 person misses one or two conditions");
    at.shown.get_by_label_contains("Abel Xavier").accesskit_node();
    assert!(at.shown.query_by_label_contains("French: A2, asked B2").is_some());
    let ana = at.shown.query_all_by_label_contains("Ana Silva").next().unwrap();
    ana.click_accesskit();
    at.shown.run();
    at.shown.get_by_label("French, B2, C1, fits");

    // The dialog refuses a mission that is too short, and takes the one that is long enough.
    at.press("Place...");
    at.shown.get_by_label("Nothing speaks against these days");
    at.fill("Length", "4");
    at.shown.get_by_label("28 days: a mission is at least 6 weeks");
    assert!(at.shown.get_by_label("Propose the mission").accesskit_node().is_disabled());
    at.fill("Length", "30");
    at.press("Propose the mission");
    at.shown.get_by_label("Ana Silva is proposed from 1 Feb 2027 to 29 Aug 2027");
    at.press_role(Role::Tab, "Missions 1");
    at.shown.get_by_label("Ana Silva, proposed, M-0001, 1 Feb 2027 to 29 Aug 2027");

    // Everything can be taken back, one thing after the other.
    for _ in 0..40 {
        at.keys(Modifiers::COMMAND, Key::Z);
    }
    drop(at);
    let office = OfficeFile::open(&folder.path().join("nairobi.sojourn")).unwrap();
    assert_eq!(office.counts().unwrap()[1..], counts[1..]);
}

#[test]
fn a_volunteer_on_another_mission_is_placed_only_with_a_reason() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let ana = volunteer(&mut office, "Ana Silva", Level::C1);
    let posts = office.edit(Op::Auto, |edit| {
        let elsewhere = edit.add(Placement { title: "Ward nurse".into(), ..Placement::default() })?;
        let days = Span { first: day("2027-02-01"), last: day("2027-05-31") };
        edit.add(Mission { stage: Stage::Accepted, ..Mission::proposed(ana, elsewhere, days) })?;
        edit.add(Placement {
            title: "Nurse trainer".into(),
            weeks_least: Some(8),
            weeks_most: Some(8),
            ..Placement::default()
        })
    });
    posts.unwrap();
    drop(office);
    let mut at = AtWindow::open(folder.path(), Some(&folder.path().join("nairobi.sojourn")));
    at.go("Placements");
    at.shown.get_by_label_contains("Nurse trainer, draft").click();
    at.shown.run();
    at.press_role(Role::Tab, "Candidates");
    at.shown.query_all_by_label_contains("Ana Silva").next().unwrap().click_accesskit();
    at.shown.run();
    at.press("Place...");
    at.fill("First day", "2027-05-01");
    at.shown.get_by_label_contains("Serves on M-0001 from 1 Feb 2027 to 31 May 2027");
    assert!(at.shown.get_by_label("Propose the mission").accesskit_node().is_disabled());

    // The free days that are offered need no reason; the days wanted do.
    at.press("Take the free days 1 Jun 2027 to 26 Jul 2027");
    at.shown.get_by_label("Nothing speaks against these days");
    at.fill("First day", "2027-05-01");
    at.shown.get_by_role_and_label(Role::TextInput, "Reason").focus();
    at.shown.run();
    at.shown.get_by_role_and_label(Role::TextInput, "Reason").type_text("half days each, agreed with both");
    at.shown.run();
    at.press("Propose the mission");
    at.shown.get_by_label("Ana Silva is proposed from 1 May 2027 to 25 Jun 2027");
    drop(at);
    let office = OfficeFile::open(&folder.path().join("nairobi.sojourn")).unwrap();
    let reasons: Vec<String> =
        office.volunteer(ana).unwrap().missions.into_iter().map(|mission| mission.override_reason).collect();
    assert_eq!(reasons, ["", "half days each, agreed with both"]);
}
