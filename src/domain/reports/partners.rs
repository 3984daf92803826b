//! Partners served, and how the network grew.
//!
//! Service is narrowed as everywhere. What hangs on no mission (agreements, links) is narrowed by the organisation:
//! its country, and any of its sectors; programme and category narrow none of it.

use super::model::sorted;
use super::scope::Scope;
use super::tally::{SERVICE, Tally};
use super::{Figure, Label, Measure, Table, TableName};
use crate::domain::organisation::{Link, LinkKind, Organisation, OrganisationKind};
use crate::domain::{Id, Kind};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

pub(super) fn partners(scope: &Scope<'_>) -> Vec<Table> {
    let mut whole = Served::default();
    let mut each: HashMap<Id, Tally> = HashMap::new();
    let mut kinds: BTreeMap<(bool, Option<OrganisationKind>), Served> = BTreeMap::new();
    let mut countries: BTreeMap<(bool, _), Served> = BTreeMap::new();
    for (case, days) in scope.served() {
        let Some(id) = case.post.and_then(|post| post.organisation) else { continue };
        let organisation = scope.facts.organisations.get(&id);
        let kind = organisation.map(|organisation| organisation.kind);
        let country = organisation.and_then(|organisation| organisation.country);
        each.entry(id).or_default().add(case, days);
        for served in [
            &mut whole,
            kinds.entry((kind.is_none(), kind)).or_default(),
            countries.entry((country.is_none(), country)).or_default(),
        ] {
            served.partners.push(id);
            served.tally.add(case, days);
        }
    }
    let measures: Vec<Measure> = std::iter::once(Measure::Partners).chain(SERVICE).collect();
    let mut by_kind = Table::new(TableName::PartnersByKind, &measures);
    for ((_, kind), served) in kinds {
        by_kind.line(kind.map_or(Label::Unknown, of_kind), served.figures());
    }
    let mut by_country = Table::new(TableName::PartnersByCountry, &measures);
    for ((_, country), served) in countries {
        by_country.line(country.map_or(Label::Unknown, Label::Country), served.figures());
    }
    vec![
        Table::new(TableName::PartnersTotal, &measures).with(Label::Total, whole.figures()),
        by_kind,
        by_country,
        one_by_one(scope, each),
        organisations(scope),
        links(scope),
    ]
}

fn of_kind(kind: OrganisationKind) -> Label {
    Label::Code("organisation-kind", kind.code())
}

/// Partners at which somebody served, with the service.
#[derive(Default)]
struct Served {
    partners: Vec<Id>,
    tally: Tally,
}

impl Served {
    fn figures(self) -> Vec<Figure> {
        let partners = Figure::count(Kind::Organisation, self.partners);
        std::iter::once(partners).chain(self.tally.figures()).collect()
    }
}

/// Each partner, the one with the most volunteers first.
fn one_by_one(scope: &Scope<'_>, each: HashMap<Id, Tally>) -> Table {
    let name = |id: Id| scope.facts.organisations.get(&id).map(|organisation| organisation.name.as_str());
    let mut lines: Vec<(Id, Tally)> = each.into_iter().collect();
    lines.sort_by_cached_key(|(id, tally)| (Reverse(tally.size()), name(*id), *id));
    let mut table = Table::new(TableName::PartnersEach, &SERVICE);
    for (id, tally) in lines {
        table.line(name(id).map_or(Label::Unknown, |name| Label::Text(name.to_owned())), tally.figures());
    }
    table
}

fn takes(scope: &Scope<'_>, organisation: &Organisation) -> bool {
    let query = scope.query;
    query.country.is_none_or(|country| organisation.country == Some(country))
        && query.sector.is_none_or(|group| organisation.sectors.iter().any(|sector| sector.within(group)))
}

fn organisations(scope: &Scope<'_>) -> Table {
    let mut kinds: BTreeMap<OrganisationKind, [Vec<Id>; 3]> = BTreeMap::new();
    for organisation in scope.facts.organisations.values().filter(|organisation| takes(scope, organisation)) {
        let days = [organisation.agreement_from, organisation.agreement_until, organisation.ceased_on];
        for (which, _) in days.into_iter().enumerate().filter(|(_, day)| scope.in_period(*day)) {
            kinds.entry(organisation.kind).or_default()[which].push(organisation.id);
        }
    }
    let measures = [Measure::AgreementsSigned, Measure::AgreementsEnded, Measure::Ceased];
    let mut table = Table::new(TableName::NetworkOrganisations, &measures);
    for (kind, ids) in kinds {
        table.line(of_kind(kind), ids.map(|ids| Figure::count(Kind::Organisation, ids)).to_vec());
    }
    table
}

fn links(scope: &Scope<'_>) -> Table {
    let ends = |link: &Link| [link.of, link.to].map(|id| scope.facts.organisations.get(&id));
    let taken = |link: &&Link| ends(link).into_iter().flatten().any(|organisation| takes(scope, organisation));
    let mut kinds: BTreeMap<LinkKind, [Vec<&Link>; 2]> = BTreeMap::new();
    for link in scope.facts.links.iter().filter(taken) {
        for (which, _) in [link.since, link.until].into_iter().enumerate().filter(|(_, day)| scope.in_period(*day)) {
            kinds.entry(link.kind).or_default()[which].push(link);
        }
    }
    let mut table = Table::new(TableName::NetworkLinks, &[Measure::LinksBegun, Measure::LinksEnded]);
    for (kind, links) in kinds {
        let figures = links.map(|links| {
            let both = sorted(links.iter().flat_map(|link| [link.of, link.to]).collect());
            Figure::new(Some(links.len() as f64), Kind::Organisation, &both)
        });
        table.line(Label::Code("link", kind.code()), figures.to_vec());
    }
    table
}
