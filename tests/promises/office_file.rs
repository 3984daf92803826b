//! One open office file: who may open it, what happens when it goes away, backups.

use crate::history::{day, new_office};
use sojourn::domain::mission::{EarlyEnd, Party, Stage};
use sojourn::domain::rules::Broken;
use sojourn::domain::span::Span;
use sojourn::domain::volunteer::{Standing, Volunteer};
use sojourn::domain::{Id, Kind, placement::Placement};
use sojourn::store::{EarlyEnding, OfficeFile, Op, StoreError};
use tempfile::TempDir;

fn add(office: &mut OfficeFile, name: &str) -> Result<Id, StoreError> {
    let person = Volunteer { full_name: name.into(), ..Volunteer::default() };
    office.edit(Op::Auto, |edit| edit.add_volunteer(person)).map(|done| done.value)
}

#[test]
fn a_second_program_is_told_who_has_the_file() {
    let folder = TempDir::new().unwrap();
    let office = new_office(&folder);
    let second = OfficeFile::open(office.path());
    assert!(matches!(&second, Err(StoreError::Open { holder, .. }) if holder.contains("since")), "{second:?}");
    let path = office.path().to_owned();
    drop(office);
    OfficeFile::open(&path).unwrap();
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["nairobi.sojourn"], "nothing else lies around once it is closed");
}

#[test]
fn a_file_pulled_away_is_noticed_before_anything_is_written_into_nowhere() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    add(&mut office, "Ana Silva").unwrap();
    let (here, elsewhere) = (office.path().to_owned(), folder.path().join("elsewhere"));
    std::fs::rename(&here, &elsewhere).unwrap();
    assert!(matches!(add(&mut office, "Elli Heikkilä"), Err(StoreError::PulledAway(_))));
    std::fs::copy(&elsewhere, &here).unwrap();
    assert!(
        matches!(add(&mut office, "Elli Heikkilä"), Err(StoreError::PulledAway(_))),
        "another file is not the file"
    );
    std::fs::remove_file(&here).unwrap();
    std::fs::rename(&elsewhere, &here).unwrap();
    add(&mut office, "Elli Heikkilä").unwrap();
    assert_eq!(office.counts().unwrap()[0], 2);
}

#[test]
fn a_backup_is_a_whole_office_and_never_overwrites() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let ana = add(&mut office, "Ana Silva").unwrap();
    let backup = folder.path().join("backup.sojourn");
    office.backup_to(&backup).unwrap();
    assert!(matches!(office.backup_to(&backup), Err(StoreError::AlreadyThere(_))));
    add(&mut office, "Elli Heikkilä").unwrap();
    let mut copy = OfficeFile::open(&backup).unwrap();
    assert_eq!(copy.get::<Volunteer>(ana).unwrap().full_name, "Ana Silva");
    assert!(copy.check().unwrap().problems.is_empty());
    assert_eq!(copy.counts().unwrap()[0], 1);
    copy.undo().unwrap();
    let daily = office.backup_daily().unwrap().unwrap();
    assert_eq!(office.backup_daily().unwrap(), None, "one a day");
    assert_eq!(office.backups().unwrap()[0].path, daily);
}

#[test]
fn a_backup_that_cannot_be_written_leaves_nothing() {
    let folder = TempDir::new().unwrap();
    let office = new_office(&folder);
    let nowhere = folder.path().join("no such folder").join("backup.sojourn");
    assert!(office.backup_to(&nowhere).is_err());
    assert!(!nowhere.exists());
}

#[test]
fn whoever_copies_only_the_one_file_after_closing_has_everything() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    add(&mut office, "Ana Silva").unwrap();
    office.checkpoint().unwrap();
    let copy = folder.path().join("copied.sojourn");
    std::fs::copy(office.path(), &copy).unwrap();
    assert_eq!(OfficeFile::open(&copy).unwrap().counts().unwrap()[0], 1);
}

#[test]
fn what_others_need_is_not_removed() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let ana = add(&mut office, "Ana Silva").unwrap();
    let post = Placement { title: "Nurse".into(), ..Placement::default() };
    let nurse = office.edit(Op::Auto, |edit| edit.add(post)).unwrap().value;
    let placed = office.place(ana, nurse, Span::of_weeks(day("2027-01-11"), 26).unwrap(), "").unwrap();
    let refused = office.edit(Op::Auto, |edit| edit.remove::<Volunteer>(ana));
    assert!(matches!(refused, Err(StoreError::StillNeeded { by: Kind::Mission, count: 1, .. })), "{refused:?}");
    office.edit(Op::Auto, |edit| edit.remove::<sojourn::domain::mission::Mission>(placed.value.mission)).unwrap();
    office.edit(Op::Auto, |edit| edit.remove::<Volunteer>(ana)).unwrap();
    office.undo().unwrap();
    office.undo().unwrap();
    assert_eq!(office.volunteer(ana).unwrap().missions.len(), 1);
}

#[test]
fn what_needs_attention_is_what_the_lists_behind_it_show() {
    use sojourn::exchange::sample::{self, SampleSize};
    let folder = TempDir::new().unwrap();
    let mut office = OfficeFile::create(&folder.path().join("sample.sojourn"), &sample::office()).unwrap();
    office.set_today(day("2026-11-23"));
    sample::fill(&mut office, &SampleSize::default(), day("2026-11-23"), &Default::default()).unwrap();
    let attention = office.attention().unwrap();
    assert!(attention.needed.len() >= 4, "{:?}", attention.needed);
    for needed in &attention.needed {
        let ids = needed.ids.clone();
        let shown = match needed.concern.kind() {
            Kind::Volunteer => listed::<sojourn::store::lists::VolunteerRow>(&mut office, |filter| filter.ids = ids),
            Kind::Organisation => {
                listed::<sojourn::store::lists::OrganisationRow>(&mut office, |filter| filter.ids = ids)
            }
            Kind::Placement => listed::<sojourn::store::lists::PlacementRow>(&mut office, |filter| filter.ids = ids),
            _ => listed::<sojourn::store::lists::MissionRow>(&mut office, |filter| filter.ids = ids),
        };
        assert_eq!(shown, needed.ids.len(), "{:?}", needed.concern);
    }
}

