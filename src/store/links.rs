//! The offices that this one exchanges bundles with, and how far each has come.

use super::detail::own_office;
use super::{OfficeFile, StoreError, local};
use crate::domain::Id;
use crate::domain::office::Role;
use crate::domain::reference::Country;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How far a link has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkState {
    /// The other office was invited and has not been heard of yet.
    Invited,
    /// Both exchange bundles.
    Linked,
    /// Nothing is exchanged any more.
    Ended,
}

impl LinkState {
    fn code(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Linked => "linked",
            Self::Ended => "ended",
        }
    }

    fn parse(code: &str) -> Self {
        match code {
            "invited" => Self::Invited,
            "linked" => Self::Linked,
            _ => Self::Ended,
        }
    }
}

/// The numbers of ops that an office holds, as ranges, for each copy that it spoke of.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Holds(BTreeMap<i64, Vec<(i64, i64)>>);

impl Holds {
    /// Whether an op is among them.
    pub(crate) fn contains(&self, replica: i64, seq: i64) -> bool {
        let ranges = self.0.get(&replica);
        ranges.is_some_and(|ranges| ranges.iter().any(|(first, last)| (*first..=*last).contains(&seq)))
    }
}

/// An office that this one exchanges bundles with.
#[derive(Debug, Clone, PartialEq)]
pub struct OfficeLink {
    /// Its id; of one that was invited, the id of the invitation.
    pub office: Id,
    /// Its name.
    pub name: String,
    /// What it is.
    pub role: Role,
    /// The country it works in.
    pub country: Option<Country>,
    /// How far the link has come.
    pub state: LinkState,
    /// The key that its signatures are checked with (ed25519); of one that was invited, the key of the invitation.
    pub sign_key: Option<[u8; 32]>,
    /// What is sent to it is sealed for this key (age recipient); empty while it is not known.
    pub seal_key: String,
    /// Number of the last bundle sent to it.
    pub last_number: i64,
    /// What arrived here up to this number was sent to it.
    pub sent: i64,
    /// Up to this number it has said that it has it.
    pub confirmed: i64,
    /// The copy that wrote the last bundle from it.
    pub their_replica: Option<i64>,
    /// What arrived there up to this number has come here.
    pub their_upto: i64,
    /// What it said that it holds.
    pub holds: Holds,
}

impl OfficeLink {
    /// A link with an office that nothing has come from yet.
    pub fn new(office: Id, name: &str, role: Role, country: Option<Country>, sign_key: [u8; 32]) -> Self {
        Self {
            office,
            name: name.to_owned(),
            role,
            country,
            state: LinkState::Invited,
            sign_key: Some(sign_key),
            seal_key: String::new(),
            last_number: 0,
            sent: 0,
            confirmed: 0,
            their_replica: None,
            their_upto: 0,
            holds: Holds::default(),
        }
    }
}

/// A bundle that was sent or received.
#[derive(Debug, Clone, PartialEq)]
pub struct BundleEntry {
    /// The other office.
    pub office: Id,
    /// Whether it was sent.
    pub sent: bool,
    /// The copy that wrote it.
    pub replica: i64,
    /// Its number.
    pub number: i64,
    /// It holds what arrived at the sender after this number ...
    pub after: i64,
    /// ... up to this one.
    pub upto: i64,
    /// BLAKE3 of its payload.
    pub hash: Vec<u8>,
    /// When, in UTC.
    pub at: DateTime<Utc>,
    /// Edits in it.
    pub edits: i64,
    /// Row changes in it.
    pub ops: i64,
    /// Bytes of the file.
    pub bytes: i64,
    /// Of a received one what came of it, as JSON.
    pub receipt: Option<String>,
}

/// How far the own edits have come, towards one office.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Waiting {
    /// Edits that no bundle holds yet.
    pub unsent: i64,
    /// Edits that were sent and not confirmed.
    pub unconfirmed: i64,
}

const COLUMNS: &str = "office, name, role, country, state, sign_key, seal_key, last_number, sent, confirmed,
     their_replica, their_upto, their_holds";

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<OfficeLink> {
    let text = |at: usize| row.get::<_, Option<String>>(at).map(Option::unwrap_or_default);
    Ok(OfficeLink {
        office: Id::from_bytes(row.get(0)?),
        name: text(1)?,
        role: Role::parse(&text(2)?).unwrap_or(Role::Country),
        country: Country::parse_code(&text(3)?),
        state: LinkState::parse(&text(4)?),
        sign_key: row.get(5)?,
        seal_key: text(6)?,
        last_number: row.get(7)?,
        sent: row.get(8)?,
        confirmed: row.get(9)?,
        their_replica: row.get(10)?,
        their_upto: row.get(11)?,
        holds: serde_json::from_str(&text(12)?).unwrap_or_default(),
    })
}

