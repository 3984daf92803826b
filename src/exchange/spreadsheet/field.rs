//! What a field of a list is: its name, what a cell must hold for it, how it is read from a record and put into one.

use chrono::NaiveDate;

use super::entry::Entry;
use super::value::Value;
use super::vocabulary::Vocabulary;
use crate::domain::Kind;
use crate::domain::mission::AgeBand;
use crate::domain::organisation::{DueDiligence, Finding, LinkKind, OfferKind, OfferSide, OrganisationKind};
use crate::domain::placement::{PlacementStatus, Priority};
use crate::domain::practice::{PracticeStage, ReplicationResult};
use crate::domain::reference::{Country, Language, Occupation, Region, Sector, Tongue};
use crate::domain::text::fold;
use crate::domain::volunteer::{Category, Education, Sex, Standing};

/// What a cell must hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Words in one line.
    Text,
    /// Words in paragraphs.
    Paragraphs,
    /// An e-mail address.
    Email,
    /// A day of birth: never in the future.
    Birth,
    /// A calendar date.
    Date,
    /// A whole number, at most this.
    Whole(u32),
    /// Degrees, at most this to either side of zero.
    Degrees(u32),
    /// Yes or no.
    Flag,
    /// A word of a vocabulary.
    One(Vocabulary),
    /// Words of a vocabulary.
    Many(Vocabulary),
    /// Several words or groups of words.
    Texts,
    /// Languages, each with a level if it is known.
    Languages,
    /// Skills, each with a level and years if they are known.
    Skills,
}

impl Shape {
    /// The vocabulary that its codes are of.
    pub fn vocabulary(self) -> Option<Vocabulary> {
        match self {
            Self::One(vocabulary) | Self::Many(vocabulary) => Some(vocabulary),
            Self::Languages => Some(Vocabulary::Language),
            _ => None,
        }
    }
}

/// What happens when several columns feed one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Join {
    /// One column alone.
    Never,
    /// With commas: parts of an address.
    Commas,
    /// One after the other: items of lists.
    Items,
    /// As paragraphs, each beginning with the name of its column.
    Paragraphs,
}

/// A field of a list.
pub struct Field {
    /// Permanent key, in mappings.
    pub key: &'static str,
    /// Name in English: the head of its column in lists written by this program.
    pub english: &'static str,
    /// Name in French.
    pub french: &'static str,
    /// Other names of such columns, seen in real tables.
    pub aliases: &'static [&'static str],
    /// What a cell must hold.
    pub shape: Shape,
    /// What happens when several columns feed it.
    pub join: Join,
    /// Whether a row without it is rejected.
    pub required: bool,
    /// The kind of record that it names, where it names one.
    pub names: Option<Kind>,
    /// Where text goes that does not fit here; else into the notes.
    pub spill: Option<&'static str>,
    /// Reads it.
    pub get: fn(&Entry) -> Value,
    /// Puts it in. A value of another shape changes nothing.
    pub set: fn(&mut Entry, &Value),
}

impl std::fmt::Debug for Field {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Field").field(&self.key).finish()
    }
}

impl Field {
    /// Its name.
    pub fn name(&self, tongue: Tongue) -> &'static str {
        match tongue {
            Tongue::English => self.english,
            Tongue::French => self.french,
        }
    }

    /// The value of a record as text.
    pub fn text(&self, value: &Value, tongue: Tongue) -> String {
        value.text(self.shape.vocabulary(), tongue)
    }
}

/// The name of a column without what does not matter: case, accents, punctuation, and a part in square brackets, which
/// repeats the name for machines ("Country [Post]").
pub(super) fn simple(head: &str) -> String {
    let without_brackets = match (head.find('['), head.rfind(']')) {
        (Some(open), Some(close)) if open < close && open > 0 => format!("{} {}", &head[..open], &head[close + 1..]),
        _ => head.to_owned(),
    };
    let folded = fold(&without_brackets);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { folded } else { words.join(" ") }
}

/// A type of the domain as a [`Value`] and back.
pub(super) trait AsValue: Sized {
    fn to_value(&self) -> Value;
    /// `None` where the value is of another shape.
    fn from_value(value: &Value) -> Option<Self>;
}

impl AsValue for String {
    fn to_value(&self) -> Value {
        if self.is_empty() { Value::Nothing } else { Value::Text(self.clone()) }
    }
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Nothing => Some(Self::new()),
            Value::Text(text) => Some(text.clone()),
            _ => None,
        }
    }
}

impl AsValue for bool {
    fn to_value(&self) -> Value {
        Value::Flag(*self)
    }
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Nothing => Some(false),
            Value::Flag(flag) => Some(*flag),
            _ => None,
        }
    }
}

impl AsValue for Option<NaiveDate> {
    fn to_value(&self) -> Value {
        self.map_or(Value::Nothing, Value::Date)
    }
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Nothing => Some(None),
            Value::Date(date) => Some(Some(*date)),
            _ => None,
        }
    }
}

impl AsValue for NaiveDate {
    fn to_value(&self) -> Value {
        Value::Date(*self)
    }
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Date(date) => Some(*date),
            _ => None,
        }
    }
}

