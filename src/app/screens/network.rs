//! The network: organisations beside a picture of the one chosen with its links, the same as a table and on a map; who
//! has what; and what several of them do side by side.

mod found;
mod pictures;
mod side_by_side;

use super::organisations::words;
use crate::app::commands::Command;
use crate::app::loaded::Loaded;
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::theme::{colors, measure};
use crate::app::widgets::graph::PictureState;
use crate::app::widgets::map::MapState;
use crate::app::widgets::{Button, Cell, Chip, Column, Rows, SearchField, Table, TableState, Tag, Tone, form, frames};
use crate::domain::text::joined;
use crate::domain::{Id, Kind};
use crate::store::network::Neighbourhood;
use crate::store::overlaps::OverlapQuery;
use crate::t;
use egui::{Align, Frame, Layout, Panel, Ui};
use found::Line;

/// How far from the one in the middle the picture goes.
const DEPTH: usize = 2;
/// More organisations than this are shown one step away alone: a picture of them all could not be read.
const MOST: usize = 120;

/// What the right side shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum View {
    /// The one chosen with its links.
    #[default]
    Picture,
    /// The same as a table.
    Table,
    /// All of the list on a map.
    Map,
    /// What several organisations do in one place, sector and time.
    SideBySide,
}

/// What the screen remembers.
#[derive(Default)]
pub struct NetworkScreen {
    question: String,
    focus_question: bool,
    view: View,
    middle: Option<Id>,
    /// The question whose answers the list last began with.
    answered: Option<String>,
    lines: Loaded<String, Vec<Line>>,
    list: TableState<Id>,
    around: Loaded<Id, Neighbourhood>,
    picture: PictureState,
    links: TableState<Id>,
    map: MapState,
    overlaps: Loaded<OverlapQuery, Vec<crate::domain::overlap::Overlap>>,
    overlap_query: OverlapQuery,
    /// The frame in which it was shown last.
    shown_in: u64,
}

impl NetworkScreen {
    /// Puts the keyboard into the field for a question.
    pub fn find(&mut self) {
        self.focus_question = true;
    }

    /// Puts an organisation into the middle.
    pub fn show_around(&mut self, organisation: Id) {
        self.question.clear();
        self.answered = Some(String::new());
        self.view = View::Picture;
        self.choose(organisation);
    }

