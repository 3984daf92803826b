//! The people of an office for one placement, ranked, with a reason for and against each.
//!
//! People are pushed one after the other, so that 40,000 of them are never held at once: only the best are kept, and
//! the counts are of all. The result does not depend on the order in which they come.

use super::eligibility::{Case, Finding, Rule, Settings, Terms, Verdict};
use super::fit::{Line, Seen, Weights, fit, points};
use crate::domain::detail::{PlacementDetail, VolunteerDetail};
use crate::domain::reference::Country;
use crate::domain::rules::Limits;
use crate::domain::span::Span;
use crate::domain::{ById, Id};
use chrono::NaiveDate;
use serde::Serialize;
use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashSet};
use std::sync::Arc;

/// How many candidates are kept of those who fit, and of those who nearly do.
const KEPT: usize = 200;
const KEPT_NEAREST: usize = 50;

/// Whoever fails more conditions than this that decide is not near.
const NEAR: usize = 2;

/// A person beside the placement.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Candidate {
    /// The person.
    pub volunteer: Id,
    /// The person's short reference.
    pub reference: String,
    /// The person's full name.
    pub name: String,
    /// 0 to 100.
    pub fit: u8,
    /// First and last day of the mission: the earliest start that works.
    pub days: Span,
    /// What the rules say, in their order.
    pub findings: Vec<Finding>,
    /// The points of each criterion.
    pub criteria: Vec<Line>,
}

/// What speaks against a candidate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Against<'a> {
    /// What a rule says.
    Finding(&'a Finding),
    /// A criterion that gives few points.
    Line(&'a Line),
}

impl std::fmt::Display for Against<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Finding(finding) => finding.fmt(f),
            Self::Line(line) => line.fmt(f),
        }
    }
}

impl Candidate {
    /// What speaks most for the person: the criterion with the most points, of those that something is known for.
    pub fn reason_for(&self) -> Option<&Line> {
        // Of several, the one that is shown first.
        self.criteria
            .iter()
            .rev()
            .filter(|line| line.points > 0)
            .max_by_key(|line| (line.because.is_known(), line.points))
    }

    /// What speaks most against the person: what decides, then what is not known, then what would be nice, then the
    /// criterion that loses the most points.
    pub fn reason_against(&self) -> Option<Against<'_>> {
        let first = |is_it: fn(&&Finding) -> bool| self.findings.iter().find(is_it).map(Against::Finding);
        let loss = |line: &&Line| line.most - line.points;
        first(|finding| finding.decides_against())
            .or_else(|| first(|finding| finding.is_open_question()))
            .or_else(|| first(|finding| finding.verdict == Verdict::Fail))
            .or_else(|| {
                let weak = self.criteria.iter().rev().filter(|line| loss(line) > 0).max_by_key(loss);
                weak.map(Against::Line)
            })
    }

    /// The questions to ask before the person can be proposed.
    pub fn questions(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.is_open_question())
    }

    /// The conditions that decide against the person.
    pub fn failed(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.decides_against())
    }

    fn rank(&self) -> Rank<'_> {
        Rank { failed: self.failed().count(), fit: self.fit, reference: &self.reference, volunteer: self.volunteer }
    }
}

/// Where somebody stands among the candidates; the lesser rank is the better one.
#[derive(PartialEq, Eq)]
struct Rank<'a> {
    failed: usize,
    fit: u8,
    reference: &'a str,
    volunteer: Id,
}

impl Ord for Rank<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        // References grow longer as an office does: V-9999 comes before V-10000.
        let key = |rank: &Self| (rank.failed, std::cmp::Reverse(rank.fit), rank.reference.len());
        key(self)
            .cmp(&key(other))
            .then_with(|| self.reference.cmp(other.reference))
            .then_with(|| self.volunteer.cmp(&other.volunteer))
    }
}

impl PartialOrd for Rank<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A candidate in the order of ranks.
struct Ranked(Candidate);

impl PartialEq for Ranked {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Ranked {}

impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.rank().cmp(&other.0.rank())
    }
}

impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The best so far, the worst of them on top, so that it goes when a better one comes.
struct Best {
    heap: BinaryHeap<Ranked>,
    most: usize,
}

impl Best {
    fn new(most: usize) -> Self {
        Self { heap: BinaryHeap::new(), most }
    }

