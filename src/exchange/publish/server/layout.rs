//! The schema on the server: its tables, what is said of them there, and the mark by which Sojourn knows it again.

use super::ServerError;
use crate::exchange::publish::{Kind, Personal, Privacy, Published, TABLES, columns};
use postgres::Transaction;
use std::fmt::Write as _;

/// The table by which Sojourn knows a schema that it made.
const MARK: &str = "sojourn_mirror";

/// A view of missions with names, for reports that need no more.
const OVERVIEW: &str = "mission_overview";

/// Name of a schema: small letters, digits and underscores, so that nobody ever needs to quote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemaName(String);

impl SchemaName {
    /// Takes a name of at most 63 letters that the server keeps as it is; says what is wrong with another.
    pub fn parse(text: &str) -> Result<Self, String> {
        let begins = text.starts_with(|letter: char| letter.is_ascii_lowercase() || letter == '_');
        let goes_on = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
        if !begins || !text.chars().all(goes_on) || text.len() > 63 {
            return Err("a name has small letters a to z, digits and underscores, 63 at the most".into());
        }
        if text.starts_with("pg_") || text == "information_schema" {
            return Err("that is the server's own".into());
        }
        Ok(Self(text.into()))
    }

    /// A table of the schema, in SQL.
    pub(super) fn table(&self, name: &str) -> String {
        format!("{}.{}", quoted(&self.0), quoted(name))
    }

    /// What two runs for the same schema both lock.
    pub(super) fn lock(&self) -> String {
        format!("sojourn {}", self.0)
    }
}

impl std::fmt::Display for SchemaName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whose data a schema holds, and how much of people.
pub(super) struct Marker {
    pub(super) office: String,
    pub(super) office_name: String,
    pub(super) personal: Personal,
}

/// A name in SQL.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// What the server calls a kind of value.
pub(super) fn sql_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::Codes => "text",
        Kind::Number => "integer",
        Kind::Flag => "boolean",
        Kind::Date => "date",
        Kind::Id => "uuid",
        Kind::Json => "jsonb",
    }
}

/// Makes the schema and its tables where they are not as they should be. Refuses one that is not for this office's data.
pub(super) fn prepare(
    transaction: &mut Transaction<'_>,
    schema: &SchemaName,
    marker: &Marker,
) -> Result<(), ServerError> {
    let sql = "SELECT n.oid::bigint,
               EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = n.oid AND c.relname = $2 AND c.relkind = 'r'),
               EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = n.oid)
               OR EXISTS (SELECT FROM pg_proc p WHERE p.pronamespace = n.oid)
               OR EXISTS (SELECT FROM pg_type t WHERE t.typnamespace = n.oid)
        FROM pg_namespace n WHERE n.nspname = $1";
    let statements = statements(schema);
    let layout = blake3::hash(statements.as_bytes()).to_hex().to_string();
    match transaction.query_opt(sql, &[&schema.0, &MARK])? {
        None => transaction.batch_execute(&format!("CREATE SCHEMA {}", quoted(&schema.0)))?,
        Some(found) if found.try_get(1)? => {
            let mark = schema.table(MARK);
            let sql = format!("SELECT office::text, office_name, layout FROM {mark}");
            if let Some(found) = transaction.query_opt(&sql, &[])? {
                if found.try_get::<_, String>(0)? != marker.office {
                    let office = found.try_get(1)?;
                    return Err(ServerError::OtherOffice { schema: schema.to_string(), office });
                }
                if found.try_get::<_, String>(2)? == layout {
                    // Tables that are as they should be are not locked against readers.
                    return Ok(());
                }
            }
            refuse_unknown(transaction, schema)?;
        }
        // Who looks after the server may have made it for us.
        Some(found) if !found.try_get::<_, bool>(2)? => {}
        Some(_) => return Err(ServerError::NotOurs(schema.to_string())),
    }
    transaction.batch_execute(&statements)?;
    let sql = format!(
        "INSERT INTO {} (layout, office, office_name, personal, published_at)
         VALUES ($1, ($2::text)::uuid, $3, $4, now()) ON CONFLICT (only_one) DO UPDATE SET layout = $1",
        schema.table(MARK)
    );
    transaction.execute(&sql, &[&layout, &marker.office, &clean(&marker.office_name), &marker.personal.code()])?;
    Ok(())
}

/// Refuses tables with columns that a newer program made: nobody would keep what is in them right, and somebody who is
/// erased would stay there.
fn refuse_unknown(transaction: &mut Transaction<'_>, schema: &SchemaName) -> Result<(), ServerError> {
    let sql = "SELECT c.relname::text, a.attname::text FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = $1 AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped ORDER BY 1, a.attnum";
    for row in transaction.query(sql, &[&schema.0])? {
        let (table, column): (String, String) = (row.try_get(0)?, row.try_get(1)?);
        let Some(known) = TABLES.iter().find(|known| known.name == table) else { continue };
        if column != "updated_at" && !columns(known).iter().any(|known| known.name == column) {
            return Err(ServerError::UnknownColumn(format!("{table}.{column}")));
        }
    }
    Ok(())
}

