//! Spreadsheets in and lists out, as a person does it in the window.

use crate::history::new_office;
use crate::window_calendar::window;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sojourn::app::window::Window;
use sojourn::domain::volunteer::Volunteer;
use sojourn::store::OfficeFile;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

type Shown = Harness<'static, Option<Window>>;

const PEOPLE: &str = "Full name;Birth date;Nationality;Email\n\
    Ana Silva;14/05/1985;Portugal;ana@example.org\n\
    Elli Heikkilä;23/11/1990;Finland;elli@example.org\n\
    Too Young;01/02/2020;Kenya;young@example.org\n\
    Jose Perez;03/04/1980;Eastern Caribbean;jose@example.org\n";

fn click(harness: &mut Shown, name: &str) {
    harness.get_by_label(name).click();
    harness.run();
}

fn import_screen(folder: &TempDir) -> Shown {
    drop(new_office(folder));
    let mut harness = window(folder);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Num7);
    harness.run();
    harness
}

/// Answers the dialog for a file.
fn give_file(harness: &mut Shown, path: &Path, confirm: &str) {
    let field = harness.get_by_label("File");
    field.focus();
    harness.run();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    harness.get_by_label("File").type_text(&path.to_string_lossy());
    harness.run();
    click(harness, confirm);
}

fn choose(harness: &mut Shown, path: &Path) {
    click(harness, "Choose file...");
    give_file(harness, path, "Open");
}

fn volunteers(folder: &TempDir) -> Vec<String> {
    let copy = folder.path().join("copy.sojourn");
    let _ = std::fs::remove_file(&copy);
    std::fs::copy(folder.path().join("nairobi.sojourn"), &copy).unwrap();
    let office = OfficeFile::open(&copy).unwrap();
    let mut names: Vec<String> = office.all::<Volunteer>().unwrap().into_iter().map(|one| one.full_name).collect();
    names.sort();
    names
}

fn real(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real/tables").join(name);
    if !path.is_file() {
        println!("skipped: ../shared/real/tables/{name} is not there");
    }
    path.is_file().then_some(path)
}

#[test]
fn a_list_is_mapped_checked_imported_and_undone() {
    let folder = TempDir::new().unwrap();
    let mut harness = import_screen(&folder);
    let path = folder.path().join("people.csv");
    std::fs::write(&path, PEOPLE).unwrap();
    choose(&mut harness, &path);
    harness.get_by_label("Volunteers from people.csv");
    harness.get_by_label_contains("Full name, Birth date, Nationality, Email, row 1 of 5");

    click(&mut harness, "Next");
    harness.get_by_label("Nationality, 3 fit, 1 do not");
    harness.get_by_label("Email, 4 fit");
    harness.get_by_label("Nationality, 3 fit, 1 do not").click();
    harness.run();
    harness.get_by_label("Match Eastern Caribbean").click();
    harness.run();
    harness.get_by_label("Type to find Match Eastern Caribbean").type_text("saint lucia");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_label("Nationality, 4 fit");

    click(&mut harness, "Next");
    harness.get_by_label("All 4 rows");
    harness.get_by_label("3 new");
    harness.get_by_label_contains("2 new, Ana Silva");
    click(&mut harness, "1 rejected");
    harness.get_by_label_contains("4 rejected, ");
    click(&mut harness, "Import 3 rows");
    harness.get_by_label("people.csv came in");
    assert_eq!(volunteers(&folder), ["Ana Silva", "Elli Heikkilä", "Jose Perez"]);

    click(&mut harness, "Save the rejected rows...");
    let rejected = folder.path().join("rejected.csv");
    give_file(&mut harness, &rejected, "Save");
    let rejected = std::fs::read_to_string(rejected).unwrap();
    assert_eq!(rejected.lines().count(), 2);
    assert!(rejected.contains("Too Young") && rejected.contains("Reason for rejection"));

    click(&mut harness, "Undo the import");
    assert_eq!(volunteers(&folder), [""; 0]);

    click(&mut harness, "Another file");
    choose(&mut harness, &path);
    harness.get_by_label("Mapped as the last time for a file of this shape");
    click(&mut harness, "3 Check");
    harness.get_by_label("3 new");
}

