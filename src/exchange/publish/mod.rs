//! The data for reporting tools elsewhere: which tables and columns they get, what each means, which of it is about a
//! person, and the ways there: files, and (with the feature `postgres`) tables on a server.
//!
//! Everything that goes out goes through [`values`], so that one place decides what is given of people. It must not know
//! what is done with it.

mod error;
mod files;
mod folder;
#[cfg(feature = "postgres")]
mod server;
mod tables;
#[cfg(test)]
mod tests;
mod values;

pub use error::PublishError;
pub use files::{Exported, export_files};
#[cfg(feature = "postgres")]
pub use server::{Mirrored, SchemaName, Server, ServerError, publish_to_server};
pub use tables::TABLES;
pub use values::{Given, columns, values};

/// A table as readers elsewhere see it. Each row has an `id` besides the columns here.
#[derive(Debug)]
pub struct Published {
    /// Name, as in the office file.
    pub name: &'static str,
    /// What a row is.
    pub meaning: &'static str,
    /// The columns, in the order of the office file.
    pub columns: &'static [Described],
}

/// A column as readers elsewhere see it.
#[derive(Debug)]
pub struct Described {
    /// Name, as in the office file.
    pub name: &'static str,
    /// What a value is made of.
    pub kind: Kind,
    /// Whether it says who a person is.
    pub privacy: Privacy,
    /// What a value means, with its unit.
    pub meaning: &'static str,
}

/// What a value is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words or a code.
    Text,
    /// Codes with blanks between.
    Codes,
    /// A whole number.
    Number,
    /// Yes or no.
    Flag,
    /// A calendar date, ISO 8601.
    Date,
    /// The id of a row, a UUID.
    Id,
    /// JSON.
    Json,
}

impl Kind {
    /// The word for it where the files are described.
    pub fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Codes => "codes",
            Self::Number => "integer",
            Self::Flag => "boolean",
            Self::Date => "date",
            Self::Id => "uuid",
            Self::Json => "json",
        }
    }
}

/// Whether a value says who a person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Privacy {
    /// Says nothing that names a person.
    Open,
    /// The name of a person.
    Name,
    /// A day of birth, of which the year alone may be given on.
    Birth,
    /// Contacts, numbers of papers, and free text, which may hold anything.
    Private,
    /// About a person who was erased: given to nobody.
    Never,
}

impl Privacy {
    /// The word for it where the files are described.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "no",
            Self::Name => "name",
            Self::Birth => "birth date",
            Self::Private | Self::Never => "private",
        }
    }
}

/// How much of people is given on. Nothing of those who were erased, in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Personal {
    /// No names, days of birth, contacts, numbers of papers or free text; the year of birth, and what is counted.
    None,
    /// Names too.
    Names,
    /// Everything.
    All,
}

impl Personal {
    /// Whether values of that kind are given on.
    pub fn gives(self, privacy: Privacy) -> bool {
        match privacy {
            Privacy::Open => true,
            Privacy::Name => self != Self::None,
            Privacy::Birth | Privacy::Private => self == Self::All,
            Privacy::Never => false,
        }
    }

    /// The word for it on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Names => "names",
            Self::All => "all",
        }
    }
}
