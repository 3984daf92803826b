//! What a person did, in a form that the history can describe in any language.

use crate::domain::decision::DecisionKind;
use crate::domain::mission::Stage;
use crate::domain::reference::{Country, Tongue};
use crate::domain::{Kind, ListKind};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One thing a person did: the description of an edit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "did", rename_all = "kebab-case")]
pub enum Op {
    /// To be worked out from the rows that were changed.
    Auto,
    /// Made the office.
    NewOffice {
        /// Its name.
        name: String,
    },
    /// Made a record.
    Added {
        /// What it is.
        kind: Kind,
        /// Its name and short reference.
        name: String,
    },
    /// Removed a record.
    Removed {
        /// What it is.
        kind: Kind,
        /// Its name and short reference.
        name: String,
    },
    /// Changed one field.
    Changed {
        /// The record it belongs to.
        kind: Kind,
        /// Name and short reference of that record.
        name: String,
        /// The field, as named in the file: `birth_date`, `volunteer_language`.
        field: String,
        /// What it was, as written in the file; empty for nothing.
        from: String,
        /// What it became.
        to: String,
    },
    /// Changed several fields or parts of one record.
    ChangedMany {
        /// The record.
        kind: Kind,
        /// Its name and short reference.
        name: String,
        /// How many cells.
        count: usize,
    },
    /// Changed several records.
    ChangedRecords {
        /// How many.
        count: usize,
    },
    /// Proposed a volunteer for a placement.
    Placed {
        /// Name of the volunteer.
        volunteer: String,
        /// Title of the placement.
        placement: String,
        /// First day.
        first: NaiveDate,
        /// Last day.
        last: NaiveDate,
    },
    /// Moved a mission to another stage.
    Stepped {
        /// Name of the volunteer.
        volunteer: String,
        /// Title of the placement.
        placement: String,
        /// The stage it has now.
        stage: Stage,
    },
    /// Moved a mission to other days.
    Moved {
        /// Name of the volunteer.
        volunteer: String,
        /// Title of the placement.
        placement: String,
        /// First day.
        first: NaiveDate,
        /// Last day.
        last: NaiveDate,
    },
    /// Made a mission last longer.
    Extended {
        /// Name of the volunteer.
        volunteer: String,
        /// Title of the placement.
        placement: String,
        /// The new last day.
        last: NaiveDate,
    },
    /// Let a volunteer go on in another placement.
    Reassigned {
        /// Name of the volunteer.
        volunteer: String,
        /// Title of the placement before.
        from: String,
        /// Title of the placement since.
        to: String,
    },
    /// Proposed several people at once, as planned.
    Accepted {
        /// How many.
        count: usize,
    },
    /// Decided something about a person and a placement.
    Decided {
        /// What.
        kind: DecisionKind,
        /// Name of the volunteer.
        volunteer: String,
        /// Title of the placement.
        placement: String,
        /// The last day on which it stands, where it has one.
        until: Option<NaiveDate>,
    },
    /// Took back what was decided about a person and a placement.
    Undecided {
        /// What.
        kind: DecisionKind,
        /// Name of the volunteer.
        volunteer: String,
        /// Title of the placement.
        placement: String,
    },
    /// Set weights, rules or presets of matching.
    SetMatching,
    /// Set the milestones that missions get.
    SetTemplates,
    /// Set the reports that missions owe.
    SetReporting,
    /// Brought in the public holidays of a country.
    SetHolidays {
        /// The country.
        country: Country,
        /// How many there are now that were not there before.
        added: usize,
    },
    /// Took out the public holidays of a country.
    RemovedHolidays {
        /// The country.
        country: Country,
        /// How many there were.
        removed: usize,
    },
    /// Brought in a sheet.
    Imported {
        /// What its rows are.
        kind: ListKind,
        /// Name of the file.
        file: String,
        /// Rows that became new records.
        added: usize,
        /// Rows that changed records.
        updated: usize,
    },
    /// Filled the office with made-up people.
    Sampled {
        /// Volunteers made.
        volunteers: usize,
        /// Placements made.
        placements: usize,
        /// Missions made.
        missions: usize,
    },
    /// Linked the office with another.
    Linked {
        /// Its name.
        name: String,
    },
    /// Erased a person.
    Erased {
        /// Short reference of the record; it is kept.
        reference: String,
    },
    /// Decided what stands where offices disagreed.
    Settled {
        /// In how many fields.
        count: usize,
    },
    /// Merged two records of one person.
    Merged {
        /// Name and short reference of the record that is kept.
        kept: String,
        /// Name and short reference of the one that went into it.
        gone: String,
    },
    /// Said that two records that look alike are two people.
    NotSame {
        /// Short reference of the one: a name would outlive an erasure of the other.
        one: String,
        /// Short reference of the other.
        other: String,
    },
    /// Took back an edit.
    Undid {
        /// What was taken back.
        what: Box<Op>,
    },
    /// Did an edit again.
    Redid {
        /// What was done again.
        what: Box<Op>,
    },
}

