//! Both sides' values of each finding, and the English sentence for them.

use super::PaperState;
use crate::domain::mission::Stage;
use crate::domain::reference::{Country, Language, Occupation, Tongue};
use crate::domain::span::Span;
use crate::domain::volunteer::{Category, ClearanceKind, Education, Level, Standing};
use crate::matching::wording::Wording;
use chrono::NaiveDate;
use serde::Serialize;
use std::fmt::{Display, Formatter, Result};

/// What a person has of something that is recorded for some people and not for others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Has<T> {
    /// This.
    Value(T),
    /// Others are recorded, but not this.
    Nothing,
    /// None are recorded.
    NotKnown,
}

/// Both sides' values of a finding. Whether they are good or bad is in its verdict.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the fields are the values that the line above them names, the placement's first")]
pub enum Reason {
    /// Where the person stands.
    Standing { has: Standing },
    /// Nobody has ruled out the country.
    CountryNotRuledOut { country: Country },
    /// The person does not go to the country.
    RuledOut { country: Country },
    /// The medical office cannot support the person in the country.
    MedicallyUnsupported { country: Country },
    /// Nationalities that the host does not take, and the person's.
    Host { excluded: Vec<Country>, has: Vec<Country> },
    /// The partner said no to the person, at this placement or another, on a day and why.
    RefusedByPartner { placement: String, on: NaiveDate, why: String },
    /// The office has decided against the person here, and why.
    NotHere { why: String },
    /// The office has decided against the person at every placement of the partner, and why.
    NotAtPartner { why: String },
    /// The person is held for another placement, until a day where one is set.
    HeldElsewhere { placement: String, until: Option<NaiveDate> },
    /// Most weeks in all as a category; weeks served or agreed, and weeks of the mission.
    Total { category: Category, most: u16, served: i64, weeks: i64 },
    /// The person holds a place of the placement.
    AlreadyHere { mission: String, stage: Stage },
    /// The person was declined for the placement.
    DeclinedHere { mission: String },
    /// Free on these days.
    Free { days: Span },
    /// Nothing is known of when the person is available; these days were looked at.
    AvailabilityNotKnown { days: Span },
    /// The start window or the funding was over on a day; these days were looked at.
    WindowOver { over: NaiveDate, days: Span },
    /// Free on these days but for a mission that nobody has agreed to.
    ProposedElsewhere { days: Span, mission: String },
    /// Last day to start, and the next days on which the person is free.
    FreeTooLate { start_until: NaiveDate, free: Span },
    /// Least weeks, and from when the person is free until what ends it: the availability or the funding.
    FreeTooShort { least: u16, from: NaiveDate, until: NaiveDate, funding_ends: bool },
    /// Weeks of the placement and weeks that the person accepts.
    Weeks { asked_least: u16, asked_most: u16, has_least: Option<u16>, has_most: Option<u16> },
    /// Limits of age in years, and the age on the first and on the last day.
    Age { least: u8, most: u8, on_first: i32, on_last: i32 },
    /// Limits of age in years; the day of birth is not known.
    BirthNotKnown { least: u8, most: u8 },
    /// The placement accepts all categories.
    AnyCategory,
    /// The person serves as this.
    ServesAs { category: Category },
    /// Categories of both sides, none in common.
    CategoryNotAccepted { accepted: Vec<Category>, has: Vec<Category> },
    /// Categories accepted; the person's are not known.
    CategoryNotKnown { accepted: Vec<Category> },
    /// The category depends on the country, and the placement names none.
    PlacementCountryNotKnown { category: Category },
    /// The category depends on residence and nationality, which are not known.
    OriginNotKnown { category: Category },
    /// The country is the person's own, so they are not international there.
    OwnCountry { country: Country },
    /// The country is not the person's own, so they are not national there.
    NotOwnCountry { country: Country, residence: Option<Country> },
    /// Age band of youth volunteers in years, and the age on the first day where it is known.
    YouthAge { least: u8, most: u8, age: Option<i32> },
    /// The country, and the countries of the person's heritage; who is in an association of its diaspora serves as well.
    Heritage { country: Country, heritage: Vec<Country> },
    /// Whether the placement takes company and from how many weeks; weeks of the mission and who comes along.
    Company { takes: bool, from_weeks: u16, weeks: i64, partner: bool, dependants: u8 },
    /// Occupations of both sides, the leading digits they share and how many are needed.
    Occupation { asked: Occupation, has: Occupation, shared: u8, needed: u8 },
    /// Occupation asked for; the person's is not known.
    OccupationNotKnown { asked: Occupation },
    /// A skill with level (1 to 4) and years.
    Skill { name: Wording, asked_level: Option<u8>, asked_years: Option<u8>, level: Has<Option<u8>>, years: Option<u8> },
    /// A language with level.
    Language { language: Language, asked: Option<Level>, has: Has<Option<Level>> },
    /// The requirement names no language.
    LanguageNotNamed,
    /// A qualification; the person's education, and whether they stated a qualification in words.
    Qualification { name: Wording, education: Option<Education>, stated: bool },
    /// Years of experience.
    Experience { name: Wording, asked: Option<u8>, has: Option<u8> },
    /// A condition that only a person can judge.
    ToJudge { name: Wording },
    /// A paper: how it stands, until when it is good and has to be, weeks it takes and weeks left until the start.
    Paper {
        #[serde(rename = "paper")]
        kind: ClearanceKind,
        state: PaperState,
        until: Option<NaiveDate>,
        needed_until: NaiveDate,
        lead_weeks: u16,
        weeks_left: i64,
    },
}

