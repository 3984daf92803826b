//! What needs attention: each line a number that opens exactly the list behind it.

use crate::app::commands::Command;
use crate::app::loaded::Loaded;
use crate::app::shared::{Act, Screen, Shared};
use crate::app::texts::Texts;
use crate::app::theme::{Icon, colors, font, measure};
use crate::app::widgets::map::{Chosen, MapState, WorldMap};
use crate::app::widgets::{Button, EmptyState, Tag, Tone, form, frames, paint_line, tag};
use crate::domain::mission::{Party, Stage};
use crate::domain::reference::Country;
use crate::domain::span::Span;
use crate::domain::{Id, Kind, ListKind};
use crate::store::agenda::AgendaLine;
use crate::store::attention::{Attention, Concern, Needed};
use crate::store::links::Waiting;
use crate::store::lists::{MissionFilter, OrganisationFilter, PlacementFilter, PracticeFilter, VolunteerFilter};
use crate::t;
use chrono::NaiveDate;
use egui::accesskit::Role;
use egui::{Align, Align2, Frame, Layout, Rect, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use std::collections::BTreeSet;

/// What the screen remembers.
#[derive(Default)]
pub struct HomeScreen {
    attention: Loaded<NaiveDate, Attention>,
    map: MapState,
}

/// Narrower than this, the cards stand below one another.
const TWO_COLUMNS_FROM: f32 = 820.0;

impl HomeScreen {
    /// How many things need attention, once they have been counted.
    pub fn count(&mut self, shared: &mut Shared) -> Option<usize> {
        let today = shared.today();
        let attention = self.attention.latest(&mut shared.desk, &today, |file, _| file.attention())?;
        Some(attention.needed.iter().map(|needed| needed.ids.len()).sum())
    }

    /// Shows the screen, with the records that received files changed and nobody has looked at, and with how many people
    /// may be in the file twice.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared, unlooked: &BTreeSet<(Kind, Id)>, twice: usize) {
        self.bar(ui, shared);
        let today = shared.today();
        let Some(attention) = self.attention.latest(&mut shared.desk, &today, |file, _| file.attention()) else {
            return;
        };
        let exchange = shared.desk.office().map(|office| (office.waiting, office.conflicts)).unwrap_or_default();
        let counts = shared.desk.office().map(|office| office.counts).unwrap_or_default();
        if counts == [0; 5] {
            frames::ground(ui).show(ui, |ui| exchange_card(ui, &shared.texts, &mut shared.acts, exchange, unlooked));
            first_steps(ui, shared);
            return;
        }
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            frames::ground(ui).show(ui, |ui| {
                ui.set_width(ui.available_width());
                exchange_card(ui, &shared.texts, &mut shared.acts, exchange, unlooked);
                if twice > 0 {
                    let text = t!(shared.texts, "home-twice", count = twice);
                    let lines = vec![(text, Act::Go(Screen::Duplicates))];
                    links_card(ui, Command::Duplicates.text(&shared.texts), &mut shared.acts, lines);
                }
                if ui.available_width() < TWO_COLUMNS_FROM {
                    needed_card(ui, &shared.texts, &mut shared.acts, attention, today);
                    ui.add_space(measure::MARGIN);
                    right_column(ui, &shared.texts, &mut shared.acts, attention, today);
                    ui.add_space(measure::MARGIN);
                    where_card(ui, &shared.texts, &mut shared.acts, attention, &mut self.map, today);
                    return;
                }
                let right = 420.0_f32.min(ui.available_width() * 0.42);
                let left = ui.available_width() - right - measure::MARGIN;
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = measure::MARGIN;
                    ui.allocate_ui_with_layout(vec2(left, 0.0), Layout::top_down(Align::Min), |ui| {
                        needed_card(ui, &shared.texts, &mut shared.acts, attention, today);
                        ui.add_space(measure::MARGIN);
                        where_card(ui, &shared.texts, &mut shared.acts, attention, &mut self.map, today);
                    });
                    ui.allocate_ui_with_layout(vec2(right, 0.0), Layout::top_down(Align::Min), |ui| {
                        right_column(ui, &shared.texts, &mut shared.acts, attention, today);
                    });
                });
            });
        });
    }

    fn bar(&self, ui: &mut Ui, shared: &mut Shared) {
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(egui::Margin::symmetric(measure::MARGIN as i8, 0));
        egui::Panel::top("home bar").exact_size(measure::SCREEN_BAR).resizable(false).frame(frame).show(ui, |ui| {
            ui.horizontal_centered(|ui| {
                form::title(ui, t!(shared.texts, "home-title"));
                ui.add_space(8.0);
                form::weak(ui, &shared.texts.long_date(shared.today()));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let text = Command::NewVolunteer.text(&shared.texts);
                    if ui.add(Button::filled(text).with_icon(Icon::Plus)).clicked() {
                        shared.acts.push(Act::Ask(Command::NewVolunteer));
                    }
                });
            });
        });
    }
}

