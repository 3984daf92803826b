//! From a new organisation to a mission, through the window, by what a person reads there.

use crate::history::{day, new_office};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sojourn::app::desk::Desk;
use sojourn::app::file_dialog::FileDialog;
use sojourn::app::preferences::Preferences;
use sojourn::app::window::Window;
use sojourn::domain::Id;
use sojourn::domain::mission::{Mission, Stage};
use sojourn::domain::placement::Placement;
use sojourn::domain::reference::{Country, Language, Occupation};
use sojourn::domain::span::Span;
use sojourn::domain::volunteer::{Category, LanguageSkill, Level, Standing, Volunteer};
use sojourn::store::{OfficeFile, Op};
use tempfile::TempDir;

type Shown = Harness<'static, Option<Window>>;

fn window(folder: &TempDir) -> Shown {
    let path = folder.path().join("nairobi.sojourn");
    let home = folder.path().to_owned();
    let mut harness = Harness::builder().with_size(egui::vec2(1366.0, 768.0)).with_max_steps(32).build_ui_state(
        move |ui, window: &mut Option<Window>| {
            let window = window.get_or_insert_with(|| {
                let mut preferences = Preferences::default();
                preferences.language = "en".into();
                let desk = Desk::inline(Some(day("2026-11-23")));
                Window::new(ui.ctx(), desk, FileDialog::plain(home.clone()), preferences, Some(path.clone()))
            });
            window.show(ui);
        },
        None,
    );
    harness.run();
    harness
}

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

fn press(shown: &mut Shown, name: &str) {
    shown.get_by_label(name).click_accesskit();
    shown.run();
}

fn go(shown: &mut Shown, role: Role, name: &str) {
    shown.get_by_role_and_label(role, name).click_accesskit();
    shown.run();
}

/// Types a value into a field in place of what is there.
fn fill(shown: &mut Shown, name: &str, value: &str) {
    shown.get_by_role_and_label(Role::TextInput, name).focus();
    shown.run();
    shown.key_press_modifiers(Modifiers::COMMAND, Key::A);
    shown.run();
    shown.get_by_role_and_label(Role::TextInput, name).type_text(value);
    shown.run();
    shown.key_press(Key::Tab);
    shown.run();
}

/// Opens a list and chooses the entry of that name.
fn choose(shown: &mut Shown, field: &str, entry: &str) {
    shown.get_by_role_and_label(Role::ComboBox, field).click_accesskit();
    shown.run();
    shown.get_by_role_and_label(Role::ListBoxOption, entry).click_accesskit();
    shown.run();
}

fn command(shown: &mut Shown, key: Key) {
    shown.key_press_modifiers(Modifiers::COMMAND, key);
    shown.run();
}

