//! What happens to missions: steps, extensions, early ends, other placements, and the milestones that go with them.

use crate::history::day;
use chrono::{Duration, NaiveDate};
use proptest::prelude::*;
use sojourn::domain::detail::MissionDetail;
use sojourn::domain::mission::{EarlyEnd, Milestone, Mission, Party, ReportKind, Stage};
use sojourn::domain::office::{Office, Role};
use sojourn::domain::placement::{Placement, PlacementStatus};
use sojourn::domain::reference::Country;
use sojourn::domain::rules::{Broken, check_mission};
use sojourn::domain::span::Span;
use sojourn::domain::volunteer::{Absence, Category, Clearance, ClearanceKind, ClearanceState, Volunteer};
use sojourn::domain::{Id, Kind};
use sojourn::store::attention::Concern;
use sojourn::store::lists::{
    ListRow, MissionFilter, MissionRow, OrganisationFilter, OrganisationRow, PlacementFilter, PlacementRow, Query,
    VolunteerFilter, VolunteerRow,
};
use sojourn::store::whereabouts::Presence;
use sojourn::store::{EarlyEnding, Longer, NewOffice, OfficeFile, Op, StoreError};
use std::collections::BTreeMap;
use tempfile::TempDir;

/// An office with a person who goes from Portugal to one of two placements in Kenya.
struct Field {
    office: OfficeFile,
    ana: Id,
    ward: Id,
    school: Id,
    _folder: TempDir,
}

fn field() -> Field {
    let folder = TempDir::new().unwrap();
    let kenya = Country::parse_code("KE");
    let new = NewOffice { name: "Nairobi".into(), country: kenya, role: Role::Country };
    let mut office = OfficeFile::create(&folder.path().join("nairobi.sojourn"), &new).unwrap();
    office.set_today(day("2026-11-23"));
    let portugal = Country::parse_code("PT");
    let ana = Volunteer {
        full_name: "Ana Silva".into(),
        birth_date: Some(day("1985-05-14")),
        nationalities: portugal.into_iter().collect(),
        residence: portugal,
        categories: vec![Category::International],
        ..Volunteer::default()
    };
    let post = |title: &str| Placement {
        title: title.into(),
        country: kenya,
        duty_station: "Kisumu".into(),
        status: PlacementStatus::Open,
        places: 1,
        ..Placement::default()
    };
    let (ward, school) = (post("Nurse trainer"), post("School adviser"));
    let ids = office.edit(Op::Auto, |edit| Ok([edit.add_volunteer(ana)?, edit.add(ward)?, edit.add(school)?]));
    let [ana, ward, school] = ids.unwrap().value;
    Field { office, ana, ward, school, _folder: folder }
}

impl Field {
    fn placed(&mut self, first: &str, last: &str) -> Id {
        let days = Span { first: day(first), last: day(last) };
        self.office.place(self.ana, self.ward, days, "").unwrap().value.mission
    }

    /// In service since its first day, as if all had gone its way.
    fn serving(&mut self, first: &str, last: &str) -> Id {
        let mission = self.placed(first, last);
        let served =
            self.office.edit(Op::Auto, |edit| edit.change(mission, |one: &mut Mission| one.stage = Stage::Serving));
        served.unwrap();
        mission
    }

    fn due(&self, mission: Id) -> BTreeMap<String, NaiveDate> {
        let milestones: Vec<Milestone> = self.office.parts(mission).unwrap();
        milestones.into_iter().map(|milestone| (milestone.name, milestone.due)).collect()
    }

    fn paper(&mut self, kind: ClearanceKind, expires: Option<&str>) {
        let of = self.ana;
        let paper = Clearance {
            id: Id::random(),
            of,
            kind,
            state: ClearanceState::Held,
            country: None,
            number: String::new(),
            issued: Some(day("2026-10-01")),
            expires: expires.map(day),
            note: String::new(),
        };
        self.office.edit(Op::Auto, |edit| edit.add(paper)).unwrap();
    }

