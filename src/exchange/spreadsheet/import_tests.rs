//! Whole imports: the real files where they are at hand, and small ones made here.
#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;

use super::reading_tests::real;
use super::write::List;
use super::*;
use crate::domain::ListKind;
use crate::domain::office::Role;
use crate::domain::placement::{Placement, PlacementStatus, Requirement};
use crate::domain::reference::Tongue;
use crate::domain::volunteer::{Sex, Standing, StandingStep, Volunteer};
use crate::store::{NewOffice, OfficeFile, Progress, StoreError};

pub(super) fn office() -> OfficeFile {
    let new = NewOffice { name: "Test".into(), country: None, role: Role::Country };
    let mut office = OfficeFile::in_memory(&new.record().unwrap()).unwrap();
    office.set_today("2026-06-15".parse().unwrap());
    office
}

pub(super) fn session(office: &OfficeFile, kind: ListKind, workbook: Workbook) -> Session {
    let limits = office.office().unwrap().limits;
    let mut session = Session::open(workbook, kind, None, &limits, office.today()).unwrap();
    session.recall(office).unwrap();
    session
}

fn of_text(office: &OfficeFile, kind: ListKind, text: &str) -> Session {
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
    let mut book = session(&office, ListKind::Placement, Workbook::open(&path).unwrap());
    assert_eq!(book.questions(), []);
    let country = book.heads().iter().position(|head| head.starts_with("Country")).unwrap();
    let unknown: Vec<(String, usize)> =
        book.column(country).misfits.into_iter().map(|misfit| (misfit.text, misfit.count)).collect();
    assert_eq!(unknown, [("Eastern Caribbean".to_owned(), 2), ("Micronesia & Palau".to_owned(), 1)]);
    // Not matched, they are rejected with the reason.
    let plan = book.plan(&Holdings::load(&office, ListKind::Placement).unwrap(), &Progress::default()).unwrap();
    assert_eq!(plan.counts(), counts(486, 483, 0, 0, 3));
    assert!(plan.rejected().all(|(_, reason)| reason.to_string().contains("may be one of several")));

    book.set_match(country, "Eastern Caribbean", Some("LC"));
    book.set_match(country, "Micronesia & Palau", Some("FM"));
    let first = run(&mut office, &book);
    assert_eq!(first.counts, counts(486, 486, 0, 0, 0));
    for left in &first.plan.left_out {
        println!("{left}");
    }
    println!("{:?}", first.plan.columns_not_imported);

    // Another day: the mapping is remembered with its matches.
    let again = session(&office, ListKind::Placement, Workbook::open(&path).unwrap());
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
    let people = session(&office, ListKind::Volunteer, Workbook::open(&path).unwrap());
    assert_eq!(people.questions(), []);
    let first = run(&mut office, &people);
    assert_eq!(first.counts, counts(1184, 1184, 0, 0, 0));
    assert_eq!(first.plan.left_out, []);
    let again = session(&office, ListKind::Volunteer, Workbook::open(&path).unwrap());
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
        ("volunteers_german_headers.csv", ListKind::Volunteer, counts(100, 100, 0, 0, 0)),
        ("volunteers_turkey_three_date_styles.csv", ListKind::Volunteer, counts(3, 3, 0, 0, 0)),
        ("people_devanagari_bom.csv", ListKind::Volunteer, counts(1200, 1200, 0, 0, 0)),
        ("organisations.csv", ListKind::Organisation, counts(164, 164, 0, 0, 0)),
        ("upload_fixtures/users_csv_all_good.csv", ListKind::Volunteer, counts(4, 4, 0, 0, 0)),
        ("upload_fixtures/users_csv_1_good_pcv.csv", ListKind::Volunteer, counts(1, 1, 0, 0, 0)),
        ("upload_fixtures/users_csv_some_bad.csv", ListKind::Volunteer, counts(7, 5, 0, 0, 2)),
        ("upload_fixtures/users_csv_all_bad.csv", ListKind::Volunteer, counts(10, 10, 0, 0, 0)),
        ("upload_fixtures/malformed.csv", ListKind::Volunteer, counts(4, 4, 0, 0, 0)),
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

#[test]
fn what_does_not_fit_is_kept_in_words_and_counted() {
    let mut office = office();
    let people = of_text(
        &office,
        ListKind::Volunteer,
        "Name,Gender,DOB,Country,Languages,Occupation\n\
         Ann Lee,F,31.02.2000,Atlantis,French B2; Klingonese; English fluent-ish,Rocket whisperer\n\
         Bo Diaz,M,30.07.81,Kenya,,Nurse\n",
    );
    let first = run(&mut office, &people);
    assert_eq!(first.counts, counts(2, 2, 0, 0, 0));
    let all: Vec<Volunteer> = office.all().unwrap();
    assert_eq!(all[0].occupation_title, "Rocket whisperer");
    for line in ["DOB: 31.02.2000", "Country: Atlantis", "Languages: Klingonese", "Languages: English fluent-ish"] {
        assert!(all[0].notes.contains(line), "{line} in {}", all[0].notes);
    }
    assert_eq!(first.plan.left_out.len(), 5);
    assert_eq!(all[1].birth_date, Some("1981-07-30".parse().unwrap()));
    assert_eq!(all[1].occupation.unwrap().code(), "2221");
    assert_eq!(all[1].notes, "");
    let again = run(&mut office, &people);
    assert_eq!(again.counts, counts(2, 0, 0, 2, 0));
}

#[test]
fn an_update_changes_what_the_file_says_and_nothing_else() {
    let mut office = office();
    let first = of_text(
        &office,
        ListKind::Volunteer,
        "Name,E-mail,Phone,Skills\nAnn Lee,a@b.org,1,\"nursing (level 3, 5 years); midwifery\"\nBo Diaz,c@d.org,2,\n",
    );
    run(&mut office, &first);
    let ann: Vec<Volunteer> = office.all().unwrap();
    office
        .change::<Volunteer>(ann[0].id, |ann| {
            ann.standing = Standing::Resting;
            ann.notes = "called".into();
        })
        .unwrap();
    let second = of_text(
        &office,
        ListKind::Volunteer,
        "Name,E-mail,Phone,Skills\nANN LEE,A@B.org,+254 9,nursing (level 4); surgery\nBo Diaz,c@d.org,,\n",
    );
    let imported = run(&mut office, &second);
    assert_eq!(imported.counts, counts(2, 0, 1, 1, 0), "an empty cell changes nothing");
    let Outcome::Updated { changes, .. } = &imported.plan.rows[0].outcome else { panic!("updated") };
    let changed: Vec<(&str, String, String)> = changes
        .iter()
        .map(|change| {
            let text =
                |value| super::fields::field(ListKind::Volunteer, change.field).unwrap().text(value, Tongue::English);
            (change.field, text(&change.old), text(&change.new))
        })
        .collect();
    let changed: Vec<_> = changed.iter().map(|(key, old, new)| (*key, old.as_str(), new.as_str())).collect();
    assert_eq!(
        changed,
        [
            ("full_name", "Ann Lee", "ANN LEE"),
            ("email", "a@b.org", "A@B.org"),
            ("phone", "1", "+254 9"),
            ("skills", "nursing (level 3, 5 years); midwifery", "nursing (level 4); surgery"),
        ]
    );
    let ann = office.volunteer(ann[0].id).unwrap();
    assert_eq!((ann.volunteer.standing, ann.volunteer.notes.as_str()), (Standing::Resting, "called"));
    assert_eq!(ann.skills.len(), 2);
    office.undo().unwrap();
    let ann = office.volunteer(ann.volunteer.id).unwrap();
    assert_eq!(ann.volunteer.phone, "1");
    assert!(ann.skills.iter().any(|skill| skill.name == "midwifery"));
}

#[test]
fn day_or_month_first_is_asked_once_and_remembered() {
    let mut office = office();
    let text = "Name,DOB\nAnn Lee,03/04/1980\nBo Diaz,05/06/1981\n";
    let mut people = of_text(&office, ListKind::Volunteer, text);
    let questions = people.questions();
    assert!(
        matches!(&questions[..], [Question::DayOrMonth { column: 1, example, .. }] if example == "03/04/1980"),
        "{questions:?}"
    );
    people.set_date_order(1, Some(dates::DayOrder::MonthFirst));
    assert_eq!(people.questions(), []);
    run(&mut office, &people);
    assert_eq!(office.all::<Volunteer>().unwrap()[0].birth_date, Some("1980-03-04".parse().unwrap()));
    assert_eq!(of_text(&office, ListKind::Volunteer, text).questions(), [], "remembered");
    let sure = of_text(&office, ListKind::Volunteer, "Name,Birthday\nAnn Lee,03/04/1980\nBo Diaz,25/06/1981\n");
    assert_eq!(sure.questions(), []);
}

#[test]
fn rejected_rows_come_in_after_correction() {
    let mut office = office();
    let posts = of_text(
        &office,
        ListKind::Placement,
        "Title;Country;Partner;Start date;Duration (weeks);Reference code\n\
         Nurse;Kenya;Clinic;2027-05-03;26;=1+1\n\
         Teacher;Ruritania;School;2027-05-03;26;x\n\
         Driver;Nepal;;2027-05-03;300;y\n\
         ;Nepal;;2027-05-03;20;z\n",
    );
    let first = run(&mut office, &posts);
    assert_eq!(first.counts, counts(4, 1, 0, 0, 3));
    let reasons: Vec<(usize, String)> = first.plan.rejected().map(|(row, why)| (row.number, why.to_string())).collect();
    assert_eq!(reasons[0], (3, "Country: Ruritania is not a known country".to_owned()));
    assert!(reasons[1].1.contains("300"), "{reasons:?}");
    assert_eq!(reasons[2], (5, "there is no title".to_owned()));
    assert_eq!(first.plan.new_organisations.len(), 1, "the partner of a rejected row is not made");

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rejected.csv");
    assert_eq!(write_rejected(&first.plan, &path).unwrap(), 3);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.lines().next().unwrap().ends_with(mapping::REASON_HEAD));
    let corrected = text.replace("Ruritania", "Romania").replace("300", "30").replace("\r\n,Nepal", "\r\nCook,Nepal");
    std::fs::write(&path, corrected).unwrap();
    let second = session(&office, ListKind::Placement, Workbook::open(&path).unwrap());
    assert_eq!(second.mapping().columns.last().unwrap().field, None);
    assert_eq!(run(&mut office, &second).counts, counts(3, 3, 0, 0, 0));
    let posts: Vec<Placement> = office.all().unwrap();
    assert_eq!(posts.len(), 4);
    assert_eq!(posts.iter().filter(|one| one.organisation.is_some()).count(), 2);
}

