//! Beside the columns: what does not fit in the chosen one and what it means, the order of day and month, and what
//! holds for all rows.

use super::words;
use super::work::{Change, Mapped, Touches};
use crate::app::texts::Texts;
use crate::app::theme::{Icon, measure};
use crate::app::widgets::{Button, Chip, Offer, Select, TagsField, TextField, form};
use crate::domain::ListKind;
use crate::domain::reference::Tongue;
use crate::exchange::spreadsheet::dates::{ColumnOrder, DayOrder};
use crate::exchange::spreadsheet::field::{Field, Shape};
use crate::exchange::spreadsheet::fields::fields;
use crate::exchange::spreadsheet::vocabulary::Vocabulary;
use crate::exchange::spreadsheet::{ColumnView, MisfitView};
use crate::t;
use egui::{Align, Layout, Ui};

/// So many texts are shown; what is left is matched when these are done.
const MOST: usize = 40;
/// So many codes are offered beside the list.
const SUGGESTIONS: usize = 3;

/// What the pane remembers: the codes of each vocabulary.
#[derive(Default)]
pub struct ColumnPane {
    codes: Vec<Codes>,
}

/// The codes of a vocabulary with their names in one language, sorted.
struct Codes {
    vocabulary: Vocabulary,
    tongue: Tongue,
    rows: Vec<(&'static str, String)>,
}

impl Offer for Codes {
    type Key = &'static str;

    fn count(&self) -> usize {
        self.rows.len()
    }

    fn key(&self, place: usize) -> &&'static str {
        self.rows.key(place)
    }

    fn name(&self, place: usize) -> &str {
        self.rows.name(place)
    }

    fn meant(&self, typed: &str) -> Vec<&'static str> {
        const MOST: usize = 12;
        if self.vocabulary.is_closed() { Vec::new() } else { self.vocabulary.suggest(typed, MOST) }
    }
}

impl ColumnPane {
    /// Shows the pane.
    pub fn show(&mut self, ui: &mut Ui, texts: &Texts, mapped: &mut Mapped, place: usize) {
        if let Some(column) = mapped.view.columns.get(place).cloned() {
            self.column(ui, texts, mapped, &column);
        }
        ui.add_space(12.0);
        ui.separator();
        self.all_rows(ui, texts, mapped);
    }

    fn column(&mut self, ui: &mut Ui, texts: &Texts, mapped: &mut Mapped, column: &ColumnView) {
        let note = t!(texts, "import-filled", filled = column.filled);
        heading(ui, &column.head, &note);
        for sample in &column.samples {
            form::weak(ui, &shortened(sample));
        }
        if column.field.is_none() {
            return;
        }
        day_or_month(ui, texts, mapped, column);
        self.matched(ui, texts, mapped, column);
        if column.misfits.is_empty() {
            return;
        }
        form::section(ui, t!(texts, "import-misfits"));
        for misfit in column.misfits.iter().take(MOST) {
            self.misfit(ui, texts, mapped, column, misfit);
        }
        if column.misfits.len() > MOST {
            form::note(ui, &t!(texts, "import-more-misfits", count = column.misfits.len() - MOST));
        }
    }

