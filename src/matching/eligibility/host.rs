//! Nationalities that the host does not take.

use super::{Case, Finding, Reason, Rule, Verdict};

/// The passport the person travels with decides; a further nationality that is excluded is a question. Nothing to say
/// where the host excludes none.
pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let excluded = &case.terms.placement.excluded_nationalities;
    if excluded.is_empty() {
        return None;
    }
    let (has, passport) = (&case.volunteer().nationalities, case.volunteer().passport_country);
    let is_excluded = |country| excluded.contains(country);
    let verdict = if has.is_empty() && passport.is_none() {
        Verdict::Unknown
    } else if passport.as_ref().is_some_and(is_excluded) || (!has.is_empty() && has.iter().all(is_excluded)) {
        Verdict::Fail
    } else if has.iter().any(is_excluded) {
        Verdict::Unknown
    } else {
        Verdict::Pass
    };
    // A passport is proof of a nationality that nobody has written down.
    let has = if has.is_empty() { passport.into_iter().collect() } else { has.clone() };
    Some(Finding::must(Rule::Host, verdict, Reason::Host { excluded: excluded.clone(), has }))
}

#[cfg(test)]
mod tests {
    use crate::matching::eligibility::{Rule, Verdict};
    use crate::matching::examples::{country, nurse, says, ward};

    #[test]
    fn the_passport_decides_and_a_second_nationality_is_asked_about() {
        let (mut placement, mut ana) = (ward(), nurse());
        assert_eq!(says(&placement, &ana, Rule::Host), []);
        placement.placement.excluded_nationalities = vec![country("PT")];
        let says = |ana: &_| says(&placement, ana, Rule::Host);
        let sentence = |has: &str| format!("the host takes no citizens of Portugal, {has}");
        assert_eq!(says(&ana), [(Verdict::Fail, sentence("is a citizen of Portugal"))]);
        ana.volunteer.nationalities.push(country("FR"));
        assert_eq!(says(&ana), [(Verdict::Unknown, sentence("is a citizen of Portugal, France"))]);
        ana.volunteer.passport_country = Some(country("PT"));
        assert_eq!(says(&ana), [(Verdict::Fail, sentence("is a citizen of Portugal, France"))]);
        ana.volunteer.nationalities = vec![country("FR")];
        ana.volunteer.passport_country = None;
        assert_eq!(says(&ana), [(Verdict::Pass, sentence("is a citizen of France"))]);
        ana.volunteer.nationalities.clear();
        assert_eq!(says(&ana), [(Verdict::Unknown, sentence("the nationality is not known"))]);
    }
}
