//! Spreadsheets in and lists out, as a person does it in the window.

use crate::at_window::AtWindow;
use crate::history::{day, new_office};
use crate::sheets::real;
use egui_kittest::kittest::Queryable as _;
use sojourn::domain::ListKind;
use sojourn::domain::organisation::Organisation;
use sojourn::domain::placement::Placement;
use sojourn::domain::volunteer::Volunteer;
use sojourn::exchange::sample::{self, SampleSize};
use sojourn::exchange::spreadsheet::{Session, Workbook};
use sojourn::store::{OfficeFile, Progress};
use std::path::Path;
use tempfile::TempDir;

const PEOPLE: &str = "Full name;Birth date;Nationality;Email\n\
    Ana Silva;14/05/1985;Portugal;ana@example.org\n\
    Elli Heikkilä;23/11/1990;Finland;elli@example.org\n\
    Born Later;01/02/2031;Kenya;later@example.org\n\
    Jose Perez;03/04/1980;Eastern Caribbean;jose@example.org\n";

/// Somebody with the import screen of a new office before them.
fn at_import(folder: &TempDir) -> AtWindow {
    let office = new_office(folder);
    let path = office.path().to_owned();
    drop(office);
    let mut at = AtWindow::open(folder.path(), Some(&path));
    at.go("Import and export");
    at
}

fn choose(at: &mut AtWindow, path: &Path) {
    at.press("Choose file...");
    at.give_file(path, "Open");
}

/// The office file as a crash would leave it now, opened: the window has the file itself to itself.
fn as_it_is(folder: &TempDir) -> OfficeFile {
    let copy = folder.path().join("as-it-is.sojourn");
    let beside = |path: &Path| path.with_extension("sojourn-wal");
    let _ = std::fs::remove_file(&copy);
    let file = folder.path().join("nairobi.sojourn");
    std::fs::copy(&file, &copy).unwrap();
    if beside(&file).exists() {
        std::fs::copy(beside(&file), beside(&copy)).unwrap();
    }
    OfficeFile::open(&copy).unwrap()
}

fn volunteers(folder: &TempDir) -> Vec<String> {
    let all = as_it_is(folder).all::<Volunteer>().unwrap();
    let mut names: Vec<String> = all.into_iter().map(|one| one.full_name).collect();
    names.sort();
    names
}

#[test]
fn a_list_is_mapped_checked_imported_and_undone() {
    let folder = TempDir::new().unwrap();
    let mut at = at_import(&folder);
    let path = folder.path().join("people.csv");
    std::fs::write(&path, PEOPLE).unwrap();
    choose(&mut at, &path);
    at.shown.get_by_label("Volunteers from people.csv");
    at.shown.get_by_label_contains("Full name, Birth date, Nationality, Email, row 1 of 5");

    at.press("Next");
    at.shown.get_by_label("Nationality, 3 fit, 1 do not");
    at.shown.get_by_label("Email, 4 fit");
    at.press("Nationality, 3 fit, 1 do not");
    at.choose("Match Eastern Caribbean", "St. Lucia");
    at.shown.get_by_label("Nationality, 4 fit");

    at.press("Next");
    at.shown.get_by_label("All 4 rows");
    at.shown.get_by_label("3 new");
    at.shown.get_by_label_contains("2 new, Ana Silva");
    at.press("1 rejected");
    at.shown.get_by_label_contains("4 rejected, ");
    at.press("English");
    assert!(at.sees("4 refusée, Né le"), "{:?}", at.texts());
    at.press("Français");
    at.press("Import 3 rows");
    at.shown.get_by_label("people.csv came in");
    assert_eq!(volunteers(&folder), ["Ana Silva", "Elli Heikkilä", "Jose Perez"]);

    at.press("Save the rejected rows...");
    let rejected = folder.path().join("rejected.csv");
    at.give_file(&rejected, "Save");
    let rejected = std::fs::read_to_string(rejected).unwrap();
    assert_eq!(rejected.lines().count(), 2);
    assert!(rejected.contains("Born Later") && rejected.contains("Reason for rejection"));

    at.press("Undo the import");
    assert_eq!(volunteers(&folder), [""; 0]);

    at.press("Another file");
    choose(&mut at, &path);
    at.shown.get_by_label("Mapped as the last time for a file of this shape");
    at.press("3 Check");
    at.shown.get_by_label("3 new");
}