impl std::fmt::Display for Op {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let plain = |text: &str| text.replace('_', " ");
        match self {
            Self::Auto => f.write_str("change"),
            Self::NewOffice { name } => write!(f, "new office {name}"),
            Self::Added { kind, name } => write!(f, "new {kind} {name}"),
            Self::Removed { kind, name } => write!(f, "removed {kind} {name}"),
            Self::Changed { name, field, from, to, .. } => match (from.as_str(), to.as_str()) {
                ("", to) => write!(f, "{} of {name}: {to}", plain(field)),
                (from, "") => write!(f, "{} of {name} cleared, was {from}", plain(field)),
                (from, to) => write!(f, "{} of {name} from {from} to {to}", plain(field)),
            },
            Self::ChangedMany { name, count, .. } => write!(f, "{count} fields of {name}"),
            Self::ChangedRecords { count } => write!(f, "{count} records changed"),
            Self::Placed { volunteer, placement, first, last } => {
                write!(f, "placed {volunteer} as {placement} from {first} to {last}")
            }
            Self::Stepped { volunteer, placement, stage } => write!(f, "{volunteer}, {placement}: {stage}"),
            Self::Moved { volunteer, placement, first, last } => {
                write!(f, "{volunteer}, {placement}: moved to {first} to {last}")
            }
            Self::Extended { volunteer, placement, last } => {
                write!(f, "{volunteer}, {placement}: extended to {last}")
            }
            Self::Reassigned { volunteer, from, to } => write!(f, "{volunteer}: reassigned from {from} to {to}"),
            Self::Accepted { count } => write!(f, "proposed {count} people for placements"),
            Self::Decided { kind, volunteer, placement, until: None } => {
                write!(f, "{volunteer}, {placement}: {kind}")
            }
            Self::Decided { kind, volunteer, placement, until: Some(until) } => {
                write!(f, "{volunteer}, {placement}: {kind} until {until}")
            }
            Self::Undecided { kind, volunteer, placement } => {
                write!(f, "{volunteer}, {placement}: taken back ({kind})")
            }
            Self::SetMatching => f.write_str("settings of matching"),
            Self::SetTemplates => f.write_str("milestones that missions get"),
            Self::SetReporting => f.write_str("reports that missions owe"),
            Self::SetHolidays { country, added } => {
                write!(f, "holidays of {}: {added} new", country.name(Tongue::English))
            }
            Self::RemovedHolidays { country, removed } => {
                write!(f, "holidays of {}: {removed} removed", country.name(Tongue::English))
            }
            Self::Imported { kind, file, added, updated } => {
                write!(f, "imported {} from {file}: {added} new, {updated} updated", kind.words(0))
            }
            Self::Sampled { volunteers, placements, missions } => {
                write!(f, "sample office: {volunteers} volunteers, {placements} placements, {missions} missions")
            }
            Self::Linked { name } => write!(f, "linked with {name}"),
            Self::Erased { reference } => write!(f, "erased {reference}"),
            Self::Settled { count } => write!(f, "decided {count} conflicts"),
            Self::Merged { kept, gone } => write!(f, "merged {gone} into {kept}"),
            Self::NotSame { one, other } => write!(f, "{one} and {other} are two people"),
            Self::Undid { what } => write!(f, "undo: {what}"),
            Self::Redid { what } => write!(f, "redo: {what}"),
        }
    }
}
