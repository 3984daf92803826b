//! Words of the domain's short lists in the person's language.

use crate::app::texts::Texts;
use crate::domain::mission::{AgeBand, EarlyEnd, Party, ReportKind};
use crate::domain::volunteer::{Category, ClearanceKind, ClearanceState, Education, Level, Sex};
use crate::t;

/// The values of a short list with their words, for a field that chooses one.
pub fn choices<'a, K: Copy>(all: &[K], word: impl Fn(K) -> &'a str) -> Vec<(K, &'a str)> {
    all.iter().map(|value| (*value, word(*value))).collect()
}

impl Texts {
    /// A person's sex.
    pub fn sex(&self, sex: Sex) -> &str {
        match sex {
            Sex::Female => t!(self, "sex-female"),
            Sex::Male => t!(self, "sex-male"),
            Sex::Other => t!(self, "sex-other"),
        }
    }

    /// A category of volunteers.
    pub fn category(&self, category: Category) -> &str {
        match category {
            Category::International => t!(self, "category-international"),
            Category::National => t!(self, "category-national"),
            Category::Youth => t!(self, "category-youth"),
            Category::Diaspora => t!(self, "category-diaspora"),
        }
    }

    /// The highest education completed.
    pub fn education(&self, education: Education) -> &str {
        match education {
            Education::Primary => t!(self, "education-primary"),
            Education::Secondary => t!(self, "education-secondary"),
            Education::Vocational => t!(self, "education-vocational"),
            Education::Bachelor => t!(self, "education-bachelor"),
            Education::Master => t!(self, "education-master"),
            Education::Doctorate => t!(self, "education-doctorate"),
        }
    }

    /// A level of a language with what it means, for choosing: "B1 independent".
    pub fn level_in_full(&self, level: Level) -> &str {
        match level {
            Level::A1 => t!(self, "level-full-a1"),
            Level::A2 => t!(self, "level-full-a2"),
            Level::B1 => t!(self, "level-full-b1"),
            Level::B2 => t!(self, "level-full-b2"),
            Level::C1 => t!(self, "level-full-c1"),
            Level::C2 => t!(self, "level-full-c2"),
            Level::Native => t!(self, "level-native"),
        }
    }

    /// A level of a skill, 1 to 4, with what it means: "2 works under guidance".
    pub fn skill_level(&self, level: u8) -> &str {
        match level {
            1 => t!(self, "skill-level-1"),
            2 => t!(self, "skill-level-2"),
            3 => t!(self, "skill-level-3"),
            _ => t!(self, "skill-level-4"),
        }
    }

    /// A paper or check.
    pub fn clearance(&self, kind: ClearanceKind) -> &str {
        match kind {
            ClearanceKind::Passport => t!(self, "clearance-passport"),
            ClearanceKind::Medical => t!(self, "clearance-medical"),
            ClearanceKind::Police => t!(self, "clearance-police"),
            ClearanceKind::References => t!(self, "clearance-references"),
            ClearanceKind::Safeguarding => t!(self, "clearance-safeguarding"),
            ClearanceKind::Visa => t!(self, "clearance-visa"),
            ClearanceKind::Insurance => t!(self, "clearance-insurance"),
            ClearanceKind::Vaccination => t!(self, "clearance-vaccination"),
            ClearanceKind::Other => t!(self, "clearance-other"),
        }
    }

    /// How far a paper has come.
    pub fn clearance_state(&self, state: ClearanceState) -> &str {
        match state {
            ClearanceState::Requested => t!(self, "clearance-state-requested"),
            ClearanceState::Held => t!(self, "clearance-state-held"),
            ClearanceState::Refused => t!(self, "clearance-state-refused"),
        }
    }

    /// Who says or does something.
    pub fn party(&self, party: Party) -> &str {
        match party {
            Party::Volunteer => t!(self, "party-volunteer"),
            Party::Partner => t!(self, "party-partner"),
            Party::Office => t!(self, "party-office"),
            Party::HeadOffice => t!(self, "party-head-office"),
        }
    }

    /// Why a mission ended early.
    pub fn early_end(&self, end: EarlyEnd) -> &str {
        match end {
            EarlyEnd::Resignation => t!(self, "early-end-resignation"),
            EarlyEnd::Medical => t!(self, "early-end-medical"),
            EarlyEnd::Administrative => t!(self, "early-end-administrative"),
            EarlyEnd::Interrupted => t!(self, "early-end-interrupted"),
            EarlyEnd::Conflict => t!(self, "early-end-conflict"),
            EarlyEnd::LackOfFit => t!(self, "early-end-lack-of-fit"),
            EarlyEnd::Personal => t!(self, "early-end-personal"),
            EarlyEnd::Reassigned => t!(self, "early-end-reassigned"),
        }
    }

    /// What a report is.
    pub fn report_kind(&self, kind: ReportKind) -> &str {
        match kind {
            ReportKind::Periodic => t!(self, "report-periodic"),
            ReportKind::MidTerm => t!(self, "report-mid-term"),
            ReportKind::Final => t!(self, "report-final"),
            ReportKind::Partner => t!(self, "report-partner"),
            ReportKind::FollowUp => t!(self, "report-follow-up"),
        }
    }

    /// The age of people who were trained.
    pub fn age_band(&self, band: AgeBand) -> &str {
        match band {
            AgeBand::Under15 => t!(self, "age-under-15"),
            AgeBand::Youth => t!(self, "age-15-24"),
            AgeBand::Adult => t!(self, "age-25-59"),
            AgeBand::Older => t!(self, "age-60-plus"),
        }
    }
}
