//! Why a place is empty, and a person without one.

use super::*;

#[test]
fn each_empty_place_and_each_person_without_one_has_a_reason_that_holds() {
    tinies(5_000, |_, tiny| {
        let mut solver = Solver::solve(tiny.graph());
        for post in 0..tiny.capacities.len() as u32 {
            let taken = solver.volunteers_of(post).len() as u32;
            match solver.why_empty(post) {
                None => assert_eq!(taken, tiny.capacities[post as usize]),
                Some(WhyEmpty::NoCandidate) => {
                    assert!(tiny.weights.iter().all(|row| row[post as usize].is_none()));
                }
                Some(WhyEmpty::TooFew { posts, people, places }) => {
                    let could = |row: &&Vec<Option<i32>>| posts.iter().any(|&post| row[post as usize].is_some());
                    assert_eq!(tiny.weights.iter().filter(could).count(), people.len());
                    assert!((people.len() as u64) < places && posts.contains(&post));
                }
                Some(WhyEmpty::Loses(loss)) => assert!(loss >= 0),
            }
        }
        for volunteer in 0..tiny.weights.len() as u32 {
            let cheapest = (0..tiny.capacities.len() as u32)
                .filter_map(|post| solver.regret(volunteer, post))
                .map(|regret| regret.loss)
                .min();
            match solver.why_unplaced(volunteer) {
                None => assert!(solver.post_of(volunteer).is_some()),
                Some(WhyUnplaced::NoPost) => assert!(tiny.weights[volunteer as usize].iter().all(Option::is_none)),
                Some(WhyUnplaced::NoPlaces) => assert_eq!(cheapest, None),
                Some(WhyUnplaced::Outbid(post, loss)) => {
                    assert_eq!(cheapest, Some(loss));
                    assert_eq!(solver.regret(volunteer, post).map(|regret| regret.loss), Some(loss));
                }
            }
        }
    });
}
