//! Why a place is empty, and a person without one.

use super::*;

#[test]
fn each_empty_place_has_the_one_reason_that_holds() {
    let mut told = [0; 4];
    tinies(20_000, |chance, mut tiny| {
        let mut solver = Solver::solve(tiny.graph());
        for volunteer in 0..tiny.weights.len() {
            if chance.below(8) == 0 {
                solver.set_withdrawn(volunteer as u32, true);
                tiny.weights[volunteer].fill(None);
            }
        }
        let (total, before) = (solver.total(), solver.pairs().collect::<Vec<_>>());
        for post in 0..tiny.capacities.len() {
            let mut filled: Vec<Option<u32>> =
                (0..tiny.capacities.len() as u32).map(|post| Some(solver.volunteers_of(post).len() as u32)).collect();
            let Some(why) = solver.why_empty(post as u32) else {
                assert_eq!(filled[post], Some(tiny.capacities[post]));
                continue;
            };
            filled[post] = filled[post].map(|taken| taken + 1);
            let candidates = tiny.weights.iter().filter(|row| row[post].is_some()).count();
            let one_more = tiny.best_filling(&filled).is_some();
            let mut alone = vec![None; filled.len()];
            alone[post] = filled[post];
            let loss = tiny.best_filling(&alone).map(|best| total - best);
            match &why {
                WhyEmpty::NoCandidate => assert_eq!(candidates, 0),
                WhyEmpty::TooFew { posts, people, places, instead } => {
                    assert!(candidates > 0 && !one_more, "{why:?} {tiny:?}");
                    let could = |row: &Vec<Option<i32>>| posts.iter().any(|&post| row[post as usize].is_some());
                    let all: Vec<u32> =
                        (0..).zip(&tiny.weights).filter(|(_, row)| could(row)).map(|(number, _)| number).collect();
                    assert_eq!(people, &all, "all who could go to one of the posts");
                    assert_eq!(
                        *places,
                        posts.iter().map(|&post| u64::from(tiny.capacities[post as usize])).sum::<u64>()
                    );
                    assert!((people.len() as u64) < *places && posts.contains(&(post as u32)));
                    assert_eq!(instead.as_ref().map(|regret| regret.loss), loss, "{why:?} {tiny:?}");
                }
                WhyEmpty::Loses(regret) => {
                    assert!(one_more, "{why:?} {tiny:?}");
                    assert_eq!(Some(regret.loss), loss, "{why:?} {tiny:?}");
                }
            }
            let regret = match &why {
                WhyEmpty::Loses(regret) | WhyEmpty::TooFew { instead: Some(regret), .. } => regret,
                _ => continue,
            };
            let after = moved(&tiny, &solver, &regret.moves);
            let there = after.iter().filter(|at| **at == Some(post as u32)).count();
            assert_eq!(
                (there as u32, worth(&tiny, &after)),
                (filled[post].unwrap(), total - regret.loss),
                "{why:?} {tiny:?}"
            );
            told[regret.moves.len().min(3)] += 1;
        }
        assert_eq!(solver.pairs().collect::<Vec<_>>(), before, "asking changes nothing");
        assert_eq!(solver.prove(), Ok(i128::from(total)));
    });
    assert!(told[0] == 0 && told[1..].iter().all(|&count| count > 20), "chains of each length: {told:?}");
}

/// Where everybody is after some moves, which must be possible.
fn moved(tiny: &Tiny, solver: &Solver, moves: &[Move]) -> Vec<Option<u32>> {
    let mut plan: Vec<Option<u32>> = (0..tiny.weights.len() as u32).map(|number| solver.post_of(number)).collect();
    for one in moves {
        assert_eq!(std::mem::replace(&mut plan[one.volunteer as usize], one.to), one.from);
    }
    for (post, &capacity) in (0..).zip(&tiny.capacities) {
        assert!(plan.iter().filter(|at| **at == Some(post)).count() as u32 <= capacity);
    }
    plan
}

/// What a plan is worth; all its pairs must be allowed.
fn worth(tiny: &Tiny, plan: &[Option<u32>]) -> i64 {
    let pairs = plan.iter().zip(&tiny.weights).filter_map(|(at, row)| at.map(|post| row[post as usize].unwrap()));
    pairs.map(i64::from).sum()
}

#[test]
fn each_person_without_a_place_has_a_reason_that_holds() {
    tinies(5_000, |_, tiny| {
        let mut solver = Solver::solve(tiny.graph());
        for volunteer in 0..tiny.weights.len() as u32 {
            let cheapest = (0..tiny.capacities.len() as u32)
                .filter_map(|post| solver.regret(volunteer, post))
                .map(|regret| regret.loss)
                .min();
            match solver.why_unplaced(volunteer) {
                None => assert!(solver.post_of(volunteer).is_some()),
                Some(WhyUnplaced::NoPost) => assert!(tiny.weights[volunteer as usize].iter().all(Option::is_none)),
                Some(WhyUnplaced::NoPlaces) => assert_eq!(cheapest, None),
                Some(WhyUnplaced::Outbid(post, loss)) => {
                    assert_eq!(cheapest, Some(loss));
                    assert_eq!(solver.regret(volunteer, post).map(|regret| regret.loss), Some(loss));
                }
            }
        }
    });
}
