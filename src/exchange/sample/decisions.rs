//! What the office has decided about people for its open posts, which of them are teams, and whom a host does not take.

use super::course::Course;
use super::people::Person;
use super::placements::{Life, Post};
use super::pools::Pools;
use super::random::Random;
use crate::domain::decision::{Decision, DecisionKind};
use crate::domain::volunteer::Standing;
use chrono::{Days, NaiveDate};
use std::collections::HashSet;

/// Decisions with shares.
const KINDS: &[(DecisionKind, u32)] = &[
    (DecisionKind::Pinned, 25),
    (DecisionKind::Held, 35),
    (DecisionKind::NotHere, 30),
    (DecisionKind::NotAtPartner, 10),
];

/// Completes posts and proposals: all from numbers of its own, so that everything else stays as it was drawn.
pub(super) fn complete(
    pools: &Pools,
    people: &[Person],
    posts: &mut [Post],
    courses: &mut [Course],
    today: NaiveDate,
    seed: u64,
) {
    let mut random = Random::new(seed, "decisions");
    for course in courses.iter_mut().filter(|course| course.mission.stage.is_tentative()) {
        if random.chance(60) {
            let proposed = course.steps.first().map_or(today, |step| step.on);
            course.mission.reserved_until = Some(random.day(proposed, 14, 28));
        }
    }
    let served: HashSet<_> =
        courses.iter().map(|course| (course.mission.placement, course.mission.volunteer)).collect();
    for post in posts {
        let seeking = matches!(post.life, Life::Waiting | Life::Talking);
        post.placement.together = seeking && post.placement.places >= 2 && random.chance(30);
        if people.is_empty() {
            continue;
        }
        if random.chance(3) {
            let excluded = random.pick(people).volunteer.nationalities.first().copied();
            let is_there = people.iter().any(|person| {
                served.contains(&(post.placement.id, person.volunteer.id))
                    && person.volunteer.nationalities.iter().any(|country| Some(*country) == excluded)
            });
            if excluded != post.placement.country && !is_there {
                post.placement.excluded_nationalities = excluded.into_iter().collect();
            }
        }
        if seeking && random.chance(20) {
            post.decisions = decision(pools, people, post, today, &mut random).into_iter().collect();
        }
    }
}

/// About someone of the profession; nothing where none of those looked at is ready.
fn decision(pools: &Pools, people: &[Person], post: &Post, today: NaiveDate, random: &mut Random) -> Option<Decision> {
    let start = random.below(people.len());
    let person = (0..people.len().min(500))
        .map(|place| &people[(start + place) % people.len()])
        .find(|person| person.profession == post.profession && person.volunteer.standing == Standing::Ready)?;
    let (kind, _) = KINDS[random.weighted(KINDS.iter().map(|(_, share)| *share))];
    let on = random.day(today, -12, 0);
    Some(Decision {
        id: random.id(),
        of: post.placement.id,
        volunteer: person.volunteer.id,
        kind,
        until: (kind == DecisionKind::Held).then(|| on + Days::new(14)),
        reason: pools.phrase(random, kind.code()).to_owned(),
        on,
    })
}
