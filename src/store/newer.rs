//! Ops that a newer program wrote: kept word for word, passed on, and applied once this program knows what they are about.

use super::ground::OnFile;
use super::merge::{self, Ground as _, OpName, RowKey};
use super::records::table;
use super::{StoreError, ops};
use rusqlite::{Connection, params};

/// Applies the ops that are understood now, after an upgrade. Those of which it still does not know the table, a cell or
/// the kind stay.
pub(crate) fn apply_understood(connection: &Connection) -> Result<(), StoreError> {
    let waiting: Vec<(OpName, bool)> = connection
        .prepare_cached("SELECT replica, seq, taken_in FROM not_understood ORDER BY replica, seq")?
        .query_map([], |row| Ok((OpName(row.get(0)?, row.get(1)?), row.get(2)?)))?
        .collect::<Result<_, _>>()?;
    if waiting.is_empty() {
        return Ok(());
    }
    let transaction = connection.unchecked_transaction()?;
    let mut ground = OnFile::new(&transaction)?;
    for (name, taken_in) in waiting {
        let Some(op) = ops::find(&transaction, name)? else { continue };
        let Some(table) = table(op.table) else { continue };
        if op.cells.iter().any(|cell| table.cell(cell.0).is_none()) {
            continue;
        }
        if taken_in {
            let row = RowKey { table: op.table, row: op.row };
            for cell in &op.cells {
                let mut standing = ground.standing(row, cell.0)?;
                if standing.heads.is_empty() {
                    standing.heads.extend(ground.row(row)?.map(|row| row.made));
                }
                merge::settle(&mut ground, row, op.root, cell.0, &standing)?;
            }
        } else {
            merge::take_in(&mut ground, name, &op)?;
        }
        transaction.execute("DELETE FROM not_understood WHERE replica = ?1 AND seq = ?2", params![name.0, name.1])?;
    }
    transaction.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::office::Role;
    use crate::domain::volunteer::Volunteer;
    use crate::store::{NewOffice, OfficeFile, Op};

    /// What was kept from a newer program is there after the upgrade.
    #[test]
    fn what_a_newer_program_wrote_is_applied_once_it_is_understood() {
        let new = NewOffice { name: "Nairobi".into(), country: None, role: Role::Country };
        let mut file = OfficeFile::in_memory(&new.record().unwrap()).unwrap();
        let person = Volunteer { full_name: "Ana Silva".into(), ..Volunteer::default() };
        let ana = file.edit(Op::Auto, |edit| edit.add(person)).unwrap().value;
        file.change::<Volunteer>(ana, |ana| ana.email = "ana@example.org".into()).unwrap();
        // As an older program would have it: the table was unknown to it, the rows never made.
        file.connection
            .execute_batch(
                "DELETE FROM volunteer; DELETE FROM head WHERE tbl = 2;
                 INSERT INTO not_understood SELECT replica, seq, 0 FROM op WHERE tbl = 2;",
            )
            .unwrap();
        assert!(file.find::<Volunteer>(ana).unwrap().is_none());
        apply_understood(&file.connection).unwrap();
        assert_eq!(file.get::<Volunteer>(ana).unwrap().email, "ana@example.org");
        // And a cell that it did not know.
        file.connection
            .execute_batch(
                "UPDATE volunteer SET email = NULL;
                 INSERT INTO not_understood SELECT replica, max(seq), 1 FROM op WHERE tbl = 2;",
            )
            .unwrap();
        apply_understood(&file.connection).unwrap();
        assert_eq!(file.get::<Volunteer>(ana).unwrap().email, "ana@example.org");
    }
}