    fn done(&self, mission: Id, name: &str) -> Option<NaiveDate> {
        let milestones: Vec<Milestone> = self.office.parts(mission).unwrap();
        milestones.into_iter().find(|milestone| milestone.name == name).and_then(|milestone| milestone.done_on)
    }

    fn needed(&self, concern: Concern) -> Vec<Id> {
        let needed = self.office.attention().unwrap().needed;
        needed.into_iter().find(|needed| needed.concern == concern).map(|needed| needed.ids).unwrap_or_default()
    }
}

#[test]
fn an_extension_is_kept_with_who_agreed_and_what_is_not_done_moves() {
    let mut field = field();
    let mission = field.serving("2026-06-01", "2027-05-30");
    let before = field.due(mission);
    let tick =
        field.office.parts::<Milestone>(mission).unwrap().into_iter().find(|one| one.name == "Debriefing").unwrap();
    field.office.change(tick.id, |one: &mut Milestone| one.done_on = Some(day("2026-11-20"))).unwrap();

    let longer = Longer { partner_agreed_on: Some(day("2026-11-20")), ..Longer::to(day("2027-08-29")) };
    field.office.extend(mission, longer, " until the ward opens ").unwrap();
    let detail = field.office.mission(mission).unwrap();
    assert_eq!((detail.mission.last, detail.mission.extended_from), (day("2027-08-29"), Some(day("2027-05-30"))));
    let [extension] = detail.extensions.as_slice() else { panic!("{:?}", detail.extensions) };
    assert_eq!(
        (extension.from, extension.to, extension.note.as_str()),
        (day("2027-05-30"), longer.to, "until the ward opens")
    );
    let after = field.due(mission);
    assert_eq!((after["Final report"], before["Final report"]), (day("2027-08-15"), day("2027-05-16")));
    assert_eq!(after["Debriefing"], before["Debriefing"], "it is done");
    assert_eq!(after["Visa or work permit"], before["Visa or work permit"], "the first day is where it was");
    assert_eq!(field.needed(Concern::ExtensionsNotAgreed), [mission], "the volunteer has not said yes");

    // Two years are the most, what is paid for is the most, and a day that is not later is no extension.
    let refused = |field: &mut Field, longer: Longer| match field.office.extend(mission, longer, "") {
        Err(StoreError::Broken(broken)) => broken,
        other => panic!("{other:?}"),
    };
    assert!(matches!(refused(&mut field, Longer::to(day("2028-06-01"))), Broken::TooLong { weeks: 105, most: 104 }));
    let funded = Longer { funded_until: Some(day("2027-09-30")), ..Longer::to(day("2027-10-01")) };
    assert!(matches!(refused(&mut field, funded), Broken::NotFunded { .. }));
    assert!(matches!(refused(&mut field, Longer::to(day("2027-08-29"))), Broken::NotLater { .. }));
    let office = field.office.office().unwrap().id;
    field.office.change(office, |office: &mut Office| office.limits.total_weeks.international = Some(70)).unwrap();
    let broken = refused(&mut field, Longer::to(day("2027-10-10")));
    assert_eq!(broken.to_string(), "0 weeks served and 71 more, at most 70 weeks in all as international volunteer");

    field.office.undo().unwrap();
    field.office.undo().unwrap();
    assert_eq!(field.due(mission), before);
    assert_eq!(field.office.mission(mission).unwrap().extensions, []);
}

