//! Parts of records as lists hold them, each with the names of the records that it belongs to and leads to.
//!
//! A part has no reference of its own. A row is about the part that says the same of what tells parts apart:
//!
//! | list | a part is told by |
//! | --- | --- |
//! | projects | organisation, title |
//! | offers and needs | organisation, offers or needs, what; without a name, its language and sector |
//! | links | organisation, kind, other organisation |
//! | site visits | organisation, day |
//! | replications | practice, organisation, who else, from |
//! | people trained | mission, topic, sex, age, day |
//!
//! What else a row says changes that part. Where several are told alike, rows and parts that say the same find each other
//! first, and the others follow in their order.

use super::entry::Entry;
use crate::domain::mission::Trained;
use crate::domain::organisation::{Link, LinkKind, Offer, OfferKind, OfferSide, Project, SiteVisit};
use crate::domain::practice::{Replication, ReplicationResult};
use crate::domain::{Id, ListKind};
use chrono::NaiveDate;

/// A part of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Owned<T> {
    /// The part.
    pub part: T,
    /// What lists call the record that it belongs to.
    pub owner: String,
}

/// A link.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkEntry {
    /// The link.
    pub link: Link,
    /// What lists call the organisation that it starts at.
    pub organisation: String,
    /// What lists call the organisation that it leads to.
    pub other: String,
}

/// A replication. The one that it was learned from is no column: nothing names it.
#[derive(Debug, Clone, PartialEq)]
pub struct ReplicationEntry {
    /// The replication.
    pub replication: Replication,
    /// What lists call its practice.
    pub practice: String,
    /// What lists call the organisation that did it.
    pub organisation: String,
    /// What lists call the mission in which it was done.
    pub mission: String,
}

/// A part with nothing in it; nothing for lists of records. Whom it belongs to, each row says.
pub(super) fn empty(kind: ListKind) -> Option<Entry> {
    let (id, of, note) = (Id::random(), Id::random(), String::new());
    match kind {
        ListKind::Project => {
            let (title, place) = (String::new(), String::new());
            let part = Project { id, of, title, country: None, place, sector: None, first: None, last: None, note };
            Some(Entry::Project(Box::new(Owned { part, owner: String::new() })))
        }
        ListKind::Offer => {
            let (side, kind, name) = (OfferSide::Offers, OfferKind::Other, String::new());
            let part = Offer { id, of, side, kind, name, language: None, sector: None, until: None, note };
            Some(Entry::Offer(Box::new(Owned { part, owner: String::new() })))
        }
        ListKind::Link => {
            let (kind, agreement) = (LinkKind::Hosts, String::new());
            let link = Link { id, of, to: of, kind, since: None, until: None, note, agreement };
            Some(Entry::Link(Box::new(LinkEntry { link, organisation: String::new(), other: String::new() })))
        }
        ListKind::SiteVisit => {
            let (on, by) = (NaiveDate::default(), String::new());
            let (housing, safety, counterpart) = (None, None, None);
            let part = SiteVisit { id, of, on, by, housing, safety, counterpart, note, again_by: None };
            Some(Entry::SiteVisit(Box::new(Owned { part, owner: String::new() })))
        }
        ListKind::Replication => {
            let replication = Replication {
                id,
                of,
                organisation: None,
                mission: None,
                who: String::new(),
                country: None,
                place: String::new(),
                on: None,
                adapted: String::new(),
                result: ReplicationResult::TooEarly,
                note,
                after: None,
            };
            let (practice, organisation, mission) = (String::new(), String::new(), String::new());
            let entry = ReplicationEntry { replication, practice, organisation, mission };
            Some(Entry::Replication(Box::new(entry)))
        }
        ListKind::Trained => {
            let part = Trained { id, of, topic: String::new(), sex: None, age: None, people: 0, on: None };
            Some(Entry::Trained(Box::new(Owned { part, owner: String::new() })))
        }
        ListKind::Volunteer | ListKind::Organisation | ListKind::Placement | ListKind::Mission | ListKind::Practice => {
            None
        }
    }
}
