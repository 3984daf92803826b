//! People who are in the file twice: found, merged with all that hangs on them, told apart for ever, undone.

use crate::history::{day, new_office};
use sojourn::domain::decision::DecisionKind;
use sojourn::domain::likeness::Likeness;
use sojourn::domain::mission::{Mission, Stage};
use sojourn::domain::placement::{Placement, PlacementStatus};
use sojourn::domain::reference::Language;
use sojourn::domain::span::Span;
use sojourn::domain::volunteer::{
    Absence, Clearance, ClearanceKind, ClearanceState, LanguageSkill, Level, NotSame, Skill, StandingStep, Volunteer,
};
use sojourn::domain::{Id, Kind};
use sojourn::store::{OfficeFile, Op, Record, StoreError};
use tempfile::TempDir;

fn person(office: &mut OfficeFile, name: &str, email: &str) -> Id {
    let volunteer = Volunteer {
        full_name: name.into(),
        email: email.into(),
        birth_date: Some(day("1985-05-14")),
        ..Volunteer::default()
    };
    office.edit(Op::Auto, |edit| edit.add_volunteer(volunteer)).unwrap().value
}

fn add<T: Record>(office: &mut OfficeFile, record: T) -> Id {
    office.edit(Op::Auto, |edit| edit.add(record)).unwrap().value
}

fn post(office: &mut OfficeFile, title: &str) -> Id {
    add(office, Placement { title: title.into(), places: 2, status: PlacementStatus::Open, ..Placement::default() })
}

fn mission(office: &mut OfficeFile, volunteer: Id, placement: Id, first: &str, stage: Stage) -> Id {
    let days = Span::of_weeks(day(first), 26).unwrap();
    add(office, Mission { stage, ..Mission::proposed(volunteer, placement, days) })
}

fn language(of: Id, code: &str, level: Level) -> LanguageSkill {
    LanguageSkill { id: Id::random(), of, language: Language::parse_code(code).unwrap(), level: Some(level) }
}

fn skill(of: Id, name: &str, level: u8, years: Option<u8>) -> Skill {
    Skill { id: Id::random(), of, name: name.into(), level: Some(level), years }
}

fn passport(of: Id, number: &str) -> Clearance {
    Clearance {
        id: Id::random(),
        of,
        kind: ClearanceKind::Passport,
        state: ClearanceState::Held,
        country: None,
        number: number.into(),
        issued: None,
        expires: Some(day("2031-01-31")),
        note: String::new(),
    }
}

/// All that is in the file of people and what hangs on them, as text.
fn everything(office: &OfficeFile) -> String {
    let people = office.all::<Volunteer>().unwrap();
    let details: Vec<String> =
        people.iter().map(|person| format!("{:#?}", office.volunteer(person.id).unwrap())).collect();
    let said = office.all::<NotSame>().unwrap();
    let decided = office.all::<sojourn::domain::decision::Decision>().unwrap();
    format!("{details:?}{said:#?}{decided:#?}")
}

#[test]
fn one_person_entered_twice_is_found_with_the_reasons_until_told_apart() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let ana = person(&mut office, "Ana Müller", "ana@example.org");
    let twin = person(&mut office, "MULLER, Ana", "ANA@example.org");
    person(&mut office, "Elli Heikkilä", "elli@example.org");
    let pairs = office.likely_duplicates().unwrap();
    let [pair] = pairs.as_slice() else { panic!("{pairs:?}") };
    assert_eq!((pair.first, pair.second, pair.second_name.as_str()), (ana, twin, "MULLER, Ana (V-0002)"));
    assert_eq!(pair.because, [Likeness::NameInAnotherOrder, Likeness::SameBirthDate, Likeness::SameEmail]);

    office.not_same(twin, ana, " cousins ").unwrap();
    assert_eq!(office.undoable().unwrap().unwrap().to_string(), "V-0002 and V-0001 are two people");
    assert_eq!(office.likely_duplicates().unwrap(), []);
    assert_eq!(office.parts::<NotSame>(twin).unwrap()[0].reason, "cousins");
    let before = office.history(20, None).unwrap().len();
    office.not_same(ana, twin, "").unwrap();
    assert_eq!(office.history(20, None).unwrap().len(), before, "it is said already");
    office.undo().unwrap();
    assert_eq!(office.likely_duplicates().unwrap(), pairs);
    office.merge_people(ana, twin, &[]).unwrap();
    assert_eq!(office.likely_duplicates().unwrap(), []);
}

