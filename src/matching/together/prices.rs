//! Prices of places that bound what parties can gain from each other's places.
//!
//! At any prices no plan is worth more than all places at their price, and each person and each party at the best that is
//! left to them at these prices (Lagrange; the prices of the conditions' linear programme make it least). What a party
//! gains alone does not see that others want the same places; this does. And where a party goes elsewhere than is best for
//! it, the bound falls by just what it loses.
//!
//! The prices of a plan without branches are a good start; from there they are moved against what is asked too much or
//! too little (subgradients with Polyak's step, Held, Wolfe and Crowder 1974).

use super::posts;
use super::search::{Search, Team};

/// Prices are in parts of a point.
const SHIFT: u32 = 8;

/// How often prices are moved at most, and for how long in vain before the step is halved.
const ROUNDS: usize = 300;
const ROUNDS_MORE: usize = 40;
const IN_VAIN: usize = 10;

pub(super) struct Prices {
    price: Vec<i64>,
    /// What no plan exceeds.
    total: i64,
    /// What each party has in it.
    worth: Vec<i64>,
}

impl Prices {
    /// Good prices for where the search stands: at least as good as those of the plan in which each party has taken its
    /// best place in turn. Nothing where that takes more effort than is left.
    pub(super) fn find(search: &mut Search<'_>, gains: &[i64]) -> Option<Self> {
        let posts = 0..search.solver.graph().posts() as u32;
        let saved = search.save();
        take_all(search, gains);
        let full = |post: &u32| search.solver.tried_capacity(*post) > 0 && !search.solver.has_room(*post);
        let enough = posts.clone().filter(full).count() < search.left();
        // The prices of the solver depend on what was edited before; what a place is worth does not.
        let start = enough.then(|| posts.map(|post| search.worth_of_place(post) << SHIFT).collect());
        search.undo(saved);
        start.map(|start| Descent::new(search).improve(search, start, ROUNDS))
    }

    /// Better prices for where the search stands now, if there are.
    pub(super) fn improved(&self, search: &mut Search<'_>) -> Self {
        Descent::new(search).improve(search, self.price.clone(), ROUNDS_MORE)
    }

    /// How much less than its best a way is worth to a party.
    pub(super) fn loss(&self, search: &Search<'_>, party: usize, way: usize) -> i64 {
        self.worth[party] - worth(search, party, way, &self.price)
    }

    /// How much less than its best way the next best, or none, is worth to a party.
    pub(super) fn doubt(&self, search: &Search<'_>, party: usize) -> i64 {
        let mut losses: Vec<i64> = search.ways(party).map(|way| self.loss(search, party, way)).collect();
        losses.push(self.worth[party]);
        losses.sort_unstable();
        losses.get(1).copied().unwrap_or(0)
    }

    /// Points that no plan with what is decided exceeds.
    pub(super) fn bound(&self, search: &mut Search<'_>) -> i64 {
        let mut total = self.total;
        for (party, worth) in self.worth.iter().enumerate() {
            total += best_of(search, party, &self.price).0 - worth;
        }
        total >> SHIFT
    }
}

/// The parties take their best places in turn, whatever becomes of teams.
fn take_all(search: &mut Search<'_>, gains: &[i64]) {
    let mut order: Vec<usize> = (0..gains.len()).filter(|&party| gains[party] > 0).collect();
    order.sort_by_key(|&party| std::cmp::Reverse(gains[party]));
    for party in order {
        if let Some(&(_, way)) = search.ranked(party, 0, |_| true).first() {
            let mark = search.solver.mark();
            if search.take(search.way(party, way)).is_none() {
                search.solver.undo(mark);
            }
        }
    }
}

/// What a way leaves a party at these prices.
fn worth(search: &Search<'_>, party: usize, way: usize, price: &[i64]) -> i64 {
    let price: i64 = posts(search.way(party, way)).map(|post| price[post as usize]).sum();
    (search.points(party, way) << SHIFT) - price
}

/// What a party has at these prices: where it is, or else at the best way or none. And the way.
fn best_of(search: &mut Search<'_>, party: usize, price: &[i64]) -> (i64, Option<usize>) {
    if let Some(way) = search.at[party] {
        return (worth(search, party, way, price), Some(way));
    }
    loop {
        let best = search.ways(party).map(|way| (worth(search, party, way, price), way));
        match best.filter(|&(worth, _)| worth > 0).max_by_key(|&(worth, way)| (worth, std::cmp::Reverse(way))) {
            None => return (0, None),
            Some((worth, way)) if search.may(party, way) => return (worth, Some(way)),
            // Known now as shut; the next best.
            Some(_) => {}
        }
    }
}

