//! What the partner answered about the person before.

use super::{Case, Finding, Reason, Rule, Verdict};

/// A partner who has said no to the person is not asked again, at whichever of its placements that was. Nothing to say
/// of people whom it has not refused.
pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let placement = &case.terms.placement;
    let is_here = |of| of == placement.id;
    let refusals = case.terms.past.refusals(case.volunteer().id);
    let (refusal, post) = refusals.iter().rev().find(|(refusal, post)| {
        is_here(refusal.placement) || (post.organisation.is_some() && post.organisation == placement.organisation)
    })?;
    let reason =
        Reason::RefusedByPartner { placement: post.reference.clone(), on: refusal.on, why: refusal.reason.clone() };
    Some(Finding::must(Rule::Refused, Verdict::Fail, reason))
}

#[cfg(test)]
mod tests {
    use crate::domain::Id;
    use crate::domain::mission::{Party, Refusal};
    use crate::matching::eligibility::{Past, Post, Rule, Verdict};
    use crate::matching::examples::{day, nurse, says_after, today, ward};
    use std::collections::HashMap;

    #[test]
    fn a_partner_who_refused_somebody_is_not_asked_again() {
        let (mut placement, ana) = (ward(), nurse());
        let (elsewhere, partner) = (Id::random(), Id::random());
        placement.placement.organisation = Some(partner);
        let refusal = |by| Refusal {
            volunteer: ana.volunteer.id,
            placement: elsewhere,
            by,
            on: day("2026-05-04"),
            reason: "Speaks too little Swahili".into(),
        };
        let past = |organisation, by| {
            let post = Post { reference: "P-0012".into(), organisation };
            Past::new([], [refusal(by)], &HashMap::from([(elsewhere, post)]), today())
        };
        let says = |past| says_after(&placement, &ana, Rule::Refused, past);
        let sentence = "the partner said no for P-0012 on 2026-05-04: Speaks too little Swahili".to_owned();
        assert_eq!(says(past(Some(partner), Party::Partner)), [(Verdict::Fail, sentence)]);
        assert_eq!(says(past(Some(Id::random()), Party::Partner)), [], "another partner");
        assert_eq!(says(past(Some(partner), Party::Volunteer)), [], "the person said no");
        placement.placement.organisation = None;
        assert_eq!(says_after(&placement, &ana, Rule::Refused, past(None, Party::Partner)), [], "none is known");
    }
}
