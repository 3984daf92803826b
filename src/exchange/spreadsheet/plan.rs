//! What an import would do, row by row: rows in = new + updated + unchanged + rejected, always.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::entry::Entry;
use super::field::Field;
use super::fields::{field, fields};
use super::holdings::Holdings;
use super::read::Misfit;
use super::rejection::Rejection;
use super::row::{Finder, RowContent, RowReader, apply};
use super::session::Session;
use super::value::Value;
use crate::domain::organisation::Organisation;
use crate::domain::reference::Tongue;
use crate::domain::rules::check_mission;
use crate::domain::text::fold;
use crate::domain::{Id, ListKind};
use crate::store::references::is_reference;
use crate::store::{Progress, StoreError};

/// What an import would do.
#[derive(Debug, Clone)]
pub struct ImportPlan {
    /// What a row is.
    pub kind: ListKind,
    /// Name of the file.
    pub file: String,
    /// Names of its columns.
    pub heads: Vec<String>,
    /// Every row, in the order of the file.
    pub rows: Vec<PlannedRow>,
    /// Texts that do not fit their fields and are kept elsewhere, the most frequent first.
    pub left_out: Vec<LeftOut>,
    /// Organisations that rows name and that are not there yet.
    pub new_organisations: Vec<Organisation>,
    /// Names of the columns with something in them that are not imported.
    pub columns_not_imported: Vec<String>,
}

/// A row and what becomes of it.
#[derive(Debug, Clone)]
pub struct PlannedRow {
    /// Its number as a person sees it: row of the sheet or line of the file.
    pub number: usize,
    /// The text of its cells.
    pub cells: Vec<String>,
    /// What becomes of it.
    pub outcome: Outcome,
}

/// What becomes of a row.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// A record that is not there yet.
    New(Entry),
    /// A record that is there, changed.
    Updated {
        /// As it was.
        before: Entry,
        /// As it will be.
        after: Entry,
        /// The fields that differ.
        changes: Vec<Change>,
    },
    /// A record that is there and says the same.
    Unchanged(Entry),
    /// Not taken in, with the reason.
    Rejected(Rejection),
}

/// A field that an import changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Key of the field.
    pub field: &'static str,
    /// Its content before.
    pub old: Value,
    /// Its content after.
    pub new: Value,
}

/// Texts that do not fit their field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Name of the column.
    pub head: String,
    /// The text.
    pub text: String,
    /// Why it does not fit.
    pub why: Misfit,
    /// Key of the field that keeps it in words.
    pub kept_in: &'static str,
    /// In how many rows.
    pub count: usize,
}

impl std::fmt::Display for LeftOut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { head, text, why, kept_in, count } = self;
        write!(f, "{head}: {text} {why} ({count} rows, kept in {kept_in})")
    }
}

/// The rows of a plan, counted. `rows` is always the sum of the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
pub struct Counts {
    /// Rows of the file, blank ones not counted.
    pub rows: usize,
    /// New records.
    pub new: usize,
    /// Changed records.
    pub updated: usize,
    /// Records that stay as they are.
    pub unchanged: usize,
    /// Rows that are not taken in.
    pub rejected: usize,
}

impl ImportPlan {
    /// The rows, counted.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts { rows: self.rows.len(), ..Counts::default() };
        for row in &self.rows {
            *match row.outcome {
                Outcome::New(_) => &mut counts.new,
                Outcome::Updated { .. } => &mut counts.updated,
                Outcome::Unchanged(_) => &mut counts.unchanged,
                Outcome::Rejected(_) => &mut counts.rejected,
            } += 1;
        }
        counts
    }

    /// The rows that are not taken in, with their reasons.
    pub fn rejected(&self) -> impl Iterator<Item = (&PlannedRow, &Rejection)> {
        self.rows.iter().filter_map(|row| match &row.outcome {
            Outcome::Rejected(reason) => Some((row, reason)),
            _ => None,
        })
    }
}

impl PlannedRow {
    /// The record as it will be; nothing for rejected rows.
    pub fn entry(&self) -> Option<&Entry> {
        match &self.outcome {
            Outcome::New(entry) | Outcome::Updated { after: entry, .. } | Outcome::Unchanged(entry) => Some(entry),
            Outcome::Rejected(_) => None,
        }
    }

