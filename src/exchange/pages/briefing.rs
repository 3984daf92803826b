//! The volunteer's briefing: one or two sheets with the placement, the partner, the country, the counterpart, what worked
//! here before, whom to reach and what comes when.

use super::words::Words;
use crate::domain::Id;
use crate::domain::detail::PlacementDetail;
use crate::domain::milestones::name_in;
use crate::domain::organisation::{Contact, Organisation, SiteVisit};
use crate::domain::reference::Tongue;
use crate::domain::text::joined;
use crate::domain::volunteer::Volunteer;
use crate::exchange::print::{Block, Cell, Column, Document, Fact, Paper, Table};
use crate::store::{OfficeFile, StoreError};
use chrono::NaiveDate;

/// Practices and former missions that a briefing tells of, at most each.
const MOST: usize = 3;
/// Milestones that fit on the sheets.
const MOST_MILESTONES: usize = 12;

/// The briefing for a mission.
pub fn briefing(office: &OfficeFile, mission: Id, tongue: Tongue) -> Result<Document, StoreError> {
    let words = Words(tongue);
    let detail = office.mission(mission)?;
    let (mission, today) = (&detail.mission, office.today());
    let volunteer: Volunteer = office.get(mission.volunteer)?;
    let post = office.placement(mission.placement)?;
    let partner = post.placement.organisation.map(|id| office.find::<Organisation>(id)).transpose()?.flatten();
    let own = office.office()?;
    let mut blocks = vec![Block::Facts(work(words, &post, partner.as_ref(), mission.days()))];
    let aims = passed_on(words, &post);
    if !post.placement.objectives.is_empty() || aims.is_some() {
        blocks.push(Block::Heading(words.say("What it is for", "À quoi sert la mission").to_owned()));
        if !post.placement.objectives.is_empty() {
            blocks.push(Block::Paragraph(post.placement.objectives.clone()));
        }
        blocks.extend(aims);
    }
    if let Some(partner) = &partner {
        let (contacts, visits) = (office.parts::<Contact>(partner.id)?, office.parts::<SiteVisit>(partner.id)?);
        let latest = visits.iter().max_by_key(|visit| visit.on);
        blocks.extend(the_partner(words, &contacts, latest, today));
    }
    blocks.extend(the_country(words, office, &post, mission.first, mission.last)?);
    blocks.extend(learned(words, office, mission.placement, mission.id)?);
    let mut open: Vec<_> = detail.milestones.iter().filter(|milestone| milestone.done_on.is_none()).collect();
    open.truncate(MOST_MILESTONES);
    blocks.push(Block::Heading(words.say("What comes when", "Calendrier").to_owned()));
    let reports = detail.reports.iter().filter(|report| report.received_on.is_none() && report.due >= today);
    let mut rows: Vec<(NaiveDate, String, &str)> = open
        .iter()
        .map(|milestone| (milestone.due, name_in(&milestone.name, tongue).to_owned(), words.party(milestone.who)))
        .chain(reports.map(|report| (report.due, words.report(report.kind).to_owned(), "")))
        .collect();
    rows.sort_by_key(|(due, ..)| *due);
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::words(words.say("Day", "Jour"), 2),
            Column::words(words.say("What", "Quoi"), 5),
            Column::words(words.say("Who", "Qui"), 2),
        ],
        rows: rows.into_iter().map(|(due, what, who)| vec![words.day(due).into(), what.into(), who.into()]).collect(),
        when_empty: words.say("Nothing is left to do", "Plus rien à faire").to_owned(),
    }));
    let title = format!("{} {}", words.say("Briefing:", "Fiche de mission :"), post.placement.title);
    Ok(Document {
        title,
        subtitle: format!("{}, {}", volunteer.full_name, mission.reference),
        language: words.say("en", "fr").to_owned(),
        day: today,
        paper: Paper::A4,
        landscape: false,
        footer: format!("{}, {}", own.name, words.day(today)),
        blocks,
    })
}

fn work(
    words: Words,
    post: &PlacementDetail,
    partner: Option<&Organisation>,
    days: crate::domain::span::Span,
) -> Vec<Fact> {
    let placement = &post.placement;
    let country = placement.country.map(|country| country.name(words.0)).unwrap_or_default();
    let place = joined(&[&placement.duty_station, country]);
    let when = format!("{} \u{2013} {} ({})", words.day(days.first), words.day(days.last), words.length(days));
    let mut facts = vec![
        Fact::new(words.say("Partner", "Partenaire"), Cell::strong(partner.map_or("", |partner| &partner.name))),
        Fact::new(words.say("Where", "Où"), place),
        Fact::new(words.say("When", "Quand"), when),
    ];
    for (name, value) in [
        (words.say("Counterpart", "Homologue"), &placement.counterpart),
        (words.say("Living there", "Conditions sur place"), &placement.conditions),
        (words.say("Programme", "Programme"), &placement.programme),
    ] {
        if !value.is_empty() {
            facts.push(Fact::new(name, value.as_str()));
        }
    }
    facts
}