    fn misfit(&mut self, ui: &mut Ui, texts: &Texts, mapped: &mut Mapped, column: &ColumnView, misfit: &MisfitView) {
        let place = column.column;
        ui.push_id(("misfit", place, &misfit.text), |ui| {
            ui.add_space(6.0);
            let text = shortened(&misfit.text);
            let rows = t!(texts, "import-rows", count = misfit.count);
            ui.label(egui::RichText::new(&text).font(crate::app::theme::font::medium()));
            form::note(ui, &format!("{}, {rows}", words::misfit(texts, &misfit.why)));
            let Some(vocabulary) = column.vocabulary else { return };
            let mut chosen: Option<Option<&'static str>> = None;
            ui.horizontal_wrapped(|ui| {
                for code in misfit.suggestions.iter().take(SUGGESTIONS) {
                    let name = words::code(texts, vocabulary, code);
                    if ui.add(Button::link(&name)).clicked() {
                        chosen = Some(Some(code));
                    }
                }
            });
            let line = egui::vec2(ui.available_width(), measure::BUTTON);
            ui.allocate_ui_with_layout(line, Layout::left_to_right(Align::Center), |ui| {
                let name = t!(texts, "import-match", text = text.as_str());
                let select = Select::new("match", self.codes(texts, vocabulary), None)
                    .name(&name)
                    .placeholder(t!(texts, "import-match-to"))
                    .width((ui.available_width() - 130.0).clamp(120.0, 220.0));
                if let Some(code) = select.show(ui, texts).committed {
                    chosen = Some(code);
                }
                if ui.add(Button::quiet(t!(texts, "import-leave-empty"))).clicked() {
                    chosen = Some(None);
                }
            });
            if let Some(code) = chosen {
                let text = misfit.text.clone();
                let touches = Touches::Column(place);
                mapped.ask(Change::new(touches, move |session| session.set_match(place, &text, code)));
            }
        });
    }

    /// What was matched before, each to be taken back.
    fn matched(&mut self, ui: &mut Ui, texts: &Texts, mapped: &mut Mapped, column: &ColumnView) {
        let (place, Some(vocabulary)) = (column.column, column.vocabulary) else { return };
        if column.matched.is_empty() {
            return;
        }
        form::section(ui, t!(texts, "import-matched"));
        for (text, code) in &column.matched {
            let short = shortened(text);
            let said = match code.as_deref().and_then(|code| vocabulary.parse(code)) {
                Some(code) => {
                    let meaning = words::code(texts, vocabulary, code);
                    t!(texts, "import-means", text = short, meaning = meaning)
                }
                None => t!(texts, "import-left-empty", text = short),
            };
            ui.horizontal(|ui| {
                let remove = t!(texts, "tags-remove", name = text.as_str());
                if ui.add(Button::icon(Icon::Cross, &remove)).clicked() {
                    let text = text.clone();
                    let touches = Touches::Column(place);
                    mapped.ask(Change::new(touches, move |session| session.clear_match(place, &text)));
                }
                ui.add(egui::Label::new(said).truncate());
            });
        }
    }

