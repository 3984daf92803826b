//! People who are in the file twice: likely pairs, merging them, and saying that they are two.

use super::arguments::{Duplicates, Format, MergePeople, NotSame};
use super::failure::Failure;
use super::open;
use crate::domain::Kind;
use std::io::Write;

pub(super) fn duplicates(asked: &Duplicates, out: &mut dyn Write) -> Result<(), Failure> {
    let pairs = open(&asked.file)?.likely_duplicates()?;
    match asked.format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &pairs)?;
            writeln!(out)?;
        }
        Format::Text => {
            for pair in &pairs {
                let because: Vec<String> = pair.because.iter().map(|code| code.code().replace('-', " ")).collect();
                writeln!(out, "{}, {}: {}", pair.first_name, pair.second_name, because.join("; "))?;
            }
            if pairs.is_empty() {
                writeln!(out, "nobody is likely to be there twice")?;
            }
        }
    }
    Ok(())
}

pub(super) fn merge(asked: &MergePeople, out: &mut dyn Write) -> Result<(), Failure> {
    let mut office = open(&asked.file)?;
    let keep = office.resolve(Kind::Volunteer, &asked.keep)?;
    let other = office.resolve(Kind::Volunteer, &asked.other)?;
    office.merge_people(keep, other, &asked.take)?;
    let (kept, gone) = (office.name_of(Kind::Volunteer, keep)?, office.name_of(Kind::Volunteer, other)?);
    writeln!(out, "merged {gone} into {kept}")?;
    Ok(())
}

pub(super) fn not_same(asked: &NotSame, out: &mut dyn Write) -> Result<(), Failure> {
    let mut office = open(&asked.file)?;
    let one = office.resolve(Kind::Volunteer, &asked.one)?;
    let other = office.resolve(Kind::Volunteer, &asked.other)?;
    office.not_same(one, other, &asked.reason)?;
    let (one, other) = (office.name_of(Kind::Volunteer, one)?, office.name_of(Kind::Volunteer, other)?);
    writeln!(out, "{one} and {other} are two people")?;
    Ok(())
}
