//! The month calendar: where missions are seen.

use crate::history::{day, new_office};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sojourn::app::desk::Desk;
use sojourn::app::file_dialog::FileDialog;
use sojourn::app::preferences::Preferences;
use sojourn::app::window::Window;
use sojourn::domain::mission::{Mission, Stage};
use sojourn::domain::placement::Placement;
use sojourn::domain::reference::Country;
use sojourn::domain::span::Span;
use sojourn::domain::volunteer::Volunteer;
use sojourn::store::{OfficeFile, Op};
use tempfile::TempDir;

/// The window over the office of `folder`, on 23 November 2026.
pub fn window(folder: &TempDir) -> Harness<'static, Option<Window>> {
    let path = folder.path().join("nairobi.sojourn");
    let home = folder.path().to_owned();
    let mut harness = Harness::builder().with_size(egui::vec2(1366.0, 768.0)).with_max_steps(32).build_ui_state(
        move |ui, window: &mut Option<Window>| {
            let window = window.get_or_insert_with(|| {
                let desk = Desk::inline(Some(day("2026-11-23")));
                let mut preferences = Preferences::default();
                preferences.language = "en".into();
                let files = FileDialog::plain(home.clone());
                Window::new(ui.ctx(), desk, files, preferences, Some(path.clone()))
            });
            window.show(ui);
        },
        None,
    );
    harness.run();
    harness
}

fn place(office: &mut OfficeFile, name: &str, title: &str, country: &str, days: (&str, &str), stage: Stage) {
    let volunteer = Volunteer { full_name: name.into(), birth_date: Some(day("1985-05-14")), ..Volunteer::default() };
    let post = Placement {
        title: title.into(),
        country: Country::parse_code(country),
        duty_station: "Kitui".into(),
        ..Placement::default()
    };
    let span = Span { first: day(days.0), last: day(days.1) };
    let placed = office.edit(Op::Auto, |edit| {
        let volunteer = edit.add_volunteer(volunteer)?;
        let placement = edit.add(post)?;
        edit.add(Mission { stage, ..Mission::proposed(volunteer, placement, span) })
    });
    placed.unwrap();
}

fn office(folder: &TempDir) {
    let mut office = new_office(folder);
    place(&mut office, "Ana Silva", "Nurse trainer", "KE", ("2026-11-09", "2027-05-07"), Stage::Serving);
    place(&mut office, "Elli Heikkilä", "Headteacher adviser", "NP", ("2026-12-01", "2027-03-31"), Stage::Offered);
    place(&mut office, "Yusuf Demir", "Accountant", "KE", ("2026-11-02", "2027-02-01"), Stage::Cancelled);
}

#[test]
fn a_mission_is_seen_in_its_months_and_opened_from_there() {
    let folder = TempDir::new().unwrap();
    office(&folder);
    let mut harness = window(&folder);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Num6);
    harness.run();
    let ana = "Ana Silva, Nurse trainer, Kitui, 9 Nov 2026 to 7 May 2027, serving";
    assert_eq!(harness.query_all_by_label(ana).count(), 4, "four weeks of November, the sixth of December beside");
    harness.get_by_label("Monday 9 November 2026, 1 mission, 1 arrives");
    assert!(harness.query_by_label_contains("Yusuf Demir").is_none(), "a cancelled mission is not shown unasked");

    harness.get_by_label("Next month").click();
    harness.run();
    harness.get_by_label("December 2026");
    let elli = "Elli Heikkilä, Headteacher adviser, Kitui, 1 Dec 2026 to 31 Mar 2027, offered";
    harness.query_all_by_label(elli).next().unwrap().click();
    harness.run();
    assert!(harness.query_by_label_contains("Missions, 3 rows").is_some(), "the mission opens in its list");
}

#[test]
fn the_month_is_walked_by_keyboard() {
    let folder = TempDir::new().unwrap();
    office(&folder);
    let mut harness = window(&folder);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Num6);
    harness.run();
    harness.get_by_label("Days of the month, Monday 23 November 2026").focus();
    harness.run();
    for (key, day) in [
        (Key::PageDown, "Wednesday 23 December 2026"),
        (Key::ArrowUp, "Wednesday 16 December 2026"),
        (Key::ArrowLeft, "Tuesday 15 December 2026"),
        (Key::Home, "Monday 23 November 2026"),
        (Key::ArrowDown, "Monday 30 November 2026"),
        (Key::ArrowRight, "Tuesday 1 December 2026"),
    ] {
        harness.key_press(key);
        harness.run();
        harness.get_by_label(&format!("Days of the month, {day}"));
    }
    harness.key_press(Key::Enter);
    harness.run();
    let people: Vec<String> = harness
        .query_all_by_role(Role::ListItem)
        .filter_map(|item| item.accesskit_node().label())
        .map(|label| label.split(',').next().unwrap().to_owned())
        .collect();
    assert_eq!(people, ["Ana Silva", "Elli Heikkilä"]);
    harness.key_press(Key::Enter);
    harness.run();
    assert!(harness.query_by_label_contains("Missions, 3 rows").is_some());
}

#[test]
fn the_month_is_narrowed_and_chosen() {
    let folder = TempDir::new().unwrap();
    office(&folder);
    let mut harness = window(&folder);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Num6);
    harness.run();
    harness.get_by_label("Stage").click();
    harness.run();
    harness.get_by_label("Type to find Stage").type_text("cancelled");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.query_all_by_label_contains("Yusuf Demir").next().is_some());
    assert!(harness.query_by_label_contains("Ana Silva").is_none());
    harness.get_by_label("Clear filters").click();
    harness.run();
    harness.get_by_label("Find a mission").click();
    harness.run();
    harness.get_by_label("Find a mission").type_text("heikkila");
    harness.run();
    assert!(harness.query_by_label_contains("Ana Silva").is_none());

    harness.get_by_label("November 2026").click();
    harness.run();
    harness.get_by_label("Next year").click();
    harness.run();
    harness.get_by_label("March").click();
    harness.run();
    harness.get_by_label("March 2027");
    assert!(harness.query_by_label("Wednesday 31 March 2027, 1 mission, 1 leaves").is_some());
}

#[test]
fn a_crowded_day_says_how_many_more_and_lists_them() {
    let folder = TempDir::new().unwrap();
    let mut file = new_office(&folder);
    for number in 0..40 {
        let name = format!("Person {number:02}");
        place(&mut file, &name, "Teacher", "KE", ("2026-10-05", "2027-05-07"), Stage::Serving);
    }
    drop(file);
    let mut harness = window(&folder);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Num6);
    harness.run();
    let bars = harness.query_all_by_label_contains("Person ").count();
    assert!((5..60).contains(&bars), "only what fits is shown, {bars}");
    let more = harness.query_all_by_label_contains("more, Tuesday 24 November 2026").next().unwrap();
    assert!(more.accesskit_node().label().unwrap().starts_with('+'));
    more.click();
    harness.run();
    harness.get_by_role_and_label(Role::ListItem, "Person 00, Teacher, Kitui, 5 Oct 2026 to 7 May 2027, serving");
}
