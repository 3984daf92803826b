//! Which rows of a list are chosen, and where the cursor is. Plain logic: no painting.
//!
//! Rows are known by key, so that a selection outlives sorting and new rows.

use std::collections::HashSet;
use std::hash::Hash;

/// The chosen rows of a list.
#[derive(Clone, Debug)]
pub struct Selection<K> {
    chosen: HashSet<K>,
    cursor: Option<K>,
    anchor: Option<K>,
    /// Where cursor and anchor were when last looked up.
    cursor_row: usize,
    anchor_row: usize,
}

impl<K> Default for Selection<K> {
    fn default() -> Self {
        Self { chosen: HashSet::new(), cursor: None, anchor: None, cursor_row: 0, anchor_row: 0 }
    }
}

/// How a row is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Alone: click, arrow.
    Alone,
    /// In or out, the others as they are: Ctrl and click, Ctrl and Space, a checkbox.
    Toggle,
    /// All from the anchor to here: Shift and click, Shift and arrow.
    Range,
}

impl<K: Copy + Eq + Hash> Selection<K> {
    /// Whether the row with this key is chosen.
    pub fn holds(&self, key: K) -> bool {
        self.chosen.contains(&key)
    }

    /// How many rows are chosen.
    pub fn count(&self) -> usize {
        self.chosen.len()
    }

    /// The chosen keys, in no order.
    pub fn keys(&self) -> impl Iterator<Item = K> + '_ {
        self.chosen.iter().copied()
    }

    /// The one that is chosen, if it is one: the record of the pane.
    pub fn only(&self) -> Option<K> {
        if self.chosen.len() == 1 { self.chosen.iter().next().copied() } else { None }
    }

    /// The key under the cursor.
    pub fn cursor(&self) -> Option<K> {
        self.cursor
    }

    /// The row of the cursor in a list of `count` rows, whose keys `key_at` tells; `None` if it is not among them.
    pub fn cursor_row(&mut self, count: usize, key_at: impl Fn(usize) -> K) -> Option<usize> {
        let row = find(self.cursor?, self.cursor_row, count, &key_at)?;
        self.cursor_row = row;
        Some(row)
    }

    /// Chooses one row alone, before it is known where it stands.
    pub fn choose(&mut self, key: K) {
        *self = Self { chosen: HashSet::from([key]), cursor: Some(key), anchor: Some(key), ..Self::default() };
    }

    /// Nothing is chosen.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Goes to `row` of a list of `count` rows, whose keys `key_at` tells.
    pub fn go(&mut self, row: usize, reach: Reach, count: usize, key_at: impl Fn(usize) -> K) {
        if row >= count {
            return;
        }
        let key = key_at(row);
        match reach {
            Reach::Alone => {
                self.chosen.clear();
                self.chosen.insert(key);
            }
            Reach::Toggle => {
                if !self.chosen.remove(&key) {
                    self.chosen.insert(key);
                }
            }
            Reach::Range => {
                let anchor = self.anchor.and_then(|anchor| find(anchor, self.anchor_row, count, &key_at));
                let from = anchor.unwrap_or(row);
                self.chosen.clear();
                self.chosen.extend((from.min(row)..=from.max(row)).map(&key_at));
                if anchor.is_some() {
                    self.anchor_row = from;
                    (self.cursor, self.cursor_row) = (Some(key), row);
                    return;
                }
            }
        }
        (self.cursor, self.cursor_row) = (Some(key), row);
        (self.anchor, self.anchor_row) = (Some(key), row);
    }

    /// Chooses all rows.
    pub fn choose_all(&mut self, count: usize, key_at: impl Fn(usize) -> K) {
        self.chosen = (0..count).map(key_at).collect();
    }

    /// Forgets what the list no longer has, so that nothing out of sight is acted upon.
    pub fn keep_only(&mut self, count: usize, key_at: impl Fn(usize) -> K) {
        if self.chosen.is_empty() {
            return;
        }
        let shown: HashSet<K> = (0..count).map(key_at).collect();
        self.chosen.retain(|key| shown.contains(key));
        self.cursor = self.cursor.filter(|key| shown.contains(key));
        self.anchor = self.anchor.filter(|key| shown.contains(key));
    }

    /// The rows that are chosen, in the order of the list.
    pub fn rows(&self, count: usize, key_at: impl Fn(usize) -> K) -> Vec<usize> {
        (0..count).filter(|row| self.chosen.contains(&key_at(*row))).collect()
    }
}

fn find<K: Eq + Copy>(key: K, hint: usize, count: usize, key_at: &impl Fn(usize) -> K) -> Option<usize> {
    if hint < count && key_at(hint) == key { Some(hint) } else { (0..count).find(|row| key_at(*row) == key) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Keys are ten times the row.
    fn tens(row: usize) -> usize {
        row * 10
    }

    #[test]
    fn shift_reaches_from_the_anchor_and_control_toggles() {
        let mut selection = Selection::default();
        selection.go(3, Reach::Alone, 20, tens);
        selection.go(6, Reach::Range, 20, tens);
        assert_eq!(selection.rows(20, tens), [3, 4, 5, 6]);
        selection.go(1, Reach::Range, 20, tens);
        assert_eq!(selection.rows(20, tens), [1, 2, 3], "the anchor stays");
        selection.go(2, Reach::Toggle, 20, tens);
        selection.go(9, Reach::Toggle, 20, tens);
        assert_eq!(selection.rows(20, tens), [1, 3, 9]);
        selection.go(11, Reach::Range, 20, tens);
        assert_eq!(selection.rows(20, tens), [9, 10, 11], "the last toggled is the anchor");
        selection.go(5, Reach::Alone, 20, tens);
        assert_eq!(selection.only(), Some(50));
        selection.go(20, Reach::Alone, 20, tens);
        assert_eq!(selection.only(), Some(50), "there is no such row");
    }

    #[test]
    fn a_selection_outlives_sorting_but_not_filtering() {
        let mut selection = Selection::default();
        selection.go(2, Reach::Alone, 5, tens);
        selection.go(4, Reach::Toggle, 5, tens);
        let reversed = |row: usize| (4 - row) * 10;
        assert_eq!(selection.cursor_row(5, reversed), Some(0));
        assert_eq!(selection.rows(5, reversed), [0, 2]);
        selection.go(3, Reach::Range, 5, reversed);
        assert_eq!(selection.count(), 4);
        selection.keep_only(2, tens);
        assert_eq!(selection.rows(5, tens), [1]);
        assert_eq!(selection.cursor(), Some(10));
        selection.keep_only(0, tens);
        assert_eq!((selection.count(), selection.cursor()), (0, None));
    }
}