impl AsValue for u16 {
    fn to_value(&self) -> Value {
        Value::Whole((*self).into())
    }
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Whole(number) => Self::try_from(*number).ok(),
            _ => None,
        }
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl AsValue for Option<$number> {
            fn to_value(&self) -> Value {
                self.map_or(Value::Nothing, |number| Value::Whole(number.into()))
            }
            fn from_value(value: &Value) -> Option<Self> {
                match value {
                    Value::Nothing => Some(None),
                    Value::Whole(number) => <$number>::try_from(*number).ok().map(Some),
                    _ => None,
                }
            }
        }
    )*};
}
numbers!(u8, u16);

macro_rules! coded {
    ($($name:ty = $parse:path),* $(,)?) => {$(
        impl AsValue for Option<$name> {
            fn to_value(&self) -> Value {
                self.map_or(Value::Nothing, |one| Value::Code(one.code()))
            }
            fn from_value(value: &Value) -> Option<Self> {
                match value {
                    Value::Nothing => Some(None),
                    Value::Code(code) => $parse(code).map(Some),
                    _ => None,
                }
            }
        }
        impl AsValue for Vec<$name> {
            fn to_value(&self) -> Value {
                if self.is_empty() { Value::Nothing } else { Value::Codes(self.iter().map(|one| one.code()).collect()) }
            }
            fn from_value(value: &Value) -> Option<Self> {
                match value {
                    Value::Nothing => Some(Vec::new()),
                    Value::Codes(codes) => codes.iter().map(|code| $parse(code)).collect(),
                    _ => None,
                }
            }
        }
        impl AsValue for $name {
            fn to_value(&self) -> Value {
                Value::Code(self.code())
            }
            fn from_value(value: &Value) -> Option<Self> {
                match value {
                    Value::Code(code) => $parse(code),
                    _ => None,
                }
            }
        }
    )*};
}
coded!(
    Country = Country::parse_code,
    Language = Language::parse_code,
    Region = Region::parse_code,
    Occupation = Occupation::parse_code,
    Sector = Sector::parse_code,
    Sex = Sex::parse,
    Category = Category::parse,
    Education = Education::parse,
    Standing = Standing::parse,
    OrganisationKind = OrganisationKind::parse,
    DueDiligence = DueDiligence::parse,
    PracticeStage = PracticeStage::parse,
    Priority = Priority::parse,
    PlacementStatus = PlacementStatus::parse,
    LinkKind = LinkKind::parse,
    OfferSide = OfferSide::parse,
    OfferKind = OfferKind::parse,
    Finding = Finding::parse,
    ReplicationResult = ReplicationResult::parse,
    AgeBand = AgeBand::parse,
);

/// Reads a field out of one kind of entry, and puts it in.
macro_rules! access {
    ($kind:ident, |$entry:ident| $get:expr, |$into:ident, $value:ident| $set:expr) => {
        (
            (|entry: &Entry| match entry {
                Entry::$kind($entry) => $get,
                _ => Value::Nothing,
            }) as fn(&Entry) -> Value,
            (|entry: &mut Entry, $value: &Value| {
                if let Entry::$kind($into) = entry {
                    $set
                }
            }) as fn(&mut Entry, &Value),
        )
    };
    ($kind:ident . $($path:ident).+) => {
        access!($kind, |entry| AsValue::to_value(&entry.$($path).+), |entry, value| {
            if let Some(value) = AsValue::from_value(value) {
                entry.$($path).+ = value;
            }
        })
    };
}
pub(super) use access;

/// Reads the record that a field names: its id from the one place, what lists call it from the other.
macro_rules! named {
    ($kind:ident, $($id:ident).+, $($name:ident).+) => {
        access!($kind, |entry| match Option::<Id>::from(entry.$($id).+) {
            Some(id) => Value::Record(id, entry.$($name).+.clone()),
            None => Value::Nothing,
        }, |entry, value| {
            if let Value::Record(id, name) = value {
                entry.$($id).+ = (*id).into();
                entry.$($name).+.clone_from(name);
            }
        })
    };
}
pub(super) use named;

/// How a field is read from a record, and put into one.
pub(super) type Access = (fn(&Entry) -> Value, fn(&mut Entry, &Value));

/// A field in short: key, names, aliases, shape, then what differs from the usual.
pub(super) const fn plain(
    key: &'static str,
    names: [&'static str; 2],
    aliases: &'static [&'static str],
    shape: Shape,
    access: Access,
) -> Field {
    let join = match shape {
        Shape::Paragraphs => Join::Paragraphs,
        Shape::Many(_) | Shape::Texts | Shape::Languages | Shape::Skills => Join::Items,
        _ => Join::Never,
    };
    let ([english, french], (get, set)) = (names, access);
    Field { key, english, french, aliases, shape, join, required: false, names: None, spill: None, get, set }
}

/// A field that names a record of a kind.
pub(super) const fn naming(kind: Kind, field: Field) -> Field {
    Field { names: Some(kind), ..field }
}

/// A field that every row needs.
pub(super) const fn required(field: Field) -> Field {
    Field { required: true, ..field }
}
