//! Whether a plan is the best: checked from the plan and its prices alone.
//!
//! Shares no code with the solver. By linear-programming duality a plan is the best if prices exist such that no pair is
//! worth more than its volunteer and its place together, everybody who is worth something is placed, every place that has
//! a price is taken, and every pair of the plan is worth exactly what its two sides are. A post that must be whole may have
//! a price below zero: then no plan is better that fills it too.

use std::collections::HashMap;

/// What does not hold. Volunteers and posts by number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs, reason = "the sentences say it")]
pub enum Flaw {
    #[error("volunteer {0} is at a post that is not allowed")]
    NotAllowed(u32),
    #[error("post {0} holds more people than places")]
    TooMany(u32),
    #[error("volunteer {0} is worth less than nothing")]
    NegativeWorth(u32),
    #[error("post {0} has a price below nothing")]
    NegativePrice(u32),
    #[error("volunteer {0} and post {1} are worth more than their prices")]
    Dearer(u32, u32),
    #[error("volunteer {0} is worth something and has no post")]
    LeftOut(u32),
    #[error("post {0} has an empty place, and a price or must be whole")]
    LeftEmpty(u32),
    #[error("the plan is worth {plan}, the prices {prices}")]
    Sums { plan: i128, prices: i128 },
}

/// What a plan is checked by, for each post.
#[derive(Debug, Clone, Copy)]
pub struct Posts<'a> {
    /// How many places it has.
    pub capacities: &'a [u32],
    /// What one more is worth, in points.
    pub price: &'a [i64],
    /// Whether all of them must be taken.
    pub whole: &'a [bool],
}

/// Checks that a plan over those pairs (volunteer, post, points) is feasible and that the prices prove it best; gives its
/// total. `worth` in points, one for each volunteer; whoever is withdrawn has no pairs.
pub fn check(
    pairs: impl Iterator<Item = (u32, u32, i32)>,
    posts: &Posts<'_>,
    plan: &[Option<u32>],
    worth: &[i64],
) -> Result<i128, Flaw> {
    let Posts { capacities, price, whole } = *posts;
    // Also of those without pairs: what is below nothing would hide in the sum that something else is too much.
    let below = |numbers: &[i64], may: &dyn Fn(usize) -> bool| {
        (0_usize..).zip(numbers).find(|(place, number)| **number < 0 && !may(*place)).map(|(place, _)| place as u32)
    };
    if let Some(volunteer) = below(worth, &|_| false) {
        return Err(Flaw::NegativeWorth(volunteer));
    }
    if let Some(post) = below(price, &|post| whole[post]) {
        return Err(Flaw::NegativePrice(post));
    }
    let mut used: HashMap<u32, i32> = HashMap::new();
    for (volunteer, post, weight) in pairs {
        let (u, p) = (worth[volunteer as usize], price[post as usize]);
        if i128::from(u) + i128::from(p) < i128::from(weight) {
            return Err(Flaw::Dearer(volunteer, post));
        }
        if plan[volunteer as usize] == Some(post) {
            used.insert(volunteer, weight);
        }
    }
    let mut taken = vec![0_u32; capacities.len()];
    let (mut total, mut prices) = (0_i128, 0_i128);
    for (volunteer, post) in (0..).zip(plan) {
        prices += i128::from(worth[volunteer as usize]);
        match post {
            Some(post) => {
                taken[*post as usize] += 1;
                total += i128::from(*used.get(&volunteer).ok_or(Flaw::NotAllowed(volunteer))?);
            }
            None if worth[volunteer as usize] > 0 => return Err(Flaw::LeftOut(volunteer)),
            None => {}
        }
    }
    for (post, (&taken, &capacity)) in (0..).zip(taken.iter().zip(capacities)) {
        if taken > capacity {
            return Err(Flaw::TooMany(post));
        }
        if taken < capacity && (price[post as usize] > 0 || whole[post as usize]) {
            return Err(Flaw::LeftEmpty(post));
        }
        prices += i128::from(capacity) * i128::from(price[post as usize]);
    }
    if total == prices { Ok(total) } else { Err(Flaw::Sums { plan: total, prices }) }
}
