//! The same plan whatever the order, and everywhere.

use super::*;

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

/// Many plans are worth as much as this one. Were another found one day, every office would see people move for nothing.
#[test]
fn the_plan_is_the_same_on_every_machine() {
    let pairs: Vec<(u32, u32, i32)> =
        (0..12).flat_map(|volunteer| (0..5).map(move |post| (volunteer, post, 7))).collect();
    let solver =
        Solver::solve(Graph::new(Graph::keys_by_number(12), Graph::keys_by_number(5), vec![1, 2, 0, 1, 3], &pairs));
    let found: Vec<(u32, u32)> = solver.pairs().collect();
    assert_eq!(found, [(1, 4), (2, 0), (3, 1), (7, 3), (9, 4), (10, 4), (11, 1)]);
}
