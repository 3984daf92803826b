//! What a plan promises, tried on random small offices.
#![allow(clippy::unwrap_used)]

use super::pairs::Desk;
use super::planner::judge;
use super::*;
use crate::domain::Id;
use crate::domain::decision::{Decision, DecisionKind};
use crate::domain::detail::{PlacementDetail, VolunteerDetail};
use crate::domain::placement::{Priority, Weight};
use crate::domain::volunteer::{Category, Level, Standing};
use crate::matching::eligibility::Rule;
use crate::matching::examples::{
    asks_experience, asks_language, asks_skill, country, day, has_skill, nurse, occupation, speaks, today, ward,
};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use std::collections::HashMap;

/// A person drawn from few values, so that pairs are allowed and alike often enough.
fn person(draw: u64) -> VolunteerDetail {
    let mut person = nurse();
    let mut random = Draw(draw);
    person.volunteer.id = Id::from_random_bits(u128::from(draw));
    person.volunteer.reference = format!("V-{}", draw % 10_000);
    person.volunteer.occupation =
        [Some(occupation("2221")), Some(occupation("2222")), Some(occupation("2310")), Some(occupation("22")), None]
            [random.below(5)];
    person.languages = match random.below(4) {
        0 => Vec::new(),
        1 => vec![speaks("fr", Some(Level::C1))],
        2 => vec![speaks("en", Some(Level::B1)), speaks("fr", Some(Level::B2))],
        _ => vec![speaks("en", Some(Level::C1))],
    };
    person.volunteer.ruled_out = if random.below(5) == 0 { vec![country("KE")] } else { Vec::new() };
    person.volunteer.heritage = if random.below(3) == 0 { vec![country("NP")] } else { Vec::new() };
    person.volunteer.weeks_most = [None, Some(30), Some(20)][random.below(3)];
    person.volunteer.standing =
        [Standing::Ready, Standing::Ready, Standing::Applied, Standing::Resting][random.below(4)];
    person.skills = vec![has_skill("Teaching", Some(2), Some(random.below(9) as u8))];
    person.volunteer.occupation_years = [None, Some(1), Some(6)][random.below(3)];
    person.volunteer.categories = match random.below(6) {
        0 => vec![Category::Diaspora],
        1 => vec![Category::Youth, Category::National],
        2 => vec![Category::International],
        _ => Vec::new(),
    };
    person.volunteer.available_from =
        [Some(day("2026-12-01")), Some(day("2026-12-01")), Some(day("2027-04-01")), None][random.below(4)];
    person.volunteer.available_until = [None, None, None, Some(day("2027-08-01"))][random.below(4)];
    person
}

fn placement(draw: u64) -> PlacementDetail {
    let mut detail = ward();
    let mut random = Draw(draw);
    let placement = &mut detail.placement;
    placement.id = Id::from_random_bits(u128::from(draw) << 64);
    placement.reference = format!("P-{}", draw % 10_000);
    placement.country = [Some(country("KE")), Some(country("NP")), None][random.below(3)];
    placement.occupation = [Some(occupation("2221")), Some(occupation("2310")), None][random.below(3)];
    placement.places = 1 + random.below(3) as u16;
    placement.together = random.below(4) == 0;
    placement.priority = [Priority::Urgent, Priority::Normal, Priority::Low][random.below(3)];
    placement.start_until = Some(day(["2027-02-01", "2027-06-01"][random.below(2)]));
    if random.below(3) == 0 {
        detail.requirements = vec![asks_language(Weight::Must, ["en", "fr"][random.below(2)], Some(Level::B2))];
    }
    if random.below(3) == 0 {
        detail.requirements.push(asks_experience(["", "Teaching"][random.below(2)], Some(5)));
    }
    if random.below(5) == 0 {
        detail.requirements.push(asks_skill(Weight::Must, ["teaching", "Nursing"][random.below(2)], Some(2), None));
    }
    if random.below(5) == 0 {
        detail.placement.categories = vec![Category::International, Category::Diaspora];
    }
    detail
}

/// Numbers from a seed (the finaliser of SplitMix64).
struct Draw(u64);

impl Draw {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % most as u64) as usize
    }
}

