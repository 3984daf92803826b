//! The network of organisations around one of them, and who in it has what.

use super::{OfficeFile, StoreError};
use crate::domain::Id;
use crate::domain::network::{Answer, Known, answer};
use crate::domain::organisation::{Link, LinkKind, Offer, Organisation, OrganisationKind};
use crate::domain::reference::Country;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

/// An organisation as the network shows it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Node {
    /// The organisation.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: OrganisationKind,
    /// Country.
    pub country: Option<Country>,
    /// Town or district.
    pub place: String,
    /// Whether it has ceased to work with us.
    pub ceased: bool,
    /// How many links lead to it from the one in the middle.
    pub steps: usize,
}

/// A link as the network shows it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Edge {
    /// The link.
    pub id: Id,
    /// The organisation it starts at.
    pub of: Id,
    /// The organisation it leads to.
    pub to: Id,
    /// What it is to the other.
    pub kind: LinkKind,
    /// First day.
    pub since: Option<NaiveDate>,
    /// Last day.
    pub until: Option<NaiveDate>,
    /// Whether it is over.
    pub over: bool,
}

/// The organisations around one of them, the nearest first, and the links among them.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Neighbourhood {
    /// Organisations: the one in the middle, then those one link away by name, then those two links away ...
    pub organisations: Vec<Node>,
    /// Links among them.
    pub links: Vec<Edge>,
}

impl OfficeFile {
    /// The organisations at most `depth` links away from one.
    pub fn neighbourhood(&self, middle: Id, depth: usize) -> Result<Neighbourhood, StoreError> {
        let today = self.today();
        let all: HashMap<Id, Organisation> =
            self.all::<Organisation>()?.into_iter().map(|organisation| (organisation.id, organisation)).collect();
        // A link to an organisation that was removed leads nowhere.
        let mut links = self.all::<Link>()?;
        links.retain(|link| all.contains_key(&link.of) && all.contains_key(&link.to) && link.of != link.to);
        let mut beside: BTreeMap<Id, Vec<Id>> = BTreeMap::new();
        for link in &links {
            beside.entry(link.of).or_default().push(link.to);
            beside.entry(link.to).or_default().push(link.of);
        }
        let mut steps: HashMap<Id, usize> = HashMap::from([(middle, 0)]);
        let mut ring = vec![middle];
        for step in 1..=depth {
            let next: Vec<Id> = ring.iter().flat_map(|id| beside.get(id).into_iter().flatten()).copied().collect();
            ring = Vec::new();
            for id in next {
                if let Entry::Vacant(new) = steps.entry(id) {
                    new.insert(step);
                    ring.push(id);
                }
            }
        }
        let mut organisations: Vec<Node> = steps
            .iter()
            .filter_map(|(id, steps)| {
                let found = all.get(id)?;
                Some(Node {
                    id: *id,
                    name: found.name.clone(),
                    kind: found.kind,
                    country: found.country,
                    place: found.place.clone(),
                    ceased: found.ceased_on.is_some_and(|day| day <= today),
                    steps: *steps,
                })
            })
            .collect();
        organisations.sort_by(|a, b| (a.steps, &a.name, a.id).cmp(&(b.steps, &b.name, b.id)));
        links.retain(|link| steps.contains_key(&link.of) && steps.contains_key(&link.to));
        let links = links.into_iter().map(|link| Edge {
            id: link.id,
            of: link.of,
            to: link.to,
            kind: link.kind,
            since: link.since,
            until: link.until,
            over: link.until.is_some_and(|day| day < today),
        });
        Ok(Neighbourhood { organisations, links: links.collect() })
    }

    /// The organisations that answer a question such as "who near Tamale can train nurses?", the best first.
    pub fn who_has(&self, question: &str) -> Result<Vec<Answer>, StoreError> {
        let mut offers: HashMap<Id, Vec<Offer>> = HashMap::new();
        let today = self.today();
        for offer in self.all::<Offer>()? {
            if offer.until.is_none_or(|until| until >= today) {
                offers.entry(offer.of).or_default().push(offer);
            }
        }
        let known: Vec<Known> = self
            .all::<Organisation>()?
            .into_iter()
            .map(|organisation| Known { offers: offers.remove(&organisation.id).unwrap_or_default(), organisation })
            .collect();
        Ok(answer(question, &known))
    }

    /// The diaspora associations whose people have their roots in a country, by name.
    pub fn associations_of(&self, country: Country) -> Result<Vec<Organisation>, StoreError> {
        let mut found = self.associations()?;
        found.retain(|association| association.heritage.contains(&country));
        found.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
        Ok(found)
    }

    /// All diaspora associations that there still are.
    pub fn associations(&self) -> Result<Vec<Organisation>, StoreError> {
        let mut found = self.all::<Organisation>()?;
        found.retain(|organisation| {
            organisation.kind == OrganisationKind::DiasporaAssociation && organisation.ceased_on.is_none()
        });
        Ok(found)
    }
}