#[test]
fn a_date_that_may_be_two_is_asked_about_before_anything_comes_in() {
    let folder = TempDir::new().unwrap();
    let mut at = at_import(&folder);
    let path = folder.path().join("people.csv");
    std::fs::write(&path, "Full name,Birth date\nAna Silva,03/04/1985\nElli Heikkilä,05/06/1990\n").unwrap();
    choose(&mut at, &path);
    at.press("3 Check 1");
    assert!(!at.can_press("Import 2 rows"));
    at.press("Answer");
    at.press("Day first: 31/12");
    at.press("3 Check");
    at.press("Import 2 rows");
    let births: Vec<_> =
        as_it_is(&folder).all::<Volunteer>().unwrap().into_iter().filter_map(|one| one.birth_date).collect();
    assert_eq!(births, ["1985-04-03".parse().unwrap(), "1990-06-05".parse().unwrap()]);
}

#[test]
fn cells_are_pasted() {
    let folder = TempDir::new().unwrap();
    let mut at = at_import(&folder);
    at.paste("Name\tCountry\tKind\nKitui Hospital\tKenya\tpartner\n");
    at.shown.get_by_label("Organisations from pasted cells");
    at.press("3 Check");
    at.press("Import 1 row");
    at.press("Open Organisations");
    at.shown.get_by_label_contains("Organisations, 1 row");
}

#[test]
fn a_delimiter_that_was_guessed_wrongly_is_corrected() {
    let folder = TempDir::new().unwrap();
    let mut at = at_import(&folder);
    let path = folder.path().join("people.csv");
    std::fs::write(&path, PEOPLE).unwrap();
    choose(&mut at, &path);
    at.choose("Between cells", "comma");
    assert!(at.sees("Full name;Birth date;Nationality;Email, row 1 of 5"));
    at.choose("Between cells", "semicolon");
    assert!(at.sees("Full name, Birth date, Nationality, Email, row 1 of 5"));
}

#[test]
fn an_import_that_is_cancelled_leaves_nothing() {
    let folder = TempDir::new().unwrap();
    let mut at = at_import(&folder);
    let path = folder.path().join("people.csv");
    std::fs::write(&path, PEOPLE).unwrap();
    let history = as_it_is(&folder).history(99, None).unwrap().len();
    for step in ["1 Read", "2 Columns 1", "3 Check"] {
        choose(&mut at, &path);
        at.press(step);
        at.press("Cancel");
        assert!(at.sees("Choose file..."), "back to where it began after {step}");
    }
    assert_eq!(volunteers(&folder), [""; 0]);
    assert_eq!(as_it_is(&folder).history(99, None).unwrap().len(), history);
    assert!(as_it_is(&folder).backups().unwrap().is_empty(), "nothing to go back from");
}