    fn codes(&mut self, texts: &Texts, vocabulary: Vocabulary) -> &Codes {
        let tongue = texts.tongue();
        let known = self.codes.iter().position(|codes| (codes.vocabulary, codes.tongue) == (vocabulary, tongue));
        let place = known.unwrap_or_else(|| {
            let mut rows: Vec<(&'static str, String)> =
                vocabulary.codes().into_iter().map(|code| (code, words::code(texts, vocabulary, code))).collect();
            rows.sort_by_cached_key(|(_, name)| crate::domain::text::fold(name));
            self.codes.push(Codes { vocabulary, tongue, rows });
            self.codes.len() - 1
        });
        &self.codes[place]
    }

    /// What holds for all rows: what new records have that the file does not tell, by what records are recognised.
    fn all_rows(&mut self, ui: &mut Ui, texts: &Texts, mapped: &mut Mapped) {
        let session = mapped.view.session.clone();
        let kind = session.kind();
        heading(ui, t!(texts, "import-all-rows"), t!(texts, "import-constants-note"));
        ui.add_space(4.0);
        for (key, value) in &session.mapping().constants {
            let Some(field) = fields(kind).iter().find(|field| field.key == key) else { continue };
            self.constant(ui, texts, mapped, field, value);
            if let Some(why) = session.constant_misfit(key) {
                form::error(ui, &format!("{value}: {}", words::misfit(texts, &why)));
            }
        }
        let free: Vec<(&'static str, &'static str)> = fields(kind)
            .iter()
            .filter(|field| !session.mapping().feeds(field.key) && !session.mapping().constants.contains_key(field.key))
            .map(|field| (field.key, words::field(texts, field)))
            .collect();
        let add = Select::new("import constant", &free, None)
            .name(t!(texts, "import-add-constant"))
            .placeholder(t!(texts, "import-add-constant"));
        if let Some(Some(key)) = add.show(ui, texts).committed {
            let first = fields(kind).iter().find(|field| field.key == key).and_then(|field| field.shape.vocabulary());
            let value = first.and_then(|vocabulary| vocabulary.codes().first().copied()).unwrap_or_default();
            mapped.ask(Change::new(Touches::Nothing, move |session| session.set_constant(key, Some(value))));
        }
        form::section(ui, t!(texts, "import-recognised"));
        form::note(ui, t!(texts, "import-recognised-note"));
        let known: Vec<(String, &'static str)> = session
            .fields_coming_in()
            .into_iter()
            .map(|field| (field.key.to_owned(), words::field(texts, field)))
            .collect();
        let key = &session.mapping().key;
        let tags = TagsField::new("import key", &known, key, t!(texts, "import-recognised"));
        if let Some(key) = tags.show(ui, texts).committed {
            mapped.ask(Change::new(Touches::Nothing, move |session| session.set_key(key)));
        }
        if kind == ListKind::Placement {
            let mut make = session.mapping().make_organisations;
            if form::checkbox(ui, t!(texts, "import-make-partners"), &mut make).changed() {
                mapped.ask(Change::new(Touches::Nothing, move |session| session.set_make_organisations(make)));
            }
        }
    }

    fn constant(&mut self, ui: &mut Ui, texts: &Texts, mapped: &mut Mapped, field: &'static Field, value: &str) {
        let key = field.key;
        let mut wanted: Option<Option<String>> = None;
        form::row(ui, words::field(texts, field), |ui| {
            ui.horizontal(|ui| {
                let width = ui.available_width() - 40.0;
                let one_of = match field.shape {
                    Shape::One(vocabulary) | Shape::Many(vocabulary) => Some(vocabulary),
                    _ => None,
                };
                if let Some(vocabulary) = one_of {
                    let selected = vocabulary.parse(value);
                    let select = Select::new(("constant", key), self.codes(texts, vocabulary), selected.as_ref());
                    if let Some(Some(code)) = select.width(width).show(ui, texts).committed {
                        wanted = Some(Some(code.to_owned()));
                    }
                } else if let Some(text) = TextField::new(("constant", key), value).width(width).show(ui).committed {
                    wanted = Some(Some(text));
                }
                let remove = t!(texts, "tags-remove", name = words::field(texts, field));
                if ui.add(Button::icon(Icon::Cross, &remove)).clicked() {
                    wanted = Some(None);
                }
            });
        });
        if let Some(value) = wanted {
            mapped.ask(Change::new(Touches::Nothing, move |session| session.set_constant(key, value.as_deref())));
        }
    }
}

fn day_or_month(ui: &mut Ui, texts: &Texts, mapped: &mut Mapped, column: &ColumnView) {
    let place = column.column;
    let answered = mapped.view.session.mapping().columns.get(place).and_then(|mapping| mapping.date_order);
    if answered.is_none() && !matches!(column.order, ColumnOrder::Ambiguous | ColumnOrder::Mixed) {
        return;
    }
    form::section(ui, t!(texts, "import-day-or-month"));
    ui.horizontal_wrapped(|ui| {
        for (order, name) in [
            (DayOrder::DayFirst, t!(texts, "import-day-first")),
            (DayOrder::MonthFirst, t!(texts, "import-month-first")),
        ] {
            if Chip::new(name).selected(answered == Some(order)).show(ui).response.clicked() {
                let touches = Touches::Column(place);
                mapped.ask(Change::new(touches, move |session| session.set_date_order(place, Some(order))));
            }
        }
    });
}

/// A text in one line that fits a pane.
fn shortened(text: &str) -> String {
    const MOST: usize = 90;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MOST { line } else { format!("{}...", line.chars().take(MOST).collect::<String>()) }
}

/// A heading inside the pane, with a note.
fn heading(ui: &mut Ui, title: &str, note: &str) {
    form::title(ui, title);
    if !note.is_empty() {
        form::note(ui, note);
    }
}
