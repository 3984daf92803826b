//! People who go together or not at all: couples in one country at the same time, teams of one placement.
//!
//! Who they are, and what is open to them; [`crate::matching::together`] finds the best plan in which they are together.
//! A partner who is settled by a pin or a hold counts as there: the other goes to that country in those days, or stays.

use super::costs::split;
use super::pairs::Judge;
use super::planner::{Planner, judge};
use crate::domain::Id;
use crate::domain::detail::VolunteerDetail;
use crate::domain::span::Span;
use crate::matching::eligibility::Terms;
use crate::matching::together::{self, Applied, Conditions, Effort, Found, Party, Way, Ways};
use serde::Serialize;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

/// How much is tried after each edit at least, so that the plan is there at once: in the largest office. The fewer pairs
/// there are, the quicker each try is, and the more can be tried.
const AT_ONCE: usize = 300;

/// How far the plan is from what is proved to be the most that there could be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Gap {
    /// Couples that are planned for, and placements that are filled by a team or not at all.
    pub couples: usize,
    /// See above.
    pub teams: usize,
    /// Urgency that at most is missed.
    pub urgency: i64,
    /// Fit that at most is missed.
    pub fit: i64,
}

/// Two people who travel together and both serve, by number; where the second is settled, the placement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Couple {
    pub(super) one: u32,
    pub(super) other: u32,
    pub(super) settled: Option<u32>,
}

/// Couples and teams, what was found for them, and what was done to the solver for it.
#[derive(Debug, Clone, Default)]
pub(super) struct Together {
    pub(super) couples: Vec<Couple>,
    /// One for each couple.
    pub(super) parties: Vec<Party>,
    /// What is known of their ways.
    pub(super) ways: Ways,
    pub(super) teams: Vec<u32>,
    pub(super) found: Found,
    pub(super) applied: Applied,
}

impl Together {
    /// Who is given a place as part of a couple, and where.
    pub(super) fn seated(&self) -> impl Iterator<Item = (u32, u32)> {
        self.found.seated(&self.parties)
    }

    /// Where somebody was given a place as part of a couple.
    pub(super) fn seat_of(&self, volunteer: u32) -> Option<u32> {
        self.seated().find(|(one, _)| *one == volunteer).map(|(_, post)| post)
    }

    /// With whom somebody who is not settled travels.
    pub(super) fn partner(&self, volunteer: u32) -> Option<u32> {
        self.couples.iter().find_map(|couple| match couple {
            Couple { one, other, .. } if *one == volunteer => Some(*other),
            Couple { one, other, settled: None } if *other == volunteer => Some(*one),
            _ => None,
        })
    }

    /// Whether a placement is a team that stays empty.
    pub(super) fn is_closed(&self, post: u32) -> bool {
        self.found.closed.contains(&post)
    }

    /// Whether nobody is bound to anybody: then what the solver says is all there is to say.
    pub(super) fn is_empty(&self) -> bool {
        self.parties.is_empty() && self.teams.is_empty()
    }
}

impl Planner {
    /// Takes back all that was done for couples and teams.
    pub(super) fn part(&mut self) {
        std::mem::take(&mut self.together).applied.take_back(&mut self.solver);
    }

    /// Makes the plan one in which couples and teams are together or not at all.
    pub(super) fn bring_together(&mut self) {
        let (couples, teams) = (self.couples(), self.teams(None));
        let parties: Vec<Party> = couples.iter().map(|couple| self.party(*couple)).collect();
        let ways = Ways::new(self.solver.graph(), &parties);
        self.together = Together { couples, parties, ways, teams, ..Together::default() };
        self.find_together(Effort { tries: self.at_once(), stop: &|| false }, None);
    }

    /// How much can be tried at once.
    pub(super) fn at_once(&self) -> usize {
        AT_ONCE + (10_000_000 / self.solver.graph().pairs().max(1)).min(5_000)
    }

    /// Looks further for a better plan, or for the proof that there is none, where couples and teams leave either open;
    /// until it is found, or `stop` says so. Tells whether anything came of it.
    pub fn look_further(&mut self, tries: usize, stop: &dyn Fn() -> bool) -> bool {
        let known = self.together.found.clone();
        if known.is_proved() {
            return false;
        }
        std::mem::take(&mut self.together.applied).take_back(&mut self.solver);
        self.find_together(Effort { tries, stop }, Some(&known));
        (known.total, known.bound) != (self.together.found.total, self.together.found.bound)
    }

    /// Finds the best plan, as far as the effort goes, or keeps the one that is known if that is better.
    fn find_together(&mut self, effort: Effort<'_>, known: Option<&Found>) {
        let together = &mut self.together;
        let days = Days::new(judge(&self.question), &self.terms, &self.question.people);
        let Together { couples, parties, teams, ways, .. } = together;
        let solver = &mut self.solver;
        let mut found = Bound { couples, parties, teams, ways }
            .with(&days, |conditions, ways| together::find(solver, conditions, ways, effort));
        if let Some(known) = known {
            let bound = found.bound.min(known.bound);
            if known.total > found.total {
                found = known.clone();
            }
            found.bound = bound;
        }
        together.applied = Applied::apply(&found, &together.parties, &mut self.solver);
        together.found = found;
    }

