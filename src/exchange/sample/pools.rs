//! What the sample office is made of: countries, duty stations, professions, what organisations are called, what
//! people write. Facts in `assets/sample`, read here into plain lists; the lines that begin with `#` explain each table.

use super::names::Names;
use super::random::Random;
use crate::domain::organisation::{OrganisationKind, Position};
use crate::domain::reference::{Country, Language, Occupation, Sector};
use crate::domain::volunteer::Level;
use std::collections::BTreeMap;

/// All tables.
#[derive(Debug)]
pub struct Pools {
    /// Names of people, per culture.
    pub names: Names,
    /// Where volunteers come from.
    pub origins: Vec<Origin>,
    /// Where placements are.
    pub hosts: Vec<Host>,
    /// What volunteers do.
    pub professions: Vec<Profession>,
    /// What organisations are called.
    pub patterns: Vec<Pattern>,
    /// What is passed on in each field, and to whom.
    pub fields: BTreeMap<&'static str, Field>,
    /// Practices as offices write them down.
    pub lessons: Vec<Lesson>,
    /// Sentences that people write, per occasion.
    phrases: BTreeMap<&'static str, Vec<&'static str>>,
}

/// A country that volunteers come from.
#[derive(Debug)]
pub struct Origin {
    /// The country.
    pub country: Country,
    /// Share among international volunteers.
    pub weight: u32,
    /// Telephone prefix, digits only.
    pub dial: &'static str,
    /// Cultures of its names, with shares.
    pub cultures: Vec<(&'static str, u32)>,
    /// First languages of educated people, with shares.
    pub native: Vec<(Language, u32)>,
    /// Languages that educated people learn.
    pub learnt: Vec<Learnt>,
    /// Cities where volunteers live.
    pub cities: Vec<&'static str>,
}

/// A language that `percent` of the educated people learn, to a level from `least` to `best`.
#[derive(Debug)]
pub struct Learnt {
    /// The language.
    pub language: Language,
    /// The lowest level.
    pub least: Level,
    /// The highest level.
    pub best: Level,
    /// 0 to 100.
    pub percent: u32,
}

/// A country with placements.
#[derive(Debug)]
pub struct Host {
    /// The country.
    pub country: Country,
    /// Share of the placements.
    pub weight: u32,
    /// Languages of work; the first is the usual one.
    pub working: Vec<Language>,
    /// The language that helps outside the office.
    pub local: Language,
    /// As in "the Kenyan community".
    pub people: &'static str,
    /// Countries where people with roots here live.
    pub diaspora: Vec<Country>,
    /// Words that local bodies like to be called.
    pub words: Vec<&'static str>,
    /// Duty stations.
    pub stations: Vec<Station>,
}

/// A town with placements.
#[derive(Debug, Clone, Copy)]
pub struct Station {
    /// As written in the country, in Latin letters.
    pub name: &'static str,
    /// Where it is.
    pub position: Position,
}

/// An occupation that volunteers hold.
#[derive(Debug)]
pub struct Profession {
    /// ISCO-08 unit group.
    pub occupation: Occupation,
    /// Share among volunteers.
    pub weight: u32,
    /// Age in years at which work in it usually begins.
    pub training: i32,
    /// Percent of women.
    pub female: u32,
    /// The field, a key of [`Pools::fields`].
    pub field: &'static str,
    /// Kinds of organisation that ask for it, beside partners.
    pub hosts: Vec<OrganisationKind>,
    /// CRS purpose codes.
    pub sectors: Vec<Sector>,
    /// What people call themselves.
    pub called: Vec<&'static str>,
    /// What is studied for it.
    pub study: &'static str,
    /// What such a person is good at.
    pub skills: Vec<&'static str>,
    /// Titles of posts.
    pub titles: Vec<&'static str>,
}

/// A practice as an office writes it down.
#[derive(Debug)]
pub struct Lesson {
    /// The field, a key of [`Pools::fields`].
    pub field: &'static str,
    /// Occupations of those who do it.
    pub occupations: Vec<Occupation>,
    /// Title, problem, steps, results, conditions, constraints.
    pub texts: [&'static str; 6],
}

/// Ways to call an organisation of one kind, in one language.
#[derive(Debug)]
pub struct Pattern {
    /// The kind.
    pub kind: OrganisationKind,
    /// The fields it works in.
    pub fields: Vec<&'static str>,
    /// Language of the name.
    pub language: Language,
    /// Names with parts in braces.
    pub names: Vec<&'static str>,
}

/// What is passed on in a field, and to whom.
#[derive(Debug, Default)]
pub struct Field {
    /// Who takes over what the volunteer brings.
    pub counterparts: Vec<&'static str>,
    /// Objectives with parts in braces.
    pub objectives: Vec<&'static str>,
}

const NAMES: &str = include_str!("../../../assets/sample/names.tsv");
const COUNTRIES: &str = include_str!("../../../assets/sample/countries.tsv");
const HOSTS: &str = include_str!("../../../assets/sample/hosts.tsv");
const OCCUPATIONS: &str = include_str!("../../../assets/sample/occupations.tsv");
const ORGANISATIONS: &str = include_str!("../../../assets/sample/organisations.tsv");
const FIELDS: &str = include_str!("../../../assets/sample/fields.tsv");
const PRACTICES: &str = include_str!("../../../assets/sample/practices.tsv");
const PHRASES: &str = include_str!("../../../assets/sample/phrases.tsv");

impl Pools {
    /// Reads the tables that the program carries. A line that is not understood is left out; a test looks that there
    /// is none.
    pub fn read() -> Self {
        let mut fields: BTreeMap<&'static str, Field> = BTreeMap::new();
        for [field, part, values] in rows(FIELDS) {
            let entry = fields.entry(field).or_default();
            match part {
                "counterpart" => entry.counterparts = list(values, " | "),
                "objective" => entry.objectives = list(values, " | "),
                _ => {}
            }
        }
        Self {
            names: Names::read(NAMES),
            origins: rows(COUNTRIES).filter_map(Origin::read).collect(),
            hosts: rows(HOSTS).filter_map(Host::read).collect(),
            professions: rows(OCCUPATIONS).filter_map(Profession::read).collect(),
            patterns: rows(ORGANISATIONS).filter_map(Pattern::read).collect(),
            fields,
            lessons: rows(PRACTICES).filter_map(Lesson::read).collect(),
            phrases: rows(PHRASES).map(|[occasion, values]| (occasion, list(values, " | "))).collect(),
        }
    }

