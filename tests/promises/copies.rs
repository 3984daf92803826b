//! Copies of one office file, made and put back at any moment: no two changes ever have the same name.

use crate::history::new_office;
use proptest::prelude::*;
use rusqlite::Connection;
use sojourn::domain::volunteer::Volunteer;
use sojourn::store::{OfficeFile, Op, Progress};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// What people do with files; the numbers choose among those that there are.
#[derive(Debug, Clone)]
enum Deed {
    Edit(usize),
    Backup(usize),
    /// Copied with a file manager, and the copy is worked on as well.
    Copy(usize),
    Restore(usize, usize),
    /// A copy written over the very same file, without a word to the program.
    Overwrite(usize, usize),
    /// The file is deleted, and a copy takes its name.
    Replace(usize, usize),
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let any = 0..100_usize;
    let two = || (0..100_usize, 0..100_usize);
    let deed = prop_oneof![
        6 => any.clone().prop_map(Deed::Edit),
        2 => any.clone().prop_map(Deed::Backup),
        1 => any.prop_map(Deed::Copy),
        1 => two().prop_map(|(backup, file)| Deed::Restore(backup, file)),
        2 => two().prop_map(|(backup, file)| Deed::Overwrite(backup, file)),
        1 => two().prop_map(|(backup, file)| Deed::Replace(backup, file)),
    ];
    proptest::collection::vec(deed, 1..25)
}

/// Every change ever seen, by the copy that made it and its number.
type Seen = BTreeMap<(i64, i64), (i64, Vec<u8>, String)>;

/// Looks at the changes in a closed file.
fn look(path: &Path, seen: &mut Seen) -> Result<(), TestCaseError> {
    let connection = Connection::open(path).unwrap();
    let mut ops = connection
        .prepare("SELECT r.id, o.seq, o.hlc, o.row, o.cells FROM op o JOIN replica r ON r.no = o.replica")
        .unwrap();
    let rows = ops.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), (row.get(2)?, row.get(3)?, row.get(4)?))));
    for row in rows.unwrap() {
        let (name, change) = row.unwrap();
        if let Some(before) = seen.insert(name, change) {
            prop_assert_eq!(&before, &seen[&name], "two changes are called {:?}", name);
        }
    }
    Ok(())
}

fn run(deeds: &[Deed]) -> Result<(), TestCaseError> {
    let folder = TempDir::new().unwrap();
    let mut files = vec![new_office(&folder).path().to_owned()];
    let mut backups: Vec<PathBuf> = Vec::new();
    let mut seen = Seen::new();
    for (at, deed) in deeds.iter().enumerate() {
        let fresh = folder.path().join(format!("{at}.sojourn"));
        let choose = |from: &[PathBuf], number: usize| from.get(number % from.len().max(1)).cloned();
        match deed {
            Deed::Edit(file) => {
                let path = choose(&files, *file).unwrap();
                let mut office = OfficeFile::open(&path).unwrap();
                let person = Volunteer { full_name: format!("Person {at}"), ..Volunteer::default() };
                office.edit(Op::Auto, |edit| edit.add_volunteer(person)).unwrap();
                drop(office);
                look(&path, &mut seen)?;
            }
            Deed::Backup(file) => {
                OfficeFile::open(&choose(&files, *file).unwrap()).unwrap().backup_to(&fresh).unwrap();
                backups.push(fresh);
            }
            Deed::Copy(file) => {
                std::fs::copy(choose(&files, *file).unwrap(), &fresh).unwrap();
                files.push(fresh);
            }
            Deed::Restore(backup, file) | Deed::Overwrite(backup, file) | Deed::Replace(backup, file) => {
                let (Some(backup), Some(file)) = (choose(&backups, *backup), choose(&files, *file)) else { continue };
                match deed {
                    Deed::Restore(..) => drop(OfficeFile::restore(&backup, &file, None, &Progress::default()).unwrap()),
                    Deed::Overwrite(..) => std::fs::write(&file, std::fs::read(&backup).unwrap()).unwrap(),
                    _ => {
                        std::fs::remove_file(&file).unwrap();
                        std::fs::copy(&backup, &file).unwrap();
                    }
                }
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_two_changes_have_one_name_whatever_is_copied_and_put_back(deeds in deeds()) {
        run(&deeds)?;
    }
}
