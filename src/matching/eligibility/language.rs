//! Languages with their CEFR levels.

use super::{Asked, Case, Finding, Has, Reason, Rule, Verdict};

/// The level of the language asked for.
pub(super) fn check(case: &Case<'_>, asked: &Asked) -> Finding {
    let Some(language) = asked.language else {
        return asked.found(Rule::Language, Verdict::Unknown, Reason::LanguageNotNamed);
    };
    let languages = &case.person.languages;
    let best = languages.iter().filter(|spoken| spoken.language == language).max_by_key(|spoken| spoken.level);
    let (verdict, has) = match best {
        _ if languages.is_empty() => (Verdict::Unknown, Has::NotKnown),
        None => (Verdict::Fail, Has::Nothing),
        Some(spoken) => {
            let verdict = match (asked.language_level, spoken.level) {
                (None, _) => Verdict::Pass,
                (Some(_), None) => Verdict::Unknown,
                (Some(asked), Some(has)) if has >= asked => Verdict::Pass,
                _ => Verdict::Fail,
            };
            (verdict, Has::Value(spoken.level))
        }
    };
    asked.found(Rule::Language, verdict, Reason::Language { language, asked: asked.language_level, has })
}

#[cfg(test)]
mod tests {
    use crate::domain::placement::Weight;
    use crate::domain::volunteer::Level;
    use crate::matching::eligibility::{Rule, Verdict};
    use crate::matching::examples::{asks_language, nurse, says, speaks, ward};

    #[test]
    fn the_level_must_be_reached() {
        let mut placement = ward();
        placement.requirements = vec![asks_language(Weight::Must, "fr", Some(Level::B2))];
        for (level, verdict, sentence) in [
            (Some(Level::B1), Verdict::Fail, "needs French B2, has French B1"),
            (Some(Level::B2), Verdict::Pass, "needs French B2, has French B2"),
            (Some(Level::Native), Verdict::Pass, "needs French B2, has French native"),
            (None, Verdict::Unknown, "needs French B2, has French, level not known"),
        ] {
            let mut ana = nurse();
            ana.languages = vec![speaks("pt", Some(Level::Native)), speaks("fr", level)];
            assert_eq!(says(&placement, &ana, Rule::Language), [(verdict, sentence.to_owned())]);
        }
    }

    #[test]
    fn a_language_not_among_those_recorded_fails_and_none_recorded_is_a_question() {
        let mut placement = ward();
        placement.requirements = vec![asks_language(Weight::Must, "fr", Some(Level::B2))];
        let mut ana = nurse();
        ana.languages = vec![speaks("pt", Some(Level::Native))];
        let sentence = "needs French B2, has no French".to_owned();
        assert_eq!(says(&placement, &ana, Rule::Language), [(Verdict::Fail, sentence)]);
        ana.languages.clear();
        let sentence = "needs French B2, the languages are not known".to_owned();
        assert_eq!(says(&placement, &ana, Rule::Language), [(Verdict::Unknown, sentence)]);
    }
}
