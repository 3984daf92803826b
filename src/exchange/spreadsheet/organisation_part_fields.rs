//! The columns of lists of what organisations have several of: projects, offers and needs, links, site visits.

use super::entry::Entry;
use super::field::{Access, AsValue, Field, Join, Shape, access, named, naming, plain, required};
use super::value::Value;
use super::vocabulary::Vocabulary;
use crate::domain::{Id, Kind};

/// Of a project, in the order of columns.
pub(super) const PROJECT: &[Field] = &[
    owner(named!(Project, part.of, owner)),
    required(plain(
        "title",
        ["Title", "Titre"],
        &[
            "Project",
            "Project title",
            "Project name",
            "Name",
            "Nom",
            "Projet",
            "Titre du projet",
            "Nom du projet",
            "Intitulé",
            "Intervention",
        ],
        Shape::Text,
        access!(Project.part.title),
    )),
    plain("country", COUNTRY, &["Land", "País"], Shape::One(Vocabulary::Country), access!(Project.part.country)),
    place(access!(Project.part.place)),
    plain("sector", SECTOR, SECTORS, Shape::One(Vocabulary::Sector), access!(Project.part.sector)),
    plain(
        "first",
        ["First day", "Premier jour"],
        &["Start", "Start date", "From", "Since", "Début", "Date de début", "Beginn"],
        Shape::Date,
        access!(Project.part.first),
    ),
    plain(
        "last",
        ["Last day", "Dernier jour"],
        &["End", "End date", "Until", "To", "Fin", "Date de fin", "Ende"],
        Shape::Date,
        access!(Project.part.last),
    ),
    notes(["Notes", "Remarques"], access!(Project.part.note)),
];

/// Of an offer or a need, in the order of columns.
pub(super) const OFFER: &[Field] = &[
    owner(named!(Offer, part.of, owner)),
    required(plain(
        "side",
        ["Offers or needs", "Offre ou besoin"],
        &["Offer or need", "Offer/need", "Offers/needs", "Side", "Direction"],
        Shape::One(Vocabulary::OfferSide),
        access!(Offer.part.side),
    )),
    plain(
        "kind",
        KIND,
        &["Type", "Category", "Catégorie"],
        Shape::One(Vocabulary::OfferKind),
        access!(Offer.part.kind),
    ),
    plain(
        "name",
        ["What", "Quoi"],
        &["Name", "Nom", "Offer", "Need", "Offre", "Besoin", "Item", "Subject", "Objet"],
        Shape::Text,
        access!(Offer.part.name),
    ),
    plain(
        "language",
        ["Language", "Langue"],
        &["Languages", "Langues"],
        Shape::One(Vocabulary::Language),
        access!(Offer.part.language),
    ),
    plain("sector", SECTOR, SECTORS, Shape::One(Vocabulary::Sector), access!(Offer.part.sector)),
    plain(
        "until",
        ["Until", "Jusqu'au"],
        &["Valid until", "Expires", "End", "End date", "Valable jusqu'au", "Date de fin"],
        Shape::Date,
        access!(Offer.part.until),
    ),
    notes(["Notes", "Remarques"], access!(Offer.part.note)),
];

/// Of a link, in the order of columns.
pub(super) const LINK: &[Field] = &[
    Field {
        aliases: &["Organization", "From organisation", "From organization", "From", "De"],
        ..owner(named!(Link, link.of, organisation))
    },
    required(plain(
        "kind",
        KIND,
        &["Type", "Link", "Lien", "Relation", "Relationship", "Kind of link", "Type of link"],
        Shape::One(Vocabulary::LinkKind),
        access!(Link.link.kind),
    )),
    required(naming(
        Kind::Organisation,
        plain(
            "other",
            ["Other organisation", "Autre organisation"],
            &["Other organization", "To organisation", "To organization", "To", "Linked to", "Linked with", "À"],
            Shape::Text,
            named!(Link, link.to, other),
        ),
    )),
    plain(
        "since",
        ["Since", "Depuis"],
        &["Start", "Start date", "First day", "Début", "Date de début"],
        Shape::Date,
        access!(Link.link.since),
    ),
    plain(
        "until",
        ["Until", "Jusqu'au"],
        &["End", "End date", "Last day", "Fin", "Date de fin"],
        Shape::Date,
        access!(Link.link.until),
    ),
    plain(
        "agreement",
        ["Agreement", "Accord"],
        &["Agreement number", "MoU", "Contract", "Convention", "Contrat"],
        Shape::Text,
        access!(Link.link.agreement),
    ),
    notes(["Notes", "Remarques"], access!(Link.link.note)),
];

/// Of a site visit, in the order of columns.
pub(super) const SITE_VISIT: &[Field] = &[
    owner(named!(SiteVisit, part.of, owner)),
    required(plain(
        "on",
        ["Day", "Jour"],
        &["Date", "Visited on", "Date of visit", "Visit date", "Date de la visite", "Visité le"],
        Shape::Date,
        access!(SiteVisit.part.on),
    )),
    plain(
        "by",
        ["Who went", "Visiteur"],
        &["By", "Visited by", "Visitor", "Visitors", "Visiteurs", "Visité par"],
        Shape::Text,
        access!(SiteVisit.part.by),
    ),
    plain(
        "housing",
        ["Housing", "Logement"],
        &["Accommodation", "Lodging", "Hébergement"],
        Shape::One(Vocabulary::Finding),
        access!(SiteVisit.part.housing),
    ),
    plain(
        "safety",
        ["Safety", "Sécurité"],
        &["Security"],
        Shape::One(Vocabulary::Finding),
        access!(SiteVisit.part.safety),
    ),
    plain(
        "counterpart",
        ["Counterpart", "Homologue"],
        &["Supervisor", "Local counterpart"],
        Shape::One(Vocabulary::Finding),
        access!(SiteVisit.part.counterpart),
    ),
    plain(
        "again_by",
        ["Again by", "À revoir avant le"],
        &["Next visit", "Follow-up", "Follow-up by", "Prochaine visite"],
        Shape::Date,
        access!(SiteVisit.part.again_by),
    ),
    notes(["What was seen", "Ce qui a été vu"], access!(SiteVisit.part.note)),
];

const COUNTRY: [&str; 2] = ["Country", "Pays"];
const SECTOR: [&str; 2] = ["Sector", "Secteur"];
const SECTORS: &[&str] = &["Sectors", "Secteurs", "Field of work", "Sector code"];
const KIND: [&str; 2] = ["Kind", "Genre"];

/// A place in a country.
pub(super) const fn place(access: Access) -> Field {
    const ALIASES: &[&str] = &["Town", "City", "District", "Location", "Ville", "Commune", "Ort"];
    Field { join: Join::Commas, ..plain("place", ["Place", "Lieu"], ALIASES, Shape::Text, access) }
}

/// The organisation that a part belongs to.
const fn owner(access: Access) -> Field {
    required(naming(
        Kind::Organisation,
        plain(
            "organisation",
            ["Organisation", "Organisation"],
            &[
                "Organization",
                "Organisation name",
                "Organization name",
                "Organisation reference",
                "Organization reference",
                "Partner",
                "Partner name",
                "Implementing partner",
                "Institution",
                "Partenaire",
                "Nom de l'organisation",
            ],
            Shape::Text,
            access,
        ),
    ))
}

const fn notes(names: [&'static str; 2], access: Access) -> Field {
    const ALIASES: &[&str] =
        &["Note", "Remarque", "Remarks", "Comments", "Commentaires", "Description", "Details", "Observations"];
    plain("notes", names, ALIASES, Shape::Paragraphs, access)
}
