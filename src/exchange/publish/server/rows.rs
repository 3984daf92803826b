//! The rows of one table: sent beside the table, compared there, and only what differs is written.

use super::layout::{SchemaName, quoted, sql_type};
use super::{Mirrored, ServerError};
use crate::exchange::publish::{Given, Personal, Published, columns, values};
use crate::store::OfficeFile;
use crate::store::publish::ErasedPeople;
use postgres::Transaction;
use std::io::Write as _;

/// How many bytes are sent at a time.
const BATCH: usize = 256 * 1024;

/// Makes a table of the mirror say what the office file says.
pub(super) fn mirror_table(
    office: &OfficeFile,
    transaction: &mut Transaction<'_>,
    schema: &SchemaName,
    table: &Published,
    erased: &ErasedPeople,
    personal: Personal,
) -> Result<Mirrored, ServerError> {
    let columns = columns(table);
    let made: Vec<String> =
        columns.iter().map(|column| format!("{} {}", quoted(column.name), sql_type(column.kind))).collect();
    let made = made.join(", ");
    transaction.batch_execute(&format!("CREATE TEMPORARY TABLE sojourn_incoming ({made}) ON COMMIT DROP"))?;
    send(office, transaction, table, erased, personal)?;

    let names: Vec<String> = columns.iter().map(|column| quoted(column.name)).collect();
    let list = |before: &str| names.iter().map(|name| format!("{before}{name}")).collect::<Vec<_>>().join(", ");
    let sets: Vec<String> = names.iter().skip(1).map(|name| format!("{name} = i.{name}")).collect();
    let (target, incoming) = (schema.table(table.name), "pg_temp.sojourn_incoming");
    let is_there = |other: &str| format!("EXISTS (SELECT FROM {other} o WHERE o.id = this.id)");
    let gone = format!("DELETE FROM {target} this WHERE NOT {}", is_there(incoming));
    let changed = format!(
        "UPDATE {target} this SET {}, updated_at = now() FROM {incoming} i
         WHERE i.id = this.id AND ({}) IS DISTINCT FROM ({})",
        sets.join(", "),
        list("this."),
        list("i.")
    );
    let new = format!(
        "INSERT INTO {target} ({}, updated_at) SELECT {}, now() FROM {incoming} this WHERE NOT {}",
        list(""),
        list("this."),
        is_there(&target)
    );
    let mirrored = Mirrored {
        gone: transaction.execute(&gone, &[])?,
        changed: transaction.execute(&changed, &[])?,
        new: transaction.execute(&new, &[])?,
    };
    if mirrored != Mirrored::default() {
        // The server keeps the commonest values of each column for its planner, names among them, and shows them to
        // whoever may read the table: they must go with the rows.
        transaction.batch_execute(&format!("ANALYZE {target}"))?;
    }
    transaction.batch_execute("DROP TABLE pg_temp.sojourn_incoming")?;
    Ok(mirrored)
}

/// Sends all rows of a table, a batch at a time.
fn send(
    office: &OfficeFile,
    transaction: &mut Transaction<'_>,
    table: &Published,
    erased: &ErasedPeople,
    personal: Personal,
) -> Result<(), ServerError> {
    let mut copy = transaction.copy_in("COPY pg_temp.sojourn_incoming FROM STDIN")?;
    let mut batch = Vec::with_capacity(BATCH);
    office.each_kept_row::<ServerError>(table.name, erased, |row| {
        write_row(&values(table, &row, personal)?, &mut batch);
        if batch.len() >= BATCH {
            copy.write_all(&batch)?;
            batch.clear();
        }
        Ok(())
    })?;
    copy.write_all(&batch)?;
    copy.finish()?;
    transaction.batch_execute("ANALYZE pg_temp.sojourn_incoming")?;
    Ok(())
}

/// One row in the text form of COPY: tabs between, `\N` for nothing, backslashes before what would end a value.
fn write_row(values: &[Given], to: &mut Vec<u8>) {
    for (at, value) in values.iter().enumerate() {
        if at > 0 {
            to.push(b'\t');
        }
        if *value == Given::Nothing {
            to.extend_from_slice(b"\\N");
            continue;
        }
        for byte in value.to_string().bytes() {
            match byte {
                // The server keeps no NUL in texts.
                0 => {}
                b'\\' => to.extend_from_slice(b"\\\\"),
                b'\n' => to.extend_from_slice(b"\\n"),
                b'\r' => to.extend_from_slice(b"\\r"),
                b'\t' => to.extend_from_slice(b"\\t"),
                other => to.push(other),
            }
        }
    }
    to.push(b'\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_can_end_a_value_or_the_rows() {
        let text = |text: &str| Given::Text(text.into());
        let mut written = Vec::new();
        write_row(
            &[text("a\tb\nc\\\r"), Given::Nothing, text("\\."), text(""), Given::Flag(true), text("x\0y")],
            &mut written,
        );
        assert_eq!(String::from_utf8_lossy(&written), "a\\tb\\nc\\\\\\r\t\\N\t\\\\.\t\ttrue\txy\n");
    }
}