    /// Makes the candidate only if it is to be kept.
    fn offer(&mut self, rank: &Rank<'_>, make: impl FnOnce() -> Candidate) {
        if self.heap.len() >= self.most {
            match self.heap.peek() {
                Some(worst) if *rank < worst.0.rank() => self.heap.pop(),
                _ => return,
            };
        }
        self.heap.push(Ranked(make()));
    }

    fn add(&mut self, other: Self) {
        self.heap.extend(other.heap);
        while self.heap.len() > self.most {
            self.heap.pop();
        }
    }

    fn in_order(self) -> Vec<Candidate> {
        self.heap.into_sorted_vec().into_iter().map(|ranked| ranked.0).collect()
    }
}

/// How many people are left after a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The rule.
    pub rule: Rule,
    /// People who pass this rule and all before it, or of whom it is not known.
    pub left: usize,
    /// Those of them of whom this rule does not know.
    pub unknown: usize,
    /// People who fail this rule and no other: who would come in were it set aside.
    pub only_this: usize,
}

/// Who fits a placement, who nearly does, and how many are left after each rule.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Candidates {
    /// The placement.
    pub placement: Id,
    /// The day on which they were looked at.
    pub today: NaiveDate,
    /// People looked at.
    pub pool: usize,
    /// What each rule leaves of them, in the order of the rules.
    pub funnel: Vec<Step>,
    /// How many fit; [`Self::fitting`] has the best of them.
    pub fitting_count: usize,
    /// Of how many of them something that decides is not known: they may fit.
    pub unsure_count: usize,
    /// How many of them are members of the associations that were named: those of the country's diaspora.
    pub member_count: usize,
    /// The best of those who fit, the best first.
    pub fitting: Vec<Candidate>,
    /// How many fail one or two conditions; [`Self::nearest`] has the best of them.
    pub nearest_count: usize,
    /// The best of those who fail one or two conditions that decide, the nearest first.
    pub nearest: Vec<Candidate>,
}

/// Gathers the candidates for one placement.
pub struct Collector {
    terms: Terms,
    weights: Weights,
    countries: ById<Country>,
    pool: usize,
    funnel: Vec<Step>,
    fitting_count: usize,
    unsure_count: usize,
    member_count: usize,
    fitting: Best,
    nearest_count: usize,
    nearest: Best,
    findings: Vec<Finding>,
    lines: Vec<Line>,
}

impl Collector {
    /// An empty one, with the first settings and weights.
    pub fn new(placement: &PlacementDetail, limits: Limits, today: NaiveDate) -> Self {
        Self::of(Terms::new(placement, limits, today))
    }

    /// An empty one for what a placement asks, with the first weights.
    pub fn of(terms: Terms) -> Self {
        let funnel = terms.rules().map(|rule| Step { rule, left: 0, unknown: 0, only_this: 0 }).collect();
        Self {
            terms,
            weights: Weights::default(),
            countries: ById::default(),
            pool: 0,
            funnel,
            fitting_count: 0,
            unsure_count: 0,
            member_count: 0,
            fitting: Best::new(KEPT),
            nearest_count: 0,
            nearest: Best::new(KEPT_NEAREST),
            findings: Vec::new(),
            lines: Vec::new(),
        }
    }

    /// The same with the country of each placement, for experience in earlier missions.
    pub fn with_countries(mut self, countries: ById<Country>) -> Self {
        self.countries = countries;
        self
    }

    /// The same with the associations of the country's diaspora, whose members among those who fit are counted.
    pub fn with_associations(mut self, associations: HashSet<Id>) -> Self {
        self.terms = self.terms.with_associations(Arc::new(associations));
        self
    }

    /// The same with other weights.
    pub fn with_weights(mut self, weights: Weights) -> Self {
        self.weights = weights;
        self
    }

    /// The same with other settings of the rules.
    pub fn with_settings(mut self, settings: Settings) -> Self {
        self.terms = self.terms.with_settings(settings);
        self.funnel = self.terms.rules().map(|rule| Step { rule, left: 0, unknown: 0, only_this: 0 }).collect();
        self
    }

    /// The same keeping so many candidates, and so many of those who nearly fit.
    pub fn keeping(mut self, fitting: usize, nearest: usize) -> Self {
        self.fitting.most = fitting;
        self.nearest.most = nearest;
        self
    }

