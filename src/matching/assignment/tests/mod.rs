//! What the assignment promises, each by its number in the list of invariants that a matcher has to keep, with the test
//! that tries it. Thousands of tiny instances are held against all the plans that there are; larger ones against the
//! proof, and against one another.
//!
//! | | promise | tests |
//! | --- | --- | --- |
//! | 1 | prices prove each plan, and nothing but the best plan is proved | `best`: `nothing_but_the_best_plan_is_proved`, `each_flaw_is_seen` |
//! | 2 | the best of all plans is found; published optima | `best`: `the_best_of_all_plans_is_found_and_proved`; `tests/promises/instances.rs` |
//! | 3 | a regret is the difference of two plans, and never below the reduced cost | `regrets`: `a_regret_is_the_difference_of_two_plans_and_leaves_the_plan_alone` |
//! | 4 | edits stay proved and lead to the plan from nothing; taken back, to the plan before | `edits`: `edits_lead_to_the_plan_that_would_be_found_anew`, `an_edit_taken_back_restores_the_plan`, `many_edits_stay_proved` |
//! | 5 | more never hurts; gains shrink as the crowd grows; points scale | `growth`: `more_is_never_worse`, `gains_shrink_as_the_crowd_grows`, `the_plan_scales_with_its_points` |
//! | 6 | how many places of each tier are filled depends on the order of tiers alone, and is the best | `urgency`: `tier_counts_are_the_same_under_any_rising_weights_of_tiers`, `no_plan_fills_more_urgent_places` |
//! | 7 | each empty place and each person without one has one reason, and it holds | `reasons`: `each_empty_place_has_the_one_reason_that_holds`, `each_person_without_a_place_has_a_reason_that_holds` |
//! | 8 | couples and teams; posts that must be whole | `together`; `whole`: `a_post_that_must_be_whole_is_so_at_the_least_cost_and_need_not_be_again` |
//! | 9 | the same plan in any order of rows, and on every machine | `order`: `the_plan_does_not_depend_on_the_order_of_rows`, `the_plan_is_the_same_on_every_machine`; for threads `plan/tests.rs`: `the_order_of_rows_changes_nothing` |
//! | 10 | quick enough | `tests/benches/assignment.rs` |

mod best;
mod edits;
mod growth;
mod order;
mod reasons;
mod regrets;
mod urgency;
mod whole;

use super::*;

/// A small generator of numbers (SplitMix64), the same on every machine.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        (value::mixed(self.0) % u64::from(limit)) as u32
    }
}

/// An instance small enough to try everything.
#[derive(Debug, Clone)]
struct Tiny {
    capacities: Vec<u32>,
    weights: Vec<Vec<Option<i32>>>,
}

impl Tiny {
    fn any(chance: &mut Chance, tiers: bool) -> Self {
        let (volunteers, posts) = (chance.below(7), 1 + chance.below(5));
        Self::sized(chance, volunteers, posts, tiers)
    }

    /// Too large to try everything, with three posts or so for each volunteer.
    fn larger(chance: &mut Chance, tiers: bool) -> Self {
        let (volunteers, posts) = (1 + chance.below(40), 2 + chance.below(14));
        Self::sized(chance, volunteers, posts, tiers)
    }

    fn sized(chance: &mut Chance, volunteers: u32, posts: u32, tiers: bool) -> Self {
        let weight = |chance: &mut Chance, post: u32| {
            let fit = chance.below(10) as i32;
            if tiers { tiers::weight((post % 3) as u8, fit as u16) } else { fit - 1 }
        };
        Self {
            capacities: (0..posts).map(|_| chance.below(4)).collect(),
            weights: (0..volunteers)
                .map(|_| {
                    (0..posts).map(|post| (chance.below(posts.max(5)) < 3).then(|| weight(chance, post))).collect()
                })
                .collect(),
        }
    }

    /// The same pairs with other weights, from the post and the weight of each.
    fn weighted(&self, weight: impl Fn(usize, i32) -> i32) -> Self {
        let mut other = self.clone();
        for row in &mut other.weights {
            row.iter_mut().enumerate().for_each(|(post, old)| *old = old.map(|old| weight(post, old)));
        }
        other
    }

    fn pairs(&self) -> Vec<(u32, u32, i32)> {
        let row = |(volunteer, row): (u32, &Vec<Option<i32>>)| -> Vec<(u32, u32, i32)> {
            (0..).zip(row).filter_map(|(post, weight)| weight.map(|weight| (volunteer, post, weight))).collect()
        };
        (0..).zip(&self.weights).flat_map(row).collect()
    }

    fn graph(&self) -> Graph {
        let (volunteers, posts) = (self.weights.len(), self.capacities.len());
        let pairs = self.pairs();
        Graph::new(Graph::keys_by_number(volunteers), Graph::keys_by_number(posts), self.capacities.clone(), &pairs)
    }

    fn total(&self) -> i64 {
        Solver::solve(self.graph()).total()
    }

    /// The best total of all plans.
    fn best(&self) -> i64 {
        self.best_filling(&vec![None; self.capacities.len()]).unwrap_or(0)
    }

    /// The best total of the plans that fill exactly so many places of some posts; nothing where there is none.
    fn best_filling(&self, filled: &[Option<u32>]) -> Option<i64> {
        fn of(rows: &[Vec<Option<i32>>], left: &mut [u32], owed: &mut [u32]) -> Option<i64> {
            let Some((row, rest)) = rows.split_first() else { return owed.iter().all(|&owed| owed == 0).then_some(0) };
            let mut best = of(rest, left, owed);
            for (post, weight) in row.iter().enumerate() {
                if let Some(weight) = weight
                    && left[post] > 0
                {
                    let before = owed[post];
                    (left[post], owed[post]) = (left[post] - 1, before.saturating_sub(1));
                    best = best.max(of(rest, left, owed).map(|total| i64::from(*weight) + total));
                    (left[post], owed[post]) = (left[post] + 1, before);
                }
            }
            best
        }
        let all = filled.iter().zip(&self.capacities);
        let (mut left, mut owed): (Vec<u32>, Vec<u32>) =
            all.map(|(filled, &capacity)| (filled.unwrap_or(capacity), filled.unwrap_or(0))).unzip();
        of(&self.weights, &mut left, &mut owed)
    }

    /// The best total where one volunteer goes to one post, at those points.
    fn best_with(&self, volunteer: usize, post: usize, weight: i32) -> i64 {
        let mut rest = self.clone();
        rest.weights[volunteer].fill(None);
        rest.capacities[post] -= 1;
        rest.best() + i64::from(weight)
    }
}

fn tinies(count: usize, mut work: impl FnMut(&mut Chance, Tiny)) {
    let mut chance = Chance(7);
    for round in 0..count {
        let tiny = Tiny::any(&mut chance, round % 4 == 3);
        work(&mut chance, tiny);
    }
}

fn larger(count: usize, mut work: impl FnMut(&mut Chance, Tiny)) {
    let mut chance = Chance(11);
    for round in 0..count {
        let tiny = Tiny::larger(&mut chance, round % 4 == 3);
        work(&mut chance, tiny);
    }
}
