//! First step: how the file is read. Sheet, encoding, delimiter, the row with the names of the columns, each guessed and
//! each correctable, over the first rows as they stand in the file.

use super::work::{Change, Mapped, Touches};
use super::{cells, words};
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::theme::colors;
use crate::app::widgets::{Cell, Column, Rows, Select, Table, TableState, form, frames};
use crate::domain::ListKind;
use crate::exchange::spreadsheet::fields::IMPORTABLE;
use crate::exchange::spreadsheet::session::letters;
use crate::exchange::spreadsheet::text_table::{DELIMITERS, ENCODINGS};
use crate::exchange::spreadsheet::{Session, TextChoices};
use crate::t;
use egui::{Frame, Panel, ScrollArea, Ui};

/// So many rows are looked at; the names of columns never stand deeper.
const ROWS: usize = 40;

/// What the step remembers.
#[derive(Default)]
pub struct ReadStep {
    table: TableState<usize>,
}

/// The first rows of the sheet.
struct RawRows<'a>(&'a Session);

impl Rows for RawRows<'_> {
    type Key = usize;

    fn count(&self) -> usize {
        self.0.table().rows.len().min(ROWS)
    }

    fn key(&self, row: usize) -> usize {
        row
    }

    fn cell(&self, row: usize, column: &'static str, cell: &mut Cell<'_>) {
        let table = self.0.table();
        let Some(place) = cells::place(column) else {
            let number = table.numbers.get(row).copied().unwrap_or(row + 1);
            return cell.weak(&number.to_string());
        };
        let text = table.cell(row, place).text();
        if self.0.header().row == Some(row) {
            cell.strong(&text);
        } else if row < self.0.header().data {
            cell.weak(&text);
        } else {
            cell.text(&text);
        }
    }

    fn label(&self, row: usize) -> String {
        let table = self.0.table();
        let texts: Vec<_> = (0..table.width().min(12)).map(|column| table.cell(row, column).text()).collect();
        texts.iter().filter(|text| !text.is_empty()).map(AsRef::as_ref).collect::<Vec<_>>().join(", ")
    }
}

impl ReadStep {
    /// Shows the step. Gives back another kind for the rows, if the person chose one.
    pub fn show(&mut self, ui: &mut Ui, shared: &Shared, mapped: &mut Mapped) -> Option<ListKind> {
        let texts = &shared.texts;
        let kind = Panel::left("import reading")
            .exact_size(350.0)
            .resizable(false)
            .frame(frames::pane(ui))
            .show(ui, |ui| ScrollArea::vertical().show(ui, |ui| corrections(ui, texts, mapped)).inner)
            .inner;
        self.rows(ui, texts, mapped);
        kind
    }

    fn rows(&mut self, ui: &mut Ui, texts: &Texts, mapped: &mut Mapped) {
        let session = &mapped.view.session;
        let width = session.table().width().min(cells::MOST_COLUMNS);
        let heads: Vec<String> = (0..width).map(letters).collect();
        let mut columns = vec![Column::new("row", "", 44.0).unsorted().at_right()];
        columns.extend(
            heads.iter().enumerate().map(|(place, head)| Column::new(cells::key(place), head, 130.0).unsorted()),
        );
        match session.header().row {
            Some(row) => self.table.selection.choose(row),
            None => self.table.selection.clear(),
        }
        let mut chosen = None;
        Frame::new().fill(colors(ui).panel).show(ui, |ui| {
            let table = Table::new("import rows", t!(texts, "import-first-rows"), &columns);
            let shown = table.show(ui, texts, &mut self.table, &RawRows(session));
            if shown.selection_changed {
                chosen = self.table.selection.cursor();
            }
        });
        if let Some(row) = chosen.filter(|row| mapped.view.session.header().row != Some(*row)) {
            mapped.ask(Change::new(Touches::Rows, move |session| session.choose_header(Some(row))));
        }
    }
}

