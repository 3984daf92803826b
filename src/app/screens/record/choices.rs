//! The long lists that fields choose from, sorted for the reader; made once a language.

use crate::domain::reference::{Country, Language, Occupation, Region, Sector, Tongue};
use crate::domain::text::fold;
use std::sync::OnceLock;

/// The reference tables as fields and filters show them, in one language.
#[derive(Debug)]
pub struct Choices {
    /// Countries by name.
    pub countries: Vec<(Country, &'static str)>,
    /// Areas of the world by name.
    pub regions: Vec<(Region, &'static str)>,
    /// Languages by name.
    pub languages: Vec<(Language, &'static str)>,
    /// Occupations and their groups by code, the code before the title.
    pub occupations: Vec<(Occupation, String)>,
    /// Sectors by name.
    pub sectors: Vec<(Sector, &'static str)>,
}

impl Choices {
    /// The lists in a language.
    pub fn of(tongue: Tongue) -> &'static Self {
        static ENGLISH: OnceLock<Choices> = OnceLock::new();
        static FRENCH: OnceLock<Choices> = OnceLock::new();
        match tongue {
            Tongue::English => ENGLISH.get_or_init(|| Self::new(tongue)),
            Tongue::French => FRENCH.get_or_init(|| Self::new(tongue)),
        }
    }

    fn new(tongue: Tongue) -> Self {
        let occupation = |value: Occupation| (value, format!("{} {}", value.code(), value.name(tongue)));
        Self {
            countries: by_name(Country::all().map(|value| (value, value.name(tongue)))),
            regions: by_name(Region::all().map(|value| (value, value.name(tongue)))),
            languages: by_name(Language::all().map(|value| (value, value.name(tongue)))),
            occupations: Occupation::all().map(occupation).collect(),
            sectors: by_name(Sector::all().map(|value| (value, value.name(tongue)))),
        }
    }
}

fn by_name<K>(values: impl Iterator<Item = (K, &'static str)>) -> Vec<(K, &'static str)> {
    let mut values: Vec<(K, &'static str)> = values.collect();
    values.sort_by_cached_key(|(_, name)| fold(name));
    values
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn accents_do_not_send_a_country_to_the_end() {
        let names: Vec<&str> = Choices::of(Tongue::French).countries.iter().map(|(_, name)| *name).collect();
        let place = |wanted: &str| names.iter().position(|name| *name == wanted).unwrap();
        assert!(place("Égypte") < place("Espagne") && place("Espagne") < place("Fidji"));
    }
}