#[test]
fn who_is_reassigned_ends_here_and_begins_there_in_one_edit() {
    let mut field = field();
    let mission = field.serving("2026-06-01", "2027-05-30");
    for one in field.office.parts::<Milestone>(mission).unwrap() {
        if one.due < day("2026-06-01") {
            field.office.change(one.id, |one: &mut Milestone| one.done_on = Some(one.due)).unwrap();
        }
    }
    let (school, ward) = (field.school, field.ward);
    let days = Span { first: day("2027-01-11"), last: day("2027-08-29") };
    let same = field.office.reassign(mission, ward, days, Party::Office, "").unwrap_err();
    assert!(matches!(same, StoreError::Broken(Broken::NotReassignable { .. })), "{same}");
    let after = Span { first: day("2027-06-07"), last: day("2027-12-29") };
    let late = field.office.reassign(mission, school, after, Party::Office, "").unwrap_err();
    assert!(matches!(late, StoreError::Broken(Broken::ReassignedOutside { .. })), "{late}");

    let new = field.office.reassign(mission, school, days, Party::Partner, "the ward closes").unwrap().value;
    let (old, next) = (field.office.mission(mission).unwrap(), field.office.mission(new).unwrap());
    assert_eq!((old.mission.stage, old.mission.early_end), (Stage::EndedEarly, Some(EarlyEnd::Reassigned)));
    assert_eq!(old.mission.last, day("2027-01-10"));
    assert_eq!(
        (next.mission.follows, next.mission.stage, next.mission.days()),
        (Some(mission), Stage::Preparing, days)
    );
    let looks_back = |detail: &MissionDetail| {
        detail
            .reports
            .iter()
            .filter(|report| report.kind == ReportKind::FollowUp)
            .map(|report| report.due)
            .collect::<Vec<_>>()
    };
    assert_eq!(looks_back(&old), [], "nobody has returned yet");
    assert_eq!(looks_back(&next), [day("2028-02-29"), day("2029-08-29")]);
    let due = field.due(new);
    assert!(!due.contains_key("Medical examination") && due.contains_key("In-country orientation"), "{due:?}");
    field.office.undo().unwrap();
    assert_eq!(field.office.mission(mission).unwrap().mission.last, day("2027-05-30"));
    assert_eq!(field.office.find::<Mission>(new).unwrap(), None);
}

#[test]
fn reports_move_with_their_mission_and_are_owed_by_those_that_were_agreed() {
    let mut field = field();
    let mission = field.placed("2026-12-07", "2027-12-05");
    let owed = |field: &Field| {
        let found = field.office.attention().unwrap().needed;
        found.iter().filter(|one| one.concern == Concern::ReportsDue).map(|one| one.ids.len()).sum::<usize>()
    };
    let due = |field: &Field, kind| {
        let reports = field.office.mission(mission).unwrap().reports;
        reports.iter().find(|report| report.kind == kind).map(|report| report.due.to_string())
    };
    assert_eq!(due(&field, ReportKind::Final).as_deref(), Some("2027-11-21"));
    field.office.move_mission(mission, Span { first: day("2027-01-04"), last: day("2028-01-02") }).unwrap();
    assert_eq!(due(&field, ReportKind::Final).as_deref(), Some("2027-12-19"));
    assert_eq!(due(&field, ReportKind::MidTerm).as_deref(), Some("2027-07-05"));

    field.office.set_today(day("2028-03-01"));
    let in_all = Span { first: day("2027-01-01"), last: day("2030-12-31") };
    let reports = |field: &Field| {
        let lines = serde_json::to_value(field.office.agenda(in_all, 99).unwrap()).unwrap();
        lines.as_array().unwrap().iter().filter(|line| line["what"] == "report-due").count()
    };
    assert_eq!((owed(&field), reports(&field)), (0, 0), "nobody has said yes");
    field.office.edit(Op::Auto, |edit| edit.change(mission, |one: &mut Mission| one.stage = Stage::Completed)).unwrap();
    assert_eq!((owed(&field), reports(&field)), (1, 5), "mid-term, final, the partner's, and two looks back");
    field.office.edit(Op::Auto, |edit| edit.change(mission, |one: &mut Mission| one.stage = Stage::Declined)).unwrap();
    assert_eq!((owed(&field), reports(&field)), (0, 0), "somebody said no");
}

