//! Tables of choices: people for a placement, or placements for a person, each with what it would cost the plan.

use super::lines::Line;
use super::words;
use crate::app::texts::Texts;
use crate::app::widgets::{Cell, Column, Tone};
use crate::domain::Id;
use crate::matching::Candidate;
use crate::matching::plan::Cost;
use crate::t;

/// One line: a person or a placement.
pub struct ChoiceLine<'a> {
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

/// The columns in a room of a width; `name` is the title of the first. What it costs must be seen, so where there is
/// little room the days are left to the pane beside.
pub fn columns<'a>(texts: &'a Texts, name: &'a str, width: f32) -> Vec<Column<'a>> {
    let mut columns = vec![
        Column::new("name", name, 130.0).stretch().unsorted(),
        Column::new("when", t!(texts, "matching-when"), 168.0).unsorted(),
        Column::new("fit", t!(texts, "matching-fit"), 56.0).at_right().unsorted(),
        Column::new("cost", t!(texts, "matching-plan-loses"), 116.0).unsorted(),
    ];
    if width < NARROW {
        columns.remove(1);
    }
    columns
}

/// The columns need so much room, in points.
const NARROW: f32 = 460.0;

impl Line for ChoiceLine<'_> {
    fn id(&self) -> Id {
        self.id
    }

    fn cell(&self, texts: &Texts, column: &'static str, cell: &mut Cell<'_>) {
        match (column, self.candidate) {
            ("name", _) => {
                cell.strong(self.name);
                if let Some((tone, word)) = &self.note {
                    cell.tag(*tone, word);
                }
            }
            ("when", Some(candidate)) => {
                let (day, weeks) = (texts.date(candidate.days.first), candidate.days.weeks());
                cell.weak(&t!(texts, "matching-from-weeks", day = day, weeks = weeks));
            }
            ("fit", Some(candidate)) => cell.text(&candidate.fit.to_string()),
            ("cost", _) if self.fits => {
                let (word, tone) = words::cost(texts, self.cost, self.is_planned);
                if tone == Tone::Neutral { cell.text(&word) } else { cell.tag(tone, &word) }
            }
            ("cost", _) => cell.tag(Tone::Bad, t!(texts, "matching-does-not-fit")),
            _ => {}
        }
    }

    fn label(&self, texts: &Texts) -> String {
        let cost = match self.fits {
            true => words::cost(texts, self.cost, self.is_planned).0,
            false => t!(texts, "matching-does-not-fit").to_owned(),
        };
        let fit = self.candidate.map(|candidate| t!(texts, "candidates-fit", fit = candidate.fit));
        let note = self.note.as_ref().map(|(_, word)| word.clone());
        let parts = [Some(self.name.to_owned()), fit, Some(cost), note];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}
