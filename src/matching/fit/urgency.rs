//! How soon the place must be filled: its priority, and how near its last day to start is.

use super::{Because, Seen, Share, WHOLE};
use crate::domain::placement::{Placement, Priority};
use chrono::NaiveDate;

/// From so many days before the last day to start a place becomes more urgent.
const NEAR_DAYS: i64 = 90;

/// Half by the priority, half by the nearness of the last day to start.
pub(super) fn share(seen: &Seen<'_>) -> Share {
    let (placement, today) = (&seen.case.terms.placement, seen.case.terms.today);
    let days = days_left(placement, today);
    let by_priority = WHOLE / 2 * (2 - placement.priority as u32);
    let by_days = days.map_or(0, |days| WHOLE * (NEAR_DAYS - days).max(0) as u32 / NEAR_DAYS as u32);
    Share((by_priority + by_days) / 2, Because::Urgency { priority: placement.priority, days })
}

/// How urgent a place is before all fit, 1 to 6, the most urgent highest: first by its priority, then whether its last
/// day to start is near.
pub fn tier(placement: &Placement, today: NaiveDate) -> u8 {
    let near = days_left(placement, today).is_some_and(|days| days <= NEAR_DAYS);
    let priority = match placement.priority {
        Priority::Urgent => 5,
        Priority::Normal => 3,
        Priority::Low => 1,
    };
    priority + u8::from(near)
}

fn days_left(placement: &Placement, today: NaiveDate) -> Option<i64> {
    placement.start_until.map(|day| (day - today).num_days()).filter(|days| *days >= 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::examples::{day, nurse, points_of, today, ward};
    use crate::matching::fit::Criterion;

    #[test]
    fn priority_and_a_near_start_make_a_place_urgent() {
        let mut placement = ward();
        let sentence = |text: &str| text.to_owned();
        let points = |placement: &_| points_of(placement, &nurse(), Criterion::Urgency);
        assert_eq!(points(&placement), (1, sentence("priority normal, to start within 106 days")));
        placement.placement.priority = Priority::Urgent;
        placement.placement.start_until = Some(day("2026-12-24"));
        assert_eq!(points(&placement), (4, sentence("priority urgent, to start within 30 days")));
        placement.placement.start_until = None;
        assert_eq!(points(&placement), (3, sentence("priority urgent")));
    }

    #[test]
    fn priority_comes_before_a_near_start() {
        let tier = |priority, start_until| {
            let start_until = Some(day(start_until));
            super::tier(&Placement { priority, start_until, ..ward().placement }, today())
        };
        let (near, far) = ("2026-12-24", "2027-12-24");
        let order = [
            tier(Priority::Urgent, near),
            tier(Priority::Urgent, far),
            tier(Priority::Normal, near),
            tier(Priority::Normal, far),
            tier(Priority::Low, near),
            tier(Priority::Low, far),
        ];
        assert_eq!(order, [6, 5, 4, 3, 2, 1]);
    }
}
