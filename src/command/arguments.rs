//! What can be asked for on the command line. The comments are the help that `sojourn --help` prints.

mod calendar;
mod exchange;
mod learning;
mod missions;
mod people;
mod protection;
mod publish;
mod reports;
mod sheets;

pub use calendar::{Calendar, Holidays};
pub use exchange::{Asked, Decide, Erase, Key, Link, LinkDoes, Receive, Restore, SendTo, SubjectAccess};
pub use learning::{
    Iati, MissionPage, Network, NetworkFormat, Overlaps, PageLanguage, Practices, ReportForm, TakeForms, Who,
};
pub use missions::{Agenda, Attention, Mission, MissionDoes, Where};
pub use people::{Duplicates, MergePeople, NotSame};
pub use protection::{Protection, Recover, RecoverDoes};
pub use publish::ExportData;
#[cfg(feature = "postgres")]
pub use publish::Publish;
pub use reports::{Report, ReportFormat, ReportNames};
pub use sheets::{Export, Import};

use crate::domain::Kind;
use crate::matching::eligibility::Rule;
use chrono::{Datelike as _, NaiveDate};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

const ENVIRONMENT: &str = "\
Exit status: 0 done, 1 refused (the reason is on stderr), 2 usage.
SOJOURN_TODAY=2027-01-31 is taken for today, SOJOURN_AUTHOR for the name in the history,
SOJOURN_PASSPHRASE for the passphrase of a protected office file; without it, it is asked for at the terminal.";

/// Who goes where, when and why, in one local file
///
/// Without a command, opens the window.
#[derive(Debug, Parser)]
#[command(name = "sojourn", version, after_help = ENVIRONMENT, args_conflicts_with_subcommands = true)]
pub struct Arguments {
    /// Office file to open in the window
    pub file: Option<PathBuf>,
    /// What to do without a window
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What can be done without a window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a new office file
    New(New),
    /// Make an office file with believable people
    Sample(Sample),
    /// Bring in a sheet: .xlsx, .xls, .ods or .csv
    Import(Import),
    /// List records
    List(List),
    /// Show one record with all that is known of it
    Show(Show),
    /// Rank the volunteers for a placement, with what speaks for and against each
    Candidates(Candidates),
    /// Find the best plan for all open placements, with the reasons
    Match(Match),
    /// Say everything about one volunteer and one placement, and what the plan would lose by it
    Explain(Explain),
    /// Solve a bare assignment instance (VMATCH, OR-Library, DIMACS) and check the proof
    Solve(Solve),
    /// Propose a volunteer for a placement
    Place(Place),
    /// Show a mission, move it on, extend it, end it early, move it, let it go on elsewhere
    Mission(Mission),
    /// Say what happens on the next days: arrivals, departures, milestones and reports due, papers that end
    Agenda(Agenda),
    /// Say who is where: everyone in service or on the way, with whom to reach
    Where(Where),
    /// Write missions as an .ics calendar
    Calendar(Calendar),
    /// Bring in the public holidays of a country from an .ics file
    Holidays(Holidays),
    /// Say what needs attention, as Home does
    Attention(Attention),
    /// List practices, or those most like a placement
    Practices(Practices),
    /// Show the network around an organisation
    Network(Network),
    /// Ask the network: "who near Tamale can train nurses in neonatal care?"
    Who(Who),
    /// Say what several organisations do side by side: the same place, sector and time
    Overlaps(Overlaps),
    /// Write the volunteer's briefing for a mission as PDF
    Briefing(MissionPage),
    /// Write the certificate of service for a mission as PDF
    Certificate(MissionPage),
    /// Write the form of a report as a workbook, to be filled in elsewhere
    ReportForm(ReportForm),
    /// Take filled forms of reports in, each as one edit
    TakeForms(TakeForms),
    /// Write the activities of the office as an IATI 2.03 file, without anything of a person
    Iati(Iati),
    /// Count: volunteers and months served, places filled, stages, early ends, people trained, what was late
    Report(Report),
    /// Link two offices: head office invites, the country office opens the invitation
    Link(Link),
    /// Write what other offices lack into files for them
    Send(SendTo),
    /// Take in files from other offices
    Receive(Receive),
    /// Say where offices disagree
    Conflicts(Asked),
    /// Decide what stands where offices disagree
    Decide(Decide),
    /// Say what is unsent, unconfirmed and missing
    Status(Asked),
    /// Write the key that opens bundles for this office without Sojourn: age --decrypt -i KEY BUNDLE | zstd -d
    Key(Key),
    /// Hash the shared data: equal when two offices hold the same
    Digest(Asked),
    /// Erase a person who asked for it, for ever
    Erase(Erase),
    /// Write everything that is held of a person
    SubjectAccess(SubjectAccess),
    /// List volunteers who are likely to be there twice, with the reasons
    Duplicates(Duplicates),
    /// Merge two records of one person with all that hangs on them
    MergePeople(MergePeople),
    /// Say for ever that two records that look alike are two people
    NotSame(NotSame),
    /// Take back the last edit
    Undo(Undo),
    /// Do again what was undone last
    Redo(Undo),
    /// Show what was done, the newest first
    History(History),
    /// Write a list to .xlsx or .csv, missions to .ics too
    Export(Export),
    /// Write all data for reporting tools: a .csv for each table, and schema.json, which describes them
    ExportData(ExportData),
    /// Publish all data to a PostgreSQL server, for reporting tools
    ///
    /// Rows that are the same are not touched; all or nothing. The connection is not encrypted: run it on a trusted
    /// network or through a tunnel. The password is taken from PGPASSWORD where the address has none.
    #[cfg(feature = "postgres")]
    Publish(Publish),
    /// Write a backup
    Backup(Backup),
    /// Go on from a backup, as another copy: the next file from head office brings back what it lacks
    Restore(Restore),
    /// Look the whole file through
    Check(Check),
    /// Protect an office file with a passphrase
    Lock(Protection),
    /// Take the protection of an office file off
    Unlock(Protection),
    /// Recover a lost passphrase through head office
    Recover(Recover),
}

