//! Killed at any moment: everything that was acknowledged is there, nothing is half there, and undo still works.
//!
//! The work is done by this test binary, run again as a child with an office file in the environment.

use crate::command::Desk;
use sojourn::domain::volunteer::Volunteer;
use sojourn::store::{OfficeFile, Op, StoreError};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};

const EDITS: usize = 200;
const ROWS: usize = 3_000;

/// What the child is to do; says nothing in an ordinary run of the tests.
#[test]
fn child_at_work() {
    let Some(file) = std::env::var_os("SOJOURN_TEST_CHILD") else { return };
    let mut office = OfficeFile::open(Path::new(&file)).unwrap();
    if std::env::var("SOJOURN_TEST_WORK").as_deref() == Ok("edits") {
        for number in 0..EDITS {
            office
                .edit(Op::Auto, |edit| {
                    edit.add_volunteer(Volunteer { full_name: format!("Person {number}"), ..Volunteer::default() })
                })
                .unwrap();
            say(number);
        }
    } else {
        let done = office.edit(Op::ChangedRecords { count: ROWS }, |edit| {
            for number in 0..ROWS {
                edit.add(Volunteer { full_name: format!("Person {number}"), ..Volunteer::default() })?;
                say(number);
            }
            Ok(())
        });
        done.unwrap();
        say("kept");
    }
}

fn say(word: impl std::fmt::Display) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "\nacknowledged {word}").unwrap();
    out.flush().unwrap();
}

/// Starts the child on a file, kills it as soon as it has acknowledged `until`, and gives back all that it
/// acknowledged.
fn kill_after(desk: &Desk, work: &str, until: &str) -> Vec<String> {
    let mut child: Child = Command::new(std::env::current_exe().unwrap())
        .args(["crash::child_at_work", "--exact", "--nocapture", "--test-threads=1"])
        .env("SOJOURN_TEST_CHILD", &desk.file)
        .env("SOJOURN_TEST_WORK", work)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut acknowledged = Vec::new();
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        if let Some(word) = line.unwrap().strip_prefix("acknowledged ") {
            acknowledged.push(word.to_owned());
            if word == until {
                child.kill().unwrap(); // and reads on: what it still said counts
            }
        }
    }
    child.wait().unwrap();
    acknowledged
}

fn names(office: &OfficeFile) -> Vec<String> {
    office.all::<Volunteer>().unwrap().into_iter().map(|volunteer| volunteer.full_name).collect()
}

#[test]
fn every_acknowledged_edit_survives_a_kill() {
    for until in ["0", "3", "57", "111", "198"] {
        let desk = Desk::new();
        let acknowledged = kill_after(&desk, "edits", until);
        assert!(acknowledged.iter().any(|word| word == until), "{acknowledged:?}");
        let mut office = OfficeFile::open(&desk.file).unwrap();
        let found = names(&office);
        // One more may have been kept before the child could say so.
        assert!((acknowledged.len()..=acknowledged.len() + 1).contains(&found.len()), "{acknowledged:?} {found:?}");
        assert!(found.iter().enumerate().all(|(number, name)| *name == format!("Person {number}")), "{found:?}");
        assert!(office.check().unwrap().problems.is_empty());
        for left in (0..found.len()).rev() {
            office.undo().unwrap();
            assert_eq!(office.counts().unwrap()[0], left as u64);
        }
        assert!(matches!(office.undo(), Err(StoreError::NothingToUndo)));
    }
}

#[test]
fn a_kill_in_the_middle_of_a_large_edit_leaves_nothing_of_it() {
    for until in ["0", "700", "2999", "kept"] {
        let desk = Desk::new();
        let acknowledged = kill_after(&desk, "one large edit", until);
        let mut office = OfficeFile::open(&desk.file).unwrap();
        let found = names(&office).len();
        if acknowledged.last().is_some_and(|word| word == "kept") {
            assert_eq!(found, ROWS);
        } else {
            assert!(found == 0 || found == ROWS, "{found} after {:?}", acknowledged.last());
        }
        assert!(office.check().unwrap().problems.is_empty());
        if found > 0 {
            office.undo().unwrap();
        }
        assert_eq!(office.counts().unwrap()[0], 0);
        office.edit(Op::Auto, |edit| edit.add(Volunteer { full_name: "Ana".into(), ..Volunteer::default() })).unwrap();
        assert_eq!(names(&office), ["Ana"]);
    }
}
