//! Points in tiers: a higher tier outweighs any number of points of fit, as in "the most urgent places first".
//!
//! Which places can be filled together is a transversal matroid, so filling by tier, the highest first, is the best by
//! any falling weights of tiers: one weight `tier << 24` above the fit is exact, and no weight per tier is needed.

use super::graph::Graph;
use super::state::NOBODY;

/// How far a tier stands above the points of fit. A plan's points of fit must stay below `1 << TIER_SHIFT`: 16,000 places
/// of 1,000 points.
pub const TIER_SHIFT: u32 = 24;

/// The highest tier that a weight can hold.
pub const HIGHEST_TIER: u8 = 126;

/// The weight of a pair with points of fit at a place of a tier, the highest first; beyond [`HIGHEST_TIER`] as that.
pub fn weight(tier: u8, fit: u16) -> i32 {
    (i32::from(tier.min(HIGHEST_TIER)) << TIER_SHIFT) + i32::from(fit)
}

/// The tier and the points of fit of a weight.
pub(super) fn parts(weight: i32) -> (i32, i32) {
    (weight >> TIER_SHIFT, weight & ((1 << TIER_SHIFT) - 1))
}

/// Prices in tiers that prove the best plan by tiers alone, each pair counted at the highest tier of its post.
///
/// Tier by tier, each empty place looks for a path to somebody without a post (Hopcroft and Karp 1973; depth first with
/// look-ahead, Pothen and Fan 1990). Whoever is passed in vain belongs to too few people for too many places and is worth
/// that tier: no later search needs to pass there again.
pub(super) fn prices(graph: &Graph) -> Vec<i64> {
    let tier = |post| graph.volunteers_of(post).iter().map(|edge| parts(edge.weight).0).max().unwrap_or(0);
    let tiers: Vec<i32> = (0..graph.posts() as u32).map(tier).collect();
    let mut filling = Filling::new(graph);
    let mut order: Vec<u32> = (0..graph.posts() as u32).filter(|&post| tiers[post as usize] > 0).collect();
    order.sort_by_key(|&post| std::cmp::Reverse(tiers[post as usize]));
    for posts in order.chunk_by(|&one, &other| tiers[one as usize] == tiers[other as usize]) {
        filling.fill(posts, tiers[posts[0] as usize]);
    }
    let worth = |edge: &super::graph::Edge| filling.people[edge.other as usize].worth;
    (0..graph.posts() as u32)
        .map(|post| {
            let least = graph.volunteers_of(post).iter().map(worth).min().unwrap_or(0);
            i64::from((tiers[post as usize] - least).max(0))
        })
        .collect()
}

/// A volunteer while places are filled by tiers.
#[derive(Clone, Copy)]
struct Passed {
    at: u32,
    worth: i32,
    round: u32,
}

struct Filling<'a> {
    graph: &'a Graph,
    people: Vec<Passed>,
    round: u32,
    taken: Vec<u32>,
    /// How far each post has looked for somebody without a post: those before have one for good.
    looked: Vec<u32>,
    /// How far each post has looked for somebody to take from another post, and in which round.
    tried: Vec<(u32, u32)>,
    path: Vec<u32>,
}

impl<'a> Filling<'a> {
    fn new(graph: &'a Graph) -> Self {
        let posts = graph.posts();
        Self {
            graph,
            people: vec![Passed { at: NOBODY, worth: 0, round: 0 }; graph.volunteers()],
            round: 0,
            taken: vec![0; posts],
            looked: vec![0; posts],
            tried: vec![(0, 0); posts],
            path: Vec::new(),
        }
    }

    fn fill(&mut self, posts: &[u32], tier: i32) {
        let mut open: Vec<u32> = posts.to_vec();
        loop {
            self.round += 1;
            let mut found = false;
            open.retain(|&post| {
                while self.taken[post as usize] < self.graph.capacity(post) {
                    if !self.find(post) {
                        return true;
                    }
                    found = true;
                }
                false
            });
            if !found {
                break;
            }
        }
        // The last round found nothing: whoever it passed is worth this tier.
        for passed in &mut self.people {
            if passed.round == self.round && passed.worth == 0 {
                passed.worth = tier;
            }
        }
    }

    /// Fills one place of a post, if there is a path that this round has not tried.
    fn find(&mut self, post: u32) -> bool {
        self.path.clear();
        self.path.push(post);
        while let Some(&post) = self.path.last() {
            let column = self.graph.volunteers_of(post);
            while let Some(edge) = column.get(self.looked[post as usize] as usize) {
                self.looked[post as usize] += 1;
                if self.people[edge.other as usize].at == NOBODY {
                    self.shift(edge.other);
                    return true;
                }
            }
            if self.tried[post as usize].0 != self.round {
                self.tried[post as usize] = (self.round, 0);
            }
            let mut onward = None;
            while let Some(edge) = column.get(self.tried[post as usize].1 as usize)
                && onward.is_none()
            {
                self.tried[post as usize].1 += 1;
                // Everybody here has a post: whoever had none would have been found above.
                let passed = &mut self.people[edge.other as usize];
                if passed.worth == 0 && passed.round != self.round {
                    passed.round = self.round;
                    // A post looks once a round, so that no path meets itself: whoever is at one that has looked is passed
                    // as well, and leads nowhere.
                    onward = Some(passed.at).filter(|&at| self.tried[at as usize].0 != self.round);
                }
            }
            match onward {
                Some(at) => self.path.push(at),
                None => {
                    self.path.pop();
                }
            }
        }
        false
    }

    /// Somebody goes to the last post of the path, whoever was passed there to the post before, and so on.
    fn shift(&mut self, volunteer: u32) {
        let mut mover = volunteer;
        while let Some(post) = self.path.pop() {
            self.people[mover as usize].at = post;
            match self.path.last() {
                None => self.taken[post as usize] += 1,
                Some(&before) => {
                    let tried = self.tried[before as usize].1 as usize;
                    mover = self.graph.volunteers_of(before)[tried - 1].other;
                }
            }
        }
    }
}