/// Says whose data the schema holds now, and since when.
pub(super) fn mark(transaction: &mut Transaction<'_>, schema: &SchemaName, marker: &Marker) -> Result<(), ServerError> {
    let sql = format!("UPDATE {} SET office_name = $1, personal = $2, published_at = now()", schema.table(MARK));
    transaction.execute(&sql, &[&clean(&marker.office_name), &marker.personal.code()])?;
    Ok(())
}

/// The server keeps no NUL in texts.
fn clean(text: &str) -> String {
    text.replace('\0', "")
}

/// All that makes the tables, also where an older program made them.
fn statements(schema: &SchemaName) -> String {
    let mut sql = String::new();
    let mark = schema.table(MARK);
    // Writing to a `String` cannot fail.
    let _ = write!(
        sql,
        "COMMENT ON SCHEMA {} IS 'Mirror of an office file of Sojourn, one way: changes here are written over';
         CREATE TABLE IF NOT EXISTS {mark} (
             only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one), layout text NOT NULL, office uuid NOT NULL,
             office_name text NOT NULL, personal text NOT NULL, published_at timestamptz NOT NULL);
         COMMENT ON TABLE {mark} IS 'Whose data the schema holds';
         COMMENT ON COLUMN {mark}.personal IS 'How much of people: none, names, all';
         COMMENT ON COLUMN {mark}.published_at IS 'When it was published last, whether rows changed or not';\n",
        quoted(&schema.0)
    );
    for table in TABLES {
        table_statements(&mut sql, schema, table);
    }
    let overview = schema.table(OVERVIEW);
    let [mission, volunteer, placement, organisation] =
        ["mission", "volunteer", "placement", "organisation"].map(|name| schema.table(name));
    let _ = write!(
        sql,
        "CREATE OR REPLACE VIEW {overview} AS
         SELECT m.id, m.reference, m.stage, m.first AS first_day, m.last AS last_day,
             v.reference AS volunteer_reference, v.full_name AS volunteer_name,
             p.reference AS placement_reference, p.title AS placement_title, p.country, p.duty_station, p.programme,
             o.name AS partner
         FROM {mission} m
         LEFT JOIN {volunteer} v ON v.id = m.volunteer
         LEFT JOIN {placement} p ON p.id = m.placement
         LEFT JOIN {organisation} o ON o.id = p.organisation;
         COMMENT ON VIEW {overview} IS 'Missions with placement, partner and country; names where they were published';\n",
    );
    sql
}

fn table_statements(sql: &mut String, schema: &SchemaName, table: &Published) {
    let name = schema.table(table.name);
    let _ = writeln!(
        sql,
        "CREATE TABLE IF NOT EXISTS {name} (id uuid PRIMARY KEY, updated_at timestamptz NOT NULL);
         COMMENT ON TABLE {name} IS {};
         COMMENT ON COLUMN {name}.updated_at IS 'When this row last changed here';",
        literal(table.meaning)
    );
    for column in columns(table) {
        let (column_name, kind) = (quoted(column.name), sql_type(column.kind));
        let personal = match column.privacy {
            Privacy::Open => String::new(),
            Privacy::Never => " (never published)".into(),
            privacy => format!(" (personal: {})", privacy.code()),
        };
        let meaning = literal(&format!("{}{personal}", column.meaning));
        let _ = writeln!(
            sql,
            "ALTER TABLE {name} ADD COLUMN IF NOT EXISTS {column_name} {kind};
             COMMENT ON COLUMN {name}.{column_name} IS {meaning};"
        );
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn names_of_schemas_need_no_quotes() {
        for good in ["sojourn", "_reports_2027", "a"] {
            assert_eq!(SchemaName::parse(good).unwrap().to_string(), good);
        }
        for bad in ["", "Reports", "9lives", "a-b", "a b", "a\"; DROP", "pg_temp", "information_schema", "é"] {
            assert!(SchemaName::parse(bad).is_err(), "{bad}");
        }
        assert!(SchemaName::parse(&"a".repeat(64)).is_err());
    }

    #[test]
    fn every_column_is_made_and_described_on_the_server() {
        let schema = SchemaName::parse("reports").unwrap();
        let sql = statements(&schema);
        for table in TABLES {
            assert!(![MARK, OVERVIEW].contains(&table.name));
            for column in columns(table) {
                let place = format!("{}.{}", schema.table(table.name), quoted(column.name));
                assert!(sql.contains(&format!("COMMENT ON COLUMN {place} IS '{}", column.meaning.replace('\'', "''"))));
            }
        }
    }
}
