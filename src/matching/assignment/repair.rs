//! Each thing that is wrong with a plan is taken away by one search for the cheapest way out.
//!
//! The search is Dijkstra's over posts, along pairs by their slack; the volunteers of a post are looked at when the post
//! is. It never goes further than leaving the thing as it is costs, which is what is asked for it at the prices of the
//! day. Afterwards the prices of what it went through are moved so that the new plan is proved as the old one was.

use super::graph::Graph;
use super::state::{NOBODY, State};
use super::value::{Value, value};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Dearer than any way: no sum of points and tie-breaks reaches it.
pub(super) const FAR: Value = Value::MAX / 4;

/// What a search needs to remember; kept between searches.
#[derive(Debug, Clone, Default)]
pub(super) struct Search {
    /// The number of the search that a post was last reached by.
    reached: Vec<u32>,
    round: u32,
    distance: Vec<Value>,
    /// By whom a post was reached, and (when filling) where that volunteer would go from it.
    by: Vec<(u32, u32)>,
    queue: BinaryHeap<Reverse<(Value, u32)>>,
    settled: Vec<u32>,
}

impl Search {
    fn begin(&mut self, posts: usize) {
        if self.reached.len() != posts {
            self.reached = vec![0; posts];
            self.distance = vec![0; posts];
            self.by = vec![(NOBODY, NOBODY); posts];
            self.round = 0;
        }
        if self.round == u32::MAX {
            self.reached.fill(0);
            self.round = 0;
        }
        self.round += 1;
        self.queue.clear();
        self.settled.clear();
    }

    #[inline]
    fn reach(&mut self, post: u32, distance: Value, by: (u32, u32)) -> bool {
        let at = post as usize;
        if self.reached[at] == self.round && self.distance[at] <= distance {
            return false;
        }
        self.reached[at] = self.round;
        self.distance[at] = distance;
        self.by[at] = by;
        self.queue.push(Reverse((distance, post)));
        true
    }

    /// The nearest post that is not settled, if it is nearer than that.
    #[inline]
    fn next(&mut self, nearer_than: Value) -> Option<(Value, u32)> {
        while let Some(Reverse((distance, post))) = self.queue.pop() {
            if distance >= nearer_than {
                return None;
            }
            if self.distance[post as usize] == distance {
                self.settled.push(post);
                return Some((distance, post));
            }
        }
        None
    }
}

/// Where the cheapest way of a volunteer without a post ends.
#[derive(Debug, Clone, Copy)]
pub(super) enum Seat {
    /// Without a post.
    None,
    /// At an empty place of the post.
    Room(u32),
    /// At a place of somebody who is then without one.
    InsteadOf(u32),
}

/// Where the cheapest way of an empty place ends.
#[derive(Debug, Clone, Copy)]
pub(super) enum Filler {
    /// Nobody comes.
    None,
    /// A volunteer without a post goes to that post.
    Volunteer(u32, u32),
    /// A place of this post is empty instead.
    InsteadOf(u32),
}

impl Search {
    /// The cheapest way for a volunteer without a post to get one, of those cheaper than the limit, and what it costs; the
    /// limit where there is none.
    pub(super) fn seat(&mut self, graph: &Graph, state: &State, volunteer: u32, limit: Value) -> (Value, Seat) {
        self.begin(graph.posts());
        let mut found = (limit, Seat::None);
        self.look_from(graph, state, (0, volunteer), &mut found);
        while let Some((distance, post)) = self.next(found.0) {
            for &held in &state.held[post as usize] {
                let leaving = distance + state.people[held as usize].worth;
                if leaving < found.0 {
                    found = (leaving, Seat::InsteadOf(held));
                }
                self.look_from(graph, state, (distance, held), &mut found);
            }
        }
        found
    }

    fn look_from(&mut self, graph: &Graph, state: &State, (so_far, who): (Value, u32), found: &mut (Value, Seat)) {
        let person = &state.people[who as usize];
        for edge in graph.posts_of(who) {
            let place = &state.places[edge.other as usize];
            let distance = so_far + person.worth + place.price - value(edge.weight, person.key, place.key);
            if distance < found.0 && self.reach(edge.other, distance, (who, NOBODY)) && place.has_room() {
                *found = (distance, Seat::Room(edge.other));
            }
        }
    }