fn first_steps(ui: &mut Ui, shared: &mut Shared) {
    let texts = &shared.texts;
    let actions =
        [t!(texts, "home-import-volunteers"), t!(texts, "home-import-placements"), Command::NewVolunteer.text(texts)];
    let pressed =
        EmptyState::new(Icon::Upload, t!(texts, "home-empty"), t!(texts, "home-empty-text")).actions(&actions).show(ui);
    match pressed {
        Some(0) => shared.acts.push(Act::Import(ListKind::Volunteer)),
        Some(1) => shared.acts.push(Act::Import(ListKind::Placement)),
        Some(_) => shared.acts.push(Act::Ask(Command::NewVolunteer)),
        None => {}
    }
}

/// What waits for other offices, and what came from them: nothing while there is none of it.
fn exchange_card(
    ui: &mut Ui,
    texts: &Texts,
    acts: &mut Vec<Act>,
    (waiting, conflicts): (Option<Waiting>, usize),
    unlooked: &BTreeSet<(Kind, Id)>,
) {
    let mut lines: Vec<(String, Act)> = Vec::new();
    if let Some(Waiting { unsent, unconfirmed }) = waiting {
        if unsent > 0 {
            lines.push((t!(texts, "exchange-unsent", count = unsent), Act::Go(Screen::Exchange)));
        }
        if unconfirmed > 0 {
            lines.push((t!(texts, "exchange-unconfirmed", count = unconfirmed), Act::Go(Screen::Exchange)));
        }
    }
    if conflicts > 0 {
        lines.push((t!(texts, "exchange-conflicts", count = conflicts), Act::Go(Screen::Conflicts)));
    }
    for kind in [Kind::Volunteer, Kind::Organisation, Kind::Placement, Kind::Mission, Kind::Practice] {
        let ids: Vec<Id> = unlooked.iter().filter(|(of, _)| *of == kind).map(|(_, id)| *id).collect();
        if !ids.is_empty() {
            let text = match kind {
                Kind::Volunteer => t!(texts, "home-received-volunteers", count = ids.len()),
                Kind::Organisation => t!(texts, "home-received-organisations", count = ids.len()),
                Kind::Placement => t!(texts, "home-received-placements", count = ids.len()),
                Kind::Practice => t!(texts, "home-received-practices", count = ids.len()),
                Kind::Mission | Kind::Office => t!(texts, "home-received-missions", count = ids.len()),
            };
            lines.push((text, list_of(kind, ids)));
        }
    }
    if !lines.is_empty() {
        links_card(ui, t!(texts, "home-exchange"), acts, lines);
    }
}

/// A card of texts that lead somewhere.
fn links_card(ui: &mut Ui, title: &str, acts: &mut Vec<Act>, lines: Vec<(String, Act)>) {
    frames::card(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            form::card_title(ui, title);
            for (text, act) in lines {
                if ui.add(Button::link(&text)).clicked() {
                    acts.push(act);
                }
            }
        });
    });
    ui.add_space(measure::MARGIN);
}

