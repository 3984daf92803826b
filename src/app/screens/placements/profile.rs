//! What a placement is, where and when, who pays for it, and what it is to pass on.

use super::shown::Shown;
use super::{objectives, words};
use crate::app::screens::position;
use crate::app::screens::record::words::choices;
use crate::app::screens::record::{Fields, Finder, layout};
use crate::app::widgets::form;
use crate::domain::placement::Placement;
use crate::domain::volunteer::Category;
use crate::domain::{Id, Kind};
use crate::t;
use egui::Ui;

/// Most places that a field takes.
const MOST_PLACES: i64 = 9_999;
/// Most weeks that a field takes; what the office allows is checked with the other rules.
const MOST_WEEKS: i64 = 520;

pub(super) fn show(
    ui: &mut Ui,
    fields: &mut Fields<'_, Placement>,
    finder: &mut Finder,
    shown: &Shown,
    open_part: &mut Option<Id>,
) {
    let (texts, placement) = (fields.texts, &shown.detail.placement);
    fields.text(ui, t!(texts, "field-placement-title"), &placement.title, |p, title| p.title = title);
    let statuses = words::statuses(texts);
    let status = &placement.status;
    fields.needed_choice(ui, t!(texts, "field-placement-status"), &statuses, status, |p, status| p.status = status);
    let priorities = words::priorities(texts);
    let priority = &placement.priority;
    fields.needed_choice(ui, t!(texts, "field-placement-priority"), &priorities, priority, |p, priority| {
        p.priority = priority;
    });
    form::shown(ui, &layout::label(t!(texts, "field-placement-reference")), &placement.reference);
    let reference = &placement.foreign_reference;
    fields.text(ui, t!(texts, "field-placement-foreign-reference"), reference, |p, text| p.foreign_reference = text);

    form::section(ui, t!(texts, "placement-where"));
    let organisation = (placement.organisation, shown.organisation_name.as_str());
    let label = t!(texts, "field-placement-organisation");
    fields.record(ui, finder, label, Kind::Organisation, organisation, |p, chosen| p.organisation = chosen);
    fields.country(ui, t!(texts, "field-placement-country"), placement.country, |p, country| p.country = country);
    let station = &placement.duty_station;
    fields.text(ui, t!(texts, "field-placement-duty-station"), station, |p, station| p.duty_station = station);
    position::show(ui, fields, placement.position, |p: &mut Placement, position| p.position = position);

    form::section(ui, t!(texts, "placement-what"));
    let occupation = placement.occupation;
    fields.occupation(ui, t!(texts, "field-placement-occupation"), occupation, |p, chosen| p.occupation = chosen);
    fields.sector(ui, t!(texts, "field-placement-sector"), placement.sector, |p, sector| p.sector = sector);
    let categories = choices(Category::ALL, |category| texts.category(category));
    let accepted = &placement.categories;
    fields.several(ui, t!(texts, "field-placement-categories"), &categories, accepted, |p, chosen| {
        p.categories = chosen;
    });
    let excluded = &placement.excluded_nationalities;
    fields.countries(ui, t!(texts, "field-placement-excluded-nationalities"), excluded, |p, chosen| {
        p.excluded_nationalities = chosen;
    });
    fields.needed_number(
        ui,
        t!(texts, "field-placement-places"),
        "",
        placement.places,
        1..=MOST_PLACES,
        |p, places| {
            p.places = places;
        },
    );
    let elsewhere = placement.places_filled_elsewhere;
    fields.needed_number(
        ui,
        t!(texts, "field-placement-places-filled-elsewhere"),
        "",
        elsewhere,
        0..=i64::from(placement.places),
        |p, places| p.places_filled_elsewhere = places,
    );
    let together = placement.together;
    fields.check(ui, t!(texts, "field-placement-together"), together, |p, together| p.together = together);

    form::section(ui, t!(texts, "placement-when"));
    fields.date(ui, t!(texts, "field-placement-start-from"), placement.start_from, |p, day| p.start_from = day);
    fields.date(ui, t!(texts, "field-placement-start-until"), placement.start_until, |p, day| p.start_until = day);
    let weeks = t!(texts, "placement-weeks-unit");
    let (least, most) = (placement.weeks_least, placement.weeks_most);
    fields.number(ui, t!(texts, "field-placement-weeks-least"), weeks, least, 1..=MOST_WEEKS, |p, weeks| {
        p.weeks_least = weeks;
    });
    fields.number(ui, t!(texts, "field-placement-weeks-most"), weeks, most, 1..=MOST_WEEKS, |p, weeks| {
        p.weeks_most = weeks;
    });
    let accompanied = placement.accompanied;
    fields.check(ui, t!(texts, "field-placement-accompanied"), accompanied, |p, may| p.accompanied = may);

    form::section(ui, t!(texts, "placement-money"));
    let programme = &placement.programme;
    fields.text(ui, t!(texts, "field-placement-programme"), programme, |p, programme| p.programme = programme);
    fields.text(ui, t!(texts, "field-placement-funding"), &placement.funding, |p, funding| p.funding = funding);
    let (from, until) = (placement.funding_from, placement.funding_until);
    fields.date(ui, t!(texts, "field-placement-funding-from"), from, |p, day| p.funding_from = day);
    fields.date(ui, t!(texts, "field-placement-funding-until"), until, |p, day| p.funding_until = day);

    form::section(ui, t!(texts, "placement-to-pass-on"));
    let objectives = &placement.objectives;
    fields.lines(ui, t!(texts, "field-placement-objectives"), objectives, 4, |p, text| p.objectives = text);
    let counterpart = &placement.counterpart;
    fields.text(ui, t!(texts, "field-placement-counterpart"), counterpart, |p, text| p.counterpart = text);
    objectives::show(ui, fields, placement, &shown.detail.objectives, open_part);

    form::section(ui, t!(texts, "placement-more"));
    let conditions = &placement.conditions;
    fields.lines(ui, t!(texts, "field-placement-conditions"), conditions, 3, |p, text| p.conditions = text);
    fields.lines(ui, t!(texts, "field-placement-notes"), &placement.notes, 3, |p, text| p.notes = text);
}
