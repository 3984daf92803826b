//! The network, who in it has what, work side by side, and what was learned.

use super::arguments::{Format, Network, NetworkFormat, Overlaps, Practices, Who};
use super::failure::Failure;
use super::{office, open, table};
use crate::domain::Kind;
use crate::domain::guidance::{Alike, Reason};
use crate::domain::organisation::Offer;
use crate::domain::practice::PracticeStanding;
use crate::domain::reference::Tongue;
use crate::domain::text::joined;
use crate::store::guidance::Guidance;
use crate::store::lists::{PracticeFilter, PracticeRow, PracticeSort, Query};
use crate::store::network::Neighbourhood;
use crate::store::overlaps::OverlapQuery;
use serde::Serialize;
use std::io::Write;

fn json(out: &mut dyn Write, value: &impl Serialize) -> Result<(), Failure> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)?;
    Ok(())
}

pub(super) fn practices(asked: &Practices, out: &mut dyn Write) -> Result<(), Failure> {
    let mut file = open(&asked.file)?;
    if let Some(placement) = &asked.like {
        let placement = file.resolve(Kind::Placement, placement)?;
        let guidance = file.guidance(placement, None, asked.limit)?;
        return match asked.format {
            Format::Json => json(out, &guidance),
            Format::Text => alike(&guidance, out),
        };
    }
    let query = Query::<PracticeRow> {
        search: String::new(),
        filter: PracticeFilter::default(),
        sort: PracticeSort::Replications,
        descending: true,
    };
    let listing = file.list(&query)?;
    match asked.format {
        Format::Json => {
            let details = listing.iter().map(|row| file.practice(row.id)).collect::<Result<Vec<_>, _>>()?;
            json(out, &details)
        }
        Format::Text => {
            let heading = ["reference", "practice", "stage", "done again"].map(str::to_owned);
            let rows: Vec<Vec<String>> = listing
                .iter()
                .map(|row| {
                    vec![
                        row.reference.to_string(),
                        row.title.to_string(),
                        row.stage.to_string(),
                        standing(row.standing),
                    ]
                })
                .collect();
            Ok(table::write(out, &heading, &rows)?)
        }
    }
}

/// What its replications say: "4 times in 3 countries, worked in 2".
fn standing(standing: PracticeStanding) -> String {
    let PracticeStanding { replications, countries, countries_worked, .. } = standing;
    if replications == 0 {
        return String::new();
    }
    let noun = if countries == 1 { "country" } else { "countries" };
    format!("{replications} x in {countries} {noun}, worked in {countries_worked}")
}

fn alike(guidance: &Guidance, out: &mut dyn Write) -> Result<(), Failure> {
    let heading = ["reference", "practice", "stage", "points", "alike in"].map(str::to_owned);
    let rows: Vec<Vec<String>> = guidance
        .practices
        .iter()
        .map(|found| {
            let points = found.alike.points.to_string();
            vec![found.reference.clone(), found.title.clone(), found.stage.to_string(), points, why(&found.alike)]
        })
        .collect();
    table::write(out, &heading, &rows)?;
    writeln!(out)?;
    let heading = ["reference", "former mission", "where", "until", "points", "alike in"].map(str::to_owned);
    let rows: Vec<Vec<String>> = guidance
        .missions
        .iter()
        .map(|found| {
            let country = found.country.map(|country| country.name(Tongue::English)).unwrap_or_default();
            vec![
                found.reference.clone(),
                found.title.clone(),
                format!("{}, {country}", found.organisation),
                found.last.to_string(),
                found.alike.points.to_string(),
                why(&found.alike),
            ]
        })
        .collect();
    Ok(table::write(out, &heading, &rows)?)
}

/// What makes two pieces of work alike, in words.
fn why(alike: &Alike) -> String {
    let word = |reason: &Reason| match reason {
        Reason::SameOccupation { occupation } => occupation.name(Tongue::English).to_owned(),
        Reason::NearOccupation { group } => group.name(Tongue::English).to_owned(),
        Reason::SameSector { sector } | Reason::NearSector { category: sector } => {
            sector.name(Tongue::English).to_owned()
        }
        Reason::SamePartner => "same partner".to_owned(),
        Reason::SameCountry { country } => country.name(Tongue::English).to_owned(),
        Reason::SameRegion { region } => region.name(Tongue::English).to_owned(),
        Reason::SameWords => "much the same words".to_owned(),
    };
    alike.reasons.iter().map(word).collect::<Vec<_>>().join("; ")
}

