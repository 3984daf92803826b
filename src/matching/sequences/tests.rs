//! Plans against all plans that there are, bounds against any prices, and the promise that routes never overlap.

use super::*;
use crate::matching::assignment::mixed;
use proptest::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A small generator of numbers (SplitMix64), the same on every machine.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        (mixed(self.0) % u64::from(limit)) as u32
    }
}

/// Some people and posts; a post's days are often the same for all, and sometimes a person could start later.
fn any_problem(chance: &mut Chance, people: u32, posts: u32, rest: u32, most: u32) -> Problem {
    let days: Vec<(i32, i32)> = (0..posts)
        .map(|_| {
            let first = chance.below(20) as i32;
            (first, first + chance.below(8) as i32)
        })
        .collect();
    let rows = (0..people).map(|_| {
        let mut row = Vec::new();
        for post in 0..posts {
            let (first, last) = days[post as usize];
            let later = if chance.below(4) == 0 { chance.below(9) as i32 } else { 0 };
            for shift in [0, later] {
                if chance.below(5) < 3 {
                    let weight = chance.below(most) as i32 - 1;
                    row.push(Candidate { post, weight, first: first + shift, last: last + shift });
                }
            }
        }
        row
    });
    let rows: Vec<Vec<Candidate>> = rows.collect();
    Problem::new(rows, (0..posts).map(|_| chance.below(3)).collect(), rest)
}

/// The best of all plans.
fn best(problem: &Problem, person: u32, place: usize, route: &mut Vec<Candidate>, left: &mut [u32]) -> i64 {
    if person == problem.people() {
        return 0;
    }
    let Some(one) = problem.of(person).get(place).copied() else {
        return best(problem, person + 1, 0, &mut Vec::new(), left);
    };
    let mut most = best(problem, person, place + 1, route, left);
    if left[one.post as usize] > 0 && route.iter().all(|other| one.leaves_room_for(other, problem.rest())) {
        left[one.post as usize] -= 1;
        route.push(one);
        most = most.max(i64::from(one.weight) + best(problem, person, place + 1, route, left));
        route.pop();
        left[one.post as usize] += 1;
    }
    most
}

/// That a plan is one: what is planned could be done, without overlap, and within the places; gives its points.
fn checked(problem: &Problem, found: &Sequences) -> i64 {
    let mut left = problem.capacities().to_vec();
    let mut points = 0;
    for (person, route) in (0..).zip(&found.missions) {
        for (place, one) in route.iter().enumerate() {
            assert!(problem.of(person).contains(one));
            left[one.post as usize] = left[one.post as usize].checked_sub(1).unwrap_or_else(|| panic!("no place"));
            points += i64::from(one.weight);
            for other in &route[..place] {
                assert!(other.last + problem.rest() < one.first && other.post != one.post, "{other:?} {one:?}");
            }
        }
    }
    assert_eq!((points, found.missions.len()), (found.value, problem.people() as usize));
    assert!(found.value <= found.bound && found.closed == (found.value == found.bound));
    points
}

fn go_on(_: usize, _: usize) -> bool {
    true
}

#[test]
fn on_tiny_problems_the_plan_is_the_best_of_all_plans() {
    let mut chance = Chance(3);
    let (mut closed, mut all) = (0, 0);
    for round in 0..12_000_u32 {
        let (people, posts, rest) = (chance.below(5), 1 + chance.below(5), chance.below(4));
        let most = if round % 3 == 0 { 4 } else { 40 };
        let problem = any_problem(&mut chance, people, posts, rest, most);
        let found = solve(&problem, &go_on);
        let value = checked(&problem, &found);
        let optimum = best(&problem, 0, 0, &mut Vec::new(), &mut problem.capacities().to_vec());
        assert!(value <= optimum && optimum <= found.bound, "{round}: {value} {optimum} {}", found.bound);
        all += 1;
        closed += u32::from(found.closed);
    }
    assert_eq!(closed, all, "nothing this small stays open");
}

#[test]
fn one_person_gets_the_missions_in_turn_that_are_worth_most() {
    let one = |post, weight, first, last| Candidate { post, weight, first, last };
    let row = vec![one(0, 5, 1, 10), one(1, 7, 8, 20), one(2, 5, 13, 30), one(3, 9, 31, 40)];
    let route = |rest| solve(&Problem::new(vec![row.clone()], vec![1; 4], rest), &go_on).missions[0].clone();
    assert_eq!(route(0), [row[0], row[2], row[3]]);
    assert_eq!(route(1), [row[1], row[3]], "the last begins too soon after the third");
    assert_eq!(route(11), [row[0], row[3]], "and now after the second");
    assert_eq!(route(40), [row[3]]);
}

#[test]
fn a_post_is_for_once_and_nothing_without_a_place_or_points_counts() {
    let one = |post, weight, first, last| Candidate { post, weight, first, last };
    let row =
        vec![one(0, 5, 1, 10), one(0, 6, 5, 14), one(0, 9, 15, 20), one(1, 9, 1, 2), one(7, 9, 1, 2), one(2, 0, 1, 2)];
    let problem = Problem::new(vec![row.clone()], vec![2, 0, 1], 0);
    assert_eq!(problem.of(0), [row[0], row[1]]);
    assert_eq!(solve(&problem, &go_on).missions, [vec![row[1]]]);
}

#[test]
fn the_same_is_found_on_any_number_of_threads() {
    let problem = any_problem(&mut Chance(11), 1500, 60, 2, 1000);
    let one_thread = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let three = rayon::ThreadPoolBuilder::new().num_threads(3).build().unwrap();
    let prices = || Bound::new(&problem, (0..60).map(|post| post * 9 * SCALE).collect());
    assert_eq!(one_thread.install(prices), three.install(prices));
    let small = any_problem(&mut Chance(12), 600, 20, 2, 1000);
    let found = || solve(&small, &go_on);
    assert_eq!(one_thread.install(found), three.install(found));
}

#[test]
fn stopped_at_any_time_it_tells_a_plan_and_a_bound() {
    let problem = any_problem(&mut Chance(5), 40, 12, 1, 100);
    let whole = solve(&problem, &go_on);
    checked(&problem, &whole);
    for most in [0, 1, 2, 5, 20, 100, 400] {
        let asked = AtomicUsize::new(0);
        let found = solve(&problem, &|done, of| {
            assert!(done <= of);
            asked.fetch_add(1, Ordering::Relaxed) < most
        });
        checked(&problem, &found);
        assert!(found.value <= whole.bound && found.bound >= whole.value);
    }
}

proptest! {
    #[test]
    fn no_plan_exceeds_the_bound_of_any_prices(seed in any::<u64>(), prices in proptest::collection::vec(-5_i64..60, 5), parts in 1_i64..2000) {
        let problem = any_problem(&mut Chance(seed), 4, 5, (seed % 3) as u32, 40);
        let optimum = best(&problem, 0, 0, &mut Vec::new(), &mut problem.capacities().to_vec());
        let bound = Bound::new(&problem, prices.iter().map(|price| price * parts).collect());
        prop_assert!(bound.points() >= optimum);
        prop_assert!(bound.prices.iter().all(|price| *price >= 0));
    }
}
