//! Pages of the calendar: a month with its days, or twelve months; a row for each mission.

use super::bar;
use crate::app::desk::Ticket;
use crate::app::file_dialog::{Purpose, Question};
use crate::app::preferences::Preferences;
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::widgets::month::{add_days, add_months, first_of_month};
use crate::app::widgets::{Answer, Modal, form};
use crate::domain::mission::Stage;
use crate::domain::office::Holiday;
use crate::domain::reference::Country;
use crate::domain::span::Span;
use crate::exchange::print::{Bar, BarRow, Bars, Block, Document, Paper, Stretch, Tone, write_pdf};
use crate::exchange::spreadsheet::ExportError;
use crate::store::OfficeFile;
use crate::store::lists::{MissionRow, Query};
use crate::t;
use chrono::{Datelike as _, NaiveDate, Weekday};
use egui::{Context, Ui};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// What is to be printed.
#[derive(Debug, Clone)]
struct Asked {
    missions: Query<MissionRow>,
    /// First day of the month, or of the first of twelve.
    first: NaiveDate,
    months: i32,
    paper: Paper,
}

/// The dialog for printing.
#[derive(Default)]
pub struct CalendarPrint {
    open: Option<Asked>,
    /// Twelve months, as chosen last.
    year: bool,
    /// What was said, until the person has chosen where the file goes.
    waiting: Option<Asked>,
}

impl CalendarPrint {
    /// Opens it for some missions and the month of a day.
    pub fn open(&mut self, missions: Query<MissionRow>, day: NaiveDate) {
        self.open = Some(Asked { missions, first: first_of_month(day), months: 1, paper: Paper::A4 });
    }

    /// Shows it while it is open; asks for the file once it is confirmed.
    pub fn show(&mut self, ctx: &Context, shared: &mut Shared, preferences: &mut Preferences) {
        let Some(asked) = &self.open else { return };
        let texts = &shared.texts;
        let (title, confirm) = (t!(texts, "calendar-print-title"), t!(texts, "calendar-export-confirm"));
        let mut paper = preferences.paper;
        let ((), answer) = Modal::new("calendar print", title, confirm).show(ctx, texts, |ui| {
            let one = texts.month_and_year(asked.first);
            let many = t!(texts, "calendar-print-from", month = one.as_str());
            form::row(ui, t!(texts, "calendar-print-what"), |ui| {
                either(ui, &mut self.year, [(false, one.as_str()), (true, many.as_str())]);
            });
            form::row(ui, t!(texts, "calendar-print-paper"), |ui| {
                either(ui, &mut paper, [(Paper::A4, "A4"), (Paper::Letter, "Letter")]);
            });
        });
        if paper != preferences.paper {
            preferences.paper = paper;
            preferences.save();
        }
        if answer.is_none() {
            return;
        }
        let asked = self.open.take().filter(|_| answer == Some(Answer::Confirmed));
        if let Some(asked) = asked {
            let name = format!("{} {}.pdf", shared.office_file_name(), asked.first.format("%Y-%m"));
            let months = if self.year { 12 } else { 1 };
            self.waiting = Some(Asked { months, paper, ..asked });
            let question = Question { purpose: Purpose::PrintCalendar, save: true, name, endings: &["pdf"] };
            shared.files.ask(ctx, question);
        }
    }

    /// Prints to the file that was chosen.
    pub fn print(&mut self, path: PathBuf, shared: &mut Shared) -> Option<Ticket<Option<Result<(), ExportError>>>> {
        let mut asked = self.waiting.take()?;
        let days = Span { first: asked.first, last: add_days(add_months(asked.first, asked.months), -1) };
        asked.missions.filter.days = Some(days);
        let language = shared.texts.language();
        Some(shared.desk.read(move |file: &mut OfficeFile| {
            let listing = file.list(&asked.missions)?;
            let (office, today) = (file.office()?.name, file.today());
            // Days off differ from country to country: they are shaded where all missions are in one.
            let countries: BTreeSet<Country> = listing.iter().filter_map(|row| row.country).collect();
            let holidays = match countries.first() {
                Some(country) if countries.len() == 1 => file.holidays(*country, days)?,
                _ => Vec::new(),
            };
            let texts = Texts::new(language);
            let rows = listing.iter().map(|row| bar_row(&texts, row, days)).collect();
            let document = Document {
                title: title(&texts, days),
                subtitle: t!(texts, "calendar-missions", count = listing.len()),
                language: language.code().to_owned(),
                day: today,
                paper: asked.paper,
                landscape: true,
                footer: t!(texts, "matching-page-foot", office = office, day = texts.date(today)),
                blocks: vec![Block::Bars(Bars {
                    head: t!(texts, "calendar-print-mission").to_owned(),
                    scale: scale(&texts, days, &holidays),
                    rows,
                    when_empty: t!(texts, "calendar-print-none").to_owned(),
                })],
            };
            Ok(write_pdf(&document, &path))
        }))
    }
}