    fn choose(&mut self, organisation: Id) {
        self.middle = Some(organisation);
        self.picture.selected = Some(organisation);
        self.list.selection.choose(organisation);
    }

    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared) {
        let frame = ui.ctx().cumulative_frame_nr();
        // Whoever arrives walks through the list at once.
        self.list.take_focus |= std::mem::replace(&mut self.shown_in, frame) + 1 < frame;
        self.bar(ui, shared);
        self.lines.latest(&mut shared.desk, &self.question, |file, question| found::read(file, question));
        if self.view == View::SideBySide {
            return self.side_by_side(ui, shared);
        }
        let room = ui.available_width();
        let frame = Frame::new().fill(colors(ui).panel);
        Panel::left("network list")
            .default_size((room * 0.22).clamp(230.0, 300.0))
            .size_range(220.0..=420.0)
            .frame(frame)
            .show(ui, |ui| {
                // As wide as a person has made it, whatever is in it.
                let room = ui.available_rect_before_wrap();
                let mut within = ui.new_child(egui::UiBuilder::new().max_rect(room));
                self.list(&mut within, shared);
                ui.allocate_rect(room, egui::Sense::hover());
            });
        let Some(middle) = self.middle else {
            let texts = &shared.texts;
            if self.lines.value().is_some_and(Vec::is_empty) && self.question.is_empty() {
                form::weak(ui, t!(texts, "empty-organisations-text"));
            }
            return;
        };
        let around = self.around.exact(&mut shared.desk, &middle, |file, middle| {
            let whole = file.neighbourhood(*middle, DEPTH)?;
            if whole.organisations.len() > MOST { file.neighbourhood(*middle, 1) } else { Ok(whole) }
        });
        let beside = Frame::new().inner_margin(8);
        if self.view == View::Map {
            beside.show(ui, |ui| self.on_map(ui, shared));
            return;
        }
        let Some(around) = around.cloned() else { return };
        self.head(ui, shared, &around);
        match self.view {
            View::Table => self.as_table(ui, shared, &around),
            _ => drop(beside.show(ui, |ui| self.as_picture(ui, shared, &around))),
        }
    }

    fn bar(&mut self, ui: &mut Ui, shared: &mut Shared) {
        let margin = measure::MARGIN as i8;
        let margin = egui::Margin { left: margin, right: margin, top: 8, bottom: 8 };
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(margin);
        Panel::top("network bar").resizable(false).frame(frame).show(ui, |ui| {
            ui.horizontal(|ui| {
                let texts = &shared.texts;
                form::title(ui, Command::Network.text(texts));
                ui.add_space(8.0);
                let id = ui.scope_id().with("question");
                SearchField::new(id, &mut self.question, t!(texts, "network-ask"))
                    .width((ui.available_width() - 430.0).clamp(200.0, 420.0))
                    .focus(std::mem::take(&mut self.focus_question))
                    .show(ui, texts);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    for (view, name) in [
                        (View::SideBySide, t!(texts, "network-side-by-side")),
                        (View::Map, t!(texts, "network-map")),
                        (View::Table, t!(texts, "network-table")),
                        (View::Picture, t!(texts, "network-picture")),
                    ] {
                        if Chip::new(name).selected(self.view == view).show(ui).response.clicked() {
                            self.view = view;
                        }
                    }
                });
            });
        });
    }

    /// The organisations that answer, or all; a click puts one into the middle.
    fn list(&mut self, ui: &mut Ui, shared: &mut Shared) {
        let texts = &shared.texts;
        let Some(lines) = self.lines.value() else { return };
        if lines.is_empty() && !self.question.is_empty() {
            Frame::new().inner_margin(12).show(ui, |ui| form::weak(ui, t!(texts, "network-nobody")));
            return;
        }
        let first = lines.first().map(|line| line.id);
        let columns = [Column::new("name", Command::Organisations.text(texts), 200.0).unsorted().stretch()];
        let rows = found::Shown { lines, texts };
        let name = t!(texts, "network-organisations");
        let done = Table::new("network organisations", name, &columns).two_lines().without_header().show(
            ui,
            texts,
            &mut self.list,
            &rows,
        );
        let opened = done.opened.map(|row| rows.key(row));
        let clicked = self.list.selection.cursor().filter(|chosen| Some(*chosen) != self.middle);
        if self.answered.as_ref() != Some(&self.question) && !self.lines.is_waiting() {
            let asked = self.answered.replace(self.question.clone()).is_some();
            // Who answers best; at first the one with most links, which shows what a network is.
            let most = lines.iter().enumerate().max_by_key(|(place, line)| (line.links, std::cmp::Reverse(*place)));
            let best = if asked { first } else { most.map(|(_, line)| line.id) };
            if let Some(best) = best.filter(|_| self.middle.is_none() || asked) {
                self.list.scroll_to = lines.iter().position(|line| line.id == best);
                self.choose(best);
            }
        } else if let Some(clicked) = clicked {
            self.choose(clicked);
        }
        if let Some(opened) = opened {
            shared.act(Act::Open(Kind::Organisation, opened));
        }
    }

    /// What is chosen in the picture, and what can be done with it.
    fn head(&mut self, ui: &mut Ui, shared: &mut Shared, around: &Neighbourhood) {
        let texts = &shared.texts;
        let chosen = self.picture.selected.or(self.middle);
        let Some(node) = around.organisations.iter().find(|node| Some(node.id) == chosen) else { return };
        let (mut open, mut center) = (false, false);
        frames::panel(ui).inner_margin(egui::Margin::symmetric(12, 8)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                form::card_title(ui, &node.name);
                ui.add(Tag::new(Tone::Neutral, words::organisation_kind(texts, node.kind)));
                form::note(ui, &joined(&[&node.place, texts.country(node.country)]));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    open = ui.add(Button::outlined(t!(texts, "network-open"))).clicked();
                    if Some(node.id) != self.middle {
                        center = ui.add(Button::quiet(t!(texts, "network-center"))).clicked();
                    }
                });
            });
        });
        let id = node.id;
        if center {
            self.choose(id);
        }
        if open {
            shared.act(Act::Open(Kind::Organisation, id));
        }
    }

    /// The links around the one in the middle, a row each.
    fn as_table(&mut self, ui: &mut Ui, shared: &mut Shared, around: &Neighbourhood) {
        let texts = &shared.texts;
        let columns = [
            Column::new("of", t!(texts, "network-of"), 200.0).unsorted().stretch(),
            Column::new("kind", t!(texts, "link-kind"), 130.0).unsorted(),
            Column::new("to", t!(texts, "network-to"), 200.0).unsorted().stretch(),
            Column::new("since", t!(texts, "link-since"), 110.0).unsorted(),
            Column::new("until", t!(texts, "link-until"), 110.0).unsorted(),
        ];
        let rows = Links { around, texts };
        let done =
            Table::new("network links", t!(texts, "network-links"), &columns).show(ui, texts, &mut self.links, &rows);
        if let Some(row) = done.opened
            && let Some(link) = around.links.get(row)
        {
            let other = if Some(link.of) == self.middle { link.to } else { link.of };
            self.choose(other);
        }
    }
}

/// Links as rows of a table.
struct Links<'a> {
    around: &'a Neighbourhood,
    texts: &'a Texts,
}

impl Links<'_> {
    fn name(&self, id: Id) -> &str {
        let found = self.around.organisations.iter().find(|node| node.id == id);
        found.map_or("", |node| node.name.as_str())
    }
}

impl Rows for Links<'_> {
    type Key = Id;

    fn count(&self) -> usize {
        self.around.links.len()
    }

    fn key(&self, row: usize) -> Id {
        self.around.links.get(row).map_or_else(|| Id::from_bytes([0; 16]), |link| link.id)
    }

    fn cell(&self, row: usize, column: &'static str, cell: &mut Cell<'_>) {
        let Some(link) = self.around.links.get(row) else { return };
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| self.texts.date(day)).unwrap_or_default();
        match column {
            "of" => cell.strong(self.name(link.of)),
            "kind" => cell.text(words::link_to(self.texts, link.kind)),
            "to" => cell.strong(self.name(link.to)),
            "since" => cell.text(&day(link.since)),
            _ => {
                cell.text(&day(link.until));
                if link.over {
                    cell.tag(Tone::Neutral, t!(self.texts, "link-over"));
                }
            }
        }
    }

    fn label(&self, row: usize) -> String {
        let Some(link) = self.around.links.get(row) else { return String::new() };
        format!("{} {} {}", self.name(link.of), words::link_to(self.texts, link.kind), self.name(link.to))
    }
}
