//! Length of the mission against the most that the placement wants.

use super::{Because, Seen, Share, WHOLE};

/// The share of the placement's longest mission; nothing to compare where it sets none.
pub(super) fn share(seen: &Seen<'_>) -> Option<Share> {
    let most = seen.case.terms.placement.weeks_most?;
    let weeks = u16::try_from(seen.case.days.weeks()).unwrap_or(u16::MAX);
    let share = WHOLE * u32::from(weeks.min(most)) / u32::from(most.max(1));
    Some(Share(share, Because::Duration { weeks, most }))
}

#[cfg(test)]
mod tests {
    use crate::matching::examples::{nurse, points_of, ward};
    use crate::matching::fit::Criterion;

    #[test]
    fn longer_is_better_up_to_the_most_wanted() {
        let mut ana = nurse();
        assert_eq!(points_of(&ward(), &ana, Criterion::Duration), (5, "52 of at most 52 weeks".to_owned()));
        ana.volunteer.weeks_most = Some(30);
        assert_eq!(points_of(&ward(), &ana, Criterion::Duration), (3, "30 of at most 52 weeks".to_owned()));
    }
}
