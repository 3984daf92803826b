//! A plan with its prices while it is worked on.

use super::graph::Graph;
use super::value::{Value, mixed, of_points, value};

/// Number of no volunteer and of no post.
pub(super) const NOBODY: u32 = u32::MAX;

/// A volunteer while the plan is worked on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Person {
    /// What the person is worth to the plan: u of the dual.
    pub worth: Value,
    pub key: u64,
    /// The post, or [`NOBODY`].
    pub at: u32,
    pub withdrawn: bool,
}

/// A post while the plan is worked on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// What one more place of it would be worth: p of the dual.
    pub price: Value,
    pub key: u64,
    pub taken: u32,
    pub capacity: u32,
}

impl Place {
    pub(super) fn has_room(&self) -> bool {
        self.taken < self.capacity
    }
}

/// A plan and prices such that `worth + price >= value` for every pair, with equality where the pair is in the plan.
///
/// What may still be wrong is of two kinds only, and [`super::repair`] takes each away by one search: a volunteer without
/// a post who is worth something, and an empty place that has a price.
#[derive(Debug, Clone)]
pub(super) struct State {
    pub people: Vec<Person>,
    pub places: Vec<Place>,
    pub held: Vec<Vec<u32>>,
    /// Whether all places of a post must be taken, whatever it costs: then its price may be below zero.
    pub whole: Vec<bool>,
    /// What to take back, the newest last, since [`State::recording`] was set.
    changes: Vec<Change>,
    /// Whether changes can be taken back.
    pub recording: bool,
}

/// What was before a change.
#[derive(Debug, Clone, Copy)]
enum Change {
    At(u32, u32),
    Worth(u32, Value),
    Price(u32, Value),
    Capacity(u32, u32),
    Whole(u32, bool),
    Withdrawn(u32, bool),
}

impl State {
    /// Nobody placed, nobody worth anything, every post at a price that nobody pays.
    pub(super) fn new(graph: &Graph) -> Self {
        let person =
            |volunteer| Person { worth: 0, key: mixed(graph.volunteer_key(volunteer)), at: NOBODY, withdrawn: false };
        let place = |post| Place {
            price: 0,
            // Set apart from the keys of volunteers, which may be the same numbers.
            key: mixed(!graph.post_key(post)),
            taken: 0,
            capacity: graph.capacity(post),
        };
        let mut state = Self {
            people: (0..graph.volunteers() as u32).map(person).collect(),
            places: (0..graph.posts() as u32).map(place).collect(),
            held: vec![Vec::new(); graph.posts()],
            whole: vec![false; graph.posts()],
            changes: Vec::new(),
            recording: false,
        };
        for post in 0..graph.posts() as u32 {
            state.places[post as usize].price = state.dearest(graph, post);
        }
        state
    }

    /// The highest value that anyone has at a post.
    pub(super) fn dearest(&self, graph: &Graph, post: u32) -> Value {
        let key = self.places[post as usize].key;
        graph
            .volunteers_of(post)
            .iter()
            .map(|edge| value(edge.weight, self.people[edge.other as usize].key, key))
            .fold(0, Value::max)
    }

    /// What a volunteer would gain at the best post at the prices of the day.
    pub(super) fn best_gain(&self, graph: &Graph, volunteer: u32) -> Value {
        let key = self.people[volunteer as usize].key;
        graph
            .posts_of(volunteer)
            .iter()
            .map(|edge| {
                let place = &self.places[edge.other as usize];
                value(edge.weight, key, place.key) - place.price
            })
            .fold(0, Value::max)
    }

    /// `worth + price - value`: how much a pair of these points lacks to be as good as what is planned.
    #[inline]
    pub(super) fn slack(&self, volunteer: u32, post: u32, weight: i32) -> Value {
        let (person, place) = (&self.people[volunteer as usize], &self.places[post as usize]);
        person.worth + place.price - value(weight, person.key, place.key)
    }

    pub(super) fn place(&mut self, volunteer: u32, post: u32) {
        self.move_to(volunteer, post);
    }

