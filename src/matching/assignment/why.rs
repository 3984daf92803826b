//! Why a place stays empty and a person without one.

use super::Solver;
use super::regret::Regret;
use super::repair::{FAR, Filler, Seat, fill_by};
use super::state::NOBODY;
use super::value::points;

/// Why a place of a post stays empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyEmpty {
    /// Nobody could go there.
    NoCandidate,
    /// These posts, this one among them, have more places than there are people for any of them, all of whom are placed
    /// at one of them. Which of these places stays empty is what is best for the whole.
    TooFew {
        /// The posts, by number.
        posts: Vec<u32>,
        /// The people, by number.
        people: Vec<u32>,
        /// Places of these posts.
        places: u64,
        /// What it would cost to fill this one and leave another empty; nothing where all who could come are there.
        instead: Option<Regret>,
    },
    /// It could be filled by somebody without a post, and this is what the plan would lose, and who would move.
    Loses(Regret),
}

/// Why a volunteer has no post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyUnplaced {
    /// No post is possible.
    NoPost,
    /// Others are worth more: the post where it would cost least, and how many points.
    Outbid(u32, i64),
    /// Nothing that is possible has a place.
    NoPlaces,
}

impl Solver {
    /// Why a post has an empty place; nothing where it has none.
    pub fn why_empty(&mut self, post: u32) -> Option<WhyEmpty> {
        if !self.state.places[post as usize].has_room() {
            return None;
        }
        let is_there = |volunteer: u32| !self.state.people[volunteer as usize].withdrawn;
        if !self.graph.volunteers_of(post).iter().any(|edge| is_there(edge.other)) {
            return Some(WhyEmpty::NoCandidate);
        }
        let mut posts = vec![post];
        let mut people = Vec::new();
        let (mut seen, mut met) = (vec![false; self.graph.posts()], vec![false; self.graph.volunteers()]);
        seen[post as usize] = true;
        let mut next = 0;
        while let Some(&from) = posts.get(next) {
            next += 1;
            for edge in self.graph.volunteers_of(from) {
                let at = self.state.people[edge.other as usize].at;
                if !is_there(edge.other) || std::mem::replace(&mut met[edge.other as usize], true) {
                    continue;
                }
                if at == NOBODY {
                    return self.filled(post).map(WhyEmpty::Loses);
                }
                people.push(edge.other);
                if !std::mem::replace(&mut seen[at as usize], true) {
                    posts.push(at);
                }
            }
        }
        posts.sort_unstable();
        people.sort_unstable();
        let places = posts.iter().map(|&post| u64::from(self.graph.capacity(post))).sum();
        Some(WhyEmpty::TooFew { posts, people, places, instead: self.filled(post) })
    }

    /// What filling an empty place would cost, and who would move; nothing where nobody can.
    fn filled(&mut self, post: u32) -> Option<Regret> {
        // The post has no price, so the search counts what the rest of the plan loses.
        let (cost, end) = self.search.fill(&self.graph, &self.state, post, FAR);
        if matches!(end, Filler::None) {
            return None;
        }
        let mark = self.state.mark();
        fill_by(&mut self.state, &self.search, post, end);
        let moves = self.moves_since(mark);
        self.state.undo(mark);
        Some(Regret { loss: points(cost), moves })
    }

    /// Why a volunteer has no post; nothing for whoever has one or is withdrawn.
    pub fn why_unplaced(&mut self, volunteer: u32) -> Option<WhyUnplaced> {
        if self.post_of(volunteer).is_some() || self.is_withdrawn(volunteer) {
            return None;
        }
        if self.graph.posts_of(volunteer).is_empty() {
            return Some(WhyUnplaced::NoPost);
        }
        let (cost, end) = self.search.seat(&self.graph, &self.state, volunteer, FAR);
        let last = match end {
            Seat::None => return Some(WhyUnplaced::NoPlaces),
            Seat::Room(post) => post,
            Seat::InsteadOf(held) => self.state.people[held as usize].at,
        };
        Some(WhyUnplaced::Outbid(self.search.first_of_way(&self.state, volunteer, last), points(cost)))
    }
}
