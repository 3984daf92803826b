//! Organisations: the actors of the network.

use super::Id;
use super::codes::codes;
use super::reference::{Country, Sector};
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
}
