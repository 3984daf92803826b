//! What the office has settled before anything is planned: pins and holds.

use crate::domain::Id;
use crate::domain::decision::{Decision, DecisionKind};
use crate::matching::eligibility::Finding;
use chrono::NaiveDate;
use serde::Serialize;
use std::cmp::Reverse;

/// That a match was settled by the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Settlement {
    /// Pinned or held.
    pub kind: DecisionKind,
    /// The last day on which it stands.
    pub until: Option<NaiveDate>,
    /// Whether a rule is set aside for it, with a reason.
    pub overrides: bool,
}

/// A pin or a hold that the plan cannot keep.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Unkept {
    /// The person.
    pub volunteer: Id,
    /// The placement.
    pub placement: Id,
    /// Pinned or held.
    pub kind: DecisionKind,
    /// Why it cannot be kept.
    pub why: WhyUnkept,
}

/// Why a pin or a hold cannot be kept.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum WhyUnkept {
    /// The person is settled for another placement.
    Elsewhere {
        /// That placement.
        placement: Id,
    },
    /// All free places are settled for others.
    NoPlace,
    /// Rules decide against the pair, and nobody has given a reason to set them aside.
    Rules {
        /// What they say.
        findings: Vec<Finding>,
    },
}

/// A settled pair, by numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Settled {
    pub(super) volunteer: u32,
    pub(super) post: u32,
    pub(super) settlement: Settlement,
}

/// Pins and holds in the order in which they are kept: pins first, then the older.
pub(super) fn in_order<'a>(decisions: impl Iterator<Item = &'a Decision>) -> Vec<&'a Decision> {
    let settles = |decision: &&Decision| matches!(decision.kind, DecisionKind::Pinned | DecisionKind::Held);
    let mut some: Vec<&Decision> = decisions.filter(settles).collect();
    some.sort_by_key(|decision| (Reverse(decision.kind == DecisionKind::Pinned), decision.on, decision.id));
    some
}
