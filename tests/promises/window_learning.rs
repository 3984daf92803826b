//! What is known of an organisation, what a mission came to, and what others learn from it, through the window.

use crate::at_window::AtWindow;
use crate::history::{day, new_office};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sojourn::domain::Id;
use sojourn::domain::mission::{Mission, ReportKind, Stage, Transfer};
use sojourn::domain::organisation::{DueDiligence, Finding, OfferSide, Organisation, OrganisationKind};
use sojourn::domain::placement::{Objective, Placement};
use sojourn::domain::reference::Country;
use sojourn::domain::reporting::ReportSchedule;
use sojourn::domain::span::Span;
use sojourn::domain::volunteer::Volunteer;
use sojourn::store::{OfficeFile, Op};
use tempfile::TempDir;

fn reopened(folder: &TempDir) -> OfficeFile {
    OfficeFile::open(&folder.path().join("nairobi.sojourn")).unwrap()
}

fn at_window(folder: &TempDir) -> AtWindow {
    AtWindow::open(folder.path(), Some(&folder.path().join("nairobi.sojourn")))
}

/// Somebody in service at a hospital, who is to bring its nurses from level 1 to 3; and the mission.
fn served(office: &mut OfficeFile) -> Id {
    let hospital = Organisation { name: "Kitui Hospital".into(), ..Organisation::default() };
    let post = Placement {
        title: "Nurse trainer".into(),
        organisation: Some(hospital.id),
        country: Country::parse_code("KE"),
        duty_station: "Kitui".into(),
        ..Placement::default()
    };
    let triage = Objective {
        id: Id::random(),
        of: post.id,
        competence: "Triage".into(),
        counterpart: "Ward nurses".into(),
        before: Some(1),
        aim: Some(3),
    };
    let ana = Volunteer { full_name: "Ana Silva".into(), birth_date: Some(day("1985-05-14")), ..Volunteer::default() };
    let (person, place) = (ana.id, post.id);
    office
        .edit(Op::Auto, |edit| {
            edit.add_volunteer(ana)?;
            edit.add(hospital)?;
            edit.add(post)?;
            edit.add(triage)
        })
        .unwrap();
    let days = Span { first: day("2026-06-01"), last: day("2026-11-22") };
    let mission = office.place(person, place, days, "").unwrap().value.mission;
    office.edit(Op::Auto, |edit| edit.change(mission, |mission: &mut Mission| mission.stage = Stage::Serving)).unwrap();
    mission
}

/// Opens the record of a list whose line has this in its name.
fn open_row(at: &mut AtWindow, name: &str) {
    let lines: Vec<_> = at.shown.query_all_by_label_contains(", row ").collect();
    let is_it = |line: &egui_kittest::Node<'_>| line.accesskit_node().label().is_some_and(|label| label.contains(name));
    lines.into_iter().find(is_it).unwrap_or_else(|| panic!("no line has {name:?}")).click();
    at.shown.run();
}

/// Types into a field of several lines and leaves it.
fn write(at: &mut AtWindow, name: &str, text: &str) {
    at.shown.get_by_role_and_label(Role::MultilineTextInput, name).focus();
    at.shown.run();
    at.shown.get_by_role_and_label(Role::MultilineTextInput, name).type_text(text);
    at.shown.run();
    at.keys(Modifiers::NONE, Key::Tab);
}

