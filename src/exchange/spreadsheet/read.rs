//! From a cell to the value of a field: what fits, and what is left for a person to look at.

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;

use super::dates::{Century, DateText, DayOrder, read_date};
use super::field::Shape;
use super::items::split_items;
use super::table::Cell;
use super::value::{Value, read_skills};
use super::vocabulary::{Meaning, Vocabulary};
use crate::domain::Kind;
use crate::domain::reference::Tongue;
use crate::domain::reference::language::level_synonym;
use crate::domain::text::{fold, western_digit};
use crate::domain::volunteer::Level;

/// Why a cell, or a part of it, does not fit its field. `Display` is the end of a sentence that begins with the text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Misfit {
    /// No date.
    NoDate,
    /// Two dates: the order of day and month must be chosen.
    DayOrMonth,
    /// A date only in the other order than the one chosen.
    OtherOrder,
    /// A month without a day: its first day was taken.
    MonthOnly,
    /// No number.
    NoNumber,
    /// More than the field takes.
    TooMuch(u32),
    /// Neither yes nor no.
    NoYesOrNo,
    /// No e-mail address.
    NoEmail,
    /// No word of the vocabulary.
    Unknown(Vocabulary),
    /// One of several words of the vocabulary.
    Several(Vocabulary, Vec<&'static str>),
    /// A language is clear, its level is not.
    LevelUnclear,
    /// An error of the spreadsheet.
    SheetError,
    /// A latitude without a longitude, or the other way round.
    HalfPosition,
    /// Another column has filled the field already.
    Second,
    /// A record of that kind that is not there.
    NotThere(Kind),
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoDate => write!(f, "is not a date"),
            Self::DayOrMonth => write!(f, "may be two dates: choose whether the day or the month comes first"),
            Self::OtherOrder => write!(f, "is not a date in the order chosen"),
            Self::MonthOnly => write!(f, "is a month: its first day was taken"),
            Self::NoNumber => write!(f, "is not a whole number"),
            Self::TooMuch(most) => write!(f, "is more than {most}"),
            Self::NoYesOrNo => write!(f, "is neither yes nor no"),
            Self::NoEmail => write!(f, "is not an e-mail address"),
            Self::Unknown(vocabulary) => write!(f, "is not a known {}", vocabulary.noun()),
            Self::Several(vocabulary, codes) => {
                let labels: Vec<String> =
                    codes.iter().take(8).map(|code| vocabulary.label(code, Tongue::English)).collect();
                write!(f, "may be one of several: {}", labels.join(", "))
            }
            Self::LevelUnclear => write!(f, "names a language, but no clear level"),
            Self::SheetError => write!(f, "is an error of the spreadsheet"),
            Self::HalfPosition => write!(f, "is half a position"),
            Self::Second => write!(f, "is a second value for a field that takes one"),
            Self::NotThere(Kind::Organisation) => write!(f, "is not an organisation of this office"),
            Self::NotThere(kind) => write!(f, "is not a {kind} of this office"),
        }
    }
}

impl Vocabulary {
    /// What one of its words is.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Region => "region",
            Self::Language => "language",
            Self::Occupation => "occupation",
            Self::Sector => "sector",
            Self::Sex => "word for a sex",
            Self::Level => "level",
            Self::Category => "category",
            Self::Education => "kind of education",
            Self::Standing => "standing",
            Self::OrganisationKind => "kind of organisation",
            Self::Priority => "priority",
            Self::PlacementStatus => "status",
            Self::DueDiligence => "outcome of a check",
            Self::PracticeStage => "stage of a practice",
            Self::LinkKind => "kind of link",
            Self::OfferSide => "word for offers or needs",
            Self::OfferKind => "kind of offer",
            Self::Finding => "word for what was found",
            Self::ReplicationResult => "result of a replication",
            Self::AgeBand => "age band",
        }
    }
}

/// A text that does not fit, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// The cell, or the part of it.
    pub text: String,
    /// Why.
    pub why: Misfit,
}

/// What was read from a cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// What fits; nothing where nothing does.
    pub value: Value,
    /// What does not, or needs a look.
    pub left: Vec<Left>,
    /// A person has matched the text to nothing.
    pub emptied: bool,
}

impl Reading {
    fn of(value: Value) -> Self {
        Self { value, ..Self::default() }
    }