#[test]
fn references_of_another_office_are_kept_where_they_are_free() {
    let mut office = office();
    let own = of_text(&office, ListKind::Volunteer, "Name,E-mail\nAnn Lee,a@b.org\n");
    run(&mut office, &own);
    let theirs = of_text(
        &office,
        ListKind::Volunteer,
        "Reference,Name,E-mail\nV-0001,Bo Diaz,c@d.org\nV-0007,Cy Okafor,e@f.org\n,Di Roux,g@h.org\n",
    );
    assert_eq!(run(&mut office, &theirs).counts, counts(3, 3, 0, 0, 0), "V-0001 is somebody else here");
    let names: Vec<(String, String)> =
        office.all::<Volunteer>().unwrap().into_iter().map(|one| (one.reference, one.full_name)).collect();
    let references: std::collections::HashSet<&String> = names.iter().map(|(reference, _)| reference).collect();
    assert_eq!(references.len(), 4, "{names:?}");
    assert!(names.contains(&("V-0007".to_owned(), "Cy Okafor".to_owned())));
    assert_eq!(run(&mut office, &theirs).counts, counts(3, 0, 0, 3, 0));
}

#[test]
fn a_second_column_for_one_field_is_left_over() {
    let mut office = office();
    let mut people =
        of_text(&office, ListKind::Volunteer, "Name,E-mail,Other mail\nAnn Lee,a@b.org,b@c.org\nBo Diaz,,c@d.org\n");
    let mut mapping = people.mapping().clone();
    mapping.columns[2].field = Some("email".to_owned());
    people.use_mapping(&mapping).unwrap();
    let done = run(&mut office, &people);
    assert_eq!(done.plan.left_out.len(), 1);
    let all: Vec<Volunteer> = office.all().unwrap();
    assert_eq!((all[0].email.as_str(), all[0].notes.as_str()), ("a@b.org", "Other mail: b@c.org"));
    assert_eq!(all[1].email, "c@d.org");
    people.map_column(2, Some("email"));
    assert_eq!(people.mapping().columns[1].field, None, "in the window the later choice wins");
}