    /// Where people of this country come from, when volunteers do.
    pub fn origin(&self, country: Country) -> Option<&Origin> {
        self.origins.iter().find(|origin| origin.country == country)
    }

    /// The host of this country, when it has placements.
    pub fn host(&self, country: Country) -> Option<&Host> {
        self.hosts.iter().find(|host| host.country == country)
    }

    /// What people write on an occasion.
    pub fn phrases(&self, occasion: &str) -> &[&'static str] {
        self.phrases.get(occasion).map_or(&[], Vec::as_slice)
    }

    /// One thing that people write on an occasion; empty where nobody writes any.
    pub fn phrase(&self, random: &mut Random, occasion: &str) -> &'static str {
        match self.phrases(occasion) {
            [] => "",
            phrases => random.pick::<&str>(phrases),
        }
    }
}

impl Origin {
    fn read([country, weight, dial, cultures, native, learnt, cities]: [&'static str; 7]) -> Option<Self> {
        Some(Self {
            country: Country::parse_code(country)?,
            weight: weight.parse().ok()?,
            dial,
            cultures: shares(cultures)?,
            native: shares(native)?
                .into_iter()
                .map(|(code, share)| Some((Language::parse_code(code)?, share)))
                .collect::<Option<_>>()?,
            learnt: learnt.split(' ').map(Learnt::read).collect::<Option<_>>()?,
            cities: list(cities, ", "),
        })
    }
}

impl Learnt {
    fn read(text: &'static str) -> Option<Self> {
        let (language, rest) = text.split_once(':')?;
        let (levels, percent) = rest.split_once(':')?;
        let (least, best) = levels.split_once('-')?;
        Some(Self {
            language: Language::parse_code(language)?,
            least: Level::parse(least)?,
            best: Level::parse(best)?,
            percent: percent.parse().ok()?,
        })
    }
}

impl Host {
    fn read([country, weight, working, local, people, diaspora, words, stations]: [&'static str; 8]) -> Option<Self> {
        Some(Self {
            country: Country::parse_code(country)?,
            weight: weight.parse().ok()?,
            working: working.split(' ').map(Language::parse_code).collect::<Option<_>>()?,
            local: Language::parse_code(local)?,
            people,
            diaspora: diaspora.split(' ').map(Country::parse_code).collect::<Option<_>>()?,
            words: list(words, ", "),
            stations: stations.split(", ").map(Station::read).collect::<Option<_>>()?,
        })
    }
}

impl Lesson {
    fn read([field, occupations, texts @ ..]: [&'static str; 8]) -> Option<Self> {
        let occupations = occupations.split(' ').map(Occupation::parse_code).collect::<Option<_>>()?;
        Some(Self { field, occupations, texts })
    }
}

impl Station {
    fn read(text: &'static str) -> Option<Self> {
        let mut parts = text.split(':');
        let (name, latitude, longitude) = (parts.next()?, parts.next()?, parts.next()?);
        let position = Position { latitude: latitude.parse().ok()?, longitude: longitude.parse().ok()? };
        Some(Self { name, position })
    }
}

impl Profession {
    fn read(
        [occupation, weight, training, female, field, hosts, sectors, called, study, skills, titles]: [&'static str;
            11],
    ) -> Option<Self> {
        Some(Self {
            occupation: Occupation::parse_code(occupation)?,
            weight: weight.parse().ok()?,
            training: training.parse().ok()?,
            female: female.parse().ok()?,
            field,
            hosts: hosts.split_terminator(' ').map(OrganisationKind::parse).collect::<Option<_>>()?,
            sectors: sectors.split(' ').map(Sector::parse_code).collect::<Option<_>>()?,
            called: list(called, ", "),
            study,
            skills: list(skills, ", "),
            titles: list(titles, ", "),
        })
    }
}

impl Pattern {
    fn read([kind, fields, language, names]: [&'static str; 4]) -> Option<Self> {
        Some(Self {
            kind: OrganisationKind::parse(kind)?,
            fields: list(fields, " "),
            language: Language::parse_code(language)?,
            names: list(names, " | "),
        })
    }
}

/// The rows of a table that have exactly `N` columns.
fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split('\t').collect::<Vec<_>>().try_into().ok())
}

fn list(text: &'static str, parted_by: &str) -> Vec<&'static str> {
    text.split(parted_by).filter(|part| !part.is_empty()).collect()
}

fn shares(text: &'static str) -> Option<Vec<(&'static str, u32)>> {
    text.split(' ').map(|part| part.split_once(':')).map(|pair| Some((pair?.0, pair?.1.parse().ok()?))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::names::Form;
    use super::*;

    /// Reading leaves out what it does not understand, so every table must be understood whole.
    #[test]
    fn every_line_of_every_table_is_read() {
        let pools = Pools::read();
        let lines = |table: &str| table.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(pools.origins.len(), lines(COUNTRIES));
        assert_eq!(pools.hosts.len(), lines(HOSTS));
        assert_eq!(pools.professions.len(), lines(OCCUPATIONS));
        assert_eq!(pools.patterns.len(), lines(ORGANISATIONS));
        assert_eq!(pools.fields.len() * 2, lines(FIELDS));
        assert_eq!(pools.phrases.len(), lines(PHRASES));
        for origin in &pools.origins {
            assert!(origin.cities.len() >= 2 && !origin.native.is_empty(), "{}", origin.country);
            assert!(origin.learnt.iter().all(|learnt| learnt.least <= learnt.best), "{}", origin.country);
        }
        for host in &pools.hosts {
            assert!((4..=8).contains(&host.stations.len()), "{}", host.country);
            assert!(host.diaspora.iter().all(|code| pools.origin(*code).is_some()), "{}", host.country);
            assert!(pools.origin(host.country).is_some(), "nationals of {} need names", host.country);
        }
        for profession in &pools.professions {
            assert!((6..=10).contains(&profession.skills.len()), "{}", profession.occupation);
            let field = &pools.fields[profession.field];
            assert!(!field.counterparts.is_empty() && !field.objectives.is_empty(), "{}", profession.field);
        }
    }

    #[test]
    fn every_culture_of_every_country_has_names_for_both_lists() {
        let (pools, mut random) = (Pools::read(), Random::new(1, "test"));
        for origin in &pools.origins {
            for (culture, _) in &origin.cultures {
                for form in [Form::Male, Form::Female] {
                    assert!(pools.names.draw(&mut random, culture, form).is_some(), "{culture} of {}", origin.country);
                }
            }
        }
    }

    #[test]
    fn all_tables_together_stay_small() {
        let all = [NAMES, COUNTRIES, HOSTS, OCCUPATIONS, ORGANISATIONS, FIELDS, PHRASES];
        assert!(all.iter().map(|table| table.len()).sum::<usize>() < 250_000);
    }
}