    fn misfit(text: &str, why: Misfit) -> Self {
        Self { left: vec![Left { text: text.to_owned(), why }], ..Self::default() }
    }
}

/// How a person wants texts matched: folded text to code, or to nothing.
pub type Matches = BTreeMap<String, Option<String>>;

/// What reading a column depends on.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'m> {
    /// What the field takes.
    pub shape: Shape,
    /// Order of day and month: chosen, or proved by the column.
    pub order: Option<DayOrder>,
    /// What the person has matched.
    pub matches: &'m Matches,
    /// For two-digit years.
    pub today: NaiveDate,
}

/// Words for "nothing", in tables that leave no cell empty.
const NOTHING: [&str; 16] = [
    "-",
    "--",
    "---",
    "n/a",
    "none",
    "null",
    "nil",
    "#n/a",
    "not found",
    "not_found",
    "aucun",
    "aucune",
    "neant",
    "keine",
    "unknown",
    "inconnu",
];

impl Reader<'_> {
    /// Reads a cell.
    pub fn read(&self, cell: &Cell) -> Reading {
        if let Cell::Error(text) = cell {
            return Reading::misfit(text, Misfit::SheetError);
        }
        let text = cell.text();
        let text = text.trim();
        if text.is_empty() {
            return Reading::default();
        }
        match self.shape {
            Shape::Text => Reading::of(Value::Text(text.replace('\n', " "))),
            Shape::Paragraphs => Reading::of(Value::Text(without_markup(text))),
            Shape::Texts => Reading::of(Value::Texts(split_items(text))),
            Shape::Skills => Reading::of(Value::Skills(read_skills(text))),
            _ if NOTHING.contains(&fold(text).as_str()) => Reading::default(),
            Shape::Email => email(text),
            Shape::Birth | Shape::Date => self.date(cell, text),
            Shape::Whole(most) => whole(text, most),
            Shape::Degrees(most) => degrees(text, most),
            Shape::Flag => flag(text),
            Shape::One(vocabulary) => match self.code(vocabulary, text) {
                Ok(Some(code)) => Reading::of(Value::Code(code)),
                Ok(None) => Reading { emptied: true, ..Reading::default() },
                Err(why) => Reading::misfit(text, why),
            },
            Shape::Many(vocabulary) => self.codes(vocabulary, text),
            Shape::Languages => self.languages(text),
        }
    }

    fn date(&self, cell: &Cell, text: &str) -> Reading {
        let century =
            if self.shape == Shape::Birth { Century::of_births(self.today) } else { Century::of_events(self.today) };
        if let Some(date) = cell.date() {
            return Reading::of(Value::Date(date));
        }
        let Some(found) = read_date(text, century).filter(|_| matches!(cell, Cell::Text(_))) else {
            return Reading::misfit(text, Misfit::NoDate);
        };
        match (found, found.date(self.order)) {
            (DateText::Month(first), _) => Reading {
                value: Value::Date(first),
                left: vec![Left { text: text.to_owned(), why: Misfit::MonthOnly }],
                emptied: false,
            },
            (_, Some(date)) => Reading::of(Value::Date(date)),
            (DateText::TwoWays { .. }, None) => Reading::misfit(text, Misfit::DayOrMonth),
            (_, None) => Reading::misfit(text, Misfit::OtherOrder),
        }
    }

    /// The person's own match comes first, then what the vocabulary knows.
    fn code(&self, vocabulary: Vocabulary, text: &str) -> Result<Option<&'static str>, Misfit> {
        match self.matches.get(&fold(text)) {
            Some(None) => return Ok(None),
            Some(Some(code)) => return vocabulary.parse(code).map(Some).ok_or(Misfit::Unknown(vocabulary)),
            None => {}
        }
        match vocabulary.find(text) {
            Meaning::One(code) => Ok(Some(code)),
            Meaning::Nothing => Ok(None),
            Meaning::Several(codes) => Err(Misfit::Several(vocabulary, codes)),
            Meaning::Unknown => Err(Misfit::Unknown(vocabulary)),
        }
    }

    fn codes(&self, vocabulary: Vocabulary, text: &str) -> Reading {
        // "Korea, Republic of" is one name.
        if let Ok(code) = self.code(vocabulary, text) {
            return Reading::of(code.map_or(Value::Nothing, |code| Value::Codes(vec![code])));
        }
        let (mut codes, mut left) = (Vec::new(), Vec::new());
        for item in split_items(text) {
            match self.code(vocabulary, &item) {
                Ok(Some(code)) if codes.contains(&code) => {}
                Ok(code) => codes.extend(code),
                Err(why) => left.push(Left { text: item, why }),
            }
        }
        Reading { value: if codes.is_empty() { Value::Nothing } else { Value::Codes(codes) }, left, emptied: false }
    }

    fn languages(&self, text: &str) -> Reading {
        let (mut languages, mut left) = (Vec::new(), Vec::new());
        for item in split_items(text) {
            if NOTHING.contains(&fold(&item).as_str()) {
                continue;
            }
            match self.language(&item) {
                Ok(Some((language, level))) => {
                    if level == Err(()) {
                        left.push(Left { text: item, why: Misfit::LevelUnclear });
                    }
                    if !languages.iter().any(|(known, _)| *known == language) {
                        languages.push((language, level.ok().flatten()));
                    }
                }
                Ok(None) => {}
                Err(why) => left.push(Left { text: item, why }),
            }
        }
        Reading {
            value: if languages.is_empty() { Value::Nothing } else { Value::Languages(languages) },
            left,
            emptied: false,
        }
    }

    /// A language and its level: none, a sure one, or one that is not clear.
    #[allow(clippy::type_complexity)] // said once, here
    fn language(&self, item: &str) -> Result<Option<(&'static str, Result<Option<&'static str>, ()>)>, Misfit> {
        let whole = self.code(Vocabulary::Language, item);
        if let Ok(language) = whole {
            return Ok(language.map(|language| (language, Ok(None))));
        }
        let words: Vec<&str> =
            item.split([' ', '(', ')', ':', '-', '–', '/']).filter(|word| !word.is_empty()).collect();
        for at in (1..words.len()).rev() {
            let Ok(Some(language)) = self.code(Vocabulary::Language, &words[..at].join(" ")) else { continue };
            let rest = words[at..].join(" ");
            let level = Level::parse(&rest).or_else(|| Level::parse(&rest.to_uppercase())).map(Level::code);
            let level = match (level, level_synonym(&rest)) {
                (Some(level), _) | (None, Some((level, true))) => Ok(Some(level)),
                _ => Err(()),
            };
            return Ok(Some((language, level)));
        }
        whole.map(|_| None)
    }
}

