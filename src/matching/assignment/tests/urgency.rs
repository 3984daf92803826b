//! The most urgent places first.

use super::*;

/// Tiers 1 to 4, one for each post, and pairs with little fit.
fn tiers_of(chance: &mut Chance, tiny: &Tiny) -> (Vec<u8>, Tiny) {
    let tiers = tiny.capacities.iter().map(|_| 1 + chance.below(4) as u8).collect();
    (tiers, tiny.weighted(|_, weight| weight & 0xF))
}

/// How many places of each tier are filled, the highest first, and the fit.
fn filled(solver: &Solver, tiers: &[u8], fit: &Tiny) -> ([u32; 4], i64) {
    let (mut counts, mut sum) = ([0; 4], 0);
    for (volunteer, post) in solver.pairs() {
        counts[4 - usize::from(tiers[post as usize])] += 1;
        sum += i64::from(fit.weights[volunteer as usize][post as usize].unwrap());
    }
    (counts, sum)
}

#[test]
fn tier_counts_are_the_same_under_any_rising_weights_of_tiers() {
    larger(1_000, |chance, tiny| {
        let (tiers, fit) = tiers_of(chance, &tiny);
        let plan = |weight: &dyn Fn(u8, i32) -> i32| {
            let solver = Solver::solve(fit.weighted(|post, fit| weight(tiers[post], fit)).graph());
            filled(&solver, &tiers, &fit)
        };
        let expected = plan(&|tier, fit| tiers::weight(tier, fit as u16));
        let mut rising = [0; 5];
        for tier in 1..rising.len() {
            rising[tier] = rising[tier - 1] + 1 + chance.below(400) as i32;
        }
        // A thousand: more than all fit together.
        assert_eq!(plan(&|tier, fit| rising[usize::from(tier)] * 1000 + fit), expected, "{rising:?} {tiers:?} {fit:?}");
        assert_eq!(plan(&|tier, fit| (i32::from(tier).pow(3) + 7) * 1000 + fit), expected);
        assert_eq!(plan(&|tier, fit| 41_i32.pow(u32::from(tier)) * 700 + fit), expected, "one radix a tier");
        assert_eq!(plan(&|tier, _| rising[usize::from(tier)]).0, expected.0, "without fit");
    });
}

#[test]
fn no_plan_fills_more_urgent_places() {
    /// The best of all plans, by the tiers first.
    fn best(rows: &[Vec<Option<i32>>], tiers: &[u8], left: &mut [u32]) -> ([u32; 4], i64) {
        let Some((row, rest)) = rows.split_first() else { return ([0; 4], 0) };
        let mut found = best(rest, tiers, left);
        for (post, fit) in row.iter().enumerate() {
            if let Some(fit) = fit
                && left[post] > 0
            {
                left[post] -= 1;
                let (mut counts, sum) = best(rest, tiers, left);
                left[post] += 1;
                counts[4 - usize::from(tiers[post])] += 1;
                found = found.max((counts, sum + i64::from(*fit)));
            }
        }
        found
    }
    tinies(5_000, |chance, tiny| {
        let (tiers, fit) = tiers_of(chance, &tiny);
        let solver = Solver::solve(fit.weighted(|post, fit| tiers::weight(tiers[post], fit as u16)).graph());
        let expected = best(&fit.weights, &tiers, &mut fit.capacities.clone());
        assert_eq!(filled(&solver, &tiers, &fit), expected, "{tiers:?} {fit:?}");
    });
}

/// The auction starts from these prices, and any would do: but only the right ones are quick.
#[test]
fn prices_by_tiers_prove_the_best_plan_by_tiers() {
    larger(2_000, |chance, tiny| {
        let (tiers, fit) = tiers_of(chance, &tiny);
        let prices = tiers::prices(&fit.weighted(|post, fit| tiers::weight(tiers[post] - 1, fit as u16)).graph());
        let by_tier = fit.weighted(|post, _| i32::from(tiers[post] - 1));
        assert!(prices.iter().all(|&price| price >= 0));
        let worth = |row: &Vec<Option<i32>>| {
            let gains = row.iter().zip(&prices).filter_map(|(tier, price)| tier.map(|tier| i64::from(tier) - price));
            gains.fold(0, i64::max)
        };
        let places: i64 =
            by_tier.capacities.iter().zip(&prices).map(|(&places, price)| i64::from(places) * price).sum();
        let people: i64 = by_tier.weights.iter().map(worth).sum();
        assert_eq!(people + places, by_tier.total(), "{prices:?} {by_tier:?}");
    });
}
