//! What was decided and answered about people before, ready to be asked for one person.

use crate::domain::decision::Decision;
use crate::domain::mission::{Party, Refusal};
use crate::domain::{ById, Id};
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashMap};

/// What has to be known of a placement that somebody was decided on or refused for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Its short reference.
    pub reference: String,
    /// Its organisation.
    pub organisation: Option<Id>,
}

/// Decisions that stand, and what partners refused, by person. The organisation is that of the placement.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Past {
    decisions: ById<Vec<(Decision, Post)>>,
    refusals: ById<Vec<(Refusal, Post)>>,
}

impl Past {
    /// Of all decisions those that stand on a day, and of all refusals those of partners. Placements that are not among
    /// `posts` are known by nothing.
    pub fn new(
        decisions: impl IntoIterator<Item = Decision>,
        refusals: impl IntoIterator<Item = Refusal>,
        posts: &HashMap<Id, Post>,
        today: NaiveDate,
    ) -> Self {
        let post = |id| posts.get(&id).cloned().unwrap_or(Post { reference: String::new(), organisation: None });
        let mut past = Self::default();
        for decision in decisions.into_iter().filter(|decision| decision.stands_on(today)) {
            let post = post(decision.of);
            past.decisions.entry(decision.volunteer).or_default().push((decision, post));
        }
        for refusal in refusals.into_iter().filter(|refusal| refusal.by == Party::Partner) {
            let post = post(refusal.placement);
            past.refusals.entry(refusal.volunteer).or_default().push((refusal, post));
        }
        past.decisions.values_mut().for_each(|some| some.sort_by_key(|(decision, _)| decision.id));
        past.refusals.values_mut().for_each(|some| some.sort_by_key(|(refusal, _)| (refusal.on, refusal.placement)));
        past
    }

    /// What stands about a person.
    pub fn decisions(&self, volunteer: Id) -> &[(Decision, Post)] {
        self.decisions.get(&volunteer).map_or(&[], Vec::as_slice)
    }

    /// What partners refused about a person, the earliest first.
    pub fn refusals(&self, volunteer: Id) -> &[(Refusal, Post)] {
        self.refusals.get(&volunteer).map_or(&[], Vec::as_slice)
    }

    /// Whether anything stands about anybody.
    pub fn has_decisions(&self) -> bool {
        !self.decisions.is_empty()
    }

    /// Whether anybody was refused by a partner.
    pub fn has_refusals(&self) -> bool {
        !self.refusals.is_empty()
    }

    /// All that stands.
    pub fn all_decisions(&self) -> impl Iterator<Item = &(Decision, Post)> {
        self.decisions.values().flatten()
    }

    /// Everybody of whom something was decided or refused for a placement.
    pub fn people_of(&self, placement: Id) -> BTreeSet<Id> {
        let decided = self.decisions.values().flatten().filter(|(decision, _)| decision.of == placement);
        let refused = self.refusals.values().flatten().filter(|(refusal, _)| refusal.placement == placement);
        decided.map(|(decision, _)| decision.volunteer).chain(refused.map(|(refusal, _)| refusal.volunteer)).collect()
    }
}
