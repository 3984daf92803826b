//! The sample office: believable people, organisations, placements and missions, the same for the same seed and day.
//! No person and no organisation in it is meant to exist.
//!
//! [`Sample::draw`] makes records and nothing else: it knows no office file, no clock and no window. [`fill`] takes
//! them through the store's door.

mod address;
mod course;
mod decisions;
mod learning;
mod missions;
mod names;
mod organisations;
mod papers;
mod people;
mod placements;
mod pools;
pub(crate) mod random;

pub use course::Course;
pub use learning::Learned;
pub use organisations::Actor;
pub use people::Person;
pub use placements::Post;

use crate::domain::Id;
use crate::domain::matching::Settings;
use crate::domain::office::Role;
use crate::domain::papers::held_for;
use crate::domain::reference::Country;
use crate::store::{Done, NewOffice, OfficeFile, Op, Progress, StoreError};
use chrono::NaiveDate;
use organisations::Network;
use placements::Life;
use pools::{Host, Pools};
use random::Random;
use std::collections::{BTreeMap, BTreeSet};

/// How much to draw, and which office of that size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SampleSize {
    /// How many volunteers.
    pub volunteers: usize,
    /// How many placements.
    pub placements: usize,
    /// How many missions; none where there are no volunteers or no placements.
    pub missions: usize,
    /// The same seed gives the same office on the same day.
    pub seed: u64,
}

impl Default for SampleSize {
    fn default() -> Self {
        Self { volunteers: 400, placements: 60, missions: 150, seed: 1 }
    }
}

/// The records of a sample office. They have no short references yet: the store gives them, in this order.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    /// The network.
    pub organisations: Vec<Actor>,
    /// Volunteers, in the order in which they applied.
    pub people: Vec<Person>,
    /// Placements.
    pub posts: Vec<Post>,
    /// Missions, in the order in which they were proposed.
    pub courses: Vec<Course>,
    /// Practices, in the order in which they were written down.
    pub learned: Vec<Learned>,
}

/// The office that sample records are kept in: a head office, since they come from everywhere.
pub fn office() -> NewOffice {
    NewOffice { name: "Sample office".into(), country: Country::parse_code("NL"), role: Role::Head }
}

/// Draws a sample office and adds it as one edit, which can be undone. Nothing is left when `progress` is cancelled.
pub fn fill(
    office: &mut OfficeFile,
    size: &SampleSize,
    today: NaiveDate,
    progress: &Progress,
) -> Result<Done<()>, StoreError> {
    let sample = Sample::draw(size, today);
    let Sample { organisations, people, posts, courses, learned } = sample;
    progress.set_total(organisations.len() + people.len() + posts.len() + courses.len() + learned.len());
    let op = Op::Sampled { volunteers: people.len(), placements: posts.len(), missions: courses.len() };
    office.edit(op, |edit| {
        for Actor { organisation, contacts, links, offers, visits, projects, .. } in organisations {
            progress.step()?;
            edit.add(organisation)?;
            contacts.into_iter().try_for_each(|contact| edit.add(contact).map(drop))?;
            links.into_iter().try_for_each(|link| edit.add(link).map(drop))?;
            offers.into_iter().try_for_each(|offer| edit.add(offer).map(drop))?;
            visits.into_iter().try_for_each(|visit| edit.add(visit).map(drop))?;
            projects.into_iter().try_for_each(|project| edit.add(project).map(drop))?;
        }
        for Person { volunteer, languages, skills, clearances, absences, standings, .. } in people {
            progress.step()?;
            edit.add(volunteer)?;
            languages.into_iter().try_for_each(|language| edit.add(language).map(drop))?;
            skills.into_iter().try_for_each(|skill| edit.add(skill).map(drop))?;
            clearances.into_iter().try_for_each(|clearance| edit.add(clearance).map(drop))?;
            absences.into_iter().try_for_each(|absence| edit.add(absence).map(drop))?;
            standings.into_iter().try_for_each(|standing| edit.add(standing).map(drop))?;
        }
        for Post { placement, requirements, decisions, objectives, .. } in posts {
            progress.step()?;
            edit.add(placement)?;
            requirements.into_iter().try_for_each(|requirement| edit.add(requirement).map(drop))?;
            decisions.into_iter().try_for_each(|decision| edit.add(decision).map(drop))?;
            objectives.into_iter().try_for_each(|objective| edit.add(objective).map(drop))?;
        }
        for Course { mission, steps, milestones, reports, trained, transfers } in courses {
            progress.step()?;
            edit.add(mission)?;
            steps.into_iter().try_for_each(|step| edit.add(step).map(drop))?;
            milestones.into_iter().try_for_each(|milestone| edit.add(milestone).map(drop))?;
            reports.into_iter().try_for_each(|report| edit.add(report).map(drop))?;
            trained.into_iter().try_for_each(|trained| edit.add(trained).map(drop))?;
            transfers.into_iter().try_for_each(|transfer| edit.add(transfer).map(drop))?;
        }
        for Learned { practice, origins, replications } in learned {
            progress.step()?;
            edit.add(practice)?;
            origins.into_iter().try_for_each(|origin| edit.add(origin).map(drop))?;
            replications.into_iter().try_for_each(|replication| edit.add(replication).map(drop))?;
        }
        Ok(())
    })
}

