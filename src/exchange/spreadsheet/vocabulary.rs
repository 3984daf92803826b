//! The words that a field takes: countries, languages, sectors ... and the fixed lists of the domain. A code stands for each.

use crate::domain::mission::AgeBand;
use crate::domain::organisation::{DueDiligence, Finding, LinkKind, OfferKind, OfferSide, OrganisationKind};
use crate::domain::placement::{PlacementStatus, Priority};
use crate::domain::practice::{PracticeStage, ReplicationResult};
use crate::domain::reference::{Country, Found, Language, Occupation, Region, Sector, SexWord, Tongue, sex_word};
use crate::domain::text::fold;
use crate::domain::volunteer::{Category, Education, Level, Sex, Standing};

/// A list of codes with names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Vocabulary {
    /// ISO 3166-1 alpha-2, and XK.
    Country,
    /// UN M49.
    Region,
    /// CLDR language codes.
    Language,
    /// ISCO-08.
    Occupation,
    /// OECD-DAC CRS purpose codes.
    Sector,
    /// Female, male, other.
    Sex,
    /// CEFR and native.
    Level,
    /// Categories of volunteers.
    Category,
    /// Highest education.
    Education,
    /// Where a volunteer stands.
    Standing,
    /// Kinds of organisations.
    OrganisationKind,
    /// How soon someone is needed.
    Priority,
    /// How far a placement has come.
    PlacementStatus,
    /// How a due diligence check came out.
    DueDiligence,
    /// How far a practice is proved.
    PracticeStage,
    /// How one organisation is linked to another.
    LinkKind,
    /// Whether something is offered or needed.
    OfferSide,
    /// What is offered or needed.
    OfferKind,
    /// What was found at a site visit.
    Finding,
    /// How doing a practice again came out.
    ReplicationResult,
    /// Age bands of people who were trained.
    AgeBand,
}