/// A new office. With SOJOURN_PASSPHRASE, it is protected.
#[derive(Debug, Args)]
pub struct New {
    /// Office file to make, such as nairobi.sojourn
    pub file: PathBuf,
    /// Name of the office
    #[arg(long)]
    pub name: String,
    /// Country the office works in, by code or name
    #[arg(long)]
    pub country: String,
    /// Make a head office instead of a country office
    #[arg(long)]
    pub head_office: bool,
}

/// A sample office.
#[derive(Debug, Args)]
pub struct Sample {
    /// Office file to make
    pub file: PathBuf,
    /// How many volunteers
    #[arg(long, value_name = "N", default_value_t = 400)]
    pub volunteers: usize,
    /// How many placements
    #[arg(long, value_name = "M", default_value_t = 60)]
    pub placements: usize,
    /// How many missions
    #[arg(long, value_name = "K", default_value_t = 150)]
    pub missions: usize,
    /// The same seed gives the same office on the same day
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
}

/// A list.
#[derive(Debug, Args)]
pub struct List {
    /// Office file
    pub file: PathBuf,
    /// What to list
    pub kind: Listable,
    /// Words that must all be found, parts of words too
    #[arg(long, value_name = "TEXT")]
    pub search: Option<String>,
    /// How to write it
    #[arg(long, default_value = "table")]
    pub format: ListFormat,
    /// Column to sort by
    #[arg(long, value_name = "COLUMN")]
    pub sort: Option<String>,
    /// The greatest first
    #[arg(long)]
    pub descending: bool,
    /// At most so many records
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
}

/// One record.
#[derive(Debug, Args)]
pub struct Show {
    /// Office file
    pub file: PathBuf,
    /// What it is
    pub kind: Listable,
    /// Id or short reference, such as V-0231
    pub id: String,
    /// How to write it
    #[arg(long, default_value = "text")]
    pub format: Format,
}

/// The candidates for a placement.
#[derive(Debug, Args)]
pub struct Candidates {
    /// Office file
    pub file: PathBuf,
    /// Id or short reference of the placement, such as P-0058
    pub placement: String,
    /// At most so many of those who fit, and of those who nearly do; 200 and 50 at the most
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub limit: usize,
    /// How to write it
    #[arg(long, default_value = "table")]
    pub format: RankedFormat,
}

/// The plan of the office.
#[derive(Debug, Args)]
pub struct Match {
    /// Office file
    pub file: PathBuf,
    /// Plan as if today were this day, such as 2027-01-31
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub as_of: Option<NaiveDate>,
    /// Weights as JSON, such as {"language": 30}; without it, those of the office
    #[arg(long, value_name = "FILE")]
    pub weights: Option<PathBuf>,
    /// Set a rule aside, such as language; can be given several times
    #[arg(long, value_name = "RULE", value_parser = rule)]
    pub relax: Vec<Rule>,
    /// How to write it
    #[arg(long, default_value = "table")]
    pub format: RankedFormat,
    /// Propose all of the plan, as one edit, with a reservation each
    #[arg(long, conflicts_with = "sequences")]
    pub accept: bool,
    /// Write the plan as a workbook too: who goes where, what stays empty, who is left out, each with why
    #[arg(long, value_name = "PLAN.xlsx", conflicts_with = "sequences")]
    pub out: Option<PathBuf>,
    /// Plan several missions in turn for each person, with the office's rest between
    #[arg(long)]
    pub sequences: bool,
    /// Months from today within which the missions in turn begin
    #[arg(long, value_name = "N", default_value_t = 36, requires = "sequences")]
    pub months: u32,
}

/// One volunteer and one placement.
#[derive(Debug, Args)]
pub struct Explain {
    /// Office file
    pub file: PathBuf,
    /// Id or short reference of the volunteer
    #[arg(long, value_name = "V")]
    pub volunteer: String,
    /// Id or short reference of the placement
    #[arg(long, value_name = "P")]
    pub placement: String,
    /// How to write it
    #[arg(long, default_value = "table")]
    pub format: RankedFormat,
}

