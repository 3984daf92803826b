//! Conditions that only a person can judge.

use super::{Asked, Finding, Reason, Rule, Verdict};

/// Always a question.
pub(super) fn check(asked: &Asked) -> Finding {
    asked.found(Rule::Other, Verdict::Unknown, Reason::ToJudge { name: asked.name.clone() })
}

#[cfg(test)]
mod tests {
    use crate::matching::eligibility::{Rule, Verdict};
    use crate::matching::examples::{asks_other, nurse, says, ward};

    #[test]
    fn a_person_has_to_judge() {
        let mut placement = ward();
        placement.requirements = vec![asks_other("Rides a motorcycle")];
        let sentence = "to be judged: Rides a motorcycle".to_owned();
        assert_eq!(says(&placement, &nurse(), Rule::Other), [(Verdict::Unknown, sentence)]);
    }
}
