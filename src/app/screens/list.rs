//! A list of records beside the pane of the one chosen: what the lists have in common.

use crate::app::commands::Command;
use crate::app::desk::Ticket;
use crate::app::loaded::Loaded;
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::theme::{Icon, colors, measure};
use crate::app::widgets::table::Sort;
use crate::app::widgets::{Button, Cell, Column, EmptyState, Rows, SearchField, Table, TableState, form, frames};
use crate::domain::{Id, Kind, ListKind};
use crate::store::lists::{ListRow, Listing, Query};
use crate::store::{Edit, Op, StoreError};
use crate::t;
use chrono::NaiveDate;
use egui::{Align, Frame, Layout, Panel, Ui};
use std::collections::BTreeSet;

/// How a new record is made from a list: with nothing but a name, the rest is filled in beside it.
#[derive(Clone, Copy)]
pub struct NewRecord {
    /// What asks for it.
    pub command: Command,
    /// What it is called until a person gives it a name.
    pub name: fn(&Texts) -> &str,
    /// Adds it.
    pub add: fn(&mut Edit<'_>, String) -> Result<Id, StoreError>,
}

/// What tells one list from another.
pub trait Listed: 'static + Default {
    /// A row of the list.
    type Row: ListRow<Sort: PartialEq + Default, Filter: Clone + PartialEq + Default> + Clone + PartialEq;
    /// What the pane of a record remembers.
    type Pane: Default;

    /// The kind of record.
    const KIND: Kind;
    /// How a new record is made, where that is done from the list.
    const NEW: Option<NewRecord>;
    /// Another screen about the same records.
    const BESIDE: Option<Command> = None;

    /// The columns.
    fn columns(texts: &Texts) -> Vec<Column<'_>>;
    /// What a column sorts by.
    fn sort(column: &str) -> <Self::Row as ListRow>::Sort;
    /// What stands in a cell.
    fn cell(row: &Self::Row, column: &'static str, cell: &mut Cell<'_>, texts: &Texts, today: NaiveDate);
    /// What a screen reader says of a row.
    fn label(row: &Self::Row, texts: &Texts) -> String;
    /// The chips that narrow the list. Changes the filter.
    fn chips(&mut self, ui: &mut Ui, shared: &mut Shared, filter: &mut <Self::Row as ListRow>::Filter);
    /// The pane of one record.
    fn pane(pane: &mut Self::Pane, ui: &mut Ui, shared: &mut Shared, id: Id);
    /// Removes a record.
    fn remove(edit: &mut Edit<'_>, id: Id) -> Result<(), StoreError>;
}

/// A list with its pane.
pub struct ListScreen<L: Listed> {
    listed: L,
    query: Query<L::Row>,
    listing: Loaded<Query<L::Row>, Listing<L::Row>>,
    table: TableState<Id>,
    pane: L::Pane,
    focus_search: bool,
    added: Option<Ticket<Id>>,
    wanted: Option<Id>,
}

impl<L: Listed> Default for ListScreen<L> {
    fn default() -> Self {
        Self {
            listed: L::default(),
            query: Query {
                search: String::new(),
                filter: Default::default(),
                sort: Default::default(),
                descending: false,
            },
            listing: Loaded::default(),
            table: TableState::default(),
            pane: L::Pane::default(),
            focus_search: false,
            added: None,
            wanted: None,
        }
    }
}

/// Rows of a listing, for the table.
struct Shown<'a, L: Listed> {
    listing: &'a Listing<L::Row>,
    received: &'a BTreeSet<(Kind, Id)>,
    /// The column in which a mark stands.
    first: &'static str,
    texts: &'a Texts,
    today: NaiveDate,
}

impl<L: Listed> Shown<'_, L> {
    fn is_received(&self, row: &L::Row) -> bool {
        self.received.contains(&(L::KIND, row.id()))
    }
}

impl<L: Listed> Rows for Shown<'_, L> {
    type Key = Id;

    fn count(&self) -> usize {
        self.listing.len()
    }

    fn key(&self, row: usize) -> Id {
        self.listing.get(row).map_or_else(|| Id::from_bytes([0; 16]), ListRow::id)
    }

    fn cell(&self, row: usize, column: &'static str, cell: &mut Cell<'_>) {
        if let Some(row) = self.listing.get(row) {
            if column == self.first && self.is_received(row) {
                cell.icon(Icon::Download);
            }
            L::cell(row, column, cell, self.texts, self.today);
        }
    }

    fn label(&self, row: usize) -> String {
        let Some(row) = self.listing.get(row) else { return String::new() };
        let label = L::label(row, self.texts);
        if self.is_received(row) { format!("{label}, {}", t!(self.texts, "list-received")) } else { label }
    }
}

