//! Words for a person's sex as tables have them, titles among them.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::lines;
use crate::domain::text::fold;

const WORDS: &str = include_str!("../../../assets/reference/sex_words.tsv");

/// What a word says about a person's sex.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SexWord {
    /// "F", "Mme", "महिला".
    Female,
    /// "M", "Mr.", "पुरुष".
    Male,
    /// "other", "non-binary", "X".
    Other,
    /// The person did not say: "unknown", "not stated".
    NotStated,
}

static MEANINGS: LazyLock<HashMap<String, SexWord>> = LazyLock::new(|| {
    lines(WORDS)
        .filter_map(|[text, meaning]| {
            let meaning = match meaning {
                "female" => SexWord::Female,
                "male" => SexWord::Male,
                "other" => SexWord::Other,
                "not stated" => SexWord::NotStated,
                _ => return None,
            };
            Some((fold(text), meaning))
        })
        .collect()
});

/// What a word of a column "sex" or "title" means. Numbers mean nothing: 1 is male for one programme (ISO/IEC 5218),
/// unknown for the next.
pub fn sex_word(text: &str) -> Option<SexWord> {
    MEANINGS.get(fold(text).trim_end_matches('.')).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_real_tables_are_known() {
        for (text, meaning) in [
            ("F", SexWord::Female),
            ("m", SexWord::Male),
            ("Ms.", SexWord::Female),
            ("Mr.", SexWord::Male),
            ("Femme", SexWord::Female),
            ("पुरुष", SexWord::Male),
            ("महिला", SexWord::Female),
            ("Autre", SexWord::Other),
        ] {
            assert_eq!(sex_word(text), Some(meaning), "{text}");
        }
        assert_eq!(sex_word("2"), None);
        assert_eq!(MEANINGS.len(), lines::<2>(WORDS).count(), "no word twice, no meaning misspelt");
    }
}
