//! The network: who hosts volunteers, who pays, who refers, and how they are linked.

use super::address;
use super::names::Form;
use super::pools::{Host, Pattern, Pools, Profession, Station};
use super::random::Random;
use crate::domain::Id;
use crate::domain::organisation::{
    Contact, Link, LinkKind, Offer, Organisation, OrganisationKind, Position, Project, SiteVisit,
};
use crate::domain::reference::{Country, Sector, Tongue};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// An organisation with its people and the links that start at it.
#[derive(Debug, Clone, PartialEq)]
pub struct Actor {
    /// The organisation.
    pub organisation: Organisation,
    /// People there.
    pub contacts: Vec<Contact>,
    /// Links from it.
    pub links: Vec<Link>,
    /// What it offers and needs.
    pub offers: Vec<Offer>,
    /// Visits to its site.
    pub visits: Vec<SiteVisit>,
    /// Its projects.
    pub projects: Vec<Project>,
    pub(super) field: &'static str,
}

/// The organisations drawn so far.
pub(super) struct Network<'a> {
    pools: &'a Pools,
    today: NaiveDate,
    random: Random,
    actors: Vec<Actor>,
    names: BTreeSet<String>,
    hosting: BTreeMap<(Country, OrganisationKind, &'static str), Vec<usize>>,
    /// Where each diaspora association's people have their roots, and where they live.
    diaspora: Vec<(Country, Country, usize)>,
}

