//! Volunteers: people who serve, and what is known of each.

use super::Id;
use super::codes::codes;
use super::reference::{Country, Language, Occupation, Region, Sector};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

codes! {
    /// As a person is entered in the passport or says of themselves.
    Sex {
        /// Female.
        Female = "female",
        /// Male.
        Male = "male",
        /// Another entry, such as X in a passport.
        Other = "other",
    }
}

codes! {
    /// What kind of volunteer a person may serve as. One person may be several.
    Category {
        /// Serves in a country other than their own.
        International = "international",
        /// Serves in the country that they live in or are a citizen of.
        National = "national",
        /// Within the age band that the office sets for youth volunteers.
        Youth = "youth",
        /// Serves in a country of their heritage.
        Diaspora = "diaspora",
    }
}

codes! {
    /// Language levels of the Common European Framework of Reference (CEFR), and native.
    Level {
        /// CEFR A1.
        A1 = "A1",
        /// CEFR A2.
        A2 = "A2",
        /// CEFR B1.
        B1 = "B1",
        /// CEFR B2.
        B2 = "B2",
        /// CEFR C1.
        C1 = "C1",
        /// CEFR C2.
        C2 = "C2",
        /// The language a person grew up with.
        Native = "native",
    }
}

codes! {
    /// Where a person stands with the organisation, apart from their missions.
    Standing {
        /// Has asked to serve.
        Applied = "applied",
        /// Has been interviewed or tested.
        Assessed = "assessed",
        /// May be proposed for placements.
        Ready = "ready",
        /// Not to be proposed for now.
        Resting = "resting",
        /// Was refused by the organisation.
        Refused = "refused",
        /// Has left; the record is kept.
        Left = "left",
    }
}

codes! {
    /// The highest education completed.
    Education {
        /// Primary school.
        Primary = "primary",
        /// Secondary school.
        Secondary = "secondary",
        /// A trade or vocational training.
        Vocational = "vocational",
        /// Bachelor or the like.
        Bachelor = "bachelor",
        /// Master or the like.
        Master = "master",
        /// Doctorate.
        Doctorate = "doctorate",
    }
}

codes! {
    /// Papers and checks that a person needs to serve.
    ClearanceKind {
        /// Passport.
        Passport = "passport",
        /// Medical examination.
        Medical = "medical",
        /// Police check.
        Police = "police",
        /// References from those who know the person's work.
        References = "references",
        /// Training in safeguarding children and adults at risk.
        Safeguarding = "safeguarding",
        /// Visa or work permit.
        Visa = "visa",
        /// Insurance cover.
        Insurance = "insurance",
        /// Vaccinations.
        Vaccination = "vaccination",
        /// Anything else, named in the note.
        Other = "other",
    }
}

codes! {
    /// How far a clearance has come.
    ClearanceState {
        /// Asked for, not there yet.
        Requested = "requested",
        /// There.
        Held = "held",
        /// Refused by whoever gives it.
        Refused = "refused",
    }
}

/// A person who serves, 18 to 75 years old.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Volunteer {
    /// Permanent id.
    pub id: Id,
    /// Short reference shown to people, such as `V-0231`.
    pub reference: String,
    /// Full name as in the passport; never empty.
    pub full_name: String,
    /// Given name, where the person's custom has one.
    pub given_name: String,
    /// Family name, where the person's custom has one.
    pub family_name: String,
    /// The name in the person's own script.
    pub own_script_name: String,
    /// Sex.
    pub sex: Option<Sex>,
    /// Day of birth.
    pub birth_date: Option<NaiveDate>,
    /// Countries the person is a citizen of, the most used first.
    pub nationalities: Vec<Country>,
    /// The country whose passport the person travels with; a visa follows it.
    pub passport_country: Option<Country>,
    /// The country the person lives in.
    pub residence: Option<Country>,
    /// Town or address in the country of residence.
    pub residence_place: String,
    /// Countries of the person's heritage, for diaspora volunteers.
    pub heritage: Vec<Country>,
    /// The diaspora association the person belongs to.
    pub diaspora_organisation: Option<Id>,
    /// Categories the person may serve as.
    pub categories: Vec<Category>,
    /// E-mail address.
    pub email: String,
    /// Telephone number, as written by the person.
    pub phone: String,
    /// Whom to call in an emergency.
    pub emergency_name: String,
    /// What that person is to the volunteer.
    pub emergency_relation: String,
    /// Telephone number of that person.
    pub emergency_phone: String,
    /// Occupation by ISCO-08.
    pub occupation: Option<Occupation>,
    /// The occupation in the person's own words.
    pub occupation_title: String,
    /// Full years in that occupation.
    pub occupation_years: Option<u8>,
    /// Highest education.
    pub education: Option<Education>,
    /// Field of study, school, qualification, in words.
    pub qualification: String,
    /// First day on which a mission may start.
    pub available_from: Option<NaiveDate>,
    /// Last day on which a mission may end.
    pub available_until: Option<NaiveDate>,
    /// Shortest mission the person accepts, in weeks.
    pub weeks_least: Option<u16>,
    /// Longest mission the person accepts, in weeks.
    pub weeks_most: Option<u16>,
    /// The day on which the person last told their availability.
    pub availability_asked: Option<NaiveDate>,
    /// Countries the person would like to serve in, the dearest first.
    pub preferred_countries: Vec<Country>,
    /// Regions the person would like to serve in, the dearest first.
    pub preferred_regions: Vec<Region>,
    /// Sectors the person would like to work in, the dearest first.
    pub preferred_sectors: Vec<Sector>,
    /// Countries the person does not go to.
    pub ruled_out: Vec<Country>,
    /// Countries in which the medical office cannot support the person.
    pub medically_unsupported: Vec<Country>,
    /// The volunteer who travels along as a partner, when both serve.
    pub travels_with: Option<Id>,
    /// Whether a partner who does not serve comes along.
    pub accompanied: bool,
    /// Children and others who come along.
    pub dependants: Option<u8>,
    /// The day on which the person agreed that these data are kept.
    pub consent_on: Option<NaiveDate>,
    /// The day after which the data are to be erased.
    pub keep_until: Option<NaiveDate>,
    /// Where the person stands; the dated history is in [`StandingStep`].
    pub standing: Standing,
    /// Anything else.
    pub notes: String,
    /// The record that this one was merged into, where both were the same person.
    pub merged_into: Option<Id>,
}

