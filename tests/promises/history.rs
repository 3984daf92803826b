//! Edits, undo and redo, the audit view, across restarts.

use chrono::NaiveDate;
use sojourn::domain::mission::{Mission, Stage};
use sojourn::domain::office::Role;
use sojourn::domain::placement::Placement;
use sojourn::domain::reference::{Country, Language};
use sojourn::domain::rules::Broken;
use sojourn::domain::span::Span;
use sojourn::domain::volunteer::{LanguageSkill, Level, Volunteer};
use sojourn::domain::{Id, Kind, ListKind};
use sojourn::store::lists::{Query, VolunteerFilter, VolunteerRow, VolunteerSort};
use sojourn::store::{NewOffice, OfficeFile, Op, StoreError};
use tempfile::TempDir;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn new_office(folder: &TempDir) -> OfficeFile {
    let new = NewOffice { name: "Nairobi office".into(), country: Country::parse_code("KE"), role: Role::Country };
    let mut office = OfficeFile::create(&folder.path().join("nairobi.sojourn"), &new).unwrap();
    office.set_today(day("2026-11-23"));
    office
}

fn ana(office: &mut OfficeFile) -> Id {
    let ana = Volunteer { full_name: "Ana Silva".into(), birth_date: Some(day("1985-05-14")), ..Volunteer::default() };
    office.edit(Op::Auto, |edit| edit.add_volunteer(ana)).unwrap().value
}

fn nurse(office: &mut OfficeFile) -> Id {
    let post = Placement {
        title: "Neonatal nurse trainer".into(),
        country: Country::parse_code("KE"),
        ..Placement::default()
    };
    office.edit(Op::Auto, |edit| edit.add(post)).unwrap().value
}

#[test]
fn undo_and_redo_survive_a_restart_and_say_what_they_do() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("nairobi.sojourn");
    let mut office = new_office(&folder);
    let ana = ana(&mut office);
    let french = LanguageSkill {
        id: Id::random(),
        of: ana,
        language: Language::parse_code("fr").unwrap(),
        level: Some(Level::B1),
    };
    let french = office.edit(Op::Auto, |edit| edit.add(french)).unwrap().value;
    office.change(french, |language: &mut LanguageSkill| language.level = Some(Level::B2)).unwrap();
    let said = office.undoable().unwrap().unwrap().to_string();
    assert_eq!(said, "volunteer language:fr of Ana Silva (V-0001) from B1 to B2");
    drop(office);

    let mut office = OfficeFile::open(&path).unwrap();
    assert_eq!(office.undo().unwrap().0.to_string(), said);
    assert_eq!(office.get::<LanguageSkill>(french).unwrap().level, Some(Level::B1));
    drop(office);

    let mut office = OfficeFile::open(&path).unwrap();
    assert_eq!(office.redoable().unwrap().unwrap().to_string(), said);
    office.redo().unwrap();
    assert_eq!(office.get::<LanguageSkill>(french).unwrap().level, Some(Level::B2));
    for _ in 0..3 {
        office.undo().unwrap();
    }
    assert!(matches!(office.undo(), Err(StoreError::NothingToUndo)), "making the office cannot be undone");
    assert!(office.find::<Volunteer>(ana).unwrap().is_none());
    for _ in 0..3 {
        office.redo().unwrap();
    }
    assert_eq!(office.volunteer(ana).unwrap().languages[0].level, Some(Level::B2));
    assert!(office.check().unwrap().problems.is_empty());
}

#[test]
fn something_new_after_an_undo_ends_what_could_be_redone() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let ana = ana(&mut office);
    office.change(ana, |volunteer: &mut Volunteer| volunteer.email = "ana@example.org".into()).unwrap();
    office.undo().unwrap();
    office.change(ana, |volunteer: &mut Volunteer| volunteer.phone = "+254 1".into()).unwrap();
    assert!(matches!(office.redo(), Err(StoreError::NothingToRedo)));
    office.undo().unwrap();
    office.undo().unwrap();
    assert!(office.find::<Volunteer>(ana).unwrap().is_none());
}

#[test]
fn an_edit_that_changes_nothing_leaves_no_trace() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let ana = ana(&mut office);
    let before = office.history(10, None).unwrap();
    let done = office.change(ana, |volunteer: &mut Volunteer| volunteer.full_name = "Ana Silva".into()).unwrap();
    assert!(done.changes.records.is_empty());
    assert_eq!(office.history(10, None).unwrap(), before);
}

