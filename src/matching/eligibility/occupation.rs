//! Occupation by ISCO-08, graded by how many leading digits the two share.

use super::{Case, Finding, Reason, Rule, Verdict};

/// Enough shared digits pass. An occupation given only as a wider group of what is asked is a question.
pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let asked = case.terms.placement.occupation?;
    let Some(has) = case.volunteer().occupation else {
        return Some(Finding::must(Rule::Occupation, Verdict::Unknown, Reason::OccupationNotKnown { asked }));
    };
    let shared = asked.shared_digits(has);
    let needed = case.terms.settings.occupation_digits.min(asked.digits() as u8);
    let verdict = if shared >= needed {
        Verdict::Pass
    } else if usize::from(shared) == has.digits() {
        Verdict::Unknown
    } else {
        Verdict::Fail
    };
    Some(Finding::must(Rule::Occupation, verdict, Reason::Occupation { asked, has, shared, needed }))
}

#[cfg(test)]
mod tests {
    use crate::matching::eligibility::{Rule, Verdict};
    use crate::matching::examples::{nurse, occupation, says, ward};

    #[test]
    fn three_shared_digits_are_near_enough() {
        let placement = ward();
        let mut ana = nurse();
        for (code, verdict, sentence) in [
            ("2221", Verdict::Pass, "needs 2221 Nursing professionals, has just that"),
            ("2222", Verdict::Pass, "needs 2221 Nursing professionals, has 2222 Midwifery professionals"),
            ("2211", Verdict::Fail, "needs 2221 Nursing professionals, has 2211 Generalist medical practitioners"),
            ("22", Verdict::Unknown, "needs 2221 Nursing professionals, has 22 Health professionals"),
            ("21", Verdict::Fail, "needs 2221 Nursing professionals, has 21 Science and engineering professionals"),
        ] {
            ana.volunteer.occupation = Some(occupation(code));
            assert_eq!(says(&placement, &ana, Rule::Occupation), [(verdict, sentence.to_owned())]);
        }
        ana.volunteer.occupation = None;
        let sentence = "needs 2221 Nursing professionals, the occupation is not known".to_owned();
        assert_eq!(says(&placement, &ana, Rule::Occupation), [(Verdict::Unknown, sentence)]);
    }

    #[test]
    fn a_placement_that_asks_for_a_group_takes_all_of_it() {
        let mut placement = ward();
        placement.placement.occupation = Some(occupation("2"));
        let sentence = "needs 2 Professionals, has 2221 Nursing professionals".to_owned();
        assert_eq!(says(&placement, &nurse(), Rule::Occupation), [(Verdict::Pass, sentence)]);
    }
}
