//! What is given on of a row: typed, and no more of people than was chosen.

use super::{Described, Kind, Personal, Privacy, Published};
use crate::domain::Id;
use crate::store::StoreError;
use crate::store::publish::{Kept, KeptRow};
use chrono::{Datelike as _, NaiveDate};

/// A value that is given on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// Nothing is known, or it is not given on.
    Nothing,
    /// Words, codes or JSON.
    Text(String),
    /// A whole number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
    /// A calendar date.
    Date(NaiveDate),
    /// The id of a row.
    Id(Id),
}

impl std::fmt::Display for Given {
    /// As text: dates ISO 8601, yes and no as `true` and `false`, nothing as nothing.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Nothing => Ok(()),
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => number.fmt(f),
            Self::Flag(flag) => flag.fmt(f),
            Self::Date(date) => date.fmt(f),
            Self::Id(id) => id.fmt(f),
        }
    }
}

static ID: Described = Described { name: "id", kind: Kind::Id, privacy: Privacy::Open, meaning: "Id of the row" };

static BIRTH_YEAR: Described =
    Described { name: "birth_year", kind: Kind::Number, privacy: Privacy::Open, meaning: "Year of birth" };

/// All columns that a table has elsewhere: the id, those of the office file, and the year after a day of birth.
pub fn columns(table: &Published) -> Vec<&'static Described> {
    let mut columns = vec![&ID];
    for column in table.columns {
        columns.push(column);
        if column.privacy == Privacy::Birth {
            columns.push(&BIRTH_YEAR);
        }
    }
    columns
}

/// A value for each of [`columns`]; nothing where it is not to be given on. Fails where the office file holds what its
/// column cannot hold.
pub fn values(table: &Published, row: &KeptRow, personal: Personal) -> Result<Vec<Given>, StoreError> {
    let mut values = vec![Given::Id(row.id)];
    for (column, kept) in table.columns.iter().zip(&row.values) {
        let value = typed(column.kind, kept).ok_or_else(|| {
            StoreError::Damaged(format!("{} of {} {} cannot be read", column.name, table.name, row.id))
        })?;
        let year = match &value {
            Given::Date(date) => Given::Number(date.year().into()),
            _ => Given::Nothing,
        };
        let is_given = personal.gives(column.privacy) && (column.privacy == Privacy::Open || !row.is_of_erased);
        values.push(if is_given { value } else { Given::Nothing });
        if column.privacy == Privacy::Birth {
            values.push(year);
        }
    }
    Ok(values)
}

fn typed(kind: Kind, kept: &Kept) -> Option<Given> {
    Some(match (kind, kept) {
        // No is kept as nothing.
        (Kind::Flag, Kept::Nothing) => Given::Flag(false),
        (_, Kept::Nothing) => Given::Nothing,
        (Kind::Flag, Kept::Number(number)) => Given::Flag(*number != 0),
        (Kind::Number, Kept::Number(number)) => Given::Number(*number),
        (Kind::Date, Kept::Text(text)) => Given::Date(text.parse().ok()?),
        (Kind::Id, Kept::Id(id)) => Given::Id(*id),
        (Kind::Text | Kind::Codes | Kind::Json, Kept::Text(text)) => Given::Text(text.clone()),
        _ => return None,
    })
}
