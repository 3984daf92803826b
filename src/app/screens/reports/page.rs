//! A report on the screen: its headline, what is counted, and a card with chart and table for each of its tables.

use super::words::Words;
use crate::app::theme::{colors, font, measure};
use crate::app::widgets::chart::{Datum, bars, funnel, line};
use crate::app::widgets::figures::{self, Head};
use crate::app::widgets::map::{Chosen, MapState, WorldMap};
use crate::app::widgets::{Button, form, frames};
use crate::domain::reference::Country;
use crate::domain::reports::{Figure, Label, Line, Measure, Report, Table, TableName};
use crate::exchange::report_sheets::ReportWords as _;
use crate::t;
use chrono::Datelike as _;
use egui::{Align, Layout, RichText, Ui, vec2};

/// Bars of a chart, at most; the table has all.
const MOST_BARS: usize = 12;
/// Height of the map, in points.
const MAP_HEIGHT: f32 = 300.0;
/// Narrower than this, a chart stands above its table.
const SIDE_BY_SIDE_FROM: f32 = 760.0;
/// Widest chart of bars: longer bars say no more.
const WIDEST_BARS: f32 = 620.0;
/// A table of more columns has the whole width.
const FEW_COLUMNS: usize = 5;

/// How the first number of a table is drawn.
enum Shape {
    /// Bars that lie.
    Bars,
    /// A line over months.
    Line,
    /// From one stage to the next.
    Funnel,
    /// Not at all: levels, which a table says better.
    Nothing,
}

/// What a table looks like.
fn shape(name: TableName) -> Shape {
    match name {
        TableName::ServiceByMonth => Shape::Line,
        TableName::StagesReached => Shape::Funnel,
        TableName::TrainingCompetences => Shape::Nothing,
        _ => Shape::Bars,
    }
}

/// What was pressed of a report.
pub(super) enum Pressed<'r> {
    /// A number: the list behind it is wanted.
    Number(&'r Figure),
    /// The chart of this table is wanted as a picture.
    Picture(TableName),
}

/// Shows a report; returns what was pressed.
pub(super) fn show<'r>(
    ui: &mut Ui,
    words: &Words<'_>,
    report: &'r Report,
    defined: &mut bool,
    map: &mut MapState,
) -> Option<Pressed<'r>> {
    let (total, tables) = report.tables.split_first()?;
    let mut pressed = headline(ui, words, report, total, defined).map(Pressed::Number);
    for table in tables.iter().filter(|table| !table.lines.is_empty()) {
        ui.add_space(measure::MARGIN);
        frames::card(ui).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                form::card_title(ui, &words.table(table.name));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let picture = t!(words.0, "reports-png", table = words.table(table.name));
                    let button = Button::link(t!(words.0, "reports-png-short")).tooltip(&picture);
                    if !matches!(shape(table.name), Shape::Nothing) && ui.add(button).clicked() {
                        pressed = Some(Pressed::Picture(table.name));
                    }
                });
            });
            if table.name == TableName::ServiceByCountry
                && let Some(figure) = on_map(ui, words, table, map)
            {
                pressed = Some(Pressed::Number(figure));
            }
            if let Some(figure) = card(ui, words, table) {
                pressed = Some(Pressed::Number(figure));
            }
        });
    }
    pressed
}

fn headline<'r>(
    ui: &mut Ui,
    words: &Words<'_>,
    report: &Report,
    total: &'r Table,
    defined: &mut bool,
) -> Option<&'r Figure> {
    let texts = words.0;
    let first = &total.lines.first()?.figures;
    let mut pressed = None;
    frames::card(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            form::card_title(ui, &words.report(report.name));
            let days = report.query.days;
            form::weak(ui, &t!(texts, "reports-days", first = texts.date(days.first), last = texts.date(days.last)));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if ui.add(Button::link(t!(texts, "reports-counted"))).clicked() {
                    *defined = !*defined;
                }
            });
        });
        let numbers: Vec<(Head, figures::Figure)> = total
            .measures
            .iter()
            .zip(first)
            .map(|(measure, figure)| {
                let text = words.number(*measure, figure);
                let name = format!("{}: {text}", words.measure(*measure));
                (head(words, *measure), figures::Figure { text, name, leads: leads(figure) })
            })
            .collect();
        pressed = figures::headline(ui, &numbers).map(|place| &first[place]);
        if *defined {
            definitions(ui, words, report);
        }
    });
    pressed
}

/// What each number of the report counts, each said once.
fn definitions(ui: &mut Ui, words: &Words<'_>, report: &Report) {
    let mut measures: Vec<Measure> = Vec::new();
    for measure in report.tables.iter().flat_map(|table| &table.measures) {
        if !measures.contains(measure) {
            measures.push(*measure);
        }
    }
    form::section(ui, t!(words.0, "reports-counted"));
    for measure in measures {
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(words.measure(measure)).font(font::medium()).color(colors(ui).text));
            form::weak(ui, &words.definition(measure).unwrap_or_default());
        });
    }
}

