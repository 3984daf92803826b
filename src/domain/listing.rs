//! What the rows of a list are, where lists come and go as sheets: records, or parts that records have several of.

use super::Kind;
use super::codes::codes;

codes! {
    /// What the rows of a list are. For records the codes are those of [`Kind`].
    ListKind {
        /// Volunteers.
        Volunteer = "volunteer",
        /// Organisations.
        Organisation = "organisation",
        /// Placements.
        Placement = "placement",
        /// Missions.
        Mission = "mission",
        /// Practices.
        Practice = "practice",
        /// Projects of organisations.
        Project = "project",
        /// What organisations offer and need.
        Offer = "offer",
        /// Links from one organisation to another.
        Link = "link",
        /// Visits to the sites of organisations.
        SiteVisit = "site-visit",
        /// Replications of practices.
        Replication = "replication",
        /// People trained in missions.
        Trained = "trained",
    }
}

impl ListKind {
    /// The list of the records of a kind; none for the office, of which there is one.
    pub const fn of(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Volunteer => Some(Self::Volunteer),
            Kind::Organisation => Some(Self::Organisation),
            Kind::Placement => Some(Self::Placement),
            Kind::Mission => Some(Self::Mission),
            Kind::Practice => Some(Self::Practice),
            Kind::Office => None,
        }
    }

    /// The kind of record that its rows are, or belong to.
    pub const fn owner(self) -> Kind {
        match self {
            Self::Volunteer => Kind::Volunteer,
            Self::Placement => Kind::Placement,
            Self::Organisation | Self::Project | Self::Offer | Self::Link | Self::SiteVisit => Kind::Organisation,
            Self::Practice | Self::Replication => Kind::Practice,
            Self::Mission | Self::Trained => Kind::Mission,
        }
    }

    /// Whether its rows are parts of records, without a reference of their own.
    pub const fn is_of_parts(self) -> bool {
        match self {
            Self::Volunteer | Self::Organisation | Self::Placement | Self::Mission | Self::Practice => false,
            Self::Project | Self::Offer | Self::Link | Self::SiteVisit | Self::Replication | Self::Trained => true,
        }
    }

    /// What so many of its rows are called in English.
    pub const fn words(self, count: usize) -> &'static str {
        match (self, count) {
            (Self::Volunteer, 1) => "volunteer",
            (Self::Volunteer, _) => "volunteers",
            (Self::Organisation, 1) => "organisation",
            (Self::Organisation, _) => "organisations",
            (Self::Placement, 1) => "placement",
            (Self::Placement, _) => "placements",
            (Self::Mission, 1) => "mission",
            (Self::Mission, _) => "missions",
            (Self::Practice, 1) => "practice",
            (Self::Practice, _) => "practices",
            (Self::Project, 1) => "project",
            (Self::Project, _) => "projects",
            (Self::Offer, 1) => "offer or need",
            (Self::Offer, _) => "offers and needs",
            (Self::Link, 1) => "link",
            (Self::Link, _) => "links",
            (Self::SiteVisit, 1) => "site visit",
            (Self::SiteVisit, _) => "site visits",
            (Self::Replication, 1) => "replication",
            (Self::Replication, _) => "replications",
            (Self::Trained, 1) => "group of people trained",
            (Self::Trained, _) => "groups of people trained",
        }
    }
}
