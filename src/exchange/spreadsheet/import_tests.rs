//! Whole imports: the real files where they are at hand, and small ones made here.
#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;

use super::reading_tests::real;
use super::*;
use crate::domain::Kind;
use crate::domain::office::Role;
use crate::domain::placement::{Placement, PlacementStatus, Requirement};
use crate::domain::volunteer::{Sex, Standing, StandingStep, Volunteer};
use crate::store::{NewOffice, OfficeFile, Progress, StoreError};

pub(super) fn office() -> OfficeFile {
    let new = NewOffice { name: "Test".into(), country: None, role: Role::Country };
    let mut office = OfficeFile::in_memory(&new.record().unwrap()).unwrap();
    office.set_today("2026-06-15".parse().unwrap());
    office
}

pub(super) fn session(office: &OfficeFile, kind: Kind, workbook: Workbook) -> Session {
    let limits = office.office().unwrap().limits;
    let mut session = Session::open(workbook, kind, None, &limits, office.today()).unwrap();
    session.recall(office).unwrap();
    session
}

fn of_text(office: &OfficeFile, kind: Kind, text: &str) -> Session {
    session(office, kind, Workbook::from_bytes("list.csv", text.as_bytes().to_vec()).unwrap())
}

pub(super) fn run(office: &mut OfficeFile, session: &Session) -> Imported {
    let imported = import(office, session, &Progress::default()).unwrap();
    let Counts { rows, new, updated, unchanged, rejected } = imported.counts;
    assert_eq!(rows, session.row_count());
    assert_eq!(rows, new + updated + unchanged + rejected);
    imported
}

fn counts(rows: usize, new: usize, updated: usize, unchanged: usize, rejected: usize) -> Counts {
    Counts { rows, new, updated, unchanged, rejected }
}

fn fields_of(session: &Session) -> Vec<(String, Option<String>)> {
    session.mapping().columns.iter().map(|column| (column.head.clone(), column.field.clone())).collect()
}

#[test]
fn the_placement_book_comes_in_twice_without_a_change() {
    let Some(path) = real("placement_book_2014.xlsx") else { return };
    let mut office = office();
    let mut book = session(&office, Kind::Placement, Workbook::open(&path).unwrap());
    assert_eq!(book.questions(), []);
    let country = book.heads().iter().position(|head| head.starts_with("Country")).unwrap();
    let unknown: Vec<(String, usize)> =
        book.column(country).misfits.into_iter().map(|misfit| (misfit.text, misfit.count)).collect();
    assert_eq!(unknown, [("Eastern Caribbean".to_owned(), 2), ("Micronesia & Palau".to_owned(), 1)]);
    // Not matched, they are rejected with the reason.
    let plan = book.plan(&Holdings::load(&office, Kind::Placement).unwrap(), &Progress::default()).unwrap();
    assert_eq!(plan.counts(), counts(486, 483, 0, 0, 3));
    assert!(plan.rejected().all(|(_, reason)| reason.contains("may be one of several")));

    book.set_match(country, "Eastern Caribbean", Some("LC"));
    book.set_match(country, "Micronesia & Palau", Some("FM"));
    let first = run(&mut office, &book);
    assert_eq!(first.counts, counts(486, 486, 0, 0, 0));
    for left in &first.plan.left_out {
        println!("{left}");
    }
    println!("{:?}", first.plan.columns_not_imported);

    // Another day: the mapping is remembered with its matches.
    let again = session(&office, Kind::Placement, Workbook::open(&path).unwrap());
    assert_eq!(run(&mut office, &again).counts, counts(486, 0, 0, 486, 0));
    let placements: Vec<Placement> = office.all().unwrap();
    assert_eq!(placements.len(), 486);
    assert!(
        placements
            .iter()
            .all(|one| one.start_from.is_some() && one.country.is_some() && one.status == PlacementStatus::Open)
    );
    let places: u32 = placements.iter().map(|one| u32::from(one.places)).sum();
    let free: u32 = placements.iter().map(|one| u32::from(one.free_places(0))).sum();
    assert_eq!(places, free, "in this file all places remain");
    assert!(!placements.iter().any(|one| one.objectives.contains("_x000D_") || one.conditions.contains("<br>")));
    let languages: Vec<Requirement> = office.all().unwrap();
    assert_eq!(languages.len(), 99 + 22 + 21, "Spanish 1, Spanish 2, French 1");
    // One undo takes all of it back.
    office.undo().unwrap();
    assert_eq!(office.all::<Placement>().unwrap(), []);
}

