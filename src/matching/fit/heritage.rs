//! Heritage in the country of service.

use super::{Because, Seen, Share, WHOLE};

/// All points or none; nothing to compare where the placement names no country.
pub(super) fn share(seen: &Seen<'_>) -> Option<Share> {
    let country = seen.case.terms.placement.country?;
    let has = seen.case.volunteer().heritage.contains(&country);
    Some(Share(if has { WHOLE } else { 0 }, Because::Heritage { country, has }))
}

#[cfg(test)]
mod tests {
    use crate::matching::examples::{country, nurse, points_of, ward};
    use crate::matching::fit::Criterion;

    #[test]
    fn heritage_in_the_country_gives_all_points() {
        let mut ana = nurse();
        let sentence = "no heritage in Kenya is known".to_owned();
        assert_eq!(points_of(&ward(), &ana, Criterion::Heritage), (0, sentence));
        ana.volunteer.heritage = vec![country("KE")];
        assert_eq!(points_of(&ward(), &ana, Criterion::Heritage), (5, "has heritage in Kenya".to_owned()));
    }
}
