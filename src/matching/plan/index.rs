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
        let set = |(common, terms): (Common, &Terms)| (common, (terms.clone(), bits(common, terms, people)));
        Self { sets: asked.into_par_iter().map(set).collect(), people: people.len() }
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

    /// Whom nothing keeps out that others ask too, in rising order.
    pub(super) fn candidates(&self, terms: &Terms) -> impl Iterator<Item = u32> {
        let sets: Vec<&Vec<u64>> = terms.common().iter().filter_map(|common| Some(&self.sets.get(common)?.1)).collect();
        let people = self.people;
        (0..people.div_ceil(64)).flat_map(move |word| {
            let all = if people - word * 64 >= 64 { u64::MAX } else { (1 << (people - word * 64)) - 1 };
            let mut left = sets.iter().fold(all, |left, set| left & set[word]);
            std::iter::from_fn(move || {
                let bit = left.trailing_zeros();
                (left != 0).then(|| {
                    left &= left - 1;
                    word as u32 * 64 + bit
                })
            })
        })
    }
}

fn bits(common: Common, terms: &Terms, people: &[VolunteerDetail]) -> Vec<u64> {
    let word = |some: &[VolunteerDetail]| {
        (0..).zip(some).fold(0, |word, (bit, person)| word | u64::from(!terms.keeps_out(common, person)) << bit)
    };
    people.chunks(64).map(word).collect()
}
