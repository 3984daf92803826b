//! Whole office files: making one, backing it up, looking it through.

use super::arguments::{Backup, Check, Format, New};
use super::failure::Failure;
use super::{create, open, prepare, today};
use crate::domain::office::Role;
use crate::domain::reference::{Country, Found, Tongue};
use crate::store::NewOffice;
use std::io::Write;

pub(super) fn new(asked: &New, out: &mut dyn Write) -> Result<(), Failure> {
    let today = today()?;
    let country = country(&asked.country)?;
    let role = if asked.head_office { Role::Head } else { Role::Country };
    let new = NewOffice { name: asked.name.clone(), country: Some(country), role };
    let mut office = create(&asked.file, &new)?;
    prepare(&mut office, today);
    let name = office.office()?.name;
    writeln!(out, "made {}: {name}, {} in {}", asked.file.display(), role.code(), country.name(Tongue::English))?;
    Ok(())
}

/// The country of a code or name.
pub(super) fn country(text: &str) -> Result<Country, Failure> {
    let near = match Country::find(text) {
        Found::One(country) => return Ok(country),
        Found::Several(near) => near,
        Found::None => Country::suggest(text, 3),
    };
    Err(Failure::Country { text: text.to_owned(), near })
}

pub(super) fn backup(asked: &Backup, out: &mut dyn Write) -> Result<(), Failure> {
    open(&asked.file)?.backup_to(&asked.out)?;
    writeln!(out, "backup of {} written to {}", asked.file.display(), asked.out.display())?;
    Ok(())
}

pub(super) fn check(asked: &Check, out: &mut dyn Write) -> Result<(), Failure> {
    let office = open(&asked.file)?;
    let report = office.check()?;
    match asked.format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &report)?;
            writeln!(out)?;
        }
        Format::Text => {
            writeln!(out, "{}", office.office()?.name)?;
            for (table, rows) in report.rows.iter().filter(|(_, rows)| *rows > 0) {
                writeln!(out, "{rows:>9}  {}", table.replace('_', " "))?;
            }
            writeln!(out, "{:>9}  edits in the history, {} changes of rows", report.edits, report.ops)?;
            for problem in &report.problems {
                writeln!(out, "problem: {problem}")?;
            }
            if report.problems.is_empty() {
                writeln!(out, "no problems")?;
            }
        }
    }
    match report.problems.as_slice() {
        [] => Ok(()),
        [problem] => Err(Failure::Problems(format!("{} has a problem: {problem}", asked.file.display()))),
        [first, others @ ..] => Err(Failure::Problems(format!(
            "{} has {} problems, the first: {first}",
            asked.file.display(),
            others.len() + 1
        ))),
    }
}
