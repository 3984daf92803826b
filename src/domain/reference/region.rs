//! Areas of the world by UN M49: the world, continents, and their parts.

use std::sync::LazyLock;

use super::{Index, Row, Table, add_aliases, coded};

pub(super) const ALIASES: &str = include_str!("../../../assets/reference/region_aliases.tsv");

static TABLE: LazyLock<Table<More>> =
    LazyLock::new(|| {
        Table::read(include_str!("../../../assets/reference/regions.tsv"), |[code, lies_in, english, french, also]| {
            Row { code, english, french, more: More { lies_in, also } }
        })
    });

/// The area above each, looked up once: matching asks for every pair.
static PARENTS: LazyLock<Vec<Option<Region>>> =
    LazyLock::new(|| Region::all().map(|region| Region::parse_code(region.row().more.lies_in)).collect());

static INDEX: LazyLock<Index<Region>> = LazyLock::new(|| {
    let mut index = Index::new();
    for region in Region::all() {
        let row = region.row();
        for text in [row.code, row.english, row.french].into_iter().chain(row.more.also.split('|')) {
            index.add(text, region);
        }
    }
    add_aliases(&mut index, ALIASES, Region::parse_code);
    index
});

struct More {
    lies_in: &'static str,
    also: &'static str,
}

/// An area of UN M49; its code has three digits ("011" is Western Africa).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region(u8);

coded!(Region, u8, "an area of M49");

impl Region {
    /// The area one step above; nothing above the world.
    pub fn parent(self) -> Option<Region> {
        PARENTS[usize::from(self.0)]
    }

    /// Whether this is `area` or lies in it.
    pub fn within(self, area: Region) -> bool {
        std::iter::successors(Some(self), |region| region.parent()).any(|region| region == area)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::domain::reference::Found;

    #[test]
    fn every_area_lies_in_the_world() {
        let world = Region::parse_code("001").unwrap();
        assert!(Region::all().all(|region| region.within(world)));
        let western_africa = Region::parse_code("011").unwrap();
        let above: Vec<_> = std::iter::successors(Some(western_africa), |r| r.parent()).map(Region::code).collect();
        assert_eq!(above, ["011", "202", "002", "001"]);
    }

    #[test]
    fn names_as_people_say_them_are_found() {
        for (text, code) in [("West Africa", "011"), ("afrique de l'ouest", "011"), ("LATIN AMERICA", "419")] {
            assert_eq!(Region::find(text), Found::One(Region::parse_code(code).unwrap()), "{text}");
        }
    }
}
