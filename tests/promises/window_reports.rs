//! Reports at the window: a period is chosen, a number read, pressed, and the list behind it is as long as it says; what
//! is shown goes out as a workbook, as pages, and a chart as a picture.

use crate::at_window::AtWindow;
use crate::history::{day, new_office};
use crate::print::text;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use sojourn::domain::mission::{Mission, Stage};
use sojourn::domain::placement::Placement;
use sojourn::domain::reference::{Country, Sector};
use sojourn::domain::span::Span;
use sojourn::domain::volunteer::{Sex, Volunteer};
use sojourn::exchange::spreadsheet::{TextChoices, Workbook};
use sojourn::store::Op;
use std::path::PathBuf;
use tempfile::TempDir;

/// An office in which two serve in Kenya and one in Nepal, all of them through 2026 as far as it goes, and one served
/// in Kenya in 2025.
fn office(folder: &TempDir) -> PathBuf {
    let mut office = new_office(folder);
    for (name, country, first, last, stage) in [
        ("Ana Silva", "KE", "2026-01-05", "2026-12-20", Stage::Serving),
        ("Elli Heikkilä", "KE", "2026-03-02", "2027-02-28", Stage::Serving),
        ("Yusuf Demir", "NP", "2026-06-01", "2026-08-30", Stage::Completed),
        ("Rosa Quispe", "KE", "2025-02-03", "2025-08-31", Stage::Completed),
    ] {
        let sex = Some(Sex::Female).filter(|_| name.starts_with(['A', 'E', 'R']));
        let person = Volunteer { full_name: name.into(), sex, ..Volunteer::default() };
        let post = Placement {
            title: "Nurse trainer".into(),
            country: Country::parse_code(country),
            sector: Sector::parse_code("12230"),
            programme: "Health".into(),
            ..Placement::default()
        };
        let made = office.edit(Op::Auto, |edit| Ok((edit.add_volunteer(person)?, edit.add(post)?))).unwrap().value;
        let days = Span { first: day(first), last: day(last) };
        let mission = office.place(made.0, made.1, days, "").unwrap().value.mission;
        office.edit(Op::Auto, |edit| edit.change(mission, |one: &mut Mission| one.stage = stage)).unwrap();
    }
    folder.path().join("nairobi.sojourn")
}

#[test]
fn a_number_of_a_report_opens_the_list_behind_it() {
    let folder = TempDir::new().unwrap();
    let mut at = AtWindow::open(folder.path(), Some(&office(&folder)));
    at.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
    assert!(at.sees("1 Jan 2026 to 31 Dec 2026"), "{:#?}", at.texts());
    at.shown.get_by_role_and_label(Role::Link, "Volunteers: 3");
    // 323 + 267 + 91 days until today.
    assert!(at.sees("Days: 681") && at.sees("Months: 22.4"), "{:#?}", at.texts());
    assert!(at.sees("Service by month, chart of Volunteers") && at.sees("March 2026: 2"), "{:#?}", at.texts());
    at.press("What is counted?");
    assert!(at.sees("People who served at least one day in the period, each once"));
    at.press("What is counted?");

    at.choose("Period", "Last year");
    at.shown.get_by_role_and_label(Role::Link, "Volunteers: 1");
    at.choose("Period", "Last 12 months");
    assert!(at.sees("24 Nov 2025 to 23 Nov 2026"), "{:#?}", at.texts());
    at.fill("From", "2025-08-01");
    assert!(at.sees("1 Aug 2025 to 23 Nov 2026"), "{:#?}", at.texts());
    at.press_role(Role::Link, "Volunteers: 4");
    assert!(at.sees("Rosa Quispe") && at.sees("Ana Silva"), "{:#?}", at.texts());

    at.go("Reports");
    assert!(at.sees("1 Aug 2025 to 23 Nov 2026"), "the screen is as it was left");
    at.choose("Period", "This year");
    at.go("Sectors and goals");
    at.press_role(Role::Link, "3 Good health and well-being, Missions: 3");
    let rows = ["Ana Silva", "Elli Heikkilä", "Yusuf Demir"];
    assert!(rows.iter().all(|name| at.sees(name)) && at.sees("Missions, 3 rows"), "{:#?}", at.texts());
}

#[test]
fn a_report_is_narrowed_and_goes_out_as_files() {
    let folder = TempDir::new().unwrap();
    let mut at = AtWindow::open(folder.path(), Some(&office(&folder)));
    at.go("Reports");
    let workbook = folder.path().join("service.xlsx");
    at.press("XLSX...");
    at.give_file(&workbook, "Save");
    let mut book = Workbook::open(&workbook).unwrap();
    let (_, table) = book.read(Some("Service by country"), &TextChoices::default()).unwrap();
    let cell = |row: usize, column: usize| table.cell(row, column).text().into_owned();
    let rows: Vec<Vec<String>> =
        (0..table.rows.len()).map(|row| (0..4).map(|column| cell(row, column)).collect()).collect();
    assert_eq!(
        rows,
        [["For", "Volunteers", "Missions", "Days"], ["Kenya", "2", "2", "590"], ["Nepal", "1", "1", "91"]]
    );
    let (_, counted) = book.read(Some("What is counted"), &TextChoices::default()).unwrap();
    assert!(counted.rows.len() > 4, "what is counted is said there too");

    let printed = folder.path().join("service.pdf");
    at.press("PDF...");
    at.give_file(&printed, "Save");
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let words = squeezed(&text(&std::fs::read(&printed).unwrap()));
    for told in ["1 Jan 2026 to 31 Dec 2026", "Service by country", "Kenya", "681", "What is counted?"] {
        assert!(words.contains(&squeezed(told)), "{told}: {words}");
    }
    let chart = folder.path().join("chart.png");
    at.press("PNG...");
    at.give_file(&chart, "Save");
    assert!(std::fs::read(&chart).unwrap().starts_with(b"\x89PNG\r\n\x1a\n"));

    at.press("Country");
    at.shown.event(egui::Event::Text("Nepal".into()));
    at.shown.run();
    at.press_role(Role::ListBoxOption, "Nepal");
    at.shown.get_by_role_and_label(Role::Link, "Volunteers: 1");
    at.choose("Period", "Last quarter");
    assert!(at.sees("Days: 61"), "{:#?}", at.texts());
    at.choose("Period", "Last year");
    assert!(at.sees("Nothing to count in this period"), "{:#?}", at.texts());
}
