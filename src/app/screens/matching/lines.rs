//! Lines of a table, each of which knows what it is about and how it is shown.

use crate::app::texts::Texts;
use crate::app::widgets::{Cell, Rows, TableState};
use crate::domain::Id;

/// A line of a table.
pub trait Line {
    /// What it is about.
    fn id(&self) -> Id;

    /// What stands in a cell.
    fn cell(&self, texts: &Texts, column: &'static str, cell: &mut Cell<'_>);

    /// What a screen reader says of it.
    fn label(&self, texts: &Texts) -> String;
}

impl<L: Line> Line for &L {
    fn id(&self) -> Id {
        (*self).id()
    }

    fn cell(&self, texts: &Texts, column: &'static str, cell: &mut Cell<'_>) {
        (*self).cell(texts, column, cell);
    }

    fn label(&self, texts: &Texts) -> String {
        (*self).label(texts)
    }
}

/// The lines of a table.
pub struct Lines<'a, L> {
    pub texts: &'a Texts,
    pub lines: Vec<L>,
}

impl<L: Line> Lines<'_, L> {
    /// Chooses the first line where nothing is chosen that is there.
    pub fn choose(&self, state: &mut TableState<Id>, is_there: impl Fn(Id) -> bool) {
        if !state.selection.cursor().is_some_and(is_there)
            && let Some(first) = self.lines.first()
        {
            state.selection.choose(first.id());
        }
    }
}

impl<L: Line> Rows for Lines<'_, L> {
    type Key = Id;

    fn count(&self) -> usize {
        self.lines.len()
    }

    fn key(&self, row: usize) -> Id {
        self.lines.get(row).map_or_else(|| Id::from_bytes([0; 16]), Line::id)
    }

    fn cell(&self, row: usize, column: &'static str, cell: &mut Cell<'_>) {
        if let Some(line) = self.lines.get(row) {
            line.cell(self.texts, column, cell);
        }
    }

    fn label(&self, row: usize) -> String {
        self.lines.get(row).map(|line| line.label(self.texts)).unwrap_or_default()
    }
}
