//! Who is where on a day: everyone in service or on the way, with whom to reach, to print or to hand over as a workbook.

mod page;

use super::import_export::Writes;
use crate::app::commands::Command;
use crate::app::file_dialog::{Purpose, Question};
use crate::app::loaded::Loaded;
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::theme::{Icon, colors, measure};
use crate::app::widgets::table::{Cell, Column, Rows, Table, TableState};
use crate::app::widgets::{Button, DateField, EmptyState, Tone, choice_chip, form};
use crate::domain::reference::Country;
use crate::domain::{Id, Kind};
use crate::store::OfficeFile;
use crate::store::whereabouts::{Presence, Whereabouts};
use crate::t;
use chrono::NaiveDate;
use egui::{Align, Frame, Layout, Panel, Ui};
use std::path::PathBuf;

/// What the screen remembers.
#[derive(Default)]
pub struct WhereaboutsScreen {
    /// The day that is looked at; today until another is chosen.
    day: Option<NaiveDate>,
    countries: Vec<Country>,
    people: Loaded<NaiveDate, Vec<Whereabouts>>,
    table: TableState<Id>,
    /// The last frame in which the screen was shown: coming back to it gives the list the keyboard.
    shown_in: u64,
}

struct People<'a> {
    people: Vec<&'a Whereabouts>,
    texts: &'a Texts,
}

