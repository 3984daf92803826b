//! Volunteers, posts and the points of each pair that is allowed.

/// A pair as one of the two sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edge {
    /// The post, seen from a volunteer; the volunteer, seen from a post.
    pub other: u32,
    /// Points of the pair.
    pub weight: i32,
}

/// Which volunteer could go to which post, for how many points, and how many each post takes.
///
/// Pairs are kept twice, by volunteer and by post. A pair that is not there is not allowed.
#[derive(Debug, Clone)]
pub struct Graph {
    rows: Lists,
    columns: Lists,
    capacities: Vec<u32>,
    volunteer_keys: Vec<u64>,
    post_keys: Vec<u64>,
}

impl Graph {
    /// A graph of so many volunteers and posts, numbered from 0, from pairs (volunteer, post, points) in any order.
    ///
    /// Between plans worth the same, keys decide: they must tell people from people and posts from posts, and be the same
    /// whenever the plan should be (half of an id will do). [`Graph::keys_by_number`] where numbers are ids.
    ///
    /// Where a pair is there twice, the last counts. Pairs of numbers beyond the lists are left out.
    pub fn new(volunteer_keys: Vec<u64>, post_keys: Vec<u64>, capacities: Vec<u32>, pairs: &[(u32, u32, i32)]) -> Self {
        let (volunteers, posts) = (volunteer_keys.len(), post_keys.len().min(capacities.len()));
        let inside =
            |&&(volunteer, post, _): &&(u32, u32, i32)| (volunteer as usize) < volunteers && (post as usize) < posts;
        let by_post = Lists::new(posts, || pairs.iter().filter(inside).map(|&(v, p, w)| (p, v, w)));
        // Made from one another, both are sorted and without doubles.
        let rows = by_post.turned(volunteers).without_doubles();
        let columns = rows.turned(posts);
        Self { rows, columns, capacities, volunteer_keys, post_keys }
    }

    /// Keys for where the numbers are the ids.
    pub fn keys_by_number(count: usize) -> Vec<u64> {
        (0..count as u64).collect()
    }

    /// How many volunteers there are.
    pub fn volunteers(&self) -> usize {
        self.volunteer_keys.len()
    }

    /// How many posts there are.
    pub fn posts(&self) -> usize {
        self.capacities.len()
    }

    /// How many pairs are allowed.
    pub fn pairs(&self) -> usize {
        self.rows.lengths.iter().map(|&length| length as usize).sum()
    }

    /// How many places a post has.
    pub fn capacity(&self, post: u32) -> u32 {
        self.capacities[post as usize]
    }

    /// The posts that a volunteer could go to.
    pub fn posts_of(&self, volunteer: u32) -> &[Edge] {
        self.rows.of(volunteer)
    }

    /// The volunteers who could go to a post.
    pub fn volunteers_of(&self, post: u32) -> &[Edge] {
        self.columns.of(post)
    }

    /// The points of a pair; nothing where it is not allowed.
    pub fn weight(&self, volunteer: u32, post: u32) -> Option<i32> {
        let (row, column) = (self.posts_of(volunteer), self.volunteers_of(post));
        let found = |list: &[Edge], other| list.iter().find(|edge| edge.other == other).map(|edge| edge.weight);
        if row.len() < column.len() { found(row, post) } else { found(column, volunteer) }
    }

    pub(super) fn volunteer_key(&self, volunteer: u32) -> u64 {
        self.volunteer_keys[volunteer as usize]
    }

    pub(super) fn post_key(&self, post: u32) -> u64 {
        self.post_keys[post as usize]
    }

    pub(super) fn set_capacity(&mut self, post: u32, capacity: u32) {
        self.capacities[post as usize] = capacity;
    }

    /// Allows a pair, changes its points, or with nothing forbids it; gives back the points it had.
    pub(super) fn set_weight(&mut self, volunteer: u32, post: u32, weight: Option<i32>) -> Option<i32> {
        let before = self.rows.set(volunteer, post, weight);
        self.columns.set(post, volunteer, weight);
        before
    }
}

