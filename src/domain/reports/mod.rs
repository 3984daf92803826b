//! The numbers of an office over a period: who served, what was asked for and filled, where missions stop, who was
//! trained, what was late, who was worked with, what was learned.
//!
//! Pure arithmetic over plain [`Facts`]: the store reads them, [`report`] counts. A [`Report`] has tables, a [`Table`]
//! lines, a line one [`Figure`] for each [`Measure`] of its table, and a figure the records behind it. What each measure
//! counts stands at its name in [`Measure`]; the first table of every report has one line, the whole.
//!
//! Narrowing ([`ReportQuery`]) is by mission: country, programme and sector of its placement, and the category under
//! which the volunteer serves ([`scheme::serves_as`](super::scheme::serves_as)). What hangs on no mission is narrowed as
//! said at [`demand`], [`partners`] and [`learning`].

pub mod demand;
mod discipline;
mod early_ends;
mod facts;
pub mod learning;
mod measure;
mod model;
pub mod partners;
mod scope;
mod service;
mod stages;
mod tally;
mod training;

pub use facts::{Facts, ReportQuery};
pub use measure::{Measure, TableName};
pub use model::{Figure, Label, Line, Report, ReportName, Table, VolunteerAge};

use scope::Scope;

/// Counts a report over what is known on the facts' own day.
pub fn report(name: ReportName, query: &ReportQuery, facts: &Facts) -> Report {
    let scope = Scope::new(facts, query);
    let tables = match name {
        ReportName::Service => service::service(&scope),
        ReportName::Demand => demand::demand(&scope),
        ReportName::Stages => stages::stages(&scope),
        ReportName::EarlyEnds => early_ends::early_ends(&scope),
        ReportName::Training => training::training(&scope),
        ReportName::Sectors => service::sectors(&scope),
        ReportName::Discipline => discipline::discipline(&scope),
        ReportName::Partners => partners::partners(&scope),
        ReportName::Learning => learning::learning(&scope),
    };
    Report { name, query: query.clone(), tables }
}