pub(super) fn network(asked: &Network, out: &mut dyn Write) -> Result<(), Failure> {
    let file = open(&asked.file)?;
    let middle = file.resolve(Kind::Organisation, &asked.organisation)?;
    let around = file.neighbourhood(middle, asked.depth)?;
    match asked.format {
        NetworkFormat::Json => json(out, &around),
        NetworkFormat::Dot => Ok(dot(&around, out)?),
        NetworkFormat::Text => {
            let name_of = |id| {
                let found = around.organisations.iter().find(|node| node.id == id);
                found.map(|node| node.name.clone()).unwrap_or_default()
            };
            let heading = ["organisation", "is linked", "organisation", "since", "until"].map(str::to_owned);
            let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
            let rows: Vec<Vec<String>> = around
                .links
                .iter()
                .map(|link| {
                    let kind = link.kind.to_string().replace('-', " ");
                    vec![name_of(link.of), kind, name_of(link.to), day(link.since), day(link.until)]
                })
                .collect();
            table::write(out, &heading, &rows)?;
            writeln!(out, "{} organisations, {} links", around.organisations.len(), around.links.len())?;
            Ok(())
        }
    }
}

/// The network as Graphviz reads it.
fn dot(around: &Neighbourhood, out: &mut dyn Write) -> std::io::Result<()> {
    let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    writeln!(out, "digraph network {{")?;
    writeln!(out, "  graph [overlap=false, splines=true]; node [shape=box, style=rounded];")?;
    for node in &around.organisations {
        let style = if node.ceased { ", style=\"rounded,dotted\"" } else { "" };
        let label = format!("{}\n{}", node.name, node.kind.code().replace('-', " "));
        writeln!(out, "  {} [label={}{style}];", quoted(&node.id.to_string()), quoted(&label).replace('\n', "\\n"))?;
    }
    for link in &around.links {
        let style = if link.over { ", style=dashed" } else { "" };
        let (of, to) = (quoted(&link.of.to_string()), quoted(&link.to.to_string()));
        writeln!(out, "  {of} -> {to} [label={}{style}];", quoted(&link.kind.code().replace('-', " ")))?;
    }
    writeln!(out, "}}")
}

pub(super) fn who(asked: &Who, out: &mut dyn Write) -> Result<(), Failure> {
    let file = open(&asked.file)?;
    let mut answers = file.who_has(&asked.question)?;
    answers.truncate(asked.limit);
    match asked.format {
        Format::Json => json(out, &answers),
        Format::Text => {
            let heading = ["organisation", "kind", "where", "km", "has"].map(str::to_owned);
            let mut rows = Vec::new();
            for answer in &answers {
                let country = answer.country.map(|country| country.name(Tongue::English)).unwrap_or_default();
                let place = joined(&[&answer.place, country]);
                let mut has: Vec<String> =
                    answer.languages.iter().map(|language| language.name(Tongue::English).to_owned()).collect();
                for offer in file.parts::<Offer>(answer.id)?.into_iter().filter(|o| answer.offers.contains(&o.id)) {
                    let language = offer.language.map(|language| language.name(Tongue::English)).unwrap_or_default();
                    has.push(format!("{} {}", offer.side, joined(&[&offer.name, language])));
                }
                let far = answer.kilometres.map(|far| far.to_string()).unwrap_or_default();
                rows.push(vec![answer.name.clone(), answer.kind.code().replace('-', " "), place, far, has.join("; ")]);
            }
            if rows.is_empty() {
                writeln!(out, "nobody in the network is known to")?;
                return Ok(());
            }
            Ok(table::write(out, &heading, &rows)?)
        }
    }
}

pub(super) fn overlaps(asked: &Overlaps, out: &mut dyn Write) -> Result<(), Failure> {
    let file = open(&asked.file)?;
    let countries = asked.country.as_deref().map(office::country).transpose()?.into_iter().collect();
    let found = file.overlaps(&OverlapQuery { countries, from: asked.from })?;
    match asked.format {
        Format::Json => json(out, &found),
        Format::Text => {
            for overlap in &found {
                let (sector, country) = (overlap.sector.name(Tongue::English), overlap.country.name(Tongue::English));
                writeln!(out, "{}, {country}: {sector}, {} organisations", overlap.place, overlap.organisations)?;
                for strand in &overlap.strands {
                    let (first, last) = (strand.days.first, strand.days.last);
                    writeln!(out, "  {first} to {last}  {}, {}", strand.organisation_name, strand.title)?;
                }
            }
            if found.is_empty() {
                writeln!(out, "nothing of two organisations runs side by side")?;
            }
            Ok(())
        }
    }
}
