//! Work that runs side by side: placements and projects in the same country, place and sector on the same days, so that
//! those who do it can join forces, or stop doing it twice.

use super::organisation::Position;
use super::reference::{Country, Sector};
use super::span::Span;
use super::text::fold;
use super::{Id, Kind};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What a strand of work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum StrandKind {
    /// A placement, with its missions.
    Placement,
    /// A project of an organisation.
    Project,
}

/// A strand of work: where it is done, in which sector, on which days, by whom.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Strand {
    /// The placement or project.
    pub id: Id,
    /// Which of the two.
    pub kind: StrandKind,
    /// What it is, in a line.
    pub title: String,
    /// Who does it.
    pub organisation: Option<Id>,
    /// The name of whoever does it.
    pub organisation_name: String,
    /// Country.
    pub country: Country,
    /// Town or district.
    pub place: String,
    /// Where that is.
    #[serde(skip)]
    pub position: Option<Position>,
    /// Sector.
    pub sector: Sector,
    /// The days.
    #[serde(flatten)]
    pub days: Span,
    /// Missions agreed in it, for a placement.
    pub missions: usize,
}

impl Strand {
    /// The record to open for it: the placement, or the organisation whose project it is.
    pub fn record(&self) -> Option<(Kind, Id)> {
        match self.kind {
            StrandKind::Placement => Some((Kind::Placement, self.id)),
            StrandKind::Project => self.organisation.map(|id| (Kind::Organisation, id)),
        }
    }
}

/// Strands of work that run side by side.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Overlap {
    /// Country.
    pub country: Country,
    /// Town or district, as most of them call it.
    pub place: String,
    /// The category of the sector.
    pub sector: Sector,
    /// How many organisations.
    pub organisations: usize,
    /// The strands, the earliest first.
    pub strands: Vec<Strand>,
}

/// Places so many kilometres apart are one district.
const NEAR_KM: f64 = 40.0;

/// The category of a sector: its three-digit group.
pub fn category(sector: Sector) -> Sector {
    if sector.is_group() { sector } else { sector.parent().unwrap_or(sector) }
}

/// Whether two strands run side by side: in one country and category of sectors, at one place, with a day in common.
pub fn side_by_side(one: &Strand, other: &Strand) -> bool {
    one.id != other.id
        && one.country == other.country
        && category(one.sector) == category(other.sector)
        && one.days.first <= other.days.last
        && other.days.first <= one.days.last
        && is_near(one, other)
}

fn is_near(one: &Strand, other: &Strand) -> bool {
    let (here, there) = (fold(&one.place), fold(&other.place));
    if !here.is_empty() && here == there {
        return true;
    }
    one.position.zip(other.position).is_some_and(|(here, there)| kilometres(here, there) <= NEAR_KM)
}

/// The distance between two places over the ground, in kilometres: the great circle on a sphere of 6,371 km.
pub fn kilometres(one: Position, other: Position) -> f64 {
    let (north, east) = ((other.latitude - one.latitude).to_radians(), (other.longitude - one.longitude).to_radians());
    let (here, there) = (one.latitude.to_radians(), other.latitude.to_radians());
    let half = (north / 2.0).sin().powi(2) + here.cos() * there.cos() * (east / 2.0).sin().powi(2);
    2.0 * 6371.0 * half.sqrt().min(1.0).asin()
}

/// All groups of strands of several organisations that run side by side, those of most organisations first. Each strand
/// of a group runs beside at least one other of it.
pub fn overlaps(strands: &[Strand]) -> Vec<Overlap> {
    let mut by_field: BTreeMap<(Country, Sector), Vec<usize>> = BTreeMap::new();
    for (place, strand) in strands.iter().enumerate() {
        by_field.entry((strand.country, category(strand.sector))).or_default().push(place);
    }
    let mut found = Vec::new();
    for ((country, sector), members) in by_field {
        for group in groups(strands, &members) {
            let mut strands: Vec<Strand> = group.into_iter().map(|place| strands[place].clone()).collect();
            let organisations: BTreeSet<&str> = strands
                .iter()
                .map(|strand| strand.organisation_name.as_str())
                .filter(|name| !name.is_empty())
                .collect();
            let organisations = organisations.len();
            if organisations < 2 {
                continue;
            }
            strands.sort_by_key(|strand| (strand.days.first, strand.id));
            found.push(Overlap { country, place: commonest(&strands), sector, organisations, strands });
        }
    }
    let weight = |overlap: &Overlap| (overlap.organisations, overlap.strands.len());
    // The search above runs by country and sector, so that equals come in that order.
    found.sort_by_key(|overlap| std::cmp::Reverse(weight(overlap)));
    found
}