#[test]
fn a_corrected_header_is_remembered() {
    let mut office = office();
    let text = "Name,Country\nKenya team,\nFull name,E-mail\nAnn Lee,a@b.org\n";
    let mut people = of_text(&office, ListKind::Volunteer, text);
    assert_eq!(people.header().row, Some(0));
    people.choose_header(Some(2));
    run(&mut office, &people);
    let again = of_text(&office, ListKind::Volunteer, text);
    assert_eq!((again.header().row, again.row_count()), (Some(2), 1));
    assert_eq!(run(&mut office, &again).counts, counts(1, 0, 0, 1, 0));
}

#[test]
fn a_file_without_names_of_columns_is_mapped_by_hand() {
    let Some(path) = real("upload_fixtures/missing1stLine.csv") else { return };
    let mut office = office();
    let mut people = session(&office, ListKind::Volunteer, Workbook::open(&path).unwrap());
    assert_eq!(people.heads()[..2], ["Column A", "Column B"]);
    assert!(matches!(people.questions()[..], [Question::NoColumn { field: "full_name", .. }]));
    for (column, key) in [(0, "email"), (2, "residence_place"), (3, "phone"), (4, "given_name"), (5, "family_name")] {
        people.map_column(column, Some(key));
    }
    people.set_constant("residence", Some("Etats-Unis"));
    assert_eq!(people.questions(), []);
    assert_eq!(people.fields_coming_in().iter().map(|field| field.key).next(), Some("full_name"));
    let done = run(&mut office, &people);
    assert_eq!(done.counts, counts(4, 4, 0, 0, 0));
    assert_eq!(done.plan.columns_not_imported, ["Column B", "Column G", "Column H"]);
    let all: Vec<Volunteer> = office.all().unwrap();
    assert_eq!(all[3].full_name, "Johnny West");
    assert!(all.iter().all(|one| one.residence.is_some_and(|country| country.code() == "US")));
    let again = session(&office, ListKind::Volunteer, Workbook::open(&path).unwrap());
    assert_eq!(run(&mut office, &again).counts, counts(4, 0, 0, 4, 0));
    people.set_constant("residence", Some("Atlantis"));
    assert!(matches!(&people.questions()[..], [Question::Constant { field: "residence", .. }]));
}