fn listed<R: sojourn::store::lists::ListRow<Filter: Default, Sort: Default>>(
    office: &mut OfficeFile,
    narrow: impl FnOnce(&mut R::Filter),
) -> usize {
    let mut filter = R::Filter::default();
    narrow(&mut filter);
    let query = sojourn::store::lists::Query::<R> {
        search: String::new(),
        filter,
        sort: R::Sort::default(),
        descending: false,
    };
    office.list(&query).unwrap().len()
}

#[test]
fn an_early_end_is_one_edit_and_only_of_a_mission_that_is_being_served() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let ana = add(&mut office, "Ana Silva").unwrap();
    let post = Placement { title: "Nurse trainer".into(), ..Placement::default() };
    let post = office.edit(Op::Auto, |edit| edit.add(post)).unwrap().value;
    let days = Span { first: day("2026-10-26"), last: day("2027-10-24") };
    let mission = office.place(ana, post, days, "").unwrap().value.mission;
    let (left, said) = (day("2026-11-20"), day("2026-11-23"));
    let ending = EarlyEnding { kind: EarlyEnd::Resignation, notice_on: Some(said), last_working_day: left, last: left };
    let refused = office.end_early(mission, ending, said, Party::Volunteer, "family");
    assert!(matches!(refused, Err(StoreError::Broken(Broken::Step { from: Stage::Proposed, .. }))));
    for stage in [Stage::Offered, Stage::Accepted, Stage::Serving] {
        office.step(mission, stage, said, Party::Office, "").unwrap();
    }
    let before = office.mission(mission).unwrap();
    office.end_early(mission, ending, said, Party::Volunteer, " family ").unwrap();
    let ended = office.mission(mission).unwrap();
    assert_eq!((ended.mission.stage, ended.mission.last), (Stage::EndedEarly, left), "under six weeks, all the same");
    assert_eq!(ended.mission.early_end_reason, "family");
    assert_eq!(ended.steps.len(), before.steps.len() + 1);
    office.undo().unwrap();
    assert_eq!(office.mission(mission).unwrap(), before);
}

#[test]
fn a_standing_said_later_for_an_earlier_day_does_not_hide_the_newer_one() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    let person = Volunteer { full_name: "Ana Silva".into(), ..Volunteer::default() };
    let id = office.edit(Op::Auto, |edit| edit.add_volunteer(person)).unwrap().value;
    let mut say = |standing, since: &str| {
        office.edit(Op::Auto, |edit| edit.stand(id, standing, day(since), "")).unwrap();
        office.get::<Volunteer>(id).unwrap().standing
    };
    assert_eq!(say(Standing::Ready, "2026-11-23"), Standing::Ready);
    assert_eq!(say(Standing::Assessed, "2026-11-01"), Standing::Ready, "it only adds to what was");
    assert_eq!(say(Standing::Left, "2027-01-01"), Standing::Ready, "that day is still to come");
    assert_eq!(say(Standing::Resting, "2026-11-23"), Standing::Resting, "on one day the last word holds");
    let since: Vec<_> = office.volunteer(id).unwrap().standings.iter().map(|step| step.since.to_string()).collect();
    assert_eq!(since, ["2026-11-01", "2026-11-23", "2026-11-23", "2026-11-23", "2027-01-01"]);
}

#[test]
fn everybody_read_from_front_to_back_is_everybody_read_one_by_one() {
    use sojourn::domain::volunteer::{Skill, Standing};
    use sojourn::exchange::sample::{self, SampleSize};
    let folder = TempDir::new().unwrap();
    let mut office = OfficeFile::create(&folder.path().join("sample.sojourn"), &sample::office()).unwrap();
    office.set_today(day("2026-11-23"));
    sample::fill(&mut office, &SampleSize::default(), day("2026-11-23"), &Default::default()).unwrap();
    let people: Vec<Volunteer> = office.all().unwrap();
    let skill = Skill { id: Id::random(), of: people[3].id, name: "Ultrasound".into(), level: Some(4), years: None };
    office
        .edit(Op::Auto, |edit| {
            edit.add(skill)?; // its row lies behind those of all others
            edit.stand(people[5].id, Standing::Resting, day("2026-11-23"), "")
        })
        .unwrap();
    let gone = people.iter().find(|one| office.volunteer(one.id).unwrap().missions.is_empty()).unwrap().id;
    office.edit(Op::Auto, |edit| edit.remove::<Volunteer>(gone)).unwrap();

    let mut found = Vec::new();
    office
        .each_volunteer(|detail| {
            found.push(detail);
            Ok(())
        })
        .unwrap();
    let one_by_one: Vec<_> =
        office.all::<Volunteer>().unwrap().iter().map(|one| office.volunteer(one.id).unwrap()).collect();
    assert!(found == one_by_one && found.len() == people.len() - 1);

    let open = office.open_placements().unwrap();
    let mut all: Vec<_> =
        office.all::<Placement>().unwrap().iter().map(|one| office.placement(one.id).unwrap()).collect();
    all.retain(|detail| detail.placement.status.seeks_people() && detail.free_places() > 0);
    assert!(open == all && open.iter().any(|detail| !detail.decisions.is_empty()));
}
