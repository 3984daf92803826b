//! The activities of an office as an IATI 2.03 file: one for each country and programme, with aid type D01 (donor country
//! personnel), which names volunteers; nothing of any person. Source: iatistandard.org, version 2.03, activity schema;
//! the order of elements is the schema's.

use crate::domain::Id;
use crate::domain::mission::Mission;
use crate::domain::organisation::{Organisation, OrganisationKind};
use crate::domain::overlap::category;
use crate::domain::placement::Placement;
use crate::domain::reference::{Country, Sector, Tongue};
use crate::domain::text::fold;
use crate::store::{OfficeFile, StoreError};
use chrono::{DateTime, NaiveDate, Utc};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::collections::{BTreeMap, BTreeSet};

/// Whose file it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reporting {
    /// The organisation's identifier, from a register that org-id.guide lists.
    pub reference: String,
    /// Its name.
    pub name: String,
    /// IATI organisation type: 21 is an international NGO, 22 a national one.
    pub kind: String,
}

/// The activities of one country and programme.
#[derive(Debug, Clone, Default)]
struct Activity {
    missions: Vec<Mission>,
    partners: BTreeSet<Id>,
    funders: BTreeSet<String>,
    sectors: BTreeMap<Sector, i64>,
}

/// The activity file of an office: missions that were agreed, by country and programme. `now` is when it was made.
pub fn activities(office: &OfficeFile, reporting: &Reporting, now: DateTime<Utc>) -> Result<String, StoreError> {
    let posts: BTreeMap<Id, Placement> =
        office.all::<Placement>()?.into_iter().map(|placement| (placement.id, placement)).collect();
    let organisations: BTreeMap<Id, Organisation> =
        office.all::<Organisation>()?.into_iter().map(|organisation| (organisation.id, organisation)).collect();
    let mut activities: BTreeMap<(Country, String), Activity> = BTreeMap::new();
    for mission in office.all::<Mission>()? {
        let Some(post) = posts.get(&mission.placement).filter(|_| mission.stage.is_firm()) else { continue };
        let Some(country) = post.country else { continue };
        let activity = activities.entry((country, post.programme.trim().to_owned())).or_default();
        activity.partners.extend(post.organisation.filter(|id| organisations.contains_key(id)));
        if !post.funding.trim().is_empty() {
            activity.funders.insert(post.funding.trim().to_owned());
        }
        if let Some(sector) = post.sector {
            *activity.sectors.entry(sector).or_default() += mission.days().days();
        }
        activity.missions.push(mission);
    }
    let written = write(&activities, &organisations, reporting, office.today(), now);
    let bytes = written.map_err(|error| StoreError::Damaged(error.to_string()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn write(
    activities: &BTreeMap<(Country, String), Activity>,
    organisations: &BTreeMap<Id, Organisation>,
    reporting: &Reporting,
    today: NaiveDate,
    now: DateTime<Utc>,
) -> std::io::Result<Vec<u8>> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let made = now.format("%Y-%m-%dT%H:%M:%SZ").to_string();
    xml.create_element("iati-activities")
        .with_attributes([("version", "2.03"), ("generated-datetime", made.as_str())])
        .write_inner_content(|xml| {
            for ((country, programme), activity) in activities {
                one(xml, (*country, programme), activity, organisations, reporting, today)?;
            }
            Ok(())
        })?;
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

type Xml = Writer<Vec<u8>>;

fn narrative(xml: &mut Xml, element: &str, attributes: &[(&str, &str)], text: &str) -> std::io::Result<()> {
    xml.create_element(element).with_attributes(attributes.iter().copied()).write_inner_content(|xml| {
        xml.create_element("narrative").write_text_content(BytesText::new(text))?;
        Ok(())
    })?;
    Ok(())
}

fn empty(xml: &mut Xml, element: &str, attributes: &[(&str, &str)]) -> std::io::Result<()> {
    xml.create_element(element).with_attributes(attributes.iter().copied()).write_empty()?;
    Ok(())
}

fn one(
    xml: &mut Xml,
    (country, programme): (Country, &str),
    activity: &Activity,
    organisations: &BTreeMap<Id, Organisation>,
    reporting: &Reporting,
    today: NaiveDate,
) -> std::io::Result<()> {
    let name = country.name(Tongue::English);
    let of = if programme.is_empty() { String::new() } else { format!(": {programme}") };
    let first = activity.missions.iter().map(|mission| mission.first).min().unwrap_or(today);
    let last = activity.missions.iter().map(|mission| mission.last).max().unwrap_or(today);
    let slug = fold(programme).replace(|letter: char| !letter.is_ascii_alphanumeric(), "-");
    let code = country.code();
    let identifier = [reporting.reference.as_str(), code, slug.trim_matches('-')];
    let identifier = identifier.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    let served = activity.missions.iter().filter(|mission| mission.first <= today).count();
    let hosts = activity.partners.len();
    let status = if first > today {
        "1"
    } else if last < today {
        "4"
    } else {
        "2"
    };
    let attributes = [("default-currency", "EUR"), ("xml:lang", "en"), ("hierarchy", "1")];
    xml.create_element("iati-activity").with_attributes(attributes).write_inner_content(|xml| {
        xml.create_element("iati-identifier").write_text_content(BytesText::new(&identifier))?;
        let own = [("ref", reporting.reference.as_str()), ("type", reporting.kind.as_str())];
        narrative(xml, "reporting-org", &own, &reporting.name)?;
        narrative(xml, "title", &[], &format!("Skilled volunteers in {name}{of}"))?;
        let told = format!(
            "Volunteers serve at partner organisations in {name} and pass on their skills. Missions begun so far: \
             {served}. Partner organisations: {hosts}."
        );
        narrative(xml, "description", &[("type", "1")], &told)?;
        for funder in &activity.funders {
            narrative(xml, "participating-org", &[("role", "1")], funder)?;
        }
        let extending = [("role", "3"), own[0], own[1]];
        narrative(xml, "participating-org", &extending, &reporting.name)?;
        for partner in activity.partners.iter().filter_map(|id| organisations.get(id)) {
            let mut attributes = vec![("role", "4"), ("type", kind_of(partner.kind))];
            if !partner.registration.is_empty() {
                attributes.push(("ref", partner.registration.as_str()));
            }
            narrative(xml, "participating-org", &attributes, &partner.name)?;
        }
        empty(xml, "activity-status", &[("code", status)])?;
        // 1 planned start, 2 actual start, 3 planned end, 4 actual end.
        let (begins, ends) = (first.to_string(), last.to_string());
        let start = if first <= today { "2" } else { "1" };
        empty(xml, "activity-date", &[("type", start), ("iso-date", begins.as_str())])?;
        let end = if last < today { "4" } else { "3" };
        empty(xml, "activity-date", &[("type", end), ("iso-date", ends.as_str())])?;
        empty(xml, "activity-scope", &[("code", "4")])?;
        empty(xml, "recipient-country", &[("code", code)])?;
        for (sector, percentage) in shares(&activity.sectors) {
            // Vocabulary 1 has the five digits of a purpose, 2 the three of a category.
            let vocabulary = if sector.is_group() { "2" } else { "1" };
            let attributes = [("vocabulary", vocabulary), ("code", sector.code()), ("percentage", percentage.as_str())];
            empty(xml, "sector", &attributes)?;
        }
        // Bilateral, official development assistance, grant, donor country personnel, untied.
        empty(xml, "collaboration-type", &[("code", "1")])?;
        empty(xml, "default-flow-type", &[("code", "30")])?;
        empty(xml, "default-finance-type", &[("code", "110")])?;
        empty(xml, "default-aid-type", &[("code", "D01")])?;
        Ok(())
    })?;
    Ok(())
}

/// The IATI type of an organisation.
fn kind_of(kind: OrganisationKind) -> &'static str {
    match kind {
        OrganisationKind::LocalAuthority => "11",
        OrganisationKind::Ngo => "22",
        OrganisationKind::University => "80",
        OrganisationKind::Company => "70",
        OrganisationKind::Funder => "60",
        OrganisationKind::Partner | OrganisationKind::CivilSociety | OrganisationKind::DiasporaAssociation => "24",
    }
}

/// The share of each sector in percent of the days, with two digits: they add up to 100 whatever was rounded.
fn shares(sectors: &BTreeMap<Sector, i64>) -> Vec<(Sector, String)> {
    let all: i64 = sectors.values().sum();
    if all == 0 {
        return Vec::new();
    }
    // Each vocabulary adds up to 100 alone: where a category stands among purposes, all are said by category.
    let by_category = sectors.keys().any(|sector| sector.is_group());
    let mut added: BTreeMap<Sector, i64> = BTreeMap::new();
    for (sector, days) in sectors {
        *added.entry(if by_category { category(*sector) } else { *sector }).or_default() += days;
    }
    let purposes: Vec<(Sector, i64)> = added.into_iter().collect();
    let mut left = 10_000;
    let last = purposes.len() - 1;
    let mut shares = Vec::new();
    for (place, (sector, days)) in purposes.into_iter().enumerate() {
        let share = if place == last { left } else { days * 10_000 / all };
        left -= share;
        shares.push((sector, format!("{}.{:02}", share / 100, share % 100)));
    }
    shares
}