    /// Looks at one more person.
    pub fn push(&mut self, person: &VolunteerDetail) {
        self.pool += 1;
        let days = self.terms.judge_while(person, &mut self.findings, |findings| !is_far(findings));
        self.count();
        let failed = self.findings.iter().filter(|finding| finding.decides_against()).count();
        if failed > NEAR
            || (failed > 0 && self.findings.iter().any(|finding| finding.decides_against() && finding.is_final()))
        {
            return;
        }
        let seen = Seen {
            case: Case { terms: &self.terms, person, days },
            findings: &self.findings,
            countries: &self.countries,
        };
        points(&seen, &self.weights, &mut self.lines);
        let fit = fit(&self.lines);
        let (best, count) = match failed {
            0 => (&mut self.fitting, &mut self.fitting_count),
            _ => (&mut self.nearest, &mut self.nearest_count),
        };
        *count += 1;
        let is_unsure = failed == 0 && self.findings.iter().any(Finding::is_open_question);
        self.unsure_count += usize::from(is_unsure);
        let is_member = person.volunteer.diaspora_organisation.is_some_and(|of| self.terms.associations.contains(&of));
        self.member_count += usize::from(failed == 0 && is_member);
        let volunteer = &person.volunteer;
        let rank = Rank { failed, fit, reference: &volunteer.reference, volunteer: volunteer.id };
        best.offer(&rank, || Candidate {
            volunteer: volunteer.id,
            reference: volunteer.reference.clone(),
            name: volunteer.full_name.clone(),
            fit,
            days,
            findings: self.findings.clone(),
            criteria: self.lines.clone(),
        });
    }

    /// The same with those who were pushed to another for the same placement.
    pub(super) fn with(mut self, other: Self) -> Self {
        self.pool += other.pool;
        for (step, more) in self.funnel.iter_mut().zip(other.funnel) {
            step.left += more.left;
            step.unknown += more.unknown;
            step.only_this += more.only_this;
        }
        self.fitting_count += other.fitting_count;
        self.unsure_count += other.unsure_count;
        self.member_count += other.member_count;
        self.nearest_count += other.nearest_count;
        self.fitting.add(other.fitting);
        self.nearest.add(other.nearest);
        self
    }

    /// The candidates among those who were pushed.
    pub fn finish(self) -> Candidates {
        Candidates {
            placement: self.terms.placement.id,
            today: self.terms.today,
            pool: self.pool,
            funnel: self.funnel,
            fitting_count: self.fitting_count,
            unsure_count: self.unsure_count,
            member_count: self.member_count,
            fitting: self.fitting.in_order(),
            nearest_count: self.nearest_count,
            nearest: self.nearest.in_order(),
        }
    }

    /// Counts the person in the funnel, from what the rules said.
    fn count(&mut self) {
        let mut failed = self.findings.iter().filter(|finding| finding.decides_against()).map(|finding| finding.rule);
        let first = failed.next();
        let only_one = first.is_some() && failed.all(|rule| Some(rule) == first);
        for step in &mut self.funnel {
            if Some(step.rule) == first {
                step.only_this += usize::from(only_one);
                break;
            }
            step.left += 1;
            let is_question = |finding: &Finding| finding.rule == step.rule && finding.is_open_question();
            step.unknown += usize::from(self.findings.iter().any(is_question));
        }
    }
}

/// The candidates among the people, with the first settings and weights.
pub fn candidates<'a>(
    placement: &PlacementDetail,
    people: impl IntoIterator<Item = &'a VolunteerDetail>,
    limits: Limits,
    today: NaiveDate,
) -> Candidates {
    let mut collector = Collector::new(placement, limits, today);
    people.into_iter().for_each(|person| collector.push(person));
    collector.finish()
}

