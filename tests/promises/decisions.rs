//! What is decided before anybody is proposed, many proposals at once, and the answers to them.

use crate::history::{day, new_office};
use sojourn::domain::decision::DecisionKind;
use sojourn::domain::matching::MatchingSettings;
use sojourn::domain::mission::{Party, Stage};
use sojourn::domain::organisation::{Organisation, OrganisationKind};
use sojourn::domain::placement::{Placement, PlacementStatus};
use sojourn::domain::reference::Country;
use sojourn::domain::rules::Broken;
use sojourn::domain::span::Span;
use sojourn::domain::volunteer::{Category, Volunteer};
use sojourn::domain::{Id, Kind};
use sojourn::exchange::candidates::candidates;
use sojourn::exchange::plan::{news, question};
use sojourn::matching::eligibility::{Rule, Verdict};
use sojourn::matching::plan::Planner;
use sojourn::store::{OfficeFile, Op, Progress, Proposal, StoreError};
use std::collections::BTreeSet;
use tempfile::TempDir;

fn people(office: &mut OfficeFile, names: &[&str]) -> Vec<Id> {
    let one = |name: &&str| Volunteer {
        full_name: (*name).into(),
        birth_date: Some(day("1985-05-14")),
        ..Volunteer::default()
    };
    office
        .edit(Op::Auto, |edit| names.iter().map(|name| edit.add_volunteer(one(name))).collect::<Result<Vec<_>, _>>())
        .unwrap()
        .value
}

fn post(office: &mut OfficeFile, title: &str, places: u16, status: PlacementStatus) -> Id {
    let post = Placement { title: title.into(), places, status, ..Placement::default() };
    office.edit(Op::Auto, |edit| edit.add(post)).unwrap().value
}

fn proposal(volunteer: Id, placement: Id, weeks: u16) -> Proposal {
    let days = Span::of_weeks(day("2027-01-11"), weeks).unwrap();
    Proposal { volunteer, placement, days, reason: String::new(), reserved_until: Some(day("2026-12-07")) }
}

#[test]
fn a_pair_has_one_decision_and_each_says_what_it_is() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let ana = people(&mut office, &["Ana Silva"])[0];
    let nurse = post(&mut office, "Nurse trainer", 1, PlacementStatus::Open);
    let decided = |office: &OfficeFile| {
        let decisions = office.placement(nurse).unwrap().decisions;
        decisions.into_iter().map(|decision| (decision.kind, decision.until, decision.reason)).collect::<Vec<_>>()
    };
    office.decide(nurse, ana, DecisionKind::Pinned, None, "").unwrap();
    assert_eq!(office.undoable().unwrap().unwrap().to_string(), "Ana Silva, Nurse trainer: pinned");
    let until = Some(day("2026-12-07"));
    office.decide(nurse, ana, DecisionKind::Held, until, " asked on the phone ").unwrap();
    assert_eq!(office.undoable().unwrap().unwrap().to_string(), "Ana Silva, Nurse trainer: held until 2026-12-07");
    assert_eq!(decided(&office), [(DecisionKind::Held, until, "asked on the phone".into())]);
    office.undecide(nurse, ana).unwrap();
    assert_eq!(office.undoable().unwrap().unwrap().to_string(), "Ana Silva, Nurse trainer: taken back (held)");
    assert_eq!(decided(&office), []);
    let before = office.history(20, None).unwrap().len();
    office.undecide(nurse, ana).unwrap();
    assert_eq!(office.history(20, None).unwrap().len(), before, "nothing was decided, nothing is done");
    office.undo().unwrap();
    office.undo().unwrap();
    assert_eq!(decided(&office), [(DecisionKind::Pinned, None, String::new())]);
    assert!(matches!(
        office.decide(nurse, Id::random(), DecisionKind::NotHere, None, ""),
        Err(StoreError::NoRecord { .. })
    ));
}

#[test]
fn proposals_are_accepted_all_at_once_or_not_at_all() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let people = people(&mut office, &["Ana Silva", "Elli Heikkilä", "Grace Wanjiru"]);
    let nurse = post(&mut office, "Nurse trainer", 2, PlacementStatus::Open);
    let mut wanted: Vec<Proposal> = people.iter().take(2).map(|person| proposal(*person, nurse, 26)).collect();

    wanted[1].days = Span::of_weeks(day("2027-01-11"), 5).unwrap();
    let refused = office.accept(&wanted).unwrap_err();
    let StoreError::BrokenFor { name, broken } = &refused else { panic!("{refused:?}") };
    assert!(matches!(broken, Broken::TooShort { .. }) && name.starts_with("Elli Heikkilä"), "{refused}");
    assert_eq!(office.counts().unwrap()[3], 0, "nobody was proposed");

    wanted[1] = proposal(people[1], nurse, 26);
    wanted.push(proposal(people[2], nurse, 26));
    let refused = office.accept(&wanted).unwrap_err().to_string();
    assert_eq!(refused, "Grace Wanjiru (V-0003): no place is free, all 2 are taken");
    wanted.pop();

    let done = office.accept(&wanted).unwrap();
    assert_eq!((done.value.len(), office.history(1, None).unwrap()[0].op.clone()), (2, Op::Accepted { count: 2 }));
    for placed in done.value {
        let detail = office.mission(placed.mission).unwrap();
        assert_eq!(detail.mission.reserved_until, Some(day("2026-12-07")));
        assert_eq!((detail.steps.len(), detail.steps[0].stage), (1, Stage::Proposed));
        assert!(!detail.milestones.is_empty());
    }
    office.undo().unwrap();
    assert_eq!(office.counts().unwrap()[3], 0);
}