#[test]
fn the_volunteers_come_in_twice_without_a_change() {
    let Some(path) = real("volunteers_timor_leste.csv") else { return };
    let mut office = office();
    let people = session(&office, Kind::Volunteer, Workbook::open(&path).unwrap());
    assert_eq!(people.questions(), []);
    let first = run(&mut office, &people);
    assert_eq!(first.counts, counts(1184, 1184, 0, 0, 0));
    assert_eq!(first.plan.left_out, []);
    let again = session(&office, Kind::Volunteer, Workbook::open(&path).unwrap());
    assert_eq!(run(&mut office, &again).counts, counts(1184, 0, 0, 1184, 0));
    let all: Vec<Volunteer> = office.all().unwrap();
    assert_eq!(all.iter().filter(|one| one.email == "joaquim.marques@hotmail.com").count(), 2);
    assert_eq!(all.iter().filter(|one| one.sex == Some(Sex::Female)).count(), 317);
    assert!(all.iter().all(|one| one.residence.is_some_and(|country| country.code() == "TL")));
    assert!(all.iter().all(|one| one.full_name == format!("{} {}", one.given_name, one.family_name)));
    assert!(all.iter().all(|one| one.phone.starts_with("+(670)")));
    assert_eq!(office.all::<StandingStep>().unwrap().len(), 1184);
}

#[test]
fn other_real_lists_come_in_and_add_up() {
    for (name, kind, expected) in [
        ("volunteers_german_headers.csv", Kind::Volunteer, counts(100, 100, 0, 0, 0)),
        ("volunteers_turkey_three_date_styles.csv", Kind::Volunteer, counts(3, 3, 0, 0, 0)),
        ("people_devanagari_bom.csv", Kind::Volunteer, counts(1200, 1200, 0, 0, 0)),
        ("organisations.csv", Kind::Organisation, counts(164, 164, 0, 0, 0)),
        ("upload_fixtures/users_csv_all_good.csv", Kind::Volunteer, counts(4, 4, 0, 0, 0)),
        ("upload_fixtures/users_csv_1_good_pcv.csv", Kind::Volunteer, counts(1, 1, 0, 0, 0)),
        ("upload_fixtures/users_csv_some_bad.csv", Kind::Volunteer, counts(7, 5, 0, 0, 2)),
        ("upload_fixtures/users_csv_all_bad.csv", Kind::Volunteer, counts(10, 10, 0, 0, 0)),
        ("upload_fixtures/malformed.csv", Kind::Volunteer, counts(4, 4, 0, 0, 0)),
    ] {
        let Some(path) = real(name) else { return };
        let mut office = office();
        let list = session(&office, kind, Workbook::open(&path).unwrap());
        println!("{name} {:?} {:?}", fields_of(&list), list.questions());
        let first = run(&mut office, &list);
        for left in first.plan.left_out.iter().take(5) {
            println!("   {left}");
        }
        for (row, reason) in first.plan.rejected() {
            println!("   {} {reason}", row.number);
        }
        assert_eq!(first.counts, expected, "{name}");
        let again = session(&office, kind, Workbook::open(&path).unwrap());
        let Counts { new, updated, .. } = run(&mut office, &again).counts;
        assert_eq!((new, updated), (0, 0), "{name} again");
    }
}