/// A list of lines in a card, each a button over its whole width.
fn needed_card(ui: &mut Ui, texts: &Texts, acts: &mut Vec<Act>, attention: &Attention, today: NaiveDate) {
    frames::card(ui).inner_margin(egui::Margin::symmetric(0, 4)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        if attention.needed.is_empty() {
            ui.horizontal(|ui| {
                ui.add_space(12.0);
                ui.add(Tag::new(Tone::Good, t!(texts, "home-nothing")));
                form::weak(ui, t!(texts, "home-nothing-text"));
            });
        }
        // Examples begin at one line, where the longest title leaves room for it.
        let widest =
            attention.needed.iter().map(|needed| title_width(ui, concern(texts, needed.concern))).fold(0.0, f32::max);
        for (place, needed) in attention.needed.iter().enumerate() {
            if place > 0 {
                let line = egui::Stroke::new(1.0, colors(ui).line);
                ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), line);
            }
            if line(ui, texts, needed, widest, today) {
                acts.push(list_behind(needed));
            }
        }
    });
}

fn title_width(ui: &Ui, title: &str) -> f32 {
    ui.painter().layout_no_wrap(title.to_owned(), font::body(), colors(ui).text).size().x
}

fn line(ui: &mut Ui, texts: &Texts, needed: &Needed, widest_title: f32, today: NaiveDate) -> bool {
    let c = colors(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 34.0), Sense::click());
    let (title, count) = (concern(texts, needed.concern), needed.ids.len());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{count} {title}")));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 0, c.hover);
    }
    let part = |left: f32, right: f32| Rect::from_min_max(pos2(left, rect.top()), pos2(right, rect.bottom()));
    let (tone, word) = urgency(texts, needed, today);
    let tag = part(rect.right() - 10.0 - tag::width(ui.painter(), word), rect.right() - 10.0);
    tag::paint_tag(ui.painter(), c, tag, tone, word);
    let number = part(rect.left(), rect.left() + 44.0);
    paint_line(ui, number, Align::Max, &texts.count(count), font::strong(), c.text);
    let title_left = number.right() + 14.0;
    paint_line(ui, part(title_left, tag.left() - 8.0), Align::Min, title, font::body(), c.text);
    let example = match needed.day {
        Some(day) => format!("{}, {}", needed.first, texts.date(day)),
        None => needed.first.clone(),
    };
    let room = part(title_left + widest_title + 20.0, tag.left() - 8.0);
    if room.width() > 60.0 {
        paint_line(ui, room, Align::Min, &example, font::body(), c.weak);
    }
    response.on_hover_text(example).clicked()
}

fn urgency<'a>(texts: &'a Texts, needed: &Needed, today: NaiveDate) -> (Tone, &'a str) {
    let late = needed.day.is_some_and(|day| day < today);
    match needed.concern {
        Concern::MilestonesOverdue(_) | Concern::PapersRunOut => (Tone::Bad, t!(texts, "home-late")),
        Concern::ReservationsEnding | Concern::ReportsDue | Concern::AgreementsEnding if late => {
            (Tone::Bad, t!(texts, "home-late"))
        }
        Concern::WaitingForAnswer
        | Concern::ExtensionsNotAgreed
        | Concern::ReservationsEnding
        | Concern::EndingWithoutSuccessor
        | Concern::StartingWithNobody => (Tone::Careful, t!(texts, "home-this-week")),
        Concern::MilestonesDue(_) | Concern::ReportsDue | Concern::AgreementsEnding | Concern::RulesSetAside => {
            (Tone::Neutral, t!(texts, "home-soon"))
        }
    }
}