/// Writes a link in the place of what is kept of that office.
pub(crate) fn write(connection: &Connection, link: &OfficeLink) -> Result<(), StoreError> {
    let sql =
        format!("INSERT OR REPLACE INTO office_link ({COLUMNS}) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13)");
    connection.prepare_cached(&sql)?.execute(params![
        link.office.bytes(),
        link.name,
        link.role.code(),
        link.country.map(|country| country.code().to_string()),
        link.state.code(),
        link.sign_key,
        link.seal_key,
        link.last_number,
        link.sent,
        link.confirmed,
        link.their_replica,
        link.their_upto,
        serde_json::to_string(&link.holds).map_err(|error| StoreError::Damaged(error.to_string()))?,
    ])?;
    Ok(())
}

/// The link with an office.
pub(crate) fn find(connection: &Connection, office: Id) -> Result<OfficeLink, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM office_link WHERE office = ?1");
    connection.prepare_cached(&sql)?.query_row([office.bytes()], read).map_err(|error| match error {
        rusqlite::Error::QueryReturnedNoRows => StoreError::NotLinked,
        other => other.into(),
    })
}

/// Notes a bundle that was sent or received.
pub(crate) fn note(connection: &Connection, entry: &BundleEntry) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO bundle (office, sent, replica, number, after, upto, hash, at, edits, ops, bytes, receipt)
             VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12)",
        )?
        .execute(params![
            entry.office.bytes(),
            entry.sent,
            entry.replica,
            entry.number,
            entry.after,
            entry.upto,
            entry.hash,
            entry.at.timestamp_millis(),
            entry.edits,
            entry.ops,
            entry.bytes,
            entry.receipt,
        ])?;
    Ok(())
}

/// Edits for an office that arrived here after one number and up to another: what head office has of others for a country
/// office, as far as it is for it; what a country office made itself. What came from there is not counted.
pub(crate) fn edits_between(connection: &Connection, office: Id, after: i64, upto: i64) -> Result<i64, StoreError> {
    let is_head = own_office(connection)?.is_some_and(|office| office.role == Role::Head);
    let sql = if is_head {
        "SELECT count(DISTINCT o.edit) FROM op o JOIN scope s ON s.office = ?3 AND s.root = o.root
         WHERE o.arrived > ?1 AND o.arrived <= ?2 AND o.arrived > s.entered AND s.left IS NULL
           AND o.replica NOT IN (SELECT no FROM replica WHERE office = ?3)"
    } else {
        // What was made here and has come back after a restore is among what is held.
        "WITH own (no) AS (SELECT no FROM replica
             WHERE office <> ?3 AND hex(office) = (SELECT value FROM local WHERE key = 'office'))
         SELECT count(*) FROM (
           SELECT edit FROM op WHERE arrived > ?1 AND arrived <= ?2 AND replica IN (SELECT no FROM own)
             AND NOT EXISTS (SELECT 1 FROM held h WHERE h.replica = op.replica
                             AND op.seq BETWEEN h.first_seq AND h.last_seq)
           UNION
           SELECT edit FROM op_block WHERE arrived + last_seq - first_seq > ?1 AND arrived <= ?2
             AND replica IN (SELECT no FROM own))"
    };
    Ok(connection.prepare_cached(sql)?.query_row(params![after, upto, office.bytes()], |row| row.get(0))?)
}

