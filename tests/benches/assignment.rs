//! How quick the assignment alone is, on bare instances: from nothing under both objectives, after one edit, and the
//! regret of other choices; beside it OR-Tools and scipy on the same instance, where Python has them.
//!
//! `cargo bench --bench assignment` takes the instances beside the checkout (`../shared/bench`) and those of 40,000 x
//! 5,000 in `target/instances`, if `generate.py` there has made them; with `SOJOURN_BENCH=quick` one small instance of its
//! own.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod timing;

use sojourn::exchange::instance::{Instance, Objective, read};
use sojourn::matching::assignment::Solver;
use std::path::{Path, PathBuf};
use std::process::Command;
use timing::{Figures, memory_mb, once, repeat};

const OBJECTIVES: [(Objective, &str); 2] = [(Objective::Fit, "fit"), (Objective::Lexicographic, "lex")];

fn main() {
    let mut figures = Figures::new("The assignment alone");
    if std::env::var("SOJOURN_BENCH").is_ok_and(|word| word == "quick") {
        measure("small", &small(), None, 3, &mut figures);
        return figures.print();
    }
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    for name in ["v10k-scarce", "v10k-surplus", "v10k-hot", "v40k-scarce", "v40k-surplus", "v40k-hot"] {
        let places =
            [root.join(format!("../shared/bench/{name}.vm.gz")), root.join(format!("target/instances/{name}.vm"))];
        match places.iter().find(|path| path.exists()) {
            Some(path) => measure(name, &read(path).unwrap(), Some(path), 7, &mut figures),
            None => println!("{name}: skipped, it is not there"),
        }
    }
    figures.note(&format!("The process then holds {} MB", memory_mb()));
    figures.print();
}

/// 60 volunteers and 12 posts, everybody at a third of them.
fn small() -> Instance {
    let pairs = (0..60_u32).flat_map(|volunteer| {
        let posts = (0..12_u32).filter(move |post| (volunteer + post).is_multiple_of(3));
        posts.map(move |post| (volunteer, post, ((volunteer * 37 + post * 101) % 97 + 1) as i32))
    });
    Instance {
        volunteers: 60,
        capacities: vec![2; 12],
        urgency: (0..12).map(|post| post % 5 + 1).collect(),
        pairs: pairs.collect(),
        ..Instance::default()
    }
}

fn measure(name: &str, instance: &Instance, path: Option<&Path>, rounds: usize, figures: &mut Figures) {
    for (objective, word) in OBJECTIVES {
        let graph = instance.graph(objective).unwrap();
        let mut solver = None;
        let times = (0..rounds).flat_map(|_| {
            let copy = graph.clone();
            once(|| solver = Some(Solver::solve(copy)))
        });
        let times: Vec<f64> = times.collect();
        let mut solver = solver.unwrap();
        solver.prove().expect("the plan is proved");
        let peers = path.map(|path| peers(path, word)).unwrap_or_default();
        let value = instance.value(solver.pairs(), objective);
        for (peer, other, _) in &peers {
            assert_eq!(*other, value, "{peer} finds the same optimum of {name} {word}");
        }
        let title = format!("{name}, {word}: from nothing");
        let first = peers.first();
        figures.add_beside(&title, times.clone(), first.map_or("", |peer| &peer.0), first.map(|peer| peer.2.clone()));
        for (peer, _, others) in peers.iter().skip(1) {
            figures.add_beside(&title, times.clone(), peer, Some(others.clone()));
        }
        edits(&format!("{name}, {word}"), &mut solver, rounds * 100, figures);
    }
}

/// Withdrawals and returns, closed and opened places, other points: as they come in an office.
fn edits(name: &str, solver: &mut Solver, rounds: usize, figures: &mut Figures) {
    let (volunteers, posts) = (solver.graph().volunteers() as u32, solver.graph().posts() as u32);
    let mut number = 7_u32;
    let mut any = |most: u32| {
        number = number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        ((u64::from(number) * u64::from(most)) >> 32) as u32
    };
    let mut times = Vec::new();
    for _ in 0..rounds {
        let (volunteer, post) = (any(volunteers), any(posts));
        times.extend(once(|| drop(solver.set_withdrawn(volunteer, true))));
        times.extend(once(|| drop(solver.set_withdrawn(volunteer, false))));
        let capacity = solver.graph().capacity(post);
        times.extend(once(|| drop(solver.set_capacity(post, capacity.saturating_sub(1)))));
        times.extend(once(|| drop(solver.set_capacity(post, capacity))));
        if let Some(edge) = solver.graph().posts_of(volunteer).first().copied() {
            times.extend(once(|| drop(solver.set_weight(volunteer, edge.other, Some(edge.weight + 1)))));
            times.extend(once(|| drop(solver.set_weight(volunteer, edge.other, Some(edge.weight)))));
        }
    }
    figures.add(&format!("{name}: the plan after one edit"), times);
    // Whoever can go nowhere has no pair to ask about.
    let able: Vec<u32> = (0..volunteers).filter(|&volunteer| !solver.graph().posts_of(volunteer).is_empty()).collect();
    let mut times = Vec::new();
    for _ in 0..rounds {
        let volunteer = able[any(able.len() as u32) as usize];
        let posts = solver.graph().posts_of(volunteer);
        let post = posts[any(posts.len() as u32) as usize].other;
        times.extend(once(|| drop(solver.regret(volunteer, post))));
    }
    figures.add(&format!("{name}: the regret of one pair"), times);
    let busiest = (0..posts).max_by_key(|post| solver.graph().volunteers_of(*post).len()).unwrap_or(0);
    let people: Vec<u32> = solver.graph().volunteers_of(busiest).iter().take(100).map(|edge| edge.other).collect();
    figures.add(
        &format!("{name}: the regrets of {} candidates", people.len()),
        repeat(5, || people.iter().for_each(|&volunteer| drop(solver.regret(volunteer, busiest)))),
    );
}

/// What the peers find: name, value and times in seconds. None where Python or its packages are missing.
fn peers(path: &Path, objective: &str) -> Vec<(String, i64, Vec<f64>)> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools/peers.py");
    let Ok(done) = Command::new("python3").arg(script).arg(path).arg(objective).output() else { return Vec::new() };
    let told = String::from_utf8_lossy(&done.stdout).into_owned();
    if told.is_empty() {
        println!("peers: skipped, {}", String::from_utf8_lossy(&done.stderr).lines().last().unwrap_or_default());
    }
    let line = |line: &str| {
        let mut words = line.split_whitespace();
        let (name, value) = (words.next()?.to_owned(), words.next()?.parse().ok()?);
        Some((name, value, words.filter_map(|word| word.parse().ok()).collect()))
    };
    told.lines().filter_map(line).collect()
}
