//! Countries ruled out by the person, and those in which the medical office cannot support them.

use super::{Case, Finding, Reason, Rule, Verdict};

/// Whether the person may and will go to the country; nothing to say where the placement names none.
pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let country = case.terms.placement.country?;
    let volunteer = case.volunteer();
    let (verdict, reason) = if volunteer.medically_unsupported.contains(&country) {
        (Verdict::Fail, Reason::MedicallyUnsupported { country })
    } else if volunteer.ruled_out.contains(&country) {
        (Verdict::Fail, Reason::RuledOut { country })
    } else {
        (Verdict::Pass, Reason::CountryNotRuledOut { country })
    };
    Some(Finding::must(Rule::Country, verdict, reason))
}

#[cfg(test)]
mod tests {
    use crate::matching::eligibility::{Rule, Verdict};
    use crate::matching::examples::{country, nurse, says, ward};

    #[test]
    fn a_country_ruled_out_by_either_side_fails() {
        let mut ana = nurse();
        assert_eq!(says(&ward(), &ana, Rule::Country), [(Verdict::Pass, "Kenya is not ruled out".to_owned())]);
        ana.volunteer.ruled_out = vec![country("NE"), country("KE")];
        assert_eq!(says(&ward(), &ana, Rule::Country), [(Verdict::Fail, "does not go to Kenya".to_owned())]);
        ana.volunteer.medically_unsupported = vec![country("KE")];
        let sentence = "the medical office cannot support the person in Kenya".to_owned();
        assert_eq!(says(&ward(), &ana, Rule::Country), [(Verdict::Fail, sentence)]);
    }

    #[test]
    fn a_placement_without_a_country_says_nothing() {
        let mut placement = ward();
        placement.placement.country = None;
        assert_eq!(says(&placement, &nurse(), Rule::Country), []);
    }
}
