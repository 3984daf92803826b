//! The missions of one day, in a pop-up: for days that hold more than fits.

use super::MonthView;
use crate::app::screens::mission_bar;
use crate::app::shared::{Act, Shared};
use crate::app::theme::{colors, font, measure};
use crate::app::widgets::{form, paint_line};
use crate::domain::Kind;
use crate::store::lists::MissionRow;
use crate::t;
use chrono::NaiveDate;
use egui::accesskit::Role;
use egui::{Align, Popup, PopupCloseBehavior, Rect, ScrollArea, Sense, Ui, WidgetInfo, vec2};

const WIDTH: f32 = 380.0;
const MOST_HEIGHT: f32 = measure::TWO_LINE_ROW * 7.5;

/// Shows the list of `day` beside `anchor`; false once it is closed.
pub fn show(ui: &Ui, anchor: Rect, day: NaiveDate, just_opened: bool, view: &MonthView, shared: &mut Shared) -> bool {
    let texts = &shared.texts;
    let rows: Vec<&MissionRow> = view.listing.iter().filter(|row| row.days().contains(day)).collect();
    let mut chosen = None;
    let mut open = true;
    let title = texts.long_date(day);
    Popup::new(egui::Id::unique("calendar day"), ui.ctx().clone(), anchor, ui.layer_id())
        .open_bool(&mut open)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(WIDTH)
        .accessible_name(&title)
        .show(|ui| {
            ui.set_width(WIDTH);
            ui.spacing_mut().item_spacing.y = 2.0;
            form::card_title(ui, &title);
            form::note(ui, &t!(texts, "calendar-missions", count = rows.len()));
            ui.add_space(4.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            ScrollArea::vertical().max_height(MOST_HEIGHT).auto_shrink([false, true]).show_rows(
                ui,
                measure::TWO_LINE_ROW,
                rows.len(),
                |ui, range| {
                    for place in range {
                        let Some(row) = rows.get(place) else { continue };
                        let (rect, response) =
                            ui.allocate_exact_size(vec2(ui.available_width(), measure::TWO_LINE_ROW), Sense::click());
                        response
                            .widget_info(|| WidgetInfo::labeled(Role::ListItem, true, mission_bar::name(row, texts)));
                        if just_opened && place == 0 {
                            response.request_focus();
                        }
                        paint_row(ui, rect, &response, row, day, texts);
                        if response.clicked() {
                            chosen = Some(row.id);
                        }
                    }
                },
            );
        });
    if let Some(id) = chosen {
        shared.act(Act::Open(Kind::Mission, id));
        open = false;
    }
    open
}

fn paint_row(
    ui: &Ui,
    rect: Rect,
    response: &egui::Response,
    row: &MissionRow,
    day: NaiveDate,
    texts: &crate::app::texts::Texts,
) {
    let c = colors(ui);
    if response.has_focus() {
        ui.painter().rect_filled(rect, measure::TAG_CORNER, c.accent_ground);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, measure::TAG_CORNER, c.hover);
    }
    let (upper, lower) = rect.shrink2(vec2(8.0, 4.0)).split_top_bottom_at_fraction(0.54);
    let (stage, tone) = texts.stage(row.stage);
    let happening = match (row.first == day, row.last == day) {
        (true, _) => t!(texts, "calendar-first-day"),
        (_, true) => t!(texts, "calendar-last-day"),
        _ => "",
    };
    let word = if happening.is_empty() { stage.to_owned() } else { format!("{stage}, {happening}") };
    let ink = tone.colors(c).0;
    let taken = paint_line(ui, upper, Align::Max, &word, font::small_medium(), ink);
    let name_room = Rect::from_min_max(upper.min, upper.max - vec2(taken + 8.0, 0.0));
    paint_line(ui, name_room, Align::Min, &row.volunteer_name, font::medium(), c.text);
    let place = [&row.placement_title, &row.duty_station, texts.country(row.country)];
    let place = place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    paint_line(ui, lower, Align::Min, &place, font::small(), c.weak);
}