impl<L: Listed> ListScreen<L> {
    /// The record chosen.
    pub fn selected(&self) -> Option<(Kind, Id)> {
        self.table.selection.cursor().map(|id| (L::KIND, id))
    }

    /// Puts the keyboard into the search field.
    pub fn find(&mut self) {
        self.focus_search = true;
    }

    /// Chooses a record and brings it into view, whatever the list was narrowed to.
    pub fn open(&mut self, id: Id) {
        self.wanted = Some(id);
        self.table.selection.choose(id);
    }

    /// Narrows the list to what lies behind a number.
    pub fn narrow(&mut self, filter: <L::Row as ListRow>::Filter) {
        self.query.filter = filter;
        self.query.search.clear();
        self.table.selection.clear();
    }

    /// Makes a new record and opens it.
    pub fn add(&mut self, shared: &mut Shared) {
        if let Some(new) = L::NEW {
            let name = (new.name)(&shared.texts).to_owned();
            self.added = Some(shared.desk.edit(move |file| file.edit(Op::Auto, |edit| (new.add)(edit, name))));
        }
    }

    /// Removes the chosen records, in one edit.
    pub fn remove(&mut self, shared: &mut Shared) {
        let ids: Vec<Id> = self.table.selection.keys().collect();
        if !ids.is_empty() {
            shared.edit(move |file| file.edit(Op::Auto, |edit| ids.iter().try_for_each(|id| L::remove(edit, *id))));
            self.table.selection.clear();
        }
    }

