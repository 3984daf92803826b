//! Sample offices with more in them than the sample has: people trained, competences, practices, and what is rare.

use chrono::{Days, NaiveDate};
use sojourn::domain::Id;
use sojourn::domain::mission::{AgeBand, EarlyEnd, Mission, Party, Report, Stage, StageStep, Trained, Transfer};
use sojourn::domain::organisation::{Link, LinkKind, Organisation};
use sojourn::domain::placement::{Objective, Placement, PlacementStatus};
use sojourn::domain::practice::{Practice, PracticeStage, Replication, ReplicationResult};
use sojourn::domain::reference::Country;
use sojourn::domain::volunteer::{Sex, Volunteer};
use sojourn::exchange::sample::{self, SampleSize};
use sojourn::store::{OfficeFile, Op, Progress};

pub(super) fn today() -> NaiveDate {
    "2026-11-24".parse().unwrap()
}

/// Numbers that are the same for the same seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    /// A value or nothing, as likely as not.
    fn maybe<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        (self.below(3) > 0).then(|| self.of(all))
    }

    /// A day within two years before today, or half a year after it.
    fn day(&mut self) -> NaiveDate {
        today() + Days::new(180) - Days::new(self.below(910) as u64)
    }
}

pub(super) fn office(seed: u64) -> OfficeFile {
    let mut office = OfficeFile::in_memory(&sample::office().record().unwrap()).unwrap();
    office.set_today(today());
    let size = SampleSize { volunteers: 70, placements: 26, missions: 60, seed };
    sample::fill(&mut office, &size, today(), &Progress::default()).unwrap();
    enrich(&mut office, &mut Dice(seed));
    office
}