/// The members that hang together, directly or by others.
fn groups(strands: &[Strand], members: &[usize]) -> Vec<Vec<usize>> {
    let mut left: Vec<usize> = members.to_vec();
    let mut groups = Vec::new();
    while let Some(first) = left.pop() {
        let mut group = vec![first];
        let mut looked = 0;
        while let Some(at) = group.get(looked).copied() {
            looked += 1;
            let (beside, rest) = left.into_iter().partition(|other| side_by_side(&strands[at], &strands[*other]));
            left = rest;
            let beside: Vec<usize> = beside;
            group.extend(beside);
        }
        if group.len() > 1 {
            groups.push(group);
        }
    }
    groups
}

/// The place that most of them name.
fn commonest(strands: &[Strand]) -> String {
    let mut named: BTreeMap<&str, usize> = BTreeMap::new();
    for strand in strands {
        *named.entry(strand.place.as_str()).or_default() += 1;
    }
    let most = named.into_iter().filter(|(place, _)| !place.is_empty()).max_by_key(|(_, count)| *count);
    most.map(|(place, _)| place.to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn strand(who: &str, place: &str, sector: &str, first: &str, last: &str) -> Strand {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap_or_default();
        Strand {
            id: Id::random(),
            kind: StrandKind::Project,
            title: String::new(),
            organisation: None,
            organisation_name: who.into(),
            country: Country::parse_code("SL").unwrap_or_else(|| panic!("a country")),
            place: place.into(),
            position: None,
            sector: Sector::parse_code(sector).unwrap_or_else(|| panic!("a sector")),
            days: Span { first: day(first), last: day(last) },
            missions: 0,
        }
    }

    #[test]
    fn three_organisations_train_midwives_in_one_district_this_autumn() {
        let strands = [
            strand("Clinic", "Kailahun", "13020", "2026-09-01", "2026-12-31"),
            strand("Mission hospital", "kailahun", "13020", "2026-11-01", "2027-03-31"),
            strand("Midwives' school", "Kailahun", "13030", "2027-02-01", "2027-06-30"),
            strand("Too early", "Kailahun", "13020", "2026-01-01", "2026-08-31"),
            strand("Elsewhere", "Bo", "13020", "2026-09-01", "2026-12-31"),
            strand("Other work", "Kailahun", "31120", "2026-09-01", "2026-12-31"),
            strand("Clinic", "Bo", "12220", "2026-09-01", "2026-12-31"),
            strand("Clinic", "Bo", "12220", "2026-09-01", "2026-12-31"),
        ];
        let found = overlaps(&strands);
        assert_eq!(found.len(), 1, "one organisation alone coordinates itself: {found:?}");
        let who: Vec<&str> = found[0].strands.iter().map(|strand| strand.organisation_name.as_str()).collect();
        assert_eq!(who, ["Clinic", "Mission hospital", "Midwives' school"]);
        assert_eq!((found[0].organisations, found[0].place.as_str()), (3, "Kailahun"));
    }

    #[test]
    fn places_under_different_names_meet_by_their_distance() {
        let at = |latitude, longitude| Some(Position { latitude, longitude });
        let mut one = strand("A", "Kenema", "13020", "2026-09-01", "2026-12-31");
        let mut other = strand("B", "Kenema town", "13020", "2026-09-01", "2026-12-31");
        assert!(!side_by_side(&one, &other), "nothing says that they are near");
        (one.position, other.position) = (at(7.88, -11.19), at(7.90, -11.15));
        assert!(side_by_side(&one, &other));
        other.position = at(8.48, -13.23);
        assert!(!side_by_side(&one, &other));
        assert!(
            (kilometres(Position { latitude: 0.0, longitude: 0.0 }, Position { latitude: 0.0, longitude: 1.0 })
                - 111.19)
                .abs()
                < 0.1
        );
    }
}
