//! Nearness of the start to the first day that the placement wants.

use super::{Because, Seen, Share, WHOLE};

/// So many days after the first day possible the start gives no points.
const NOTHING_AFTER_DAYS: i64 = 90;

/// All points on the placement's first day, or today where that is past or not set.
pub(super) fn share(seen: &Seen<'_>) -> Share {
    let terms = seen.case.terms;
    let wanted = terms.placement.start_from.unwrap_or(terms.today).max(terms.today);
    let days = (seen.case.days.first - wanted).num_days().max(0);
    let lost = WHOLE * days.min(NOTHING_AFTER_DAYS) as u32 / NOTHING_AFTER_DAYS as u32;
    Share(WHOLE - lost, Because::Start { days })
}

#[cfg(test)]
mod tests {
    use crate::matching::examples::{day, nurse, points_of, ward};
    use crate::matching::fit::Criterion;

    #[test]
    fn each_day_later_costs() {
        let mut ana = nurse();
        assert_eq!(points_of(&ward(), &ana, Criterion::Start), (5, "starts on the first day wanted".to_owned()));
        ana.volunteer.available_from = Some(day("2027-02-24"));
        assert_eq!(
            points_of(&ward(), &ana, Criterion::Start),
            (3, "starts 45 days after the first day wanted".to_owned())
        );
    }
}
