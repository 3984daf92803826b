//! Handover: who comes after whom in the same place of a placement, and how many days lie between.

use super::Id;
use super::mission::Mission;
use super::span::Span;
use chrono::NaiveDate;

/// One mission after another in the same place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handover {
    /// The mission that ends.
    pub from: Id,
    /// The mission that follows it.
    pub to: Id,
    /// Days between the last day of the one and the first day of the other in which nobody is there; negative for days
    /// on which both are.
    pub gap: i64,
}

impl Handover {
    /// The days without anybody, or with both; nothing where one follows the other on the next day.
    pub fn days(&self, ends: NaiveDate, begins: NaiveDate) -> Option<Span> {
        match self.gap {
            0 => None,
            gap if gap > 0 => Span::new(ends.succ_opt()?, begins.pred_opt()?),
            _ => Span::new(begins, ends),
        }
    }
}

/// Longest overlap that still is a handover, in days; with more, two people share the work.
const OVERLAP_MOST: i64 = 42;

/// The handovers of a placement. Of its missions those count that are or will be served. Each follows the one that ended
/// last before it, or ends at most six weeks after it begins, and that nobody follows yet; so that two places have two
/// lines of people.
pub fn handovers<'a>(missions: impl IntoIterator<Item = &'a Mission>) -> Vec<Handover> {
    let counts = |mission: &&Mission| mission.stage.is_firm() || mission.stage.is_tentative();
    let mut missions: Vec<&Mission> = missions.into_iter().filter(counts).collect();
    missions.sort_by_key(|mission| (mission.first, mission.last, mission.id));
    let mut waiting: Vec<&Mission> = Vec::new();
    let mut found = Vec::new();
    for mission in missions {
        let gap = |before: &&Mission| (mission.first - before.last).num_days() - 1;
        let near = waiting.iter().enumerate().filter(|(_, before)| gap(before) >= -OVERLAP_MOST);
        let near = near.min_by_key(|(_, before)| (gap(before).abs(), before.id)).map(|(place, _)| place);
        if let Some(place) = near {
            let before = waiting.swap_remove(place);
            found.push(Handover { from: before.id, to: mission.id, gap: gap(&before) });
        }
        waiting.push(mission);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::mission::Stage;

    fn mission(first: &str, last: &str) -> Mission {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap_or_default();
        Mission::proposed(Id::random(), Id::random(), Span { first: day(first), last: day(last) })
    }

    #[test]
    fn each_follows_the_one_nearest_before_it() {
        let (ana, ben) = (mission("2027-01-01", "2027-06-30"), mission("2027-02-01", "2027-07-31"));
        let (cem, dina) = (mission("2027-07-11", "2027-12-31"), mission("2027-07-25", "2027-12-31"));
        let off = Mission { stage: Stage::Cancelled, ..mission("2027-07-01", "2027-12-31") };
        let all = [dina.clone(), off, cem.clone(), ben.clone(), ana.clone()];
        let found = handovers(&all);
        let expected =
            [Handover { from: ana.id, to: cem.id, gap: 10 }, Handover { from: ben.id, to: dina.id, gap: -7 }];
        assert_eq!(found, expected);
        assert_eq!(found[0].days(ana.last, cem.first).map(Span::days), Some(10));
        assert_eq!(found[1].days(ben.last, dina.first).map(Span::days), Some(7));
        assert_eq!(handovers([&ana, &mission("2027-03-01", "2027-12-31")]), [], "they serve side by side");
    }
}
