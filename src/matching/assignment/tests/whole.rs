//! Posts that must be whole: filled at the least cost, and free again.

use super::*;

/// The best total of all plans in which a post is full.
fn best_whole(tiny: &Tiny, post: usize) -> Option<i64> {
    // So much that a place there counts more than all else.
    const MUCH: i32 = 10_000;
    let mut other = tiny.clone();
    other.weights.iter_mut().filter_map(|row| row[post].as_mut()).for_each(|weight| *weight += MUCH);
    let best = other.best() - i64::from(tiny.capacities[post]) * i64::from(MUCH);
    (best > -i64::from(MUCH) / 2).then_some(best)
}

#[test]
fn a_post_that_must_be_whole_is_so_at_the_least_cost_and_need_not_be_again() {
    tinies(5_000, |chance, tiny| {
        let mut solver = Solver::solve(tiny.graph());
        let (before, total) = (solver.pairs().collect::<Vec<_>>(), solver.total());
        let post = chance.below(tiny.capacities.len() as u32);
        if tiny.pairs().iter().any(|pair| pair.2 > 9) {
            // With tiers, no number of points is so much.
            return;
        }
        let mark = solver.mark();
        solver.try_whole(post);
        let found = (!solver.has_room(post)).then(|| total + solver.gained_since(mark));
        solver.undo(mark);
        assert_eq!(found, best_whole(&tiny, post as usize), "{post} {tiny:?}");
        if found.is_some() {
            solver.set_whole(post, true);
            assert_eq!(solver.prove().ok(), found.map(i128::from));
            for volunteer in 0..tiny.weights.len() as u32 {
                if let Some(regret) = solver.regret_of(Force::Withdraw(volunteer)) {
                    let mut without = tiny.clone();
                    without.weights[volunteer as usize].fill(None);
                    assert_eq!(found.map(|found| found - regret.loss), best_whole(&without, post as usize));
                }
            }
            solver.set_whole(post, false);
        }
        assert_eq!(solver.pairs().collect::<Vec<_>>(), before);
        assert_eq!(solver.prove(), Ok(i128::from(total)));
    });
}
