//! Lists of parts, written and read again.

#![allow(clippy::unwrap_used)]

use super::import_tests::{office, run, session};
use super::*;
use crate::domain::ListKind;
use crate::domain::reference::Tongue;
use crate::exchange::sample::{SampleSize, fill};
use crate::store::Progress;

#[test]
fn lists_of_parts_come_back_in_either_language() {
    let mut office = office();
    let size = SampleSize { volunteers: 60, placements: 20, missions: 40, ..SampleSize::default() };
    let today = office.today();
    fill(&mut office, &size, today, &Progress::default()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    for &kind in ListKind::ALL.iter().filter(|kind| kind.is_of_parts()) {
        for (ending, tongue) in [("xlsx", Tongue::English), ("csv", Tongue::French)] {
            let path = folder.path().join(format!("{kind}.{ending}"));
            let written = list(&office, kind, tongue).unwrap();
            write_list(&written, &path).unwrap();
            let same = session(&office, kind, Workbook::open(&path).unwrap());
            assert!(same.mapping().columns.iter().all(|column| column.field.is_some()), "{kind} {ending}");
            assert_eq!(same.questions(), [], "{kind} {ending}");
            let back = run(&mut office, &same);
            assert!(back.counts.rows > 0, "{kind}");
            assert_eq!(back.counts.unchanged, back.counts.rows, "{kind} {ending} {:#?}", back.plan.rows.first());
        }
    }
}
