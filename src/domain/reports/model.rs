//! What a report is made of: tables, lines, figures and the records behind each figure.

use super::{Measure, ReportQuery, TableName};
use crate::domain::codes::codes;
use crate::domain::reference::{Country, Goal, Sector};
use crate::domain::{Id, Kind};
use chrono::NaiveDate;
use std::sync::Arc;

codes! {
    /// The reports.
    ReportName {
        /// Volunteers, days and months served.
        Service = "service",
        /// Placements asked for, filled, and how long that took.
        Demand = "demand",
        /// How far missions come, how long each stage takes, where they stop.
        Stages = "stages",
        /// Missions that ended before their last day, by both methods of counting.
        EarlyEnds = "early-ends",
        /// People trained and competences passed on.
        Training = "training",
        /// Service by sector and by goal of the United Nations.
        Sectors = "sectors",
        /// Reports, milestones and papers: in time, late, missing.
        Discipline = "discipline",
        /// Partners served, and how the network grew.
        Partners = "partners",
        /// Practices noted and done again.
        Learning = "learning",
    }
}

codes! {
    /// Age bands of volunteers on their first day of service in the period; youth as the United Nations count it.
    VolunteerAge {
        /// Younger than 25.
        Youth = "under-25",
        /// 25 to 34.
        From25 = "25-34",
        /// 35 to 44.
        From35 = "35-44",
        /// 45 to 59.
        From45 = "45-59",
        /// 60 and older.
        Older = "60-plus",
    }
}

impl VolunteerAge {
    /// The band of an age in full years.
    pub fn of(years: i32) -> Self {
        match years {
            ..25 => Self::Youth,
            25..35 => Self::From25,
            35..45 => Self::From35,
            45..60 => Self::From45,
            60.. => Self::Older,
        }
    }
}

/// A report over a period.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Which.
    pub name: ReportName,
    /// The period, and what it is narrowed to.
    pub query: ReportQuery,
    /// Its tables; the first has one line, the whole.
    pub tables: Vec<Table>,
}

/// Lines under measures.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Which.
    pub name: TableName,
    /// What is counted, from left to right.
    pub measures: Vec<Measure>,
    /// What it is counted for.
    pub lines: Vec<Line>,
}

/// A line of a table: one figure for each of its measures.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What the line is about.
    pub label: Label,
    /// Its figures, in the order of the measures.
    pub figures: Vec<Figure>,
}

/// What a line is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Label {
    /// All that the table is about.
    Total,
    /// A country.
    Country(Country),
    /// A month, by its first day.
    Month(NaiveDate),
    /// A sector.
    Sector(Sector),
    /// A sustainable development goal.
    Goal(Goal),
    /// A code of one of the domain's lists: which list, and the code.
    Code(&'static str, &'static str),
    /// What people wrote or named: a programme, a topic, an organisation.
    Text(String),
    /// What the records do not tell.
    Unknown,
}

/// A number, and the records behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The number, rounded as its measure says; nothing where there is nothing to divide by or to take the middle of.
    pub value: Option<f64>,
    /// The kind of the records behind it.
    pub kind: Kind,
    /// These, each once, sorted.
    pub ids: Arc<[Id]>,
}

impl Figure {
    /// A number with the records behind it.
    pub(super) fn new(value: Option<f64>, kind: Kind, ids: &Arc<[Id]>) -> Self {
        Self { value, kind, ids: Arc::clone(ids) }
    }

    /// How many records there are.
    pub(super) fn count(kind: Kind, ids: Vec<Id>) -> Self {
        let ids = sorted(ids);
        Self { value: Some(ids.len() as f64), kind, ids }
    }
}

impl Table {
    /// A table without lines.
    pub(super) fn new(name: TableName, measures: &[Measure]) -> Self {
        Self { name, measures: measures.to_vec(), lines: Vec::new() }
    }

    /// Adds a line; its figures are rounded here and nowhere else.
    pub(super) fn line(&mut self, label: Label, mut figures: Vec<Figure>) {
        debug_assert_eq!(figures.len(), self.measures.len(), "{:?}", self.name);
        for (figure, measure) in figures.iter_mut().zip(&self.measures) {
            figure.value = figure.value.map(|value| rounded(value, measure.decimals()));
        }
        self.lines.push(Line { label, figures });
    }

    /// The same with a line.
    pub(super) fn with(mut self, label: Label, figures: Vec<Figure>) -> Self {
        self.line(label, figures);
        self
    }
}

/// Ids, each once, sorted.
pub(super) fn sorted(mut ids: Vec<Id>) -> Arc<[Id]> {
    ids.sort_unstable();
    ids.dedup();
    ids.into()
}

fn rounded(value: f64, decimals: i32) -> f64 {
    let factor = 10_f64.powi(decimals);
    (value * factor).round() / factor
}

/// A part of a whole, in percent.
pub(super) fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 * 100.0 / whole as f64)
}

/// The number in the middle; of an even count the mean of the two in the middle.
pub(super) fn median(mut numbers: Vec<i64>) -> Option<f64> {
    numbers.sort_unstable();
    let middle = numbers.len() / 2;
    let upper = *numbers.get(middle)?;
    let lower = if numbers.len().is_multiple_of(2) { numbers[middle - 1] } else { upper };
    Some((lower + upper) as f64 / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_in_the_middle() {
        for (numbers, middle) in [(vec![], None), (vec![3], Some(3.0)), (vec![9, 1, 2, 4], Some(3.0))] {
            assert_eq!(median(numbers), middle);
        }
    }
}
