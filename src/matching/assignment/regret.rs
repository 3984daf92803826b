//! What the whole plan would lose by being forced: tried out, and taken back.

use super::Solver;
use super::edit::Move;

/// What something that is forced costs the whole plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Regret {
    /// Points that the plan loses. Negative where the plan would gain: a pair that was not allowed, a place that opens.
    pub loss: i64,
    /// Who would go elsewhere, whoever is forced among them.
    pub moves: Vec<Move>,
}

/// What can be forced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Force {
    /// This volunteer goes to this post, for those points if the pair is not allowed today.
    Pair(u32, u32, i32),
    /// This volunteer does not go to this post.
    NotPair(u32, u32),
    /// This volunteer goes nowhere.
    Withdraw(u32),
    /// The post has so many places.
    Capacity(u32, u32),
}

impl Solver {
    /// What it would cost to send a volunteer to a post: exact, and 0 where the plan does so anyway. Nothing where the
    /// pair is not allowed ([`Force::Pair`] tells what it would cost for given points) or the post has no places.
    pub fn regret(&mut self, volunteer: u32, post: u32) -> Option<Regret> {
        let weight = self.graph.weight(volunteer, post)?;
        self.regret_of(Force::Pair(volunteer, post, weight))
    }

    /// What something would cost the plan: exact, with the chain of who moves. The plan stays as it is. Nothing where it
    /// cannot be: a pair at a post without places, or with somebody withdrawn, or if a post would not be whole that must.
    pub fn regret_of(&mut self, force: Force) -> Option<Regret> {
        let mark = self.state.mark();
        let mut forced = 0;
        let mut seated = None;
        match force {
            Force::Pair(volunteer, post, weight) => {
                let capacity = self.state.places[post as usize].capacity;
                if capacity == 0 || self.is_withdrawn(volunteer) {
                    return None;
                }
                // Both leave the plan, and what is left is planned as well as it can be.
                self.take_out(volunteer);
                self.resize(post, capacity - 1);
                forced = i64::from(weight);
                seated = Some((volunteer, post));
            }
            Force::NotPair(volunteer, post) => {
                let weight = self.graph.weight(volunteer, post)?;
                // So little that nobody would go for it; the pair stays where it is in the lists.
                self.graph.set_weight(volunteer, post, Some(i32::MIN));
                self.weight_changed(volunteer, post, None);
                self.graph.set_weight(volunteer, post, Some(weight));
            }
            Force::Withdraw(volunteer) => self.take_out(volunteer),
            Force::Capacity(post, capacity) => self.resize(post, capacity),
        }
        if let Some((volunteer, post)) = seated {
            self.state.place(volunteer, post);
        }
        let is_broken =
            (0..self.graph.posts() as u32).any(|post| self.state.whole[post as usize] && self.has_room(post));
        let moves = self.moves_since(mark);
        self.state.undo(mark);
        if is_broken {
            return None;
        }
        let points = |volunteer, post: Option<u32>| {
            i64::from(post.and_then(|post| self.graph.weight(volunteer, post)).unwrap_or(0))
        };
        let is_forced = |one: &Move| seated == one.to.map(|post| (one.volunteer, post));
        let gained = |one: &Move| if is_forced(one) { forced } else { points(one.volunteer, one.to) };
        let mut loss: i64 = moves.iter().map(|one| points(one.volunteer, one.from) - gained(one)).sum();
        if let Some((volunteer, post)) = seated
            && self.state.people[volunteer as usize].at == post
        {
            // Stays: only its points may be others than today's.
            loss += points(volunteer, Some(post)) - forced;
        }
        Some(Regret { loss, moves })
    }
}
