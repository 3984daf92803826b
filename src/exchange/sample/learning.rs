//! What is passed on, what partners have and look for, and what was learned: practices and where they were done again.

use super::course::Course;
use super::organisations::Actor;
use super::placements::Post;
use super::pools::{Lesson, Pools, Profession};
use super::random::Random;
use crate::domain::Id;
use crate::domain::mission::{AgeBand, ReportKind, Stage, Trained, Transfer};
use crate::domain::organisation::{
    DueDiligence, Finding, Offer, OfferKind, OfferSide, OrganisationKind, Project, SiteVisit,
};
use crate::domain::placement::Objective;
use crate::domain::practice::{Origin, Practice, PracticeStanding, Replication, ReplicationResult};
use crate::domain::reference::Country;
use crate::domain::volunteer::Sex;
use chrono::{Datelike as _, Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// A practice with where it comes from and where it was done again.
#[derive(Debug, Clone, PartialEq)]
pub struct Learned {
    /// The practice.
    pub practice: Practice,
    /// Where it comes from.
    pub origins: Vec<Origin>,
    /// Where it was done again.
    pub replications: Vec<Replication>,
}

/// Most practices that come from one office, however large: more would not be read.
const MOST: usize = 600;

/// Gives organisations what they have and look for, placements what they pass on, and missions what came of it.
pub(super) fn work(
    pools: &Pools,
    actors: &mut [Actor],
    posts: &mut [Post],
    courses: &mut [Course],
    today: NaiveDate,
    seed: u64,
) {
    let mut random = Random::new(seed, "network");
    for actor in actors {
        furnish(pools, &mut random, actor, today);
    }
    let mut objectives: BTreeMap<Id, Vec<Objective>> = BTreeMap::new();
    for post in posts {
        let profession = &pools.professions[post.profession];
        let count = 1 + random.below(2);
        for skill in random.some(&profession.skills, count) {
            let objective = Objective {
                id: random.id(),
                of: post.placement.id,
                competence: skill.to_owned(),
                counterpart: post.placement.counterpart.clone(),
                before: Some(*random.pick(&[1, 1, 2])),
                aim: Some(*random.pick(&[3, 3, 4])),
            };
            post.objectives.push(objective);
        }
        objectives.insert(post.placement.id, post.objectives.clone());
    }
    for course in courses {
        let mission = &course.mission;
        let served = matches!(mission.stage, Stage::Completed | Stage::EndedEarly);
        let long = mission.stage == Stage::Serving && mission.first + Days::new(90) < today;
        if !(served || long) || random.chance(12) {
            continue;
        }
        let last = mission.last.min(today);
        let aims = objectives.get(&mission.placement).map(Vec::as_slice).unwrap_or_default();
        for objective in aims {
            let reached = objective.before.unwrap_or(1) + random.below(3) as u8;
            course.transfers.push(Transfer {
                id: random.id(),
                of: mission.id,
                objective: objective.id,
                level: Some(reached.min(objective.aim.unwrap_or(4))),
                on: last,
                note: String::new(),
            });
        }
        for _ in 0..1 + random.below(3) {
            course.trained.push(Trained {
                id: random.id(),
                of: mission.id,
                topic: if aims.is_empty() { String::new() } else { random.pick(aims).competence.clone() },
                sex: [Some(Sex::Female), Some(Sex::Male), None][random.weighted([55, 38, 7].into_iter())],
                age: [Some(AgeBand::Youth), Some(AgeBand::Adult), Some(AgeBand::Older), None]
                    [random.weighted([30, 55, 8, 7].into_iter())],
                people: random.between(3, 32) as u16,
                on: Some(random.day(mission.first, 20, (last - mission.first).num_days().max(20)).min(last)),
            });
        }
        for report in course.reports.iter_mut().filter(|report| report.received_on.is_some()) {
            if matches!(report.kind, ReportKind::Final | ReportKind::MidTerm) {
                report.worked = pools.phrase(&mut random, "worked").to_owned();
                report.not_worked = pools.phrase(&mut random, "not worked").to_owned();
                report.sessions = Some(random.between(2, 40) as u16);
            }
            if report.kind == ReportKind::Final {
                report.follow_up = pools.phrase(&mut random, "follow up").to_owned();
                report.materials = pools.phrase(&mut random, "materials").to_owned();
            }
        }
    }
}

/// What an organisation has for others, looks for, does besides, and how it was found at a visit.
fn furnish(pools: &Pools, random: &mut Random, actor: &mut Actor, today: NaiveDate) {
    use OrganisationKind as Kind;
    let organisation = &mut actor.organisation;
    let of_field: Vec<&Profession> =
        pools.professions.iter().filter(|profession| profession.field == actor.field).collect();
    let skills: Vec<&'static str> = of_field.iter().flat_map(|profession| profession.skills.iter().copied()).collect();
    let host = organisation.country.and_then(|country| pools.host(country));
    let offer = |random: &mut Random, side, kind, name: &str| Offer {
        id: random.id(),
        of: organisation.id,
        side,
        kind,
        name: name.to_owned(),
        language: None,
        sector: None,
        until: random.chance(20).then(|| random.day(today, 60, 600)),
        note: String::new(),
    };
    let teaches = matches!(organisation.kind, Kind::University | Kind::Ngo | Kind::CivilSociety | Kind::Partner);
    if !skills.is_empty() && teaches && random.chance(60) {
        let skill = *random.pick(&skills);
        actor.offers.push(offer(random, OfferSide::Offers, OfferKind::Skill, skill));
    }
    if !skills.is_empty() && !matches!(organisation.kind, Kind::Funder | Kind::DiasporaAssociation) && random.chance(50)
    {
        let skill = *random.pick(&skills);
        actor.offers.push(offer(random, OfferSide::Needs, OfferKind::Skill, skill));
    }
    match organisation.kind {
        Kind::Funder => {
            let money = pools.phrase(random, "money");
            actor.offers.push(offer(random, OfferSide::Offers, OfferKind::Money, money));
        }
        Kind::DiasporaAssociation => {
            for language in organisation.heritage_languages.clone() {
                let spoken = offer(random, OfferSide::Offers, OfferKind::Language, "");
                actor.offers.push(Offer { language: Some(language), ..spoken });
            }
        }
        Kind::Partner | Kind::LocalAuthority if random.chance(25) => {
            let rooms = pools.phrase(random, "lodging");
            actor.offers.push(offer(random, OfferSide::Offers, OfferKind::Lodging, rooms));
        }
        _ => {}
    }
    if let (Some(host), true) = (host, random.chance(20)) {
        let spoken = offer(random, OfferSide::Needs, OfferKind::Language, "");
        actor.offers.push(Offer { language: Some(host.working[0]), ..spoken });
    }
    if matches!(organisation.kind, Kind::Partner | Kind::Ngo | Kind::CivilSociety | Kind::University)
        && !skills.is_empty()
        && random.chance(35)
    {
        let first = random.day(today, -500, 200);
        let mut letters = random.pick(&skills).chars();
        let skill: String =
            letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default();
        let title = pools.phrase(random, "project").replace("{skill}", &skill.to_lowercase());
        actor.projects.push(Project {
            id: random.id(),
            of: organisation.id,
            title,
            country: organisation.country,
            place: organisation.place.clone(),
            sector: organisation.sectors.first().copied(),
            first: Some(first),
            last: Some(random.day(first, 120, 900)),
            note: String::new(),
        });
    }
    if organisation.kind == Kind::Partner {
        for _ in 0..random.below(3) {
            let mut found =
                || Some([Finding::Good, Finding::ToImprove, Finding::Unfit][random.weighted([80, 17, 3].into_iter())]);
            let (housing, safety, counterpart) = (found(), found(), found());
            let poor = [housing, safety, counterpart].iter().any(|finding| *finding != Some(Finding::Good));
            let on = random.day(today, -900, -10);
            actor.visits.push(SiteVisit {
                id: random.id(),
                of: organisation.id,
                on,
                by: "Programme officer".into(),
                housing,
                safety,
                counterpart,
                note: pools.phrase(random, "visit note").to_owned(),
                again_by: poor.then(|| random.day(on, 60, 200)),
            });
        }
        if random.chance(70) {
            organisation.due_diligence =
                Some([DueDiligence::Passed, DueDiligence::Conditions][random.weighted([88, 12].into_iter())]);
            organisation.due_diligence_on = Some(random.day(today, -1500, -30));
        }
        if random.chance(35) {
            let code = organisation.country.map(|country| country.code().to_string()).unwrap_or_default();
            organisation.registration = format!("{code}-REG-{}", random.between(10_000, 99_999));
        }
    }
}

/// Practices from missions that were served, and where others did them again.
pub(super) fn draw(
    pools: &Pools,
    actors: &[Actor],
    posts: &[Post],
    courses: &mut [Course],
    today: NaiveDate,
    seed: u64,
) -> Vec<Learned> {
    let mut random = Random::new(seed, "practices");
    let post_of: BTreeMap<Id, &Post> = posts.iter().map(|post| (post.placement.id, post)).collect();
    let mut used: BTreeSet<(usize, Option<Country>)> = BTreeSet::new();
    let mut learned = Vec::new();
    let served = courses.iter_mut().filter(|course| course.mission.stage == Stage::Completed);
    for course in served {
        if learned.len() >= MOST || random.chance(55) {
            continue;
        }
        let Some(post) = post_of.get(&course.mission.placement) else { continue };
        let Some((number, lesson)) = lesson_of(pools, &mut random, post) else { continue };
        if !used.insert((number, post.placement.country)) {
            continue;
        }
        let again = used.iter().filter(|(of, _)| *of == number).count() > 1;
        let replications = replications(pools, &mut random, actors, lesson, post, course.mission.last, today);
        let practice = practice(&mut random, lesson, post, again, &replications, course.mission.last);
        for report in course.reports.iter_mut().filter(|report| report.kind == ReportKind::Final) {
            if report.received_on.is_some() {
                practice.steps.clone_into(&mut report.worked);
            }
        }
        let origin = Origin {
            id: random.id(),
            of: practice.id,
            mission: Some(course.mission.id),
            organisation: post.placement.organisation,
        };
        let of = practice.id;
        let replications = replications.into_iter().map(|replication| Replication { of, ..replication }).collect();
        learned.push(Learned { practice, origins: vec![origin], replications });
    }
    learned
}

/// A practice that someone in this post may have found: of the occupation, else of the field.
fn lesson_of<'a>(pools: &'a Pools, random: &mut Random, post: &Post) -> Option<(usize, &'a Lesson)> {
    let profession = &pools.professions[post.profession];
    let own = |lesson: &Lesson| lesson.occupations.contains(&profession.occupation);
    let of_field: Vec<(usize, &Lesson)> =
        pools.lessons.iter().enumerate().filter(|(_, lesson)| lesson.field == profession.field).collect();
    let of_occupation: Vec<(usize, &Lesson)> = of_field.iter().copied().filter(|(_, lesson)| own(lesson)).collect();
    let choices = if of_occupation.is_empty() { of_field } else { of_occupation };
    (!choices.is_empty()).then(|| *random.pick(&choices))
}

