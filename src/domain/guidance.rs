//! How alike two pieces of work are: so that whoever writes a placement, prepares a mission or ends one sees the few
//! practices and former missions that resemble it most, each with what makes it so.
//!
//! Points are whole numbers: what the work is (occupation, sector) weighs most, then where it is done, then the words.

use super::Id;
use super::overlap::category;
use super::reference::{Country, Occupation, Sector};
use super::text::fold;
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};

/// What a piece of work is about, where it is done and with whom.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Work {
    /// Sectors.
    pub sectors: Vec<Sector>,
    /// Occupations of those who do it.
    pub occupations: Vec<Occupation>,
    /// Countries.
    pub countries: Vec<Country>,
    /// Organisations.
    pub organisations: Vec<Id>,
    /// What is written about it.
    pub text: String,
}

/// What makes two pieces of work alike, the weightiest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "alike", rename_all = "kebab-case")]
pub enum Reason {
    /// Of the same occupation.
    SameOccupation {
        /// Which.
        occupation: Occupation,
    },
    /// Of occupations that share a group.
    NearOccupation {
        /// The group.
        group: Occupation,
    },
    /// In the same sector.
    SameSector {
        /// Which.
        sector: Sector,
    },
    /// In sectors of the same category.
    NearSector {
        /// The category.
        category: Sector,
    },
    /// At the same organisation.
    SamePartner,
    /// In the same country.
    SameCountry {
        /// Which.
        country: Country,
    },
    /// In the same part of the world.
    SameRegion {
        /// Which.
        region: super::reference::Region,
    },
    /// In much the same words.
    SameWords,
}

/// How alike two pieces of work are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Alike {
    /// Points, 0 to 115.
    pub points: u16,
    /// What makes them alike, the weightiest first.
    pub reasons: Vec<Reason>,
}

/// Most points that words alone can bring.
const WORDS_MOST: f64 = 30.0;
/// Words shorter than this are mostly small words.
const SHORT: usize = 4;

/// Many pieces of work, ready to be compared with one: rare words weigh more than common ones.
#[derive(Debug)]
pub struct Library<T> {
    entries: Vec<(T, Work, Words)>,
    seen_in: HashMap<String, u32>,
}

/// Words of a text, each once.
type Words = BTreeSet<String>;

fn words(text: &str) -> Words {
    let folded = fold(text);
    let all = folded.split(|letter: char| !letter.is_alphanumeric());
    // Endings are cut, so that "midwives" and "midwife", "formation" and "formations" meet.
    all.filter(|word| word.chars().count() >= SHORT).map(|word| word.chars().take(6).collect()).collect()
}

impl<T> Library<T> {
    /// A library of these pieces of work.
    pub fn new(works: impl IntoIterator<Item = (T, Work)>) -> Self {
        let mut seen_in: HashMap<String, u32> = HashMap::new();
        let entries = works.into_iter().map(|(key, work)| {
            let words = words(&work.text);
            for word in &words {
                *seen_in.entry(word.clone()).or_default() += 1;
            }
            (key, work, words)
        });
        Self { entries: entries.collect(), seen_in }
    }

    /// The `most` pieces of work that are most like this one, the most alike first; of those equally alike, the one that
    /// came first. What has nothing in common with it is left out.
    pub fn most_alike(&self, work: &Work, most: usize) -> Vec<(&T, Alike)> {
        let own = words(&work.text);
        let square = self.square(&own);
        let mut found: Vec<(&T, Alike)> = self
            .entries
            .iter()
            .map(|(key, other, others)| (key, compare(work, other, self.shared((&own, square), others))))
            .filter(|(_, alike)| alike.points >= LEAST)
            .collect();
        found.sort_by_key(|(_, alike)| std::cmp::Reverse(alike.points));
        found.truncate(most);
        found
    }

    /// How much a word weighs, squared: the rarer, the more.
    fn weight(&self, word: &String) -> f64 {
        let seen = f64::from(self.seen_in.get(word).copied().unwrap_or_default());
        ((1.0 + self.entries.len() as f64) / (1.0 + seen)).ln().powi(2)
    }

    fn square(&self, words: &Words) -> f64 {
        words.iter().map(|word| self.weight(word)).sum()
    }

    /// How much of two texts is the same, 0 to 1: the cosine of their words, each by its rarity.
    fn shared(&self, (own, square): (&Words, f64), others: &Words) -> f64 {
        let both: f64 = own.intersection(others).map(|word| self.weight(word)).sum();
        // Most have no word in common.
        if both > 0.0 { both / (square * self.square(others)).sqrt() } else { 0.0 }
    }
}