#[test]
fn a_paper_that_lasts_long_enough_closes_what_waits_for_it() {
    let mut field = field();
    let mission = field.placed("2027-05-03", "2028-04-30");
    field.paper(ClearanceKind::Passport, Some("2028-10-29"));
    assert_eq!(field.done(mission, "Passport check"), None, "half a year after the last day is 30 October");
    field.paper(ClearanceKind::Passport, Some("2028-10-30"));
    assert_eq!(field.done(mission, "Passport check"), Some(day("2026-10-01")));
    let told = field.office.history(1, None).unwrap()[0].op.to_string();
    assert!(told.contains("new") || told.contains("clearance"), "{told}");
    field.office.undo().unwrap();
    assert_eq!(field.done(mission, "Passport check"), None);
    field.paper(ClearanceKind::References, None);
    field.office.undo().unwrap();
    field.paper(ClearanceKind::References, None);
    let days = Span { first: day("2028-05-15"), last: day("2028-12-31") };
    let next = field.office.place(field.ana, field.school, days, "").unwrap().value.mission;
    assert_eq!(field.done(next, "References"), Some(day("2026-10-01")), "they are there already");
}

#[test]
fn everyone_in_service_is_where_they_are_and_so_are_those_on_the_way() {
    let mut field = field();
    let mission = field.serving("2026-06-01", "2027-05-30");
    let ana = field.ana;
    let leave = Absence {
        id: Id::random(),
        of: ana,
        mission: Some(mission),
        first: day("2026-12-20"),
        last: day("2027-01-03"),
        reason: "home leave".into(),
    };
    field
        .office
        .edit(Op::Auto, |edit| {
            edit.change(ana, |ana: &mut Volunteer| {
                (ana.emergency_name, ana.emergency_phone) = ("Rui Silva".into(), "+351 1".into());
            })?;
            edit.add(leave)
        })
        .unwrap();
    let on = |text: &str| field.office.where_on(day(text)).unwrap();
    let there = on("2026-11-23");
    assert_eq!(
        (there.len(), &there[0].presence, there[0].emergency.as_str()),
        (1, &Presence::InService, "Rui Silva, +351 1")
    );
    let leave = Presence::OnLeave { until: day("2027-01-03"), reason: "home leave".into() };
    assert_eq!(on("2026-12-20")[0].presence, leave);
    assert_eq!(on("2026-05-30")[0].presence, Presence::Arriving);
    assert_eq!(on("2027-06-02")[0].presence, Presence::Leaving);
    assert!(on("2027-06-03").is_empty() && on("2026-05-28").is_empty());
    let agenda = field.office.agenda(Span { first: day("2027-05-30"), last: day("2027-05-30") }, 10).unwrap();
    let json = serde_json::to_value(&agenda).unwrap();
    let what: Vec<&str> = json.as_array().unwrap().iter().map(|line| line["what"].as_str().unwrap()).collect();
    assert_eq!(what, ["departure", "milestone"], "the certificate is due on the last day");
}

/// How many rows a list shows that is narrowed so.
fn listed<R: ListRow<Sort: Default>>(office: &mut OfficeFile, filter: R::Filter) -> usize {
    let query = Query::<R> { search: String::new(), filter, sort: R::Sort::default(), descending: false };
    office.list(&query).unwrap().len()
}

