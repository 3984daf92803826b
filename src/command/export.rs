//! Lists and the calendar for head office, as the ending of the file says.

use super::arguments::Export;
use super::failure::Failure;
use super::{open, target};
use crate::domain::ListKind;
use crate::domain::reference::Tongue;
use crate::exchange::calendar::{CalendarQuery, export_calendar};
use crate::exchange::spreadsheet;
use crate::store::lists::MissionFilter;
use std::io::Write;

pub(super) fn export(asked: &Export, out: &mut dyn Write) -> Result<(), Failure> {
    target::spare(&asked.out, &[&asked.file])?;
    let ending = asked.out.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let kind = asked.kind;
    let written = match (ending.as_str(), kind) {
        ("ics", ListKind::Mission) => {
            let query = CalendarQuery::of(MissionFilter::default());
            export_calendar(&mut open(&asked.file)?, &query, Tongue::English, &asked.out)?.missions
        }
        ("xlsx" | "csv", _) => {
            let list = spreadsheet::list(&open(&asked.file)?, kind, Tongue::English)?;
            spreadsheet::write_list(&list, &asked.out)?;
            list.rows.len()
        }
        _ => return Err(Failure::Ending { kind: Some(kind), ending }),
    };
    writeln!(out, "{written} {} written to {}", kind.words(written), asked.out.display())?;
    Ok(())
}