/// Prices on their way down.
struct Descent {
    /// Places left of each post.
    places: Vec<u32>,
    /// Posts that are full in every plan: their price may be below zero.
    full: Vec<bool>,
    /// What demand each post meets at the prices of the day.
    asked: Vec<i64>,
    /// What was moved, as a mean of the last rounds, so that prices do not swing.
    direction: Vec<f64>,
}

impl Descent {
    fn new(search: &Search<'_>) -> Self {
        let posts = 0..search.solver.graph().posts() as u32;
        Self {
            places: posts.clone().map(|post| search.solver.tried_capacity(post)).collect(),
            full: posts.clone().map(|post| search.team(post) == Team::Whole).collect(),
            asked: vec![0; posts.len()],
            direction: vec![0.0; posts.len()],
        }
    }

    fn improve(&mut self, search: &mut Search<'_>, start: Vec<i64>, rounds: usize) -> Prices {
        let mut price = start;
        let mut best = self.price(search, price.clone());
        let (mut total, mut step, mut vain) = (best.total, 1.0, 0);
        for _ in 0..rounds {
            let target = search.best();
            if best.total >> SHIFT <= target || step < 0.05 || search.is_spent() {
                break;
            }
            if !self.move_against(&mut price, step * (total - (target << SHIFT)) as f64) {
                break;
            }
            let now = self.price(search, price.clone());
            total = now.total;
            vain += 1;
            if total < best.total {
                (best, vain) = (now, 0);
            } else if vain == IN_VAIN {
                (step, vain) = (step / 2.0, 0);
                price.clone_from(&best.price);
                total = best.total;
            }
        }
        best
    }

    /// What no plan exceeds at these prices.
    fn price(&mut self, search: &mut Search<'_>, price: Vec<i64>) -> Prices {
        let graph = search.solver.graph();
        // As many tries as take about as long.
        let tries = graph.pairs() / 4096 + 1;
        self.asked.fill(0);
        let mut total: i64 = self.places.iter().zip(&price).map(|(&places, price)| i64::from(places) * price).sum();
        for volunteer in (0..graph.volunteers() as u32).filter(|&volunteer| !search.solver.is_withdrawn(volunteer)) {
            let (mut most, mut at) = (0, None);
            for edge in graph.posts_of(volunteer) {
                let left = (i64::from(edge.weight) << SHIFT) - price[edge.other as usize];
                // Of those alike the first by number, whatever the order of the list.
                let better = left > most || (left == most && at.is_some_and(|at| edge.other < at));
                if better && self.places[edge.other as usize] > 0 {
                    (most, at) = (left, Some(edge.other));
                }
            }
            total += most;
            if let Some(post) = at {
                self.asked[post as usize] += 1;
            }
        }
        search.count(tries);
        let mut worth = Vec::with_capacity(search.at.len());
        for party in 0..search.at.len() {
            let (most, way) = best_of(search, party, &price);
            worth.push(most);
            match (search.at[party], way) {
                (Some(way), _) => total += search.points(party, way) << SHIFT,
                (None, Some(way)) => {
                    total += most;
                    for post in posts(search.way(party, way)) {
                        self.asked[post as usize] += 1;
                    }
                }
                (None, None) => {}
            }
        }
        Prices { price, total, worth }
    }

    /// Moves prices so far as would take the bound down by that much, were it flat; whether anything asks for it.
    fn move_against(&mut self, price: &mut [i64], fall: f64) -> bool {
        let (mut square, mut asks) = (0.0, false);
        for (post, price) in price.iter().enumerate() {
            let too_many = (i64::from(self.places[post]) - self.asked[post]) as f64;
            let may_fall = *price > 0 || self.full[post];
            asks |= too_many < 0.0 || (too_many > 0.0 && may_fall);
            let direction = &mut self.direction[post];
            *direction = 0.5 * too_many + 0.5 * *direction;
            if *direction > 0.0 && !may_fall {
                *direction = 0.0;
            }
            square += *direction * *direction;
        }
        // Where this round asks for the opposite of the last, little is left to tell how far.
        let far = fall / f64::max(square, 1.0);
        for (post, price) in price.iter_mut().enumerate() {
            *price -= (self.direction[post] * far) as i64;
            if !self.full[post] {
                *price = (*price).max(0);
            }
        }
        asks
    }
}
