//! What follows from a person's missions: where they stand, their papers, when they are free again, consent.

use super::course::Course;
use super::people::Person;
use super::pools::Pools;
use super::random::Random;
use crate::domain::Id;
use crate::domain::mission::Stage;
use crate::domain::reference::Country;
use crate::domain::span::Span;
use crate::domain::volunteer::{Absence, Clearance, ClearanceKind, ClearanceState, Standing, StandingStep};
use chrono::{Days, Months, NaiveDate};
use std::collections::BTreeMap;

/// What of a mission matters for the person's papers.
struct Service {
    proposed: NaiveDate,
    days: Span,
    stage: Stage,
    country: Option<Country>,
}

/// Completes each person. `country_of` says where each placement is.
pub(super) fn complete(
    pools: &Pools,
    people: &mut [Person],
    courses: &[Course],
    country_of: &BTreeMap<Id, Country>,
    today: NaiveDate,
    seed: u64,
) {
    let mut services: BTreeMap<Id, Vec<Service>> = BTreeMap::new();
    for course in courses {
        let mission = &course.mission;
        services.entry(mission.volunteer).or_default().push(Service {
            proposed: course.steps.first().map_or(mission.first, |step| step.on),
            days: mission.days(),
            stage: mission.stage,
            country: country_of.get(&mission.placement).copied(),
        });
    }
    let mut random = Random::new(seed, "papers");
    for person in people {
        let mut own = services.remove(&person.volunteer.id).unwrap_or_default();
        own.sort_by_key(|service| service.days);
        stand(pools, &mut random, person, &own, today);
        become_free(pools, &mut random, person, &own, today);
        let mut papers = Papers { random: &mut random, person, today };
        papers.collect(&own);
        agree(&mut random, person, &own, today);
    }
}

fn is_to_come(service: &Service, today: NaiveDate) -> bool {
    service.days.last >= today && (service.stage.is_firm() || service.stage.is_tentative())
}

/// From application to where the person stands today.
fn stand(pools: &Pools, random: &mut Random, person: &mut Person, own: &[Service], today: NaiveDate) {
    use Standing as S;
    if let Some(first) = own.iter().map(|service| service.proposed).min() {
        person.applied = person.applied.min(random.day(first, -160, -50));
    }
    let goes = own.iter().any(|service| is_to_come(service, today));
    let standing = if goes {
        S::Ready
    } else if own.is_empty() {
        [S::Ready, S::Applied, S::Assessed, S::Resting, S::Refused, S::Left]
            [random.weighted([70, 8, 8, 6, 4, 4].into_iter())]
    } else {
        [S::Ready, S::Resting, S::Left][random.weighted([72, 14, 14].into_iter())]
    };
    let way: &[S] = match standing {
        S::Applied => &[S::Applied],
        S::Assessed => &[S::Applied, S::Assessed],
        S::Ready => &[S::Applied, S::Assessed, S::Ready],
        S::Refused => &[S::Applied, S::Assessed, S::Refused],
        S::Resting => &[S::Applied, S::Assessed, S::Ready, S::Resting],
        S::Left => &[S::Applied, S::Assessed, S::Ready, S::Left],
    };
    let served_until = own.iter().map(|service| service.days.last).max();
    let mut since = person.applied;
    for standing in way {
        match standing {
            S::Applied => {}
            S::Resting | S::Left => {
                let free = served_until.unwrap_or(since).max(since);
                since = random.day(free, 5, (today - free).num_days().clamp(5, 500));
            }
            _ => since = random.day(since, 5, 24),
        }
        let since = since.min(today);
        let reason = match standing {
            S::Resting | S::Left | S::Refused => pools.phrase(random, standing.code()),
            _ => "",
        };
        let (id, of) = (random.id(), person.volunteer.id);
        person.standings.push(StandingStep { id, of, standing: *standing, since, reason: reason.to_owned() });
    }
    person.volunteer.standing = standing;
}

/// Whoever serves is free again after it; whoever is put forward is free for it.
fn become_free(pools: &Pools, random: &mut Random, person: &mut Person, own: &[Service], today: NaiveDate) {
    let volunteer = &mut person.volunteer;
    let coming = || own.iter().filter(|service| is_to_come(service, today));
    if let Some(last) = coming().filter(|service| service.stage.is_firm()).map(|service| service.days.last).max() {
        volunteer.available_from = Some(random.day(last, 20, 150));
        volunteer.available_until = None;
    }
    for service in coming().filter(|service| service.stage.is_tentative()) {
        volunteer.available_from = volunteer.available_from.map(|from| from.min(service.days.first));
        volunteer.available_until = volunteer.available_until.map(|until| until.max(service.days.last));
        let weeks = service.days.weeks() as u16;
        volunteer.weeks_least = volunteer.weeks_least.map(|least| least.min(weeks));
        volunteer.weeks_most = volunteer.weeks_most.map(|most| most.max(weeks));
    }
    if coming().next().is_none() && volunteer.standing == Standing::Ready && random.chance(7) {
        let first = random.day(today, 5, 200);
        let last = random.day(first, 14, 80);
        let reason = pools.phrase(random, "away").to_owned();
        let (id, of) = (random.id(), volunteer.id);
        person.absences.push(Absence { id, of, mission: None, first, last, reason });
    }
    person.absences.sort_by_key(|absence| (absence.first, absence.id));
}

