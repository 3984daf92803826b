//! What those who publish the data must know of the tables here.

use super::records::TABLES;

/// The name and the columns, besides the id, of each table whose rows have a history, in the order of the file.
pub fn tables() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    TABLES.iter().map(|table| (table.name, table.cells.iter().flat_map(|cell| cell.columns).copied().collect()))
}
