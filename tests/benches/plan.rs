//! How quick the plan of a whole office is: reading what it looks at, judging, assigning, after one edit, and what a
//! hundred other choices would cost.
//!
//! `cargo bench --bench plan` plans three offices, up to 40,000 volunteers and 5,000 placements; with
//! `SOJOURN_BENCH=quick` a small one, only to see that everything runs.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod timing;

use sojourn::domain::Id;
use sojourn::domain::decision::{Decision, DecisionKind};
use sojourn::exchange::plan::question;
use sojourn::exchange::sample::{self, SampleSize};
use sojourn::matching::plan::{Planner, Question};
use sojourn::store::{OfficeFile, Progress};
use std::cell::RefCell;
use timing::{Figures, memory_mb, once, repeat};

fn main() {
    let quick = std::env::var("SOJOURN_BENCH").is_ok_and(|word| word == "quick");
    let sizes: &[(usize, usize)] = if quick { &[(400, 60)] } else { &[(1_000, 100), (10_000, 1_000), (40_000, 5_000)] };
    for &(volunteers, placements) in sizes {
        let size = SampleSize { volunteers, placements, missions: volunteers / 4, seed: 1 };
        office(&size, if quick { 3 } else { 20 });
    }
}

fn office(size: &SampleSize, rounds: usize) {
    let folder = tempfile::tempdir().unwrap();
    let mut office = OfficeFile::create(&folder.path().join("bench.sojourn"), &sample::office()).unwrap();
    let today = office.today();
    sample::fill(&mut office, size, today, &Progress::default()).unwrap();
    let mut figures = Figures::new(&format!("{} volunteers, {} placements", size.volunteers, size.placements));
    let before = memory_mb();
    let asked = RefCell::new(None);
    figures.add(
        "read what the plan looks at",
        once(|| *asked.borrow_mut() = question(&mut office, &Progress::default()).ok()),
    );
    let asked: Question = asked.into_inner().unwrap();
    let memory = memory_mb();
    let planner = RefCell::new(None);
    let times = (0..rounds.min(5)).flat_map(|_| {
        *planner.borrow_mut() = None;
        let copy = asked.clone();
        once(|| *planner.borrow_mut() = Planner::new(copy, &|_, _| true))
    });
    figures.add("the whole plan, from nothing", times.collect());
    let mut planner: Planner = planner.into_inner().unwrap();
    let both = memory_mb();
    figures.note(&format!(
        "Memory: {before} MB with the file, {memory} with everybody, {both} with a copy of them and the plan"
    ));
    let plan = planner.plan();
    figures.note(&format!(
        "{} placements to fill, {} places, {} pairs allowed, {} places filled, {} left out, {} with no placement, proved: {}",
        asked.placements.len(),
        plan.total.places,
        plan.pairs,
        plan.total.filled,
        plan.left_out,
        plan.impossible,
        plan.proved
    ));
    figures.add("the plan told, with its proof", repeat(rounds.min(5), || drop(planner.plan())));

    let people: Vec<Id> = plan.matches.iter().map(|found| found.volunteer).collect();
    let mut number = 0;
    figures.add(
        "one person changed, and the plan again",
        repeat(rounds, || {
            number += 1;
            let place =
                asked.people.iter().position(|person| person.volunteer.id == people[number * 31 % people.len()]);
            let mut person = asked.people[place.unwrap()].clone();
            person.volunteer.ruled_out = person.volunteer.heritage.clone();
            person.volunteer.weeks_most = Some(20 + number as u16);
            planner.person_changed(person);
        }),
    );
    figures.add(
        "one placement changed, and the plan again",
        repeat(rounds, || {
            number += 1;
            let mut placement = asked.placements[number * 37 % asked.placements.len()].clone();
            placement.placement.places += 1;
            planner.placement_changed(placement);
        }),
    );
    figures.add(
        "one person pinned, and the plan again",
        repeat(rounds, || {
            number += 1;
            let found = &plan.matches[number * 17 % plan.matches.len()];
            let (of, volunteer) = (asked.placements[number % asked.placements.len()].placement.id, found.volunteer);
            let (kind, reason, until) = (DecisionKind::Pinned, "asked for by name".into(), None);
            planner.decided(Decision { id: Id::random(), of, volunteer, kind, until, reason, on: today });
        }),
    );
    let mut weights = asked.matching.weights;
    figures.add(
        "other weights, and the plan again",
        repeat(rounds.min(5), || {
            weights.language = 40 - weights.language;
            planner.set_weights(weights);
        }),
    );
    let posts: Vec<Id> = asked.placements.iter().map(|placement| placement.placement.id).collect();
    let mut popular: Vec<Id> = posts.clone();
    popular.sort_by_key(|post| std::cmp::Reverse(planner.eligible(*post)));
    let mut next = popular.iter().take(50).cycle();
    figures.add(
        "a hundred choices for a placement, with what each costs",
        repeat(rounds, || {
            drop(planner.choices(*next.next().unwrap(), 100));
        }),
    );
    let mut next = posts.iter().cycle();
    figures.add("the funnel of a placement", repeat(rounds.min(5), || drop(planner.funnel(*next.next().unwrap()))));
    figures.print();
}
