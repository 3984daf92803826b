//! A quick auction for prices that are nearly right.
//!
//! Volunteers bid for places as in Bertsekas and Castañón (1989): each takes the cheapest place of the best post and
//! raises its price to where the second best post is as good, and a little more. Nothing is proved by it: the repairs
//! make exact what it leaves.

use super::graph::Graph;
use super::state::{NOBODY, State};

/// How many of the best posts of a volunteer are kept at hand.
const NEAR: usize = 8;

/// Gives posts prices by an auction from those prices on, in points, and places whoever is right at them.
///
/// A small step gives better prices and takes longer.
pub(super) fn bid(graph: &Graph, state: &mut State, from: &[i64], step: i64, stop: &dyn Fn() -> bool) {
    let mut auction = Auction::new(graph, from);
    let mut waiting: Vec<u32> = (0..graph.volunteers() as u32).rev().collect();
    let mut bids = 0_u32;
    while let Some(volunteer) = waiting.pop() {
        bids += 1;
        if bids.is_multiple_of(4096) && stop() {
            return;
        }
        let outbid = auction.bid(volunteer, step);
        if outbid != NOBODY {
            waiting.push(outbid);
        }
    }
    auction.hand_over(state);
}

struct Auction<'a> {
    graph: &'a Graph,
    /// The price of the cheapest place of each post.
    prices: Vec<i64>,
    /// Where the places of each post begin.
    starts: Vec<usize>,
    places: Vec<(i64, u32)>,
    near: Vec<Near>,
}

/// The best posts of a volunteer when they were last looked at all.
#[derive(Clone, Copy)]
struct Near {
    best: [(u32, i32); NEAR],
    count: usize,
    /// No other post can be better than this: prices only rise. Negative where nothing else is worth a bid.
    rest: i64,
    known: bool,
}

/// Best and second best gain, and the post of the best.
type Choice = (i64, i64, u32);

impl<'a> Auction<'a> {
    fn new(graph: &'a Graph, from: &[i64]) -> Self {
        let mut starts = vec![0];
        let mut prices = from.to_vec();
        let mut places = Vec::new();
        for post in 0..graph.posts() {
            // More places than candidates would never be looked at.
            let count = (graph.capacity(post as u32) as usize).min(graph.volunteers_of(post as u32).len());
            places.resize(places.len() + count, (from[post], NOBODY));
            starts.push(places.len());
            if count == 0 {
                // Nobody can bid for what is closed.
                prices[post] = i64::MAX / 2;
            }
        }
        let nothing = Near { best: [(0, 0); NEAR], count: 0, rest: 0, known: false };
        Self { graph, prices, starts, places, near: vec![nothing; graph.volunteers()] }
    }

    /// The volunteer bids; gives back who is outbid.
    fn bid(&mut self, volunteer: u32, step: i64) -> u32 {
        let (best, second, post) = self.choose(volunteer);
        if post == NOBODY {
            return NOBODY;
        }
        let places = &mut self.places[self.starts[post as usize]..self.starts[post as usize + 1]];
        let (mut cheapest, mut next) = (0, i64::MAX);
        for at in 1..places.len() {
            if places[at].0 < places[cheapest].0 {
                (cheapest, next) = (at, places[cheapest].0);
            } else {
                next = next.min(places[at].0);
            }
        }
        let price = places[cheapest].0 + best - second + step;
        self.prices[post as usize] = price.min(next);
        std::mem::replace(&mut places[cheapest], (price, volunteer)).1
    }

    fn choose(&mut self, volunteer: u32) -> Choice {
        let near = &self.near[volunteer as usize];
        if near.known {
            let choice = self.choose_near(near);
            if near.rest < 0 || choice.1 >= near.rest {
                return choice;
            }
        }
        let near = self.look(volunteer);
        self.near[volunteer as usize] = near;
        self.choose_near(&near)
    }

    fn choose_near(&self, near: &Near) -> Choice {
        let (mut best, mut second, mut to) = (0, 0, NOBODY);
        for &(post, weight) in &near.best[..near.count] {
            let gain = i64::from(weight) - self.prices[post as usize];
            if gain > best {
                (best, second, to) = (gain, best, post);
            } else if gain > second {
                second = gain;
            }
        }
        (best, second, to)
    }

    /// Looks at all posts of a volunteer.
    fn look(&self, volunteer: u32) -> Near {
        let mut top = [(0_i64, 0_u32, 0_i32); NEAR + 1];
        for edge in self.graph.posts_of(volunteer) {
            let gain = i64::from(edge.weight) - self.prices[edge.other as usize];
            if gain > top[NEAR].0 {
                let mut at = NEAR;
                while at > 0 && top[at - 1].0 < gain {
                    top[at] = top[at - 1];
                    at -= 1;
                }
                top[at] = (gain, edge.other, edge.weight);
            }
        }
        let count = top[..NEAR].iter().take_while(|entry| entry.0 > 0).count();
        let rest = if top[NEAR].0 > 0 { top[NEAR].0 } else { -1 };
        let mut best = [(0, 0); NEAR];
        for (near, &(_, post, weight)) in best.iter_mut().zip(&top[..count]) {
            *near = (post, weight);
        }
        Near { best, count, rest, known: true }
    }

    /// Takes over the prices, and of the places those whose holder wants nothing else at them.
    fn hand_over(self, state: &mut State) {
        for post in 0..self.graph.posts() {
            if self.starts[post] < self.starts[post + 1] {
                state.set_price_in_points(post as u32, self.prices[post]);
            }
        }
        for volunteer in 0..self.graph.volunteers() as u32 {
            let worth = state.best_gain(self.graph, volunteer);
            state.people[volunteer as usize].worth = worth;
        }
        for post in 0..self.graph.posts() {
            for &(_, holder) in &self.places[self.starts[post]..self.starts[post + 1]] {
                if holder != NOBODY
                    && let Some(weight) = self.graph.weight(holder, post as u32)
                    && state.slack(holder, post as u32, weight) == 0
                {
                    state.place(holder, post as u32);
                }
            }
        }
    }
}
