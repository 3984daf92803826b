//! Several missions one after the other for one person over a horizon, with the office's rest between.
//!
//! Each pair that the rules allow is offered at its earliest start and at some later ones within the placement's window;
//! each start is judged anew, as age, papers and length depend on the days. What is settled stays as it is, and the person
//! serves before and after it. A place counts once over the horizon. As in the plan of one mission each, urgency counts
//! before fit.
//!
//! Couples and teams are not in it: their people and their places are left to the plan of one mission each, and are told
//! as left out. The most weeks that somebody may serve in all hold over all of their missions in turn; the bound does not
//! know of them, so that they can only make the gap larger.

use super::pairs::{Desk, Watch, weight};
use super::planner::{Match, Planner, judge};
use crate::domain::Id;
use crate::domain::span::Span;
use crate::matching::assignment::tiers::TIER_SHIFT;
use crate::matching::eligibility::{Finding, Reason, Rule};
use crate::matching::sequences::{self, Candidate, Problem};
use chrono::{Days, NaiveDate};
use rayon::prelude::*;
use serde::Serialize;
use std::collections::HashSet;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Starts of one pair beside the earliest.
const LATER_STARTS: u64 = 4;

/// Later starts lie at least so many days apart.
const LEAST_STEP: u64 = 28;

/// Somebody's missions, one after the other.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct InTurn {
    /// The person.
    pub volunteer: Id,
    /// By the first day.
    pub missions: Vec<Match>,
}

/// What no plan exceeds, as far as it is proved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Beyond {
    /// Urgency that a plan could have more, at most.
    pub urgency: i64,
    /// Fit that a plan as urgent could have more, at most.
    pub fit: i64,
}

/// The plan of several missions in turn, and what is proved of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sequences {
    /// Missions begin within these days.
    pub horizon: Span,
    /// Weeks of rest between two missions.
    pub rest_weeks: u16,
    /// Those who serve, in the order of ids.
    pub people: Vec<InTurn>,
    /// How many missions there are.
    pub missions: usize,
    /// The sum of their urgency, of 1 to 6 each.
    pub urgency: i64,
    /// The sum of their fit.
    pub fit: i64,
    /// How far from the best it is at most.
    pub gap: Beyond,
    /// Whether no plan is better.
    pub proved: bool,
    /// Couples and teams that are left out of it.
    pub couples: usize,
    /// See above.
    pub teams: usize,
}

impl Sequences {
    /// The plan's fit as a share of the most that is possible, in hundredths of a percent below it; at least so.
    pub fn below_best(&self) -> i64 {
        let most = self.fit + self.gap.fit;
        if most == 0 { 0 } else { (self.gap.fit * 10_000 + most - 1) / most }
    }
}

/// A start of a pair: what the search sees of it, and its days.
type Start = (Candidate, Span);

impl Planner {
    /// Plans several missions in turn. Nothing where `watch` stopped it before there was a plan; stopped later, the plan
    /// that was there by then.
    pub fn sequences(&self, horizon: Span, watch: Watch<'_>) -> Option<Sequences> {
        let rest_weeks = self.question.matching.rules.rest_weeks;
        let in_couple: HashSet<u32> =
            self.together.couples.iter().flat_map(|couple| [couple.one, couple.other]).collect();
        let mut capacities = self.left_by(&self.settled);
        let teams: HashSet<u32> = (0..self.terms.len() as u32)
            .filter(|post| self.terms[*post as usize].placement.together && capacities[*post as usize] > 1)
            .collect();
        let starts = self.starts(horizon, &in_couple, &teams, watch)?;
        teams.iter().for_each(|post| capacities[*post as usize] = 0);
        let people = starts.iter().map(|row| row.iter().map(|(one, _)| *one).collect()).collect();
        let problem = Problem::new(people, capacities, 7 * u32::from(rest_weeks));
        let found = sequences::solve(&problem, watch);
        let mut told = Sequences {
            horizon,
            rest_weeks,
            people: Vec::new(),
            missions: 0,
            urgency: 0,
            fit: 0,
            gap: Beyond::default(),
            proved: false,
            couples: self.together.couples.len(),
            teams: teams.len(),
        };
        let mut value = 0;
        for (person, route) in (0..).zip(&found.missions) {
            let route = self.within_total(person, route, &starts[person as usize]);
            value += route.iter().map(|(one, _)| i64::from(one.weight)).sum::<i64>();
            let mut missions: Vec<Match> =
                route.iter().map(|(one, days)| self.mission(person, one.post, *days)).collect();
            missions.extend(self.settled_match(person));
            missions.sort_by_key(|mission| mission.days);
            for mission in &missions {
                told.missions += 1;
                told.urgency += self.urgency(mission.placement).map_or(0, i64::from);
                told.fit += i64::from(mission.fit);
            }
            if !missions.is_empty() {
                told.people.push(InTurn { volunteer: self.volunteer(person), missions });
            }
        }
        told.gap = beyond(&problem, value, found.bound, watch);
        told.proved = found.bound == value;
        Some(told)
    }