#[test]
fn a_list_of_countries_is_no_list_of_organisations_until_it_has_names() {
    let Some(path) = real("upload_fixtures/country.csv") else { return };
    let mut office = office();
    let mut list = session(&office, ListKind::Organisation, Workbook::open(&path).unwrap());
    assert_eq!((list.header().row, list.heads().len(), list.row_count()), (None, 1, 66));
    list.map_column(0, Some("country"));
    assert_eq!(list.column(0).misfits.iter().map(|one| one.text.as_str()).collect::<Vec<_>>(), ["East Caribbean"]);
    assert_eq!(run(&mut office, &list).counts, counts(66, 0, 0, 0, 66));
}

#[test]
fn a_form_with_bands_and_hints_comes_in() {
    let Some(path) = real("three_heading_rows.xlsx") else { return };
    let mut office = office();
    let units = session(&office, ListKind::Organisation, Workbook::open(&path).unwrap());
    let done = run(&mut office, &units);
    assert_eq!(done.counts, counts(3, 3, 0, 0, 0));
    let all: Vec<crate::domain::organisation::Organisation> = office.all().unwrap();
    assert_eq!(all[2].name, "Filial Alagoas");
    assert_eq!(all[2].position.map(|at| at.latitude), Some(-9.64777778));
    assert_eq!(run(&mut office, &units).counts, counts(3, 0, 0, 3, 0));
}