fn practice(
    random: &mut Random,
    lesson: &Lesson,
    post: &Post,
    again: bool,
    replications: &[Replication],
    on: NaiveDate,
) -> Practice {
    let [title, problem, steps, results, conditions, constraints] = lesson.texts.map(str::to_owned);
    let placement = &post.placement;
    let place = &placement.duty_station;
    let title = if again { format!("{title} ({place})") } else { title };
    let context = format!("{place}; {}", placement.objectives);
    let suggested = PracticeStanding::of(replications).suggests();
    Practice {
        id: random.id(),
        reference: String::new(),
        title,
        stage: suggested,
        context,
        problem,
        steps,
        results,
        constraints,
        conditions,
        sectors: placement.sector.into_iter().collect(),
        occupations: placement.occupation.into_iter().collect(),
        countries: placement.country.into_iter().collect(),
        languages: vec![post.language.0],
        documents: if random.chance(30) { format!("practice {}.pdf", on.year()) } else { String::new() },
        noted_on: Some(on),
    }
}

fn replications(
    pools: &Pools,
    random: &mut Random,
    actors: &[Actor],
    lesson: &Lesson,
    post: &Post,
    from: NaiveDate,
    today: NaiveDate,
) -> Vec<Replication> {
    let elsewhere: Vec<&Actor> = actors
        .iter()
        .filter(|actor| {
            let organisation = &actor.organisation;
            let hosts = matches!(organisation.kind, OrganisationKind::Partner | OrganisationKind::Ngo);
            hosts && actor.field == lesson.field && Some(organisation.id) != post.placement.organisation
        })
        .collect();
    if elsewhere.is_empty() || from + Days::new(60) >= today {
        return Vec::new();
    }
    let count = [0, 1, 2, 3, 5][random.weighted([35, 25, 20, 12, 8].into_iter())];
    let days = (today - from).num_days();
    let mut made: Vec<Replication> = Vec::new();
    for actor in random.some(&elsewhere, count) {
        let organisation = &actor.organisation;
        let on = random.day(from, 30, days);
        use ReplicationResult::{Failed, InPart, TooEarly, Worked};
        let result = if on + Days::new(120) > today {
            TooEarly
        } else {
            [Worked, InPart, Failed][random.weighted([62, 24, 14].into_iter())]
        };
        // Now and then others learned it from those who had learned it.
        let before: Vec<Id> = made.iter().filter(|other| other.on < Some(on)).map(|other| other.id).collect();
        let after = if !before.is_empty() && random.chance(35) { Some(*random.pick(&before)) } else { None };
        made.push(Replication {
            id: random.id(),
            of: post.placement.id,
            organisation: Some(organisation.id),
            mission: None,
            who: String::new(),
            country: organisation.country,
            place: organisation.place.clone(),
            on: Some(on),
            adapted: if random.chance(60) { pools.phrase(random, "adapted").to_owned() } else { String::new() },
            result,
            note: if random.chance(30) { pools.phrase(random, "replication note").to_owned() } else { String::new() },
            after,
        });
    }
    made
}