    /// For each person the starts that may be planned. Nothing where it was stopped.
    fn starts(
        &self,
        horizon: Span,
        in_couple: &HashSet<u32>,
        teams: &HashSet<u32>,
        watch: Watch<'_>,
    ) -> Option<Vec<Vec<Start>>> {
        let (done, of) = (AtomicUsize::new(0), self.question.people.len());
        let starts = |desk: &mut Desk, person: u32| {
            if !watch(done.fetch_add(1, Ordering::Relaxed).min(of), of) {
                return None;
            }
            let mut starts = Vec::new();
            if !in_couple.contains(&person) {
                let posts = self.solver.graph().posts_of(person).iter().map(|edge| edge.other);
                for post in posts.filter(|post| !teams.contains(post)) {
                    self.starts_of(person, post, horizon, desk, &mut starts);
                }
                self.keep_settled(person, &mut starts);
            }
            Some(starts)
        };
        (0..of as u32).into_par_iter().map_init(Desk::default, starts).collect()
    }

    fn starts_of(&self, person: u32, post: u32, horizon: Span, desk: &mut Desk, starts: &mut Vec<Start>) {
        let (terms, detail) = (&self.terms[post as usize], self.person(person));
        let judge = judge(&self.question);
        let mut not_before = horizon.first.max(terms.today);
        let mut last = None;
        for _ in 0..=LATER_STARTS {
            let Some((days, fit)) = judge.fit_from(terms, detail, not_before, desk) else { return };
            if !horizon.contains(days.first) {
                return;
            }
            let end = *last.get_or_insert_with(|| {
                let until = terms.placement.start_until.filter(|until| *until >= days.first);
                until.unwrap_or(horizon.last).min(horizon.last)
            });
            let weight = weight(self.tier(post), fit);
            starts.push((Candidate { post, weight, first: number(days.first), last: number(days.last) }, days));
            let room = u64::try_from((end - days.first).num_days()).unwrap_or_default();
            let step = (room / LATER_STARTS).max(LEAST_STEP);
            match days.first.checked_add_days(Days::new(step)) {
                Some(next) if next <= end => not_before = next,
                _ => return,
            }
        }
    }

    /// Leaves only what there is room for before and after somebody's pin or hold.
    fn keep_settled(&self, person: u32, starts: &mut Vec<Start>) {
        let Some(settled) = self.settled_match(person) else { return };
        let Some(post) = self.posts.get(&settled.placement) else { return };
        let days = settled.days;
        let kept = Candidate { post: *post, weight: 0, first: number(days.first), last: number(days.last) };
        let rest = 7 * i32::from(self.question.matching.rules.rest_weeks);
        starts.retain(|(one, _)| one.leaves_room_for(&kept, rest));
    }

    fn settled_match(&self, person: u32) -> Option<Match> {
        let settled = self.settled.iter().find(|settled| settled.volunteer == person)?;
        let days = self.judged(person, settled.post).days;
        Some(Match { settled: Some(settled.settlement), ..self.mission(person, settled.post, days) })
    }

    fn mission(&self, person: u32, post: u32, days: Span) -> Match {
        let judged = judge(&self.question).all_from(&self.terms[post as usize], self.person(person), days.first);
        Match {
            volunteer: self.volunteer(person),
            placement: self.placement(post),
            days,
            fit: judged.fit,
            questions: judged.findings.iter().filter(|finding| finding.is_open_question()).count(),
            settled: None,
        }
    }