    /// What a field will hold, as text, for the preview.
    pub fn text(&self, field: &Field, tongue: Tongue) -> String {
        self.entry().map_or_else(String::new, |entry| field.text(&(field.get)(entry), tongue))
    }
}

impl Session {
    /// What the import would do, row by row. Stops with [`StoreError::Cancelled`] when the person cancels.
    pub fn plan(&self, holdings: &Holdings, progress: &Progress) -> Result<ImportPlan, StoreError> {
        plan(self, holdings, None, progress)
    }

    /// The first rows exactly as they will come in.
    pub fn preview(&self, holdings: &Holdings, rows: usize) -> Result<ImportPlan, StoreError> {
        plan(self, holdings, Some(rows), &Progress::default())
    }
}

fn plan(
    session: &Session,
    holdings: &Holdings,
    most: Option<usize>,
    progress: &Progress,
) -> Result<ImportPlan, StoreError> {
    let table = session.table();
    let rows: Vec<usize> = session.header().data_rows(table).take(most.unwrap_or(usize::MAX)).collect();
    progress.set_total(rows.len());
    let mut finder = Finder { holdings, make: session.mapping().make_organisations, made: Vec::new() };
    let reader = RowReader::new(session, &mut finder);
    let mut contents = Vec::with_capacity(rows.len());
    for row in &rows {
        progress.step()?;
        contents.push(reader.read(*row, &mut finder));
    }
    let entries: Vec<Option<Entry>> = contents
        .iter()
        .map(|content| if content.reject.is_some() { None } else { reader.new_entry(content, holdings) })
        .collect();
    let outcomes = Pairing::new(session, holdings, &contents, entries).outcomes();
    let made = made_for(&outcomes, finder.made);
    let planned = rows.iter().zip(outcomes).map(|(row, outcome)| PlannedRow {
        number: table.numbers.get(*row).copied().unwrap_or(row + 1),
        cells: (0..session.heads().len()).map(|column| table.cell(*row, column).text().into_owned()).collect(),
        outcome,
    });
    let planned: Vec<PlannedRow> = planned.collect();
    let columns = session.mapping().columns.iter();
    Ok(ImportPlan {
        kind: session.kind(),
        file: session.file().to_owned(),
        heads: session.heads().to_vec(),
        left_out: left_out(&contents, &planned),
        rows: planned,
        new_organisations: made,
        columns_not_imported: columns
            .enumerate()
            .filter(|(column, one)| one.field.is_none() && rows.iter().any(|row| !table.cell(*row, *column).is_blank()))
            .map(|(_, one)| one.head.clone())
            .collect(),
    })
}

/// Of the organisations that rows asked for, those that a row coming in is linked to.
fn made_for(outcomes: &[Outcome], made: Vec<Organisation>) -> Vec<Organisation> {
    let coming_in = outcomes.iter().filter_map(|outcome| match outcome {
        Outcome::New(entry) | Outcome::Updated { after: entry, .. } => Some(entry),
        Outcome::Unchanged(_) | Outcome::Rejected(_) => None,
    });
    let named = |entry: &Entry| {
        let names = fields(entry.kind()).iter().filter(|field| field.names.is_some());
        names.map(|field| (field.get)(entry)).collect::<Vec<_>>()
    };
    let linked: HashSet<Id> = coming_in
        .flat_map(named)
        .filter_map(|value| match value {
            Value::Record(id, _) => Some(id),
            _ => None,
        })
        .collect();
    made.into_iter().filter(|organisation| linked.contains(&organisation.id)).collect()
}

fn left_out(contents: &[RowContent], rows: &[PlannedRow]) -> Vec<LeftOut> {
    let mut counted: BTreeMap<(String, String), LeftOut> = BTreeMap::new();
    for (content, row) in contents.iter().zip(rows) {
        if matches!(row.outcome, Outcome::Rejected(_)) {
            continue;
        }
        for leftover in &content.left {
            let key = (leftover.head.clone(), fold(&leftover.left.text));
            let new = || LeftOut {
                head: leftover.head.clone(),
                text: leftover.left.text.clone(),
                why: leftover.left.why.clone(),
                kept_in: leftover.kept_in(),
                count: 0,
            };
            counted.entry(key).or_insert_with(new).count += 1;
        }
    }
    let mut counted: Vec<LeftOut> = counted.into_values().collect();
    counted.sort_by_key(|left| std::cmp::Reverse(left.count));
    counted
}

