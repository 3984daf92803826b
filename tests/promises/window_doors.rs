//! What is not what it should be, at the doors of the window: opening an office and bringing in a sheet.

use crate::at_window::AtWindow;
use crate::command::{Desk, MALFORMED};
use crate::sheets::{malformed_sheets, real};
use sojourn::store::OfficeFile;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// What the window says of each of [`MALFORMED`].
fn said_of(name: &str) -> &'static str {
    match name {
        "nothing" => "There is no file",
        "folder" => "is a folder",
        "newer" => "was written by a newer Sojourn",
        "truncated" | "scrambled" => "The office file is damaged",
        _ => "is not an office file",
    }
}

#[test]
fn what_is_not_an_office_file_is_refused_and_the_open_office_stays_open() {
    let desk = Desk::with_people();
    for (name, make, _) in MALFORMED {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("other.sojourn");
        make(&desk.file, &path);
        let before = std::fs::read(&path).ok();

        let mut at = AtWindow::open(folder.path(), None);
        at.press("Open...");
        at.give_file(&path, "Open");
        assert!(at.sees(said_of(name)), "{name}: {:?}", at.texts());
        assert!(at.sees("New office..."), "{name}: the start page stays");
        drop(at);

        let mut at = AtWindow::open(folder.path(), Some(&desk.file));
        at.keys(egui::Modifiers::COMMAND, egui::Key::O);
        at.give_file(&path, "Open");
        assert!(at.sees(said_of(name)), "{name}: {:?}", at.texts());
        at.go("Volunteers");
        assert!(at.sees("Volunteers, 2 rows"), "{name}: {:?}", at.texts());
        drop(at);

        assert_eq!(std::fs::read(&path).ok(), before, "{name} was changed");
        let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert!(left.iter().all(|entry| entry == "other.sojourn"), "{name}: {left:?} was left behind");
    }
}

#[test]
fn what_is_no_sheet_is_refused_and_nothing_comes_in() {
    let desk = Desk::with_people();
    let history = desk.json(&["history", "FILE"]);
    let mut sheets = malformed_sheets(&desk);
    if let Some(path) = real("workbooks/pass_protected.xlsx") {
        sheets.push((path, "is protected with a password"));
    }
    let mut at = AtWindow::open(desk.folder.path(), Some(&desk.file));
    at.go("Import and export");
    for (path, sentence) in &sheets {
        at.press("Choose file...");
        at.give_file(path, "Open");
        // The command line says what it looks like, the window that it is none.
        let sentence = sentence.split(" but ").next().unwrap();
        assert!(at.sees(sentence), "{}: {:?}", path.display(), at.texts());
    }
    drop(at);
    assert_eq!(desk.json(&["history", "FILE"]), history);
}

/// What the child does; in an ordinary run of the tests there is nothing to do.
#[test]
fn child_without_permission() {
    let Some(folder) = std::env::var_os("SOJOURN_TEST_FOLDER").map(PathBuf::from) else { return };
    let mut at = AtWindow::open(&folder, None);
    at.press("Open...");
    at.give_file(&folder.join("locked.sojourn"), "Open");
    assert!(at.sees("No permission to write"), "{:?}", at.texts());
    drop(at);
    let mut at = AtWindow::open(&folder, Some(&folder.join("own/office.sojourn")));
    at.go("Import and export");
    at.press("Choose file...");
    at.give_file(&folder.join("secret.csv"), "Open");
    assert!(at.sees("You may not read"), "{:?}", at.texts());
    at.press("Volunteers: CSV...");
    at.give_file(&folder.join("list.csv"), "Save");
    assert!(at.sees("list.csv could not be written"), "{:?}", at.texts());
    println!("came to the end");
}

/// A child that does what a test of this binary does, with a folder in the environment.
pub fn child(test: &str, folder: &Path) -> Command {
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args([test, "--exact", "--nocapture", "--test-threads=1"]).env("SOJOURN_TEST_FOLDER", folder);
    child.current_dir(folder).env("HOME", folder).stdin(Stdio::null());
    child
}

#[cfg(unix)]
#[test]
fn without_permission_nothing_is_opened_read_or_written() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    use std::os::unix::process::CommandExt as _;
    let desk = Desk::with_people();
    let folder = desk.folder.path();
    let mode = |path: &Path, mode| std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    let own = folder.join("own");
    std::fs::create_dir(&own).unwrap();
    std::fs::copy(&desk.file, own.join("office.sojourn")).unwrap();
    std::fs::rename(&desk.file, folder.join("locked.sojourn")).unwrap();
    std::fs::write(folder.join("secret.csv"), "Full name\nAna Silva\n").unwrap();
    mode(&own, 0o777);
    mode(&own.join("office.sojourn"), 0o666);
    mode(&folder.join("locked.sojourn"), 0o444);
    mode(&folder.join("secret.csv"), 0o000);
    mode(folder, 0o555);
    let mut child = child("window_doors::child_without_permission", folder);
    if std::fs::metadata(folder).unwrap().uid() == 0 {
        // Whoever may do everything is let in everywhere: look on as nobody.
        child.uid(65_534).gid(65_534);
    }
    let ran = child.output();
    mode(folder, 0o755);
    match ran {
        Err(error) => println!("skipped: nobody else may run the tests here ({error})"),
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stdout);
            assert!(output.status.success() && said.contains("came to the end"), "{output:?}");
        }
    }
    let whole = OfficeFile::open(&folder.join("locked.sojourn")).unwrap();
    assert_eq!(whole.counts().unwrap(), [2, 0, 1, 0, 0]);
}