    /// The cheapest way to fill an empty place, of those cheaper than the limit, and what it costs; the limit where there
    /// is none.
    pub(super) fn fill(&mut self, graph: &Graph, state: &State, post: u32, limit: Value) -> (Value, Filler) {
        self.begin(graph.posts());
        let mut found = (limit, Filler::None);
        self.reach(post, 0, (NOBODY, NOBODY));
        while let Some((so_far, to)) = self.next(found.0) {
            let place = &state.places[to as usize];
            let so_far = so_far + place.price;
            for edge in graph.volunteers_of(to) {
                let person = &state.people[edge.other as usize];
                let distance = so_far + person.worth - value(edge.weight, person.key, place.key);
                if distance >= found.0 || person.at == to || person.withdrawn {
                    continue;
                }
                if person.at == NOBODY {
                    found = (distance, Filler::Volunteer(edge.other, to));
                } else if self.reach(person.at, distance, (edge.other, to)) {
                    let emptied = distance + state.places[person.at as usize].price;
                    if emptied < found.0 && !state.whole[person.at as usize] {
                        found = (emptied, Filler::InsteadOf(person.at));
                    }
                }
            }
        }
        found
    }

    /// The post that a volunteer went to first on the way that [`Search::seat`] found to that post.
    pub(super) fn first_of_way(&self, state: &State, volunteer: u32, last: u32) -> u32 {
        let mut post = last;
        loop {
            let (mover, _) = self.by[post as usize];
            if mover == volunteer {
                return post;
            }
            post = state.people[mover as usize].at;
        }
    }

    /// What was settled nearer than that, and how much nearer.
    fn nearer(&self, than: Value) -> impl Iterator<Item = (u32, Value)> {
        let nearer = move |&post: &u32| (post, than - self.distance[post as usize]);
        self.settled.iter().map(nearer).filter(|&(_, nearer)| nearer > 0)
    }
}

/// Finds the best for a volunteer without a post who is worth something: a place, maybe somebody else's who moves on or
/// leaves, or none.
pub(super) fn seat(graph: &Graph, state: &mut State, search: &mut Search, volunteer: u32) {
    let worth = state.people[volunteer as usize].worth;
    let (cost, end) = search.seat(graph, state, volunteer, worth);
    for (post, more) in search.nearer(cost) {
        state.raise(post, more);
    }
    state.set_worth(volunteer, worth - cost);
    let mut post = match end {
        Seat::None => return,
        Seat::Room(post) => post,
        Seat::InsteadOf(held) => {
            let post = state.people[held as usize].at;
            state.leave(held);
            post
        }
    };
    loop {
        let (mover, _) = search.by[post as usize];
        let before = state.people[mover as usize].at;
        state.place(mover, post);
        if mover == volunteer {
            return;
        }
        post = before;
    }
}

/// Finds the best for an empty place that has a price or must be filled: somebody without a post, somebody from another
/// post that is filled again or not, or nobody. Whether there was a way; always, where nothing must be.
fn fill(graph: &Graph, state: &mut State, search: &mut Search, post: u32) -> bool {
    let must = state.whole[post as usize];
    let limit = if must { FAR } else { state.places[post as usize].price };
    let (cost, end) = search.fill(graph, state, post, limit);
    if must && matches!(end, Filler::None) {
        return false;
    }
    for (settled, less) in search.nearer(cost) {
        state.raise(settled, -less);
    }
    fill_by(state, search, post, end);
    true
}

/// Moves people along the way that [`Search::fill`] found to an empty place; prices stay as they are.
pub(super) fn fill_by(state: &mut State, search: &Search, post: u32, end: Filler) {
    let mut from = match end {
        Filler::None => return,
        Filler::Volunteer(volunteer, to) => {
            state.place(volunteer, to);
            to
        }
        Filler::InsteadOf(from) => from,
    };
    while from != post {
        let (mover, to) = search.by[from as usize];
        state.place(mover, to);
        from = to;
    }
}

/// Fills the empty places of a post as long as they have a price, or must be filled and can be.
pub(super) fn fill_all(graph: &Graph, state: &mut State, search: &mut Search, post: u32) {
    let at = post as usize;
    while state.places[at].has_room()
        && (state.whole[at] || state.places[at].price > 0)
        && fill(graph, state, search, post)
    {}
}

/// Seats a volunteer without a post who is worth something.
pub(super) fn seat_if_worth(graph: &Graph, state: &mut State, search: &mut Search, volunteer: u32) {
    let person = &state.people[volunteer as usize];
    if person.at == NOBODY && person.worth > 0 && !person.withdrawn {
        seat(graph, state, search, volunteer);
    }
}

/// Takes away all that is wrong; whether it was not stopped.
pub(super) fn mend(graph: &Graph, state: &mut State, search: &mut Search, stop: &dyn Fn() -> bool) -> bool {
    for post in 0..graph.posts() as u32 {
        if post.is_multiple_of(64) && stop() {
            return false;
        }
        fill_all(graph, state, search, post);
    }
    for volunteer in 0..graph.volunteers() as u32 {
        if volunteer.is_multiple_of(64) && stop() {
            return false;
        }
        seat_if_worth(graph, state, search, volunteer);
    }
    true
}
