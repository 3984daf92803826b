//! The command line: what the window does, for scripts of head office and for looking things through. It must not know
//! the window, and nothing here decides anything about volunteers or missions: that is for the rooms below.
//!
//! # What scripts can rely on
//!
//! * Exit status: 0 done; 1 refused, with the reason; 2 a usage error, or no display to open the window on.
//! * What was asked for goes to stdout. What went wrong goes to stderr: one sentence `sojourn: ...`, and a second line
//!   `hint: ...` where something can be done about it; `sojourn: warning: ...` where it was done nevertheless.
//! * A reader that stops reading (`sojourn list ... | head`) is not an error.
//! * `SOJOURN_TODAY` (an ISO date) is taken for today, `SOJOURN_AUTHOR` for the name in the history,
//!   `SOJOURN_PASSPHRASE` for the passphrase of an office file that is protected or is to be; without it, a person at a
//!   terminal is asked.
//!
//! # JSON
//!
//! Field names are those of the records in [`crate::domain`], in snake_case; dates are ISO 8601, countries, languages,
//! occupations and sectors are codes, ids are UUIDs, what is not known is `null`, `""` or `[]`. `list` gives an array with
//! one record a line; `show` gives one record with its parts ([`crate::domain::detail`]). A list adds to each record what
//! it shows of others: volunteers `languages` and `state`, organisations `placement_count`, placements
//! `organisation_name` and `free_places`, missions `volunteer_name`, `placement_title`, `organisation_name` and `country`.
//! `candidates` gives the placement, how many `people` were looked at and what each rule of the `funnel` left of them,
//! those who fit and the `nearest`, the best first, each with `reason_for`, `reason_against`, `questions` and `failed` as
//! sentences, and the `findings` and `criteria` behind them ([`crate::matching`]).
//! `match` gives the `total`, whether it is `proved` the best, the `matches` with `reasons`, pins and holds that are
//! `unkept`, places that are `unfilled` and people who are `unplaced`, each with `why`, and with `--accept` the missions
//! `accepted`; with `--out` the same goes into a workbook. `explain` gives one pair with `findings`, `criteria` and the
//! `cost` to the plan ([`crate::matching::plan`]).
//! `agenda` gives a line for each thing that happens ([`crate::store::agenda`]), `where` one for each person
//! ([`crate::store::whereabouts`]), `attention` each `concern` with its `count` and its `records`.
//! `report` gives the period, what it is narrowed to, and `tables`, each with `lines`: what the `line` is about (a code;
//! `all`; `null` for what the records do not tell) and a number for each measure ([`crate::domain::reports::Measure`]).
//! CSV and tables hold the same columns, with names instead of codes; CSV begins with the `id`.

mod agenda;
mod arguments;
mod attention;
mod calendar;
mod candidates;
mod duplicates;
mod exchange;
mod export;
mod failure;
mod history;
mod import;
mod in_turn;
mod learning;
mod list;
mod listed;
mod matching;
mod mission;
mod office;
mod pages;
mod place;
mod protection;
mod publish;
mod report;
mod sample;
mod show;
mod solve;
mod table;
mod target;

pub use arguments::{Arguments, Command};

use crate::store::{NewOffice, OfficeFile};
use chrono::NaiveDate;
use failure::Failure;
use std::fmt::Display;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

/// Runs a command and says how it went.
pub fn run(command: Command) -> ExitCode {
    let mut out = BufWriter::new(std::io::stdout().lock());
    let ran = carry_out(command, &mut out).and_then(|()| Ok(out.flush()?));
    match ran {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) if failure.is_closed_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            // What was done before it went wrong is said first.
            let _ = out.flush();
            complain(&failure, &failure.hint());
            ExitCode::from(failure.status())
        }
    }
}

/// Opens the window with the day that the environment sets for today; where there is no window, says why, in a sentence
/// and a hint.
pub fn or_window(open: impl FnOnce(Option<NaiveDate>) -> Result<(), (String, String)>) -> ExitCode {
    let opened = today().map_err(|failure| (failure.to_string(), failure.hint())).and_then(open);
    match opened {
        Ok(()) => ExitCode::SUCCESS,
        Err((sentence, hint)) => {
            complain(sentence, &hint);
            ExitCode::from(2)
        }
    }
}

