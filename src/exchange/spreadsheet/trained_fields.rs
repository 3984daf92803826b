//! The columns of a list of people trained. It has no column for words: a row with something that does not fit is rejected,
//! for people counted in the wrong group would be worse than none.

use super::entry::Entry;
use super::field::{AsValue, Field, Shape, access, named, naming, plain, required};
use super::value::Value;
use super::vocabulary::Vocabulary;
use crate::domain::{Id, Kind};

/// In the order of columns.
pub(super) const FIELDS: &[Field] = &[
    required(naming(
        Kind::Mission,
        plain(
            "mission",
            ["Mission", "Mission"],
            &["Mission reference", "Référence de la mission", "Reference", "Référence"],
            Shape::Text,
            named!(Trained, part.of, owner),
        ),
    )),
    plain(
        "topic",
        ["Topic", "Sujet"],
        &["Training", "Training topic", "Subject", "Course", "Formation", "Thème"],
        Shape::Text,
        access!(Trained.part.topic),
    ),
    plain("sex", ["Sex", "Sexe"], &["Gender", "Genre"], Shape::One(Vocabulary::Sex), access!(Trained.part.sex)),
    plain(
        "age",
        ["Age", "Âge"],
        &["Age band", "Age group", "Tranche d'âge", "Groupe d'âge"],
        Shape::One(Vocabulary::AgeBand),
        access!(Trained.part.age),
    ),
    required(plain(
        "people",
        ["People", "Personnes"],
        &["People trained", "Number of people", "Number", "Count", "Participants", "Personnes formées", "Nombre"],
        Shape::Whole(u16::MAX as u32),
        access!(Trained.part.people),
    )),
    plain(
        "on",
        ["Day", "Jour"],
        &["Date", "Ended on", "Training date", "End date", "Date de fin", "Date de la formation"],
        Shape::Date,
        access!(Trained.part.on),
    ),
];