/// A bare assignment instance.
#[derive(Debug, Args)]
pub struct Solve {
    /// The instance, also as .gz
    pub instance: PathBuf,
    /// Fill the most urgent places first
    #[arg(long)]
    pub lex: bool,
    /// Send couples to one country or nowhere
    #[arg(long, conflicts_with = "sequences")]
    pub couples: bool,
    /// Plan several missions in turn for each person: a plan, and a bound that none exceeds
    #[arg(long)]
    pub sequences: bool,
    /// Weeks of rest between two missions
    #[arg(long, value_name = "N", default_value_t = 2, requires = "sequences")]
    pub rest_weeks: u16,
    /// How to write it
    #[arg(long, default_value = "table")]
    pub format: RankedFormat,
}

/// A volunteer for a placement.
#[derive(Debug, Args)]
pub struct Place {
    /// Office file
    pub file: PathBuf,
    /// Id or short reference of the volunteer
    #[arg(long, value_name = "V")]
    pub volunteer: String,
    /// Id or short reference of the placement
    #[arg(long, value_name = "P")]
    pub placement: String,
    /// First day, such as 2027-01-31
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub start: NaiveDate,
    /// Length in weeks
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub weeks: u16,
    /// Why a rule is set aside, kept with the mission
    #[arg(long, value_name = "R", default_value = "", hide_default_value = true)]
    pub reason: String,
}

/// How much to undo or redo.
#[derive(Debug, Args)]
pub struct Undo {
    /// Office file
    pub file: PathBuf,
    /// How many edits
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    pub steps: u32,
}

/// What was done.
#[derive(Debug, Args)]
pub struct History {
    /// Office file
    pub file: PathBuf,
    /// Only what happened to this record, by id or short reference
    #[arg(long, value_name = "ID")]
    pub record: Option<String>,
    /// At most so many lines
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// How to write it
    #[arg(long, default_value = "text")]
    pub format: Format,
}

/// A backup.
#[derive(Debug, Args)]
pub struct Backup {
    /// Office file
    pub file: PathBuf,
    /// Backup to write; must not be there yet
    pub out: PathBuf,
}

/// A check.
#[derive(Debug, Args)]
pub struct Check {
    /// Office file
    pub file: PathBuf,
    /// How to write it
    #[arg(long, default_value = "text")]
    pub format: Format,
}

/// Kinds of record that are listed; the singular is understood too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Listable {
    /// People who serve.
    #[value(alias = "volunteer", help = None)]
    Volunteers,
    /// Partners and others.
    #[value(alias = "organisation", help = None)]
    Organisations,
    /// Posts at partners.
    #[value(alias = "placement", help = None)]
    Placements,
    /// Who serves where.
    #[value(alias = "mission", help = None)]
    Missions,
    /// What worked.
    #[value(alias = "practice", help = None)]
    Practices,
}

impl Listable {
    /// The kind of record.
    pub fn kind(self) -> Kind {
        match self {
            Self::Volunteers => Kind::Volunteer,
            Self::Organisations => Kind::Organisation,
            Self::Placements => Kind::Placement,
            Self::Missions => Kind::Mission,
            Self::Practices => Kind::Practice,
        }
    }
}

/// How a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// For people, cut to the terminal.
    #[value(help = None)]
    Table,
    /// For programs.
    #[value(help = None)]
    Json,
    /// For spreadsheets.
    #[value(help = None)]
    Csv,
}

/// How a ranking is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RankedFormat {
    /// For people, cut to the terminal.
    #[value(help = None)]
    Table,
    /// For programs.
    #[value(help = None)]
    Json,
}

/// How anything else is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    #[value(help = None)]
    Text,
    /// For programs.
    #[value(help = None)]
    Json,
}

/// Takes the permanent words of an enum.
fn coded<T: std::fmt::Display + Clone + Send + Sync + 'static>(
    parse: fn(&str) -> Option<T>,
    all: &'static [T],
) -> impl Fn(&str) -> Result<T, String> + Clone + Send + Sync + 'static {
    move |text| {
        let known = || all.iter().map(T::to_string).collect::<Vec<_>>().join(", ");
        parse(text).ok_or_else(|| format!("it can be {}", known()))
    }
}

/// A rule by its permanent word.
fn rule(text: &str) -> Result<Rule, String> {
    let known = || Rule::ALL.iter().map(|rule| rule.code()).collect::<Vec<_>>().join(", ");
    Rule::parse(text).ok_or_else(|| format!("the rules are {}", known()))
}

/// A date as scripts write it.
pub(super) fn date(text: &str) -> Result<NaiveDate, String> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .ok()
        .filter(|date| (1900..2200).contains(&date.year()))
        .ok_or_else(|| "not a date such as 2027-01-31".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn arguments_hang_together() {
        Arguments::command().debug_assert();
    }
}
