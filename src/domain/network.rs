//! Who in the network has what: questions such as "who near Tamale can train nurses in neonatal care?" or "which diaspora
//! associations speak Dagbani?" are read as places, languages, kinds, sides and words, and organisations answer them.

use super::Id;
use super::organisation::{Offer, OfferSide, Organisation, OrganisationKind, Position};
use super::overlap::kilometres;
use super::reference::{Country, Language, Tongue};
use super::text::fold;
use serde::Serialize;
use std::collections::HashSet;

/// An organisation with what it offers and needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// The organisation.
    pub organisation: Organisation,
    /// What it offers and needs.
    pub offers: Vec<Offer>,
}

/// An organisation that answers a question, with what of it does.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    /// The organisation.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: OrganisationKind,
    /// Country.
    pub country: Option<Country>,
    /// Town or district.
    pub place: String,
    /// How far it is from the place asked for, in kilometres, where both are known.
    pub kilometres: Option<u32>,
    /// The offers and needs that answer.
    pub offers: Vec<Id>,
    /// The languages asked for that it has by heritage.
    pub languages: Vec<Language>,
    /// Points, for the order.
    pub points: u32,
}

/// Organisations within so many kilometres of the place asked for are near it.
const NEAR_KM: f64 = 250.0;

/// Words that ask and say nothing of what is asked for.
const ASKING: &[&str] = &[
    "who",
    "which",
    "what",
    "can",
    "could",
    "near",
    "in",
    "at",
    "the",
    "a",
    "an",
    "of",
    "for",
    "to",
    "and",
    "or",
    "with",
    "has",
    "have",
    "is",
    "are",
    "do",
    "does",
    "speak",
    "speaks",
    "train",
    "trains",
    "teach",
    "teaches",
    "offers",
    "offer",
    "needs",
    "need",
    "wants",
    "qui",
    "quel",
    "quelle",
    "quels",
    "quelles",
    "peut",
    "peuvent",
    "pres",
    "de",
    "du",
    "des",
    "la",
    "le",
    "les",
    "un",
    "une",
    "en",
    "dans",
    "et",
    "ou",
    "avec",
    "a",
    "ont",
    "parle",
    "parlent",
    "former",
    "forme",
    "offre",
    "offrent",
    "besoin",
    "cherche",
    "cherchent",
    "organisations",
    "organisation",
    "associations",
    "association",
    "people",
    "someone",
];

/// A question as it was read.
#[derive(Debug, Default)]
struct Question {
    side: Option<OfferSide>,
    kind: Option<OrganisationKind>,
    countries: Vec<Country>,
    languages: Vec<Language>,
    towns: Vec<(String, Option<Position>)>,
    words: Vec<String>,
}

impl Question {
    fn read(text: &str, known: &[Known]) -> Self {
        let folded = fold(text);
        let mut left: Vec<&str> =
            folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let has = |wanted: &[&str]| wanted.iter().any(|word| left.contains(word));
        let mut question = Self { side: None, ..Self::default() };
        if has(&["needs", "need", "wants", "besoin", "cherche", "cherchent"]) {
            question.side = Some(OfferSide::Needs);
        } else if has(&["offers", "offer", "offre", "offrent", "can", "peut", "peuvent", "speak", "speaks", "parle"]) {
            question.side = Some(OfferSide::Offers);
        }
        for (word, kind) in [
            ("diaspora", OrganisationKind::DiasporaAssociation),
            ("universities", OrganisationKind::University),
            ("university", OrganisationKind::University),
            ("universites", OrganisationKind::University),
            ("funders", OrganisationKind::Funder),
            ("bailleurs", OrganisationKind::Funder),
            ("companies", OrganisationKind::Company),
            ("entreprises", OrganisationKind::Company),
            ("ngos", OrganisationKind::Ngo),
            ("ong", OrganisationKind::Ngo),
            ("partners", OrganisationKind::Partner),
            ("partenaires", OrganisationKind::Partner),
        ] {
            if left.contains(&word) {
                question.kind = question.kind.or(Some(kind));
                left.retain(|other| *other != word);
            }
        }
        // Names of one word or several: languages first, since many are those of a country's people.
        take_names(&mut left, Language::all().flat_map(|language| names(language, Language::name)), |language| {
            question.languages.push(language);
        });
        take_names(&mut left, Country::all().flat_map(|country| names(country, Country::name)), |country| {
            question.countries.push(country);
        });
        let mut seen = HashSet::new();
        let towns = known.iter().filter_map(|known| {
            let organisation = &known.organisation;
            let town = fold(&organisation.place);
            (!town.is_empty() && seen.insert(town.clone())).then_some((town, organisation.position))
        });
        let towns: Vec<(String, Option<Position>)> = towns.collect();
        take_names(&mut left, towns.iter().map(|(town, at)| (town.clone(), (town.clone(), *at))), |town| {
            question.towns.push(town);
        });
        left.retain(|word| !ASKING.contains(word));
        question.words = left.into_iter().map(stem).collect();
        question
    }

