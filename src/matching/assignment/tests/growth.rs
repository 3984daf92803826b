//! What becomes of the plan when there is more to plan with.

use super::*;

#[test]
fn more_is_never_worse() {
    larger(1_000, |chance, tiny| {
        let total = tiny.total();
        let post = chance.below(tiny.capacities.len() as u32) as usize;
        let volunteer = chance.below(tiny.weights.len() as u32) as usize;
        let weight = Some(chance.below(10) as i32);
        let mut place = tiny.clone();
        place.capacities[post] += 1;
        assert!(place.total() >= total, "a place");
        let mut somebody = tiny.clone();
        somebody.weights.push(tiny.weights[volunteer].iter().map(|old| old.and(weight)).collect());
        assert!(somebody.total() >= total, "a volunteer");
        let mut pair = tiny.clone();
        pair.weights[volunteer][post] = pair.weights[volunteer][post].max(weight);
        assert!(pair.total() >= total, "a pair");
    });
}

/// What the plan is worth is submodular in its volunteers, and in its places; between the two it is the other way round.
#[test]
fn gains_shrink_as_the_crowd_grows() {
    larger(1_000, |chance, tiny| {
        let volunteers = tiny.weights.len() as u32;
        let posts = tiny.capacities.len() as u32;
        let (one, other) = (chance.below(volunteers) as usize, chance.below(volunteers) as usize);
        let (post, near) = (chance.below(posts) as usize, chance.below(posts) as usize);
        let without = |gone: &[usize], closed: &[usize]| {
            let mut less = tiny.clone();
            gone.iter().for_each(|&volunteer| less.weights[volunteer].fill(None));
            closed.iter().for_each(|&post| less.capacities[post] = less.capacities[post].saturating_sub(1));
            less.total()
        };
        let all = without(&[], &[]);
        if one != other {
            assert!(all - without(&[one], &[]) <= without(&[other], &[]) - without(&[one, other], &[]), "{tiny:?}");
        }
        if tiny.capacities[post] > 0 && (post != near || tiny.capacities[post] > 1) {
            assert!(all - without(&[], &[post]) <= without(&[], &[near]) - without(&[], &[post, near]), "{tiny:?}");
        }
        assert!(all - without(&[one], &[]) >= without(&[], &[post]) - without(&[one], &[post]), "{tiny:?}");
    });
}

#[test]
fn the_plan_scales_with_its_points() {
    larger(1_000, |chance, tiny| {
        let times = 2 + chance.below(1_000_000) as i32;
        let tiny = tiny.weighted(|_, weight| weight & 0xFF);
        let (small, large) =
            (Solver::solve(tiny.graph()), Solver::solve(tiny.weighted(|_, weight| weight * times).graph()));
        assert_eq!(large.total(), small.total() * i64::from(times), "{tiny:?}");
        assert_eq!(large.pairs().collect::<Vec<_>>(), small.pairs().collect::<Vec<_>>(), "ties are broken alike");
    });
}
