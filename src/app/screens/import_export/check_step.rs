//! Third step: what the import would do. Counts that narrow the rows beneath, the rows as they will come in, the reasons
//! of those that will not, and what is left out.

use super::work::Checked;
use super::{cells, words};
use crate::app::texts::Texts;
use crate::app::theme::{colors, measure};
use crate::app::widgets::{Cell, Chip, Column, Rows, Table, TableState, Tone, form};
use crate::exchange::spreadsheet::fields::field;
use crate::exchange::spreadsheet::{Outcome, PlannedRow};
use crate::t;
use egui::{Frame, Panel, Ui};

/// Which rows are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Shown {
    #[default]
    All,
    New,
    Updated,
    Unchanged,
    Rejected,
    LeftOut,
}

/// What the step remembers.
#[derive(Default)]
pub struct CheckStep {
    shown: Shown,
    rows: TableState<usize>,
    left_out: TableState<usize>,
}

impl CheckStep {
    /// A new check: rejected rows are looked at first.
    pub fn begin(&mut self, checked: &Checked) {
        let counts = checked.counts;
        let is_empty = match self.shown {
            Shown::All => false,
            Shown::New => counts.new == 0,
            Shown::Updated => counts.updated == 0,
            Shown::Unchanged => counts.unchanged == 0,
            Shown::Rejected => counts.rejected == 0,
            Shown::LeftOut => checked.plan.left_out.is_empty(),
        };
        if is_empty {
            self.shown = Shown::All;
        }
    }

    /// Shows the step.
    pub fn show(&mut self, ui: &mut Ui, texts: &Texts, checked: &Checked) {
        let margin = egui::Margin::symmetric(measure::MARGIN as i8, 8);
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(margin);
        Panel::top("import counts").resizable(false).frame(frame).show(ui, |ui| {
            ui.horizontal_wrapped(|ui| self.counts(ui, texts, checked));
            let plan = &checked.plan;
            if !plan.new_organisations.is_empty() {
                form::note(ui, &t!(texts, "import-new-partners", count = plan.new_organisations.len()));
            }
            if !plan.columns_not_imported.is_empty() {
                let columns = plan.columns_not_imported.join(", ");
                let line = t!(texts, "import-columns-left", columns = columns);
                ui.add(
                    egui::Label::new(
                        egui::RichText::new(&line).font(crate::app::theme::font::small()).color(colors(ui).weak),
                    )
                    .truncate(),
                )
                .on_hover_text(line);
            }
        });
        Frame::new().fill(colors(ui).panel).show(ui, |ui| match self.shown {
            Shown::LeftOut => {
                let columns = [
                    Column::new("head", t!(texts, "import-column"), 170.0).unsorted(),
                    Column::new("text", t!(texts, "import-text"), 260.0).unsorted().stretch(),
                    Column::new("why", t!(texts, "import-why"), 280.0).unsorted().stretch(),
                    Column::new("kept", t!(texts, "import-kept-in"), 140.0).unsorted(),
                    Column::new("count", t!(texts, "import-rows-head"), 70.0).unsorted().at_right(),
                ];
                let rows = LeftOutRows { checked, texts };
                Table::new("import left out", t!(texts, "import-left-out"), &columns).show(
                    ui,
                    texts,
                    &mut self.left_out,
                    &rows,
                );
            }
            Shown::Rejected => {
                let heads = &checked.plan.heads;
                let mut columns = vec![
                    Column::new("number", t!(texts, "import-row"), 60.0).unsorted().at_right(),
                    Column::new("reason", t!(texts, "import-reason"), 420.0).unsorted(),
                ];
                let cells = heads.iter().take(cells::MOST_COLUMNS).enumerate();
                columns.extend(cells.map(|(place, head)| Column::new(cells::key(place), head, 140.0).unsorted()));
                let rows = PlanRows { checked, texts, only: Some(&checked.by_outcome[3]), raw: true };
                Table::new("import rejected", t!(texts, "import-rejected"), &columns).show(
                    ui,
                    texts,
                    &mut self.rows,
                    &rows,
                );
            }
            shown => {
                let mut columns = vec![
                    Column::new("number", t!(texts, "import-row"), 60.0).unsorted().at_right(),
                    Column::new("outcome", t!(texts, "import-outcome"), 110.0).unsorted(),
                ];
                if shown == Shown::Updated {
                    columns.push(Column::new("changes", t!(texts, "import-changes"), 420.0).unsorted());
                }
                let fields = checked.fields.iter().enumerate();
                columns.extend(fields.map(|(place, field)| {
                    Column::new(cells::key(place), words::field(texts, field), 150.0).unsorted()
                }));
                let only = match shown {
                    Shown::New => Some(&checked.by_outcome[0]),
                    Shown::Updated => Some(&checked.by_outcome[1]),
                    Shown::Unchanged => Some(&checked.by_outcome[2]),
                    _ => None,
                };
                let rows = PlanRows { checked, texts, only, raw: false };
                Table::new("import preview", t!(texts, "import-preview"), &columns).show(
                    ui,
                    texts,
                    &mut self.rows,
                    &rows,
                );
            }
        });
    }