/// What a text means in a vocabulary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// This code.
    One(&'static str),
    /// One of these: a person has to choose.
    Several(Vec<&'static str>),
    /// Explicitly nothing: "unknown", "not stated".
    Nothing,
    /// No word of the vocabulary.
    Unknown,
}

impl<T: Copy> From<(Found<T>, fn(T) -> &'static str)> for Meaning {
    fn from((found, code): (Found<T>, fn(T) -> &'static str)) -> Self {
        match found {
            Found::One(one) => Self::One(code(one)),
            Found::Several(several) => Self::Several(several.into_iter().map(code).collect()),
            Found::None => Self::Unknown,
        }
    }
}

/// Calls a closure-like expression with the list of a closed vocabulary.
macro_rules! closed {
    ($self:expr, $all:ident => $do:expr, else $other:expr) => {
        match $self {
            Vocabulary::Sex => {
                let $all = Sex::ALL.iter().map(|v| v.code());
                $do
            }
            Vocabulary::Level => {
                let $all = Level::ALL.iter().map(|v| v.code());
                $do
            }
            Vocabulary::Category => {
                let $all = Category::ALL.iter().map(|v| v.code());
                $do
            }
            Vocabulary::Education => {
                let $all = Education::ALL.iter().map(|v| v.code());
                $do
            }
            Vocabulary::Standing => {
                let $all = Standing::ALL.iter().map(|v| v.code());
                $do
            }
            Vocabulary::OrganisationKind => {
                let $all = OrganisationKind::ALL.iter().map(|v| v.code());
                $do
            }
            Vocabulary::Priority => {
                let $all = Priority::ALL.iter().map(|v| v.code());
                $do
            }
            Vocabulary::PlacementStatus => {
                let $all = PlacementStatus::ALL.iter().map(|v| v.code());
                $do
            }
            Vocabulary::DueDiligence => {
                let $all = DueDiligence::ALL.iter().map(|v| v.code());
                $do
            }
            Vocabulary::PracticeStage => {
                let $all = PracticeStage::ALL.iter().map(|v| v.code());
                $do
            }
            Vocabulary::LinkKind => {
                let $all = LinkKind::ALL.iter().map(|v| v.code());
                $do
            }
            Vocabulary::OfferSide => {
                let $all = OfferSide::ALL.iter().map(|v| v.code());
                $do
            }
            Vocabulary::OfferKind => {
                let $all = OfferKind::ALL.iter().map(|v| v.code());
                $do
            }
            Vocabulary::Finding => {
                let $all = Finding::ALL.iter().map(|v| v.code());
                $do
            }
            Vocabulary::ReplicationResult => {
                let $all = ReplicationResult::ALL.iter().map(|v| v.code());
                $do
            }
            Vocabulary::AgeBand => {
                let $all = AgeBand::ALL.iter().map(|v| v.code());
                $do
            }
            Vocabulary::Country
            | Vocabulary::Region
            | Vocabulary::Language
            | Vocabulary::Occupation
            | Vocabulary::Sector => $other,
        }
    };
}

impl Vocabulary {
    /// All codes, in the order of the list.
    pub fn codes(self) -> Vec<&'static str> {
        match self {
            Self::Country => Country::all().map(Country::code).collect(),
            Self::Region => Region::all().map(Region::code).collect(),
            Self::Language => Language::all().map(Language::code).collect(),
            Self::Occupation => Occupation::all().map(Occupation::code).collect(),
            Self::Sector => Sector::all().map(Sector::code).collect(),
            closed => closed!(closed, all => all.collect(), else Vec::new()),
        }
    }

    /// Whether it is a short list of the domain, and no reference table.
    pub fn is_closed(self) -> bool {
        !matches!(self, Self::Country | Self::Region | Self::Language | Self::Occupation | Self::Sector)
    }

    /// The code in its permanent form, if it is one of this vocabulary.
    pub fn parse(self, code: &str) -> Option<&'static str> {
        match self {
            Self::Country => Country::parse_code(code).map(Country::code),
            Self::Region => Region::parse_code(code).map(Region::code),
            Self::Language => Language::parse_code(code).map(Language::code),
            Self::Occupation => Occupation::parse_code(code).map(Occupation::code),
            Self::Sector => Sector::parse_code(code).map(Sector::code),
            closed => closed!(closed, all => { let mut all = all; all.find(|known| *known == code) }, else None),
        }
    }

    /// The name of a code. The English word of a closed list of the domain is its code.
    pub fn name(self, code: &'static str, tongue: Tongue) -> &'static str {
        let name = match self {
            Self::Country => Country::parse_code(code).map(|one| one.name(tongue)),
            Self::Region => Region::parse_code(code).map(|one| one.name(tongue)),
            Self::Language => Language::parse_code(code).map(|one| one.name(tongue)),
            Self::Occupation => Occupation::parse_code(code).map(|one| one.name(tongue)),
            Self::Sector => Sector::parse_code(code).map(|one| one.name(tongue)),
            closed if tongue == Tongue::French => closed.french(code),
            _ => None,
        };
        name.unwrap_or(code)
    }

    /// How a code is written into a list: by its name where that means this code and no other, with the code in front
    /// where it does not.
    pub fn label(self, code: &'static str, tongue: Tongue) -> String {
        let name = self.name(code, tongue);
        if self.find(name) == Meaning::One(code) { name.to_owned() } else { format!("{code} {name}") }
    }

    /// What a text means: a code, a name in English or French, an alias, or a code followed by words.
    pub fn find(self, text: &str) -> Meaning {
        let text = text.trim();
        let meaning = match self {
            Self::Country => (Country::find(text), Country::code as fn(Country) -> &'static str).into(),
            Self::Region => (Region::find(text), Region::code as fn(Region) -> &'static str).into(),
            Self::Language => (Language::find(text), Language::code as fn(Language) -> &'static str).into(),
            Self::Occupation => (Occupation::find(text), Occupation::code as fn(Occupation) -> &'static str).into(),
            Self::Sector => (Sector::find(text), Sector::code as fn(Sector) -> &'static str).into(),
            Self::Sex => match sex_word(text) {
                Some(SexWord::Female) => Meaning::One(Sex::Female.code()),
                Some(SexWord::Male) => Meaning::One(Sex::Male.code()),
                Some(SexWord::Other) => Meaning::One(Sex::Other.code()),
                Some(SexWord::NotStated) => Meaning::Nothing,
                None => Meaning::Unknown,
            },
            closed => closed.find_word(text),
        };
        if meaning != Meaning::Unknown {
            return meaning;
        }
        // "2221 Nursing professionals", "171-Secondary Ed English Teacher".
        let Some((first, rest)) = text.split_once([' ', '-']) else { return Meaning::Unknown };
        match self {
            Self::Occupation | Self::Sector | Self::Region | Self::Country | Self::Language => {
                match self.parse(first) {
                    Some(code)
                        if self.name(code, Tongue::English) == rest || self.name(code, Tongue::French) == rest =>
                    {
                        Meaning::One(code)
                    }
                    _ if first.bytes().all(|byte| byte.is_ascii_digit()) => self.find(rest),
                    _ => Meaning::Unknown,
                }
            }
            _ => Meaning::Unknown,
        }
    }

    fn find_word(self, text: &str) -> Meaning {
        let folded = fold(text).replace([' ', '_'], "-");
        let is_it = |code: &&str| {
            fold(code) == folded || self.french(code).is_some_and(|word| fold(word).replace(' ', "-") == folded)
        };
        if let Some(code) = self.codes().into_iter().find(is_it) {
            return Meaning::One(code);
        }
        self.by_word(&folded).map_or(Meaning::Unknown, Meaning::One)
    }

    /// At most `most` codes that a text may have meant, nearest first.
    pub fn suggest(self, text: &str, most: usize) -> Vec<&'static str> {
        if let Meaning::Several(several) = self.find(text) {
            return several.into_iter().take(most).collect();
        }
        match self {
            Self::Country => Country::suggest(text, most).into_iter().map(Country::code).collect(),
            Self::Region => Region::suggest(text, most).into_iter().map(Region::code).collect(),
            Self::Language => Language::suggest(text, most).into_iter().map(Language::code).collect(),
            Self::Occupation => Occupation::suggest(text, most).into_iter().map(Occupation::code).collect(),
            Self::Sector => Sector::suggest(text, most).into_iter().map(Sector::code).collect(),
            closed => closed.codes().into_iter().take(most).collect(),
        }
    }
}

/// The short lists of the domain that come back from their words in every language.
#[cfg(test)]
pub(crate) const CLOSED: [Vocabulary; 15] = [
    Vocabulary::Sex,
    Vocabulary::Category,
    Vocabulary::Education,
    Vocabulary::Standing,
    Vocabulary::OrganisationKind,
    Vocabulary::Priority,
    Vocabulary::PlacementStatus,
    Vocabulary::DueDiligence,
    Vocabulary::PracticeStage,
    Vocabulary::LinkKind,
    Vocabulary::OfferSide,
    Vocabulary::OfferKind,
    Vocabulary::Finding,
    Vocabulary::ReplicationResult,
    Vocabulary::AgeBand,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_comes_back_from_its_label() {
        let open =
            [Vocabulary::Country, Vocabulary::Region, Vocabulary::Language, Vocabulary::Occupation, Vocabulary::Sector];
        for vocabulary in open.into_iter().chain(CLOSED) {
            assert!(!vocabulary.codes().is_empty());
            for code in vocabulary.codes() {
                for tongue in [Tongue::English, Tongue::French] {
                    let label = vocabulary.label(code, tongue);
                    assert_eq!(vocabulary.find(&label), Meaning::One(code), "{vocabulary:?} {label}");
                }
                assert!(!vocabulary.is_closed() || vocabulary.french(code).is_some(), "{vocabulary:?} {code}");
            }
        }
    }

    #[test]
    fn words_of_real_tables() {
        assert_eq!(Vocabulary::Sex.find("Ms."), Meaning::One("female"));
        assert_eq!(Vocabulary::Category.find("Local"), Meaning::One("national"));
        assert_eq!(Vocabulary::PlacementStatus.find("Changes asked"), Meaning::One("changes-asked"));
        assert_eq!(Vocabulary::Country.find("36"), Meaning::Unknown, "a number of another list is no country");
        assert!(matches!(Vocabulary::Country.find("Eastern Caribbean"), Meaning::Several(_)));
    }
}