#[test]
fn all_that_hangs_on_two_records_hangs_on_one_and_undo_gives_both_back() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let keep = person(&mut office, "Ana Silva", "ana@example.org");
    let other = person(&mut office, "Ana Sílva", "silva@example.org");
    let [friend, namesake] = ["Rui Costa", "Ana Souza"].map(|name| person(&mut office, name, ""));
    let [nurse, midwife] = ["Nurse trainer", "Midwife trainer"].map(|title| post(&mut office, title));
    office.change(other, |other: &mut Volunteer| other.phone = "+351 912 345 678".into()).unwrap();
    office.change(friend, |friend: &mut Volunteer| friend.travels_with = Some(other)).unwrap();
    for part in
        [language(keep, "fr", Level::B1), language(other, "fr", Level::C1), language(other, "pt", Level::Native)]
    {
        add(&mut office, part);
    }
    for part in [skill(keep, "Triage", 2, Some(4)), skill(other, "triage", 3, None), skill(other, "Teaching", 1, None)]
    {
        add(&mut office, part);
    }
    for part in [passport(keep, "P1"), passport(other, "P1"), passport(other, "P2")] {
        add(&mut office, part);
    }
    let leave = Absence {
        id: Id::random(),
        of: other,
        mission: None,
        first: day("2028-01-01"),
        last: day("2028-01-31"),
        reason: String::new(),
    };
    add(&mut office, leave);
    let step = StandingStep {
        standing: sojourn::domain::volunteer::Standing::Ready,
        ..office.parts::<StandingStep>(other).unwrap()[0].clone()
    };
    add(&mut office, StandingStep { id: Id::random(), since: day("2026-10-01"), ..step });
    mission(&mut office, keep, nurse, "2027-01-11", Stage::Accepted);
    mission(&mut office, other, midwife, "2028-02-07", Stage::Accepted);
    office.decide(nurse, keep, DecisionKind::Pinned, None, "").unwrap();
    office.decide(nurse, other, DecisionKind::NotHere, None, "").unwrap();
    office.decide(midwife, other, DecisionKind::NotHere, None, "").unwrap();
    office.not_same(namesake, other, "").unwrap();
    office.not_same(other, keep, "").unwrap();
    let before = everything(&office);

    office.merge_people(keep, other, &["email".to_owned()]).unwrap();
    let op = office.undoable().unwrap().unwrap().to_string();
    assert_eq!(op, "merged Ana Sílva (V-0002) into Ana Silva (V-0001)");
    assert!(matches!(office.resolve(Kind::Volunteer, "V-0002"), Err(StoreError::NoRecord { .. })));
    let one = office.volunteer(keep).unwrap();
    assert_eq!((one.volunteer.email.as_str(), one.volunteer.phone.as_str()), ("silva@example.org", "+351 912 345 678"));
    assert_eq!(one.languages.iter().map(|part| part.level).collect::<Vec<_>>(), [Some(Level::Native), Some(Level::C1)]);
    let skills: Vec<_> = one.skills.iter().map(|part| (part.name.as_str(), part.level, part.years)).collect();
    assert_eq!(skills, [("Triage", Some(3), Some(4)), ("Teaching", Some(1), None)]);
    assert_eq!(one.clearances.iter().map(|part| part.number.as_str()).collect::<Vec<_>>(), ["P1", "P2"]);
    assert_eq!((one.absences.len(), one.standings.len(), one.missions.len()), (1, 2, 2));
    let pins: Vec<_> = [nurse, midwife].map(|post| office.placement(post).unwrap().decisions).concat();
    let pins: Vec<_> = pins.iter().map(|decision| (decision.of, decision.volunteer, decision.kind)).collect();
    assert_eq!(pins, [(nurse, keep, DecisionKind::Pinned), (midwife, keep, DecisionKind::NotHere)]);
    assert_eq!(office.get::<Volunteer>(friend).unwrap().travels_with, Some(keep));
    let said: Vec<_> = office.all::<NotSame>().unwrap().iter().map(|said| (said.of, said.volunteer)).collect();
    assert_eq!(said, [(namesake, keep)]);
    assert!(office.check().unwrap().problems.is_empty());

    let after = everything(&office);
    office.undo().unwrap();
    assert_eq!(everything(&office), before);
    office.redo().unwrap();
    assert_eq!(everything(&office), after);
}

#[test]
fn nobody_is_on_two_missions_at_once_after_a_merge() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let [keep, other] = ["Ana Silva", "Ana Sílva"].map(|name| person(&mut office, name, ""));
    let nurse = post(&mut office, "Nurse trainer");
    mission(&mut office, keep, nurse, "2027-01-11", Stage::Accepted);
    mission(&mut office, other, nurse, "2027-03-01", Stage::Accepted);
    let before = everything(&office);
    let refused = office.merge_people(keep, other, &[]).unwrap_err().to_string();
    assert!(refused.starts_with("M-0001: ") && refused.contains("M-0002"), "{refused}");
    assert_eq!(everything(&office), before);
    assert!(matches!(office.merge_people(keep, keep, &[]), Err(StoreError::SamePerson { .. })));
    assert!(matches!(office.not_same(keep, keep, ""), Err(StoreError::SamePerson { .. })));
    let unknown = office.merge_people(keep, other, &["reference".to_owned()]);
    assert!(matches!(unknown, Err(StoreError::NotAValue { .. })));
}
