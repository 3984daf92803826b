//! What the window says, in the reader's language: Fluent catalogues (`assets/texts/LANG.ftl`), dates and counts.
//!
//! Knows no records and no egui: a key goes in, a text comes out. A key that is missing shows itself.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, PoisonError};

use chrono::{Datelike as _, NaiveDate, Weekday};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

pub use fluent_bundle::FluentValue;

/// A language of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// British English.
    #[default]
    English,
    /// French.
    French,
}

impl Language {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::English, Self::French];

    /// Its ISO 639-1 code, which is the name of its catalogue as well.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
        }
    }

    /// The language for a code or a locale such as "fr" or "fr_CA.UTF-8", where it is one of ours.
    pub fn from_code(code: &str) -> Option<Self> {
        let language = code.split(['-', '_', '.']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|candidate| candidate.code().eq_ignore_ascii_case(language))
    }

    /// The one to change to.
    pub fn other(self) -> Self {
        match self {
            Self::English => Self::French,
            Self::French => Self::English,
        }
    }

    /// Its name in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::French => "Français",
        }
    }

    fn catalogue(self) -> &'static str {
        match self {
            Self::English => include_str!("../../assets/texts/en.ftl"),
            Self::French => include_str!("../../assets/texts/fr.ftl"),
        }
    }

    /// What stands between groups of three digits: a comma, or a narrow no-break space.
    fn thousands(self) -> char {
        match self {
            Self::English => ',',
            Self::French => '\u{202f}',
        }
    }
}

/// The texts of one language, ready for use in every frame.
pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    /// Texts without variables, resolved once.
    plain: HashMap<String, String>,
    /// Keys already reported as missing.
    reported: Mutex<HashSet<String>>,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Texts").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Texts {
    /// Reads the catalogue of `language`.
    pub fn new(language: Language) -> Self {
        let resource = match FluentResource::try_new(language.catalogue().to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                tracing::error!(?errors, "the catalogue of {} has faults", language.code());
                resource
            }
        };
        let keys: Vec<String> = keys(language.catalogue()).map(str::to_owned).collect();
        let mut bundle = FluentBundle::new_concurrent(vec![language.code().parse().unwrap_or_default()]);
        // The marks that isolate a variable's direction have no glyph, and our texts run left to right.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::English => |value, _| grouped(value, Language::English),
            Language::French => |value, _| grouped(value, Language::French),
        }));
        bundle.add_resource_overriding(resource);
        let mut plain = HashMap::with_capacity(keys.len());
        for key in keys {
            let mut errors = Vec::new();
            let Some(pattern) = bundle.get_message(&key).and_then(|message| message.value()) else { continue };
            let text = bundle.format_pattern(pattern, None, &mut errors).into_owned();
            if errors.is_empty() {
                plain.insert(key, text);
            }
        }
        Self { language, bundle, plain, reported: Mutex::default() }
    }

    /// The language in use.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Changes the language; the next frame shows it.
    pub fn set_language(&mut self, language: Language) {
        if language != self.language {
            *self = Self::new(language);
        }
    }

    /// The text of `key`, which has no variables. The key itself where the catalogue has none.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        match self.plain.get(key) {
            Some(text) => text,
            None => {
                self.report(key);
                key
            }
        }
    }

    /// The text of `key` with its variables filled in. [`t!`](crate::t) is the shorter way.
    pub fn with(&self, key: &str, variables: &[(&str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            self.report(key);
            return key.to_owned();
        };
        let mut arguments = FluentArgs::with_capacity(variables.len());
        for (name, value) in variables {
            arguments.set(*name, value.clone());
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
        if !errors.is_empty() {
            self.report(key);
        }
        text
    }

    fn report(&self, key: &str) {
        let mut reported = self.reported.lock().unwrap_or_else(PoisonError::into_inner);
        if reported.insert(key.to_owned()) {
            tracing::warn!("no text, or a variable too few, for {key} in {}", self.language.code());
        }
    }

    /// "10 Jan 2027", "10 janv. 2027".
    pub fn date(&self, date: NaiveDate) -> String {
        format!("{} {} {}", date.day(), self.month_short(date.month()), date.year())
    }

    /// "10 Jan", for a year that is known.
    pub fn day_and_month(&self, date: NaiveDate) -> String {
        format!("{} {}", date.day(), self.month_short(date.month()))
    }

    /// "Monday 23 November 2026", "lundi 23 novembre 2026".
    pub fn long_date(&self, date: NaiveDate) -> String {
        let day = match (self.language, date.day()) {
            (Language::French, 1) => "1er".to_owned(),
            (_, day) => day.to_string(),
        };
        format!("{} {day} {} {}", self.weekday(date.weekday()), self.month_name(date.month()), date.year())
    }

    /// "January 2027", "janvier 2027".
    pub fn month_and_year(&self, date: NaiveDate) -> String {
        format!("{} {}", self.month_name(date.month()), date.year())
    }

    /// The name of a month, 1 to 12.
    pub fn month_name(&self, month: u32) -> &str {
        const KEYS: [&str; 12] = [
            "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9",
            "month-10", "month-11", "month-12",
        ];
        self.get(KEYS[(month.clamp(1, 12) - 1) as usize])
    }

    /// The short name of a month, 1 to 12.
    pub fn month_short(&self, month: u32) -> &str {
        const KEYS: [&str; 12] = [
            "month-short-1",
            "month-short-2",
            "month-short-3",
            "month-short-4",
            "month-short-5",
            "month-short-6",
            "month-short-7",
            "month-short-8",
            "month-short-9",
            "month-short-10",
            "month-short-11",
            "month-short-12",
        ];
        self.get(KEYS[(month.clamp(1, 12) - 1) as usize])
    }

    /// "Monday", "lundi".
    pub fn weekday(&self, day: Weekday) -> &str {
        const KEYS: [&str; 7] =
            ["weekday-1", "weekday-2", "weekday-3", "weekday-4", "weekday-5", "weekday-6", "weekday-7"];
        self.get(KEYS[day.num_days_from_monday() as usize])
    }

    /// "Mon", "lun.".
    pub fn weekday_short(&self, day: Weekday) -> &str {
        const KEYS: [&str; 7] = [
            "weekday-short-1",
            "weekday-short-2",
            "weekday-short-3",
            "weekday-short-4",
            "weekday-short-5",
            "weekday-short-6",
            "weekday-short-7",
        ];
        self.get(KEYS[day.num_days_from_monday() as usize])
    }

    /// A whole number with its thousands set apart: "40,112".
    pub fn count(&self, number: usize) -> String {
        grouped_digits(&number.to_string(), self.language.thousands())
    }
}

/// A text of the catalogue: `t!(texts, "key")` is a `&str`, `t!(texts, "key", name = value)` a `String`.
///
/// Values are texts or whole numbers; numbers get their thousands set apart.
#[macro_export]
macro_rules! t {
    ($texts:expr, $key:literal) => {
        $texts.get($key)
    };
    ($texts:expr, $key:literal, $($name:ident = $value:expr),+ $(,)?) => {
        $texts.with($key, &[$((stringify!($name), $crate::app::texts::FluentValue::from($value))),+])
    };
}

/// The keys of a catalogue, in its order.
fn keys(catalogue: &str) -> impl Iterator<Item = &str> {
    catalogue.lines().filter_map(|line| {
        let (key, _) = line.split_once(" =")?;
        key.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(key)
    })
}

fn grouped(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 => {
            Some(grouped_digits(&number.as_string(), language.thousands()))
        }
        _ => None,
    }
}

fn grouped_digits(digits: &str, separator: char) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    text.push_str(sign);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests;
