//! Every number of every report equals a plain recount over the rows of the office, by slow arithmetic of its own.

mod offices;
mod recount;

use chrono::NaiveDate;
use offices::{office, today};
use recount::{Rows, recount};
use sojourn::domain::Id;
use sojourn::domain::mission::Mission;
use sojourn::domain::placement::Placement;
use sojourn::domain::reference::Sector;
use sojourn::domain::reports::{Label, Measure, Report, ReportName, ReportQuery};
use sojourn::domain::span::Span;
use sojourn::domain::volunteer::Category;
use sojourn::store::OfficeFile;
use std::collections::{BTreeMap, BTreeSet};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Periods that end before today, hold it, begin after it, and one of a single day; the longest also narrowed by each
/// thing that it can be narrowed by, and by all at once, to values that are there.
fn queries(office: &OfficeFile) -> Vec<ReportQuery> {
    let period = |first: &str, last: &str| ReportQuery::of(Span { first: day(first), last: day(last) });
    let all = period("2024-02-15", "2027-12-31");
    let missions = office.all::<Mission>().unwrap();
    let posts = office.all::<Placement>().unwrap();
    let named = posts.iter().filter(|post| !post.programme.is_empty() && post.sector.is_some());
    let busiest = named.max_by_key(|post| missions.iter().filter(|one| one.placement == post.id).count());
    let busiest = busiest.unwrap();
    let country = ReportQuery { country: busiest.country, ..all.clone() };
    let programme = ReportQuery { programme: Some(busiest.programme.to_uppercase()), ..all.clone() };
    let group = busiest.sector.map(Sector::main_group);
    let sector = ReportQuery { sector: group, ..all.clone() };
    let category = |category| ReportQuery { category: Some(category), ..all.clone() };
    let every = ReportQuery { country: busiest.country, sector: group, ..programme.clone() };
    vec![
        period("2025-01-01", "2025-12-31"),
        period("2026-01-01", "2026-12-31"),
        period("2026-11-24", "2026-11-24"),
        period("2027-01-01", "2027-06-30"),
        country,
        programme,
        sector,
        category(Category::International),
        category(Category::Youth),
        ReportQuery { category: Some(Category::National), ..every.clone() },
        every,
        all,
    ]
}

/// A number by report table, line and measure.
pub(crate) type Numbers = BTreeMap<(&'static str, String, &'static str), Option<f64>>;

pub(crate) fn line(label: &Label) -> String {
    match label {
        Label::Total => "all".to_owned(),
        Label::Country(country) => country.code().to_owned(),
        Label::Month(month) => month.to_string(),
        Label::Sector(sector) => sector.code().to_owned(),
        Label::Goal(goal) => goal.number().to_string(),
        Label::Code(_, code) => (*code).to_owned(),
        Label::Text(text) => text.clone(),
        Label::Unknown => "?".to_owned(),
    }
}

fn numbers(report: &Report) -> Numbers {
    let mut numbers = Numbers::new();
    for table in &report.tables {
        for of in &table.lines {
            for (figure, measure) in of.figures.iter().zip(&table.measures) {
                let key = (table.name.code(), line(&of.label), measure.code());
                assert!(numbers.insert(key.clone(), figure.value).is_none(), "{key:?} is there twice");
            }
        }
    }
    numbers
}

/// Compares what was reported with what was recounted, which is not rounded.
fn compare(reported: &Numbers, counted: &Numbers, about: &str) {
    let keys: BTreeSet<_> = reported.keys().chain(counted.keys()).collect();
    for key in keys {
        let (Some(reported), Some(counted)) = (reported.get(key), counted.get(key)) else {
            panic!("{about}: {key:?} reported {:?}, counted {:?}", reported.get(key), counted.get(key));
        };
        let decimals = Measure::parse(key.2).unwrap().decimals();
        let same = match (reported, counted) {
            (Some(reported), Some(counted)) if decimals == 0 => reported == counted,
            (Some(reported), Some(counted)) => (reported - counted).abs() <= 0.5 * 0.1_f64.powi(decimals) + 1e-9,
            (None, None) => true,
            _ => false,
        };
        assert!(same, "{about}: {key:?} reported {reported:?}, counted {counted:?}");
    }
}

#[test]
fn every_number_equals_a_plain_recount() {
    let mut seen: BTreeSet<&'static str> = BTreeSet::new();
    for seed in [1, 7, 23] {
        let office = office(seed);
        let rows = Rows::of(&office);
        for query in queries(&office) {
            for name in ReportName::ALL {
                let reported = numbers(&office.report(*name, &query).unwrap());
                let counted = recount(&rows, *name, &query);
                compare(&reported, &counted, &format!("seed {seed}, {name}, {query:?}"));
                let more = |value: &&Option<f64>| value.is_some_and(|value| value != 0.0);
                seen.extend(reported.iter().filter(|(_, value)| more(value)).map(|(key, _)| key.2));
            }
        }
    }
    let never: Vec<_> = Measure::ALL.iter().map(|measure| measure.code()).filter(|code| !seen.contains(code)).collect();
    assert!(never.is_empty(), "no office of the test has any of these: {never:?}");
}

/// What counts records has exactly these behind it, and they are there.
#[test]
fn behind_each_number_are_its_records() {
    let records = [
        Measure::Volunteers,
        Measure::Missions,
        Measure::PlacementsAsked,
        Measure::PlacementsCancelled,
        Measure::Proposed,
        Measure::Accepted,
        Measure::Declined,
        Measure::Cancelled,
        Measure::Waiting,
        Measure::Reached,
        Measure::Stopped,
        Measure::Begun,
        Measure::BegunEnded,
        Measure::Ended,
        Measure::KindEnded,
        Measure::WithPapers,
        Measure::PaperNeeded,
        Measure::PaperHeld,
        Measure::StartsNotEntered,
        Measure::Partners,
        Measure::AgreementsSigned,
        Measure::Ceased,
        Measure::PracticesNoted,
        Measure::PracticesRepeated,
    ];
    let office = office(7);
    for query in queries(&office) {
        for name in ReportName::ALL {
            for table in office.report(*name, &query).unwrap().tables {
                for of in &table.lines {
                    for (figure, measure) in of.figures.iter().zip(&table.measures) {
                        let behind = figure.ids.len();
                        if records.contains(measure) {
                            assert_eq!(figure.value, Some(behind as f64), "{} {:?} {measure}", table.name, of.label);
                        }
                        assert!(figure.ids.windows(2).all(|pair| pair[0] < pair[1]), "each once, sorted");
                        let is_there = |id: &Id| office.name_of(figure.kind, *id).is_ok();
                        assert!(figure.ids.iter().all(is_there));
                    }
                }
            }
        }
    }
}

#[test]
fn a_category_and_its_rest_make_the_whole() {
    let office = office(1);
    let all = ReportQuery::of(Span { first: day("2025-01-01"), last: today() });
    let days = |query: &ReportQuery| {
        let report = office.report(ReportName::Service, query).unwrap();
        numbers(&report)[&("service-total", "all".to_owned(), "days")].unwrap()
    };
    let parts: f64 =
        Category::ALL.iter().map(|category| days(&ReportQuery { category: Some(*category), ..all.clone() })).sum();
    let report = office.report(ReportName::Service, &all).unwrap();
    let unknown = numbers(&report).get(&("service-by-category", "?".to_owned(), "days")).copied().flatten();
    assert_eq!(parts + unknown.unwrap_or_default(), days(&all));
    assert!(parts > 0.0);
}
