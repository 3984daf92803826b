//! The fields of each kind of list, and which of them a column holds by its name.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::field::{Field, simple};
use super::{organisation_fields, organisation_part_fields as parts, placement_fields, practice_fields};
use super::{replication_fields, trained_fields, volunteer_fields};
use crate::domain::ListKind;

/// The lists that sheets bring in, in the order in which people see them.
pub const IMPORTABLE: &[ListKind] = &[
    ListKind::Volunteer,
    ListKind::Organisation,
    ListKind::Placement,
    ListKind::Practice,
    ListKind::Project,
    ListKind::Offer,
    ListKind::Link,
    ListKind::SiteVisit,
    ListKind::Replication,
    ListKind::Trained,
];

/// The fields of the lists of a kind, in the order of columns; none for missions, which no sheet brings in.
pub fn fields(kind: ListKind) -> &'static [Field] {
    match kind {
        ListKind::Volunteer => volunteer_fields::FIELDS,
        ListKind::Organisation => organisation_fields::FIELDS,
        ListKind::Placement => placement_fields::FIELDS,
        ListKind::Practice => practice_fields::FIELDS,
        ListKind::Project => parts::PROJECT,
        ListKind::Offer => parts::OFFER,
        ListKind::Link => parts::LINK,
        ListKind::SiteVisit => parts::SITE_VISIT,
        ListKind::Replication => replication_fields::FIELDS,
        ListKind::Trained => trained_fields::FIELDS,
        ListKind::Mission => &[],
    }
}

/// The field that a column of that name holds, and how well the name fits: 0 for the field's own names, then by aliases.
/// Bracketed parts, punctuation, case and accents do not matter.
pub fn field_named(kind: ListKind, head: &str) -> Option<(usize, &'static Field)> {
    type Names = HashMap<String, (usize, &'static Field)>;
    static NAMES: LazyLock<HashMap<ListKind, Names>> = LazyLock::new(|| {
        let names = |kind: ListKind| {
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
        ListKind::ALL.iter().map(|kind| (*kind, names(*kind))).collect()
    });
    NAMES.get(&kind)?.get(&simple(head)).copied()
}

/// The field of a key.
pub fn field(kind: ListKind, key: &str) -> Option<&'static Field> {
    fields(kind).iter().find(|field| field.key == key)
}
