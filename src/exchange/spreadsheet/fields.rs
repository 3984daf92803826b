//! The fields of each kind of list, and which of them a column holds by its name.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::field::{Field, simple};
use super::{organisation_fields, placement_fields, practice_fields, volunteer_fields};
use crate::domain::Kind;

/// The fields of the lists of a kind, in the order of columns.
pub fn fields(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Volunteer => volunteer_fields::FIELDS,
        Kind::Organisation => organisation_fields::FIELDS,
        Kind::Placement => placement_fields::FIELDS,
        Kind::Practice => practice_fields::FIELDS,
        Kind::Mission | Kind::Office => &[],
    }
}

/// The field that a column of that name holds, and how well the name fits: 0 for the field's own names, then by aliases.
/// Bracketed parts, punctuation, case and accents do not matter.
pub fn field_named(kind: Kind, head: &str) -> Option<(usize, &'static Field)> {
    type Names = HashMap<String, (usize, &'static Field)>;
    static NAMES: LazyLock<HashMap<Kind, Names>> = LazyLock::new(|| {
        let names = |kind: Kind| {
            let mut names = Names::new();
            for field in fields(kind) {
                let own = [field.key, field.english, field.french].map(|name| (0, name));
                let all = own.into_iter().chain((1..).zip(field.aliases.iter().copied()));
                for (rank, name) in all {
                    names.entry(simple(name)).or_insert((rank, field));
                }
            }
            names
        };
        Kind::ALL.iter().map(|kind| (*kind, names(*kind))).collect()
    });
    NAMES.get(&kind)?.get(&simple(head)).copied()
}

/// The field of a key.
pub fn field(kind: Kind, key: &str) -> Option<&'static Field> {
    fields(kind).iter().find(|field| field.key == key)
}
