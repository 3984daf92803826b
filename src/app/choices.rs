//! Lists of codes with their names, sorted by name, for fields and filters: made once for each language.

use super::texts::Texts;
use crate::domain::reference::{Country, Language, Occupation, Sector, Tongue};
use crate::domain::text::fold;
use std::sync::OnceLock;

/// Values and their names.
pub type Choices<K> = &'static [(K, &'static str)];

type Once<K> = OnceLock<Vec<(K, &'static str)>>;

fn place(tongue: Tongue) -> usize {
    match tongue {
        Tongue::English => 0,
        Tongue::French => 1,
    }
}

fn sorted<K>(mut choices: Vec<(K, &'static str)>) -> Vec<(K, &'static str)> {
    choices.sort_by_cached_key(|(_, name)| fold(name));
    choices
}

/// All countries.
pub fn countries(texts: &Texts) -> Choices<Country> {
    static LISTS: [Once<Country>; 2] = [const { OnceLock::new() }; 2];
    let tongue = texts.tongue();
    LISTS[place(tongue)].get_or_init(|| sorted(Country::all().map(|country| (country, country.name(tongue))).collect()))
}

/// All languages.
pub fn languages(texts: &Texts) -> Choices<Language> {
    static LISTS: [Once<Language>; 2] = [const { OnceLock::new() }; 2];
    let tongue = texts.tongue();
    LISTS[place(tongue)]
        .get_or_init(|| sorted(Language::all().map(|language| (language, language.name(tongue))).collect()))
}

/// All occupations and groups of occupations.
pub fn occupations(texts: &Texts) -> Choices<Occupation> {
    static LISTS: [Once<Occupation>; 2] = [const { OnceLock::new() }; 2];
    let tongue = texts.tongue();
    LISTS[place(tongue)]
        .get_or_init(|| sorted(Occupation::all().map(|occupation| (occupation, occupation.name(tongue))).collect()))
}

/// All sectors and groups of sectors.
pub fn sectors(texts: &Texts) -> Choices<Sector> {
    static LISTS: [Once<Sector>; 2] = [const { OnceLock::new() }; 2];
    let tongue = texts.tongue();
    LISTS[place(tongue)].get_or_init(|| sorted(Sector::all().map(|sector| (sector, sector.name(tongue))).collect()))
}