/// What a person may do to a mission.
#[derive(Debug, Clone)]
enum Deed {
    Step(usize, i64),
    Move(i64, i64),
    Extend(i64),
    EndEarly(i64),
    Reassign(i64, i64),
    Tick(usize),
    Undo,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        (0..4usize, -30i64..3).prop_map(|(place, on)| Deed::Step(place, on)),
        (-200i64..200, 30i64..800).prop_map(|(by, days)| Deed::Move(by, days)),
        (-20i64..500).prop_map(Deed::Extend),
        (-100i64..100).prop_map(Deed::EndEarly),
        (-50i64..200, 10i64..400).prop_map(|(on, days)| Deed::Reassign(on, days)),
        (0..30usize).prop_map(Deed::Tick),
        Just(Deed::Undo),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn no_sequence_of_deeds_leaves_a_mission_outside_the_rules_and_home_counts_what_it_lists(
        deeds in proptest::collection::vec(deed(), 1..14),
    ) {
        let mut field = field();
        let (today, ward, school) = (day("2026-11-23"), field.ward, field.school);
        let mut mission = field.placed("2026-10-05", "2027-06-30");
        for deed in deeds {
            let Some(one) = field.office.find::<Mission>(mission).unwrap() else { break };
            let done: Vec<Milestone> = field.office.parts::<Milestone>(mission).unwrap();
            let done: Vec<Milestone> = done.into_iter().filter(|one| one.done_on.is_some()).collect();
            let away = |days: i64| today + Duration::days(days);
            match deed.clone() {
                Deed::Step(place, on) => if let Some(stage) = one.stage.next().get(place) {
                    // Refused or done: both are allowed, but nothing in between.
                    drop(field.office.step(mission, *stage, away(on), Party::Office, "said so"));
                },
                Deed::Move(by, days) => {
                    let first = one.first + Duration::days(by);
                    drop(field.office.move_mission(mission, Span { first, last: first + Duration::days(days) }));
                }
                Deed::Extend(by) => drop(field.office.extend(mission, Longer::to(one.last + Duration::days(by)), "")),
                Deed::EndEarly(on) => if one.stage.next().contains(&Stage::EndedEarly) {
                    let ending = EarlyEnding { kind: EarlyEnd::Medical, notice_on: None, last_working_day: away(on), last: away(on) };
                    drop(field.office.end_early(mission, ending, today, Party::Office, "ill"));
                },
                Deed::Reassign(on, days) => {
                    let to = if one.placement == ward { school } else { ward };
                    let days = Span { first: away(on), last: away(on + days) };
                    if let Ok(new) = field.office.reassign(mission, to, days, Party::Office, "needed there") {
                        mission = new.value;
                    }
                }
                Deed::Tick(place) => if let Some(one) = field.office.parts::<Milestone>(mission).unwrap().get(place) {
                    field.office.change(one.id, |one: &mut Milestone| one.done_on = Some(today)).unwrap();
                },
                // What is taken back is as it was: the first proposal stays.
                Deed::Undo => {
                    let last = field.office.history(1, None).unwrap()[0].op.to_string();
                    if !last.contains("placed") {
                        drop(field.office.undo());
                    }
                }
            }
            let person = field.office.volunteer(field.ana).unwrap();
            let limits = field.office.office().unwrap().limits;
            for one in &person.missions {
                prop_assert_eq!(check_mission(one, &person.volunteer, &person.missions, &limits), Ok(()));
            }
            if !matches!(deed, Deed::Undo | Deed::Tick(_)) {
                for before in &done {
                    prop_assert_eq!(&field.office.get::<Milestone>(before.id).unwrap(), before, "what is done stays");
                }
            }
            for needed in field.office.attention().unwrap().needed {
                let (ids, count) = (needed.ids.clone(), needed.ids.len());
                let listed = match needed.concern.kind() {
                    Kind::Volunteer => listed::<VolunteerRow>(&mut field.office, VolunteerFilter { ids, ..Default::default() }),
                    Kind::Placement => listed::<PlacementRow>(&mut field.office, PlacementFilter { ids, ..Default::default() }),
                    Kind::Organisation => {
                        listed::<OrganisationRow>(&mut field.office, OrganisationFilter { ids, ..Default::default() })
                    }
                    _ => listed::<MissionRow>(&mut field.office, MissionFilter { ids, ..Default::default() }),
                };
                prop_assert_eq!(listed, count, "{:?}", needed.concern);
            }
            if field.office.find::<Mission>(mission).unwrap().is_none() {
                break;
            }
        }
    }
}