    /// Of somebody's missions in turn the best that stay within the most weeks that they may serve in all.
    fn within_total(&self, person: u32, route: &[Candidate], starts: &[Start]) -> Vec<Start> {
        let known: Vec<Start> =
            route.iter().filter_map(|one| starts.iter().find(|start| start.0 == *one)).copied().collect();
        let settled = self.settled_match(person);
        if known.len() + usize::from(settled.is_some()) < 2 {
            return known;
        }
        let mut left = Vec::with_capacity(known.len());
        for (one, days) in &known {
            let judged = self.terms[one.post as usize].judge_from(self.person(person), days.first);
            let left_weeks = |finding: &Finding| match finding.reason {
                Reason::Total { most, served, .. } => Some(i64::from(most) - served),
                _ => None,
            };
            let relaxed = self.terms[one.post as usize].relaxed.contains(&Rule::Total);
            left.push(judged.findings.iter().find_map(left_weeks).filter(|_| !relaxed).unwrap_or(i64::MAX));
        }
        let taken = settled.map_or(0, |settled| settled.days.weeks());
        // Few missions have room in a horizon, so that all choices of them are few.
        let count = known.len().min(16);
        let fits = |choice: &u32| {
            let chosen = || (0..count).filter(|place| choice >> place & 1 == 1);
            let weeks = taken + chosen().map(|place| known[place].1.weeks()).sum::<i64>();
            chosen().all(|place| weeks <= left[place])
        };
        let worth = |choice: &u32| -> i64 {
            (0..count).filter(|place| choice >> place & 1 == 1).map(|place| i64::from(known[place].0.weight)).sum()
        };
        let best = (0..1_u32 << count).filter(fits).max_by_key(worth).unwrap_or_default();
        (0..count).filter(|place| best >> place & 1 == 1).map(|place| known[place]).collect()
    }
}

/// The day as a number.
fn number(day: NaiveDate) -> i32 {
    chrono::Datelike::num_days_from_ce(&day)
}

/// In the second bound urgency weighs so much as that one step of it is more than the fit of any one pair.
const STEP: i32 = 256;