pub(super) fn office() -> impl Strategy<Value = Question> {
    let people = proptest::collection::vec(any::<u64>().prop_map(person), 1..9);
    let placements = proptest::collection::vec(any::<u64>().prop_map(placement), 1..6);
    let decided = proptest::collection::vec((any::<u64>(), any::<u64>(), 0..4_usize), 0..3);
    (people, placements, decided).prop_map(|(people, placements, decided)| {
        let (mut question, mut people) = (Question::new(today()), people);
        // The first two travel together in half of the offices.
        if let [one, other, ..] = people.as_mut_slice()
            && one.volunteer.id.bytes()[15] % 2 == 0
        {
            one.volunteer.travels_with = Some(other.volunteer.id);
        }
        placements.iter().for_each(|placement| question.know(&placement.placement));
        for (one, other, kind) in decided {
            let of = placements[one as usize % placements.len()].placement.id;
            let volunteer = people[other as usize % people.len()].volunteer.id;
            question.decisions.retain(|decision: &Decision| (decision.of, decision.volunteer) != (of, volunteer));
            question.decisions.push(decision(of, volunteer, DecisionKind::ALL[kind]));
        }
        (question.people, question.placements) = (people, placements);
        question
    })
}

/// The same office without couples and teams, where the plan is the exact best.
pub(super) fn unbound(mut question: Question) -> Question {
    question.people.iter_mut().for_each(|person| person.volunteer.travels_with = None);
    question.placements.iter_mut().for_each(|detail| detail.placement.together = false);
    question
}

pub(super) fn decision(of: Id, volunteer: Id, kind: DecisionKind) -> Decision {
    Decision { id: Id::random(), of, volunteer, kind, until: None, reason: String::new(), on: today() }
}

pub(super) fn planned(question: &Question) -> Planner {
    Planner::new(question.clone(), &|_, _| true).unwrap()
}

/// What a plan is worth, by what counts first: pins and holds, then the places filled by urgency, then the fit.
fn worth(plan: &Plan) -> (usize, Vec<usize>, u64) {
    let by_urgency = (1..=6).rev().map(|tier| plan.total.by_urgency.get(&tier).copied().unwrap_or_default());
    (plan.total.settled, by_urgency.collect(), plan.total.fit)
}