#[test]
fn rules_hold_at_the_door_and_leave_nothing_behind() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let (ana, nurse) = (ana(&mut office), nurse(&mut office));
    let days = |first: &str, weeks| Span::of_weeks(day(first), weeks).unwrap();
    let mission = office.place(ana, nurse, days("2027-01-11", 26), "").unwrap().value.mission;
    assert!(matches!(
        office.place(ana, nurse, days("2027-01-11", 105), ""),
        Err(StoreError::Broken(Broken::TooLong { weeks: 105, most: 104 }))
    ));
    for stage in [Stage::WithPartner, Stage::Offered, Stage::Accepted] {
        office.step(mission, stage, day("2026-11-23"), sojourn::domain::mission::Party::Partner, "").unwrap();
    }
    let refused = office.place(ana, nurse, days("2027-06-01", 10), "");
    assert!(
        matches!(refused, Err(StoreError::Broken(Broken::DoubleBooked { free: Some(free), .. })) if free.first == day("2027-07-12"))
    );
    office.place(ana, nurse, days("2027-06-01", 10), "hands over in the same ward").unwrap();
    let young = office.change(ana, |volunteer: &mut Volunteer| volunteer.birth_date = Some(day("2010-01-01")));
    assert!(matches!(young, Err(StoreError::Broken(Broken::TooYoung { age: 17, .. }))), "{young:?}");
    assert_eq!(office.get::<Volunteer>(ana).unwrap().birth_date, Some(day("1985-05-14")));
    assert_eq!(office.volunteer(ana).unwrap().missions.len(), 2);
}

#[test]
fn the_audit_view_tells_what_happened_to_a_record_and_its_parts() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let (ana, nurse) = (ana(&mut office), nurse(&mut office));
    office.change(ana, |volunteer: &mut Volunteer| volunteer.birth_date = Some(day("1985-05-15"))).unwrap();
    office.place(ana, nurse, Span::of_weeks(day("2027-01-11"), 26).unwrap(), "").unwrap();
    let history = office.history_of(Kind::Volunteer, ana).unwrap();
    let newest = &history[0];
    assert_eq!(
        (newest.field.as_str(), newest.from.as_str(), newest.to.as_str()),
        ("birth_date", "1985-05-14", "1985-05-15")
    );
    assert!(history.iter().any(|cell| cell.field == "full_name" && cell.from.is_empty() && cell.to == "Ana Silva"));
    assert!(history.iter().any(|cell| cell.field == "standing_step" && cell.to.contains("applied")));
}

#[test]
fn a_large_edit_is_one_edit_undone_at_once_and_each_row_keeps_its_history() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let ids: Vec<Id> = office
        .edit(Op::Imported { kind: ListKind::Volunteer, file: "people.csv".into(), added: 4_321, updated: 0 }, |edit| {
            (0..4_321)
                .map(|number| edit.add(Volunteer { full_name: format!("Person {number}"), ..Volunteer::default() }))
                .collect()
        })
        .unwrap()
        .value;
    assert_eq!(office.counts().unwrap()[0], 4_321);
    let history = office.history_of(Kind::Volunteer, ids[4_000]).unwrap();
    assert!(history.iter().any(|cell| cell.field == "full_name" && cell.to == "Person 4000"));
    office.change(ids[7], |volunteer: &mut Volunteer| volunteer.full_name = "Person seven".into()).unwrap();
    assert!(office.check().unwrap().problems.is_empty());
    office.undo().unwrap();
    office.undo().unwrap();
    assert_eq!(office.counts().unwrap()[0], 0);
    office.redo().unwrap();
    assert_eq!(office.counts().unwrap()[0], 4_321);
    assert_eq!(office.get::<Volunteer>(ids[7]).unwrap().reference, "V-0008");
}

#[test]
fn lists_follow_every_edit() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let (ana, nurse) = (ana(&mut office), nurse(&mut office));
    let elli =
        Volunteer { full_name: "Elli Heikkilä".into(), own_script_name: "Ἔλλη".into(), ..Volunteer::default() };
    office.edit(Op::Auto, |edit| edit.add_volunteer(elli)).unwrap();
    let mut query = Query::<VolunteerRow> {
        search: String::new(),
        filter: VolunteerFilter::default(),
        sort: VolunteerSort::Name,
        descending: true,
    };
    let names = |office: &mut OfficeFile, query: &Query<VolunteerRow>| -> Vec<String> {
        office.list(query).unwrap().iter().map(|row| row.name.to_string()).collect()
    };
    assert_eq!(names(&mut office, &query), ["Elli Heikkilä", "Ana Silva"]);
    query.search = "heikkila".into();
    assert_eq!(names(&mut office, &query), ["Elli Heikkilä"]);
    query.search = "ilv an".into();
    assert_eq!(names(&mut office, &query), ["Ana Silva"]);
    office.change(ana, |volunteer: &mut Volunteer| volunteer.full_name = "Ana Souza".into()).unwrap();
    assert!(names(&mut office, &query).is_empty());
    query.search.clear();
    let mission: Mission = {
        let placed = office.place(ana, nurse, Span::of_weeks(day("2027-01-11"), 26).unwrap(), "").unwrap();
        office.get(placed.value.mission).unwrap()
    };
    let listing = office.list(&query).unwrap();
    let row = listing.iter().find(|row| row.id == mission.volunteer).unwrap();
    assert_eq!(row.state.code(), "proposed");
    office.undo().unwrap();
    let listing = office.list(&query).unwrap();
    assert_eq!(listing.iter().find(|row| row.id == ana).unwrap().state.code(), "applied");
}