#[test]
fn answers_move_a_proposal_on_or_end_it_and_end_what_it_holds() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let people = people(&mut office, &["Ana Silva", "Elli Heikkilä"]);
    let nurse = post(&mut office, "Nurse trainer", 2, PlacementStatus::Open);
    let wanted: Vec<Proposal> = people.iter().map(|person| proposal(*person, nurse, 26)).collect();
    let missions: Vec<Id> = office.accept(&wanted).unwrap().value.into_iter().map(|placed| placed.mission).collect();
    let today = day("2026-11-23");
    let now = |office: &OfficeFile, at: usize| {
        let mission = office.mission(missions[at]).unwrap().mission;
        (mission.stage, mission.reserved_until.is_some())
    };
    office.answer(missions[0], Party::Partner, true, today, "").unwrap();
    assert_eq!(now(&office, 0), (Stage::Offered, true), "the volunteer has still to say yes");
    office.answer(missions[0], Party::Volunteer, true, today, "").unwrap();
    assert_eq!(now(&office, 0), (Stage::Accepted, false));
    office.answer(missions[1], Party::Partner, false, today, "wants a midwife").unwrap();
    assert_eq!(now(&office, 1), (Stage::Declined, false));
    let refusals = office.refusals().unwrap();
    let [refusal] = refusals.as_slice() else { panic!("{refusals:?}") };
    assert_eq!((refusal.volunteer, refusal.placement, refusal.by), (people[1], nurse, Party::Partner));
    assert_eq!((refusal.on, refusal.reason.as_str()), (today, "wants a midwife"));
    office.undo().unwrap();
    assert_eq!(now(&office, 1), (Stage::Proposed, true));
    assert!(office.refusals().unwrap().is_empty());
}

#[test]
fn settings_of_matching_are_one_edit_and_kept() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let mut settings = MatchingSettings::default();
    settings.weights.language = 40;
    settings.rules.plan_unknowns = false;
    office.set_matching(settings.clone()).unwrap();
    assert_eq!(office.history(1, None).unwrap()[0].op, Op::SetMatching);
    let path = office.path().to_owned();
    drop(office);
    let mut office = OfficeFile::open(&path).unwrap();
    assert_eq!(office.office().unwrap().matching, settings);
    office.undo().unwrap();
    assert_eq!(office.office().unwrap().matching, MatchingSettings::default());
}

#[test]
fn open_placements_are_those_that_seek_people_and_have_a_free_place() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let ana = people(&mut office, &["Ana Silva"])[0];
    let open = post(&mut office, "Open", 1, PlacementStatus::Open);
    let approved = post(&mut office, "Approved", 2, PlacementStatus::Approved);
    post(&mut office, "Draft", 2, PlacementStatus::Draft);
    let full = post(&mut office, "Full", 1, PlacementStatus::Open);
    office.accept(&[proposal(ana, full, 26)]).unwrap();
    office.decide(approved, ana, DecisionKind::NotHere, None, "too far").unwrap();
    let found = office.open_placements().unwrap();
    assert_eq!(found, [office.placement(open).unwrap(), office.placement(approved).unwrap()]);
}

#[test]
fn who_is_in_an_association_of_the_countrys_diaspora_may_serve_as_diaspora() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let ghana = Country::parse_code("GH").unwrap();
    let association = Organisation {
        name: "Dagomba union".into(),
        kind: OrganisationKind::DiasporaAssociation,
        heritage: vec![ghana],
        ..Organisation::default()
    };
    let association = office.edit(Op::Auto, |edit| edit.add(association)).unwrap().value;
    let ward = Placement {
        title: "Ward mentor".into(),
        country: Some(ghana),
        categories: vec![Category::Diaspora],
        status: PlacementStatus::Open,
        ..Placement::default()
    };
    let ward = office.edit(Op::Auto, |edit| edit.add(ward)).unwrap().value;
    let ana = Volunteer {
        full_name: "Ana Silva".into(),
        categories: vec![Category::Diaspora],
        heritage: vec![Country::parse_code("TG").unwrap()],
        diaspora_organisation: Some(association),
        ..Volunteer::default()
    };
    let ana = office.edit(Op::Auto, |edit| edit.add_volunteer(ana)).unwrap().value;
    let mut planner = Planner::new(question(&mut office, &Progress::default()).unwrap(), &|_, _| true).unwrap();
    let category = |planner: &Planner| {
        let findings = planner.beside(ana, ward).unwrap().findings;
        findings.into_iter().find(|finding| finding.rule == Rule::Category).map(|finding| finding.verdict)
    };
    assert_eq!(category(&planner), Some(Verdict::Pass));
    let counted = candidates(&mut office, ward).unwrap();
    assert_eq!(counted.funnel.iter().find(|step| step.rule == Rule::Category).map(|step| step.left), Some(1));
    // The union turns to another country: the plan has to be asked for anew.
    office.change(association, |union: &mut Organisation| union.heritage.clear()).unwrap();
    let changed = BTreeSet::from([(Kind::Organisation, association)]);
    assert!(!news(&office, &changed).unwrap().unwrap().tell(&mut planner));
    let planner = Planner::new(question(&mut office, &Progress::default()).unwrap(), &|_, _| true).unwrap();
    assert_eq!(category(&planner), Some(Verdict::Fail));
}