    fn counts(&mut self, ui: &mut Ui, texts: &Texts, checked: &Checked) {
        let counts = checked.counts;
        let left_out: usize = checked.plan.left_out.len();
        for (shown, text, count) in [
            (Shown::All, t!(texts, "import-count-rows", count = counts.rows), counts.rows),
            (Shown::New, t!(texts, "import-count-new", count = counts.new), counts.new),
            (Shown::Updated, t!(texts, "import-count-updated", count = counts.updated), counts.updated),
            (Shown::Unchanged, t!(texts, "import-count-unchanged", count = counts.unchanged), counts.unchanged),
            (Shown::Rejected, t!(texts, "import-count-rejected", count = counts.rejected), counts.rejected),
            (Shown::LeftOut, t!(texts, "import-count-left-out", count = left_out), left_out),
        ] {
            let chip = ui.add_enabled_ui(count > 0, |ui| Chip::new(&text).selected(self.shown == shown).show(ui)).inner;
            if chip.response.clicked() {
                self.shown = shown;
                self.rows = TableState::default();
            }
        }
    }
}

/// Rows of the plan: as they will come in, or (`raw`) as they stand in the file with the reason.
struct PlanRows<'a> {
    checked: &'a Checked,
    texts: &'a Texts,
    only: Option<&'a Vec<usize>>,
    raw: bool,
}

impl PlanRows<'_> {
    fn row(&self, place: usize) -> Option<&PlannedRow> {
        let place = match self.only {
            Some(only) => *only.get(place)?,
            None => place,
        };
        self.checked.plan.rows.get(place)
    }

    fn outcome(&self, row: &PlannedRow) -> (&str, Tone) {
        match row.outcome {
            Outcome::New(_) => (t!(self.texts, "import-is-new"), Tone::Good),
            Outcome::Updated { .. } => (t!(self.texts, "import-is-updated"), Tone::Accent),
            Outcome::Unchanged(_) => (t!(self.texts, "import-is-unchanged"), Tone::Neutral),
            Outcome::Rejected(_) => (t!(self.texts, "import-is-rejected"), Tone::Bad),
        }
    }
}

impl Rows for PlanRows<'_> {
    type Key = usize;

    fn count(&self) -> usize {
        self.only.map_or(self.checked.plan.rows.len(), Vec::len)
    }

    fn key(&self, row: usize) -> usize {
        row
    }

    fn cell(&self, place: usize, column: &'static str, cell: &mut Cell<'_>) {
        let Some(row) = self.row(place) else { return };
        match (column, &row.outcome) {
            ("number", _) => cell.weak(&row.number.to_string()),
            ("outcome", _) => {
                let (word, tone) = self.outcome(row);
                cell.tag(tone, word);
            }
            ("reason", Outcome::Rejected(reason)) => cell.text(&words::rejection(self.texts, reason)),
            ("changes", Outcome::Updated { changes, .. }) => {
                let (kind, tongue) = (self.checked.plan.kind, self.texts.tongue());
                let changes = changes.iter().filter_map(|change| {
                    let field = field(kind, change.field)?;
                    let (from, to) = (field.text(&change.old, tongue), field.text(&change.new, tongue));
                    Some(t!(self.texts, "import-change", field = field.name(tongue), from = from, to = to))
                });
                cell.text(&changes.collect::<Vec<_>>().join("; "));
            }
            (_, Outcome::Rejected(reason)) if !self.raw => {
                if cells::place(column) == Some(0) {
                    cell.across(&words::rejection(self.texts, reason));
                }
            }
            _ if self.raw => {
                if let Some(text) = cells::place(column).and_then(|column| row.cells.get(column)) {
                    cell.weak(text);
                }
            }
            _ => {
                if let Some(field) = cells::place(column).and_then(|column| self.checked.fields.get(column)) {
                    cell.text(&row.text(field, self.texts.tongue()));
                }
            }
        }
    }

    fn label(&self, place: usize) -> String {
        let Some(row) = self.row(place) else { return String::new() };
        let word = self.outcome(row).0;
        match &row.outcome {
            Outcome::Rejected(reason) => {
                format!("{} {word}, {}", row.number, words::rejection(self.texts, reason))
            }
            _ => {
                let texts = self
                    .checked
                    .fields
                    .iter()
                    .map(|field| row.text(field, self.texts.tongue()))
                    .filter(|text| !text.is_empty());
                format!("{} {word}, {}", row.number, texts.take(4).collect::<Vec<_>>().join(", "))
            }
        }
    }
}

struct LeftOutRows<'a> {
    checked: &'a Checked,
    texts: &'a Texts,
}

impl Rows for LeftOutRows<'_> {
    type Key = usize;

    fn count(&self) -> usize {
        self.checked.plan.left_out.len()
    }

    fn key(&self, row: usize) -> usize {
        row
    }

    fn cell(&self, row: usize, column: &'static str, cell: &mut Cell<'_>) {
        let Some(left) = self.checked.plan.left_out.get(row) else { return };
        match column {
            "head" => cell.strong(&left.head),
            "text" => cell.text(&left.text),
            "why" => cell.weak(&words::misfit(self.texts, &left.why)),
            "kept" => cell.text(words::field_key(self.texts, self.checked.plan.kind, left.kept_in)),
            _ => cell.text(&left.count.to_string()),
        }
    }

    fn label(&self, row: usize) -> String {
        let Some(left) = self.checked.plan.left_out.get(row) else { return String::new() };
        format!("{}, {} {}", left.head, left.text, words::misfit(self.texts, &left.why))
    }
}
