//! Years of experience, in the occupation or in a skill that is named.

use super::skill::enough;
use super::{Asked, Case, Finding, Reason, Rule, Verdict};

/// Years in a skill of that name where the person has one with years, else in the occupation. Experience asked for
/// without years is for a person to judge.
pub(super) fn check(case: &Case<'_>, asked: &Asked) -> Finding {
    let (verdict, has) = compare(case, asked);
    let reason = Reason::Experience { name: asked.name.clone(), asked: asked.years, has };
    asked.found(Rule::Experience, verdict, reason)
}

/// The verdict with the years that the person has.
pub(super) fn compare(case: &Case<'_>, asked: &Asked) -> (Verdict, Option<u8>) {
    // Without a name the skills are not even looked at: they lie elsewhere in memory.
    let skills = if asked.name.is_empty() { &[] } else { case.person.skills.as_slice() };
    let named = skills.iter().filter(|skill| asked.name.occurs_in(&skill.name));
    let has = named.filter_map(|skill| skill.years).max().or(case.volunteer().occupation_years);
    let verdict = if asked.years.is_none() { Verdict::Unknown } else { enough(asked.years, has) };
    (verdict, has)
}

#[cfg(test)]
mod tests {
    use crate::matching::eligibility::{Rule, Verdict};
    use crate::matching::examples::{asks_experience, has_skill, nurse, says, ward};

    #[test]
    fn years_are_those_of_the_skill_or_of_the_occupation() {
        let mut placement = ward();
        placement.requirements = vec![asks_experience("Training nurses", Some(5))];
        let mut ana = nurse();
        ana.volunteer.occupation_years = Some(14);
        let sentence = "needs 5 years (Training nurses), has 14".to_owned();
        assert_eq!(says(&placement, &ana, Rule::Experience), [(Verdict::Pass, sentence)]);
        ana.skills.push(has_skill("Training of nurses", None, Some(3)));
        let sentence = "needs 5 years (Training nurses), has 3".to_owned();
        assert_eq!(says(&placement, &ana, Rule::Experience), [(Verdict::Fail, sentence)]);
        ana.skills.clear();
        ana.volunteer.occupation_years = None;
        let sentence = "needs 5 years (Training nurses), the years are not known".to_owned();
        assert_eq!(says(&placement, &ana, Rule::Experience), [(Verdict::Unknown, sentence)]);
        placement.requirements = vec![asks_experience("Work in camps", None)];
        let sentence = "needs experience: Work in camps, to be judged".to_owned();
        assert_eq!(says(&placement, &ana, Rule::Experience), [(Verdict::Unknown, sentence)]);
    }
}
