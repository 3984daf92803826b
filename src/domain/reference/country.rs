//! Countries by ISO 3166-1 alpha-2, and Kosovo (XK).

use std::sync::LazyLock;

use chrono::Weekday;

use super::{Index, Language, Region, Row, Table, add_aliases, coded};

/// What official names say of a country beside its name ("Arab Republic of Egypt", "Royaume du Maroc").
const KINDS_OF_STATE: [&str; 27] = [
    "arab",
    "arabe",
    "co",
    "commonwealth",
    "cooperative",
    "democratic",
    "democratique",
    "federal",
    "federale",
    "federative",
    "grand",
    "duchy",
    "hashemite",
    "independent",
    "islamic",
    "islamique",
    "kingdom",
    "operative",
    "people",
    "republic",
    "republique",
    "royaume",
    "socialist",
    "sultanate",
    "sultanat",
    "state",
    "union",
];

pub(super) const ALIASES: &str = include_str!("../../../assets/reference/country_aliases.tsv");

static TABLE: LazyLock<Table<More>> = LazyLock::new(|| {
    Table::read(
        include_str!("../../../assets/reference/countries.tsv"),
        |[code, alpha3, numeric, region, area, m49, week, languages, english, french, also]| Row {
            code,
            english,
            french,
            more: More {
                alpha3,
                numeric,
                region: Region::parse_code(region),
                area: Region::parse_code(area),
                in_m49: m49.is_empty(),
                week,
                languages: languages.split(' ').filter_map(spoken_language).collect(),
                also,
            },
        },
    )
});

static INDEX: LazyLock<Index<Country>> = LazyLock::new(|| {
    let mut index = Index::with_idle_words(&KINDS_OF_STATE);
    for country in Country::all() {
        let row = country.row();
        let codes = [row.code, row.more.alpha3, row.more.numeric];
        for text in codes.into_iter().chain([row.english, row.french]).chain(row.more.also.split('|')) {
            index.add(text, country);
        }
    }
    add_aliases(&mut index, ALIASES, Country::parse_code);
    index
});

struct More {
    alpha3: &'static str,
    numeric: &'static str,
    region: Option<Region>,
    area: Option<Region>,
    in_m49: bool,
    week: &'static str,
    languages: Vec<SpokenLanguage>,
    also: &'static str,
}

/// A country; its code is ISO 3166-1 alpha-2.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country(u8);

coded!(Country, u8, "a country");

/// What a language is in a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Official in the whole country, by law or in fact.
    Official,
    /// Official in a part of the country, or for a minority.
    Regional,
    /// Spoken, without a status.
    Spoken,
}

/// A language of a country.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SpokenLanguage {
    /// The language.
    pub language: Language,
    /// What it is there.
    pub standing: Standing,
    /// How many of the people speak it, as a first or a further language, in percent. An estimate of the CLDR.
    pub percent: f32,
}

/// A language of a country as its table has it: "fr:o:42".
fn spoken_language(entry: &str) -> Option<SpokenLanguage> {
    let mut parts = entry.split(':');
    let language = Language::parse_code(parts.next()?)?;
    let standing = match parts.next()? {
        "o" => Standing::Official,
        "r" => Standing::Regional,
        _ => Standing::Spoken,
    };
    Some(SpokenLanguage { language, standing, percent: parts.next()?.parse().ok()? })
}

