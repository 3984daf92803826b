//! Who is likely to be in the file twice: pair by pair, merged or said to be two people.

mod both;
mod finding;
mod sides;

use crate::app::commands::Command;
use crate::app::loaded::Loaded;
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::theme::{Icon, colors, measure};
use crate::app::widgets::{Button, Cell, Column, EmptyState, Rows, Table, TableState, TextField, form, frames};
use crate::domain::Id;
use crate::domain::likeness::Likeness;
use crate::store::LikelyPair;
use crate::t;
use both::Both;
use egui::{Align, Frame, Key, Layout, Modifiers, Panel, Ui};
use finding::Finding;
use sides::Choice;

/// Two records, the one first that was there first.
type Pair = (Id, Id);

/// What the screen remembers.
#[derive(Default)]
pub struct DuplicatesScreen {
    finding: Finding,
    table: TableState<Pair>,
    /// Where the chosen pair stands in the list: once it has left, the next one stands there.
    row: usize,
    both: Loaded<Pair, Option<Both>>,
    /// What is chosen for the pair, and for which one that is.
    choice: (Option<Pair>, Choice),
    /// The pair that was decided on last.
    decided: Option<Pair>,
}

/// What a person decided about a pair.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Decision {
    Merge,
    NotSame,
}

impl DuplicatesScreen {
    /// How many pairs there are, once they were found.
    pub fn count(&mut self, shared: &mut Shared) -> Option<usize> {
        self.finding.go_on(&mut shared.desk);
        self.finding.pairs().map(<[_]>::len)
    }

    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared) {
        let count = self.count(shared);
        bar(ui, &shared.texts, count);
        let settled = shared.desk.is_idle() && !self.finding.is_busy();
        let looking = |ui: &mut Ui, texts: &Texts| {
            frames::ground(ui).show(ui, |ui| form::weak(ui, t!(texts, "duplicates-looking")));
        };
        let Some(all) = self.finding.pairs() else { return looking(ui, &shared.texts) };
        if settled && let Some(decided) = self.decided.filter(|decided| all.iter().any(|pair| key(pair) == *decided)) {
            // It was refused, or taken back.
            self.table.selection.choose(decided);
            self.decided = None;
        }
        // What was decided leaves the list at once: nobody decides twice while the office file is at it.
        let decided = self.decided;
        let pairs: Vec<&LikelyPair> = all.iter().filter(|pair| Some(key(pair)) != decided).collect();
        if pairs.is_empty() {
            if settled {
                let (title, text) = (t!(shared.texts, "duplicates-empty"), t!(shared.texts, "duplicates-empty-text"));
                let _ = EmptyState::new(Icon::Check, title, text).show(ui);
            } else {
                looking(ui, &shared.texts);
            }
            return;
        }
        // Looked at first, the list has the keyboard.
        self.table.take_focus |= self.choice.0.is_none();
        let chosen = choose(&mut self.table, &mut self.row, &pairs);
        if self.choice.0 != Some(chosen) {
            self.choice = (Some(chosen), Choice::default());
        }
        let mut decision = list(ui, &shared.texts, &mut self.table, &pairs);
        let choice = &mut self.choice.1;
        let Some(Some(both)) = self.both.exact(&mut shared.desk, &chosen, Both::read) else { return };
        decision = decision.or(decide(ui, &shared.texts, both, choice));
        sides::show(ui, shared, both, choice);
        if let Some(decision) = decision {
            carry_out(shared, decision, chosen, both, choice);
            self.decided = Some(chosen);
        }
    }
}

fn key(pair: &LikelyPair) -> Pair {
    (pair.first, pair.second)
}

/// The chosen pair; where it is no longer in the list, the one that stands there now.
fn choose(table: &mut TableState<Pair>, row: &mut usize, pairs: &[&LikelyPair]) -> Pair {
    let key_at = |row: usize| key(pairs[row]);
    let now = table.selection.cursor_row(pairs.len(), key_at);
    let now = now.unwrap_or_else(|| {
        let next = (*row).min(pairs.len() - 1);
        table.selection.choose(key_at(next));
        next
    });
    if std::mem::replace(row, now) != now {
        table.scroll_to = Some(now);
    }
    key_at(now)
}

fn bar(ui: &mut Ui, texts: &Texts, count: Option<usize>) {
    let frame = Frame::new().fill(colors(ui).panel).inner_margin(egui::Margin::symmetric(measure::MARGIN as i8, 0));
    Panel::top("duplicates bar").exact_size(measure::SCREEN_BAR).resizable(false).frame(frame).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            form::title(ui, Command::Duplicates.text(texts));
            ui.add_space(8.0);
            if let Some(count) = count.filter(|count| *count > 0) {
                form::weak(ui, &t!(texts, "duplicates-count", count = count));
            }
        });
    });
}

/// The pairs for the table.
struct Shown<'a> {
    texts: &'a Texts,
    pairs: &'a [&'a LikelyPair],
}