fn head(words: &Words<'_>, measure: Measure) -> Head {
    Head { text: words.measure(measure), tip: words.definition(measure).unwrap_or_default() }
}

/// Whether there is a list to open: of nothing there is none.
fn leads(figure: &Figure) -> bool {
    !figure.ids.is_empty()
}

fn card<'r>(ui: &mut Ui, words: &Words<'_>, table: &'r Table) -> Option<&'r Figure> {
    let beside = ui.available_width() >= SIDE_BY_SIDE_FROM
        && table.measures.len() <= FEW_COLUMNS
        && matches!(shape(table.name), Shape::Bars | Shape::Funnel);
    if !beside {
        let width = match shape(table.name) {
            Shape::Line => ui.available_width(),
            _ => ui.available_width().min(WIDEST_BARS),
        };
        let layout = Layout::top_down(Align::Min);
        let pressed = ui.allocate_ui_with_layout(vec2(width, 0.0), layout, |ui| chart(ui, words, table)).inner;
        ui.add_space(measure::GAP);
        return pressed.or(numbers(ui, words, table));
    }
    let (left, right) = (ui.available_width() * 0.42, ui.available_width() * 0.58 - measure::MARGIN);
    let mut pressed = None;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = measure::MARGIN;
        for (width, is_chart) in [(left, true), (right, false)] {
            ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                let found = if is_chart { chart(ui, words, table) } else { numbers(ui, words, table) };
                pressed = pressed.or(found);
            });
        }
    });
    pressed
}

/// The first number of each country on the map; a click opens the list behind it.
fn on_map<'r>(ui: &mut Ui, words: &Words<'_>, table: &'r Table, map: &mut MapState) -> Option<&'r Figure> {
    let measure = *table.measures.first()?;
    let of = |line: &'r Line| match line.label {
        Label::Country(country) => Some((country, line.figures.first()?)),
        _ => None,
    };
    let values: Vec<(Country, u64)> = table
        .lines
        .iter()
        .filter_map(of)
        .map(|(country, figure)| (country, figure.value.unwrap_or_default().max(0.0).round() as u64))
        .collect();
    let room = vec2(ui.available_width(), MAP_HEIGHT);
    let name = words.measure(measure);
    let shown =
        ui.allocate_ui(room, |ui| WorldMap::new(words.0).values(&name, &values).in_scrolling_page().show(ui, map));
    ui.add_space(measure::GAP);
    let Some(Chosen::Country(chosen)) = shown.inner.chosen else { return None };
    let found = table.lines.iter().filter_map(of).find(|(country, _)| *country == chosen);
    found.map(|(_, figure)| figure).filter(|figure| leads(figure))
}

/// The first number of each line as a chart.
pub(super) fn chart<'r>(ui: &mut Ui, words: &Words<'_>, table: &'r Table) -> Option<&'r Figure> {
    let texts = words.0;
    let measure = *table.measures.first()?;
    let most = if matches!(shape(table.name), Shape::Bars) { MOST_BARS } else { usize::MAX };
    let data: Vec<Datum> = table
        .lines
        .iter()
        .take(most)
        .filter_map(|line| {
            let figure = line.figures.first()?;
            let text = words.number(measure, figure);
            Some(Datum { name: words.label(&line.label), value: figure.value.unwrap_or_default(), text })
        })
        .collect();
    let name = t!(texts, "reports-chart", table = words.table(table.name), measure = words.measure(measure));
    let pressed = match shape(table.name) {
        Shape::Nothing => None,
        Shape::Bars => bars(ui, &name, &data),
        Shape::Funnel => funnel(ui, &name, &data),
        Shape::Line => {
            let below: Vec<String> = table
                .lines
                .iter()
                .map(|line| match line.label {
                    Label::Month(month) => texts.month_short(month.month()).to_owned(),
                    _ => String::new(),
                })
                .collect();
            line(ui, &name, &data, &below)
        }
    };
    if table.lines.len() > most {
        form::note(ui, &t!(texts, "reports-more", count = table.lines.len() - most));
    }
    pressed.and_then(|place| table.lines.get(place)?.figures.first()).filter(|figure| leads(figure))
}

fn numbers<'r>(ui: &mut Ui, words: &Words<'_>, table: &'r Table) -> Option<&'r Figure> {
    let heads: Vec<Head> = table.measures.iter().map(|measure| head(words, *measure)).collect();
    let row = |place: usize| {
        let line = &table.lines[place];
        let name = words.label(&line.label);
        let figures = table.measures.iter().zip(&line.figures).zip(&heads).map(|((measure, figure), head)| {
            let text = words.number(*measure, figure);
            let says =
                t!(words.0, "reports-value", line = name.as_str(), measure = head.text.as_str(), value = text.as_str());
            figures::Figure { text, name: says, leads: leads(figure) }
        });
        let figures = figures.collect();
        (name, figures)
    };
    let (line, column) = figures::table(ui, table.name.code(), &heads, table.lines.len(), row)?;
    table.lines.get(line)?.figures.get(column)
}
