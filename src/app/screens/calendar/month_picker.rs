//! The name of the month as a button, and under it a year of months to choose from.

use crate::app::texts::Texts;
use crate::app::theme::Icon;
use crate::app::widgets::month::first_of_month;
use crate::app::widgets::{Button, form};
use crate::t;
use chrono::{Datelike as _, NaiveDate};
use egui::{Align, Key, Layout, Popup, PopupCloseBehavior, Ui, vec2};

const MONTH_WIDTH: f32 = 84.0;

/// Shows the month of `day`; gives back the day to go to once a month was chosen: today in its month, else the first.
pub fn show(ui: &mut Ui, texts: &Texts, day: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
    let title = texts.month_and_year(day);
    let button = ui.add(Button::outlined(&title).width(150.0).tooltip(t!(texts, "calendar-choose-month")));
    let popup = button.id.with("months");
    if button.clicked() {
        ui.data_mut(|data| data.insert_temp(popup, day.year()));
        Popup::open_id(ui.ctx(), popup);
    }
    if !Popup::is_id_open(ui.ctx(), popup) {
        return None;
    }
    let mut year: i32 = ui.data(|data| data.get_temp(popup)).unwrap_or(day.year());
    let picked = Popup::from_response(&button)
        .id(popup)
        .open_memory(None)
        .gap(4.0)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(t!(texts, "calendar-choose-month"))
        .show(|ui| {
            ui.set_width(MONTH_WIDTH * 3.0 + 8.0);
            ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
            ui.horizontal(|ui| {
                if ui.add(Button::icon(Icon::ChevronLeft, t!(texts, "calendar-previous-year"))).clicked() {
                    year -= 1;
                }
                form::card_title(ui, &year.to_string());
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if ui.add(Button::icon(Icon::ChevronRight, t!(texts, "calendar-next-year"))).clicked() {
                        year += 1;
                    }
                });
            });
            months(ui, texts, year, day)
        })
        .and_then(|shown| shown.inner);
    ui.data_mut(|data| data.insert_temp(popup, year));
    if picked.is_some() {
        Popup::close_id(ui.ctx(), popup);
    }
    if picked.is_some() || ui.input(|input| input.key_pressed(Key::Escape)) {
        button.request_focus();
    }
    picked.map(|first| if first_of_month(today) == first { today } else { first })
}

fn months(ui: &mut Ui, texts: &Texts, year: i32, day: NaiveDate) -> Option<NaiveDate> {
    let mut picked = None;
    for row in 0..4 {
        ui.horizontal(|ui| {
            for month in row * 3 + 1..=row * 3 + 3 {
                let here = day.year() == year && day.month() == month;
                let button = Button::quiet(texts.month_name(month)).width(MONTH_WIDTH).selected(here);
                if ui.add(button).clicked() {
                    picked = NaiveDate::from_ymd_opt(year, month, 1);
                }
            }
        });
    }
    picked
}