#[test]
fn partners_are_made_or_left_out_as_the_person_wants() {
    let text = "Title,Country,Partner\nNurse,KE,Clinic\nCook,KE,CLINIC\nCook,NP,School\n";
    let mut with = office();
    let posts = of_text(&with, ListKind::Placement, text);
    assert_eq!(run(&mut with, &posts).plan.new_organisations.len(), 2);
    let again = run(&mut with, &posts);
    assert_eq!((again.counts, again.plan.new_organisations.len()), (counts(3, 0, 0, 3, 0), 0));
    let mut without = office();
    let mut posts = of_text(&without, ListKind::Placement, text);
    posts.set_make_organisations(false);
    let done = run(&mut without, &posts);
    assert_eq!(done.counts, counts(3, 3, 0, 0, 0));
    assert_eq!(done.plan.left_out.iter().map(|left| left.count).sum::<usize>(), 3);
    let posts: Vec<Placement> = without.all().unwrap();
    assert!(posts.iter().all(|one| one.organisation.is_none()) && posts[0].notes.contains("Clinic"));
}

#[test]
fn an_import_into_a_file_is_one_edit_after_a_backup_and_survives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Kenya.sojourn");
    let mut office =
        OfficeFile::create(&path, &NewOffice { name: "Kenya".into(), country: None, role: Role::Country }).unwrap();
    let people = of_text(&office, ListKind::Volunteer, "Name,E-mail\nAnn Lee,a@b.org\n");
    run(&mut office, &people);
    assert_eq!(office.backups().unwrap().iter().filter(|backup| backup.reason == "before-import").count(), 1);
    run(&mut office, &people);
    assert_eq!(office.backups().unwrap().len(), 1, "nothing to do, nothing to keep");
    drop(office);
    let mut office = OfficeFile::open(&path).unwrap();
    assert_eq!(office.all::<Volunteer>().unwrap().len(), 1);
    office.undo().unwrap();
    assert_eq!(office.all::<Volunteer>().unwrap().len(), 0);
}

#[test]
fn a_session_may_work_on_another_thread() {
    fn sendable<T: Send + Clone + 'static>() {}
    sendable::<Session>();
}

#[test]
fn cancelling_leaves_nothing() {
    let mut office = office();
    let mut text = String::from("Name,E-mail\n");
    for person in 0..500 {
        text.push_str(&format!("Person {person},p{person}@example.org\n"));
    }
    let people = of_text(&office, ListKind::Volunteer, &text);
    let progress = Progress::default();
    progress.cancel();
    let cancelled = import(&mut office, &people, &progress).map(|done| done.counts);
    assert!(matches!(cancelled, Err(StoreError::Cancelled)), "{cancelled:?} {:?}", people.header());
    assert_eq!(office.all::<Volunteer>().unwrap(), []);
    assert_eq!(office.remembered(&mapping::shape_name(ListKind::Volunteer, people.heads())).unwrap(), None);
}

#[test]
fn a_rule_about_missions_rejects_a_row_not_the_import() {
    use crate::domain::mission::{Mission, Stage};
    use crate::domain::span::Span;
    let mut office = office();
    let people = of_text(
        &office,
        ListKind::Volunteer,
        "Name,E-mail,DOB\nAnn Lee,a@b.org,1990-01-01\nBo Diaz,c@d.org,1990-01-01\n",
    );
    run(&mut office, &people);
    let posts = of_text(&office, ListKind::Placement, "Title,Country\nNurse,KE\n");
    run(&mut office, &posts);
    let (people, posts): (Vec<Volunteer>, Vec<Placement>) = (office.all().unwrap(), office.all().unwrap());
    let days = Span::of_weeks("2027-01-04".parse().unwrap(), 10).unwrap();
    let mission = Mission { stage: Stage::Accepted, ..Mission::proposed(people[0].id, posts[0].id, days) };
    office.edit(crate::store::Op::Auto, |edit| edit.add(mission)).unwrap();
    let younger = of_text(
        &office,
        ListKind::Volunteer,
        "Name,E-mail,DOB\nAnn Lee,a@b.org,2015-01-01\nBo Diaz,c@d.org,1991-01-01\n",
    );
    let imported = run(&mut office, &younger);
    assert_eq!(imported.counts, counts(2, 0, 1, 0, 1));
    let reason = imported.plan.rejected().next().unwrap().1.to_string();
    assert!(reason.contains("12 years old") || reason.contains("11 years old"), "{reason}");
}

