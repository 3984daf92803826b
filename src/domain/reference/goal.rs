//! The sustainable development goals of the United Nations, and which of them a sector serves first.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Index, Row, Sector, Table, coded, lines};

static TABLE: LazyLock<Table<More>> = LazyLock::new(|| {
    Table::read(include_str!("../../../assets/reference/goals.tsv"), |[code, english, french]| Row {
        code,
        english,
        french,
        more: More,
    })
});

static INDEX: LazyLock<Index<Goal>> = LazyLock::new(|| {
    let mut index = Index::new();
    for goal in Goal::all() {
        let row = goal.row();
        for text in [row.code, row.english, row.french] {
            index.add(text, goal);
        }
    }
    index
});

struct More;

/// A sustainable development goal: "03", good health and well-being.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Goal(u8);

coded!(Goal, u8, "a sustainable development goal");

impl Goal {
    /// Its number, 1 to 17.
    pub fn number(self) -> u8 {
        self.0 + 1
    }
}

/// The goal of each sector or group that has one of its own.
static SERVES: LazyLock<HashMap<Sector, Goal>> = LazyLock::new(|| {
    let pairs = lines(include_str!("../../../assets/reference/sector_goals.tsv"));
    pairs.filter_map(|[sector, goal]| Some((Sector::parse_code(sector)?, Goal::parse_code(goal)?))).collect()
});

impl Sector {
    /// The goal that it serves first, by this program's own reading (`assets/reference/sector_goals.tsv`): its own, or
    /// that of the nearest group that it is in; nothing for work across sectors.
    pub fn goal(self) -> Option<Goal> {
        std::iter::successors(Some(self), |sector| sector.parent()).find_map(|sector| SERVES.get(&sector).copied())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn sectors_lead_to_the_goal_of_the_nearest_group() {
        for (sector, goal) in [("12230", 3), ("112", 4), ("14030", 6), ("15180", 5), ("15110", 16), ("31220", 15)] {
            assert_eq!(Sector::parse_code(sector).unwrap().goal().map(Goal::number), Some(goal), "{sector}");
        }
        let without: Vec<_> = Sector::all().filter(|sector| sector.goal().is_none()).map(Sector::code).collect();
        assert_eq!(without, ["430", "43010"], "work across sectors");
        let named = lines::<2>(include_str!("../../../assets/reference/sector_goals.tsv")).count();
        assert_eq!(SERVES.len(), named, "every line is known, none twice");
    }
}