fn corrections(ui: &mut Ui, texts: &Texts, mapped: &mut Mapped) -> Option<ListKind> {
    let session = mapped.view.session.clone();
    let kinds: Vec<(ListKind, &str)> = IMPORTABLE.iter().map(|kind| (*kind, words::many(texts, *kind))).collect();
    let kind = form::row(ui, t!(texts, "import-rows-are"), |ui| {
        Select::new("import kind", &kinds, Some(&session.kind())).show(ui, texts).committed.flatten()
    });
    if session.sheets().len() > 1 {
        let sheets: Vec<(String, String)> = session
            .sheets()
            .iter()
            .map(|sheet| {
                let hidden = if sheet.hidden {
                    t!(texts, "import-hidden-sheet", sheet = sheet.name.as_str())
                } else {
                    sheet.name.clone()
                };
                (sheet.name.clone(), hidden)
            })
            .collect();
        form::row(ui, t!(texts, "import-sheet"), |ui| {
            let chosen = session.sheet().to_owned();
            if let Some(Some(sheet)) = Select::new("import sheet", &sheets, Some(&chosen)).show(ui, texts).committed {
                mapped.ask(Change::reading(move |session| session.choose_sheet(&sheet)));
            }
        });
    }
    header_row(ui, texts, mapped, &session);
    text_file(ui, texts, mapped, &session);
    ui.add_space(8.0);
    form::note(ui, &t!(texts, "import-rows", count = mapped.view.rows));
    form::note(ui, t!(texts, "import-read-note"));
    if mapped.view.recalled {
        form::note(ui, t!(texts, "import-recalled"));
    }
    for notice in session.notices() {
        ui.add_space(2.0);
        careful(ui, &words::notice(texts, notice));
    }
    kind
}

fn header_row(ui: &mut Ui, texts: &Texts, mapped: &mut Mapped, session: &Session) {
    let numbers = &session.table().numbers;
    let mut rows: Vec<(Option<usize>, String)> = vec![(None, t!(texts, "import-no-heads").to_owned())];
    rows.extend((0..session.table().rows.len().min(ROWS)).map(|row| {
        let number = numbers.get(row).copied().unwrap_or(row + 1);
        (Some(row), t!(texts, "import-head-row", row = number))
    }));
    form::row(ui, t!(texts, "import-heads-in"), |ui| {
        let chosen = session.header().row;
        let select = Select::new("import heads", &rows, Some(&chosen));
        if let Some(Some(row)) = select.show(ui, texts).committed {
            mapped.ask(Change::new(Touches::Rows, move |session| session.choose_header(row)));
        }
    });
}

/// What can be corrected of a text file.
fn text_file(ui: &mut Ui, texts: &Texts, mapped: &mut Mapped, session: &Session) {
    let Some(shape) = &session.table().text else { return };
    let choices = &session.mapping().text;
    let mut wanted: Option<TextChoices> = None;
    let mut encodings: Vec<(&'static str, &'static str)> = ENCODINGS.iter().map(|one| (*one, *one)).collect();
    if !encodings.iter().any(|(one, _)| *one == shape.encoding) {
        encodings.push((shape.encoding, shape.encoding));
    }
    form::row(ui, t!(texts, "import-encoding"), |ui| {
        let select = Select::new("import encoding", &encodings, Some(&shape.encoding));
        if let Some(Some(encoding)) = select.show(ui, texts).committed {
            wanted = Some(TextChoices { encoding: Some(encoding.to_owned()), ..choices.clone() });
        }
        if !shape.samples.is_empty() {
            let samples = shape.samples.iter().take(6).map(String::as_str).collect::<Vec<_>>().join(", ");
            form::note(ui, &samples);
        }
    });
    let delimiters: Vec<(char, &str)> = DELIMITERS
        .iter()
        .map(|one| {
            let name = match one {
                ',' => t!(texts, "import-comma"),
                ';' => t!(texts, "import-semicolon"),
                '\t' => t!(texts, "import-tab"),
                _ => t!(texts, "import-bar"),
            };
            (*one, name)
        })
        .collect();
    form::row(ui, t!(texts, "import-delimiter"), |ui| {
        let select = Select::new("import delimiter", &delimiters, shape.delimiter.as_ref());
        if let Some(Some(delimiter)) = select.placeholder(t!(texts, "import-no-delimiter")).show(ui, texts).committed {
            wanted = Some(TextChoices { delimiter: Some(delimiter), ..choices.clone() });
        }
    });
    let mut quotes = shape.quotes;
    form::row(ui, "", |ui| {
        if form::checkbox(ui, t!(texts, "import-quotes"), &mut quotes).changed() {
            wanted = Some(TextChoices { quotes: Some(quotes), ..choices.clone() });
        }
    });
    if let Some(wanted) = wanted {
        mapped.ask(Change::reading(move |session| session.choose_text(wanted)));
    }
}

/// A small line that deserves a look.
pub fn careful(ui: &mut Ui, text: &str) {
    let c = colors(ui);
    ui.label(egui::RichText::new(text).font(crate::app::theme::font::small()).color(c.careful));
}