impl<'a> Network<'a> {
    /// The organisations that host nobody: funders, diaspora associations, networks, companies, universities.
    pub(super) fn new(pools: &'a Pools, active: &[&'a Host], today: NaiveDate, seed: u64) -> Self {
        let mut network = Self {
            pools,
            today,
            random: Random::new(seed, "organisations"),
            actors: Vec::new(),
            names: BTreeSet::new(),
            hosting: BTreeMap::new(),
            diaspora: Vec::new(),
        };
        let fields: Vec<&'static str> = pools.fields.keys().copied().collect();
        for place in 0..(3 + active.len() / 6) {
            let payer = active[place % active.len()];
            let field = *network.random.pick(&fields);
            let seat = *network.random.pick(&payer.diaspora);
            let made = network.make(OrganisationKind::Funder, field, payer);
            network.actors[made].organisation.country = Some(seat);
            network.settle(made, seat);
            network.people_at(made, seat);
        }
        for host in active {
            for seat in &host.diaspora {
                if network.random.chance(45) {
                    network.found_association(host, *seat);
                }
            }
            for (kind, percent, field) in [
                (OrganisationKind::CivilSociety, 35, "protection"),
                (OrganisationKind::Company, 15, "enterprise"),
                (OrganisationKind::University, 20, "education"),
                (OrganisationKind::Ngo, 15, "health"),
            ] {
                if network.random.chance(percent) {
                    let made = network.make(kind, field, host);
                    network.people_at(made, host.country);
                }
            }
        }
        network
    }

    /// An organisation that asks for someone of this profession: one that is there already, or a new one.
    pub(super) fn host(&mut self, host: &Host, profession: &Profession) -> &Organisation {
        let kind = if !profession.hosts.is_empty() && self.random.chance(28) {
            *self.random.pick(&profession.hosts)
        } else {
            OrganisationKind::Partner
        };
        let known = self.hosting.get(&(host.country, kind, profession.field));
        let place = match known {
            Some(known) if self.random.chance(45) => *self.random.pick(known),
            _ => {
                let made = self.make(kind, profession.field, host);
                self.people_at(made, host.country);
                self.hosting.entry((host.country, kind, profession.field)).or_default().push(made);
                made
            }
        };
        let organisation = &mut self.actors[place].organisation;
        let sector = *self.random.pick(&profession.sectors);
        if !organisation.sectors.contains(&sector) {
            organisation.sectors.push(sector);
        }
        organisation
    }

    /// The name of someone who pays for posts.
    pub(super) fn funder(&mut self) -> String {
        let funders = self.of_kind(OrganisationKind::Funder);
        let place = *self.random.pick(&funders);
        self.actors[place].organisation.name.clone()
    }

    /// The association of people with these roots who live there.
    pub(super) fn association(&self, roots: Country, residence: Country) -> Option<Id> {
        let found = self.diaspora.iter().find(|(of, seat, _)| (*of, *seat) == (roots, residence))?;
        Some(self.actors[found.2].organisation.id)
    }

    /// Everyone, linked to each other. `busy` are those with placements that are not over: they do not cease.
    pub(super) fn finish(mut self, busy: &BTreeSet<Id>) -> Vec<Actor> {
        self.link();
        for actor in &mut self.actors {
            let organisation = &mut actor.organisation;
            if !busy.contains(&organisation.id) && self.random.chance(7) {
                organisation.ceased_on = Some(self.random.day(self.today, -900, -30));
            }
            organisation.sectors.sort();
        }
        self.actors
    }

    fn of_kind(&self, kind: OrganisationKind) -> Vec<usize> {
        (0..self.actors.len()).filter(|place| self.actors[*place].organisation.kind == kind).collect()
    }

    fn found_association(&mut self, roots: &Host, seat: Country) {
        let made = self.make_named(OrganisationKind::DiasporaAssociation, "enterprise", roots, |name| {
            name.replace("{residence}", &with_article(seat))
        });
        let association = &mut self.actors[made].organisation;
        association.country = Some(seat);
        association.heritage = vec![roots.country];
        association.heritage_languages = vec![roots.local];
        self.settle(made, seat);
        // Its people have their names from where the roots are.
        self.people_at(made, roots.country);
        self.diaspora.push((roots.country, seat, made));
    }

    /// Moves an organisation to a city of a country that is not where its placements are.
    fn settle(&mut self, place: usize, seat: Country) {
        let city = self.pools.origin(seat).map(|origin| *self.random.pick(&origin.cities));
        let organisation = &mut self.actors[place].organisation;
        organisation.place = city.unwrap_or_default().to_owned();
        organisation.position = None;
    }

    fn make(&mut self, kind: OrganisationKind, field: &'static str, host: &Host) -> usize {
        self.make_named(kind, field, host, |name| name)
    }

    fn make_named(
        &mut self,
        kind: OrganisationKind,
        field: &'static str,
        host: &Host,
        complete: impl Fn(String) -> String,
    ) -> usize {
        let station = *self.random.pick(&host.stations);
        let mut name = complete(self.name(kind, field, host, &station));
        for _ in 0..12 {
            if !self.names.contains(&name) {
                break;
            }
            name = complete(self.name(kind, field, host, &station));
        }
        let first = name.clone();
        let mut number = 2;
        while !self.names.insert(name.clone()) {
            name = format!("{first} No. {number}");
            number += 1;
        }
        let random = &mut self.random;
        let agreement_from = random.day(self.today, -1600, -20);
        let agreement_until = agreement_from + chrono::Duration::days(365 * *random.pick(&[2, 3, 3, 5, 5]) - 1);
        let has_agreement = !matches!(kind, OrganisationKind::CivilSociety | OrganisationKind::Company);
        let acronym = if random.chance(45) { initials(&name) } else { String::new() };
        let sectors = self.sectors_of(field);
        let random = &mut self.random;
        // Most agreements are renewed before they end.
        let agreement_until = if agreement_until < self.today && random.chance(80) {
            random.day(self.today, 20, 1200)
        } else {
            agreement_until
        };
        let organisation = Organisation {
            id: random.id(),
            website: if random.chance(40) {
                format!("https://{}.example.org", address::slug(&name, "-"))
            } else {
                String::new()
            },
            acronym,
            kind,
            country: Some(host.country),
            place: station.name.to_owned(),
            position: Some(near(random, station.position)),
            sectors,
            agreement_from: has_agreement.then_some(agreement_from),
            agreement_until: has_agreement.then_some(agreement_until),
            notes: if random.chance(20) {
                self.pools.phrase(random, "organisation note").to_owned()
            } else {
                String::new()
            },
            name,
            ..Organisation::default()
        };
        self.actors.push(Actor {
            organisation,
            contacts: Vec::new(),
            links: Vec::new(),
            offers: Vec::new(),
            visits: Vec::new(),
            projects: Vec::new(),
            field,
        });
        self.actors.len() - 1
    }

    fn sectors_of(&mut self, field: &str) -> Vec<Sector> {
        let professions = self.pools.professions.iter().filter(|profession| profession.field == field);
        let sectors: Vec<Sector> = professions.flat_map(|profession| profession.sectors.iter().copied()).collect();
        let count = 1 + self.random.below(2);
        let mut some = self.random.some(&sectors, count);
        some.sort();
        some.dedup();
        some
    }

    fn name(&mut self, kind: OrganisationKind, field: &'static str, host: &Host, station: &Station) -> String {
        let of_kind: Vec<&Pattern> = self.pools.patterns.iter().filter(|pattern| pattern.kind == kind).collect();
        let in_language = |language: &str| {
            let spoken: Vec<&Pattern> =
                of_kind.iter().copied().filter(|pattern| pattern.language.code() == language).collect();
            let fitting: Vec<&Pattern> =
                spoken.iter().copied().filter(|pattern| pattern.fields.contains(&field)).collect();
            if fitting.is_empty() { spoken } else { fitting }
        };
        let mut fitting = in_language(host.working[0].code());
        if fitting.is_empty() {
            fitting = in_language("en");
        }
        let french = fitting.first().is_some_and(|pattern| pattern.language.code() == "fr");
        let choices: Vec<&'static str> = fitting.iter().flat_map(|pattern| pattern.names.iter().copied()).collect();
        let name = self
            .random
            .pick(&choices)
            .replace("{station}", station.name)
            .replace("{name}", self.random.pick::<&str>(&host.words))
            .replace("{people}", host.people)
            .replace("{country}", host.country.name(Tongue::English));
        if french { elide(&name) } else { name }
    }

    fn people_at(&mut self, place: usize, of: Country) {
        let Some(origin) = self.pools.origin(of) else { return };
        let kind = self.actors[place].organisation.kind;
        let count = 1 + self.random.below(3);
        let roles = self.random.some(self.pools.phrases(&format!("role {kind}")), count);
        for (number, role) in roles.into_iter().enumerate() {
            let random = &mut self.random;
            let form = if random.chance(50) { Form::Female } else { Form::Male };
            let culture = origin.cultures[random.weighted(origin.cultures.iter().map(|(_, share)| *share))].0;
            let Some(name) = self.pools.names.draw(random, culture, form) else { continue };
            let since = random.day(self.today, -2500, -60);
            let contact = Contact {
                id: random.id(),
                of: self.actors[place].organisation.id,
                role: role.to_owned(),
                email: address::email(random, &name.full),
                phone: address::phone(random, origin.dial),
                since: Some(since),
                // The third one named is often the one before the first.
                until: (number == 2 && random.chance(60)).then(|| random.day(since, 30, 59)),
                name: name.full,
            };
            self.actors[place].contacts.push(contact);
        }
    }

    fn link(&mut self) {
        let funders = self.of_kind(OrganisationKind::Funder);
        let societies = self.of_kind(OrganisationKind::CivilSociety);
        let universities = self.of_kind(OrganisationKind::University);
        let companies = self.of_kind(OrganisationKind::Company);
        let hosting: Vec<usize> = self.hosting.values().flatten().copied().collect();
        for place in &hosting {
            if self.random.chance(45) {
                let funder = *self.random.pick(&funders);
                self.join(funder, LinkKind::Funds, *place);
            }
            for (others, percent, kind, outwards) in [
                (&societies, 40, LinkKind::MemberOf, true),
                (&universities, 35, LinkKind::Trains, false),
                (&companies, 25, LinkKind::Supplies, false),
            ] {
                let country = self.actors[*place].organisation.country;
                let near: Vec<usize> = others
                    .iter()
                    .copied()
                    .filter(|other| other != place && self.actors[*other].organisation.country == country)
                    .collect();
                if !near.is_empty() && self.random.chance(percent) {
                    let other = *self.random.pick(&near);
                    let (from, to) = if outwards { (*place, other) } else { (other, *place) };
                    self.join(from, kind, to);
                }
            }
            if self.random.chance(10) {
                let here = &self.actors[*place];
                let is_like = |other: &usize| {
                    let there = &self.actors[*other];
                    here.field == there.field && here.organisation.country != there.organisation.country
                };
                let alike: Vec<usize> = hosting.iter().copied().filter(is_like).collect();
                if !alike.is_empty() {
                    let other = *self.random.pick(&alike);
                    self.join(*place, LinkKind::Twin, other);
                }
            }
        }
        for (roots, _, association) in self.diaspora.clone() {
            let there: Vec<usize> = hosting
                .iter()
                .copied()
                .filter(|place| self.actors[*place].organisation.country == Some(roots))
                .collect();
            let count = 1 + self.random.below(2);
            for place in self.random.some(&there, count) {
                self.join(association, LinkKind::Refers, place);
                if self.random.chance(30) {
                    self.join(place, LinkKind::Hosts, association);
                }
            }
        }
    }

    fn join(&mut self, from: usize, kind: LinkKind, to: usize) {
        let (of, to) = (self.actors[from].organisation.id, self.actors[to].organisation.id);
        if of == to || self.actors[from].links.iter().any(|link| link.to == to && link.kind == kind) {
            return;
        }
        let random = &mut self.random;
        let since = random.day(self.today, -2000, -30);
        let until = random.chance(15).then(|| random.day(self.today, 10, 700));
        let link = Link {
            id: random.id(),
            of,
            to,
            kind,
            since: Some(since),
            until,
            note: String::new(),
            agreement: String::new(),
        };
        self.actors[from].links.push(link);
    }
}

