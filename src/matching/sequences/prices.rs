//! Prices of places, and the bound they prove.
//!
//! With a price for each place of a post, everybody would choose for themselves: the missions in turn that are worth most
//! after their prices (weighted interval scheduling, one look at each candidate). What all would gain so, and what all
//! places cost, is a bound that no plan exceeds, whatever the prices (Lagrange; Fisher 1981): a plan's points are at most
//! its people's gains plus the price of the places it takes. Prices are moved to where this bound is least: up where more
//! people want a place than there are, down where fewer do.

use super::problem::{Candidate, Problem};
use rayon::prelude::*;

/// Prices are counted in this part of a point.
pub const SCALE: i64 = 1 << 10;

/// People that one piece of work looks at.
const CHUNK: u32 = 512;

/// What prices prove.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// The price of one place of each post, at least 0, in parts of a point ([`SCALE`]).
    pub prices: Vec<i64>,
    /// What no plan exceeds, in parts of a point.
    pub scaled: i128,
    /// How many people want each post at these prices.
    pub(super) wanted: Vec<u32>,
}

impl Bound {
    /// What these prices prove. Negative prices count as 0.
    pub fn new(problem: &Problem, mut prices: Vec<i64>) -> Self {
        prices.resize(problem.capacities().len(), 0);
        prices.iter_mut().for_each(|price| *price = (*price).max(0));
        let people = problem.people();
        let chunk = |number: u32| {
            let mut wanted = vec![0_u32; prices.len()];
            let (mut best, mut gains) = (Vec::new(), 0_i128);
            for person in number * CHUNK..people.min((number + 1) * CHUNK) {
                let row = problem.of(person);
                gains += i128::from(choose(row, problem.before(person), &prices, &mut best));
                each_chosen(problem.before(person), &best, |place| wanted[row[place].post as usize] += 1);
            }
            (gains, wanted)
        };
        let sum = |mut one: (i128, Vec<u32>), other: (i128, Vec<u32>)| {
            one.1.iter_mut().zip(other.1).for_each(|(one, other)| *one += other);
            (one.0 + other.0, one.1)
        };
        // Sums of integers: the same on any number of threads.
        let all = (0..people.div_ceil(CHUNK)).into_par_iter().map(chunk);
        let (gains, wanted) = all.reduce(|| (0, vec![0; prices.len()]), sum);
        let places = problem.capacities().iter().zip(&prices);
        let cost: i128 = places.map(|(capacity, price)| i128::from(*capacity) * i128::from(*price)).sum();
        Self { prices, scaled: gains + cost, wanted }
    }

    /// What no plan exceeds, in points: the points of a plan are whole.
    pub fn points(&self) -> i64 {
        i64::try_from(self.scaled.div_euclid(SCALE.into())).unwrap_or(i64::MAX)
    }
}

/// What the best missions in turn are worth after their prices. `best` gets, for each number of candidates from the
/// first on, what the best of those are worth.
pub(super) fn choose(row: &[Candidate], before: &[u32], prices: &[i64], best: &mut Vec<i64>) -> i64 {
    best.clear();
    best.push(0);
    let mut most = 0;
    for (one, before) in row.iter().zip(before) {
        most = most.max(best[*before as usize] + gain(one, prices));
        best.push(most);
    }
    most
}

/// What a candidate is worth after its price.
#[inline]
pub(super) fn gain(one: &Candidate, prices: &[i64]) -> i64 {
    i64::from(one.weight) * SCALE - prices[one.post as usize]
}

/// Goes through those that were chosen, the last first.
pub(super) fn each_chosen(before: &[u32], best: &[i64], mut chosen: impl FnMut(usize)) {
    let mut count = before.len();
    while count > 0 {
        if best[count] == best[count - 1] {
            count -= 1;
        } else {
            chosen(count - 1);
            count = before[count - 1] as usize;
        }
    }
}

/// How far the next step goes, and where from.
#[derive(Debug, Clone)]
pub(super) struct Descent {
    at: Vec<f64>,
    direction: Vec<f64>,
    length: f64,
    in_vain: u32,
}

/// Steps without a better bound after which steps become shorter, and start from the best prices again.
const PATIENCE: u32 = 12;

impl Descent {
    pub(super) fn new(best: &Bound) -> Self {
        Self {
            at: best.prices.iter().map(|price| *price as f64).collect(),
            direction: vec![0.0; best.prices.len()],
            length: 1.0,
            in_vain: 0,
        }
    }

    /// Whether steps have become so short that they lead nowhere.
    pub(super) fn is_spent(&self) -> bool {
        self.length < 1e-3
    }

    /// One step from prices whose bound is `last` towards where the bound may be `target` points (Polyak 1969, with the
    /// deflection of Camerini, Fratta and Maffioli 1975). Keeps the best.
    pub(super) fn step(&mut self, problem: &Problem, last: &mut Bound, best: &mut Bound, target: i64) {
        let mut norm = 0.0;
        for (post, direction) in self.direction.iter_mut().enumerate() {
            let mut slack = f64::from(problem.capacities()[post]) - f64::from(last.wanted[post]);
            if self.at[post] <= 0.0 && slack > 0.0 {
                slack = 0.0;
                *direction = direction.min(0.0);
            }
            *direction = slack + DEFLECTION * *direction;
            norm += *direction * *direction;
        }
        if norm == 0.0 {
            self.length = 0.0;
            return;
        }
        let over = (last.scaled - i128::from(target) * i128::from(SCALE)).max(1) as f64;
        let step = self.length * over / norm;
        for (at, direction) in self.at.iter_mut().zip(&self.direction) {
            *at = (*at - step * direction).max(0.0);
        }
        *last = Bound::new(problem, self.at.iter().map(|price| price.round() as i64).collect());
        if last.scaled < best.scaled {
            best.clone_from(last);
            self.in_vain = 0;
            return;
        }
        self.in_vain += 1;
        if self.in_vain >= PATIENCE {
            self.in_vain = 0;
            self.length *= 0.6;
            last.clone_from(best);
            self.at = best.prices.iter().map(|price| *price as f64).collect();
            self.direction.fill(0.0);
        }
    }
}

const DEFLECTION: f64 = 0.7;