fn concern(texts: &Texts, concern: Concern) -> &str {
    match concern {
        Concern::MilestonesOverdue(Party::Volunteer) => t!(texts, "home-overdue-volunteer"),
        Concern::MilestonesOverdue(Party::Partner) => t!(texts, "home-overdue-partner"),
        Concern::MilestonesOverdue(Party::Office) => t!(texts, "home-overdue-office"),
        Concern::MilestonesOverdue(Party::HeadOffice) => t!(texts, "home-overdue-head-office"),
        Concern::MilestonesDue(Party::Volunteer) => t!(texts, "home-due-volunteer"),
        Concern::MilestonesDue(Party::Partner) => t!(texts, "home-due-partner"),
        Concern::MilestonesDue(Party::Office) => t!(texts, "home-due-office"),
        Concern::MilestonesDue(Party::HeadOffice) => t!(texts, "home-due-head-office"),
        Concern::ExtensionsNotAgreed => t!(texts, "home-extensions-not-agreed"),
        Concern::PapersRunOut => t!(texts, "home-papers-run-out"),
        Concern::EndingWithoutSuccessor => t!(texts, "home-ending-without-successor"),
        Concern::StartingWithNobody => t!(texts, "home-starting-with-nobody"),
        Concern::WaitingForAnswer => t!(texts, "home-waiting-for-answer"),
        Concern::ReservationsEnding => t!(texts, "home-reservations-ending"),
        Concern::ReportsDue => t!(texts, "home-reports-due"),
        Concern::AgreementsEnding => t!(texts, "home-agreements-ending"),
        Concern::RulesSetAside => t!(texts, "home-rules-set-aside"),
    }
}

fn list_behind(needed: &Needed) -> Act {
    list_of(needed.concern.kind(), needed.ids.clone())
}

/// The list of these records, behind a number.
pub(super) fn list_of(kind: Kind, ids: Vec<Id>) -> Act {
    match kind {
        Kind::Volunteer => Act::ListVolunteers(VolunteerFilter { ids, ..VolunteerFilter::default() }),
        Kind::Organisation => Act::ListOrganisations(OrganisationFilter { ids, ..OrganisationFilter::default() }),
        Kind::Placement => Act::ListPlacements(PlacementFilter { ids, ..PlacementFilter::default() }),
        Kind::Practice => Act::ListPractices(PracticeFilter { ids, ..PracticeFilter::default() }),
        Kind::Mission | Kind::Office => Act::ListMissions(MissionFilter { ids, ..MissionFilter::default() }),
    }
}

fn right_column(ui: &mut Ui, texts: &Texts, acts: &mut Vec<Act>, attention: &Attention, today: NaiveDate) {
    frames::card(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            form::card_title(ui, t!(texts, "home-in-service"));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                form::note(ui, &t!(texts, "home-serving-today", count = attention.serving_today));
            });
        });
        bars(ui, texts, acts, &attention.in_service, today);
    });
    ui.add_space(measure::MARGIN);
    frames::card(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        form::card_title(ui, t!(texts, "home-next-30-days"));
        ui.spacing_mut().item_spacing.y = 0.0;
        if attention.soon.is_empty() {
            form::weak(ui, t!(texts, "home-nothing-soon"));
        }
        for soon in &attention.soon {
            if soon_line(ui, texts, soon) {
                acts.push(Act::Open(Kind::Mission, soon.mission));
            }
        }
    });
}

/// Where people are in service today; a click on a country lists their missions.
fn where_card(
    ui: &mut Ui,
    texts: &Texts,
    acts: &mut Vec<Act>,
    attention: &Attention,
    map: &mut MapState,
    today: NaiveDate,
) {
    if attention.serving_in.is_empty() {
        return;
    }
    let values: Vec<(Country, u64)> =
        attention.serving_in.iter().map(|(country, count)| (*country, u64::from(*count))).collect();
    frames::titled_card(ui, t!(texts, "home-where"), |ui| {
        let room = vec2(ui.available_width(), 320.0);
        let shown = ui.allocate_ui(room, |ui| {
            WorldMap::new(texts).values(t!(texts, "home-where-count"), &values).in_scrolling_page().show(ui, map)
        });
        if let Some(Chosen::Country(country)) = shown.inner.chosen
            && values.iter().any(|(of, _)| *of == country)
        {
            let stages = Stage::ALL.iter().copied().filter(|stage| stage.is_firm()).collect();
            let days = Some(Span { first: today, last: today });
            let filter = MissionFilter { stages, countries: vec![country], days, ..MissionFilter::default() };
            acts.push(Act::ListMissions(filter));
        }
    });
}

