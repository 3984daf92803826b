//! Files that an older program wrote.

use crate::history::day;
use rusqlite::Connection;
use sojourn::domain::Id;
use sojourn::domain::Kind;
use sojourn::domain::decision::{Decision, DecisionKind};
use sojourn::domain::matching::MatchingSettings;
use sojourn::domain::mission::Mission;
use sojourn::domain::office::Office;
use sojourn::domain::placement::Placement;
use sojourn::store::{OfficeFile, Op};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// An office file as version 1 left it.
fn version_1(folder: &Path) -> PathBuf {
    let path = folder.join("nairobi.sojourn");
    let connection = Connection::open(&path).unwrap();
    connection.execute_batch(include_str!("../../src/store/schema/0001.sql")).unwrap();
    connection.execute_batch(include_str!("../fixtures/version-1.sql")).unwrap();
    connection.pragma_update(None, "application_id", 0x534f_4a4e).unwrap();
    connection.pragma_update(None, "user_version", 1).unwrap();
    path
}

#[test]
fn a_file_of_version_1_opens_with_all_it_had_after_a_backup() {
    let folder = TempDir::new().unwrap();
    let path = version_1(folder.path());
    let mut office = OfficeFile::open(&path).unwrap();
    office.set_today(day("2026-11-23"));
    assert_eq!(office.counts().unwrap(), [2, 0, 1, 1, 0]);
    assert_eq!(office.check().unwrap().problems, Vec::<String>::new());
    assert_eq!(office.office().unwrap().matching, MatchingSettings::default());
    let backups = office.backups().unwrap();
    let [backup] = backups.as_slice() else { panic!("{backups:?}") };
    assert!(backup.path.to_string_lossy().ends_with("before-upgrade.sojourn"), "{backup:?}");
    let version: i64 =
        Connection::open(&backup.path).unwrap().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!(version, 1, "the backup is as it was");

    let redone = office.redo().unwrap().0.to_string();
    assert!(redone.starts_with("placed Elli Heikkilä"), "{redone}");
    assert_eq!(office.counts().unwrap()[3], 2, "what was undone before the upgrade is done again after it");
}

#[test]
fn what_is_new_in_version_2_can_be_set_undone_and_read_again() {
    let folder = TempDir::new().unwrap();
    let path = version_1(folder.path());
    let mut office = OfficeFile::open(&path).unwrap();
    let (office_id, on) = (office.office().unwrap().id, day("2026-11-23"));
    let ana = office.resolve(Kind::Volunteer, "V-0001").unwrap();
    let nurse = office.resolve(Kind::Placement, "P-0001").unwrap();
    let mission = office.resolve(Kind::Mission, "M-0001").unwrap();
    let before = (office.placement(nurse).unwrap(), office.mission(mission).unwrap(), office.office().unwrap());
    assert!(!before.0.placement.together && before.0.placement.excluded_nationalities.is_empty());
    assert_eq!((before.0.decisions.len(), before.1.mission.reserved_until), (0, None));

    let until = Some(day("2026-12-07"));
    let held = Decision {
        id: Id::random(),
        of: nurse,
        volunteer: ana,
        kind: DecisionKind::Held,
        until,
        reason: "asked".into(),
        on,
    };
    let changed = office.edit(Op::Auto, |edit| {
        edit.change(nurse, |placement: &mut Placement| {
            placement.together = true;
            placement.excluded_nationalities =
                sojourn::domain::reference::Country::parse_code("PT").into_iter().collect();
        })?;
        edit.change(mission, |mission: &mut Mission| mission.reserved_until = until)?;
        edit.change(office_id, |office: &mut Office| office.matching.weights.urgency = 40)?;
        edit.add(held.clone())
    });
    let touched = changed.unwrap().changes;
    assert!(touched.touches(Kind::Office) && touched.touches(Kind::Placement) && touched.touches(Kind::Mission));
    drop(office);

    let mut office = OfficeFile::open(&path).unwrap();
    let placement = office.placement(nurse).unwrap();
    assert_eq!(placement.decisions, [held]);
    assert!(placement.placement.together && placement.placement.excluded_nationalities.len() == 1);
    assert_eq!(office.mission(mission).unwrap().mission.reserved_until, until);
    assert_eq!(office.office().unwrap().matching.weights.urgency, 40);
    assert_eq!(office.check().unwrap().problems, Vec::<String>::new());
    office.undo().unwrap();
    assert_eq!((office.placement(nurse).unwrap(), office.mission(mission).unwrap(), office.office().unwrap()), before);
}