/// How far a plan of some points is from the bound. Where urgency counts before all fit, what is left open of it says
/// nothing of the fit; so a second bound weighs it only as much as fit can be traded for: a plan no less urgent has at most
/// what is above the plan's own.
fn beyond(problem: &Problem, value: i64, bound: i64, watch: Watch<'_>) -> Beyond {
    let urgency = (bound >> TIER_SHIFT) - (value >> TIER_SHIFT);
    if bound == value {
        return Beyond::default();
    }
    let mask = (1 << TIER_SHIFT) - 1;
    let light = problem.with_weights(|weight| (weight >> TIER_SHIFT) * STEP + (weight & mask as i32));
    let light_value = (value >> TIER_SHIFT) * i64::from(STEP) + (value & mask);
    let mut fit = sequences::bound(&light, light_value, watch) - light_value;
    if urgency == 0 {
        fit = fit.min(bound - value);
    }
    Beyond { urgency, fit: fit.max(0) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::decision::DecisionKind;
    use crate::domain::rules::TotalWeeks;
    use crate::domain::volunteer::Category;
    use crate::matching::examples::{country, day};
    use crate::matching::plan::tests::{decision, office, planned, unbound};
    use crate::matching::plan::{Question, Settlement};
    use proptest::prelude::*;

    fn horizon() -> Span {
        Span { first: day("2026-11-24"), last: day("2030-12-31") }
    }

    /// The same office with windows one after the other, so that missions can be, too.
    fn spread(mut question: Question) -> Question {
        for (place, detail) in (0..).zip(&mut question.placements) {
            let first = day("2027-01-10") + Days::new(200 * (place % 4));
            detail.placement.start_from = Some(first);
            detail.placement.start_until = Some(first + Days::new(120));
            (detail.placement.weeks_least, detail.placement.weeks_most) = (Some(16), Some(28));
        }
        question
    }

    fn told(question: &Question) -> Sequences {
        planned(question).sequences(horizon(), &|_, _| true).unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn missions_in_turn_never_overlap_and_each_could_be_planned_on_its_days(question in office().prop_map(spread)) {
            let planner = planned(&question);
            let told = told(&question);
            let rest = i64::from(question.matching.rules.rest_weeks) * 7;
            for one in &told.people {
                for pair in one.missions.windows(2) {
                    prop_assert!((pair[1].days.first - pair[0].days.last).num_days() > rest, "{:?}", one.missions);
                }
                for mission in one.missions.iter().filter(|mission| mission.settled.is_none()) {
                    let person = question.people.iter().find(|person| person.volunteer.id == one.volunteer).unwrap();
                    let terms = &planner.terms[planner.posts[&mission.placement] as usize];
                    let judged = terms.judge_from(person, mission.days.first);
                    prop_assert!(judged.fits() && judged.days == mission.days);
                }
            }
            let all = || told.people.iter().flat_map(|one| &one.missions);
            for detail in &question.placements {
                let there = all().filter(|mission| mission.placement == detail.placement.id).count();
                prop_assert!(there <= usize::from(detail.free_places()));
            }
            let settled: Vec<Option<Settlement>> = planner.matches().iter().map(|found| found.settled).collect();
            let kept = all().filter(|mission| mission.settled.is_some()).count();
            prop_assert_eq!(kept, settled.iter().flatten().count(), "pins and holds stay");
            prop_assert_eq!(told.proved, told.gap == Beyond::default());
        }

        #[test]
        fn no_plan_of_one_mission_each_is_beyond_the_bound(question in office().prop_map(spread).prop_map(unbound)) {
            let single = planned(&question).plan();
            let told = told(&question);
            let urgency: i64 = single.total.by_urgency.iter().map(|(tier, count)| i64::from(*tier) * *count as i64).sum();
            prop_assert!(told.urgency + told.gap.urgency >= urgency);
            if told.urgency == urgency {
                prop_assert!(told.fit + told.gap.fit >= single.total.fit as i64);
            }
        }

        #[test]
        fn the_most_weeks_in_all_hold_over_all_missions(question in office().prop_map(spread), most in 20_u16..70) {
            let mut question = question;
            question.limits.total_weeks = TotalWeeks { international: Some(most), ..TotalWeeks::default() };
            for person in &mut question.people {
                person.volunteer.categories = vec![Category::International];
            }
            // Without a country nobody knows as what somebody would serve.
            question.placements.iter_mut().for_each(|detail| detail.placement.country = Some(country("KE")));
            for one in told(&question).people.iter().filter(|one| one.missions.iter().all(|m| m.settled.is_none())) {
                let weeks: i64 = one.missions.iter().map(|mission| mission.days.weeks()).sum();
                prop_assert!(weeks <= i64::from(most), "{:?}", one.missions);
            }
        }
    }

    #[test]
    fn one_nurse_serves_in_turn_where_one_mission_each_leaves_places_empty() {
        let mut question = spread(fixed());
        let told = told(&question);
        assert_eq!((told.people.len(), told.missions, told.proved), (1, 3, true), "{told:#?}");
        assert_eq!(planned(&question).plan().matches.len(), 1);
        let mut firsts = told.people[0].missions.iter().map(|mission| mission.days.first);
        let second = firsts.nth(1).unwrap();
        // Twice as much rest, and the second begins later in its window.
        question.matching.rules.rest_weeks = 8;
        let rested = super::tests::told(&question).people[0].missions[1].days.first;
        assert!(rested > second, "{second} {rested}");
        let pinned = question.placements[1].placement.id;
        let pin = decision(pinned, question.people[0].volunteer.id, DecisionKind::Pinned);
        question.decisions.push(pin);
        let around = super::tests::told(&question);
        let settled = around.people[0].missions.iter().find(|mission| mission.settled.is_some()).unwrap();
        assert_eq!((settled.placement, around.missions >= 2), (pinned, true), "{around:#?}");
        assert_eq!(planned(&question).sequences(horizon(), &|_, _| false), None);
    }

    /// One nurse and three wards.
    fn fixed() -> Question {
        let mut question = Question::new(crate::matching::examples::today());
        question.people = vec![crate::matching::examples::nurse()];
        question.placements = (1..4)
            .map(|number| {
                let mut detail = crate::matching::examples::ward();
                detail.placement.id = Id::from_random_bits(number << 64);
                detail
            })
            .collect();
        question.placements.clone().iter().for_each(|detail| question.know(&detail.placement));
        question
    }
}
