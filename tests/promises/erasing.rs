//! A person who was erased is gone from what is kept with others, too.

use crate::exchange::{is_anywhere, kenya};
use crate::history::{day, new_office};
use sojourn::domain::Id;
use sojourn::domain::decision::{Decision, DecisionKind};
use sojourn::domain::placement::Placement;
use sojourn::domain::volunteer::{NotSame, Skill, Volunteer};
use sojourn::store::{OfficeFile, Op};
use tempfile::TempDir;

fn add(office: &mut OfficeFile, name: &str) -> Id {
    let person = Volunteer { full_name: name.into(), ..Volunteer::default() };
    office.edit(Op::Auto, |edit| edit.add_volunteer(person)).unwrap().value
}

#[test]
fn what_other_records_say_of_an_erased_person_goes_with_them() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let (ana, ben) = (add(&mut office, "Anastasia Silvestre"), add(&mut office, "Benvolio Costa"));
    let post = Placement { title: "Nurse trainer".into(), ..Placement::default() };
    let post = office.edit(Op::Auto, |edit| edit.add(post)).unwrap().value;
    let on = day("2026-11-20");
    let not_same = |of, volunteer, reason: &str| NotSame { id: Id::random(), of, volunteer, on, reason: reason.into() };
    office
        .edit(Op::Auto, |edit| {
            edit.add(not_same(ben, ana, "Anastasia is the sister of Benvolio"))?;
            edit.add(Decision {
                id: Id::random(),
                of: post,
                kind: DecisionKind::Held,
                volunteer: ana,
                until: None,
                reason: "Anastasia prefers the coast".into(),
                on,
            })
        })
        .unwrap();
    let own = office.edit(Op::Auto, |edit| edit.add(not_same(ben, Id::random(), "Benvolio was asked"))).unwrap().value;
    let skill = Skill { id: Id::random(), of: ana, name: "Anastasia's own method".into(), level: None, years: None };
    office.edit(Op::Auto, |edit| edit.add(skill)).unwrap();
    office.change::<Volunteer>(ana, |ana| ana.medically_unsupported = kenya().into_iter().collect()).unwrap();
    office.checkpoint().unwrap();
    assert!(is_anywhere(office.path(), "Anastasia"), "the bytes are looked through");
    office.erase(ana, "").unwrap();
    office.checkpoint().unwrap();
    assert!(!is_anywhere(office.path(), "Anastasia"));
    assert_eq!(office.get::<Volunteer>(ana).unwrap().medically_unsupported, [], "what the medical office said of her");
    assert_eq!(office.get::<Volunteer>(ben).unwrap().full_name, "Benvolio Costa");
    let kept = office.parts::<NotSame>(ben).unwrap();
    assert_eq!(kept.len(), 2, "that they are two people is still known");
    assert!(kept.iter().any(|decided| decided.volunteer == ana && decided.reason.is_empty()));
    assert!(kept.iter().any(|decided| decided.id == own && decided.reason == "Benvolio was asked"));
}
