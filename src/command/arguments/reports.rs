//! What can be asked for of the numbers of an office.

use super::{coded, date};
use crate::domain::reference::{Found, Sector};
use crate::domain::reports::ReportName;
use crate::domain::volunteer::Category;
use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// A report over a period.
#[derive(Debug, Args)]
pub struct Report {
    /// Office file
    pub file: PathBuf,
    /// Which: service, demand, stages, early-ends, training, sectors, discipline, partners, learning, or all
    #[arg(value_parser = name)]
    pub name: ReportNames,
    /// First day of the period, such as 2027-01-01
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub from: NaiveDate,
    /// Last day of the period
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub to: NaiveDate,
    /// Only in this country, by code or name
    #[arg(long, value_name = "CC")]
    pub country: Option<String>,
    /// Only of placements of this programme
    #[arg(long, value_name = "P")]
    pub programme: Option<String>,
    /// Only of those who serve under this category, such as youth
    #[arg(long, value_name = "C", value_parser = coded(Category::parse, Category::ALL))]
    pub category: Option<Category>,
    /// Only of placements in this sector or group of sectors, by CRS code or name
    #[arg(long, value_name = "S", value_parser = sector)]
    pub sector: Option<Sector>,
    /// How to write it
    #[arg(long, default_value = "table")]
    pub format: ReportFormat,
    /// File to write instead of stdout; needed for xlsx
    #[arg(long, value_name = "OUT", required_if_eq("format", "xlsx"))]
    pub out: Option<PathBuf>,
}

/// One report, or all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportNames {
    /// This one.
    One(ReportName),
    /// All of them.
    All,
}

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For people, cut to the terminal.
    #[value(help = None)]
    Table,
    /// For programs.
    #[value(help = None)]
    Json,
    /// For spreadsheets, each number on a row of its own.
    #[value(help = None)]
    Csv,
    /// A workbook, a sheet for each table.
    #[value(help = None)]
    Xlsx,
}

fn name(text: &str) -> Result<ReportNames, String> {
    match text {
        "all" => Ok(ReportNames::All),
        one => coded(ReportName::parse, ReportName::ALL)(one).map(ReportNames::One).map_err(|known| known + ", all"),
    }
}

fn sector(text: &str) -> Result<Sector, String> {
    match Sector::find(text) {
        Found::One(sector) => Ok(sector),
        _ => Err("it is a CRS code, such as 12230, or that of a group, such as 120".to_owned()),
    }
}