#[test]
fn lists_the_calendar_and_a_backup_are_written() {
    let folder = TempDir::new().unwrap();
    let mut at = AtWindow::open(folder.path(), None);
    at.press("Open the sample office");
    at.press("Save");
    at.go("Import and export");
    for (button, offered, name) in [
        ("Volunteers: XLSX...", "volunteers.xlsx", "people.xlsx"),
        ("Organisations: XLSX...", "organisations.xlsx", "partners.xlsx"),
        ("Placements: CSV...", "placements.csv", "posts.csv"),
        ("Missions: CSV...", "missions.csv", "missions.csv"),
        ("Calendar: ICS...", ".ics", "missions.ics"),
        ("Backup: Back up...", ".sojourn", "copy.sojourn"),
    ] {
        at.press(button);
        if offered == ".ics" {
            at.press("Choose a file...");
        }
        assert!(at.value("File").ends_with(offered), "{button} offers {}", at.value("File"));
        at.give_file(&folder.path().join(name), "Save");
        assert!(at.sees(name), "{button} says where it is");
    }
    let copy = OfficeFile::open(&folder.path().join("copy.sojourn")).unwrap();
    assert!(copy.check().unwrap().problems.is_empty());
    let [people, partners, posts, missions, _] = copy.counts().unwrap().map(|count| count as usize);
    assert!(people > 300 && posts > 50 && missions > 100);
    for (name, rows) in
        [("people.xlsx", people), ("partners.xlsx", partners), ("posts.csv", posts), ("missions.csv", missions)]
    {
        let workbook = Workbook::open(&folder.path().join(name)).unwrap();
        let limits = copy.office().unwrap().limits;
        let session = Session::open(workbook, ListKind::Volunteer, None, &limits, copy.today()).unwrap();
        assert_eq!(session.row_count(), rows, "{name}");
    }
    let calendar = std::fs::read_to_string(folder.path().join("missions.ics")).unwrap();
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), missions, "those that were cancelled say so");
}

#[test]
fn a_list_of_parts_is_known_by_its_columns_and_leads_to_what_they_belong_to() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("sample.sojourn");
    let mut office = OfficeFile::create(&path, &sample::office()).unwrap();
    let size = SampleSize { volunteers: 100, placements: 30, missions: 60, seed: 7 };
    sample::fill(&mut office, &size, day("2026-11-23"), &Progress::default()).unwrap();
    let partner = office.all::<Organisation>().unwrap().remove(0);
    drop(office);

    let mut at = AtWindow::open(folder.path(), Some(&path));
    at.go("Import and export");
    for list in ["Projects", "Offers and needs", "Links", "Site visits", "Replications", "People trained"] {
        let path = folder.path().join(format!("{list}.xlsx"));
        at.press(&format!("{list}: XLSX..."));
        at.give_file(&path, "Save");
        choose(&mut at, &path);
        at.shown.get_by_label(&format!("{list} from {list}.xlsx"));
        at.press("3 Check");
        at.shown.get_by_label("0 new");
        at.shown.get_by_label("0 updated");
        at.shown.get_by_label("0 rejected");
        at.press("Cancel");
    }

    let path = folder.path().join("more.csv");
    std::fs::write(&path, format!("Partner,Project\n{},Wells\nNobody,Wells\n", partner.reference)).unwrap();
    at.press("Projects");
    choose(&mut at, &path);
    at.press("3 Check");
    at.shown.get_by_label("1 new");
    at.press("1 rejected");
    at.shown.get_by_label_contains("Nobody is not an organisation of this office, write its name");
    at.press("Import 1 row");
    at.press("Open Organisations");
    at.shown.get_by_label("New organisation");
    at.shown.get_by_label("Undo: import of more.csv: 1 new (project)");
}

#[test]
fn lists_written_in_either_language_come_back_as_they_were() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("sample.sojourn");
    let mut office = OfficeFile::create(&path, &sample::office()).unwrap();
    let size = SampleSize { volunteers: 300, placements: 60, missions: 80, seed: 7 };
    sample::fill(&mut office, &size, day("2026-11-23"), &Progress::default()).unwrap();
    let counts = office.counts().unwrap();
    drop(office);

    let mut at = AtWindow::open(folder.path(), Some(&path));
    at.go("Import and export");
    for (kind, count) in ["Volunteers", "Organisations", "Placements"].into_iter().zip(counts) {
        for ending in ["XLSX", "CSV"] {
            let list = folder.path().join(format!("{kind}.{}", ending.to_lowercase()));
            at.press(&format!("{kind}: {ending}..."));
            at.give_file(&list, "Save");
            choose(&mut at, &list);
            at.press("3 Check");
            assert!(at.sees(&format!("{count} unchanged")), "{list:?} {:?}", at.texts());
            at.press("Cancel");
        }
    }
    at.press("English");
    for (kind, count) in ["Volontaires", "Organisations", "Postes"].into_iter().zip(counts) {
        for ending in ["XLSX", "CSV"] {
            let list = folder.path().join(format!("{kind}.{}", ending.to_lowercase()));
            at.press(&format!("{kind} : {ending}..."));
            at.fill("Fichier", list.to_str().unwrap());
            at.press("Enregistrer");
            at.press("Choisir un fichier...");
            at.fill("Fichier", list.to_str().unwrap());
            at.press("Ouvrir");
            at.press("3 Vérifier");
            assert!(at.sees(&format!("{count} inchang")), "{list:?} {:?}", at.texts());
            at.press("Annuler");
        }
    }
    let text = std::fs::read_to_string(folder.path().join("Volontaires.csv")).unwrap();
    let mut lines = text.lines();
    assert!(lines.next().unwrap().contains("Nom complet"), "{text:.300}");
    assert!(text.contains("langue maternelle") && text.contains("infirmier"), "{text:.600}");
}

