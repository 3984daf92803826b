//! The long lists that fields choose from, sorted for the reader; made once a language.

use crate::app::widgets::Offer;
use crate::domain::reference::{Country, Language, Occupation, Region, Sector, Tongue};
use crate::domain::text::fold;
use std::sync::OnceLock;

/// The reference tables as fields and filters show them, in one language.
#[derive(Debug)]
pub struct Choices {
    /// Countries by name.
    pub countries: Table<Country>,
    /// Areas of the world by name.
    pub regions: Table<Region>,
    /// Languages by name.
    pub languages: Table<Language>,
    /// Occupations and their groups by code, the code before the title.
    pub occupations: Table<Occupation, String>,
    /// Sectors by name.
    pub sectors: Table<Sector>,
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
        let occupations = Occupation::all().map(occupation).collect();
        Self {
            countries: by_name(Country::all().map(|value| (value, value.name(tongue))), Country::suggest),
            regions: by_name(Region::all().map(|value| (value, value.name(tongue))), Region::suggest),
            languages: by_name(Language::all().map(|value| (value, value.name(tongue))), Language::suggest),
            occupations: Table { rows: occupations, suggest: Occupation::suggest },
            sectors: by_name(Sector::all().map(|value| (value, value.name(tongue))), Sector::suggest),
        }
    }
}

/// A reference table to choose from: found by names, by what people call it otherwise, and with a slip of the keyboard.
#[derive(Debug)]
pub struct Table<K, L = &'static str> {
    rows: Vec<(K, L)>,
    suggest: fn(&str, usize) -> Vec<K>,
}

impl<K: PartialEq + Clone, L: AsRef<str>> Offer for Table<K, L> {
    type Key = K;

    fn count(&self) -> usize {
        self.rows.len()
    }

    fn key(&self, place: usize) -> &K {
        self.rows.key(place)
    }

    fn name(&self, place: usize) -> &str {
        self.rows.name(place)
    }

    fn meant(&self, typed: &str) -> Vec<K> {
        const MOST: usize = 12;
        (self.suggest)(typed, MOST)
    }
}

fn by_name<K>(rows: impl Iterator<Item = (K, &'static str)>, suggest: fn(&str, usize) -> Vec<K>) -> Table<K> {
    let mut rows: Vec<(K, &'static str)> = rows.collect();
    rows.sort_by_cached_key(|(_, name)| fold(name));
    Table { rows, suggest }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn accents_do_not_send_a_country_to_the_end() {
        let countries = &Choices::of(Tongue::French).countries;
        let place = |wanted: &str| (0..countries.count()).position(|place| countries.name(place) == wanted).unwrap();
        assert!(place("Égypte") < place("Espagne") && place("Espagne") < place("Fidji"));
    }
}
