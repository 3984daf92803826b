//! Age on every day of the mission.

use super::{Case, Finding, Reason, Rule, Verdict};
use crate::domain::rules::check_age;
use crate::domain::span::age_on;

/// The age on the first and on the last day against the office's limits.
pub(super) fn check(case: &Case<'_>) -> Finding {
    let (limits, days) = (&case.terms.limits, case.days);
    let (least, most) = (limits.age_least, limits.age_most);
    let Some(birth) = case.volunteer().birth_date else {
        return Finding::must(Rule::Age, Verdict::Unknown, Reason::BirthNotKnown { least, most });
    };
    let verdict = if check_age(Some(birth), days, limits).is_ok() { Verdict::Pass } else { Verdict::Fail };
    let reason = Reason::Age { least, most, on_first: age_on(birth, days.first), on_last: age_on(birth, days.last) };
    Finding::must(Rule::Age, verdict, reason)
}

#[cfg(test)]
mod tests {
    use crate::matching::eligibility::{Rule, Verdict};
    use crate::matching::examples::{day, nurse, says, ward};

    #[test]
    fn the_age_is_looked_at_on_the_first_and_on_the_last_day() {
        // The mission is from 2027-01-10 to 2028-01-08.
        for (born, verdict, sentence) in [
            ("1985-06-01", Verdict::Pass, "18 to 75 years old, is 41 on the first day and 42 on the last"),
            ("2009-01-11", Verdict::Fail, "18 to 75 years old, is 17 on the first day and 18 on the last"),
            ("1952-01-08", Verdict::Fail, "18 to 75 years old, is 75 on the first day and 76 on the last"),
            ("1952-01-09", Verdict::Pass, "18 to 75 years old, is 75 on the first day and 75 on the last"),
        ] {
            let mut ana = nurse();
            ana.volunteer.birth_date = Some(day(born));
            assert_eq!(says(&ward(), &ana, Rule::Age), [(verdict, sentence.to_owned())], "{born}");
        }
    }

    #[test]
    fn an_unknown_birth_date_is_a_question() {
        let mut ana = nurse();
        ana.volunteer.birth_date = None;
        let sentence = "18 to 75 years old, the day of birth is not known".to_owned();
        assert_eq!(says(&ward(), &ana, Rule::Age), [(Verdict::Unknown, sentence)]);
    }
}
