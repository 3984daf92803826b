//! What being forced costs.

use super::*;

#[test]
fn a_regret_is_the_difference_of_two_plans_and_leaves_the_plan_alone() {
    tinies(5_000, |chance, tiny| {
        let mut solver = Solver::solve(tiny.graph());
        let (before, total) = (solver.pairs().collect::<Vec<_>>(), solver.total());
        for (volunteer, row) in tiny.weights.iter().enumerate() {
            for (post, weight) in row.iter().enumerate().filter(|&(post, _)| tiny.capacities[post] > 0) {
                let weight = weight.unwrap_or(chance.below(10) as i32);
                let regret = solver.regret_of(Force::Pair(volunteer as u32, post as u32, weight)).unwrap();
                assert_eq!(regret.loss, total - tiny.best_with(volunteer, post, weight), "{volunteer} {post} {tiny:?}");
                if let Some(weight) = tiny.weights[volunteer][post] {
                    let reduced = solver.worth(volunteer as u32) + solver.price(post as u32) - i64::from(weight);
                    assert!(regret.loss >= reduced && reduced >= 0);
                    if solver.post_of(volunteer as u32) == Some(post as u32) {
                        assert_eq!((regret.loss, regret.moves), (0, Vec::new()), "the plan does so anyway");
                    }
                    let mut without = tiny.clone();
                    without.weights[volunteer][post] = None;
                    let regret = solver.regret_of(Force::NotPair(volunteer as u32, post as u32)).unwrap();
                    assert_eq!(regret.loss, total - without.best(), "not {volunteer} {post} {tiny:?}");
                }
            }
            let mut without = tiny.clone();
            without.weights[volunteer].fill(None);
            assert_eq!(solver.regret_of(Force::Withdraw(volunteer as u32)).unwrap().loss, total - without.best());
        }
        for post in 0..tiny.capacities.len() {
            let mut other = tiny.clone();
            other.capacities[post] = chance.below(4);
            let regret = solver.regret_of(Force::Capacity(post as u32, other.capacities[post])).unwrap();
            assert_eq!(regret.loss, total - other.best());
        }
        assert_eq!(solver.pairs().collect::<Vec<_>>(), before);
        assert_eq!(solver.prove(), Ok(i128::from(total)));
    });
}