#[test]
fn the_end_of_a_mission_becomes_a_practice() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let mission = served(&mut office);
    drop(office);
    let mut at = at_window(&folder);
    at.go("Missions");
    open_row(&mut at, "Ana Silva, Nurse trainer, Kenya");

    // Once it is completed, its final report lies open.
    at.press_role(Role::Tab, "Stage");
    at.press("Move on to completed");
    assert!(at.sees("Make a practice of it"), "{:#?}", at.texts());
    write(&mut at, "What worked", "Drills each Monday: the ward sister led them");
    write(&mut at, "What did not", "No power at night");
    at.fill("Sessions held", "14");
    at.press("Final report has been received");

    // Who was trained, and what the counterparts can do now.
    at.press("Add people trained");
    at.fill("Topic", "Triage");
    at.choose("Sex", "female");
    at.choose("Age", "25 to 59");
    at.fill("People", "12");
    at.shown.get_by_label("Triage, female, 25 to 59, 23 Nov 2026, 12 people");
    at.shown.get_by_label("12 people: female 12");
    at.choose("Level reached: Triage", "2 works with guidance");
    at.shown.get_by_label("as of 23 Nov 2026");
    at.choose("Level reached: Triage", "3 works alone");

    // One button makes a practice of it, one undo takes it back.
    at.press("Final report, due 8 Nov 2026, received 23 Nov 2026");
    at.press("Make a practice of it");
    assert!(at.sees("G-0001, innovation"), "{:#?}", at.texts());
    assert_eq!(at.value("Title"), "Nurse trainer");
    at.press_role(Role::Tab, "Origin 2");
    assert!(at.sees("Ana Silva (M-0001)") && at.sees("Kitui Hospital"));
    at.go("Missions");
    assert!(at.sees("Open the practice") && !at.sees("Make a practice of it"));
    at.keys(Modifiers::COMMAND, Key::Z);
    assert!(at.sees("Make a practice of it"));
    at.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    at.press("Open the practice");
    assert!(at.sees("G-0001, innovation"));
    drop(at);

    let office = reopened(&folder);
    let detail = office.mission(mission).unwrap();
    let report = detail.reports.iter().find(|report| report.kind == ReportKind::Final).unwrap();
    assert_eq!((report.sessions, report.received_on), (Some(14), Some(day("2026-11-23"))));
    assert_eq!((detail.trained.len(), detail.trained[0].people), (1, 12));
    assert_eq!((detail.transfers.len(), detail.transfers[0].level), (1, Some(3)), "one look a day");
    let practice = office.practice(office.practice_of(mission).unwrap().unwrap()).unwrap().practice;
    assert_eq!(practice.constraints, "No power at night");
    assert_eq!(practice.steps, report.worked);
}

#[test]
fn an_organisation_has_offers_projects_visits_and_a_check() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    served(&mut office);
    drop(office);
    let mut at = at_window(&folder);
    at.go("Organisations");
    open_row(&mut at, "Kitui Hospital");
    at.press_role(Role::Tab, "Profile");
    assert!(at.sees("not checked yet"));
    at.fill("Register number", "KE-NGC-218");
    at.choose("Due diligence", "with conditions");
    at.fill("Due diligence on", "2023-11-01");
    assert!(at.sees("checked more than 3 years ago"));

    at.press_role(Role::Tab, "Network");
    at.press("Add a need");
    at.fill("What", "Neonatal care");
    at.shown.get_by_label("Neonatal care, needs");
    at.press("Add an offer");
    at.choose("Kind", "places to stay");
    at.shown.get_by_label("places to stay, offers");
    at.press("Add a project");
    at.fill("Title", "Safe births");
    at.shown.get_by_role_and_label(Role::Tab, "Network 3");

    at.press_role(Role::Tab, "With us 1");
    at.press("Add a visit");
    at.fill("Who went", "Wanjiru");
    at.choose("Housing", "good");
    at.choose("Safety", "to improve");
    at.fill("Again by", "2027-02-01");
    at.shown.get_by_label("Visit of 23 Nov 2026, Wanjiru, again by 1 Feb 2027, to improve");
    at.keys(Modifiers::COMMAND, Key::Z);
    at.shown.get_by_label("Visit of 23 Nov 2026, Wanjiru, to improve");

    // The history says codes in words.
    at.press_role(Role::Tab, "History");
    assert!(at.sees("to improve") && at.sees("with conditions"), "{:#?}", at.texts());
    // Each number opens the list behind it.
    at.press_role(Role::Tab, "With us 2");
    at.press("In service now, 1");
    assert!(at.sees("Ana Silva, Nurse trainer, Kenya"));
    drop(at);

    let office = reopened(&folder);
    let hospital = office.all::<Organisation>().unwrap().into_iter().find(|one| one.name == "Kitui Hospital").unwrap();
    assert_eq!(hospital.due_diligence, Some(DueDiligence::Conditions));
    let detail = office.organisation(hospital.id).unwrap();
    let sides: Vec<OfferSide> = detail.offers.iter().map(|offer| offer.side).collect();
    assert_eq!((sides, detail.projects.len()), (vec![OfferSide::Needs, OfferSide::Offers], 1));
    assert_eq!(detail.visits[0].worst(), Some(Finding::ToImprove));
}

