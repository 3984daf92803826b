//! The two records of a pair, and how they stand to each other field by field: read on the office file's thread.

use crate::app::screens::volunteers::shown::{Shown, read};
use crate::domain::volunteer::Volunteer;
use crate::domain::{Id, merging};
use crate::store::{OfficeFile, StoreError};
use serde_json::{Map, Value};

/// Two records side by side. Of the two, 0 is the one that was there first.
pub struct Both {
    /// The records with all that hangs on them.
    pub sides: [Shown; 2],
    /// The fields in which at least one has something.
    pub rows: Vec<Row>,
}

/// One field, or several that only make sense together.
pub struct Row {
    /// The names of the fields; the first stands for all.
    pub fields: &'static [&'static str],
    /// What each of the records has in each of them, as the history writes it.
    pub values: [Vec<String>; 2],
    /// How the two stand to each other.
    pub stand: Stand,
}

/// How two values stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// Different: one of them has to be chosen.
    Different,
    /// The same.
    Same,
    /// One record alone has something, which is kept.
    Only(usize),
    /// What either has is kept.
    United,
}

impl Both {
    /// Reads the two; nothing where one of them is gone, merged a moment ago for example.
    pub fn read(file: &mut OfficeFile, pair: &(Id, Id)) -> Result<Option<Self>, StoreError> {
        let (Some(first), Some(second)) = (read(file, &pair.0)?, read(file, &pair.1)?) else { return Ok(None) };
        let sides = [first, second];
        let [one, two] = [&sides[0].detail.volunteer, &sides[1].detail.volunteer];
        let kept = as_written(&merging::merged(one, two, &[]), "", "");
        let [written, other] = [&sides[0], &sides[1]]
            .map(|side| as_written(&side.detail.volunteer, &side.association, &side.travels_with));
        let mut rows = Vec::new();
        for fields in merging::TOGETHER.iter().copied().chain(merging::UNITED.iter().map(std::slice::from_ref)) {
            rows.push(row(fields, one, two, [&written, &other], &kept));
        }
        rows.push(row(&["notes"], one, two, [&written, &other], &kept));
        rows.retain(|row| row.values.iter().flatten().any(|value| !value.is_empty()));
        Ok(Some(Self { sides, rows }))
    }

    /// The rows in which one of the two has to be chosen.
    pub fn different(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.stand == Stand::Different)
    }
}

type Written = Map<String, Value>;

fn row(
    fields: &'static [&'static str],
    one: &Volunteer,
    two: &Volunteer,
    written: [&Written; 2],
    kept: &Written,
) -> Row {
    let of = |written: &Written| fields.iter().map(|field| text(written.get(*field))).collect::<Vec<_>>();
    let values = written.map(of);
    let is_empty = |side: usize| values[side].iter().all(String::is_empty);
    let stand = if values[0] == values[1] {
        Stand::Same
    } else if merging::differs(fields[0], one, two) {
        Stand::Different
    } else if !merging::FIELDS.contains(&fields[0]) && !is_empty(0) && !is_empty(1) {
        Stand::United
    } else if is_empty(1) || (!is_empty(0) && of(kept) == values[0]) {
        Stand::Only(0)
    } else {
        Stand::Only(1)
    };
    Row { fields, values, stand }
}

/// A record as it is written in files; of other records their names.
fn as_written(volunteer: &Volunteer, association: &str, companion: &str) -> Written {
    let Ok(Value::Object(mut written)) = serde_json::to_value(volunteer) else { return Written::new() };
    written.insert("diaspora_organisation".into(), association.into());
    written.insert("travels_with".into(), companion.into());
    written
}

/// Codes of a list have a blank between them, as in the history.
fn text(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Bool(true)) => "1".to_owned(),
        Some(Value::Array(several)) => several.iter().map(|one| text(Some(one))).collect::<Vec<_>>().join(" "),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_a_volunteer_is_compared_or_cannot_be_chosen() {
        let known = as_written(&Volunteer::default(), "", "");
        let compared: Vec<&str> = merging::TOGETHER.iter().copied().flatten().chain(merging::UNITED).copied().collect();
        let left_out: Vec<&String> = known.keys().filter(|field| !compared.contains(&field.as_str())).collect();
        assert_eq!(left_out, ["id", "reference", "notes", "merged_into"]);
        assert!(compared.iter().all(|field| known.contains_key(*field)));
    }

    #[test]
    fn values_stand_to_each_other_as_merging_takes_them() {
        let one = Volunteer {
            full_name: "Ana Silva".into(),
            email: "a@b.org".into(),
            categories: vec![crate::domain::volunteer::Category::National],
            ..Volunteer::default()
        };
        let two = Volunteer {
            full_name: "Ana Sílva".into(),
            email: "a@b.org".into(),
            phone: "1".into(),
            standing: crate::domain::volunteer::Standing::Ready,
            notes: "Speaks slowly".into(),
            categories: vec![crate::domain::volunteer::Category::Youth],
            ..Volunteer::default()
        };
        let kept = as_written(&merging::merged(&one, &two, &[]), "", "");
        let [first, second] = [&one, &two].map(|volunteer| as_written(volunteer, "", ""));
        let stand = |fields| row(fields, &one, &two, [&first, &second], &kept).stand;
        assert_eq!(stand(&["full_name"]), Stand::Different);
        assert_eq!(stand(&["email"]), Stand::Same);
        assert_eq!([&["phone"], &["standing"], &["notes"]].map(|field| stand(field)), [Stand::Only(1); 3]);
        assert_eq!(stand(&["categories"]), Stand::United);
    }
}