impl Country {
    /// ISO 3166-1 alpha-3 ("NPL"); XKX for Kosovo, which has none.
    pub fn alpha3(self) -> &'static str {
        self.row().more.alpha3
    }

    /// ISO 3166-1 numeric, three digits ("524"); nothing for Kosovo.
    pub fn numeric(self) -> Option<&'static str> {
        Some(self.row().more.numeric).filter(|numeric| !numeric.is_empty())
    }

    /// The continent of M49; nothing for Antarctica.
    pub fn region(self) -> Option<Region> {
        self.row().more.region
    }

    /// The smallest area of M49 that the country lies in (Western Africa); [`Region::parent`] leads up from there.
    pub fn sub_region(self) -> Option<Region> {
        self.row().more.area
    }

    /// Whether M49 itself lists the country. The areas of the others (Kosovo, Taiwan) are those of the CLDR.
    pub fn in_m49(self) -> bool {
        self.row().more.in_m49
    }

    /// The languages of the country: official ones first, then regional, then others; each group by how many speak it.
    pub fn languages(self) -> &'static [SpokenLanguage] {
        &self.row().more.languages
    }

    /// The day on which a week of the calendar starts there.
    pub fn week_start(self) -> Weekday {
        match self.row().more.week {
            "sun" => Weekday::Sun,
            "sat" => Weekday::Sat,
            "fri" => Weekday::Fri,
            _ => Weekday::Mon,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::reference::{Found, Tongue};

    fn country(code: &str) -> Country {
        Country::parse_code(code).unwrap()
    }

    #[test]
    fn what_people_write_is_found() {
        for (text, code) in [
            ("np", "NP"),
            ("NPL", "NP"),
            ("524", "NP"),
            ("Népal", "NP"),
            ("Côte d'Ivoire", "CI"),
            ("ivory coast", "CI"),
            ("Tanzania, United Republic of", "TZ"),
            ("Republic of Guinea", "GN"),
            ("Arab Republic of Egypt", "EG"),
            ("République du Niger", "NE"),
            ("U.A.E.", "AE"),
            ("Bolivia (Plurinational State of)", "BO"),
            ("DRC", "CD"),
            ("Zaïre", "CD"),
            ("Congo, Democratic Republic of the", "CD"),
            ("République du Congo", "CG"),
            ("Burma", "MM"),
            ("the Gambia", "GM"),
            ("Swaziland", "SZ"),
            ("UK", "GB"),
            ("U.S.A.", "US"),
            ("Etats Unis", "US"),
            ("EL", "GR"),
            ("Kosovo", "XK"),
            ("São Tomé and Príncipe", "ST"),
            ("Trinidad and Tobago", "TT"),
            ("Korea, Republic of", "KR"),
            ("Guinée Conakry", "GN"),
            ("Guinée-Bissau", "GW"),
        ] {
            assert_eq!(Country::find(text), Found::One(country(code)), "{text}");
        }
    }

    #[test]
    fn what_is_no_single_country_stays_open() {
        let several = |codes: &str| Found::Several(codes.split(' ').map(country).collect());
        assert_eq!(Country::find("Eastern Caribbean"), several("AG DM GD KN LC VC"));
        assert_eq!(Country::find("Micronesia & Palau"), several("FM PW"));
        assert_eq!(Country::find("ALBANIA/MONTENEGRO"), several("AL ME"));
        assert_eq!(Country::find("Congo"), several("CD CG"));
        for text in ["WORLDWIDE TOTAL", "OHS", "unknown", "PCR US RELIEF", "Republic", ""] {
            assert_eq!(Country::find(text), Found::None, "{text}");
        }
    }

    #[test]
    fn the_likely_ones_are_suggested() {
        assert_eq!(Country::suggest("mozambiqe", 1), [country("MZ")]);
        assert_eq!(Country::suggest("Niger", 2), [country("NE"), country("NG")]);
        assert_eq!(Country::suggest("guin", 4), ["GN", "GW", "GQ", "PG"].map(country));
    }

    #[test]
    fn areas_weeks_and_languages() {
        let nepal = country("NP");
        assert_eq!(nepal.region().unwrap().name(Tongue::French), "Asie");
        assert_eq!(nepal.sub_region().unwrap().code(), "034");
        assert_eq!(nepal.week_start(), Weekday::Sun);
        assert_eq!(country("MV").week_start(), Weekday::Fri);
        assert_eq!(country("AQ").region(), None);
        let outside: Vec<_> = Country::all().filter(|c| !c.in_m49()).map(Country::code).collect();
        assert_eq!(outside, ["TW", "XK"]);
        let haiti: Vec<_> = country("HT").languages().iter().map(|l| (l.language.code(), l.standing)).collect();
        assert_eq!(haiti, [("ht", Standing::Official), ("fr", Standing::Official)]);
        for country in Country::all() {
            assert!(country.sub_region().zip(country.region()).is_none_or(|(sub, region)| sub.within(region)));
        }
        let file = include_str!("../../../assets/reference/countries.tsv");
        for [code, _, _, _, _, _, _, languages] in super::super::lines(file) {
            assert_eq!(country(code).languages().len(), languages.split_whitespace().count(), "{code}");
        }
    }

    #[test]
    fn values_seen_in_tables_are_understood() {
        let Ok(shared) = std::fs::read_to_string("../shared/reference/country_aliases_seen.tsv") else {
            return eprintln!("skipped: there are no shared tables here");
        };
        for line in shared.lines().filter(|line| !line.starts_with('#')) {
            let (text, rest) = line.split_once('\t').unwrap();
            let codes = rest.split('\t').next().unwrap().trim_start_matches("*(").trim_end_matches(')');
            let codes: Vec<_> = codes.split(' ').filter_map(Country::parse_code).collect();
            let meaning = match codes[..] {
                [] => Found::None,
                [country] => Found::One(country),
                _ => Found::Several(codes),
            };
            assert_eq!(Country::find(text), meaning, "{text}");
        }
    }

    #[test]
    fn agrees_with_the_shared_tables() {
        let Ok(shared) = std::fs::read_to_string("../shared/reference/countries.tsv") else {
            return eprintln!("skipped: there are no shared tables here");
        };
        let ours: BTreeSet<_> = Country::all().map(Country::code).collect();
        let theirs: BTreeSet<_> = shared.lines().skip(1).filter_map(|line| line.split('\t').next()).collect();
        assert_eq!(ours, theirs);
        for line in shared.lines().skip(1) {
            let columns: Vec<_> = line.split('\t').collect();
            let country = country(columns[0]);
            assert_eq!(country.alpha3(), columns[1]);
            assert_eq!(country.numeric().unwrap_or_default(), columns[2]);
            for name in [columns[1], columns[3], columns[5]] {
                // People write "Congo" for either of two countries, and so does the United Nations for one of them.
                let two = name == "Congo (the)" && matches!(Country::find(name), Found::Several(_));
                assert!(two || Country::find(name) == Found::One(country), "{name}: {:?}", Country::find(name));
            }
            // The smallest area there is the intermediate one, where M49 has one.
            let area = if columns[10].is_empty() { columns[8] } else { columns[10] };
            let area = if area.is_empty() { String::new() } else { format!("{area:0>3}") };
            assert_eq!(country.sub_region().map_or("", Region::code), area, "{country}");
        }
    }
}