/// Lists of edges in one piece of memory, each with some room to grow.
#[derive(Debug, Clone)]
struct Lists {
    starts: Vec<u32>,
    lengths: Vec<u32>,
    edges: Vec<Edge>,
}

impl Lists {
    /// Lists of triples (list, other, weight), each in the order in which its triples come.
    fn new<I: Iterator<Item = (u32, u32, i32)>>(count: usize, triples: impl Fn() -> I) -> Self {
        let mut lengths = vec![0_u32; count];
        for (list, ..) in triples() {
            lengths[list as usize] += 1;
        }
        let mut starts = Vec::with_capacity(count + 1);
        let mut end = 0;
        for &length in &lengths {
            starts.push(end);
            end += length;
        }
        starts.push(end);
        let mut edges = vec![Edge { other: 0, weight: 0 }; end as usize];
        let mut next = starts.clone();
        for (list, other, weight) in triples() {
            let place = &mut next[list as usize];
            edges[*place as usize] = Edge { other, weight };
            *place += 1;
        }
        Self { starts, lengths, edges }
    }

    fn of(&self, list: u32) -> &[Edge] {
        let start = self.starts[list as usize] as usize;
        &self.edges[start..start + self.lengths[list as usize] as usize]
    }

    fn triples(&self) -> impl Iterator<Item = (u32, u32, i32)> + '_ {
        (0..self.lengths.len() as u32)
            .flat_map(|list| self.of(list).iter().map(move |edge| (edge.other, list, edge.weight)))
    }

    /// The same edges from the other side, each list in rising order.
    fn turned(&self, count: usize) -> Self {
        Self::new(count, || self.triples())
    }

    /// Of neighbours in a sorted list that name the same, the last.
    fn without_doubles(mut self) -> Self {
        for list in 0..self.lengths.len() {
            let start = self.starts[list] as usize;
            let length = self.lengths[list] as usize;
            let mut kept = 0;
            for at in 0..length {
                let edge = self.edges[start + at];
                if kept > 0 && self.edges[start + kept - 1].other == edge.other {
                    self.edges[start + kept - 1] = edge;
                } else {
                    self.edges[start + kept] = edge;
                    kept += 1;
                }
            }
            self.lengths[list] = kept as u32;
        }
        self
    }

    fn set(&mut self, list: u32, other: u32, weight: Option<i32>) -> Option<i32> {
        let at = self.of(list).iter().position(|edge| edge.other == other);
        let start = self.starts[list as usize] as usize;
        let length = self.lengths[list as usize] as usize;
        match (at, weight) {
            (None, None) => None,
            (Some(at), Some(weight)) => Some(std::mem::replace(&mut self.edges[start + at].weight, weight)),
            (Some(at), None) => {
                let before = self.edges[start + at].weight;
                self.edges[start + at] = self.edges[start + length - 1];
                self.lengths[list as usize] -= 1;
                Some(before)
            }
            (None, Some(weight)) => {
                if start + length == self.starts[list as usize + 1] as usize {
                    self.make_room();
                }
                let start = self.starts[list as usize] as usize;
                self.edges[start + length] = Edge { other, weight };
                self.lengths[list as usize] += 1;
                None
            }
        }
    }

    /// Moves all lists apart, so that each can grow by a quarter.
    fn make_room(&mut self) {
        let mut starts = Vec::with_capacity(self.starts.len());
        let mut edges = Vec::with_capacity(self.edges.len() + self.edges.len() / 4 + 4 * self.lengths.len());
        for list in 0..self.lengths.len() as u32 {
            starts.push(edges.len() as u32);
            edges.extend_from_slice(self.of(list));
            let room = self.lengths[list as usize] as usize / 4 + 4;
            edges.resize(edges.len() + room, Edge { other: 0, weight: 0 });
        }
        starts.push(edges.len() as u32);
        (self.starts, self.edges) = (starts, edges);
    }
}