impl Rows for People<'_> {
    type Key = Id;

    fn count(&self) -> usize {
        self.people.len()
    }

    fn key(&self, row: usize) -> Id {
        self.people[row].mission
    }

    fn cell(&self, row: usize, column: &'static str, cell: &mut Cell<'_>) {
        let person = self.people[row];
        match column {
            "name" => cell.strong(&person.name),
            "presence" => {
                let (tone, words) = presence(self.texts, &person.presence);
                cell.tag(tone, &words);
            }
            "country" => cell.text(self.texts.country(person.country)),
            "where" => cell.text(&person.duty_station),
            "partner" => cell.text(&person.organisation),
            "phone" => cell.text(&person.phone),
            "emergency" => cell.text(&person.emergency),
            "with" => cell.text(&company(self.texts, person)),
            _ => cell.text(&self.texts.date(person.last)),
        }
    }

    fn label(&self, row: usize) -> String {
        let person = self.people[row];
        let country = self.texts.country(person.country);
        let presence = presence(self.texts, &person.presence).1;
        let parts = [person.name.as_str(), &person.duty_station, country, &presence];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

/// How somebody is there, in words.
fn presence(texts: &Texts, presence: &Presence) -> (Tone, String) {
    match presence {
        Presence::InService => (Tone::Good, t!(texts, "where-in-service").to_owned()),
        Presence::OnLeave { until, .. } => {
            (Tone::Careful, t!(texts, "where-on-leave", day = texts.day_and_month(*until)))
        }
        Presence::Arriving => (Tone::Accent, t!(texts, "where-arriving").to_owned()),
        Presence::Leaving => (Tone::Accent, t!(texts, "where-leaving").to_owned()),
    }
}

/// Who came along.
fn company(texts: &Texts, person: &Whereabouts) -> String {
    let partner = match (person.travels_with.as_str(), person.accompanied) {
        ("", true) => t!(texts, "where-with-partner").to_owned(),
        (name, _) => name.to_owned(),
    };
    let dependants = match person.dependants {
        0 => String::new(),
        count => t!(texts, "where-dependants", count = count),
    };
    [partner, dependants].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

impl WhereaboutsScreen {
    /// Writes the list that is shown, as the ending of the file says: a page to print, or a workbook.
    pub fn write(&mut self, path: PathBuf, shared: &mut Shared) -> Writes {
        let day = self.day.unwrap_or_else(|| shared.today());
        let (countries, language) = (self.countries.clone(), shared.texts.language());
        let office = shared.desk.office().map(|summary| summary.office.name.clone()).unwrap_or_default();
        let today = shared.today();
        shared.desk.read(move |file: &mut OfficeFile| {
            let mut people = file.where_on(day)?;
            people.retain(|person| is_in(person, &countries));
            let texts = Texts::new(language);
            Ok(page::write(&texts, &people, &page::Heads { office, day, today }, &path))
        })
    }

    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared) {
        let day = self.day.unwrap_or_else(|| shared.today());
        let frame = ui.ctx().cumulative_frame_nr();
        let arrived = std::mem::replace(&mut self.shown_in, frame) + 1 < frame;
        self.people.latest(&mut shared.desk, &day, |file, day| file.where_on(*day));
        let there: Vec<Country> = {
            let people = self.people.value().map(Vec::as_slice).unwrap_or_default();
            let mut there: Vec<Country> = people.iter().filter_map(|person| person.country).collect();
            there.dedup();
            there
        };
        self.bar(ui, shared, day, &there);
        let Some(people) = self.people.value() else { return };
        let people: Vec<&Whereabouts> = people.iter().filter(|person| is_in(person, &self.countries)).collect();
        let texts = &shared.texts;
        if people.is_empty() {
            let day = texts.date(day);
            let _ = EmptyState::new(Icon::Pin, &t!(texts, "where-empty", day = day), t!(texts, "where-empty-text"))
                .show(ui);
            return;
        }
        let columns = [
            Column::new("name", t!(texts, "where-name"), 150.0).unsorted().stretch(),
            Column::new("presence", t!(texts, "where-presence"), 150.0).unsorted(),
            Column::new("country", t!(texts, "placement-country"), 104.0).unsorted(),
            Column::new("where", t!(texts, "where-town"), 104.0).unsorted(),
            Column::new("partner", t!(texts, "where-partner"), 130.0).unsorted().stretch(),
            Column::new("phone", t!(texts, "where-phone"), 138.0).unsorted(),
            Column::new("emergency", t!(texts, "where-emergency"), 170.0).unsorted().stretch(),
            Column::new("with", t!(texts, "where-with"), 96.0).unsorted(),
            Column::new("last", t!(texts, "where-until"), 102.0).unsorted(),
        ];
        self.table.take_focus |= arrived;
        let mut opened = None;
        Frame::new().fill(colors(ui).panel).show(ui, |ui| {
            let rows = People { people, texts };
            let name = Command::WhoIsWhere.text(texts);
            let done = Table::new("whereabouts", name, &columns).show(ui, texts, &mut self.table, &rows);
            opened = done.opened.map(|row| rows.key(row));
        });
        if let Some(mission) = opened {
            shared.act(Act::Open(Kind::Mission, mission));
        }
    }

    fn bar(&mut self, ui: &mut Ui, shared: &mut Shared, day: NaiveDate, there: &[Country]) {
        let margin = measure::MARGIN as i8;
        let margin = egui::Margin { left: margin, right: margin, top: 8, bottom: 8 };
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(margin);
        let today = shared.today();
        Panel::top("whereabouts bar").resizable(false).frame(frame).show(ui, |ui| {
            ui.horizontal(|ui| {
                form::title(ui, Command::WhoIsWhere.text(&shared.texts));
                ui.add_space(8.0);
                let texts = &shared.texts;
                let field =
                    DateField::new("whereabouts day", Some(day), today).required().name(t!(texts, "agenda-day"));
                if let Some(Some(day)) = field.show(ui, texts).committed {
                    self.day = Some(day).filter(|day| *day != today);
                }
                if day != today && ui.add(Button::outlined(t!(texts, "date-today"))).clicked() {
                    self.day = None;
                }
                // Only countries where somebody is.
                let offered: Vec<(Country, &str)> =
                    there.iter().map(|country| (*country, country.name(texts.tongue()))).collect();
                let name = t!(texts, "calendar-country");
                if let Some(chosen) = choice_chip::several(ui, texts, name, &offered, &self.countries) {
                    self.countries = chosen;
                }
                let people = self.people.value().map(Vec::as_slice).unwrap_or_default();
                let count = people.iter().filter(|person| is_in(person, &self.countries)).count();
                form::note(ui, &t!(texts, "where-people", count = count));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let endings: [(&str, &'static [&'static str]); 2] =
                        [(t!(texts, "where-xlsx"), &["xlsx"]), (t!(texts, "where-print"), &["pdf"])];
                    for (label, endings) in endings {
                        if ui.add_enabled(count > 0, Button::outlined(label)).clicked() {
                            let name = format!("{} {day}.{}", t!(texts, "where-file"), endings[0]);
                            let question = Question { purpose: Purpose::Whereabouts, save: true, name, endings };
                            shared.files.ask(ui.ctx(), question);
                        }
                    }
                });
            });
        });
    }
}

fn is_in(person: &Whereabouts, countries: &[Country]) -> bool {
    countries.is_empty() || person.country.is_some_and(|country| countries.contains(&country))
}