/// A place a few streets from the middle of the town.
fn near(random: &mut Random, middle: Position) -> Position {
    let aside =
        |random: &mut Random, degrees: f64| (degrees * 1000.0 + random.between(-15, 15) as f64).round() / 1000.0;
    Position { latitude: aside(random, middle.latitude), longitude: aside(random, middle.longitude) }
}

/// French joins "de" and "le" to a vowel: "de Atakpamé" is "d'Atakpamé".
fn elide(name: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for word in name.split(' ') {
        let vowel = word.chars().next().is_some_and(|first| "AEIOUÉÈ".contains(first));
        match words.last_mut() {
            Some(before) if vowel && before == "de" => *before = format!("d'{word}"),
            _ => words.push(word.to_owned()),
        }
    }
    words.join(" ")
}

/// "GDH" for "Gulu District Hospital"; nothing for less than three letters.
fn initials(name: &str) -> String {
    let letters: String = name
        .split([' ', '-', '\''])
        .filter_map(|word| word.chars().next())
        .filter(|first| first.is_uppercase())
        .collect();
    if (3..=6).contains(&letters.chars().count()) { letters } else { String::new() }
}

fn with_article(country: Country) -> String {
    let name = country.name(Tongue::English);
    if ["GB", "US", "NL"].contains(&country.code()) { format!("the {name}") } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_names_are_elided_and_acronyms_are_initials() {
        assert_eq!(elide("Commune de Atakpamé"), "Commune d'Atakpamé");
        assert_eq!(elide("Commune de Kara"), "Commune de Kara");
        assert_eq!(initials("Gulu District Hospital"), "GDH");
        assert_eq!(initials("Harbour Trust"), "");
    }
}
