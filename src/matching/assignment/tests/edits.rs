//! The plan after edits.

use super::*;

#[test]
fn edits_lead_to_the_plan_that_would_be_found_anew() {
    tinies(10_000, |chance, mut tiny| {
        let mut solver = Solver::solve(tiny.graph());
        let mut withdrawn = vec![false; tiny.weights.len()];
        for _ in 0..3 {
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

/// An edit of each kind, and the one that takes it back.
#[derive(Debug, Clone, Copy)]
enum Edit {
    Weight(u32, u32, Option<i32>),
    Capacity(u32, u32),
    Withdrawn(u32, bool),
}

impl Edit {
    fn any(chance: &mut Chance, graph: &Graph) -> Self {
        let (volunteer, post) = (chance.below(graph.volunteers() as u32), chance.below(graph.posts() as u32));
        match chance.below(4) {
            0 => Self::Capacity(post, chance.below(5)),
            1 => Self::Withdrawn(volunteer, chance.below(2) == 0),
            _ => Self::Weight(volunteer, post, (chance.below(3) > 0).then(|| chance.below(10) as i32)),
        }
    }

    fn inverse(self, solver: &Solver) -> Self {
        match self {
            Self::Weight(volunteer, post, _) => Self::Weight(volunteer, post, solver.graph().weight(volunteer, post)),
            Self::Capacity(post, _) => Self::Capacity(post, solver.graph().capacity(post)),
            Self::Withdrawn(volunteer, _) => Self::Withdrawn(volunteer, solver.is_withdrawn(volunteer)),
        }
    }

    fn apply(self, solver: &mut Solver) {
        match self {
            Self::Weight(volunteer, post, weight) => drop(solver.set_weight(volunteer, post, weight)),
            Self::Capacity(post, capacity) => drop(solver.set_capacity(post, capacity)),
            Self::Withdrawn(volunteer, withdrawn) => drop(solver.set_withdrawn(volunteer, withdrawn)),
        }
    }
}

#[test]
fn an_edit_taken_back_restores_the_plan() {
    larger(1_000, |chance, tiny| {
        let mut solver = Solver::solve(tiny.graph());
        let mut known = vec![(solver.pairs().collect::<Vec<_>>(), solver.total())];
        let mut inverses = Vec::new();
        for _ in 0..5 {
            let edit = Edit::any(chance, solver.graph());
            inverses.push(edit.inverse(&solver));
            edit.apply(&mut solver);
            known.push((solver.pairs().collect(), solver.total()));
        }
        while let Some((plan, total)) = known.pop() {
            assert_eq!((solver.pairs().collect::<Vec<_>>(), solver.total()), (plan, total), "{tiny:?}");
            assert_eq!(solver.prove(), Ok(i128::from(total)));
            if let Some(inverse) = inverses.pop() {
                inverse.apply(&mut solver);
            }
        }
    });
}

#[test]
fn many_edits_stay_proved() {
    larger(20, |chance, tiny| {
        let mut solver = Solver::solve(tiny.graph());
        for _ in 0..500 {
            Edit::any(chance, solver.graph()).apply(&mut solver);
            assert_eq!(solver.prove(), Ok(i128::from(solver.total())));
        }
    });
}