/// Consent, and how long the data may be kept: six years after the last service or contact, two after a refusal.
fn agree(random: &mut Random, person: &mut Person, own: &[Service], today: NaiveDate) {
    let volunteer = &mut person.volunteer;
    if random.chance(96) {
        volunteer.consent_on = Some(person.applied);
    }
    let last_contact = own.iter().map(|service| service.days.last).chain(volunteer.availability_asked).max();
    let (from, months) = match volunteer.standing {
        Standing::Refused | Standing::Left => (person.standings.last().map_or(today, |step| step.since), 24),
        _ => (last_contact.unwrap_or(person.applied).max(person.applied), 72),
    };
    let until = from.checked_add_months(Months::new(months)).unwrap_or(today);
    // What is to be erased is erased, most of the time.
    volunteer.keep_until = Some(if until < today { random.day(today, -20, 120) } else { until });
}

struct Papers<'a> {
    random: &'a mut Random,
    person: &'a mut Person,
    today: NaiveDate,
}

/// A kind of clearance: percent of all people who have it, percent of those who serve, months that it is good for.
const PAPERS: &[(ClearanceKind, u32, u32, Option<u32>)] = &[
    (ClearanceKind::Medical, 45, 98, Some(24)),
    (ClearanceKind::Police, 50, 98, Some(24)),
    (ClearanceKind::References, 72, 99, None),
    (ClearanceKind::Safeguarding, 48, 95, Some(36)),
    (ClearanceKind::Vaccination, 30, 85, Some(120)),
];

impl Papers<'_> {
    fn collect(&mut self, own: &[Service]) {
        let agreed = |service: &&Service| service.stage.is_firm() && service.days.last >= self.today;
        let firm: Option<(Span, Option<Country>, Stage)> =
            own.iter().rev().find(agreed).map(|service| (service.days, service.country, service.stage));
        let standing = self.person.volunteer.standing;
        self.passport(firm.map(|(days, ..)| days));
        for (kind, percent, percent_serving, months) in PAPERS.iter().copied() {
            let percent = match (firm.is_some(), standing) {
                (true, _) => percent_serving,
                (false, Standing::Applied) => percent / 4,
                (false, _) => percent,
            };
            if self.random.chance(percent) {
                self.paper(kind, months, firm.map(|(days, ..)| days));
            } else if standing == Standing::Ready && self.random.chance(18) {
                self.add(kind, ClearanceState::Requested, None, None, None, "Asked for, not there yet");
            }
        }
        if standing == Standing::Refused && self.random.chance(12) {
            self.add(ClearanceKind::Police, ClearanceState::Refused, None, None, None, "");
        }
        if let Some((days, country, stage)) = firm {
            self.for_service(days, country, stage);
        }
    }

    fn passport(&mut self, serving: Option<Span>) {
        if !self.random.chance(if serving.is_some() { 99 } else { 88 }) {
            return;
        }
        let country = self.person.volunteer.passport_country;
        // Ten years, the last day is the day before the anniversary.
        let mut issued = self.random.day(self.today, -3500, -30);
        if let Some(days) = serving {
            // Most were renewed in time; a few run out during the mission.
            let lasts = issued + Months::new(120);
            if lasts < days.last + Months::new(6) && self.random.chance(88) {
                issued = self.random.day(days.first.min(self.today), -700, -90);
            }
        }
        let expires = issued + Months::new(120) - Days::new(1);
        self.add(ClearanceKind::Passport, ClearanceState::Held, country, Some(issued), Some(expires), "");
    }

    fn paper(&mut self, kind: ClearanceKind, months: Option<u32>, serving: Option<Span>) {
        let issued = match serving {
            Some(days) => {
                let before = days.first.min(self.today);
                self.random.day(before, -200, -20)
            }
            None => {
                let since = (self.today - self.person.applied).num_days().max(3);
                self.random.day(self.today, -since.min(900), -1)
            }
        };
        let expires = months.map(|months| issued + Months::new(months) - Days::new(1));
        let country = (kind == ClearanceKind::Police).then_some(self.person.volunteer.residence).flatten();
        self.add(kind, ClearanceState::Held, country, Some(issued), expires, "");
    }

    /// Insurance for everyone who goes, a visa for those who go abroad.
    fn for_service(&mut self, days: Span, country: Option<Country>, stage: Stage) {
        let abroad = country.filter(|country| !self.person.at_home.contains(country));
        let issued = self.random.day(days.first.min(self.today), -70, -10);
        let margin = self.random.between(20, 60);
        let until = days.last + Days::new(margin.unsigned_abs());
        if stage == Stage::Serving || self.random.chance(50) {
            self.add(ClearanceKind::Insurance, ClearanceState::Held, country, Some(issued), Some(until), "");
        }
        if abroad.is_none() {
            return;
        }
        let there = stage == Stage::Serving || self.random.chance(35);
        // Some visas are given for a year and must be renewed.
        let visa_until = if self.random.chance(20) { until.min(issued + Months::new(12)) } else { until };
        if there {
            self.add(ClearanceKind::Visa, ClearanceState::Held, abroad, Some(issued), Some(visa_until), "");
        } else {
            self.add(ClearanceKind::Visa, ClearanceState::Requested, abroad, None, None, "Papers handed in");
        }
    }

    fn add(
        &mut self,
        kind: ClearanceKind,
        state: ClearanceState,
        country: Option<Country>,
        issued: Option<NaiveDate>,
        expires: Option<NaiveDate>,
        note: &str,
    ) {
        let numbered = matches!(kind, ClearanceKind::Passport | ClearanceKind::Visa | ClearanceKind::Police);
        let number = if state == ClearanceState::Held && numbered {
            let letter = char::from(b'A' + self.random.below(26) as u8);
            format!("{letter}{:07}", self.random.below(10_000_000))
        } else {
            String::new()
        };
        let (id, of) = (self.random.id(), self.person.volunteer.id);
        let note = note.to_owned();
        self.person.clearances.push(Clearance { id, of, kind, state, country, number, issued, expires, note });
    }
}
