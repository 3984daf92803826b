//! Qualifications: degrees by their order, anything else by its words.

use super::{Asked, Case, Finding, Reason, Rule, Verdict};
use crate::domain::volunteer::Education;

/// A degree asked for by its word is compared with the education; other words are looked for in what the person wrote.
/// Words that do not occur prove nothing, so they are a question.
pub(super) fn check(case: &Case<'_>, asked: &Asked) -> Finding {
    let volunteer = case.volunteer();
    let reason = Reason::Qualification {
        name: asked.name.clone(),
        education: volunteer.education,
        stated: !volunteer.qualification.trim().is_empty(),
    };
    asked.found(Rule::Qualification, compare(case, asked), reason)
}

/// The verdict alone.
pub(super) fn compare(case: &Case<'_>, asked: &Asked) -> Verdict {
    let volunteer = case.volunteer();
    let degree = asked.name.words().find_map(Education::parse);
    let is_only_degree = degree.is_some() && asked.name.words().count() == 1;
    match (degree, volunteer.education) {
        _ if asked.name.occurs_in(&volunteer.qualification) => Verdict::Pass,
        (Some(degree), Some(has)) if has < degree => Verdict::Fail,
        (Some(_), Some(_)) if is_only_degree => Verdict::Pass,
        _ => Verdict::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::volunteer::Education;
    use crate::matching::eligibility::{Rule, Verdict};
    use crate::matching::examples::{asks_qualification, nurse, says, ward};

    #[test]
    fn degrees_are_compared_and_words_looked_for() {
        for (asked, education, stated, verdict, sentence) in [
            ("Bachelor", Some(Education::Master), "", Verdict::Pass, "needs Bachelor, has master"),
            ("Master", Some(Education::Bachelor), "", Verdict::Fail, "needs Master, has bachelor"),
            ("Master", None, "", Verdict::Unknown, "needs Master, the education is not known"),
            (
                "Registered nurse",
                None,
                "Nurse, registered 2009",
                Verdict::Pass,
                "needs Registered nurse, see the qualification stated",
            ),
            (
                "Registered nurse",
                None,
                "Nursing school",
                Verdict::Unknown,
                "needs Registered nurse, see the qualification stated",
            ),
            (
                "Bachelor of nursing",
                Some(Education::Bachelor),
                "",
                Verdict::Unknown,
                "needs Bachelor of nursing, has bachelor",
            ),
        ] {
            let mut placement = ward();
            placement.requirements = vec![asks_qualification(asked)];
            let mut ana = nurse();
            ana.volunteer.education = education;
            ana.volunteer.qualification = stated.to_owned();
            assert_eq!(says(&placement, &ana, Rule::Qualification), [(verdict, sentence.to_owned())], "{asked}");
        }
    }
}