fn carry_out(command: Command, out: &mut dyn Write) -> Result<(), Failure> {
    match command {
        Command::New(asked) => office::new(&asked, out),
        Command::Sample(asked) => sample::sample(&asked, out),
        Command::Import(asked) => import::import(&asked, out),
        Command::List(asked) => list::list(&asked, out),
        Command::Show(asked) => show::show(&asked, out),
        Command::Candidates(asked) => candidates::candidates(&asked, out),
        Command::Match(asked) => matching::plan(&asked, out),
        Command::Explain(asked) => matching::explain(&asked, out),
        Command::Solve(asked) => solve::solve(&asked, out),
        Command::Place(asked) => place::place(&asked, out),
        Command::Mission(asked) => mission::mission(&asked, out),
        Command::Agenda(asked) => agenda::agenda(&asked, out),
        Command::Where(asked) => agenda::whereabouts(&asked, out),
        Command::Calendar(asked) => calendar::calendar(&asked, out),
        Command::Holidays(asked) => calendar::holidays(&asked, out),
        Command::Attention(asked) => attention::attention(&asked, out),
        Command::Practices(asked) => learning::practices(&asked, out),
        Command::Network(asked) => learning::network(&asked, out),
        Command::Who(asked) => learning::who(&asked, out),
        Command::Overlaps(asked) => learning::overlaps(&asked, out),
        Command::Briefing(asked) => pages::briefing(&asked, out),
        Command::Certificate(asked) => pages::certificate(&asked, out),
        Command::ReportForm(asked) => pages::report_form(&asked, out),
        Command::TakeForms(asked) => pages::take_forms(&asked, out),
        Command::Iati(asked) => pages::iati(&asked, out),
        Command::Report(asked) => report::report(&asked, out),
        Command::Link(asked) => exchange::link(&asked, out),
        Command::Send(asked) => exchange::send(&asked, out),
        Command::Receive(asked) => exchange::receive(&asked, out),
        Command::Conflicts(asked) => exchange::conflicts(&asked, out),
        Command::Decide(asked) => exchange::decide(&asked, out),
        Command::Status(asked) => exchange::status(&asked, out),
        Command::Key(asked) => exchange::key(&asked, out),
        Command::Digest(asked) => exchange::digest(&asked, out),
        Command::Erase(asked) => exchange::erase(&asked, out),
        Command::SubjectAccess(asked) => exchange::subject_access(&asked, out),
        Command::Duplicates(asked) => duplicates::duplicates(&asked, out),
        Command::MergePeople(asked) => duplicates::merge(&asked, out),
        Command::NotSame(asked) => duplicates::not_same(&asked, out),
        Command::Undo(asked) => history::undo(&asked, out),
        Command::Redo(asked) => history::redo(&asked, out),
        Command::History(asked) => history::history(&asked, out),
        Command::Export(asked) => export::export(&asked, out),
        Command::ExportData(asked) => publish::export_data(&asked, out),
        #[cfg(feature = "postgres")]
        Command::Publish(asked) => publish::publish(&asked, out),
        Command::Backup(asked) => office::backup(&asked, out),
        Command::Restore(asked) => exchange::restore(&asked, out),
        Command::Check(asked) => office::check(&asked, out),
        Command::Lock(asked) => protection::lock(&asked, out),
        Command::Unlock(asked) => protection::unlock(&asked, out),
        Command::Recover(asked) => protection::recover(&asked, out),
    }
}

/// Opens an office file, with today and the author as the environment sets them.
fn open(path: &Path) -> Result<OfficeFile, Failure> {
    let today = today()?;
    let mut office = protection::opened(|passphrase| OfficeFile::open_with(path, passphrase))?;
    prepare(&mut office, today);
    Ok(office)
}

/// Makes an office file, protected where the environment gives a passphrase.
fn create(path: &Path, new: &NewOffice) -> Result<OfficeFile, Failure> {
    Ok(match protection::given() {
        Some(passphrase) => OfficeFile::create_protected(path, new, &passphrase)?,
        None => OfficeFile::create(path, new)?,
    })
}

fn prepare(office: &mut OfficeFile, today: Option<NaiveDate>) {
    if let Some(today) = today {
        office.set_today(today);
    }
    if let Ok(author) = std::env::var("SOJOURN_AUTHOR")
        && !author.trim().is_empty()
    {
        office.set_author(&author);
    }
}

/// The day that the environment sets for today, nothing where it leaves that to the system.
fn today() -> Result<Option<NaiveDate>, Failure> {
    match std::env::var_os("SOJOURN_TODAY") {
        None => Ok(None),
        Some(text) => {
            let text = text.to_string_lossy();
            arguments::date(&text).map(Some).map_err(|_| Failure::Today(text.into_owned()))
        }
    }
}

fn complain(sentence: impl Display, hint: &str) {
    let mut stderr = std::io::stderr().lock();
    // Where nobody can be told, nobody is told.
    let _ = writeln!(stderr, "sojourn: {sentence}");
    if !hint.is_empty() {
        let _ = writeln!(stderr, "hint: {hint}");
    }
}