/// Adds why somebody decided, where they said so.
fn because(f: &mut Formatter<'_>, why: &str) -> Result {
    if why.is_empty() { Ok(()) } else { write!(f, ": {why}") }
}

impl Display for Reason {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Standing { has } => f.write_str(match has {
                Standing::Applied => "has applied, not assessed yet",
                Standing::Assessed => "is assessed",
                Standing::Ready => "is ready",
                Standing::Resting => "is resting",
                Standing::Refused => "was refused",
                Standing::Left => "has left",
            }),
            Self::CountryNotRuledOut { country } => write!(f, "{} is not ruled out", english(*country)),
            Self::RuledOut { country } => write!(f, "does not go to {}", english(*country)),
            Self::MedicallyUnsupported { country } => {
                write!(f, "the medical office cannot support the person in {}", english(*country))
            }
            Self::Host { excluded, has } => {
                let names = |some: &[Country]| List(&some.iter().map(|c| english(*c)).collect::<Vec<_>>()).to_string();
                write!(f, "the host takes no citizens of {}, ", names(excluded))?;
                match has.as_slice() {
                    [] => f.write_str("the nationality is not known"),
                    has => write!(f, "is a citizen of {}", names(has)),
                }
            }
            Self::RefusedByPartner { placement, on, why } => {
                write!(f, "the partner said no for {placement} on {on}")?;
                because(f, why)
            }
            Self::NotHere { why } => {
                f.write_str("the office decided against it")?;
                because(f, why)
            }
            Self::NotAtPartner { why } => {
                f.write_str("the office decided against any placement of this partner")?;
                because(f, why)
            }
            Self::HeldElsewhere { placement, until } => {
                write!(f, "held for {placement}")?;
                until.map_or(Ok(()), |until| write!(f, " until {until}"))
            }
            Self::Total { category, most, served, weeks } => {
                write!(
                    f,
                    "at most {most} weeks in all as {category} volunteer, has {served} and would serve {weeks} more"
                )
            }
            Self::AlreadyHere { mission, stage } => {
                write!(f, "already has mission {mission} in this placement ({stage})")
            }
            Self::DeclinedHere { mission } => write!(f, "was declined for this placement before ({mission})"),
            Self::Free { days } => write!(f, "free from {}", Weeks(*days)),
            Self::AvailabilityNotKnown { days } => {
                write!(f, "the availability is not known, looked at {}", Weeks(*days))
            }
            Self::WindowOver { over, days } => {
                write!(f, "the start window was over on {over}, looked at {}", Weeks(*days))
            }
            Self::ProposedElsewhere { days, mission } => {
                write!(f, "free from {}, but proposed for {mission} in that time", Weeks(*days))
            }
            Self::FreeTooLate { start_until, free } => {
                write!(f, "starts by {start_until}, free from {}", Weeks(*free))
            }
            Self::FreeTooShort { least, from, until, funding_ends } => {
                let what = if *funding_ends { "funded" } else { "available" };
                write!(f, "needs {least} weeks, free from {from} and {what} until {until}")
            }
            Self::Weeks { asked_least, asked_most, has_least, has_most } => {
                write!(f, "needs {asked_least} to {asked_most} weeks, accepts ")?;
                match (has_least, has_most) {
                    (Some(least), Some(most)) => write!(f, "{least} to {most}"),
                    (Some(least), None) => write!(f, "at least {least}"),
                    (None, Some(most)) => write!(f, "at most {most}"),
                    (None, None) => f.write_str("any"),
                }
            }
            Self::Age { least, most, on_first, on_last } => {
                write!(f, "{least} to {most} years old, is {on_first} on the first day and {on_last} on the last")
            }
            Self::BirthNotKnown { least, most } => {
                write!(f, "{least} to {most} years old, the day of birth is not known")
            }
            Self::AnyCategory => f.write_str("accepts all categories"),
            Self::ServesAs { category } => write!(f, "serves as {category} volunteer"),
            Self::CategoryNotAccepted { accepted, has } => {
                write!(f, "accepts {}, may serve as {}", List(accepted), List(has))
            }
            Self::CategoryNotKnown { accepted } => {
                write!(f, "accepts {}, the person's category is not known", List(accepted))
            }
            Self::PlacementCountryNotKnown { category } => {
                write!(f, "serves as {category} volunteer, but the placement's country is not known")
            }
            Self::OriginNotKnown { category } => {
                write!(f, "serves as {category} volunteer, but residence and nationality are not known")
            }
            Self::OwnCountry { country } => {
                write!(f, "international volunteers serve abroad, {} is the person's own country", english(*country))
            }
            Self::NotOwnCountry { country, residence } => {
                write!(f, "national volunteers live in {} or are its citizens", english(*country))?;
                residence.map_or(Ok(()), |residence| write!(f, ", lives in {}", english(residence)))
            }
            Self::YouthAge { least, most, age } => {
                write!(f, "youth volunteers are {least} to {most} years old, ")?;
                match age {
                    Some(age) => write!(f, "is {age}"),
                    None => f.write_str("the day of birth is not known"),
                }
            }
            Self::Heritage { country, heritage } => {
                let country = english(*country);
                write!(
                    f,
                    "diaspora volunteers have their heritage in {country} or are in an association of its diaspora, "
                )?;
                if heritage.is_empty() {
                    return f.write_str("the heritage is not known");
                }
                let names: Vec<_> = heritage.iter().map(|country| english(*country)).collect();
                write!(f, "has it in {}", List(&names))
            }
            Self::Company { takes, from_weeks, weeks, partner, dependants } => {
                if *takes {
                    write!(f, "takes company from {from_weeks} weeks, comes with ")?;
                } else {
                    f.write_str("takes nobody along, comes with ")?;
                }
                f.write_str(match (partner, dependants) {
                    (true, 0) => "a partner",
                    (true, _) => "a partner and ",
                    _ => "",
                })?;
                match dependants {
                    0 => {}
                    1 => f.write_str("1 dependant")?,
                    more => write!(f, "{more} dependants")?,
                }
                if *takes { write!(f, " for {weeks} weeks") } else { Ok(()) }
            }
            Self::Occupation { asked, has, .. } => {
                write!(f, "needs {asked} {}, has ", asked.name(Tongue::English))?;
                if asked == has { f.write_str("just that") } else { write!(f, "{has} {}", has.name(Tongue::English)) }
            }
            Self::OccupationNotKnown { asked } => {
                write!(f, "needs {asked} {}, the occupation is not known", asked.name(Tongue::English))
            }
            Self::Skill { name, asked_level, asked_years, level, years } => {
                write!(f, "needs {name}{}, ", LevelAndYears(*asked_level, *asked_years))?;
                match level {
                    Has::NotKnown => f.write_str("the skills are not known"),
                    Has::Nothing => f.write_str("does not have it"),
                    Has::Value(None) if asked_level.is_some() => {
                        f.write_str("has it, level not known")?;
                        years.map_or(Ok(()), |years| write!(f, ", and {}", Years(years)))
                    }
                    Has::Value(None) if years.is_none() => f.write_str("has it"),
                    Has::Value(level) => write!(f, "has{}", LevelAndYears(*level, *years)),
                }
            }
            Self::Language { language, asked, has } => {
                let name = language.name(Tongue::English);
                write!(f, "needs {name}")?;
                asked.map_or(Ok(()), |level| write!(f, " {level}"))?;
                match has {
                    Has::NotKnown => f.write_str(", the languages are not known"),
                    Has::Nothing => write!(f, ", has no {name}"),
                    Has::Value(Some(level)) => write!(f, ", has {name} {level}"),
                    Has::Value(None) => write!(f, ", has {name}, level not known"),
                }
            }
            Self::LanguageNotNamed => f.write_str("a language is required, but not named"),
            Self::Qualification { name, education, stated } => {
                write!(f, "needs {name}, ")?;
                match (education, stated) {
                    (_, true) => f.write_str("see the qualification stated"),
                    (Some(education), false) => write!(f, "has {education}"),
                    (None, false) => f.write_str("the education is not known"),
                }
            }
            Self::Experience { name, asked: None, .. } => write!(f, "needs experience: {name}, to be judged"),
            Self::Experience { name, asked: Some(asked), has } => {
                write!(f, "needs {}", Years(*asked))?;
                if !name.is_empty() {
                    write!(f, " ({name})")?;
                }
                match has {
                    Some(has) => write!(f, ", has {has}"),
                    None => f.write_str(", the years are not known"),
                }
            }
            Self::ToJudge { name } => write!(f, "to be judged: {name}"),
            Self::Paper { kind, state, until, needed_until, lead_weeks, weeks_left } => {
                let name = paper_name(*kind);
                let takes = Takes { lead_weeks: *lead_weeks, weeks_left: *weeks_left };
                match (state, until) {
                    (PaperState::Good | PaperState::Expires, Some(until)) => {
                        write!(f, "{name} needed until {needed_until}, good until {until}")?;
                        if *state == PaperState::Expires { write!(f, ", to renew: {takes}") } else { Ok(()) }
                    }
                    (PaperState::Good | PaperState::Expires, None) => write!(f, "{name} held"),
                    (PaperState::Refused, _) => write!(f, "{name} refused"),
                    (PaperState::Requested, _) => write!(f, "{name} requested: {takes}"),
                    (PaperState::Missing, _) => write!(f, "{name} missing: {takes}"),
                    (PaperState::NotKnown, _) => write!(f, "{name} not known: {takes}"),
                }
            }
        }
    }
}

