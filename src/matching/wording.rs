//! The words of a requirement, looked up in what people wrote of themselves.

use crate::domain::text::fold;
use serde::{Serialize, Serializer};
use std::sync::Arc;

/// The words of a requirement, folded once so that 40,000 people can be compared with them. Each finding about them has
/// a copy, so it is a small one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording(Arc<Words>);

#[derive(Debug, PartialEq, Eq)]
struct Words {
    written: Box<str>,
    folded: Box<[String]>,
}

impl Wording {
    /// The words as they were written.
    pub fn new(written: &str) -> Self {
        let folded = fold(written).split(is_between_words).filter(|word| !word.is_empty()).map(str::to_owned).collect();
        Self(Arc::new(Words { written: written.trim().into(), folded }))
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.0.folded.is_empty()
    }

    /// Whether every word occurs in the text, in any case, order and with or without accents: "nursing" occurs in
    /// "Paediatric nursing", "care" does not occur in "healthcare". Nothing occurs where there are no words.
    pub fn occurs_in(&self, text: &str) -> bool {
        if self.is_empty() {
            return false;
        }
        // Most texts are plain: they are compared without making a folded copy. Many are just the words asked for.
        if text.is_ascii() {
            return text.eq_ignore_ascii_case(&self.0.written)
                || self.0.folded.iter().all(|word| has_word(text.as_bytes(), word.as_bytes()));
        }
        let text = fold(text);
        self.0.folded.iter().all(|word| text.split(is_between_words).any(|w| w == word))
    }

    /// The folded words.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.0.folded.iter().map(String::as_str)
    }
}

/// Whether a word stands between others in a plain text, in any case.
fn has_word(text: &[u8], word: &[u8]) -> bool {
    let (Some(first), Some(last)) = (word.first(), text.len().checked_sub(word.len())) else { return false };
    let ends = |at: usize| text.get(at).is_none_or(|byte| is_between_words(char::from(*byte)));
    // Texts are short: a search that is quick in long ones takes longer to begin than to look at each place.
    (0..=last).any(|at| {
        text[at].eq_ignore_ascii_case(first)
            && (at == 0 || ends(at - 1))
            && ends(at + word.len())
            && text[at..at + word.len()].eq_ignore_ascii_case(word)
    })
}

fn is_between_words(c: char) -> bool {
    c.is_whitespace() || (c.is_ascii_punctuation() && !matches!(c, '+' | '#'))
}

impl std::fmt::Display for Wording {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.written)
    }
}

impl Serialize for Wording {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_in_any_order_are_found() {
        for (asked, text, occurs) in [
            ("Neonatal care", "neonatal care", true),
            ("Neonatal care", "Care, neonatal", true),
            ("care", "healthcare", false),
            ("neonatal care", "care", false),
            ("Soins néonatals", "soins neonatals", true),
            ("soins neonatals", "Soins néonatals", true),
            ("C++", "C", false),
            ("care", "healthcare and CARE", true),
            ("care", "careful", false),
            ("care", "car", false),
            ("", "anything", false),
        ] {
            assert_eq!(Wording::new(asked).occurs_in(text), occurs, "{asked:?} in {text:?}");
        }
    }
}
