//! Bare assignment instances in the text forms that others publish, for holding the solver against known optima:
//! VMATCH 1 (`V` and `P` lines with points, `C` lines with couples), Beasley's OR-Library (dense `assign*` and sparse `assignp*` costs) and
//! DIMACS `asn`. Each also packed as `.gz`.

mod error;
mod numbers;
mod read;

pub use error::InstanceError;
pub use read::read;

use crate::matching::assignment::{Graph, tiers};
use crate::matching::sequences::{Candidate, Problem};
use crate::matching::together::{Party, Way};

/// What is to be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Objective {
    /// The most points.
    Fit,
    /// The most urgent places filled first, then the most points.
    Lexicographic,
}

/// An instance.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Instance {
    /// How many volunteers.
    pub volunteers: usize,
    /// Places of each post.
    pub capacities: Vec<u32>,
    /// Urgency of each post; 0 where the form knows none.
    pub urgency: Vec<u8>,
    /// The week in which each post begins, and the week before which it ends; empty where the form knows none.
    pub weeks: Vec<(i16, i16)>,
    /// Volunteer, post, and points or cost; in rising order, none twice.
    pub pairs: Vec<(u32, u32, i32)>,
    /// Whether the numbers are costs: then as many pairs as can be, at the least cost.
    pub costs: bool,
    /// Country of each post, where the form knows it.
    pub countries: Vec<i64>,
    /// Volunteers who go to one country or nowhere.
    pub couples: Vec<(u32, u32)>,
}

impl Instance {
    /// Puts the pairs in order; of those that are there more than once, the best stays.
    fn without_doubles(mut self) -> Self {
        let costs = self.costs;
        let badness = |number: i32| if costs { i64::from(number) } else { -i64::from(number) };
        self.pairs.sort_unstable_by_key(|&(volunteer, post, number)| (volunteer, post, badness(number)));
        self.pairs.dedup_by_key(|pair| (pair.0, pair.1));
        self
    }

    /// The graph for the solver. Costs become points that fall with them, so high that another pair always counts more;
    /// they have no urgency to go by.
    pub fn graph(&self, objective: Objective) -> Result<Graph, InstanceError> {
        let points = self.points(objective)?;
        let keys = |count| Graph::keys_by_number(count);
        Ok(Graph::new(keys(self.volunteers), keys(self.capacities.len()), self.capacities.clone(), &points))
    }

    /// The couples, with all pairs of posts in one country.
    pub fn parties(&self) -> Vec<Party> {
        let posts = |volunteer: u32| {
            let from = self.pairs.partition_point(|pair| pair.0 < volunteer);
            self.pairs[from..].iter().take_while(move |pair| pair.0 == volunteer).map(|pair| pair.1)
        };
        let country = |post: u32| self.countries[post as usize];
        let party = |&(one, other): &(u32, u32)| {
            let near = |post: u32| posts(other).filter(move |&near| country(near) == country(post));
            let ways = |post: u32| near(post).map(move |near| (post, Some(near)));
            Party { people: (one, Some(other)), ways: posts(one).flat_map(ways).collect::<Vec<Way>>() }
        };
        self.couples.iter().map(party).collect()
    }

    /// The problem of several missions in turn, with so many weeks of rest between.
    pub fn sequences(&self, objective: Objective, rest_weeks: u16) -> Result<Problem, InstanceError> {
        if self.costs || self.weeks.len() != self.capacities.len() {
            return Err(InstanceError::NoWeeks);
        }
        let mut people = vec![Vec::new(); self.volunteers];
        for (volunteer, post, weight) in self.points(objective)? {
            let (begins, ends) = self.weeks[post as usize];
            let (first, last) = (7 * i32::from(begins), 7 * i32::from(ends) - 1);
            people[volunteer as usize].push(Candidate { post, weight, first, last });
        }
        Ok(Problem::new(people, self.capacities.clone(), 7 * u32::from(rest_weeks)))
    }

    fn points(&self, objective: Objective) -> Result<Vec<(u32, u32, i32)>, InstanceError> {
        let values = || self.pairs.iter().map(|pair| i64::from(pair.2));
        if self.costs {
            if objective == Objective::Lexicographic {
                return Err(InstanceError::NoUrgency);
            }
            let (least, most) = (values().min().unwrap_or(0), values().max().unwrap_or(0));
            let pair = (most - least) * self.volunteers as i64 + 1;
            let of = |cost: i32| i32::try_from(pair + most - i64::from(cost)).map_err(|_| InstanceError::TooLarge);
            return self.pairs.iter().map(|&(from, to, cost)| Ok((from, to, of(cost)?))).collect();
        }
        let of = |post: u32, points: i32| match objective {
            Objective::Fit => Ok(points),
            Objective::Lexicographic => {
                let fit = u16::try_from(points).map_err(|_| InstanceError::TooLarge)?;
                let tier = Some(self.urgency[post as usize]).filter(|tier| *tier <= tiers::HIGHEST_TIER);
                Ok(tiers::weight(tier.ok_or(InstanceError::TooLarge)?, fit))
            }
        };
        self.pairs.iter().map(|&(from, to, points)| Ok((from, to, of(to, points)?))).collect()
    }

    /// What pairs are worth: the points under the objective, or the cost.
    pub fn value(&self, pairs: impl Iterator<Item = (u32, u32)>, objective: Objective) -> i64 {
        pairs
            .map(|(volunteer, post)| {
                let place = self.pairs.partition_point(|pair| (pair.0, pair.1) < (volunteer, post));
                let points = self.pairs.get(place).map_or(0, |pair| i64::from(pair.2));
                let tier = match objective {
                    Objective::Lexicographic => i64::from(self.urgency[post as usize]),
                    Objective::Fit => 0,
                };
                (tier << tiers::TIER_SHIFT) + points
            })
            .sum()
    }
}