/// Finds for each row the record that it is about.
///
/// Rows and records with the same key are paired so that as much as possible stays as it is: first each row with a record
/// that already says all it says, then the others in their order. So two identical rows are two records, and the same file
/// once more changes nothing.
struct Pairing<'p> {
    holdings: &'p Holdings,
    contents: &'p [RowContent],
    entries: Vec<Option<Entry>>,
    outcomes: Vec<Option<Outcome>>,
    taken: HashSet<usize>,
    key: Vec<&'static Field>,
    natural_key: Vec<&'static Field>,
}

impl<'p> Pairing<'p> {
    fn new(session: &Session, holdings: &'p Holdings, contents: &'p [RowContent], entries: Vec<Option<Entry>>) -> Self {
        let known = |keys: &[String]| keys.iter().filter_map(|key| field(session.kind(), key)).collect::<Vec<_>>();
        let (key, natural_key) = (known(&session.mapping().key), known(&session.mapping().natural_key()));
        let outcomes = contents.iter().map(|content| content.reject.clone().map(Outcome::Rejected)).collect();
        Self { holdings, contents, entries, outcomes, taken: HashSet::new(), key, natural_key }
    }

    fn outcomes(mut self) -> Vec<Outcome> {
        if self.key.iter().any(|field| field.key == "reference") {
            self.pair_by_reference();
            self.pair_by(&self.natural_key.clone());
        } else {
            self.pair_by(&self.key.clone());
        }
        let references: HashSet<String> =
            self.holdings.entries.iter().map(|entry| entry.reference().to_uppercase()).collect();
        let mut given = references;
        let mut outcomes = Vec::with_capacity(self.contents.len());
        for (outcome, entry) in self.outcomes.into_iter().zip(self.entries) {
            outcomes.push(match (outcome, entry) {
                (Some(outcome), _) => outcome,
                (None, Some(entry)) => new(entry, self.holdings, &mut given),
                // A kind that no sheet brings in has no fields to map.
                (None, None) => Outcome::Rejected(Rejection::NoSuchKind),
            });
        }
        outcomes
    }

