//! Countries, areas, languages, occupations and sectors: their codes, their names in English and French, and finding
//! a code by what people wrote. The tables are in `assets/reference` and part of the program.
//!
//! This room must not know what the codes are used for: no volunteer, no placement, no spreadsheet.
//!
//! Every code is a small `Copy` value that is surely in its table: `parse_code` takes exactly a code, `find` what
//! people write, `suggest` what they begin to write.

pub mod country;
mod find;
pub mod goal;
pub mod language;
pub mod occupation;
pub mod region;
pub mod sector;
mod sex;

pub use country::Country;
pub use find::Found;
pub use goal::Goal;
pub use language::Language;
pub use occupation::Occupation;
pub use region::Region;
pub use sector::Sector;
pub use sex::{SexWord, sex_word};

use find::Index;

/// The languages in which the tables have names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tongue {
    /// English.
    English,
    /// French.
    French,
}

/// A text that is no code of its table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not the code of {what}")]
pub struct UnknownCode {
    /// What the code would be of, with its article: "a country".
    pub what: &'static str,
    /// The text as it was given.
    pub text: String,
}

/// One line of a table: what every table has, and what only this one has.
struct Row<More> {
    code: &'static str,
    english: &'static str,
    french: &'static str,
    more: More,
}

/// A table, sorted by code.
struct Table<More> {
    rows: Vec<Row<More>>,
}

impl<More> Table<More> {
    /// Reads the lines of a file of `COLUMNS` columns.
    fn read<const COLUMNS: usize>(file: &'static str, row: impl Fn([&'static str; COLUMNS]) -> Row<More>) -> Self {
        Self { rows: lines(file).map(row).collect() }
    }

    fn place(&self, code: &str) -> Option<usize> {
        self.rows.binary_search_by(|row| row.code.cmp(code)).ok()
    }
}

/// The lines of a table that are not for people; a column that is missing at the end is empty.
fn lines<const COLUMNS: usize>(file: &'static str) -> impl Iterator<Item = [&'static str; COLUMNS]> {
    file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let mut columns = line.split('\t');
        std::array::from_fn(|_| columns.next().unwrap_or_default())
    })
}

/// Adds the lines "text, tab, codes" of a file of aliases.
fn add_aliases<T: Copy + Ord>(index: &mut Index<T>, file: &'static str, parse: impl Fn(&str) -> Option<T>) {
    for [text, codes] in lines(file) {
        index.set(text, codes.split(' ').filter_map(&parse).collect());
    }
}

/// What all codes can do. The type is a place in its table, so that it is small and its row is always there.
/// Uses the `TABLE`, the `INDEX` and the `More` of the file it stands in.
macro_rules! coded {
    ($name:ident, $place:ty, $what:literal) => {
        impl $name {
            /// The value with exactly this code.
            pub fn parse_code(code: &str) -> Option<Self> {
                TABLE.place(code).map(|place| Self(place as $place))
            }

            /// The code, as it is written in files.
            pub fn code(self) -> &'static str {
                self.row().code
            }

            /// The name for people.
            pub fn name(self, tongue: $crate::domain::reference::Tongue) -> &'static str {
                match tongue {
                    $crate::domain::reference::Tongue::English => self.row().english,
                    $crate::domain::reference::Tongue::French => self.row().french,
                }
            }

            /// All values, sorted by code.
            pub fn all() -> impl ExactSizeIterator<Item = Self> + Clone {
                (0..TABLE.rows.len()).map(|place| Self(place as $place))
            }

            /// What a text means: a code or a name in any case and with or without accents, or an alias. A text that is
            /// letter by letter the code or name of one value means that value, even where others are alike.
            pub fn find(text: &str) -> $crate::domain::reference::Found<Self> {
                use $crate::domain::reference::Found;
                let text = text.trim();
                match INDEX.find(text) {
                    Found::Several(values) => {
                        let exactly = |value: &&Self| {
                            let row = value.row();
                            [row.code, row.english, row.french].contains(&text)
                        };
                        let mut exact = values.iter().filter(exactly);
                        match (exact.next(), exact.next()) {
                            (Some(value), None) => Found::One(*value),
                            _ => Found::Several(values),
                        }
                    }
                    found => found,
                }
            }

            /// At most `most` values that the text may have meant, nearest first.
            pub fn suggest(text: &str, most: usize) -> Vec<Self> {
                INDEX.suggest(text, most)
            }

            fn row(self) -> &'static $crate::domain::reference::Row<More> {
                &TABLE.rows[usize::from(self.0)]
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.code())
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}({})", stringify!($name), self.code())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::domain::reference::UnknownCode;

            fn from_str(code: &str) -> Result<Self, Self::Err> {
                Self::parse_code(code)
                    .ok_or_else(|| $crate::domain::reference::UnknownCode { what: $what, text: code.to_owned() })
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let code = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                code.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
use coded;

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::collections::HashSet;

    use super::*;

    /// What must hold for each table: sorted, named, and found again by its code and both names.
    macro_rules! holds_together {
        ($name:ident, $count:expr, $unclear:expr) => {
            let mut unclear = Vec::new();
            let all: Vec<$name> = $name::all().collect();
            assert_eq!(all.len(), $count, stringify!($name));
            assert!(all.windows(2).all(|pair| pair[0].code() < pair[1].code()), "{} is sorted", stringify!($name));
            for value in all {
                let names = [value.name(Tongue::English), value.name(Tongue::French)];
                assert!(!names.contains(&""), "{value:?} has names");
                for text in names.into_iter().chain([value.code()]) {
                    match $name::find(text) {
                        // A group and its only member have the same title, which means the member.
                        Found::One(found) if found == value || found.name(Tongue::English) == names[0] => {}
                        Found::Several(found) if found.contains(&value) => unclear.push(text),
                        found => panic!("{text:?} is {value:?}, found {found:?}"),
                    }
                }
                let json = serde_json::to_string(&value).unwrap();
                assert_eq!(serde_json::from_str::<$name>(&json).unwrap(), value);
            }
            assert_eq!(unclear, $unclear, "means several in {}", stringify!($name));
        };
    }

    #[test]
    fn every_table_holds_together() {
        holds_together!(Country, 250, [] as [&str; 0]);
        holds_together!(Region, 30, [] as [&str; 0]);
        holds_together!(Language, 810, ["ga", "ga"]);
        holds_together!(Occupation, 10 + 43 + 130 + 436, [] as [&str; 0]);
        holds_together!(Sector, 131, [] as [&str; 0]);
        holds_together!(Goal, 17, [] as [&str; 0]);
    }

    #[test]
    fn every_alias_leads_somewhere() {
        fn check<T>(file: &'static str, parse: impl Fn(&str) -> Option<T>) {
            let mut keys = HashSet::new();
            for [text, codes] in lines(file) {
                assert!(!text.is_empty() && keys.insert(find::key(&find::plain(text))), "{text:?} is there already");
                for code in codes.split(' ') {
                    assert!(parse(code).is_some(), "{text:?} is to be {code:?}");
                }
            }
        }
        check(country::ALIASES, Country::parse_code);
        check(region::ALIASES, Region::parse_code);
        check(language::ALIASES, Language::parse_code);
        check(occupation::ALIASES, Occupation::parse_code);
        check(sector::ALIASES, Sector::parse_code);
    }

    #[test]
    fn an_unknown_code_is_named_in_the_error() {
        let error = serde_json::from_str::<Country>("\"ZZ\"").unwrap_err().to_string();
        assert!(error.contains("\"ZZ\" is not the code of a country"), "{error}");
    }
}