fn soon_line(ui: &mut Ui, texts: &Texts, soon: &AgendaLine) -> bool {
    let c = colors(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), measure::ROW), Sense::click());
    let what = texts.agenda_kind(&soon.what);
    let place = if soon.duty_station.is_empty() { String::new() } else { format!(", {}", soon.duty_station) };
    let text = format!("{what}, {}{place}", soon.volunteer_name);
    let day = texts.day_and_month(soon.day);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{day} {text}")));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, measure::TAG_CORNER, c.hover);
    }
    let (day_room, text_room) = rect.shrink2(vec2(4.0, 0.0)).split_left_right_at_x(rect.left() + 68.0);
    paint_line(ui, day_room, Align::Min, &day, font::body(), c.weak);
    paint_line(ui, text_room, Align::Min, &text, font::body(), c.text);
    response.on_hover_text(text).clicked()
}

/// A bar for each month; a click shows that month on the calendar.
fn bars(ui: &mut Ui, texts: &Texts, acts: &mut Vec<Act>, months: &[(NaiveDate, u32)], today: NaiveDate) {
    use chrono::Datelike as _;
    let c = colors(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 112.0), Sense::hover());
    let most = months.iter().map(|(_, count)| *count).max().unwrap_or_default().max(1) as f32;
    let step = rect.width() / months.len().max(1) as f32;
    // Where the numbers are wider than the columns, only every second or third is written.
    let number = |count: u32| ui.painter().layout_no_wrap(texts.count(count as usize), font::small(), c.weak);
    let widest = months.iter().map(|(_, count)| number(*count).size().x).fold(0.0, f32::max);
    let every = ((widest + 4.0) / step).ceil().max(1.0) as usize;
    for (place, (month, count)) in months.iter().enumerate() {
        let left = rect.left() + step * place as f32;
        let column = Rect::from_min_max(pos2(left, rect.top()), pos2(left + step, rect.bottom()));
        let name = format!("{}: {}", texts.month_and_year(*month), texts.count(*count as usize));
        let response = ui.interact(column, ui.scope_id().with(("month", place)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let height = (rect.height() - 38.0) * *count as f32 / most;
        let bar = Rect::from_min_max(
            pos2(column.left() + step * 0.2, rect.bottom() - 20.0 - height),
            pos2(column.right() - step * 0.2, rect.bottom() - 20.0),
        );
        let lit = response.hovered() || response.has_focus();
        ui.painter().rect_filled(bar, 2, if lit { c.accent_hover } else { c.accent });
        if place % every == 0 {
            let number = number(*count);
            let at = pos2(bar.center().x, bar.top() - 8.0) - number.size() / 2.0;
            ui.painter().galley(at, number, c.weak);
        }
        let letter: String = texts.month_short(month.month()).chars().take(1).collect::<String>().to_uppercase();
        let ink = if month.month() == today.month() { c.text } else { c.weak };
        ui.painter().text(pos2(bar.center().x, rect.bottom() - 8.0), Align2::CENTER_CENTER, letter, font::small(), ink);
        if response.on_hover_text(name).clicked() {
            acts.push(Act::ShowMonth(*month));
        }
    }
    let line = egui::Stroke::new(1.0, c.line);
    ui.painter().hline(rect.x_range(), rect.bottom() - 19.5, line);
}