impl OfficeFile {
    /// The offices that this one exchanges bundles with, by name.
    pub fn links(&self) -> Result<Vec<OfficeLink>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM office_link ORDER BY name, office");
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_map([], read)?.collect::<Result<_, _>>()?)
    }

    /// The link with an office.
    pub fn link(&self, office: Id) -> Result<OfficeLink, StoreError> {
        find(&self.connection, office)
    }

    /// Keeps a link, in the place of what was kept of that office.
    pub fn keep_link(&mut self, link: &OfficeLink) -> Result<(), StoreError> {
        self.check_still_there()?;
        write(&self.connection, link)
    }

    /// Forgets an office that was invited and never heard of, because its invitation could not be written.
    pub fn take_back_invitation(&mut self, office: Id) -> Result<(), StoreError> {
        self.check_still_there()?;
        let sql = "DELETE FROM office_link WHERE office = ?1 AND state = ?2";
        self.connection.execute(sql, params![office.bytes(), LinkState::Invited.code()])?;
        Ok(())
    }

    /// Takes the real id of an office that was invited, once it has been heard of, in the place of the invitation's.
    pub fn rename_link(&mut self, from: Id, to: Id) -> Result<(), StoreError> {
        self.check_still_there()?;
        let transaction = self.connection.unchecked_transaction()?;
        for sql in [
            "UPDATE OR REPLACE office_link SET office = ?2 WHERE office = ?1",
            "UPDATE OR REPLACE bundle SET office = ?2 WHERE office = ?1",
            "UPDATE OR REPLACE scope SET office = ?2 WHERE office = ?1",
        ] {
            transaction.execute(sql, params![from.bytes(), to.bytes()])?;
        }
        transaction.commit()?;
        Ok(())
    }

    /// The random id of this copy of the file.
    pub fn replica_id(&self) -> Result<i64, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT id FROM replica WHERE no = ?1")?;
        Ok(statement.query_row([self.replica], |row| row.get(0))?)
    }

    /// The number that the last change got on its arrival.
    pub fn arrived(&self) -> Result<i64, StoreError> {
        local::number(&self.connection, "arrived")
    }

    /// What this file holds of the copies of this office and of another.
    pub fn holds(&self, other: Id) -> Result<Holds, StoreError> {
        let own = self.office()?.id;
        let mut statement =
            self.connection.prepare_cached("SELECT no, id, office FROM replica WHERE office IN (?1, ?2)")?;
        let replicas = statement.query_map(params![own.bytes(), other.bytes()], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, Id::from_bytes(row.get(2)?)))
        })?;
        let mut holds = Holds::default();
        for replica in replicas {
            let (no, id, office) = replica?;
            let mut ranges = self.ranges(no)?;
            if office == own && ranges.is_empty() {
                // What was made here is here, from the first to the last.
                let last = super::replica::last_seq(&self.connection, no)?;
                if last > 0 {
                    ranges.push((1, last));
                }
            }
            holds.0.insert(id, ranges);
        }
        Ok(holds)
    }

    fn ranges(&self, replica: i64) -> Result<Vec<(i64, i64)>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT first_seq, last_seq FROM held WHERE replica = ?1 ORDER BY first_seq")?;
        let found = statement.query_map([replica], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// Bundles exchanged with an office, the newest first.
    pub fn bundles(&self, office: Id, most: usize) -> Result<Vec<BundleEntry>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT office, sent, replica, number, after, upto, hash, at, edits, ops, bytes, receipt FROM bundle
             WHERE office = ?1 ORDER BY at DESC, number DESC LIMIT ?2",
        )?;
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let found = statement.query_map(params![office.bytes(), most], |row| {
            Ok(BundleEntry {
                office: Id::from_bytes(row.get(0)?),
                sent: row.get(1)?,
                replica: row.get(2)?,
                number: row.get(3)?,
                after: row.get(4)?,
                upto: row.get(5)?,
                hash: row.get(6)?,
                at: DateTime::from_timestamp_millis(row.get(7)?).unwrap_or_default(),
                edits: row.get(8)?,
                ops: row.get(9)?,
                bytes: row.get(10)?,
                receipt: row.get(11)?,
            })
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// Notes that a bundle was written for an office, in one step with its number.
    pub fn note_bundle(&mut self, entry: &BundleEntry) -> Result<(), StoreError> {
        self.check_still_there()?;
        let transaction = self.connection.unchecked_transaction()?;
        let mut link = find(&transaction, entry.office)?;
        link.last_number = link.last_number.max(entry.number);
        link.sent = link.sent.max(entry.upto);
        write(&transaction, &link)?;
        note(&transaction, entry)?;
        transaction.commit()?;
        Ok(())
    }

    /// How many edits of this office wait on the way to another.
    pub fn waiting(&self, link: &OfficeLink) -> Result<Waiting, StoreError> {
        let between = |after, upto| edits_between(&self.connection, link.office, after, upto);
        let sent = link.sent.max(link.confirmed);
        Ok(Waiting { unsent: between(sent, i64::MAX)?, unconfirmed: between(link.confirmed, sent)? })
    }
}
