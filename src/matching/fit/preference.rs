//! What the person wishes for: countries, regions, sectors, the dearest first.

use super::{Because, Seen, Share, WHOLE};

/// Where a person wishes for nothing, any place is as good as another.
const NO_WISH: u32 = 500;
/// What each further place on the list of wishes takes off, and what a late wish is still worth.
const LATER: u32 = 150;
const LATE: u32 = 400;
/// A wish for a region is worth less than one for the very country.
const REGION: u32 = 700;

/// Place counts twice as much as sector; a side of which the placement names nothing does not count.
pub(super) fn share(seen: &Seen<'_>) -> Option<Share> {
    let (placement, volunteer) = (&seen.case.terms.placement, seen.case.volunteer());
    let wishes_place = !volunteer.preferred_countries.is_empty() || !volunteer.preferred_regions.is_empty();
    let wishes_sector = !volunteer.preferred_sectors.is_empty();
    let rank_of_country =
        placement.country.and_then(|country| position(&volunteer.preferred_countries, |wish| *wish == country));
    let area = placement.country.and_then(|country| country.sub_region());
    let rank_of_region = area.and_then(|area| position(&volunteer.preferred_regions, |wish| area.within(*wish)));
    let rank_of_sector =
        placement.sector.and_then(|sector| position(&volunteer.preferred_sectors, |wish| sector.within(*wish)));
    let place = placement.country.map(|_| match (rank_of_country, rank_of_region) {
        (Some(rank), _) => wish(rank),
        (None, Some(rank)) => wish(rank) * REGION / WHOLE,
        (None, None) if wishes_place => 0,
        (None, None) => NO_WISH,
    });
    let sector = placement.sector.map(|_| match rank_of_sector {
        Some(rank) => wish(rank),
        None if wishes_sector => 0,
        None => NO_WISH,
    });
    let share = match (place, sector) {
        (Some(place), Some(sector)) => (2 * place + sector) / 3,
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => return None,
    };
    let because = if wishes_place || wishes_sector {
        Because::Wishes { country: rank_of_country, region: rank_of_region, sector: rank_of_sector }
    } else {
        Because::NoWish
    };
    Some(Share(share, because))
}

/// The place on the list, 1 for the dearest.
fn position<T>(wishes: &[T], is_it: impl Fn(&T) -> bool) -> Option<u8> {
    u8::try_from(wishes.iter().position(is_it)? + 1).ok()
}

fn wish(rank: u8) -> u32 {
    WHOLE.saturating_sub(LATER * u32::from(rank.saturating_sub(1))).max(LATE)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use crate::matching::examples::{country, nurse, points_of, ward};
    use crate::matching::fit::Criterion;

    #[test]
    fn the_dearest_wish_gives_most() {
        let (mut placement, mut ana) = (ward(), nurse());
        let points = |placement: &_, ana: &_| points_of(placement, ana, Criterion::Preference);
        assert_eq!(points(&placement, &ana), (5, "no wishes are known".to_owned()));
        ana.volunteer.preferred_countries = vec![country("KE")];
        assert_eq!(points(&placement, &ana), (10, "the country is the first wish".to_owned()));
        ana.volunteer.preferred_countries = vec![country("NP"), country("PE"), country("KE")];
        assert_eq!(points(&placement, &ana), (7, "the country is wish 3".to_owned()));
        ana.volunteer.preferred_countries.truncate(2);
        assert_eq!(points(&placement, &ana), (0, "wishes for something else".to_owned()));
        ana.volunteer.preferred_regions = vec!["014".parse().unwrap()];
        assert_eq!(points(&placement, &ana), (7, "the region is the first wish".to_owned()));
        placement.placement.sector = "12230".parse().ok();
        ana.volunteer.preferred_sectors = vec!["110".parse().unwrap(), "120".parse().unwrap()];
        let sentence = "the region is the first wish, the sector is wish 2".to_owned();
        assert_eq!(points(&placement, &ana), (8, sentence));
    }
}
