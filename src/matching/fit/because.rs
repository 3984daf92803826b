//! Why a criterion gives its points, and the English sentence for it.

use crate::domain::placement::Priority;
use crate::domain::reference::{Country, Language, Tongue};
use crate::domain::volunteer::Level;
use serde::Serialize;
use std::fmt::{Display, Formatter, Result};

/// The values that points come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the fields are the values that the line above them names, in that order")]
pub enum Because {
    /// Whether an occupation is asked for, the digits shared where the person's is known; requirements of skill,
    /// qualification and experience reached and asked for.
    Occupation { occupation_asked: bool, digits: Option<u8>, reached: u8, asked: u8 },
    /// Languages reached, asked for, and those above what is asked.
    Languages { reached: u8, asked: u8, above: u8 },
    /// A language of the country that the person speaks, and how well where that is known.
    LanguageOfCountry { country: Country, language: Language, level: Option<Level> },
    /// No official language of the country, and whether any language of the person is known.
    NoLanguageOfCountry { country: Country, known: bool },
    /// The country and the year of the last mission there.
    ServedIn { country: Country, year: i32 },
    /// The country the person lives in.
    LivesIn { country: Country },
    /// A country the person is a citizen of.
    CitizenOf { country: Country },
    /// No experience in the country or near it.
    NoExperience { country: Country },
    /// Where country, region and sector stand among the person's wishes, 1 for the dearest.
    Wishes { country: Option<u8>, region: Option<u8>, sector: Option<u8> },
    /// The person has told no wishes.
    NoWish,
    /// The country, and whether the person has heritage there.
    Heritage { country: Country, has: bool },
    /// Days that the person has been ready and not serving.
    Waiting { days: i64 },
    /// Not ready yet.
    NotReady,
    /// Ready; since when is not known.
    ReadyNotKnown,
    /// Days from the first day wanted to the start.
    Start { days: i64 },
    /// Weeks of the mission, and the most that the placement wants.
    Duration { weeks: u16, most: u16 },
    /// Whether the person is a youth volunteer, as few of the team are.
    Team { youth: bool },
    /// As many youth volunteers as others, or the person is one of the many.
    TeamBalanced,
    /// How soon someone is needed, and days until the last day to start where that is set and not over.
    Urgency { priority: Priority, days: Option<i64> },
    /// Open questions among the conditions that decide.
    Known { questions: usize, decide: usize },
}

impl Because {
    /// Whether it rests on something known of the person: where nothing is, points are given all the same, but nobody
    /// would call that a reason.
    pub fn is_known(&self) -> bool {
        match self {
            Self::NoWish | Self::ReadyNotKnown | Self::NoLanguageOfCountry { known: false, .. } => false,
            Self::Known { questions, .. } => *questions == 0,
            _ => true,
        }
    }
}

impl Display for Because {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let english = |country: &Country| country.name(Tongue::English);
        match self {
            Self::Occupation { occupation_asked, digits, reached, asked } => {
                if *occupation_asked {
                    match digits {
                        Some(4) => f.write_str("the very occupation")?,
                        Some(1) => f.write_str("1 digit of the occupation shared")?,
                        Some(digits) => write!(f, "{digits} digits of the occupation shared")?,
                        None => f.write_str("the occupation is not known")?,
                    }
                }
                if *asked == 0 {
                    return Ok(());
                }
                f.write_str(if *occupation_asked { ", " } else { "" })?;
                write!(f, "{reached} of {asked} skills and the like reached")
            }
            Self::Languages { reached, asked, above } => {
                write!(f, "{reached} of {asked} languages reached")?;
                if *above > 0 { write!(f, ", {above} above what is asked") } else { Ok(()) }
            }
            Self::LanguageOfCountry { country, language, level } => {
                write!(f, "speaks {}", language.name(Tongue::English))?;
                level.map_or(Ok(()), |level| write!(f, " {level}"))?;
                write!(f, ", a language of {}", english(country))
            }
            Self::NoLanguageOfCountry { country, known: true } => {
                write!(f, "speaks no official language of {}", english(country))
            }
            Self::NoLanguageOfCountry { known: false, .. } => f.write_str("the languages are not known"),
            Self::ServedIn { country, year } => write!(f, "served in {} in {year}", english(country)),
            Self::LivesIn { country } => write!(f, "lives in {}", english(country)),
            Self::CitizenOf { country } => write!(f, "is a citizen of {}", english(country)),
            Self::NoExperience { country } => write!(f, "no experience in {} or near it is known", english(country)),
            Self::Wishes { country: None, region: None, sector: None } => f.write_str("wishes for something else"),
            Self::Wishes { country, region, sector } => {
                let place = country.map(|rank| ("country", rank)).or(region.map(|rank| ("region", rank)));
                let wishes = [place, sector.map(|rank| ("sector", rank))];
                for (number, (what, rank)) in wishes.into_iter().flatten().enumerate() {
                    f.write_str(if number == 0 { "" } else { ", " })?;
                    if rank == 1 {
                        write!(f, "the {what} is the first wish")?;
                    } else {
                        write!(f, "the {what} is wish {rank}")?;
                    }
                }
                Ok(())
            }
            Self::NoWish => f.write_str("no wishes are known"),
            Self::Heritage { country, has: true } => write!(f, "has heritage in {}", english(country)),
            Self::Heritage { country, has: false } => write!(f, "no heritage in {} is known", english(country)),
            Self::Waiting { days: 1 } => f.write_str("ready for 1 day"),
            Self::Waiting { days } => write!(f, "ready for {days} days"),
            Self::NotReady => f.write_str("not ready yet"),
            Self::ReadyNotKnown => f.write_str("ready, since when is not known"),
            Self::Start { days: 0 } => f.write_str("starts on the first day wanted"),
            Self::Start { days: 1 } => f.write_str("starts 1 day after the first day wanted"),
            Self::Start { days } => write!(f, "starts {days} days after the first day wanted"),
            Self::Duration { weeks, most } => write!(f, "{weeks} of at most {most} weeks"),
            Self::Team { youth: true } => f.write_str("youth is rare in this team"),
            Self::Team { youth: false } => f.write_str("experienced people are rare in this team"),
            Self::TeamBalanced => f.write_str("the team stays as balanced"),
            Self::Urgency { priority, days: None } => write!(f, "priority {priority}"),
            Self::Urgency { priority, days: Some(1) } => write!(f, "priority {priority}, to start within 1 day"),
            Self::Urgency { priority, days: Some(days) } => {
                write!(f, "priority {priority}, to start within {days} days")
            }
            Self::Known { questions: 0, .. } => f.write_str("nothing to ask"),
            Self::Known { questions: 1, decide } => write!(f, "1 of {decide} conditions is a question"),
            Self::Known { questions, decide } => write!(f, "{questions} of {decide} conditions are questions"),
        }
    }
}