/// Less than this in common is chance.
const LEAST: u16 = 12;
/// What is worth fewer points is not told.
const TOLD: u16 = 5;

fn compare(one: &Work, other: &Work, shared_words: f64) -> Alike {
    let mut found: Vec<(u16, Reason)> = Vec::new();
    let pairs = one.occupations.iter().flat_map(|a| other.occupations.iter().map(move |b| (*a, *b)));
    let nearest = pairs.map(|(a, b)| (a.shared_digits(b), a)).max_by_key(|(digits, _)| *digits);
    match nearest {
        Some((4.., occupation)) => found.push((30, Reason::SameOccupation { occupation })),
        Some((digits @ 2..=3, occupation)) => {
            if let Some(group) = occupation.group(usize::from(digits)) {
                found.push((if digits == 3 { 18 } else { 10 }, Reason::NearOccupation { group }));
            }
        }
        _ => {}
    }
    let categories: Vec<Sector> = other.sectors.iter().copied().map(category).collect();
    if let Some(sector) = one.sectors.iter().find(|sector| other.sectors.contains(sector)) {
        found.push((22, Reason::SameSector { sector: *sector }));
    } else if let Some(category) = one.sectors.iter().copied().map(category).find(|of| categories.contains(of)) {
        found.push((11, Reason::NearSector { category }));
    }
    if one.organisations.iter().any(|organisation| other.organisations.contains(organisation)) {
        found.push((15, Reason::SamePartner));
    }
    let regions: Vec<_> = other.countries.iter().filter_map(|country| country.sub_region()).collect();
    if let Some(country) = one.countries.iter().find(|country| other.countries.contains(country)) {
        found.push((18, Reason::SameCountry { country: *country }));
    } else if let Some(region) =
        one.countries.iter().filter_map(|country| country.sub_region()).find(|region| regions.contains(region))
    {
        found.push((7, Reason::SameRegion { region }));
    }
    let by_words = (shared_words * WORDS_MOST).round() as u16;
    if by_words > 0 {
        found.push((by_words, Reason::SameWords));
    }
    found.sort_by_key(|(points, _)| std::cmp::Reverse(*points));
    let points = found.iter().map(|(points, _)| points).sum();
    // What is worth few points is not worth a word.
    let reasons = found.into_iter().filter(|(points, _)| *points >= TOLD);
    Alike { points, reasons: reasons.map(|(_, reason)| reason).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn work(occupation: &str, sector: &str, country: &str, text: &str) -> Work {
        Work {
            occupations: Occupation::parse_code(occupation).into_iter().collect(),
            sectors: Sector::parse_code(sector).into_iter().collect(),
            countries: Country::parse_code(country).into_iter().collect(),
            text: text.into(),
            ..Work::default()
        }
    }

    #[test]
    fn what_is_done_weighs_more_than_where() {
        let library = Library::new([
            ("roads", work("2142", "21020", "KE", "roads and drains")),
            ("midwives abroad", work("2222", "13020", "NP", "midwives drill resuscitation of newborns")),
            ("nurses near by", work("2221", "12220", "UG", "wards and handwashing")),
            ("midwives here", work("2222", "13020", "KE", "antenatal care in the villages")),
        ]);
        let wanted = work("2222", "13020", "KE", "resuscitation of newborns, with midwives");
        let found: Vec<&str> = library.most_alike(&wanted, 3).into_iter().map(|(key, _)| *key).collect();
        assert_eq!(found, ["midwives abroad", "midwives here", "nurses near by"]);
        let (_, alike) = &library.most_alike(&wanted, 1)[0];
        let Some(Reason::SameOccupation { occupation }) = alike.reasons.first() else { panic!("{alike:?}") };
        assert_eq!(occupation.code(), "2222");
    }

    #[test]
    fn rare_words_decide_between_equals() {
        let text = ["training of staff in the store", "training of staff in kangaroo care", "training of staff"];
        let library = Library::new(text.map(|text| (text, work("2221", "12220", "GH", text))));
        let wanted = work("2221", "12220", "GH", "staff learn kangaroo care");
        assert_eq!(*library.most_alike(&wanted, 1)[0].0, text[1]);
        let nothing = work("7411", "33110", "FJ", "wires");
        assert!(library.most_alike(&nothing, 5).is_empty(), "what has nothing in common is left out");
    }
}
