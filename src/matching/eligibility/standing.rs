//! Ready and assessed people may be proposed; refused ones and those who left, never.

use super::{Case, Finding, Reason, Rule, Verdict};
use crate::domain::volunteer::Standing;

/// Where the person stands. Someone who has only applied is a question: nobody has looked yet.
pub(super) fn check(case: &Case<'_>) -> Finding {
    let has = case.volunteer().standing;
    let verdict = match has {
        Standing::Ready | Standing::Assessed => Verdict::Pass,
        Standing::Applied => Verdict::Unknown,
        Standing::Resting | Standing::Refused | Standing::Left => Verdict::Fail,
    };
    Finding::must(Rule::Standing, verdict, Reason::Standing { has })
}

#[cfg(test)]
mod tests {
    use crate::domain::volunteer::Standing;
    use crate::matching::eligibility::{Rule, Verdict};
    use crate::matching::examples::{nurse, says, ward};

    #[test]
    fn only_ready_and_assessed_people_pass() {
        for (standing, verdict, sentence) in [
            (Standing::Ready, Verdict::Pass, "is ready"),
            (Standing::Assessed, Verdict::Pass, "is assessed"),
            (Standing::Applied, Verdict::Unknown, "has applied, not assessed yet"),
            (Standing::Resting, Verdict::Fail, "is resting"),
            (Standing::Refused, Verdict::Fail, "was refused"),
            (Standing::Left, Verdict::Fail, "has left"),
        ] {
            let mut ana = nurse();
            ana.volunteer.standing = standing;
            assert_eq!(says(&ward(), &ana, Rule::Standing), [(verdict, sentence.to_owned())]);
        }
    }
}
