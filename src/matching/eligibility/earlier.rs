//! Earlier missions of the person in the same placement.

use super::{Case, Finding, Reason, Rule, Verdict};
use crate::domain::mission::Stage;

/// Someone who holds a place of this placement is no candidate for it; someone who was declined is proposed again only
/// where a person says so.
pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let here = || case.person.missions.iter().filter(|mission| mission.placement == case.terms.placement.id);
    if let Some(mission) = here().find(|mission| mission.stage.takes_place()) {
        let reason = Reason::AlreadyHere { mission: mission.reference.clone(), stage: mission.stage };
        return Some(Finding::must(Rule::Earlier, Verdict::Fail, reason));
    }
    let declined = here().find(|mission| mission.stage == Stage::Declined)?;
    let reason = Reason::DeclinedHere { mission: declined.reference.clone() };
    Some(Finding::must(Rule::Earlier, Verdict::Fail, reason))
}

#[cfg(test)]
mod tests {
    use crate::domain::mission::Stage;
    use crate::matching::eligibility::{Rule, Verdict};
    use crate::matching::examples::{mission, nurse, says, ward};

    #[test]
    fn nobody_is_proposed_twice_nor_again_after_a_refusal() {
        let (placement, mut ana) = (ward(), nurse());
        assert_eq!(says(&placement, &ana, Rule::Earlier), []);
        ana.missions = vec![mission("M-0146", "2026-01-05", 20, Stage::Declined)];
        assert_eq!(says(&placement, &ana, Rule::Earlier), [], "another placement");
        ana.missions[0].placement = placement.placement.id;
        let sentence = "was declined for this placement before (M-0146)".to_owned();
        assert_eq!(says(&placement, &ana, Rule::Earlier), [(Verdict::Fail, sentence)]);
        ana.missions[0].stage = Stage::WithPartner;
        let sentence = "already has mission M-0146 in this placement (with-partner)".to_owned();
        assert_eq!(says(&placement, &ana, Rule::Earlier), [(Verdict::Fail, sentence)]);
    }
}
