//! The bar above a report: its period, what it is narrowed to, and files to write.

use super::ReportsScreen;
use super::period::Period;
use crate::app::file_dialog::{Purpose, Question};
use crate::app::screens::record::Choices;
use crate::app::shared::Shared;
use crate::app::theme::{colors, measure};
use crate::app::widgets::{Button, DateField, Select, choice_chip, form};
use crate::domain::span::Span;
use crate::domain::volunteer::Category;
use crate::t;
use egui::{Align, Frame, Layout, Margin, Panel, Ui};

impl ReportsScreen {
    pub(super) fn bar(&mut self, ui: &mut Ui, shared: &mut Shared) {
        let margin = measure::MARGIN as i8;
        let margin = Margin { left: margin, right: margin, top: 8, bottom: 8 };
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(margin);
        Panel::top("reports bar").resizable(false).frame(frame).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            ui.horizontal(|ui| {
                form::title(ui, Self::title(shared));
                ui.add_space(8.0);
                self.days(ui, shared);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| files(ui, shared, self));
            });
            ui.horizontal_wrapped(|ui| self.chips(ui, shared));
        });
    }

    fn days(&mut self, ui: &mut Ui, shared: &Shared) {
        let (texts, today) = (&shared.texts, shared.today());
        let days = self.period.days(today);
        let periods = [
            (Period::ThisYear, t!(texts, "reports-this-year")),
            (Period::LastYear, t!(texts, "reports-last-year")),
            (Period::Last12Months, t!(texts, "reports-last-12-months")),
            (Period::ThisQuarter, t!(texts, "reports-this-quarter")),
            (Period::LastQuarter, t!(texts, "reports-last-quarter")),
            (Period::Own(days), t!(texts, "reports-own-days")),
        ];
        let select = Select::new("reports period", &periods, Some(&self.period)).name(t!(texts, "reports-period"));
        if let Some(Some(period)) = select.width(150.0).show(ui, texts).committed {
            self.period = period;
        }
        let field = |name, day, which| DateField::new(("reports", which), Some(day), today).required().name(name);
        let first = field(t!(texts, "reports-from"), days.first, 0).show(ui, texts).committed.flatten();
        let last = field(t!(texts, "reports-to"), days.last, 1).show(ui, texts).committed.flatten();
        if first.is_some() || last.is_some() {
            // A day that would turn the period round takes the other with it.
            let (first_day, last_day) = (first.unwrap_or(days.first), last.unwrap_or(days.last));
            self.period = Period::Own(match first {
                Some(_) => Span { first: first_day, last: last_day.max(first_day) },
                None => Span { first: first_day.min(last_day), last: last_day },
            });
        }
    }

    fn chips(&mut self, ui: &mut Ui, shared: &mut Shared) {
        let programmes = self.programmes.latest(&mut shared.desk, &(), |file, ()| {
            Ok(file.programmes()?.into_iter().map(|programme| (programme.clone(), programme)).collect())
        });
        let texts = &shared.texts;
        let choices = Choices::of(texts.tongue());
        let name = t!(texts, "reports-country");
        if let Some(chosen) = choice_chip::one(ui, texts, name, &choices.countries, self.country.as_ref()) {
            self.country = chosen;
        }
        if let Some(programmes) = programmes.filter(|programmes| !programmes.is_empty()) {
            let name = t!(texts, "reports-programme");
            if let Some(chosen) = choice_chip::one(ui, texts, name, programmes.as_slice(), self.programme.as_ref()) {
                self.programme = chosen;
            }
        }
        let categories: Vec<(Category, String)> =
            Category::ALL.iter().map(|category| (*category, texts.code("category", category.code()))).collect();
        let name = t!(texts, "reports-category");
        if let Some(chosen) = choice_chip::one(ui, texts, name, &categories, self.category.as_ref()) {
            self.category = chosen;
        }
        let name = t!(texts, "reports-sector");
        if let Some(chosen) = choice_chip::one(ui, texts, name, &choices.sectors, self.sector.as_ref()) {
            self.sector = chosen;
        }
    }
}

fn files(ui: &mut Ui, shared: &mut Shared, screen: &ReportsScreen) {
    let texts = &shared.texts;
    let Span { first, last } = screen.period.days(shared.today());
    let title = texts.code("reports-name", screen.name.code());
    let endings: [(&str, &'static [&'static str]); 3] = [
        (t!(texts, "reports-pdf"), &["pdf"]),
        (t!(texts, "reports-csv"), &["csv"]),
        (t!(texts, "reports-xlsx"), &["xlsx"]),
    ];
    for (label, endings) in endings {
        if ui.add(Button::outlined(label)).clicked() {
            let name = format!("{title} {first} {last}.{}", endings[0]);
            shared.files.ask(ui.ctx(), Question { purpose: Purpose::Report, save: true, name, endings });
        }
    }
}
