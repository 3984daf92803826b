//! Two records of one person as one: which fields there are to choose from, and what the record is that is kept.

use super::volunteer::Volunteer;

macro_rules! fields {
    ($($name:ident $($more:ident)*;)+) => {
        /// The fields that a person chooses from, named by the first where several only make sense together.
        pub const FIELDS: &[&str] = &[$(stringify!($name)),+];

        /// The fields that go together under the name of each of [`FIELDS`], that one first.
        pub const TOGETHER: &[&[&str]] = &[$(&[stringify!($name) $(, stringify!($more))*]),+];

        /// Whether two records hold different values in a field, and neither holds nothing.
        pub fn differs(field: &str, one: &Volunteer, two: &Volunteer) -> bool {
            let blank = Volunteer::default();
            match field {
                $(stringify!($name) => {
                    let differ = one.$name != two.$name $(|| one.$more != two.$more)*;
                    let has = |of: &Volunteer| of.$name != blank.$name $(|| of.$more != blank.$more)*;
                    differ && has(one) && has(two)
                })+
                _ => false,
            }
        }

        /// Sets a field to what the other record holds.
        fn take(field: &str, kept: &mut Volunteer, other: &Volunteer) {
            match field {
                $(stringify!($name) => {
                    kept.$name = other.$name.clone();
                    $(kept.$more = other.$more.clone();)*
                })+
                _ => {}
            }
        }

        /// Sets what the record has nothing in to what the other holds.
        fn fill(kept: &mut Volunteer, other: &Volunteer) {
            let blank = Volunteer::default();
            $(if kept.$name == blank.$name $(&& kept.$more == blank.$more)* {
                take(stringify!($name), kept, other);
            })+
        }
    };
}

fields! {
    full_name; given_name; family_name; own_script_name; sex; birth_date; passport_country; residence; residence_place;
    diaspora_organisation; email; phone; emergency_name emergency_relation emergency_phone; occupation;
    occupation_title; occupation_years; education; qualification; available_from available_until;
    weeks_least weeks_most; availability_asked; travels_with; accompanied; dependants; consent_on keep_until; standing;
}

macro_rules! united {
    ($($name:ident),+) => {
        /// The lists that hold afterwards what either record holds.
        pub const UNITED: &[&str] = &[$(stringify!($name)),+];

        fn unite(kept: &mut Volunteer, other: &Volunteer) {
            $(for one in &other.$name {
                if !kept.$name.contains(one) {
                    kept.$name.push(*one);
                }
            })+
        }
    };
}

united! {
    nationalities, heritage, categories, preferred_countries, preferred_regions, preferred_sectors, ruled_out,
    medically_unsupported
}

/// The record that is kept: fields in `theirs` as the other record has them, the rest its own where it holds something;
/// lists hold what either holds, its own first; of notes nothing is lost.
pub fn merged(keep: &Volunteer, other: &Volunteer, theirs: &[String]) -> Volunteer {
    let mut kept = keep.clone();
    fill(&mut kept, other);
    for field in theirs {
        take(field, &mut kept, other);
    }
    unite(&mut kept, other);
    if kept.notes.trim().is_empty() {
        kept.notes.clone_from(&other.notes);
    } else if !kept.notes.contains(other.notes.trim()) {
        kept.notes = format!("{}\n{}", kept.notes.trim_end(), other.notes.trim());
    }
    // Nobody travels with themselves.
    kept.travels_with = kept.travels_with.filter(|with| *with != keep.id && *with != other.id);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_is_taken_what_is_empty_filled_and_lists_are_united() {
        let country = |code: &str| crate::domain::reference::Country::parse_code(code);
        let list = |codes: &[&str]| codes.iter().filter_map(|code| country(code)).collect::<Vec<_>>();
        let keep = Volunteer {
            full_name: "Ana Silva".into(),
            email: "ana@example.org".into(),
            nationalities: list(&["PT"]),
            notes: "Speaks slowly".into(),
            ..Volunteer::default()
        };
        let other = Volunteer {
            full_name: "Ana da Silva".into(),
            email: "silva@example.org".into(),
            phone: "+351 912 345 678".into(),
            nationalities: list(&["BR", "PT"]),
            notes: "Has a driving licence".into(),
            travels_with: Some(keep.id),
            ..Volunteer::default()
        };
        let kept = merged(&keep, &other, &["email".to_owned()]);
        assert_eq!(
            (kept.id, kept.full_name.as_str(), kept.email.as_str()),
            (keep.id, "Ana Silva", "silva@example.org")
        );
        assert_eq!((kept.phone.as_str(), kept.nationalities), ("+351 912 345 678", list(&["PT", "BR"])));
        assert_eq!((kept.notes.as_str(), kept.travels_with), ("Speaks slowly\nHas a driving licence", None));
        let differing: Vec<_> = FIELDS.iter().filter(|field| differs(field, &keep, &other)).collect();
        assert_eq!(differing, [&"full_name", &"email"]);
    }
}