/// Whether the rest of the rules does not matter: too many failed to be near, and not all of one rule, so that none of
/// them alone keeps the person out.
fn is_far(findings: &[Finding]) -> bool {
    let failed = || findings.iter().filter(|finding| finding.decides_against()).map(|finding| finding.rule);
    failed().count() > NEAR && failed().any(|rule| Some(rule) != failed().next())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::domain::placement::Weight;
    use crate::domain::volunteer::{Level, Standing};
    use crate::matching::examples::{asks_language, country, day, nurse, occupation, speaks, stranger, today, ward};
    use proptest::prelude::*;

    fn ranked(placement: &PlacementDetail, people: &[VolunteerDetail]) -> Candidates {
        candidates(placement, people, Limits::default(), today())
    }

    fn named(reference: &str, change: impl FnOnce(&mut VolunteerDetail)) -> VolunteerDetail {
        let mut person = nurse();
        person.volunteer.reference = reference.into();
        change(&mut person);
        person
    }

    fn references(candidates: &[Candidate]) -> Vec<&str> {
        candidates.iter().map(|candidate| candidate.reference.as_str()).collect()
    }

    #[test]
    fn the_better_fit_comes_first_and_references_break_ties() {
        let people = [
            named("V-10000", |_| {}),
            named("V-0007", |person| person.volunteer.heritage = vec![country("KE")]),
            named("V-9999", |_| {}),
            named("V-0001", |person| person.volunteer.occupation = Some(occupation("2222"))),
        ];
        let found = ranked(&ward(), &people);
        assert_eq!(references(&found.fitting), ["V-0007", "V-9999", "V-10000", "V-0001"]);
        assert!(found.fitting[0].fit > found.fitting[1].fit && found.fitting[1].fit == found.fitting[2].fit);
    }

    #[test]
    fn whoever_fails_one_or_two_conditions_is_near_and_the_refused_never() {
        let mut placement = ward();
        placement.requirements = vec![
            asks_language(Weight::Must, "en", Some(Level::B2)),
            asks_language(Weight::Nice, "sw", Some(Level::A2)),
        ];
        let english = |person: &mut VolunteerDetail| person.languages = vec![speaks("en", Some(Level::B1))];
        let people = [
            named("V-0001", |person| {
                english(person);
                person.volunteer.ruled_out = vec![country("KE")];
            }),
            named("V-0002", english),
            named("V-0003", |person| {
                english(person);
                person.volunteer.ruled_out = vec![country("KE")];
                person.volunteer.birth_date = Some(day("2015-01-01"));
            }),
            named("V-0004", |person| person.volunteer.standing = Standing::Refused),
            named("V-0005", |_| {}),
        ];
        let found = ranked(&placement, &people);
        assert_eq!(references(&found.fitting), ["V-0005"]);
        assert_eq!(references(&found.nearest), ["V-0002", "V-0001"]);
        let against = |candidate: &Candidate| candidate.reason_against().unwrap().to_string();
        assert_eq!(against(&found.nearest[0]), "needs English B2, has English B1");
        assert_eq!(against(&found.fitting[0]), "needs Swahili A2, has no Swahili");
        assert_eq!(found.fitting[0].reason_for().unwrap().to_string(), "the very occupation");
    }

    #[test]
    fn the_funnel_ends_with_those_who_fit_and_says_who_would_come_in() {
        let people = [
            named("V-0001", |_| {}),
            named("V-0002", |person| person.volunteer.occupation = Some(occupation("7111"))),
            named("V-0003", |person| {
                person.volunteer.occupation = Some(occupation("7111"));
                person.volunteer.ruled_out = vec![country("KE")];
            }),
            stranger(),
        ];
        let found = ranked(&ward(), &people);
        assert_eq!((found.pool, found.fitting_count, found.nearest_count), (4, 2, 2));
        let step = |rule| found.funnel.iter().find(|step| step.rule == rule).unwrap();
        assert_eq!(*step(Rule::Standing), Step { rule: Rule::Standing, left: 4, unknown: 1, only_this: 0 });
        assert_eq!(*step(Rule::Country), Step { rule: Rule::Country, left: 3, unknown: 0, only_this: 0 });
        assert_eq!(*step(Rule::Occupation), Step { rule: Rule::Occupation, left: 2, unknown: 1, only_this: 1 });
        assert!(found.funnel.iter().all(|step| step.rule != Rule::Skill), "no skill is asked for");
    }

    #[test]
    fn somebody_of_whom_nothing_is_known_is_listed_below_with_questions() {
        let found = ranked(&ward(), &[stranger(), nurse()]);
        assert_eq!(references(&found.fitting), ["V-0231", "V-0500"]);
        let questions: Vec<_> = found.fitting[1].questions().map(ToString::to_string).collect();
        assert_eq!(
            questions,
            [
                "has applied, not assessed yet",
                "the availability is not known, looked at 2027-01-19 to 2028-01-17 (52 weeks)",
                "18 to 75 years old, the day of birth is not known",
                "needs 2221 Nursing professionals, the occupation is not known",
            ]
        );
        assert_eq!(found.fitting[1].reason_against().unwrap().to_string(), "has applied, not assessed yet");
    }

    #[test]
    fn candidates_go_out_as_json_with_their_sentences() {
        let json = serde_json::to_value(ranked(&ward(), &[nurse()])).unwrap();
        let first = &json["fitting"][0];
        assert_eq!(first["days"]["first"], "2027-01-10");
        assert_eq!(first["findings"][0]["sentence"], "is ready");
        assert_eq!(first["findings"][0]["reason"]["kind"], "standing");
        assert_eq!(first["criteria"][0]["criterion"], "occupation");
    }

    /// Somebody whose data are drawn: which occupation, standing, country ruled out, birth and language there is.
    fn drawn(number: usize, draw: (u8, u8, u8, u8, u8)) -> VolunteerDetail {
        let mut person = nurse();
        let volunteer = &mut person.volunteer;
        volunteer.id = Id::from_random_bits(number as u128);
        // Some share a reference, as offices that never met do.
        volunteer.reference = format!("V-{:04}", number % 13);
        volunteer.occupation =
            [None, Some(occupation("2221")), Some(occupation("2222")), Some(occupation("7"))][draw.0 as usize % 4];
        volunteer.standing = Standing::ALL[draw.1 as usize % Standing::ALL.len()];
        volunteer.ruled_out = if draw.2.is_multiple_of(4) { vec![country("KE")] } else { Vec::new() };
        volunteer.birth_date = [None, Some(day("1990-01-01")), Some(day("2015-01-01"))][draw.3 as usize % 3];
        person.languages = if draw.4.is_multiple_of(4) {
            Vec::new()
        } else {
            vec![speaks("en", Some(Level::ALL[draw.4 as usize % 7]))]
        };
        person
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn order_does_not_matter_and_the_counts_add_up(
            draws in proptest::collection::vec(any::<(u8, u8, u8, u8, u8)>(), 0..40).prop_shuffle(),
            order in any::<u64>(),
        ) {
            let mut placement = ward();
            placement.requirements = vec![asks_language(Weight::Must, "en", Some(Level::B2))];
            let mut people: Vec<_> = draws.into_iter().enumerate().map(|(number, draw)| drawn(number, draw)).collect();
            let gather = |people: &[VolunteerDetail]| {
                let mut collector = Collector::new(&placement, Limits::default(), today()).keeping(7, 5);
                people.iter().for_each(|person| collector.push(person));
                collector
            };
            let collect = |people: &[VolunteerDetail]| gather(people).finish();
            let found = collect(&people);
            let (some, others) = people.split_at(people.len() / 3);
            prop_assert_eq!(&gather(some).with(gather(others)).finish(), &found);
            people.sort_by_key(|person| Id::from_random_bits(u128::from(order).wrapping_mul(u128::from_be_bytes(*person.volunteer.id.bytes()))));
            prop_assert_eq!(&collect(&people), &found);

            // The short way of the collector says the same as all rules on everybody.
            let terms = Terms::new(&placement, Limits::default(), today());
            let failures = |person: &VolunteerDetail| -> Vec<Rule> {
                terms.judge(person).findings.iter().filter(|f| f.decides_against()).map(|f| f.rule).collect()
            };
            let all: Vec<Vec<Rule>> = people.iter().map(failures).collect();
            prop_assert_eq!(found.pool, people.len());
            prop_assert_eq!(found.fitting_count, all.iter().filter(|failed| failed.is_empty()).count());
            prop_assert_eq!(found.funnel.last().map(|step| step.left), Some(found.fitting_count));
            for step in &found.funnel {
                let left = all.iter().filter(|failed| failed.iter().all(|rule| *rule > step.rule)).count();
                let only = all.iter().filter(|failed| !failed.is_empty() && failed.iter().all(|rule| *rule == step.rule)).count();
                prop_assert_eq!((step.left, step.only_this), (left, only), "{}", step.rule);
            }
            prop_assert_eq!(found.fitting.len(), found.fitting_count.min(7));
            prop_assert!(found.fitting.windows(2).all(|pair| pair[0].rank() < pair[1].rank()));
            prop_assert!(found.nearest.iter().all(|candidate| (1..=2).contains(&candidate.failed().count())));
        }
    }
}