fn enrich(office: &mut OfficeFile, dice: &mut Dice) {
    let missions = office.all::<Mission>().unwrap();
    let posts = office.all::<Placement>().unwrap();
    let people = office.all::<Volunteer>().unwrap();
    let reports = office.all::<Report>().unwrap();
    let objectives = office.all::<Objective>().unwrap();
    let organisations = office.all::<Organisation>().unwrap();
    let countries = ["KE", "NP", "FR"].map(|code| Country::parse_code(code).unwrap());
    let levels: Vec<u8> = (1..=4).collect();
    office
        .edit(Op::Auto, |edit| {
            for report in &reports {
                let sessions = dice.maybe(&[3, 8, 0]);
                edit.change(report.id, |report: &mut Report| report.sessions = sessions)?;
            }
            for (at, person) in people.iter().enumerate().filter(|(at, _)| at.is_multiple_of(5)) {
                let (second, birth) = (dice.of(&countries), at.is_multiple_of(10));
                edit.change(person.id, |person: &mut Volunteer| {
                    person.nationalities.push(second);
                    person.birth_date = person.birth_date.filter(|_| birth);
                })?;
            }
            // Two lines of one name could not be told apart.
            for (number, objective) in objectives.iter().enumerate() {
                edit.change(objective.id, |objective: &mut Objective| {
                    objective.competence = format!("{} {number}", objective.competence);
                })?;
            }
            for post in &posts {
                for number in 0..dice.below(3) {
                    let competence = format!("triage {} {number}", post.reference);
                    let counterpart = dice.of(&["", "head nurse"]).to_owned();
                    let (before, aim) = (dice.maybe(&levels), dice.maybe(&levels));
                    let id = Id::random();
                    edit.add(Objective { id, of: post.id, competence, counterpart, before, aim })?;
                    for mission in missions.iter().filter(|mission| mission.placement == post.id) {
                        for _ in 0..dice.below(3) {
                            let (level, on) = (dice.maybe(&levels), dice.day());
                            let note = String::new();
                            edit.add(Transfer { id: Id::random(), of: mission.id, objective: id, level, on, note })?;
                        }
                    }
                }
                match dice.below(9) {
                    0 => edit.change(post.id, |post: &mut Placement| post.status = PlacementStatus::Cancelled)?,
                    1 => edit.change(post.id, |post: &mut Placement| post.status = PlacementStatus::Draft)?,
                    2 => edit.change(post.id, |post: &mut Placement| post.places_filled_elsewhere = 1)?,
                    3 => edit.change(post.id, |post: &mut Placement| post.programme = String::new())?,
                    4 => edit.change(post.id, |post: &mut Placement| post.sector = None)?,
                    _ => {}
                }
            }
            for mission in &missions {
                for _ in 0..dice.below(4) {
                    let topic = dice.of(&["", "triage", "hygiene"]).to_owned();
                    let (sex, age) = (dice.maybe(Sex::ALL), dice.maybe(AgeBand::ALL));
                    let (people, on) = (dice.below(40) as u16, Some(dice.day()).filter(|_| dice.below(3) > 0));
                    edit.add(Trained { id: Id::random(), of: mission.id, topic, sex, age, people, on })?;
                }
                // More early ends than the sample has, of every kind and of none.
                if matches!(mission.stage, Stage::Completed | Stage::EndedEarly) && dice.below(2) == 0 {
                    let kind = dice.maybe(EarlyEnd::ALL);
                    edit.change(mission.id, |mission: &mut Mission| {
                        (mission.stage, mission.early_end) = (Stage::EndedEarly, kind);
                    })?;
                }
                // In the sample the office never says no itself.
                if mission.stage == Stage::Declined && dice.below(2) == 0 {
                    for step in edit.parts::<StageStep>(mission.id)? {
                        if step.stage == Stage::Declined {
                            edit.change(step.id, |step: &mut StageStep| step.by = Party::Office)?;
                        }
                    }
                }
                // Nobody has entered that they began.
                if mission.stage == Stage::Serving && dice.below(4) == 0 {
                    edit.change(mission.id, |mission: &mut Mission| mission.stage = Stage::Preparing)?;
                }
            }
            for organisation in &organisations {
                let (from, until) = (Some(dice.day()), Some(dice.day()));
                edit.change(organisation.id, |organisation: &mut Organisation| {
                    organisation.name = format!("{} {}", organisation.name, organisation.reference);
                    (organisation.agreement_from, organisation.agreement_until) = (from.min(until), from.max(until));
                    organisation.ceased_on = from.filter(|day| *day > today() - Days::new(300));
                })?;
                let (to, kind) = (dice.below(organisations.len()), dice.of(LinkKind::ALL));
                let (one, other) = (dice.day(), dice.day());
                edit.add(Link {
                    id: Id::random(),
                    of: organisation.id,
                    to: organisations[to].id,
                    kind,
                    since: Some(one.min(other)),
                    until: Some(one.max(other)).filter(|_| to.is_multiple_of(2)),
                    note: String::new(),
                    agreement: String::new(),
                })?;
            }
            for number in 0..12 {
                let post = &posts[dice.below(posts.len())];
                let practice = edit.add(Practice {
                    title: format!("practice {number}"),
                    stage: dice.of(PracticeStage::ALL),
                    sectors: post.sector.into_iter().collect(),
                    countries: vec![dice.of(&countries), post.country.unwrap()],
                    noted_on: Some(dice.day()).filter(|_| number > 0),
                    ..Practice::default()
                })?;
                for _ in 0..dice.below(4) {
                    edit.add(Replication {
                        id: Id::random(),
                        of: practice,
                        organisation: None,
                        mission: Some(missions[dice.below(missions.len())].id).filter(|_| dice.below(2) == 0),
                        who: String::new(),
                        country: dice.maybe(&countries),
                        place: String::new(),
                        on: Some(dice.day()).filter(|_| dice.below(5) > 0),
                        adapted: String::new(),
                        result: dice.of(ReplicationResult::ALL),
                        note: String::new(),
                        after: None,
                    })?;
                }
            }
            Ok(())
        })
        .unwrap();
}