#[test]
fn a_country_that_is_several_is_listed_and_matched_or_left_empty() {
    let Some(book) = real("placement_book_2014.xlsx") else { return };
    let folder = TempDir::new().unwrap();
    let mut at = at_import(&folder);
    choose(&mut at, &book);
    at.press("Next");
    at.press("Country [Post], 483 fit, 3 do not");
    assert!(at.sees("Antigua"), "the countries that it may be are offered");
    at.choose("Match Eastern Caribbean", "St. Lucia");
    assert!(at.sees("Eastern Caribbean means St. Lucia"));
    at.shown.get_by_label("Country [Post], 485 fit, 1 do not");
    at.press("Leave empty");
    assert!(at.sees("Micronesia & Palau is left empty"));
    at.press("3 Check");
    at.shown.get_by_label("486 new");
    at.press("Import 486 rows");
    let posts = as_it_is(&folder).all::<Placement>().unwrap();
    assert_eq!(posts.iter().filter(|post| post.country.is_some_and(|country| country.code() == "LC")).count(), 2);
    assert_eq!(posts.iter().filter(|post| post.country.is_none()).count(), 1);

    // What was matched is remembered for the next file of that shape.
    at.press("Another file");
    choose(&mut at, &book);
    at.press("3 Check");
    at.shown.get_by_label("486 unchanged");
}

#[test]
fn the_real_files_come_in_and_change_nothing_the_second_time() {
    let (Some(book), Some(people)) = (real("placement_book_2014.xlsx"), real("volunteers_timor_leste.csv")) else {
        return;
    };
    let folder = TempDir::new().unwrap();
    let mut at = at_import(&folder);
    choose(&mut at, &book);
    at.shown.get_by_label("Placements from placement_book_2014.xlsx");
    at.press("3 Check");
    at.shown.get_by_label("All 486 rows");
    at.shown.get_by_label("3 rejected");
    at.press("Import 483 rows");
    at.press("Another file");
    choose(&mut at, &people);
    at.shown.get_by_label("Volunteers from volunteers_timor_leste.csv");
    at.press("3 Check");
    at.shown.get_by_label("All 1,184 rows");
    at.shown.get_by_label("1,184 new");
    at.press("Import 1,184 rows");
    let history = as_it_is(&folder).history(99, None).unwrap().len();
    at.press("Another file");
    for (path, unchanged, rejected) in
        [(&book, "483 unchanged", "3 rejected"), (&people, "1,184 unchanged", "0 rejected")]
    {
        choose(&mut at, path);
        at.press("3 Check");
        for count in ["0 new", "0 updated", unchanged, rejected] {
            at.shown.get_by_label(count);
        }
        assert!(!at.can_press("Import 0 rows"), "there is nothing to bring in");
        at.press("Cancel");
    }
    let office = as_it_is(&folder);
    assert_eq!(office.history(99, None).unwrap().len(), history);
    let [people, _, posts, _, _] = office.counts().unwrap();
    assert_eq!((people, posts), (1_184, 483));
    assert!(office.check().unwrap().problems.is_empty());
}