fn english(country: Country) -> &'static str {
    country.name(Tongue::English)
}

fn paper_name(kind: ClearanceKind) -> &'static str {
    match kind {
        ClearanceKind::Police => "police check",
        ClearanceKind::Other => "other paper",
        kind => kind.code(),
    }
}

/// "2027-01-10 to 2028-01-08 (52 weeks)"
struct Weeks(Span);

impl Display for Weeks {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{} to {} ({} weeks)", self.0.first, self.0.last, self.0.weeks())
    }
}

/// "national, youth"
struct List<'a, T>(&'a [T]);

impl<T: Display> Display for List<'_, T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        for (place, item) in self.0.iter().enumerate() {
            f.write_str(if place == 0 { "" } else { ", " })?;
            item.fmt(f)?;
        }
        Ok(())
    }
}

/// "5 years"
struct Years(u8);

impl Display for Years {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        if self.0 == 1 { f.write_str("1 year") } else { write!(f, "{} years", self.0) }
    }
}

/// " level 3 and 2 years", with a blank before it where there is something to say
struct LevelAndYears(Option<u8>, Option<u8>);

impl Display for LevelAndYears {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        self.0.map_or(Ok(()), |level| write!(f, " level {level}"))?;
        match (self.0, self.1) {
            (_, None) => Ok(()),
            (Some(_), Some(years)) => write!(f, " and {}", Years(years)),
            (None, Some(years)) => write!(f, " {}", Years(years)),
        }
    }
}

/// "8 weeks, start in 6"
struct Takes {
    lead_weeks: u16,
    weeks_left: i64,
}

impl Display for Takes {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{} weeks, start in {}", self.lead_weeks, self.weeks_left)
    }
}
