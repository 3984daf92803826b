//! Which records a country office holds: its placements and missions, the volunteers proposed to it or serving with it,
//! what it made itself, and of all offices the organisations and practices: the network and what it learned are for
//! everybody. Head office knows it for each link; a country office sends all it has.

use super::{OfficeFile, StoreError, local};
use crate::domain::Id;
use crate::domain::reference::Country;
use rusqlite::{Connection, params};
use std::collections::{BTreeMap, HashMap, HashSet};

/// The records that an office holds, with the numbers at which each entered and left.
#[derive(Debug)]
pub(crate) struct Scope {
    roots: HashMap<Id, (i64, Option<i64>)>,
    by_entry: BTreeMap<i64, Id>,
}

impl Scope {
    pub(crate) fn of(connection: &Connection, office: Id) -> Result<Self, StoreError> {
        let mut statement = connection.prepare_cached("SELECT root, entered, left FROM scope WHERE office = ?1")?;
        let found = statement.query_map([office.bytes()], |row| {
            Ok((Id::from_bytes(row.get(0)?), (row.get::<_, i64>(1)?, row.get::<_, Option<i64>>(2)?)))
        })?;
        let roots = found.collect::<Result<HashMap<_, _>, _>>()?;
        let staying = roots.iter().filter(|(_, (_, left))| left.is_none());
        let by_entry = staying.map(|(root, (entered, _))| (*entered, *root)).collect();
        Ok(Self { roots, by_entry })
    }

    /// The records that entered after a number and have not left, in the order in which they did.
    pub(crate) fn entered_after(&self, after: i64) -> impl Iterator<Item = (i64, Id)> {
        self.by_entry.range(after + 1..).map(|(entered, root)| (*entered, *root))
    }

    /// Whether the office holds a record at a number.
    pub(crate) fn holds(&self, root: Id, at: i64) -> bool {
        self.roots.get(&root).is_some_and(|(entered, left)| *entered <= at && left.is_none_or(|left| at < left))
    }

    /// The records that left after a number and up to another.
    pub(crate) fn left_between(&self, after: i64, upto: i64) -> Vec<Id> {
        let mut left: Vec<(i64, Id)> =
            self.roots.iter().filter_map(|(root, (_, left))| Some(((*left)?, *root))).collect();
        left.retain(|(left, _)| *left > after && *left <= upto);
        left.sort_unstable();
        left.into_iter().map(|(_, root)| root).collect()
    }

    /// The number at which the last record left.
    pub(crate) fn last_left(&self) -> i64 {
        self.roots.values().filter_map(|(_, left)| *left).max().unwrap_or_default()
    }
}

impl OfficeFile {
    /// Works out anew what a country office holds, and numbers what enters and what leaves. Head office alone does so,
    /// before it sends.
    pub fn refresh_scope(&mut self, office: Id, country: Option<Country>) -> Result<(), StoreError> {
        self.check_still_there()?;
        let transaction = self.connection.unchecked_transaction()?;
        let wanted = wanted(&transaction, office, country)?;
        let before = Scope::of(&transaction, office)?;
        let mut arrived = local::number(&transaction, "arrived")?;
        {
            let mut enter = transaction.prepare_cached(
                "INSERT OR REPLACE INTO scope (office, root, entered, left) VALUES (?1, ?2, ?3, NULL)",
            )?;
            for root in &wanted {
                if before.roots.get(root).is_none_or(|(_, left)| left.is_some()) {
                    arrived += 1;
                    enter.execute(params![office.bytes(), root.bytes(), arrived])?;
                }
            }
            let kept: HashSet<&Id> = wanted.iter().collect();
            let mut leave = transaction.prepare_cached("UPDATE scope SET left = ?3 WHERE office = ?1 AND root = ?2")?;
            let mut leaving: Vec<&Id> = before.by_entry.values().filter(|root| !kept.contains(root)).collect();
            leaving.sort_unstable();
            for root in leaving {
                arrived += 1;
                leave.execute(params![office.bytes(), root.bytes(), arrived])?;
            }
        }
        local::set(&transaction, "arrived", &arrived.to_string())?;
        transaction.commit()?;
        Ok(())
    }
}

/// The records that a country office is to hold, each once, in a fixed order: what others refer to first.
fn wanted(connection: &Connection, office: Id, country: Option<Country>) -> Result<Vec<Id>, StoreError> {
    let made = "made_replica IN (SELECT no FROM replica WHERE office = ?1)";
    let placements = format!("SELECT id FROM placement WHERE country = ?2 OR {made}");
    let serving = format!("SELECT volunteer FROM mission WHERE gone = 0 AND placement IN ({placements})");
    let queries = [
        "SELECT id FROM office WHERE id = ?1 OR hex(id) = (SELECT value FROM local WHERE key = 'office')".to_owned(),
        "SELECT id FROM organisation ORDER BY no".to_owned(),
        format!("SELECT id FROM placement WHERE id IN ({placements}) ORDER BY no"),
        format!("SELECT id FROM volunteer WHERE {made} OR id IN ({serving}) OR merged_into IN ({serving}) ORDER BY no"),
        format!("SELECT id FROM mission WHERE placement IN ({placements}) ORDER BY no"),
        "SELECT id FROM practice ORDER BY no".to_owned(),
    ];
    let code = country.map(|country| country.code().to_string()).unwrap_or_default();
    let (mut wanted, mut seen) = (Vec::new(), HashSet::new());
    for sql in queries {
        // Each query has both parameters, whether it asks for them or not.
        let sql = format!("WITH given (office, country) AS (VALUES (?1, ?2)) {sql}");
        let mut statement = connection.prepare_cached(&sql)?;
        let found = statement.query_map(params![office.bytes(), code], |row| row.get::<_, [u8; 16]>(0))?;
        for id in found {
            let id = Id::from_bytes(id?);
            if seen.insert(id) {
                wanted.push(id);
            }
        }
    }
    Ok(wanted)
}
