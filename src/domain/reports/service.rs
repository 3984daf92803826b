//! Volunteers, days and months served, by all that people ask about; by sector and goal too.

use super::scope::{Case, Scope};
use super::tally::{Order, SERVICE, Tally, by, whole};
use super::{Label, Table, TableName, VolunteerAge};
use crate::domain::Id;
use crate::domain::reference::Sector;
use crate::domain::span::{Span, age_on};
use chrono::{Datelike as _, Months, NaiveDate};
use std::collections::{BTreeMap, HashMap};

pub(super) fn service(scope: &Scope<'_>) -> Vec<Table> {
    let first_days = first_days(scope);
    let age = |case: &Case<'_>| {
        let birth = case.volunteer?.birth_date?;
        Some(VolunteerAge::of(age_on(birth, *first_days.get(&case.mission.volunteer)?)))
    };
    let volunteer = |case: &Case<'_>| case.volunteer.map(|volunteer| volunteer.nationalities.clone());
    vec![
        whole(TableName::ServiceTotal, scope.served()),
        by_month(scope),
        by(TableName::ServiceByCountry, scope, |case| one(case.country()), Label::Country, Order::Size),
        by(
            TableName::ServiceBySex,
            scope,
            |case| one(case.volunteer.and_then(|volunteer| volunteer.sex)),
            |sex| Label::Code("sex", sex.code()),
            Order::Own,
        ),
        by(TableName::ServiceByAge, scope, |case| one(age(case)), |age| Label::Code("age", age.code()), Order::Own),
        by(
            TableName::ServiceByCategory,
            scope,
            |case| one(case.category),
            |category| Label::Code("category", category.code()),
            Order::Own,
        ),
        by(
            TableName::ServiceByNationality,
            scope,
            |case| {
                let mut nationalities = volunteer(case).unwrap_or_default();
                nationalities.sort_unstable();
                nationalities.dedup();
                nationalities
            },
            Label::Country,
            Order::Size,
        ),
        by(TableName::ServiceByProgramme, scope, |case| one(programme(case)), Label::Text, Order::Size),
    ]
}

pub(super) fn sectors(scope: &Scope<'_>) -> Vec<Table> {
    let sector = |case: &Case<'_>| case.post.and_then(|post| post.sector);
    vec![
        whole(TableName::SectorsTotal, scope.served().filter(|(case, _)| sector(case).is_some())),
        by(TableName::SectorsByGoal, scope, |case| one(sector(case).and_then(Sector::goal)), Label::Goal, Order::Own),
        by(
            TableName::SectorsByGroup,
            scope,
            |case| one(sector(case).map(Sector::main_group)),
            Label::Sector,
            Order::Own,
        ),
        by(TableName::SectorsBySector, scope, |case| one(sector(case)), Label::Sector, Order::Size),
    ]
}

/// The programme of a mission's placement, where it has one.
fn programme(case: &Case<'_>) -> Option<String> {
    case.post.map(|post| post.programme.trim().to_owned()).filter(|programme| !programme.is_empty())
}

fn one<K>(key: Option<K>) -> Vec<K> {
    key.into_iter().collect()
}

/// The first day of service of each volunteer in the period.
fn first_days(scope: &Scope<'_>) -> HashMap<Id, NaiveDate> {
    let mut first_days: HashMap<Id, NaiveDate> = HashMap::new();
    for (case, days) in scope.served() {
        let first = first_days.entry(case.mission.volunteer).or_insert(days.first);
        *first = days.first.min(*first);
    }
    first_days
}

/// Every month of the period that has begun, those without service too: a line has no holes.
fn by_month(scope: &Scope<'_>) -> Table {
    let mut months: BTreeMap<NaiveDate, Tally> = BTreeMap::new();
    for month in scope.past.into_iter().flat_map(months_of) {
        months.entry(month.first.with_day(1).unwrap_or(month.first)).or_default();
    }
    for (case, days) in scope.served() {
        for part in months_of(days) {
            months.entry(part.first.with_day(1).unwrap_or(part.first)).or_default().add(case, part);
        }
    }
    let mut table = Table::new(TableName::ServiceByMonth, &SERVICE);
    for (month, tally) in months {
        table.line(Label::Month(month), tally.figures());
    }
    table
}

/// A span cut at the ends of months.
fn months_of(days: Span) -> impl Iterator<Item = Span> {
    std::iter::successors(Some(days.first), |first| first.with_day(1)?.checked_add_months(Months::new(1)))
        .take_while(move |first| *first <= days.last)
        .map(move |first| {
            let next = first.with_day(1).and_then(|first| first.checked_add_months(Months::new(1)));
            let last = next.and_then(|next| next.pred_opt()).unwrap_or(days.last);
            Span { first, last: last.min(days.last) }
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_cut_at_the_ends_of_months() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap_or_default();
        let parts: Vec<i64> =
            months_of(Span { first: day("2027-01-31"), last: day("2027-03-01") }).map(Span::days).collect();
        assert_eq!(parts, [1, 28, 1]);
    }
}
