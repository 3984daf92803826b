//! One value of one column, as it is kept in a row and in an op.

use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A value of a column. Ids are blobs in rows and `{"id": "..."}` in ops.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scalar {
    Null,
    Integer(i64),
    Text(String),
    Blob(Vec<u8>),
}

impl Scalar {
    pub(crate) fn from_ref(value: ValueRef<'_>) -> Self {
        match value {
            ValueRef::Null => Self::Null,
            ValueRef::Integer(integer) => Self::Integer(integer),
            // No column holds reals; a foreign hand may have written one.
            ValueRef::Real(real) => Self::Text(real.to_string()),
            ValueRef::Text(text) => Self::Text(String::from_utf8_lossy(text).into_owned()),
            ValueRef::Blob(blob) => Self::Blob(blob.to_owned()),
        }
    }

    /// About how many bytes it takes as text.
    pub(crate) fn size(&self) -> usize {
        match self {
            Self::Null => 4,
            Self::Integer(_) => 8,
            Self::Text(text) => text.len(),
            Self::Blob(_) => 46,
        }
    }

    /// The id that it is, where it is one.
    pub(crate) fn as_id(&self) -> Option<crate::domain::Id> {
        match self {
            Self::Blob(bytes) => bytes.as_slice().try_into().ok().map(crate::domain::Id::from_bytes),
            _ => None,
        }
    }

    /// What a person reads in the history: the value as plain text, empty for nothing.
    pub(crate) fn as_words(&self) -> String {
        match self {
            Self::Null => String::new(),
            Self::Integer(integer) => integer.to_string(),
            Self::Text(text) => text.clone(),
            Self::Blob(_) => self.as_id().map(|id| id.to_string()).unwrap_or_default(),
        }
    }
}

impl ToSql for Scalar {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Integer(integer) => ValueRef::Integer(*integer),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Blob(blob) => ValueRef::Blob(blob),
        }))
    }
}

#[derive(Serialize, Deserialize)]
struct IdForm {
    id: String,
}

impl Serialize for Scalar {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Integer(integer) => serializer.serialize_i64(*integer),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Blob(_) => IdForm { id: self.as_words() }.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyForm)
    }
}

/// Takes whatever form a value has. By hand: there are millions of them, and an untagged enum tries one form after the
/// other.
struct AnyForm;

impl<'de> Visitor<'de> for AnyForm {
    type Value = Scalar;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("null, a whole number, a text or an id")
    }

    fn visit_unit<E: Error>(self) -> Result<Scalar, E> {
        Ok(Scalar::Null)
    }

    fn visit_i64<E: Error>(self, integer: i64) -> Result<Scalar, E> {
        Ok(Scalar::Integer(integer))
    }

    fn visit_u64<E: Error>(self, integer: u64) -> Result<Scalar, E> {
        i64::try_from(integer).map(Scalar::Integer).map_err(E::custom)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Scalar, E> {
        Ok(Scalar::Text(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Scalar, E> {
        Ok(Scalar::Text(text))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Scalar, A::Error> {
        let form = IdForm::deserialize(MapAccessDeserializer::new(map))?;
        match crate::domain::Id::parse(&form.id) {
            Some(id) => Ok(Scalar::Blob(id.bytes().to_vec())),
            None => Err(A::Error::custom(format!("not an id: {}", form.id))),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_value_survives_the_op() {
        let id = crate::domain::Id::random();
        for value in
            [Scalar::Null, Scalar::Integer(-7), Scalar::Text("कृष्ण \"x\"\n".into()), Scalar::Blob(id.bytes().to_vec())]
        {
            let written = serde_json::to_string(&value).unwrap();
            assert_eq!(serde_json::from_str::<Scalar>(&written).unwrap(), value, "{written}");
        }
    }

    #[test]
    fn what_no_column_holds_is_refused() {
        for text in ["true", "1.5", "9223372036854775808", "[]", "{}", r#"{"id":"x"}"#, r#"{"id":7}"#] {
            assert!(serde_json::from_str::<Scalar>(text).is_err(), "{text}");
        }
    }
}
