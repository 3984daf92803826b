//! Reading what reports are counted from, in a few statements, each over one table.

use super::table::Record;
use super::{OfficeFile, StoreError};
use crate::domain::Id;
use crate::domain::reports::{Facts, Report, ReportName, ReportQuery, report};
use rusqlite::ToSql;
use std::collections::HashMap;

impl OfficeFile {
    /// Counts a report as of today.
    pub fn report(&self, name: ReportName, query: &ReportQuery) -> Result<Report, StoreError> {
        Ok(report(name, query, &self.facts(name, query)?))
    }

    /// The records that a report over a period needs, and no others where that saves much.
    pub fn facts(&self, name: ReportName, query: &ReportQuery) -> Result<Facts, StoreError> {
        let days = [query.days.first.to_string(), query.days.last.to_string()];
        let mut facts = Facts {
            today: self.today(),
            papers: self.office()?.matching.rules.papers,
            volunteers: self.by_id("id IN (SELECT volunteer FROM mission WHERE gone = 0)")?,
            placements: self.by_id("1")?,
            missions: self.all()?,
            ..Facts::default()
        };
        if name.needs_steps() {
            facts.steps = self.all()?;
        }
        if name.needs_reports() {
            facts.reports = self.all()?;
        }
        match name {
            ReportName::Training => {
                facts.trained = self.all()?;
                facts.transfers = self.all()?;
                facts.objectives = self.all()?;
            }
            ReportName::Discipline => {
                facts.milestones = self.those("due BETWEEN ?1 AND ?2", &days)?;
                let begun = "\"of\" IN (SELECT volunteer FROM mission WHERE gone = 0 AND first BETWEEN ?1 AND ?2)";
                facts.clearances = self.those(begun, &days)?;
            }
            ReportName::Partners => {
                facts.organisations = self.by_id("1")?;
                facts.links = self.all()?;
            }
            ReportName::Learning => {
                facts.practices = self.by_id("1")?;
                facts.replications = self.all()?;
            }
            _ => {}
        }
        Ok(facts)
    }

    /// The programmes that placements name, each once, in the order of the alphabet.
    pub fn programmes(&self) -> Result<Vec<String>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT DISTINCT trim(programme) FROM placement WHERE gone = 0 AND trim(programme) <> '' ORDER BY 1",
        )?;
        let found = statement.query_map([], |row| row.get(0))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// The records of a table for which a condition holds, in the order in which they were made.
    fn those<T: Record>(&self, condition: &str, values: &[String]) -> Result<Vec<T>, StoreError> {
        let (columns, table) = (T::TABLE.columns(), T::TABLE.name);
        let sql = format!("SELECT id, {columns} FROM \"{table}\" WHERE gone = 0 AND {condition} ORDER BY no");
        let values: Vec<&dyn ToSql> = values.iter().map(|value| value as &dyn ToSql).collect();
        let mut statement = self.connection.prepare_cached(&sql)?;
        let found = statement.query_map(values.as_slice(), T::read)?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    fn by_id<T: Record>(&self, condition: &str) -> Result<HashMap<Id, T>, StoreError> {
        Ok(self.those::<T>(condition, &[])?.into_iter().map(|record| (record.id(), record)).collect())
    }
}
