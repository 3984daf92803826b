//! Skills with level and years.

use super::{Asked, Case, Finding, Has, Reason, Rule, Verdict};

/// The best skill whose name has all the words asked for.
pub(super) fn check(case: &Case<'_>, asked: &Asked) -> Finding {
    let (verdict, level, years) = compare(case, asked);
    let (asked_level, asked_years) = (asked.skill_level, asked.years);
    let reason = Reason::Skill { name: asked.name.clone(), asked_level, asked_years, level, years };
    asked.found(Rule::Skill, verdict, reason)
}

/// The verdict with level and years of that skill.
pub(super) fn compare(case: &Case<'_>, asked: &Asked) -> (Verdict, Has<Option<u8>>, Option<u8>) {
    let skills = &case.person.skills;
    let best = skills.iter().filter(|skill| asked.name.occurs_in(&skill.name)).max_by_key(|s| (s.level, s.years));
    match best {
        _ if skills.is_empty() || asked.name.is_empty() => (Verdict::Unknown, Has::NotKnown, None),
        None => (Verdict::Fail, Has::Nothing, None),
        Some(skill) => {
            let verdict = match (enough(asked.skill_level, skill.level), enough(asked.years, skill.years)) {
                (Verdict::Fail, _) | (_, Verdict::Fail) => Verdict::Fail,
                (Verdict::Unknown, _) | (_, Verdict::Unknown) => Verdict::Unknown,
                _ => Verdict::Pass,
            };
            (verdict, Has::Value(skill.level), skill.years)
        }
    }
}

/// Whether a value reaches the least asked for.
pub(super) fn enough(asked: Option<u8>, has: Option<u8>) -> Verdict {
    match (asked, has) {
        (None, _) => Verdict::Pass,
        (Some(_), None) => Verdict::Unknown,
        (Some(asked), Some(has)) if has >= asked => Verdict::Pass,
        _ => Verdict::Fail,
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::placement::Weight;
    use crate::matching::eligibility::{Rule, Verdict};
    use crate::matching::examples::{asks_skill, has_skill, nurse, says, ward};

    #[test]
    fn level_and_years_must_both_be_reached() {
        let mut placement = ward();
        placement.requirements = vec![asks_skill(Weight::Must, "Neonatal care", Some(3), Some(2))];
        for (level, years, verdict, sentence) in [
            (Some(4), Some(5), Verdict::Pass, "needs Neonatal care level 3 and 2 years, has level 4 and 5 years"),
            (Some(2), None, Verdict::Fail, "needs Neonatal care level 3 and 2 years, has level 2"),
            (Some(3), Some(1), Verdict::Fail, "needs Neonatal care level 3 and 2 years, has level 3 and 1 year"),
            (
                None,
                Some(2),
                Verdict::Unknown,
                "needs Neonatal care level 3 and 2 years, has it, level not known, and 2 years",
            ),
        ] {
            let mut ana = nurse();
            ana.skills = vec![has_skill("Teaching", Some(4), None), has_skill("neonatal CARE", level, years)];
            assert_eq!(says(&placement, &ana, Rule::Skill), [(verdict, sentence.to_owned())]);
        }
    }

    #[test]
    fn a_skill_not_among_those_recorded_fails_and_none_recorded_is_a_question() {
        let mut placement = ward();
        placement.requirements = vec![asks_skill(Weight::Must, "Neonatal care", None, None)];
        let mut ana = nurse();
        ana.skills = vec![has_skill("Teaching", Some(4), None)];
        let sentence = "needs Neonatal care, does not have it".to_owned();
        assert_eq!(says(&placement, &ana, Rule::Skill), [(Verdict::Fail, sentence)]);
        ana.skills.clear();
        let sentence = "needs Neonatal care, the skills are not known".to_owned();
        assert_eq!(says(&placement, &ana, Rule::Skill), [(Verdict::Unknown, sentence)]);
    }
}
