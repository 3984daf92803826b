//! What can be asked for of calendar files.

use super::coded;
use crate::domain::mission::Stage;
use clap::Args;
use std::path::PathBuf;

/// Missions as a calendar.
#[derive(Debug, Args)]
pub struct Calendar {
    /// Office file
    pub file: PathBuf,
    /// Calendar to write, such as missions.ics
    pub out: PathBuf,
    /// Milestones too, each on its day
    #[arg(long)]
    pub milestones: bool,
    /// Tell the names of the volunteers
    #[arg(long)]
    pub names: bool,
    /// Tell the partners
    #[arg(long)]
    pub partners: bool,
    /// Tell telephone numbers and e-mail addresses of the volunteers
    #[arg(long)]
    pub contacts: bool,
    /// Only this country, by code or name; can be given several times
    #[arg(long, value_name = "CC")]
    pub country: Vec<String>,
    /// Only this stage, such as serving; can be given several times
    #[arg(long, value_name = "S", value_parser = coded(Stage::parse, Stage::ALL))]
    pub stage: Vec<Stage>,
}

/// Public holidays of a country.
#[derive(Debug, Args)]
pub struct Holidays {
    /// Office file
    pub file: PathBuf,
    /// Calendar with the holidays
    pub calendar: PathBuf,
    /// The country whose holidays they are, by code or name
    #[arg(long, value_name = "CC")]
    pub country: String,
}
