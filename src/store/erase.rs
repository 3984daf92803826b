//! Erasing a person: names and contacts go from rows, history and descriptions; what is counted stays (months served,
//! country, category, year of birth). The ground is a person's right to erasure, GDPR article 17; what is kept says
//! nothing of who it was.

use super::edit::Done;
use super::ground::OnFile;
use super::merge::{self, CellChange, Ground as _, RowKey};
use super::scalar::Scalar;
use super::table::{Record as _, Table};
use super::{Changes, OfficeFile, Op, StoreError, local, ops};
use crate::domain::Id;
use crate::domain::decision::Decision;
use crate::domain::mission::{Extension, Milestone, Mission, Report, StageStep, Transfer};
use crate::domain::volunteer::{Absence, Clearance, Erasure, NotSame, Skill, StandingStep, Volunteer};
use rusqlite::{Connection, params};
use std::collections::{BTreeSet, HashMap, HashSet};

/// Stands where a name stood: a record is never without one.
const NOBODY: &str = "\u{2014}";

/// Set from an erasure until the file has been written anew.
pub(crate) const WIPE_DUE: &str = "wipe-due";

/// What becomes of a column of a person who is erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mask {
    Name,
    Empty,
    YearAlone,
}

/// The columns that say who a person is, or that may: free texts among them.
fn masks() -> Vec<(&'static Table, Vec<(&'static str, Mask)>)> {
    use Mask::{Empty, Name, YearAlone};
    let texts = |columns: &[&'static str]| columns.iter().map(|column| (*column, Empty)).collect::<Vec<_>>();
    let mut person = vec![("full_name", Name), ("birth_date", YearAlone)];
    person.extend(texts(&[
        "given_name",
        "family_name",
        "own_script_name",
        "residence_place",
        "email",
        "phone",
        "emergency_name",
        "emergency_relation",
        "emergency_phone",
        "occupation_title",
        "qualification",
        "medically_unsupported",
        "notes",
    ]));
    vec![
        (Volunteer::TABLE, person),
        (Skill::TABLE, texts(&["name"])),
        (Clearance::TABLE, texts(&["number", "note"])),
        (Absence::TABLE, texts(&["reason"])),
        (StandingStep::TABLE, texts(&["reason"])),
        (NotSame::TABLE, texts(&["reason"])),
        (Mission::TABLE, texts(&["early_end_reason", "override_reason", "notes"])),
        (StageStep::TABLE, texts(&["reason"])),
        (Milestone::TABLE, texts(&["note"])),
        (Report::TABLE, texts(&["summary", "worked", "not_worked", "follow_up", "materials"])),
        (Transfer::TABLE, texts(&["note"])),
        (Extension::TABLE, texts(&["note"])),
        (Decision::TABLE, texts(&["reason"])),
    ]
}

/// The value in the place of another, the same at every office.
fn masked(mask: Mask, value: &Scalar) -> Scalar {
    match (mask, value) {
        (_, Scalar::Null) | (Mask::Empty, _) => Scalar::Null,
        (Mask::Name, _) => Scalar::Text(NOBODY.into()),
        (Mask::YearAlone, Scalar::Text(day)) => {
            let year: String = day.chars().take_while(|letter| *letter != '-').collect();
            Scalar::Text(format!("{year}-01-01"))
        }
        (Mask::YearAlone, _) => Scalar::Null,
    }
}

/// Masks what ops say of a person's row. Says whether anything was there to mask.
fn mask_cells(table: &Table, columns: &[(&'static str, Mask)], cells: &mut [CellChange]) -> bool {
    let mut changed = false;
    for change in cells {
        let Some(def) = table.cell(change.0) else { continue };
        for (at, column) in def.columns.iter().enumerate() {
            let Some((_, mask)) = columns.iter().find(|(name, _)| name == column) else { continue };
            for values in [&mut change.2, &mut change.3] {
                if let Some(value) = values.get_mut(at) {
                    let mask = masked(*mask, value);
                    changed |= mask != *value;
                    *value = mask;
                }
            }
        }
    }
    changed
}

impl OfficeFile {
    /// Erases a volunteer, for ever: names and contacts go from the record, its parts, their missions, and the whole
    /// history; bundles that come late cannot bring them back. Cannot be undone.
    pub fn erase(&mut self, volunteer: Id, reason: &str) -> Result<Done<()>, StoreError> {
        let reference = self.get::<Volunteer>(volunteer)?.reference;
        let on = self.today();
        // Freed bytes are overwritten, not only forgotten.
        self.connection.execute_batch("PRAGMA secure_delete = ON")?;
        let erasure = Erasure { id: Id::random(), of: volunteer, on, reason: reason.trim().to_owned() };
        let done = self.edit(Op::Erased { reference }, |edit| {
            edit.add(erasure)?;
            local::set(edit.connection(), WIPE_DUE, "1")?;
            enforce(edit.connection(), volunteer)
        })?;
        self.wipe_if_due();
        Ok(done)
    }

    /// Writes the file anew where people were erased since, so that nothing of them is left in it or beside it. The
    /// names are out of every row already; where there is no room for it now, it is tried again when the file is opened.
    pub(crate) fn wipe_if_due(&mut self) {
        let wiped = local::get(&self.connection, WIPE_DUE).and_then(|due| {
            if due.is_none() {
                return Ok(());
            }
            self.connection.execute_batch("PRAGMA secure_delete = ON; VACUUM;")?;
            self.checkpoint()?;
            self.connection.execute("DELETE FROM local WHERE key = ?1", [WIPE_DUE])?;
            Ok(())
        });
        if let Err(error) = wiped {
            tracing::warn!(%error, "the file is to be written anew after an erasure");
        }
    }

    /// The people who were erased, with the day and the ground. Whoever was erased stays so, also where the record was
    /// removed since.
    pub fn erasures(&self) -> Result<Vec<Erasure>, StoreError> {
        let sql = format!("SELECT id, {} FROM erasure ORDER BY no", Erasure::TABLE.columns());
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_map([], Erasure::read)?.collect::<Result<_, _>>()?)
    }
}

/// Erases all that an edit or a bundle has brought of people who are erased. Says whether there was any.
pub(crate) fn enforce_touched(connection: &Connection, touched: &Changes) -> Result<bool, StoreError> {
    let erased: BTreeSet<Id> = connection
        .prepare_cached("SELECT \"of\" FROM erasure")?
        .query_map([], |row| Ok(Id::from_bytes(row.get(0)?)))?
        .collect::<Result<_, _>>()?;
    let touched: HashSet<Id> = touched.records.iter().map(|(_, root)| *root).collect();
    let mut any = false;
    for volunteer in erased {
        let about = About::read(connection, volunteer)?;
        if about.roots.iter().chain(about.elsewhere.values()).any(|root| touched.contains(root)) {
            enforce(connection, volunteer)?;
            any = true;
        }
    }
    Ok(any)
}

/// The people who were erased, those merged into them, and their missions.
pub(crate) fn erased_people(connection: &Connection) -> Result<HashSet<Id>, StoreError> {
    let mut statement = connection.prepare_cached(&roots_of("SELECT \"of\" FROM erasure"))?;
    Ok(statement.query_map([], |row| Ok(Id::from_bytes(row.get(0)?)))?.collect::<Result<_, _>>()?)
}

/// Asks for volunteers, those merged into them, and their missions.
fn roots_of(volunteers: &str) -> String {
    format!(
        "WITH RECURSIVE person (id) AS (
           {volunteers} UNION SELECT v.id FROM volunteer v JOIN person p ON v.merged_into = p.id)
         SELECT id FROM person UNION SELECT m.id FROM mission m JOIN person p ON m.volunteer = p.id"
    )
}

/// What is about a person.
struct About {
    /// The volunteer, those merged into it, their missions.
    roots: Vec<Id>,
    /// Parts of other records that speak of the person, each with its record: what was decided about them is kept with
    /// the placement, and that somebody is not the same person with the other one.
    elsewhere: HashMap<Id, Id>,
}

impl About {
    fn read(connection: &Connection, volunteer: Id) -> Result<Self, StoreError> {
        let mut statement = connection.prepare_cached(&roots_of("SELECT ?1"))?;
        let found = statement.query_map([volunteer.bytes()], |row| Ok(Id::from_bytes(row.get(0)?)))?;
        let roots = found.collect::<Result<Vec<_>, _>>()?;
        let sql = "SELECT id, \"of\" FROM decision WHERE volunteer = ?1
             UNION ALL SELECT id, \"of\" FROM not_same WHERE volunteer = ?1";
        let mut statement = connection.prepare_cached(sql)?;
        let mut elsewhere = HashMap::new();
        for root in &roots {
            let mut rows = statement.query([root.bytes()])?;
            while let Some(row) = rows.next()? {
                elsewhere.insert(Id::from_bytes(row.get(0)?), Id::from_bytes(row.get(1)?));
            }
        }
        Ok(Self { roots, elsewhere })
    }

    fn is_about(&self, row: Id, root: Id) -> bool {
        self.roots.contains(&root) || self.elsewhere.contains_key(&row)
    }
}

/// Takes names and contacts of a person out of rows, ops and descriptions.
pub(crate) fn enforce(connection: &Connection, volunteer: Id) -> Result<(), StoreError> {
    let about = About::read(connection, volunteer)?;
    let mut edits = BTreeSet::new();
    for (table, columns) in masks() {
        mask_rows(connection, table, &columns, &about)?;
        mask_ops(connection, table, &columns, &about, &mut edits)?;
    }
    mask_blocks(connection, &about, &mut edits)?;
    for edit in edits {
        forget_description(connection, edit)?;
    }
    // What offices disagreed about says the same everywhere now.
    let mut ground = OnFile::new(connection)?;
    let mut open = connection.prepare_cached("SELECT tbl, row, root FROM conflict")?;
    let open: Vec<(u16, [u8; 16], [u8; 16])> =
        open.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect::<Result<_, _>>()?;
    for (table, row, root) in open {
        let (row, root) = (RowKey { table, row: Id::from_bytes(row) }, Id::from_bytes(root));
        if about.is_about(row.row, root) {
            for cell in ground.kept_cells(row)? {
                let standing = ground.standing(row, cell)?;
                merge::settle(&mut ground, row, root, cell, &standing)?;
            }
        }
    }
    // A receipt may name a person whose missions broke a rule.
    connection.execute(
        "UPDATE bundle SET receipt = json_set(receipt, '$.broken', json('[]')) WHERE receipt IS NOT NULL",
        [],
    )?;
    Ok(())
}

fn mask_rows(
    connection: &Connection,
    table: &Table,
    columns: &[(&'static str, Mask)],
    about: &About,
) -> Result<(), StoreError> {
    let sets: Vec<String> = columns
        .iter()
        .map(|(column, mask)| match mask {
            Mask::Name => format!("\"{column}\" = '{NOBODY}'"),
            Mask::Empty => format!("\"{column}\" = NULL"),
            Mask::YearAlone => format!("\"{column}\" = substr(\"{column}\", 1, instr(\"{column}\", '-')) || '01-01'"),
        })
        .collect();
    let sets = sets.join(", ");
    let key = if table.owned { "\"of\"" } else { "id" };
    let mut of_root = connection.prepare_cached(&format!("UPDATE \"{}\" SET {sets} WHERE {key} = ?1", table.name))?;
    for root in &about.roots {
        of_root.execute([root.bytes()])?;
    }
    let mut by_row = connection.prepare_cached(&format!("UPDATE \"{}\" SET {sets} WHERE id = ?1", table.name))?;
    for row in about.elsewhere.keys() {
        by_row.execute([row.bytes()])?;
    }
    Ok(())
}

fn mask_ops(
    connection: &Connection,
    table: &Table,
    columns: &[(&'static str, Mask)],
    about: &About,
    edits: &mut BTreeSet<i64>,
) -> Result<(), StoreError> {
    let select = |key: &str| {
        connection.prepare_cached(&format!(
            "SELECT seq, hlc, tbl, row, root, seen_row, cells, replica, edit FROM op WHERE {key} = ?1 AND tbl = ?2"
        ))
    };
    let (mut of_root, mut by_row) = (select("root")?, select("row")?);
    let mut update = connection.prepare_cached("UPDATE op SET cells = ?3 WHERE replica = ?1 AND seq = ?2")?;
    let mut mask = |select: &mut rusqlite::CachedStatement<'_>, id: Id| -> Result<(), StoreError> {
        let mut masked = Vec::new();
        let mut rows = select.query(params![id.bytes(), table.number])?;
        while let Some(row) = rows.next()? {
            let mut op = ops::read(row)?;
            edits.insert(row.get(8)?);
            if mask_cells(table, columns, &mut op.cells) {
                masked.push((row.get::<_, i64>(7)?, op));
            }
        }
        for (replica, op) in masked {
            update.execute(params![replica, op.seq, ops::json(&op.cells)?])?;
        }
        Ok(())
    };
    about.roots.iter().try_for_each(|root| mask(&mut of_root, *root))?;
    about.elsewhere.keys().try_for_each(|row| mask(&mut by_row, *row))
}

fn mask_blocks(connection: &Connection, about: &About, edits: &mut BTreeSet<i64>) -> Result<(), StoreError> {
    let masks = masks();
    let mut select = connection.prepare_cached("SELECT replica, first_seq, body, edit FROM op_block")?;
    let mut rows = select.query([])?;
    let mut rewritten = Vec::new();
    while let Some(row) = rows.next()? {
        let mut ops = ops::unpack(row.get_ref(2)?.as_blob().unwrap_or_default())?;
        let mut changed = false;
        for op in &mut ops {
            let Some((table, columns)) = masks.iter().find(|(table, _)| table.number == op.table) else { continue };
            if about.is_about(op.row, op.root) {
                edits.insert(row.get(3)?);
                changed |= mask_cells(table, columns, &mut op.cells);
            }
        }
        if changed {
            rewritten.push((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, ops::pack(&ops)?));
        }
    }
    let mut update =
        connection.prepare_cached("UPDATE op_block SET body = ?3 WHERE replica = ?1 AND first_seq = ?2")?;
    for (replica, first, body) in rewritten {
        update.execute(params![replica, first, body])?;
    }
    Ok(())
}

/// Takes names out of what an edit says it did; it can no longer be taken back.
fn forget_description(connection: &Connection, edit: i64) -> Result<(), StoreError> {
    let mut select = connection.prepare_cached("SELECT op, rows FROM edit WHERE no = ?1")?;
    let (text, rows): (String, i64) = select.query_row([edit], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let names_nobody = serde_json::from_str(&text).is_ok_and(|op: Op| {
        matches!(
            op,
            Op::NewOffice { .. }
                | Op::ChangedRecords { .. }
                | Op::Accepted { .. }
                | Op::Imported { .. }
                | Op::Sampled { .. }
                | Op::Linked { .. }
                | Op::Settled { .. }
                | Op::Erased { .. }
        )
    });
    let op = if names_nobody {
        text
    } else {
        ops::json(&Op::ChangedRecords { count: usize::try_from(rows).unwrap_or_default() })?
    };
    connection.prepare_cached("UPDATE edit SET op = ?2, state = 2 WHERE no = ?1")?.execute(params![edit, op])?;
    Ok(())
}
