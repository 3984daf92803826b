//! The certificate of service: who served, as what, where, from when to when. It says nothing that its holder would not
//! want a next employer to read: no reason of an early end, no fit, no note.

use super::words::Words;
use crate::domain::Id;
use crate::domain::mission::Stage;
use crate::domain::organisation::Organisation;
use crate::domain::reference::Tongue;
use crate::domain::scheme::serves_as;
use crate::domain::span::Span;
use crate::domain::text::joined;
use crate::domain::volunteer::Volunteer;
use crate::exchange::print::{Block, Cell, Document, Fact, Paper};
use crate::store::{OfficeFile, StoreError};

/// Why there is no certificate.
#[derive(Debug, thiserror::Error)]
pub enum CertificateError {
    /// The office file refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The mission has not begun, or never did.
    #[error("{who} has not served in this mission")]
    NotServed {
        /// Name and reference of the mission.
        who: String,
    },
    /// Who served was erased: there is no name to certify.
    #[error("whoever served in this mission was erased and has no name any more")]
    Erased,
}

/// The certificate of a mission that was served, or is being served: then up to today.
pub fn certificate(office: &OfficeFile, mission: Id, tongue: Tongue) -> Result<Document, CertificateError> {
    let detail = office.mission(mission)?;
    let (mission, today) = (&detail.mission, office.today());
    let over = matches!(mission.stage, Stage::Completed | Stage::EndedEarly);
    if !(over || mission.stage == Stage::Serving) || mission.first > today {
        let who = office.name_of(crate::domain::Kind::Mission, mission.id)?;
        return Err(CertificateError::NotServed { who });
    }
    if office.erasures()?.iter().any(|erasure| erasure.of == mission.volunteer) {
        return Err(CertificateError::Erased);
    }
    let words = Words(tongue);
    let volunteer: Volunteer = office.get(mission.volunteer)?;
    let post = office.placement(mission.placement)?;
    let partner = post.placement.organisation.map(|id| office.find::<Organisation>(id)).transpose()?.flatten();
    let own = office.office()?;
    let last = if over { mission.last } else { today.min(mission.last) };
    let days = Span { first: mission.first, last };
    let category = serves_as(&volunteer, &post.placement);
    let as_what = category.map_or(words.say("volunteer", "volontaire"), |category| words.category(category));
    let country = post.placement.country.map(|country| country.name(tongue)).unwrap_or_default();
    let place = joined(&[&post.placement.duty_station, country]);
    let mut facts = vec![Fact::new(words.say("Name", "Nom"), Cell::strong(volunteer.full_name.as_str()))];
    if let Some(birth) = volunteer.birth_date {
        facts.push(Fact::new(words.say("Born on", "Date de naissance"), words.day(birth)));
    }
    facts.push(Fact::new(words.say("Served as", "Qualité"), as_what));
    facts.push(Fact::new(words.say("Post", "Poste"), post.placement.title.as_str()));
    if let Some(partner) = &partner {
        facts.push(Fact::new(words.say("At", "Auprès de"), partner.name.as_str()));
    }
    facts.push(Fact::new(words.say("In", "Lieu"), place));
    facts.push(Fact::new(words.say("From", "Du"), words.day(days.first)));
    let until = if over { words.say("To", "Au") } else { words.say("To this day", "À ce jour") };
    facts.push(Fact::new(until, words.day(days.last)));
    facts.push(Fact::new(words.say("In all", "Durée"), words.length(days)));
    let mut blocks = vec![
        Block::Space,
        Block::Paragraph(
            words
                .say(
                    "This is to certify that the following person served as a volunteer, as stated below.",
                    "Le présent certificat atteste que la personne désignée ci-dessous a servi comme volontaire.",
                )
                .to_owned(),
        ),
        Block::Space,
        Block::Facts(facts),
    ];
    if !post.placement.objectives.is_empty() || !post.objectives.is_empty() {
        blocks.push(Block::Heading(words.say("What the work was", "Le travail").to_owned()));
        if !post.placement.objectives.is_empty() {
            blocks.push(Block::Paragraph(post.placement.objectives.clone()));
        }
        if !post.objectives.is_empty() {
            let all: Vec<&str> = post.objectives.iter().map(|objective| objective.competence.as_str()).collect();
            let passed_on = words.say("Passed on", "Compétences transmises");
            blocks.push(Block::Facts(vec![Fact::new(passed_on, all.join(", "))]));
        }
    }
    let trained: u32 = detail.trained.iter().map(|trained| u32::from(trained.people)).sum();
    if trained > 0 {
        let people = words.say("People trained", "Personnes formées");
        blocks.push(Block::Facts(vec![Fact::new(people, trained.to_string())]));
    }
    blocks.extend([Block::Space, Block::Space, Block::Space, Block::Rule]);
    let signed = format!("{}, {}", own.name, words.day(today));
    blocks.push(Block::Facts(vec![
        Fact::new(words.say("Place and day", "Fait à, le"), signed),
        Fact::new(words.say("Name and function", "Nom et fonction"), ""),
        Fact::new(words.say("Signature, stamp", "Signature, cachet"), ""),
    ]));
    Ok(Document {
        title: words.say("Certificate of service", "Certificat de service").to_owned(),
        subtitle: own.name.clone(),
        language: words.say("en", "fr").to_owned(),
        day: today,
        paper: Paper::A4,
        landscape: false,
        footer: format!("{}, {}", own.name, mission.reference),
        blocks,
    })
}