    pub(super) fn leave(&mut self, volunteer: u32) {
        self.move_to(volunteer, NOBODY);
    }

    pub(super) fn set_price_in_points(&mut self, post: u32, price: i64) {
        self.set_price(post, of_points(price));
    }

    fn move_to(&mut self, volunteer: u32, post: u32) {
        let before = std::mem::replace(&mut self.people[volunteer as usize].at, post);
        self.record(Change::At(volunteer, before));
        if before != NOBODY {
            self.places[before as usize].taken -= 1;
            self.held[before as usize].retain(|&other| other != volunteer);
        }
        if post != NOBODY {
            self.places[post as usize].taken += 1;
            self.held[post as usize].push(volunteer);
        }
    }

    pub(super) fn set_worth(&mut self, volunteer: u32, worth: Value) {
        let before = std::mem::replace(&mut self.people[volunteer as usize].worth, worth);
        self.record(Change::Worth(volunteer, before));
    }

    pub(super) fn set_price(&mut self, post: u32, price: Value) {
        let before = std::mem::replace(&mut self.places[post as usize].price, price);
        self.record(Change::Price(post, before));
    }

    /// Raises the price of a post, or lowers it, and what its volunteers are worth the other way.
    pub(super) fn raise(&mut self, post: u32, more: Value) {
        self.set_price(post, self.places[post as usize].price + more);
        for at in 0..self.held[post as usize].len() {
            let held = self.held[post as usize][at];
            self.set_worth(held, self.people[held as usize].worth - more);
        }
    }

    pub(super) fn set_capacity(&mut self, post: u32, capacity: u32) {
        let before = std::mem::replace(&mut self.places[post as usize].capacity, capacity);
        self.record(Change::Capacity(post, before));
    }

    pub(super) fn set_whole(&mut self, post: u32, whole: bool) {
        let before = std::mem::replace(&mut self.whole[post as usize], whole);
        self.record(Change::Whole(post, before));
    }

    pub(super) fn set_withdrawn(&mut self, volunteer: u32, withdrawn: bool) {
        let before = std::mem::replace(&mut self.people[volunteer as usize].withdrawn, withdrawn);
        self.record(Change::Withdrawn(volunteer, before));
    }

    fn record(&mut self, change: Change) {
        if self.recording {
            self.changes.push(change);
        }
    }

    /// How many changes were recorded; [`State::undo`] goes back to there.
    pub(super) fn mark(&self) -> usize {
        self.changes.len()
    }

    /// Takes back what was changed since a mark.
    pub(super) fn undo(&mut self, mark: usize) {
        self.recording = false;
        while self.changes.len() > mark
            && let Some(change) = self.changes.pop()
        {
            match change {
                Change::At(volunteer, post) => self.move_to(volunteer, post),
                Change::Worth(volunteer, worth) => self.set_worth(volunteer, worth),
                Change::Price(post, price) => self.set_price(post, price),
                Change::Capacity(post, capacity) => self.set_capacity(post, capacity),
                Change::Whole(post, whole) => self.set_whole(post, whole),
                Change::Withdrawn(volunteer, withdrawn) => self.set_withdrawn(volunteer, withdrawn),
            }
        }
        self.recording = true;
    }

    /// Keeps what was changed for good.
    pub(super) fn forget(&mut self) {
        self.changes.clear();
    }

    /// Who is elsewhere than at a mark, with the post then and the post now, by number.
    pub(super) fn moved_since(&self, mark: usize) -> Vec<(u32, u32, u32)> {
        let mut before: Vec<(u32, u32)> = Vec::new();
        for change in &self.changes[mark..] {
            if let Change::At(volunteer, post) = *change {
                before.push((volunteer, post));
            }
        }
        // The first change of each tells where they were.
        before.sort_by_key(|&(volunteer, _)| volunteer);
        before.dedup_by_key(|&mut (volunteer, _)| volunteer);
        before
            .into_iter()
            .map(|(volunteer, post)| (volunteer, post, self.people[volunteer as usize].at))
            .filter(|(_, before, now)| before != now)
            .collect()
    }
}
