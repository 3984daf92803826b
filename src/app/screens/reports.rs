//! The numbers of a period: at the left which report, above it the period and what it is narrowed to, at the right its
//! headline, charts and tables. Each number opens the list behind it.

mod bar;
mod files;
mod page;
mod period;
mod words;

use super::import_export::Writes;
use crate::app::commands::Command;
use crate::app::file_dialog::{Purpose, Question};
use crate::app::loaded::Loaded;
use crate::app::shared::Shared;
use crate::app::theme::{Icon, colors, measure};
use crate::app::widgets::map::MapState;
use crate::app::widgets::{EmptyState, frames, navigation};
use crate::domain::reference::{Country, Sector};
use crate::domain::reports::{Figure, Report, ReportName, ReportQuery, TableName};
use crate::domain::volunteer::Category;
use crate::exchange::report_sheets::ReportWords as _;
use crate::t;
use egui::{Frame, Margin, Panel, ScrollArea, Ui};
use page::Pressed;
use period::Period;
use std::path::PathBuf;
use words::Words;

/// What the screen remembers.
pub struct ReportsScreen {
    name: ReportName,
    period: Period,
    country: Option<Country>,
    programme: Option<String>,
    category: Option<Category>,
    sector: Option<Sector>,
    report: Loaded<(ReportName, ReportQuery), Report>,
    programmes: Loaded<(), Vec<(String, String)>>,
    /// Whether what is counted is said in full.
    defined: bool,
    /// The table whose chart is to be written.
    chart: Option<TableName>,
    map: MapState,
}

impl Default for ReportsScreen {
    fn default() -> Self {
        Self {
            name: ReportName::Service,
            period: Period::ThisYear,
            country: None,
            programme: None,
            category: None,
            sector: None,
            report: Loaded::default(),
            programmes: Loaded::default(),
            defined: false,
            chart: None,
            map: MapState::default(),
        }
    }
}

impl ReportsScreen {
    /// Writes the report that is shown, as the ending of the file says.
    pub fn write(&mut self, path: PathBuf, shared: &mut Shared) -> Writes {
        let (name, query, language) = (self.name, self.query(shared), shared.texts.language());
        shared.desk.read(move |file| {
            let report = file.report(name, &query)?;
            let office = file.office()?.name;
            Ok(files::write(&report, language, &files::Foot { office, today: file.today() }, &path))
        })
    }

    /// Writes the chart that was asked for as a picture.
    pub fn write_chart(&mut self, path: PathBuf, shared: &mut Shared) -> Option<Writes> {
        let chart = self.chart.take()?;
        let (name, query, language) = (self.name, self.query(shared), shared.texts.language());
        Some(shared.desk.read(move |file| {
            let report = file.report(name, &query)?;
            Ok(files::write_chart(&report, chart, language, &path))
        }))
    }

    fn query(&self, shared: &Shared) -> ReportQuery {
        ReportQuery {
            country: self.country,
            programme: self.programme.clone(),
            category: self.category,
            sector: self.sector,
            ..ReportQuery::of(self.period.days(shared.today()))
        }
    }

    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared) {
        self.bar(ui, shared);
        self.names(ui, shared);
        let key = (self.name, self.query(shared));
        let Some(report) = self.report.latest(&mut shared.desk, &key, |file, (name, query)| file.report(*name, query))
        else {
            return;
        };
        let words = Words(&shared.texts);
        let counts = |figure: &Figure| figure.value.is_some_and(|value| value != 0.0);
        if !report.tables.iter().flat_map(|table| &table.lines).flat_map(|line| &line.figures).any(counts) {
            let texts = &shared.texts;
            let _ = EmptyState::new(Icon::Check, t!(texts, "reports-empty"), t!(texts, "reports-empty-text")).show(ui);
            return;
        }
        let mut behind = None;
        ScrollArea::vertical().id_salt(("report", report.name.code())).auto_shrink([false, false]).show(ui, |ui| {
            frames::ground(ui).show(ui, |ui| {
                ui.set_width(ui.available_width());
                behind = page::show(ui, &words, report, &mut self.defined, &mut self.map);
            });
        });
        match behind {
            Some(Pressed::Number(figure)) => {
                let act = super::home::list_of(figure.kind, figure.ids.to_vec());
                shared.act(act);
            }
            Some(Pressed::Picture(table)) => {
                let name = format!("{}.png", words.table(table));
                self.chart = Some(table);
                let question = Question { purpose: Purpose::ReportChart, save: true, name, endings: &["png"] };
                shared.files.ask(ui.ctx(), question);
            }
            None => {}
        }
    }

    /// The names of the reports.
    fn names(&mut self, ui: &mut Ui, shared: &Shared) {
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(Margin::same(8));
        let width = measure::NAVIGATION + 24.0;
        Panel::left("reports names").exact_size(width).resizable(false).frame(frame).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let texts = &shared.texts;
            for name in ReportName::ALL {
                let text = texts.code("reports-name", name.code());
                if navigation::item(ui, texts, &text, None, *name == self.name).clicked() {
                    self.name = *name;
                }
            }
        });
    }

    /// The title as the navigation has it.
    fn title(shared: &Shared) -> &str {
        Command::Reports.text(&shared.texts)
    }
}