    /// Whether nothing was asked that could be answered.
    fn is_empty(&self) -> bool {
        self.kind.is_none()
            && self.countries.is_empty()
            && self.languages.is_empty()
            && self.towns.is_empty()
            && self.words.is_empty()
    }
}

/// A value under its names in both languages of the program, folded.
fn names<T: Copy>(value: T, name: fn(T, Tongue) -> &'static str) -> impl Iterator<Item = (String, T)> {
    [Tongue::English, Tongue::French].map(|tongue| (fold(name(value, tongue)), value)).into_iter()
}

/// Takes the words that make a name out of the question.
fn take_names<T>(left: &mut Vec<&str>, names: impl Iterator<Item = (String, T)>, mut found: impl FnMut(T)) {
    for (name, value) in names {
        let words: Vec<&str> = name.split(|letter: char| !letter.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
        if words.is_empty() || (words.len() == 1 && words[0].chars().count() < 3) {
            continue;
        }
        if let Some(at) = left.windows(words.len()).position(|window| window == words) {
            left.drain(at..at + words.len());
            found(value);
        }
    }
}

/// A word without its ending, so that "nurses" and "nursing" meet.
fn stem(word: &str) -> String {
    let length = word.chars().count();
    word.chars().take(if length > 5 { length.min(7) - 2 } else { length }).collect()
}

/// The organisations that answer a question, the best first; those equally good by name. Organisations that have ceased
/// answer nothing.
pub fn answer(text: &str, known: &[Known]) -> Vec<Answer> {
    let question = Question::read(text, known);
    if question.is_empty() {
        return Vec::new();
    }
    let mut answers: Vec<Answer> = known
        .iter()
        .filter(|known| known.organisation.ceased_on.is_none())
        .filter_map(|known| one_answer(&question, known))
        .collect();
    answers.sort_by(|a, b| b.points.cmp(&a.points).then_with(|| a.name.cmp(&b.name)).then_with(|| a.id.cmp(&b.id)));
    answers
}

fn one_answer(question: &Question, known: &Known) -> Option<Answer> {
    let organisation = &known.organisation;
    if question.kind.is_some_and(|kind| kind != organisation.kind) {
        return None;
    }
    let in_country =
        |country: &Country| organisation.country == Some(*country) || organisation.heritage.contains(country);
    if !question.countries.is_empty() && !question.countries.iter().any(in_country) {
        return None;
    }
    let (near, kilometres) = nearness(question, organisation);
    if !near {
        return None;
    }
    let fits = |offer: &&Offer| question.side.is_none_or(|side| side == offer.side);
    let offers: Vec<&Offer> = known.offers.iter().filter(fits).collect();
    let mut points = 0;
    let mut answering: Vec<Id> = Vec::new();
    let mut languages = Vec::new();
    for language in &question.languages {
        let spoken = offers.iter().filter(|offer| offer.language == Some(*language)).map(|offer| offer.id);
        let before = answering.len();
        answering.extend(spoken);
        if organisation.heritage_languages.contains(language) {
            languages.push(*language);
        }
        if answering.len() > before || languages.last() == Some(language) {
            points += 30;
        }
    }
    if !question.languages.is_empty() && points == 0 {
        return None;
    }
    let about = fold(&format!("{} {} {}", organisation.name, organisation.acronym, organisation.notes));
    let sectors: Vec<String> = organisation
        .sectors
        .iter()
        .chain(offers.iter().filter_map(|offer| offer.sector.as_ref()))
        .flat_map(|sector| [Tongue::English, Tongue::French].map(|tongue| fold(sector.name(tongue))))
        .collect();
    let begins = |text: &str, word: &String| {
        text.split(|letter: char| !letter.is_alphanumeric()).any(|other| other.starts_with(word.as_str()))
    };
    let mut met = 0;
    for word in &question.words {
        let by_offer =
            offers.iter().filter(|offer| begins(&fold(&offer.name), word) || begins(&fold(&offer.note), word));
        let by_offer: Vec<Id> = by_offer.map(|offer| offer.id).collect();
        let found = if !by_offer.is_empty() {
            20
        } else if sectors.iter().any(|sector| begins(sector, word)) {
            8
        } else if begins(&about, word) {
            6
        } else {
            0
        };
        answering.extend(by_offer);
        points += found;
        met += u32::from(found > 0);
    }
    if !question.words.is_empty() && met == 0 {
        return None;
    }
    answering.sort_unstable();
    answering.dedup();
    // The nearer, the sooner; never more than an answer is worth.
    points += kilometres.map_or(0, |far| 5_u32.saturating_sub(far / 50));
    Some(Answer {
        id: organisation.id,
        name: organisation.name.clone(),
        kind: organisation.kind,
        country: organisation.country,
        place: organisation.place.clone(),
        kilometres,
        offers: answering,
        languages,
        points: points + 1,
    })
}

/// Whether an organisation is near a place asked for, and how far from it.
fn nearness(question: &Question, organisation: &Organisation) -> (bool, Option<u32>) {
    if question.towns.is_empty() {
        return (true, None);
    }
    let here = fold(&organisation.place);
    let far = |(town, at): &(String, Option<Position>)| {
        if *town == here {
            return Some(0.0);
        }
        at.zip(organisation.position).map(|(one, other)| kilometres(one, other))
    };
    let nearest = question.towns.iter().filter_map(far).fold(f64::INFINITY, f64::min);
    (nearest <= NEAR_KM, nearest.is_finite().then(|| nearest.round() as u32))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::organisation::OfferKind;

    fn known(name: &str, kind: OrganisationKind, country: &str, place: &str, at: (f64, f64)) -> Known {
        let organisation = Organisation {
            name: name.into(),
            kind,
            country: Country::parse_code(country),
            place: place.into(),
            position: Some(Position { latitude: at.0, longitude: at.1 }),
            ..Organisation::default()
        };
        Known { organisation, offers: Vec::new() }
    }

    fn offering(mut known: Known, side: OfferSide, name: &str) -> Known {
        known.offers.push(Offer {
            id: Id::random(),
            of: known.organisation.id,
            side,
            kind: OfferKind::Skill,
            name: name.into(),
            language: None,
            sector: None,
            until: None,
            note: String::new(),
        });
        known
    }

    #[test]
    fn a_question_of_a_coordinator_is_answered() {
        let tamale = (9.40, -0.84);
        let mut dagomba = known("Dagomba union", OrganisationKind::DiasporaAssociation, "GB", "London", (51.5, -0.1));
        dagomba.organisation.heritage = Country::parse_code("GH").into_iter().collect();
        dagomba.organisation.heritage_languages = Language::parse_code("dag").into_iter().collect();
        let all = [
            offering(
                known("Teaching hospital", OrganisationKind::University, "GH", "Tamale", tamale),
                OfferSide::Offers,
                "training of nurses in neonatal care",
            ),
            offering(
                known("Yendi clinic", OrganisationKind::Partner, "GH", "Yendi", (9.44, -0.01)),
                OfferSide::Offers,
                "neonatal care",
            ),
            offering(
                known("Savelugu clinic", OrganisationKind::Partner, "GH", "Savelugu", (9.62, -0.83)),
                OfferSide::Needs,
                "neonatal care",
            ),
            offering(
                known("Far away", OrganisationKind::Ngo, "UG", "Gulu", (2.77, 32.3)),
                OfferSide::Offers,
                "neonatal care",
            ),
            dagomba,
        ];
        let names = |question: &str| answer(question, &all).into_iter().map(|found| found.name).collect::<Vec<_>>();
        assert_eq!(names("Who near Tamale can train nurses in neonatal care?"), ["Teaching hospital", "Yendi clinic"]);
        assert_eq!(names("Which diaspora associations speak Dagbani?"), ["Dagomba union"]);
        assert_eq!(names("who needs neonatal care"), ["Savelugu clinic"]);
        assert_eq!(names("neonatal in Uganda"), ["Far away"]);
        assert_eq!(names("who can?"), Vec::<String>::new(), "nothing was asked");
        assert_eq!(names("plumbing"), Vec::<String>::new());
        let far: Vec<_> = answer("neonatal care near Tamale", &all).into_iter().map(|found| found.kilometres).collect();
        assert_eq!(far, [Some(24), Some(0), Some(91)], "those who look for it too, by name where they are as near");
    }
}
