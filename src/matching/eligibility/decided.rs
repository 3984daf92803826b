//! What the office has decided about the person: not here, not at this partner, held for another placement.

use super::{Case, Finding, Reason, Rule, Verdict};
use crate::domain::decision::DecisionKind;

/// The first decision that stands against the person here. Nothing to say where none does.
pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let placement = &case.terms.placement;
    let reason = case.terms.past.decisions(case.volunteer().id).iter().find_map(|(decision, post)| {
        let is_here = decision.of == placement.id;
        let same_partner = post.organisation.is_some() && post.organisation == placement.organisation;
        let why = || decision.reason.clone();
        match decision.kind {
            DecisionKind::NotHere if is_here => Some(Reason::NotHere { why: why() }),
            DecisionKind::NotAtPartner if is_here || same_partner => Some(Reason::NotAtPartner { why: why() }),
            DecisionKind::Held if !is_here => {
                Some(Reason::HeldElsewhere { placement: post.reference.clone(), until: decision.until })
            }
            _ => None,
        }
    })?;
    Some(Finding::must(Rule::Decided, Verdict::Fail, reason))
}

#[cfg(test)]
mod tests {
    use crate::domain::Id;
    use crate::domain::decision::{Decision, DecisionKind};
    use crate::matching::eligibility::{Past, Post, Rule, Verdict};
    use crate::matching::examples::{day, nurse, says_after, today, ward};
    use std::collections::HashMap;

    #[test]
    fn what_the_office_has_decided_keeps_people_out_as_long_as_it_stands() {
        let (mut placement, ana) = (ward(), nurse());
        let (elsewhere, partner) = (Id::random(), Id::random());
        placement.placement.organisation = Some(partner);
        let posts = HashMap::from([(elsewhere, Post { reference: "P-0012".into(), organisation: Some(partner) })]);
        let says = |of, kind, until: &str| {
            let decision = Decision {
                id: Id::random(),
                of,
                volunteer: ana.volunteer.id,
                kind,
                until: Some(day(until)),
                reason: "Too far from home".into(),
                on: today(),
            };
            says_after(&placement, &ana, Rule::Decided, Past::new([decision], [], &posts, today()))
        };
        let here = placement.placement.id;
        let later = "2026-12-07";
        let sentence = "the office decided against it: Too far from home".to_owned();
        assert_eq!(says(here, DecisionKind::NotHere, later), [(Verdict::Fail, sentence)]);
        assert_eq!(says(elsewhere, DecisionKind::NotHere, later), []);
        let sentence = "the office decided against any placement of this partner: Too far from home".to_owned();
        assert_eq!(says(elsewhere, DecisionKind::NotAtPartner, later), [(Verdict::Fail, sentence)]);
        let sentence = "held for P-0012 until 2026-12-07".to_owned();
        assert_eq!(says(elsewhere, DecisionKind::Held, later), [(Verdict::Fail, sentence)]);
        assert_eq!(says(elsewhere, DecisionKind::Held, "2026-11-23"), [], "it stands no longer");
        assert_eq!(says(here, DecisionKind::Held, later), []);
        assert_eq!(says(here, DecisionKind::Pinned, later), []);
    }
}
