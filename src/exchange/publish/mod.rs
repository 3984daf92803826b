//! The data for reporting tools elsewhere: which tables and columns they get, what each means, and which of it is about
//! a person. This room only describes; it must not know who reads it, nor in which format.

mod tables;

pub use tables::TABLES;

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
    /// 1 for yes; nothing for no.
    Flag,
    /// A calendar date, ISO 8601.
    Date,
    /// The id of a row of another table.
    Id,
    /// JSON.
    Json,
}

/// Whether a value says who a person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Privacy {
    /// Says nothing that names a person.
    Open,
    /// The name of a person.
    Name,
    /// A day of birth, of which the year alone may be given on.
    Birth,
    /// Contacts, numbers of papers, and free text, which may hold anything.
    Private,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_table_and_column_of_the_store_is_described() {
        let described: Vec<(&str, Vec<&str>)> =
            TABLES.iter().map(|table| (table.name, table.columns.iter().map(|column| column.name).collect())).collect();
        let kept: Vec<_> = crate::store::publish::tables().collect();
        assert_eq!(described, kept);
        for table in TABLES {
            assert!(!table.meaning.is_empty(), "{}", table.name);
            for column in table.columns {
                assert!(!column.meaning.is_empty(), "{}.{}", table.name, column.name);
            }
        }
    }
}