#[test]
fn from_a_new_organisation_to_a_mission_and_all_the_way_back() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    volunteer(&mut office, "Ana Silva", Level::C1);
    volunteer(&mut office, "Abel Xavier", Level::A2);
    let counts = office.counts().unwrap();
    drop(office);
    let mut shown = window(&folder);

    // An organisation with a contact.
    go(&mut shown, Role::Link, "Organisations");
    // On an empty list in two places: in the bar, and where the list says what to do first.
    shown.query_all_by_label("New organisation").next().unwrap().click_accesskit();
    shown.run();
    fill(&mut shown, "Name", "Kitui County Hospital");
    fill(&mut shown, "Position", "-1.37, 38.01");
    go(&mut shown, Role::Tab, "Contacts");
    press(&mut shown, "Add a contact");
    fill(&mut shown, "Name", "Wanjiru Kamau");
    fill(&mut shown, "E-mail", "wanjiru@kitui.example");
    shown.get_by_label("Contacts 1");

    // A placement there, with a requirement.
    go(&mut shown, Role::Tab, "Placements");
    press(&mut shown, "New placement here");
    fill(&mut shown, "Title", "Neonatal nurse trainer");
    assert_eq!(shown.get_by_role_and_label(Role::ComboBox, "Organisation").value().unwrap(), "Kitui County Hospital");
    fill(&mut shown, "Start from", "2027-02-01");
    fill(&mut shown, "Weeks at least", "26");
    fill(&mut shown, "Weeks at most", "39");
    choose(&mut shown, "Status", "open");
    go(&mut shown, Role::Tab, "Requirements");
    choose(&mut shown, "Add a requirement", "Language");
    shown.get_by_role_and_label(Role::ComboBox, "Language").click_accesskit();
    shown.run();
    shown.get_by_label("Type to find Language").type_text("french");
    shown.run();
    shown.key_press(Key::Enter);
    shown.run();
    choose(&mut shown, "Level at least", "B2 fluent at work");
    shown.get_by_label("French B2, Language, must");

    // Ana fits, Abel misses the language.
    go(&mut shown, Role::Tab, "Candidates");
    shown.get_by_label("1 candidate fits");
    shown.get_by_label("1 person misses one or two conditions");
    shown.get_by_label_contains("Abel Xavier").accesskit_node();
    assert!(shown.query_by_label_contains("French: A2, asked B2").is_some());
    let ana = shown.query_all_by_label_contains("Ana Silva").next().unwrap();
    ana.click_accesskit();
    shown.run();
    shown.get_by_label("French, B2, C1, fits");

    // The dialog refuses a mission that is too short, and takes the one that is long enough.
    press(&mut shown, "Place...");
    shown.get_by_label("Nothing speaks against these days");
    fill(&mut shown, "Length", "4");
    shown.get_by_label("28 days: a mission is at least 6 weeks");
    assert!(shown.get_by_label("Propose the mission").accesskit_node().is_disabled());
    fill(&mut shown, "Length", "30");
    press(&mut shown, "Propose the mission");
    shown.get_by_label("Ana Silva is proposed from 1 Feb 2027 to 29 Aug 2027");
    go(&mut shown, Role::Tab, "Missions 1");
    shown.get_by_label("Ana Silva, proposed, M-0001, 1 Feb 2027 to 29 Aug 2027");

    // Everything can be taken back, one thing after the other.
    for _ in 0..40 {
        command(&mut shown, Key::Z);
    }
    drop(shown);
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
    let mut shown = window(&folder);
    go(&mut shown, Role::Link, "Placements");
    shown.get_by_label_contains("Nurse trainer, draft").click();
    shown.run();
    go(&mut shown, Role::Tab, "Candidates");
    shown.query_all_by_label_contains("Ana Silva").next().unwrap().click_accesskit();
    shown.run();
    press(&mut shown, "Place...");
    fill(&mut shown, "First day", "2027-05-01");
    shown.get_by_label_contains("Serves on M-0001 from 1 Feb 2027 to 31 May 2027");
    assert!(shown.get_by_label("Propose the mission").accesskit_node().is_disabled());

    // The free days that are offered need no reason; the days wanted do.
    press(&mut shown, "Take the free days 1 Jun 2027 to 26 Jul 2027");
    shown.get_by_label("Nothing speaks against these days");
    fill(&mut shown, "First day", "2027-05-01");
    shown.get_by_role_and_label(Role::TextInput, "Reason").focus();
    shown.run();
    shown.get_by_role_and_label(Role::TextInput, "Reason").type_text("half days each, agreed with both");
    shown.run();
    press(&mut shown, "Propose the mission");
    shown.get_by_label("Ana Silva is proposed from 1 May 2027 to 25 Jun 2027");
    drop(shown);
    let office = OfficeFile::open(&folder.path().join("nairobi.sojourn")).unwrap();
    let reasons: Vec<String> =
        office.volunteer(ana).unwrap().missions.into_iter().map(|mission| mission.override_reason).collect();
    assert_eq!(reasons, ["", "half days each, agreed with both"]);
}