    /// Shows the screen; records that received files changed and nobody has looked at have a mark.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared, received: &BTreeSet<(Kind, Id)>) {
        if let Some(id) = self.added.as_ref().and_then(Ticket::take) {
            self.added = None;
            self.open(id);
        }
        self.bar(ui, shared);
        if let Some((_, id)) = self.selected() {
            let frame = frames::pane(ui);
            let room = ui.available_width();
            let widest = (room - 420.0).clamp(300.0, 560.0);
            Panel::right(("pane", L::KIND.code()))
                .default_size((room * 0.42).clamp(300.0, 500.0).min(widest))
                .size_range(300.0..=widest)
                .frame(frame)
                .show(ui, |ui| {
                    // The pane is as wide as a person has made it: neither narrower while a record is being read and
                    // there is nothing in it, nor wider for what is too wide.
                    let room = ui.available_rect_before_wrap();
                    let mut within = ui.new_child(egui::UiBuilder::new().max_rect(room));
                    L::pane(&mut self.pane, &mut within, shared, id);
                    ui.allocate_rect(room, egui::Sense::hover());
                });
        }
        self.list(ui, shared, received);
    }

    fn bar(&mut self, ui: &mut Ui, shared: &mut Shared) {
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(egui::Margin {
            left: measure::MARGIN as i8,
            right: measure::MARGIN as i8,
            top: 8,
            bottom: 8,
        });
        Panel::top(("bar", L::KIND.code())).resizable(false).frame(frame).show(ui, |ui| {
            ui.horizontal(|ui| {
                form::title(ui, self.title(&shared.texts));
                ui.add_space(8.0);
                let id = ui.scope_id().with("search");
                SearchField::new(id, &mut self.query.search, t!(shared.texts, "find-in-list"))
                    .width(230.0)
                    .focus(std::mem::take(&mut self.focus_search))
                    .show(ui, &shared.texts);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if let Some(NewRecord { command, .. }) = L::NEW {
                        let text = command.text(&shared.texts);
                        if ui.add(Button::filled(text).with_icon(Icon::Plus)).clicked() {
                            shared.acts.push(Act::Ask(command));
                        }
                        if ui.add(Button::outlined(t!(shared.texts, "import-ellipsis"))).clicked() {
                            shared.acts.extend(ListKind::of(L::KIND).map(Act::Import));
                        }
                    }
                    if let Some(command) = L::BESIDE {
                        let button = Button::quiet(command.text(&shared.texts));
                        if ui.add(button.tooltip(command.tooltip(&shared.texts))).clicked() {
                            shared.acts.push(Act::Ask(command));
                        }
                    }
                });
            });
            ui.add_space(6.0);
            let mut filter = self.query.filter.clone();
            ui.horizontal_wrapped(|ui| {
                self.listed.chips(ui, shared, &mut filter);
                if filter != Default::default() && ui.add(Button::link(t!(shared.texts, "filter-clear"))).clicked() {
                    filter = Default::default();
                }
            });
            self.query.filter = filter;
        });
    }

    fn title<'a>(&self, texts: &'a Texts) -> &'a str {
        match L::KIND {
            Kind::Volunteer => Command::Volunteers,
            Kind::Organisation => Command::Organisations,
            Kind::Placement => Command::Placements,
            Kind::Practice => Command::Practices,
            Kind::Mission | Kind::Office => Command::Missions,
        }
        .text(texts)
    }

    fn list(&mut self, ui: &mut Ui, shared: &mut Shared, received: &BTreeSet<(Kind, Id)>) {
        if let Some(Sort { column, descending }) = self.table.sort {
            self.query.sort = L::sort(column);
            self.query.descending = descending;
        }
        let read = self.listing.latest(&mut shared.desk, &self.query, |file, query| file.list(query)).cloned();
        let is_read = read.is_some();
        let listing = read.unwrap_or_default();
        if let Some(wanted) = self.wanted {
            match listing.iter().position(|row| row.id() == wanted) {
                Some(place) => {
                    self.table.scroll_to = Some(place);
                    self.wanted = None;
                }
                // It may be hidden by what the list is narrowed to.
                None if !listing.rows.is_empty() => {
                    self.query.filter = Default::default();
                    self.query.search.clear();
                    if listing.len() == listing.rows.len() && shared.desk.is_idle() {
                        self.wanted = None;
                    }
                }
                None => {}
            }
        }
        let texts = &shared.texts;
        if listing.rows.is_empty() && shared.desk.is_idle() {
            self.empty(ui, shared);
            return;
        }
        Frame::new().fill(colors(ui).panel).show(ui, |ui| {
            let footer = 28.0;
            let room = ui.available_size();
            ui.allocate_ui(egui::vec2(room.x, room.y - footer), |ui| {
                let columns = L::columns(texts);
                let first = columns.first().map_or("", |column| column.key);
                let rows = Shown::<L> { listing: &listing, received, first, texts, today: shared.today() };
                let name = self.title(texts);
                Table::new(("list", L::KIND.code()), name, &columns).show(ui, texts, &mut self.table, &rows);
            });
            ui.horizontal(|ui| {
                ui.add_space(12.0);
                if !is_read {
                    form::note(ui, t!(texts, "list-reading"));
                    return;
                }
                let shown = t!(texts, "list-shown", shown = listing.len(), all = listing.rows.len());
                let chosen = self.table.selection.count();
                let line =
                    if chosen > 1 { format!("{shown}, {}", t!(texts, "list-chosen", count = chosen)) } else { shown };
                form::note(ui, &line);
                if listing.is_empty() {
                    form::note(ui, t!(texts, "list-nothing-fits"));
                }
            });
        });
    }

    fn empty(&mut self, ui: &mut Ui, shared: &mut Shared) {
        let texts = &shared.texts;
        let (icon, title, text) = match L::KIND {
            Kind::Volunteer => (Icon::Person, t!(texts, "empty-volunteers"), t!(texts, "empty-volunteers-text")),
            Kind::Organisation => {
                (Icon::Building, t!(texts, "empty-organisations"), t!(texts, "empty-organisations-text"))
            }
            Kind::Placement => (Icon::Post, t!(texts, "empty-placements"), t!(texts, "empty-placements-text")),
            Kind::Practice => (Icon::Sprout, t!(texts, "empty-practices"), t!(texts, "empty-practices-text")),
            Kind::Mission | Kind::Office => {
                (Icon::Calendar, t!(texts, "empty-missions"), t!(texts, "empty-missions-text"))
            }
        };
        let actions: Vec<&str> = match L::NEW {
            Some(new) => vec![t!(texts, "import-ellipsis"), new.command.text(texts)],
            None => vec![Command::Placements.text(texts)],
        };
        let pressed = EmptyState::new(icon, title, text).actions(&actions).show(ui);
        match (pressed, L::NEW) {
            (Some(0), Some(_)) => shared.acts.extend(ListKind::of(L::KIND).map(Act::Import)),
            (Some(_), Some(new)) => shared.acts.push(Act::Ask(new.command)),
            (Some(_), None) => shared.acts.push(Act::Ask(Command::Placements)),
            (None, _) => {}
        }
    }
}