/// A pair forced in a plan from nothing: a pin with a reason, which sets rules aside.
fn forced(question: &Question, volunteer: Id, placement: Id) -> Plan {
    let mut question = question.clone();
    question.decisions.retain(|decision| (decision.of, decision.volunteer) != (placement, volunteer));
    let pin = decision(placement, volunteer, DecisionKind::Pinned);
    question.decisions.push(Decision { reason: "asked for by name".into(), ..pin });
    planned(&question).plan()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_index_loses_nobody(question in office()) {
        let planner = planned(&question);
        let judge = judge(&planner.question);
        for terms in &planner.terms {
            let quick = judge.of_post(terms, &planner.question.people, &planner.index);
            let everybody = (0..).zip(&planner.question.people);
            let slow: Vec<(u32, u8)> = everybody
                .filter_map(|(number, person)| {
                    let all = judge.all(terms, person);
                    let fits = !all.findings.iter().any(|finding| finding.decides_against());
                    fits.then_some((number, all.fit))
                })
                .collect();
            let mut quick = quick;
            quick.sort_unstable();
            prop_assert_eq!(&quick, &slow);
            let mut desk = Desk::default();
            let one_by_one: Vec<(u32, u8)> = (0..)
                .zip(&planner.question.people)
                .filter_map(|(number, person)| Some((number, judge.fit(terms, person, &mut desk)?)))
                .collect();
            prop_assert_eq!(one_by_one, slow);
        }
    }

    #[test]
    fn the_order_of_rows_changes_nothing(question in office(), turn in 0..8_usize) {
        let mut turned = question.clone();
        let (people, placements) = (turned.people.len(), turned.placements.len());
        turned.people.rotate_left(turn % people);
        turned.placements.rotate_left(turn % placements);
        turned.people.reverse();
        turned.decisions.reverse();
        let one_thread = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
        prop_assert_eq!(planned(&question).plan(), one_thread.install(|| planned(&turned)).plan());
    }

    #[test]
    fn a_rule_set_aside_never_makes_the_plan_worse(question in office().prop_map(unbound), rule in 0..Rule::ALL.len()) {
        let before = worth(&planned(&question).plan());
        let mut relaxed = question.clone();
        relaxed.relaxed.push(Relaxed { rule: Rule::ALL[rule], placement: None });
        let (settled, filled, _) = worth(&planned(&relaxed).plan());
        // What a rule says of somebody may give fewer points once it decides nothing, so places count and not the fit.
        prop_assert!((settled, filled) >= (before.0, before.1));
    }

    #[test]
    fn one_person_less_never_makes_the_plan_better(question in office().prop_map(unbound), gone in any::<prop::sample::Index>()) {
        let mut less = question.clone();
        less.decisions.clear();
        let before = worth(&planned(&less).plan());
        let place = gone.index(less.people.len());
        less.people.remove(place);
        prop_assert!(worth(&planned(&less).plan()) <= before);
    }

    #[test]
    fn a_regret_is_the_difference_of_two_plans(question in office(), who in any::<prop::sample::Index>(), place in any::<prop::sample::Index>()) {
        let mut planner = planned(&question);
        let before = planner.plan();
        let volunteer = question.people[who.index(question.people.len())].volunteer.id;
        let placement = question.placements[place.index(question.placements.len())].placement.id;
        if let Some(cost) = planner.regret(volunteer, placement) {
            let after = forced(&question, volunteer, placement);
            let tiers = |plan: &Plan| plan.total.by_urgency.iter().map(|(tier, count)| i64::from(*tier) * *count as i64).sum::<i64>();
            let known = planner.explain(volunteer, placement).unwrap();
            // What may not be planned at all may not be pinned either: somebody who was refused or is here already.
            if known.choice.candidate.findings.iter().any(|finding| finding.decides_against() && finding.is_final()) {
                return Ok(());
            }
            if known.choice.planned == Some(placement) {
                // A pin would do more: it frees the other of a couple, or leaves a team without the rest.
                prop_assert_eq!((cost.places, cost.urgency, cost.fit, cost.exact), (0, 0, 0, true));
                return Ok(());
            }
            prop_assert_eq!(cost.places, before.total.filled as i64 - after.total.filled as i64);
            prop_assert_eq!(cost.urgency, tiers(&before) - tiers(&after));
            // The pin takes the place of what was decided about the two, which counted among what is known of them.
            let pair = after.matches.iter().find(|found| (found.volunteer, found.placement) == (volunteer, placement));
            let more = pair.map_or(0, |pair| i64::from(pair.fit) - i64::from(known.choice.candidate.fit));
            prop_assert_eq!(cost.fit, before.total.fit as i64 - after.total.fit as i64 + more);
            prop_assert!(cost.exact);
        }
        let choices = planner.choices(placement, 100);
        let known = planner.regret(volunteer, placement);
        prop_assert!(choices.iter().all(|choice| choice.candidate.volunteer != volunteer || choice.cost == known));
        prop_assert_eq!(planner.plan(), before, "asking changes nothing");
    }

    #[test]
    fn filling_an_empty_place_costs_what_is_told_and_moves_who_is_told(question in office().prop_map(unbound)) {
        let mut planner = planned(&question);
        let before = planner.plan();
        for (placement, _) in &before.empty {
            let Some(cost) = planner.why_empty(*placement).and_then(|empty| empty.why.cost().cloned()) else { continue };
            let mut at: HashMap<Id, Id> = before.matches.iter().map(|found| (found.volunteer, found.placement)).collect();
            let there = |at: &HashMap<Id, Id>| at.values().filter(|of| *of == placement).count();
            let was = there(&at);
            for moved in &cost.moves {
                prop_assert_eq!(at.remove(&moved.volunteer), moved.from);
                at.extend(moved.to.map(|to| (moved.volunteer, to)));
            }
            prop_assert_eq!(there(&at), was + 1);
            prop_assert_eq!(cost.places, before.matches.len() as i64 - at.len() as i64);
            if was == 0 {
                // Whoever comes is the first there: the one whose coming costs least.
                let ids = question.people.iter().map(|person| person.volunteer.id);
                let allowed: Vec<Id> =
                    ids.filter(|id| planner.explain(*id, *placement).is_some_and(|told| told.allowed)).collect();
                let costs = allowed.into_iter().filter_map(|id| planner.regret(id, *placement));
                let least = costs.map(|cost| (cost.urgency, cost.fit)).min();
                prop_assert_eq!(least, Some((cost.urgency, cost.fit)));
            }
        }
        prop_assert_eq!(planner.plan(), before, "asking changes nothing");
    }

    #[test]
    fn all_who_are_left_out_are_told_what_each_is_told_alone(question in office()) {
        let mut planner = planned(&question);
        let everybody: Vec<Id> = planner.question().people.iter().map(|person| person.volunteer.id).collect();
        let each: Vec<_> = everybody.into_iter().filter_map(|id| planner.why_left_out(id)).collect();
        prop_assert_eq!(planner.all_left_out(), each);
    }

    #[test]
    fn after_edits_the_plan_is_the_one_from_nothing(question in office(), edits in proptest::collection::vec((0..7_usize, any::<u64>()), 1..6)) {
        let mut planner = planned(&question);
        for (kind, draw) in edits {
            edit(&mut planner, kind, draw);
            same_from_nothing(&planner)?;
        }
    }

    #[test]
    fn couples_and_teams_are_together_or_not_at_all(question in office()) {
        let plan = planned(&question).plan();
        for detail in question.placements.iter().filter(|detail| detail.placement.together) {
            let there: Vec<&Match> = plan.matches.iter().filter(|found| found.placement == detail.placement.id).collect();
            let settled = there.iter().filter(|found| found.settled.is_some()).count();
            prop_assert!(there.len() == settled || there.len() == usize::from(detail.free_places()));
        }
        let place = |volunteer| plan.matches.iter().find(|found| found.volunteer == volunteer);
        for person in &question.people {
            let Some(other) = person.volunteer.travels_with else { continue };
            let (one, other) = (place(person.volunteer.id), place(other));
            let settled = |found: Option<&Match>| found.is_some_and(|found| found.settled.is_some());
            if settled(one) && settled(other) {
                continue;
            }
            if !settled(one) && !settled(other) {
                prop_assert_eq!(one.is_some(), other.is_some(), "both or neither");
            }
            if let Some((one, other)) = one.zip(other) {
                let country = |found: &Match| question.countries.get(&found.placement);
                prop_assert!(one.placement == other.placement || country(one) == country(other));
                prop_assert!(one.days.overlaps(other.days));
            }
        }
        let best = planned(&unbound(question)).plan();
        let tiers = |plan: &Plan| plan.total.by_urgency.iter().map(|(tier, count)| i64::from(*tier) * *count as i64).sum::<i64>();
        let lost = (tiers(&best) - tiers(&plan), best.total.fit as i64 - plan.total.fit as i64);
        prop_assert!(lost >= (0, 0), "nobody gains by being bound");
        prop_assert_eq!((plan.proved, plan.gap.urgency, plan.gap.fit), (true, 0, 0), "so few are tried to the end");
    }

    #[test]
    fn what_is_settled_is_kept_and_what_is_excluded_is_not_planned(question in office()) {
        let plan = planned(&question).plan();
        for decision in &question.decisions {
            let is_planned = |found: &&Match| (found.placement, found.volunteer) == (decision.of, decision.volunteer);
            let found = plan.matches.iter().find(is_planned);
            match decision.kind {
                DecisionKind::Pinned | DecisionKind::Held => {
                    let unkept = plan.unkept.iter().any(|unkept| (unkept.placement, unkept.volunteer) == (decision.of, decision.volunteer));
                    prop_assert_ne!(found.is_some_and(|found| found.settled.is_some()), unkept);
                }
                DecisionKind::NotHere | DecisionKind::NotAtPartner => prop_assert_eq!(found, None),
            }
        }
        for detail in &question.placements {
            let there = plan.matches.iter().filter(|found| found.placement == detail.placement.id).count();
            prop_assert!(there <= usize::from(detail.free_places()));
        }
        let mut people: Vec<Id> = plan.matches.iter().map(|found| found.volunteer).collect();
        people.sort_unstable();
        prop_assert!(people.windows(2).all(|pair| pair[0] != pair[1]), "nobody is in two places");
        prop_assert_eq!(plan.proved, (plan.gap.urgency, plan.gap.fit) == (0, 0));
    }
}

fn edit(planner: &mut Planner, kind: usize, draw: u64) {
    let mut random = Draw(draw);
    let volunteer = planner.question.people[random.below(planner.question.people.len())].volunteer.id;
    let of = planner.question.placements[random.below(planner.question.placements.len())].placement.id;
    match kind {
        0 => {
            let mut changed = person(draw);
            changed.volunteer.id = volunteer;
            planner.person_changed(changed);
        }
        1 => {
            let mut changed = placement(draw);
            changed.placement.id = of;
            planner.placement_changed(changed);
        }
        2 => planner.decided(decision(of, volunteer, DecisionKind::ALL[random.below(4)])),
        3 => planner.undecided(of, volunteer),
        4 => {
            let mut weights = planner.question.matching.weights;
            weights.language = random.below(60) as u16;
            planner.set_weights(weights);
        }
        5 => {
            let rule = Rule::ALL[random.below(Rule::ALL.len())];
            planner.set_relaxed(vec![Relaxed { rule, placement: Some(of) }]);
        }
        _ => planner.person_changed(person(draw)),
    }
}

fn same_from_nothing(planner: &Planner) -> Result<(), TestCaseError> {
    prop_assert_eq!(planner.plan(), planned(&planner.question).plan());
    Ok(())
}
