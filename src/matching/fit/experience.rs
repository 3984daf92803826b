//! Missions or life in the country, or in its region.

use super::{Because, Seen, Share, WHOLE};
use crate::domain::mission::Stage;
use chrono::Datelike as _;

/// A citizen who lives elsewhere.
const CITIZEN: u32 = 800;
/// A mission in, or life in, another country of the region.
const REGION: u32 = 500;

/// The nearest of what is known; nothing to compare where the placement names no country.
pub(super) fn share(seen: &Seen<'_>) -> Option<Share> {
    let country = seen.case.terms.placement.country?;
    let volunteer = seen.case.volunteer();
    let today = seen.case.terms.today;
    let served = || {
        seen.case
            .person
            .missions
            .iter()
            .filter(|m| matches!(m.stage, Stage::Serving | Stage::Completed | Stage::EndedEarly) && m.first <= today)
            .filter_map(|mission| Some((*seen.countries.get(&mission.placement)?, mission.first.year())))
    };
    if let Some(year) = served().filter(|(there, _)| *there == country).map(|(_, year)| year).max() {
        return Some(Share(WHOLE, Because::ServedIn { country, year }));
    }
    if volunteer.residence == Some(country) {
        return Some(Share(WHOLE, Because::LivesIn { country }));
    }
    if volunteer.nationalities.contains(&country) {
        return Some(Share(CITIZEN, Because::CitizenOf { country }));
    }
    let region = country.sub_region();
    let near = |other: &crate::domain::reference::Country| region.is_some() && other.sub_region() == region;
    if let Some((country, year)) = served().filter(|(there, _)| near(there)).max_by_key(|(there, year)| (*year, *there))
    {
        return Some(Share(REGION, Because::ServedIn { country, year }));
    }
    if let Some(country) = volunteer.residence.filter(near) {
        return Some(Share(REGION, Because::LivesIn { country }));
    }
    Some(Share(0, Because::NoExperience { country }))
}

#[cfg(test)]
mod tests {
    use crate::domain::ById;
    use crate::domain::mission::Stage;
    use crate::matching::examples::{country, mission, nurse, points_with, ward};
    use crate::matching::fit::Criterion;

    #[test]
    fn the_country_counts_more_than_its_region() {
        let (placement, mut ana) = (ward(), nurse());
        ana.missions = vec![mission("M-0001", "2019-02-01", 40, Stage::Completed)];
        let mut countries = ById::default();
        let points = |ana: &_, countries: &_| points_with(&placement, ana, Criterion::Experience, countries);
        assert_eq!(points(&ana, &countries), (0, "no experience in Kenya or near it is known".to_owned()));
        countries.insert(ana.missions[0].placement, country("UG"));
        assert_eq!(points(&ana, &countries), (5, "served in Uganda in 2019".to_owned()));
        countries.insert(ana.missions[0].placement, country("KE"));
        assert_eq!(points(&ana, &countries), (10, "served in Kenya in 2019".to_owned()));
        ana.missions[0].stage = Stage::Cancelled;
        ana.volunteer.nationalities.push(country("KE"));
        assert_eq!(points(&ana, &countries), (8, "is a citizen of Kenya".to_owned()));
        ana.volunteer.residence = Some(country("KE"));
        assert_eq!(points(&ana, &countries), (10, "lives in Kenya".to_owned()));
    }
}
