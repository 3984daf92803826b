//! The pairs that the rules allow, with their fit.

use super::index::{Index, Pool};
use crate::domain::ById;
use crate::domain::detail::VolunteerDetail;
use crate::domain::matching::Weights;
use crate::domain::reference::Country;
use crate::domain::span::Span;
use crate::matching::assignment::{Graph, tiers};
use crate::matching::eligibility::{Case, Finding, Terms};
use crate::matching::fit::{Line, Seen, fit, points};
use chrono::NaiveDate;
use rayon::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Hears how far a long piece of work has come (done, of), and says whether to go on. Asked from several threads.
pub type Watch<'a> = &'a (dyn Fn(usize, usize) -> bool + Sync);

/// What judging a pair needs beside the two.
#[derive(Clone, Copy)]
pub(super) struct Judge<'a> {
    pub(super) weights: &'a Weights,
    pub(super) countries: &'a ById<Country>,
    pub(super) plan_unknowns: bool,
}

/// Lists that serve for many pairs.
#[derive(Default)]
pub(super) struct Desk {
    findings: Vec<Finding>,
    lines: Vec<Line>,
}

/// A pair with all that is said of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Judged {
    pub(super) days: Span,
    pub(super) fit: u8,
    pub(super) findings: Vec<Finding>,
    pub(super) criteria: Vec<Line>,
}

impl Judge<'_> {
    /// The fit of a pair that may be planned, else nothing.
    pub(super) fn fit(&self, terms: &Terms, person: &VolunteerDetail, desk: &mut Desk) -> Option<u8> {
        self.fit_from(terms, person, terms.today, desk).map(|(_, fit)| fit)
    }

    /// The days and the fit of a pair that may be planned for a start on a day or later, else nothing.
    pub(super) fn fit_from(
        &self,
        terms: &Terms,
        person: &VolunteerDetail,
        not_before: NaiveDate,
        desk: &mut Desk,
    ) -> Option<(Span, u8)> {
        if terms.is_out_on_any_day(person) {
            return None;
        }
        let is_out = |findings: &[Finding]| findings.iter().any(Finding::decides_against);
        let days = terms.judge_from_while(person, not_before, &mut desk.findings, |findings| !is_out(findings));
        let must_ask = !self.plan_unknowns && desk.findings.iter().any(Finding::is_open_question);
        if must_ask || is_out(&desk.findings) {
            return None;
        }
        let case = Case { terms, person, days };
        points(&Seen { case, findings: &desk.findings, countries: self.countries }, self.weights, &mut desk.lines);
        Some((days, fit(&desk.lines)))
    }

    /// All that is said of a pair, whether it may be planned or not.
    pub(super) fn all(&self, terms: &Terms, person: &VolunteerDetail) -> Judged {
        self.all_from(terms, person, terms.today)
    }

    /// The same for a start on a day or later.
    pub(super) fn all_from(&self, terms: &Terms, person: &VolunteerDetail, not_before: NaiveDate) -> Judged {
        let judgement = terms.judge_from(person, not_before);
        let case = Case { terms, person, days: judgement.days };
        let mut criteria = Vec::new();
        let seen = Seen { case, findings: &judgement.findings, countries: self.countries };
        points(&seen, self.weights, &mut criteria);
        Judged { days: judgement.days, fit: fit(&criteria), findings: judgement.findings, criteria }
    }

    /// Everybody who may be planned for a placement, by number, with their fit.
    pub(super) fn of_post(&self, terms: &Terms, people: &[VolunteerDetail], index: &Index) -> Vec<(u32, u8)> {
        let mut desk = Desk::default();
        let fit = |number: u32| Some((number, self.fit(terms, &people[number as usize], &mut desk)?));
        index.pool(terms).all().filter_map(fit).collect()
    }

    /// Every placement that a person may be planned for, by number, with the fit.
    pub(super) fn of_person(
        &self,
        terms: &[Terms],
        person: &VolunteerDetail,
        number: u32,
        index: &Index,
    ) -> Vec<(u32, u8)> {
        let fit = |desk: &mut Desk, (post, terms): (usize, &Terms)| {
            let fit = if index.holds(terms, number) { self.fit(terms, person, desk) } else { None };
            Some((post as u32, fit?))
        };
        terms.par_iter().enumerate().with_min_len(64).map_init(Desk::default, fit).flatten_iter().collect()
    }

    /// All pairs that may be planned: by placement, each with the people in rising order. Nothing where the work was
    /// stopped.
    pub(super) fn of_all(
        &self,
        terms: &[Terms],
        people: &[VolunteerDetail],
        index: &Index,
        watch: Watch<'_>,
    ) -> Option<Vec<Vec<(u32, u8)>>> {
        let pools: Vec<Pool<'_>> = terms.iter().map(|terms| index.pool(terms)).collect();
        let (done, count) = (AtomicUsize::new(0), people.len().div_ceil(64));
        // A few people beside all placements, not the other way round: people are many, and far apart in memory.
        let of_some = |desk: &mut Desk, word: usize| {
            let mut found = Vec::new();
            for ((post, terms), pool) in (0..).zip(terms).zip(&pools) {
                for number in pool.of_word(word) {
                    let fit = self.fit(terms, &people[number as usize], desk);
                    found.extend(fit.map(|fit| (post, number, fit)));
                }
            }
            watch(done.fetch_add(1, Ordering::Relaxed) + 1, count).then_some(found)
        };
        let found: Option<Vec<_>> = (0..count).into_par_iter().map_init(Desk::default, of_some).collect();
        Some(by_post(terms.len(), found?.into_iter().flatten()))
    }

    /// The pairs that may be planned anyway, with the fit that they have now: by placement, each with the people in
    /// rising order.
    pub(super) fn again(&self, terms: &[Terms], people: &[VolunteerDetail], graph: &Graph) -> Vec<Vec<(u32, u8)>> {
        let of_person = |desk: &mut Desk, (number, person): (usize, &VolunteerDetail)| {
            let number = number as u32;
            let posts = graph.posts_of(number).iter().map(|edge| edge.other);
            let fit = |post: u32| Some((post, number, self.fit(&terms[post as usize], person, desk)?));
            posts.filter_map(fit).collect::<Vec<_>>()
        };
        let found: Vec<Vec<_>> =
            people.par_iter().enumerate().with_min_len(64).map_init(Desk::default, of_person).collect();
        by_post(terms.len(), found.into_iter().flatten())
    }
}

/// Pairs (placement, person, fit), by placement.
fn by_post(posts: usize, pairs: impl Iterator<Item = (u32, u32, u8)>) -> Vec<Vec<(u32, u8)>> {
    let mut found = vec![Vec::new(); posts];
    for (post, number, fit) in pairs {
        found[post as usize].push((number, fit));
    }
    found
}

/// The weight of a pair: its placement's tier above all fit.
pub(super) fn weight(tier: u8, fit: u8) -> i32 {
    tiers::weight(tier, u16::from(fit))
}