#[test]
fn a_date_that_may_be_two_is_asked_about_before_anything_comes_in() {
    let folder = TempDir::new().unwrap();
    let mut harness = import_screen(&folder);
    let path = folder.path().join("people.csv");
    std::fs::write(&path, "Full name,Birth date\nAna Silva,03/04/1985\nElli Heikkilä,05/06/1990\n").unwrap();
    choose(&mut harness, &path);
    click(&mut harness, "3 Check 1");
    assert!(harness.get_by_label("Import 2 rows").accesskit_node().is_disabled());
    click(&mut harness, "Answer");
    click(&mut harness, "Day first: 31/12");
    click(&mut harness, "3 Check");
    click(&mut harness, "Import 2 rows");
    let office = {
        drop(harness);
        OfficeFile::open(&folder.path().join("nairobi.sojourn")).unwrap()
    };
    let births: Vec<_> = office.all::<Volunteer>().unwrap().into_iter().filter_map(|one| one.birth_date).collect();
    assert_eq!(births, ["1985-04-03".parse().unwrap(), "1990-06-05".parse().unwrap()]);
}

#[test]
fn a_file_that_is_no_table_is_refused_in_place() {
    let folder = TempDir::new().unwrap();
    let mut harness = import_screen(&folder);
    let path = folder.path().join("letter.csv");
    for (content, said) in [("%PDF-1.4 x", "letter.csv is not a table"), ("", "letter.csv is empty")] {
        std::fs::write(&path, content).unwrap();
        choose(&mut harness, &path);
        harness.get_by_label(said);
        harness.get_by_label("Choose file...");
    }
    choose(&mut harness, &folder.path().join("nowhere.csv"));
    harness.get_by_label_contains("There is no file");
}

#[test]
fn cells_are_pasted_and_the_delimiter_is_corrected() {
    let folder = TempDir::new().unwrap();
    let mut harness = import_screen(&folder);
    harness.event(egui::Event::Paste("Name\tCountry\tKind\nKitui Hospital\tKenya\tpartner\n".into()));
    harness.run();
    harness.get_by_label("Organisations from pasted cells");
    click(&mut harness, "3 Check");
    click(&mut harness, "Import 1 row");
    click(&mut harness, "Open Organisations");
    harness.get_by_label_contains("Organisations, 1 row");
}

#[test]
fn lists_and_the_calendar_are_written() {
    let folder = TempDir::new().unwrap();
    let mut harness = import_screen(&folder);
    for (button, name) in [
        ("Volunteers: XLSX...", "people.xlsx"),
        ("Placements: CSV...", "posts.csv"),
        ("Calendar: ICS...", "missions.ics"),
        ("Backup: Back up...", "copy.sojourn"),
    ] {
        click(&mut harness, button);
        give_file(&mut harness, &folder.path().join(name), "Save");
        assert!(folder.path().join(name).is_file(), "{button}");
        assert!(harness.query_all_by_label_contains(name).next().is_some(), "{button} says where it is");
    }
}

#[test]
fn the_real_files_come_in_and_change_nothing_the_second_time() {
    let (Some(book), Some(people)) = (real("placement_book_2014.xlsx"), real("volunteers_timor_leste.csv")) else {
        return;
    };
    let folder = TempDir::new().unwrap();
    let mut harness = import_screen(&folder);
    choose(&mut harness, &book);
    harness.get_by_label("Placements from placement_book_2014.xlsx");
    click(&mut harness, "3 Check");
    harness.get_by_label("All 486 rows");
    harness.get_by_label("3 rejected");
    click(&mut harness, "Import 483 rows");
    click(&mut harness, "Another file");
    choose(&mut harness, &people);
    harness.get_by_label("Volunteers from volunteers_timor_leste.csv");
    click(&mut harness, "3 Check");
    harness.get_by_label("All 1,184 rows");
    harness.get_by_role_and_label(Role::Button, "1,184 new");
    click(&mut harness, "Import 1,184 rows");
    for (path, unchanged) in [(&book, "483 unchanged"), (&people, "1,184 unchanged")] {
        click(&mut harness, "Another file");
        choose(&mut harness, path);
        click(&mut harness, "3 Check");
        harness.get_by_label(unchanged);
        assert!(harness.get_by_label("Import 0 rows").accesskit_node().is_disabled());
        click(&mut harness, "Cancel");
        break;
    }
}
