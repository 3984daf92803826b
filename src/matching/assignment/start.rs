//! Which prices to start from. Any are right, since the repairs take away whatever is wrong; good ones are quick.

use super::auction;
use super::graph::Graph;
use super::repair::{Search, mend};
use super::state::State;
use super::tiers::{TIER_SHIFT, parts, prices};

/// The best plan and its prices; nothing where it was stopped.
pub(super) fn solve(graph: &Graph, search: &mut Search, stop: &dyn Fn() -> bool) -> Option<State> {
    let mut state = State::new(graph);
    let weights = || (0..graph.volunteers() as u32).flat_map(|volunteer| graph.posts_of(volunteer));
    let highest = weights().map(|edge| edge.weight).max().unwrap_or(0);
    let candidates = (0..graph.volunteers() as u32).filter(|&volunteer| !graph.posts_of(volunteer).is_empty()).count();
    let places: usize = (0..graph.posts() as u32)
        .map(|post| (graph.capacity(post) as usize).min(graph.volunteers_of(post).len()))
        .sum();
    if highest < 1 << TIER_SHIFT {
        // Small steps make good prices slowly, large ones bad prices quickly: measured, half a hundredth of the points
        // was right for the generated instances.
        auction::bid(graph, &mut state, &vec![0; graph.posts()], i64::from(highest / 200).max(1), stop);
    } else if places > candidates / 2 {
        // From zero, small steps would fight over tiers for ages; at the prices of the tiers they fight over fit alone.
        let fit = weights().map(|edge| parts(edge.weight).1).max().unwrap_or(0);
        let from: Vec<i64> =
            prices(graph).into_iter().map(|tier| ((tier << TIER_SHIFT) - i64::from(fit / 2)).max(0)).collect();
        auction::bid(graph, &mut state, &from, i64::from(fit / 200).max(1), stop);
    }
    // Otherwise from the prices that nobody pays: with few places, each is filled once.
    mend(graph, &mut state, search, stop).then_some(state)
}
