//! Languages by the code of the CLDR, and the words people use for how well they speak one.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Index, Row, Table, add_aliases, coded, lines};
use crate::domain::text::fold;

pub(super) const ALIASES: &str = include_str!("../../../assets/reference/language_aliases.tsv");
const LEVELS: &str = include_str!("../../../assets/reference/level_words.tsv");

static TABLE: LazyLock<Table<More>> = LazyLock::new(|| {
    Table::read(
        include_str!("../../../assets/reference/languages.tsv"),
        |[code, iso_639_3, english, french, own_name, also]| Row {
            code,
            english,
            french,
            more: More { iso_639_3, own_name, also },
        },
    )
});

static INDEX: LazyLock<Index<Language>> = LazyLock::new(|| {
    let mut index = Index::new();
    for language in Language::all() {
        let row = language.row();
        let names = [row.code, row.more.iso_639_3, row.english, row.french, row.more.own_name];
        for text in names.into_iter().chain(row.more.also.split('|')) {
            index.add(text, language);
        }
    }
    add_aliases(&mut index, ALIASES, Language::parse_code);
    index
});

struct More {
    iso_639_3: &'static str,
    own_name: &'static str,
    also: &'static str,
}

/// A language; its code is that of the CLDR: ISO 639-1 where there is one ("fr"), else ISO 639-3 ("bem").
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(u16);

coded!(Language, u16, "a language");

impl Language {
    /// ISO 639-3 ("fra").
    pub fn iso_639_3(self) -> &'static str {
        self.row().more.iso_639_3
    }

    /// The name in the language itself ("नेपाली"), where the CLDR has it.
    pub fn own_name(self) -> Option<&'static str> {
        Some(self.row().more.own_name).filter(|name| !name.is_empty())
    }
}

static LEVEL_WORDS: LazyLock<HashMap<String, (&'static str, bool)>> =
    LazyLock::new(|| lines(LEVELS).map(|[text, level, how]| (fold(text), (level, how == "sure"))).collect());

/// The level that a word stands for: "A1" to "C2" of the Common European Framework (CEFR) or "native", and whether
/// that is sure. What is not sure ("good") is a guess that a person must confirm. The mother tongue is "native", not
/// C2: it is no level that somebody reached.
pub fn level_synonym(text: &str) -> Option<(&'static str, bool)> {
    LEVEL_WORDS.get(fold(text).trim_end_matches('.')).copied()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::domain::reference::Found;

    fn language(code: &str) -> Language {
        Language::parse_code(code).unwrap()
    }

    #[test]
    fn what_people_write_is_found() {
        for (text, code) in [
            ("fra", "fr"),
            ("FRENCH", "fr"),
            ("français", "fr"),
            ("francais", "fr"),
            ("नेपाली", "ne"),
            ("Kiswahili", "sw"),
            ("Chichewa", "ny"),
            ("Farsi", "fa"),
            ("Dari", "prs"),
            ("Mandarin", "zh"),
            ("Chinese, Cantonese", "yue"),
            ("Tagalog", "fil"),
            ("créole haïtien", "ht"),
            ("Flemish", "nl"),
            ("Castilian", "es"),
            ("Ga", "gaa"),
        ] {
            assert_eq!(Language::find(text), Found::One(language(code)), "{text}");
        }
    }

    #[test]
    fn what_is_no_single_language_stays_open() {
        assert_eq!(Language::find("Serbo-Croatian"), Found::Several(["bs", "hr", "sr"].map(language).to_vec()));
        // The code of Irish, and the French name of Ga.
        assert_eq!(Language::find("ga"), Found::Several(["ga", "gaa"].map(language).to_vec()));
        let Found::Several(romance) = Language::find("Romance Language") else { panic!("a family of languages") };
        assert!(romance.contains(&language("es")) && romance.contains(&language("pt")));
        for text in ["None", "Other", "n/a", "local language", ""] {
            assert_eq!(Language::find(text), Found::None, "{text}");
        }
    }

    #[test]
    fn levels_are_sure_or_asked() {
        for (text, level) in [
            ("b2", ("B2", true)),
            ("Mother tongue", ("native", true)),
            ("langue maternelle", ("native", true)),
            ("Beginner", ("A1", false)),
            ("fair", ("A2", false)),
            ("working knowledge", ("B1", false)),
            ("Courant", ("C1", false)),
            ("excellent", ("C1", false)),
        ] {
            assert_eq!(level_synonym(text), Some(level), "{text}");
        }
        assert_eq!(level_synonym("None"), None);
        let known = ["A1", "A2", "B1", "B2", "C1", "C2", "native"];
        for [text, level, how] in lines(LEVELS) {
            assert!(known.contains(&level) && matches!(how, "sure" | "ask"), "{text}");
        }
    }

    #[test]
    fn levels_seen_in_tables_are_understood() {
        let Ok(shared) = std::fs::read_to_string("../shared/reference/language_level_synonyms.tsv") else {
            return eprintln!("skipped: there are no shared tables here");
        };
        for line in shared.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<_> = line.split('\t').collect();
            let lossy = columns.get(3).is_some_and(|note| note.contains("ask"));
            let level = match columns[1] {
                // A language and a level in one cell, or neither: for whoever reads the cell to take apart.
                _ if columns[0].contains(['1', '2']) && columns[0].len() > 2 => None,
                "-" => None,
                "N" => Some(("native", true)),
                level => Some((level, !lossy)),
            };
            assert_eq!(level_synonym(columns[0]), level, "{}", columns[0]);
        }
    }

    #[test]
    fn agrees_with_the_shared_table() {
        let Ok(shared) = std::fs::read_to_string("../shared/reference/languages.tsv") else {
            return eprintln!("skipped: there are no shared tables here");
        };
        for line in shared.lines().skip(1) {
            let columns: Vec<_> = line.split('\t').collect();
            // The other table also has families, and languages that nobody speaks today.
            let Some(language) = Language::parse_code(columns[0]) else { continue };
            assert_eq!(language.iso_639_3(), columns[1], "{language}");
        }
    }
}