impl Shown<'_> {
    fn names(&self, pair: &LikelyPair) -> String {
        t!(self.texts, "duplicates-pair", first = pair.first_name.as_str(), second = pair.second_name.as_str())
    }

    fn because(&self, pair: &LikelyPair) -> String {
        pair.because.iter().map(|likeness| word(self.texts, *likeness)).collect::<Vec<_>>().join(", ")
    }
}

impl Rows for Shown<'_> {
    type Key = Pair;

    fn count(&self) -> usize {
        self.pairs.len()
    }

    fn key(&self, row: usize) -> Pair {
        key(self.pairs[row])
    }

    fn cell(&self, row: usize, _: &'static str, cell: &mut Cell<'_>) {
        cell.two_lines(&self.names(self.pairs[row]), &self.because(self.pairs[row]));
    }

    fn label(&self, row: usize) -> String {
        let (names, because) = (self.names(self.pairs[row]), self.because(self.pairs[row]));
        t!(self.texts, "duplicates-value", field = names, value = because)
    }
}

fn word(texts: &Texts, likeness: Likeness) -> &str {
    match likeness {
        Likeness::SameName => t!(texts, "likeness-same-name"),
        Likeness::NameInAnotherOrder => t!(texts, "likeness-another-order"),
        Likeness::NameSpelledOtherwise => t!(texts, "likeness-spelled-otherwise"),
        Likeness::NameInPart => t!(texts, "likeness-name-in-part"),
        Likeness::SameBirthDate => t!(texts, "likeness-same-birth-date"),
        Likeness::BirthDaySwapped => t!(texts, "likeness-day-swapped"),
        Likeness::BirthDigit => t!(texts, "likeness-birth-digit"),
        Likeness::SameEmail => t!(texts, "likeness-same-email"),
        Likeness::SamePhone => t!(texts, "likeness-same-phone"),
    }
}

/// The list at the left, and what its keys decide.
fn list(ui: &mut Ui, texts: &Texts, table: &mut TableState<Pair>, pairs: &[&LikelyPair]) -> Option<Decision> {
    let width = (ui.available_width() * 0.34).clamp(220.0, 420.0);
    let frame = Frame::new().fill(colors(ui).panel);
    Panel::left("duplicates list")
        .exact_size(width)
        .resizable(false)
        .frame(frame)
        .show(ui, |ui| {
            let columns = [Column::new("pair", "", 160.0).stretch()];
            let name = Command::Duplicates.text(texts);
            let rows = Shown { texts, pairs };
            let shown =
                Table::new("duplicates", name, &columns).two_lines().without_header().show(ui, texts, table, &rows);
            if shown.opened.is_some() && !shown.body.double_clicked() {
                return Some(Decision::Merge);
            }
            let delete = || ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Delete));
            (shown.body.has_focus() && delete()).then_some(Decision::NotSame)
        })
        .inner
}

/// From this width on, in points, the line of what can be decided also says which record goes into which.
const INTO_FROM: f32 = 520.0;

/// What can be decided about the pair, beneath the two records.
fn decide(ui: &mut Ui, texts: &Texts, both: &Both, choice: &mut Choice) -> Option<Decision> {
    let mut decision = None;
    let frame = frames::panel(ui);
    Panel::bottom("duplicates decision").exact_size(measure::SCREEN_BAR).resizable(false).frame(frame).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            let merge = Button::filled(t!(texts, "duplicates-merge")).tooltip(t!(texts, "duplicates-merge-tip"));
            if ui.add(merge).clicked() {
                decision = Some(Decision::Merge);
            }
            let reference = |side: usize| both.sides[side].detail.volunteer.reference.as_str();
            let (kept, gone) = (reference(choice.keep), reference(1 - choice.keep));
            // The heads say so too; why they are two people can be said nowhere else.
            if ui.available_width() >= INTO_FROM {
                form::weak(ui, &t!(texts, "duplicates-into", kept = kept, gone = gone));
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let text = t!(texts, "duplicates-not-same");
                if ui.add(Button::outlined(text).tooltip(t!(texts, "duplicates-not-same-tip"))).clicked() {
                    decision = Some(Decision::NotSame);
                }
                let name = t!(texts, "duplicates-reason");
                let field = TextField::new("why two people", &choice.reason).name(name).placeholder(name);
                if let Some(reason) = field.width(200.0).each_key().show(ui).committed {
                    choice.reason = reason;
                }
            });
        });
    });
    decision
}

fn carry_out(shared: &mut Shared, decision: Decision, pair: Pair, both: &Both, choice: &Choice) {
    match decision {
        Decision::Merge => {
            let (keep, other) = if choice.keep == 0 { pair } else { (pair.1, pair.0) };
            let taken = choice.taken(both);
            shared.edit(move |file| file.merge_people(keep, other, &taken));
        }
        Decision::NotSame => {
            let reason = choice.reason.clone();
            shared.edit(move |file| file.not_same(pair.0, pair.1, &reason));
        }
    }
}
