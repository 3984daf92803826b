//! Thousands of tiny instances, each against all the plans that there are.

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
        let weight = |chance: &mut Chance, post: u32| {
            let fit = chance.below(10) as i32;
            if tiers { tiers::weight((post % 3) as u8, fit as u16) } else { fit - 1 }
        };
        Self {
            capacities: (0..posts).map(|_| chance.below(4)).collect(),
            weights: (0..volunteers)
                .map(|_| (0..posts).map(|post| (chance.below(5) < 3).then(|| weight(chance, post))).collect())
                .collect(),
        }
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

    /// The best total of all plans.
    fn best(&self) -> i64 {
        fn of(rows: &[Vec<Option<i32>>], capacities: &mut [u32]) -> i64 {
            let Some((row, rest)) = rows.split_first() else { return 0 };
            let mut best = of(rest, capacities);
            for (post, weight) in row.iter().enumerate() {
                if let Some(weight) = weight
                    && capacities[post] > 0
                {
                    capacities[post] -= 1;
                    best = best.max(i64::from(*weight) + of(rest, capacities));
                    capacities[post] += 1;
                }
            }
            best
        }
        of(&self.weights, &mut self.capacities.clone())
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

#[test]
fn the_best_of_all_plans_is_found_and_proved() {
    tinies(100_000, |_, tiny| {
        let solver = Solver::solve(tiny.graph());
        assert_eq!(solver.total(), tiny.best(), "{tiny:?}");
        assert_eq!(solver.prove(), Ok(i128::from(solver.total())), "{tiny:?}");
    });
}

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
                if tiny.weights[volunteer][post].is_some() {
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

#[test]
fn edits_lead_to_the_plan_that_would_be_found_anew() {
    tinies(3_000, |chance, mut tiny| {
        let mut solver = Solver::solve(tiny.graph());
        let mut withdrawn = vec![false; tiny.weights.len()];
        for _ in 0..8 {
            let before: Vec<Option<u32>> =
                (0..tiny.weights.len() as u32).map(|number| solver.post_of(number)).collect();
            let post = chance.below(tiny.capacities.len() as u32);
            let somebody = (!tiny.weights.is_empty()).then(|| chance.below(tiny.weights.len() as u32));
            let moves = match (chance.below(4), somebody) {
                (0, _) | (_, None) => {
                    tiny.capacities[post as usize] = chance.below(4);
                    solver.set_capacity(post, tiny.capacities[post as usize])
                }
                (1, Some(volunteer)) => {
                    withdrawn[volunteer as usize] = !withdrawn[volunteer as usize];
                    solver.set_withdrawn(volunteer, withdrawn[volunteer as usize])
                }
                (_, Some(volunteer)) => {
                    let weight = (chance.below(3) > 0).then(|| chance.below(10) as i32);
                    tiny.weights[volunteer as usize][post as usize] = weight;
                    solver.set_weight(volunteer, post, weight)
                }
            };
            let mut now = tiny.clone();
            for (row, _) in now.weights.iter_mut().zip(&withdrawn).filter(|(_, withdrawn)| **withdrawn) {
                row.fill(None);
            }
            let anew = Solver::solve(now.graph());
            assert_eq!(solver.prove(), Ok(i128::from(anew.total())));
            assert_eq!(solver.pairs().collect::<Vec<_>>(), anew.pairs().collect::<Vec<_>>(), "not the same plan");
            let mut moved = before;
            for one in &moves {
                assert_eq!(moved[one.volunteer as usize], one.from);
                moved[one.volunteer as usize] = one.to;
            }
            assert!((0..).zip(&moved).all(|(volunteer, post)| solver.post_of(volunteer) == *post), "moves tell all");
        }
    });
}

#[test]
fn the_plan_does_not_depend_on_the_order_of_rows() {
    tinies(5_000, |chance, tiny| {
        let (volunteers, posts) = (tiny.weights.len(), tiny.capacities.len());
        let mut shuffled = |count: usize| {
            let mut order: Vec<u32> = (0..count as u32).collect();
            for at in (1..count).rev() {
                order.swap(at, chance.below(at as u32 + 1) as usize);
            }
            order
        };
        let (people, places) = (shuffled(volunteers), shuffled(posts));
        let pairs: Vec<(u32, u32, i32)> = tiny
            .pairs()
            .iter()
            .rev()
            .map(|&(volunteer, post, weight)| {
                let at = |order: &[u32], number| order.iter().position(|&other| other == number).unwrap() as u32;
                (at(&people, volunteer), at(&places, post), weight)
            })
            .collect();
        let graph = Graph::new(
            people.iter().map(|&number| u64::from(number)).collect(),
            places.iter().map(|&number| u64::from(number)).collect(),
            places.iter().map(|&post| tiny.capacities[post as usize]).collect(),
            &pairs,
        );
        let other = Solver::solve(graph);
        let mut named: Vec<(u32, u32)> =
            other.pairs().map(|(volunteer, post)| (people[volunteer as usize], places[post as usize])).collect();
        named.sort_unstable();
        assert_eq!(named, Solver::solve(tiny.graph()).pairs().collect::<Vec<_>>());
    });
}

#[test]
fn each_empty_place_and_each_person_without_one_has_a_reason_that_holds() {
    tinies(5_000, |_, tiny| {
        let mut solver = Solver::solve(tiny.graph());
        for post in 0..tiny.capacities.len() as u32 {
            let taken = solver.volunteers_of(post).len() as u32;
            match solver.why_empty(post) {
                None => assert_eq!(taken, tiny.capacities[post as usize]),
                Some(WhyEmpty::NoCandidate) => {
                    assert!(tiny.weights.iter().all(|row| row[post as usize].is_none()));
                }
                Some(WhyEmpty::TooFew { posts, people, places }) => {
                    let could = |row: &&Vec<Option<i32>>| posts.iter().any(|&post| row[post as usize].is_some());
                    assert_eq!(tiny.weights.iter().filter(could).count(), people.len());
                    assert!((people.len() as u64) < places && posts.contains(&post));
                }
                Some(WhyEmpty::Loses(loss)) => assert!(loss >= 0),
            }
        }
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

#[test]
fn a_flaw_is_seen() {
    let pairs = [(0, 0, 5), (1, 0, 7)];
    let check = |plan: [Option<u32>; 2], worth: [i64; 2], price: [i64; 1]| {
        let posts = Posts { capacities: &[1], price: &price, whole: &[false] };
        proof::check(pairs.iter().copied(), &posts, &plan, &worth)
    };
    assert_eq!(check([None, Some(0)], [0, 2], [5]), Ok(7));
    assert_eq!(check([Some(0), None], [0, 2], [5]), Err(Flaw::LeftOut(1)));
    assert_eq!(check([None, Some(0)], [0, 1], [5]), Err(Flaw::Dearer(1, 0)));
    assert_eq!(check([None, None], [0, 0], [7]), Err(Flaw::LeftEmpty(0)));
    assert_eq!(check([Some(0), Some(0)], [0, 2], [5]), Err(Flaw::TooMany(0)));
    assert_eq!(check([None, Some(0)], [0, 3], [5]), Err(Flaw::Sums { plan: 7, prices: 8 }));
}

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
