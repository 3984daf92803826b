//! Occupations by ISCO-08, the classification of the International Labour Organization.

use std::sync::LazyLock;

use super::{Index, Row, Table, add_aliases, coded};

pub(super) const ALIASES: &str = include_str!("../../../assets/reference/occupation_aliases.tsv");

static TABLE: LazyLock<Table<More>> = LazyLock::new(|| {
    Table::read(include_str!("../../../assets/reference/occupations.tsv"), |[code, english, french]| Row {
        code,
        english,
        french,
        more: (),
    })
});

static INDEX: LazyLock<Index<Occupation>> = LazyLock::new(|| {
    let mut index = Index::new();
    for occupation in Occupation::all() {
        let row = occupation.row();
        // A group with one member has its title: the title means the member, which says more.
        let next = TABLE.rows.get(usize::from(occupation.0) + 1);
        let only_member = next.is_some_and(|next| next.code.starts_with(row.code) && next.english == row.english);
        index.add(row.code, occupation);
        if !only_member {
            index.add(row.english, occupation);
            index.add(row.french, occupation);
        }
    }
    add_aliases(&mut index, ALIASES, Occupation::parse_code);
    index
});

type More = ();

/// An occupation, or a group of occupations: one digit is a major group ("2" professionals), four digits a unit group
/// ("2221" nursing professionals).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Occupation(u16);

coded!(Occupation, u16, "an occupation");

impl Occupation {
    /// How many digits the code has, 1 to 4.
    pub fn digits(self) -> usize {
        self.code().len()
    }

    /// How many leading digits two occupations share, 0 to 4: the more, the nearer.
    pub fn shared_digits(self, other: Occupation) -> u8 {
        self.code().bytes().zip(other.code().bytes()).take_while(|(one, other)| one == other).count() as u8
    }

    /// The group of so many digits that this belongs to, or is; nothing when it has fewer.
    pub fn group(self, digits: usize) -> Option<Occupation> {
        Occupation::parse_code(self.code().get(..digits)?)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::domain::reference::Found;

    fn occupation(code: &str) -> Occupation {
        Occupation::parse_code(code).unwrap()
    }

    #[test]
    fn all_groups_are_there() {
        let count = |digits| Occupation::all().filter(|occupation| occupation.digits() == digits).count();
        assert_eq!([1, 2, 3, 4].map(count), [10, 43, 130, 436]);
        for occupation in Occupation::all() {
            assert!((1..=occupation.digits()).all(|digits| occupation.group(digits).is_some()), "{occupation}");
        }
    }

    #[test]
    fn shared_digits_tell_how_near() {
        let nurse = occupation("2221");
        for (other, shared) in [("2221", 4), ("2222", 3), ("2212", 2), ("2330", 1), ("3221", 0), ("22", 2)] {
            assert_eq!(nurse.shared_digits(occupation(other)), shared, "{other}");
        }
        assert_eq!(nurse.group(2), Some(occupation("22")));
        assert_eq!(occupation("22").group(3), None);
    }

    #[test]
    fn what_people_write_is_found() {
        for (text, code) in [
            ("Nurse", "2221"),
            ("infirmière", "2221"),
            ("INFIRMIER", "2221"),
            ("Midwife", "2222"),
            ("sage-femme", "2222"),
            ("Accountant", "2411"),
            ("Comptable", "2411"),
            ("Civil engineer", "2142"),
            ("Pharmacists", "2262"),
            ("Vétérinaires", "2250"),
            ("Software developer", "2512"),
            ("नर्स", "2221"),
        ] {
            assert_eq!(Occupation::find(text), Found::One(occupation(code)), "{text}");
        }
        assert!(matches!(Occupation::find("Teacher"), Found::Several(_)));
        assert_eq!(Occupation::suggest("agronom", 1), [occupation("2132")]);
    }

    #[test]
    fn agrees_with_the_shared_table() {
        let Ok(shared) = std::fs::read_to_string("../shared/reference/isco08.tsv") else {
            return eprintln!("skipped: there are no shared tables here");
        };
        let plain = |text: &str| -> String {
            text.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect()
        };
        let mut different = Vec::new();
        for line in shared.lines().skip(1) {
            let columns: Vec<_> = line.split('\t').collect();
            let ours = occupation(columns[1]).row().english;
            if plain(ours) != plain(columns[2]) {
                different.push(format!("{}: {ours} / {}", columns[1], columns[2]));
            }
        }
        // Slips of the pen in the other table ("Shop Aalespersons") and "s" for "z".
        assert!(different.len() < 20, "{different:#?}");
    }
}