/// The competences to be passed on, from which level to which.
fn passed_on(words: Words, post: &PlacementDetail) -> Option<Block> {
    let rows: Vec<Vec<Cell>> = post
        .objectives
        .iter()
        .map(|objective| {
            vec![
                Cell::strong(objective.competence.as_str()),
                objective.counterpart.as_str().into(),
                words.level(objective.before).into(),
                words.level(objective.aim).into(),
            ]
        })
        .collect();
    let columns = vec![
        Column::words(words.say("To be passed on", "À transmettre"), 4),
        Column::words(words.say("To whom", "À qui"), 4),
        Column::words(words.say("Level now", "Niveau actuel"), 2),
        Column::words(words.say("Aim", "Niveau visé"), 2),
    ];
    (!rows.is_empty()).then(|| Block::Table(Table { columns, rows, when_empty: String::new() }))
}

fn the_partner(words: Words, contacts: &[Contact], visit: Option<&SiteVisit>, today: NaiveDate) -> Vec<Block> {
    let rows: Vec<Vec<Cell>> = contacts
        .iter()
        .filter(|contact| contact.until.is_none_or(|until| until >= today))
        .map(|contact| {
            [&contact.name, &contact.role, &contact.phone, &contact.email].map(|text| text.as_str().into()).to_vec()
        })
        .collect();
    let columns = vec![
        Column::words(words.say("Name", "Nom"), 3),
        Column::words(words.say("Function", "Fonction"), 3),
        Column::words(words.say("Telephone", "Téléphone"), 3),
        Column::words(words.say("Mail", "Courriel"), 4),
    ];
    let when_empty = words.say("Nobody is named", "Personne n'est indiqué").to_owned();
    let mut blocks = vec![
        Block::Heading(words.say("Whom to reach at the partner", "Qui joindre chez le partenaire").to_owned()),
        Block::Table(Table { columns, rows, when_empty }),
    ];
    if let Some(visit) = visit.filter(|visit| !visit.note.is_empty()) {
        let seen = words.say("Seen on the last visit", "Vu à la dernière visite");
        blocks.push(Block::Facts(vec![Fact::new(seen, format!("{} ({})", visit.note, words.day(visit.on)))]));
    }
    blocks
}

fn the_country(
    words: Words,
    office: &OfficeFile,
    post: &PlacementDetail,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Vec<Block>, StoreError> {
    let Some(country) = post.placement.country else { return Ok(Vec::new()) };
    let languages: Vec<&str> = country.languages().iter().take(5).map(|spoken| spoken.language.name(words.0)).collect();
    let holidays = office.holidays(country, crate::domain::span::Span { first, last })?;
    let holidays: Vec<String> =
        holidays.iter().take(10).map(|holiday| format!("{} ({})", holiday.name, words.day(holiday.first))).collect();
    let mut facts = Vec::new();
    if !languages.is_empty() {
        facts.push(Fact::new(words.say("Languages", "Langues"), languages.join(", ")));
    }
    if !holidays.is_empty() {
        facts.push(Fact::new(words.say("Public holidays", "Jours fériés"), holidays.join(", ")));
    }
    if facts.is_empty() {
        return Ok(Vec::new());
    }
    Ok(vec![Block::Heading(country.name(words.0).to_owned()), Block::Facts(facts)])
}

/// What worked here and elsewhere before: practices, and what former missions said of themselves.
fn learned(words: Words, office: &OfficeFile, placement: Id, mission: Id) -> Result<Vec<Block>, StoreError> {
    let guidance = office.guidance(placement, Some(mission), MOST)?;
    let mut facts = Vec::new();
    for practice in &guidance.practices {
        let conditions = if practice.conditions.is_empty() {
            String::new()
        } else {
            format!(". {} {}", words.say("Needs:", "Il faut :"), practice.conditions)
        };
        facts.push(Fact::new(practice.reference.as_str(), format!("{}{conditions}", practice.title)));
    }
    for former in guidance.missions.iter().filter(|former| !former.worked.is_empty()) {
        let country = former.country.map(|country| country.name(words.0)).unwrap_or_default();
        let what = format!("{}, {}, {country}: {}", former.title, former.organisation, former.worked);
        facts.push(Fact::new(former.reference.as_str(), what));
    }
    if facts.is_empty() {
        return Ok(Vec::new());
    }
    let heading = words.say("What worked before", "Ce qui a marché avant").to_owned();
    Ok(vec![Block::Heading(heading), Block::Facts(facts)])
}
