//! What the sample office is made of: countries, duty stations, occupations, what organisations are called.
//! Facts in `assets/sample`, read here into plain lists; the lines that begin with `#` explain each table.

use super::names::Names;
use std::collections::BTreeMap;

/// All tables.
#[derive(Debug)]
pub struct Pools {
    /// Names of people, per culture.
    pub names: Names,
    /// Where volunteers come from.
    pub countries: Vec<Country>,
    /// Where placements are.
    pub hosts: Vec<Host>,
    /// What volunteers do.
    pub occupations: Vec<Occupation>,
    /// What organisations are called.
    pub patterns: Vec<Pattern>,
    /// What is passed on in each field, and to whom.
    pub fields: BTreeMap<&'static str, Field>,
}

/// A country that volunteers come from.
#[derive(Debug)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: &'static str,
    /// Share among international volunteers.
    pub weight: u32,
    /// Telephone prefix, digits only.
    pub dial: &'static str,
    /// Cultures of its names, with shares.
    pub cultures: Vec<(&'static str, u32)>,
    /// First languages of educated people, with shares.
    pub native: Vec<(&'static str, u32)>,
    /// Languages that educated people learn.
    pub learnt: Vec<Learnt>,
    /// Cities where volunteers live.
    pub cities: Vec<&'static str>,
}

/// A language that `percent` of the educated people learn, to a CEFR level from `least` to `best`.
#[derive(Debug)]
pub struct Learnt {
    /// CLDR code.
    pub language: &'static str,
    /// "A1" to "C2".
    pub least: &'static str,
    /// "A1" to "C2".
    pub best: &'static str,
    /// 0 to 100.
    pub percent: u32,
}

/// A country with placements.
#[derive(Debug)]
pub struct Host {
    /// ISO 3166-1 alpha-2.
    pub code: &'static str,
    /// Share of the placements.
    pub weight: u32,
    /// Languages of work; the first is the usual one.
    pub working: Vec<&'static str>,
    /// The language that helps outside the office.
    pub local: &'static str,
    /// As in "the Kenyan community".
    pub people: &'static str,
    /// Countries where people with roots here live.
    pub diaspora: Vec<&'static str>,
    /// Words that local bodies like to be called.
    pub words: Vec<&'static str>,
    /// Duty stations.
    pub stations: Vec<Station>,
}

/// A town with placements.
#[derive(Debug)]
pub struct Station {
    /// As written in the country, in Latin letters.
    pub name: &'static str,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
}

/// An occupation that volunteers hold.
#[derive(Debug)]
pub struct Occupation {
    /// ISCO-08 unit group, four digits.
    pub code: &'static str,
    /// Share among volunteers.
    pub weight: u32,
    /// Age in years at which work in it usually begins.
    pub training: i32,
    /// The field, a key of [`Pools::fields`].
    pub field: &'static str,
    /// Kinds of organisation that ask for it, beside partners.
    pub hosts: Vec<&'static str>,
    /// CRS purpose codes, five digits.
    pub sectors: Vec<&'static str>,
    /// What such a person is good at.
    pub skills: Vec<&'static str>,
    /// Titles of posts.
    pub titles: Vec<&'static str>,
}

/// Ways to call an organisation of one kind, in one language.
#[derive(Debug)]
pub struct Pattern {
    /// "partner", "NGO", "civil society", "local authority", "company", "university", "funder" or
    /// "diaspora association".
    pub kind: &'static str,
    /// The fields it works in.
    pub fields: Vec<&'static str>,
    /// Language of the name.
    pub language: &'static str,
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

impl Pools {
    /// Reads the tables that the program carries.
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
            names: Names::read(include_str!("../../../assets/sample/names.tsv")),
            countries: rows(COUNTRIES)
                .map(|[code, weight, dial, cultures, native, learnt, cities]| Country {
                    code,
                    weight: number(weight),
                    dial,
                    cultures: shares(cultures),
                    native: shares(native),
                    learnt: learnt.split(' ').filter_map(Learnt::read).collect(),
                    cities: list(cities, ", "),
                })
                .collect(),
            hosts: rows(HOSTS)
                .map(|[code, weight, working, local, people, diaspora, words, stations]| Host {
                    code,
                    weight: number(weight),
                    working: list(working, " "),
                    local,
                    people,
                    diaspora: list(diaspora, " "),
                    words: list(words, ", "),
                    stations: stations.split(", ").filter_map(Station::read).collect(),
                })
                .collect(),
            occupations: rows(OCCUPATIONS)
                .map(|[code, weight, training, field, hosts, sectors, skills, titles]| Occupation {
                    code,
                    weight: number(weight),
                    training: number(training) as i32,
                    field,
                    hosts: list(hosts, ","),
                    sectors: list(sectors, " "),
                    skills: list(skills, ", "),
                    titles: list(titles, ", "),
                })
                .collect(),
            patterns: rows(ORGANISATIONS)
                .map(|[kind, fields, language, names]| Pattern {
                    kind,
                    fields: list(fields, " "),
                    language,
                    names: list(names, " | "),
                })
                .collect(),
            fields,
        }
    }

    /// The country with this code, when volunteers come from it.
    pub fn country(&self, code: &str) -> Option<&Country> {
        self.countries.iter().find(|country| country.code == code)
    }
}

