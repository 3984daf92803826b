//! The best plan, and its proof.

use super::*;
use crate::matching::proof::Posts;

#[test]
fn the_best_of_all_plans_is_found_and_proved() {
    tinies(100_000, |_, tiny| {
        let solver = Solver::solve(tiny.graph());
        assert_eq!(solver.total(), tiny.best(), "{tiny:?}");
        assert_eq!(solver.prove(), Ok(i128::from(solver.total())), "{tiny:?}");
    });
}

#[test]
fn nothing_but_the_best_plan_is_proved() {
    let mut proved = 0;
    tinies(20_000, |chance, tiny| {
        let solver = Solver::solve(tiny.graph());
        let (volunteers, posts) = (tiny.weights.len() as u32, tiny.capacities.len() as u32);
        let mut plan: Vec<Option<u32>> = (0..volunteers).map(|volunteer| solver.post_of(volunteer)).collect();
        let mut numbers: Vec<i64> = (0..volunteers).map(|volunteer| solver.worth(volunteer)).collect();
        numbers.extend((0..posts).map(|post| solver.price(post)));
        // A number up, another down, and maybe somebody elsewhere.
        for more in [1, -1] {
            let place = chance.below(volunteers + posts) as usize;
            numbers[place] += more * i64::from(chance.below(3));
        }
        if volunteers > 0 && chance.below(2) == 0 {
            plan[chance.below(volunteers) as usize] = Some(chance.below(posts + 1)).filter(|&post| post < posts);
        }
        let (worth, price) = numbers.split_at(volunteers as usize);
        let whole = vec![false; tiny.capacities.len()];
        let posts = Posts { capacities: &tiny.capacities, price, whole: &whole };
        if let Ok(total) = proof::check(tiny.pairs().into_iter(), &posts, &plan, worth) {
            assert_eq!(total, i128::from(tiny.best()), "{plan:?} {numbers:?} {tiny:?}");
            proved += 1;
        }
    });
    assert!(proved > 1000, "some of it is right still: {proved}");
}

#[test]
fn each_flaw_is_seen() {
    let pairs = [(0, 0, 5), (1, 0, 7)];
    // The third volunteer and the second post have no pairs.
    let check = |plan: [Option<u32>; 3], worth: [i64; 3], price: [i64; 2]| {
        let posts = Posts { capacities: &[1, 1], price: &price, whole: &[false, false] };
        proof::check(pairs.iter().copied(), &posts, &plan, &worth)
    };
    assert_eq!(check([None, Some(0), None], [0, 2, 0], [5, 0]), Ok(7));
    assert_eq!(check([Some(0), None, None], [0, 2, 0], [5, 0]), Err(Flaw::LeftOut(1)));
    assert_eq!(check([None, Some(0), None], [0, 1, 0], [5, 0]), Err(Flaw::Dearer(1, 0)));
    assert_eq!(check([None, None, None], [0, 0, 0], [7, 0]), Err(Flaw::LeftEmpty(0)));
    assert_eq!(check([Some(0), Some(0), None], [0, 2, 0], [5, 0]), Err(Flaw::TooMany(0)));
    assert_eq!(check([None, Some(1), None], [0, 2, 0], [5, 0]), Err(Flaw::NotAllowed(1)));
    assert_eq!(check([None, Some(0), None], [0, 3, 0], [5, 0]), Err(Flaw::Sums { plan: 7, prices: 8 }));
    assert_eq!(check([None, Some(0), None], [-1, 2, 0], [6, 0]), Err(Flaw::NegativeWorth(0)));
    // Below nothing, they would make up for what is too dear elsewhere.
    assert_eq!(check([None, Some(0), None], [0, 3, -1], [5, 0]), Err(Flaw::NegativeWorth(2)));
    assert_eq!(check([None, Some(0), None], [0, 3, 0], [5, -1]), Err(Flaw::NegativePrice(1)));
    let check = |capacity, plan, worth| {
        let posts = Posts { capacities: &[capacity], price: &[i64::MAX], whole: &[false] };
        proof::check([(0, 0, 1)].into_iter(), &posts, &[plan], &[worth])
    };
    let sums = check(u32::MAX, None, 0);
    assert_eq!(sums, Err(Flaw::LeftEmpty(0)), "no number is too large");
    let sums = check(1, Some(0), i64::MAX);
    assert_eq!(sums, Err(Flaw::Sums { plan: 1, prices: 2 * i128::from(i64::MAX) }));
}
