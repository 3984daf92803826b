//! Organisations: the actors of the network.

use super::Id;
use super::codes::codes;
use super::reference::{Country, Language, Sector};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

codes! {
    /// What an organisation is.
    OrganisationKind {
        /// Hosts and employs volunteers.
        Partner = "partner",
        /// An association of a diaspora.
        DiasporaAssociation = "diaspora-association",
        /// A non-governmental organisation.
        Ngo = "ngo",
        /// A civil society group.
        CivilSociety = "civil-society",
        /// A local authority.
        LocalAuthority = "local-authority",
        /// A private company.
        Company = "company",
        /// A university or college.
        University = "university",
        /// Gives money.
        Funder = "funder",
    }
}

codes! {
    /// How one organisation is linked to another; read "A hosts B".
    LinkKind {
        /// Hosts volunteers of the other.
        Hosts = "hosts",
        /// Funds the other.
        Funds = "funds",
        /// Is a member of the other.
        MemberOf = "member-of",
        /// Refers volunteers to the other.
        Refers = "refers",
        /// Trains people of the other.
        Trains = "trains",
        /// Supplies the other.
        Supplies = "supplies",
        /// Is a twin of the other.
        Twin = "twin",
    }
}

codes! {
    /// How a due diligence check of an organisation came out.
    DueDiligence {
        /// Nothing stands against working together.
        Passed = "passed",
        /// Something is to be put right first.
        Conditions = "conditions",
        /// The office does not work with it.
        Refused = "refused",
    }
}

codes! {
    /// Whether an organisation has something for others, or looks for it.
    OfferSide {
        /// It has it for others.
        Offers = "offers",
        /// It looks for it.
        Needs = "needs",
    }
}

codes! {
    /// What is offered or needed.
    OfferKind {
        /// Something that people can do or teach.
        Skill = "skill",
        /// People who speak a language.
        Language = "language",
        /// Work in a sector.
        Sector = "sector",
        /// Money.
        Money = "money",
        /// Places to stay.
        Lodging = "lodging",
        /// Anything else.
        Other = "other",
    }
}

codes! {
    /// What was found of one thing at a site visit.
    Finding {
        /// As it should be.
        Good = "good",
        /// To be put right.
        ToImprove = "to-improve",
        /// Nobody can be sent there as it is.
        Unfit = "unfit",
    }
}

/// A position on the earth in degrees, WGS 84.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Position {
    /// Degrees north, -90 to 90.
    pub latitude: f64,
    /// Degrees east, -180 to 180.
    pub longitude: f64,
}

/// An actor in the network.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Organisation {
    /// Permanent id.
    pub id: Id,
    /// Short reference shown to people, such as `O-0007`.
    pub reference: String,
    /// Name; never empty.
    pub name: String,
    /// Short name.
    pub acronym: String,
    /// What it is.
    pub kind: OrganisationKind,
    /// Country it works in.
    pub country: Option<Country>,
    /// Town or district.
    pub place: String,
    /// Where that is.
    pub position: Option<Position>,
    /// Sectors it works in.
    pub sectors: Vec<Sector>,
    /// Web page.
    pub website: String,
    /// The day the agreement was signed.
    pub agreement_from: Option<NaiveDate>,
    /// The last day of the agreement.
    pub agreement_until: Option<NaiveDate>,
    /// The day it ceased to work with us; the record is kept.
    pub ceased_on: Option<NaiveDate>,
    /// Anything else.
    pub notes: String,
    /// Its number in a public register, with the register's prefix as org-id.guide gives it: `GB-CHC-1020488`.
    pub registration: String,
    /// How its last due diligence check came out; nothing where none was made.
    pub due_diligence: Option<DueDiligence>,
    /// The day of that check.
    pub due_diligence_on: Option<NaiveDate>,
    /// Of a diaspora association: the countries its people have their roots in.
    pub heritage: Vec<Country>,
    /// Of a diaspora association: the languages its people have from there.
    pub heritage_languages: Vec<Language>,
}

impl Default for Organisation {
    fn default() -> Self {
        Self {
            id: Id::random(),
            reference: String::new(),
            name: String::new(),
            acronym: String::new(),
            kind: OrganisationKind::Partner,
            country: None,
            place: String::new(),
            position: None,
            sectors: Vec::new(),
            website: String::new(),
            agreement_from: None,
            agreement_until: None,
            ceased_on: None,
            notes: String::new(),
            registration: String::new(),
            due_diligence: None,
            due_diligence_on: None,
            heritage: Vec::new(),
            heritage_languages: Vec::new(),
        }
    }
}

/// A person at an organisation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Contact {
    /// Permanent id.
    pub id: Id,
    /// The organisation.
    pub of: Id,
    /// Full name.
    pub name: String,
    /// What the person does there.
    pub role: String,
    /// E-mail address.
    pub email: String,
    /// Telephone number.
    pub phone: String,
    /// First day in that role.
    pub since: Option<NaiveDate>,
    /// Last day in that role.
    pub until: Option<NaiveDate>,
}

/// A link from one organisation to another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// Permanent id.
    pub id: Id,
    /// The organisation the link starts at.
    pub of: Id,
    /// The organisation it leads to.
    pub to: Id,
    /// What it is to the other.
    pub kind: LinkKind,
    /// First day.
    pub since: Option<NaiveDate>,
    /// Last day.
    pub until: Option<NaiveDate>,
    /// Anything else.
    pub note: String,
    /// The agreement behind it: its title or number.
    pub agreement: String,
}

/// Something that an organisation has for others, or looks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Permanent id.
    pub id: Id,
    /// The organisation.
    pub of: Id,
    /// Whether it has it or looks for it.
    pub side: OfferSide,
    /// What sort of thing it is.
    pub kind: OfferKind,
    /// What it is, in words.
    pub name: String,
    /// The language, for one of people who speak it.
    pub language: Option<Language>,
    /// The sector, for one of work in it.
    pub sector: Option<Sector>,
    /// The last day on which it stands.
    pub until: Option<NaiveDate>,
    /// Anything else.
    pub note: String,
}

/// A visit to an organisation's site, with what was looked at for the people who are to serve there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteVisit {
    /// Permanent id.
    pub id: Id,
    /// The organisation.
    pub of: Id,
    /// The day.
    pub on: NaiveDate,
    /// Who went.
    pub by: String,
    /// Housing; nothing where it was not looked at.
    pub housing: Option<Finding>,
    /// Safety.
    pub safety: Option<Finding>,
    /// Whether there is a counterpart with time for the volunteer.
    pub counterpart: Option<Finding>,
    /// What was seen.
    pub note: String,
    /// The day by which it is to be looked at again.
    pub again_by: Option<NaiveDate>,
}

impl SiteVisit {
    /// The worst that was found.
    pub fn worst(&self) -> Option<Finding> {
        [self.housing, self.safety, self.counterpart].into_iter().flatten().max()
    }
}

/// A project of an organisation that runs beside the placements: so that interventions side by side are seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Project {
    /// Permanent id.
    pub id: Id,
    /// The organisation.
    pub of: Id,
    /// What it is.
    pub title: String,
    /// Country.
    pub country: Option<Country>,
    /// Town or district.
    pub place: String,
    /// Sector.
    pub sector: Option<Sector>,
    /// The first day, where it is known.
    pub first: Option<NaiveDate>,
    /// The last day, where it is known.
    pub last: Option<NaiveDate>,
    /// Anything else.
    pub note: String,
}