/// One of two things, of which one is chosen.
fn either<T: PartialEq + Copy>(ui: &mut Ui, chosen: &mut T, choices: [(T, &str); 2]) {
    ui.horizontal(|ui| {
        for (choice, name) in choices {
            if ui.radio(*chosen == choice, name).clicked() {
                *chosen = choice;
            }
        }
    });
}

fn is_month(days: Span) -> bool {
    first_of_month(days.last) == days.first
}

fn title(texts: &Texts, days: Span) -> String {
    let (first, last) = (texts.month_and_year(days.first), texts.month_and_year(days.last));
    if is_month(days) { first } else { t!(texts, "calendar-days", first = first, last = last) }
}

/// A stretch for each day of a month, weekends and holidays shaded; else one for each month.
fn scale(texts: &Texts, days: Span, holidays: &[Holiday]) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    let mut day = days.first;
    while day <= days.last && stretches.len() < 400 {
        let (words, next) = match is_month(days) {
            true => (day.day().to_string(), add_days(day, 1)),
            false => (texts.month_short(day.month()).to_owned(), add_months(day, 1)),
        };
        let off = matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
            || holidays.iter().any(|holiday| (holiday.first..=holiday.last).contains(&day));
        let shaded = is_month(days) && off;
        stretches.push(Stretch { words, days: length(day, next), shaded });
        day = next;
    }
    stretches
}

fn bar_row(texts: &Texts, row: &MissionRow, days: Span) -> BarRow {
    let (word, _) = texts.stage(row.stage);
    let (first, last) = (row.first.max(days.first), row.last.min(days.last));
    let bar = Bar {
        from: length(days.first, first),
        to: length(days.first, add_days(last, 1)),
        words: word.to_owned(),
        tone: if row.stage == Stage::Serving { Tone::Good } else { Tone::Plain },
        hollow: !row.stage.is_firm(),
    };
    BarRow { name: bar::name(row, texts).into(), bars: vec![bar] }
}

fn length(from: NaiveDate, to: NaiveDate) -> u16 {
    u16::try_from((to - from).num_days()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::app::texts::Language;
    use crate::domain::Id;

    fn span(first: &str, last: &str) -> Span {
        Span { first: first.parse().unwrap(), last: last.parse().unwrap() }
    }

    #[test]
    fn days_off_of_a_month_are_shaded_and_a_year_has_its_months() {
        let texts = Texts::new(Language::English);
        let (id, country) = (Id::random(), Country::parse_code("KE").unwrap());
        let Span { first, last } = span("2027-12-31", "2028-01-03");
        let holiday = Holiday { id, of: id, country, first, last, name: "New Year".into() };
        let month = scale(&texts, span("2028-01-01", "2028-01-31"), std::slice::from_ref(&holiday));
        let shaded: Vec<&str> = month.iter().filter(|day| day.shaded).map(|day| day.words.as_str()).collect();
        assert_eq!(shaded, ["1", "2", "3", "8", "9", "15", "16", "22", "23", "29", "30"]);
        assert_eq!((month.len(), month.iter().all(|day| day.days == 1)), (31, true));
        let year = scale(&texts, span("2028-01-01", "2028-12-31"), &[holiday]);
        assert_eq!((year.len(), year[1].words.as_str(), year[1].days, year[0].shaded), (12, "Feb", 29, false));
    }
}