fn western(text: &str) -> String {
    text.chars().map(western_digit).collect()
}

fn email(text: &str) -> Reading {
    let address = text.trim_start_matches("mailto:").trim_matches(['<', '>']);
    let good = address
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && !host.is_empty() && !address.contains(char::is_whitespace));
    if good { Reading::of(Value::Text(address.to_owned())) } else { Reading::misfit(text, Misfit::NoEmail) }
}

/// A whole number, with a unit after it or not: "10 weeks".
fn whole(text: &str, most: u32) -> Reading {
    let western = western(text);
    let number = western.trim_end_matches(|c: char| c.is_alphabetic() || c == '.' || c == ' ');
    let number = number.strip_suffix(".0").unwrap_or(number);
    match number.parse::<u32>() {
        Ok(number) if number > most => Reading::misfit(text, Misfit::TooMuch(most)),
        Ok(number) => Reading::of(Value::Whole(number)),
        Err(_) => Reading::misfit(text, Misfit::NoNumber),
    }
}

fn degrees(text: &str, most: u32) -> Reading {
    let western = western(text);
    let number = if western.contains('.') { western } else { western.replacen(',', ".", 1) };
    match number.parse::<f64>() {
        Ok(number) if number.abs() > f64::from(most) => Reading::misfit(text, Misfit::TooMuch(most)),
        Ok(number) if number.is_finite() => Reading::of(Value::Decimal(number)),
        _ => Reading::misfit(text, Misfit::NoNumber),
    }
}

fn flag(text: &str) -> Reading {
    match fold(text).as_str() {
        "yes" | "y" | "true" | "1" | "x" | "oui" | "o" | "vrai" | "ja" | "si" | "sim" => Reading::of(Value::Flag(true)),
        "no" | "n" | "false" | "0" | "non" | "faux" | "nein" | "nao" => Reading::of(Value::Flag(false)),
        _ => Reading::misfit(text, Misfit::NoYesOrNo),
    }
}

