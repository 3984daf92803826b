//! Public holidays: which are known of which country, and bringing in those of another.

use crate::app::desk::Ticket;
use crate::app::file_dialog::{Purpose, Question};
use crate::app::loaded::Loaded;
use crate::app::screens::import_export::trouble;
use crate::app::screens::record::Choices;
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::theme::Icon;
use crate::app::widgets::{Button, Select, form, frames};
use crate::domain::reference::Country;
use crate::exchange::calendar::{HolidayError, HolidayFile, read_holidays};
use crate::store::{HolidayCount, OfficeFile};
use crate::t;
use egui::Ui;
use std::path::PathBuf;

/// What the card remembers.
#[derive(Default)]
pub(super) struct HolidaysCard {
    counts: Loaded<(), Vec<HolidayCount>>,
    /// The country whose holidays are brought in next.
    country: Option<Country>,
    reading: Option<(Country, Reading)>,
    adding: Option<(Country, usize, Ticket<usize>)>,
}

type Reading = Ticket<Option<Result<HolidayFile, HolidayError>>>;

impl HolidaysCard {
    /// Reads the file that was chosen.
    pub(super) fn read(&mut self, path: PathBuf, shared: &mut Shared) {
        let Some(country) = self.country else { return };
        let read = move |file: &mut OfficeFile| Ok(read_holidays(&path, file.today()));
        self.reading = Some((country, shared.desk.read(read)));
    }

    /// Hears of what was read and added, whatever screen is shown, and tells the person.
    pub(super) fn hear(&mut self, shared: &mut Shared) {
        if let Some((country, ticket)) = &self.reading
            && let Some(answer) = ticket.take()
        {
            let country = *country;
            self.reading = None;
            match answer {
                Some(Ok(found)) => {
                    let left_out = found.appointments + found.unreadable;
                    let added = shared.desk.edit(move |file| file.set_holidays(country, found.days));
                    self.adding = Some((country, left_out, added));
                }
                Some(Err(error)) => shared.act(Act::Complain(refused(&shared.texts, &error))),
                // The desk has told already.
                None => {}
            }
        }
        if let Some((country, left_out, ticket)) = &self.adding
            && let Some(added) = ticket.take()
        {
            let name = shared.texts.country(Some(*country));
            let mut said = t!(shared.texts, "holidays-added", country = name, added = added);
            if *left_out > 0 {
                said.push_str(&t!(shared.texts, "holidays-left-out", count = *left_out));
            }
            self.adding = None;
            shared.act(Act::Say(said));
        }
    }

    /// Shows the card.
    pub(super) fn show(&mut self, ui: &mut Ui, shared: &mut Shared) {
        let counts = self.counts.latest(&mut shared.desk, &(), |file, ()| file.holiday_counts());
        let counts = counts.cloned().unwrap_or_default();
        let own = shared.desk.office().and_then(|office| office.office.country);
        let texts = &shared.texts;
        let mut removed = None;
        let mut ask = false;
        frames::titled_card(ui, t!(texts, "settings-holidays"), |ui| {
            form::weak(ui, t!(texts, "settings-holidays-text"));
            for HolidayCount { country, count, until } in counts {
                let name = texts.country(Some(country));
                form::row(ui, name, |ui| {
                    ui.horizontal(|ui| {
                        ui.label(t!(texts, "holidays-until", count = count, until = texts.date(until)));
                        let label = t!(texts, "holidays-remove", country = name);
                        if ui.add(Button::icon(Icon::Trash, &label)).clicked() {
                            removed = Some(country);
                        }
                    });
                });
            }
            ui.add_space(4.0);
            let label = t!(texts, "holidays-country");
            let chosen = self.country.or(own);
            form::row(ui, label, |ui| {
                ui.horizontal(|ui| {
                    let select =
                        Select::new("holidays country", &Choices::of(texts.tongue()).countries, chosen.as_ref());
                    let picked = select.name(label).width(220.0).show(ui, texts).committed;
                    self.country = picked.unwrap_or(chosen);
                    let button = Button::outlined(t!(texts, "holidays-import"));
                    ask = ui.add_enabled(self.country.is_some() && self.reading.is_none(), button).clicked();
                });
            });
        });
        if let Some(country) = removed {
            shared.edit(move |file| file.remove_holidays(country));
        }
        if ask {
            let question =
                Question { purpose: Purpose::Holidays, save: false, name: String::new(), endings: &["ics", "ical"] };
            shared.files.ask(ui.ctx(), question);
        }
    }
}

/// Why a file gives no holidays, with the hint.
fn refused(texts: &Texts, error: &HolidayError) -> String {
    let (what, hint) = match error {
        HolidayError::File(error) => {
            let (what, hint) = trouble(texts, error);
            return format!("{what}: {hint}");
        }
        HolidayError::NotACalendar { file } => {
            (t!(texts, "holidays-no-calendar", file = file.as_str()), t!(texts, "holidays-no-calendar-hint"))
        }
        HolidayError::Damaged { file } => {
            (t!(texts, "sheet-broken", file = file.as_str()), t!(texts, "sheet-empty-hint"))
        }
        HolidayError::NoEvents { file } => {
            (t!(texts, "holidays-no-events", file = file.as_str()), t!(texts, "holidays-choose-hint"))
        }
        HolidayError::NoWholeDays { file } => {
            (t!(texts, "holidays-no-whole-days", file = file.as_str()), t!(texts, "holidays-choose-hint"))
        }
        HolidayError::TooMany { file, .. } => {
            (t!(texts, "sheet-too-large", file = file.as_str()), t!(texts, "holidays-choose-hint"))
        }
        HolidayError::NoneInTime { file, within } => {
            let (first, last) = (texts.date(within.first), texts.date(within.last));
            (
                t!(texts, "holidays-none-in-time", file = file.as_str(), first = first, last = last),
                t!(texts, "holidays-none-in-time-hint"),
            )
        }
    };
    format!("{what}: {hint}")
}
