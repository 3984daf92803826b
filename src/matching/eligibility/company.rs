//! A partner or dependants who come along, where the placement takes them.

use super::{Case, Finding, Reason, Rule, Verdict};

/// Nothing to say of people who come alone.
pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let volunteer = case.volunteer();
    let dependants = volunteer.dependants.unwrap_or_default();
    if !volunteer.accompanied && dependants == 0 {
        return None;
    }
    let takes = case.terms.placement.accompanied;
    let (weeks, from_weeks) = (case.days.weeks(), case.terms.settings.company_from_weeks);
    let verdict = if takes && weeks >= i64::from(from_weeks) { Verdict::Pass } else { Verdict::Fail };
    let reason = Reason::Company { takes, from_weeks, weeks, partner: volunteer.accompanied, dependants };
    Some(Finding::must(Rule::Company, verdict, reason))
}

#[cfg(test)]
mod tests {
    use crate::matching::eligibility::{Rule, Verdict};
    use crate::matching::examples::{nurse, says, ward};

    #[test]
    fn company_needs_a_placement_that_takes_it_for_long_enough() {
        let (mut placement, mut ana) = (ward(), nurse());
        assert_eq!(says(&placement, &ana, Rule::Company), []);
        ana.volunteer.accompanied = true;
        ana.volunteer.dependants = Some(2);
        let sentence = "takes nobody along, comes with a partner and 2 dependants".to_owned();
        assert_eq!(says(&placement, &ana, Rule::Company), [(Verdict::Fail, sentence)]);
        placement.placement.accompanied = true;
        let sentence = "takes company from 52 weeks, comes with a partner and 2 dependants for 52 weeks".to_owned();
        assert_eq!(says(&placement, &ana, Rule::Company), [(Verdict::Pass, sentence)]);
        placement.placement.weeks_most = Some(30);
        ana.volunteer.dependants = None;
        let sentence = "takes company from 52 weeks, comes with a partner for 30 weeks".to_owned();
        assert_eq!(says(&placement, &ana, Rule::Company), [(Verdict::Fail, sentence)]);
    }
}
