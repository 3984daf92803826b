//! How each kind of field is kept in a column.

use super::scalar::Scalar;
use crate::domain::Id;
use crate::domain::decision::DecisionKind;
use crate::domain::matching::MatchingSettings;
use crate::domain::milestones::{Offset, Rule, Templates};
use crate::domain::mission::{AgeBand, EarlyEnd, Party, ReportKind, Stage};
use crate::domain::office::Role;
use crate::domain::organisation::{DueDiligence, Finding, LinkKind, OfferKind, OfferSide, OrganisationKind, Position};
use crate::domain::placement::{PlacementStatus, Priority, RequirementKind, Side, Weight};
use crate::domain::practice::{PracticeStage, ReplicationResult};
use crate::domain::reference::{Country, Language, Occupation, Region, Sector};
use crate::domain::reporting::ReportSchedule;
use crate::domain::rules::Limits;
use crate::domain::volunteer::{Category, ClearanceKind, ClearanceState, Education, Level, Sex, Standing};
use chrono::NaiveDate;
use rusqlite::types::{FromSqlError, ValueRef};

/// A type of field that fits into one column. Reading fails on what this version does not know.
pub(crate) trait Column: Sized {
    fn write(&self) -> Scalar;
    fn read(value: ValueRef<'_>) -> Result<Self, FromSqlError>;
}

impl Column for String {
    fn write(&self) -> Scalar {
        if self.is_empty() { Scalar::Null } else { Scalar::Text(self.clone()) }
    }
    fn read(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
        Ok(value.as_str_or_null()?.unwrap_or_default().to_owned())
    }
}

impl Column for bool {
    fn write(&self) -> Scalar {
        if *self { Scalar::Integer(1) } else { Scalar::Null }
    }
    fn read(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
        Ok(value.as_i64_or_null()?.unwrap_or_default() != 0)
    }
}

impl Column for u16 {
    fn write(&self) -> Scalar {
        Scalar::Integer(i64::from(*self))
    }
    fn read(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
        let number = value.as_i64_or_null()?.unwrap_or_default();
        number.try_into().map_err(|_| FromSqlError::OutOfRange(number))
    }
}

impl Column for u8 {
    fn write(&self) -> Scalar {
        Scalar::Integer(i64::from(*self))
    }
    fn read(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
        let number = value.as_i64()?;
        number.try_into().map_err(|_| FromSqlError::OutOfRange(number))
    }
}

impl Column for Id {
    fn write(&self) -> Scalar {
        Scalar::Blob(self.bytes().to_vec())
    }
    fn read(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
        let bytes = value.as_blob()?;
        match bytes.try_into() {
            Ok(bytes) => Ok(Self::from_bytes(bytes)),
            Err(_) => Err(FromSqlError::InvalidBlobSize { expected_size: 16, blob_size: bytes.len() }),
        }
    }
}

impl Column for NaiveDate {
    fn write(&self) -> Scalar {
        Scalar::Text(self.to_string())
    }
    fn read(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
        let text = value.as_str()?;
        text.parse().map_err(|error| FromSqlError::Other(Box::new(error)))
    }
}

impl Column for Position {
    fn write(&self) -> Scalar {
        Scalar::Text(format!("{} {}", self.latitude, self.longitude))
    }
    fn read(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
        let text = value.as_str()?;
        let parsed = text.split_once(' ').and_then(|(latitude, longitude)| {
            Some(Self { latitude: latitude.parse().ok()?, longitude: longitude.parse().ok()? })
        });
        parsed.ok_or_else(|| unknown(text))
    }
}

/// Kept as JSON.
macro_rules! json {
    ($($name:ident),+) => {$(
        impl Column for $name {
            fn write(&self) -> Scalar {
                serde_json::to_string(self).map_or(Scalar::Null, Scalar::Text)
            }
            fn read(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
                serde_json::from_str(value.as_str()?).map_err(|error| FromSqlError::Other(Box::new(error)))
            }
        }
    )+};
}

json! { Limits, Offset, Rule }

/// Kept as JSON, and as nothing for what every office begins with, as in files that are older than it.
macro_rules! json_unless_default {
    ($($name:ident),+) => {$(
        impl Column for $name {
            fn write(&self) -> Scalar {
                if *self == Self::default() {
                    return Scalar::Null;
                }
                serde_json::to_string(self).map_or(Scalar::Null, Scalar::Text)
            }
            fn read(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
                let text = value.as_str_or_null()?;
                text.map_or(Ok(Self::default()), serde_json::from_str)
                    .map_err(|error| FromSqlError::Other(Box::new(error)))
            }
        }
    )+};
}

json_unless_default! { MatchingSettings, ReportSchedule, Templates }

impl<T: Column> Column for Option<T> {
    fn write(&self) -> Scalar {
        self.as_ref().map_or(Scalar::Null, T::write)
    }
    fn read(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
        if value == ValueRef::Null { Ok(None) } else { T::read(value).map(Some) }
    }
}

fn unknown(text: &str) -> FromSqlError {
    FromSqlError::Other(format!("unknown value {text:?}").into())
}

/// A type with a permanent code, so that a list of it can be kept as codes with blanks between.
trait Coded: Sized {
    fn write_code(&self) -> String;
    fn read_code(code: &str) -> Option<Self>;
}

macro_rules! coded {
    ($($name:ty => $parse:path),+ $(,)?) => {$(
        impl Coded for $name {
            fn write_code(&self) -> String {
                self.code().to_string()
            }
            fn read_code(code: &str) -> Option<Self> {
                $parse(code)
            }
        }

        impl Column for $name {
            fn write(&self) -> Scalar {
                Scalar::Text(self.write_code())
            }
            fn read(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
                let code = value.as_str()?;
                Self::read_code(code).ok_or_else(|| unknown(code))
            }
        }
    )+};
}

coded! {
    AgeBand => AgeBand::parse,
    Category => Category::parse,
    ClearanceKind => ClearanceKind::parse,
    ClearanceState => ClearanceState::parse,
    Country => Country::parse_code,
    DecisionKind => DecisionKind::parse,
    DueDiligence => DueDiligence::parse,
    EarlyEnd => EarlyEnd::parse,
    Education => Education::parse,
    Finding => Finding::parse,
    Language => Language::parse_code,
    Level => Level::parse,
    LinkKind => LinkKind::parse,
    Occupation => Occupation::parse_code,
    OfferKind => OfferKind::parse,
    OfferSide => OfferSide::parse,
    OrganisationKind => OrganisationKind::parse,
    Party => Party::parse,
    PlacementStatus => PlacementStatus::parse,
    PracticeStage => PracticeStage::parse,
    Priority => Priority::parse,
    Region => Region::parse_code,
    ReplicationResult => ReplicationResult::parse,
    ReportKind => ReportKind::parse,
    RequirementKind => RequirementKind::parse,
    Role => Role::parse,
    Sector => Sector::parse_code,
    Sex => Sex::parse,
    Side => Side::parse,
    Stage => Stage::parse,
    Standing => Standing::parse,
    Weight => Weight::parse,
}

impl<T: Coded> Column for Vec<T> {
    fn write(&self) -> Scalar {
        let codes: Vec<String> = self.iter().map(Coded::write_code).collect();
        if codes.is_empty() { Scalar::Null } else { Scalar::Text(codes.join(" ")) }
    }
    fn read(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
        let codes = value.as_str_or_null()?.unwrap_or_default();
        codes.split_whitespace().map(|code| T::read_code(code).ok_or_else(|| unknown(code))).collect()
    }
}