/// Line breaks and signs that exporters of web forms leave in prose.
fn without_markup(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return text.to_owned();
    }
    let mut plain = text.to_owned();
    for mark in ["<br>", "<BR>", "<br/>", "<BR/>", "<br />", "<BR />"] {
        plain = plain.replace(mark, "\n");
    }
    for (mark, sign) in [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
        plain = plain.replace(mark, sign);
    }
    plain.trim().to_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read_with(shape: Shape, text: &str, matches: &Matches) -> Reading {
        let today = NaiveDate::from_ymd_opt(2026, 6, 15).unwrap();
        Reader { shape, order: None, matches, today }.read(&Cell::Text(text.to_owned()))
    }

    fn read(shape: Shape, text: &str) -> Reading {
        read_with(shape, text, &Matches::new())
    }

    fn left(reading: &Reading) -> Vec<String> {
        reading.left.iter().map(|left| format!("{} {}", left.text, left.why)).collect()
    }

    #[test]
    fn languages_come_with_a_level_where_it_is_sure() {
        let levels = read(Shape::Languages, "French B2; English (native); Nepali: mother tongue; Spanish");
        assert_eq!(
            levels.value,
            Value::Languages(vec![("fr", Some("B2")), ("en", Some("native")), ("ne", Some("native")), ("es", None)])
        );
        assert_eq!(levels.left, []);
        let class = read(Shape::Languages, "Spanish 1");
        assert_eq!(class.value, Value::Languages(vec![("es", None)]));
        assert_eq!(left(&class), ["Spanish 1 names a language, but no clear level"]);
        assert_eq!(read(Shape::Languages, "None"), Reading::default());
        let family = read(Shape::Languages, "Romance Language");
        assert_eq!(family.value, Value::Nothing);
        assert!(matches!(family.left[0].why, Misfit::Several(Vocabulary::Language, _)));
        assert_eq!(left(&read(Shape::Languages, "Other")), ["Other is not a known language"]);
    }

    #[test]
    fn a_person_matches_what_the_vocabulary_does_not_know() {
        let country = Shape::One(Vocabulary::Country);
        assert!(matches!(read(country, "Eastern Caribbean").left[0].why, Misfit::Several(..)));
        let matches = Matches::from([
            (fold("Eastern Caribbean"), Some("LC".to_owned())),
            (fold("Headquarters"), None),
            (fold("Typo"), Some("ZZ".to_owned())),
        ]);
        assert_eq!(read_with(country, "EASTERN CARIBBEAN", &matches).value, Value::Code("LC"));
        assert!(read_with(country, "Headquarters", &matches).emptied);
        assert_eq!(read_with(country, "Typo", &matches).left.len(), 1);
        let many = read(Shape::Many(Vocabulary::Country), "Kenya, Atlantis, Korea");
        assert_eq!(many.value, Value::Codes(vec!["KE"]));
        assert_eq!(many.left.len(), 2);
        let one_name = read(Shape::Many(Vocabulary::Country), "Korea, Republic of");
        assert_eq!(one_name.value, Value::Codes(vec!["KR"]));
    }

    #[test]
    fn numbers_flags_and_addresses() {
        assert_eq!(read(Shape::Whole(99), "10 weeks").value, Value::Whole(10));
        assert_eq!(read(Shape::Whole(99), "२८").value, Value::Whole(28));
        assert_eq!(left(&read(Shape::Whole(99), "100")), ["100 is more than 99"]);
        assert_eq!(left(&read(Shape::Whole(99), "-1")), ["-1 is not a whole number"]);
        assert_eq!(left(&read(Shape::Whole(99), "1.5")), ["1.5 is not a whole number"]);
        assert_eq!(read(Shape::Degrees(90), "-8,98654").value, Value::Decimal(-8.98654));
        assert_eq!(read(Shape::Flag, "Oui").value, Value::Flag(true));
        assert_eq!(left(&read(Shape::Flag, "perhaps")), ["perhaps is neither yes nor no"]);
        assert_eq!(left(&read(Shape::Email, "ann at home")), ["ann at home is not an e-mail address"]);
        assert_eq!(read(Shape::Paragraphs, "One<br>two &amp; three").value, Value::Text("One\ntwo & three".into()));
        assert_eq!(left(&read(Shape::Date, "May 2027")), ["May 2027 is a month: its first day was taken"]);
    }
}
