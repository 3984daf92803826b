//! How quick several missions in turn are planned on bare instances, and how near the bound the plan is.
//!
//! `cargo bench --bench sequences` takes the instances beside the checkout (`../shared/bench`) and those of 40,000 x 5,000
//! in `target/instances`, if `generate.py` there has made them; with `SOJOURN_BENCH=quick` a small one of its own.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod timing;

use sojourn::exchange::instance::{Objective, read};
use sojourn::matching::sequences::{Candidate, Problem, solve};
use std::cell::RefCell;
use std::path::PathBuf;
use timing::{Figures, memory_mb, once, repeat};

fn main() {
    let mut figures = Figures::new("Several missions in turn");
    if std::env::var("SOJOURN_BENCH").is_ok_and(|word| word == "quick") {
        measure("small", &small(), 2, &mut figures);
        return figures.print();
    }
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    for name in ["v1k-scarce", "v1k-surplus", "v10k-scarce", "v10k-surplus", "v40k-scarce", "v40k-surplus"] {
        let places =
            [root.join(format!("../shared/bench/{name}.vm.gz")), root.join(format!("target/instances/{name}.vm"))];
        let Some(path) = places.iter().find(|path| path.exists()) else {
            println!("{name}: skipped, it is not there");
            continue;
        };
        let problem = RefCell::new(None);
        let reading = || *problem.borrow_mut() = read(path).unwrap().sequences(Objective::Fit, 2).ok();
        figures.add(&format!("{name}: read"), once(reading));
        measure(name, &problem.into_inner().unwrap(), 3, &mut figures);
    }
    figures.note(&format!("The process then holds {} MB", memory_mb()));
    figures.print();
}

/// 60 volunteers and 12 posts one after the other, everybody at a third of them.
fn small() -> Problem {
    let one = |volunteer: u32, post: u32| Candidate {
        post,
        weight: ((volunteer * 37 + post * 101) % 97 + 1) as i32,
        first: 40 * post as i32,
        last: 40 * post as i32 + 100,
    };
    let posts = |volunteer: u32| (0..12).filter(move |post| (volunteer + post).is_multiple_of(3));
    let people = (0..60).map(|volunteer| posts(volunteer).map(|post| one(volunteer, post)).collect()).collect();
    Problem::new(people, vec![2; 12], 14)
}

fn measure(name: &str, problem: &Problem, rounds: usize, figures: &mut Figures) {
    let found = RefCell::new(None);
    let times = repeat(rounds, || *found.borrow_mut() = Some(solve(problem, &|_, _| true)));
    let found = found.into_inner().unwrap();
    let gap = 100.0 * (found.bound - found.value) as f64 / found.bound.max(1) as f64;
    let title = format!("{name}: value {}, bound {}, gap {gap:.4} %, {} steps", found.value, found.bound, found.steps);
    figures.add(&title, times);
}
