//! Who could come in question for a placement at all, without looking at everybody.
//!
//! What many placements ask alike (an occupation, a language at a level, a country) keeps out the same people: the rule
//! is asked once for each person, and kept as a bit. The index leaves out only those whom such a rule keeps out.

use crate::domain::detail::VolunteerDetail;
use crate::matching::eligibility::{Common, Terms};
use rayon::prelude::*;
use std::collections::HashMap;

/// For each thing that placements ask alike, the people it does not keep out, one bit each, and a placement that asks it.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    sets: HashMap<Common, (Terms, Vec<u64>)>,
    people: usize,
}

impl Index {
    pub(super) fn new(people: &[VolunteerDetail], terms: &[Terms]) -> Self {
        let mut asked: HashMap<Common, &Terms> = HashMap::new();
        for terms in terms {
            asked.extend(terms.common().into_iter().map(|common| (common, terms)));
        }
        let asked: Vec<(Common, &Terms)> = asked.into_iter().collect();
        // All that is asked of some people before the next are looked at: they are many, and far apart in memory.
        let of_some = |some: &[VolunteerDetail]| -> Vec<u64> {
            asked.iter().map(|&(common, terms)| word(common, terms, some)).collect()
        };
        let words: Vec<Vec<u64>> = people.par_chunks(64).map(of_some).collect();
        let set = |(place, (common, terms)): (usize, (Common, &Terms))| {
            (common, (terms.clone(), words.iter().map(|words| words[place]).collect()))
        };
        Self { sets: asked.into_iter().enumerate().map(set).collect(), people: people.len() }
    }

    /// Makes room for what a placement asks that none before did.
    pub(super) fn ask(&mut self, terms: &Terms, people: &[VolunteerDetail]) {
        for common in terms.common() {
            self.sets.entry(common).or_insert_with(|| (terms.clone(), bits(common, terms, people)));
        }
    }

    /// Asks the rules again for somebody who has changed.
    pub(super) fn update(&mut self, number: u32, person: &VolunteerDetail) {
        let (word, bit) = (number as usize / 64, 1 << (number % 64));
        for (common, (terms, set)) in &mut self.sets {
            if terms.keeps_out(*common, person) {
                set[word] &= !bit;
            } else {
                set[word] |= bit;
            }
        }
    }

    /// Whether nothing keeps somebody out that others ask too.
    pub(super) fn holds(&self, terms: &Terms, number: u32) -> bool {
        let sets = terms.common();
        let mut sets = sets.iter().filter_map(|common| self.sets.get(common));
        sets.all(|(_, set)| set[number as usize / 64] >> (number % 64) & 1 == 1)
    }

    /// Whom nothing keeps out that others ask too.
    pub(super) fn pool(&self, terms: &Terms) -> Pool<'_> {
        let sets = terms.common().iter().filter_map(|common| Some(self.sets.get(common)?.1.as_slice())).collect();
        Pool { sets, people: self.people }
    }
}

/// Whom nothing keeps out of a placement that others ask too.
pub(super) struct Pool<'a> {
    sets: Vec<&'a [u64]>,
    people: usize,
}

impl Pool<'_> {
    /// All of them, in rising order.
    pub(super) fn all(&self) -> impl Iterator<Item = u32> {
        (0..self.people.div_ceil(64)).flat_map(|word| self.of_word(word))
    }

    /// Those of the 64 people of a word of bits, in rising order.
    pub(super) fn of_word(&self, word: usize) -> impl Iterator<Item = u32> + use<> {
        let rest = self.people - word * 64;
        let all = if rest >= 64 { u64::MAX } else { (1 << rest) - 1 };
        let mut left = self.sets.iter().fold(all, |left, set| left & set[word]);
        std::iter::from_fn(move || {
            let bit = left.trailing_zeros();
            (left != 0).then(|| {
                left &= left - 1;
                word as u32 * 64 + bit
            })
        })
    }
}

fn bits(common: Common, terms: &Terms, people: &[VolunteerDetail]) -> Vec<u64> {
    people.chunks(64).map(|some| word(common, terms, some)).collect()
}

/// Whom of up to 64 people something does not keep out.
fn word(common: Common, terms: &Terms, some: &[VolunteerDetail]) -> u64 {
    (0..).zip(some).fold(0, |word, (bit, person)| word | u64::from(!terms.keeps_out(common, person)) << bit)
}