    /// The reference that this office gave names one record, unless a sheet of another office has it on another, or two
    /// offices gave it before they were linked.
    fn pair_by_reference(&mut self) {
        let mut by_reference: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, entry) in self.holdings.entries.iter().enumerate().filter(|(_, entry)| !entry.reference().is_empty()) {
            by_reference.entry(entry.reference().to_uppercase()).or_default().push(at);
        }
        for row in 0..self.contents.len() {
            let Some(reference) = self.entries[row].as_ref().map(|entry| entry.reference().trim().to_uppercase())
            else {
                continue;
            };
            let named = by_reference.get(&reference).map(Vec::as_slice).unwrap_or_default();
            let changed = |&at: &usize| (at, self.changed(row, at));
            let mut meant: Vec<(usize, (Entry, Vec<Change>))> = named.iter().map(changed).collect();
            meant.retain(|(_, (_, changes))| self.is_plausible(row, changes));
            // Of two records the one that the row contradicts less; where that is even, the rest of the row tells.
            meant.sort_by_key(|(_, (_, changes))| contradicted(changes));
            if let [(_, (_, one)), (_, (_, next)), ..] = meant.as_slice()
                && contradicted(one) == contradicted(next)
            {
                continue;
            }
            let Some((at, (after, changes))) = meant.into_iter().next() else { continue };
            if !self.taken.insert(at) {
                self.outcomes[row] = Some(Outcome::Rejected(Rejection::Twice(reference)));
                continue;
            }
            self.settle(row, at, after, changes);
        }
    }

    fn pair_by(&mut self, key: &[&'static Field]) {
        if key.is_empty() {
            return;
        }
        let mut records: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, entry) in self.holdings.entries.iter().enumerate() {
            if !self.taken.contains(&at)
                && let Some(name) = key_of(key, entry)
            {
                records.entry(name).or_default().push(at);
            }
        }
        let mut rows: Vec<(String, Vec<usize>)> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        for row in 0..self.contents.len() {
            if self.outcomes[row].is_some() {
                continue;
            }
            let Some(name) = self.entries[row].as_ref().and_then(|entry| key_of(key, entry)) else { continue };
            let place = *places.entry(name.clone()).or_insert_with(|| {
                rows.push((name, Vec::new()));
                rows.len() - 1
            });
            rows[place].1.push(row);
        }
        // A name alone is a weak key: somebody else may bear it.
        let weak = key.len() == 1 && key[0].key == "full_name";
        for (name, rows) in rows {
            if let Some(records) = records.get(&name) {
                self.pair_group(&rows, records, weak);
            }
        }
    }

    fn pair_group(&mut self, rows: &[usize], records: &[usize], weak: bool) {
        for exact in [true, false] {
            for &row in rows {
                if self.outcomes[row].is_some() {
                    continue;
                }
                for &at in records {
                    if self.taken.contains(&at) {
                        continue;
                    }
                    let (after, changes) = self.changed(row, at);
                    let fits = if exact { changes.is_empty() } else { !weak || self.is_plausible(row, &changes) };
                    if fits {
                        self.taken.insert(at);
                        self.settle(row, at, after, changes);
                        break;
                    }
                }
            }
        }
    }

    /// Whether a row may be about the record that it would change so: it contradicts at most half of what it says.
    fn is_plausible(&self, row: usize, changes: &[Change]) -> bool {
        contradicted(changes) * 2 <= self.contents[row].values.len().max(2)
    }

    /// The record as the row would have it, and what would differ.
    fn changed(&self, row: usize, at: usize) -> (Entry, Vec<Change>) {
        let before = &self.holdings.entries[at];
        let mut after = before.clone();
        apply(&mut after, Some(before), &self.contents[row], self.holdings);
        after.set_reference(before.reference());
        let mut changes = Vec::new();
        // Free places follow from the two others.
        for field in fields(before.kind()).iter().filter(|field| field.key != "places_free") {
            let (old, new) = ((field.get)(before), (field.get)(&after));
            if old != new && !(old.is_nothing() && new.is_nothing()) {
                changes.push(Change { field: field.key, old, new });
            }
        }
        (after, changes)
    }

    fn settle(&mut self, row: usize, at: usize, after: Entry, changes: Vec<Change>) {
        let before = &self.holdings.entries[at];
        let outcome = if changes.is_empty() {
            Outcome::Unchanged(before.clone())
        } else if let Some(reason) = broken(&after, self.holdings) {
            Outcome::Rejected(reason)
        } else {
            Outcome::Updated { before: before.clone(), after, changes }
        };
        self.outcomes[row] = Some(outcome);
    }
}

/// The key of a record; nothing where all of it is empty.
fn key_of(key: &[&'static Field], entry: &Entry) -> Option<String> {
    let telling = key.iter().filter(|field| entry.is_told_by(field.key));
    let parts: Vec<Value> = telling.map(|field| (field.get)(entry)).collect();
    if parts.iter().all(Value::is_nothing) {
        return None;
    }
    let texts: Vec<String> = parts.iter().map(|value| fold(&value.text(None, Tongue::English))).collect();
    Some(texts.join("\u{1f}"))
}

/// The rule that a record breaks.
fn broken(entry: &Entry, holdings: &Holdings) -> Option<Rejection> {
    if let Err(broken) = entry.check(&holdings.limits, holdings.today) {
        return Some(broken.into());
    }
    let entry = match entry {
        Entry::Volunteer(entry) => entry,
        Entry::Link(entry) if entry.link.of == entry.link.to => return Some(Rejection::ToItself),
        _ => return None,
    };
    let missions = holdings.missions.get(&entry.volunteer.id)?;
    missions
        .iter()
        .find_map(|mission| check_mission(mission, &entry.volunteer, missions, &holdings.limits).err())
        .map(Rejection::Broken)
}

fn new(mut entry: Entry, holdings: &Holdings, given: &mut HashSet<String>) -> Outcome {
    if let Some(reason) = broken(&entry, holdings) {
        return Outcome::Rejected(reason);
    }
    // A reference from another office is kept where it is free here, so that it still names the record.
    let reference = entry.reference().trim().to_uppercase();
    let keeps = is_reference(entry.kind().owner(), &reference) && given.insert(reference.clone());
    entry.set_reference(if keeps { &reference } else { "" });
    Outcome::New(entry)
}

/// How many of the changes are of something that is known.
fn contradicted(changes: &[Change]) -> usize {
    changes.iter().filter(|change| !change.old.is_nothing()).count()
}