impl Sample {
    /// Draws a sample office as of `today`.
    pub fn draw(size: &SampleSize, today: NaiveDate) -> Self {
        let (pools, seed) = (Pools::read(), size.seed);
        let active = active_hosts(&pools, size);
        let mut network = Network::new(&pools, &active, today, seed);
        let mut posts = placements::draw(&pools, &active, &mut network, size.placements, today, seed);
        let association = |roots, residence| network.association(roots, residence);
        let calls: Vec<people::Call> = posts.iter().filter_map(Post::call).collect();
        let mut people = people::draw(&pools, &active, &calls, association, size.volunteers, today, seed);
        let mut courses = missions::draw(&pools, &mut people, &mut posts, size.missions, today, seed);
        let country_of: BTreeMap<Id, Country> =
            posts.iter().filter_map(|post| Some((post.placement.id, post.placement.country?))).collect();
        papers::complete(&pools, &mut people, &courses, &country_of, today, seed);
        close_milestones(&people, &mut courses, &country_of, today);
        decisions::complete(&pools, &people, &mut posts, &mut courses, today, seed);
        let busy: BTreeSet<Id> = posts
            .iter()
            .filter(|post| post.life != Life::Over)
            .filter_map(|post| post.placement.organisation)
            .collect();
        let mut organisations = network.finish(&busy);
        learning::work(&pools, &mut organisations, &mut posts, &mut courses, today, seed);
        let learned = learning::draw(&pools, &organisations, &posts, &mut courses, today, seed);
        Self { organisations, people, posts, courses, learned }
    }
}

/// Closes the milestones that wait for a paper which is there and lasts, as the office file would, but at once for all.
fn close_milestones(people: &[Person], courses: &mut [Course], country_of: &BTreeMap<Id, Country>, today: NaiveDate) {
    let papers = Settings::default().papers;
    let person: BTreeMap<Id, &Person> = people.iter().map(|person| (person.volunteer.id, person)).collect();
    for Course { mission, milestones, .. } in courses.iter_mut().filter(|course| course.mission.stage.takes_place()) {
        let Some(person) = person.get(&mission.volunteer) else { continue };
        let country = country_of.get(&mission.placement).copied();
        for milestone in milestones.iter_mut().filter(|milestone| milestone.done_on.is_none()) {
            let kind = milestone.rule.as_ref().and_then(|rule| rule.closed_by);
            let paper = kind.and_then(|kind| held_for(&person.clearances, kind, country, mission.last, &papers));
            milestone.done_on = paper.map(|paper| paper.issued.map_or(today, |issued| issued.min(today)));
        }
    }
}

/// The countries that the office works in: a third as many as it has placements, so that each has a few.
fn active_hosts<'a>(pools: &'a Pools, size: &SampleSize) -> Vec<&'a Host> {
    let mut random = Random::new(size.seed, "hosts");
    let mut left: Vec<&Host> = pools.hosts.iter().collect();
    let wanted = (size.placements / 3).clamp(4, left.len());
    (0..wanted).map(|_| left.remove(random.weighted(left.iter().map(|host| host.weight)))).collect()
}
