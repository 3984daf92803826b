//! The columns of a list of practices. Replications have a list of their own; origins a bundle or a backup carries.

use super::entry::Entry;
use super::field::{AsValue, Field, Shape, access, plain, required};
use super::value::Value;
use super::vocabulary::Vocabulary;

/// In the order of columns. What does not fit its field is kept in the context, for a practice has no notes.
pub(super) const FIELDS: &[Field] = &[
    spilling(plain(
        "reference",
        ["Reference", "Référence"],
        &["Practice reference", "Ref", "Ref."],
        Shape::Text,
        access!(Practice.practice.reference),
    )),
    required(spilling(plain(
        "title",
        ["Title", "Titre"],
        &["Practice", "Pratique", "Good practice", "Bonne pratique", "Name", "Nom"],
        Shape::Text,
        access!(Practice.practice.title),
    ))),
    spilling(plain(
        "stage",
        ["Stage", "Stade"],
        &["Maturity", "Level of evidence", "Maturité"],
        Shape::One(Vocabulary::PracticeStage),
        access!(Practice.practice.stage),
    )),
    spilling(plain(
        "countries",
        ["Countries", "Pays"],
        &["Country", "Found in", "Land", "País"],
        Shape::Many(Vocabulary::Country),
        access!(Practice.practice.countries),
    )),
    spilling(plain(
        "sectors",
        ["Sectors", "Secteurs"],
        &["Sector", "Secteur", "Field of work"],
        Shape::Many(Vocabulary::Sector),
        access!(Practice.practice.sectors),
    )),
    spilling(plain(
        "occupations",
        ["Occupations", "Professions"],
        &["Occupation", "Profession", "Done by"],
        Shape::Many(Vocabulary::Occupation),
        access!(Practice.practice.occupations),
    )),
    spilling(plain(
        "languages",
        ["Languages", "Langues"],
        &["Language", "Langue"],
        Shape::Many(Vocabulary::Language),
        access!(Practice.practice.languages),
    )),
    plain(
        "context",
        ["Context", "Contexte"],
        &["Background", "Setting", "Notes", "Remarks", "Comments"],
        Shape::Paragraphs,
        access!(Practice.practice.context),
    ),
    plain(
        "problem",
        ["Problem", "Problème"],
        &["Challenge", "Issue", "Défi"],
        Shape::Paragraphs,
        access!(Practice.practice.problem),
    ),
    plain(
        "steps",
        ["Steps", "Étapes"],
        &["What was done", "Description", "Approach", "Démarche"],
        Shape::Paragraphs,
        access!(Practice.practice.steps),
    ),
    plain(
        "results",
        ["Results", "Résultats"],
        &["Result", "Impact", "Outcome", "Outcomes"],
        Shape::Paragraphs,
        access!(Practice.practice.results),
    ),
    plain(
        "constraints",
        ["Constraints", "Obstacles"],
        &["Difficulties", "Contraintes"],
        Shape::Paragraphs,
        access!(Practice.practice.constraints),
    ),
    plain(
        "conditions",
        ["Conditions", "Conditions"],
        &["Success factors", "Conditions for replication", "Facteurs de succès"],
        Shape::Paragraphs,
        access!(Practice.practice.conditions),
    ),
    plain(
        "documents",
        ["Documents", "Documents"],
        &["Document", "Files", "Fichiers"],
        Shape::Paragraphs,
        access!(Practice.practice.documents),
    ),
    spilling(plain(
        "noted_on",
        ["Noted on", "Noté le"],
        &["Date", "Recorded on", "Date noted"],
        Shape::Date,
        access!(Practice.practice.noted_on),
    )),
];

const fn spilling(field: Field) -> Field {
    Field { spill: Some("context"), ..field }
}