/// Everything that lists hold of all kinds, written, read into an empty office and into the same.
#[test]
fn lists_come_back_as_they_were() {
    let mut office = office();
    let organisations = of_text(
        &office,
        ListKind::Organisation,
        "Name,Acronym,Type,Country,Town,Lat,Lon,Sectors,Agreement from,Contact,Contact email,Notes\n\
         \"Clinic \"\"Hope\"\", Goma\",CH,NGO,CD,Goma,-1.67,29.22,Basic health care; 110,2026-01-01,Dr Ann,ann@hope.cd,\"=cmd\nsecond line\"\n\
         École Bon Berger,,University,Haïti,,,,Education,,,,'n note\n",
    );
    run(&mut office, &organisations);
    let people = of_text(
        &office,
        ListKind::Volunteer,
        "Full name,Given name,Family name,Name in own script,Sex,Date of birth,Nationalities,Passport of,Country of residence,Town or address,Diaspora association,Categories,E-mail,Telephone,Occupation,Occupation in own words,Years in occupation,Education,Languages,Skills,Available from,Available until,Least weeks,Most weeks,Preferred countries,Preferred regions,Preferred sectors,Countries ruled out,Accompanied,Dependants,Standing,Notes\n\
         Zoé Nguyễn,Zoé,Nguyễn,阮,F,1980-02-29,France; Viet Nam,FR,FR,\"12, rue X\",Viet Pro,diaspora; international,z@x.org,+33 1,2221,\"infirmière, cadre\",12,master,French native; Vietnamese B1; Thai,\"care, newborn (level 4, 9 years); @home\",2027-01-01,2027-12-31,8,26,Laos; Cambodia,South-eastern Asia,120; 12230,Chad,yes,2,applied,-first\n\
         Haile,,,ኃይሌ,M,1970-01-01,ET,,ET,,,national,,,Health professionals,,,,Amharic native,\"maternal, child health\",,,,,,,,,no,,ready,\n",
    );
    assert_eq!(people.columns().iter().flat_map(|column| column.misfits.clone()).collect::<Vec<_>>(), []);
    run(&mut office, &people);
    let posts = of_text(
        &office,
        ListKind::Placement,
        "Title,Partner,Country,Duty station,Occupation,Sector,Places,Free places,Categories,Start from,Start until,Least weeks,Most weeks,Accompanied,Priority,Languages required,Languages wanted,Skills required,Qualifications required,Years of experience required,Other conditions wanted,Objectives,Conditions,Status\n\
         Nurse trainer,École Bon Berger,HT,Jacmel,2221,12230,5,2,international; diaspora,2027-01-01,2027-03-31,12,52,yes,urgent,French B2,Haitian Creole A2; English,training (level 3),\"nursing degree; licence, any country\",3,driving licence,\"Train\n\nnurses\",Hot,approved\n\
         Nurse trainer,École Bon Berger,HT,Jacmel,2221,12230,5,2,international; diaspora,2027-01-01,2027-03-31,12,52,yes,urgent,French B2,Haitian Creole A2; English,training (level 3),\"nursing degree; licence, any country\",3,driving licence,\"Train\n\nnurses\",Hot,approved\n",
    );
    assert_eq!(posts.columns().iter().flat_map(|column| column.misfits.clone()).collect::<Vec<_>>(), []);
    run(&mut office, &posts);

    let folder = tempfile::tempdir().unwrap();
    for (ending, tongue) in
        [("xlsx", Tongue::English), ("csv", Tongue::English), ("xlsx", Tongue::French), ("csv", Tongue::French)]
    {
        let mut empty = self::office();
        for kind in [ListKind::Organisation, ListKind::Volunteer, ListKind::Placement] {
            let path = folder.path().join(format!("{kind}.{ending}"));
            let written = list(&office, kind, tongue).unwrap();
            write_list(&written, &path).unwrap();
            let same = session(&office, kind, Workbook::open(&path).unwrap());
            assert!(same.mapping().columns.iter().all(|column| column.field.is_some()));
            let rows = written.rows.len();
            let back = run(&mut office, &same);
            assert_eq!(back.counts, counts(rows, 0, 0, rows, 0), "{kind} {ending} {:?}", back.plan.rows);
            let other = session(&empty, kind, Workbook::open(&path).unwrap());
            let back = run(&mut empty, &other);
            assert_eq!((back.counts.rejected, back.plan.left_out), (0, Vec::new()), "{kind} {ending}");
            assert_eq!(list(&empty, kind, tongue).unwrap(), written, "{kind} {ending}");
        }
        assert_eq!(empty.all::<Volunteer>().unwrap().len(), 2);
    }
    write_list(&list(&office, ListKind::Mission, Tongue::French).unwrap(), &folder.path().join("missions.xlsx"))
        .unwrap();
    assert!(write_list(&List::default(), &folder.path().join("missions.pdf")).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Whatever stands in the cells: the counts add up, no row is lost, and the same file again changes nothing.
    #[test]
    fn counts_always_add_up(rows in proptest::collection::vec(
        ("(Ann|Bo|ann|)", "(Lee||Diaz)", "(F|M|Ms.|3|)", "(1980-01-01|03/04/1980|25/12/1980|May 1980|31.02.1980|2999-01-01|)",
         "(KE|Kenya|Atlantis|Congo|)", "(a@b.org|x|)", "(French B2|Spanish 1|Romance Language|None|)", "[a-z\"\n,;]{0,6}"), 0..12)) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["First name", "Last name", "Sex", "DOB", "Country", "E-mail", "Languages", "Notes"]).unwrap();
        for (a, b, c, d, e, f, g, h) in &rows {
            writer.write_record([a, b, c, d, e, f, g, h]).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let mut office = office();
        let people = session(&office, ListKind::Volunteer, Workbook::from_bytes("p.csv", bytes).unwrap());
        let filled = rows.iter().filter(|(a, b, c, d, e, f, g, h)| [a, b, c, d, e, f, g, h].iter().any(|cell| !cell.trim().is_empty())).count();
        let first = run(&mut office, &people);
        prop_assert_eq!(first.counts.rows, filled);
        prop_assert_eq!(first.counts.updated + first.counts.unchanged, 0);
        prop_assert_eq!(office.all::<Volunteer>().unwrap().len(), first.counts.new);
        let again = run(&mut office, &people);
        prop_assert_eq!(again.counts.unchanged, first.counts.new);
        prop_assert_eq!(again.counts.rejected, first.counts.rejected);
    }
}

proptest! {
    /// No file makes the program fall over.
    #[test]
    fn any_bytes_are_read_or_refused(text in "([a-zA-Z@é0-9/.-]{0,8}[,;\t\"\r\n']?){0,40}", cut in 0usize..200) {
        let mut bytes = text.into_bytes();
        bytes.truncate(cut);
        let limits = crate::domain::rules::Limits::default();
        let today = "2026-06-15".parse().unwrap();
        for &kind in fields::IMPORTABLE {
            let Ok(workbook) = Workbook::from_bytes("x.csv", bytes.clone()) else { continue };
            let Ok(session) = Session::open(workbook, kind, None, &limits, today) else { continue };
            let plan = session.plan(&Holdings::none(kind, limits, today), &Progress::default()).unwrap();
            let Counts { rows, new, updated, unchanged, rejected } = plan.counts();
            prop_assert_eq!(rows, session.row_count());
            prop_assert_eq!(rows, new + updated + unchanged + rejected);
            session.columns();
        }
    }
}
