//! The columns of a list of replications. Which replication one was learned from is no column: nothing names it.

use super::entry::Entry;
use super::field::{AsValue, Field, Shape, access, named, naming, plain, required};
use super::organisation_part_fields::place;
use super::value::Value;
use super::vocabulary::Vocabulary;
use crate::domain::{Id, Kind};

/// In the order of columns.
pub(super) const FIELDS: &[Field] = &[
    required(naming(
        Kind::Practice,
        plain(
            "practice",
            ["Practice", "Pratique"],
            &["Practice title", "Practice reference", "Title", "Titre", "Good practice", "Bonne pratique"],
            Shape::Text,
            named!(Replication, replication.of, practice),
        ),
    )),
    naming(
        Kind::Organisation,
        plain(
            "organisation",
            ["Organisation", "Organisation"],
            &["Organization", "Organisation name", "Partner", "Partenaire", "Done by"],
            Shape::Text,
            named!(Replication, replication.organisation, organisation),
        ),
    ),
    naming(
        Kind::Mission,
        plain(
            "mission",
            ["Mission", "Mission"],
            &["Mission reference", "Référence de la mission"],
            Shape::Text,
            named!(Replication, replication.mission, mission),
        ),
    ),
    plain(
        "who",
        ["Who else", "Qui d'autre"],
        &["Who", "Qui", "By whom"],
        Shape::Text,
        access!(Replication.replication.who),
    ),
    plain(
        "country",
        ["Country", "Pays"],
        &["Land", "País"],
        Shape::One(Vocabulary::Country),
        access!(Replication.replication.country),
    ),
    place(access!(Replication.replication.place)),
    plain(
        "on",
        ["From", "À partir du"],
        &["Date", "Day", "Since", "Start", "Start date", "Début", "Date de début"],
        Shape::Date,
        access!(Replication.replication.on),
    ),
    plain(
        "result",
        ["How it came out", "Résultat"],
        &["Result", "Outcome", "Issue"],
        Shape::One(Vocabulary::ReplicationResult),
        access!(Replication.replication.result),
    ),
    plain(
        "adapted",
        ["What was changed", "Ce qui a été changé"],
        &["Adapted", "Adaptation", "Adaptations", "Changes"],
        Shape::Paragraphs,
        access!(Replication.replication.adapted),
    ),
    plain(
        "notes",
        ["Notes", "Remarques"],
        &["Note", "Remarks", "Comments", "Commentaires", "Remarque"],
        Shape::Paragraphs,
        access!(Replication.replication.note),
    ),
];
