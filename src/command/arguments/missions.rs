//! What can be asked about missions: one of them, the next days, who is where, what needs attention.

use super::{Format, ListFormat, coded, date};
use crate::domain::mission::{EarlyEnd, Party, Stage};
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// What is done with a mission.
#[derive(Debug, Args)]
pub struct Mission {
    /// Office file
    pub file: PathBuf,
    /// Id or short reference, such as M-0146
    pub id: String,
    /// What to do
    #[command(subcommand)]
    pub does: MissionDoes,
}

/// What can be done with a mission.
#[derive(Debug, Subcommand)]
pub enum MissionDoes {
    /// Show all that is known of it
    Show {
        /// How to write it
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Move it on to a stage
    Step {
        /// The stage: with-partner, offered, accepted, preparing, serving, completed, declined, cancelled
        #[arg(value_parser = coded(Stage::parse, Stage::ALL))]
        stage: Stage,
        /// The day; today without it
        #[arg(long, value_parser = date)]
        on: Option<NaiveDate>,
        /// Who says so: volunteer, partner, office, head-office
        #[arg(long, default_value = "office", value_parser = coded(Party::parse, Party::ALL))]
        by: Party,
        /// Why
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// Make it last longer
    Extend {
        /// The new last day
        #[arg(value_parser = date)]
        last: NaiveDate,
        /// The day on which the partner agreed
        #[arg(long, value_parser = date)]
        partner_agreed_on: Option<NaiveDate>,
        /// The day on which the volunteer agreed
        #[arg(long, value_parser = date)]
        volunteer_agreed_on: Option<NaiveDate>,
        /// The last day that is paid for
        #[arg(long, value_parser = date)]
        funded_until: Option<NaiveDate>,
        /// Anything else
        #[arg(long, default_value = "")]
        note: String,
    },
    /// End it before its last day
    EndEarly {
        /// The new last day
        #[arg(value_parser = date)]
        last: NaiveDate,
        /// Why, in a word: resignation, medical, administrative, interrupted, conflict, lack-of-fit, personal
        #[arg(long, value_parser = coded(EarlyEnd::parse, EarlyEnd::ALL))]
        kind: EarlyEnd,
        /// Why, in a sentence
        #[arg(long)]
        reason: String,
        /// Who says so
        #[arg(long, default_value = "office", value_parser = coded(Party::parse, Party::ALL))]
        by: Party,
        /// The day on which notice was given
        #[arg(long, value_parser = date)]
        notice_on: Option<NaiveDate>,
        /// The last day worked; the last day without it
        #[arg(long, value_parser = date)]
        last_working_day: Option<NaiveDate>,
    },
    /// Move it to other days, with the milestones that are not done
    Move {
        /// The new first day
        #[arg(long, value_parser = date)]
        start: NaiveDate,
        /// The new last day; without it the mission stays as long as it was
        #[arg(long, value_parser = date)]
        end: Option<NaiveDate>,
    },
    /// Let the volunteer go on in another placement
    Reassign {
        /// Id or short reference of the placement
        placement: String,
        /// First day there
        #[arg(long, value_parser = date)]
        start: NaiveDate,
        /// Last day there; that of the mission without it
        #[arg(long, value_parser = date)]
        end: Option<NaiveDate>,
        /// Who says so
        #[arg(long, default_value = "office", value_parser = coded(Party::parse, Party::ALL))]
        by: Party,
        /// Why
        #[arg(long)]
        reason: String,
    },
}

/// What happens on the next days.
#[derive(Debug, Args)]
pub struct Agenda {
    /// Office file
    pub file: PathBuf,
    /// The first day; today without it
    #[arg(long, value_parser = date)]
    pub from: Option<NaiveDate>,
    /// How many days
    #[arg(long, value_name = "N", default_value_t = 30)]
    pub days: u32,
    /// How to write it
    #[arg(long, default_value = "text")]
    pub format: Format,
}

/// Who is where.
#[derive(Debug, Args)]
pub struct Where {
    /// Office file
    pub file: PathBuf,
    /// The day; today without it
    #[arg(long, value_parser = date)]
    pub on: Option<NaiveDate>,
    /// How to write it
    #[arg(long, default_value = "table")]
    pub format: ListFormat,
}

/// What needs attention.
#[derive(Debug, Args)]
pub struct Attention {
    /// Office file
    pub file: PathBuf,
    /// How to write it
    #[arg(long, default_value = "text")]
    pub format: Format,
}
