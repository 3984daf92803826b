//! Sectors by the purpose codes of the OECD-DAC Creditor Reporting System (CRS), those that volunteers work in.

use std::sync::LazyLock;

use super::{Index, Row, Table, add_aliases, coded};

pub(super) const ALIASES: &str = include_str!("../../../assets/reference/sector_aliases.tsv");

static TABLE: LazyLock<Table<More>> = LazyLock::new(|| {
    Table::read(include_str!("../../../assets/reference/sectors.tsv"), |[code, lies_in, english, french]| Row {
        code,
        english,
        french,
        more: More { lies_in },
    })
});

/// The group above each, looked up once: matching asks for every pair.
static PARENTS: LazyLock<Vec<Option<Sector>>> =
    LazyLock::new(|| Sector::all().map(|sector| Sector::parse_code(sector.row().more.lies_in)).collect());

static INDEX: LazyLock<Index<Sector>> = LazyLock::new(|| {
    let mut index = Index::new();
    for sector in Sector::all() {
        let row = sector.row();
        for text in [row.code, row.english, row.french] {
            index.add(text, sector);
        }
    }
    add_aliases(&mut index, ALIASES, Sector::parse_code);
    index
});

struct More {
    lies_in: &'static str,
}

/// A sector: a purpose code of five digits ("12230" basic health infrastructure) or a group of them of three ("122").
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sector(u8);

coded!(Sector, u8, "a sector");

impl Sector {
    /// Whether this is a group of purpose codes, of three digits.
    pub fn is_group(self) -> bool {
        self.code().len() == 3
    }

    /// The group one step above: "12230" is in "122", "122" in "120" (health).
    pub fn parent(self) -> Option<Sector> {
        PARENTS[usize::from(self.0)]
    }

    /// The widest group that it is in: "12230" is in "120" (health).
    pub fn main_group(self) -> Sector {
        std::iter::successors(Some(self), |sector| sector.parent()).last().unwrap_or(self)
    }

    /// Whether this is `group` or in it.
    pub fn within(self, group: Sector) -> bool {
        std::iter::successors(Some(self), |sector| sector.parent()).any(|sector| sector == group)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::domain::reference::Found;

    fn sector(code: &str) -> Sector {
        Sector::parse_code(code).unwrap()
    }

    #[test]
    fn every_purpose_code_is_in_a_group() {
        for sector in Sector::all() {
            match sector.parent() {
                Some(parent) => assert!(parent.is_group(), "{sector}"),
                None => assert!(sector.is_group(), "{sector}"),
            }
        }
        assert!(sector("12230").within(sector("120")));
        assert!(!sector("12230").within(sector("110")));
    }

    #[test]
    fn words_of_real_tables_are_found() {
        for (text, code) in [
            ("Education", "110"),
            ("Éducation", "110"),
            ("Health", "120"),
            ("Agriculture", "311"),
            ("Environment", "410"),
            ("Youth in Development", "16015"),
            ("WASH", "140"),
        ] {
            assert_eq!(Sector::find(text), Found::One(sector(code)), "{text}");
        }
        for text in ["Community Economic Development", "Business Advising / Community Economic Development"] {
            assert!(matches!(Sector::find(text), Found::Several(_)), "{text}");
        }
    }

    #[test]
    fn agrees_with_the_shared_table() {
        let Ok(shared) = std::fs::read_to_string("../shared/reference/iati_Sector.tsv") else {
            return eprintln!("skipped: there are no shared tables here");
        };
        let active: Vec<_> =
            shared.lines().filter_map(|line| line.strip_prefix("active\t")?.split('\t').next()).collect();
        let gone: Vec<_> = Sector::all().filter(|s| !s.is_group() && !active.contains(&s.code())).collect();
        assert!(gone.is_empty(), "withdrawn or unknown: {gone:?}");
    }
}