    /// Teams with more than one place left, also after a place of one of them is taken.
    pub(super) fn teams(&self, taken: Option<u32>) -> Vec<u32> {
        let left = |post: u32| self.solver.graph().capacity(post).saturating_sub(u32::from(taken == Some(post)));
        let posts = 0..self.terms.len() as u32;
        posts.filter(|post| self.terms[*post as usize].placement.together && left(*post) > 1).collect()
    }

    /// Ways for a couple to go: the pairs of placements in one country, whatever their days.
    pub(super) fn party(&self, couple: Couple) -> Party {
        let posts = |volunteer| {
            let mut posts: Vec<u32> = self.solver.graph().posts_of(volunteer).iter().map(|edge| edge.other).collect();
            posts.sort_unstable();
            posts
        };
        let country = |post: u32| self.terms[post as usize].placement.country;
        let are_near =
            |one: u32, other: u32| one == other || (country(one).is_some() && country(one) == country(other));
        let first = posts(couple.one);
        if let Some(settled) = couple.settled {
            let near = first.into_iter().filter(|post| are_near(*post, settled));
            return Party { people: (couple.one, None), ways: near.map(|post| (post, None)).collect() };
        }
        let second = posts(couple.other);
        let near = |one: u32| {
            let near = second.iter().filter(|other| are_near(one, **other)).map(|other| (one, Some(*other)));
            near.collect::<Vec<Way>>()
        };
        let ways = first.into_iter().flat_map(near).collect();
        Party { people: (couple.one, Some(couple.other)), ways }
    }

    /// Couples of whom both are there and at least one is not settled, in the order of ids.
    fn couples(&self) -> Vec<Couple> {
        let number = |id: Id| self.people.get(&id).copied();
        let partner = |volunteer: u32| self.person(volunteer).volunteer.travels_with.and_then(number);
        let mut couples: Vec<(u32, u32)> = (0..self.question.people.len() as u32)
            .filter_map(|one| partner(one).map(|other| (one.min(other), one.max(other))))
            .filter(|(one, other)| one != other)
            .collect();
        couples.sort_unstable();
        couples.dedup();
        // Whoever is named by several travels with the first.
        let mut taken = HashSet::new();
        couples.retain(|(one, other)| {
            !taken.contains(one) && !taken.contains(other) && taken.insert(*one) && taken.insert(*other)
        });
        let settled: HashMap<u32, u32> = self.settled.iter().map(|settled| (settled.volunteer, settled.post)).collect();
        let couple = |(one, other): (u32, u32)| match (settled.get(&one), settled.get(&other)) {
            (None, None) => Some(Couple { one, other, settled: None }),
            (None, Some(post)) => Some(Couple { one, other, settled: Some(*post) }),
            (Some(post), None) => Some(Couple { one: other, other: one, settled: Some(*post) }),
            (Some(_), Some(_)) => None,
        };
        couples.into_iter().filter_map(couple).collect()
    }

    /// How far the plan is from its bound.
    pub(super) fn gap(&self) -> Gap {
        let found = &self.together.found;
        let (urgency, fit) = split(found.bound - found.total);
        let teams = self.terms.iter().filter(|terms| terms.placement.together && terms.placement.places > 1).count();
        Gap { couples: self.together.couples.len(), teams, urgency, fit }
    }
}

/// The days in which people would serve, looked up once.
pub(super) struct Days<'a> {
    judge: Judge<'a>,
    terms: &'a [Terms],
    people: &'a [VolunteerDetail],
    known: RefCell<HashMap<(u32, u32), Span>>,
}

impl<'a> Days<'a> {
    pub(super) fn new(judge: Judge<'a>, terms: &'a [Terms], people: &'a [VolunteerDetail]) -> Self {
        Self { judge, terms, people, known: RefCell::default() }
    }

    fn of(&self, volunteer: u32, post: u32) -> Span {
        let judged = || self.judge.all(&self.terms[post as usize], &self.people[volunteer as usize]).days;
        *self.known.borrow_mut().entry((volunteer, post)).or_insert_with(judged)
    }
}

/// Couples and teams with what is open to each.
pub(super) struct Bound<'a> {
    pub(super) couples: &'a [Couple],
    pub(super) parties: &'a [Party],
    pub(super) teams: &'a [u32],
    pub(super) ways: &'a mut Ways,
}

impl Bound<'_> {
    /// Does something with these conditions and what is known of the ways.
    pub(super) fn with<T>(self, days: &Days<'_>, act: impl FnOnce(Conditions<'_>, &mut Ways) -> T) -> T {
        let Self { couples, parties, teams, ways } = self;
        let may = |party: usize, way: Way| {
            let couple = couples[party];
            let other = way.1.or(couple.settled);
            other.is_some_and(|post| days.of(couple.one, way.0).overlaps(days.of(couple.other, post)))
        };
        act(Conditions { parties, teams, may: &may }, ways)
    }
}
