//! Rows of a sheet in a table: columns that are known only when the file is open.

use std::sync::LazyLock;

/// So many columns are shown; the widest sheets of offices have some sixty.
pub const MOST_COLUMNS: usize = 256;

static KEYS: LazyLock<Vec<String>> = LazyLock::new(|| (0..MOST_COLUMNS).map(|place| place.to_string()).collect());

/// The key of a table's column by its place.
pub fn key(place: usize) -> &'static str {
    KEYS.get(place).map_or("", String::as_str)
}

/// The place of a column by its key.
pub fn place(key: &str) -> Option<usize> {
    key.parse().ok()
}
