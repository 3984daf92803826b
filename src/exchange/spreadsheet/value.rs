//! What a field holds, in a form that is the same for every field: so one reader, one comparison and one writer serve all.

use chrono::NaiveDate;

use super::items::{join_items, split_items};
use super::table::number_text;
use super::vocabulary::Vocabulary;
use crate::domain::Id;
use crate::domain::reference::Tongue;
use crate::domain::text::fold;

/// The content of a field. Codes are those of the [`Vocabulary`] that the field names.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Value {
    /// Nothing is known.
    #[default]
    Nothing,
    /// Words.
    Text(String),
    /// A record, with the words by which lists name it.
    Record(Id, String),
    /// A calendar date.
    Date(NaiveDate),
    /// A whole number.
    Whole(u32),
    /// A number with decimals.
    Decimal(f64),
    /// Yes or no.
    Flag(bool),
    /// A code.
    Code(&'static str),
    /// Several codes, in their order.
    Codes(Vec<&'static str>),
    /// Words that stand apart from each other.
    Texts(Vec<String>),
    /// Languages with a level where one is known, as codes.
    Languages(Vec<(&'static str, Option<&'static str>)>),
    /// Skills with a level from 1 to 4 and years, where known.
    Skills(Vec<SkillItem>),
}

/// A skill in a cell: "neonatal care (level 3, 5 years)".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkillItem {
    /// The skill in words.
    pub name: String,
    /// 1 to 4.
    pub level: Option<u8>,
    /// Years of practice.
    pub years: Option<u8>,
}

impl SkillItem {
    fn text(&self, tongue: Tongue) -> String {
        let (level, year, years) = match tongue {
            Tongue::English => ("level", "year", "years"),
            Tongue::French => ("niveau", "an", "ans"),
        };
        let level = self.level.map(|number| format!("{level} {number}"));
        let years = self.years.map(|number| format!("{number} {}", if number == 1 { year } else { years }));
        let more: Vec<String> = level.into_iter().chain(years).collect();
        if more.is_empty() { self.name.clone() } else { format!("{} ({})", self.name, more.join(", ")) }
    }

    fn read(text: &str) -> Self {
        let plain = || Self { name: text.to_owned(), level: None, years: None };
        let Some((name, more)) = text.strip_suffix(')').and_then(|text| text.rsplit_once('(')) else { return plain() };
        let (mut level, mut years) = (None, None);
        for part in fold(more).split(',') {
            let words: Vec<&str> = part.split_whitespace().collect();
            match words.as_slice() {
                ["level" | "niveau", number] => level = number.parse().ok().filter(|level| (1..=4).contains(level)),
                [number, "year" | "years" | "an" | "ans"] => years = number.parse().ok(),
                _ => return plain(),
            }
        }
        Self { name: name.trim().to_owned(), level, years }
    }
}

/// Skills of a cell, each once.
pub(super) fn read_skills(text: &str) -> Vec<SkillItem> {
    let mut skills: Vec<SkillItem> = Vec::new();
    // A comma inside brackets parts level from years, not skill from skill.
    let has_years = [" year)", " years)", " an)", " ans)"].iter().any(|end| text.contains(end));
    let text =
        if has_years && !text.contains('\n') && !text.contains(';') { format!("{text};") } else { text.to_owned() };
    for item in split_items(&text) {
        let item = SkillItem::read(&item);
        if !skills.iter().any(|known| fold(&known.name) == fold(&item.name)) {
            skills.push(item);
        }
    }
    skills
}

impl Value {
    /// The value as a person reads it and as the reader of this room reads it back.
    pub fn text(&self, vocabulary: Option<Vocabulary>, tongue: Tongue) -> String {
        let label = |code: &'static str| match vocabulary {
            Some(vocabulary) => vocabulary.label(code, tongue),
            None => code.to_owned(),
        };
        match self {
            Self::Nothing => String::new(),
            Self::Text(text) | Self::Record(_, text) => text.clone(),
            Self::Date(date) => date.to_string(),
            Self::Whole(number) => number.to_string(),
            Self::Decimal(number) => number_text(*number),
            Self::Flag(flag) => match (flag, tongue) {
                (true, Tongue::English) => "yes",
                (true, Tongue::French) => "oui",
                (false, Tongue::English) => "no",
                (false, Tongue::French) => "non",
            }
            .to_owned(),
            Self::Code(code) => label(code),
            Self::Codes(codes) => join_items(&codes.iter().copied().map(label).collect::<Vec<_>>()),
            Self::Texts(texts) => join_items(texts),
            Self::Languages(languages) => {
                let one = |(language, level): &(&'static str, Option<&'static str>)| match level {
                    Some(level) => {
                        let level = Vocabulary::Level.name(level, tongue);
                        format!("{} {level}", Vocabulary::Language.label(language, tongue))
                    }
                    None => Vocabulary::Language.label(language, tongue),
                };
                join_items(&languages.iter().map(one).collect::<Vec<_>>())
            }
            Self::Skills(skills) => join_items(&skills.iter().map(|skill| skill.text(tongue)).collect::<Vec<_>>()),
        }
    }

    /// Nothing in it.
    pub fn is_nothing(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::Text(text) | Self::Record(_, text) => text.is_empty(),
            Self::Codes(codes) => codes.is_empty(),
            Self::Texts(texts) => texts.is_empty(),
            Self::Languages(languages) => languages.is_empty(),
            Self::Skills(skills) => skills.is_empty(),
            _ => false,
        }
    }
}
