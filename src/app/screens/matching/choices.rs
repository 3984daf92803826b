//! Tables of choices: people for a placement, or placements for a person, each with what it would cost the plan.

use super::words;
use crate::app::texts::Texts;
use crate::app::widgets::{Cell, Column, Rows, Tone};
use crate::domain::Id;
use crate::matching::Candidate;
use crate::matching::plan::Cost;
use crate::t;

/// One line: a person or a placement.
pub struct Line<'a> {
    /// The other side of the pair.
    pub id: Id,
    /// Its name.
    pub name: &'a str,
    /// The person beside the placement.
    pub candidate: Option<&'a Candidate>,
    /// What it costs; nothing for whoever does not fit.
    pub cost: Option<&'a Cost>,
    /// Whether the plan has this pair.
    pub is_planned: bool,
    /// What the office has decided, or that the person does not fit.
    pub note: Option<(Tone, String)>,
    /// Whether the rules allow it.
    pub fits: bool,
}

/// The lines of a table.
pub struct Lines<'a> {
    pub texts: &'a Texts,
    pub lines: Vec<Line<'a>>,
}

impl Lines<'_> {
    /// The columns; `name` is the title of the first.
    pub fn columns<'a>(texts: &'a Texts, name: &'a str) -> Vec<Column<'a>> {
        vec![
            Column::new("name", name, 130.0).stretch().unsorted(),
            Column::new("when", t!(texts, "matching-when"), 168.0).unsorted(),
            Column::new("fit", t!(texts, "matching-fit"), 44.0).at_right().unsorted(),
            Column::new("cost", t!(texts, "matching-plan-loses"), 100.0).unsorted(),
        ]
    }
}

impl Rows for Lines<'_> {
    type Key = Id;

    fn count(&self) -> usize {
        self.lines.len()
    }

    fn key(&self, row: usize) -> Id {
        self.lines.get(row).map_or_else(|| Id::from_bytes([0; 16]), |line| line.id)
    }

    fn cell(&self, row: usize, column: &'static str, cell: &mut Cell<'_>) {
        let Some(line) = self.lines.get(row) else { return };
        match (column, line.candidate) {
            ("name", _) => {
                cell.strong(line.name);
                if let Some((tone, word)) = &line.note {
                    cell.tag(*tone, word);
                }
            }
            ("when", Some(candidate)) => {
                let (day, weeks) = (self.texts.date(candidate.days.first), candidate.days.weeks());
                cell.weak(&t!(self.texts, "matching-from-weeks", day = day, weeks = weeks));
            }
            ("fit", Some(candidate)) => cell.text(&candidate.fit.to_string()),
            ("cost", _) if line.fits => {
                let (word, tone) = words::cost(self.texts, line.cost, line.is_planned);
                if tone == Tone::Neutral { cell.text(&word) } else { cell.tag(tone, &word) }
            }
            ("cost", _) => cell.tag(Tone::Bad, t!(self.texts, "matching-does-not-fit")),
            _ => {}
        }
    }

    fn label(&self, row: usize) -> String {
        let Some(line) = self.lines.get(row) else { return String::new() };
        let cost = match line.fits {
            true => words::cost(self.texts, line.cost, line.is_planned).0,
            false => t!(self.texts, "matching-does-not-fit").to_owned(),
        };
        let fit = line.candidate.map(|candidate| t!(self.texts, "candidates-fit", fit = candidate.fit));
        let note = line.note.as_ref().map(|(_, word)| word.clone());
        let parts = [Some(line.name.to_owned()), fit, Some(cost), note];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}
