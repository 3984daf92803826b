//! Under which category a volunteer serves in a placement.

use super::milestones::Setting;
use super::placement::Placement;
use super::reference::Country;
use super::volunteer::{Category, Volunteer};

/// Whether the person lives in the country or is a citizen of it; nothing where the data do not tell.
pub fn belongs_to(volunteer: &Volunteer, country: Country) -> Option<bool> {
    if volunteer.residence == Some(country) || volunteer.nationalities.contains(&country) {
        return Some(true);
    }
    (volunteer.residence.is_some() && !volunteer.nationalities.is_empty()).then_some(false)
}

/// The category under which a volunteer serves, as far as the records tell: of those that both sides name, *national*
/// for who serves in a country of their own, else the first that is not *national*.
pub fn serves_as(volunteer: &Volunteer, placement: &Placement) -> Option<Category> {
    let at_home = at_home(volunteer, placement);
    let named = |names: &[Category], category| names.is_empty() || names.contains(&category);
    let both = |category: &Category| named(&placement.categories, *category) && named(&volunteer.categories, *category);
    if placement.categories.is_empty() && volunteer.categories.is_empty() {
        return at_home.then_some(Category::National);
    }
    let mut found = Category::ALL.iter().copied().filter(both);
    match at_home {
        true => found.by_ref().find(|category| *category == Category::National).or_else(|| {
            Category::ALL.iter().copied().filter(both).find(|category| *category != Category::International)
        }),
        false => found.find(|category| *category != Category::National),
    }
}

/// What of a volunteer and a placement decides which milestones a mission has.
pub fn setting(volunteer: &Volunteer, placement: &Placement) -> Setting {
    Setting {
        category: serves_as(volunteer, placement),
        country: placement.country,
        at_home: at_home(volunteer, placement),
    }
}

fn at_home(volunteer: &Volunteer, placement: &Placement) -> bool {
    placement.country.is_some_and(|country| belongs_to(volunteer, country) == Some(true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_serves_at_home_is_national_where_both_sides_say_so() {
        let kenya = Country::parse_code("KE");
        let person = |categories: &[Category], residence: &str| Volunteer {
            categories: categories.to_vec(),
            residence: Country::parse_code(residence),
            nationalities: Country::parse_code(residence).into_iter().collect(),
            ..Volunteer::default()
        };
        let post = |categories: &[Category]| Placement {
            categories: categories.to_vec(),
            country: kenya,
            ..Placement::default()
        };
        use Category::{Diaspora, International, National, Youth};
        let both = [International, National];
        for (has, home, accepted, as_what) in [
            (&both[..], "KE", &both[..], Some(National)),
            (&both, "FR", &both, Some(International)),
            (&[Youth, National], "KE", &[Youth, International], Some(Youth)),
            (&[Diaspora], "FR", &[Diaspora, National], Some(Diaspora)),
            (&[National], "FR", &[International], None),
            (&[], "KE", &[], Some(National)),
            (&[], "FR", &[], None),
        ] {
            assert_eq!(serves_as(&person(has, home), &post(accepted)), as_what, "{has:?} {home} {accepted:?}");
        }
        assert!(setting(&person(&[], "KE"), &post(&[])).at_home);
    }
}