impl Default for Volunteer {
    fn default() -> Self {
        Self {
            id: Id::random(),
            reference: String::new(),
            full_name: String::new(),
            given_name: String::new(),
            family_name: String::new(),
            own_script_name: String::new(),
            sex: None,
            birth_date: None,
            nationalities: Vec::new(),
            passport_country: None,
            residence: None,
            residence_place: String::new(),
            heritage: Vec::new(),
            diaspora_organisation: None,
            categories: Vec::new(),
            email: String::new(),
            phone: String::new(),
            emergency_name: String::new(),
            emergency_relation: String::new(),
            emergency_phone: String::new(),
            occupation: None,
            occupation_title: String::new(),
            occupation_years: None,
            education: None,
            qualification: String::new(),
            available_from: None,
            available_until: None,
            weeks_least: None,
            weeks_most: None,
            availability_asked: None,
            preferred_countries: Vec::new(),
            preferred_regions: Vec::new(),
            preferred_sectors: Vec::new(),
            ruled_out: Vec::new(),
            medically_unsupported: Vec::new(),
            travels_with: None,
            accompanied: false,
            dependants: None,
            consent_on: None,
            keep_until: None,
            standing: Standing::Applied,
            notes: String::new(),
            merged_into: None,
        }
    }
}

/// A decision that two records that look alike are two people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotSame {
    /// Permanent id.
    pub id: Id,
    /// One of them.
    pub of: Id,
    /// The other.
    pub volunteer: Id,
    /// The day on which it was decided.
    pub on: NaiveDate,
    /// Why; may be empty.
    pub reason: String,
}

/// A volunteer's wish to be erased, carried out: names and contacts are gone from the record and from its history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// Permanent id.
    pub id: Id,
    /// The volunteer.
    pub of: Id,
    /// The day on which it was done.
    pub on: NaiveDate,
    /// On what ground; may be empty. Never a name.
    pub reason: String,
}

/// A language that a volunteer speaks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LanguageSkill {
    /// Permanent id.
    pub id: Id,
    /// The volunteer.
    pub of: Id,
    /// The language.
    pub language: Language,
    /// How well; nothing where nobody has said.
    pub level: Option<Level>,
}

/// A skill of a volunteer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Skill {
    /// Permanent id.
    pub id: Id,
    /// The volunteer.
    pub of: Id,
    /// The skill in words, such as "neonatal care".
    pub name: String,
    /// 1 (beginner) to 4 (can teach others); nothing where nobody has said.
    pub level: Option<u8>,
    /// Years of practice.
    pub years: Option<u8>,
}

/// A paper or check of a volunteer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Clearance {
    /// Permanent id.
    pub id: Id,
    /// The volunteer.
    pub of: Id,
    /// What it is.
    pub kind: ClearanceKind,
    /// How far it has come.
    pub state: ClearanceState,
    /// The country it is from or for.
    pub country: Option<Country>,
    /// Number of the paper.
    pub number: String,
    /// The day it was given.
    pub issued: Option<NaiveDate>,
    /// The last day it is good for; nothing for papers that do not expire.
    pub expires: Option<NaiveDate>,
    /// Anything else.
    pub note: String,
}

/// A time in which a volunteer cannot serve, or leave during a mission.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Absence {
    /// Permanent id.
    pub id: Id,
    /// The volunteer.
    pub of: Id,
    /// The mission it interrupts, for leave.
    pub mission: Option<Id>,
    /// The first day.
    pub first: NaiveDate,
    /// The last day, part of the absence.
    pub last: NaiveDate,
    /// Why.
    pub reason: String,
}

impl Absence {
    /// Moves the first day; where it would lie after the last, the absence is that one day.
    pub fn begin_on(&mut self, day: NaiveDate) {
        (self.first, self.last) = (day, self.last.max(day));
    }

    /// Moves the last day; where it would lie before the first, the absence is that one day.
    pub fn end_on(&mut self, day: NaiveDate) {
        (self.first, self.last) = (self.first.min(day), day);
    }
}

/// One dated step of where a volunteer stands. Steps are added, never overwritten.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StandingStep {
    /// Permanent id.
    pub id: Id,
    /// The volunteer.
    pub of: Id,
    /// Where the person stands from that day on.
    pub standing: Standing,
    /// The day.
    pub since: NaiveDate,
    /// Who said so, and why.
    pub reason: String,
}