const COUNTRIES: &str = include_str!("../../../assets/sample/countries.tsv");
const HOSTS: &str = include_str!("../../../assets/sample/hosts.tsv");
const OCCUPATIONS: &str = include_str!("../../../assets/sample/occupations.tsv");
const ORGANISATIONS: &str = include_str!("../../../assets/sample/organisations.tsv");
const FIELDS: &str = include_str!("../../../assets/sample/fields.tsv");

impl Learnt {
    fn read(text: &'static str) -> Option<Self> {
        let (language, rest) = text.split_once(':')?;
        let (levels, percent) = rest.split_once(':')?;
        let (least, best) = levels.split_once('-')?;
        Some(Self { language, least, best, percent: percent.parse().ok()? })
    }
}

impl Station {
    fn read(text: &'static str) -> Option<Self> {
        let mut parts = text.split(':');
        let (name, latitude, longitude) = (parts.next()?, parts.next()?, parts.next()?);
        Some(Self { name, latitude: latitude.parse().ok()?, longitude: longitude.parse().ok()? })
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

fn shares(text: &'static str) -> Vec<(&'static str, u32)> {
    text.split(' ').filter_map(|part| part.split_once(':')).map(|(key, share)| (key, number(share))).collect()
}

fn number(text: &str) -> u32 {
    text.parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::sample::{names::Form, random::Random};

    /// Reading leaves out what it does not understand, so every table must be understood whole.
    #[test]
    fn every_line_of_every_table_is_read() {
        let pools = Pools::read();
        let lines = |table: &str| table.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(pools.countries.len(), lines(COUNTRIES));
        assert_eq!(pools.hosts.len(), lines(HOSTS));
        assert_eq!(pools.occupations.len(), lines(OCCUPATIONS));
        assert_eq!(pools.patterns.len(), lines(ORGANISATIONS));
        assert_eq!(pools.fields.len() * 2, lines(FIELDS));
        for country in &pools.countries {
            assert!(country.cities.len() >= 2 && !country.native.is_empty(), "{}", country.code);
            assert!(country.learnt.iter().all(|learnt| learnt.least <= learnt.best), "{}", country.code);
        }
        for host in &pools.hosts {
            assert!((4..=8).contains(&host.stations.len()), "{}", host.code);
            assert!(host.diaspora.iter().all(|code| pools.country(code).is_some()), "{}", host.code);
            assert!(pools.country(host.code).is_some(), "nationals of {} need names", host.code);
        }
        for occupation in &pools.occupations {
            assert!((6..=10).contains(&occupation.skills.len()), "{}", occupation.code);
            let field = &pools.fields[occupation.field];
            assert!(!field.counterparts.is_empty() && !field.objectives.is_empty(), "{}", occupation.field);
        }
    }

    #[test]
    fn every_culture_of_every_country_has_names_for_both_lists() {
        let (pools, mut random) = (Pools::read(), Random::new(1, "test"));
        for country in &pools.countries {
            for (culture, _) in &country.cultures {
                for form in [Form::Male, Form::Female] {
                    assert!(pools.names.draw(&mut random, culture, form).is_some(), "{culture} of {}", country.code);
                }
            }
        }
        assert!(pools.names.cultures().count() >= 70);
    }

    #[test]
    fn all_tables_together_stay_small() {
        let names = include_str!("../../../assets/sample/names.tsv");
        let all = [names, COUNTRIES, HOSTS, OCCUPATIONS, ORGANISATIONS, FIELDS];
        assert!(all.iter().map(|table| table.len()).sum::<usize>() < 250_000);
    }
}