#[test]
fn an_organisation_tells_which_skills_arrived_there() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let mission = served(&mut office);
    let post = office.mission(mission).unwrap().mission.placement;
    let triage = office.parts::<Objective>(post).unwrap().remove(0).id;
    let objective = |competence: &str, before| Objective {
        id: Id::random(),
        of: post,
        competence: competence.into(),
        counterpart: String::new(),
        before,
        aim: Some(3),
    };
    let (records, stores) = (objective("Ward records", Some(2)), objective("Stores", Some(1)));
    let look = |objective, level, on| Transfer {
        id: Id::random(),
        of: mission,
        objective,
        level,
        on: day(on),
        note: String::new(),
    };
    // The last look that says a level tells; of what nobody has looked at, nothing is told.
    let looks = [
        look(triage, Some(3), "2026-10-01"),
        look(triage, Some(2), "2026-08-01"),
        look(triage, None, "2026-11-01"),
        look(records.id, Some(2), "2026-09-01"),
    ];
    office
        .edit(Op::Auto, |edit| {
            edit.add(records)?;
            edit.add(stores)?;
            looks.into_iter().try_for_each(|look| edit.add(look).map(drop))
        })
        .unwrap();
    drop(office);
    let mut at = at_window(&folder);
    at.go("Organisations");
    open_row(&mut at, "Kitui Hospital");
    at.press_role(Role::Tab, "With us 1");
    at.shown.get_by_label(
        "Ward records, 2 works with guidance, same level as before, level 3 agreed, Ana Silva, M-0001, as of 1 Sep 2026",
    );
    assert!(!at.sees("Stores") && !at.sees("Triage, 2 works with guidance"), "{:#?}", at.texts());
    at.press("Triage, 3 works alone, Ward nurses, level 1 to 3, as agreed, Ana Silva, M-0001, as of 1 Oct 2026");
    assert!(at.sees("M-0001, Nurse trainer"), "{:#?}", at.texts());
}

#[test]
fn members_of_a_diaspora_association_who_volunteer_are_counted_and_listed() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let association = Organisation {
        name: "Dagbani speakers".into(),
        kind: OrganisationKind::DiasporaAssociation,
        ..Organisation::default()
    };
    let member = |name: &str| Volunteer {
        full_name: name.into(),
        diaspora_organisation: Some(association.id),
        ..Volunteer::default()
    };
    let members = ["Ama Alhassan", "Issah Fuseini"].map(member);
    let other = Volunteer { full_name: "Ana Silva".into(), ..Volunteer::default() };
    office
        .edit(Op::Auto, |edit| {
            edit.add(association)?;
            members.into_iter().chain([other]).try_for_each(|person| edit.add_volunteer(person).map(drop))
        })
        .unwrap();
    drop(office);
    let mut at = at_window(&folder);
    at.go("Organisations");
    open_row(&mut at, "Dagbani speakers");
    at.press_role(Role::Tab, "Profile");
    assert!(at.sees("Countries of heritage") && !at.sees("not checked yet"));
    at.press("2 who volunteer");
    assert!(at.sees("Ama Alhassan") && !at.sees("Ana Silva"), "{:#?}", at.texts());
}

#[test]
fn the_schedule_of_reports_is_set_and_set_back() {
    let folder = TempDir::new().unwrap();
    drop(new_office(&folder));
    let mut at = at_window(&folder);
    let schedule = |at: &mut AtWindow| {
        let shared = at.shown.state_mut().as_mut().unwrap().shared();
        shared.desk.office().unwrap().office.reporting.clone()
    };
    at.go("Settings");
    at.shown.get_by_label("Mid-term report, on the middle, from 26 weeks");
    at.press("Add report");
    at.fill("Again every", "6");
    at.fill("Programme", "Youth");
    at.shown.get_by_label("Periodic report, 3 months after the first day, again every 6 months, Youth");
    let set = schedule(&mut at);
    assert_eq!((set.0.len(), set.0[5].every_months, set.0[5].programme.as_str()), (6, Some(6), "Youth"));
    at.press("Remove Partner's report");
    assert_eq!(schedule(&mut at).0.len(), 5);
    at.press("Reports as at first");
    assert_eq!(schedule(&mut at), ReportSchedule::default());
    at.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(schedule(&mut at).0.len(), 5);
}
