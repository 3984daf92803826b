//! Killed at any moment: everything that was acknowledged is there, nothing is half there, and undo still works.
//!
//! The work is done by this test binary, run again as a child with an office file in the environment.

use crate::command::Desk;
use sojourn::domain::ListKind;
use sojourn::domain::volunteer::Volunteer;
use sojourn::exchange::spreadsheet::{Session, Workbook, import};
use sojourn::store::{OfficeFile, Op, Progress, StoreError};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};

const EDITS: usize = 200;
const ROWS: usize = 3_000;

/// What the child does; in an ordinary run of the tests there is nothing to do.
#[test]
fn child_at_work() {
    let Some(file) = std::env::var_os("SOJOURN_TEST_CHILD") else { return };
    let office = OfficeFile::open(Path::new(&file)).unwrap();
    match std::env::var("SOJOURN_TEST_WORK").as_deref() {
        Ok("edits") => make_edits(office),
        _ => make_import(office),
    }
}

fn make_edits(mut office: OfficeFile) {
    for number in 0..EDITS {
        let person = Volunteer { full_name: format!("Person {number}"), ..Volunteer::default() };
        office.edit(Op::Auto, |edit| edit.add_volunteer(person)).unwrap();
        say(number);
    }
}

/// Says each step that it sees done: first each row is looked at, then each is written. "kept" comes after the edit.
fn make_import(mut office: OfficeFile) {
    let rows: Vec<String> = (0..ROWS).map(|number| format!("Person {number},person{number}@example.org\n")).collect();
    let sheet = format!("Full name,E-mail\n{}", rows.concat());
    let workbook = Workbook::from_bytes("people.csv", sheet.into_bytes()).unwrap();
    let limits = office.office().unwrap().limits;
    let session = Session::open(workbook, ListKind::Volunteer, None, &limits, office.today()).unwrap();
    let progress = Progress::default();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut seen = 0;
            while seen < 2 * ROWS {
                let (done, _) = progress.done_of();
                if done > seen {
                    seen = done;
                    say(seen);
                }
                std::thread::yield_now();
            }
        });
        import(&mut office, &session, &progress).unwrap();
        say("kept");
    });
}

fn say(word: impl std::fmt::Display) {
    let mut out = std::io::stdout().lock();
    // Begins with a line end, because the test harness may have begun a line.
    writeln!(out, "\nsaid {word}").unwrap();
    out.flush().unwrap();
}

/// Starts the child on a file, kills it as soon as it has said a number as great as `until` or "kept", and gives back
/// all that it said, and whether it had come to its end all the same.
fn kill_at(desk: &Desk, work: &str, until: usize) -> (Vec<String>, bool) {
    let mut child: Child = Command::new(std::env::current_exe().unwrap())
        .args(["crash::child_at_work", "--exact", "--nocapture", "--test-threads=1"])
        .env("SOJOURN_TEST_CHILD", &desk.file)
        .env("SOJOURN_TEST_WORK", work)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut said = Vec::new();
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        if let Some(word) = line.unwrap().strip_prefix("said ") {
            said.push(word.to_owned());
            if word.parse().map_or(true, |number: usize| number >= until) {
                child.kill().unwrap(); // and reads on: what it still said counts
            }
        }
    }
    (said, child.wait().unwrap().success())
}

fn names(office: &OfficeFile) -> Vec<String> {
    office.all::<Volunteer>().unwrap().into_iter().map(|volunteer| volunteer.full_name).collect()
}

#[test]
fn every_acknowledged_edit_survives_a_kill() {
    let mut cut_short = 0;
    for until in [0, 3, 57, 111, 198] {
        let desk = Desk::new();
        let (said, ended) = kill_at(&desk, "edits", until);
        cut_short += usize::from(!ended && said.len() < EDITS);
        assert!(said.len() > until, "the child never came so far: {said:?}");
        let mut office = OfficeFile::open(&desk.file).unwrap();
        let found = names(&office);
        // One more may have been kept before the child could say so.
        assert!((said.len()..=said.len() + 1).contains(&found.len()), "{said:?} {found:?}");
        assert!(found.iter().enumerate().all(|(number, name)| *name == format!("Person {number}")), "{found:?}");
        assert!(office.check().unwrap().problems.is_empty());
        for left in (0..found.len()).rev() {
            office.undo().unwrap();
            assert_eq!(office.counts().unwrap()[0], left as u64);
        }
        assert!(matches!(office.undo(), Err(StoreError::NothingToUndo)));
    }
    assert!(cut_short > 0, "the child was never killed in the middle of its edits");
}

#[test]
fn a_kill_in_the_middle_of_an_import_leaves_all_of_it_or_nothing() {
    let mut cut_short = 0;
    for until in [1, ROWS + 1, ROWS + ROWS / 2, 2 * ROWS] {
        let desk = Desk::new();
        let (said, _) = kill_at(&desk, "import", until);
        assert!(!said.is_empty());
        let mut office = OfficeFile::open(&desk.file).unwrap();
        let found = names(&office).len();
        cut_short += usize::from(found == 0);
        let kept = said.iter().any(|word| word == "kept");
        assert!(found == ROWS || (found == 0 && !kept), "{found} after {:?}", said.last());
        assert!(office.check().unwrap().problems.is_empty());
        if found > 0 {
            office.undo().unwrap();
        }
        assert_eq!(office.counts().unwrap()[0], 0);
        office.edit(Op::Auto, |edit| edit.add(Volunteer { full_name: "Ana".into(), ..Volunteer::default() })).unwrap();
        assert_eq!(names(&office), ["Ana"]);
    }
    assert!(cut_short > 0, "the child was never killed in the middle of its import");
}
