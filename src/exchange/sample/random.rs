//! Chance that is the same on every machine and with every version of every library.

use crate::domain::Id;
use chrono::{Duration, NaiveDate};

/// SplitMix64 (Steele, Lea and Flood, 2014): small, quick, and written out here so that a seed gives the same
/// office for ever. Not for secrets.
#[derive(Debug, Clone)]
pub struct Random {
    state: u64,
}

impl Random {
    /// The stream of numbers for one subject ("people", "missions") of a seed, so that more people do not change
    /// the placements.
    pub fn new(seed: u64, subject: &str) -> Self {
        // FNV-1a spreads the subject's letters over the seed.
        let state = subject.bytes().fold(seed ^ 0xcbf2_9ce4_8422_2325, |state, byte| {
            (state ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        let mut random = Self { state };
        random.next_number();
        random
    }

    /// The next number, any of 2^64.
    pub fn next_number(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `limit - 1`; 0 when `limit` is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        ((u128::from(self.next_number()) * limit as u128) >> 64) as usize
    }

    /// A number from `least` to `most`, both possible; `least` when `most` is smaller.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        let span = most.saturating_sub(least).saturating_add(1).max(1);
        least + self.below(span as usize) as i64
    }

    /// True in `percent` of a hundred cases.
    pub fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent as usize
    }

    /// One of `choices`, which must not be empty, each as likely as the others.
    pub fn pick<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }

    /// Where in `weights` the draw fell: a place with weight 3 comes three times as often as one with weight 1.
    /// The last place when all weights are 0; `weights` must not be empty.
    pub fn weighted(&mut self, weights: impl Iterator<Item = u32> + Clone) -> usize {
        let total: u64 = weights.clone().map(u64::from).sum();
        let mut left = self.below(total as usize) as u64;
        let mut last = 0;
        for (place, weight) in weights.enumerate() {
            if left < u64::from(weight) {
                return place;
            }
            left -= u64::from(weight);
            last = place;
        }
        last
    }

    /// `count` different ones of `choices` in the order of the draw, or all when there are fewer.
    pub fn some<T: Copy>(&mut self, choices: &[T], count: usize) -> Vec<T> {
        let mut left = choices.to_vec();
        let count = count.min(left.len());
        for place in 0..count {
            let other = place + self.below(left.len() - place);
            left.swap(place, other);
        }
        left.truncate(count);
        left
    }

    /// A day from `least` to `most` days after `day`, both possible; before it for negative numbers.
    pub fn day(&mut self, day: NaiveDate, least: i64, most: i64) -> NaiveDate {
        day + Duration::days(self.between(least, most))
    }

    /// An id for a record.
    pub fn id(&mut self) -> Id {
        Id::from_random_bits(u128::from(self.next_number()) << 64 | u128::from(self.next_number()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_the_published_generator() {
        // The reference values of SplitMix64 for state 1234567.
        let mut random = Random { state: 1_234_567 };
        let numbers: Vec<u64> = (0..3).map(|_| random.next_number()).collect();
        assert_eq!(numbers, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn a_draw_stays_in_its_limits_and_follows_the_weights() {
        let mut random = Random::new(7, "test");
        let mut seen = [0_u32; 3];
        for _ in 0..6000 {
            seen[random.weighted([1, 0, 2].into_iter())] += 1;
            assert!((-3..=4).contains(&random.between(-3, 4)));
        }
        assert_eq!(seen[1], 0);
        assert!((3800..4200).contains(&seen[2]), "two thirds of 6000, not {}", seen[2]);
        assert_eq!(random.between(5, 4), 5);
    }

    #[test]
    fn some_are_different_ones() {
        let mut random = Random::new(7, "test");
        for count in 0..8 {
            let mut drawn: Vec<i32> = random.some(&[1, 2, 3, 4, 5], count);
            drawn.sort_unstable();
            drawn.dedup();
            assert_eq!(drawn.len(), count.min(5));
        }
    }

    #[test]
    fn subjects_have_streams_of_their_own() {
        let first = |seed, subject| Random::new(seed, subject).next_number();
        assert_ne!(first(1, "people"), first(1, "missions"));
        assert_ne!(first(1, "people"), first(2, "people"));
    }
}
