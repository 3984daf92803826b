//! What needs attention, for scripts that remind people.

use super::arguments::{Attention, Format};
use super::failure::Failure;
use super::open;
use crate::domain::Id;
use crate::store::OfficeFile;
use crate::store::attention::Needed;
use serde::Serialize;
use std::io::Write;

/// A concern with the records behind it.
#[derive(Serialize)]
struct Told {
    concern: String,
    kind: &'static str,
    count: usize,
    records: Vec<Record>,
}

#[derive(Serialize)]
struct Record {
    id: Id,
    name: String,
}

pub(super) fn attention(asked: &Attention, out: &mut dyn Write) -> Result<(), Failure> {
    let office = open(&asked.file)?;
    let needed = office.attention()?.needed;
    match asked.format {
        Format::Json => {
            let told = needed.iter().map(|needed| told(&office, needed)).collect::<Result<Vec<_>, _>>()?;
            serde_json::to_writer_pretty(&mut *out, &told)?;
            writeln!(out)?;
        }
        Format::Text => {
            for needed in &needed {
                let day = needed.day.map(|day| format!(", {day}")).unwrap_or_default();
                let words = needed.concern.code().replace('-', " ");
                writeln!(out, "{:>6}  {words} (first: {}{day})", needed.ids.len(), needed.first)?;
            }
            if needed.is_empty() {
                writeln!(out, "nothing needs attention")?;
            }
        }
    }
    Ok(())
}

fn told(office: &OfficeFile, needed: &Needed) -> Result<Told, Failure> {
    let kind = needed.concern.kind();
    let record = |id: &Id| Ok(Record { id: *id, name: office.name_of(kind, *id)? });
    let records = needed.ids.iter().map(record).collect::<Result<Vec<_>, Failure>>()?;
    Ok(Told { concern: needed.concern.code(), kind: kind.code(), count: needed.ids.len(), records })
}
