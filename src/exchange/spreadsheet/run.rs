//! Doing an import: one edit, undone at once; and the file of rejected rows.

use std::path::Path;

use super::entry::Entry;
use super::error::SheetError;
use super::holdings::Holdings;
use super::mapping::REASON_HEAD;
use super::plan::{Counts, ImportPlan, Outcome};
use super::session::Session;
use super::table::Cell;
use super::write::{List, write_csv};
use crate::domain::Id;
use crate::domain::volunteer::StandingStep;
use crate::store::{Changes, Edit, OfficeFile, Op, Progress, Record, StoreError};

/// What an import did.
#[derive(Debug)]
pub struct Imported {
    /// What became of each row.
    pub plan: ImportPlan,
    /// The rows, counted.
    pub counts: Counts,
    /// What was changed in the office, for screens.
    pub changes: Changes,
}

/// Imports: looks at what the office holds now, and writes all of it as one edit, after a backup. A cancelled import
/// leaves nothing. The mapping is remembered for the next file of the shape.
///
/// A person has answered [`Session::questions`] before.
pub fn import(office: &mut OfficeFile, session: &Session, progress: &Progress) -> Result<Imported, StoreError> {
    let holdings = Holdings::load(office, session.kind())?;
    let plan = session.plan(&holdings, progress)?;
    let counts = plan.counts();
    let op = Op::Imported { kind: plan.kind, file: plan.file.clone(), added: counts.new, updated: counts.updated };
    // An office in memory, for tests and trials, has no file to keep.
    if counts.new + counts.updated > 0 && office.path().is_file() {
        office.backup_beside("before-import")?;
    }
    let done = office.edit(op, |edit| write_plan(edit, &plan, progress))?;
    session.remember(office)?;
    office.checkpoint()?;
    Ok(Imported { plan, counts, changes: done.changes })
}

fn write_plan(edit: &mut Edit<'_>, plan: &ImportPlan, progress: &Progress) -> Result<(), StoreError> {
    progress.set_total(plan.rows.len() * 2);
    for organisation in &plan.new_organisations {
        edit.add(organisation.clone())?;
    }
    for row in &plan.rows {
        progress.step()?;
        match &row.outcome {
            Outcome::New(entry) => add(edit, entry, &plan.file)?,
            Outcome::Updated { before, after, .. } => update(edit, before, after, &plan.file)?,
            Outcome::Unchanged(_) | Outcome::Rejected(_) => {}
        }
    }
    Ok(())
}

fn add(edit: &mut Edit<'_>, entry: &Entry, file: &str) -> Result<(), StoreError> {
    match entry {
        Entry::Volunteer(entry) => {
            edit.add(entry.volunteer.clone())?;
            add_parts(edit, &entry.languages)?;
            add_parts(edit, &entry.skills)?;
            add_standing(edit, entry.volunteer.id, entry.volunteer.standing, file)?;
        }
        Entry::Organisation(entry) => {
            edit.add(entry.organisation.clone())?;
            add_parts(edit, entry.contact.as_slice())?;
        }
        Entry::Placement(entry) => {
            edit.add(entry.placement.clone())?;
            add_parts(edit, &entry.requirements)?;
        }
        Entry::Practice(entry) => drop(edit.add(entry.practice.clone())?),
        Entry::Project(entry) => drop(edit.add(entry.part.clone())?),
        Entry::Offer(entry) => drop(edit.add(entry.part.clone())?),
        Entry::Link(entry) => drop(edit.add(entry.link.clone())?),
        Entry::SiteVisit(entry) => drop(edit.add(entry.part.clone())?),
        Entry::Replication(entry) => drop(edit.add(entry.replication.clone())?),
        Entry::Trained(entry) => drop(edit.add(entry.part.clone())?),
    }
    Ok(())
}

fn update(edit: &mut Edit<'_>, before: &Entry, after: &Entry, file: &str) -> Result<(), StoreError> {
    match (before, after) {
        (Entry::Volunteer(before), Entry::Volunteer(after)) => {
            put(edit, &after.volunteer)?;
            put_parts(edit, &before.languages, &after.languages)?;
            put_parts(edit, &before.skills, &after.skills)?;
            if before.volunteer.standing != after.volunteer.standing {
                add_standing(edit, after.volunteer.id, after.volunteer.standing, file)?;
            }
        }
        (Entry::Organisation(before), Entry::Organisation(after)) => {
            put(edit, &after.organisation)?;
            put_parts(edit, before.contact.as_slice(), after.contact.as_slice())?;
        }
        (Entry::Placement(before), Entry::Placement(after)) => {
            put(edit, &after.placement)?;
            put_parts(edit, &before.requirements, &after.requirements)?;
        }
        (_, Entry::Practice(after)) => put(edit, &after.practice)?,
        (_, Entry::Project(after)) => put(edit, &after.part)?,
        (_, Entry::Offer(after)) => put(edit, &after.part)?,
        (_, Entry::Link(after)) => put(edit, &after.link)?,
        (_, Entry::SiteVisit(after)) => put(edit, &after.part)?,
        (_, Entry::Replication(after)) => put(edit, &after.replication)?,
        (_, Entry::Trained(after)) => put(edit, &after.part)?,
        // A row never turns into another kind of record.
        _ => {}
    }
    Ok(())
}

/// Where a person stands is never overwritten: each step is kept.
fn add_standing(
    edit: &mut Edit<'_>,
    of: Id,
    standing: crate::domain::volunteer::Standing,
    file: &str,
) -> Result<(), StoreError> {
    let reason = format!("import of {file}");
    edit.add(StandingStep { id: Id::random(), of, standing, since: edit.today(), reason })?;
    Ok(())
}

fn add_parts<T: Record>(edit: &mut Edit<'_>, parts: &[T]) -> Result<(), StoreError> {
    for part in parts {
        edit.add(part.clone())?;
    }
    Ok(())
}

fn put<T: Record>(edit: &mut Edit<'_>, record: &T) -> Result<(), StoreError> {
    edit.change::<T>(record.id(), |known| known.clone_from(record))
}

fn put_parts<T: Record>(edit: &mut Edit<'_>, before: &[T], after: &[T]) -> Result<(), StoreError> {
    for gone in before.iter().filter(|part| !after.iter().any(|other| other.id() == part.id())) {
        edit.remove::<T>(gone.id())?;
    }
    for part in after {
        if before.iter().any(|known| known.id() == part.id()) {
            put(edit, part)?;
        } else {
            edit.add(part.clone())?;
        }
    }
    Ok(())
}

/// Writes the rejected rows as they were, with the reason in a last column: corrected there, the file can be imported as
/// it is. Says how many rows it wrote.
pub fn write_rejected(plan: &ImportPlan, path: &Path) -> Result<usize, SheetError> {
    let mut heads = plan.heads.clone();
    // A file of rejected rows that is imported again has the column already.
    let reason_at = heads.iter().position(|head| head == REASON_HEAD).unwrap_or(heads.len());
    heads.truncate(reason_at);
    heads.push(REASON_HEAD.to_owned());
    let rows: Vec<Vec<Cell>> = plan
        .rejected()
        .map(|(row, reason)| {
            let cells = row.cells.iter().take(reason_at).cloned().chain([reason.to_string()]);
            cells.map(|text| if text.is_empty() { Cell::Empty } else { Cell::Text(text) }).collect()
        })
        .collect();
    let count = rows.len();
    write_csv(&List { name: "Rejected".to_owned(), heads, rows }, path)?;
    Ok(count)
}
